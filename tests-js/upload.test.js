import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Sending, percentOf } from '../static/js/upload.js';

/** A packages page whose progress bar refuses what a browser's does. */
function page() {
  const text = { textContent: '' };
  const progress = {
    set value(number) {
      if (!Number.isFinite(number)) throw new TypeError('The provided double value is non-finite.');
    },
  };
  const row = { hidden: true, classList: { toggle: (_, on) => (row.failed = on) }, querySelector: () => progress };
  const parts = { '[data-upload-row]': row, '[data-upload-text]': text };
  const zone = {
    dataset: { textSending: '{percent} %', textChecking: 'Checking', textFailed: 'Failed' },
    querySelector: (selector) => parts[selector],
  };
  const form = {
    dataset: { resumable: '/authoring/activities/3/uploads' },
    querySelector: () => zone,
    setAttribute() {},
    removeAttribute() {},
  };
  return { form, row, text };
}

test('a file without a byte gets a sentence', async (t) => {
  const sentence = 'This file is empty.';
  t.mock.method(globalThis, 'fetch', async () => ({ status: 400, json: async () => ({ message: sentence }) }));
  const { form, row, text } = page();
  await new Sending(form, { name: 'empty.zip', size: 0, lastModified: 1 }).send();
  assert.deepEqual([text.textContent, row.hidden, row.failed], [sentence, false, true]);
});

test('progress is a percentage whatever the size', () => {
  assert.deepEqual([percentOf(0, 0), percentOf(1, 3), percentOf(4, 3)], [100, 33, 100]);
});
