import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createApiHost } from '../static/player/discovery.js';
import { createSession, navigationRequest, requestAtEnd } from '../static/player/session.js';
import { VIEW, answerOf, fakeLocks, fakeServer, fakeStorage, settled, virtualClock } from './player-support.js';

/** Enough of an adapter to be a content's partner: states and `emit`, no data model. */
function plainAdapter({ standard, emit, document }) {
  const data = { ...document };
  const adapter = { state: 'not_initialized', value: (el) => data[el] };
  const api = {
    init: () => String(adapter.state === 'not_initialized' && emit('init') && ((adapter.state = 'running'), true)),
    set: (el, val) => String(adapter.state === 'running' && emit('set', el, val) && ((data[el] = val), true)),
    commit: () => String(adapter.state === 'running' && emit('commit')),
    term: () => String(adapter.state === 'running' && emit('term') && ((adapter.state = 'terminated'), true)),
  };
  adapter.api =
    standard === 'scorm12'
      ? { LMSInitialize: api.init, LMSSetValue: api.set, LMSCommit: api.commit, LMSFinish: api.term }
      : { Initialize: api.init, SetValue: api.set, Commit: api.commit, Terminate: api.term };
  return adapter;
}

const delivery = (sco, more = {}) => ({ sco, title: sco, url: `/play/tok/c/${sco}.html`, kind: 'sco', document: {}, ...more });
const showing = (deliver, more = {}) => ({ ...VIEW, controls: { exitAll: 'enabled' }, deliver, ...more });

/** One browser: its storage and locks outlive its windows. */
function browser({ standard = 'scorm2004' } = {}) {
  const clock = virtualClock();
  const server = fakeServer(clock);
  server.view = showing(delivery('a'));
  const world = { clock, server, storage: fakeStorage(), locks: fakeLocks(), online: true, ids: 0 };
  const fetch = async (url, init) => {
    if (!world.online) throw new TypeError('offline');
    if (url.startsWith('/tables/')) return answerOf(200, {});
    const answer = await server.fetch(url, init);
    if (!url.endsWith('/open') || answer.status !== 200) return answer;
    const opened = JSON.parse(await answer.text());
    return answerOf(200, { ...opened, mode: 'normal', credit: 'credit', standard, strict: false });
  };

  world.window = (sessionStorage = fakeStorage(), more = {}, bootMore = {}) => {
    const win = {};
    const seen = { statuses: [], notices: [], shown: [], ended: [], told: [], takeover: null, closed: null, chosen: null, unload: null };
    const ui = {
      status: (s) => seen.statuses.push(s.state),
      notice: (name) => seen.notices.push(name),
      mode() {}, view() {}, busy() {}, log() {},
      showContent: (d, onLoad) => (seen.shown.push(d), onLoad()),
      unloadContent: async () => seen.unload?.(),
      askTakeover: (lastSeen, go) => (seen.takeover = go),
      closed: (message) => (seen.closed = message),
      choosePart: (message) => (seen.chosen = message ?? ''),
      ended: (view) => seen.ended.push(view.ended),
      partFinished: () => seen.notices.push('part-finished'),
      readOnly: () => seen.notices.push('readonly'),
    };
    const host = createApiHost({
      win,
      createAdapter: (options) => Object.assign(plainAdapter(options), { setNavValid: more.onValid }),
    });
    const life = { dead: false };
    const own = (...request) => (life.dead ? new Promise(() => {}) : fetch(...request));
    const env = {
      fetch: own, storage: world.storage, sessionStorage, locks: world.locks, timers: clock.timers, now: clock.now,
      random: () => 1, randomId: () => `w${(world.ids += 1)}`, isOnline: () => world.online, isVisible: () => true,
      tellOpener: (message) => seen.told.push(message), ...more,
    };
    const boot = { base: '/play/tok', activity: 12, preview: false, ...bootMore };
    const session = createSession({ boot, ui, host, env });
    return { session, seen, win, life, sessionStorage, api: () => win.API_1484_11, status: () => seen.statuses.at(-1) };
  };
  return world;
}

async function started(world, ...more) {
  const w = world.window(...more);
  void w.session.start();
  await world.clock.advance(700);
  return w;
}

test('a launch replays nothing, opens, and the content finds a fresh API', async () => {
  const world = browser();
  const w = await started(world);
  assert.deepEqual(world.server.requests.map((r) => r.action), ['open']);
  assert.equal(w.seen.shown[0].sco, 'a');
  assert.equal(w.api().Initialize(''), 'true');
  assert.equal(w.win.API, undefined);
});

test('SCORM 1.2 content finds its API under the 1.2 name only', async () => {
  const world = browser({ standard: 'scorm12' });
  const w = await started(world);
  assert.equal(w.win.API.LMSInitialize(''), 'true');
  assert.equal(w.win.API_1484_11, undefined);
});

test('where nothing is delivered at first the learner chooses, and nothing more is asked for', async () => {
  const world = browser();
  world.server.view = VIEW;
  const w = await started(world);
  assert.equal(w.seen.chosen, '');
  assert.deepEqual(world.server.navigations, []);
});

test('A16: a reload keeps the window, delivers what it had not sent first, and asks nothing', async () => {
  const world = browser();
  const first = await started(world);
  first.api().Initialize('');
  first.api().SetValue('cmi.suspend_data', 'page 7');
  // The document dies without any event, as in a crash.
  first.life.dead = true;
  world.locks.releaseAll();
  const again = await started(world, first.sessionStorage);
  assert.deepEqual(world.server.requests.map((r) => r.action), ['open', 'replay', 'open']);
  assert.equal(world.server.document['cmi.suspend_data'], 'page 7');
  assert.equal(again.seen.takeover, null);
  assert.equal(again.api().Initialize(''), 'true');
});

test('A14: a second window asks, takes over, and the first becomes read-only', async () => {
  const world = browser();
  const first = await started(world);
  first.api().Initialize('');
  const second = await started(world);
  assert.equal(second.seen.shown.length, 0);
  second.seen.takeover();
  await settled();
  assert.equal(second.seen.shown[0].sco, 'a');
  first.api().SetValue('x', '1');
  await world.clock.advance(1500);
  assert.equal(first.status(), 'readonly');
  assert.deepEqual(first.seen.notices, ['readonly']);
  assert.equal(first.api().SetValue('x', '2'), 'false');
  assert.equal(second.api().Initialize(''), 'true');
});

test('A14: what the first window had not sent when it lost its place is delivered by the second', async () => {
  const world = browser();
  const first = await started(world);
  first.api().Initialize('');
  first.api().SetValue('cmi.location', 'unsent');
  const second = await started(world);
  const before = world.server.requests.length;
  second.seen.takeover();
  await world.clock.advance(700);
  const asked = world.server.requests.slice(before).map(({ action }) => action);
  assert.deepEqual(asked.slice(0, 2), ['replay', 'open']);
  const { entries } = world.server.requests[before].body;
  assert.equal(entries.at(-1).val, 'unsent');
});

test('a window of this device that is gone without farewell is taken over without a question', async () => {
  const world = browser();
  const first = await started(world);
  first.life.dead = true;
  world.locks.releaseAll();
  const second = await started(world);
  assert.equal(second.seen.takeover, null);
  assert.equal(second.api().Initialize(''), 'true');
});

test('a window of another device is never taken over without a question', async () => {
  const world = browser();
  world.server.window = 'on a phone';
  const w = await started(world);
  assert.equal(w.seen.shown.length, 0);
  assert.notEqual(w.seen.takeover, null);
});

test('the content may ask which navigation is valid now', async () => {
  const world = browser();
  let valid = null;
  const item = (id, enabled, children = []) => ({ id, title: id, visible: true, enabled, children });
  world.server.view = showing(delivery('a'), {
    controls: { continue: 'enabled', previous: 'hidden' },
    toc: [item('root', false, [item('a', true)])],
  });
  await started(world, fakeStorage(), { onValid: (told) => (valid = told) });
  assert.deepEqual(valid, { continue: true, 'choice.{target=root}': false, 'choice.{target=a}': true });
});

test('A17: finishing and launching again twenty times always initialises', async () => {
  const world = browser();
  const tab = fakeStorage();
  for (let i = 0; i < 20; i += 1) {
    const w = await started(world, tab);
    assert.equal(w.api().Initialize(''), 'true');
    assert.equal(w.api().Terminate(''), 'true');
    w.session.pageHidden();
    await settled();
    world.locks.releaseAll();
  }
});

test('A17: the API of an earlier delivery answers as terminated, the new one is fresh', async () => {
  const world = browser();
  const w = await started(world);
  const old = w.api();
  assert.equal(old.Initialize(''), 'true');
  world.server.view = showing(delivery('b'));
  await w.session.navigate('continue');
  assert.equal(old.SetValue('x', '1'), 'false');
  assert.equal(old.Terminate(''), 'false');
  assert.equal(w.api().Initialize(''), 'true');
  await world.clock.advance(2000);
  assert.deepEqual(world.server.log.map((e) => `${e.sco} ${e.op}`), ['a init', 'b init']);
});

test('what the content says while it is being unloaded goes along with the navigation', async () => {
  const world = browser();
  const w = await started(world);
  const api = w.api();
  api.Initialize('');
  w.seen.unload = () => {
    api.SetValue('cmi.location', 'last');
    api.SetValue('adl.nav.request', 'previous');
    api.Terminate('');
  };
  world.server.view = showing(delivery('b'));
  await w.session.navigate('continue');
  await world.clock.advance(2000);
  assert.deepEqual(world.server.log.map((e) => e.op), ['init', 'set', 'set', 'term']);
  assert.deepEqual(world.server.navigations, ['continue'], "the learner's choice wins");
});

test('the content can move the session on by terminating', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  w.api().SetValue('adl.nav.request', '{target=part_3}choice');
  w.api().Terminate('');
  await world.clock.advance(100);
  assert.deepEqual(world.server.navigations, ['choice:part_3']);
});

test('the words of adl.nav.request become requests of the protocol', () => {
  assert.equal(navigationRequest('exitAll'), 'exitAll');
  assert.equal(navigationRequest('{target=x y}jump'), 'jump:x y');
  for (const nothing of ['_none_', '', undefined, 'nonsense']) assert.equal(navigationRequest(nothing), null);
});

test('a session whose time is up asks to leave, unless it asks for something itself', () => {
  const session = (values) => requestAtEnd((element) => values[element]);
  assert.equal(session({ 'cmi.exit': 'time-out' }), 'exitAll');
  assert.equal(session({ 'cmi.exit': 'time-out', 'adl.nav.request': 'continue' }), 'continue');
  assert.equal(session({ 'cmi.exit': 'suspend' }), null);
});

test('content that ends without a request is told apart from a lost one', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  w.api().Terminate('');
  await world.clock.advance(100);
  assert.deepEqual(w.seen.notices, ['part-finished']);
  assert.deepEqual(world.server.navigations, []);
});

test('leaving shows the end and tells the course page', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  world.server.view = { ...VIEW, ended: 'exited', outcome: { status: 'passed' } };
  await w.session.navigate('exitAll');
  await settled();
  assert.deepEqual(w.seen.ended, ['exited']);
  assert.deepEqual(w.seen.told.at(-1), { clikc: 'ended', activity: 12, outcome: { status: 'passed' } });
});

test('a running SCO is never taken away by the answer to its commit', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  world.server.view = showing(null, { ended: 'completed' });
  w.api().Commit('');
  await settled();
  assert.deepEqual(w.seen.ended, []);
  w.api().Terminate('');
  await world.clock.advance(100);
  assert.deepEqual(w.seen.ended, ['completed']);
});

test('an asset is recorded as viewed', async () => {
  const world = browser();
  world.server.view = showing(delivery('page', { kind: 'asset' }));
  await started(world);
  await world.clock.advance(1500);
  assert.deepEqual(world.server.log.map((e) => e.op), ['view']);
});

test('a full device makes SetValue answer false and says so', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  world.storage.capacity = 0;
  assert.equal(w.api().SetValue('x', 'lost?'), 'false');
  assert.ok(w.seen.notices.includes('storage-full'));
  assert.equal(w.api().Terminate(''), 'true');
  await settled();
  assert.deepEqual(world.server.log.map((e) => e.op), ['init', 'term']);
});

test('a browser without storage still plays and warns', async () => {
  const world = browser();
  const w = await started(world, null, { storage: null });
  assert.equal(w.api().Initialize(''), 'true');
  assert.equal(w.api().SetValue('x', '1'), 'true');
  await world.clock.advance(1500);
  assert.equal(world.server.document.x, '1');
  assert.deepEqual(w.seen.notices, ['storage-none']);
});

test('a launch without network waits and starts by itself when the network returns', async () => {
  const world = browser();
  world.online = false;
  const w = await started(world);
  assert.equal(w.status(), 'offline');
  await world.clock.advance(120_000);
  assert.deepEqual(w.seen.notices, ['unreachable']);
  world.online = true;
  w.session.online();
  await settled();
  assert.equal(w.seen.shown.length, 1);
});

test('a journal that the server chokes on does not lock the learner out, and is kept', async () => {
  const world = browser();
  const first = await started(world);
  first.api().Initialize('');
  first.api().SetValue('x', '1');
  first.life.dead = true;
  world.locks.releaseAll();
  const choke = (request) => (request.action === 'replay' ? answerOf(500, '<html>', {}) : null);
  world.server.faults.push(...Array(5).fill(choke));
  const again = await started(world, first.sessionStorage);
  assert.equal(again.seen.shown.length, 0);
  await world.clock.advance(60_000);
  assert.equal(again.seen.shown.length, 1);
  assert.ok(world.storage.length > 0);
});

for (const whose of ['preview', 'guest']) {
  test(`what is not recorded leaves nothing on the device (${whose})`, async () => {
    const world = browser();
    const w = await started(world, fakeStorage(), {}, { [whose]: true });
    w.api().Initialize('');
    w.api().SetValue('x', '1');
    assert.equal(world.storage.length, 0);
    assert.deepEqual(w.seen.notices, []);
  });
}

test('a closed attempt says why it does not open', async () => {
  const world = browser();
  world.server.faults.push(() => answerOf(410, { error: 'suspended', message: 'Your account is suspended.' }));
  const w = await started(world);
  assert.equal(w.seen.closed, 'Your account is suspended.');
  assert.equal(w.seen.shown.length, 0);
});

test('a login page in place of the opening is asked again, never believed', async () => {
  const world = browser();
  world.server.faults.push(() => answerOf(200, '<html>Log in</html>', {}));
  const w = await started(world);
  await world.clock.advance(2000);
  assert.equal(w.seen.shown.length, 1);
});

test('a navigation whose answer was lost is not repeated: the server is asked where we are', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  w.api().SetValue('x', '1');
  const navigated = w.session.navigate('continue');
  world.server.faults.push(() => Promise.reject(new TypeError('reset')));
  await world.clock.advance(100);
  world.server.view = showing(delivery('b'));
  await world.clock.advance(10_000);
  await navigated;
  assert.deepEqual(world.server.navigations, []);
  assert.equal(world.server.document.x, '1');
  assert.equal(w.seen.shown.at(-1).sco, 'b');
  assert.equal(w.api().Initialize(''), 'true');
});

test('presence is told every minute while the window is visible', async () => {
  const world = browser();
  const w = await started(world);
  await world.clock.advance(180_000);
  assert.equal(world.server.requests.filter((r) => r.action === 'heartbeat').length, 3);
  assert.equal(w.status(), 'ready');
});

test('the course page hears of each acknowledged commit and of the closing window', async () => {
  const world = browser();
  const w = await started(world);
  w.api().Initialize('');
  w.api().Commit('');
  await settled();
  w.session.asked();
  w.session.pageHidden();
  assert.deepEqual(w.seen.told.map((m) => m.clikc), ['state', 'state', 'playing', 'closed']);
});
