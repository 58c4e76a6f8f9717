// From a passed course to a certificate that a stranger can check.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { makeCourse } from '../support/course.js';
import { answerQuiz, content, launch, tick } from '../support/player.js';
import { expect, expectAccessible, login, test } from '../support/test.js';

test('a learner earns a certificate, downloads it, and a stranger verifies it', async ({ page, browser, server }) => {
  const quiz = { fixture: 'quiz-12', title: 'Check your knowledge', kind: 'quiz' };
  const { url } = await makeCourse(server, 'Certified inspector', [quiz]);
  await login(page, 'learner');
  await page.goto(url);
  const player = await launch(page, quiz.title);
  await answerQuiz(content(player), 'bcabc');
  await expect(tick(page, quiz.title)).toHaveAttribute('data-status', 'passed');
  await player.close();

  // The button appeared by itself: the page was not loaded again.
  await page.getByRole('button', { name: 'Get my certificate' }).click();
  await expect(page).toHaveURL(/\/certificates\/\d+$/);
  await expectAccessible(page);
  const address = await page.locator('.address').getAttribute('href');
  const number = address.split('/').pop();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download certificate (PDF)' }).click();
  const path = await (await downloading).path();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(text).toContain('Amina Diallo');
  expect(text).toContain('Certified inspector');
  expect(letters(text)).toContain(letters(number));

  const anonymous = await browser.newContext();
  const stranger = await anonymous.newPage();
  await stranger.goto(address);
  await expect(stranger.getByText('This certificate is valid')).toBeVisible();
  await expect(stranger.getByText('Amina Diallo')).toBeVisible();
  await expect(stranger.getByText('Certified inspector')).toBeVisible();
  await expectAccessible(stranger);
  await anonymous.close();
});

test('a number that was never issued is told from a valid one', async ({ page }) => {
  await page.goto('/certificates/verify');
  await page.locator('main').getByRole('textbox').fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('There is no such certificate')).toBeVisible();
  await expectAccessible(page);
});

function letters(text) {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
}
