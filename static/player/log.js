// The call log of a test run: what the content called and what it heard.
//
// Owns the panel at the foot of the player in preview. Bounded, so that a chatty package cannot slow itself down.

const KEPT = 500;
const COLUMNS = ['time', 'call', 'argument', 'answer', 'error', 'ms'];

export function createLog({ document, text, clock, now }) {
  const panel = document.getElementById('log');
  const body = document.createElement('tbody');
  panel.hidden = false;
  panel.append(frame());

  function frame() {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = text('log-title');
    const table = document.createElement('table');
    const head = document.createElement('thead');
    head.append(row(COLUMNS.map((name) => text(`log-${name}`)), 'th'));
    table.append(head, body);
    details.append(summary, table);
    return details;
  }

  function row(cells, tag) {
    const made = document.createElement('tr');
    for (const [at, words] of cells.entries()) {
      const cell = document.createElement(tag);
      cell.textContent = words;
      cell.dataset.column = COLUMNS[at];
      made.append(cell);
    }
    return made;
  }

  /** @param call  `{ method, args, answer, error, ms }` as the adapter traces it */
  function add({ method, args, answer, error, ms }) {
    const took = ms === undefined || ms === null ? '' : ms.toFixed(2);
    const words = [clock.format(now()), method, (args ?? []).join(', '), String(answer ?? ''), String(error ?? ''), took];
    const line = row(words, 'td');
    if (error && String(error) !== '0') line.className = 'failed';
    body.prepend(line);
    if (body.children.length > KEPT) body.lastChild.remove();
  }

  return { add };
}
