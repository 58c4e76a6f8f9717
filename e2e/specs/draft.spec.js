// A form sent after the log-in has ended: the server cannot take it, the browser keeps it.
import { expect, login, test } from '../support/test.js';

test('what was typed is offered again on its page after a new log-in', async ({ page }) => {
  await login(page, 'author');
  await page.goto('/authoring/courses/1/settings');
  const title = page.getByRole('textbox', { name: 'Title' });
  const before = await title.inputValue();
  await title.fill('A long thought');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('what you sent was not saved')).toBeVisible();
  await page.getByLabel('Username or e-mail').fill('author');
  await page.getByLabel('Password').fill('Author1');
  await page.locator('form[action="/login"]').getByRole('button', { name: 'Log in' }).click();

  await expect(page).toHaveURL(/courses\/1\/settings$/);
  await expect(title).toHaveValue(before);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(title).toHaveValue('A long thought');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Put it back' })).toHaveCount(0);
});
