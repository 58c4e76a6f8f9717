import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createLauncher, features } from '../static/js/launch.js';
import { settled, virtualClock } from './player-support.js';

const CONTENT = 'http://127.0.0.1:8080';

/** A course page with one launch form, and a browser that opens windows (or refuses to). */
function coursePage({ blocksPopups = false, small = false, contentOrigin = CONTENT, arrival = 'navigate' } = {}) {
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
  const frames = [];
  const body = { dataset: { contentOrigin }, append: (frame) => frames.push(frame) };
  const document = {
    body,
    activeElement: body,
    visibilityState: 'visible',
    createElement: () => ({ attributes: {}, setAttribute(name, value) { this.attributes[name] = value; } }),
    addEventListener: (name, run) => (handlers[name] = run),
    querySelector: (selector) => places[selector] ?? null,
    querySelectorAll: (selector) => (places[selector] ? [places[selector]] : []),
  };
  const windows = new Map();
  const win = {
    document,
    screen: { availWidth: 1366, availHeight: 728 },
    matchMedia: () => ({ matches: small }),
    performance: { getEntriesByType: () => [{ type: arrival }] },
    addEventListener: (name, run) => (handlers[name] = run),
    open(_, name) {
      if (blocksPopups) return null;
      if (!windows.get(name) || windows.get(name).closed) windows.set(name, popup());
      return windows.get(name);
    },
  };
  const page = { clock, win, places, windows, frames, submitted: [], state: { activities: [], progress: 0 }, asked: 0 };
  // What the server knows when it is asked; the answer may take its time.
  const fetch = async () => {
    page.asked += 1;
    const { state, delay } = page;
    await delay;
    return { ok: true, json: async () => state };
  };
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
  page.close = () => (windows.get('clikc-activity-12').closed = true);
  page.comeBack = () => handlers.focus();
  page.show = (persisted) => handlers.pageshow({ persisted });
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

test('A1: while the page lives an unseen empty page keeps the process of each module\'s origin', () => {
  const page = coursePage();
  page.press();
  page.press();
  assert.deepEqual(page.frames.map(({ src }) => src), [`${CONTENT}/play/anchor`]);
  const [frame] = page.frames;
  assert.equal(frame.hidden, true);
  assert.equal(frame.attributes.sandbox, 'allow-same-origin');
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
  page.hear({ clikc: 'state' });
  page.close();
  await page.clock.advance(60_000);
  assert.equal(page.focused, 'button');
  assert.equal(page.asked, 5);
  page.press();
  assert.equal(page.submitted.length, 2);
});

const ENDS = { 'says so': (page) => page.hear({ clikc: 'closed' }), 'cannot say so': (page) => page.close() };

for (const [how, end] of Object.entries(ENDS)) {
  test(`A31: when a window closes and ${how}, what it saved last shows though it arrives after the question`, async () => {
    const page = coursePage();
    page.press();
    page.hear({ clikc: 'state' });
    end(page);
    await page.clock.advance(300);
    page.state = { activities: [], progress: 100 };
    await page.clock.advance(400);
    assert.equal(page.places['[data-course-progress]'].value, 100);
  });
}

test('A12: a window that is kept apart looks closed and says nothing, and the page goes on asking', async () => {
  const page = coursePage();
  page.press();
  page.close();
  await page.clock.advance(3_600_000);
  page.state = { activities: [], progress: 100 };
  await page.clock.advance(1000);
  assert.equal(page.places['[data-course-progress]'].value, 100);
});

test('an answer that another has overtaken is not shown', async () => {
  const page = coursePage();
  page.press();
  let arrive;
  page.delay = new Promise((resolve) => (arrive = resolve));
  page.hear({ clikc: 'state' });
  page.delay = null;
  page.state = { activities: [], progress: 100 };
  page.hear({ clikc: 'state' });
  await settled();
  arrive();
  await settled();
  assert.equal(page.asked, 2);
  assert.equal(page.places['[data-course-progress]'].value, 100);
});

test('A12: whoever comes back from a window that the page knows nothing of sees what it saved last', async () => {
  const page = coursePage();
  page.comeBack();
  await page.clock.advance(300);
  page.state = { activities: [], progress: 100 };
  await page.clock.advance(100);
  assert.equal(page.places['[data-course-progress]'].value, 100);
  await page.clock.advance(60_000);
  assert.equal(page.asked, 4);
});

for (const [how, arrival, persisted] of [['anew', 'back_forward', false], ['as it was kept', 'navigate', true]]) {
  test(`A31: a page that the Back button shows ${how} hears the last words of the module in its place`, async () => {
    const page = coursePage({ arrival });
    page.show(persisted);
    await page.clock.advance(300);
    page.state = { activities: [], progress: 100 };
    await page.clock.advance(100);
    assert.equal(page.places['[data-course-progress]'].value, 100);
  });
}

test('a page that was opened by a link asks nothing', async () => {
  const page = coursePage();
  page.show(false);
  await page.clock.advance(60_000);
  assert.equal(page.asked, 0);
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
