// The types that the tables name, and what a lenient session makes of values that do not fit them.
//
// Pure functions over text. Letters and blanks are ASCII only, as in the twin (`scorm::runtime`), so that no script's rules
// can part the two.

const NOISE = 5e-8;
const SPACES = /[ \t\n\r\v\f]/;
const EDGES = /^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)$/;
const EXPONENTIAL = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/;
const INTEGER = /^[-+]?\d{1,9}$/;
const INTERVAL = /^P(?=\w)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
const TIMESPAN = /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
const ZONE = '(Z|[-+]([01]\\d|2[0-3])(:[0-5]\\d)?)?';
const CLOCK = `(T([01]\\d|2[0-3])(:[0-5]\\d(:[0-5]\\d(\\.\\d{1,2}${ZONE})?)?)?)?`;
const TIMESTAMP = new RegExp(`^(19[7-9]\\d|20[0-2]\\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])${CLOCK})?)?$`);
const SLOPPY_CLOCK = /^(\d{1,9}:)?\d{1,9}:\d{1,9}(\.\d*)?$/;
const SLOPPY_INTERVAL =
  /^[Pp](?=\w)(\d{1,9}[Yy])?(\d{1,9}[Mm])?(\d{1,9}[Dd])?([Tt](?=\d)(\d{1,9}[Hh])?(\d{1,9}[Mm])?(\d{1,9}(\.\d*)?[Ss])?)?$/;
const IDENTIFIER_12 = /^[!-~]{1,255}$/;
const SUBTAG = /^[A-Za-z0-9]{1,8}$/;
const CHARACTER = /^[0-9a-z]$/;
const TRUTH_12 = /^(0|1|t|f|true|false)$/;
const TAG = /^\{([^}=]*)=([^}]*)\}([\s\S]*)$/;

const trim = (text) => text.replace(EDGES, '');
const lower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const isNumber = (text) => NUMBER.test(text);
const isLongIdentifier = (text) =>
  text !== '' && !SPACES.test(text) && (!/^urn:/i.test(text) || /^urn:[^:]+:[\s\S]+$/i.test(text));
const isShortIdentifier = (text) => isLongIdentifier(text) && !/[[\]{}]/.test(text);
const isDuration = (text) => {
  const trimmed = trim(text);
  return SLOPPY_CLOCK.test(trimmed) || SLOPPY_INTERVAL.test(trimmed);
};

/** Decimal point or comma, exponent, blanks around; null when it is no number. */
export function parseNumber(text) {
  let number = trim(text);
  if (!EXPONENTIAL.test(number)) {
    const comma = number.indexOf(',');
    if (comma < 0 || number.slice(0, comma).includes('.')) return null;
    number = `${number.slice(0, comma)}.${number.slice(comma + 1)}`;
    if (!EXPONENTIAL.test(number)) return null;
  }
  const value = Number(number);
  return Number.isFinite(value) ? value : null;
}

/** Cuts once at the separator; null when it is not there. */
export function cut(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? null : [text.slice(0, at), text.slice(at + separator.length)];
}

function isRange(text) {
  const bounds = cut(text, '[:]');
  if (!bounds) return isNumber(text);
  const [low, high] = bounds.map(parseNumber);
  return bounds.every((bound) => bound === '' || isNumber(bound)) && (low === null || high === null || low <= high);
}

function splitPair(text) {
  const pair = cut(text, '[.]');
  return pair && !pair[1].includes('[.]') ? pair : null;
}

function isStep(text, ranged) {
  const pair = splitPair(text);
  if (!pair) return false;
  const [step, answer] = pair;
  return (step === '' || isShortIdentifier(step)) && (step !== '' || answer !== '')
    && (!ranged || !answer.includes('[:]') || isRange(answer));
}

// ---- the types of the tables

export function createTypes(tables) {
  const languages = new Set(tables.languages.split(' '));

  function isLanguage(text) {
    const [first, ...subtags] = text.split('-');
    const primary = lower(first);
    return (languages.has(primary) || primary === 'i' || primary === 'x') && subtags.every((tag) => SUBTAG.test(tag));
  }

  function isLocalized(text) {
    const tag = TAG.exec(text);
    return !tag || tag[1] !== 'lang' || isLanguage(tag[2]);
  }

  function isNavigation(text) {
    const tag = TAG.exec(text);
    return tables.navigation.includes(text)
      || (tag !== null && tag[1] === 'target' && tag[2] !== '' && (tag[3] === 'choice' || tag[3] === 'jump'));
  }

  const items = {
    truth: (text) => text === 'true' || text === 'false',
    truth12: (text) => TRUTH_12.test(lower(text)),
    short_identifier: isShortIdentifier,
    character: (text) => CHARACTER.test(text),
    character_pair: (text) => (cut(text, '.') ?? ['']).every((part) => CHARACTER.test(part)),
    localized: isLocalized,
    text: () => true,
    number: isNumber,
    range: isRange,
    pair: (text) => (splitPair(text) ?? ['']).every(isShortIdentifier),
    step: (text) => isStep(text, false),
    step_range: (text) => isStep(text, true),
  };

  /** Takes `{case_matters=…}`, `{order_matters=…}` and `{lang=…}` off the front; null when one of them is wrong. */
  function withoutFlags(format, value) {
    let rest = value;
    let tagged = false;
    while (format.flags.length > 0) {
      const tag = TAG.exec(rest);
      if (tag && format.flags.includes(tag[1])) {
        if (tag[2] !== 'true' && tag[2] !== 'false') {
          if (tagged) break;
          return null;
        }
      } else if (tag && tag[1] === 'lang' && format.item === 'localized') {
        if (!isLanguage(tag[2])) return null;
        tagged = true;
      } else {
        break;
      }
      rest = tag[3];
    }
    return rest;
  }

  /** Flags before the language; a flag that says false is left out, and the default language with no text behind it. */
  function canonical(format, value) {
    let flag = '';
    let language = '';
    let rest = value;
    const seen = new Set();
    for (let tag = TAG.exec(rest); tag; tag = TAG.exec(rest)) {
      const [, name, setting, tail] = tag;
      const isFlag = format.flags.includes(name) && (setting === 'true' || setting === 'false');
      if (isFlag && !seen.has('flag')) {
        seen.add('flag');
        flag = setting === 'true' ? `{${name}=true}` : '';
      } else if (name === 'lang' && !seen.has('lang') && isLanguage(setting)) {
        seen.add('lang');
        language = setting;
      } else {
        break;
      }
      rest = tail;
    }
    const named = language && (language !== 'en' || rest !== '');
    return flag + (named ? `{lang=${language}}` : '') + rest;
  }

  function fitsFormat(format, value) {
    let body = withoutFlags(format, value);
    if (body === null) return false;
    if (body === '') return format.blank;
    const fits = items[format.item];
    if (format.separator === '') return fits(body);
    if (format.separator === ',' && body.length > 1 && body.startsWith('{') && body.endsWith('}')) body = body.slice(1, -1);
    const parts = body.split(format.separator);
    return parts.every(fits) && !(format.distinct && new Set(parts).size < parts.length);
  }

  function inRange(shaped, value, { min, max }) {
    const number = shaped ? parseNumber(value) : null;
    if (number === null) return 'type';
    const low = typeof min === 'number' && number < min - NOISE;
    return low || (typeof max === 'number' && number > max + NOISE) ? 'range' : null;
  }

  const fitting = {
    text: (value, kind) => !kind.firm || value.length <= kind.spm,
    localized: isLocalized,
    language: (value) => value === '' || isLanguage(value),
    long_identifier: isLongIdentifier,
    identifier12: (value) => IDENTIFIER_12.test(value),
    words: (value, kind) => kind.words.includes(value),
    words_or_number: (value, kind) => kind.words.includes(value) || isNumber(value),
    interval: (value) => INTERVAL.test(value),
    timespan: (value) => TIMESPAN.test(value),
    timestamp: (value) => TIMESTAMP.test(value),
    time: (value) => TIME.test(value),
    response: (value, kind, format) => !format || fitsFormat(format, value),
    pattern: (value, kind, format) => !format || fitsFormat(format, value),
    navigation: isNavigation,
    count: () => false,
  };

  /** To the letter of the standard: the fault, or null. */
  function strict(kind, format, value) {
    if (kind.type === 'decimal' && kind.blank && value === '') return null;
    if (kind.type === 'real' || kind.type === 'decimal') return inRange(isNumber(value), value, kind);
    if (kind.type === 'integer') return inRange(INTEGER.test(value), value, kind);
    return fitting[kind.type](value, kind, format) ? null : 'type';
  }

  function recognised(kind, value) {
    const folded = lower(trim(value)).replace(/_/g, ' ');
    if (kind.words.includes(folded)) return folded;
    return kind.aliases.find(([alias]) => alias === folded)?.[1];
  }

  /** What is kept of a value that `strict` refused: `{ value }` or `{ fault }`. */
  function lenient(kind, value) {
    const kept = (ok) => (ok ? { value } : { fault: 'type' });
    switch (kind.type) {
      case 'text': case 'localized': case 'language': case 'response': case 'pattern':
        return { value };
      case 'long_identifier': case 'identifier12': case 'timestamp': case 'time':
        return kept(trim(value) !== '');
      case 'words': {
        const word = recognised(kind, value);
        return word === undefined ? kept(kind.open && trim(value) !== '') : { value: word };
      }
      case 'words_or_number': {
        const word = recognised(kind, value);
        return word === undefined ? kept(parseNumber(value) !== null) : { value: word };
      }
      case 'real': {
        const fault = inRange(true, value, kind);
        return fault ? { fault } : { value };
      }
      case 'decimal': case 'integer':
        return kept(trim(value) === '' || parseNumber(value) !== null);
      case 'interval': case 'timespan':
        return kept(isDuration(value));
      default:
        return { fault: 'type' };
    }
  }

  return { strict, lenient, canonical };
}
