// What people may ask about their own data: a copy of it, and to be forgotten. In the browser, in both directions of writing.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeCourse } from '../support/course.js';
import { answerQuiz, content, launch, tick } from '../support/player.js';
import { expect, expectAccessible, login, test } from '../support/test.js';

const PEOPLE = {
  en: { given: 'Rosa', family: 'Quint', dir: 'ltr', heading: 'The data of Rosa Quint', course: 'Sealing containers' },
  ar: { given: 'سلمى', family: 'حداد', dir: 'rtl', heading: 'بيانات سلمى حداد', course: 'ختم الحاويات' },
};

for (const [lang, { given, family, dir, heading, course }] of Object.entries(PEOPLE)) {
  test(`a learner takes a copy, then asks to be forgotten and is, in ${lang}`, async ({ browser, server }, info) => {
    const person = { username: `rights-${randomUUID()}`, password: 'A long password 1', given, family, lang };
    await server.addPerson(person);
    const page = await visitor(browser, server);
    await login(page, person.username, { password: person.password });
    const address = await certify(page, server, course, lang);

    await page.goto('/profile');
    await page.locator('a[href="/profile/data"]').click();
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    await expectAccessible(page);
    await page.locator('form[action="/profile/data/export"] button').click();
    // The page follows the work by itself.
    await expect(page.locator('a[href="/profile/data/export"]')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await page.locator('a[href="/profile/data/export"]').click();
    const folder = info.outputPath('copy');
    await (await downloading).saveAs(`${folder}.zip`);
    execFileSync('python3', ['-m', 'zipfile', '-e', `${folder}.zip`, folder]);
    await expectReadable(browser, folder, { heading, dir, course });

    await page.locator('#field-current').fill(person.password);
    await page.locator('form[action="/profile/data/erasure"] button').click();
    await expect(page.locator('form[action="/profile/data/erasure/withdraw"]')).toBeVisible();
    await expectAccessible(page);

    await forget(browser, server, `${given} ${family}`);
    await page.goto('/my');
    await expect(page).toHaveURL(/\/login/);
    await page.goto(address);
    await expect(page.locator('.details')).toContainText(given);
    await page.context().close();
  });
}

async function visitor(browser, server) {
  const context = await browser.newContext({ baseURL: server.siteUrl });
  return context.newPage();
}

// The copy on the learner's own disk, without the site.
async function expectReadable(browser, folder, { heading, dir, course }) {
  const context = await browser.newContext({ offline: true });
  const copy = await context.newPage();
  await copy.goto(pathToFileURL(join(folder, 'index.html')).href);
  await expect(copy.locator('html')).toHaveAttribute('dir', dir);
  await expect(copy.locator('h1')).toHaveText(heading);
  await expect(copy.locator('#certificates')).toContainText(course);
  await expectAccessible(copy);
  const certificate = await copy.locator('#certificates a').getAttribute('href');
  const paper = execFileSync('head', ['-c', '5', join(folder, certificate)], { encoding: 'utf8' });
  expect(paper).toBe('%PDF-');
  await context.close();
  const data = JSON.parse(execFileSync('cat', [join(folder, 'data.json')], { encoding: 'utf8' }));
  expect(data.enrolments.map(({ course: title }) => title)).toEqual([course]);
  expect(data.attempts[0].status).toBe('passed');
}

// What the coordinator does: from the task to the deletion.
async function forget(browser, server, name) {
  const desk = await visitor(browser, server);
  await login(desk, 'coordinator');
  await desk.goto('/tasks');
  await desk.locator('.todo').getByRole('link', { name }).click();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: `Delete ${name} for good` }).click();
  await expect(desk.locator('.flash')).toContainText('deleted');
  await expect(desk.getByRole('row', { name })).toHaveCount(0);
  await desk.context().close();
}

// Passes the quiz of a new course, and leaves the address at which its certificate can be verified.
async function certify(page, server, course, lang) {
  const title = 'Quiz';
  const { url } = await makeCourse(server, course, [{ fixture: 'quiz-12', title, kind: 'quiz' }], { lang });
  await page.goto(url);
  const player = await launch(page, title);
  await answerQuiz(content(player), 'bcabc');
  await expect(tick(page, title)).toHaveAttribute('data-status', 'passed');
  await player.close();
  await page.locator('[data-certificate-ready] button').click();
  await page.goto(url);
  await page.locator('#certificate a[href^="/certificates/"]').click();
  return page.locator('.address').getAttribute('href');
}

test('many who are chosen from the list are deleted together, with their page following', async ({ browser, ownServer: server }) => {
  for (const username of ['one', 'two', 'three']) {
    const person = { username, password: 'A long password 1', given: 'Old', family: username, lang: 'en' };
    await server.addPerson(person);
  }
  server.dbExecute(
    "INSERT INTO erasures (user_id, why, state, reason, since) SELECT id, 'retention', 'open', '', 0 FROM users WHERE given_name = 'Old'",
  );
  const desk = await visitor(browser, server);
  await login(desk, 'coordinator');
  await desk.goto('/tasks');
  await desk.getByRole('link', { name: '3 people have not logged in for long' }).click();
  await desk.getByRole('link', { name: 'Name', exact: true }).click();
  await expect(desk.locator('tbody th a').first()).toHaveText('Old one');
  await expectAccessible(desk);
  await desk.getByRole('checkbox', { name: 'All 3 people of this list' }).check();
  await desk.getByRole('button', { name: 'Delete those chosen' }).click();
  await expect(desk.locator('h1')).toHaveText('Delete those chosen');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Delete 3 people for good' }).click();
  await expect(desk.locator('.notice')).toContainText('3 of 3 people were deleted', { timeout: 20_000 });
  await expectAccessible(desk);
  await desk.goto('/erasures');
  await expect(desk.locator('.empty-title')).toHaveText('Nobody is on the list');
  await desk.context().close();
});
