// The whole product without a mouse: every control is reached and seen to be, nothing keeps the focus, and each role
// does its work from the log-in to its result.
import { makeCourse } from '../support/course.js';
import { Keyboard } from '../support/keyboard.js';
import { pagesOf, PAGES, test } from '../support/pages.js';
import { content, row, tick } from '../support/player.js';
import { expect, login } from '../support/test.js';
import { zipFixture } from '../support/zip.js';

for (const role of Object.keys(PAGES)) {
  test(`Tab leads through every page of a ${role}, and the focus is always seen`, async ({ page, course }) => {
    test.slow();
    if (role !== 'visitor') {
      await login(page, role);
    }
    const keyboard = new Keyboard(page);
    for (const path of pagesOf(role, course)) {
      await test.step(path, async () => {
        await page.goto(path);
        await keyboard.press('Tab');
        await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
        await keyboard.press('Enter');
        await expect(page.locator('main')).toBeFocused();
        await keyboard.walk();
      });
    }
  });
}

test('a learner finds a course, passes its quiz and gets the certificate by keyboard', async ({ page, server }) => {
  const title = 'Check your knowledge';
  const { url } = await makeCourse(server, 'Hands on the keys', [{ fixture: 'quiz-12', title, kind: 'quiz' }]);
  const keyboard = new Keyboard(page);
  await logIn(keyboard, 'learner', 'Learner1');

  await keyboard.activate(page.getByRole('link', { name: 'My available courses' }));
  await expect(page).toHaveURL(/\/my\/courses/);
  await keyboard.fill(page.getByRole('searchbox'), 'hands keys');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/q=hands/);
  const more = page.getByRole('link', { name: 'More information – Hands on the keys' });
  await keyboard.activate(more);
  const dialog = page.getByRole('dialog', { name: 'Hands on the keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  // The focus stays with the dialog, however often one goes on.
  for (let step = 0; step < 5; step += 1) {
    await keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement === document.body
      || Boolean(document.activeElement.closest('dialog')))).toBe(true);
  }
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await keyboard.activate(more);
  await keyboard.activate(dialog.getByRole('button', { name: 'Close' }), 'Space');
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();

  await keyboard.reach(page.getByRole('link', { name: 'Hands on the keys', exact: true }), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  await expect(page).toHaveURL(url);
  const opening = page.waitForEvent('popup');
  const button = row(page, title).getByRole('button', { name: 'Start' });
  await keyboard.activate(button);
  const player = await opening;
  const inside = new Keyboard(player);
  const module = content(player);
  for (const [at, letter] of [...'bcabc'].entries()) {
    // The first radio takes the focus, the arrows choose among its group.
    await inside.reach(module.locator(`#answer-${at + 1}-a`));
    await inside.press('Space');
    for (let option = 'a'; option < letter; option = String.fromCharCode(option.charCodeAt(0) + 1)) {
      await inside.press('ArrowDown');
    }
    await expect(module.locator(`#answer-${at + 1}-${letter}`)).toBeChecked();
    await inside.activate(module.locator(at < 4 ? '#next' : '#finish'));
  }
  await expect(module.locator('#result')).toBeVisible();
  await expect(player.locator('#status')).toHaveText(/^Saved/);
  await inside.activate(player.getByRole('button', { name: 'Exit all' }));
  await expect(player.locator('#ended')).toContainText('100');
  const closed = player.waitForEvent('close');
  await inside.reach(player.getByRole('button', { name: 'Close', exact: true }));
  // The window is gone before the key is up again.
  await inside.press('Enter').catch(() => {});
  await closed;
  await expect(tick(page, title)).toHaveAttribute('data-status', 'passed');
  await expect(row(page, title).locator('form[data-launch] button').first()).toBeFocused();

  await keyboard.activate(page.getByRole('button', { name: 'Get my certificate' }));
  await expect(page).toHaveURL(/\/certificates\/\d+$/);
  const downloading = page.waitForEvent('download');
  await keyboard.activate(page.getByRole('link', { name: 'Download certificate (PDF)' }));
  await downloading;
  await keyboard.activate(page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Grades' }));
  await keyboard.activate(page.getByRole('link', { name: 'Hands on the keys', exact: true }));
  await expect(page.getByRole('row', { name: title })).toContainText('100 %');
});

test('an author builds, fills and publishes a course by keyboard', async ({ page }) => {
  const keyboard = new Keyboard(page);
  await logIn(keyboard, 'author', 'Author1');
  await keyboard.activate(page.getByRole('link', { name: 'Authoring' }).first());
  await keyboard.activate(page.getByRole('link', { name: 'Add a course' }));
  await keyboard.fill(page.getByLabel('Title'), 'Typed, not clicked');
  await keyboard.activate(page.getByRole('button', { name: 'Create the course' }));
  await expect(page.getByText('The course was created.')).toBeVisible();

  await keyboard.fill(page.getByLabel('Title of the section'), 'First part');
  await keyboard.activate(page.getByRole('button', { name: 'Add a section' }));
  await expect(page.getByText('The section was added.')).toBeVisible();

  await keyboard.reach(page.getByRole('button', { name: 'Move: First part' }));
  await keyboard.press('ArrowUp');
  await expect(page.locator('[data-reorder-status]')).toContainText('First part');

  const form = page.locator('#add-activity');
  await keyboard.reach(form.getByLabel('Lesson'));
  await keyboard.press('ArrowDown');
  await expect(form.getByLabel('Quiz')).toBeChecked();
  await keyboard.fill(form.getByLabel('Title'), 'Check your knowledge');
  await keyboard.activate(form.getByRole('button', { name: 'Add an activity' }));
  await expect(page.getByText('The activity was added.')).toBeVisible();

  await keyboard.activate(page.getByRole('link', { name: 'Upload a package' }));
  const choosing = page.waitForEvent('filechooser');
  await keyboard.activate(page.locator('input[type=file]'), 'Space');
  await (await choosing).setFiles(await zipFixture('quiz-12'));
  const version = page.getByRole('link', { name: 'Version 1' });
  await expect(version).toBeVisible();
  await keyboard.activate(version);

  const preview = page.waitForEvent('popup');
  await keyboard.activate(page.getByRole('button', { name: 'Test it' }));
  const player = await preview;
  await new Keyboard(player).activate(content(player).locator('#answer-1-a'), 'Space');
  await player.close();

  await keyboard.activate(page.getByRole('link', { name: 'Typed, not clicked' }));
  await keyboard.activate(page.getByRole('link', { name: 'Settings' }));
  await keyboard.reach(page.locator('[name=audience]:checked'));
  await keyboard.press('ArrowDown');
  await expect(page.getByLabel('Everyone on this site')).toBeChecked();
  await keyboard.activate(page.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Your changes were saved.')).toBeVisible();

  await keyboard.activate(page.getByRole('button', { name: 'Publish' }));
  await expect(page.getByText('The course is published.')).toBeVisible();
  await keyboard.activate(page.getByRole('link', { name: /participants?$/ }));
  await keyboard.fill(page.locator('#field-person'), 'learner');
  await keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Amina Diallo' })).toBeVisible();
  await keyboard.activate(page.getByRole('button', { name: /Amina Diallo/ }));
  await expect(page.getByText('Nobody is enrolled yet')).toBeVisible();
});

test('the secretariat keeps categories, settings and the register by keyboard', async ({ page }) => {
  const keyboard = new Keyboard(page);
  await logIn(keyboard, 'secretariat', 'Secretariat1');
  await keyboard.activate(page.getByRole('link', { name: 'Authoring' }).first());
  await keyboard.activate(page.getByRole('link', { name: 'Categories' }));
  await keyboard.fill(page.getByLabel('Name', { exact: false }), 'By keyboard');
  await keyboard.activate(page.getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('link', { name: 'By keyboard' })).toBeVisible();
  await keyboard.activate(page.getByRole('button', { name: 'Move By keyboard up' }), 'Space');
  await expect(page.getByRole('link', { name: 'By keyboard' })).toBeVisible();
  await keyboard.activate(page.getByRole('link', { name: 'By keyboard' }));
  await keyboard.activate(page.getByRole('button', { name: 'Delete' }));
  await expect(page.getByRole('link', { name: 'By keyboard' })).toBeHidden();

  const menu = page.locator('.site-tools summary');
  await keyboard.reach(menu);
  await keyboard.press('ArrowDown');
  await expect(menu.locator('..').getByRole('link', { name: 'Dashboard' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.activate(menu.locator('..').getByRole('link', { name: 'Settings' }));
  await keyboard.activate(page.locator('main').getByRole('button', { name: 'Save' }));
  await expect(page.locator('.flash')).toBeVisible();
  await keyboard.activate(menu);
  await keyboard.activate(menu.locator('..').getByRole('link', { name: 'Certificates', exact: true }).last());
  await keyboard.fill(page.getByRole('searchbox'), 'nobody of this name');
  await keyboard.press('Enter');
  await expect(page.getByText('No certificates found')).toBeVisible();
});

async function logIn(keyboard, user, password) {
  const { page } = keyboard;
  await page.goto('/login');
  await keyboard.fill(page.locator('[name=username]'), user);
  await keyboard.fill(page.locator('[name=password]'), password);
  await keyboard.activate(page.locator('main').getByRole('button', { name: 'Log in' }));
  await expect(page).toHaveURL(/\/my$/);
}
