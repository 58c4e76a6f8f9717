// Files dropped on a drop zone go into its file field; a form marked `data-upload` is sent with a progress bar.
// The server answers with a redirect, or with JSON {"location": "/…"}; anything else is shown as the failure it is.

function setText(zone, text, failed = false) {
  const row = zone.querySelector("[data-upload-row]");
  row.hidden = false;
  row.classList.toggle("failed", failed);
  zone.querySelector("[data-upload-text]").textContent = text;
}

function showProgress(zone, sent, total) {
  const percent = total > 0 ? Math.floor((100 * sent) / total) : 0;
  zone.querySelector("progress").value = percent;
  const whole = sent >= total;
  setText(zone, whole ? zone.dataset.textChecking : zone.dataset.textSending.replace("{percent}", percent));
}

function fail(zone, form, message) {
  form.removeAttribute("aria-busy");
  setText(zone, message || zone.dataset.textFailed, true);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// XMLHttpRequest, because fetch tells nothing of how much has been sent. It is asynchronous.
function send(form, zone, submitter) {
  const request = new XMLHttpRequest();
  request.open("POST", form.action, true);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => showProgress(zone, event.loaded, event.total));
  request.addEventListener("error", () => fail(zone, form));
  request.addEventListener("abort", () => fail(zone, form));
  request.addEventListener("load", () => {
    const answer = parse(request.responseText);
    if (answer?.location) location.assign(answer.location);
    else if (request.status < 400 && request.responseURL !== form.action) location.assign(request.responseURL);
    else fail(zone, form, answer?.message);
  });
  form.setAttribute("aria-busy", "true");
  showProgress(zone, 0, 1);
  request.send(new FormData(form, submitter));
}

// The browser's own button speaks the browser's language. The label becomes the button, and says what was chosen.
function enableChoosing(zone, input) {
  zone.classList.add("scripted");
  zone.querySelector("label").classList.add("button");
  input.addEventListener("change", () => {
    const chosen = zone.querySelector("[data-file-name]");
    chosen.hidden = input.files.length === 0;
    chosen.firstElementChild.textContent = [...input.files].map((file) => file.name).join(", ");
  });
}

function enableDropping(zone) {
  const input = zone.querySelector('input[type="file"]');
  enableChoosing(zone, input);
  const over = (event, on) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    zone.classList.toggle("over", on);
  };
  zone.addEventListener("dragenter", (event) => over(event, true));
  zone.addEventListener("dragover", (event) => over(event, true));
  zone.addEventListener("dragleave", (event) => over(event, zone.contains(event.relatedTarget)));
  zone.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

for (const zone of document.querySelectorAll("[data-drop-zone]")) enableDropping(zone);

document.addEventListener("submit", (event) => {
  const form = event.target;
  const zone = form.matches("form[data-upload]") && form.querySelector("[data-drop-zone]");
  if (!zone || event.defaultPrevented) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") send(form, zone, event.submitter);
});
