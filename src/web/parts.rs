//! What many pages are made of: the options of a field, and the way through a long list.

use serde::Serialize;

use crate::i18n::Lang;

/// An option of a select or radio field.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    value: String,
    label: String,
}

impl Choice {
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            label: label.into(),
        }
    }

    /// The site's languages, each in its own words.
    pub fn languages() -> Vec<Self> {
        let choice = |lang: Lang| Self::new(lang.code(), lang.name());
        Lang::ALL.into_iter().map(choice).collect()
    }

    pub fn label(&self) -> &str {
        &self.label
    }
}

/// Which rows of a list a page shows.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    /// Which page, from 1.
    at: i64,
    rows: i64,
}

impl Slice {
    /// `at` is what an address said, so it may be anything.
    pub fn new(at: i64, rows: i64) -> Self {
        Self {
            at: at.clamp(1, 100_000),
            rows,
        }
    }

    pub fn limit(self) -> i64 {
        self.rows
    }

    pub fn offset(self) -> i64 {
        (self.at - 1) * self.rows
    }
}

/// "51–100 of 120", and where the pages beside this one are.
#[derive(Debug, Serialize)]
pub struct Pager {
    summary: String,
    previous: Option<String>,
    next: Option<String>,
}

impl Pager {
    /// `shown` rows of `total`; `url` is the address of a page.
    pub fn new(
        lang: Lang,
        slice: Slice,
        shown: usize,
        total: i64,
        url: impl Fn(i64) -> String,
    ) -> Self {
        let before = slice.offset();
        let after = before + i64::try_from(shown).unwrap_or_default();
        let range = [
            ("from", (before + 1).min(after).into()),
            ("to", after.into()),
            ("total", total.into()),
        ];
        Self {
            summary: lang.text_with("common-range", &range),
            previous: (slice.at > 1).then(|| url(slice.at - 1)),
            next: (after < total).then(|| url(slice.at + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(at: i64, shown: usize, total: i64) -> Pager {
        let url = |at: i64| format!("?page={at}");
        Pager::new(Lang::En, Slice::new(at, 50), shown, total, url)
    }

    #[test]
    fn a_page_leads_to_those_beside_it_and_no_further() {
        let middle = pager(2, 50, 120);
        assert_eq!(middle.previous.as_deref(), Some("?page=1"));
        assert_eq!(middle.next.as_deref(), Some("?page=3"));
        assert_eq!(pager(1, 50, 50).next, None);
        assert_eq!(pager(3, 20, 120).next, None);
        assert_eq!(pager(1, 0, 0).previous, None);
    }

    #[test]
    fn an_address_that_makes_no_sense_is_the_first_page() {
        for at in [i64::MIN, -1, 0] {
            assert_eq!(Slice::new(at, 50).offset(), 0);
        }
        assert!(Slice::new(i64::MAX, 50).offset() > 0, "and none overflows");
    }
}
