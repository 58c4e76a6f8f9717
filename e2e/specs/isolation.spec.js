// Each activity on a host of its own: what one package leaves in the browser, no other package finds.
import { expect } from '../support/test.js';
import { launch, seedModules, test as modules } from '../support/module.js';
import { Server } from '../support/server.js';

const test = modules.extend({
  server: [
    async ({}, use) => {
      // Names below localhost lead to this machine without a name server.
      const server = await Server.start((port) => ({ CLIKC_CONTENT_URL: `http://*.localhost:${port}` }));
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('packages of two activities share no storage, and the course page hears both', async ({ page, server }) => {
  const { activities, ...rest } = await seedModules(server, ['First', 'Second']);
  const [first, second] = activities;
  const one = await launch(page, { ...rest, activity: first });
  expect(new URL(one.page.url()).hostname).toBe(`a${first}.localhost`);
  await one.initialize();
  await one.content().evaluate(() => localStorage.setItem('secret', 'of the first'));

  const two = await launch(page, { ...rest, activity: second });
  await two.initialize();
  expect(await two.content().evaluate(() => localStorage.getItem('secret'))).toBeNull();
  await two.set({ 'cmi.core.lesson_status': 'completed' });
  await two.page.close();
  const tick = page.locator(`[data-activity-status="${second}"]`).first();
  await expect(tick).toHaveAttribute('data-status', 'completed', { timeout: 2000 });
});
