// What every spec imports: Playwright's `test` with a running service for each worker.
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { Server } from './server.js';

export { expect };

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const test = base.extend({
  // Shared by a worker's tests, so a test makes what it changes.
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ server }, use) => use(server.siteUrl),

  // A service of the test's own, for tests that end it or fill it.
  ownServer: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.dispose();
  },
});

// Signs in as one of the demo site's people: learner, author, coordinator or secretariat.
// `site` is needed only where the page belongs to a server of the test's own.
export async function login(page, user, { password = demoPassword(user), site = '' } = {}) {
  await page.goto(`${site}/login`);
  await page.locator('[name=username]').fill(user);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await expect(page).not.toHaveURL(/\/login/);
}

// Fails with the list of what hinders people, in WCAG 2.2 AA's terms.
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(', ')})`,
  );
  expect(found, page.url()).toEqual([]);
}

function demoPassword(user) {
  return `${user.charAt(0).toUpperCase()}${user.slice(1)}1`;
}
