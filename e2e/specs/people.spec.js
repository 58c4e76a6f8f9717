// Joining, being invited, consenting, leaving: what people and coordinators do together, in the browser.
import { expect, expectAccessible, login, test } from '../support/test.js';
import { expectStored, launch, seedModule } from '../support/module.js';

const PASSWORD = 'Quiet harbour 7';
const WORDS = {
  en: { accepted: 'welcome', dir: 'ltr' },
  ar: { accepted: 'أهلًا', dir: 'rtl' },
};

// The newest mail to an address, as the demo site shows it.
async function mailTo(server, address) {
  const found = () => server.dbQuery(
    `SELECT subject, body_text FROM mails WHERE recipient = '${address}' ORDER BY id DESC LIMIT 1`,
  )[0];
  await expect.poll(() => Boolean(found()), { timeout: 20_000 }).toBe(true);
  return found();
}

async function mailAfter(server, address, before) {
  await expect.poll(async () => (await mailTo(server, address)).subject, { timeout: 20_000 }).not.toBe(before.subject);
  return mailTo(server, address);
}

function linkOf({ body_text: text }) {
  return text.match(/http\S+/)[0];
}

async function visitor(browser, lang) {
  const context = await browser.newContext({ locale: lang });
  return context.newPage();
}

async function logIn(page, server, name, password) {
  await page.goto(`${server.siteUrl}/login`);
  await page.locator('[name=username]').fill(name);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await expect(page).not.toHaveURL(/\/login/);
}

for (const [lang, words] of Object.entries(WORDS)) {
  test(`somebody registers and is accepted from the mail, in ${lang}`, async ({ browser, server }) => {
    const address = `rita.${lang}@customs.example`;
    const page = await visitor(browser, lang);
    await page.goto(`${server.siteUrl}/register`);
    await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
    await expectAccessible(page);
    await page.locator('[name=organisation]').selectOption({ label: 'Belgium' });
    await page.locator('[name=given_name]').fill('Rita');
    await page.locator('[name=family_name]').fill(`Rey ${lang}`);
    await page.locator('[name=email]').fill(address);
    await page.locator('[name=password]').fill(PASSWORD);
    await page.locator('main form [type=submit]').click();
    await expect(page).toHaveURL(/\/register\/sent$/);

    const confirm = await mailTo(server, address);
    await page.goto(linkOf(confirm));
    await page.locator('main form button').click();
    await expect(page.locator('.notice')).toBeVisible();

    const desk = await visitor(browser, 'en');
    await logIn(desk, server, 'coordinator', 'Coordinator1');
    const task = desk.locator('.todo li', { hasText: `Rita Rey ${lang}` });
    await task.getByRole('link', { name: /More about/ }).click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toContainText(address);
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await expect(desk.locator('.flash')).toContainText('accepted');
    await desk.goto(`${server.siteUrl}/my`);
    await expect(desk.locator('.todo li', { hasText: `Rita Rey ${lang}` })).toHaveCount(0);

    const welcome = await mailAfter(server, address, confirm);
    expect(welcome.subject).toContain(words.accepted);
    await logIn(page, server, address, PASSWORD);
    await expect(page).toHaveURL(/\/my$/);
    await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
    await expect(page.locator('.todo li')).toHaveCount(1);
    await Promise.all([page, desk].map((one) => one.context().close()));
  });

  test(`somebody invited chooses a password, then consents, in ${lang}`, async ({ browser, ownServer: server }) => {
    const address = `lea.${lang}@customs.example`;
    const office = await visitor(browser, 'en');
    await logIn(office, server, 'secretariat', 'Secretariat1');
    await office.goto(`${server.siteUrl}/policies`);
    await office.locator('[name=name]').fill('Privacy');
    await office.locator('main form button').click();
    await office.locator('[name=title]').fill('Privacy');
    await office.locator('[name=body]').fill('We keep **little**.');
    await office.locator('[name=statement]').fill('I agree.');
    await office.getByRole('button', { name: 'Save' }).click();
    await office.getByRole('button', { name: 'Put it in force' }).click();
    await office.getByRole('button', { name: 'Yes' }).click();
    await office.goto(`${server.siteUrl}/team/invite`);
    await office.locator('[name=given_name]').fill('Léa');
    await office.locator('[name=family_name]').fill('Maes');
    await office.locator('[name=email]').fill(address);
    await office.locator('[name=organisation]').selectOption({ label: 'Belgium' });
    await office.locator('select[name=lang]').selectOption(lang);
    await office.getByRole('button', { name: 'Invite', exact: true }).click();

    const mail = await mailTo(server, address);
    const password = mail.body_text.match(/[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/)[0];
    const page = await visitor(browser, lang);
    await logIn(page, server, address, password);
    await expect(page).toHaveURL(/\/account\/password/);
    await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
    await expectAccessible(page);
    const [current, first, again] = await page.locator('main input[type=password]').all();
    await current.fill(password);
    await first.fill(PASSWORD);
    await again.fill(PASSWORD);
    await page.locator('main form [type=submit]').click();
    await page.goto(`${server.siteUrl}/my`);
    await expect(page).toHaveURL(/\/policies\/consent/);
    await expectAccessible(page);
    await page.locator('[name=answer][value=no]').click();
    await expect(page.locator('.notice')).toBeVisible();
    await page.locator('[name=answer][value=yes]').click();
    await expect(page).toHaveURL(/\/my$/);
    await Promise.all([page, office].map((one) => one.context().close()));
  });
}

// Somebody at their desk, who reads the site in a language.
async function atDesk(browser, server, [name, password], lang) {
  const desk = await visitor(browser, lang);
  await logIn(desk, server, name, password);
  await readIn(desk, lang);
  return desk;
}

async function readIn(desk, lang) {
  await desk.evaluate((code) => fetch('/language', { method: 'POST', body: new URLSearchParams({ lang: code, next: '/my' }) }), lang);
}

const COORDINATOR = ['coordinator', 'Coordinator1'];
const SECRETARIAT = ['secretariat', 'Secretariat1'];

for (const [lang, words] of Object.entries(WORDS)) {
  test(`of two who decide at once one wins, and the other reads by whom, in ${lang}`, async ({ browser, ownServer: server }) => {
    const desks = await Promise.all([COORDINATOR, SECRETARIAT].map((who) => atDesk(browser, server, who, lang)));
    await desks[0].goto(`${server.siteUrl}/applications`);
    const place = await desks[0].locator('main a[href^="/applications/"]').first().getAttribute('href');
    for (const desk of desks) {
      await desk.goto(server.siteUrl + place);
      await expect(desk.locator('html')).toHaveAttribute('dir', words.dir);
    }
    await Promise.all(desks.map((desk) => desk.locator('main button[name=action][value=accept]').click()));
    const [decided] = server.dbQuery(
      `SELECT d.username, d.given_name || ' ' || d.family_name AS name FROM requests r JOIN users d ON d.id = r.decided_by
       WHERE r.id = ${place.split('/').pop()} AND r.state = 'accepted'`,
    );
    const loser = desks[decided.username === COORDINATOR[0] ? 1 : 0];
    await expect(loser.locator('main')).toContainText(decided.name);
    await Promise.all(desks.map((desk) => desk.context().close()));
  });

  test(`a module that is open saves nothing while its learner is suspended, and loses nothing, in ${lang}`, async ({ browser, page, server }) => {
    const module = await seedModule(server, `Played while suspended, ${lang}`);
    await login(page, 'learner');
    await page.goto(module.url);
    const player = await launch(page, module);
    await player.initialize();
    await player.set({ 'cmi.core.lesson_location': 'page-3' });
    await player.expectState('saved');

    const desk = await atDesk(browser, server, SECRETARIAT, lang);
    await desk.goto(`${server.siteUrl}/team?q=Amina`);
    const row = desk.getByRole('row', { name: /Amina Diallo/ });
    const eye = row.locator('button[form^="person-"]');
    const open = await eye.getAttribute('title');
    await eye.click();
    await expect(desk.locator('.notice')).toContainText('Amina Diallo');
    await expect(eye).not.toHaveAttribute('title', open);

    await player.set({ 'cmi.core.lesson_location': 'page-4' });
    await expect(player.page.locator('#status')).not.toHaveText(/^Saved/, { timeout: 20_000 });
    await page.goto('/my');
    await expect(page).toHaveURL(/\/login/);

    await desk.locator('.notice form button').click();
    await expect(eye).toHaveAttribute('title', open);
    // What the window could not send while its learner was suspended waited in it, and is delivered now.
    await player.expectState('saved', { timeout: 30_000 });
    await expectStored(server, module.activity, { 'cmi.core.lesson_location': 'page-4' });
    // The others on this site expect to find it as it was.
    await readIn(desk, 'en');
    await desk.context().close();
  });

  test(`a deleted account is gone from every list, in ${lang}`, async ({ browser, ownServer: server }) => {
    const desk = await atDesk(browser, server, COORDINATOR, lang);
    await desk.goto(`${server.siteUrl}/team`);
    await expect(desk.locator('html')).toHaveAttribute('dir', words.dir);
    await desk.getByRole('row', { name: /Amina Diallo/ }).locator('a[href$="/delete"]').click();
    await expectAccessible(desk);
    await desk.locator('main form[method=post] button').click();
    await expect(desk.locator('.flash')).toBeVisible();
    await expect(desk.getByRole('row', { name: /Amina/ })).toHaveCount(0);
    await desk.context().close();
  });
}
