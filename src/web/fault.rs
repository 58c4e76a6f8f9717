//! What is wrong with a form, field by field. A form with faults is shown again (422) with what was typed.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;

use crate::i18n::Lang;

/// A field and the key of the message that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub key: &'static str,
    /// What the message calls `$least` and `$most`.
    bounds: Option<(i64, i64)>,
}

impl Fault {
    pub fn new(field: &'static str, key: &'static str) -> Self {
        Self {
            field,
            key,
            bounds: None,
        }
    }

    /// The message tells what is possible.
    pub fn between(field: &'static str, key: &'static str, range: &RangeInclusive<i64>) -> Self {
        Self {
            bounds: Some((*range.start(), *range.end())),
            ..Self::new(field, key)
        }
    }

    fn message(&self, lang: Lang) -> String {
        let Some((least, most)) = self.bounds else {
            return lang.text(self.key);
        };
        lang.text_with(self.key, &[("least", least.into()), ("most", most.into())])
    }
}

/// Faults as templates want them: `error_summary(errors=faults.list)`, and `faults.of?.title` beside the field.
#[derive(Debug, Default, Serialize)]
pub struct Faults {
    list: Vec<Told>,
    of: BTreeMap<&'static str, String>,
}

#[derive(Debug, Serialize)]
struct Told {
    name: &'static str,
    message: String,
}

impl Faults {
    pub fn tell(lang: Lang, faults: &[Fault]) -> Self {
        Self {
            list: faults
                .iter()
                .map(|fault| Told {
                    name: fault.field,
                    message: fault.message(lang),
                })
                .collect(),
            of: faults
                .iter()
                .map(|fault| (fault.field, fault.message(lang)))
                .collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
