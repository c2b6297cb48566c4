// A page does not outlast its session: when that ended by time, or in another tab, what it showed is taken off the
// screen. Whoever is at work on it (types, scrolls, touches) is not idle: the server is told so every few minutes.
// What was typed and not sent is put back once the same person has signed in again, in another tab; anything else is gone.

const TELL_MS = 4 * 60 * 1000;
const ended = document.querySelector("template[data-ended]");
const token = () => document.querySelector("input[name=csrf_token]")?.value;
const tabs = new BroadcastChannel("session");
const page = { title: document.title, look: document.body.className, typed: false, nodes: null };
let until = 0;
let told = Date.now();
let timer = 0;

function clear() {
  if (!ended.isConnected) return;
  ended.innerHTML = ended.dataset.html;
  const sheet = ended.content.cloneNode(true);
  if (page.typed) sheet.querySelector("[data-typed]").hidden = false;
  if (page.typed) sheet.querySelector("a").target = "_blank";
  if (page.typed) page.nodes = [...document.body.childNodes];
  document.title = ended.dataset.ended;
  document.body.className = "signed-out";
  document.body.replaceChildren(sheet);
}

function putBack(fresh) {
  document.title = page.title;
  document.body.className = page.look;
  document.body.replaceChildren(...page.nodes);
  page.nodes = null;
  for (const one of document.querySelectorAll("input[name=csrf_token]")) one.value = fresh;
}

function lasts(ms) {
  until = Date.now() + ms;
  clearTimeout(timer);
  timer = setTimeout(() => (Date.now() < until ? lasts(until - Date.now()) : clear()), Math.max(0, ms));
}

function tell() {
  tabs.postMessage({ until, who: ended.dataset.whose, token: token() });
}

function hear({ data }) {
  if (data.until === 0) {
    if (!data.of || data.of === ended.dataset.whose) clear(); // another person may be signed in by now, in another tab
  } else {
    if (page.nodes && data.who === ended.dataset.whose) putBack(data.token);
    lasts(data.until - Date.now());
  }
}

async function busy() {
  if (Date.now() - told < TELL_MS || !ended.isConnected) return;
  told = Date.now();
  try {
    const answer = await fetch(ended.dataset.asked, { cache: "no-store", redirect: "manual" });
    if (answer.type === "opaqueredirect") clear();
    else if (answer.ok) {
      lasts(Number(await answer.text()) * 60000);
      tell();
    }
  } catch {
    // without the network the session goes on ageing, as the server sees it
  }
}

if (ended) {
  tabs.addEventListener("message", hear);
  for (const kind of ["input", "keydown", "pointerdown", "scroll"]) {
    document.addEventListener(kind, busy, { passive: true, capture: true });
  }
  document.addEventListener("input", (event) => (page.typed ||= Boolean(event.target.form)));
  document.addEventListener("submit", (event) => (page.typed = event.defaultPrevented));
  document.addEventListener("step-shown", () => (page.typed = true)); // carried along, and not filed yet
  // A telephone that slept fires no timer: what is over is cleared before it is seen again.
  const look = () => Date.now() >= until && clear();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  lasts(Number(ended.dataset.lasts) * 60000);
  tell();
} else {
  tabs.postMessage({ until: 0 }); // nobody is signed in any more: the other tabs show nothing either
}
