// From a passed course to a certificate that a stranger can check.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCourse } from '../support/course.js';
import { answerQuiz, content, launch, tick } from '../support/player.js';
import { expect, expectAccessible, login, test } from '../support/test.js';

test('a learner earns a certificate, downloads it, and a stranger verifies it', async ({ page, browser, server }) => {
  const quiz = { fixture: 'quiz-12', title: 'Check your knowledge', kind: 'quiz' };
  const { url } = await makeCourse(server, 'Certified inspector', [quiz]);
  await login(page, 'learner');
  await page.goto(url);
  const player = await launch(page, quiz.title);
  await answerQuiz(content(player), 'bcabc');
  await expect(tick(page, quiz.title)).toHaveAttribute('data-status', 'passed');
  await player.close();

  // The button appeared by itself: the page was not loaded again.
  await page.getByRole('button', { name: 'Get my certificate' }).click();
  await expect(page).toHaveURL(/\/certificates\/\d+$/);
  await expectAccessible(page);
  const address = await page.locator('.address').getAttribute('href');
  const number = address.split('/').pop();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download certificate (PDF)' }).click();
  const path = await (await downloading).path();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(text).toContain('Amina Diallo');
  expect(text).toContain('Certified inspector');
  expect(letters(text)).toContain(letters(number));

  const anonymous = await browser.newContext();
  const stranger = await anonymous.newPage();
  await stranger.goto(address);
  await expect(stranger.getByText('This certificate is valid')).toBeVisible();
  await expect(stranger.getByText('Amina Diallo')).toBeVisible();
  await expect(stranger.getByText('Certified inspector')).toBeVisible();
  await expectAccessible(stranger);
  await anonymous.close();
});

const PEOPLE = {
  en: { given: 'Siobhán', family: 'O’Connor-Núñez', course: 'Inspecting containers' },
  fr: { given: 'Élodie', family: 'Lefèvre-Œuvrard', course: 'Contrôler les conteneurs à l’arrivée' },
  ar: { given: 'محمد', family: 'الأمين O’Connor-Núñez', course: 'إدارة المخاطر الجمركية' },
};

for (const [lang, { given, family, course }] of Object.entries(PEOPLE)) {
  test(`the QR code on paper in ${lang} leads to the facts that are printed beside it`, async ({ browser, server }, info) => {
    const person = { username: `person-${randomUUID()}`, password: 'A long password 1', given, family, lang };
    await server.addPerson(person);
    const page = await browser.newPage({ baseURL: server.siteUrl });
    await login(page, person.username, { password: person.password });
    const { path, address } = await earn(page, server, course, { lang, folder: info.outputDir });
    await page.context().close();

    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', path, path]);
    const decoded = execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', `${path}.png`], { encoding: 'utf8' }).trim();
    expect(decoded).toBe(address);

    const phone = await browser.newContext({ locale: lang, viewport: { width: 390, height: 844 } });
    const stranger = await phone.newPage();
    await stranger.goto(decoded);
    await expect(stranger.locator('html')).toHaveAttribute('lang', lang);
    const facts = (await stranger.locator('.details dd').allInnerTexts()).map(plain);
    expect(facts).toContain(plain(`${given} ${family}`));
    expect(facts).toContain(plain(course));
    const printed = plain(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
    for (const fact of facts) {
      expect(printed).toContain(fact);
    }
    await phone.close();
  });
}

// Passes the quiz of a new course, and fetches the certificate by way of the course page.
async function earn(page, server, course, { lang, folder }) {
  const title = 'Quiz';
  const { url } = await makeCourse(server, course, [{ fixture: 'quiz-12', title, kind: 'quiz' }], { lang });
  await page.goto(url);
  const player = await launch(page, title);
  await answerQuiz(content(player), 'bcabc');
  await expect(tick(page, title)).toHaveAttribute('data-status', 'passed');
  await player.close();
  await page.locator('[data-certificate-ready] button').click();
  await page.goto(url);
  await page.locator('#certificate a[href^="/certificates/"]').click();
  const address = await page.locator('.address').getAttribute('href');
  const downloading = page.waitForEvent('download');
  await page.locator('a[href$="/certificate.pdf"]').click();
  const path = join(folder, 'certificate.pdf');
  await (await downloading).saveAs(path);
  return { path, address };
}

test('a number that was never issued is told from a valid one', async ({ page }) => {
  await page.goto('/certificates/verify');
  await page.locator('main').getByRole('textbox').fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('There is no such certificate')).toBeVisible();
  await expectAccessible(page);
});

// Words without what only places them on paper: joined forms, marks of direction, spaces and breaks.
function plain(text) {
  return text.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
}

function letters(text) {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
}
