// One learner at the course page and in the player's window, as a person uses them: buttons, contents, windows.
// Knows the player's page and the test SCO's page; nothing of cases and what they expect.
import { setTimeout as pause } from 'node:timers/promises';
import { afterTimers, look, survey } from './pages.js';

const LAUNCH_WITHIN_MS = 10_000;
const CHANGE_WITHIN_MS = 3000;
const LOOK_EVERY_MS = 15;

const NAV = { exit_all: 'exitAll', suspend_all: 'suspendAll', abandon_all: 'abandonAll' };
// A module that has been met is offered for review first.
const ASKS_FIRST = 'form:has([name=wish][value=again]) button';

export class Driver {
  #context;
  #page;
  #popup = null;
  // What the SCOs' pages said, and of it the launches nobody has asked for yet.
  #said = [];
  #launches = [];

  static async enter(browser, learner) {
    const driver = new Driver();
    driver.#context = await browser.newContext({ storageState: learner.storageState, locale: 'en' });
    driver.#context.on('console', (message) => driver.#heard(message.text()));
    driver.#page = await driver.#context.newPage();
    return driver;
  }

  #heard(line) {
    if (line.startsWith('ADLSCO ')) {
      const event = JSON.parse(line.slice('ADLSCO '.length));
      this.#said.push(event);
      if (event.event === 'load') {
        this.#launches.push(event);
      }
    }
  }

  async close() {
    await this.#context.close();
  }

  // ---- windows

  // Presses the button of the course page. Answers whether the learner was asked something first.
  async launch({ url, activity }) {
    if (this.#page.url() !== url) {
      await this.#page.goto(url);
    }
    const opening = this.#page.waitForEvent('popup', { timeout: LAUNCH_WITHIN_MS });
    await this.#page.locator(`button[data-activity-action="${activity}"]`).click();
    this.#popup = await opening;
    const question = this.#popup.locator(ASKS_FIRST);
    await this.#popup.locator('#status').or(question).first().waitFor({ timeout: LAUNCH_WITHIN_MS });
    const isAsked = (await question.count()) > 0;
    if (isAsked) {
      await question.click();
      await this.#popup.locator('#status').waitFor({ timeout: LAUNCH_WITHIN_MS });
    }
    return isAsked;
  }

  // Out of the course for good: Exit all where a session is open and offers it, then the window is closed. What the
  // learner pressed before is waited for, as they would.
  async leave() {
    if (!this.#popup || this.#popup.isClosed()) {
      return;
    }
    const { shows, launch } = await this.settle();
    if (launch) {
      this.#launches.unshift(launch);
    }
    const { controls } = await this.survey();
    if (shows !== 'ended' && controls.exitAll === 'enabled') {
      await this.press('exit_all');
      const hasEnded = async () => (await this.#popup.evaluate(look)).shows === 'ended';
      await this.#until(hasEnded, LAUNCH_WITHIN_MS, 'Exit all ended nothing');
    }
    await this.#popup.close();
  }

  // ---- launches

  // Waits until a SCO has been launched, or the player has nothing more to do: the launch as the SCO introduced itself,
  // or what the player shows instead. Two looks, as the page may be about to take the content away.
  async settle() {
    await this.#popup.evaluate(afterTimers);
    const deadline = Date.now() + LAUNCH_WITHIN_MS;
    let standing = { shows: 'nothing yet' };
    for (let idle = 0; idle < 2 && Date.now() < deadline; await pause(LOOK_EVERY_MS)) {
      if (this.#launches.length > 0) {
        return { launch: this.#launches.shift() };
      }
      standing = await this.#popup.evaluate(look);
      idle = standing.isIdle ? idle + 1 : 0;
    }
    return { ...standing, launch: this.#launches.shift() };
  }

  // A launch nobody has asked for, if one came already.
  unexpectedLaunch() {
    return this.#launches.shift() ?? null;
  }

  // ---- what the learner sees and presses

  async survey() {
    const seen = await this.#popup.evaluate(survey);
    if (!seen.isFolded) {
      return seen;
    }
    await this.#popup.locator('#toc-toggle').click();
    return this.#popup.evaluate(survey);
  }

  async press(control) {
    const button = this.#popup.locator(`[data-nav=${NAV[control] ?? control}]`);
    await button.click({ timeout: CHANGE_WITHIN_MS, noWaitAfter: true });
  }

  async choose(item) {
    const isSelectable = async () => (await this.survey()).items[item] === 'selectable';
    await this.#until(isSelectable, CHANGE_WITHIN_MS, `${item} cannot be chosen`);
    await this.#popup.locator(`#toc [data-item="${item}"]`).click({ timeout: CHANGE_WITHIN_MS, noWaitAfter: true });
  }

  // ---- what the SCO does

  // `null` when its page is gone.
  async #frame(loadId) {
    for (const frame of this.#popup.frames()) {
      const id = await frame.evaluate(() => window.adlSco?.info().loadId).catch(() => null);
      if (id === loadId) {
        return frame;
      }
    }
    return null;
  }

  async isLoaded(loadId) {
    return (await this.#frame(loadId)) !== null;
  }

  async tell(loadId, name, ...words) {
    const frame = await this.#frame(loadId);
    if (!frame) {
      throw new Error(`The SCO was taken away before it could ${name}.`);
    }
    return frame.evaluate(([method, given]) => window.adlSco[method](...given), [name, words]);
  }

  async untilSaid(loadId, event) {
    const hasSaid = () => this.said(event).some((said) => said.loadId === loadId);
    await this.#until(hasSaid, LAUNCH_WITHIN_MS, `the SCO never said ${event}`);
  }

  said(event) {
    return this.#said.filter((said) => said.event === event);
  }

  async #until(holds, within, complaint) {
    const deadline = Date.now() + within;
    while (!(await holds())) {
      if (Date.now() > deadline) {
        throw new Error(complaint);
      }
      await pause(LOOK_EVERY_MS);
    }
  }
}
