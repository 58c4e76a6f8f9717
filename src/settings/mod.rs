//! What a secretariat may change without an operator: the site's name, line, logo and two colours, and its rules for joining
//! and passwords.

pub mod db;
pub mod rules;
pub mod web;

use std::time::Duration;

use self::rules::RulesForm;
use crate::db::DbResult;
use crate::media::MediaRef;
use crate::{App, AppState, Site};

/// The brand's colours until a secretariat chooses others.
pub const PRIMARY: &str = "#12395b";
pub const ACCENT: &str = "#0f766e";

/// `#rrggbb`, the only form that may reach a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    pub fn parse(text: &str) -> Option<Self> {
        let folded = text.trim().to_ascii_lowercase();
        let digits = folded.strip_prefix('#')?;
        let is_hex = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        is_hex.then_some(Self(folded))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads what was chosen over what the configuration says.
pub async fn refresh(app: &App) -> DbResult<()> {
    let chosen = db::list_settings(&app.db).await?;
    let find = |name: &str| chosen.get(name).filter(|value| !value.is_empty()).cloned();
    let colour = |name: &str, default: &str| {
        let parsed = find(name).as_deref().and_then(Colour::parse);
        parsed.map_or_else(|| default.to_owned(), |colour| colour.as_str().to_owned())
    };
    let logo = find("logo").zip(find("logo_mime"));
    let logo = logo.map(|(hash, mime)| MediaRef { hash, mime });
    let rules = RulesForm::stored(|name| chosen.get(name).cloned()).parse();
    let rules = rules.unwrap_or_default();
    let site = Site {
        name: find("name").unwrap_or_else(|| app.config.site_name.clone()),
        tagline: find("tagline").unwrap_or_default(),
        logo_url: logo.as_ref().map(|logo| format!("/logo/{}", logo.hash)),
        logo,
        colour_primary: colour("colour_primary", PRIMARY),
        colour_accent: colour("colour_accent", ACCENT),
        password: rules.password,
        rules,
        demo: app.config.demo,
    };
    *app.site
        .write()
        .unwrap_or_else(std::sync::PoisonError::into_inner) = site;
    Ok(())
}

/// How long a replica may show what was changed at another.
const FRESH_FOR: Duration = Duration::from_secs(15);

/// Reads the settings again and again until shutdown.
pub async fn keep_fresh(app: AppState) {
    loop {
        tokio::select! {
            () = app.shutdown.cancelled() => return,
            () = tokio::time::sleep(FRESH_FOR) => {}
        }
        if let Err(error) = refresh(&app).await {
            tracing::warn!(%error, "the settings cannot be read; the earlier ones stay");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_hex_digits_reach_the_style_sheet() {
        assert_eq!(Colour::parse(" #0A5 "), None);
        assert_eq!(Colour::parse("red;}body{display:none"), None);
        assert_eq!(
            Colour::parse(" #12395B ").map(|c| c.as_str().to_owned()),
            Some("#12395b".to_owned())
        );
    }
}
