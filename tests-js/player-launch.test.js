import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLauncher, features } from '../static/js/launch.js';
import { settled, virtualClock } from './player-support.js';

const CONTENT = 'http://127.0.0.1:8080';

/** A course page with one launch form, and a browser that opens windows (or refuses to). */
function coursePage({ blocksPopups = false, small = false, contentOrigin = CONTENT } = {}) {
  const clock = virtualClock();
  const handlers = {};
  const places = {
    '[data-course-state]': { dataset: { courseState: '/courses/3/state' } },
    '[data-blocked="12"]': { hidden: true, querySelector: () => ({ focus() {} }) },
    '[data-activity-status="12"]': { dataset: {}, textContent: 'not started' },
    '[data-activity-action="12"] span': { textContent: 'Start' },
    '[data-course-progress]': { value: 0 },
    '[data-activity-missing="12"]': todo(),
    '[data-certificate-ready]': { hidden: true },
    '[data-certificate-missing]': { hidden: false },
  };
  const body = { dataset: { contentOrigin } };
  const document = {
    body,
    activeElement: body,
    addEventListener: (name, run) => (handlers[name] = run),
    querySelector: (selector) => places[selector] ?? null,
    querySelectorAll: (selector) => (places[selector] ? [places[selector]] : []),
  };
  const windows = new Map();
  const win = {
    document,
    screen: { availWidth: 1366, availHeight: 728 },
    matchMedia: () => ({ matches: small }),
    addEventListener: (name, run) => (handlers[name] = run),
    open(_, name) {
      if (blocksPopups) return null;
      if (!windows.get(name) || windows.get(name).closed) windows.set(name, popup());
      return windows.get(name);
    },
  };
  const page = { clock, win, places, windows, submitted: [], state: { activities: [], progress: 0 }, asked: 0 };
  const fetch = async () => ((page.asked += 1), { ok: true, json: async () => page.state });
  createLauncher({ win, fetch, timers: clock.timers });

  const button = { matches: () => false, focus: () => (page.focused = 'button') };
  const form = {
    dataset: { activity: '12', width: '1024', height: '700', fill: 'false' },
    closest: () => form,
    requestSubmit: (submitter) => void submit(submitter),
  };
  function submit(submitter) {
    let prevented = false;
    handlers.submit({ target: form, submitter, preventDefault: () => (prevented = true) });
    if (prevented) return;
    page.submitted.push(form.target);
    const target = windows.get(form.target);
    if (target) target.location = Object.defineProperty({}, 'href', { get: () => { throw new Error('SecurityError'); } });
  }
  page.press = () => submit(button);
  page.pressOpenHere = () => submit({ matches: (selector) => selector === '[data-open-here]' });
  page.hear = (data, origin = CONTENT) => handlers.message({ data, origin, source: windows.get('clikc-activity-12') });
  return page;
}

function todo() {
  const words = { textContent: 'Open it.' };
  return { hidden: false, words, querySelector: () => words };
}

function popup() {
  return {
    closed: false, focused: 0, heard: [], location: { href: 'about:blank' },
    focus() { this.focused += 1; },
    postMessage(data, origin) { this.heard.push([data, origin]); },
  };
}

test('the first press opens a window of the activity and sends the form there', () => {
  const page = coursePage();
  page.press();
  assert.deepEqual(page.submitted, ['clikc-activity-12']);
});

test('A13: a second press focuses the running module and does not reload it', async () => {
  const page = coursePage();
  page.press();
  page.press();
  const [opened] = page.windows.values();
  assert.equal(opened.focused, 2);
  assert.deepEqual(opened.heard, [[{ clikc: 'hello' }, CONTENT]]);
  page.hear({ clikc: 'playing' });
  await page.clock.advance(1000);
  assert.equal(page.submitted.length, 1);
});

test('A17: a window that has ended is used for the next launch', async () => {
  const page = coursePage();
  page.press();
  page.press();
  await page.clock.advance(1000);
  assert.deepEqual(page.submitted, ['clikc-activity-12', 'clikc-activity-12']);
});

test('A11: a refused window offers to open here, and nothing is submitted before', () => {
  const page = coursePage({ blocksPopups: true });
  page.press();
  assert.equal(page.places['[data-blocked="12"]'].hidden, false);
  assert.deepEqual(page.submitted, []);
  page.pressOpenHere();
  assert.deepEqual(page.submitted, ['_self']);
});

test('A33: on a small screen the module takes this window', () => {
  const page = coursePage({ small: true });
  page.press();
  assert.deepEqual(page.submitted, ['_self']);
  assert.equal(page.windows.size, 0);
});

test('A31: a saved result shows at once when the player tells, and within two seconds when it cannot', async () => {
  const page = coursePage();
  page.press();
  page.state = { activities: [{ id: 12, status: 'completed', status_label: 'Completed', tick: true }], progress: 50 };
  page.hear({ clikc: 'state' });
  await settled();
  assert.equal(page.places['[data-activity-status="12"]'].textContent, 'Completed');
  assert.equal(page.places['[data-course-progress]'].value, 50);
  page.state = { activities: [], progress: 100 };
  await page.clock.advance(2000);
  assert.equal(page.places['[data-course-progress]'].value, 100);
});

test('the button and the certificate follow what the module has achieved', async () => {
  const page = coursePage();
  page.press();
  const done = { id: 12, status: 'passed', status_label: 'Passed', tick: true, action_label: 'Open' };
  page.state = { activities: [done], progress: 100, certificate_ready: true };
  page.hear({ clikc: 'ended' });
  await settled();
  assert.equal(page.places['[data-activity-action="12"] span'].textContent, 'Open');
  assert.equal(page.places['[data-certificate-ready]'].hidden, false);
  assert.equal(page.places['[data-certificate-missing]'].hidden, true);
});

test('a message of another origin is not believed', async () => {
  const page = coursePage();
  page.press();
  page.hear({ clikc: 'state' }, 'https://elsewhere.example');
  await settled();
  assert.equal(page.asked, 0);
});

test('C4: where each activity has a host of its own, only that one is believed', async () => {
  const page = coursePage({ contentOrigin: 'https://*.play.example' });
  page.press();
  page.hear({ clikc: 'state' }, 'https://a13.play.example');
  await settled();
  assert.equal(page.asked, 0);
  page.hear({ clikc: 'state' }, 'https://a12.play.example');
  await settled();
  assert.equal(page.asked, 1);
});

test('when the module closes the focus returns and the asking ends', async () => {
  const page = coursePage();
  page.press();
  page.windows.get('clikc-activity-12').closed = true;
  await page.clock.advance(60_000);
  assert.equal(page.focused, 'button');
  assert.equal(page.asked, 2);
  page.press();
  assert.equal(page.submitted.length, 2);
});

test('the window is centred and never larger than the screen', () => {
  const screen = { availWidth: 1024, availHeight: 700 };
  assert.equal(features({ width: '1600', height: '600' }, screen), 'popup,width=1024,height=600,left=0,top=50');
  assert.equal(features({ fill: 'true' }, screen), 'popup,width=1024,height=700,left=0,top=0');
  assert.equal(features({ width: 'x' }, screen), 'popup,width=1024,height=700,left=0,top=0');
});

test('what is still to do is renewed, and comes back when a result is taken back', async () => {
  const page = coursePage();
  page.press();
  const todo = page.places['[data-activity-missing="12"]'];
  for (const [missing, hidden] of [['Reach at least 70 %.', false], [null, true], ['Go on.', false]]) {
    page.state = { activities: [{ id: 12, missing }], progress: 0 };
    page.hear({ clikc: 'state' });
    await settled();
    assert.deepEqual([todo.hidden, todo.words.textContent], [hidden, missing ?? '']);
  }
});
