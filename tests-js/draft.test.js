import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDrafts, fieldsOf, putBack } from '../static/js/draft.js';

const field = (name, type, value, checked = false) => ({ name, type, value, checked });
const form = (elements, action = '/authoring/courses/3/settings') => ({ method: 'post', action, elements, before() {}, querySelector: () => null });

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key), kept };
}

/** A page of the site: whose, where, with which forms, and whether it says that something was not saved. */
function page(kept, { person = '7', path = '/authoring/courses/3/settings', forms = [], unsaved = false }) {
  const buttons = {};
  const notice = {
    querySelector: (selector) => ({ addEventListener: (_, run) => (buttons[selector] = run) }),
    remove: () => (notice.removed = true),
  };
  const document = {
    body: { dataset: person ? { person } : {} },
    forms,
    querySelector: (selector) => (selector === '[data-unsaved]' && unsaved ? {} : null),
    getElementById: () => ({ content: { cloneNode: () => ({ firstElementChild: notice }) } }),
  };
  const location = { href: `http://site.test${path}`, pathname: path };
  return { drafts: createDrafts({ document, location, storage: kept }), buttons, notice };
}

const login = (kept) => page(kept, { person: null, path: '/login', unsaved: true }).drafts.arrived();

test('passwords, files and what is hidden are never kept', () => {
  assert.deepEqual(fieldsOf(form([field('a', 'hidden', 'x'), field('b', 'file', 'y'), field('c', 'submit', 'z')])), []);
  assert.deepEqual(fieldsOf(form([field('username', 'text', 'ana'), field('password', 'password', 'secret')])), []);
});

test('a choice goes back to the value it belongs to', () => {
  const radios = [field('audience', 'radio', 'all', true), field('audience', 'radio', 'few')];
  putBack(form(radios), [field('audience', 'radio', 'all'), field('audience', 'radio', 'few', true), field('gone', 'text', 'x')]);
  assert.deepEqual(radios.map((radio) => radio.checked), [false, true]);
});

test('a form lost with the log-in is offered on its page and put back on request', () => {
  const kept = storage();
  page(kept, {}).drafts.sent({ target: form([field('title', 'text', 'Long thought')]) });
  login(kept);
  const title = field('title', 'text', 'Old');
  const back = page(kept, { forms: [form([title])] });
  back.drafts.arrived();
  back.buttons['[data-draft-restore]']();
  assert.equal(title.value, 'Long thought');
  assert.deepEqual([back.notice.removed, kept.kept.size], [true, 0]);
});

test('a form that was saved is forgotten, and nobody finds the words of somebody else', () => {
  for (const [lost, person] of [[false, '7'], [true, '8']]) {
    const kept = storage();
    page(kept, {}).drafts.sent({ target: form([field('title', 'text', 'x')]) });
    if (lost) login(kept);
    const next = page(kept, { person, forms: [form([field('title', 'text', '')])] });
    next.drafts.arrived();
    assert.deepEqual([kept.kept.size, next.buttons], [0, {}]);
  }
});
