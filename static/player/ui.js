// The player's screen: bar, table of contents, content frame, notices.
//
// Owns the document of the player and nothing else: it shows what it is told and reports what is pressed. Every word
// comes from `strings`. Full-page messages (takeover, end) are in screens.js, the contents in contents.js.

import { createContents } from './contents.js';
import { createLog } from './log.js';
import { createScreens } from './screens.js';

const CONTROLS = ['previous', 'continue', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'];
const KEYS = { exitAll: 'exit-all', abandonAll: 'abandon-all', suspendAll: 'suspend-all' };
/** Content that asks "really leave?" and is answered "no" is taken away after this time all the same. */
const UNLOAD_PATIENCE_MS = 2000;
const ALLOW = 'autoplay; fullscreen; encrypted-media; picture-in-picture; clipboard-write; screen-wake-lock';
/** Said of a review, a test run or a guest, these would promise what does not happen. */
const QUIET = ['ready', 'saving', 'saved'];
const TROUBLE = ['retrying', 'offline', 'readonly', 'closed'];

export function createUi({ document, strings, boot, timers, now, canClose, onNavigate, reload }) {
  const $ = (id) => document.getElementById(id);
  const text = words(strings);
  const clock = timeFormat(boot.lang);
  const stage = $('content');
  const choose = (id) => onNavigate(`choice:${id}`);
  const contents = createContents({ document, text, rtl: boot.dir === 'rtl', onChoose: choose });
  const log = boot.preview ? createLog({ document, text, clock, now }) : null;
  const screens = createScreens({ document, text, boot, stage, clock, canClose });
  const buttons = createControls();
  let frame = null;
  let current = null;

  $('title').textContent = boot.activityTitle;
  if (boot.preview) mode('preview');
  else if (boot.guest) mode('guest');

  function createControls() {
    const made = {};
    for (const name of CONTROLS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.nav = name;
      button.textContent = text(KEYS[name] ?? name);
      button.hidden = true;
      button.addEventListener('click', () => onNavigate(name));
      made[name] = button;
    }
    $('controls').append(...Object.values(made));
    return made;
  }

  // ---- status and notices

  function status({ state, savedAt }) {
    if (state === current && state !== 'saved') return;
    const time = savedAt === null ? '' : clock.format(savedAt);
    const isUnrecorded = $('mode').hidden === false && QUIET.includes(state);
    $('status').textContent = isUnrecorded ? text('state-unrecorded') : text(`state-${state}`, { time });
    $('status').dataset.state = state;
    // Only the way into trouble and out of it is worth interrupting a screen reader for.
    if (TROUBLE.includes(state) !== TROUBLE.includes(current ?? 'ready')) say($('status').textContent);
    current = state;
  }

  function say(sentence) {
    $('announce').textContent = sentence;
  }

  function mode(name) {
    $('mode').textContent = name === 'normal' ? '' : text(`mode-${name}`);
    $('mode').hidden = name === 'normal';
  }

  /** A sentence above the content that stays until it is dismissed; the same one is not shown twice. */
  function notice(name, sentence, action) {
    const shown = $('notices').querySelector(`[data-notice="${name}"]`);
    shown?.remove();
    const line = document.createElement('div');
    line.dataset.notice = name;
    const words = document.createElement('p');
    words.textContent = sentence ?? text(`notice-${name}`);
    line.append(words);
    if (action) line.append(button(action.label, action.run));
    line.append(button(text('dismiss'), () => line.remove()));
    $('notices').append(line);
  }

  function dropNotice(name) {
    $('notices').querySelector(`[data-notice="${name}"]`)?.remove();
  }

  function button(label, run) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', run);
    return made;
  }

  // ---- view

  function view({ toc, controls }) {
    for (const name of CONTROLS) {
      const control = controls?.[name] ?? 'hidden';
      buttons[name].hidden = control === 'hidden';
      buttons[name].dataset.valid = String(control === 'enabled');
      buttons[name].disabled = control !== 'enabled';
    }
    contents.show(toc ?? []);
  }

  function busy(is) {
    stage.setAttribute('aria-busy', String(is));
    for (const made of Object.values(buttons)) made.disabled = is || made.dataset.valid !== 'true';
  }

  // ---- content

  function showContent({ title, url }, onLoad) {
    for (const past of ['part-finished', 'module-finished', 'navigation-unsure', 'unreachable', 'message']) dropNotice(past);
    frame?.remove();
    frame = document.createElement('iframe');
    frame.title = title || boot.activityTitle;
    frame.allow = ALLOW;
    frame.addEventListener('load', onLoad, { once: true });
    frame.src = url;
    stage.replaceChildren(frame);
    frame.focus();
    const part = contents.several && title !== boot.activityTitle ? ` – ${title}` : '';
    $('title').textContent = boot.activityTitle + part;
  }

  /** Lets the content run its own farewell (beforeunload, pagehide, unload), then removes its frame. */
  async function unloadContent() {
    if (!frame) return;
    const leaving = frame;
    frame = null;
    await new Promise((resolve) => {
      const timer = timers.set(resolve, UNLOAD_PATIENCE_MS);
      leaving.addEventListener('load', () => (timers.clear(timer), resolve()), { once: true });
      leaving.contentWindow.location.replace('about:blank');
    });
    leaving.remove();
    screens.loading();
  }

  return {
    status,
    mode,
    notice,
    view,
    busy,
    showContent,
    unloadContent,
    log: (call) => log?.add(call),
    askTakeover: (lastSeen, onContinue) => screens.takeover(lastSeen, onContinue),
    closed: (message) => screens.closed(message),
    choosePart(message) {
      const next = contents.next;
      screens.choosePart(message, next && { title: next.title, run: () => choose(next.id) });
      contents.open();
    },
    ended(outcomeView, isUnsaved) {
      view({});
      $('notices').replaceChildren();
      screens.ended(outcomeView, isUnsaved);
    },
    partFinished() {
      if (contents.several) notice('part-finished');
      else notice('module-finished', null, { label: text('see-result'), run: () => onNavigate('exitAll') });
    },
    readOnly() {
      for (const made of Object.values(buttons)) made.disabled = true;
      notice('readonly', null, { label: text('continue-here'), run: reload });
    },
  };
}

/** Looks words up and fills `%name%`; a missing word shows its key, so that a test can find it. */
export function words(strings) {
  return (key, values = {}) => {
    const pattern = strings[`player-${key}`] ?? `player-${key}`;
    return pattern.replaceAll(/%(\w+)%/g, (whole, name) => values[name] ?? whole);
  };
}

/** 14:32:05 in every language: the sign must look alike on every screen that a help desk hears about. */
export function timeFormat(lang) {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, options);
}
