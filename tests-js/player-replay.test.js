import assert from 'node:assert/strict';
import { test } from 'node:test';

import { listJournals, openJournal } from '../static/player/journal.js';
import { replayJournals } from '../static/player/replay.js';
import { claimWindow, isWindowAlive } from '../static/player/window.js';
import { answerOf, fakeLocks, fakeServer, fakeStorage, settled, virtualClock } from './player-support.js';

const clock = virtualClock();
const dead = async () => false;

function left(storage, { token = 'tok', epoch = 4, window = 'w1', count = 3 } = {}) {
  const journal = openJournal({ storage, token, epoch, window, now: clock.now });
  for (let i = 1; i <= count; i += 1) journal.append({ op: 'set', sco: 'a', el: `${token}.${i}`, val: `${i}` });
}

function replay(storage, server, more = {}) {
  return replayJournals({ storage, fetch: server.fetch, own: { token: 'tok', attempt: 7 }, isAlive: dead, now: clock.now, ...more });
}

test('A2: what a crash left on this device is delivered at the next launch, exactly once', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  left(storage);
  assert.equal(await replay(storage, server), 'delivered');
  assert.deepEqual(server.document, { 'tok.1': '1', 'tok.2': '2', 'tok.3': '3' });
  assert.equal(storage.length, 0);
  await replay(storage, server);
  assert.equal(server.log.length, 3);
});

test('what an earlier launch of the same attempt left is delivered before this one is opened', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  const journal = openJournal({ storage, token: 'earlier', attempt: 7, epoch: 4, window: 'w1', now: clock.now });
  journal.append({ op: 'set', sco: 'a', el: 'cmi.location', val: 'kept' });
  server.faults.push(() => Promise.reject(new TypeError('offline')));
  assert.equal(await replay(storage, server), 'unreached', 'so the launch waits for it');
  assert.equal(await replay(storage, server), 'delivered');
  assert.deepEqual(server.document, { 'cmi.location': 'kept' });
});

test('the part that had arrived before the crash is not applied twice', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  left(storage);
  const entries = listJournals(storage)[0].entries.map((entry) => JSON.parse(entry.json));
  server.apply({ epoch: 4, entries: entries.slice(0, 2) });
  await replay(storage, server);
  assert.deepEqual(server.log.map((entry) => entry.seq), [1, 2, 3]);
});

test('a journal older than what another window wrote is kept as evidence and leaves the device', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  server.lastWriter = 9;
  left(storage);
  await replay(storage, server);
  assert.equal(server.evidence.length, 3);
  assert.deepEqual(server.document, {});
  assert.equal(storage.length, 0);
});

for (const [name, fault] of Object.entries({
  unreached: () => Promise.reject(new TypeError('offline')),
  failed: () => answerOf(200, '<html>', {}),
})) {
  test(`a journal whose delivery is "${name}" stays on the device`, async () => {
    const storage = fakeStorage();
    const server = fakeServer(clock);
    server.faults.push(fault);
    left(storage);
    assert.equal(await replay(storage, server), name);
    assert.equal(listJournals(storage)[0].entries.length, 3);
  });
}

test('a refused journal does not block the launch and is kept for thirty days', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  const refuse = () => answerOf(410, { error: 'closed' });
  left(storage);
  server.faults.push(refuse);
  assert.equal(await replay(storage, server), 'delivered');
  assert.equal(listJournals(storage).length, 1);
  server.faults.push(refuse);
  await replay(storage, server, { now: () => clock.now() + 31 * 24 * 3600 * 1000 });
  assert.equal(storage.length, 0);
});

test('journals of other attempts on this device are delivered under their own capability', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  left(storage, { token: 'other', epoch: 2 });
  left(storage);
  await replay(storage, server);
  await settled();
  assert.deepEqual(server.requests.map((r) => r.url), ['/play/tok/replay', '/play/other/replay']);
  assert.equal(storage.length, 0);
});

test('the journal of a window that still lives is left to it', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  left(storage, { token: 'other', window: 'alive' });
  await replay(storage, server, { isAlive: async (id) => id === 'alive' });
  await settled();
  assert.equal(server.requests.length, 0);
  assert.equal(listJournals(storage).length, 1);
});

test('a large journal is delivered in pieces', async () => {
  const storage = fakeStorage();
  const server = fakeServer(clock);
  const journal = openJournal({ storage, token: 'tok', epoch: 4, window: 'w1', now: clock.now });
  for (let i = 0; i < 9; i += 1) journal.append({ op: 'set', sco: 'a', el: `e${i}`, val: 'x'.repeat(60_000) });
  await replay(storage, server);
  assert.equal(server.requests.length, 3);
  assert.equal(server.log.length, 9);
});

function claim(storage, locks, ids) {
  return claimWindow({ storage, locks, timers: clock.timers, randomId: () => ids.shift() });
}

test('A16: a reloaded window keeps its id', async () => {
  const storage = fakeStorage();
  const locks = fakeLocks();
  assert.equal(await claim(storage, locks, ['w1']), 'w1');
  locks.releaseAll();
  assert.equal(await claim(storage, locks, ['w2']), 'w1');
});

test('a reloaded window waits a moment for its former self to let go', async () => {
  const storage = fakeStorage();
  const locks = fakeLocks();
  await claim(storage, locks, ['w1']);
  const again = claim(storage, locks, ['w2']);
  await clock.advance(300);
  locks.releaseAll();
  assert.equal(await again, 'w1');
});

test('a duplicated tab notices that its id belongs to a living window and takes a new one', async () => {
  const storage = fakeStorage();
  const locks = fakeLocks();
  await claim(storage, locks, ['w1']);
  const copy = fakeStorage();
  copy.setItem('clikc:window', 'w1');
  const second = claim(copy, locks, ['w2']);
  await clock.advance(1000);
  assert.equal(await second, 'w2');
  assert.equal(copy.getItem('clikc:window'), 'w2');
});

test('a window counts as alive while it holds its lock, its own past self never does', async () => {
  const locks = fakeLocks();
  await claim(fakeStorage(), locks, ['w1']);
  assert.equal(await isWindowAlive(locks, 'w1', 'me'), true);
  assert.equal(await isWindowAlive(locks, 'w1', 'w1'), false);
  assert.equal(await isWindowAlive(locks, 'gone', 'me'), false);
  assert.equal(await isWindowAlive(null, 'w1', 'me'), false);
});

test('without locks or storage every load simply is a new window', async () => {
  assert.equal(await claim(null, null, ['w9']), 'w9');
});
