//! Words: Fluent messages in five languages, and dates and numbers as each of them writes them.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Files;

/// A language of the interface.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    En,
    Fr,
    Es,
    Pt,
    Ar,
}

/// Where a reader's clock is; by default it is not known.
#[derive(Debug, Clone, Default)]
pub struct Zone(Option<TimeZone>);

impl Zone {
    /// By IANA's name; what is no such name is not known.
    pub fn named(name: &str) -> Self {
        Self(TimeZone::get(name).ok())
    }
}

impl Lang {
    pub const ALL: [Self; 5] = [Self::En, Self::Fr, Self::Es, Self::Pt, Self::Ar];

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::Ar => "ar",
        }
    }

    /// The language's own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Pt => "Português",
            Self::Ar => "العربية",
        }
    }

    pub fn dir(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    pub fn parse(code: &str) -> Option<Self> {
        let primary = code
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.code() == primary)
    }

    /// The first language of an `Accept-Language` header that we speak. Browsers sort it by preference.
    pub fn from_accept(header: &str) -> Option<Self> {
        header
            .split(',')
            .find_map(|part| Self::parse(part.split(';').next()?.trim()))
    }

    /// A message without arguments.
    pub fn text(self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A message with arguments, as `lang.text_with("grades-range", &[("max", 100.into())])`.
    pub fn text_with(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set((*name).to_owned(), value.clone());
        }
        self.format(key, &fluent)
    }

    pub fn format(self, key: &str, args: &FluentArgs<'_>) -> String {
        let bundle = bundle(self);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = self.code(), "missing message");
            return format!("[{key}]");
        };
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::error!(key, lang = self.code(), ?errors, "message arguments");
        }
        text
    }

    /// `3 May 2026`, in UTC.
    pub fn date(self, at: Instant) -> String {
        let Ok(stamp) = jiff::Timestamp::from_millisecond(at.0) else {
            return String::new();
        };
        self.written(stamp.to_zoned(TimeZone::UTC).date())
    }

    fn written(self, date: jiff::civil::Date) -> String {
        let month = self.text(&format!("core-month-{}", date.month()));
        self.text_with(
            "core-date",
            &[
                ("day", date.day().to_string().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `3 May 2026, 14:32`, as the reader's clock shows it; `3 May 2026, 14:32 UTC` where theirs is not known.
    pub fn date_time(self, at: Instant, zone: &Zone) -> String {
        let Ok(stamp) = jiff::Timestamp::from_millisecond(at.0) else {
            return String::new();
        };
        let (zone, mark) = match &zone.0 {
            Some(zone) => (zone.clone(), ""),
            None => (TimeZone::UTC, " UTC"),
        };
        let zoned = stamp.to_zoned(zone);
        let date = self.written(zoned.date());
        format!("{date}, {:02}:{:02}{mark}", zoned.hour(), zoned.minute())
    }

    /// A percentage given in hundredths, with at most two decimals: `85`, `69.99`, `69,99`.
    pub fn decimal(self, hundredths: i64) -> String {
        let point = if matches!(self, Self::En | Self::Ar) {
            '.'
        } else {
            ','
        };
        let (whole, rest) = (hundredths / 100, hundredths.unsigned_abs() % 100);
        match rest {
            0 => whole.to_string(),
            r if r % 10 == 0 => format!("{whole}{point}{}", r / 10),
            r => format!("{whole}{point}{r:02}"),
        }
    }

    /// `12.3 MB`: decimal units, as file managers show.
    pub fn bytes(self, bytes: i64) -> String {
        const UNITS: [&str; 4] = [
            "core-bytes-b",
            "core-bytes-kb",
            "core-bytes-mb",
            "core-bytes-gb",
        ];
        let mut hundredths = bytes.saturating_mul(100);
        let mut unit = 0;
        while hundredths >= 100_000 && unit < UNITS.len() - 1 {
            hundredths /= 1000;
            unit += 1;
        }
        let rounded = if unit == 0 {
            hundredths
        } else {
            (hundredths + 5) / 10 * 10
        };
        self.text_with(UNITS[unit], &[("n", self.decimal(rounded).into())])
    }
}

/// What a reader gets of something that is written in several languages: their own, else English, else whichever there is.
pub fn for_reader<T>(written: &[T], lang: Lang, of: impl Fn(&T) -> Lang) -> Option<&T> {
    let find = |wanted: Lang| written.iter().find(|one| of(one) == wanted);
    find(lang)
        .or_else(|| find(Lang::default()))
        .or_else(|| written.first())
}

impl From<Lang> for crate::db::Value {
    fn from(lang: Lang) -> Self {
        lang.code().into()
    }
}

/// A text as search compares it: lower case, without accents or vowel marks. Databases fold ASCII at most,
/// so folded columns are written and searched with this.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: OnceLock<HashMap<Lang, Bundle>> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| {
        Lang::ALL
            .into_iter()
            .map(|lang| (lang, load(lang)))
            .collect()
    });
    &bundles[&lang]
}

fn load(lang: Lang) -> Bundle {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks are for HTML with mixed directions; mails, PDFs and file names must not carry them.
    bundle.set_use_isolating(false);
    for (name, source) in sources(lang) {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(name, ?errors, "locale file");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(name, ?errors, "locale file");
        }
    }
    bundle
}

/// The locale files of a language: name and text. Public for the test that compares their keys.
pub fn sources(lang: Lang) -> BTreeMap<String, String> {
    let prefix = format!("{}/", lang.code());
    Files::iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&prefix)?.to_owned();
            let file = Files::get(&path)?;
            Some((name, String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}

/// All messages of one file of a language, for pages whose script needs the words (the player).
pub fn messages_of(lang: Lang, file: &str) -> BTreeMap<String, String> {
    sources(lang)
        .get(file)
        .map(|text| {
            text.lines()
                .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
                .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
                .map(|key| (key.clone(), raw(lang, &key)))
                .collect()
        })
        .unwrap_or_default()
}

/// A message with its placeables left as `{$name}`, for a script to fill in.
fn raw(lang: Lang, key: &str) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return String::new();
    };
    let mut errors = Vec::new();
    bundle
        .format_pattern(pattern, None, &mut errors)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_print_with_the_languages_decimal_mark() {
        assert_eq!(Lang::En.decimal(8500), "85");
        assert_eq!(Lang::En.decimal(8550), "85.5");
        assert_eq!(Lang::Fr.decimal(6999), "69,99");
    }

    #[test]
    fn folding_makes_search_blind_to_case_and_accents() {
        assert_eq!(
            fold("Évaluation À LA Frontière"),
            "evaluation a la frontiere"
        );
        assert_eq!(fold("مُقَدِّمة"), fold("مقدمة"));
    }

    #[test]
    fn readers_get_their_language_else_english_else_any() {
        let get = |written: &[Lang], lang| for_reader(written, lang, |one| *one).copied();
        assert_eq!(get(&[Lang::Fr, Lang::En], Lang::Fr), Some(Lang::Fr));
        assert_eq!(get(&[Lang::Fr, Lang::En], Lang::Ar), Some(Lang::En));
        assert_eq!(get(&[Lang::Fr], Lang::Ar), Some(Lang::Fr));
        assert_eq!(get(&[], Lang::Ar), None);
    }

    #[test]
    fn accept_language_finds_the_first_language_we_speak() {
        assert_eq!(
            Lang::from_accept("de-DE,de;q=0.9,fr-BE;q=0.8"),
            Some(Lang::Fr)
        );
        assert_eq!(Lang::from_accept("ar"), Some(Lang::Ar));
        assert_eq!(Lang::from_accept("ja"), None);
    }
}
