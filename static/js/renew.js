// Shows how far work in the background is, and the whole page anew once it is over.
//
// Owns the elements marked `data-renew`, each with an id: their content is taken from the same page, asked for again, for as
// long as that page has the mark too.

const ASK_MS = 1500;

async function renew() {
  const [part] = document.querySelectorAll('[data-renew]');
  if (!part) return;
  try {
    const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } });
    // A log-in that has ended leads to another page; the reader is led there when they go on.
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(part.id);
    if (!fresh?.matches('[data-renew]')) {
      window.location.reload();
      return;
    }
    part.replaceChildren(...fresh.childNodes);
  } catch {
    // The line is down: the next question may get through.
  }
  setTimeout(renew, ASK_MS);
}

setTimeout(renew, ASK_MS);
