// A photograph on a bad line: it goes to the server in pieces as soon as it was chosen, while the rest of the form is
// filled in. A line that breaks loses nothing: it goes on from where it stopped, here or after the page was loaded anew and
// the same file chosen again. The form then carries its number instead of the file. Without this script the form carries
// the whole file.

const AGAIN_MS = 3000;
const PIECE_WITHIN_MS = 60000;
const FORM = "form[data-attach]";
let sending = null; // {form, file, stopped}
let held = null; // the button that was pressed while the file was on its way

const inputs = (form) => [...form.querySelectorAll("input[type=file]")];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function way(form) {
  const there = form.querySelector(".upload-way");
  if (there) return there;
  const blank = form.querySelector("template[data-way]");
  blank.innerHTML = blank.dataset.html;
  const shown = blank.content.firstElementChild;
  blank.after(shown);
  return shown;
}

function say(form, what, part) {
  const shown = way(form);
  const words = shown.querySelector("span");
  const said = words.dataset[`say${what}`];
  if (words.textContent !== said) words.textContent = said;
  if (part !== undefined) shown.querySelector("progress").value = part;
}

// The whole file goes with the form, or its number alone.
function carried(form, number) {
  form.elements.namedItem("upload").value = number;
  for (const one of inputs(form)) {
    one.dataset.name ??= one.name;
    if (number) one.removeAttribute("name");
    else one.name = one.dataset.name;
  }
}

function post(form, address, fields) {
  const body = new FormData();
  body.append("csrf_token", form.elements.namedItem("csrf_token").value);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { "X-Sent-By": "script" };
  return fetch(address, { method: "POST", body, headers, signal: AbortSignal.timeout(PIECE_WITHIN_MS) });
}

// An answer, however often the line breaks; null where the server says no for good.
async function answered(one, ask) {
  for (;;) {
    if (one.stopped) return null;
    try {
      const answer = await ask();
      if (answer.ok || answer.status === 409) return answer;
      if (answer.status < 500 && answer.status !== 408) return null;
    } catch {
      // the line broke
    }
    say(one.form, "Waiting");
    await pause(AGAIN_MS);
  }
}

async function send(one) {
  const { form, file } = one;
  const mark = `${file.name}|${file.size}|${file.lastModified}`.slice(-190);
  const begun = await answered(one, () => post(form, form.dataset.attach, { mark, size: String(file.size) }));
  const address = begun?.headers.get("X-Leads-To");
  if (!address) return false;
  let here = 0;
  let known = false;
  while (!known || here < file.size) {
    say(form, "Sending", (100 * here) / file.size);
    const piece = file.slice(here, here + Number(form.dataset.piece));
    const answer = known
      ? await answered(one, () => post(form, `${address}/pieces`, { offset: String(here), piece }))
      : await answered(one, () => fetch(address, { cache: "no-store" }));
    if (!answer) return false;
    known = answer.ok; // else a piece had arrived whose answer was lost: ask how much is here
    if (answer.ok) here = Number(await answer.text());
  }
  carried(form, address.split("/").at(-1));
  say(form, "Here", 100);
  return true;
}

async function begin(form, file) {
  if (sending) sending.stopped = true;
  const one = { form, file, stopped: false };
  sending = one;
  carried(form, "");
  const done = file.size > 0 && (await send(one));
  if (one.stopped) return;
  sending = null;
  if (!done) say(form, "Stopped");
  if (held && form.isConnected) form.requestSubmit(held);
  held = null;
}

if (document.querySelector(FORM)) {
  document.addEventListener("change", (event) => {
    const form = event.target.closest(FORM);
    if (!form || !inputs(form).includes(event.target)) return;
    const [file] = event.target.files;
    for (const other of inputs(form)) {
      if (other === event.target || !other.files.length) continue;
      other.value = "";
      other.dispatchEvent(new Event("change"));
    }
    if (file) begin(form, file);
  });
  document.addEventListener(
    "submit",
    (event) => {
      if (!sending || event.target !== sending.form || event.submitter?.name === "lang") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = event.submitter;
      held?.setAttribute("aria-busy", "true");
    },
    { capture: true },
  );
}
