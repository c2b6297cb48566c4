// Quick exit: the button in the header, or Escape twice within a second, puts a neutral sheet in the place of the page at
// once, with the network or without it, and ends the session. Where the network is gone, ending it is tried again, here
// and by whichever page of ours is opened next; until then no page shows anything.

const TWICE_WITHIN_MS = 1000;
const AGAIN_MS = 5000;
const LATER = "later"; // says that a session waits for its end; nothing of the page
const form = document.querySelector("form[data-leave]");
const tabs = new BroadcastChannel("sheet");
let escapeAt = -Infinity;
let left = false;

function kept(change) {
  try {
    return change(localStorage);
  } catch {
    return null; // a browser that keeps nothing: this page alone tries again
  }
}

async function end() {
  try {
    // `keepalive` lets it finish although the page may be closed.
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" });
    if (answer.type === "opaqueredirect") kept((place) => place.removeItem(LATER));
    else if (answer.status >= 500) setTimeout(end, AGAIN_MS);
    // Anything else: the form is of a session that is over; the next page says whether another one is open.
  } catch {
    setTimeout(end, AGAIN_MS);
  }
}

function sheet() {
  left = true;
  const blank = document.querySelector("template[data-sheet]");
  blank.innerHTML = blank.dataset.html;
  document.documentElement.dataset.sheet = "";
  document.documentElement.classList.remove("covered");
  document.title = blank.dataset.sheet;
  document.querySelector("link[rel=icon]")?.remove();
  document.body.className = "";
  document.body.replaceChildren(blank.content.cloneNode(true));
  // In the place of the page in the history, and once more above it: the first Back shows the sheet again.
  history.replaceState(null, "", form.action);
  history.pushState(null, "", form.action);
}

function leave() {
  if (left) return;
  kept((place) => place.setItem(LATER, ""));
  end();
  tabs.postMessage("left");
  sheet();
}

// A page that asks before what was typed is left asks nothing now: this listener is the first.
window.addEventListener("beforeunload", (event) => left && event.stopImmediatePropagation());

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - escapeAt < TWICE_WITHIN_MS) leave();
    escapeAt = event.timeStamp;
  });
  tabs.addEventListener("message", () => left || sheet()); // left in another tab, which ends the session
  const look = () => kept((place) => place.getItem(LATER)) !== null && leave();
  window.addEventListener("pageshow", look);
  look();
} else {
  kept((place) => place.removeItem(LATER)); // nobody is signed in here: there is nothing left to end
  document.documentElement.classList.toggle("covered", document.hidden);
}
