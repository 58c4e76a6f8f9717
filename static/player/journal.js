// The local journal: every change, written to this device before the content hears "true".
//
// Owns the order of entries (1, 2, 3… per epoch), what the server has acknowledged, and the copy in localStorage that
// survives a crash. Each entry has its own key, so that one change costs one small write and never rewrites the 64 000
// characters of somebody else's suspend data. Knows nothing of the network or the screen.

const PREFIX = 'clikc:journal:';
const encoder = new TextEncoder();

/** A collection's members depend on each other's order (an interaction's type before its response). */
const IN_COLLECTION = /\.\d+\./;

/**
 * @param storage  localStorage or its like; null when the browser refuses it (then the journal lives in memory only)
 * @param attempt  whose work this is: a later launch of the same attempt has another token
 * @param acked    what the server already holds of this epoch
 */
export function openJournal({ storage, token, attempt = null, epoch, window, acked = 0, now }) {
  const prefix = `${PREFIX}${token}:${epoch}`;
  const pending = [];
  const replaceable = new Map();
  let last = acked;
  let sent = acked;
  let announced = false;

  /** Writes the entry; false means that this device has no room and the change was not taken. */
  function append({ op, sco, el, val }) {
    const earlier = replaceableEntry(op, sco, el);
    const seq = earlier ? earlier.seq : last + 1;
    const json = JSON.stringify({ seq, sco, op, el, val, at: now() });
    const stored = put(seq, json);
    // The end of a session is too precious to refuse: it stays in memory and goes to the server at once.
    if (!stored && op === 'set') return false;

    const entry = earlier ?? { seq, op };
    entry.json = json;
    entry.bytes = encoder.encode(json).length;
    if (!earlier) {
      last = seq;
      pending.push(entry);
      remember(entry, sco, el);
    }
    return true;
  }

  function replaceableEntry(op, sco, el) {
    const tail = pending.at(-1);
    if (op === 'commit') return tail?.op === 'commit' && tail.seq > sent ? tail : null;
    if (op !== 'set') return null;
    const entry = replaceable.get(`${sco}\n${el}`);
    return entry && entry.seq > sent ? entry : null;
  }

  function remember(entry, sco, el) {
    // A new session of the same SCO must not reach back into the one that ended.
    if (entry.op === 'init' || entry.op === 'term') replaceable.clear();
    if (entry.op === 'set' && !IN_COLLECTION.test(el)) replaceable.set(`${sco}\n${el}`, entry);
  }

  function put(seq, json) {
    if (!storage) return true;
    try {
      if (!announced) storage.setItem(prefix, JSON.stringify({ window, attempt, at: now() }));
      announced = true;
      storage.setItem(`${prefix}:${seq}`, json);
      return true;
    } catch {
      return false;
    }
  }

  function acknowledged(seq) {
    while (pending.length > 0 && pending[0].seq <= seq) {
      forget(storage, `${prefix}:${pending.shift().seq}`);
    }
    sent = Math.max(sent, Math.min(seq, last));
    if (pending.length === 0 && announced) {
      forget(storage, prefix);
      announced = false;
    }
  }

  /** The next contiguous entries after `after`, as many as fit; at least one unless `strict`. */
  function batch({ limit, after = 0, strict = false }) {
    const entries = [];
    let bytes = 0;
    for (const entry of pending) {
      if (entry.seq <= after) continue;
      const fits = bytes + entry.bytes + 1 <= limit;
      if (!fits && (strict || entries.length > 0)) break;
      entries.push(entry);
      bytes += entry.bytes + 1;
    }
    return { json: entries.map((entry) => entry.json).join(','), bytes, last: entries.at(-1)?.seq ?? after };
  }

  return {
    append,
    acknowledged,
    batch,
    /** From here on these entries may be on the wire: their values are fixed. */
    markSent(seq) {
      sent = Math.max(sent, seq);
    },
    get size() {
      return pending.length;
    },
    get last() {
      return last;
    },
    get first() {
      return pending[0]?.seq ?? last + 1;
    },
  };
}

/** The journals that earlier windows left on this device, entries in order. */
export function listJournals(storage) {
  const found = new Map();
  for (const key of keysOf(storage)) {
    const [token, epoch, seq] = key.slice(PREFIX.length).split(':');
    const name = `${token}:${epoch}`;
    if (!found.has(name)) found.set(name, { token, epoch: Number(epoch), window: null, attempt: null, at: 0, entries: [] });
    const journal = found.get(name);
    const value = parsed(storage.getItem(key));
    if (seq === undefined) Object.assign(journal, value);
    else if (value) journal.entries.push({ seq: Number(seq), json: storage.getItem(key) });
  }
  for (const journal of found.values()) journal.entries.sort((a, b) => a.seq - b.seq);
  return [...found.values()].sort((a, b) => a.epoch - b.epoch);
}

/** Removes what the server has taken over of an earlier journal. */
export function dropJournal(storage, { token, epoch, entries }) {
  for (const { seq } of entries) forget(storage, `${PREFIX}${token}:${epoch}:${seq}`);
  forget(storage, `${PREFIX}${token}:${epoch}`);
}

function keysOf(storage) {
  const keys = [];
  for (let i = 0; storage && i < storage.length; i += 1) {
    const key = storage.key(i);
    if (key?.startsWith(PREFIX)) keys.push(key);
  }
  return keys;
}

function forget(storage, key) {
  try {
    storage?.removeItem(key);
  } catch {
    // A storage that has become unusable keeps nothing that could be replayed twice: the server ignores duplicates.
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
