// When two values of the run-time data model are the same value, type by type (SCORM 2004 RTE 4.1.1.7 and 4.2.9.1).
// Pure: knows no case and no browser. `given` is what the service answered, `wanted` what was expected.

// Both cut, or both rounded, to six decimals.
export function sameReal(given, wanted) {
  const [one, other] = [real(given), real(wanted)];
  if (one === null || other === null) {
    return false;
  }
  return [Math.floor, Math.round].some((cut) => cut(one * 1e6) === cut(other * 1e6));
}

function real(text) {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : null;
}

const DURATION = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

// P29D and P0Y029DT0H last equally long; a month has no length in days and is compared with months only.
export function sameDuration(given, wanted) {
  const [one, other] = [duration(given), duration(wanted)];
  return one !== null && other !== null && one === other;
}

function duration(text) {
  const found = DURATION.exec(text);
  if (!found) {
    return null;
  }
  const [years, months, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const total = days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return `${years * 12 + months} ${total.toFixed(2)}`;
}

const DATE = String.raw`(\d{4})(?:-(\d\d)(?:-(\d\d)`;
const TIME = String.raw`(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?`;
const TIMESTAMP = new RegExp(`^${DATE}${TIME}$`);

// The same instant, fractions of a second left aside; a time of no zone is never one with a zone.
export function sameTimestamp(given, wanted) {
  const [one, other] = [instant(given), instant(wanted)];
  return given === wanted || (one !== null && other !== null && one === other);
}

function instant(text) {
  const found = TIMESTAMP.exec(text);
  if (!found) {
    return null;
  }
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7);
  const zone = found[7];
  const seconds = Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset(zone);
  return `${seconds} ${Boolean(zone)}`;
}

function offset(zone = 'Z') {
  if (zone === 'Z') {
    return 0;
  }
  const [, sign, hours, minutes = 0] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  return (sign === '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
}

// ISO 639-2's names of languages that have a shorter one; the standard takes both.
const SHORTER = {
  eng: 'en', fra: 'fr', fre: 'fr', deu: 'de', ger: 'de', spa: 'es', ita: 'it', zho: 'zh', chi: 'zh', jpn: 'ja',
  nld: 'nl', dut: 'nl', por: 'pt', rus: 'ru',
};

export function sameLanguage(given, wanted) {
  return language(given) === language(wanted);
}

function language(text) {
  return text.toLowerCase().replace(/^[^-]+/, (code) => SHORTER[code] ?? code);
}

// {lang=en} is the default and may be left out. `most` is the smallest permitted maximum: beyond it a text may be cut.
export function sameLangString(given, wanted, most) {
  const [one, other] = [langString(given), langString(wanted)];
  return sameLanguage(one.lang, other.lang) && sameText(one.text, other.text, most);
}

function langString(text) {
  const [label, lang] = /^\{lang=([^}]*)\}/.exec(text) ?? ['', 'en'];
  return { lang, text: text.slice(label.length) };
}

export function sameText(given, wanted, most) {
  if (given === wanted || !most) {
    return given === wanted;
  }
  return Math.min(given.length, wanted.length) >= most && given.slice(0, most) === wanted.slice(0, most);
}

// The names of _children, in any order.
export function sameSet(given, wanted) {
  const sorted = (text) => text.split(',').map((name) => name.trim()).sort().join();
  return sorted(given) === sorted(wanted);
}

const DELIMITERS = {
  'fill-in': ['case_matters', 'order_matters'],
  'long-fill-in': ['case_matters'],
  performance: ['order_matters'],
};

// Two answers to an interaction of type `kind`; `role` is pattern or response: only a pattern says what matters.
export function sameInteraction(kind, role, given, wanted) {
  const names = role === 'pattern' ? (DELIMITERS[kind] ?? []) : [];
  const [one, other] = [delimited(given, names), delimited(wanted, names)];
  if (one.case_matters !== other.case_matters || one.order_matters !== other.order_matters) {
    return false;
  }
  const [mine, theirs] = [one, other].map((side) => answers(kind, side));
  const samePart = (part, n) => part === theirs[n] || (kind === 'numeric' && sameReal(part, theirs[n]));
  return mine.length === theirs.length && mine.every(samePart);
}

// Takes {case_matters=…} and {order_matters=…} off a pattern, with their defaults where they are left out.
function delimited(text, names) {
  const read = { case_matters: 'false', order_matters: 'true', rest: text };
  for (;;) {
    const [label, name, value] = /^\{(\w+)=([^}]*)\}/.exec(read.rest) ?? [];
    if (!names.includes(name)) {
      return read;
    }
    read[name] = value;
    read.rest = read.rest.slice(label.length);
  }
}

// The parts of an answer in a form in which equal answers are equal lists.
function answers(kind, { rest, case_matters: caseMatters, order_matters: orderMatters }) {
  const parts = kind === 'long-fill-in' ? [rest] : rest.split(kind === 'numeric' ? '[:]' : '[,]');
  switch (kind) {
    case 'choice':
      return [...new Set(parts)].sort();
    case 'matching':
      return parts.sort();
    case 'performance':
      return orderMatters === 'false' ? parts.sort() : parts;
    case 'fill-in':
    case 'long-fill-in': {
      const filled = parts.map((part) => filledIn(part, caseMatters === 'true'));
      return orderMatters === 'false' ? filled.sort() : filled;
    }
    default:
      return parts;
  }
}

function filledIn(part, caseMatters) {
  const { lang, text } = langString(part);
  return `${language(lang)} ${caseMatters ? text : text.toLowerCase()}`;
}
