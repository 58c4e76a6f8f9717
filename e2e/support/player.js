// What learners do with a course page and with the window of a module.
import { expect } from './test.js';

// The row of an activity on its course page.
export function row(page, title) {
  return page.locator('ol.outline > li').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

// Its tick, which says in `data-status` what the server judged.
export function tick(page, title) {
  return row(page, title).locator('.tick');
}

// Presses the activity's button (Start, Continue, …) and returns the window that opens.
export async function launch(page, title) {
  const popup = page.waitForEvent('popup');
  await row(page, title).locator('form[data-launch] button').first().click();
  return popup;
}

// The module's own page inside the player.
export function content(popup) {
  return popup.frameLocator('#content iframe');
}

// Turns all pages of a lesson of the fixtures and finishes it.
export async function finishLesson(module) {
  const next = module.locator('#next');
  await expect(module.locator('#page-title').first()).toBeAttached();
  while (await next.isVisible()) {
    await next.click();
  }
  await module.locator('#finish').click();
}

// Gives `answers` (a letter for each question) and finishes the quiz.
export async function answerQuiz(module, answers) {
  for (const [at, letter] of [...answers].entries()) {
    await module.locator(`#answer-${at + 1}-${letter}`).check();
    await module.locator(at + 1 < answers.length ? '#next' : '#finish').click();
  }
  await expect(module.locator('#result')).toBeVisible();
}

// Waits until the server holds everything, then closes the window.
export async function closeSaved(popup) {
  await expect(popup.locator('#status')).toHaveText(/^Saved \d{1,2}:\d{2}:\d{2}/);
  await popup.close();
}
