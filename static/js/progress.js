// Where a list is being worked on: says when no answer comes. The next answer puts another piece in the place of this
// one, in which the sentence does not stand.

document.addEventListener("htmx:error", () => {
  const blank = document.querySelector("#progress template[data-silent]");
  if (!blank || blank.nextElementSibling) return;
  blank.innerHTML = blank.dataset.html;
  blank.after(blank.content);
});
