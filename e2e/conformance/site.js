// The service on trial: a running server, the packages an author has brought to it, and learners nobody has met before.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from '@playwright/test';
import { Author } from '../support/course.js';
import { Server } from '../support/server.js';
import { readPackage } from './cases.js';
import { packageZip } from './packages.js';

const PASSWORD = 'Conformance1';

export class Site {
  #server;
  #author;
  #folder;
  #modules = new Map();
  #learners = 0;

  static async open() {
    const site = new Site();
    site.#server = await Server.start();
    site.#author = await Author.login(site.#server);
    site.#folder = await mkdtemp(join(tmpdir(), 'clikc-conformance-'));
    return site;
  }

  // The package as a module of a published course. All cases that need it share one, each with a learner of its own.
  module(suite, name) {
    const key = `${suite.name} ${name}`;
    if (!this.#modules.has(key)) {
      this.#modules.set(key, this.#import(suite, name));
    }
    return this.#modules.get(key);
  }

  async #import(suite, name) {
    const pack = await readPackage(suite, name);
    const path = join(this.#folder, `${suite.name}-${name}.zip`);
    await writeFile(path, await packageZip(suite, pack));
    const course = await this.#author.createCourse(`${suite.name} ${name}`);
    const activity = await this.#author.addActivity(course, name);
    await this.#author.upload(activity, path);
    await this.#author.makeStrict(activity);
    await this.#author.post(`/authoring/courses/${course}/state`, { state: 'published' });
    return { pack, activity, url: `${this.#server.siteUrl}/courses/${course}` };
  }

  // A person of whom the service knows nothing yet; `storageState` is their log-in, for a browser.
  async newLearner() {
    this.#learners += 1;
    const name = `prober${this.#learners}`;
    const person = ['--email', `${name}@example.org`, '--given-name', 'Bert', '--family-name', 'Prober'];
    await this.#server.command(['user', 'add', name, ...person, '--organisation', 'BE'], `${PASSWORD}\n`);
    const http = await request.newContext({ baseURL: this.#server.siteUrl });
    await http.post('/login', { form: { username: name, password: PASSWORD, next: '' } });
    const storageState = await http.storageState();
    await http.dispose();
    const key = () => this.#server.dbQuery(`SELECT learner_key FROM users WHERE username = '${name}'`)[0].learner_key;
    return {
      storageState,
      // What packages are told, which no page shows; few cases ask for it.
      get id() {
        return key();
      },
    };
  }

  async close() {
    await this.#author.dispose();
    await this.#server.dispose();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
