// What a visitor meets before they have an account, and how the secretariat writes it.
import { expect, expectAccessible, login, test } from '../support/test.js';
import { Module, launchButton } from '../support/module.js';

const WORDS = {
  en: {
    dir: 'ltr', heading: 'Welcome to the customs learning site', faq: 'Frequently asked questions', contact: 'Contact',
    question: 'Who may have an account?', send: 'Send', sent: 'on its way', demo: 'Take a demo course', guest: 'Guest',
    unrecorded: 'Nothing is recorded',
  },
  ar: {
    dir: 'rtl', heading: 'أهلًا بكم في موقع التدريب الجمركي', faq: 'الأسئلة الشائعة', contact: 'الاتصال بنا',
    question: 'من يحق له الحصول على حساب؟', send: 'إرسال', sent: 'في طريقها', demo: 'جرّبوا دورة تجريبية', guest: 'ضيف',
    unrecorded: 'لا يُسجَّل شيء',
  },
};

async function visitor(browser, server, lang) {
  const context = await browser.newContext({ locale: lang, baseURL: server.siteUrl });
  return context.newPage();
}

// The demo site imports its packages after it has started.
async function findDemo(page, name) {
  const link = page.getByRole('link', { name });
  await expect(async () => {
    await page.goto('/');
    await expect(link).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 30_000 });
  return link;
}

function learnerRows(server) {
  const tables = ['attempts', 'attempt_scos', 'results', 'enrolments', 'launches', 'stray_entries', 'interactions'];
  return tables.map((table) => server.dbQuery(`SELECT count(*) AS n FROM ${table}`)[0].n);
}

for (const [lang, words] of Object.entries(WORDS)) {
  test(`a visitor reads, asks and writes, in ${lang}`, async ({ browser, server }) => {
    const page = await visitor(browser, server, lang);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('dir', words.dir);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.heading);
    await expect(page.locator('.news li')).toHaveCount(3);
    await expectAccessible(page);
    await page.locator('.news a').first().click();
    await expect(page).toHaveURL(/\/news\/\d+$/);

    await page.locator('footer').getByRole('link', { name: words.faq }).click();
    const question = page.locator('details', { hasText: words.question });
    await expect(question.locator('.prose')).toBeHidden();
    await question.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(question.locator('.prose')).toBeVisible();
    await question.getByRole('link').last().click();
    await expect(question.locator('.prose')).toBeVisible();
    await expectAccessible(page);

    await page.locator('footer').getByRole('link', { name: words.contact }).click();
    await expectAccessible(page);
    const address = `rita.${lang}@customs.example`;
    await page.locator('main [name=name]').fill('Rita Rey');
    await page.locator('main [name=email]').fill(address);
    await page.locator('main [name=message]').fill('When does the workshop begin?');
    await page.locator('main').getByRole('button', { name: words.send }).click();
    await expect(page.locator('.flash')).toContainText(words.sent);
    const mails = () => server.dbQuery(`SELECT recipient, body_text FROM mails WHERE reply_to = '${address}'`);
    await expect.poll(() => mails().length, { timeout: 20_000 }).toBe(1);
    expect(mails()[0].recipient).toBe('secretariat@example.org');
    expect(mails()[0].body_text).toContain('When does the workshop begin?');
    await page.context().close();
  });

  test(`a visitor takes the demo course and leaves nothing behind, in ${lang}`, async ({ browser, ownServer: server }) => {
    const page = await visitor(browser, server, lang);
    await (await findDemo(page, words.demo)).click();
    await expect(page).toHaveURL(/\/demo\/\d+$/);
    await expectAccessible(page);
    const before = learnerRows(server);
    const button = page.locator('button[data-activity-action]').first();
    const activity = await button.getAttribute('data-activity-action');
    const opening = page.waitForEvent('popup');
    await launchButton(page, activity).click();
    const module = new Module(await opening);
    await module.ready();
    await expect(module.page.locator('html')).toHaveAttribute('dir', words.dir);
    await expect(module.page.locator('#mode')).toBeVisible();
    expect(await module.get('cmi.core.student_name')).toBe(words.guest);
    const content = module.page.frameLocator('#content iframe');
    const heard = module.page.waitForResponse((response) => response.url().endsWith('/commit'));
    await content.locator('#next').click();
    await heard;
    await expect(module.status).toHaveText(words.unrecorded);
    expect(await module.journal()).toBe(0);
    // A reload goes on where the visitor was, as long as the window lives.
    await module.page.reload();
    await module.ready();
    await expect(module.status).toHaveText(words.unrecorded);
    await expectAccessible(module.page);
    await module.page.close();
    expect(learnerRows(server)).toEqual(before);
    expect(server.dbQuery('SELECT count(*) AS n FROM guest_launches')[0].n).toBe(1);
    await page.context().close();
  });
}

test('a course that is closed to guests ends for a visitor who plays it', async ({ browser, ownServer: server }) => {
  const page = await visitor(browser, server, 'en');
  await (await findDemo(page, WORDS.en.demo)).click();
  const opening = page.waitForEvent('popup');
  await page.locator('button[data-activity-action]').first().click();
  const module = new Module(await opening);
  await module.ready();

  const desk = await visitor(browser, server, 'en');
  await login(desk, 'secretariat', { site: server.siteUrl });
  await desk.goto('/authoring/courses/1/settings');
  await desk.getByRole('button', { name: 'Close it to guests' }).click();
  await expect(desk.locator('.flash')).toContainText('closed to guests');

  await module.page.frameLocator('#content iframe').locator('#next').click();
  await expect(module.page.locator('[data-notice=closed]')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: WORDS.en.demo })).toHaveCount(0);
  await Promise.all([page, desk].map((one) => one.context().close()));
});

test('the secretariat writes the welcome in Arabic, and Arabic visitors read it', async ({ browser, ownServer: server }) => {
  const desk = await visitor(browser, server, 'en');
  await login(desk, 'secretariat', { site: server.siteUrl });
  await desk.goto('/settings');
  await desk.locator('main').getByRole('link', { name: 'Texts' }).click();
  await desk.getByRole('link', { name: 'Welcome on the front page' }).click();
  await desk.getByRole('link', { name: /العربية/ }).click();
  await expect(desk.locator('[name=title]')).toHaveAttribute('dir', 'rtl');
  await desk.locator('[name=title]').fill('مرحبًا بموظفي الجمارك');
  await desk.locator('[name=body]').fill('نص **جديد**');
  await desk.getByRole('button', { name: 'Preview' }).click();
  await expect(desk.locator('[data-preview] strong').last()).toHaveText('جديد');
  await expectAccessible(desk);
  const page = await visitor(browser, server, 'ar');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.ar.heading);
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.locator('.flash')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('مرحبًا بموظفي الجمارك');
  await expect(page.locator('.prose strong')).toHaveText('جديد');

  // A question goes up by keyboard, and away after it was asked about.
  await desk.goto('/settings/faq');
  const up = desk.getByRole('button', { name: /^Move The module does not open.* up$/ });
  await up.focus();
  await desk.keyboard.press('Enter');
  await expect(desk.locator('tbody th').first()).toContainText('The module does not open');
  await desk.locator('tbody a').first().click();
  await desk.getByRole('link', { name: 'Delete' }).click();
  const dialog = desk.getByRole('dialog');
  await expectAccessible(desk);
  await dialog.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(desk.locator('tbody tr')).toHaveCount(3);
  await Promise.all([page, desk].map((one) => one.context().close()));
});
