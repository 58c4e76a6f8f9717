// What is read from the player's window, in functions that run in it. They see nothing of this module.

// Where the player stands: `shows` is `content`, the id of the screen in its place (`ended`, `choose`, `takeover`,
// `closed`), or nothing yet while something is on its way.
export function look() {
  const stage = document.getElementById('content');
  const status = document.getElementById('status')?.dataset.state;
  const frame = stage?.querySelector('iframe');
  const page = frame?.contentDocument;
  const isLoaded = page?.readyState === 'complete' && page.URL !== 'about:blank';
  const screen = document.querySelector('#ended, #choose, #takeover, #closed');
  const hasSent = ['ready', 'saved', 'readonly', 'closed'].includes(status);
  const isCalm = hasSent && stage?.getAttribute('aria-busy') !== 'true';
  return {
    isIdle: isCalm && Boolean(screen || isLoaded),
    shows: screen?.id ?? (isLoaded ? 'content' : 'nothing yet'),
    says: (screen ?? document.getElementById('notices'))?.innerText.replaceAll(/\s+/g, ' ') ?? '',
  };
}

// What the learner may press: each control is enabled or disabled, each entry of the contents selectable or visible.
// What is not shown is absent here too. `isFolded` tells that the contents would have to be opened first.
export function survey() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const stateOf = (button) => (button.disabled || button.ariaDisabled === 'true' ? 'disabled' : 'enabled');
  return {
    controls: Object.fromEntries(shown('[data-nav]').map((button) => [button.dataset.nav, stateOf(button)])),
    items: Object.fromEntries(shown('#toc [data-item]').map(({ dataset }) => [dataset.item, dataset.state])),
    isFolded: shown('#toc-toggle[aria-expanded=false]').length > 0,
  };
}

// Returns once the timers that the page set before have run.
export function afterTimers() {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
