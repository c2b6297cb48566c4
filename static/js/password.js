// A button beside a password shows what was typed, and hides it again before the form is sent.

for (const blank of document.querySelectorAll("template[data-shows]")) {
  blank.innerHTML = blank.dataset.html;
  const button = blank.content.firstElementChild;
  const field = document.getElementById(blank.dataset.shows);
  const show = (on) => {
    field.type = on ? "text" : "password";
    button.setAttribute("aria-pressed", String(on));
    [...button.children].forEach((words, at) => (words.hidden = Boolean(at) !== on));
  };
  blank.after(button);
  button.addEventListener("click", () => {
    show(field.type === "password");
    field.focus();
  });
  field.form.addEventListener("submit", () => show(false)); // kept by no browser as a plain text
}
