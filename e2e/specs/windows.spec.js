// The life of module windows: two of them, none of them, reloaded, closed and opened again, on one device and on two.
import { expect } from '../support/test.js';
import {
  askedAgain, dbAttempt, dbStrays, expectStored, launch, launchButton, Module, openWindow, seedModule, seedModules, test,
} from '../support/module.js';

const LOCATION = 'cmi.core.lesson_location';

test('the course page shows what a module has achieved within two seconds of its end', async ({ page, server }) => {
  const module = await seedModule(server, 'Quickly told');
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ 'cmi.core.lesson_status': 'completed' });
  await window.page.close();
  const tick = page.locator(`[data-activity-status="${module.activity}"]`).first();
  await expect(tick).toHaveAttribute('data-status', 'completed', { timeout: 2000 });
});

test('the course page shows a better result as soon, though it lost the window to a question', async ({ page, server }) => {
  const module = await seedModule(server, 'Once more', { kind: 'quiz' });
  const tell = async (window, score) => {
    await window.initialize();
    await window.set({ 'cmi.core.score.raw': score, 'cmi.core.lesson_status': 'passed' });
    await window.page.close();
    const place = page.locator(`[data-activity-score="${module.activity}"]`).first();
    await expect(place).toContainText(score, { timeout: 2000 });
  };
  await tell(await launch(page, module), '70');
  const again = await openWindow(page, module);
  await again.page.locator('form:has([name=wish][value=again]) button').click();
  await again.ready();
  await askedAgain(page);
  await tell(again, '90');
});

test('a module goes on when the page that opened it is closed', async ({ context, page, server }) => {
  const module = await seedModule(server, 'On its own');
  const window = await launch(page, module);
  await window.initialize();
  await page.close();
  await window.set({ [LOCATION]: 'alone', 'cmi.core.lesson_status': 'completed' });
  await window.call('Terminate', '');
  await expect.poll(() => dbAttempt(server, module.activity).status).toBe('completed');
  await window.expectState('saved');
  expect(context.pages()).toHaveLength(1);
});

test('where windows are refused the module opens in place, and no attempt is used up', async ({ page, server }) => {
  const module = await seedModule(server, 'No windows here');
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(module.url);
  await launchButton(page, module.activity).click();
  const here = page.locator('[data-open-here]');
  await expect(here).toBeVisible();
  expect(dbAttempt(server, module.activity).number).toBeUndefined();
  await here.click();
  const window = new Module(page);
  await window.ready();
  await window.initialize();
  await window.set({ [LOCATION]: 'here' });
  await window.expectState('saved');

  await page.goBack();
  await expect(page).toHaveURL(module.url);
  await expectStored(server, module.activity, { [LOCATION]: 'here' });
  await page.goForward();
  await window.ready();
  await window.initialize();
  expect(await window.get(LOCATION)).toBe('here');
  expect(await window.get('cmi.core.entry')).toBe('resume');
});

test('two modules with Arabic titles have two windows, and a second click finds the first', async ({
  context, page, server,
}) => {
  const titles = ['إدارة المخاطر', 'تقييم المخاطر'];
  const { activities, ...rest } = await seedModules(server, titles);
  const windows = [];
  for (const activity of activities) {
    const window = await launch(page, { ...rest, activity });
    await window.initialize();
    await window.set({ [LOCATION]: `module-${activity}` });
    windows.push(window);
  }
  expect(context.pages()).toHaveLength(3);
  const answered = page.evaluate(() => new Promise((resolve) => {
    window.addEventListener('message', ({ data }) => data?.clikc === 'playing' && resolve());
  }));
  await launchButton(page, activities[0]).click();
  await answered;
  expect(context.pages()).toHaveLength(3);
  for (const [n, window] of windows.entries()) {
    expect(await window.get(LOCATION)).toBe(`module-${activities[n]}`);
    await expect(window.page.locator('#title')).toHaveText(titles[n]);
  }
});

test('a second device takes over when asked to, and the first becomes read-only', async ({ device, page, server }) => {
  const module = await seedModule(server, 'Two devices');
  const first = await launch(page, module);
  await first.initialize();
  await first.set({ [LOCATION]: 'first' });
  await first.expectState('saved');

  const second = await openWindow(await (await device()).newPage(), module);
  await expect(second.page.locator('#takeover')).toBeVisible();
  await second.page.getByRole('button', { name: 'Continue here' }).click();
  await second.ready();
  await second.initialize();
  expect(await second.get(LOCATION)).toBe('first');
  await second.set({ [LOCATION]: 'second' });
  await second.expectState('saved');

  await first.set({ [LOCATION]: 'too late' });
  await first.expectState('readonly');
  await expect(first.page.locator('[data-notice="readonly"]')).toBeVisible();
  expect(String(await first.call('SetValue', LOCATION, 'refused'))).toBe('false');
  const { document } = dbAttempt(server, module.activity);
  expect(document[LOCATION]).toBe('second');
  await expect.poll(() => dbStrays(server, module.activity)[0]).toContain('too late');
});

test('a second tab of the same device asks before it takes over', async ({ context, page, server }) => {
  const module = await seedModule(server, 'Two tabs');
  const first = await launch(page, module);
  await first.initialize();
  await first.set({ [LOCATION]: 'first' });
  const second = await openWindow(await context.newPage(), module);
  await second.page.getByRole('button', { name: 'Continue here' }).click();
  await second.ready();
  await second.initialize();
  // Also what the first window had not sent yet when it lost its place.
  expect(await second.get(LOCATION)).toBe('first');
  // It may have learnt of that already, or learns it from this.
  await first.call('SetValue', LOCATION, 'too late');
  await first.expectState('readonly');
  await second.set({ [LOCATION]: 'second' });
  await second.page.close();
  await expectStored(server, module.activity, { [LOCATION]: 'second' });
});

test('a reloaded window goes on where it was, and asks nothing', async ({ page, server }) => {
  const module = await seedModule(server, 'Reloaded');
  const window = await launch(page, module);
  const suspended = 'é😀\u200f\'\n"'.repeat(500);
  for (let n = 0; n < 3; n += 1) {
    await window.initialize();
    if (n > 0) {
      expect(await window.get('cmi.suspend_data')).toBe(suspended);
      expect(await window.get(LOCATION)).toBe(`page-${n - 1}`);
      expect(await window.get('cmi.core.entry')).toBe('resume');
    }
    await window.set({ 'cmi.suspend_data': suspended, [LOCATION]: `page-${n}` });
    await window.page.reload();
    await window.ready();
  }
  expect(dbAttempt(server, module.activity).number).toBe(1);
});

test('a module is finished and launched again twenty times, each time afresh', async ({ page, server }) => {
  test.slow();
  const module = await seedModule(server, 'Again and again');
  for (let n = 0; n < 20; n += 1) {
    const window = await launch(page, module);
    await window.initialize();
    expect(String(await window.call('GetLastError'))).toBe('0');
    expect(await window.get(LOCATION)).toBe(n ? `visit-${n - 1}` : '');
    await window.set({ [LOCATION]: `visit-${n}`, 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
    expect(String(await window.call('Terminate', ''))).toBe('true');
    await window.page.close();
  }
  await expectStored(server, module.activity, { [LOCATION]: 'visit-19' });
  expect(dbAttempt(server, module.activity).number).toBe(1);
});

test('twenty impatient clicks open one window that works', async ({ context, page, server }) => {
  const module = await seedModule(server, 'Impatience');
  await page.goto(module.url);
  const opening = page.waitForEvent('popup');
  await launchButton(page, module.activity).evaluate((button) => {
    for (let n = 0; n < 20; n += 1) button.click();
  });
  const window = new Module(await opening);
  await window.ready();
  await expect
    .poll(() => window.call('Initialize', '').then(String).catch(() => 'not yet'), { timeout: 15_000 })
    .toBe('true');
  await window.set({ [LOCATION]: 'calm' });
  await window.expectState('saved');
  expect(context.pages()).toHaveLength(2);
  expect(dbAttempt(server, module.activity).number).toBe(1);
});
