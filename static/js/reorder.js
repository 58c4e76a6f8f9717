// Reorders <form data-reorder> lists: by dragging a row's grip, by its buttons, by the arrow keys on the grip.
// The new order goes to `data-reorder-url` as repeated `order` fields, the same fields the plain form sends.

const rows = (form) => [...form.querySelectorAll("[data-reorder-item]")];

function say(form, text) {
  form.querySelector("[data-reorder-status]").textContent = text;
}

function announce(form, row) {
  const place = rows(form).indexOf(row) + 1;
  const text = form.dataset.textMoved
    .replace("{name}", row.querySelector("[data-reorder-name]").textContent)
    .replace("{position}", place)
    .replace("{total}", rows(form).length);
  say(form, text);
}

function showLimits(form) {
  const all = rows(form);
  all.forEach((row, index) => {
    for (const button of row.querySelectorAll('button[name="move"]')) {
      const up = button.value.endsWith(":up");
      button.setAttribute("aria-disabled", String(up ? index === 0 : index === all.length - 1));
    }
  });
}

async function save(form) {
  const order = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.reorderUrl, {
      method: "POST",
      body: order,
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return true;
  } catch {
    say(form, form.dataset.textFailed);
    return false;
  }
}

// Saves run one after the other, so that the last order shown is the last one stored.
function enqueueSave(form, undo) {
  form.saving = (form.saving ?? Promise.resolve()).then(async () => {
    if (await save(form)) return;
    undo();
    showLimits(form);
  });
}

function place(form, row, before) {
  const old = row.nextElementSibling;
  const list = row.parentElement;
  if (before === row || before === old) return;
  list.insertBefore(row, before);
  showLimits(form);
  announce(form, row);
  enqueueSave(form, () => list.insertBefore(row, old));
}

function step(form, row, by) {
  if (by < 0 && row.previousElementSibling) place(form, row, row.previousElementSibling);
  if (by > 0 && row.nextElementSibling) place(form, row, row.nextElementSibling.nextElementSibling);
}

function enableDragging(form) {
  const list = form.querySelector(".sortable");
  let dragged = null;
  let before = null;
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-reorder-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    dragged = grip.closest("[data-reorder-item]");
    before = dragged.nextElementSibling;
    dragged.classList.add("dragging");
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const middle = (row) => row.getBoundingClientRect().top + row.offsetHeight / 2;
    before = rows(form).find((row) => row !== dragged && event.clientY < middle(row)) ?? null;
    for (const row of rows(form)) row.classList.toggle("drop-before", row === before);
  });
  const finish = (event) => {
    if (!dragged) return;
    dragged.classList.remove("dragging");
    for (const row of rows(form)) row.classList.remove("drop-before");
    if (event.type === "pointerup") place(form, dragged, before);
    dragged = null;
  };
  list.addEventListener("pointerup", finish);
  list.addEventListener("pointercancel", finish);
}

function enable(form) {
  for (const grip of form.querySelectorAll("[data-reorder-grip]")) {
    const name = grip.closest("[data-reorder-item]").querySelector("[data-reorder-name]").textContent;
    grip.tabIndex = 0;
    grip.setAttribute("role", "button");
    grip.setAttribute("aria-label", `${grip.title}: ${name}`);
  }
  form.addEventListener("keydown", (event) => {
    const grip = event.target.closest("[data-reorder-grip]");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!grip || !by) return;
    event.preventDefault();
    step(form, grip.closest("[data-reorder-item]"), by);
    grip.focus();
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name !== "move") return;
    event.preventDefault();
    event.stopPropagation();
    step(form, button.closest("[data-reorder-item]"), button.value.endsWith(":up") ? -1 : 1);
    button.focus();
  });
  enableDragging(form);
  showLimits(form);
}

for (const form of document.querySelectorAll("form[data-reorder]")) enable(form);
