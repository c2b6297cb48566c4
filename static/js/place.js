// An act on a long page leads back to the same page: it is shown where it was left, and what was done is said there.
// Kept for this tab alone, as a path and a number.

const KEPT = "place";
const FRESH_MS = 30000;

function keep() {
  const left = { path: location.pathname, top: scrollY, at: Date.now() };
  sessionStorage.setItem(KEPT, JSON.stringify(left));
}

document.addEventListener("submit", (event) => {
  if (event.target.method === "post" && !event.defaultPrevented) keep();
});
document.addEventListener("form-taken", keep); // sent by draft.js, and about to be led on

function back() {
  const left = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (!left || left.path !== location.pathname || Date.now() - left.at > FRESH_MS) return;
  if (location.hash || document.querySelector("[data-error-summary]")) return; // it leads elsewhere
  scrollTo({ top: left.top, behavior: "instant" });
  document.querySelector("main > .note[role=status]")?.classList.add("stays-in-view");
}

back();
