//! Templates: the engine, and the functions by which they write words, dates and numbers for their reader.

use fluent_bundle::{FluentArgs, FluentValue};
use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::clock::Instant;
use crate::i18n::{Lang, Zone};
use crate::web::assets;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

#[derive(Debug)]
pub struct Templates(Tera);

impl Templates {
    /// Parses every template. A fault in any of them stops the program at start.
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
        let mut tera = Tera::new();
        register(&mut tera);
        tera.autoescape_on(vec![".html"]);
        tera.add_raw_templates(
            sources
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        )?;
        Ok(Self(tera))
    }

    /// Words are of `lang`, and times are written as clocks in `zone` show them.
    pub fn render(
        &self,
        lang: Lang,
        zone: Zone,
        name: &str,
        context: &Context,
    ) -> TeraResult<String> {
        READER.sync_scope(Reader { lang, zone }, || self.0.render(name, context))
    }
}

/// For whom a page is written.
struct Reader {
    lang: Lang,
    zone: Zone,
}

tokio::task_local! {
    /// Of the page that is being written: functions are called from components too, which see nothing of the page but what
    /// they are handed.
    static READER: Reader;
}

fn register(tera: &mut Tera) {
    tera.register_function("t", |args: Kwargs, _: &State| translate(&args));
    tera.register_function("static", |args: Kwargs, _: &State| -> TeraResult<String> {
        Ok(assets::url(&args.must_get::<String>("path")?))
    });
    tera.register_function("date", |args: Kwargs, _: &State| -> TeraResult<String> {
        let at = Instant(args.must_get::<i64>("at")?);
        Ok(READER.with(|reader| reader.lang.date(at)))
    });
    tera.register_function(
        "date_time",
        |args: Kwargs, _: &State| -> TeraResult<String> {
            let at = Instant(args.must_get::<i64>("at")?);
            Ok(READER.with(|reader| reader.lang.date_time(at, &reader.zone)))
        },
    );
    tera.register_function("bytes", |args: Kwargs, _: &State| -> TeraResult<String> {
        let number = args.must_get::<i64>("n")?;
        Ok(READER.with(|reader| reader.lang.bytes(number)))
    });
    tera.register_function("percent", |args: Kwargs, _: &State| -> TeraResult<String> {
        let hundredths = args.must_get::<i64>("hundredths")?;
        Ok(READER.with(|reader| reader.lang.decimal(hundredths)))
    });
}

/// `t(key="grades-range", max=100)`: every other argument is handed to the message.
fn translate(args: &Kwargs) -> TeraResult<String> {
    let key: String = args.must_get("key")?;
    let mut fluent = FluentArgs::new();
    for (name, value) in args.iter() {
        let name = name.as_str().unwrap_or_default().to_owned();
        if name != "key" {
            fluent.set(name, fluent_value(value));
        }
    }
    Ok(READER.with(|reader| reader.lang.format(&key, &fluent)))
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
