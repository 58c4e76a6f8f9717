// The course page's part of a launch: opens the module's window and shows what it has achieved.
//
// Owns the forms marked `data-launch`. The window belongs to the player, on another origin; this page may close at any
// time and nothing is lost. Expects on the page:
//   <form method="post" action="/activities/12/launch" data-launch data-activity="12" data-width data-height data-fill>
//     with a submit button and, inside it or beside it, a hidden element [data-blocked="12"] holding a submit button
//     [data-open-here] (attribute form="…" when it stands outside the form);
//   [data-activity-status="12"], [data-activity-score="12"], [data-activity-progress="12"], [data-activity-action="12"] span,
//   [data-course-progress], [data-certificate-ready], [data-certificate-missing],
//   [data-activity-missing=ID] with a span that says what is still to do;
//   <body data-content-origin="…"> (a `*` in it stands for the activity) and [data-course-state="/courses/3/state"].

const SMALL = '(max-width: 47rem), (max-height: 30rem) and (pointer: coarse)';
/** What modules achieve while they play, should their word not reach us. */
const ASK_MS = 2000;
/** Where no word can come, not of the end either: with the way there and back less than the two seconds we promise. */
const ASK_APART_MS = 1000;
/** Whether a window has closed is seen without asking anybody. */
const LOOK_MS = 250;
/** What a closing window says last may arrive after our question: it is asked anew after these pauses. */
const FAREWELL_MS = [0, 400, 800, 1600];
/** A player that still plays answers in this time; silence means that the window may be used anew. */
const ANSWER_MS = 400;

/** @param win  the window (a parameter for the tests) */
export function createLauncher({ win, fetch, timers }) {
  const { document } = win;
  const originOf = (activity) => document.body.dataset.contentOrigin.replace('*', `a${activity}`);
  const open = new Map();
  const anchored = new Set();
  // A window may be kept apart from this page: by a stricter COOP than ours, and in WebKit by ours. It looks closed as soon
  // as its player arrives, and its true end is never known: then this page goes on asking for as long as it lives.
  let isApart = false;
  let looking = null;
  let asking = null;
  let pauses = [];
  let questions = 0;
  let shown = 0;
  let delivering = false;

  function submitted(event) {
    const form = event.target.closest?.('form[data-launch]');
    if (!form || delivering) return;
    // On a phone a second window is only a hidden tab: the module takes this one and leads back at its end.
    if (event.submitter?.matches('[data-open-here]') || win.matchMedia(SMALL).matches) {
      form.target = '_self';
      return;
    }
    // A new window takes the submission as it is under way; it cannot be repeated from within its own event.
    if (!launch(form, event.submitter)) event.preventDefault();
  }

  /** True when the form should go to the window now. */
  function launch(form, button) {
    const activity = form.dataset.activity;
    const name = `clikc-activity-${activity}`;
    // An empty address finds the window of this name as it is, or makes a new one; it never reloads a running module.
    const known = open.get(activity)?.target;
    const target = known && !known.closed ? known : win.open('', name, features(form.dataset, win.screen));
    blocked(activity, !target);
    if (!target) return false;

    const entry = { target, button, form, name, origin: originOf(activity), timer: null, hasSpoken: false };
    open.set(activity, entry);
    anchor(entry.origin);
    target.focus();
    form.target = name;
    looking ??= timers.set(look, LOOK_MS);
    asking ??= timers.set(ask, ASK_MS);
    if (isNew(target)) return true;
    askWhetherItPlays(entry);
    return false;
  }

  /**
   * Firefox stops the scripts of a process whose last page is closed, in the middle of a module's last words. An empty page
   * of the module's origin within this one, in the same process, is a page more.
   */
  function anchor(origin) {
    if (anchored.has(origin)) return;
    anchored.add(origin);
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = '';
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.src = `${origin}/play/anchor`;
    document.body.append(frame);
  }

  function deliver(entry) {
    entry.form.target = entry.name;
    delivering = true;
    // With its button, so that "Review" and "Try again" stay different requests.
    entry.form.requestSubmit(entry.button);
    delivering = false;
  }

  function askWhetherItPlays(entry) {
    entry.timer = timers.set(() => deliver(entry), ANSWER_MS);
    entry.target.postMessage({ clikc: 'hello' }, entry.origin);
  }

  /** A new window still shows the empty page of our own origin; a player's address is out of our sight. */
  function isNew(target) {
    try {
      return target.location.href === 'about:blank';
    } catch {
      return false;
    }
  }

  function blocked(activity, is) {
    const notice = document.querySelector(`[data-blocked="${activity}"]`);
    if (!notice) return;
    notice.hidden = !is;
    if (is) notice.querySelector('[data-open-here]')?.focus();
  }

  function heard(event) {
    const isFrom = ({ target, origin }) => target === event.source && origin === event.origin;
    const entry = [...open.values()].find(isFrom);
    if (!entry) return;
    entry.hasSpoken = true;
    const kind = event.data?.clikc;
    if (kind === 'playing') timers.clear(entry.timer);
    if (kind === 'state' || kind === 'ended') void refresh();
    if (kind === 'closed') takeLeave();
  }

  // ---- what the server says

  function look() {
    const closed = [...open].filter(([, entry]) => entry.target.closed);
    for (const [activity, entry] of closed) {
      open.delete(activity);
      isApart ||= !entry.hasSpoken;
      // Focus returns to where the learner left the page, unless they are already elsewhere on it.
      if (document.activeElement === document.body) entry.button?.focus();
    }
    if (closed.length > 0) takeLeave();
    looking = open.size > 0 ? timers.set(look, LOOK_MS) : null;
  }

  function takeLeave() {
    pauses = [...FAREWELL_MS];
    timers.clear(asking);
    asking = timers.set(ask, pauses.shift());
  }

  async function ask() {
    asking = null;
    await refresh();
    if (asking !== null) return;
    const pause = pauses.shift() ?? usualPause();
    asking = pause === null ? null : timers.set(ask, pause);
  }

  function usualPause() {
    if (isApart) return ASK_APART_MS;
    return open.size > 0 ? ASK_MS : null;
  }

  /** From a window that may just have been closed, and of which this page need not know. */
  function cameBack() {
    if (document.visibilityState === 'visible') takeLeave();
  }

  async function refresh() {
    const place = document.querySelector('[data-course-state]')?.dataset.courseState;
    if (!place) return;
    questions += 1;
    const question = questions;
    try {
      const response = await fetch(place, { headers: { Accept: 'application/json' }, cache: 'no-store' });
      const answer = response.ok && (await response.json());
      // An answer that was overtaken by a later question's is out of date.
      if (!answer || question < shown) return;
      shown = question;
      show(answer);
    } catch {
      // The page keeps what it shows; the next look will tell.
    }
  }

  function show({ activities = [], progress, progress_label: label, certificate_ready: ready }) {
    for (const activity of activities) {
      fill(`[data-activity-status="${activity.id}"]`, (place) => {
        place.textContent = activity.status_label;
        place.dataset.status = activity.status;
        place.dataset.tick = String(Boolean(activity.tick));
      });
      fill(`[data-activity-score="${activity.id}"]`, (place) => (place.textContent = activity.score ?? ''));
      fill(`[data-activity-progress="${activity.id}"]`, (place) => (place.textContent = activity.progress_label ?? ''));
      fill(`[data-activity-action="${activity.id}"] span`, (place) => (place.textContent = activity.action_label));
      fill(`[data-activity-missing="${activity.id}"]`, (place) => {
        place.hidden = !activity.missing;
        place.querySelector('span').textContent = activity.missing ?? '';
      });
    }
    fill('[data-course-progress]', (place) => {
      if ('value' in place) place.value = progress;
      else place.textContent = label ?? `${progress} %`;
    });
    fill('[data-certificate-ready]', (place) => (place.hidden = !ready));
    fill('[data-certificate-missing]', (place) => (place.hidden = Boolean(ready)));
  }

  function fill(selector, change) {
    for (const place of document.querySelectorAll(selector)) change(place);
  }

  document.addEventListener('submit', submitted);
  win.addEventListener('message', heard);
  // Coming back to this page (from "open here", another tab or window) shows what holds now. A module that is left by the
  // Back button says its last words only when this page has already arrived.
  win.addEventListener('pageshow', (event) => (event.persisted || isReturn(win)) && takeLeave());
  win.addEventListener('focus', cameBack);
  document.addEventListener('visibilitychange', cameBack);
  return { refresh };
}

function isReturn({ performance }) {
  return performance?.getEntriesByType('navigation')[0]?.type === 'back_forward';
}

/** The window's size, never larger than the screen. Single-window browsers ignore it. */
export function features({ width, height, fill }, screen) {
  if (fill === 'true') return `popup,width=${screen.availWidth},height=${screen.availHeight},left=0,top=0`;
  const wide = Math.min(Number(width) || 1024, screen.availWidth);
  const high = Math.min(Number(height) || 768, screen.availHeight);
  const left = Math.round((screen.availWidth - wide) / 2);
  const top = Math.round((screen.availHeight - high) / 2);
  return `popup,width=${wide},height=${high},left=${left},top=${top}`;
}

if (typeof window !== 'undefined') {
  createLauncher({
    win: window,
    fetch: window.fetch.bind(window),
    timers: { set: (fn, ms) => window.setTimeout(fn, ms), clear: (id) => window.clearTimeout(id) },
  });
}
