// The built service as a child process: on free ports, with a folder of its own, ended and
// restarted at will. Knows the command line and the environment, nothing of the pages.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '..', '..');
const binary = process.env.CLIKC_TEST_BINARY ?? join(root, 'target', 'debug', 'clikc');
const build = process.env.CLIKC_TEST_BUILD_DIR ?? join(root, 'build');

const READY_WITHIN_MS = 60_000;

// Runs the service from `start` to `dispose`; the data survives every end in between.
export class Server {
  #child;
  #environment;
  #folder;
  #log;

  constructor(folder, port, settings) {
    this.#folder = folder;
    this.port = port;
    // Two names of one machine make two origins, as in production two hosts do.
    this.siteUrl = `http://localhost:${port}`;
    this.contentUrl = `http://127.0.0.1:${port}`;
    this.#environment = {
      ...process.env,
      CLIKC_LISTEN: `127.0.0.1:${port}`,
      CLIKC_SITE_URL: this.siteUrl,
      CLIKC_CONTENT_URL: this.contentUrl,
      CLIKC_DATA_DIR: folder,
      CLIKC_DEMO: '1',
      CLIKC_DATABASE_URL: databaseUrl(folder),
      ...settings,
    };
  }

  // `settings` makes of the port the environment variables that are laid over the defaults.
  static async start(settings = () => ({})) {
    const folder = await mkdtemp(join(tmpdir(), 'clikc-e2e-'));
    const port = await freePort();
    const server = new Server(folder, port, await settings(port));
    await mkdir(join(build, 'logs'), { recursive: true });
    server.#log = createWriteStream(join(build, 'logs', `server-${server.port}.log`));
    // On PostgreSQL the service leaves migrations to the operator.
    execFileSync(binary, ['migrate'], { cwd: folder, env: server.#environment, stdio: 'pipe' });
    await server.launch();
    return server;
  }

  async launch() {
    this.#child = spawn(binary, ['serve'], {
      cwd: this.#folder,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.on('error', (error) => this.#log.write(`${error}\n`));
    this.#child.stdout.pipe(this.#log, { end: false });
    this.#child.stderr.pipe(this.#log, { end: false });
    await this.#untilReady();
  }

  async #untilReady() {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline) {
      if (this.#hasEnded()) {
        break;
      }
      try {
        if ((await fetch(`${this.siteUrl}/readyz`)).ok) {
          return;
        }
      } catch {
        // It does not listen yet.
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.end('SIGKILL');
    throw new Error(`The service did not become ready; see ${this.#log.path}`);
  }

  #hasEnded() {
    const { pid, exitCode, signalCode } = this.#child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  // SIGTERM is an operator's stop, SIGKILL a power cut.
  async end(signal = 'SIGTERM') {
    if (!this.#hasEnded()) {
      const exit = once(this.#child, 'exit');
      this.#child.kill(signal);
      await exit;
    }
  }

  async restart(signal = 'SIGTERM') {
    await this.end(signal);
    await this.launch();
  }

  // Adds a person of the demo site's administration, as an operator does on the command line.
  async addPerson({ username, password, given, family, lang }) {
    const names = [`--given-name=${given}`, `--family-name=${family}`, `--email=${username}@example.org`];
    const person = [...names, `--lang=${lang}`, '--organisation=BE'];
    await this.command(['user', 'add', username, ...person], `${password}\n`);
  }

  // The most memory that the process has ever held.
  async memoryPeakBytes() {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(status.match(/^VmHWM:\s+(\d+) kB$/m)[1]) * 1024;
  }

  // Every file that the service keeps beside its database.
  async storedFiles() {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.map((file) => relative(this.#folder, file)).filter((file) => !file.startsWith('clikc.db')).sort();
  }

  // Runs an operator's command on the data of this service.
  async command(words, input = '') {
    const child = spawn(binary, words, { cwd: this.#folder, env: this.#environment, stdio: ['pipe', 'ignore', 'pipe'] });
    child.stdin.end(input);
    const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    if (code !== 0) {
      throw new Error(`clikc ${words.join(' ')}: ${complaint}`);
    }
  }

  // Rows of the database as objects, for what no page shows.
  dbQuery(sql) {
    const url = this.#environment.CLIKC_DATABASE_URL;
    if (isSqlite(url)) {
      return JSON.parse(execFileSync('python3', ['-c', SQLITE, sqlitePath(url), sql], { encoding: 'utf8' }));
    }
    const rows = `SELECT COALESCE(json_agg(t), '[]') FROM (${sql}) t`;
    return JSON.parse(psql(url, '--tuples-only', '--no-align', `--command=${rows}`));
  }

  dbExecute(sql) {
    const url = this.#environment.CLIKC_DATABASE_URL;
    if (isSqlite(url)) {
      execFileSync('python3', ['-c', SQLITE, sqlitePath(url), sql]);
    } else {
      psql(url, `--command=${sql}`);
    }
  }

  async dispose() {
    await this.end();
    this.#log.end();
    await rm(this.#folder, { recursive: true, force: true });
    const url = this.#environment.CLIKC_DATABASE_URL;
    if (!isSqlite(url)) {
      psql(process.env.CLIKC_TEST_DATABASE_URL, `--command=DROP DATABASE ${new URL(url).pathname.slice(1)}`);
    }
  }
}

// Debian's node is older than its own SQLite.
const SQLITE = `
import json, sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=10) as db:
    db.row_factory = sqlite3.Row
    print(json.dumps([dict(row) for row in db.execute(sys.argv[2])]))
`;

function isSqlite(url) {
  return url.startsWith('sqlite:');
}

function sqlitePath(url) {
  return url.replace(/^sqlite:\/\//, '');
}

function psql(url, ...options) {
  return execFileSync('psql', ['--quiet', '--set=ON_ERROR_STOP=1', `--dbname=${url}`, ...options], { encoding: 'utf8' });
}

// SQLite in the server's folder, or a fresh database in the PostgreSQL that the environment names.
function databaseUrl(folder) {
  const given = process.env.CLIKC_TEST_DATABASE_URL;
  if (!given) {
    return `sqlite://${join(folder, 'clikc.db')}`;
  }
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  psql(given, `--command=CREATE DATABASE ${name}`);
  return String(Object.assign(new URL(given), { pathname: name }));
}

export async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
