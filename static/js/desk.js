// The organiser's list by keyboard: j and k move from row to row, x ticks, "/" leads to the search, Enter opens. The row
// on which one stands is shown beside the list. No key is taken from anybody who types, and none with Ctrl, Alt or Meta.

const WAITS_MS = 150; // somebody who runs down the list asks for the last row alone
const desk = document.querySelector("[data-desk]");
const search = document.querySelector(".list-search input[type=search]");
const types = (at) => at instanceof HTMLElement && (at.isContentEditable || at.matches("input:not([type=checkbox]), textarea, select"));

if (desk) {
  const links = [...desk.querySelectorAll("a.open")];
  const preview = desk.querySelector("#preview");
  const ticked = document.querySelector("#ticked");
  const count = ticked.querySelector("[data-count]");
  const words = count.textContent;
  let timer = 0;
  let asked = null;

  const rowOf = (link) => link.closest("tr");
  const here = () => links.findIndex((link) => rowOf(link).classList.contains("here"));

  async function show(link) {
    if (getComputedStyle(preview).display === "none") return;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(link.dataset.peek, { signal: asked.signal, headers: { "HX-Request": "true" } });
      if (!answer.ok) return; // the page itself says what is wrong, once it is opened
      preview.innerHTML = await answer.text();
      preview.scrollTop = 0;
    } catch {
      // No network, or the next row was asked for: what is shown stays.
    }
  }

  function stand(link) {
    for (const one of links) rowOf(one).classList.toggle("here", one === link);
    clearTimeout(timer);
    timer = setTimeout(() => show(link), WAITS_MS);
  }

  function tell() {
    const number = desk.querySelectorAll("input[name=case]:checked").length;
    count.textContent = number ? count.dataset.count.replace("#", number) : words;
  }

  for (const link of links) link.addEventListener("focus", () => stand(link));
  desk.addEventListener("change", tell);
  const button = desk.querySelector("template[data-peek-button]");
  for (const link of links) {
    button.innerHTML = button.dataset.html;
    const made = button.content.firstElementChild;
    made.addEventListener("click", () => {
      stand(link);
      clearTimeout(timer);
      show(link);
    });
    rowOf(link).lastElementChild.append(made);
  }
  tell();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || types(event.target)) return;
    const at = here();
    if (event.key === "j" || event.key === "k") {
      const next = links[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
      if (next) next.focus();
    } else if (event.key === "x" && at >= 0) {
      const box = rowOf(links[at]).querySelector("input[name=case]");
      box.checked = !box.checked;
      tell();
    } else if (event.key === "/" && search) {
      search.focus();
      search.select();
    } else {
      return;
    }
    event.preventDefault();
  });
}
