// A line between the browser and the service that is as slow as asked and loses packets (see line.py), and a service that
// is reached over it and over nothing else: the origins are the line's near end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { freePort, Server } from './server.js';

const PROGRAM = join(import.meta.dirname, 'line.py');
export const CLEAR = { delay: 0, rate: null, loss: 0 };

export class Line {
  #child;
  #answers;

  // Fails with the reason where the machine does not allow it.
  static async open(port, target, seed) {
    const line = new Line();
    line.#child = spawn('python3', [PROGRAM, port, target, seed].map(String), { stdio: 'pipe' });
    line.#answers = createInterface({ input: line.#child.stdout })[Symbol.asyncIterator]();
    const complaint = text(line.#child.stderr);
    const failed = once(line.#child, 'error').then(([error]) => error.message);
    const { value } = await line.#answers.next();
    if (value !== 'ready') {
      throw new Error((await Promise.race([failed, complaint])).trim());
    }
    return line;
  }

  // Of `rate` bytes a second, with `delay` seconds in each direction, losing `loss` of the packets. Answers what has become
  // of the packets of both directions so far.
  async become(wanted) {
    this.#child.stdin.write(`${JSON.stringify(wanted)}\n`);
    const ways = JSON.parse((await this.#answers.next()).value);
    const sum = (fate) => ways.reduce((total, way) => total + way[fate], 0);
    return { carried: sum('carried'), lost: sum('lost'), dropped: sum('dropped') };
  }

  async close() {
    const exit = once(this.#child, 'exit');
    this.#child.stdin.end();
    await exit;
  }
}

// The service behind a line that is clear at first; `line` is null, and `refusal` says why, where there can be none.
export async function startBehindLine(seed) {
  const target = await freePort();
  let opening;
  const server = await Server.start(async (port) => {
    opening = Line.open(port, target, seed).then((line) => ({ line }), ({ message }) => ({ line: null, refusal: message }));
    return (await opening).line ? { CLIKC_LISTEN: `127.0.0.1:${target}` } : {};
  });
  return Object.assign(server, await opening);
}
