//! Checks the prerequisites of an organisation at import, so that a mistake in them is known
//! before a learner stands before a closed door.

use std::collections::HashSet;

use super::course::{Items, Organization};
use super::problem::{ProblemKind, Problems};
use crate::prerequisites::Expression;

pub(super) fn check(organization: &Organization, problems: &mut Problems) {
    let items = || Items::over(&organization.items);
    let known: HashSet<&str> = items().map(|item| item.identifier.as_str()).collect();
    for item in items() {
        let Some(script) = &item.prerequisites else {
            continue;
        };
        match Expression::parse(script) {
            Ok(expression) => {
                for identifier in expression.identifiers() {
                    if !known.contains(identifier) {
                        problems.push(ProblemKind::PrerequisitesUnknown {
                            item: item.identifier.clone(),
                            identifier: identifier.to_owned(),
                        });
                    }
                }
            }
            Err(reason) => problems.push(ProblemKind::PrerequisitesUnreadable {
                item: item.identifier.clone(),
                expression: script.clone(),
                reason: reason.to_string(),
            }),
        }
    }
}
