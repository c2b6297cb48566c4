// Long forms on a weak network: says that what is typed is not yet safe, keeps it on the page (in this page's memory
// only, never on the device), and sends it when the network is back. Leaving the page by a link or by Back is asked first
// where something was typed and not sent; the quick exit asks nothing.

const RETRY_MS = 5000;
const ANSWER_WITHIN_MS = 8000;
const FORM = "form[data-draft]";
let waiting = null;
let retry = 0;
let typed = false;

const notice = () => document.querySelector("[data-network-notice]");

function show(on) {
  if (notice()) notice().hidden = !on;
}

async function reachable(url) {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function attempt() {
  clearTimeout(retry);
  if (!waiting) return;
  const { form, submitter } = waiting;
  if (await reachable(notice()?.dataset.networkNotice ?? "/health")) {
    waiting = null;
    show(false);
    form.dataset.safe = "yes";
    typed = false;
    form.requestSubmit(submitter ?? undefined);
    return;
  }
  show(true);
  retry = setTimeout(attempt, RETRY_MS);
}

if (document.querySelector(FORM)) {
  document.addEventListener("input", (event) => {
    if (event.target.closest(FORM)) typed = true;
  });
  document.addEventListener("step-shown", () => (typed = true)); // carried along, and not filed yet
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches(FORM)) return;
    if (form.dataset.safe === "yes") {
      delete form.dataset.safe;
      return;
    }
    event.preventDefault();
    if (waiting) return;
    waiting = { form, submitter: event.submitter };
    attempt();
  });
  window.addEventListener("offline", () => show(true));
  window.addEventListener("online", () => (waiting ? attempt() : show(false)));
  window.addEventListener("beforeunload", (event) => {
    if (document.documentElement.hidden) return;
    if (typed || waiting || !navigator.onLine) event.preventDefault();
  });
}
