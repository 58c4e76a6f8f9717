// Delivers the journals that earlier windows left on this device (a crash, a closed lid, a day offline).
//
// Owns which journals may be sent and when they may be forgotten. A journal of a window that still lives is that
// window's own affair. Knows nothing of the running session.

import { ask } from './answer.js';
import { dropJournal, listJournals } from './journal.js';

const CHUNK_BYTES = 256 * 1024;
const KEEP_MS = 30 * 24 * 3600 * 1000;

/**
 * @param own      the token of this launch: its journals must arrive before it is opened
 * @param isAlive  `async (windowId) => boolean`
 * @returns {Promise<{own: boolean}>} `own` is false when a journal of this attempt could not be delivered now
 */
export async function replayJournals({ storage, fetch, own, isAlive, now }) {
  const journals = listJournals(storage);
  const mine = journals.filter((journal) => journal.token === own);
  const others = journals.filter((journal) => journal.token !== own);
  let delivered = true;
  for (const journal of mine) delivered = (await replayOne(journal)) && delivered;
  // Nothing of this launch depends on the other attempts.
  void (async () => {
    for (const journal of others) await replayOne(journal);
  })();
  return { own: delivered };

  async function replayOne(journal) {
    if (await isAlive(journal.window)) return true;
    for (const chunk of chunks(journal.entries)) {
      const body = `{"epoch":${journal.epoch},"entries":[${chunk.map((entry) => entry.json).join(',')}]}`;
      const answer = await ask(fetch, `/play/${journal.token}/replay`, body);
      if (!answer.ok) return refused(journal, answer);
    }
    dropJournal(storage, journal);
    return true;
  }

  /** A clear refusal does not become an acceptance, but the learner's only copy is not thrown away in haste. */
  function refused(journal, answer) {
    const final = answer.error !== 'network' && answer.error !== 'not_ours';
    if (final && now() - journal.at > KEEP_MS) dropJournal(storage, journal);
    return final;
  }
}

function* chunks(entries) {
  let chunk = [];
  let length = 0;
  for (const entry of entries) {
    if (chunk.length > 0 && length + entry.json.length > CHUNK_BYTES) {
      yield chunk;
      chunk = [];
      length = 0;
    }
    chunk.push(entry);
    length += entry.json.length;
  }
  if (chunk.length > 0) yield chunk;
}
