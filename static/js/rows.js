// Lists by keyboard: while a row's link has the focus, the arrows, Home and End move between rows. No key is taken
// from anybody whose focus is elsewhere.

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

for (const table of document.querySelectorAll("table[data-rows]")) {
  table.addEventListener("keydown", (event) => {
    const links = [...table.querySelectorAll("a.open")];
    const here = links.indexOf(document.activeElement);
    if (here < 0) return;
    let next = null;
    if (event.key in STEPS) next = links[here + STEPS[event.key]];
    if (event.key === "Home") next = links[0];
    if (event.key === "End") next = links.at(-1);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
