// A person without a mouse: goes from control to control and insists on seeing where the focus is.
import { expect } from './test.js';

// No page has so many controls that this many presses of Tab would not pass them all.
const LONGEST_WAY = 200;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  press(...args) {
    return this.page.keyboard.press(...args);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  // Goes on with Tab (or back with Shift+Tab) until the control has the focus.
  async reach(target, { key = 'Tab' } = {}) {
    const seen = [];
    for (let step = 0; step < LONGEST_WAY; step += 1) {
      if (await target.evaluate(hasFocus, undefined, { timeout: 10_000 })) {
        return;
      }
      await this.press(key);
      seen.push(await this.look());
    }
    throw new Error(`${key} does not lead to ${target}; it leads to ${[...new Set(seen)].join(', ')}`);
  }

  async activate(target, key = 'Enter') {
    await this.reach(target);
    await this.press(key);
  }

  // Replaces what a field holds.
  async fill(target, text) {
    await this.reach(target);
    await this.press('ControlOrMeta+a');
    await this.type(text);
  }

  // The name of what has the focus; it must be seen that it has. Nothing where the page's end was passed.
  async look() {
    const { name, problem } = await this.page.evaluate(describeFocus);
    expect(problem, `${name} on ${this.page.url()}`).toBe('');
    return name;
  }

  // Walks once through the whole page, from where the focus is and over the page's end: each control is met, and none
  // keeps the focus.
  async walk() {
    await this.page.evaluate(() => {
      window.clikcWalked = new Set();
      window.clikcHere = null;
    });
    const names = [];
    for (let step = 0; step < LONGEST_WAY; step += 1) {
      await this.press('Tab');
      const isKnown = await this.page.evaluate(() => {
        const here = document.activeElement;
        // A field for a date has several stops of its own.
        const known = here !== window.clikcHere && window.clikcWalked.has(here);
        window.clikcHere = here;
        if (here !== document.body) window.clikcWalked.add(here);
        return known;
      });
      if (isKnown) {
        expect(await this.page.evaluate(findUnmet), `never met on ${this.page.url()}`).toEqual([]);
        return;
      }
      names.push(await this.look());
    }
    throw new Error(`Tab does not come to an end: ${names.slice(-5).join(', ')}`);
  }
}

// Runs in the page.
function hasFocus(element) {
  return element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus();
}

// Runs in the page. A focus ring may stand around the control, around its label where that is what is seen of it, or
// around the tile that follows it.
function describeFocus() {
  let element = document.activeElement;
  while (element instanceof HTMLIFrameElement && element.contentDocument?.activeElement) {
    element = element.contentDocument.activeElement;
  }
  const view = element.ownerDocument.defaultView;
  const words = element.getAttribute('aria-label') || element.innerText || element.name || element.id || '';
  const name = `${element.tagName.toLowerCase()} “${words.trim().slice(0, 40)}”`;
  // A page's own body has no ring, and a heading that is only read from here needs none.
  if (element === element.ownerDocument.body || element.tabIndex < 0) return { name, problem: '' };
  const hasRing = (candidate) => {
    const { outlineStyle, outlineWidth, boxShadow } = view.getComputedStyle(candidate);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (candidate === element && boxShadow !== 'none');
  };
  const isSeen = (candidate) => {
    const { top, bottom, left, right, width, height } = candidate.getBoundingClientRect();
    return width > 4 && height > 4 && bottom > 0 && right > 0 && top < view.innerHeight && left < view.innerWidth;
  };
  const candidates = [element, ...(element.labels ?? [])];
  for (let above = element.parentElement; above; above = above.parentElement) candidates.push(above);
  const rings = candidates.filter(hasRing);
  if (rings.length === 0) return { name, problem: 'has no visible focus' };
  return { name, problem: rings.some(isSeen) ? '' : 'is out of sight' };
}

// Runs in the page after a walk: what could take the focus and never had it. One of a group of radios stands for all.
function findUnmet() {
  const groups = new Set([...window.clikcWalked].filter((element) => element?.type === 'radio').map(({ name }) => name));
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && element.type !== 'hidden')
    .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .filter((element) => !window.clikcWalked.has(element) && !(element.type === 'radio' && groups.has(element.name)))
    .map((element) => element.outerHTML.slice(0, 80));
}
