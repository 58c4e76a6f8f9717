// Courses for tests, made by an author over the same routes as the pages use, without a browser.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { request } from '@playwright/test';
import { expect } from './test.js';
import { lengthOf, zipFixture } from './zip.js';

const PIECE = { 'Content-Type': 'application/octet-stream' };

// A published course with one activity for each `{ fixture, title, kind }`, in their order.
export async function makeCourse(server, title, activities, { lang = 'en' } = {}) {
  const author = await Author.login(server);
  const course = await author.createCourse(title, lang);
  const made = [];
  for (const { fixture, title: name, kind = 'lesson' } of activities) {
    const activity = await author.addActivity(course, name, kind);
    if (fixture) {
      await author.upload(activity, await zipFixture(fixture));
    }
    made.push(activity);
  }
  await author.post(`/authoring/courses/${course}/state`, { state: 'published' });
  await author.dispose();
  return { course, url: `/courses/${course}`, activities: made };
}

export class Author {
  #http;

  static async login(server) {
    const author = new Author();
    author.#http = await request.newContext({ baseURL: server.siteUrl });
    await author.post('/login', { username: 'author', password: 'Author1', next: '' });
    return author;
  }

  async createCourse(title, lang = 'en') {
    const form = { title, lang, category: '', short_name: '', audience: 'everyone' };
    const answer = await this.post('/authoring/courses', form);
    return Number(answer.url().match(/\/authoring\/courses\/(\d+)$/)[1]);
  }

  // The new activity's id: the largest of the outline.
  async addActivity(course, title, kind = 'lesson') {
    const answer = await this.post(`/authoring/courses/${course}/activities`, { title, kind });
    const ids = (await answer.text()).matchAll(/\/authoring\/activities\/(\d+)/g);
    return Math.max(...[...ids].map(([, id]) => Number(id)));
  }

  // Sends a zip and returns the id of the version it became.
  async upload(activity, path) {
    const standing = await this.send(activity, basename(path), [await readFile(path)]);
    expect(standing.state, standing.refusal).toBe('done');
    return standing.version;
  }

  // Sends the pieces of a zip one after the other; returns what became of it.
  async send(activity, name, pieces, options) {
    const id = await this.openUpload(activity, name, lengthOf(pieces));
    let offset = 0;
    for (const data of pieces) {
      await this.#http.put(`/authoring/uploads/${id}?offset=${offset}`, { data, headers: PIECE });
      offset += data.length;
    }
    return this.imported(id, options);
  }

  async openUpload(activity, name, size) {
    const opened = await this.#http.post(`/authoring/activities/${activity}/uploads`, { data: { name, size } });
    return (await opened.json()).id;
  }

  // How far an upload has come.
  async standing(id) {
    return (await this.#http.get(`/authoring/uploads/${id}`)).json();
  }

  // What became of an upload that is complete.
  async imported(id, { timeout = 20_000 } = {}) {
    let standing;
    await expect
      .poll(
        async () => {
          standing = await this.standing(id);
          return standing.state;
        },
        { intervals: [50], timeout },
      )
      .not.toBe('importing');
    return standing;
  }

  // What a request of this author's for a piece of an upload says of itself, for those who send one by hand.
  async pieceHeaders() {
    const { cookies } = await this.#http.storageState();
    return { ...PIECE, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  // Makes the run-time of an activity strict; its other settings become those of a new one.
  async makeStrict(activity) {
    const path = `/authoring/activities/${activity}`;
    const page = await (await this.#http.get(path)).text();
    const [, section] = page.match(/name="section"[^]*?<option value="(\d+)"/);
    const [width, height] = ['1024', '768'];
    const rest = { title: '', pass_mark: '', max_attempts: '', grading: 'best', required: 'on', width, height };
    await this.post(path, { ...rest, kind: 'lesson', section, strict: 'on' });
  }

  async post(path, form) {
    const answer = await this.#http.post(path, { form });
    expect(answer.ok(), `${path} answered ${answer.status()}`).toBe(true);
    return answer;
  }

  async dispose() {
    await this.#http.dispose();
  }
}
