// Browsers other than Chromium, as the machine has them: started on a profile of their own, driven by WebDriver, killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './server.js';
import { HttpWire, MarionetteWire, WebDriver } from './webdriver.js';

const START_WITHIN_MS = 30_000;

// How each starts on the folder of a profile, which a later start finds as it was left, and where in that folder it keeps
// the local storage.
export const ENGINES = {
  firefox: { start: startFirefox, storage: 'storage' },
  webkit: { start: startWebKit, storage: 'localstorage' },
};

// Only this machine is reached: a browser's own calls home end at a proxy that is not there.
const PREFERENCES = {
  'marionette.port': 0,
  'remote.prefs.recommended': true,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

async function startFirefox(profile) {
  const lines = Object.entries(PREFERENCES).map((entry) => `user_pref(${entry.map((part) => JSON.stringify(part))});\n`);
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const announced = join(profile, 'MarionetteActivePort');
  await rm(announced, { force: true });
  const program = process.env.CLIKC_TEST_FIREFOX ?? 'firefox-esr';
  const family = start(program, ['--headless', '--marionette', '--no-remote', '--profile', profile]);
  const connect = async () => MarionetteWire.connect(Number(await readFile(announced, 'utf8')));
  return driven(async () => WebDriver.open(await until(connect)), family);
}

// WebKitGTK draws to a screen, so it gets one that nobody sees.
async function startWebKit(profile) {
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = await once(screen.stdio[3], 'data');
  const port = await freePort();
  const family = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${display}`.trim(), XDG_DATA_HOME: profile },
  });
  const options = { 'webkitgtk:browserOptions': { binary: join(import.meta.dirname, 'webkit.py'), args: [] } };
  const connect = () => WebDriver.open(new HttpWire(`http://127.0.0.1:${port}`), options);
  return driven(() => until(connect), family, screen);
}

// In a process group of its own, so that everything it starts ends with it.
function start(program, args, options = {}) {
  return spawn(program, args, { stdio: 'ignore', detached: true, ...options });
}

async function driven(open, ...families) {
  try {
    const driver = await open();
    // No farewell, as when the power fails.
    driver.kill = async () => {
      driver.close();
      await killAll(families);
    };
    return driver;
  } catch (error) {
    await killAll(families);
    throw error;
  }
}

async function killAll(families) {
  for (const family of families) {
    if (family.exitCode === null && family.signalCode === null) {
      const exit = once(family, 'exit');
      process.kill(-family.pid, 'SIGKILL');
      await exit;
    }
  }
}

async function until(attempt) {
  const deadline = Date.now() + START_WITHIN_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
