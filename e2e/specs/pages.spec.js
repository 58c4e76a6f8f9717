// Every page, as people meet it: on a desk, on a phone, from right to left, in the dark.
// With CLIKC_TEST_SCREENSHOTS set, pictures of all of them are left in build/screenshots.
import { join } from 'node:path';
import { makeCourse } from '../support/course.js';
import { expect, expectAccessible, login, test } from '../support/test.js';

const DESK = { width: 1024, height: 768 };
const PHONE = { width: 360, height: 740 };

// One load of a page serves several ways of looking at it; only contrast depends on the colours.
const LOOKS = {
  en: [
    { name: 'desk', viewport: DESK },
    { name: 'dark', viewport: DESK, colorScheme: 'dark', rules: ['color-contrast'] },
    { name: 'phone', viewport: PHONE, rules: ['target-size'] },
  ],
  ar: [
    { name: 'arabic', viewport: DESK, rules: [] },
    { name: 'arabic-phone', viewport: PHONE },
  ],
};

const build = process.env.CLIKC_TEST_BUILD_DIR ?? join(import.meta.dirname, '..', '..', 'build');

// A function of the course gives addresses that carry its ids.
const PAGES = {
  visitor: ['/', '/login', '/styleguide', '/mails', '/certificates/verify', '/nowhere'],
  learner: [
    '/my',
    '/my/courses',
    '/grades',
    '/my/certificates',
    ({ url }) => url,
    ({ url }) => `${url}/progress`,
    ({ url }) => `${url}/grades`,
  ],
  author: [
    '/authoring',
    '/authoring/courses/new',
    ({ course }) => `/authoring/courses/${course}`,
    ({ course }) => `/authoring/courses/${course}/settings`,
    ({ course }) => `/authoring/courses/${course}/certificate`,
    ({ url }) => `${url}/participants`,
    ({ activities }) => `/authoring/activities/${activities[0]}`,
    ({ activities }) => `/authoring/activities/${activities[0]}/packages`,
    ({ version }) => `/authoring/versions/${version}`,
  ],
  secretariat: ['/settings', '/authoring/categories', '/authoring/categories/1', '/certificates'],
};

const courses = test.extend({
  course: [
    async ({ server }, use) => {
      const course = await makeCourse(server, 'Risk management in practice', [
        { fixture: 'lesson-12', title: 'Why customs manages risk' },
        { fixture: 'quiz-12', title: 'Check your knowledge', kind: 'quiz' },
        { fixture: null, title: 'A lesson that is still being written' },
      ]);
      await use({ ...course, version: 1 });
    },
    { scope: 'worker' },
  ],
});

for (const [lang, looks] of Object.entries(LOOKS)) {
  for (const [role, paths] of Object.entries(PAGES)) {
    courses(`the pages of a ${role} serve everybody, in ${lang}`, async ({ page, course }) => {
      // A look at many pages, not a page that is slow.
      courses.setTimeout(180_000);
      if (role !== 'visitor') {
        await login(page, role);
      }
      await speak(page, lang);
      for (const path of paths.map((entry) => (typeof entry === 'string' ? entry : entry(course)))) {
        await courses.step(path, () => expectGood(page, path, { role, lang, looks }));
      }
      // The choice belongs to the person, whom other tests want to understand.
      await speak(page, 'en');
    });
  }
}

async function speak(page, lang) {
  await page.request.post('/language', { form: { lang, next: '/' } });
}

async function expectGood(page, path, { role, lang, looks }) {
  const complaints = [];
  const complain = (message) => message.type() === 'error' && complaints.push(message.text());
  page.on('console', complain);
  const response = await page.goto(path);
  page.off('console', complain);
  // The browser logs the status of an error page by itself.
  expect(complaints.filter((text) => response.ok() || !text.includes(`${response.status()}`))).toEqual([]);
  expect.soft(await page.title()).toMatch(/.+ – .+/);
  expect.soft(await page.locator('h1').count(), `headings of ${path}`).toBe(1);
  await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
  for (const { name, viewport, colorScheme = 'light', rules } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    // Colours on their way are nobody's colours.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    expect.soft(await overflow(page), `${path}, ${name}`).toEqual([]);
    if (rules?.length !== 0) {
      await expect.soft(expectAccessible(page, { rules })).resolves.toBeUndefined();
    }
    if (process.env.CLIKC_TEST_SCREENSHOTS) {
      const file = `${role}${path.replaceAll('/', '-')}.${name}.png`;
      await page.screenshot({ path: join(build, 'screenshots', file), fullPage: true });
    }
  }
}

// What sticks out of the window sideways; frames that scroll by themselves may hold more.
function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 8);
  });
}

test('the first page weighs at most 100 KB on the wire', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(100 * 1024);
});

test('the keyboard leads to the log-in, to the content and to a course', async ({ page }) => {
  await page.goto('/login');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await tabTo(page, page.locator('[name=username]'));
  await page.keyboard.type('learner');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Learner1');
  await tabTo(page, page.locator('main').getByRole('button', { name: 'Log in' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/my$/);
  await page.goto('/my/courses');
  await tabTo(page, page.getByRole('link', { name: 'Risk management at the border' }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/courses\/\d+$/);
});

async function tabTo(page, target) {
  for (let step = 0; step < 40; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('40 presses of Tab do not lead there');
}
