// Delivers the journals that earlier windows left on this device (a crash, a closed lid, a day offline).
//
// Owns which journals may be sent and when they may be forgotten. A journal of a window that still lives is that
// window's own affair. Knows nothing of the running session.

import { ask } from './answer.js';
import { dropJournal, listJournals } from './journal.js';

const CHUNK_BYTES = 256 * 1024;
const KEEP_MS = 30 * 24 * 3600 * 1000;

/**
 * @param own      token and attempt of this launch: the attempt's journals must arrive before it is opened
 * @param isAlive  `async (windowId) => boolean`
 * @returns {Promise<'delivered' | 'unreached' | 'failed'>} of this attempt's journals: a server that was not reached
 *   may have them a moment later; one that answers with something else may never
 */
export async function replayJournals({ storage, fetch, own, isAlive, now }) {
  const journals = listJournals(storage);
  const isMine = ({ token, attempt }) => token === own.token || (attempt !== null && attempt === own.attempt);
  const mine = journals.filter(isMine);
  const others = journals.filter((journal) => !isMine(journal));
  const fates = [];
  for (const journal of mine) fates.push(await replayOne(journal));
  // Nothing of this launch depends on the other attempts.
  void (async () => {
    for (const journal of others) await replayOne(journal);
  })();
  return fates.find((fate) => fate !== 'delivered') ?? 'delivered';

  async function replayOne(journal) {
    if (await isAlive(journal.window)) return 'delivered';
    for (const chunk of chunks(journal.entries)) {
      const body = `{"epoch":${journal.epoch},"entries":[${chunk.map((entry) => entry.json).join(',')}]}`;
      const answer = await ask(fetch, `/play/${journal.token}/replay`, body);
      if (!answer.ok) return refused(journal, answer);
    }
    dropJournal(storage, journal);
    return 'delivered';
  }

  /** A refusal seldom becomes an acceptance, but the learner's only copy is not thrown away in haste. */
  function refused(journal, answer) {
    if (answer.error === 'network') return 'unreached';
    if (now() - journal.at > KEEP_MS) dropJournal(storage, journal);
    return answer.error === 'not_ours' ? 'failed' : 'delivered';
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
