// The suite's questions about the controls and the contents, answered from what the learner sees. Pure.
import { itemOf } from './cases.js';

// Whether a check is answered as the case expects, and the state the control is in.
export function judge(check, seen, pack) {
  const { holds, state } = answer(check, seen, pack);
  return { isRight: holds === (check.answer === 'Y'), state };
}

function answer({ control, state: asked, target }, { controls, items }, pack) {
  if (control === 'toc') {
    const holds = Object.values(items).includes('selectable');
    return { holds, state: holds ? 'selectable' : 'not selectable' };
  }
  if (control === 'toc_item') {
    const state = items[itemOf(pack, target)] ?? 'absent';
    return { holds: asked === 'selectable' ? state === 'selectable' : state !== 'absent', state };
  }
  // A control that the package hides counts as not enabled, and so as disabled.
  const state = controls[control] ?? 'absent';
  return { holds: (state === 'enabled') === (asked === 'enabled'), state };
}
