// Debian's Chromium, never one of Playwright's own; everything a run leaves lies below build/.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const build = process.env.CLIKC_TEST_BUILD_DIR ?? join(import.meta.dirname, '..', 'build');

export default defineConfig({
  testDir: 'specs',
  outputDir: join(build, 'e2e'),
  reporter: [['list']],
  fullyParallel: true,
  workers: 2,
  // A test that passes only at the second try has found a fault: on a developer's machine it fails. A shared machine may
  // stall for seconds; there it is tried again and listed as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1024, height: 768 },
    locale: 'en',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CLIKC_TEST_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
