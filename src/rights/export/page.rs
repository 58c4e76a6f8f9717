//! The copy as a page: in the person's language, without scripts, and readable wherever it is kept.

use std::fmt::Write as _;

use super::data::is_set;
use super::sections::{ONE, Section, Shape};
use crate::clock::Instant;
use crate::i18n::{Lang, Zone};

/// The page stands alone for years, so it brings its style along.
const STYLE: &str = include_str!("page.css");

/// Collects text until it is taken to the file.
#[derive(Debug)]
pub(super) struct PageWriter {
    lang: Lang,
    text: String,
    /// Rows of the section that is being written.
    rows: u64,
    is_table: bool,
}

impl PageWriter {
    pub(super) fn new(lang: Lang, name: &str, site: &str, now: Instant) -> Self {
        let title = lang.text_with("rights-page-title", &[("name", name.into())]);
        let made = [
            ("site", site.into()),
            ("at", lang.date_time(now, &Zone::default()).into()),
        ];
        let text = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>\n<style>{STYLE}</style></head>\n\
             <body><main>\n<h1>{title}</h1>\n<p>{}</p>\n<p>{}</p>\n",
            lang.code(),
            lang.dir(),
            escaped(&lang.text_with("rights-page-made", &made)),
            escaped(&lang.text("rights-page-beside")),
            title = escaped(&title),
        );
        Self {
            lang,
            text,
            rows: 0,
            is_table: false,
        }
    }

    pub(super) fn begin(&mut self, section: &Section) {
        self.rows = 0;
        self.is_table = section.rows_at_once != ONE;
        let title = self.lang.text(&format!("rights-part-{}", section.name));
        self.push(&format!(
            "<section id=\"{}\">\n<h2>{}</h2>\n",
            section.name,
            escaped(&title)
        ));
    }

    pub(super) fn row(&mut self, section: &Section, cells: &[Option<String>]) {
        if self.is_table && self.rows == 0 {
            self.push("<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr>");
            for (name, _) in section.fields {
                let label = self.label(name);
                self.push(&format!("<th scope=\"col\">{label}</th>"));
            }
            self.push("</tr></thead>\n<tbody>\n");
        }
        self.rows += 1;
        self.push(if self.is_table { "<tr>" } else { "<dl>\n" });
        for ((name, shape), cell) in section.fields.iter().zip(cells) {
            let shown = self.shown(*shape, cell.as_deref().unwrap_or_default());
            if self.is_table {
                self.push(&format!("<td>{shown}</td>"));
            } else {
                let label = self.label(name);
                self.push(&format!("<dt>{label}</dt><dd>{shown}</dd>\n"));
            }
        }
        self.push(if self.is_table { "</tr>\n" } else { "</dl>\n" });
    }

    pub(super) fn end(&mut self) {
        if self.rows == 0 {
            let nothing = escaped(&self.lang.text("rights-page-nothing"));
            self.push(&format!("<p>{nothing}</p>\n"));
        } else if self.is_table {
            self.push("</tbody></table></div>\n");
        }
        self.push("</section>\n");
    }

    /// What has come together, for the file.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    pub(super) fn finish(mut self) -> String {
        self.push("</main></body>\n</html>\n");
        self.text
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn label(&self, field: &str) -> String {
        escaped(&self.lang.text(&format!("rights-field-{field}")))
    }

    fn shown(&self, shape: Shape, cell: &str) -> String {
        if cell.is_empty() {
            return "–".to_owned();
        }
        let lang = self.lang;
        let number = cell.parse::<i64>();
        match (shape, number) {
            (Shape::Time, Ok(at)) => {
                let told = escaped(&lang.date_time(Instant(at), &Zone::default()));
                format!("<span class=\"time\">{told}</span>")
            }
            (Shape::Percent, Ok(hundredths)) => {
                let value = [("value", lang.decimal(hundredths).into())];
                escaped(&lang.text_with("common-percent", &value))
            }
            (Shape::Flag, _) => escaped(&lang.text(if is_set(cell) {
                "rights-yes"
            } else {
                "rights-no"
            })),
            (Shape::Word(prefix), _) => {
                escaped(&lang.text(&format!("{prefix}{}", cell.replace('_', "-"))))
            }
            (Shape::File, _) => format!("<a href=\"{0}\" dir=\"ltr\">{0}</a>", escaped(cell)),
            (Shape::Json, _) if cell.chars().nth(200).is_some() => format!(
                "<details><summary>{}</summary><pre dir=\"ltr\">{}</pre></details>",
                escaped(&lang.text("rights-page-show")),
                escaped(cell)
            ),
            (Shape::Json, _) => format!("<code dir=\"ltr\">{}</code>", escaped(cell)),
            _ => format!("<bdi>{}</bdi>", escaped(cell)),
        }
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // Signs that nobody can see, which modules may have stored.
            c if c.is_control() && !c.is_whitespace() => {
                // Writing to a String cannot fail.
                let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
            }
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights::export::sections::SECTIONS;

    #[test]
    fn every_part_and_field_has_its_words_in_every_language() {
        for lang in Lang::ALL {
            let mut page = PageWriter::new(lang, "<Ana>", "CLiKC", Instant(0));
            for section in &SECTIONS {
                page.begin(section);
                page.row(section, &vec![None; section.fields.len()]);
                page.end();
                page.begin(section);
                page.end();
            }
            let text = page.finish();
            assert!(!text.contains("[rights-"), "{lang:?}: {text}");
            assert!(
                text.contains("&lt;Ana&gt;") && text.contains(&format!("dir=\"{}\"", lang.dir()))
            );
        }
    }

    #[test]
    fn what_modules_stored_is_text_and_never_markup() {
        let page = PageWriter::new(Lang::En, "Ana", "CLiKC", Instant(0));
        let hostile = "<script>alert(\"1\")</script>\u{1b}";
        for shape in [Shape::Text, Shape::Json, Shape::File] {
            let shown = page.shown(shape, hostile);
            assert!(!shown.contains("<script"), "{shown}");
            assert!(shown.contains("\\u{1b}"), "{shown}");
        }
        assert_eq!(page.shown(Shape::Percent, "8550"), "85.5 %");
        assert_eq!(page.shown(Shape::Flag, "true"), "Yes");
    }
}
