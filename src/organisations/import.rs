//! The member list as a table: what each row would do, before it does it.

use std::collections::HashMap;

use serde::Serialize;

use super::{Organisation, OrganisationForm, db};
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::sheets::Sheet;

/// A row and what becomes of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    pub number: u64,
    pub code: String,
    pub name: String,
    pub fate: Fate,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fate {
    New,
    Renamed {
        from: String,
    },
    Same,
    /// An earlier row has the same code.
    Repeated {
        line: u64,
    },
    Fault {
        key: &'static str,
    },
}

impl Fate {
    pub fn changes(&self) -> bool {
        matches!(self, Self::New | Self::Renamed { .. })
    }
}

/// The table lacks a column without which nothing can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingColumns;

pub fn plan(sheet: &Sheet, known: &[Organisation]) -> Result<Vec<Line>, MissingColumns> {
    let code = sheet.column(&["code", "idnumber", "id number", "iso", "codigo"]);
    let name = sheet.column(&[
        "name",
        "fullname",
        "administration",
        "member",
        "nom",
        "nombre",
        "nome",
    ]);
    if code.is_none() || name.is_none() {
        return Err(MissingColumns);
    }
    let known: HashMap<&str, &str> = known
        .iter()
        .map(|organisation| (organisation.code.as_str(), organisation.name.as_str()))
        .collect();
    let mut seen: HashMap<String, u64> = HashMap::new();
    Ok(sheet
        .rows
        .iter()
        .map(|row| {
            let form = OrganisationForm {
                code: row.cell(code).to_owned(),
                name: row.cell(name).to_owned(),
                closed: None,
            };
            line(row.line, &form, &known, &mut seen)
        })
        .collect())
}

fn line(
    number: u64,
    form: &OrganisationForm,
    known: &HashMap<&str, &str>,
    seen: &mut HashMap<String, u64>,
) -> Line {
    let (code, name, fate) = match form.parse() {
        Err(faults) => {
            let key = faults.first().map_or("core-bad-form", |fault| fault.key);
            (form.code.clone(), form.name.clone(), Fate::Fault { key })
        }
        Ok(input) => {
            let fate = match (seen.get(&input.code), known.get(input.code.as_str())) {
                (Some(line), _) => Fate::Repeated { line: *line },
                (None, None) => Fate::New,
                (None, Some(name)) if **name == input.name => Fate::Same,
                (None, Some(name)) => Fate::Renamed {
                    from: (*name).to_owned(),
                },
            };
            seen.entry(input.code.clone()).or_insert(number);
            (input.code, input.name, fate)
        }
    };
    Line {
        number,
        code,
        name,
        fate,
    }
}

/// Does what the rows say; those that change nothing are passed over. Returns how many changed something.
pub async fn apply(tx: &mut Tx, lines: &[Line], now: Instant) -> DbResult<usize> {
    let mut count = 0;
    for line in lines.iter().filter(|line| line.fate.changes()) {
        count += 1;
        match db::find_organisation_by_code(tx, &line.code).await? {
            None => {
                db::insert_organisation(tx, &line.code, &line.name, now).await?;
            }
            Some(found) => {
                db::mark_renamed(tx, found.id, &line.name).await?;
            }
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OrganisationId;

    #[test]
    fn each_row_says_what_it_would_do() {
        let csv =
            "ISO;Administration\nbe;Belgium\nci;Côte d’Ivoire\nBE;Belgique\n;Nowhere\nFR;France\n";
        let sheet = Sheet::read(csv.as_bytes()).expect("a sheet");
        let known = [("CI", "Ivory Coast"), ("FR", "France")].map(|(code, name)| Organisation {
            id: OrganisationId(1),
            code: code.to_owned(),
            name: name.to_owned(),
            is_open: true,
        });
        let lines = plan(&sheet, &known).expect("the columns");
        let told: Vec<_> = lines
            .iter()
            .map(|line| (line.number, line.code.as_str(), line.fate.clone()))
            .collect();
        let renamed = Fate::Renamed {
            from: "Ivory Coast".to_owned(),
        };
        let key = "organisations-fault-code";
        assert_eq!(
            told,
            [
                (2, "BE", Fate::New),
                (3, "CI", renamed),
                (4, "BE", Fate::Repeated { line: 2 }),
                (5, "", Fate::Fault { key }),
                (6, "FR", Fate::Same),
            ]
        );
    }

    #[test]
    fn a_table_without_codes_or_names_is_no_member_list() {
        let sheet = Sheet::read(b"country\nBelgium\n").expect("a sheet");
        assert_eq!(plan(&sheet, &[]), Err(MissingColumns));
    }
}
