// A learner's module window: as the learner sees it, and as its content speaks to it.
import { randomUUID } from 'node:crypto';
import { Author } from './course.js';
import { expect, login, test as base } from './test.js';
import { zipFixture } from './zip.js';

export const test = base.extend({
  // One log-in serves a worker's tests: each has a module of its own.
  loggedIn: [
    async ({ browser, server }, use) => {
      const page = await browser.newPage();
      await login(page, 'learner', { site: server.siteUrl });
      await use(await page.context().storageState());
      await page.close();
    },
    { scope: 'worker' },
  ],

  // A device of the learner. (The option `storageState` would lend their log-in to the author's requests too.)
  context: async ({ device }, use) => use(await device()),

  // Further devices of the same learner.
  device: async ({ browser, loggedIn }, use) => {
    const devices = [];
    await use(async () => {
      devices.push(await browser.newContext({ storageState: loggedIn }));
      return devices.at(-1);
    });
    await Promise.all(devices.map((one) => one.close()));
  },
});

const FIXTURES = { scorm12: 'lesson-12', scorm2004: 'quiz-2004' };

// A page that says nothing by itself: the test is the content.
export const QUIET = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiet</title><h1>Quiet</h1></html>';

// A published course with one module for each title. Unless a fixture or files are named, its content leaves all talking
// to the test.
export async function seedModules(server, titles, { standard = 'scorm12', kind = 'lesson', fixture, files } = {}) {
  const author = await Author.login(server);
  const course = await author.createCourse(`Course of ${titles.join(', ')} ${randomUUID()}`);
  const quiet = { 'index.html': QUIET };
  const zip = await (fixture ? zipFixture(fixture, files) : zipFixture(FIXTURES[standard], files ?? quiet));
  const activities = [];
  for (const title of titles) {
    const activity = await author.addActivity(course, title, kind);
    await author.upload(activity, zip);
    activities.push(activity);
  }
  await author.post(`/authoring/courses/${course}/state`, { state: 'published' });
  await author.dispose();
  return { course, activities, url: `${server.siteUrl}/courses/${course}` };
}

export async function seedModule(server, title, options) {
  const { activities, ...rest } = await seedModules(server, [title], options);
  return { ...rest, activity: activities[0] };
}

export const launchButton = (page, activity) => page.locator(`button[data-activity-action="${activity}"]`);

// Clicks the button of the course page.
export async function openWindow(page, { url, activity }) {
  if (page.url() !== url) {
    await page.goto(url);
  }
  const opening = page.waitForEvent('popup');
  await launchButton(page, activity).click();
  return new Module(await opening);
}

// The same, and waits for the content.
export async function launch(page, module) {
  const window = await openWindow(page, module);
  await window.ready();
  return window;
}

// Waits until the course page has asked the server more often than it does after a window has closed for good.
export async function askedAgain(page) {
  for (let n = 0; n < 5; n += 1) {
    await page.waitForResponse((response) => response.url().endsWith('/state'));
  }
}

export class Module {
  constructor(page) {
    this.page = page;
    this.status = page.locator('#status');
  }

  // Until the content has been loaded.
  async ready() {
    await this.page.locator('iframe[src*="/c/"]').waitFor({ timeout: 20_000 });
    await expect
      .poll(() => this.content()?.evaluate(() => document.readyState).catch(() => ''))
      .toBe('complete');
  }

  content() {
    return this.page.frames().find((frame) => frame.url().includes('/c/'));
  }

  // Calls the run-time as content does, by the name SCORM 2004 gives the call.
  call(name, ...args) {
    return this.content().evaluate(
      ([name12, name2004, words]) => {
        const { API, API_1484_11: api2004 } = window.parent;
        return api2004 ? api2004[name2004](...words) : API[name12](...words);
      },
      [`LMS${name === 'Terminate' ? 'Finish' : name}`, name, args],
    );
  }

  async initialize() {
    expect(String(await this.call('Initialize', ''))).toBe('true');
  }

  async commit() {
    expect(String(await this.call('Commit', ''))).toBe('true');
  }

  // All in one turn of the browser.
  async set(values) {
    const answers = await this.content().evaluate((pairs) => {
      const { API, API_1484_11: api2004 } = window.parent;
      const set = api2004 ? api2004.SetValue.bind(api2004) : API.LMSSetValue.bind(API);
      return pairs.map(([element, value]) => String(set(element, value)));
    }, Object.entries(values));
    expect(answers.filter((answer) => answer !== 'true')).toEqual([]);
  }

  get(element) {
    return this.call('GetValue', element);
  }

  async expectState(state, options) {
    await expect(this.status).toHaveAttribute('data-state', state, options);
  }

  // What this device still holds for the server.
  journal() {
    return this.page.evaluate(() =>
      Object.keys(localStorage).filter((key) => /^clikc:journal:[^:]*:\d+:\d+$/.test(key)).length);
  }
}

// What the server holds of the latest attempt at a module, without disturbing it.
export function dbAttempt(server, activity) {
  const rows = server.dbQuery(
    `SELECT a.number, a.epoch, a.acked, a.window_id, a.status, s.document FROM attempts a
     LEFT JOIN attempt_scos s ON s.attempt_id = a.id
     WHERE a.activity_id = ${activity} ORDER BY a.number DESC LIMIT 1`,
  );
  const { document, ...attempt } = rows[0] ?? {};
  return { ...attempt, document: document ? JSON.parse(document) : {} };
}

// What came too late to count and is kept as evidence.
export function dbStrays(server, activity) {
  const rows = server.dbQuery(
    `SELECT s.body FROM stray_entries s JOIN attempts a ON a.id = s.attempt_id WHERE a.activity_id = ${activity}`,
  );
  return rows.map(({ body }) => body);
}

// Waits until the server holds these values of the module.
export async function expectStored(server, activity, values, timeout = 5000) {
  await expect
    .poll(() => dbAttempt(server, activity).document, { timeout, intervals: [50] })
    .toMatchObject(values);
}
