// Whether a call was answered as a case expects: the rules a step names in `match`, and its error code.
// Pure. An answer is what the SCO page heard: `{ value, type, error }`, `{ ids }`, `{ exception }` or `{ not_found }`.
import {
  sameDuration, sameInteraction, sameLangString, sameLanguage, sameReal, sameSet, sameText, sameTimestamp,
} from './values.js';

const equal = (given, wanted) => given === wanted;

const RULES = {
  exact: equal,
  uri: equal,
  any: () => true,
  any_of: (given, _wanted, step) => step.any_of.includes(given),
  'len<255': (given) => given.length < 255,
  set: sameSet,
  real: sameReal,
  duration: sameDuration,
  timestamp: sameTimestamp,
  language: sameLanguage,
  langstring: (given, wanted, { spm }) => sameLangString(given, wanted, spm),
  text: (given, wanted, { spm }) => sameText(given, wanted, spm),
  result: (given, wanted) => given === wanted || sameReal(given, wanted),
};

// What is wrong with the answer, in words; null when nothing is. `learner` gives the values of `${learner.…}`.
export function difference(step, answer, learner = {}) {
  if (answer.not_found) {
    return `there is no entry for ${answer.not_found}`;
  }
  if (answer.exception) {
    return `it threw ${answer.exception}`;
  }
  if (step.method === 'CompareObjectiveIds') {
    return objectivesDiffer(step.expect_ids, answer.ids);
  }
  return valueDiffers(step, answer, learner) ?? errorDiffers(step, answer);
}

function objectivesDiffer(wanted, given) {
  const same = [...given].sort().join('\n') === [...wanted].sort().join('\n');
  return same ? null : `the objectives are ${given.join(', ')}, not ${wanted.join(', ')}`;
}

function valueDiffers(step, { value }, learner) {
  const wanted = step.expect_return?.replace(/\$\{learner\.(\w+)\}/g, (_all, field) => learner[field]);
  if (value !== null && value !== undefined && ruleOf(step.match)(value, wanted, step)) {
    return null;
  }
  return `it answered ${brief(value)}, not ${brief(wanted ?? step.any_of)}`;
}

function ruleOf(match = 'exact') {
  const [name, kind, role] = match.split(':');
  if (name === 'interaction') {
    return (given, wanted) => given === wanted || sameInteraction(kind, role, given, wanted);
  }
  const rule = RULES[match];
  if (!rule) {
    throw new Error(`No rule is called “${match}”.`);
  }
  return rule;
}

function errorDiffers(step, { value, error }) {
  if (step.check_error === false) {
    return null;
  }
  const wanted = step.any_error ?? [step.expect_error];
  return wanted.includes(error) ? null : `error ${error}, not ${wanted.join(' or ')} (it answered ${brief(value)})`;
}

// A step as its SCO would write it.
export function call(step) {
  const words = [step.element, step.method === 'SetValue' ? brief(step.value) : step.argument];
  return `${step.method}(${words.filter(Boolean).join(', ')})`;
}

function brief(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length < 90 ? text : `${text.slice(0, 60)}…${text.slice(-20)} (${text.length} characters)`;
}
