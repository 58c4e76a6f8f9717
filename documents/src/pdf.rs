//! Opening a PDF/A-2b document and saying what it is. Knows nothing of its content.

use crate::{Day, Direction, Error};
use krilla::configure::ConfigurationBuilder;
use krilla::configure::validate::Archival;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

/// The short and the long side of A4, in points.
pub(crate) const A4: (f32, f32) = (595.28, 841.89);

/// What every document tells about itself.
pub(crate) struct Description<'a> {
    pub(crate) title: String,
    pub(crate) language: &'a str,
    pub(crate) direction: Direction,
    pub(crate) made_on: Day,
}

impl Description<'_> {
    pub(crate) fn metadata(self) -> Metadata {
        let Day { year, month, day } = self.made_on;
        let direction = match self.direction {
            Direction::LeftToRight => TextDirection::LeftToRight,
            Direction::RightToLeft => TextDirection::RightToLeft,
        };
        Metadata::new()
            .title(self.title)
            .creation_date(DateTime::new(year).month(month).day(day))
            .creator("CLiKC".to_owned())
            .language(self.language.to_owned())
            .text_direction(direction)
    }
}

/// An empty document that refuses to be finished unless it keeps to PDF/A-2b.
pub(crate) fn archival_document() -> Result<Document, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_B)
        .finish()
        .map_err(|error| Error::Pdf(format!("{error:?}")))?;
    Ok(Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    }))
}

pub(crate) fn page_of(width: f32, height: f32) -> Result<PageSettings, Error> {
    PageSettings::from_wh(width, height)
        .ok_or_else(|| Error::Pdf("the page has no size".to_owned()))
}
