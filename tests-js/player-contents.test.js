import assert from 'node:assert/strict';
import { test } from 'node:test';

import { flatten, moved } from '../static/player/toc.js';
import { timeFormat, words } from '../static/player/ui.js';

const item = (id, children = [], visible = true) => ({ id, title: id, visible, enabled: true, children });
const rows = flatten([item('Alpha', [item('Beta'), item('Gamma')]), item('Delta', [item('Epsilon')], false), item('Zeta')]);

test('invisible items are absent and their children take their place', () => {
  assert.deepEqual(rows.map((row) => [row.item.id, row.level]), [
    ['Alpha', 1], ['Beta', 2], ['Gamma', 2], ['Epsilon', 1], ['Zeta', 1],
  ]);
});

test('arrow keys, Home and End move within the list and stop at its ends', () => {
  assert.equal(moved(rows, 0, 'ArrowDown', false), 1);
  assert.equal(moved(rows, 4, 'ArrowDown', false), 4);
  assert.equal(moved(rows, 0, 'ArrowUp', false), 0);
  assert.equal(moved(rows, 2, 'Home', false), 0);
  assert.equal(moved(rows, 2, 'End', false), 4);
});

test('inward and outward keys follow the reading direction', () => {
  assert.equal(moved(rows, 0, 'ArrowRight', false), 1);
  assert.equal(moved(rows, 0, 'ArrowLeft', true), 1);
  assert.equal(moved(rows, 2, 'ArrowLeft', false), 0);
  assert.equal(moved(rows, 2, 'ArrowRight', true), 0);
  assert.equal(moved(rows, 4, 'ArrowRight', false), 4);
  assert.equal(moved(rows, 4, 'ArrowLeft', false), 4);
});

test('a letter leads to the next title that begins with it', () => {
  assert.equal(moved(rows, 0, 'g', false), 2);
  assert.equal(moved(rows, 4, 'A', false), 0);
  assert.equal(moved(rows, 0, 'q', false), null);
  assert.equal(moved(rows, 0, 'Tab', false), null);
});

test('the time of the save reads alike in every language', () => {
  const at = new Date(2026, 4, 3, 14, 32, 5).getTime();
  for (const lang of ['en', 'fr', 'es', 'pt', 'ar']) assert.equal(timeFormat(lang).format(at), '14:32:05');
});

test('words are filled in and a missing word shows its key', () => {
  const text = words({ 'player-state-saved': 'Saved %time%' });
  assert.equal(text('state-saved', { time: '14:32:05' }), 'Saved 14:32:05');
  assert.equal(text('nowhere'), 'player-nowhere');
});
