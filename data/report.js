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

  /* A citation or number that is touched shows its statements. */
  const dialog = document.createElement("dialog");
  if (!dialog.showModal) return;
  document.body.append(dialog);
  const entry = (key) => {
    const dt = document.getElementById(key);
    return dt && dt.tagName === "DT" ? dt : null;
  };
  const copy = (list, dt) => {
    const title = dt.cloneNode(true), text = dt.nextElementSibling.cloneNode(true);
    title.removeAttribute("id");
    list.append(title, text);
    return text;
  };
  const fill = (dt) => {
    const title = document.createElement("h2");
    const close = document.createElement("button");
    const list = document.createElement("dl");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    title.id = "shown";
    title.textContent = "What this rests on";
    dialog.setAttribute("aria-labelledby", title.id);
    const keys = new Set([dt.id]);
    const text = copy(list, dt);
    for (const link of text.querySelectorAll("a[href^='#r-']"))
      keys.add(decodeURIComponent(link.hash.slice(1)));
    keys.delete(dt.id);
    for (const key of keys) if (entry(key)) copy(list, entry(key));
    dialog.replaceChildren(close, title, list);
  };
  document.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    const link = event.target.closest("a[href^='#r-']");
    const dt = link && entry(decodeURIComponent(link.hash.slice(1)));
    if (!dt || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fill(dt);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  });
})();
