// The browser's control for a file speaks the language of the browser: over it stands a button of ours, in the language of
// the page, with the names of what was chosen beside it. Without this script the browser's own control stays.

for (const input of document.querySelectorAll("input[type=file][data-choose]")) {
  const chooser = document.createElement("div");
  const button = document.createElement("label");
  const chosen = document.createElement("bdi");
  chooser.className = "chooser";
  button.className = "button button-second";
  button.htmlFor = input.id;
  button.textContent = input.dataset.choose;
  chosen.className = "chosen";
  chosen.setAttribute("aria-live", "polite");
  const tell = () => {
    chosen.textContent = [...input.files].map((file) => file.name).join(", ") || input.dataset.nothing;
  };
  input.classList.add("unseen");
  input.addEventListener("change", tell);
  for (const kind of ["dragover", "drop"]) {
    chooser.addEventListener(kind, (event) => {
      event.preventDefault();
      if (kind === "dragover" || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  chooser.append(button, chosen);
  input.after(chooser);
  tell();
}
