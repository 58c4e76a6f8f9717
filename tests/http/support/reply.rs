//! An answer, with the questions tests ask of it.

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use scraper::{Html, Selector};

#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Reply {
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// 303, and where it leads.
    #[track_caller]
    pub fn expect_redirect(self) -> String {
        assert!(
            self.status.is_redirection(),
            "{}: {}",
            self.status,
            self.text()
        );
        self.header(header::LOCATION.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> String {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    }

    /// The texts of the elements a CSS selector finds, white space folded.
    pub fn select(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).expect("a CSS selector");
        page.select(&selector)
            .map(|element| {
                element
                    .text()
                    .collect::<String>()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    /// An attribute of the elements a CSS selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).expect("a CSS selector");
        page.select(&selector)
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }
}
