//! A36: every encoding a manifest arrives in.

use scorm::manifest;

use crate::support::{codes, item, sco, scorm12};

fn with_title(declaration: &str) -> String {
    let items = item("A", "").replace("Title A", "Café “été” الجمارك");
    scorm12(&items, &sco("R-A", "a.html")).replace(r#"<?xml version="1.0"?>"#, declaration)
}

fn title_and_codes(bytes: &[u8]) -> (String, Vec<&'static str>) {
    let course = manifest::parse(bytes).unwrap();
    (course.items().next().unwrap().title.clone(), codes(&course))
}

#[test]
fn utf8_is_read_with_and_without_declaration_and_mark() {
    let declared = with_title(r#"<?xml version="1.0" encoding="UTF-8"?>"#);
    let bare = with_title("");
    let padded = format!("\r\n  {declared}");
    for text in [
        declared.clone(),
        bare,
        padded,
        format!("\u{FEFF}{declared}"),
    ] {
        let expected = ("Café “été” الجمارك".to_owned(), vec![]);
        assert_eq!(title_and_codes(text.as_bytes()), expected, "{text}");
    }
}

#[test]
fn utf16_is_read_in_both_byte_orders_with_and_without_mark() {
    let text = with_title(r#"<?xml version="1.0" encoding="UTF-16"?>"#);
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked_little = [&[0xFF, 0xFE], little.as_slice()].concat();
    let marked_big = [&[0xFE, 0xFF], big.as_slice()].concat();
    for bytes in [little, big, marked_little, marked_big] {
        assert_eq!(
            title_and_codes(&bytes),
            ("Café “été” الجمارك".to_owned(), vec![])
        );
    }
}

#[test]
fn windows_1252_called_utf8_is_read_and_reported() {
    for declaration in ["", r#"<?xml version="1.0" encoding="utf-8"?>"#] {
        let text = with_title(declaration).replace(" الجمارك", "");
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| match c {
                'é' => 0xE9,
                '“' => 0x93,
                '”' => 0x94,
                ascii => u8::try_from(ascii).unwrap(),
            })
            .collect();
        assert_eq!(
            title_and_codes(&bytes),
            ("Café “été”".to_owned(), vec!["encoding-guessed"])
        );
    }
}

#[test]
fn a_declared_single_byte_encoding_is_obeyed() {
    let text = with_title(r#"<?xml version="1.0" encoding="windows-1256"?>"#);
    let (bytes, _, lost) = encoding_rs::WINDOWS_1256.encode(&text);
    assert!(!lost);
    assert_eq!(
        title_and_codes(&bytes),
        ("Café “été” الجمارك".to_owned(), vec![])
    );
}

#[test]
fn utf8_called_latin_1_is_read_as_utf8() {
    let text = with_title(r#"<?xml version="1.0" encoding="ISO-8859-1"?>"#);
    let (title, codes) = title_and_codes(text.as_bytes());
    assert_eq!(title, "Café “été” الجمارك");
    assert_eq!(codes, ["encoding-guessed"]);
}

#[test]
fn ascii_needs_no_warning_whatever_it_is_called() {
    for label in ["US-ASCII", "ISO-8859-1", "UTF-16", "no-such-encoding"] {
        let text = scorm12(&item("A", ""), &sco("R-A", "a.html"))
            .replace("?>", &format!(" encoding=\"{label}\"?>"));
        assert_eq!(
            title_and_codes(text.as_bytes()),
            ("Title A".to_owned(), vec![]),
            "{label}"
        );
    }
}

#[test]
fn entities_and_cdata_reach_the_title() {
    for (written, read) in [
        ("Risk &amp; control", "Risk & control"),
        (
            "a &lt; b &gt; c &quot;d&quot; &apos;e&apos;",
            "a < b > c \"d\" 'e'",
        ),
        ("<![CDATA[Risk & <b>control</b>]]>", "Risk & <b>control</b>"),
        ("caf&#233; &#xE9;", "café é"),
        ("Risk & control", "Risk & control"),
        ("one\n   line", "one line"),
        ("a&nbsp;b", "a&nbsp;b"),
        ("a&#0;b\u{1}c", "a&#0;bc"),
    ] {
        let items = item("A", "").replace("Title A", written);
        let (title, _) = title_and_codes(scorm12(&items, &sco("R-A", "a.html")).as_bytes());
        assert_eq!(title, read, "{written}");
    }
}
