// SPDX-License-Identifier: Apache-2.0
// What is looked for on a page; these run inside the browser.

// Nothing is wider than the page, and no text of a figure leaves it.
export function overflowing() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].find(
      (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.wide'));
    faults.push(`the page is ${root.scrollWidth} wide: ${wide && wide.outerHTML.slice(0, 90)}`);
  }
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 ||
          box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5)
        faults.push(`"${text.textContent}" leaves its figure`);
    }
  }
  return faults;
}

// No two texts of a figure lie on one another.
export function crowded() {
  const faults = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getBoundingClientRect().width === 0) continue;
    const boxes = [...svg.querySelectorAll('text')].map((t) => {
      const b = t.getBoundingClientRect();
      const rim = b.height * 0.2;
      return { text: t.textContent, left: b.left + 1, right: b.right - 1,
               top: b.top + rim, bottom: b.bottom - rim };
    });
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        faults.push(`"${a.text}" lies on "${b.text}"`);
    }));
  }
  return faults;
}
