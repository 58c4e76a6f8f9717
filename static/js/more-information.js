// Shows the progress page of a course in the dialog of the page, where the links marked `data-more-information` (with the
// course's title) stand. Without this script the link leads to that page.

const dialog = document.getElementById('more-information');

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-more-information]');
  if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void show(link);
});

async function show(link) {
  try {
    const response = await fetch(`${link.href}?part=detail`, { headers: { Accept: 'text/html' } });
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    dialog.querySelector('h2').textContent = link.dataset.moreInformation;
    dialog.querySelector('.dialog-body').innerHTML = await response.text();
    dialog.showModal();
  } catch {
    // The page itself says what is wrong better than a dialog could.
    window.location.assign(link.href);
  }
}
