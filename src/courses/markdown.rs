//! Objectives: Markdown as authors type it becomes HTML that is safe in anybody's page.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders and cleans. Raw HTML in the text is allowed as far as it harms nobody: no script, no style,
/// no frame, no handler, and no picture from elsewhere that would tell a stranger who is reading.
pub fn render(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut unsafe_html = String::new();
    let events = Parser::new_ext(markdown, options).map(below_the_page);
    html::push_html(&mut unsafe_html, events);
    ammonia::Builder::default()
        .rm_tags(["img"])
        .link_rel(Some("noopener noreferrer"))
        .clean(&unsafe_html)
        .to_string()
}

/// The page's own headings are above those of a text: the author's first level is the page's third.
fn below_the_page(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: lowered(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        other => other,
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_emphasis_become_html() {
        let html = render("You will learn to:\n\n- **select** cargo\n- profile passengers");
        assert!(
            html.contains("<li><strong>select</strong> cargo</li>"),
            "{html}"
        );
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        let html = render("# Aims\n\n## More\n\n##### Deep");
        for heading in ["<h3>Aims</h3>", "<h4>More</h4>", "<h6>Deep</h6>"] {
            assert!(html.contains(heading), "{html}");
        }
    }

    #[test]
    fn nothing_active_survives() {
        let hostile = "Read [x](javascript:alert(1)) <img src=x onerror=alert(1)> \
                       <a href=\"/my\" onclick=\"alert(1)\" style=\"x\">y</a> <iframe src=\"//evil.example\"></iframe>\n\n<script>alert(1)</script>";
        let html = render(hostile);
        for word in ["script", "onerror", "onclick", "iframe", "style", "<img"] {
            assert!(!html.contains(word), "{word}: {html}");
        }
    }
}
