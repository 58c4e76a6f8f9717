import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dropJournal, listJournals, openJournal } from '../static/player/journal.js';
import { fakeStorage, virtualClock } from './player-support.js';

function journalOn(storage, more = {}) {
  const clock = virtualClock();
  return openJournal({ storage, token: 'tok', epoch: 4, window: 'w1', now: clock.now, ...more });
}

const set = (el, val, sco = 'a') => ({ op: 'set', sco, el, val });
const entriesOf = (journal) => JSON.parse(`[${journal.batch({ limit: Infinity }).json}]`);

test('an entry is on the device before append returns', () => {
  const storage = fakeStorage();
  journalOn(storage).append(set('cmi.location', '7'));
  const [found] = listJournals(storage);
  assert.equal(found.window, 'w1');
  assert.deepEqual(JSON.parse(found.entries[0].json), {
    seq: 1, sco: 'a', op: 'set', el: 'cmi.location', val: '7', at: 1_700_000_000_000,
  });
});

test('a value that was not yet sent is replaced in its place', () => {
  const journal = journalOn(fakeStorage());
  journal.append(set('x', '1'));
  journal.append(set('y', '1'));
  journal.append(set('x', '2'));
  assert.deepEqual(entriesOf(journal).map((e) => [e.seq, e.el, e.val]), [[1, 'x', '2'], [2, 'y', '1']]);
});

test('a value that may be on the wire is never changed', () => {
  const journal = journalOn(fakeStorage());
  journal.append(set('x', '1'));
  journal.markSent(1);
  journal.append(set('x', '2'));
  assert.deepEqual(entriesOf(journal).map((e) => e.val), ['1', '2']);
});

test('members of a collection keep their order of calls', () => {
  const journal = journalOn(fakeStorage());
  for (const val of ['choice', 'numeric']) journal.append(set('cmi.interactions.0.type', val));
  assert.equal(journal.size, 2);
});

test('a new session of a SCO does not reach back into the one that ended', () => {
  const journal = journalOn(fakeStorage());
  journal.append(set('session_time', '1'));
  journal.append({ op: 'term', sco: 'a' });
  journal.append({ op: 'init', sco: 'a' });
  journal.append(set('session_time', '2'));
  assert.deepEqual(entriesOf(journal).map((e) => e.op), ['set', 'term', 'init', 'set']);
});

test('two SCOs never share a value', () => {
  const journal = journalOn(fakeStorage());
  journal.append(set('x', '1', 'a'));
  journal.append(set('x', '2', 'b'));
  assert.equal(journal.size, 2);
});

test('a module that commits in a loop while offline does not fill the device', () => {
  const journal = journalOn(fakeStorage());
  for (let i = 0; i < 1000; i += 1) {
    journal.append(set('cmi.core.lesson_location', String(i)));
    journal.append({ op: 'commit', sco: 'a' });
  }
  assert.equal(journal.size, 2);
  assert.equal(entriesOf(journal)[0].val, '999');
});

test('what is acknowledged leaves the device, what is not stays', () => {
  const storage = fakeStorage();
  const journal = journalOn(storage);
  for (const el of ['x', 'y', 'z']) journal.append(set(el, '1'));
  journal.acknowledged(2);
  assert.deepEqual(listJournals(storage)[0].entries.map((e) => e.seq), [3]);
  journal.acknowledged(3);
  assert.equal(storage.length, 0);
  journal.append(set('x', '2'));
  assert.equal(listJournals(storage)[0].entries[0].seq, 4);
});

test('a full device refuses the change and keeps what it had', () => {
  const storage = fakeStorage(400);
  const journal = journalOn(storage);
  assert.equal(journal.append(set('x', 'small')), true);
  assert.equal(journal.append(set('y', 'L'.repeat(1000))), false);
  assert.equal(journal.append(set('x', 'L'.repeat(1000))), false);
  assert.deepEqual(entriesOf(journal).map((e) => e.val), ['small']);
  assert.equal(JSON.parse(listJournals(storage)[0].entries[0].json).val, 'small');
});

test('the end of a session is taken even when the device is full', () => {
  const journal = journalOn(fakeStorage(10));
  assert.equal(journal.append({ op: 'term', sco: 'a' }), true);
  assert.equal(journal.size, 1);
});

test('without any storage the journal lives in memory', () => {
  const journal = journalOn(null);
  assert.equal(journal.append(set('x', '1')), true);
  assert.deepEqual(listJournals(null), []);
});

test('a batch is contiguous and as large as fits', () => {
  const journal = journalOn(fakeStorage());
  for (const el of ['a', 'b', 'c']) journal.append(set(el, 'é'.repeat(100)));
  const size = journal.batch({ limit: 1 }).bytes;
  assert.equal(journal.batch({ limit: size * 2 }).last, 2);
  assert.equal(journal.batch({ limit: 1, strict: true }).json, '');
  assert.equal(journal.batch({ limit: 1, after: 1 }).last, 2);
});

test('journals of several launches are listed apart, oldest epoch first, and other keys are left alone', () => {
  const storage = fakeStorage();
  storage.setItem('content-of-a-package', 'its own');
  journalOn(storage, { epoch: 9 }).append(set('x', '1'));
  journalOn(storage, { epoch: 3, token: 'other' }).append(set('x', '1'));
  const found = listJournals(storage);
  assert.deepEqual(found.map((j) => [j.token, j.epoch]), [['other', 3], ['tok', 9]]);
  for (const journal of found) dropJournal(storage, journal);
  assert.deepEqual([...storage.items.keys()], ['content-of-a-package']);
});

test('writing 64 000 characters of suspend data stays far below 50 ms', () => {
  const journal = journalOn(fakeStorage());
  const started = process.hrtime.bigint();
  for (let i = 0; i < 20; i += 1) journal.append(set('cmi.suspend_data', 'ü'.repeat(64_000 - 1) + i % 10));
  const each = Number(process.hrtime.bigint() - started) / 1e6 / 20;
  assert.ok(each < 50, `${each} ms`);
});
