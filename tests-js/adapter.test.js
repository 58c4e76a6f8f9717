import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createAdapter } from '../static/player/adapter.js';

const root = join(import.meta.dirname, '..');
const tables = JSON.parse(readFileSync(join(import.meta.dirname, 'adapter-tables.json'), 'utf8'));

/** An adapter with what it emitted and traced; `accepts` says whether the journal takes an entry. */
function adapterOf(standard, { accepts = () => true, ...options } = {}) {
  const emitted = [];
  const traced = [];
  let time = 0;
  const adapter = createAdapter({
    tables: tables[standard],
    emit: (...entry) => {
      emitted.push(entry);
      return accepts(...entry);
    },
    trace: (call) => traced.push(call),
    now: () => (time += 1),
    ...options,
  });
  return { ...adapter, adapter, emitted, traced };
}

test('SCORM 1.2 content finds its eight calls, SCORM 2004 content its own', () => {
  const old = adapterOf('scorm12').api;
  for (const name of ['Initialize', 'Finish', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic']) {
    assert.equal(typeof old[`LMS${name}`], 'function', name);
  }
  const current = adapterOf('scorm2004').api;
  for (const name of ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic']) {
    assert.equal(typeof current[name], 'function', name);
  }
  assert.equal(current.version, '1.0');
});

test('a session is recorded call by call, and reads are not', () => {
  const { api, adapter, emitted } = adapterOf('scorm12');
  assert.equal(api.LMSInitialize(''), 'true');
  assert.equal(api.LMSGetValue('cmi.core.lesson_status'), 'not attempted');
  assert.equal(api.LMSSetValue('cmi.core.score.raw', 85), 'true');
  assert.equal(api.LMSGetValue('cmi.core.score.raw'), '85');
  assert.equal(api.LMSCommit(''), 'true');
  assert.equal(api.LMSFinish(''), 'true');
  assert.deepEqual(emitted, [['init'], ['set', 'cmi.core.score.raw', '85'], ['commit'], ['term']]);
  assert.equal(adapter.state, 'terminated');
});

test('a refused value is neither recorded nor kept', () => {
  const { api, emitted } = adapterOf('scorm2004', { strict: true });
  api.Initialize('');
  assert.equal(api.SetValue('cmi.score.scaled', '2'), 'false');
  assert.equal(api.GetLastError(), '407');
  assert.equal(api.GetValue('cmi.score.scaled'), '');
  assert.equal(api.GetLastError(), '403');
  assert.deepEqual(emitted, [['init']]);
});

test('what the journal cannot take is answered with false and not kept', () => {
  for (const [standard, set, get, code, commitCode] of [
    ['scorm12', 'LMSSetValue', 'LMSGetValue', '101', '101'],
    ['scorm2004', 'SetValue', 'GetValue', '351', '391'],
  ]) {
    let full = false;
    const { api } = adapterOf(standard, { accepts: () => !full });
    const call = (name, ...args) => api[standard === 'scorm12' ? `LMS${name}` : name](...args);
    call('Initialize', '');
    assert.equal(api[set]('cmi.suspend_data', 'first'), 'true');
    full = true;
    assert.equal(api[set]('cmi.suspend_data', 'second'), 'false');
    assert.equal(call('GetLastError'), code);
    assert.equal(api[get]('cmi.suspend_data'), 'first');
    assert.equal(call('Commit', ''), 'false');
    assert.equal(call('GetLastError'), commitCode);
    assert.equal(call(standard === 'scorm12' ? 'Finish' : 'Terminate', ''), 'false');
    full = false;
    assert.equal(call(standard === 'scorm12' ? 'Finish' : 'Terminate', ''), 'true', 'and can be tried again');
  }
});

test('calls without an argument are overlooked leniently', () => {
  const { api } = adapterOf('scorm12');
  assert.equal(api.LMSInitialize(), 'true');
  assert.equal(api.LMSCommit(), 'true');
  assert.equal(api.LMSSetValue('cmi.suspend_data'), 'true');
  assert.equal(api.LMSFinish(null), 'true');
});

test('arguments that cannot be text or cannot travel do no harm', () => {
  const { api, emitted } = adapterOf('scorm12');
  api.LMSInitialize('');
  assert.equal(api.LMSSetValue('cmi.suspend_data', Object.create(null)), 'true');
  assert.equal(api.LMSSetValue('cmi.suspend_data', 'a\uD800b🙂'), 'true');
  assert.equal(api.LMSGetValue('cmi.suspend_data'), 'a\uFFFDb🙂');
  assert.deepEqual(emitted.at(-1), ['set', 'cmi.suspend_data', 'a\uFFFDb🙂']);
});

test('stored values and launch values are there from the first call', () => {
  const document = { 'cmi.suspend_data': 'page=3', 'cmi.objectives.1.id': 'b', __proto__: null };
  const initial = { 'cmi.entry': 'resume', 'cmi.learner_name': 'Ana', 'cmi.objectives.0.id': 'a' };
  const { api } = adapterOf('scorm2004', { document, initial });
  api.Initialize('');
  assert.equal(api.GetValue('cmi.entry'), 'resume');
  assert.equal(api.GetValue('cmi.suspend_data'), 'page=3');
  assert.equal(api.GetValue('cmi.objectives._count'), '2');
});

test('the player tells which navigation is valid', () => {
  const { api, adapter } = adapterOf('scorm2004');
  api.Initialize('');
  assert.equal(api.GetValue('adl.nav.request_valid.continue'), 'unknown');
  adapter.setNavValid({ continue: true, previous: false, 'choice.{target=part.2}': true });
  assert.equal(api.GetValue('adl.nav.request_valid.continue'), 'true');
  assert.equal(api.GetValue('adl.nav.request_valid.previous'), 'false');
  assert.equal(api.GetValue('adl.nav.request_valid.choice.{target=part.2}'), 'true');
  api.SetValue('adl.nav.request', '{target=part.2}choice');
  api.Terminate('');
  assert.equal(adapter.value('adl.nav.request'), '{target=part.2}choice', 'readable when the session is over');
});

test('every call is traced with its answer, error and duration', () => {
  const { api, traced } = adapterOf('scorm2004');
  api.GetValue('cmi.location');
  assert.deepEqual(traced, [{ method: 'GetValue', args: ['cmi.location'], answer: '', error: 122, ms: 1 }]);
});

test('the calls work detached from their object, as content keeps them', () => {
  const { LMSInitialize, LMSSetValue } = adapterOf('scorm12').api;
  assert.equal(LMSInitialize(''), 'true');
  assert.equal(LMSSetValue('cmi.core.lesson_location', '3'), 'true');
});

test('the adapter is small', () => {
  const bytes = ['adapter.js', 'types.js'].reduce((sum, name) => sum + readFileSync(join(root, 'static/player', name)).length, 0);
  assert.ok(bytes <= 25_000, `${bytes} bytes`);
});

test('setting a value takes the median SCO at most 20 µs', () => {
  const times = [];
  for (const standard of ['scorm12', 'scorm2004']) {
    const { api } = adapterOf(standard, { trace: undefined, accepts: () => true });
    const set = api.LMSSetValue ?? api.SetValue;
    (api.LMSInitialize ?? api.Initialize)('');
    for (let n = 0; n < 300; n += 1) {
      const values = { id: `q${n}`, type: 'choice', result: 'correct', latency: standard === 'scorm12' ? '00:00:05' : 'PT5S', weighting: '1' };
      for (const [leaf, value] of Object.entries(values)) {
        const begun = process.hrtime.bigint();
        set(`cmi.interactions.${n}.${leaf}`, value);
        times.push(Number(process.hrtime.bigint() - begun));
      }
    }
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] / 1000;
  assert.ok(median <= 20, `${median} µs`);
});
