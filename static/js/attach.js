// A photograph on a bad line: it goes to the server in pieces as soon as it was chosen, while the rest of the form is
// filled in. A line that breaks loses nothing: it goes on from where it stopped, here or after the page was loaded anew and
// the same file chosen again. The form then carries its number instead of the file. Without this script the form carries
// the whole file.

const AGAIN_MS = 3000;
const MOST_AGAIN_MS = 60000;
const PIECE_WITHIN_MS = 60000;
const FORM = "form[data-attach]";
let sending = null; // {form, stopped}
let held = null; // the button that was pressed while a file was on its way

const inputs = (form) => [...form.querySelectorAll("input[type=file]")];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// A line for each file: how it goes with it. Its name where there are several.
function ways(form, files) {
  for (const old of form.querySelectorAll(".upload-way")) old.remove();
  const blank = form.querySelector("template[data-way]");
  let last = blank;
  return files.map((file) => {
    blank.innerHTML = blank.dataset.html;
    const shown = blank.content.firstElementChild;
    if (files.length > 1) shown.querySelector("bdi").textContent = file.name;
    last.after(shown);
    last = shown;
    return shown;
  });
}

function say(one, what, part) {
  const words = one.way.querySelector("span");
  const said = one.refused ?? words.dataset[`say${what}`];
  if (words.textContent !== said) words.textContent = said;
  if (part !== undefined) one.way.querySelector("progress").value = part;
}

// What is here goes by its number; what could not be sent in pieces goes with the form; what the server said no to stays.
function carried(form, numbers, left, all) {
  form.elements.namedItem("upload").value = numbers.join(" ");
  const whole = left.length === all;
  for (const one of inputs(form)) {
    one.dataset.name ??= one.name;
    if (whole) one.name = one.dataset.name;
    else one.removeAttribute("name");
  }
  if (whole || !left.length) return;
  const chosen = new DataTransfer();
  for (const file of left) chosen.items.add(file);
  const input = form.querySelector("input[type=file][multiple]");
  input.files = chosen.files;
  input.name = input.dataset.name;
}

function post(form, address, fields) {
  const body = new FormData();
  body.append("csrf_token", form.elements.namedItem("csrf_token").value);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { "X-Sent-By": "script" };
  return fetch(address, { method: "POST", body, headers, signal: AbortSignal.timeout(PIECE_WITHIN_MS) });
}

// An answer, however often the line breaks; null where the server says no for good, with its sentence if it has one.
async function answered(one, ask) {
  for (let wait = AGAIN_MS; ; wait = Math.min(2 * wait, MOST_AGAIN_MS)) {
    if (one.all.stopped) return null;
    let away = false;
    try {
      const answer = await ask();
      if (answer.ok || answer.status === 409) return answer;
      if (answer.status < 500 && answer.status !== 408) {
        if (answer.headers.get("Content-Type")?.startsWith("text/plain")) one.refused = await answer.text();
        return null;
      }
      away = true;
    } catch {
      // the line broke
    }
    say(one, away ? "Away" : "Waiting");
    await pause(away ? wait : AGAIN_MS);
  }
}

// The number of a file that is here whole; null where it is not to be.
async function send(one) {
  const { form, file } = one;
  const mark = `${file.name}|${file.size}|${file.lastModified}`.slice(-190);
  const begun = await answered(one, () => post(form, form.dataset.attach, { mark, size: String(file.size) }));
  const address = begun?.headers.get("X-Leads-To");
  if (!address) return null;
  let here = 0;
  let known = false;
  while (!known || here < file.size) {
    say(one, "Sending", (100 * here) / file.size);
    const piece = file.slice(here, here + Number(form.dataset.piece));
    const answer = known
      ? await answered(one, () => post(form, `${address}/pieces`, { offset: String(here), piece }))
      : await answered(one, () => fetch(address, { cache: "no-store" }));
    if (!answer) return null;
    known = answer.ok; // else a piece had arrived whose answer was lost: ask how much is here
    if (answer.ok) here = Number(await answer.text());
  }
  say(one, "Here", 100);
  return address.split("/").at(-1);
}

async function begin(form, files) {
  if (sending) sending.stopped = true;
  const all = { form, stopped: false };
  sending = all;
  carried(form, [], files, files.length);
  const shown = ways(form, files);
  const each = files.map((file, at) => ({ form, file, all, way: shown[at] }));
  for (const one of each) say(one, "Next");
  for (const one of each) {
    one.number = one.file.size > 0 ? await send(one) : null;
    if (all.stopped) return;
    if (!one.number) say(one, "Stopped");
  }
  sending = null;
  const here = each.filter((one) => one.number).map((one) => one.number);
  carried(form, here, each.filter((one) => !one.number && !one.refused).map((one) => one.file), each.length);
  if (held && form.isConnected) form.requestSubmit(held);
  held = null;
}

if (document.querySelector(FORM)) {
  document.addEventListener("change", (event) => {
    const form = event.target.closest(FORM);
    if (!form || !inputs(form).includes(event.target)) return;
    const files = [...event.target.files];
    for (const other of inputs(form)) {
      if (other === event.target || !other.files.length) continue;
      other.value = "";
      other.dispatchEvent(new Event("change"));
    }
    if (files.length) begin(form, files);
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
