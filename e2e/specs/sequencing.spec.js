// A SCORM 2004 course of several activities, led by its sequencing: what opens by itself, what waits, and where a learner
// goes on after leaving in one way or another.
import { expect } from '../support/test.js';
import { launch, QUIET, seedModule, test } from '../support/module.js';

const LOCATION = 'cmi.location';

const seed = (server, title) =>
  seedModule(server, title, { fixture: 'led-2004', files: { 'index.html': QUIET } });

const part = (window, name) => window.page.getByRole('treeitem', { name, exact: true });
const control = (window, name) => window.page.getByRole('button', { name, exact: true });

async function press(window, name) {
  await control(window, name).click();
  await window.ready();
}

test('a part that depends on another opens once that is passed, and the course completes at the end', async ({ page, server }) => {
  const module = await seed(server, 'Led to the end');
  const window = await launch(page, module);
  await expect(part(window, 'First part')).toHaveAttribute('aria-current', 'true');
  await expect(part(window, 'Second part')).toHaveAttribute('aria-disabled', 'true');
  await expect(control(window, 'Previous')).toBeDisabled();
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed' });
  await window.call('Terminate', '');

  await press(window, 'Continue');
  await expect(part(window, 'Second part')).toHaveAttribute('aria-current', 'true');
  await expect(part(window, 'First part')).toHaveAttribute('data-status', 'passed');
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed', 'adl.nav.request': 'continue' });
  await window.call('Terminate', '');

  await expect(part(window, 'Third part')).toHaveAttribute('aria-current', 'true');
  await window.ready();
  await expect(control(window, 'Suspend all')).toBeHidden();
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed' });
  await control(window, 'Exit all').click();
  await expect(window.page.locator('#ended')).toBeVisible();
  const tick = page.locator(`[data-activity-status="${module.activity}"]`).first();
  await expect(tick).toHaveAttribute('data-status', 'passed');
});

test('what was suspended goes on where it was, without a question', async ({ page, server }) => {
  const module = await seed(server, 'Led and suspended');
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed' });
  await press(window, 'Continue');
  await window.initialize();
  await window.set({ [LOCATION]: 'half way' });
  await control(window, 'Suspend all').click();
  await expect(window.page.locator('#ended')).toBeVisible();
  await window.page.close();

  const again = await launch(page, module);
  await expect(part(again, 'Second part')).toHaveAttribute('aria-current', 'true');
  await again.initialize();
  expect(await again.get('cmi.entry')).toBe('resume');
  expect(await again.get(LOCATION)).toBe('half way');
});

test('a course that was exited starts anew, and knows what it knew', async ({ page, server }) => {
  const module = await seed(server, 'Led and left');
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed', [LOCATION]: 'somewhere' });
  await control(window, 'Exit all').click();
  await expect(window.page.locator('#ended')).toBeVisible();
  await window.page.close();

  const again = await launch(page, module);
  await expect(part(again, 'First part')).toHaveAttribute('aria-current', 'true');
  await expect(part(again, 'Second part')).toHaveAttribute('aria-disabled', 'false');
});

test('a window that is closed in the middle of a part is no end: the part goes on', async ({ page, server }) => {
  const module = await seed(server, 'Led and lost');
  const window = await launch(page, module);
  await window.initialize();
  await window.set({ 'cmi.success_status': 'passed' });
  await press(window, 'Continue');
  await window.initialize();
  await window.set({ [LOCATION]: 'in the middle' });
  await window.expectState('saved');
  await window.page.close();

  const again = await launch(page, module);
  await expect(part(again, 'Second part')).toHaveAttribute('aria-current', 'true');
  await again.initialize();
  expect(await again.get(LOCATION)).toBe('in the middle');
});
