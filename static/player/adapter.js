// The SCORM API object: answers at once from a local model, driven by the tables that the server generates.
//
// Owns the reading of those tables and the call state. It holds no rule about any element: what may be set, how far, after
// what and with which error is data. Its twin is `scorm::runtime`; the differential test keeps the two equal.

import { createTypes, cut, parseNumber } from './types.js';

const ASIDE = '_aside.';
const DIGITS = /^\d{1,9}$/;

// ---- names

/** From the name a SCO uses to the row of the table and the key in the document: a path or `{ fault }`. */
function createResolver(tables) {
  const rows = new Map(tables.elements.map((row) => [row.name, row]));
  const groups = new Set();
  const collections = new Set();
  for (const { name } of tables.elements) {
    for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
      groups.add(name.slice(0, at));
      if (name.startsWith('.n.', at)) collections.add(name.slice(0, at));
    }
  }

  function unknown(pattern) {
    const at = pattern.lastIndexOf('.');
    const parent = pattern.slice(0, Math.max(at, 0));
    if (at < 0 || !(rows.has(parent) || groups.has(parent))) return { fault: 'undefined' };
    const leaf = pattern.slice(at + 1);
    if (leaf === '_children') return { fault: 'no_children' };
    return { fault: leaf === '_count' ? 'no_count' : 'undefined' };
  }

  function walk(name) {
    let pattern = '';
    let key = '';
    let bad = false;
    const spots = [];
    name.split('.').forEach((segment, n) => {
      if (n > 0 && collections.has(pattern) && !segment.startsWith('_')) {
        const index = DIGITS.test(segment) && Number(segment) <= tables.limits.index ? Number(segment) : null;
        bad = bad || index === null;
        spots.push({ collection: key, index: index ?? 0 });
        pattern += '.n';
        key += `.${index ?? segment}`;
      } else {
        pattern += n > 0 ? `.${segment}` : segment;
        key += n > 0 ? `.${segment}` : segment;
      }
    });
    const row = rows.get(pattern);
    return row ? { row, key, spots, bad } : unknown(pattern);
  }

  return function resolve(name) {
    const target = name.endsWith('}') ? cut(name.slice(0, -1), '.{target=') : null;
    const row = rows.get(target ? `${target[0]}.{target=*}` : name);
    if (target && !row) return { fault: 'undefined' };
    if (row && !row.name.includes('.n.')) return { row, key: name, spots: [], bad: false };
    return walk(name);
  };
}

/** The key of another element of the same record. */
const sibling = (path, pattern) => path.spots.reduce((key, { index }) => key.replace('.n.', `.${index}.`), pattern);

// ---- the data of one SCO

function createModel({ tables, strict, document, initial }) {
  const resolve = createResolver(tables);
  const types = createTypes(tables);
  const stored = new Map(Object.entries(document));
  const launch = new Map(Object.entries(initial));
  const counts = new Map();
  const records = new Map();
  const { limits } = tables;
  let total = 0;
  for (const value of stored.values()) total += value.length;
  for (const source of [launch, stored]) {
    for (const [key, value] of source) {
      const path = resolve(key);
      if (!path.fault && !path.bad) index(path, value);
    }
  }

  function index(path, value, before) {
    for (const { collection, index: at } of path.spots) counts.set(collection, Math.max(count(collection), at + 1));
    if (!path.row.unique || path.spots.length === 0) return;
    const at = path.spots[path.spots.length - 1].index;
    if (before !== undefined && records.get(recordKey(path, before)) === at) records.delete(recordKey(path, before));
    records.set(recordKey(path, value), at);
  }

  function count(collection) {
    return counts.get(collection) ?? 0;
  }

  function recordKey(path, value) {
    const { collection } = path.spots[path.spots.length - 1];
    return `${collection}.${path.row.name.slice(path.row.name.lastIndexOf('.') + 1)}\0${value}`;
  }

  /** What the launch says wins for what the SCO may not write. */
  function find({ access }, key) {
    return access === 'ro' || access === 'kw' ? launch.get(key) ?? stored.get(key) : stored.get(key) ?? launch.get(key);
  }

  function grants(path, right) {
    return (launch.get(sibling(path, 'adl.data.n._access')) ?? right).includes(right);
  }

  function derived({ name }) {
    const rule = tables.derived.find((one) => one.element === name);
    if (!rule) return undefined;
    const number = (key) => {
      const text = stored.get(key) ?? launch.get(key);
      return text === undefined ? null : parseNumber(text);
    };
    const threshold = number(rule.threshold);
    if (threshold === null) return undefined;
    const measure = number(rule.measure);
    if (measure === null) return strict ? rule.unknown : undefined;
    return measure >= threshold ? rule.met : rule.unmet;
  }

  /** `{ value }` or `{ fault }`. */
  function get(name) {
    if (name === '') return { fault: 'get_nothing' };
    const path = resolve(name);
    if (path.fault) return path;
    const { row, key } = path;
    if (path.bad || path.spots.some((spot) => spot.index >= count(spot.collection))) return { fault: 'get_index' };
    if (row.access === 'wo' || (row.access === 'shared' && !grants(path, 'r'))) return { fault: 'write_only' };
    if (row.type === 'count') return { value: String(count(key.slice(0, key.lastIndexOf('.')))) };
    const value = derived(row) ?? find(row, key) ?? row.default;
    if (value === undefined || (value === '' && row.access === 'shared')) return { fault: 'not_initialized' };
    const format = formatOf(path);
    return { value: format?.canonical ? types.canonical(format, value) : value };
  }

  function mayWrite(path) {
    const { access } = path.row;
    if (access === 'kw') return 'keyword';
    if (access === 'ro') return 'read_only';
    if (access !== 'shared') return null;
    if (path.bad || path.spots.some((spot) => spot.index >= count(spot.collection))) return 'set_index';
    return grants(path, 'w') ? null : 'read_only';
  }

  function formatOf(path) {
    const formats = { response: tables.responses, pattern: tables.patterns }[path.row.type];
    const kind = formats && stored.get(sibling(path, 'cmi.interactions.n.type'));
    return kind !== undefined && Object.hasOwn(formats, kind) ? formats[kind] : undefined;
  }

  function outOfOrder(path) {
    if (path.spots.some((spot) => spot.index > count(spot.collection))) return 'set_index';
    const missing = (need) => !stored.has(sibling(path, need)) && !launch.has(sibling(path, need));
    return path.row.needs?.some(missing) ? 'dependency' : null;
  }

  function taken(path, format, value) {
    const { row } = path;
    const before = find(row, path.key);
    if (row.once && before !== undefined && before !== value) return true;
    const applies = row.type === 'pattern' ? strict && format?.distinct_patterns : row.unique;
    if (!applies || path.spots.length === 0) return false;
    const owner = records.get(recordKey(path, value));
    return owner !== undefined && owner !== path.spots[path.spots.length - 1].index;
  }

  /** What a SetValue comes to: `{ key, value, store }` or `{ fault }`; nothing has changed yet. */
  function prepare(name, value) {
    if (name === '') return { fault: 'set_nothing' };
    const path = resolve(name);
    if (path.fault) return path;
    const refused = mayWrite(path) ?? (value.length > limits.value ? 'type' : null);
    if (refused) return { fault: refused };
    if (path.bad) return strict ? { fault: 'set_index' } : room(ASIDE + name, value, () => {});
    const early = strict ? outOfOrder(path) : null;
    if (early) return { fault: early };
    const format = formatOf(path);
    const at = path.spots.length > 0 ? path.spots[path.spots.length - 1].index : 0;
    if (strict && path.row.type === 'pattern' && format?.patterns > 0 && at >= format.patterns) return { fault: 'set_index' };
    const fault = types.strict(path.row, format, value);
    const kept = fault === null ? { value } : strict ? { fault } : types.lenient(path.row, value);
    if (kept.fault) return kept;
    if (taken(path, format, kept.value)) return { fault: 'duplicate' };
    const before = path.row.unique ? find(path.row, path.key) : undefined;
    return room(path.key, kept.value, () => index(path, kept.value, before));
  }

  function room(key, value, then) {
    const old = stored.get(key);
    const after = total - (old?.length ?? 0) + value.length;
    if (after > limits.total || (old === undefined && stored.size >= limits.entries)) return { fault: 'set_failed' };
    const store = () => {
      total = after;
      stored.set(key, value);
      then();
    };
    return { key, value, store };
  }

  return { get, prepare, find: (name) => stored.get(name) ?? launch.get(name), launch };
}

// ---- the calls

/** Anything a SCO may hand us as text that can travel: lone surrogates cannot. */
function asText(value) {
  if (value === undefined || value === null) return '';
  let text;
  try {
    text = String(value);
  } catch {
    return '';
  }
  const sound = text.isWellFormed ? text.isWellFormed() : !/\p{Cs}/u.test(text);
  return sound ? text : text.replace(/\p{Cs}/gu, '\uFFFD');
}

/**
 * @param tables    what `/tables/<standard>.json` answers
 * @param emit      `(op, element?, value?)`: records a change; `false` means it could not be kept
 * @param trace     told of every call, if given
 */
export function createAdapter({ tables, strict = false, document = {}, initial = {}, emit, trace, now = () => 0 }) {
  const model = createModel({ tables, strict, document, initial });
  let state = 'not_initialized';
  let error = 0;

  function answer(fault) {
    error = tables.faults[fault ?? 'none'];
    return fault ? 'false' : 'true';
  }

  function kept(fault, op, ...change) {
    return emit(op, ...change) === false ? fault : null;
  }

  const argumentFault = (argument) => (strict && argument !== '' ? 'argument' : null);

  /** The fault of a call in a state where it may not be made, else null. */
  const outside = (call) =>
    ({ not_initialized: `${call}_before_initialize`, terminated: `${call}_after_terminate` })[state] ?? null;

  const calls = {
    initialize(argument) {
      if (state !== 'not_initialized') return answer(state === 'running' ? 'already_initialized' : 'initialize_after_terminate');
      const fault = argumentFault(argument) ?? kept('initialize_failed', 'init');
      if (!fault) state = 'running';
      return answer(fault);
    },
    terminate(argument) {
      const fault = outside('terminate') ?? argumentFault(argument);
      if (fault) return answer(fault);
      // Already over for whoever listens to the record of it.
      state = 'terminated';
      const lost = kept('terminate_failed', 'term');
      if (lost) state = 'running';
      return answer(lost);
    },
    get(element) {
      const outsideFault = outside('get');
      const { fault, value } = outsideFault ? { fault: outsideFault } : model.get(element);
      answer(fault);
      return fault ? '' : value;
    },
    set(element, value) {
      const outsideFault = outside('set');
      const change = outsideFault ? { fault: outsideFault } : model.prepare(element, value);
      const fault = change.fault ?? kept('set_failed', 'set', element, value);
      if (!fault) change.store();
      return answer(fault);
    },
    commit(argument) {
      return answer(outside('commit') ?? argumentFault(argument) ?? kept('commit_failed', 'commit'));
    },
    last_error: () => String(error),
    error_string: (code) => known(code)[1],
    diagnostic: (code) => known(code === '' ? String(error) : code)[0],
  };

  function known(code) {
    return Object.hasOwn(tables.errors, code) ? tables.errors[code] : ['', ''];
  }

  function traced(name, call) {
    if (!trace) return (...args) => call(...args.map(asText), '', '');
    return (...args) => {
      const texts = args.map(asText);
      const begun = now();
      const result = call(...texts, '', '');
      trace({ method: name, args: texts, answer: result, error, ms: now() - begun });
      return result;
    };
  }

  const api = { version: tables.version };
  for (const [call, name] of Object.entries(tables.calls)) api[name] = traced(name, calls[call]);

  return {
    api,
    get state() {
      return state;
    },
    /** A value of the model, past the call state; undefined when nobody has set it. */
    value: (element) => model.find(element),
    /** `{ continue: true, previous: false, 'choice.{target=x}': true … }` */
    setNavValid(valid) {
      for (const [request, is] of Object.entries(valid)) model.launch.set(`adl.nav.request_valid.${request}`, String(is));
    },
  };
}
