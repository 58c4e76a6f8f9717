// The table of contents on the screen: an ARIA tree with one tab stop.
//
// Owns the side pane and its button. What may be chosen is told by the server; the moves of the keys are in toc.js.

import { flatten, moved } from './toc.js';

/** In windows narrower than this the pane would leave the content too little; there it opens on demand. */
const ROOMY = '(min-width: 60rem)';

const DONE = ['passed', 'completed', 'browsed'];

export function createContents({ document, text, rtl, onChoose }) {
  const pane = document.getElementById('toc');
  const toggle = document.getElementById('toc-toggle');
  const tree = document.createElement('ul');
  let rows = [];
  /** Whether there is a choice of parts at all: a course of one is an entry below its own title, and needs no list. */
  let several = false;
  let focused = null;
  let openByHand = null;

  tree.setAttribute('role', 'tree');
  tree.setAttribute('aria-label', text('contents'));
  pane.setAttribute('aria-label', text('contents'));
  pane.append(tree);
  toggle.textContent = text('contents');
  toggle.addEventListener('click', () => {
    openByHand = pane.hidden;
    lay();
  });
  tree.addEventListener('keydown', pressed);
  tree.addEventListener('click', (event) => {
    const at = indexOf(event.target.closest('[role=treeitem]'));
    if (at >= 0) choose(at);
  });

  function show(items) {
    rows = flatten(items);
    several = launchables(items).length > 1;
    const hadFocus = tree.contains(document.activeElement);
    if (!rows.some((row) => row.item.id === focused)) focused = (rows.find((row) => row.item.current) ?? rows[0])?.item.id;
    tree.replaceChildren(...rows.map(drawn));
    if (hadFocus) focusOn(rows.findIndex((row) => row.item.id === focused));
    lay();
  }

  function lay() {
    const isOpen = several && (openByHand ?? document.defaultView.matchMedia(ROOMY).matches);
    toggle.hidden = !several;
    pane.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  }

  function drawn({ item, level }, index) {
    const row = document.createElement('li');
    row.setAttribute('role', 'treeitem');
    row.setAttribute('aria-level', String(level));
    row.setAttribute('aria-labelledby', `toc-title-${index}`);
    row.setAttribute('aria-describedby', `toc-status-${index}`);
    row.setAttribute('aria-disabled', String(!item.enabled));
    if (item.current) row.setAttribute('aria-current', 'true');
    row.tabIndex = item.id === focused ? 0 : -1;
    row.dataset.item = item.id;
    row.dataset.state = item.enabled ? 'selectable' : 'visible';
    row.dataset.level = String(Math.min(level, 6));
    row.dataset.status = item.status;
    // The style draws the status: as text of the row it would belong to a name that it is not part of.
    const status = span(`toc-status-${index}`, text(`status-${item.status.replaceAll('_', '-')}`));
    status.hidden = true;
    row.dataset.statusText = status.textContent;
    row.append(span(`toc-title-${index}`, item.title, 'auto'), status);
    return row;
  }

  function span(id, words, dir) {
    const made = document.createElement('span');
    made.id = id;
    made.textContent = words;
    if (dir) made.dir = dir;
    return made;
  }

  function pressed(event) {
    const at = indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(at);
    else {
      const to = moved(rows, at, event.key, rtl);
      if (to === null) return;
      focusOn(to);
    }
    event.preventDefault();
  }

  function indexOf(element) {
    return [...tree.children].indexOf(element);
  }

  function focusOn(index) {
    focused = rows[index]?.item.id;
    [...tree.children].forEach((row, at) => (row.tabIndex = at === index ? 0 : -1));
    tree.children[index]?.focus();
  }

  function choose(index) {
    const { item } = rows[index];
    focused = item.id;
    if (item.enabled) onChoose(item.id);
  }

  function launchables(items) {
    return (items ?? []).flatMap((item) => [...(item.launchable ? [item] : []), ...launchables(item.children)]);
  }

  return {
    show,
    get several() {
      return several;
    },
    /** The first part that can be opened and is not done; else the first that can be opened. */
    get next() {
      const open = rows.map(({ item }) => item).filter((item) => item.enabled && item.launchable);
      return open.find((item) => !DONE.includes(item.status)) ?? open[0] ?? null;
    },
    open() {
      openByHand = true;
      lay();
    },
  };
}
