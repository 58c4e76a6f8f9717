// A mail server for tests: `node smtp.js PORT FOLDER` keeps every message as FOLDER/NNNN.eml.
// The local part of a recipient decides: `refuse…` is refused for good, `later…` for now.
import { createWriteStream, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';

const [port, folder] = process.argv.slice(2);
let received = 0;

function answer(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onAuth: (_auth, _session, done) => done(null, { user: 'test' }),
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('refuse')) {
      done(answer(550, 'No such mailbox'));
    } else if (address.startsWith('later')) {
      done(answer(451, 'Try again later'));
    } else {
      done();
    }
  },
  async onData(stream, _session, done) {
    received += 1;
    const path = join(folder, `${String(received).padStart(4, '0')}.eml`);
    try {
      // Whoever watches the folder never sees half a message.
      await pipeline(stream, createWriteStream(`${path}.part`));
      renameSync(`${path}.part`, path);
      done();
    } catch (error) {
      done(error);
    }
  },
});

server.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.listen(Number(port), '127.0.0.1');
