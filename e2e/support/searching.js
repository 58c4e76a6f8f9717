// Content that searches for its API as content does: above its frames, and behind the windows it opens itself. The titles
// of its frame and of its window say what came of it: "found", and how many letters the learner's id has.
const FINDER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looking</title><script>
  const among = (from) => {
    for (let win = from; win; win = win.parent === win ? null : win.parent) if (win.API) return win.API;
    return null;
  };
  const api = among(window) || among(window.top.opener);
  document.title = api ? 'found ' + api.LMSGetValue('cmi.core.student_id').length : 'nothing';
</script>`;

export const SEARCHING = {
  'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Outer</title>
    <button onclick="window.open('finder.html')">Open</button><script>parent.API.LMSInitialize('')</script>
    <iframe src="finder.html" title="Inner"></iframe>`,
  'finder.html': FINDER,
};

export const FOUND = /^found [1-9]/;
