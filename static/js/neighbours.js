// The page of a case opened from a list: j leads to the next case of that list, k to the one before.

const types = (at) => at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || types(event.target)) return;
  const way = { j: "next", k: "prev" }[event.key];
  const link = way && document.querySelector(`.neighbours a[rel=${way}]`);
  if (link) link.click();
});
