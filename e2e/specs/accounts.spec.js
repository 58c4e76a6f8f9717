// Getting in: a temporary password, a lost one, and the second step, in English and from right to left.
import { createHmac } from 'node:crypto';
import { look } from '../support/look.js';
import { expect, login, test } from '../support/test.js';

const GOOD = 'Quiet harbour 7';

for (const lang of ['en', 'ar']) {
  test(`a temporary password is changed before anything else, in ${lang}`, async ({ page, server }) => {
    const username = `forced-${lang}`;
    await addPerson(server, username, lang);
    server.dbExecute(`UPDATE users SET must_change_password = TRUE WHERE username = '${username}'`);
    await page.goto('/login?next=/grades');
    await page.locator('[name=username]').fill(username);
    await page.locator('[name=password]').fill('Temporary 1');
    await page.locator('[name=password]').press('Enter');
    await expect(page).toHaveURL(/\/account\/password\?next=%2Fgrades$/);
    await page.goto('/my');
    await expect(page).toHaveURL(/\/account\/password/);
    await page.goBack();
    await look(page, `forced-${lang}`, lang);
    await fill(page, { current: 'Temporary 1', password: GOOD, password_again: 'Quiet harbour 8' });
    await expect(page.locator('#field-password_again-error')).toBeVisible();
    await expect(page.locator('.error-summary')).toBeFocused();
    await look(page, `forced-again-${lang}`, lang);
    await fill(page, { current: 'Temporary 1', password: GOOD, password_again: GOOD });
    await look(page, `changed-${lang}`, lang);
    await page.locator('main a.button').click();
    await expect(page).toHaveURL(/\/grades$/);
  });

  test(`a lost password is replaced by the link of a mail, in ${lang}`, async ({ page, server }) => {
    const username = `lost-${lang}`;
    await addPerson(server, username, lang);
    await page.request.post('/language', { form: { lang, next: '/' } });
    await page.goto('/login');
    await page.locator('main a[href="/lost-password"]').click();
    await fill(page, { login: `${username}@example.org` });
    await expect(page).toHaveURL(/\/lost-password\/sent$/);
    await look(page, `sent-${lang}`, lang);
    await page.goto(await linkOf(server, username));
    await look(page, `reset-${lang}`, lang);
    await fill(page, { password: GOOD, password_again: GOOD });
    await expect(page).toHaveURL(/\/login$/);
    await look(page, `reset-done-${lang}`, lang);
    await login(page, username, { password: GOOD });
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  });

  test(`a second step is turned on and asked for, in ${lang}`, async ({ page, server }) => {
    const username = `second-${lang}`;
    await addPerson(server, username, lang);
    await login(page, username, { password: 'Temporary 1' });
    await page.locator('.site-tools summary').click();
    await page.locator('.site-tools a[href="/account"]').click();
    await page.locator('main a[href="/account/second-step"]').click();
    await fill(page, { current: 'Temporary 1' });
    await expect(page.locator('.qr-code svg')).toBeVisible();
    await look(page, `enrolling-${lang}`, lang);
    const secret = await page.locator('main code').innerText();
    const used = codeOf(secret);
    await fill(page, { code: used });
    await expect(page.locator('.codes code')).toHaveCount(10);
    const [recovery] = await page.locator('.codes code').allInnerTexts();
    await look(page, `codes-${lang}`, lang);
    await page.locator('main a.button').click();
    await look(page, `second-on-${lang}`, lang);
    await page.goto('/account/sessions');
    await look(page, `sessions-${lang}`, lang);

    await page.context().clearCookies();
    await page.request.post('/language', { form: { lang, next: '/' } });
    await page.goto('/login');
    await fill(page, { username, password: 'Temporary 1' });
    await expect(page).toHaveURL(/\/login\/code/);
    await look(page, `code-${lang}`, lang);
    // The code that turned it on is used up.
    await fill(page, { code: used });
    await expect(page.locator('#field-code-error')).toBeVisible();
    await fill(page, { code: recovery });
    await expect(page).toHaveURL(/\/my$/);
  });
}

async function addPerson(server, username, lang) {
  const names = lang === 'ar' ? { given: 'محمد', family: 'الأمين' } : { given: 'Ana', family: 'Ruiz' };
  await server.addPerson({ username, password: 'Temporary 1', lang, ...names });
}

// Fills the page's form in and sends it.
async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`main [name=${name}]`).fill(value);
  }
  await Promise.all([
    page.waitForEvent('load'),
    page.locator(`main form:has([name=${Object.keys(fields)[0]}]) button.primary`).click(),
  ]);
}

async function linkOf(server, username) {
  const mails = () =>
    server.dbQuery(`SELECT body_text FROM mails WHERE recipient = '${username}@example.org' ORDER BY id DESC`);
  await expect.poll(() => mails().length).toBe(1);
  return mails()[0].body_text.match(/http\S+/)[0];
}

// RFC 6238, as the app on a phone has it.
function codeOf(secret) {
  const bits = [...secret.replaceAll(' ', '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c));
  const text = bits.map((value) => value.toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(text.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
