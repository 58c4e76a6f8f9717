// One launch, from opening to the end: what is delivered when, and what happens to what the content says.
//
// Owns the order of things (earlier journals, open, tables, deliver, navigate). Every effect is a parameter: the screen
// is `ui`, the API object is `host`, the rest is `env`. Decides nothing about SCORM; the server's view is obeyed.

import { ask } from './answer.js';
import { openJournal } from './journal.js';
import { replayJournals } from './replay.js';
import { createTransport } from './transport.js';
import { claimWindow, isWindowAlive, rememberedWindow, rememberWindow } from './window.js';

const HEARTBEAT_MS = 60_000;
const RETRY_CAP_MS = 15_000;
/** After so many vain attempts the learner is told what to do, and a journal that the server chokes on has to wait. */
const PATIENCE = 4;
/** What the server says when it will not open this attempt at all; anything else is worth another try. */
const FINAL = ['closed', 'suspended'];

export function createSession({ boot, ui, host, env }) {
  const state = {
    windowId: null,
    journal: null,
    transport: null,
    opened: null,
    early: null,
    tables: null,
    delivery: null,
    adapter: null,
    busy: false,
    ended: false,
  };
  const locks = env.locks;
  // A test run and a guest leave nothing behind, neither on the server nor on this device.
  const isRecorded = !boot.preview && !boot.guest;
  const storage = isRecorded ? env.storage : null;
  const own = { token: tokenOf(boot.base), attempt: boot.attempt ?? null };
  // Every launch of an attempt has a token of its own; windows are remembered for the attempt.
  const place = boot.attempt ?? boot.base;

  // ---- opening

  async function start() {
    ui.status({ state: 'connecting', savedAt: null });
    if (!env.storage && isRecorded) ui.notice('storage-none');
    // A page that names its standard saves a round trip: the tables come while the attempt is opened.
    if (boot.standard) state.early = loadTables(boot.standard);
    state.windowId = await claimWindow({ ...env, storage: env.sessionStorage });
    await deliverEarlier();
    await open(false);
    heartbeatLater();
  }

  /** What earlier windows left on this device. `givenUp` may still live, but is about to lose its place. */
  function deliverEarlier(givenUp = null) {
    const isAlive = (id) => id !== givenUp && isWindowAlive(locks, id, state.windowId);
    const journals = { storage, fetch: env.fetch, own, isAlive, now: env.now };
    return insist(async (tries) => {
      const fate = await replayJournals(journals);
      return fate === 'delivered' || (fate === 'failed' && tries >= PATIENCE);
    });
  }

  /** Repeats until `attempt` answers something true. The learner sees that the server is not reached. */
  async function insist(attempt) {
    for (let tries = 0; ; tries += 1) {
      const result = await attempt(tries);
      if (result) return result;
      if (tries === PATIENCE) ui.notice('unreachable');
      ui.status({ state: env.isOnline() ? 'connecting' : 'offline', savedAt: null });
      await pause(Math.max(500, env.random() * Math.min(RETRY_CAP_MS, 1000 * 2 ** tries)));
    }
  }

  function pause(ms) {
    return new Promise((resolve) => {
      const id = env.timers.set(resolve, ms);
      state.wake = () => {
        env.timers.clear(id);
        resolve();
      };
    });
  }

  async function open(takeover) {
    const body = JSON.stringify({ window: state.windowId, takeover });
    const answer = await insist(async () => {
      // As the page itself was asked for, so that a connection is there: over a slow line a new one is felt.
      const reply = await ask(env.fetch, `${boot.base}/open`, body, { credentials: 'same-origin' });
      const understood = reply.ok ? Number.isInteger(reply.data.epoch) : isFinalWord(reply);
      return understood && reply;
    });
    if (answer.ok) return begin(answer.data);
    if (answer.error === 'active_elsewhere') return takeOver(answer.data);
    ui.status({ state: 'closed', savedAt: null });
    return ui.closed(answer.data?.message ?? null);
  }

  /** Asks the learner, unless the other window was on this device and is gone: then nobody is left to ask. */
  async function takeOver({ window: other, last_seen: lastSeen }) {
    const wasHere = other !== undefined && other === rememberedWindow(storage, place);
    if (wasHere && locks && !(await isWindowAlive(locks, other, state.windowId))) return open(true);
    return ui.askTakeover(lastSeen, async () => {
      // Its last changes may be a second away from being sent: once it has lost its place nobody would take them.
      await deliverEarlier(other);
      return open(true);
    });
  }

  function isFinalWord(reply) {
    return reply.error === 'active_elsewhere' || FINAL.includes(reply.error);
  }

  async function begin(opened) {
    state.opened = opened;
    rememberWindow(storage, place, state.windowId);
    state.journal = openJournal({
      storage,
      ...own,
      epoch: opened.epoch,
      window: state.windowId,
      acked: opened.acked ?? 0,
      now: env.now,
    });
    state.transport = createTransport({
      base: boot.base,
      epoch: opened.epoch,
      journal: state.journal,
      savedAt: opened.saved_at ?? null,
      fetch: env.fetch,
      timers: env.timers,
      random: env.random,
      isOnline: env.isOnline,
      on: { status: statusChanged, answer: answered, stale: takenOver, closed },
    });
    state.tables ??= (await state.early) ?? (await insist(() => loadTables(opened.standard)));
    if (isRecorded) ui.mode(opened.mode);
    state.transport.report();
    apply(opened.view);
    await enter(opened.view);
  }

  async function loadTables(standard) {
    try {
      // As the page preloads them.
      const response = await env.fetch(`/tables/${standard}.json`);
      return response.status === 200 ? JSON.parse(await response.text()) : null;
    } catch {
      return null;
    }
  }

  // ---- the server's view

  function apply(view) {
    ui.view(view);
    state.adapter?.setNavValid?.(navigationOf(view));
    tell('state', { outcome: view.outcome, ended: view.ended });
  }

  function answered(data) {
    if (!data.view) return;
    apply(data.view);
    for (const { seq, code, text } of data.refused ?? []) {
      ui.log({ method: 'commit', args: [`#${seq}`], answer: text, error: code });
    }
    // The server ends the session by itself only after the content has terminated; never under a running SCO.
    if (data.view.ended && !state.busy && state.adapter?.state === 'terminated') void finish(data.view);
  }

  async function enter(view) {
    if (view.exception) ui.log({ method: 'sequencing', args: [], answer: view.message, error: view.exception });
    if (view.deliver) return deliver(view.deliver, view);
    if (view.ended) return finish(view);
    return ui.choosePart(view.message);
  }

  function deliver(delivery, view) {
    state.delivery = delivery;
    state.ended = false;
    state.adapter = host.install({
      tables: state.tables,
      standard: state.opened.standard,
      strict: state.opened.strict,
      document: delivery.document ?? {},
      initial: delivery.initial ?? {},
      emit: (op, el, val) => emit(delivery, op, el, val),
      trace: boot.preview ? ui.log : undefined,
      now: env.elapsed,
    });
    state.adapter.setNavValid?.(navigationOf(view));
    ui.showContent(delivery, () => {
      if (delivery.kind === 'asset') emit(delivery, 'view');
    });
    if (view.message) ui.notice('message', view.message);
  }

  async function finish(view) {
    state.ended = true;
    await leaveContent();
    state.delivery = null;
    ui.ended(view, () => state.journal.size > 0);
    tell('ended', { outcome: view.outcome });
  }

  async function leaveContent() {
    await ui.unloadContent();
    host.retire();
  }

  // ---- what the content says

  /** The answer decides whether the content hears "true": only what is on this device or on its way. */
  function emit(delivery, op, el, val) {
    if (state.delivery !== delivery || state.transport.stopped) return false;
    if (!state.journal.append({ op, sco: delivery.sco, el, val })) {
      ui.notice('storage-full');
      return false;
    }
    if (op === 'term') terminated();
    state.transport.changed(op);
    return true;
  }

  function terminated() {
    // The learner's own choice wins over what the content asks for while it is being unloaded.
    if (state.busy) return;
    const request = requestAtEnd((element) => state.adapter?.value?.(element));
    env.timers.set(() => (request ? navigate(request) : ui.partFinished()), 0);
  }

  // ---- navigation

  /** `request` as the protocol names it: `continue`, `exitAll`, `choice:item_2`… */
  async function navigate(request) {
    if (state.busy || state.ended || state.transport.stopped) return;
    state.busy = true;
    ui.busy(true);
    await leaveContent();
    const answer = await state.transport.navigate(request);
    state.busy = false;
    ui.busy(false);
    if (answer) await enter(answer.view);
    else if (!state.transport.stopped) await openAgain();
  }

  /**
   * The request may or may not have arrived, and sending it twice could skip a part. So the server is asked where we
   * are, once it has everything else.
   */
  async function openAgain() {
    ui.notice('navigation-unsure');
    await insist(async () => state.transport.stopped || state.journal.size === 0);
    if (!state.transport.stopped) await open(false);
  }

  // ---- the window's life

  function statusChanged(status) {
    ui.status(status);
  }

  function takenOver() {
    ui.readOnly();
  }

  function closed(data) {
    ui.notice('closed', data?.message);
  }

  function heartbeatLater() {
    env.timers.set(async () => {
      if (env.isVisible() && state.transport && !state.ended) await state.transport.heartbeat();
      heartbeatLater();
    }, HEARTBEAT_MS);
  }

  function tell(kind, more = {}) {
    env.tellOpener({ clikc: kind, activity: boot.activity ?? null, ...more });
  }

  return {
    start,
    navigate,
    pageHidden() {
      state.transport?.pageHidden();
      tell('closed');
    },
    hidden() {
      state.transport?.hidden();
    },
    online() {
      state.wake?.();
      state.transport?.retryNow();
    },
    /** The course page asks whether this window still plays or may be used for a new launch. */
    asked() {
      if (state.delivery && !state.transport.stopped) tell('playing');
    },
  };
}

function tokenOf(base) {
  return base.split('/').at(-1);
}

/** What `adl.nav.request_valid.*` answers. A control that the package hides says nothing about validity. */
function navigationOf({ controls = {}, toc = [] }) {
  const told = ['continue', 'previous'].filter((name) => controls[name] && controls[name] !== 'hidden');
  return {
    ...Object.fromEntries(told.map((name) => [name, controls[name] === 'enabled'])),
    ...Object.fromEntries(allItems(toc).map((item) => [`choice.{target=${item.id}}`, item.enabled])),
  };
}

function allItems(items) {
  return (items ?? []).flatMap((item) => [item, ...allItems(item.children)]);
}

/** What a session that ends asks for; one whose time was up asks to leave (RTE, `cmi.exit`). */
export function requestAtEnd(value) {
  return navigationRequest(value('adl.nav.request')) ?? (value('cmi.exit') === 'time-out' ? 'exitAll' : null);
}

/** `adl.nav.request` in the words of the protocol; null when the content asks for nothing. */
export function navigationRequest(value) {
  const target = /^\{target=([^}]*)\}(choice|jump)$/.exec(value ?? '');
  if (target) return `${target[2]}:${target[1]}`;
  const simple = ['continue', 'previous', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'];
  return simple.includes(value) ? value : null;
}
