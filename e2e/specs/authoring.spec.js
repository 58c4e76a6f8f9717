// What authors do: from an empty course to published packages and their next versions.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Author, makeCourse } from '../support/course.js';
import { content, finishLesson, launch } from '../support/player.js';
import { expect, expectAccessible, login, test } from '../support/test.js';
import { zipFixture } from '../support/zip.js';

test('an author creates a course, uploads its packages and publishes it to a learner', async ({ page, browser, server }) => {
  await login(page, 'author');
  await page.getByRole('link', { name: 'Authoring' }).first().click();
  await page.getByRole('link', { name: 'Add a course' }).click();
  await page.getByLabel('Title').fill('Border controls');
  await page.getByRole('button', { name: 'Create the course' }).click();
  await expect(page.getByText('The course was created.')).toBeVisible();

  await addActivity(page, 'Lesson', 'Why customs manages risk');
  await page.getByRole('link', { name: 'Upload a package' }).click();
  await drop(page, await zipFixture('lesson-12'), 'lesson-12.zip');
  await expect(page.getByRole('link', { name: 'Version 1' })).toBeVisible();
  await page.getByRole('link', { name: 'Version 1' }).click();
  await expect(page.getByText('SCORM 1.2').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Border controls' }).click();
  await addActivity(page, 'Quiz', 'Check your knowledge');
  await page.getByRole('link', { name: 'Upload a package' }).click();
  await page.locator('input[type=file]').setInputFiles(await zipFixture('quiz-12'));
  await expect(page.getByRole('link', { name: 'Version 1' })).toBeVisible();

  await page.getByRole('link', { name: 'Border controls' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('The course is published.')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Everyone on this site').check();
  await page.getByRole('button', { name: 'Save' }).click();

  const learner = await browser.newPage({ baseURL: server.siteUrl });
  await login(learner, 'learner');
  await learner.goto('/my/courses');
  await learner.getByRole('link', { name: 'Border controls', exact: true }).click();
  await expect(learner.getByRole('button', { name: 'Start' })).toHaveCount(2);
  await learner.close();
});

test('an author tests a version, sees its calls, and nothing is recorded', async ({ page, server }) => {
  const { url, activities } = await makeCourse(server, 'Testing ground', [{ fixture: 'lesson-12', title: 'Lesson' }]);
  await login(page, 'author');
  await page.goto(`/authoring/activities/${activities[0]}/packages`);
  await page.getByRole('link', { name: 'Version 1' }).click();
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Test it' }).click();
  const player = await popup;
  await expect(player.locator('#mode')).toHaveText('Test run: nothing is recorded');
  await finishLesson(content(player));
  await player.getByText('Call log').click();
  await expect(player.getByRole('row', { name: /LMSSetValue.*cmi\.core\.lesson_status, completed/ }).first()).toBeVisible();
  await expectAccessible(player);
  await player.close();
  await page.goto(`${url}/participants`);
  await expect(page.getByText('Nobody is enrolled yet')).toBeVisible();
});

test('an upload goes on where it stopped when the page was reloaded', async ({ page, server }) => {
  const { activities } = await makeCourse(server, 'Slow line', [{ fixture: null, title: 'Film' }]);
  const path = await zipFixture('lesson-12', { 'film.mp4': randomBytes(18 * 1024 * 1024) });
  await login(page, 'author');
  await page.goto(`/authoring/activities/${activities[0]}/packages`);
  const offsets = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') offsets.push(Number(new URL(request.url()).searchParams.get('offset')));
  });
  // The first piece arrives, the second never leaves.
  await page.route(/\?offset=[1-9]/, () => {});
  await page.locator('input[type=file]').setInputFiles(path);
  await expect.poll(() => offsets.length).toBe(2);
  const shown = Number(await page.locator('[data-upload-row] progress').getAttribute('value'));
  expect(shown).toBeGreaterThan(20);
  expect(shown).toBeLessThan(80);

  await page.reload();
  await page.unroute(/\?offset=[1-9]/);
  await expect(page.getByText('is not complete')).toBeVisible();
  offsets.length = 0;
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('link', { name: 'Version 1' })).toBeVisible({ timeout: 30_000 });
  expect(offsets[0]).toBe(8 * 1024 * 1024);
});

test('a package that cannot be played is refused with what to do', async ({ page, server }) => {
  const { activities } = await makeCourse(server, 'Refusals', [{ fixture: null, title: 'Wrong file' }]);
  await login(page, 'author');
  await page.goto(`/authoring/activities/${activities[0]}/packages`);
  const file = { name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip at all') };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('notes.zip was not accepted')).toBeVisible();
  await expect(page.getByText('This file is not a readable zip archive.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('notes.zip was not accepted')).toBeHidden();
});

test('a new version shows its difference, is published, and is rolled back', async ({ page, browser, server }) => {
  const title = 'Why customs manages risk';
  const { url, activities } = await makeCourse(server, 'Second edition', [{ fixture: 'lesson-12', title }]);
  const learner = await browser.newPage({ baseURL: server.siteUrl });
  await login(learner, 'learner');
  await learner.goto(url);
  const begun = await launch(learner, title);
  await content(begun).locator('#next').click();
  await expect(begun.locator('#status')).toHaveText(/^Saved/);
  await begun.close();

  const author = await Author.login(server);
  await author.upload(activities[0], await zipFixture('lesson-12', { 'extra.html': '<h1>More</h1>' }));
  await author.dispose();
  await login(page, 'author');
  const packages = `/authoring/activities/${activities[0]}/packages`;
  await page.goto(packages);
  await page.getByRole('link', { name: 'Version 2' }).click();
  await expect(page.getByRole('heading', { name: 'Changes against version 1' })).toBeVisible();
  await page.getByText('Files added: 1').click();
  await expect(page.getByText('extra.html')).toBeVisible();
  await expect(page.getByText('People who have begun another version: 1')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('The version is published.')).toBeVisible();

  await page.goto(packages);
  await expect(page.getByRole('row', { name: 'Version 2' })).toContainText('Published');
  await page.getByRole('link', { name: 'Version 1' }).click();
  await expect(page.getByText('This version was published before.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.goto(packages);
  await expect(page.getByRole('row', { name: 'Version 1' })).toContainText('Published');

  const goneOn = await launch(learner, title);
  await finishLesson(content(goneOn));
  await learner.close();
});

async function addActivity(page, kind, title) {
  const form = page.locator('#add-activity');
  await form.getByLabel(kind).check();
  await form.getByLabel('Title').fill(title);
  await form.getByRole('button', { name: 'Add an activity' }).click();
  await expect(page.getByText('The activity was added.')).toBeVisible();
}

// Lets go of a file over the drop zone.
async function drop(page, path, name) {
  const bytes = (await readFile(path)).toString('base64');
  const dataTransfer = await page.evaluateHandle(
    ([encoded, fileName]) => {
      const content = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'application/zip' }));
      return transfer;
    },
    [bytes, name],
  );
  await page.locator('[data-drop-zone]').dispatchEvent('drop', { dataTransfer });
}
