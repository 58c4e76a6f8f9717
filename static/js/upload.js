// Sends a package in pieces, so that a dropped connection or a closed tab costs nothing but the piece on its way.
// The upload's id is remembered by what the file is; choosing the same file again goes on where it stopped.

const PIECE_BYTES = 8 * 1024 * 1024;
const LONGEST_WAIT_MS = 30_000;
const POLL_MS = 1000;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const nameOf = (form, file) => `clikc-upload ${form.dataset.resumable} ${file.name} ${file.size} ${file.lastModified}`;

class Stopped extends Error {}

async function ask(url, options = {}) {
  const response = await fetch(url, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const answer = await response.json().catch(() => ({}));
  return { status: response.status, answer };
}

// XMLHttpRequest, because fetch tells nothing of how much has been sent. It is asynchronous.
function put(url, piece, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url, true);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
    request.addEventListener("error", () => reject(new Error("connection")));
    request.addEventListener("load", () => {
      try {
        resolve({ status: request.status, answer: JSON.parse(request.responseText) });
      } catch {
        reject(new Error("answer"));
      }
    });
    request.send(piece);
  });
}

function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, id) {
  try {
    if (id) localStorage.setItem(key, id);
    else localStorage.removeItem(key);
  } catch {
    // Without storage an upload still works; it only cannot go on after the tab was closed.
  }
}

/** A file of no bytes is sent at once: the server says what is wrong with it. */
export function percentOf(sent, total) {
  return total > 0 ? Math.min(100, Math.floor((100 * sent) / total)) : 100;
}

export class Sending {
  constructor(form, file) {
    this.form = form;
    this.file = file;
    this.zone = form.querySelector("[data-drop-zone]");
    this.row = this.zone.querySelector("[data-upload-row]");
    this.key = nameOf(form, file);
  }

  say(text, failed = false) {
    this.row.hidden = false;
    this.row.classList.toggle("failed", failed);
    this.zone.querySelector("[data-upload-text]").textContent = text;
  }

  show(sent) {
    const percent = percentOf(sent, this.file.size);
    this.row.querySelector("progress").value = percent;
    const { textSending, textChecking } = this.zone.dataset;
    this.say(sent >= this.file.size ? textChecking : textSending.replace("{percent}", percent));
  }

  // Goes on with an upload of this file, or opens one.
  async open() {
    const known = remembered(this.key);
    if (known) {
      const { status, answer } = await ask(`/authoring/uploads/${known}`);
      if (status === 200 && answer.state === "receiving") return answer;
      if (status >= 500) throw new Error("server");
    }
    const { status, answer } = await ask(this.form.dataset.resumable, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: this.file.name, size: this.file.size }),
    });
    if (status >= 500) throw new Error("server");
    if (status !== 201) throw new Stopped(answer.message);
    remember(this.key, answer.id);
    return answer;
  }

  async sendFrom({ id, received }) {
    let offset = received;
    while (offset < this.file.size) {
      const piece = this.file.slice(offset, offset + PIECE_BYTES);
      const { status, answer } = await put(`/authoring/uploads/${id}?offset=${offset}`, piece, (sent) => this.show(offset + sent));
      if (status >= 500) throw new Error("server");
      if (status !== 200 && status !== 409) throw new Stopped(answer.message);
      if (answer.state !== "receiving") return;
      this.waits = 0;
      offset = answer.received;
    }
  }

  // Until everything has arrived, however often the connection drops.
  async send() {
    this.form.setAttribute("aria-busy", "true");
    this.show(0);
    for (this.waits = 0; ; this.waits += 1) {
      try {
        await this.sendFrom(await this.open());
        remember(this.key, null);
        location.reload();
        return;
      } catch (error) {
        if (error instanceof Stopped) {
          remember(this.key, null);
          this.form.removeAttribute("aria-busy");
          this.say(error.message || this.zone.dataset.textFailed, true);
          return;
        }
        this.say(this.form.dataset.textWaiting);
        await wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.waits));
      }
    }
  }
}

async function watchImport(box) {
  for (;;) {
    await wait(POLL_MS);
    try {
      const { status, answer } = await ask(`/authoring/uploads/${box.dataset.importing}`);
      if (status === 404 || (status === 200 && answer.state !== "importing")) break;
      if (status === 200) box.querySelector("progress").value = answer.progress;
      const text = box.querySelector(".progress-value");
      if (status === 200 && text) text.textContent = `${answer.progress} %`;
    } catch {
      // The connection is gone for now; the import is not.
    }
  }
  // Not while the next file is being sent.
  if (!document.querySelector('form[data-resumable][aria-busy="true"]')) location.reload();
}

function prepare(form) {
  const input = form.querySelector('input[type="file"]');
  form.querySelector("[data-upload-submit]").hidden = true;
  const start = () => {
    const file = input.files[0];
    if (file && form.getAttribute("aria-busy") !== "true") new Sending(form, file).send();
  };
  input.addEventListener("change", start);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start();
  });
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-resumable]").forEach(prepare);
  document.querySelectorAll("[data-importing]").forEach(watchImport);
}
