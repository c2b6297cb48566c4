// A language button sends the form to be shown again. A password is never shown again, so it is not sent either.

document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "lang") return;
  const secret = [...event.target.querySelectorAll("input[type=password]")];
  for (const one of secret) one.disabled = true;
  setTimeout(() => secret.forEach((one) => (one.disabled = false))); // the form was read by then
});
