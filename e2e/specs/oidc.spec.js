// Getting in by an identity provider, in a browser that holds us to our policies: somebody new, and somebody with an account.
import { look } from '../support/look.js';
import { Provider } from '../support/provider.js';
import { Server } from '../support/server.js';
import { test as base, expect, login } from '../support/test.js';

const test = base.extend({
  provider: [
    async ({}, use) => {
      const provider = await Provider.start();
      await use(provider);
      await provider.dispose();
    },
    { scope: 'worker' },
  ],

  server: [
    async ({ provider }, use) => {
      const server = await Server.start(() => provider.settings);
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function leaveForProvider(page) {
  await page.goto('/login');
  await page.locator('main form[action^="/login/oidc/"] button').click();
  await expect(page.getByRole('heading', { name: 'Customs ID' })).toBeVisible();
  return page.getByRole('link', { name: 'It is me' });
}

async function logInByProvider(page) {
  await (await leaveForProvider(page)).click();
}

async function speak(page, lang) {
  await page.request.post('/language', { form: { lang, next: '/' } });
}

for (const lang of ['en', 'ar']) {
  test(`somebody new registers by a provider, is accepted and gets in, in ${lang}`, async ({ browser, page, provider, server }) => {
    test.slow();
    const address = `rita.${lang}@customs.example`;
    const names = lang === 'ar' ? ['ريتا', 'الأمين'] : ['Rita', 'Rey'];
    provider.knows({
      sub: `new-${lang}`, email: address, email_verified: true, given_name: names[0], family_name: names[1],
    });
    await speak(page, lang);
    await page.goto('/');
    await expect(page.locator('main form[action^="/login/oidc/"] button')).toBeVisible();
    await look(page, `oidc-front-${lang}`, lang);
    await logInByProvider(page);
    await expect(page).toHaveURL(/\/register$/);
    await expect(page.locator('[name=given_name]')).toHaveValue(names[0]);
    await expect(page.locator('[name=password]')).toHaveCount(0);
    await look(page, `oidc-register-${lang}`, lang);
    await page.locator('[name=organisation]').selectOption({ label: 'Belgium' });
    await page.locator('main form[action="/register"] [type=submit]').click();
    await expect(page).toHaveURL(/\/register\/waiting$/);
    await look(page, `oidc-waiting-${lang}`, lang);

    const desk = await (await browser.newContext({ baseURL: server.siteUrl, locale: 'en' })).newPage();
    await login(desk, 'coordinator');
    await desk.goto('/applications');
    await desk.getByRole('link', { name: names.join(' ') }).click();
    await desk.getByRole('button', { name: 'Accept' }).click();
    await expect(desk.locator('.flash')).toContainText('accepted');
    await desk.context().close();

    await logInByProvider(page);
    await expect(page).toHaveURL(/\/my$/);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await page.goto('/account/identities');
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await look(page, `oidc-only-way-${lang}`, lang);
  });

  test(`an account is connected once and entered by the provider from then on, in ${lang}`, async ({ page, provider, server }) => {
    const username = `known-${lang}`;
    const names = lang === 'ar' ? { given: 'محمد', family: 'الأمين' } : { given: 'Ana', family: 'Ruiz' };
    await server.addPerson({ username, password: 'Quiet harbour 7', lang, ...names });
    provider.knows({ sub: username, email: `${username}@example.org`, email_verified: true });
    await speak(page, lang);
    await logInByProvider(page);
    await expect(page).toHaveURL(/\/login\/connect$/);
    // The page that leads to the provider is none to come back to.
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Customs ID' })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\/login$/);
    await page.goto('/login/connect');
    await look(page, `oidc-connect-${lang}`, lang);
    await page.locator('[name=password]').fill('a guess');
    await page.locator('[name=password]').press('Enter');
    await expect(page.locator('main [role=alert]')).toBeVisible();
    await page.locator('[name=password]').fill('Quiet harbour 7');
    await page.locator('[name=password]').press('Enter');
    await expect(page).toHaveURL(/\/my$/);

    await page.context().clearCookies();
    await logInByProvider(page);
    await expect(page).toHaveURL(/\/my$/);
    await page.goto('/account');
    await page.locator('main a[href="/account/identities"]').click();
    await look(page, `oidc-connected-${lang}`, lang);
    await page.locator('tbody button').click();
    await expect(page.locator('.empty')).toBeVisible();
    await look(page, `oidc-none-${lang}`, lang);
    // And connected again, from the account.
    await page.locator('main [name=current]').fill('Quiet harbour 7');
    await page.locator('main button[name=provider]').click();
    await page.getByRole('link', { name: 'It is me' }).click();
    await expect(page).toHaveURL(/\/account\/identities$/);
    await expect(page.locator('tbody tr')).toHaveCount(1);
  });
}

test('a log-in that somebody else began is not taken up', async ({ browser, page, provider, server }) => {
  provider.knows({ sub: 'eve', email: 'eve@elsewhere.example', email_verified: true });
  const stranger = await (await browser.newContext({ baseURL: server.siteUrl })).newPage();
  const agreeing = await (await leaveForProvider(stranger)).getAttribute('href');
  const agreed = await fetch(new URL(agreeing, stranger.url()), { redirect: 'manual' });
  await stranger.context().close();
  await page.goto(agreed.headers.get('location'));
  await expect(page).toHaveURL(/\/login$/);
  await expect(page.locator('.flash')).toContainText('another browser');
});
