// Quick exit: the button in the header, or Escape twice within a second, blanks the page at once, ends the session
// and leaves a neutral page in its place in the history.

const TWICE_WITHIN_MS = 1000;
const form = document.querySelector("form[data-exit]");
let escapeAt = -Infinity;
let left = false;

function leave() {
  if (left) return;
  left = true;
  const body = new URLSearchParams(new FormData(form));
  document.documentElement.hidden = true;
  document.title = "";
  // `keepalive` lets the log-out finish although the page is already gone.
  fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual", credentials: "same-origin" }).catch(() => {});
  window.location.replace(form.dataset.exit);
}

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
  // A page that comes back from the browser's own memory after an exit stays blank and asks the server again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.hidden) window.location.reload();
  });
}
