// A slow line and a small screen: what pages weigh, how soon they serve, and that saving is never felt.
import { clickThrough } from '../support/clicks.js';
import { expect, login, test as base } from '../support/test.js';
import { launchButton, Module, seedModule } from '../support/module.js';

const USABLE_WITHIN_MS = 3000;
// 1 Mbps there and back, and a third of a second for every question.
const LINE = { offline: false, latency: 300, downloadThroughput: 125_000, uploadThroughput: 125_000 };
const CLICKS = 30;

const test = base.extend({
  // What has come over the line: `{ url, bytes }` as sent, compressed and with headers.
  line: async ({ page }, use) => {
    const session = await page.context().newCDPSession(page);
    const urls = new Map();
    const received = [];
    session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
      received.push({ url: urls.get(requestId) ?? '', bytes });
    });
    await session.send('Network.enable');
    await use({ received, session, slowDown: () => session.send('Network.emulateNetworkConditions', LINE) });
  },
});

test('the first page is light, asks nobody else, and serves within three seconds', async ({ page, server, line }) => {
  await line.slowDown();
  const started = performance.now();
  await page.goto('/');
  await page.getByRole('link', { name: 'Log in' }).first().click({ trial: true });
  expect(performance.now() - started).toBeLessThan(USABLE_WITHIN_MS);
  await page.waitForLoadState('networkidle');
  const bytes = line.received.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(100 * 1024);
  expect(line.received.map(({ url }) => url).filter((url) => !url.startsWith(server.siteUrl))).toEqual([]);
});

test('the player lets its learner begin within three seconds and gives the module its room', async ({ page, server, line }) => {
  const module = await seedModule(server, 'Over a slow line');
  await launchHere(page, module, line);
  const started = performance.now();
  await page.locator('[data-open-here]').click();
  await page.locator('iframe[src*="/c/"]').waitFor();
  expect(performance.now() - started).toBeLessThan(USABLE_WITHIN_MS);
  const room = await page.locator('#content iframe').boundingBox();
  expect(room.width).toBeGreaterThanOrEqual(1000);
  expect(room.height).toBeGreaterThanOrEqual(680);
  await expect(page.locator('#status')).toBeInViewport();
});

test('saving over a slow line is not felt while clicking', async ({ page, server, line }) => {
  const module = await seedModule(server, 'Clicking');
  await launchHere(page, module, line);
  await page.locator('[data-open-here]').click();
  const player = new Module(page);
  await player.ready();
  await player.initialize();
  const { costs, tasks } = await clickThrough(player, line.session, CLICKS);
  await player.expectState('saved', { timeout: 20_000 });
  // The processor's time, so that a busy machine is not mistaken for a slow page.
  expect(Math.max(...costs), 'milliseconds of the longest click').toBeLessThan(50);
  // Whoever waits for an answer waits at least that long.
  expect((await tasks()).filter((duration) => duration >= LINE.latency)).toEqual([]);
});

// Goes to the course page whose modules open in place, and makes the line slow from there.
async function launchHere(page, module, line) {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await login(page, 'learner');
  await page.goto(module.url);
  await launchButton(page, module.activity).click();
  await line.slowDown();
  line.received.length = 0;
}
