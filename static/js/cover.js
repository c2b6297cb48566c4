// Read before the page is drawn: where somebody left by the quick exit and the network was gone, nothing is shown until
// the session is ended. A page that is out of sight is covered, so that the list of open applications shows nothing.

const leaving = () => {
  if (document.documentElement.dataset.sheet !== undefined) return false; // the neutral sheet is what is shown
  try {
    return localStorage.getItem("later") !== null;
  } catch {
    return false; // a browser that keeps nothing
  }
};
const cover = (on) => document.documentElement.classList.toggle("covered", on);

// A page that names somebody for as long as a list is in hand: Back asks for it anew, and shows no copy of it.
const anew = () => document.querySelector("[data-anew]");
let left = false;
const look = () => cover(left || document.hidden || leaving());

look();
document.addEventListener("visibilitychange", look);
window.addEventListener("pagehide", () => {
  left = Boolean(anew());
  cover(true); // what a browser keeps of the page to show it again
});
window.addEventListener("pageshow", (event) => {
  left = event.persisted && Boolean(anew());
  look();
  if (left) location.replace(anew().dataset.anew);
});
