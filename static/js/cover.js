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

cover(leaving());
document.addEventListener("visibilitychange", () => cover(document.hidden || leaving()));
window.addEventListener("pagehide", () => cover(true)); // what a browser keeps of the page to show it again
window.addEventListener("pageshow", () => cover(document.hidden || leaving()));
