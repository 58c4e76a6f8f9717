// Replays conformance cases through the product: upload, course page, pop-up player, controls.
//
//   node conformance/main.js [--case RU-09]… [--family OB]… [--sample] [--list] [--out summary.json]
//
// The status is 0 only when every case passes.
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import config from '../playwright.config.js';
import { findSuites, listCases, SAMPLE } from './cases.js';
import { replay } from './replay.js';
import { line, table, writeSummary } from './report.js';
import { Site } from './site.js';

// Cases that are played at a time, in windows of one browser.
const AT_ONCE = 2;

const { values: options } = parseArgs({
  options: {
    case: { type: 'string', multiple: true, default: [] },
    family: { type: 'string', multiple: true, default: [] },
    sample: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const { suites, note } = findSuites();
if (note) {
  console.log(note);
}
const wanted = options.sample ? SAMPLE : { names: options.case, families: options.family };
const cases = await listCases(suites, wanted);
if (options.list) {
  console.log(cases.map(({ suite, name }) => `${suite.name} ${name}`).join('\n'));
} else if (cases.length > 0) {
  await run();
} else if (options.out) {
  await writeSummary(options.out, { note, seconds: 0, results: [] });
}

async function run() {
  const started = performance.now();
  const results = await replayAll();
  const seconds = (performance.now() - started) / 1000;
  console.log(table(results, seconds));
  if (options.out) {
    await writeSummary(options.out, { note, seconds, results });
  }
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}

// The results in the order of the cases.
async function replayAll() {
  const site = await Site.open();
  const browser = await chromium.launch(config.use.launchOptions);
  const results = [];
  const waiting = [...cases.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, one] = next;
      results[at] = await replay(browser, site, one);
      console.log(line(results[at]));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await browser.close();
    await site.close();
  }
  return results;
}
