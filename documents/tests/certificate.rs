//! Certificates as a reader meets them: bytes, metadata, text that can be copied, refusals.

use documents::certificate::{Artwork, CertificateFacts, CertificateTemplate, Fact, render};
use documents::{Day, Error};
use image::{ImageFormat, RgbImage, RgbaImage};
use std::io::Cursor;
use std::process::Command;

const LANGUAGES: [&str; 5] = ["en", "fr", "es", "pt", "ar"];
const ADDRESS: &str = "https://learn.example.org/certificates/verify/7QX4-MB2K-9TRF";

fn facts(name: &str, course: &str) -> CertificateFacts {
    CertificateFacts {
        issued_on: Day {
            year: 2026,
            month: 5,
            day: 3,
        },
        name: name.to_owned(),
        course: course.to_owned(),
        date: "2026-05-03".to_owned(),
        expiry: None,
        score: Some("86".to_owned()),
        number: "2026-000417".to_owned(),
        verify_url: Some(ADDRESS.to_owned()),
    }
}

fn render_in(language: &str, facts: &CertificateFacts) -> Result<Vec<u8>, Error> {
    render(
        &CertificateTemplate::default_for(language),
        &Artwork::default(),
        facts,
    )
}

/// The copied text, or `None` where the tool that reads it is not installed.
fn extract(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("certificate.pdf");
    std::fs::write(&path, pdf).expect("a file in it");
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output();
    let text = String::from_utf8(output.ok()?.stdout).expect("the encoding asked for");
    // The tool adds marks of direction; they are not in the document.
    let marks = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    Some(text.chars().filter(marks).collect())
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbaImage::from_pixel(width, height, image::Rgba([20, 54, 92, 128]));
    picture
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture in memory");
    bytes.into_inner()
}

#[test]
fn every_language_prints_text_that_copies_as_it_was_written() {
    let name = "محمد الأمين O’Connor-Núñez";
    for language in LANGUAGES {
        let template = CertificateTemplate::default_for(language);
        let pdf = render_in(language, &facts(name, "Valuation")).unwrap();
        assert!(
            contains(&pdf, name),
            "{language}: the title of the document names the person"
        );
        let Some(text) = extract(&pdf) else { continue };
        let title = &template.title;
        for expected in [
            title,
            "Valuation",
            "2026-05-03",
            "86",
            "2026-000417",
            ADDRESS,
        ] {
            assert!(
                text.contains(expected),
                "{language}: {expected} is missing from {text}"
            );
        }
        // The tool reads a line of both directions as the page reads, not as the name does.
        let words: Vec<&str> = match language {
            "ar" => vec![name],
            _ => vec!["محمد الأمين", "O’Connor-Núñez"],
        };
        for expected in words {
            assert!(
                text.contains(expected),
                "{language}: {expected} is missing from {text}"
            );
        }
        for line in template.wording.iter().filter(|line| !line.contains('{')) {
            assert!(
                text.contains(line),
                "{language}: {line} is missing from {text}"
            );
        }
    }
}

#[test]
fn the_document_declares_pdf_a_and_its_language() {
    let pdf = render_in("fr", &facts("Chloë", "Origine")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for marker in [
        "<pdfaid:part>2<",
        "<pdfaid:conformance>B<",
        "/GTS_PDFA1",
        "/Lang(fr)",
    ] {
        assert!(contains(&pdf, marker), "{marker}");
    }
}

#[test]
fn the_same_award_gives_the_same_bytes_on_any_thread() {
    let make = || {
        let artwork = Artwork {
            logo: Some(png(64, 32)),
            signature: Some(png(90, 30)),
        };
        let template = CertificateTemplate::default_for("ar");
        render(&template, &artwork, &facts("محمّد Núñez", "التقييم")).unwrap()
    };
    let first = make();
    let others: Vec<_> = (0..4).map(|_| std::thread::spawn(make)).collect();
    for other in others {
        assert!(other.join().unwrap() == first);
    }
}

#[test]
fn hostile_and_endless_text_still_fits_on_one_page() {
    let hostile = [
        "",
        " \t\n ",
        "\u{202e}\u{2066}\u{0}\u{feff}",
        "<script>alert(1)</script> (\\) %%EOF endstream endobj",
        "{name}{course}{score}",
        "🎓🎓🎓",
        &"W".repeat(5_000),
        &"ن".repeat(5_000),
        &"a ".repeat(5_000),
        &"e\u{301}\u{302}\u{323}".repeat(200),
        &"مُحَمَّدٌ (Ruiz) ".repeat(100),
    ];
    for language in ["en", "ar"] {
        for text in hostile {
            let mut facts = facts(text, text);
            facts.date = text.to_owned();
            facts.score = Some(text.to_owned());
            facts.expiry = Some(text.to_owned());
            let pdf = render_in(language, &facts).unwrap_or_else(|e| panic!("{text:.40}: {e}"));
            assert!(contains(&pdf, "/Count 1"));
        }
    }
}

#[test]
fn a_letter_that_cannot_be_printed_is_named() {
    let error = render_in("en", &facts("山田 Tarō", "Valuation")).unwrap_err();
    assert_eq!(
        error,
        Error::MissingLetters {
            text: "山田 Tarō".to_owned(),
            letters: "山田".to_owned()
        }
    );
}

#[test]
fn a_template_of_too_many_lines_is_refused_in_words() {
    let mut template = CertificateTemplate::default_for("en");
    template.wording = vec!["and for the following reasons, in this order".to_owned(); 60];
    let error = render(&template, &Artwork::default(), &facts("Ana", "Origin")).unwrap_err();
    assert_eq!(error, Error::TooLong);
}

#[test]
fn only_the_facts_asked_for_and_known_are_printed() {
    let mut template = CertificateTemplate::default_for("en");
    template
        .printed_facts
        .retain(|printed| printed.fact != Fact::Number);
    let mut facts = facts("Ana", "Origin");
    facts.score = None;
    facts.verify_url = None;
    let pdf = render(&template, &Artwork::default(), &facts).unwrap();
    let Some(text) = extract(&pdf) else { return };
    assert!(text.contains("2026-05-03") && text.contains("Ana"));
    for absent in [
        "Score",
        "Certificate number",
        "2026-000417",
        "Valid until",
        "Verify",
    ] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
}

#[test]
fn the_verification_address_can_be_clicked() {
    assert!(contains(
        &render_in("en", &facts("Ana", "Origin")).unwrap(),
        ADDRESS
    ));
}

#[test]
fn images_of_any_shape_are_scaled_to_fit() {
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::new(40, 900)
        .write_to(&mut jpeg, ImageFormat::Jpeg)
        .unwrap();
    let artwork = Artwork {
        logo: Some(jpeg.into_inner()),
        signature: Some(png(3_000, 2)),
    };
    let template = CertificateTemplate::default_for("en");
    assert!(render(&template, &artwork, &facts("Ana", "Origin")).is_ok());
}

#[test]
fn an_image_that_cannot_be_used_is_refused_in_words() {
    let whole = png(64, 64);
    let cut_short = whole[..whole.len() / 2].to_vec();
    let mut boastful = whole.clone();
    // The width in the header, before any pixel: 1,073,741,824.
    boastful[16] = 0x40;
    for logo in [
        Vec::new(),
        b"GIF89a".to_vec(),
        b"\x89PNG".to_vec(),
        cut_short,
        boastful,
    ] {
        let artwork = Artwork {
            logo: Some(logo),
            signature: None,
        };
        let template = CertificateTemplate::default_for("en");
        let error = render(&template, &artwork, &facts("Ana", "Origin")).unwrap_err();
        assert!(matches!(error, Error::Image { .. }), "{error}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test measures real time")]
fn a_class_of_thirty_gets_its_certificates_without_waiting() {
    let start = std::time::Instant::now();
    for learner in 0..30 {
        render_in("ar", &facts(&format!("محمد {learner}"), "التقييم الجمركي")).unwrap();
    }
    // Some 60 ms each without optimisation; the bound only catches another order of magnitude.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
