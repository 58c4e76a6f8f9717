//! Reports: headings, paragraphs and tables over as many A4 pages as they take.
//!
//! Owns page breaks. Must not know what the columns mean: every cell arrives as words.

use crate::canvas::Canvas;
use crate::pdf::{self, A4, Description};
use crate::typeset::{Case, END_ISOLATE, ISOLATE, Paragraph, Style, Typesetter, Weight};
use crate::{Colour, Day, Direction, Error};
use parley::Alignment;

const MARGIN: f32 = 48.0;
const CELL_PADDING: f32 = 4.0;
/// Beyond this a cell is cut; the spreadsheet exports keep it whole.
const MAX_CELL_CHARS: usize = 800;

/// A document of blocks, one below the other.
#[derive(Debug, Clone)]
pub struct Report {
    /// BCP 47 tag of the language the words are in.
    pub language: String,
    pub direction: Direction,
    pub orientation: Orientation,
    /// Printed at the foot of every page, and the title of the document.
    pub title: String,
    pub made_on: Day,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

#[derive(Debug, Clone)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    Table(Table),
}

/// A table whose head is repeated on every page. A row with fewer cells than columns is filled up
/// with empty ones.
#[derive(Debug, Clone)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    /// The part of the width this column takes, relative to the other columns.
    pub share: f32,
    pub alignment: CellAlignment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellAlignment {
    Start,
    /// For numbers.
    End,
}

/// Makes the PDF. The same report always gives the same bytes.
pub fn render(report: &Report) -> Result<Vec<u8>, Error> {
    let (width, height) = match report.orientation {
        Orientation::Portrait => A4,
        Orientation::Landscape => (A4.1, A4.0),
    };
    let mut typesetter = Typesetter::new();
    let mut composer = Composer {
        typesetter: &mut typesetter,
        direction: report.direction,
        width: width - 2.0 * MARGIN,
        height: height - 2.0 * MARGIN,
        pages: vec![Vec::new()],
        y: 0.0,
    };
    for block in &report.blocks {
        composer.block(block);
    }
    let pages = composer.with_feet(&report.title);
    let mut document = pdf::archival_document()?;
    for items in &pages {
        let mut page = document.start_page_with(pdf::page_of(width, height)?);
        let mut canvas = Canvas::new(page.surface());
        for item in items {
            item.draw(&mut canvas);
        }
        canvas.finish();
        page.finish();
    }
    let description = Description {
        title: typesetter.legible(&report.title),
        language: &report.language,
        direction: report.direction,
        made_on: report.made_on,
    };
    document.set_metadata(description.metadata());
    Ok(document.finish()?)
}

/// Something at a place within the margins.
enum Item {
    Text {
        paragraph: Paragraph,
        x: f32,
        y: f32,
    },
    Rule {
        y: f32,
        width: f32,
        thickness: f32,
        colour: Colour,
    },
}

impl Item {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        match self {
            Self::Text { paragraph, x, y } => {
                canvas.paragraph(paragraph, MARGIN + x, MARGIN + y);
            }
            Self::Rule {
                y,
                width,
                thickness,
                colour,
            } => {
                canvas.rule(MARGIN, MARGIN + y, *width, *thickness, *colour);
            }
        }
    }
}

struct Composer<'a> {
    typesetter: &'a mut Typesetter,
    direction: Direction,
    width: f32,
    height: f32,
    pages: Vec<Vec<Item>>,
    /// Where the next item stands on the last page.
    y: f32,
}

/// One row's cells, each with its left edge.
type Row = Vec<(f32, Paragraph)>;

impl Composer<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => {
                let style = self.style(15.0, Weight::Bold, Colour::NAVY, Alignment::Start);
                // A heading at the very foot would stand apart from what it heads.
                self.text(text, style, 60.0);
            }
            Block::Paragraph(text) => {
                let style = self.style(10.0, Weight::Regular, Colour::INK, Alignment::Start);
                self.text(text, style, 0.0);
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn style(&self, size: f32, weight: Weight, colour: Colour, alignment: Alignment) -> Style {
        let (case, direction) = (Case::AsWritten, self.direction);
        Style {
            size,
            weight,
            case,
            colour,
            alignment,
            direction,
        }
    }

    fn text(&mut self, text: &str, style: Style, room_below: f32) {
        let paragraph = self.bounded(text, style, self.width);
        self.make_room(paragraph.height + room_below);
        let height = paragraph.height;
        let y = self.y;
        self.place(Item::Text {
            paragraph,
            x: 0.0,
            y,
        });
        self.y += height + 8.0;
    }

    fn table(&mut self, table: &Table) {
        let titles: Vec<&str> = table
            .columns
            .iter()
            .map(|column| column.title.as_str())
            .collect();
        let head = self.row(table, &titles, Weight::Bold, Colour::NAVY);
        self.make_room(3.0 * row_height(&head));
        self.place_row(head, 1.0, Colour::NAVY);
        for cells in &table.rows {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let row = self.row(table, &cells, Weight::Regular, Colour::INK);
            if self.make_room(row_height(&row)) {
                let head = self.row(table, &titles, Weight::Bold, Colour::NAVY);
                self.place_row(head, 1.0, Colour::NAVY);
            }
            self.place_row(row, 0.6, Colour::MIST);
        }
        self.y += 12.0;
    }

    fn row(&mut self, table: &Table, cells: &[&str], weight: Weight, colour: Colour) -> Row {
        let shares: f32 = table
            .columns
            .iter()
            .map(|column| column.share.max(0.1))
            .sum();
        let mut row = Row::new();
        let mut start = 0.0;
        for (column, text) in table
            .columns
            .iter()
            .zip(cells.iter().chain(std::iter::repeat(&"")))
        {
            let width = self.width * column.share.max(0.1) / shares;
            let alignment = match column.alignment {
                CellAlignment::Start => Alignment::Start,
                CellAlignment::End => Alignment::End,
            };
            let style = self.style(8.5, weight, colour, alignment);
            let inner = (width - 2.0 * CELL_PADDING).max(1.0);
            let cell = self.bounded(text, style, inner);
            let x = match self.direction {
                Direction::LeftToRight => start,
                Direction::RightToLeft => self.width - start - width,
            };
            row.push((x + CELL_PADDING, cell));
            start += width;
        }
        row
    }

    /// The text cut until it takes no more than half a page.
    fn bounded(&mut self, text: &str, style: Style, width: f32) -> Paragraph {
        let text = self.typesetter.legible(text);
        let mut limit = MAX_CELL_CHARS;
        loop {
            let mut cut: String = text.chars().take(limit).collect();
            if cut.len() < text.len() {
                cut.push('…');
            }
            // A name keeps the direction of its own letters, whatever page it stands on.
            let isolated = format!("{ISOLATE}{cut}{END_ISOLATE}");
            let paragraph = self.typesetter.paragraph(&isolated, style, width);
            if paragraph.height <= self.height / 2.0 || limit <= 1 {
                return paragraph;
            }
            limit /= 2;
        }
    }

    fn place_row(&mut self, row: Row, thickness: f32, colour: Colour) {
        let y = self.y + CELL_PADDING;
        self.y += row_height(&row);
        for (x, paragraph) in row {
            self.place(Item::Text { paragraph, x, y });
        }
        let (y, width) = (self.y, self.width);
        self.place(Item::Rule {
            y,
            width,
            thickness,
            colour,
        });
    }

    /// Starts a new page when `height` does not fit on this one, and tells whether it did.
    fn make_room(&mut self, height: f32) -> bool {
        // A block that fits on no page is placed where it stands rather than after empty pages.
        let full = self.y > 0.0 && self.y + height > self.height;
        if full {
            self.pages.push(Vec::new());
            self.y = 0.0;
        }
        full
    }

    fn place(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// The pages with the title and the page's number in the bottom margin of each.
    fn with_feet(mut self, title: &str) -> Vec<Vec<Item>> {
        let mut pages = std::mem::take(&mut self.pages);
        let total = pages.len();
        let title = self.typesetter.legible(title);
        let (width, y) = (self.width, self.height + 14.0);
        for (index, page) in pages.iter_mut().enumerate() {
            let start = self.style(7.5, Weight::Regular, Colour::SLATE, Alignment::Start);
            let end = self.style(7.5, Weight::Regular, Colour::SLATE, Alignment::End);
            let paragraph = self.typesetter.fitted(&title, start, width * 0.8, 1);
            let x = match self.direction {
                Direction::LeftToRight => 0.0,
                Direction::RightToLeft => width * 0.2,
            };
            page.push(Item::Text { paragraph, x, y });
            let number = format!("{} / {total}", index + 1);
            let paragraph = self.typesetter.paragraph(&number, end, width);
            page.push(Item::Text {
                paragraph,
                x: 0.0,
                y,
            });
        }
        pages
    }
}

fn row_height(row: &Row) -> f32 {
    let tallest = row.iter().map(|(_, cell)| cell.height).fold(0.0, f32::max);
    tallest + 2.0 * CELL_PADDING
}
