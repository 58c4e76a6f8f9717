// Every page of the site by who meets it, on a course that has one thing of each kind.
import { makeCourse } from './course.js';
import { test as base } from './test.js';

// A function of the course gives addresses that carry its ids.
export const PAGES = {
  visitor: [
    '/',
    '/login',
    '/register',
    '/register/sent',
    '/register/waiting',
    '/register/confirm/nobodys',
    '/lost-password',
    '/lost-password/sent',
    '/lost-password/nobodys',
    '/styleguide',
    '/mails',
    '/certificates/verify',
    '/news',
    '/news/4',
    '/help',
    '/faq',
    '/faq?open=7',
    '/contact',
    '/demo/1',
    '/nowhere',
  ],
  learner: [
    '/my',
    '/my/courses',
    '/grades',
    '/my/certificates',
    '/account',
    '/account/password',
    '/account/sessions',
    '/account/second-step',
    '/account/identities',
    '/profile',
    '/profile/data',
    '/profile/consents',
    '/people/1',
    ({ url }) => url,
    ({ url }) => `${url}/progress`,
    ({ url }) => `${url}/grades`,
  ],
  author: [
    '/authoring',
    '/authoring/courses/new',
    ({ course }) => `/authoring/courses/${course}`,
    ({ course }) => `/authoring/courses/${course}/settings`,
    ({ course }) => `/authoring/courses/${course}/certificate`,
    ({ url }) => `${url}/participants`,
    ({ activities }) => `/authoring/activities/${activities[0]}`,
    ({ activities }) => `/authoring/activities/${activities[0]}/packages`,
    ({ version }) => `/authoring/versions/${version}`,
  ],
  coordinator: [
    '/my', '/tasks', '/alerts', '/applications', '/applications/1', '/applications?state=decided',
    '/team', '/team/1', '/team/1/delete', '/team/invite', '/audit', '/erasures', '/erasures/1', '/erasures/runs/1',
  ],
  secretariat: [
    '/settings', '/settings/rules', '/team/1', '/authoring/categories', '/authoring/categories/1', '/certificates', '/organisations',
    '/organisations/1', '/organisations/import', '/positions', '/policies',
    '/settings/texts', '/settings/texts/1?lang=ar', '/settings/texts/4', '/settings/news', '/settings/faq',
  ],
};

// The addresses of a role's pages on this course.
export function pagesOf(role, course) {
  return PAGES[role].map((entry) => (typeof entry === 'string' ? entry : entry(course)));
}

// The author asks to be deleted; the list has had a run, of which nobody was left.
function placeOnDeletionList(server) {
  for (const sql of [
    "INSERT INTO erasures (user_id, why, state, reason, since) SELECT id, 'asked', 'open', 'I retire in June.', created_at FROM users WHERE username = 'author'",
    "INSERT INTO erasures (user_id, why, state, reason, since) SELECT id, 'retention', 'returned', '', created_at FROM users WHERE username = 'learner'",
    'INSERT INTO erasure_runs (actor_id, started_at, ended_at, organisation_id) SELECT id, created_at, created_at, organisation_id FROM users WHERE username = \'coordinator\'',
    "INSERT INTO erasure_run_entries (run_id, erasure_id, outcome) SELECT 1, id, 'returned' FROM erasures WHERE why = 'retention'",
  ]) {
    server.dbExecute(sql);
  }
}

export const test = base.extend({
  course: [
    async ({ server }, use) => {
      const course = await makeCourse(server, 'Risk management in practice', [
        { fixture: 'lesson-12', title: 'Why customs manages risk' },
        { fixture: 'quiz-12', title: 'Check your knowledge', kind: 'quiz' },
        { fixture: null, title: 'A lesson that is still being written' },
      ]);
      placeOnDeletionList(server);
      await use({ ...course, version: 1 });
    },
    { scope: 'worker' },
  ],
});
