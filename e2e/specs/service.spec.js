// The service as a whole: it starts, lets people in, and survives its end.
import { expect, expectAccessible, login, test } from '../support/test.js';

test('a visitor finds an accessible front page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('a demo learner logs in and reaches the dashboard', async ({ page }) => {
  await login(page, 'learner');
  await expect(page).toHaveURL(/\/my$/);
  await expectAccessible(page);
});

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`a log-in outlives a ${signal} of the service`, async ({ page, ownServer }) => {
    await login(page, 'learner', { site: ownServer.siteUrl });
    await ownServer.restart(signal);
    await page.goto(`${ownServer.siteUrl}/my`);
    await expect(page).toHaveURL(/\/my$/);
  });
}
