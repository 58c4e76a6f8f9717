// What must hold in every engine, in Firefox and in WebKit as it holds in Chromium: nothing said is lost when a window
// closes or a browser dies, the content finds its API, and a passed module can be looked at again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOnDisk } from '../support/disk.js';
import { ENGINES } from '../support/engines.js';
import { Learner } from '../support/learner.js';
import { dbAttempt, dbStrays, expectStored, seedModule } from '../support/module.js';
import { FOUND, SEARCHING } from '../support/searching.js';
import { expect, test as base } from '../support/test.js';

const LOCATION = 'cmi.core.lesson_location';

const VALUES = (n) => ({
  [LOCATION]: `page-${n}`,
  'cmi.suspend_data': `{"visited":"${n}","word":"é😀'\\n\\""}`,
  'cmi.core.score.raw': String(50 + n),
  'cmi.core.lesson_status': n % 2 ? 'incomplete' : 'browsed',
});

// The ways in which a module's window ends.
const ENDS = {
  'is closed by its button': ({ browser }) => browser.closeWindow(),
  // The window takes the driver's answer with it.
  'is closed by its content': ({ browser }) => browser.evaluate(() => window.top.close()).catch(() => {}),
  'goes elsewhere': ({ browser }, server) => browser.goto(`${server.siteUrl}/readyz`),
};

// A folder for a browser to live in, gone at the end.
async function folder({}, use) {
  const path = await mkdtemp(join(tmpdir(), 'clikc-profile-'));
  await use(path);
  await rm(path, { recursive: true, force: true });
}

for (const [engine, { start, storage }] of Object.entries(ENGINES)) {
  const test = base.extend({
    profile: folder,
    home: [folder, { scope: 'worker' }],

    // Starts the browser on the test's own profile, as often as it likes.
    revive: async ({ profile }, use) => {
      const browsers = [];
      await use(async () => {
        browsers.push(await start(profile));
        return browsers.at(-1);
      });
      await Promise.all(browsers.map((browser) => browser.kill()));
    },

    // One browser and one log-in serve an engine's tests: each has a module of its own.
    learner: [async ({ home, server }, use) => {
      const browser = await start(home);
      await use(await Learner.login(browser, server));
      await browser.kill();
    }, { scope: 'worker', timeout: 60_000 }],
  });

  test.describe(engine, () => {
    test.describe.configure({ mode: 'default' });

    test('what content said without a commit outlives a window closed after 100 ms', async ({ learner, server }) => {
      test.slow();
      const module = await seedModule(server, `Closing in ${engine}`);
      for (let n = 0; n < 10; n += 1) {
        await learner.launch(module);
        await learner.initialize();
        for (const [element, value] of Object.entries(n ? VALUES(n - 1) : {})) {
          expect(await learner.call('LMSGetValue', element), `${element} at launch ${n}`).toBe(value);
        }
        await learner.set(VALUES(n));
        await learner.browser.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        await learner.closeModule();
        await expectStored(server, module.activity, VALUES(n));
      }
    });

    test('a module that reports only while it is closed is complete', async ({ learner, server }) => {
      // Several times: a browser that may stop a dying page's script does not do it always.
      for (let n = 0; n < 5; n += 1) {
        const module = await seedModule(server, `Ending ${n} in ${engine}`, { fixture: 'finishes-on-unload-12' });
        await learner.launch(module);
        await learner.closeModule();
        await learner.expectStatus(module, 'completed');
        await expectStored(server, module.activity, { 'cmi.core.score.raw': '90', 'cmi.core.lesson_status': 'completed' });
      }
    });

    for (const [how, end] of Object.entries(ENDS)) {
      test(`the course page shows what a module has achieved within two seconds when its window ${how}`, async ({
        learner, server,
      }) => {
        const module = await seedModule(server, `${how} in ${engine}`);
        await learner.launch(module);
        await learner.initialize();
        await learner.set({ 'cmi.core.lesson_status': 'completed' });
        const ended = Date.now();
        await end(learner, server);
        await learner.browser.switchTo(learner.home);
        expect((await learner.shownAt('completed')) - ended).toBeLessThanOrEqual(2000);
        await learner.goHome();
      });
    }

    test('the course page learns of a module for as long as it plays', async ({ learner, server }) => {
      const module = await seedModule(server, `Lasting in ${engine}`);
      await learner.launch(module);
      await learner.initialize();
      const player = await learner.browser.window();
      await learner.browser.switchTo(learner.home);
      // More often than it asks after a window that has closed.
      await learner.until(() => {
        const asked = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/state'));
        return asked.length > 4;
      });
      await learner.browser.switchTo(player);
      await learner.set({ 'cmi.core.lesson_status': 'completed' });
      await learner.browser.switchTo(learner.home);
      await learner.expectStatus(module, 'completed');
      await learner.goHome();
    });

    test('the work of a killed browser is delivered at the next launch, once', async ({ ownServer, profile, revive }) => {
      test.slow();
      const module = await seedModule(ownServer, `A power cut in ${engine}`);
      const before = await Learner.login(await revive(), ownServer);
      await before.launch(module);
      await before.initialize();
      await before.set({ [LOCATION]: 'arrived', 'cmi.core.session_time': '0000:05:00' });
      await expectStored(ownServer, module.activity, { [LOCATION]: 'arrived' });
      await ownServer.end('SIGKILL');
      await before.set({ [LOCATION]: 'on-this-device-only', 'cmi.core.session_time': '0000:07:00' });
      const written = () => isOnDisk(join(profile, storage), 'on-this-device-only');
      await expect.poll(written, { timeout: 30_000 }).toBe(true);
      await before.browser.kill();

      await ownServer.launch();
      const after = await Learner.login(await revive(), ownServer);
      await after.launch(module);
      await after.initialize();
      expect(await after.call('LMSGetValue', LOCATION)).toBe('on-this-device-only');
      expect(await after.call('LMSGetValue', 'cmi.core.entry')).toBe('resume');
      expect(await after.call('LMSGetValue', 'cmi.core.total_time')).toMatch(/^0*00:07:00/);
      await expectStored(ownServer, module.activity, { [LOCATION]: 'on-this-device-only' });
      expect(dbStrays(ownServer, module.activity)).toEqual([]);
      expect(dbAttempt(ownServer, module.activity).number).toBe(1);
    });

    test('content finds its API above its frames and behind its own windows', async ({ learner, server }) => {
      const module = await seedModule(server, `Searching in ${engine}`, { files: SEARCHING });
      await learner.launch(module);
      await learner.browser.enter('#content iframe');
      await learner.until(() => document.querySelector('iframe').contentDocument.title, { gives: FOUND });
      const player = await learner.browser.window();
      await learner.follow(() => learner.browser.click('button'));
      await learner.until(() => document.title, { gives: FOUND });
      await learner.browser.closeWindow();
      await learner.browser.switchTo(player);
      await learner.browser.enter();
      await learner.closeModule();
    });

    test('a passed quiz is reviewed and keeps its result', async ({ learner, server }) => {
      const module = await seedModule(server, `Passing in ${engine}`, { fixture: 'quiz-12', kind: 'quiz' });
      await learner.launch(module);
      await learner.browser.enter('#content iframe');
      for (const [at, letter] of [...'bcabc'].entries()) {
        await learner.browser.click(`#answer-${at + 1}-${letter}`);
        await learner.browser.click(at < 4 ? '#next' : '#finish');
      }
      await learner.until(() => Boolean(document.querySelector('#result')));
      await learner.browser.enter();
      await learner.closeModule();
      await learner.expectStatus(module, 'passed');

      await learner.openWindow(module);
      await learner.until(() => Boolean(document.querySelector('input[value=review]')));
      await learner.browser.click('form:has(input[value=review]) button');
      await learner.until(() => document.querySelector('#mode').textContent, { gives: /^Review: your result is kept$/ });
      await learner.closeModule();
      await learner.expectStatus(module, 'passed');
    });
  });
}
