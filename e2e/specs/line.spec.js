// Bad lines: uploads over connections that break.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { makeCourse } from '../support/course.js';
import { expect, login, test } from '../support/test.js';
import { zipFixture } from '../support/zip.js';

const MB = 1 << 20;
const DROPS = 5;

test('an upload survives five broken connections and a closed tab', async ({ context, page, server }) => {
  test.slow();
  const { activities } = await makeCourse(server, 'A long film', [{ fixture: null, title: 'Film' }]);
  const path = await zipFixture('lesson-12', { 'film.mp4': randomBytes(60 * MB) });
  const file = await readFile(path);
  await login(page, 'author');
  const packages = `/authoring/activities/${activities[0]}/packages`;
  await page.goto(packages);
  const received = () => server.dbQuery(
    `SELECT received_bytes FROM uploads WHERE activity_id = ${activities[0]}`,
  )[0].received_bytes;
  const offsets = [];
  // Every second piece breaks off in its middle; the one after the last break is held back.
  const isHeld = new Promise((resolve) => {
    void page.route(/\/authoring\/uploads\/[^/?]+\?offset=/, async (route) => {
      offsets.push(offsetOf(route.request()));
      if (offsets.length === 2 * DROPS) {
        resolve();
      } else if (offsets.length % 2 === 0) {
        await route.continue();
      } else {
        await sendHalf(route.request(), file);
        // Counted before the page asks; it asks again later otherwise, which is slower but no loss.
        await expect.poll(received, { timeout: 20_000 }).toBeGreaterThan(offsets.at(-1));
        await route.abort('connectionreset');
      }
    });
  });
  await page.locator('input[type=file]').setInputFiles(path);
  await isHeld;
  // What had arrived of a broken piece was not sent again.
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  expect(new Set(offsets).size).toBe(offsets.length);
  await page.close();

  const later = await context.newPage();
  await later.goto(packages);
  await expect(later.getByText('is not complete')).toBeVisible();
  const first = later.waitForRequest((sent) => sent.method() === 'PUT');
  await later.locator('input[type=file]').setInputFiles(path);
  // A browser may let go of a part of the held piece while its tab closes.
  expect(offsetOf(await first)).toBeGreaterThanOrEqual(offsets.at(-1));
  await expect(later.getByRole('link', { name: 'Version 1' })).toBeVisible({ timeout: 60_000 });
});

function offsetOf(sent) {
  return Number(new URL(sent.url()).searchParams.get('offset'));
}

// Sends the first half of the piece to the service, waits until it has left, and breaks the connection.
async function sendHalf(sent, file) {
  const headers = await sent.allHeaders();
  const length = Math.min(8 * MB, file.length - offsetOf(sent));
  const line = request(sent.url(), {
    method: 'PUT',
    headers: { ...headers, 'content-length': length, host: new URL(sent.url()).host },
  });
  // Its answer will never come.
  line.on('error', () => {});
  const half = file.subarray(offsetOf(sent), offsetOf(sent) + length / 2);
  await new Promise((resolve) => line.write(half, resolve));
  const closed = new Promise((resolve) => line.once('close', resolve));
  line.socket.destroySoon();
  await closed;
}
