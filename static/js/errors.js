// Moves the focus to the error summary, so that a keyboard or a screen reader begins where something must be done.

function lead() {
  const summary = document.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const hidden = target.closest("details:not([open])");
    if (hidden) hidden.open = true;
    target.focus({ preventScroll: true });
    (target.closest(".field, fieldset") ?? target).scrollIntoView({ block: "start" });
  });
}

lead();
document.addEventListener("step-shown", lead);
