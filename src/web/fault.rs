//! What is wrong with a form, field by field. A form with faults is shown again (422) with what was typed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::i18n::Lang;

/// A field and the key of the message that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub key: &'static str,
}

impl Fault {
    pub fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key }
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
        let message = |fault: &Fault| lang.text(fault.key);
        Self {
            list: faults
                .iter()
                .map(|fault| Told {
                    name: fault.field,
                    message: message(fault),
                })
                .collect(),
            of: faults
                .iter()
                .map(|fault| (fault.field, message(fault)))
                .collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
