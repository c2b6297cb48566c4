// Long forms on a weak network. A form is sent by script and stays on the page until the server has answered that it was
// taken: a broken line, an ended session or a refusal loses nothing. A report is kept on the server too while it is typed
// (`data-keep`), for its author alone; nothing is ever kept on the device. Leaving is asked first only where something is
// not kept yet; the quick exit asks nothing.

const RETRY_MS = 5000;
const AWAY_MS = 15000; // the server is there and cannot just now: less and less often
const MOST_AWAY_MS = 240000;
const ANSWER_WITHIN_MS = 30000; // a form that says `data-within`, in seconds, is given longer
const KEEP_AFTER_MS = 700;
const FORM = "form[data-draft]";
const PARTS = ["a.skip", "nav.languages", "nav.side", "nav.bottom", "main"];
let waiting = null; // the form on its way, with the button that sent it
let retry = 0;
let away = 0; // how often in a row the server said that it cannot just now
let unkept = false; // typed, and nowhere but on this page
let keeping = 0;

const mine = document.querySelector("template[data-whose]")?.dataset.whose;
const notice = () => document.querySelector("[data-network-notice]");
const hush = () => notice()?.remove();

// That the network is gone, or what the server answered instead. Beside the button, where the thumb is: on top of a long
// page nobody would see it.
function tell(words) {
  const blank = document.querySelector("template[data-network]");
  blank.innerHTML = blank.dataset.html;
  const said = blank.content.firstElementChild;
  if (words) said.querySelector("p").textContent = words;
  if (notice()?.textContent === said.textContent) return; // it is not read out anew at each try
  hush();
  const form = waiting?.form ?? document.querySelector(FORM);
  const bar = form?.querySelector(".acts") ?? form?.querySelector("[type=submit]")?.parentElement;
  if (bar) bar.prepend(said);
  else blank.after(said);
}

function busy(on) {
  if (!waiting) return;
  const { submitter, form } = waiting;
  for (const one of [submitter, form]) if (on) one?.setAttribute("aria-busy", "true"); else one?.removeAttribute("aria-busy");
}

function asked(form, submitter) {
  const told = new FormData(form);
  if (submitter?.name) told.append(submitter.name, submitter.value);
  return form.enctype === "multipart/form-data" ? told : new URLSearchParams(told);
}

function post(form, submitter) {
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const within = 1000 * Number(form.dataset.within) || ANSWER_WITHIN_MS;
  return fetch(address, {
    method: "POST", body: asked(form, submitter), headers: { "X-Sent-By": "script" }, signal: AbortSignal.timeout(within),
  });
}

// What a page of ours says is wrong; nothing where something in between answered.
function sentence(page) {
  const wrong = [...page.querySelectorAll("main .error")];
  const said = wrong.length ? wrong : [...page.querySelectorAll("main h1, main p")].slice(0, 2);
  return said.map((one) => one.textContent.trim()).join(" ");
}

const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

// This page outlived its session, or twelve hours: who sent it is still the same person, and the answer holds a fresh token.
function renewed(page) {
  const token = page.querySelector("form[data-too-old] input[name=csrf_token]");
  if (!token) return false;
  for (const one of document.querySelectorAll("input[name=csrf_token]")) one.value = token.value;
  return true;
}

function put(page) {
  document.title = page.title;
  for (const name of ["lang", "dir"]) document.documentElement[name] = page.documentElement[name];
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(fresh);
  }
  const exit = [document, page].map((one) => one.querySelector(".quick-exit button"));
  if (exit[0] && exit[1]) {
    exit[0].title = exit[1].title; // its form stays, to which the exit listens
    exit[0].replaceChildren(...exit[1].childNodes);
  }
  window.htmx?.process(document.querySelector("main"));
  window.scrollTo(0, 0);
  document.querySelector("main").focus({ preventScroll: true });
  document.dispatchEvent(new Event("step-shown"));
}

async function taken(answer) {
  const { form } = waiting;
  const leads = answer.headers.get("X-Leads-To");
  if (answer.ok && (leads || answer.redirected)) {
    unkept = false;
    clearTimeout(keeping);
    waiting = null;
    document.dispatchEvent(new Event("form-taken"));
    form.reset(); // else the browser fills it in again on Back, and sent once more it is a second one
    window.location.assign(leads ?? answer.url);
    return true;
  }
  if (answer.status === 401 || answer.status === 403) return "signed-out";
  const page = await parsed(answer);
  if (answer.status === 503) {
    const said = sentence(page);
    if (!said) return false;
    tell(`${said} ${document.querySelector("template[data-network]").dataset.again}`);
    return "away";
  }
  if (renewed(page)) return "renewed";
  const same = page.querySelector(form.dataset.steps ? "form[data-steps]" : `${FORM}, #${form.id || "main-form"}`);
  if (!same) {
    tell(sentence(page));
    return "refused";
  }
  waiting = null;
  if ("grid" in form.dataset) {
    HTMLFormElement.prototype.submit.call(form); // its own script holds the cells; what is wrong was not written
    unkept = false;
    return true;
  }
  if (answer.ok) unkept = false;
  put(page);
  return true;
}

async function attempt(again = false) {
  clearTimeout(retry);
  if (!waiting) return;
  const { form, submitter } = waiting;
  busy(true);
  let done = false;
  try {
    if (navigator.onLine) done = await taken(await post(form, submitter));
    if (done === "renewed" && !again) return attempt(true);
    if (done === "renewed") done = false;
  } catch {
    done = false; // the line broke: the same form is one act, however often it is sent
  }
  for (const one of [submitter, form]) one?.removeAttribute("aria-busy");
  if (done === true) return;
  if (done === "away") {
    retry = setTimeout(attempt, Math.min(AWAY_MS * 2 ** away, MOST_AWAY_MS));
    away += 1;
    return;
  }
  away = 0;
  if (done) {
    waiting = null;
    // The page is cleared as at the end of any session (session.js), and put back once its person has signed in again.
    if (done === "signed-out") new BroadcastChannel("session").postMessage({ until: 0, of: mine });
    return;
  }
  tell();
  retry = setTimeout(attempt, RETRY_MS);
}

// Beside the button too: when the server kept what is typed, or that it is tried again.
function sayKept(done) {
  const said = document.querySelector("[data-kept]");
  if (said) said.textContent = done ? said.dataset.kept.replace("{hour}", new Date().toTimeString().slice(0, 5)) : said.dataset.trying;
}

async function keep(form, last = false) {
  clearTimeout(keeping);
  if (!form?.dataset.keep || waiting || !unkept) return;
  const body = asked(form);
  let again = false;
  unkept = false;
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body, keepalive: last });
    if (answer.ok) sayKept(true); // but for these, any other answer stays the same, however often it is asked
    else again = answer.status >= 500 || answer.status === 429 || renewed(await parsed(answer));
    unkept ||= !answer.ok;
  } catch {
    unkept = again = true;
  }
  if (!again) return;
  sayKept(false);
  keeping = setTimeout(() => keep(document.querySelector(FORM)), RETRY_MS);
}

if (document.querySelector(FORM)) {
  document.addEventListener("input", (event) => {
    const form = event.target.closest(FORM);
    if (!form) return;
    unkept = true;
    clearTimeout(keeping);
    keeping = setTimeout(() => keep(form), event.target.matches("[type=radio], [type=checkbox], select") ? 50 : KEEP_AFTER_MS);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches(FORM)) return;
    if (event.submitter?.name === "lang" && "grid" in form.dataset) {
      unkept = false; // its own script holds the cells: the page is asked for as a whole, with what is typed in it
      return;
    }
    event.preventDefault();
    if (waiting) return attempt();
    clearTimeout(keeping);
    hush();
    away = 0;
    waiting = { form, submitter: event.submitter };
    attempt();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep(document.querySelector(FORM), true);
  });
  window.addEventListener("offline", () => tell());
  window.addEventListener("online", () => {
    if (waiting) return attempt();
    hush();
    keep(document.querySelector(FORM));
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.documentElement.hidden) return;
    if (unkept || waiting) event.preventDefault();
  });
}

// Every other form: its button says that it was pressed, until the next page is there.
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const one of document.querySelectorAll("button[aria-busy]")) one.removeAttribute("aria-busy");
});
