//! Writes a specimen certificate in every language, and a report, into the folder given, to be
//! looked at.

use documents::certificate::{Artwork, CertificateFacts, CertificateTemplate, render};
use documents::report::{Block, CellAlignment, Column, Orientation, Report, Table};
use documents::{Day, Direction};
use image::{ImageFormat, Rgba, RgbaImage};
use std::error::Error;
use std::io::Cursor;
use std::path::PathBuf;

const SPECIMENS: [(&str, &str, &str, &str, &str); 6] = [
    (
        "en",
        "Amina O’Connor-Núñez",
        "Rules of Origin: Principles and Practice",
        "3 May 2026",
        "86 %",
    ),
    (
        "fr",
        "Chloë Œuvrard-N’Guessan",
        "Évaluation en douane : les six méthodes de l’Accord de l’OMC",
        "3 mai 2026",
        "86 %",
    ),
    (
        "es",
        "Íñigo Muñoz Peñalver",
        "Clasificación arancelaria según el Sistema Armonizado",
        "3 de mayo de 2026",
        "86 %",
    ),
    (
        "pt",
        "João Conceição",
        "Gestão de riscos e auditoria pós-desalfandegamento",
        "3 de maio de 2026",
        "86 %",
    ),
    (
        "ar",
        "محمّد الأمين O’Connor-Núñez",
        "التقييم الجمركي (WTO Valuation 2026): المبادئ والتطبيق",
        "3 مايو 2026",
        "86 %",
    ),
    (
        "long",
        "Maximiliana Wilhelmina Alexandrina Featherstonehaugh-Cholmondeley de la Concepción y Santísima Trinidad",
        "An advanced course on the classification of goods, the valuation of goods, the origin of goods and the many other things that customs officers in more than one hundred and eighty administrations have to know",
        "Wednesday, 23 September 2026",
        "100.00 out of 100.00 points (distinction)",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(
        std::env::args()
            .nth(1)
            .ok_or("name a folder to write into")?,
    );
    let artwork = Artwork {
        logo: Some(emblem()?),
        signature: Some(scribble()?),
    };
    for (language, name, course, date, score) in SPECIMENS {
        let mut template = CertificateTemplate::default_for(language);
        let (issuer, signatory, office) = match language {
            "ar" => ("إدارة الجمارك الوطنية", "ليلى بن يوسف", "المديرة العامة"),
            "fr" => (
                "Administration nationale des douanes",
                "Leïla Ben Youssef",
                "Directrice générale",
            ),
            _ => (
                "National Customs Administration",
                "Leila Ben Youssef",
                "Director General",
            ),
        };
        issuer.clone_into(&mut template.issuer);
        signatory.clone_into(&mut template.signatory_name);
        office.clone_into(&mut template.signatory_title);
        let facts = CertificateFacts {
            issued_on: Day {
                year: 2026,
                month: 5,
                day: 3,
            },
            name: name.to_owned(),
            course: course.to_owned(),
            date: date.to_owned(),
            expiry: None,
            score: Some(score.to_owned()),
            number: "2026-000417".to_owned(),
            verify_url: Some(
                "https://learn.example.org/certificates/verify/7QX4-MB2K-9TRF".to_owned(),
            ),
        };
        let pdf = render(&template, &artwork, &facts)?;
        std::fs::write(folder.join(format!("{language}.pdf")), pdf)?;
    }
    std::fs::write(
        folder.join("report.pdf"),
        documents::report::render(&report())?,
    )?;
    Ok(())
}

fn report() -> Report {
    let column = |title: &str, share, alignment| Column {
        title: title.to_owned(),
        share,
        alignment,
    };
    let rows = SPECIMENS
        .iter()
        .cycle()
        .take(60)
        .map(|(_, name, course, date, score)| {
            [name, course, date, score]
                .map(|cell| (*cell).to_owned())
                .to_vec()
        });
    let table = Table {
        columns: vec![
            column("Learner", 3.0, CellAlignment::Start),
            column("Course", 4.0, CellAlignment::Start),
            column("Completed", 1.6, CellAlignment::Start),
            column("Score", 1.0, CellAlignment::End),
        ],
        rows: rows.collect(),
    };
    let summary = "National Customs Administration, 1 January to 3 May 2026, 60 rows.";
    Report {
        language: "en".to_owned(),
        direction: Direction::LeftToRight,
        orientation: Orientation::Landscape,
        title: "Record of learning".to_owned(),
        made_on: Day {
            year: 2026,
            month: 5,
            day: 3,
        },
        blocks: vec![
            Block::Heading("Record of learning".to_owned()),
            Block::Paragraph(summary.to_owned()),
            Block::Table(table),
        ],
    }
}

/// A ring and a star, as an emblem may be.
fn emblem() -> image::ImageResult<Vec<u8>> {
    let navy = Rgba([0x14, 0x36, 0x5c, 0xff]);
    let picture = RgbaImage::from_fn(320, 320, |x, y| {
        let (dx, dy) = (x as f32 - 159.5, y as f32 - 159.5);
        let (radius, angle) = (dx.hypot(dy), dy.atan2(dx));
        let star = 78.0 + 34.0 * (angle * 8.0).cos();
        let dark = (140.0..156.0).contains(&radius) || (radius < star && radius > 30.0);
        if dark { navy } else { Rgba([0, 0, 0, 0]) }
    });
    png(&picture)
}

/// A looping line, as a hand may sign.
fn scribble() -> image::ImageResult<Vec<u8>> {
    let mut picture = RgbaImage::new(600, 180);
    for step in 0..6000_u16 {
        let t = f32::from(step) / 6000.0;
        let x = 40.0 + 500.0 * t + 34.0 * (t * 40.0).sin();
        let y = 90.0 + (62.0 - 44.0 * t) * (t * 40.0).cos() + 14.0 * (t * 11.0).sin();
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2)] {
            picture.put_pixel(x as u32 + dx, y as u32 + dy, Rgba([0x1b, 0x2a, 0x6b, 0xff]));
        }
    }
    png(&picture)
}

fn png(picture: &RgbaImage) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}
