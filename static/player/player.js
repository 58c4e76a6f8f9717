// Starts the player: gathers what the browser offers and hands it to the session.
//
// Owns the page's events (pagehide, visibility, network) and nothing else. There is no `unload` handler: browsers
// switch it off, and it would keep the page out of their back-forward cache.

import { createAdapter } from './adapter.js';
import { createApiHost } from './discovery.js';
import { createSession } from './session.js';
import { createUi } from './ui.js';

const boot = JSON.parse(document.getElementById('clikc-boot').textContent);
// Content shares this window's origin and could send the course page elsewhere by `parent.opener.location`. The page is
// told from here alone; after a reload it asks the server.
const coursePage = window.opener;
window.opener = null;

const env = {
  fetch: window.fetch.bind(window),
  storage: usable(() => window.localStorage),
  sessionStorage: usable(() => window.sessionStorage),
  locks: navigator.locks ?? null,
  timers: { set: (fn, ms) => window.setTimeout(fn, ms), clear: (id) => window.clearTimeout(id) },
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  randomId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
  tellOpener,
};

const ui = createUi({
  document,
  strings: boot.strings,
  boot,
  timers: env.timers,
  now: env.now,
  canClose: coursePage !== null,
  onNavigate: (request) => void session.navigate(request),
  reload: () => window.location.reload(),
});
const host = createApiHost({ win: window, createAdapter });
const session = createSession({ boot, ui, host, env });

insistOnFarewell();
window.addEventListener('pagehide', () => session.pageHidden());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') session.hidden();
});
// A page from the back-forward cache is a picture of the past: only the server knows what holds now.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
window.addEventListener('online', () => session.online());
window.addEventListener('message', (event) => {
  if (event.origin === boot.siteOrigin && event.data?.clikc === 'hello') session.asked();
});

void session.start();

/**
 * When a script closes a window that a page of another site has opened (content likes `top.close()`), Chromium 156
 * skips the farewell events of the window itself, unless a frame within it listens for them too: then all are told.
 */
function insistOnFarewell() {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  frame.contentWindow.addEventListener('pagehide', () => {});
}

/** A browser that forbids storage throws on the mere mention of it. */
function usable(find) {
  try {
    return find() ?? null;
  } catch {
    return null;
  }
}

function tellOpener(message) {
  try {
    coursePage?.postMessage(message, boot.siteOrigin);
  } catch {
    // The course page is gone; it will ask the server when it is opened again.
  }
}
