// Nothing a learner did is lost, and nothing says "saved" that is not: closed windows, killed browsers and servers,
// failing lines, ended log-ins. Where the content is silent, the test speaks for it.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { isOnDisk } from '../support/disk.js';
import { expect, login } from '../support/test.js';
import { dbAttempt, dbStrays, expectStored, launch, launchButton, seedModule, test } from '../support/module.js';

const LOCATION = 'cmi.core.lesson_location';
const COMMITS = '**/play/*/commit';

const TOLD = {
  scorm12: (n) => ({
    [LOCATION]: `page-${n}`,
    'cmi.suspend_data': `{"visited":"${n}","word":"é😀'\\n\\""}`,
    'cmi.core.score.raw': String(50 + n),
    'cmi.core.lesson_status': n % 2 ? 'incomplete' : 'browsed',
  }),
  scorm2004: (n) => ({
    'cmi.location': `page-${n}`,
    'cmi.suspend_data': `{"visited":"${n}","word":"é😀'\\n\\""}`,
    'cmi.score.scaled': `0.${50 + n}`,
    'cmi.completion_status': 'incomplete',
  }),
};

for (const standard of ['scorm12', 'scorm2004']) {
  test(`what ${standard} content said without a commit outlives a window closed after 100 ms`, async ({
    device, server,
  }) => {
    test.slow();
    const module = await seedModule(server, `Closing ${standard}`, { standard });
    // Two devices in turn: neither can find the other's journal.
    const pages = await Promise.all([1, 2].map(async () => (await device()).newPage()));
    for (let n = 0; n < 10; n += 1) {
      const window = await launch(pages[n % 2], module);
      await window.initialize();
      for (const [element, value] of Object.entries(n ? TOLD[standard](n - 1) : {})) {
        expect(await window.get(element), `${element} at launch ${n}`).toBe(value);
      }
      await window.set(TOLD[standard](n));
      await window.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await window.page.close();
      await expectStored(server, module.activity, TOLD[standard](n));
    }
  });
}

test('a module that reports only while it is closed is complete where browsers know no unload', async ({
  context, page, server,
}) => {
  const module = await seedModule(server, 'Reports at the end', { fixture: 'finishes-on-unload-12' });
  await context.addInitScript(() => {
    const open = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function opened(method, url, isAsync = true, ...rest) {
      if (!isAsync) throw new Error('A synchronous request.');
      return open.call(this, method, url, isAsync, ...rest);
    };
  });
  await context.route(/\/play\/[^/]+(\/c\/.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'unload=()' } });
  });
  const window = await launch(page, module);
  // A request that the test holds in its hands would not outlive its page.
  await context.unrouteAll();
  await window.page.close();
  await expectStored(server, module.activity, { 'cmi.core.score.raw': '90', 'cmi.core.lesson_status': 'completed' });
});

test('more than a closing window may send is there at the next launch', async ({ page, server }) => {
  const module = await seedModule(server, 'Too much for a farewell');
  const first = await launch(page, module);
  await first.initialize();
  const suspended = 'x'.repeat(64_000);
  const values = { 'cmi.suspend_data': suspended };
  for (let n = 0; n < 300; n += 1) {
    values[`cmi.interactions.${n}.id`] = `question-${n}`;
    values[`cmi.interactions.${n}.type`] = 'fill-in';
    values[`cmi.interactions.${n}.student_response`] = `an answer of some length ${n}`;
  }
  await first.set(values);
  await first.page.close();
  const second = await launch(page, module);
  await second.initialize();
  expect(await second.get('cmi.suspend_data')).toBe(suspended);
  expect(await second.get('cmi.interactions._count')).toBe('300');
  await expectStored(server, module.activity, values);
  await expect.poll(() => second.journal()).toBe(0);
});

test('the work of a killed browser is delivered at the next launch, once', async ({ server }, { project }) => {
  const module = await seedModule(server, 'A power cut');
  const profile = await mkdtemp(join(tmpdir(), 'clikc-profile-'));
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, project.use.launchOptions);
    const page = await context.newPage();
    await login(page, 'learner', { site: server.siteUrl });
    return { context, page };
  };
  const before = await start();
  const first = await launch(before.page, module);
  await first.initialize();
  await first.set({ [LOCATION]: 'arrived', 'cmi.core.session_time': '0000:05:00' });
  await first.expectState('saved');
  await before.context.route(COMMITS, (route) => route.abort());
  await first.set({ [LOCATION]: 'on-this-device-only', 'cmi.core.session_time': '0000:07:00' });
  await expect.poll(() => isOnDisk(join(profile, 'Default', 'Local Storage'), 'on-this-device-only'), { timeout: 30_000 }).toBe(true);
  await killBrowser(profile);

  const after = await start();
  const second = await launch(after.page, module);
  await second.initialize();
  expect(await second.get(LOCATION)).toBe('on-this-device-only');
  expect(await second.get('cmi.core.entry')).toBe('resume');
  expect(await second.get('cmi.core.total_time')).toMatch(/^0*00:07:00/);
  await expect.poll(() => second.journal()).toBe(0);
  await expectStored(server, module.activity, { [LOCATION]: 'on-this-device-only' });
  expect(dbStrays(server, module.activity)).toEqual([]);
  await after.context.close();
  await rm(profile, { recursive: true, force: true });
});

test('work goes on over the death of the server', async ({ context, ownServer }) => {
  const module = await seedModule(ownServer, 'Survivor');
  const page = await context.newPage();
  await login(page, 'learner', { site: ownServer.siteUrl });
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ [LOCATION]: 'before', 'cmi.core.session_time': '0000:10:00' });
  await window.expectState('saved');
  await ownServer.end('SIGKILL');
  await window.set({ [LOCATION]: 'meanwhile' });
  await window.expectState('retrying');
  expect(await window.journal()).toBeGreaterThan(0);
  await ownServer.launch();
  await window.expectState('saved', { timeout: 30_000 });
  await expectStored(ownServer, module.activity, { [LOCATION]: 'meanwhile' });
  // A server that has never seen this session begin ends it, and counts its time once.
  await ownServer.restart('SIGKILL');
  await window.set({ 'cmi.core.lesson_status': 'completed', 'cmi.core.session_time': '0000:11:00' });
  expect(String(await window.call('Terminate', ''))).toBe('true');
  await expect.poll(() => dbAttempt(ownServer, module.activity).status, { timeout: 30_000 }).toBe('completed');
  expect(dbAttempt(ownServer, module.activity).document['cmi.core.total_time']).toMatch(/^0*00:11:00/);
});

const HTML = { contentType: 'text/html', body: '<html><h1>Log in</h1></html>' };
const FAULTS = {
  'no connection': (route) => route.abort('connectionreset'),
  'status 500': (route) => route.fulfill({ status: 500, ...HTML }),
  'a page with status 200': (route) => route.fulfill({ status: 200, ...HTML }),
  'a redirect': (route) => route.fulfill({ status: 302, headers: { Location: '/login' } }),
  'status 401': (route) => route.fulfill({ status: 401, ...HTML }),
  'status 403': (route) => route.fulfill({ status: 403, ...HTML }),
  'status 413': (route) => route.fulfill({ status: 413, ...HTML }),
  'status 502': (route) => route.fulfill({ status: 502, ...HTML }),
  'an empty body': (route) => route.fulfill({ status: 200, body: '' }),
  'a stranger\'s JSON': (route) => route.fulfill({ status: 200, json: { acked: 1_000_000, saved_at: Date.now() } }),
};

test('no answer but the server\'s own counts as saved, and nothing said meanwhile is lost', async ({
  context, page, server,
}) => {
  test.slow();
  const module = await seedModule(server, 'A bad line');
  const window = await launch(page, module);
  await window.initialize();
  const entries = Object.entries(FAULTS);
  for (const [n, [name, fault]] of entries.entries()) {
    await context.route(COMMITS, fault);
    await window.set({ [`cmi.objectives.${n}.id`]: `fault-${n}`, [LOCATION]: name });
    expect(String(await window.call('Commit', ''))).toBe('true');
    await window.expectState('retrying', { timeout: 2000 });
    await expect(window.status).toContainText('Not saved');
    expect(await window.journal(), name).toBeGreaterThan(0);
    await context.unroute(COMMITS);
    // The value set while commits failed arrives although only another one is set afterwards.
    await window.set({ 'cmi.core.score.raw': String(n) });
    await window.expectState('saved');
    await expectStored(server, module.activity, {
      [`cmi.objectives.${n}.id`]: `fault-${n}`, [LOCATION]: name, 'cmi.core.score.raw': String(n),
    });
  }
});

test('a module goes on saving after its learner has logged out', async ({ browser, server }) => {
  const module = await seedModule(server, 'A long one');
  const context = await browser.newContext();
  const page = await context.newPage();
  await login(page, 'learner', { site: server.siteUrl });
  const window = await launch(page, module);
  await window.initialize();
  await context.clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
  await window.set({ [LOCATION]: 'after', 'cmi.core.lesson_status': 'completed' });
  await window.call('Terminate', '');
  await expect.poll(() => dbAttempt(server, module.activity).status).toBe('completed');
  await window.expectState('saved');
  await context.close();
});

test('ten minutes offline lose nothing and their order', async ({ context, page, server }) => {
  const module = await seedModule(server, 'In the mountains');
  await context.clock.install();
  const window = await launch(page, module);
  await window.initialize();
  await context.setOffline(true);
  for (let n = 0; n < 40; n += 1) {
    await window.set({ [LOCATION]: `page-${n}`, [`cmi.interactions.${n}.id`]: `step-${n}` });
  }
  await window.set({ 'cmi.core.lesson_status': 'completed' });
  await window.expectState('offline');
  await context.clock.fastForward('10:00');
  expect(await window.journal()).toBeGreaterThan(0);
  expect(dbAttempt(server, module.activity).document[LOCATION]).toBeUndefined();
  await context.setOffline(false);
  await window.expectState('saved');
  await expectStored(server, module.activity, {
    [LOCATION]: 'page-39', 'cmi.interactions.0.id': 'step-0', 'cmi.interactions.39.id': 'step-39',
  });
  expect(dbAttempt(server, module.activity)).toMatchObject({ number: 1, status: 'completed' });
});

test('what was finished offline counts when the device is online again another day', async ({
  context, page, server,
}) => {
  const module = await seedModule(server, 'Finished in a tunnel');
  const window = await launch(page, module);
  await window.initialize();
  await context.setOffline(true);
  await window.set({ [LOCATION]: 'the end', 'cmi.core.lesson_status': 'completed' });
  await window.call('Terminate', '');
  await window.page.close();
  await context.setOffline(false);
  // The launch delivers it first, so the module is complete and asks what to do now.
  await page.reload();
  const again = page.waitForEvent('popup');
  await launchButton(page, module.activity).click();
  await (await again).waitForLoadState();
  await expect.poll(() => dbAttempt(server, module.activity).status).toBe('completed');
});

test('a suspended account is told that nothing more is saved', async ({ browser, ownServer }) => {
  const module = await seedModule(ownServer, 'Suspended');
  const page = await (await browser.newContext()).newPage();
  await login(page, 'learner', { site: ownServer.siteUrl });
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ [LOCATION]: 'before' });
  await window.expectState('saved');
  ownServer.dbExecute("UPDATE users SET state = 'suspended' WHERE username = 'learner'");
  await window.set({ [LOCATION]: 'after' });
  await window.expectState('closed');
  expect(dbAttempt(ownServer, module.activity).document[LOCATION]).toBe('before');
  await page.context().close();
});

// The processes that this test started on its own profile, found by it.
async function killBrowser(profile) {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const command = await readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '');
    if (command.includes(`--user-data-dir=${profile}`)) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It ended with its parent.
      }
    }
  }
}
