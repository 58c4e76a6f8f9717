import assert from 'node:assert/strict';
import { test } from 'node:test';

import { call, difference } from '../e2e/conformance/compare.js';
import { judge } from '../e2e/conformance/inspect.js';

const step = (match, wanted, more = {}) => ({
  method: 'GetValue', element: 'cmi.x', match, expect_return: wanted, expect_error: '0', ...more,
});
const answer = (value, error = '0') => ({ value, error, type: 'string' });
const agrees = (match, wanted, given, more) => difference(step(match, wanted, more), answer(given)) === null;

// Rule, expected value, answers that agree, answers that do not, and what else the step says.
const TABLE = [
  ['exact', 'true', ['true'], ['True', '', 'false']],
  ['any', undefined, ['', 'whoever'], []],
  ['any_of', undefined, ['true', 'unknown'], ['maybe'], { any_of: ['true', 'false', 'unknown'] }],
  ['len<255', undefined, ['', 'x'.repeat(254)], ['x'.repeat(255)]],
  ['set', 'id,score,status', ['status, id,score'], ['id,score', 'id,score,status,extra']],
  ['real', '0.3333333', ['0.333333', '.33333339', '3.333333e-1'], ['0.3334', '', 'one third', '0x1']],
  ['real', '1.0', ['1', '1.000', '0.99999999'], ['0.9999']],
  ['duration', 'P29D', ['P29D', 'P0Y029DT0H', 'PT696H'], ['P1M', 'P', 'PT', 'P29DT', '29']],
  ['duration', 'PT2H20S', ['PT01H60M20S', 'PT7220.00S'], ['PT2H21S']],
  ['timestamp', '2010-05-01T10:20:30.5Z', ['2010-05-01T10:20:30Z', '2010-05-01T12:20:30+02:00'], ['2010-05-01T10:20:30', '2010-05-01T10:20:31Z', 'now']],
  ['timestamp', '2010', ['2010-01-01', '2010-01-01T00'], ['2011']],
  ['language', 'en-GB', ['EN-gb', 'eng-GB'], ['en', 'fr-GB']],
  ['langstring', 'well', ['well', '{lang=en}well', '{lang=eng}well'], ['{lang=fr}well', 'Well']],
  ['langstring', '{lang=fr}abcdef', ['{lang=fre}abcd'], ['{lang=fr}abc', '{lang=fr}abcx'], { spm: 4 }],
  ['text', 'abcdef', ['abcdef', 'abcd'], ['abc', 'abce'], { spm: 4 }],
  ['text', 'abc', ['abc'], ['abcd']],
  ['uri', 'urn:a', ['urn:a'], ['URN:a']],
  ['result', '0.50', ['0.5', '0.50'], ['correct']],
  ['result', 'correct', ['correct'], ['incorrect']],
  ['interaction:choice:pattern', 'a[,]b', ['b[,]a', 'a[,]b[,]a'], ['a', 'a[,]c']],
  ['interaction:matching:pattern', '1[.]a[,]2[.]b', ['2[.]b[,]1[.]a'], ['1[.]b[,]2[.]a']],
  ['interaction:sequencing:pattern', 'a[,]b', ['a[,]b'], ['b[,]a']],
  ['interaction:numeric:pattern', '1[:]2.50', ['1.0[:]2.5'], ['1[:]3', '1']],
  ['interaction:numeric:pattern', '[:]2', ['[:]2.0'], ['0[:]2']],
  ['interaction:performance:pattern', '{order_matters=false}a[.]1[,]b[.]2', ['{order_matters=false}b[.]2[,]a[.]1'], ['b[.]2[,]a[.]1']],
  ['interaction:performance:pattern', 'a[.]1[,]b[.]2', ['{order_matters=true}a[.]1[,]b[.]2'], ['b[.]2[,]a[.]1']],
  ['interaction:fill-in:pattern', 'Car[,]Bus', ['car[,]{lang=en}BUS', '{case_matters=false}{order_matters=true}car[,]bus'], ['bus[,]car', '{case_matters=true}Car[,]Bus']],
  ['interaction:fill-in:pattern', '{case_matters=true}{order_matters=false}Car[,]Bus', ['{order_matters=false}{case_matters=true}Bus[,]Car'], ['{case_matters=true}{order_matters=false}car[,]Bus']],
  ['interaction:long-fill-in:pattern', 'A[,]b', ['a[,]B'], ['b[,]a']],
  ['interaction:long-fill-in:response', '{case_matters=true}A', ['{case_matters=true}a'], ['A']],
  ['interaction:likert:pattern', 'agree', ['agree'], ['Agree']],
];

test('each rule takes what is equal and nothing else', () => {
  for (const [match, wanted, equal, different, more] of TABLE) {
    for (const given of equal) assert.ok(agrees(match, wanted, given, more), `${match}: ${given} is ${wanted}`);
    for (const given of different) assert.ok(!agrees(match, wanted, given, more), `${match}: ${given} is not ${wanted}`);
  }
});

test('the error code is compared unless the step is lenient about it', () => {
  assert.match(difference(step('exact', ''), answer('', '403')), /error 403, not 0/);
  assert.equal(difference(step('exact', '', { check_error: false }), answer('', '403')), null);
  assert.equal(difference(step('any', undefined, { any_error: ['0', '403'] }), answer('', '403')), null);
  assert.match(difference(step('any', undefined, { any_error: ['0', '403'] }), answer('', '401')), /0 or 403/);
});

test('a call that found nothing, threw or answered nothing is a difference', () => {
  assert.match(difference(step('any'), { not_found: 'adl.data one' }), /no entry for adl.data one/);
  assert.match(difference(step('any'), { exception: 'TypeError' }), /threw TypeError/);
  assert.match(difference(step('any'), answer(null)), /answered null/);
});

test('the identifiers of objectives may come in any order', () => {
  const compare = { method: 'CompareObjectiveIds', expect_ids: ['b', 'a'] };
  assert.equal(difference(compare, { ids: ['a', 'b'] }), null);
  assert.match(difference(compare, { ids: ['a'] }), /the objectives are a, not b, a/);
});

test("the learner's own data stand where a case leaves room for them", () => {
  const wanted = step('exact', '${learner.id}');
  assert.equal(difference(wanted, answer('x7'), { id: 'x7' }), null);
  assert.match(difference(wanted, answer('x8'), { id: 'x7' }), /answered "x8", not "x7"/);
});

test('a rule that nobody wrote is an error of the case, not a pass', () => {
  assert.throws(() => difference(step('nearly', 'a'), answer('a')), /nearly/);
});

test('a call is shown as a SCO would write it', () => {
  assert.equal(call({ method: 'SetValue', element: 'cmi.exit', value: 'suspend' }), 'SetValue(cmi.exit, "suspend")');
  assert.equal(call({ method: 'Initialize', argument: '' }), 'Initialize()');
  assert.match(call({ method: 'SetValue', element: 'cmi.suspend_data', value: 'x'.repeat(4000) }), /4002 characters/);
});

test('a question about the screen is answered from what the learner sees', () => {
  const pack = { package: 'P', organization: 'ORG', items: [{ item: 'a1', title: 'One' }, { item: 'a2', title: 'Two' }] };
  const seen = { controls: { continue: 'enabled', previous: 'disabled' }, items: { ORG: 'visible', a1: 'selectable' } };
  const asks = (control, state, more) => judge({ control, state, answer: 'Y', ...more }, seen, pack).isRight;
  const root = 'the activity that corresponds to the root of the package';
  assert.ok(asks('continue', 'enabled') && !asks('continue', 'disabled'));
  assert.ok(asks('previous', 'disabled') && !asks('previous', 'enabled'));
  assert.ok(asks('suspendAll', 'disabled'), 'what is hidden is not enabled');
  assert.ok(asks('toc', 'enabled'));
  assert.ok(asks('toc_item', 'selectable', { target: 'One' }) && !asks('toc_item', 'selectable', { target: root }));
  assert.ok(asks('toc_item', 'visible', { target: root }) && !asks('toc_item', 'visible', { target: 'Two' }));
  assert.ok(judge({ control: 'toc_item', state: 'visible', target: 'Two', answer: 'N' }, seen, pack).isRight);
  assert.throws(() => asks('toc_item', 'visible', { target: 'Three' }), /0 items called “Three”/);
});
