"use strict";
(() => {
  const sortable = (table) =>
    table.tBodies.length === 1 && table.tBodies[0].rows.length > 2 &&
    !table.querySelector(".group");
  const worth = (row, column) => {
    const cell = row.cells[column];
    const text = cell ? cell.textContent.trim() : "";
    const number = parseFloat(text.replace(/^[<>]/, ""));
    return Number.isNaN(number) ? text : number;
  };
  const order = (a, b) => {
    if (typeof a === typeof b)
      return typeof a === "number" ? a - b : a.localeCompare(b);
    return typeof a === "number" ? -1 : 1;
  };
  const sort = (table, column, head) => {
    const down = head.getAttribute("aria-sort") !== "descending";
    for (const th of table.tHead.rows[0].cells) th.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => {
      const x = worth(a, column), y = worth(b, column);
      if (typeof x !== typeof y) return order(x, y);
      return down ? order(y, x) : order(x, y);
    });
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll("table")) {
    if (!sortable(table)) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.tagName !== "TH") return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, head));
      head.append(button);
    });
  }

  /* A citation, number or word that is touched shows what is behind it. */
  const dialog = document.createElement("dialog");
  if (!dialog.showModal) return;
  document.body.append(dialog);
  const LINKS = "a[href^='#r-'], a[href^='#w-']";
  const keyOf = (link) => decodeURIComponent(link.hash.slice(1));
  /* A paragraph of a source stands within what is said of the source. */
  const entry = (key) => {
    const at = document.getElementById(key);
    const dt = at && (at.tagName === "DT" ? at :
      at.closest("dd") && at.closest("dd").previousElementSibling);
    return dt && dt.tagName === "DT" ? dt : null;
  };
  const copy = (list, dt, name) => {
    const title = document.createElement("dt");
    const text = dt.nextElementSibling.cloneNode(true);
    title.textContent = name;
    for (const one of text.querySelectorAll("[id]")) one.removeAttribute("id");
    list.append(title, text);
    return text;
  };
  const fill = (link, dt) => {
    const title = document.createElement("h2");
    const close = document.createElement("button");
    const list = document.createElement("dl");
    const word = dt.id.startsWith("w-"), key = keyOf(link);
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    title.id = "shown";
    title.textContent = word ? "What this means" : "What this rests on";
    dialog.setAttribute("aria-labelledby", title.id);
    const name = key === dt.id ? dt.textContent : link.textContent;
    const text = copy(list, dt, name);
    const more = new Map();
    for (const next of text.querySelectorAll("a[href^='#r-']"))
      more.set(keyOf(next), next.textContent);
    more.delete(key);
    for (const [other, called] of more)
      if (entry(other)) copy(list, entry(other), called);
    dialog.replaceChildren(close, title, list);
  };
  document.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const link = event.target.closest(LINKS);
    const dt = link && entry(keyOf(link));
    if (!dt || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fill(link, dt);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  });
})();
