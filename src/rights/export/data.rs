//! The copy as data: one JSON object, with a list for each kind of thing.

use serde_json::{Map, Value};

use super::sections::{Section, Shape};
use crate::clock::Instant;

/// Collects text until it is taken to the file.
#[derive(Debug)]
pub(super) struct DataWriter {
    text: String,
    is_first: bool,
}

impl DataWriter {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            text: format!("{{\"made_at\":{}", now.0),
            is_first: true,
        }
    }

    pub(super) fn begin(&mut self, section: &Section) {
        self.text.push_str(",\n\"");
        self.text.push_str(&section.name.replace('-', "_"));
        self.text.push_str("\":[");
        self.is_first = true;
    }

    pub(super) fn row(&mut self, section: &Section, cells: &[Option<String>]) {
        if !std::mem::take(&mut self.is_first) {
            self.text.push(',');
        }
        let fields = section.fields.iter().zip(cells);
        let row: Map<String, Value> = fields
            .map(|((name, shape), cell)| (name.replace('-', "_"), value(*shape, cell.as_deref())))
            .collect();
        self.text.push_str("\n  ");
        self.text.push_str(&Value::Object(row).to_string());
    }

    pub(super) fn end(&mut self) {
        self.text.push(']');
    }

    /// What has come together, for the file.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    pub(super) fn finish(mut self) -> String {
        self.text.push_str("\n}\n");
        self.text
    }
}

fn value(shape: Shape, cell: Option<&str>) -> Value {
    let Some(cell) = cell else {
        return Value::Null;
    };
    let parsed = match shape {
        Shape::Number | Shape::Time | Shape::Percent => cell.parse::<i64>().ok().map(Value::from),
        Shape::Flag => Some(Value::from(is_set(cell))),
        Shape::Json => serde_json::from_str(cell).ok(),
        Shape::Text | Shape::Word(_) | Shape::File => None,
    };
    // What is no such thing is given as it is stored.
    parsed.unwrap_or_else(|| Value::from(cell))
}

/// As the one database writes it, and as the other does.
pub(super) fn is_set(cell: &str) -> bool {
    matches!(cell, "1" | "true")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights::export::sections::SECTIONS;

    #[test]
    fn what_is_written_piece_by_piece_is_one_object() {
        let section = SECTIONS.iter().find(|one| one.name == "consents");
        let section = section.expect("a section");
        let cells =
            |flag: &str| ["Privacy \"1\"", "3", flag, "fr", "12"].map(|cell| Some(cell.to_owned()));
        let mut writer = DataWriter::new(Instant(7));
        writer.begin(section);
        writer.row(section, &cells("1"));
        let mut text = writer.take();
        writer.row(section, &cells("false"));
        writer.end();
        text.push_str(&writer.finish());
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["made_at"], 7);
        assert_eq!(read["consents"][0]["policy"], "Privacy \"1\"");
        assert_eq!(read["consents"][0]["consented"], true);
        assert_eq!(read["consents"][1]["consented"], false);
        assert_eq!(read["consents"][1]["version"], 3);
    }
}
