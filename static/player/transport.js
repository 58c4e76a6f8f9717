// Carries the journal to the server and says truthfully how far it has come.
//
// Owns: one request in flight, the pause before a change is sent, retrying, the last flush of a dying window, and the
// word for the status line. Time, chance and the network are parameters. Knows nothing of SCORM or the screen.

import { ask } from './answer.js';

/** What browsers let a dying page send: 64 KiB for all its keepalive requests together; headers are not free. */
export const KEEPALIVE_QUOTA = 64 * 1024 - 2048;
export const KEEPALIVE_CHUNK = 60 * 1024;
/** Small, so that the farewell of a closing window has room beside it. */
const KEEPALIVE_NAVIGATION = 8 * 1024;
const LIVE_CHUNK = 256 * 1024;
const ENVELOPE_BYTES = 80;

const PAUSE_MS = 1000;
const TIMEOUT_MS = 20_000;
const BACKOFF_FIRST_MS = 1000;
const BACKOFF_CAP_MS = 30_000;
const BACKOFF_LEAST_MS = 200;

/**
 * @param timers   `{ set(fn, ms), clear(id) }`
 * @param random   `() => 0…1`
 * @param on       `{ status({state, savedAt}), answer(committed), stale(), closed(data) }`
 */
export function createTransport({ base, epoch, journal, savedAt = null, fetch, timers, random, isOnline, on }) {
  let flight = null;
  let timer = null;
  let failures = 0;
  let lastError = null;
  let stopped = null;
  let holding = 0;
  let due = 0;
  let liveChunk = LIVE_CHUNK;
  const dying = { since: false, bytes: 0, through: 0, requests: 0, queued: false };

  /** An entry was written to the journal. Commit and the end of a session are sent at once. */
  function changed(op) {
    if (stopped) return;
    const atOnce = op === 'commit' || op === 'term';
    if (atOnce) due = journal.last;
    report();
    if (dying.since) flushSoonWhileDying(op);
    else schedule(atOnce ? 0 : PAUSE_MS);
  }

  function schedule(ms) {
    // While retrying, a new change waits for the retry: an unreachable server is not asked more often by a busy SCO.
    if (flight || holding > 0 || (failures > 0 && timer !== null)) return;
    if (ms === 0) return pump();
    timer ??= timers.set(pump, ms);
  }

  function pump() {
    stopTimer();
    if (stopped || flight || holding > 0 || journal.size === 0) return;
    due = journal.last;
    flight = sendBatch().finally(() => {
      flight = null;
      afterFlight();
    });
    report();
  }

  function afterFlight() {
    // What a keepalive request carries is not sent twice while its answer is awaited.
    if (!stopped && holding === 0 && dying.bytes === 0 && journal.size > 0) {
      if (failures > 0) timer ??= timers.set(pump, backoff());
      else schedule(journal.first <= due ? 0 : PAUSE_MS);
    }
    report();
  }

  function backoff() {
    const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_FIRST_MS * 2 ** (failures - 1));
    return Math.max(BACKOFF_LEAST_MS, random() * ceiling);
  }

  function stopTimer() {
    if (timer !== null) timers.clear(timer);
    timer = null;
  }

  async function sendBatch() {
    const batch = journal.batch({ limit: liveChunk });
    journal.markSent(batch.last);
    const answer = await timed((signal) => commit(batch, { signal }));
    settle(answer);
    return answer;
  }

  function commit(batch, { signal, keepalive = false } = {}) {
    // While the learner's own request is under way, nothing the content asked for may be followed in its place.
    const isFarewell = dying.since && holding === 0;
    const body = `{"epoch":${epoch},"dying":${isFarewell},"entries":[${batch.json}]}`;
    return ask(fetch, `${base}/commit`, body, { signal, keepalive });
  }

  async function timed(request) {
    const control = new AbortController();
    const id = timers.set(() => control.abort(), TIMEOUT_MS);
    try {
      return await request(control.signal);
    } finally {
      timers.clear(id);
    }
  }

  /** Takes an answer to any request that carried entries; true when the server has them. */
  function settle(answer) {
    if (stopped) return false;
    if (answer.ok && Number.isInteger(answer.data.acked)) {
      accepted(answer.data);
      return true;
    }
    if (dismissed(answer)) return false;
    // A gap that tells of entries we thought unknown is progress; any other is retried like a failure.
    if (answer.error === 'gap' && answer.data.acked >= journal.first) journal.acknowledged(answer.data.acked);
    else failed(answer.error ?? 'not_ours');
    return false;
  }

  /** The server will take nothing more from this window. */
  function dismissed(answer) {
    if (answer.error === 'stale_epoch') stale();
    else if (answer.error === 'closed' || answer.error === 'suspended') stop('closed', () => on.closed(answer.data));
    else return false;
    return true;
  }

  function accepted(data) {
    failures = 0;
    lastError = null;
    liveChunk = LIVE_CHUNK;
    journal.acknowledged(data.acked);
    if (Number.isFinite(data.saved_at)) savedAt = Math.max(savedAt ?? 0, data.saved_at);
    on.answer(data);
  }

  function failed(error) {
    failures += 1;
    lastError = error;
    // A body that a proxy finds too large comes back as a page of its own: ask for less next time.
    if (error === 'not_ours') liveChunk = Math.max(KEEPALIVE_CHUNK / 4, liveChunk / 2);
    report();
  }

  /** Another window took over. What it did not hear of yet goes to the server as evidence. */
  function stale() {
    stop('readonly', () => on.stale());
    const rest = journal.batch({ limit: Infinity });
    if (rest.json === '') return;
    void ask(fetch, `${base}/replay`, `{"epoch":${epoch},"entries":[${rest.json}]}`).then((answer) => {
      if (answer.ok) journal.acknowledged(rest.last);
    });
  }

  function stop(state, tell) {
    if (stopped) return;
    stopped = state;
    stopTimer();
    report();
    tell();
  }

  // ---- the window is dying

  /**
   * After pagehide the content may go on calling (Firefox): send now at the end of its session, else when its handler
   * has returned. One request for a handler that commits five times: Firefox lets only a few keepalive requests out.
   */
  function flushSoonWhileDying(op) {
    if (op === 'term') return flush();
    if (dying.queued) return;
    dying.queued = true;
    queueMicrotask(() => {
      dying.queued = false;
      flush();
    });
  }

  /** The page may be gone after this line: sends what fits by keepalive; the rest stays in the journal. */
  function flush() {
    for (let batch = dyingBatch(); !stopped && batch.json !== ''; batch = dyingBatch()) sendDying(batch);
  }

  function dyingBatch() {
    const room = Math.min(KEEPALIVE_CHUNK, KEEPALIVE_QUOTA - dying.bytes) - ENVELOPE_BYTES;
    const rest = { limit: room, after: dying.through, strict: true };
    if (dying.bytes === 0) return journal.batch({ ...rest, after: 0 });
    // Everything once more, if it fits, does not depend on the earlier request arriving first.
    const whole = journal.batch({ ...rest, after: 0 });
    return whole.last === journal.last && dying.through < journal.last ? whole : journal.batch(rest);
  }

  function sendDying(batch) {
    const bytes = batch.bytes + ENVELOPE_BYTES;
    dying.bytes += bytes;
    dying.requests += 1;
    dying.through = batch.last;
    journal.markSent(batch.last);
    void timed((signal) => commit(batch, { signal, keepalive: true })).then((answer) => {
      dying.bytes -= bytes;
      // A refused keepalive (quota) says nothing about the server, and the ordinary retry will find out.
      if (answer.ok || answer.error !== 'network') settle(answer);
      if (dying.bytes === 0) dying.through = 0;
      afterFlight();
    });
  }

  /** `pagehide`: nothing that comes later may wait. */
  function pageHidden() {
    if (stopped) return;
    dying.since = true;
    const before = dying.requests;
    flush();
    // Even with nothing to save the server should know that this window makes room for the next launch.
    if (dying.requests === before) sendDying({ json: '', bytes: 0, last: dying.through });
    // What keepalive has no room for is tried in the ordinary way; some browsers still deliver it.
    if (dying.through < journal.last) pump();
  }

  /** `visibilitychange` to hidden: the last event a phone may give us, but the page may also live on. */
  function hidden() {
    if (journal.size === 0) return;
    flush();
    if (dying.through < journal.last) pump();
  }

  // ---- requests of the shell

  /** Sends everything, then the navigation request. Answers `null` when it is not known to have arrived. */
  async function navigate(request) {
    holding += 1;
    stopTimer();
    try {
      while (flight) await flight;
      while (!stopped && journal.size > 0 && journal.batch({ limit: liveChunk }).last < journal.last) {
        const answer = await sendBatch();
        if (!answer.ok) return null;
      }
      return stopped ? null : await sendNavigation(request);
    } finally {
      holding -= 1;
      afterFlight();
    }
  }

  async function sendNavigation(request) {
    const batch = journal.batch({ limit: liveChunk });
    journal.markSent(batch.last);
    const body = `{"epoch":${epoch},"request":${JSON.stringify(request)},"entries":[${batch.json}]}`;
    report();
    // A request that is small enough arrives although the window is closed behind it.
    const keepalive = body.length <= KEEPALIVE_NAVIGATION;
    const answer = await timed((signal) => ask(fetch, `${base}/navigate`, body, { signal, keepalive }));
    return settle(answer) ? answer.data : null;
  }

  async function heartbeat() {
    if (stopped) return;
    const answer = await timed((signal) => ask(fetch, `${base}/heartbeat`, `{"epoch":${epoch}}`, { signal }));
    if (!stopped) dismissed(answer);
  }

  /** The browser says that the network is back: do not wait for the backoff to end. */
  function retryNow() {
    if (failures > 0) pump();
    report();
  }

  // ---- the status line

  function state() {
    if (stopped) return stopped;
    if (journal.size === 0) return savedAt === null ? 'ready' : 'saved';
    if (!isOnline()) return 'offline';
    return failures > 0 ? 'retrying' : 'saving';
  }

  function report() {
    on.status({ state: state(), savedAt, lastError });
  }

  return { changed, pump, hidden, pageHidden, navigate, heartbeat, retryNow, report, get stopped() { return stopped; } };
}
