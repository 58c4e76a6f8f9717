//! Courses that are open to visitors without an account. Nothing is recorded of them but the capability of a launch
//! (`play::db::guests`).
//!
//! The secretariat opens and closes them, not the authors: what is opened stands on the site's own front page, before
//! everybody, and what an administration may show its people it may not always show the public.

pub mod db;
mod pages;
pub mod web;

use crate::i18n::Lang;
use crate::ids::CourseId;

/// A course that visitors may try.
#[derive(Debug, Clone)]
pub struct GuestCourse {
    pub id: CourseId,
    pub title: String,
    pub lang: Lang,
}

/// What a reader is offered: what is in their language, else what is in English, else all there is.
pub fn offer(courses: Vec<GuestCourse>, lang: Lang) -> Vec<GuestCourse> {
    let has = |wanted: Lang| courses.iter().any(|course| course.lang == wanted);
    let wanted = [lang, Lang::default()].into_iter().find(|lang| has(*lang));
    let is_wanted = |course: &GuestCourse| wanted.is_none_or(|wanted| course.lang == wanted);
    courses.into_iter().filter(is_wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_are_offered_their_language_else_english_else_all() {
        let course = |(id, lang)| GuestCourse {
            id: CourseId(id),
            title: String::new(),
            lang,
        };
        let all = [(1, Lang::En), (2, Lang::Fr), (3, Lang::Fr)].map(course);
        let ids = |courses: &[GuestCourse], lang| {
            let offered = offer(courses.to_vec(), lang);
            offered.iter().map(|course| course.id.0).collect::<Vec<_>>()
        };
        assert_eq!(ids(&all, Lang::Fr), [2, 3]);
        assert_eq!(ids(&all, Lang::Ar), [1]);
        assert_eq!(ids(&all[1..], Lang::Ar), [2, 3]);
    }
}
