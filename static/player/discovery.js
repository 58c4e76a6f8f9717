// Puts the API object where content looks for it: on the player's window, before the content is loaded.
//
// Content searches its parents, then its opener's parents; both searches end here, because the player hosts the frame
// and anything the content opens itself has the frame as its opener. Owns the life of adapters: a fresh one for each
// delivery, and the former one answers as terminated for ever.

const NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' };

/** @param win  the player's window (any object in tests) */
export function createApiHost({ win, createAdapter }) {
  let retireCurrent = () => {};

  function install({ emit, ...options }) {
    retire();
    let retired = false;
    let closing = false;
    const adapter = createAdapter({ ...options, emit: (...entry) => (retired ? closing : emit(...entry)) });
    retireCurrent = () => {
      retired = true;
      // The adapter's own Terminate is the one way to the terminated state; nothing of it is recorded.
      closing = true;
      if (adapter.state === 'running') (adapter.api.Terminate ?? adapter.api.LMSFinish).call(adapter.api, '');
      closing = false;
    };
    for (const name of Object.values(NAMES)) delete win[name];
    win[NAMES[options.standard]] = adapter.api;
    return adapter;
  }

  function retire() {
    retireCurrent();
    retireCurrent = () => {};
  }

  return { install, retire };
}
