//! What authors build and learners take: categories, courses, sections, activities. Types and rules.

pub mod db;
pub mod input;
pub mod markdown;
mod outline;
mod pages;
pub mod web;

pub use outline::{Place, apply_move, outline};

use serde::{Deserialize, Serialize};

use crate::auth::Person;
use crate::i18n::Lang;
use crate::ids::{ActivityId, CategoryId, CourseId, OrganisationId, SectionId, VersionId};
use crate::media::MediaRef;

/// An enum stored as a word. An unknown word in a row is an error, never a default.
macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $word)] $variant),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl From<$name> for $crate::db::Value {
            fn from(value: $name) -> Self {
                value.name().into()
            }
        }
    };
}

word_enum! {
    /// Whether learners can find the course at all.
    CourseState { Draft = "draft", Published = "published" }
}
word_enum! {
    /// Who finds the course among the available ones. People enrolled on it always do.
    Audience { Enrolled = "enrolled", Organisation = "organisation", Everyone = "everyone" }
}
word_enum! {
    ActivityKind { Lesson = "lesson", Quiz = "quiz" }
}
word_enum! {
    /// Which attempt counts.
    Grading { Best = "best", Last = "last", First = "first", Average = "average" }
}

#[derive(Debug, Clone, Serialize)]
pub struct Category {
    pub id: CategoryId,
    pub parent_id: Option<CategoryId>,
    pub name: String,
    /// `None` for all languages.
    pub lang: Option<Lang>,
    pub position: i64,
}

#[derive(Debug, Clone, Serialize)]
pub struct Course {
    pub id: CourseId,
    pub category_id: Option<CategoryId>,
    pub organisation_id: OrganisationId,
    pub short_name: String,
    pub title: String,
    pub lang: Lang,
    /// Markdown.
    pub objectives: String,
    pub picture: Option<MediaRef>,
    pub video: Option<MediaRef>,
    pub state: CourseState,
    pub audience: Audience,
}

#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub id: SectionId,
    pub title: String,
    pub position: i64,
}

#[derive(Debug, Clone, Serialize)]
pub struct Activity {
    pub id: ActivityId,
    pub course_id: CourseId,
    pub section_id: SectionId,
    pub title: String,
    pub kind: ActivityKind,
    pub position: i64,
    pub is_required: bool,
    /// Hundredths of a percent; `None` when no score is asked for.
    pub pass_mark: Option<i64>,
    pub max_attempts: Option<i64>,
    pub grading: Grading,
    pub window_width: i64,
    pub window_height: i64,
    pub fills_screen: bool,
    pub is_visible: bool,
    pub is_strict: bool,
    /// The version new launches get.
    pub version_id: Option<VersionId>,
}

/// A course in its authors' list.
#[derive(Debug, Clone, Serialize)]
pub struct AuthoredCourse {
    #[serde(flatten)]
    pub course: Course,
    pub organisation: String,
    pub activity_count: i64,
}

/// Someone on a course.
#[derive(Debug, Clone, Serialize, sqlx::FromRow)]
pub struct Participant {
    pub user_id: i64,
    pub given_name: String,
    pub family_name: String,
    pub username: String,
    pub email: String,
    pub organisation: String,
    pub enrolled_at: i64,
    pub progress: i64,
    pub completed_at: Option<i64>,
    /// From then on the person stays on the course: what they did is theirs.
    pub has_started: bool,
}

/// The platform's pass mark: 70 %.
pub const PASS_MARK: i64 = 7000;

impl Activity {
    /// Width and height of a module's window, unless its author says otherwise.
    pub const WINDOW: (i64, i64) = (1024, 768);

    /// Learners see it and can open it.
    pub fn is_playable(&self) -> bool {
        self.is_visible && self.version_id.is_some()
    }

    /// What an author gets who only uploads: a quiz is judged by score, a lesson by completion.
    pub fn default_pass_mark(kind: ActivityKind) -> Option<i64> {
        match kind {
            ActivityKind::Quiz => Some(PASS_MARK),
            ActivityKind::Lesson => None,
        }
    }
}

impl Course {
    /// Changes with the picture, so that browsers may keep it for ever.
    pub fn picture_url(&self) -> Option<String> {
        media_url(self.id, "picture", self.picture.as_ref())
    }

    pub fn video_url(&self) -> Option<String> {
        media_url(self.id, "video", self.video.as_ref())
    }

    /// Authors edit the courses of their administration; the secretariat edits all.
    pub fn is_editable_by(&self, person: &Person) -> bool {
        person.role.is_secretariat()
            || (person.role.is_author() && person.user.organisation_id == self.organisation_id)
    }

    /// Whether a person may take it. Enrolment is looked up by the caller.
    pub fn is_open_to(&self, person: &Person, is_enrolled: bool) -> bool {
        let is_invited = match self.audience {
            Audience::Everyone => true,
            Audience::Organisation => person.user.organisation_id == self.organisation_id,
            Audience::Enrolled => false,
        };
        self.is_editable_by(person)
            || (self.state == CourseState::Published && (is_enrolled || is_invited))
    }
}

pub fn media_url(id: CourseId, what: &str, media: Option<&MediaRef>) -> Option<String> {
    let version: String = media?.hash.chars().take(12).collect();
    Some(format!("/courses/{id}/{what}?v={version}"))
}

/// A category and those it lies in, from the top.
pub fn trail(categories: &[Category], id: CategoryId) -> Vec<&Category> {
    let find = |id| categories.iter().find(|category| category.id == id);
    let mut trail: Vec<&Category> =
        std::iter::successors(find(id), |category| category.parent_id.and_then(find))
            // A circle in the data must not hang a page.
            .take(categories.len())
            .collect();
    trail.reverse();
    trail
}
