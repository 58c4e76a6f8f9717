// What every page of the site does: a form is sent once, and errors get the focus. Knows nothing of single pages.

// After this time a form may be sent again: its answer may have been a download, which leaves the page as it is.
const RESEND_MS = 5000;

// A second click on a slow line must not send the form twice; coming back by the browser's history frees it again.
// Listens on the window, after every other script has had its chance to take the form over.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || (form.target && form.target !== "_self")) return;
  if (form.dataset.sent === "true") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, RESEND_MS);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A form shown again with errors: its summary is where reading should start.
document.querySelector("[data-focus]")?.focus();

// A control that only narrows a list may send its form at once: <select data-submit-on-change>.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});
