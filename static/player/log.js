// The call log of a test run: what the content called and what it heard.
//
// Owns the panel at the foot of the player in preview. Bounded, so that a chatty package cannot slow itself down.

const KEPT = 500;

export function createLog({ document, text }) {
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
    head.append(row(['call', 'argument', 'answer', 'error', 'ms'].map((name) => text(`log-${name}`)), 'th'));
    table.append(head, body);
    details.append(summary, table);
    return details;
  }

  function row(cells, tag) {
    const made = document.createElement('tr');
    for (const words of cells) {
      const cell = document.createElement(tag);
      cell.textContent = words;
      made.append(cell);
    }
    return made;
  }

  /** @param call  `{ method, args, answer, error, ms }` as the adapter traces it */
  function add({ method, args, answer, error, ms }) {
    const line = row([method, (args ?? []).join(', '), String(answer ?? ''), String(error ?? ''), ms === null || ms === undefined ? '' : ms.toFixed(2)], 'td');
    if (error && String(error) !== '0') line.className = 'failed';
    body.prepend(line);
    if (body.children.length > KEPT) body.lastChild.remove();
  }

  return { add };
}
