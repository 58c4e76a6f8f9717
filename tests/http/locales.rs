//! Every message exists in every language, and every message is used.

use std::collections::BTreeSet;
use std::path::Path;

use clikc::i18n::{Lang, sources};

fn keys(lang: Lang) -> BTreeSet<String> {
    sources(lang)
        .values()
        .flat_map(|text| text.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

#[test]
fn every_language_has_the_same_messages() {
    let english = keys(Lang::En);
    assert!(!english.is_empty());
    for lang in Lang::ALL {
        let other = keys(lang);
        let missing: Vec<_> = english.difference(&other).collect();
        let surplus: Vec<_> = other.difference(&english).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{lang:?}: missing {missing:?}, surplus {surplus:?}"
        );
    }
}

#[test]
fn every_message_is_used_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in ["src", "scorm/src", "templates", "static"] {
        read_all(&root.join(folder), &mut text);
    }
    // Keys made of a prefix and a word from the data: the prefix is what the source shows.
    let unused: Vec<_> = keys(Lang::En)
        .into_iter()
        .filter(|key| !text.contains(&format!("\"{key}\"")) && !text.contains(&format!("'{key}'")))
        // The player composes its keys in script; `tests-js` checks them.
        .filter(|key| !key.starts_with("player-") && !is_composed(key, &text))
        .collect();
    assert!(unused.is_empty(), "unused messages: {unused:?}");
}

/// `error-404-title` is asked for as `"error-" ~ code ~ "-title"` or `format!("error-{}-title")`.
fn is_composed(key: &str, text: &str) -> bool {
    key.match_indices('-').any(|(at, _)| {
        let (prefix, _) = key.split_at(at + 1);
        text.contains(&format!("\"{prefix}\" ~")) || text.contains(&format!("\"{prefix}{{"))
    })
}

fn read_all(folder: &Path, text: &mut String) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_all(&path, text);
        } else if let Ok(content) = std::fs::read_to_string(&path) {
            text.push_str(&content);
        }
    }
}
