// A form in several steps stays one page of the browser: each step is fetched and put in its place, and Back leads one
// step back with everything kept. Else Back would ask for a page that was posted and is kept nowhere, and the browser
// would say that it has expired. Without this script the steps are posted as ever. The history holds a step's number only.

const form = () => document.querySelector("form[data-steps]");
const step = () => Number(form()?.elements.namedItem("at")?.value);

async function fetched(asked, address) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(asked) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("form[data-steps]")) throw new Error("another page");
  return page;
}

function put(page) {
  document.title = page.title;
  for (const part of ["nav.languages", "main"]) document.querySelector(part).replaceWith(page.querySelector(part));
  window.scrollTo(0, 0);
  document.querySelector("main").focus({ preventScroll: true });
  document.dispatchEvent(new Event("step-shown"));
}

// Where an entry of the history stands: `depth` entries above the one with which the report began.
const depth = () => history.state?.depth ?? 0;
const shown = (above) => ({ step: step(), depth: above });

if (form()) {
  // Back after the report was filed, or a reload: a new form, under which the steps of the last one are no more.
  let rewinding = depth() > 0;
  if (rewinding) history.go(-depth());
  else history.replaceState(shown(0), "");
  if (step() > 1) document.dispatchEvent(new Event("step-shown")); // in another language: what was typed is carried here

  document.addEventListener("submit", async (event) => {
    const sent = event.target;
    const button = event.submitter;
    // The language, and the last step, are sent as on every other page.
    if (event.defaultPrevented || sent !== form() || button?.name !== "go" || "plainly" in sent.dataset) return;
    event.preventDefault();
    const asked = new FormData(sent);
    asked.append(button.name, button.value);
    const before = step();
    try {
      put(await fetched(asked, button.getAttribute("formaction") ?? sent.dataset.steps));
    } catch {
      sent.dataset.plainly = "";
      sent.requestSubmit(button);
      return;
    }
    if (step() > before) history.pushState(shown(depth() + 1), "");
    else history.replaceState(shown(depth()), "");
  });

  window.addEventListener("popstate", async (event) => {
    const wanted = event.state?.step;
    if (!form() || !wanted) return;
    if (rewinding) {
      rewinding = false;
      history.replaceState(shown(0), "");
      return;
    }
    if (wanted === step()) {
      history.back();
      return;
    }
    const asked = new FormData(form());
    asked.append("go", wanted);
    try {
      put(await fetched(asked, form().dataset.steps));
    } catch {
      // The step that is shown stays, with what is typed in it.
    }
    history.replaceState(shown(depth()), "");
  });
}
