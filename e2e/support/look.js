// A look at a page that nobody reaches by an address alone: on a desk, in the dark, on the narrowest phone.
import { join } from 'node:path';
import { expect, expectAccessible } from './test.js';

const build = process.env.CLIKC_TEST_BUILD_DIR ?? join(import.meta.dirname, '..', '..', 'build');

const LOOKS = [
  { name: 'desk', viewport: { width: 1024, height: 768 }, colorScheme: 'light' },
  { name: 'dark', viewport: { width: 1024, height: 768 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
];

// Pages that nobody reaches by an address alone are judged on the way.
export async function look(page, name, lang) {
  await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
  for (const { name: look, viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name}, ${look}`).toBe(0);
    await expectAccessible(page);
    if (process.env.CLIKC_TEST_SCREENSHOTS) {
      await page.screenshot({ path: join(build, 'screenshots', `account-${name}.${look}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(LOOKS[0].viewport);
  await page.emulateMedia({ colorScheme: 'light' });
}
