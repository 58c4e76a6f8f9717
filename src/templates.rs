//! Templates: one engine per language, so that `t(key=…)` knows its language everywhere,
//! in components too.

use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentValue};
use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::i18n::Lang;
use crate::web::assets;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

#[derive(Debug)]
pub struct Templates(HashMap<Lang, Tera>);

impl Templates {
    /// Parses every template in every language. A fault in any of them stops the program at start.
    pub fn load() -> TeraResult<Self> {
        let sources: Vec<(String, String)> = Files::iter()
            .filter_map(|name| {
                let file = Files::get(&name)?;
                Some((
                    name.to_string(),
                    String::from_utf8_lossy(&file.data).into_owned(),
                ))
            })
            .collect();
        let engine = |lang| engine(lang, &sources).map(|tera| (lang, tera));
        Lang::ALL
            .into_iter()
            .map(engine)
            .collect::<TeraResult<_>>()
            .map(Self)
    }

    pub fn render(&self, lang: Lang, name: &str, context: &Context) -> TeraResult<String> {
        self.0[&lang].render(name, context)
    }
}

fn engine(lang: Lang, sources: &[(String, String)]) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.register_function("t", move |args: Kwargs, _: &State| translate(lang, &args));
    tera.register_function("static", |args: Kwargs, _: &State| -> TeraResult<String> {
        Ok(assets::url(&args.must_get::<String>("path")?))
    });
    tera.register_function(
        "date",
        move |args: Kwargs, _: &State| -> TeraResult<String> {
            Ok(lang.date(crate::clock::Instant(args.must_get::<i64>("at")?)))
        },
    );
    tera.register_function(
        "date_time",
        move |args: Kwargs, _: &State| -> TeraResult<String> {
            Ok(lang.date_time(crate::clock::Instant(args.must_get::<i64>("at")?)))
        },
    );
    tera.register_function(
        "bytes",
        move |args: Kwargs, _: &State| -> TeraResult<String> {
            Ok(lang.bytes(args.must_get::<i64>("n")?))
        },
    );
    tera.register_function(
        "percent",
        move |args: Kwargs, _: &State| -> TeraResult<String> {
            Ok(lang.decimal(args.must_get::<i64>("hundredths")?))
        },
    );
    tera.autoescape_on(vec![".html"]);
    tera.add_raw_templates(
        sources
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    )?;
    Ok(tera)
}

/// `t(key="grades-range", max=100)`: every other argument is handed to the message.
fn translate(lang: Lang, args: &Kwargs) -> TeraResult<String> {
    let key: String = args.must_get("key")?;
    let mut fluent = FluentArgs::new();
    for (name, value) in args.iter() {
        let name = name.as_str().unwrap_or_default().to_owned();
        if name != "key" {
            fluent.set(name, fluent_value(value));
        }
    }
    Ok(lang.format(&key, &fluent))
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    if let Some(number) = value.as_i64() {
        return FluentValue::from(number);
    }
    match value.as_str() {
        Some(text) => FluentValue::from(text.to_owned()),
        None => FluentValue::from(value.to_string()),
    }
}
