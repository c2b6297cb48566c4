// A button beside a password shows what was typed, and hides it again before the form is sent.

for (const button of document.querySelectorAll("button[data-shows]")) {
  const field = document.getElementById(button.dataset.shows);
  const show = (on) => {
    field.type = on ? "text" : "password";
    button.setAttribute("aria-pressed", String(on));
    [...button.children].forEach((words, at) => (words.hidden = Boolean(at) !== on));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    show(field.type === "password");
    field.focus();
  });
  field.form.addEventListener("submit", () => show(false)); // kept by no browser as a plain text
}
