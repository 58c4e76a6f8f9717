// The identity of this window: the same after F5, never the same in two windows.
//
// Owns the random id in sessionStorage and the lock that shows that its window lives. A duplicated tab copies
// sessionStorage, so the id alone proves nothing; the lock belongs to one document only.

const KEY = 'clikc:window';
const LOCK = 'clikc:window:';
const LAST = 'clikc:last:';
/** After F5 the old document's lock is let go a moment after the new one starts. */
const PATIENCE_MS = 600;

/** @param locks  navigator.locks, or null where the browser has none: then the server's epoch alone keeps order */
export async function claimWindow({ storage, locks, timers, randomId }) {
  const known = read(storage, KEY);
  if (known && (await hold(locks, known, timers))) return known;
  const fresh = randomId();
  write(storage, KEY, fresh);
  await hold(locks, fresh, timers);
  return fresh;
}

/** Whether another window with this id is open now. */
export async function isWindowAlive(locks, id, own) {
  if (!locks || !id || id === own) return false;
  return locks.request(LOCK + id, { ifAvailable: true }, (lock) => lock === null);
}

/** The window that last played this attempt on this device. */
export function rememberedWindow(storage, place) {
  return read(storage, `${LAST}${place}`);
}

export function rememberWindow(storage, place, id) {
  write(storage, `${LAST}${place}`, id);
}

function hold(locks, id, timers) {
  if (!locks) return Promise.resolve(true);
  const patience = new AbortController();
  const timer = timers.set(() => patience.abort(), PATIENCE_MS);
  return new Promise((resolve) => {
    const granted = () => {
      timers.clear(timer);
      resolve(true);
      // Held until the document goes away.
      return new Promise(() => {});
    };
    locks.request(LOCK + id, { signal: patience.signal }, granted).catch(() => resolve(false));
  });
}

function read(storage, key) {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(storage, key, id) {
  try {
    storage?.setItem(key, id);
  } catch {
    // Without storage every load is a new window; the learner is asked once more, nothing is lost.
  }
}
