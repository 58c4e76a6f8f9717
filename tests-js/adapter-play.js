// Plays call scripts against the adapter: the browser's half of the differential test in `scorm/tests/differential.rs`.
//
// The first line of the input holds the tables by standard, every other line one script; one line of answers for each.

import { createInterface } from 'node:readline';
import { createAdapter } from '../static/player/adapter.js';

function argumentsOf(call) {
  return [call.argument, call.element, call.value, call.code].filter((argument) => argument !== undefined);
}

function play(tables, { standard, strictness, initial, document, calls, keys }) {
  const table = tables[standard];
  const adapter = createAdapter({ tables: table, strict: strictness === 'strict', initial, document, emit: () => true });
  const answers = calls.map((call) => {
    const value = adapter.api[table.calls[call.call]](...argumentsOf(call));
    return { value, error: Number(adapter.api[table.calls.last_error]()) };
  });
  return { answers, values: keys.map((key) => adapter.value(key) ?? null) };
}

let tables = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (tables) process.stdout.write(`${JSON.stringify(play(tables, JSON.parse(line)))}\n`);
  else tables = JSON.parse(line);
}
