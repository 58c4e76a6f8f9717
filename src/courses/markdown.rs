//! Objectives: Markdown as authors type it becomes HTML that is safe in anybody's page.

use pulldown_cmark::{Options, Parser, html};

/// Renders and cleans. Raw HTML in the text is allowed as far as it harms nobody: no script, no style,
/// no frame, no handler, and no picture from elsewhere that would tell a stranger who is reading.
pub fn render(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut unsafe_html = String::new();
    html::push_html(&mut unsafe_html, Parser::new_ext(markdown, options));
    ammonia::Builder::default()
        .rm_tags(["img"])
        .link_rel(Some("noopener noreferrer"))
        .clean(&unsafe_html)
        .to_string()
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
    fn nothing_active_survives() {
        let hostile = "Read [x](javascript:alert(1)) <img src=x onerror=alert(1)> \
                       <a href=\"/my\" onclick=\"alert(1)\" style=\"x\">y</a> <iframe src=\"//evil.example\"></iframe>\n\n<script>alert(1)</script>";
        let html = render(hostile);
        for word in ["script", "onerror", "onclick", "iframe", "style", "<img"] {
            assert!(!html.contains(word), "{word}: {html}");
        }
    }
}
