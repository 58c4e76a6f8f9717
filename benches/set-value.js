// What a SetValue costs the page: checked against the tables, written to the journal, answered. Prints the median in
// microseconds, and that of writing the same entry alone.
import { readFileSync } from 'node:fs';
import { createAdapter } from '../static/player/adapter.js';
import { openJournal } from '../static/player/journal.js';

const CALLS = 20_000;
const tables = JSON.parse(readFileSync(new URL('../tests-js/adapter-tables.json', import.meta.url), 'utf8')).scorm2004;

function memory() {
  const kept = new Map();
  return {
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function measure(call) {
  const times = [];
  for (let n = 0; n < CALLS; n += 1) {
    const start = process.hrtime.bigint();
    call(n);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return median(times);
}

const journal = openJournal({ storage: memory(), token: 't', epoch: 1, window: 'w', now: () => 0 });
const emit = (op, el, val) => {
  // As if each change had been sent: the next one is an entry of its own.
  journal.markSent(journal.last);
  return journal.append({ op, sco: 'sco', el, val });
};
const adapter = createAdapter({ tables, strict: false, initial: {}, document: {}, emit });
adapter.api.Initialize('');
const elements = ['cmi.location', 'cmi.score.scaled', 'cmi.progress_measure', 'cmi.completion_status'];
const valueOf = (n) => ['page-' + n, '0.5', '0.25', 'incomplete'][n % 4];
const whole = measure((n) => {
  if (adapter.api.SetValue(elements[n % 4], valueOf(n)) !== 'true') throw new Error(elements[n % 4]);
});
const storage = memory();
const bare = measure((n) => storage.setItem(`entry:${n}`, JSON.stringify({ seq: n, sco: 'sco', op: 'set', el: elements[n % 4], val: valueOf(n), at: 0 })));
console.log(whole.toFixed(2), bare.toFixed(2));
