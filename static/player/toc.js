// The table of contents as a flat list with levels, and how the keys move in it.
//
// Pure: knows neither the document nor the server. Visible items only; what may be chosen is the server's word.

/** Items in reading order: `{ item, level, parent }`; an invisible item is absent, its children take its place. */
export function flatten(items, level = 1, parent = null) {
  return (items ?? []).flatMap((item) => {
    if (!item.visible) return flatten(item.children, level, parent);
    return [{ item, level, parent }, ...flatten(item.children, level + 1, item.id)];
  });
}

/** Where a key leads from `index`; null when the key is not ours. Mirrored for right-to-left. */
export function moved(rows, index, key, rtl) {
  const [inward, outward] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const last = rows.length - 1;
  if (key === 'ArrowDown') return Math.min(index + 1, last);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === inward) return rows[index + 1]?.parent === rows[index].item.id ? index + 1 : index;
  if (key === outward) return parentOf(rows, index);
  if ([...key].length === 1 && key !== ' ') return startingWith(rows, index, key);
  return null;
}

function parentOf(rows, index) {
  const parent = rows[index].parent;
  return parent === null ? index : rows.findIndex((row) => row.item.id === parent);
}

function startingWith(rows, index, letter) {
  const wanted = letter.toLocaleLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const at = (index + step) % rows.length;
    if (rows[at].item.title.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return null;
}
