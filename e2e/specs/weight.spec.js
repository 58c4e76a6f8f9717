// What the player weighs on the wire before its content comes.
import { expect, login, test } from '../support/test.js';
import { launchButton, Module, seedModule } from '../support/module.js';

test('the player weighs at most 60 KB on the wire', async ({ page, server }) => {
  const module = await seedModule(server, 'Weighed');
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await login(page, 'learner');
  await page.goto(module.url);
  await launchButton(page, module.activity).click();
  const session = await page.context().newCDPSession(page);
  const shell = new Set();
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (url.startsWith(server.contentUrl) && !url.includes('/c/')) shell.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (shell.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.locator('[data-open-here]').click();
  await new Module(page).ready();
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});
