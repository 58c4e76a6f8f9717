// The messages that stand in place of the content: loading, takeover, choosing a part, the end.
//
// Owns their wording and focus. Each says what happened and offers what to do next.

export function createScreens({ document, text, boot, stage, clock, canClose }) {
  function show(id, heading, ...parts) {
    const section = document.createElement('section');
    section.id = id;
    section.className = 'screen';
    const title = document.createElement('h2');
    title.tabIndex = -1;
    title.textContent = heading;
    section.append(title, ...parts.filter(Boolean));
    stage.replaceChildren(section);
    title.focus();
    return section;
  }

  function paragraph(words, className = '') {
    const made = document.createElement('p');
    made.textContent = words;
    made.className = className;
    return made;
  }

  function actions(...buttons) {
    const made = document.createElement('div');
    made.className = 'actions';
    made.append(...buttons);
    return made;
  }

  function button(label, run, className = '') {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.className = className;
    made.addEventListener('click', run);
    return made;
  }

  /**
   * A window that a script opened closes; the one window of a phone leads back. One that refuses to close says so, and
   * leads back as well.
   */
  function closeButton() {
    if (!canClose) return backLink();
    const made = button(text('close'), () => {
      document.defaultView.close();
      if (document.defaultView.closed) return;
      const back = backLink();
      made.replaceWith(paragraph(text('close-by-hand')), back);
      back.focus();
    });
    made.id = 'close';
    return made;
  }

  function backLink() {
    const back = document.createElement('a');
    back.href = boot.returnUrl ?? boot.siteOrigin;
    back.textContent = text('back');
    back.className = 'button';
    return back;
  }

  function loading() {
    stage.replaceChildren(paragraph(text('loading'), 'screen'));
  }

  function takeover(lastSeen, onContinue) {
    const time = Number.isFinite(lastSeen) ? clock.format(lastSeen) : '';
    show(
      'takeover',
      text('takeover-title'),
      paragraph(text('takeover-text')),
      time && paragraph(text('takeover-last-seen', { time }), 'quiet'),
      actions(button(text('continue-here'), () => (loading(), onContinue()), 'primary'), closeButton()),
    );
  }

  function closed(message) {
    show('closed', text('closed-title'), paragraph(message ?? text('notice-closed')), actions(closeButton()));
  }

  function choosePart(message, first) {
    show(
      'choose',
      text('choose-title'),
      message && paragraph(message),
      paragraph(text('choose-text')),
      first && actions(button(text('choose-first', { title: first.title }), first.run, 'primary')),
    );
  }

  function ended({ ended: how, outcome, message }, isUnsaved) {
    const score = outcome?.score ?? null;
    // Nothing of a guest's waits anywhere, neither for later nor to be sent.
    const word = boot.guest && how === 'suspended' ? 'exited' : how;
    show(
      'ended',
      text(`ended-${word}`),
      message && paragraph(message),
      outcome?.label && paragraph(outcome.label, `outcome outcome-${outcome.status}`),
      score !== null && paragraph(text('score', { score })),
      reasons(outcome?.why ?? []),
      !boot.guest && isUnsaved() && paragraph(text('ended-unsaved'), 'warning'),
      actions(closeButton()),
    );
  }

  function reasons(why) {
    if (why.length === 0) return null;
    const list = document.createElement('ul');
    for (const reason of why) {
      const item = document.createElement('li');
      item.textContent = reason;
      list.append(item);
    }
    return list;
  }

  loading();
  return { loading, takeover, closed, choosePart, ended };
}
