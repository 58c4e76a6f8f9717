// What a run tells: a line for each case, a table of the families, and everything as JSON for other programs.
import { writeFile } from 'node:fs/promises';

const LINE_LENGTH = 240;

export function line({ case: name, passed, problems, counts, seconds }) {
  const size = `${counts.launches} launches, ${counts.steps} steps, ${counts.checks} checks, ${seconds.toFixed(1)} s`;
  const head = `${passed ? 'ok  ' : 'FAIL'} ${name.padEnd(8)}`;
  return passed ? `${head} ${size}` : `${head} ${first(problems)} (${problems.length} problems; ${size})`;
}

function first([problem]) {
  return problem.length > LINE_LENGTH ? `${problem.slice(0, LINE_LENGTH)}…` : problem;
}

// The sums come last, in the words of Playwright's own report.
export function table(results, seconds) {
  const families = [...new Set(results.map(({ family }) => family))].sort();
  const rows = families.map((name) => row(name, results.filter(({ family }) => family === name)));
  const passed = results.filter((result) => result.passed).length;
  const failed = results.length - passed;
  const sums = [failed > 0 ? [`${failed} failed`] : [], `${passed} passed (${seconds.toFixed(0)}s)`].flat();
  return ['', 'family     passed', ...rows, '', ...sums].join('\n');
}

function row(name, results) {
  const passed = results.filter((result) => result.passed).length;
  return `${name.padEnd(8)} ${String(passed).padStart(4)} of ${results.length}`;
}

export async function writeSummary(path, { note, seconds, results }) {
  const passed = results.filter((result) => result.passed).length;
  const summary = { note, passed, total: results.length, seconds, cases: results };
  await writeFile(path, `${JSON.stringify(summary, null, 1)}\n`);
}
