// Windows that are kept apart: a policy, a browser or an extension may cut every tie between the course page and a module's
// window. Content finds its API all the same, what it says is kept, and the course page learns of it from the server.
import { expect } from '../support/test.js';
import { askedAgain, expectStored, launch, launchButton, Module, seedModule, test as base } from '../support/module.js';
import { FOUND, SEARCHING } from '../support/searching.js';

const LOCATION = 'cmi.core.lesson_location';
const STRICT = { 'cross-origin-opener-policy': 'same-origin' };

const test = base.extend({
  // Every page of the site and every redirect, the launch's too, arrives with the strict policy, as a proxy might add it.
  context: async ({ context, server }, use) => {
    await context.route(`${server.siteUrl}/**`, async (route) => {
      if (!route.request().isNavigationRequest()) {
        await route.fallback();
        return;
      }
      const response = await route.fetch({ maxRedirects: 0 });
      await route.fulfill({ response, headers: { ...response.headers(), ...STRICT } });
    });
    // What is asked of the content's origin: with third-party cookies blocked none would arrive.
    const asked = [];
    context.on('request', (request) => request.url().startsWith(server.contentUrl) && asked.push(request));
    await use(context);
    const cookies = await Promise.all(asked.map((request) => request.headerValue('cookie').catch(() => null)));
    expect(cookies.filter(Boolean)).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(await context.cookies(server.contentUrl)).toEqual([]);
  },
});

test('a window that its page has lost finds the API, and the page shows its end within two seconds', async ({
  context, page, server,
}) => {
  const module = await seedModule(server, 'Lost', { files: SEARCHING });
  await page.addInitScript(() => {
    const open = window.open.bind(window);
    window.open = (...given) => (window.clikcOpened = open(...given));
  });
  const window = await launch(page, module);
  // The page's own hold on it is cut: to the page it looks closed.
  expect(await page.evaluate(() => window.clikcOpened.closed)).toBe(true);
  expect(context.pages()).toHaveLength(2);
  await expectApiFound(window);
  await askedAgain(page);
  await complete(window);
  await window.page.close();
  await expectShown(page, module);
  await expectStored(server, module.activity, { [LOCATION]: 'found', 'cmi.core.lesson_status': 'completed' });
});

test('a window opened with noopener finds the API, and the page shows its end within two seconds', async ({
  context, page, server,
}) => {
  const module = await seedModule(server, 'Untied', { files: SEARCHING });
  await page.goto(module.url);
  await letFocusWander(page);
  const opening = context.waitForEvent('page');
  // Past the page's script, which hears nothing of a submission that is not its learner's.
  await page.locator(`form[data-activity="${module.activity}"]`).evaluate((form) => {
    Object.assign(form, { rel: 'noopener', target: '_blank' });
    form.submit();
  });
  const window = new Module(await opening);
  await letFocusWander(window.page);
  await window.ready();
  await expectApiFound(window);
  await complete(window);
  await window.page.close();
  await expectShown(page, module);
  await expectStored(server, module.activity, { [LOCATION]: 'found', 'cmi.core.lesson_status': 'completed' });
});

test('in the window of its page content finds the API, and the page shows its end when it is back', async ({
  page, server,
}) => {
  const module = await seedModule(server, 'In place', { files: SEARCHING });
  // Content may open windows of its own.
  await page.addInitScript((site) => {
    if (window.origin === site) window.open = () => null;
  }, server.siteUrl);
  await page.goto(module.url);
  await launchButton(page, module.activity).click();
  await page.locator('[data-open-here]').click();
  const window = new Module(page);
  await window.ready();
  await expectApiFound(window);
  await complete(window);
  await page.goBack();
  await expectShown(page, module);
  await expectStored(server, module.activity, { [LOCATION]: 'found', 'cmi.core.lesson_status': 'completed' });
});

// Above the frames of the content, also on a page that the frame goes to, and behind a window that the content opens.
async function expectApiFound(window) {
  const frame = window.content();
  const inner = () => frame.evaluate(() => document.querySelector('iframe').contentDocument.title);
  await expect.poll(inner).toMatch(FOUND);
  const opening = window.page.context().waitForEvent('page');
  await frame.getByRole('button', { name: 'Open' }).click();
  const own = await opening;
  await expect(own).toHaveTitle(FOUND);
  await own.close();
  await frame.evaluate(() => window.location.replace('finder.html'));
  await expect.poll(() => frame.title().catch(() => '')).toMatch(FOUND);
}

function complete(window) {
  return window.set({ [LOCATION]: 'found', 'cmi.core.lesson_status': 'completed' });
}

async function expectShown(page, { activity }) {
  const tick = page.locator(`[data-activity-status="${activity}"]`).first();
  await expect(tick).toHaveAttribute('data-status', 'completed', { timeout: 2000 });
}

// Playwright pretends that every page has the focus; here it goes where a person's would.
async function letFocusWander(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}
