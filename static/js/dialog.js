// Opens <dialog> elements as modal windows. The links that open them carry `data-dialog-open="id"` and point to the
// dialog's fragment, so that they work without scripts too; the browser gives the focus back when a dialog closes.

function open(dialog) {
  if (!dialog.open) dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.dialogOpen);
    if (!dialog) return;
    event.preventDefault();
    open(dialog);
    return;
  }
  if (event.target.closest("[data-dialog-close]")) {
    event.preventDefault();
    event.target.closest("dialog").close();
    return;
  }
  // A click on the dialog element itself, not on what it contains, is a click on its backdrop.
  if (event.target instanceof HTMLDialogElement && event.target.open) {
    const box = event.target.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) event.target.close();
  }
});

// The close link says it is a button, so the space bar must press it.
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches('a[role="button"]')) {
    event.preventDefault();
    event.target.click();
  }
});

// A page addressed with the dialog's fragment shows it at once; afterwards the address names the page again.
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named instanceof HTMLDialogElement) {
  history.replaceState(history.state, "", location.pathname + location.search);
  open(named);
}
