//! The demo site's shelves and its course: outline first, packages when they have been imported.

use crate::categories::db::{CategoryInput, insert_category};
use crate::clock::Instant;
use crate::courses::input::{CourseInput, NewCourse, ShortName};
use crate::courses::{ActivityKind, Audience, CourseState, db};
use crate::db::{DbResult, Tx};
use crate::guests::db::mark_open;
use crate::i18n::Lang;
use crate::ids::{ActivityId, CourseId, OrganisationId, UserId};

/// A shelf per language, each named in its own.
const CATEGORIES: [(Lang, &str); 5] = [
    (Lang::En, "Courses in English"),
    (Lang::Fr, "Cours en français"),
    (Lang::Es, "Cursos en español"),
    (Lang::Pt, "Cursos em português"),
    (Lang::Ar, "دورات بالعربية"),
];

const TITLE: &str = "Risk management at the border";
const OBJECTIVES: &str = "At the end of this course you will be able to:\n\n\
    - **explain** why customs administrations select what they inspect;\n\
    - **recognise** the risk indicators of a declaration;\n\
    - **decide** which channel a consignment belongs to, and say why.\n\n\
    The course takes about an hour. You may stop at any time and continue where you were.";

/// An activity of the demo course, and the sample package (a folder of `fixtures`) it plays.
#[derive(Debug, Clone, Copy)]
struct DemoActivity {
    fixture: &'static str,
    title: &'static str,
    kind: ActivityKind,
    is_required: bool,
}

type DemoSection = (&'static str, &'static [DemoActivity]);

const fn activity(fixture: &'static str, title: &'static str, kind: ActivityKind) -> DemoActivity {
    DemoActivity {
        fixture,
        title,
        kind,
        is_required: true,
    }
}

const SECTIONS: &[DemoSection] = &[
    (
        "Foundations",
        &[
            activity("lesson-12", "What risk management is", ActivityKind::Lesson),
            activity(
                "multi-sco-12",
                "Profiles and channels",
                ActivityKind::Lesson,
            ),
        ],
    ),
    (
        "Assessment",
        &[
            activity("quiz-12", "Check your knowledge", ActivityKind::Quiz),
            activity("quiz-2004", "Final quiz", ActivityKind::Quiz),
        ],
    ),
    (
        "Further reading",
        &[
            DemoActivity {
                is_required: false,
                ..activity("assets-only", "Glossary", ActivityKind::Lesson)
            },
            DemoActivity {
                is_required: false,
                ..activity("arabic-12", "إدارة المخاطر", ActivityKind::Lesson)
            },
        ],
    ),
];

/// Who the demo course belongs to, who made it and who is on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    pub(super) organisation: OrganisationId,
    pub(super) author: UserId,
    pub(super) learner: UserId,
}

/// Returns the activities, each with the sample package that is still to be imported for it.
pub(super) async fn seed(
    tx: &mut Tx,
    cast: Cast,
    now: Instant,
) -> DbResult<Vec<(ActivityId, &'static str)>> {
    let mut english = None;
    for (lang, name) in CATEGORIES {
        let category = CategoryInput {
            name: name.to_owned(),
            parent_id: None,
            lang: Some(lang),
        };
        let id = insert_category(tx, &category).await?;
        english = english.or(Some(id));
    }
    let course = NewCourse {
        input: CourseInput {
            title: TITLE.to_owned(),
            short_name: ShortName::suggest(TITLE, 1),
            lang: Lang::En,
            category_id: english,
            objectives: OBJECTIVES.to_owned(),
            audience: Audience::Everyone,
        },
        organisation_id: cast.organisation,
        created_by: cast.author,
    };
    let id = db::insert_course(tx, &course, now).await?;
    let activities = seed_outline(tx, id, now).await?;
    db::mark_state(tx, id, CourseState::Published).await?;
    mark_open(tx, id, true).await?;
    db::insert_enrolment(tx, cast.learner, id, now).await?;
    Ok(activities)
}

async fn seed_outline(
    tx: &mut Tx,
    course: CourseId,
    now: Instant,
) -> DbResult<Vec<(ActivityId, &'static str)>> {
    let mut activities = Vec::new();
    for (section_title, planned) in SECTIONS {
        let section = db::insert_section(tx, course, section_title).await?;
        for plan in *planned {
            let id = db::insert_activity(tx, section, plan.kind, plan.title, now).await?;
            if !plan.is_required {
                db::mark_optional(tx, id).await?;
            }
            activities.push((id, plan.fixture));
        }
    }
    // A new course brings an unnamed section, which this one has no use for.
    db::delete_empty_sections(tx, course).await?;
    Ok(activities)
}
