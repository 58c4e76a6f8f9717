import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openJournal } from '../static/player/journal.js';
import { KEEPALIVE_CHUNK, createTransport } from '../static/player/transport.js';
import { answerOf, fakeServer, fakeStorage, settled, virtualClock } from './player-support.js';

function session(more = {}) {
  const clock = virtualClock();
  const server = more.server ?? fakeServer(clock);
  const storage = fakeStorage();
  server.epoch = 4;
  const journal = openJournal({ storage, token: 'tok', epoch: 4, window: 'w1', now: clock.now });
  const seen = { statuses: [], answers: [], stale: 0, closed: [] };
  const net = { online: true };
  const transport = createTransport({
    base: '/play/tok', epoch: 4, journal, fetch: (...a) => server.fetch(...a), timers: clock.timers,
    random: more.random ?? (() => 1), isOnline: () => net.online,
    on: {
      status: (s) => seen.statuses.push(s.state),
      answer: (a) => seen.answers.push(a),
      stale: () => (seen.stale += 1),
      closed: (data) => seen.closed.push(data),
    },
  });
  const status = () => seen.statuses.at(-1);
  function set(el, val) {
    const taken = journal.append({ op: 'set', sco: 'a', el, val });
    if (taken) transport.changed('set');
    return taken;
  }
  function op(name) {
    journal.append({ op: name, sco: 'a' });
    transport.changed(name);
  }
  return { clock, server, storage, journal, transport, seen, net, status, set, op };
}

const page = (status, headers = {}) => () => answerOf(status, '<html>Log in</html>', headers);
const broken = () => {
  throw new TypeError('connection reset');
};

test('a change without Commit is sent about a second later and reads as saved only when acknowledged', async () => {
  const s = session();
  s.set('x', '1');
  assert.equal(s.status(), 'saving');
  await s.clock.advance(900);
  assert.equal(s.server.requests.length, 0);
  await s.clock.advance(200);
  assert.equal(s.server.document.x, '1');
  assert.equal(s.status(), 'saved');
});

test('Commit and Terminate are sent at once', async () => {
  const s = session();
  s.set('x', '1');
  s.op('commit');
  await settled();
  assert.deepEqual(s.server.log.map((e) => e.op), ['set', 'commit']);
});

test('many changes in a second make one request', async () => {
  const s = session();
  for (let i = 0; i < 50; i += 1) s.set(`e${i}`, '1');
  await s.clock.advance(1100);
  assert.equal(s.server.requests.length, 1);
  assert.equal(Object.keys(s.server.document).length, 50);
});

test('A1: values set without Commit are all sent when the window closes 100 ms later', async () => {
  const s = session();
  s.op('init');
  const values = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85', 'cmi.suspend_data': 'p'.repeat(900) };
  for (const [el, val] of Object.entries(values)) s.set(el, val);
  await s.clock.advance(100);
  s.transport.hidden();
  s.transport.pageHidden();
  await settled();
  assert.deepEqual(s.server.document, values);
  assert.ok(s.server.requests.every((r) => r.keepalive && r.length <= KEEPALIVE_CHUNK));
  assert.equal(s.server.requests.at(-1).body.dying, true);
});

test('a window that dies during a navigation leaves the decision to the learner, whose request outlives it', async () => {
  const s = session();
  s.set('adl.nav.request', 'previous');
  void s.transport.navigate('suspendAll');
  s.op('term');
  s.transport.pageHidden();
  await settled();
  const sent = s.server.requests.map(({ action, keepalive, body }) => [action, keepalive, body.request ?? body.dying]);
  assert.deepEqual(sent[0], ['navigate', true, 'suspendAll']);
  assert.ok(sent.slice(1).every(([, , dying]) => dying === false), JSON.stringify(sent));
});

test('a window that dies with everything saved still says that it dies', async () => {
  const s = session();
  s.transport.pageHidden();
  await settled();
  assert.deepEqual(s.server.requests.map((r) => [r.keepalive, r.body.dying, r.body.entries.length]), [[true, true, 0]]);
});

test('Firefox order: calls after the player page was hidden are flushed by themselves', async () => {
  const s = session();
  s.transport.pageHidden();
  s.set('x', '1');
  s.op('commit');
  s.set('y', '2');
  s.op('term');
  await settled();
  assert.deepEqual(s.server.log.map((e) => e.op), ['set', 'commit', 'set', 'term']);
});

test('Firefox order: a farewell that commits again and again costs few requests', async () => {
  const s = session();
  s.transport.pageHidden();
  for (let i = 0; i < 5; i += 1) {
    s.set('x', String(i));
    s.op('commit');
  }
  s.op('term');
  await settled();
  assert.equal(s.server.document.x, '4');
  assert.equal(s.server.requests.length, 2);
});

test('Firefox order: a value set after the page was hidden needs no Commit', async () => {
  const s = session();
  s.transport.pageHidden();
  s.set('x', '1');
  s.set('y', '2');
  await settled();
  assert.deepEqual(s.server.document, { x: '1', y: '2' });
});

test('A4: a dying window stays under the keepalive quota and leaves the rest in the journal', async () => {
  const s = session();
  let inFlight = 0;
  const arrive = [];
  const inner = s.server.fetch;
  s.server.fetch = (url, init) => {
    if (!init.keepalive) return new Promise(() => {});
    inFlight += init.body.length;
    assert.ok(inFlight <= 65_536, `${inFlight} bytes in flight`);
    return new Promise((resolve) => arrive.push(() => resolve(inner(url, init))));
  };
  for (let i = 0; i < 300; i += 1) s.set(`cmi.interactions.${i}.learner_response`, `answer ${'r'.repeat(60)} ${i}`);
  s.set('cmi.suspend_data', 's'.repeat(64_000));
  s.transport.hidden();
  s.transport.pageHidden();
  assert.ok(arrive.length > 0);
  for (const deliver of arrive) deliver();
  await settled();
  const saved = Object.keys(s.server.document).length;
  assert.ok(saved >= 300, `${saved} saved`);
  assert.equal(s.journal.size + saved, 301);
  assert.equal([...s.storage.items.keys()].filter((k) => /:\d+:\d+$/.test(k)).length, s.journal.size);
});

test('what was too much for a hidden page is sent when the page lives on', async () => {
  const s = session();
  s.set('big', 'ü'.repeat(64_000));
  s.set('y', '2');
  s.transport.hidden();
  await s.clock.advance(1500);
  assert.deepEqual(Object.keys(s.server.document), ['big', 'y']);
  assert.equal(s.status(), 'saved');
});

test('a page that was only hidden does not wait for ever for the answer to its flush', async () => {
  const s = session();
  const inner = s.server.fetch;
  const lost = (init) => new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(new Error('aborted'))));
  s.server.fetch = (url, init) => (init.keepalive ? lost(init) : inner(url, init));
  s.set('x', '1');
  s.transport.hidden();
  await s.clock.advance(30_000);
  assert.equal(s.server.document.x, '1');
  assert.equal(s.status(), 'saved');
});

test('A5: values of a failed commit arrive with the next one', async () => {
  for (const fault of [page(500), broken, page(502)]) {
    const s = session();
    s.server.faults.push(fault);
    s.set('only.in.k', '1');
    s.op('commit');
    await settled();
    assert.equal(s.status(), 'retrying');
    s.set('in.k+1', '2');
    s.op('commit');
    await s.clock.advance(3000);
    assert.deepEqual(s.server.document, { 'only.in.k': '1', 'in.k+1': '2' });
    assert.equal(s.status(), 'saved');
  }
});

const NON_ANSWERS = {
  'a login page with status 200': page(200),
  'a login page that bears our header': page(200, { 'X-Clikc': '1' }),
  'JSON of somebody else': () => answerOf(200, { ok: true }, {}),
  'our header without an acknowledgement': () => answerOf(200, { saved_at: 1 }),
  'a redirect kept opaque': () => ({ type: 'opaqueredirect', status: 0, headers: new Headers(), text: async () => '' }),
  'a redirect': page(302),
  'not signed in': page(401),
  'forbidden': page(403),
  'too large': page(413),
  'bad gateway': page(502),
  'an empty body': () => answerOf(200, ''),
  'a body that breaks off': () => answerOf(200, '{"acked":1'),
  'a conflict page of a proxy': page(409),
  'no connection': broken,
};

for (const [name, fault] of Object.entries(NON_ANSWERS)) {
  test(`A6: ${name} does not count as saved`, async () => {
    const s = session();
    s.server.faults.push(fault, fault);
    s.set('x', '1');
    await s.clock.advance(1900);
    assert.equal(s.status(), 'retrying');
    assert.ok(!s.seen.statuses.includes('saved'));
    assert.equal(s.journal.size, 1);
    assert.equal(s.storage.length, 2);
    await s.clock.advance(10_000);
    assert.equal(s.server.document.x, '1');
    assert.equal(s.status(), 'saved');
  });
}

test('a server that never answers is given up and asked again', async () => {
  const s = session();
  s.server.faults.push(() => new Promise(() => {}));
  const real = s.server.fetch;
  s.server.fetch = (url, init) =>
    Promise.race([
      real(url, init),
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    ]);
  s.set('x', '1');
  await s.clock.advance(15_000);
  assert.equal(s.status(), 'saving');
  await s.clock.advance(10_000);
  assert.equal(s.server.document.x, '1');
});

test('retries become rarer, with jitter, and a busy module does not hasten them', async () => {
  const s = session();
  s.server.fetch = (...a) => (s.server.requests.push(a), Promise.reject(new TypeError('down')));
  for (let i = 0; i < 600; i += 1) {
    s.set('x', String(i));
    if (i % 10 === 0) s.op('commit');
    await s.clock.advance(1000);
  }
  const asked = s.server.requests.length;
  assert.ok(asked >= 20 && asked <= 32, `${asked} requests in ten minutes`);
});

test('jitter spreads the retries over the whole interval', async () => {
  const s = session({ random: () => 0.5 });
  s.server.faults.push(broken);
  s.set('x', '1');
  await s.clock.advance(1400);
  assert.equal(s.server.requests.length, 1);
  await s.clock.advance(200);
  assert.equal(s.server.requests.length, 2);
});

test('A9: forty changes and the end made offline arrive in order when the network returns', async () => {
  const s = session();
  const inner = s.server.fetch;
  s.server.fetch = (...a) => (s.net.online ? inner(...a) : Promise.reject(new TypeError('offline')));
  s.op('init');
  s.net.online = false;
  for (let i = 0; i < 40; i += 1) {
    s.set(`cmi.interactions.${i}.id`, `q${i}`);
    await s.clock.advance(15_000);
  }
  s.op('term');
  await s.clock.advance(1000);
  assert.equal(s.status(), 'offline');
  s.net.online = true;
  s.transport.retryNow();
  await settled();
  assert.equal(s.status(), 'saved');
  assert.deepEqual(s.server.log.map((e) => e.op), ['init', ...Array(40).fill('set'), 'term']);
  assert.equal(s.server.log.at(-1).at - s.server.log[1].at, 600_000);
});

test('A14: a window that was taken over becomes read-only and hands over what it still had as evidence', async () => {
  const s = session();
  s.server.epoch = 5;
  s.server.lastWriter = 5;
  s.set('x', '1');
  s.op('commit');
  await settled();
  assert.equal(s.status(), 'readonly');
  assert.equal(s.seen.stale, 1);
  assert.deepEqual(s.server.evidence.map((e) => e.el), ['x', undefined]);
  assert.deepEqual(s.server.document, {});
  const asked = s.server.requests.length;
  s.transport.changed('commit');
  s.transport.pageHidden();
  await s.clock.advance(60_000);
  assert.equal(s.server.requests.length, asked);
});

test('a heartbeat learns of a takeover too', async () => {
  const s = session();
  await s.transport.heartbeat();
  assert.equal(s.seen.stale, 0);
  s.server.epoch = 5;
  await s.transport.heartbeat();
  assert.equal(s.seen.stale, 1);
});

test('a closed attempt stops the sending and keeps the journal', async () => {
  const s = session();
  s.server.faults.push(() => answerOf(410, { error: 'closed', message: 'This attempt has ended.' }));
  s.set('x', '1');
  await s.clock.advance(30_000);
  assert.equal(s.status(), 'closed');
  assert.equal(s.seen.closed[0].message, 'This attempt has ended.');
  assert.equal(s.server.requests.length, 1);
  assert.equal(s.storage.length, 2);
});

test('A15: delivery out of order and twice gives the same record', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = generator(seed);
    const s = session({ random });
    const inner = s.server.fetch;
    const held = [];
    s.server.fetch = async (url, init) => {
      if (random() < 0.3) held.push([url, init]);
      if (random() < 0.2) throw new TypeError('reset before');
      const answer = await inner(url, init);
      if (random() < 0.5 && held.length > 0) await inner(...held.splice(Math.floor(random() * held.length), 1)[0]);
      if (random() < 0.2) throw new TypeError('reset after');
      return answer;
    };
    const model = {};
    for (let i = 0; i < 60; i += 1) {
      const el = `e${Math.floor(random() * 8)}`;
      model[el] = `${i}`;
      s.set(el, `${i}`);
      if (random() < 0.2) s.op('commit');
      if (random() < 0.1) s.transport.hidden();
      await s.clock.advance(random() * 800);
    }
    await s.clock.advance(120_000);
    for (const late of held) await inner(...late);
    assert.deepEqual(s.server.document, model, `seed ${seed}`);
    assert.equal(s.status(), 'saved', `seed ${seed}`);
    assert.deepEqual(s.server.log.map((e) => e.seq), s.server.log.map((_, i) => i + 1));
  }
});

test('a server that has fewer entries than it is sent gets them again', async () => {
  const s = session();
  s.set('x', '1');
  s.server.faults.push(() => answerOf(409, { error: 'gap', acked: 0 }));
  await s.clock.advance(3000);
  assert.equal(s.server.document.x, '1');
});

test('a navigation request takes everything unsaved along', async () => {
  const s = session();
  s.set('x', '1');
  const answer = await s.transport.navigate('continue');
  assert.equal(answer.acked, 1);
  assert.deepEqual(s.server.navigations, ['continue']);
  assert.equal(s.server.requests.length, 1);
});

test('a navigation with everything saved is one request', async () => {
  const s = session();
  s.set('x', '1');
  s.op('commit');
  await settled();
  await s.transport.navigate('exitAll');
  assert.deepEqual(s.server.requests.map((r) => r.action), ['commit', 'navigate']);
});

test('a navigation waits for the commit in flight and sends large journals in pieces', async () => {
  const s = session();
  for (let i = 0; i < 10; i += 1) s.set(`cmi.interactions.${i}.id`, 'x'.repeat(60_000));
  s.transport.pump();
  const answer = await s.transport.navigate('exitAll');
  assert.equal(answer.acked, 10);
  assert.deepEqual(s.server.requests.map((r) => r.action), ['commit', 'commit', 'navigate']);
});

test('a navigation that may not have arrived is not repeated by itself, the values are', async () => {
  const s = session();
  s.server.faults.push(broken);
  s.set('x', '1');
  assert.equal(await s.transport.navigate('continue'), null);
  await s.clock.advance(5000);
  assert.equal(s.server.document.x, '1');
  assert.deepEqual(s.server.navigations, []);
});

function generator(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
