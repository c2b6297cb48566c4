// A form in several steps stays one page of the browser (draft.js sends each step and puts the next in its place), and
// Back leads one step back with everything kept. Else Back would ask for a page that was posted and is kept nowhere, and
// the browser would say that it has expired. Without this script the steps are posted as ever. The history holds a
// step's number only.

const form = () => document.querySelector("form[data-steps]");
const step = () => Number(form()?.elements.namedItem("at")?.value);

// Where an entry of the history stands: `depth` entries above the one with which the report began.
const depth = () => history.state?.depth ?? 0;
const shown = (above) => ({ step: step(), depth: above });

// As if the button of that step were pressed.
function ask(wanted) {
  const button = document.createElement("button");
  Object.assign(button, { type: "submit", name: "go", value: String(wanted), hidden: true, formNoValidate: true });
  button.setAttribute("formaction", form().dataset.steps);
  form().append(button);
  form().requestSubmit(button);
  button.remove();
}

if (form()) {
  // Back after the report was filed, or a reload: a new form, under which the steps of the last one are no more.
  let rewinding = depth() > 0;
  let before = step();
  let walked = false; // by Back or Forward, which have moved in the history already
  if (rewinding) history.go(-depth());
  else history.replaceState(shown(0), "");

  document.addEventListener("step-shown", () => {
    if (!form()) return;
    if (step() > before && !walked) history.pushState(shown(depth() + 1), "");
    else history.replaceState(shown(depth()), "");
    before = step();
    walked = false;
  });

  window.addEventListener("popstate", (event) => {
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
    walked = true;
    ask(wanted);
  });
}
