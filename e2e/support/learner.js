// A learner in any engine: the course page in one window, a module in another. What Playwright's own pages do for
// Chromium (support/module.js), over the few commands that every browser understands.
import { expect } from './test.js';

export class Learner {
  constructor(browser, home) {
    this.browser = browser;
    this.home = home;
  }

  static async login(browser, server) {
    const learner = new Learner(browser, await browser.window());
    await browser.goto(`${server.siteUrl}/login`);
    await browser.type('[name=username]', 'learner');
    await browser.type('[name=password]', 'Learner1');
    await browser.click('main form button');
    await learner.until(() => window.location.pathname === '/my');
    return learner;
  }

  // Waits until a function of the chosen window's page gives true, or a text that matches.
  async until(work, { gives = true, timeout = 15_000 } = {}) {
    // Between two pages there is none to ask.
    const answer = expect.poll(() => this.browser.evaluate(work).catch(() => ''), { timeout, intervals: [50] });
    await (gives === true ? answer.toBe(true) : answer.toMatch(gives));
  }

  // Does what opens a window, and goes to it.
  async follow(deed) {
    const before = await this.browser.windows();
    await deed();
    const opened = async () => (await this.browser.windows()).find((handle) => !before.includes(handle)) ?? '';
    await expect.poll(opened, { intervals: [50] }).not.toBe('');
    await this.browser.switchTo(await opened());
  }

  // Clicks the button of the course page, which from then on notes when it shows what.
  async openWindow({ url, activity }) {
    await this.browser.goto(url);
    await this.browser.evaluate((id) => {
      const place = document.querySelector(`[data-activity-status="${id}"]`);
      window.clikcShownAt = {};
      const note = () => {
        window.clikcShownAt[place.dataset.status] ??= Date.now();
      };
      new MutationObserver(note).observe(place, { attributeFilter: ['data-status'] });
    }, activity);
    await this.follow(() => this.browser.click(`button[data-activity-action="${activity}"]`));
  }

  // The same, and waits for the content, which is of the player's own origin.
  async launch(module) {
    await this.openWindow(module);
    await this.until(() => {
      const frame = document.querySelector('#content iframe');
      return frame?.src.includes('/c/') && frame.contentDocument.readyState === 'complete'
        && frame.contentWindow.location.pathname.includes('/c/');
    });
  }

  // Calls the run-time as content of SCORM 1.2 does.
  call(name, ...args) {
    return this.browser.evaluate((method, words) => String(window.API[method](...words)), name, args);
  }

  async initialize() {
    expect(await this.call('LMSInitialize', '')).toBe('true');
  }

  // All in one turn of the browser, and no commit.
  async set(values) {
    const answers = await this.browser.evaluate(
      (pairs) => pairs.map(([element, value]) => String(window.API.LMSSetValue(element, value))),
      Object.entries(values),
    );
    expect(answers.filter((answer) => answer !== 'true')).toEqual([]);
  }

  // When the course page came to show it, by the clock of the machine: however busy that is, looking costs the page nothing.
  async shownAt(status) {
    const at = () => this.browser.evaluate((wanted) => window.clikcShownAt[wanted] ?? 0, status);
    await expect.poll(at, { intervals: [50] }).toBeGreaterThan(0);
    return at();
  }

  // What the course page shows, without being loaded again.
  async expectStatus({ activity }, status) {
    await expect
      .poll(() => this.browser.evaluate(
        (id) => document.querySelector(`[data-activity-status="${id}"]`).dataset.status, activity,
      ), { intervals: [50] })
      .toBe(status);
  }

  // Goes back to the course page and leaves no other window.
  async goHome() {
    for (const handle of await this.browser.windows()) {
      if (handle !== this.home) {
        await this.browser.switchTo(handle);
        await this.browser.closeWindow();
      }
    }
    await this.browser.switchTo(this.home);
  }

  // Closes the module's window and goes back to the course page.
  async closeModule() {
    await this.browser.closeWindow();
    await this.browser.switchTo(this.home);
  }
}
