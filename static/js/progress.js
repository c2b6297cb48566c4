// Where a list is being worked on: says when no answer comes. The next answer puts another piece in the place of this
// one, in which the sentence is hidden again.

document.addEventListener("htmx:error", () => {
  const silent = document.querySelector("#progress [data-silent]");
  if (silent) silent.hidden = false;
});
