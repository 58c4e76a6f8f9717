// On a phone: touched, turned, put away.
import { dbAttempt, expectStored, launchButton, Module, seedModule, test } from '../support/module.js';
import { expect } from '../support/test.js';

const LOCATION = 'cmi.core.lesson_location';
const UPRIGHT = { width: 390, height: 844 };
const ACROSS = { width: 844, height: 390 };

const phone = test.extend({
  context: async ({ browser, loggedIn }, use) => {
    const context = await browser.newContext({
      storageState: loggedIn, viewport: UPRIGHT, screen: UPRIGHT, hasTouch: true, isMobile: true, deviceScaleFactor: 3,
    });
    await use(context);
    await context.close();
  },
});

// Touches the button of the course page, which the module then takes the place of.
async function launchHere(page, module) {
  await page.goto(module.url);
  await launchButton(page, module.activity).tap();
  const player = new Module(page);
  await player.ready();
  return player;
}

phone('a module takes the window of a phone, and leads back to its course', async ({ context, page, server }) => {
  const module = await seedModule(server, 'In one window');
  const player = await launchHere(page, module);
  expect(context.pages()).toHaveLength(1);
  await player.initialize();
  await player.set({ [LOCATION]: 'here', 'cmi.core.lesson_status': 'completed' });
  await player.expectState('saved');
  await page.getByRole('button', { name: 'Exit all' }).tap();
  await page.getByRole('link', { name: 'Back to the course' }).tap();
  await expect(page).toHaveURL(module.url);
  const tick = page.locator(`[data-activity-status="${module.activity}"]`).first();
  await expect(tick).toHaveAttribute('data-status', 'completed');
});

phone('a phone that is turned keeps its module as it is', async ({ page, server }) => {
  const module = await seedModule(server, 'Turned about');
  const player = await launchHere(page, module);
  await player.initialize();
  await player.content().evaluate(() => {
    document.body.dataset.mark = 'the same page';
  });
  for (const viewport of [ACROSS, UPRIGHT, ACROSS]) {
    await page.setViewportSize(viewport);
    const frame = page.locator('#content iframe');
    // The module has most of the room, nothing lies beside the screen, and the status stays in sight.
    await expect.poll(async () => (await frame.boundingBox()).width).toBe(viewport.width);
    expect((await frame.boundingBox()).height).toBeGreaterThan(viewport.height * 0.6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await expect(page.locator('#status')).toBeInViewport();
    await expect(page.frameLocator('#content iframe').getByRole('heading', { name: 'Quiet' })).toBeVisible();
    expect(await player.content().evaluate(() => document.body.dataset.mark)).toBe('the same page');
  }
  await player.set({ [LOCATION]: 'turned' });
  await expectStored(server, module.activity, { [LOCATION]: 'turned' });
});

phone('what was said before a phone is locked is saved at once', async ({ page, server }) => {
  const module = await seedModule(server, 'Put away');
  const player = await launchHere(page, module);
  await player.initialize();
  await player.expectState('saved');
  // Timers stand still in a page that is not seen: only what the event itself does can save.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  await player.set({ [LOCATION]: 'locked', 'cmi.suspend_data': 'in a pocket' });
  expect(dbAttempt(server, module.activity).document[LOCATION]).toBeUndefined();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expectStored(server, module.activity, { [LOCATION]: 'locked', 'cmi.suspend_data': 'in a pocket' });
});
