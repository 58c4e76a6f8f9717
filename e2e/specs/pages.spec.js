// Every page, as people meet it: on a desk, on a phone, from right to left, in the dark.
// With CLIKC_TEST_SCREENSHOTS set, pictures of all of them are left in build/screenshots.
import { join } from 'node:path';
import { pagesOf, PAGES, test } from '../support/pages.js';
import { expect, expectAccessible, login } from '../support/test.js';

const DESK = { width: 1024, height: 768 };
const PHONE = { width: 360, height: 740 };
// WCAG's narrowest window (1.4.10), and what is left of the desk's at 200 % zoom (1.4.4).
const NARROW = { width: 320, height: 640 };
const ZOOMED = { width: 512, height: 384 };

// One load of a page serves several ways of looking at it; axe sees all but those that only change the room.
const LOOKS = {
  en: [
    { name: 'desk', viewport: DESK },
    { name: 'dark', viewport: DESK, colorScheme: 'dark' },
    { name: 'phone', viewport: PHONE },
    { name: 'narrow', viewport: NARROW, isJudged: false },
    { name: 'zoomed', viewport: ZOOMED, isJudged: false },
  ],
  ar: [
    { name: 'arabic', viewport: DESK },
    { name: 'arabic-phone', viewport: PHONE },
    { name: 'arabic-narrow', viewport: NARROW, isJudged: false },
    { name: 'arabic-zoomed', viewport: ZOOMED, isJudged: false },
  ],
};

const build = process.env.CLIKC_TEST_BUILD_DIR ?? join(import.meta.dirname, '..', '..', 'build');

for (const [lang, looks] of Object.entries(LOOKS)) {
  for (const role of Object.keys(PAGES)) {
    test(`the pages of a ${role} serve everybody, in ${lang}`, async ({ page, course }) => {
      // A look at many pages, not a page that is slow.
      test.setTimeout(180_000);
      if (role !== 'visitor') {
        await login(page, role);
      }
      await speak(page, lang);
      for (const path of pagesOf(role, course)) {
        await test.step(path, () => expectGood(page, path, { role, lang, looks }));
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
  for (const { name, viewport, colorScheme = 'light', isJudged = true } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    // Colours on their way are nobody's colours.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    expect.soft(await overflow(page), `${path}, ${name}`).toEqual([]);
    if (isJudged) {
      await expect.soft(expectAccessible(page), `${path}, ${name}`).resolves.toBeUndefined();
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
