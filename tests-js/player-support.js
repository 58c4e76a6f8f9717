// A virtual clock, a storage, and a small server that keeps the protocol's rules, for the player's tests.

/** Lets every promise that can settle do so. */
export async function settled() {
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
}

export function virtualClock(start = 1_700_000_000_000) {
  let time = start;
  let next = 1;
  const waiting = new Map();
  return {
    now: () => time,
    timers: {
      set(fn, ms) {
        waiting.set(next, { at: time + ms, fn });
        return next++;
      },
      clear(id) {
        waiting.delete(id);
      },
    },
    async advance(ms) {
      const end = time + ms;
      await settled();
      for (;;) {
        const due = [...waiting].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        waiting.delete(due[0]);
        time = Math.max(time, due[1].at);
        due[1].fn();
        await settled();
      }
      time = end;
    },
  };
}

/** localStorage with a capacity in characters. */
export function fakeStorage(capacity = Infinity) {
  const items = new Map();
  const used = () => [...items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    items,
    set capacity(value) {
      capacity = value;
    },
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      const before = (items.get(key)?.length ?? -key.length) + key.length;
      if (used() - before + key.length + value.length > capacity) throw new Error('QuotaExceededError');
      items.set(key, String(value));
    },
  };
}

export function answerOf(status, body, headers = { 'X-Clikc': '1' }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text: async () => text };
}

export const VIEW = { toc: [], controls: {}, deliver: null, ended: null, message: null, outcome: null };

/**
 * The server of the protocol, in memory: fencing by epoch, entries applied in order, duplicates ignored, gaps refused.
 * `faults` is a queue: each function gets the request and may answer (or throw) in the server's place; `null` passes.
 */
export function fakeServer(clock) {
  const server = {
    epoch: 0,
    window: null,
    lastWriter: 0,
    acked: new Map(),
    document: {},
    log: [],
    evidence: [],
    requests: [],
    navigations: [],
    faults: [],
    view: VIEW,
    fetch,
    apply,
  };

  async function fetch(url, init) {
    const body = JSON.parse(init.body);
    const request = { url, action: url.split('/').at(-1), body, keepalive: init.keepalive, length: init.body.length };
    server.requests.push(request);
    const fault = server.faults.shift();
    if (fault) {
      const instead = await fault(request);
      if (instead) return instead;
    }
    return handle(request);
  }

  function handle({ action, body }) {
    if (action === 'open') return open(body);
    if (action === 'replay') return replay(body);
    if (body.epoch !== server.epoch) return answerOf(409, { error: 'stale_epoch' });
    if (action === 'heartbeat') return answerOf(204, '');
    const gap = apply(body);
    if (gap !== null) return answerOf(409, { error: 'gap', acked: gap });
    if (action === 'navigate') server.navigations.push(body.request);
    if (body.dying) server.window = null;
    return answerOf(200, { acked: ackedOf(body.epoch), saved_at: clock.now(), refused: [], view: server.view });
  }

  function open({ window, takeover }) {
    if (server.window && server.window !== window && !takeover) {
      return answerOf(409, { error: 'active_elsewhere', last_seen: clock.now(), window: server.window });
    }
    server.window = window;
    server.epoch += 1;
    return answerOf(200, { epoch: server.epoch, acked: 0, saved_at: null, view: server.view });
  }

  function replay(body) {
    if (body.epoch < server.lastWriter) {
      server.evidence.push(...body.entries);
      return answerOf(200, { applied: false, acked: ackedOf(body.epoch) });
    }
    const gap = apply(body);
    if (gap !== null) return answerOf(409, { error: 'gap', acked: gap });
    return answerOf(200, { applied: true, acked: ackedOf(body.epoch) });
  }

  function ackedOf(epoch) {
    return server.acked.get(epoch) ?? 0;
  }

  /** Answers the acknowledged number when there is a gap. */
  function apply({ epoch, entries }) {
    for (const entry of entries) {
      const last = ackedOf(epoch);
      if (entry.seq <= last) continue;
      if (entry.seq > last + 1) return last;
      server.acked.set(epoch, entry.seq);
      server.lastWriter = epoch;
      server.log.push(entry);
      if (entry.op === 'set') server.document[entry.el] = entry.val;
    }
    return null;
  }

  return server;
}

/** navigator.locks: exclusive locks, `ifAvailable` and `signal`. */
export function fakeLocks() {
  const held = new Map();
  const waiting = [];

  function request(name, options, callback) {
    if (!held.has(name)) return grant(name, callback);
    if (options.ifAvailable) return Promise.resolve(callback(null));
    return new Promise((resolve, reject) => {
      const entry = { name, go: () => resolve(grant(name, callback)) };
      waiting.push(entry);
      options.signal?.addEventListener('abort', () => {
        if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
        reject(new Error('AbortError'));
      });
    });
  }

  async function grant(name, callback) {
    held.set(name, true);
    const result = await callback({ name });
    held.delete(name);
    return result;
  }

  return {
    request,
    /** All documents that hold a lock go away. */
    releaseAll() {
      held.clear();
      for (const entry of waiting.splice(0)) entry.go();
    },
  };
}
