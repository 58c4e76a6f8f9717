// What learners meet: windows, results, choices, contents, Arabic.
import { makeCourse } from '../support/course.js';
import { answerQuiz, closeSaved, content, finishLesson, launch, row, tick } from '../support/player.js';
import { expect, expectAccessible, login, test } from '../support/test.js';

const LESSON = { fixture: 'lesson-12', title: 'Why customs manages risk' };
const QUIZ = { fixture: 'quiz-12', title: 'Check your knowledge', kind: 'quiz' };

test('a learner goes from the dashboard to 100 % and sees every step ticked', async ({ page, server }) => {
  const { course } = await makeCourse(server, 'Steps to the border', [LESSON, QUIZ]);
  await login(page, 'learner');
  await page.goto('/my/courses');
  await page.getByRole('link', { name: 'Steps to the border', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/courses/${course}$`));

  const lesson = await launch(page, LESSON.title);
  await finishLesson(content(lesson));
  await expect(tick(page, LESSON.title)).toHaveAttribute('data-status', 'completed', { timeout: 2000 });
  await expect(page.locator('[data-course-progress]').first()).toHaveText(/50/);
  await lesson.close();

  const quiz = await launch(page, QUIZ.title);
  await answerQuiz(content(quiz), 'bcabc');
  await expect(quiz.locator('#status')).toHaveText(/^Saved \d{1,2}:\d{2}:\d{2}/);
  await expect(tick(page, QUIZ.title)).toHaveAttribute('data-status', 'passed', { timeout: 2000 });
  await quiz.close();
  await expect(row(page, QUIZ.title)).toContainText('100 %');
  await expect(page.locator('[data-course-progress]').first()).toHaveText(/100/);
  await expect(page.getByRole('button', { name: 'Get my certificate' })).toBeVisible();

  await page.getByRole('link', { name: 'Grades' }).last().click();
  const grade = page.getByRole('row', { name: QUIZ.title });
  await expect(grade).toContainText('100 %');
  await expectAccessible(page);
});

test('a quiz below the pass mark is not ticked and may be tried again', async ({ page, server }) => {
  const { url } = await makeCourse(server, 'A second chance', [QUIZ]);
  await login(page, 'learner');
  await page.goto(url);
  const first = await launch(page, QUIZ.title);
  await answerQuiz(content(first), 'baaaa');
  await closeSaved(first);
  await expect(tick(page, QUIZ.title)).toHaveAttribute('data-status', 'failed');
  await expect(page.getByRole('button', { name: 'Get my certificate' })).toBeHidden();

  const second = await launch(page, QUIZ.title);
  await answerQuiz(content(second), 'bcabc');
  await closeSaved(second);
  await expect(tick(page, QUIZ.title)).toHaveAttribute('data-status', 'passed');
});

test('a passed quiz offers to review it or to try again, and neither loses the result', async ({ page, server }) => {
  const { url } = await makeCourse(server, 'Looking back', [QUIZ]);
  await login(page, 'learner');
  await page.goto(url);
  const passing = await launch(page, QUIZ.title);
  await answerQuiz(content(passing), 'bcabc');
  await closeSaved(passing);
  await expect(tick(page, QUIZ.title)).toHaveAttribute('data-status', 'passed');

  const review = await launch(page, QUIZ.title);
  await expect(review.getByRole('heading', { name: QUIZ.title })).toBeVisible();
  await expectAccessible(review);
  await review.getByRole('button', { name: 'Review' }).click();
  await expect(review.locator('#mode')).toHaveText('Review: your result is kept');
  await review.close();

  const again = await launch(page, QUIZ.title);
  await again.getByRole('button', { name: 'Try again' }).click();
  await answerQuiz(content(again), 'aaaaa');
  await closeSaved(again);
  await page.reload();
  await expect(tick(page, QUIZ.title)).toHaveAttribute('data-status', 'passed');
  await expect(row(page, QUIZ.title)).toContainText('100');
});

test('a lesson goes on at the page where it was left', async ({ page, server }) => {
  const { url } = await makeCourse(server, 'Interrupted', [LESSON]);
  await login(page, 'learner');
  await page.goto(url);
  const first = await launch(page, LESSON.title);
  await content(first).locator('#next').click();
  await content(first).locator('#next').click();
  await expect(content(first).getByRole('heading', { name: 'Indicators' })).toBeVisible();
  await closeSaved(first);
  await expect(tick(page, LESSON.title)).toHaveAttribute('data-status', 'incomplete');
  await expect(row(page, LESSON.title).getByRole('button', { name: 'Continue' })).toBeVisible();
  const second = await launch(page, LESSON.title);
  await expect(content(second).getByRole('heading', { name: 'Indicators' })).toBeVisible();
});

test('a module of several parts opens them one after the other, by mouse and by keyboard', async ({ page, server }) => {
  const title = 'Risk management in practice';
  const { url } = await makeCourse(server, 'Several parts', [{ fixture: 'multi-sco-12', title }]);
  await login(page, 'learner');
  await page.goto(url);
  const player = await launch(page, title);
  const part = (name) => player.getByRole('treeitem', { name, exact: true });
  await expect(part('Building a profile')).toHaveAttribute('aria-current', 'true');
  await expect(part('Choosing a channel')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(player);
  await finishLesson(content(player));

  await expect(part('Choosing a channel')).toHaveAttribute('aria-disabled', 'false');
  await part('Choosing a channel').click();
  await expect(part('Choosing a channel')).toHaveAttribute('aria-current', 'true');
  await finishLesson(content(player));

  await expect(part('Reporting results')).toHaveAttribute('aria-disabled', 'false');
  await part('Choosing a channel').focus();
  await player.keyboard.press('ArrowDown');
  await expect(part('Reporting results')).toBeFocused();
  await player.keyboard.press('Enter');
  await expect(part('Reporting results')).toHaveAttribute('aria-current', 'true');
  await finishLesson(content(player));

  await part('Reporting results').focus();
  await player.keyboard.press('End');
  await player.keyboard.press('Enter');
  await expect(part('Glossary')).toHaveAttribute('aria-current', 'true');
  await expect(content(player).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tick(page, title)).toHaveAttribute('data-status', 'completed');
});

test('pages without any call are complete when they have been viewed', async ({ page, server }) => {
  const title = 'Channels at a glance';
  const { url } = await makeCourse(server, 'Only to read', [{ fixture: 'assets-only', title }]);
  await login(page, 'learner');
  await page.goto(url);
  const player = await launch(page, title);
  await expect(content(player).getByRole('heading', { level: 1 })).toBeVisible();
  await player.getByRole('treeitem').last().click();
  await expect(player.getByRole('treeitem').last()).toHaveAttribute('aria-current', 'true');
  await expect(tick(page, title)).toHaveAttribute('data-status', 'completed');
});

test('a SCORM 2004 quiz is judged by its scaled score', async ({ page, server }) => {
  const title = 'Final quiz';
  const { url } = await makeCourse(server, 'Fourth edition', [{ fixture: 'quiz-2004', title, kind: 'quiz' }]);
  await login(page, 'learner');
  await page.goto(url);
  const player = await launch(page, title);
  await answerQuiz(content(player), 'abba');
  await expect(tick(page, title)).toHaveAttribute('data-status', 'passed', { timeout: 2000 });
  await expect(row(page, title)).toContainText('100');
});

test('an Arabic module is played from right to left on Arabic pages', async ({ page, server }) => {
  const title = 'إدارة المخاطر';
  const { url } = await makeCourse(server, 'الجمارك', [{ fixture: 'arabic-12', title }], { lang: 'ar' });
  await login(page, 'coordinator');
  await page.request.post('/language', { form: { lang: 'ar', next: '/my' } });
  try {
    await page.goto(url);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const player = await launch(page, title);
    await expect(player.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(content(player).locator('html')).toHaveAttribute('dir', 'rtl');
    await finishLesson(content(player));
    await expect(tick(page, title)).toHaveAttribute('data-status', 'completed');
    await expectAccessible(player);
  } finally {
    await page.request.post('/language', { form: { lang: 'en', next: '/my' } });
  }
});

test('where windows are refused the module opens in the page itself', async ({ page, server }) => {
  const { url } = await makeCourse(server, 'One window', [LESSON]);
  await login(page, 'learner');
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(url);
  await row(page, LESSON.title).getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Open here' }).click();
  await expect(content(page).locator('#page-title')).toBeVisible();
});
