// Bad lines: uploads over connections that break. (One of 1.5 GB, without a browser, is in memory.spec.js.)
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sendHalf } from '../support/breaking.js';
import { makeCourse } from '../support/course.js';
import { expect, login, test as base } from '../support/test.js';
import { zipFixture } from '../support/zip.js';

const MB = 1 << 20;
// As the page sends them.
const PIECE_BYTES = 8 * MB;
const DROPS = 5;

const test = base.extend({
  // The path of a package that holds a film.
  path: async ({}, use) => {
    const path = await zipFixture('lesson-12', { 'film.mp4': randomBytes(60 * MB) });
    await use(path);
    await rm(dirname(path), { recursive: true });
  },
});

test('an upload survives five broken connections and a closed tab', async ({ context, page, path, server }) => {
  test.slow();
  const { activities } = await makeCourse(server, 'A long film', [{ fixture: null, title: 'Film' }]);
  const file = await readFile(path);
  await login(page, 'author');
  const packages = `/authoring/activities/${activities[0]}/packages`;
  await page.goto(packages);
  const received = () => server.dbQuery(
    `SELECT received_bytes FROM uploads WHERE activity_id = ${activities[0]}`,
  )[0].received_bytes;
  const offsets = [];
  // Every second piece breaks off in its middle; after the last break nothing gets through.
  const isCutOff = new Promise((resolve) => {
    void page.route(/\/authoring\/uploads\/[^/?]+\?offset=/, async (route) => {
      const sent = route.request();
      const offset = offsetOf(sent);
      if (offsets.length < 2 * DROPS) offsets.push(offset);
      if (offsets.length < 2 * DROPS && offsets.length % 2 === 0) {
        await route.continue();
        return;
      }
      if (offsets.length < 2 * DROPS) {
        const half = await sendHalf(sent.url(), file.subarray(offset, offset + PIECE_BYTES), await sent.allHeaders());
        // Counted before the page asks; it asks again later otherwise, which is slower but no loss.
        await expect.poll(received, { timeout: 20_000 }).toBe(offset + half);
      }
      // Refused and not held: what is held when its tab closes is let go, and a part of it arrives.
      await route.abort('connectionreset');
      if (offsets.length === 2 * DROPS) resolve();
    });
  });
  await page.locator('input[type=file]').setInputFiles(path);
  await isCutOff;
  // What had arrived of a broken piece was not sent again.
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  expect(new Set(offsets).size).toBe(offsets.length);
  await page.close();

  const later = await context.newPage();
  await later.goto(packages);
  await expect(later.getByText('is not complete')).toBeVisible();
  const first = later.waitForRequest((sent) => sent.method() === 'PUT');
  await later.locator('input[type=file]').setInputFiles(path);
  expect(offsetOf(await first)).toBe(offsets.at(-1));
  await expect(later.getByRole('link', { name: 'Version 1' })).toBeVisible({ timeout: 60_000 });
});

function offsetOf(sent) {
  return Number(new URL(sent.url()).searchParams.get('offset'));
}
