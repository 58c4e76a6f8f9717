//! The first page of people who are logged in: their categories and courses as tiles, and the search
//! over both. Owns what is shown where; where learners stand is told by `learning`.

pub mod pages;
mod panels;
pub mod web;

use crate::courses::Category;
use crate::i18n::fold;
use crate::ids::CategoryId;
use crate::learning::CourseStanding;

/// Which courses the list of available courses shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// Not completed, those never opened too.
    #[default]
    Active,
    Completed,
}

impl Shown {
    pub fn holds(self, course: &CourseStanding) -> bool {
        (self == Self::Completed) == course.is_complete()
    }
}

/// A category that leads to at least one of the person's courses.
#[derive(Debug)]
pub struct Shelf<'a> {
    pub category: &'a Category,
    pub courses: usize,
}

/// The categories lying directly in `parent` that lead to a course of this person, in the author's order.
pub fn shelves<'a>(
    categories: &'a [Category],
    courses: &[CourseStanding],
    parent: Option<CategoryId>,
) -> Vec<Shelf<'a>> {
    categories
        .iter()
        .filter(|category| category.parent_id == parent)
        .map(|category| shelf(category, categories, courses))
        .filter(|shelf| shelf.courses > 0)
        .collect()
}

fn shelf<'a>(
    category: &'a Category,
    categories: &[Category],
    courses: &[CourseStanding],
) -> Shelf<'a> {
    let is_within = |course: &&CourseStanding| {
        course.category_id.is_some_and(|id| {
            crate::courses::trail(categories, id)
                .iter()
                .any(|above| above.id == category.id)
        })
    };
    Shelf {
        category,
        courses: courses.iter().filter(is_within).count(),
    }
}

/// Titles in which the words looked for occur, without regard to case and accents; all for no words.
#[derive(Debug)]
pub struct Search(Vec<String>);

impl Search {
    pub fn new(words: &str) -> Self {
        Self(fold(words).split_whitespace().map(str::to_owned).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn finds(&self, title: &str) -> bool {
        let title = fold(title);
        self.0.iter().all(|word| title.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_words_in_any_order_and_spelling() {
        let search = Search::new("RISQUES gestion");
        assert!(search.finds("Gestion des risques"));
        assert!(Search::new("evaluacion").finds("Evaluación de riesgos"));
        assert!(!search.finds("Gestion"));
    }
}
