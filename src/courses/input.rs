//! What authors type, parsed once at the edge. A fault names its field and the message that explains it.

use serde::{Deserialize, Serialize};

use super::{Activity, ActivityKind, Audience, Category, Grading};
use crate::i18n::{Lang, fold};
use crate::ids::{CategoryId, OrganisationId, SectionId, UserId};
use crate::web::{Fault, one_line};

/// Titles and names fit on one line of a list and of a certificate.
const MAX_TITLE: usize = 200;
const MAX_OBJECTIVES: usize = 20_000;

/// The name of a course in reports, imports and on the command line. Unique on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortName(String);

impl ShortName {
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        let fits = (1..=100).contains(&trimmed.chars().count());
        (fits && !trimmed.chars().any(char::is_control)).then(|| Self(trimmed.to_owned()))
    }

    /// `risk-management-at-the-border` for a title; `number` tells courses of one title apart.
    pub fn suggest(title: &str, number: usize) -> Self {
        let words: Vec<String> = fold(title)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let base: String = words.join("-").chars().take(60).collect();
        let base = if base.is_empty() { "course" } else { &base };
        Self(if number == 1 {
            base.to_owned()
        } else {
            format!("{base}-{number}")
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, Clone)]
pub struct CourseInput {
    pub title: String,
    pub short_name: ShortName,
    pub lang: Lang,
    pub category_id: Option<CategoryId>,
    pub objectives: String,
    pub audience: Audience,
}

#[derive(Debug, Clone)]
pub struct NewCourse {
    pub input: CourseInput,
    pub organisation_id: OrganisationId,
    pub created_by: UserId,
}

#[derive(Debug, Clone)]
pub struct ActivityInput {
    pub title: String,
    pub kind: ActivityKind,
    pub section_id: SectionId,
    pub is_required: bool,
    pub pass_mark: Option<i64>,
    pub max_attempts: Option<i64>,
    pub grading: Grading,
    pub window: (i64, i64),
    pub fills_screen: bool,
    pub is_visible: bool,
    pub is_strict: bool,
}

impl ActivityInput {
    /// A lesson made into a quiz gets the usual pass mark unless one was typed; true when it did. On
    /// what was a quiz before, an empty mark is the author's wish.
    pub fn mark_new_quiz(&mut self, before: ActivityKind) -> bool {
        let is_new_quiz = self.kind == ActivityKind::Quiz && before != ActivityKind::Quiz;
        let is_marked = is_new_quiz && self.pass_mark.is_none();
        if is_marked {
            self.pass_mark = Activity::default_pass_mark(self.kind);
        }
        is_marked
    }
}

/// The settings of a course, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CourseForm {
    pub title: String,
    pub short_name: String,
    pub lang: String,
    pub category: String,
    pub objectives: String,
    pub audience: String,
    /// `preview` shows the objectives and stores nothing.
    #[serde(skip_serializing)]
    pub action: String,
}

impl CourseForm {
    /// An empty short name is made from the title.
    pub fn parse(&self, categories: &[Category]) -> Result<CourseInput, Vec<Fault>> {
        let mut faults = Vec::new();
        let title = title(&self.title, &mut faults);
        let short_name = if self.short_name.trim().is_empty() {
            Some(ShortName::suggest(&self.title, 1))
        } else {
            ShortName::parse(&self.short_name)
        };
        if short_name.is_none() {
            faults.push(Fault::new("short_name", "courses-fault-short-name"));
        }
        if self.objectives.chars().count() > MAX_OBJECTIVES {
            faults.push(Fault::new("objectives", "courses-fault-objectives"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(Fault::new("lang", "courses-fault-lang"));
        }
        let category_id = optional(&self.category, |text| category(text, categories));
        if category_id.is_err() {
            faults.push(Fault::new("category", "courses-fault-choice"));
        }
        let audience = optional(&self.audience, Audience::parse);
        if audience.is_err() {
            faults.push(Fault::new("audience", "courses-fault-choice"));
        }
        match (short_name, lang, category_id, audience) {
            (Some(short_name), Some(lang), Ok(category_id), Ok(audience)) if faults.is_empty() => {
                Ok(CourseInput {
                    title,
                    short_name,
                    lang,
                    category_id,
                    objectives: self.objectives.trim().to_owned(),
                    audience: audience.unwrap_or(Audience::Organisation),
                })
            }
            _ => Err(faults),
        }
    }
}

/// The settings of an activity, as typed. A check box that is not ticked is not sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ActivityForm {
    pub title: String,
    pub kind: String,
    pub section: String,
    pub required: Option<String>,
    pub pass_mark: String,
    pub max_attempts: String,
    pub grading: String,
    pub width: String,
    pub height: String,
    pub fills_screen: Option<String>,
    pub hidden: Option<String>,
    pub strict: Option<String>,
}

impl ActivityForm {
    /// `sections` are those of the course; a foreign one is the same fault as none.
    pub fn parse(&self, sections: &[SectionId]) -> Result<ActivityInput, Vec<Fault>> {
        let mut faults = Vec::new();
        // Without a title it takes its package's.
        let title = one_line(&self.title);
        if title.chars().count() > MAX_TITLE {
            faults.push(Fault::new("title", "courses-fault-title"));
        }
        let kind = known(ActivityKind::parse(&self.kind), "kind", &mut faults);
        let grading = known(Grading::parse(&self.grading), "grading", &mut faults);
        let section = self.section.parse().ok().map(SectionId);
        let section = section.filter(|id| sections.contains(id));
        let section = known(section, "section", &mut faults);
        let pass_mark = optional(&self.pass_mark, percent);
        if pass_mark.is_err() {
            faults.push(Fault::new("pass_mark", "courses-fault-pass-mark"));
        }
        let max_attempts = optional(&self.max_attempts, |text| number(text, 1..=1000));
        if max_attempts.is_err() {
            faults.push(Fault::new("max_attempts", "courses-fault-attempts"));
        }
        let width = number(&self.width, 200..=8000);
        let height = number(&self.height, 200..=8000);
        for (field, size) in [("width", width), ("height", height)] {
            if size.is_none() {
                faults.push(Fault::new(field, "courses-fault-window"));
            }
        }
        let window = width.zip(height);
        let parsed = (kind, grading, section, pass_mark, max_attempts, window);
        let (
            Some(kind),
            Some(grading),
            Some(section_id),
            Ok(pass_mark),
            Ok(max_attempts),
            Some(window),
        ) = parsed
        else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(ActivityInput {
            title,
            kind,
            section_id,
            is_required: self.required.is_some(),
            pass_mark,
            max_attempts,
            grading,
            window,
            fills_screen: self.fills_screen.is_some(),
            is_visible: self.hidden.is_none(),
            is_strict: self.strict.is_some(),
        })
    }
}

/// A title: one line, not empty.
fn title(text: &str, faults: &mut Vec<Fault>) -> String {
    let title = one_line(text);
    if title.is_empty() || title.chars().count() > MAX_TITLE {
        faults.push(Fault::new("title", "courses-fault-title"));
    }
    title
}

/// Choices come from lists; a value that is on none was not sent by our page.
fn known<T>(value: Option<T>, field: &'static str, faults: &mut Vec<Fault>) -> Option<T> {
    if value.is_none() {
        faults.push(Fault::new(field, "courses-fault-choice"));
    }
    value
}

/// One that exists.
fn category(text: &str, categories: &[Category]) -> Option<CategoryId> {
    let id = CategoryId(text.parse().ok()?);
    categories
        .iter()
        .any(|category| category.id == id)
        .then_some(id)
}

/// A text that was meant to be a value and is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unread;

/// An empty text is "none"; another one must parse.
fn optional<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Unread> {
    let text = text.trim();
    if text.is_empty() {
        Ok(None)
    } else {
        parse(text).map(Some).ok_or(Unread)
    }
}

fn number(text: &str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
    text.trim()
        .parse()
        .ok()
        .filter(|number| range.contains(number))
}

/// Hundredths of a percent from `70`, `69.5`, `69,99` or `70 %`.
fn percent(text: &str) -> Option<i64> {
    let text = text.trim_end_matches('%').trim().replace(',', ".");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || rest.len() > 2 || !is_digits(whole) || !is_digits(rest) {
        return None;
    }
    let hundredths: i64 = format!("{rest:0<2}").parse().ok()?;
    let whole: i64 = whole.parse().ok()?;
    let value = whole.checked_mul(100)?.checked_add(hundredths)?;
    (0..=10_000).contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_as_people_write_them() {
        for (text, hundredths) in [
            ("70", 7000),
            ("69,5", 6950),
            ("69.99 %", 6999),
            ("100", 10_000),
        ] {
            assert_eq!(percent(text), Some(hundredths), "{text}");
        }
        for text in ["", "-1", "101", "7e1", "1.234", "x"] {
            assert_eq!(percent(text), None, "{text}");
        }
    }

    #[test]
    fn short_names_are_suggested_from_titles_of_any_script() {
        assert_eq!(
            ShortName::suggest("Évaluation : risques & frontières", 1).as_str(),
            "evaluation-risques-frontieres"
        );
        assert_eq!(
            ShortName::suggest("إدارة المخاطر", 2).as_str(),
            "ادارة-المخاطر-2"
        );
        assert_eq!(ShortName::suggest("!", 1).as_str(), "course");
    }

    #[test]
    fn an_activity_without_limits_leaves_them_empty() {
        let form = ActivityForm {
            title: "Basics".to_owned(),
            kind: "lesson".to_owned(),
            section: "4".to_owned(),
            grading: "best".to_owned(),
            width: "1024".to_owned(),
            height: "768".to_owned(),
            ..ActivityForm::default()
        };
        let input = form.parse(&[SectionId(4)]).unwrap();
        assert_eq!((input.pass_mark, input.max_attempts), (None, None));
        assert!(!input.is_required && input.is_visible);
        assert_eq!(form.parse(&[SectionId(5)]).unwrap_err().len(), 1);
    }
}
