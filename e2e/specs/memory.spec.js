// What uploads may cost: memory stays flat whatever arrives, and nothing is left of what was refused.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import { request } from '@playwright/test';
import { sendHalf } from '../support/breaking.js';
import { Author } from '../support/course.js';
import { crc32OfRepeated } from '../support/crc32.js';
import { ATTACKS, packageOf } from '../support/hostile.js';
import { expect, test } from '../support/test.js';
import { lengthOf, partOf } from '../support/zip.js';

const MB = 1 << 20;
const ALLOWED = 256 * MB;
const FILM_BYTES = 1_500_000_000;
const SECONDS = 1500;
// As the page sends them.
const PIECE_BYTES = 8 * MB;
const DROPS = 5;

test('a film of 1.5 GB and 20,000 files are sent over a line that breaks, imported and streamed in little memory', async ({
  ownServer,
}) => {
  test.setTimeout(300_000);
  let author = await Author.login(ownServer);
  const course = await author.createCourse('A heavy one');
  const activity = await author.addActivity(course, 'Film');
  const pages = Array.from({ length: 20_000 }, (_, n) => (
    { path: `pages/${n}.html`, data: Buffer.from(`<!doctype html><title>${n}</title>${'x'.repeat(n % 2000)}`) }
  ));
  // A second that repeats: only its size matters, and here it takes no memory either.
  const second = randomBytes(FILM_BYTES / SECONDS);
  const film = { path: 'film.mp4', data: Array(SECONDS).fill(second), crc: crc32OfRepeated(second, SECONDS) };
  const archive = packageOf([...pages, film]);
  const size = lengthOf(archive);

  const upload = await author.openUpload(activity, 'heavy.zip', size);
  let received = 0;
  let drops = 0;
  while (received < size) {
    const url = `${ownServer.siteUrl}/authoring/uploads/${upload}?offset=${received}`;
    const piece = partOf(archive, received, PIECE_BYTES);
    const headers = await author.pieceHeaders();
    if (received > (size / (DROPS + 1)) * (drops + 1)) {
      received += await sendHalf(url, piece, headers);
      // What had arrived of it counts, to the byte; whoever comes back with another log-in goes on from there.
      await expect.poll(async () => (await author.standing(upload)).received, { intervals: [50] }).toBe(received);
      drops += 1;
      await author.dispose();
      author = await Author.login(ownServer);
    } else {
      const answer = await fetch(url, { method: 'PUT', body: piece, headers });
      ({ received } = await answer.json());
    }
  }
  expect(drops).toBe(DROPS);
  expect(await ownServer.memoryPeakBytes(), 'after the upload').toBeLessThanOrEqual(ALLOWED);
  const { state, refusal } = await author.imported(upload, { timeout: 120_000 });
  expect(state, refusal).toBe('done');
  expect(await ownServer.memoryPeakBytes(), 'after the import').toBeLessThanOrEqual(ALLOWED);
  await author.post(`/authoring/courses/${course}/state`, { state: 'published' });
  await author.dispose();

  const url = await filmOf(ownServer, activity);
  const part = await fetch(url, { headers: { Range: `bytes=${FILM_BYTES - 1000}-` } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes ${FILM_BYTES - 1000}-${FILM_BYTES - 1}/${FILM_BYTES}`);
  expect(part.headers.get('content-type')).toBe('video/mp4');
  expect(Buffer.from(await part.arrayBuffer()).equals(second.subarray(-1000))).toBe(true);
  const stale = await fetch(url, { headers: { Range: 'bytes=0-9', 'If-Range': '"another"' }, method: 'HEAD' });
  expect(stale.status, 'of another version all is sent').toBe(200);
  expect(stale.headers.get('content-length')).toBe(String(FILM_BYTES));
  // Some watch to the end; others take a little and leave their connection open.
  const lingering = await Promise.all(Array.from({ length: 8 }, () => firstBytes(url)));
  expect(await Promise.all([1, 2, 3].map(() => length(url)))).toEqual([FILM_BYTES, FILM_BYTES, FILM_BYTES]);
  for (const response of lingering) {
    response.destroy();
  }
  expect(await ownServer.memoryPeakBytes(), 'after the streaming').toBeLessThanOrEqual(ALLOWED);
});

test('archives that mean harm are refused in little memory, and nothing is left of them', async ({ ownServer }) => {
  test.setTimeout(120_000);
  const author = await Author.login(ownServer);
  const course = await author.createCourse('Under attack');
  const activity = await author.addActivity(course, 'Target');
  // The demo site's own packages are still on their way.
  const waiting = async () => (await ownServer.storedFiles()).filter((file) => file.startsWith('uploads'));
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([]);
  const before = await ownServer.storedFiles();
  for (const [name, build] of Object.entries(ATTACKS)) {
    await test.step(name, async () => {
      const { state, refusal } = await author.send(activity, 'attack.zip', cut(Buffer.concat(build())), { timeout: 60_000 });
      expect(state).toBe('refused');
      expect(refusal).toMatch(/zip/);
      expect(await ownServer.memoryPeakBytes()).toBeLessThanOrEqual(ALLOWED);
      await expect.poll(() => ownServer.storedFiles(), { timeout: 5000 }).toEqual(before);
    });
  }
  await author.dispose();
});

function cut(archive) {
  const count = Math.ceil(archive.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, n) => archive.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES));
}

// The film's address in a launch of a learner's.
async function filmOf(server, activity) {
  const learner = await request.newContext({ baseURL: server.siteUrl });
  await learner.post('/login', { form: { username: 'learner', password: 'Learner1', next: '' } });
  const launched = await learner.post(`/activities/${activity}/launch`, { form: {}, maxRedirects: 0 });
  await learner.dispose();
  return `${launched.headers().location}/c/film.mp4`;
}

// An answer of which only the beginning is taken.
async function firstBytes(url) {
  const [response] = await once(get(url), 'response');
  await once(response, 'readable');
  response.read(1);
  return response;
}

async function length(url) {
  let sum = 0;
  for await (const chunk of (await fetch(url)).body) {
    sum += chunk.length;
  }
  return sum;
}
