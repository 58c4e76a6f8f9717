// Keeps what was typed when a form is sent after the log-in has ended: the server cannot take it, the browser can.
// The last form sent waits in the tab's own storage. If the log-in page then says that it was not saved, its page offers
// to put it back; in every other case it is forgotten. Never keeps a password or a file, nor one person's words for another.

const KEY = 'clikc-draft';
const KEPT_TYPES = new Set(['text', 'search', 'email', 'url', 'number', 'color', 'date', 'checkbox', 'radio', 'select-one', 'textarea']);

/** What may be kept of a form; nothing when it holds no words of its author. */
export function fieldsOf(form) {
  const elements = [...form.elements].filter((element) => element.name);
  if (elements.some((element) => element.type === 'password')) return [];
  return elements
    .filter((element) => KEPT_TYPES.has(element.type))
    .map(({ name, type, value, checked }) => ({ name, type, value, checked }));
}

/** Puts the fields back where a field of the same name, kind and, for choices, value still stands. */
export function putBack(form, fields) {
  const isChoice = (type) => type === 'checkbox' || type === 'radio';
  for (const field of fields) {
    const found = [...form.elements].find(
      (element) =>
        element.name === field.name && element.type === field.type && (!isChoice(field.type) || element.value === field.value),
    );
    if (!found) continue;
    if (isChoice(field.type)) found.checked = field.checked;
    else found.value = field.value;
  }
}

function createDrafts({ document, location, storage }) {
  const person = document.body.dataset.person ?? '';
  const addressOf = (form) => new URL(form.action, location.href).pathname;

  function read() {
    try {
      return JSON.parse(storage.getItem(KEY));
    } catch {
      return null;
    }
  }

  function write(draft) {
    try {
      if (draft) storage.setItem(KEY, JSON.stringify(draft));
      else storage.removeItem(KEY);
    } catch {
      // Without storage nothing is kept, and nothing else is different.
    }
  }

  function sent(event) {
    const form = event.target;
    const isOurs = form.method === 'post' && person && !event.defaultPrevented;
    const fields = isOurs ? fieldsOf(form) : [];
    if (fields.length > 0) write({ person, page: location.pathname, action: addressOf(form), fields });
  }

  function offer(draft) {
    const form = [...document.forms].find((candidate) => candidate.method === 'post' && addressOf(candidate) === draft.action);
    const template = document.getElementById('draft-offer');
    if (!form || !template) return;
    const notice = template.content.cloneNode(true).firstElementChild;
    const done = () => (write(null), notice.remove());
    notice.querySelector('[data-draft-restore]').addEventListener('click', () => {
      putBack(form, draft.fields);
      done();
      form.querySelector('.control')?.focus();
    });
    notice.querySelector('[data-draft-discard]').addEventListener('click', done);
    form.before(notice);
  }

  function arrived() {
    const draft = read();
    if (!draft) return;
    if (document.querySelector('[data-unsaved]')) write({ ...draft, isLost: true });
    else if (!person) return;
    else if (!draft.isLost || draft.person !== person) write(null);
    else if (draft.page === location.pathname) offer(draft);
  }

  return { sent, arrived };
}

if (typeof window !== 'undefined') {
  const drafts = createDrafts({ document, location, storage: sessionStorage });
  drafts.arrived();
  // On the window, after every other script has had its chance to take the form over.
  addEventListener('submit', drafts.sent);
}

export { createDrafts };
