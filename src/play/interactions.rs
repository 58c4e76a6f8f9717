//! Interactions as rows, for reports: identifier, kind, response, result. Reads a document, nothing else.

use std::collections::BTreeMap;

use scorm::runtime::Document;

/// In the order of their index. An index may be missing: packages skip some.
pub(super) fn rows(document: &Document) -> Vec<[String; 4]> {
    let mut by_index: BTreeMap<u32, [String; 4]> = BTreeMap::new();
    for (element, value) in document {
        let Some(rest) = element.strip_prefix("cmi.interactions.") else {
            continue;
        };
        let Some((index, field)) = rest.split_once('.') else {
            continue;
        };
        let Ok(index) = index.parse() else { continue };
        let column = match field {
            "id" => 0,
            "type" => 1,
            "student_response" | "learner_response" => 2,
            "result" => 3,
            _ => continue,
        };
        if let Some(cell) = by_index.entry(index).or_default().get_mut(column) {
            // PostgreSQL keeps no NUL in a text; the document has it as it came.
            *cell = value.replace('\0', "");
        }
    }
    by_index.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interactions_become_rows_in_order_whatever_their_index() {
        let pairs = [
            ("cmi.interactions.10.id", "last"),
            ("cmi.interactions.2.id", "first"),
            ("cmi.interactions.2.student_response", "a"),
            ("cmi.interactions.2.objectives.0.id", "ignored"),
            ("cmi.core.lesson_status", "passed"),
        ];
        let document: Document = pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect();
        let found = rows(&document);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], ["first", "", "a", ""].map(str::to_owned));
        assert_eq!(found[1][0], "last");
    }
}
