//! What the secretariat decides about joining and about passwords.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::auth::strength::{Needs, PasswordRule};
use crate::web::Fault;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Those who decide on a request are reminded after so many days, and every so many days from then on.
    pub remind_days: i64,
    /// The secretariat is asked as well when a request has waited so many days.
    pub escalate_days: i64,
    /// Name and address of somebody who was denied are kept so long, for questions.
    pub keep_denied_days: i64,
    pub password: PasswordRule,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            remind_days: 3,
            escalate_days: 7,
            keep_denied_days: 30,
            password: PasswordRule::default(),
        }
    }
}

const REMIND: RangeInclusive<i64> = 1..=30;
const ESCALATE: RangeInclusive<i64> = 1..=90;
const KEEP: RangeInclusive<i64> = 1..=365;
const LEAST: RangeInclusive<i64> = 8..=32;

/// The rules as typed, and as they are stored: each under its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    remind_days: String,
    escalate_days: String,
    keep_denied_days: String,
    password_least: String,
    /// Check boxes: not sent when not ticked.
    password_capital: Option<String>,
    password_digit: Option<String>,
}

impl RulesForm {
    pub fn of(rules: &Rules) -> Self {
        let ticked = |is_ticked: bool| is_ticked.then(|| "on".to_owned());
        Self {
            remind_days: rules.remind_days.to_string(),
            escalate_days: rules.escalate_days.to_string(),
            keep_denied_days: rules.keep_denied_days.to_string(),
            password_least: rules.password.least.to_string(),
            password_capital: ticked(rules.password.needs.capital()),
            password_digit: ticked(rules.password.needs.digit()),
        }
    }

    /// What was stored. What is missing, or was never possible, is as it is where nobody has decided.
    pub fn stored(find: impl Fn(&str) -> Option<String>) -> Self {
        let default = Self::of(&Rules::default());
        let number = |name: &str, default: String| find(name).unwrap_or(default);
        let flag = |name: &str, default: Option<String>| match find(name).as_deref() {
            None => default,
            Some(value) => (value == "on").then(|| value.to_owned()),
        };
        Self {
            remind_days: number("remind_days", default.remind_days),
            escalate_days: number("escalate_days", default.escalate_days),
            keep_denied_days: number("keep_denied_days", default.keep_denied_days),
            password_least: number("password_least", default.password_least),
            password_capital: flag("password_capital", default.password_capital),
            password_digit: flag("password_digit", default.password_digit),
        }
    }

    /// Names and values to be stored.
    pub fn values(&self) -> [(&'static str, &str); 6] {
        let flag = |flag: &Option<String>| if flag.is_some() { "on" } else { "off" };
        [
            ("remind_days", self.remind_days.trim()),
            ("escalate_days", self.escalate_days.trim()),
            ("keep_denied_days", self.keep_denied_days.trim()),
            ("password_least", self.password_least.trim()),
            ("password_capital", flag(&self.password_capital)),
            ("password_digit", flag(&self.password_digit)),
        ]
    }

    pub fn parse(&self) -> Result<Rules, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut number = |field: &'static str, typed: &str, range: RangeInclusive<i64>| {
            let number = typed.trim().parse().ok();
            let number = number.filter(|number| range.contains(number));
            if number.is_none() {
                faults.push(Fault::between(field, "rules-fault-range", &range));
            }
            number.unwrap_or(*range.start())
        };
        let rules = Rules {
            remind_days: number("remind_days", &self.remind_days, REMIND),
            escalate_days: number("escalate_days", &self.escalate_days, ESCALATE),
            keep_denied_days: number("keep_denied_days", &self.keep_denied_days, KEEP),
            password: PasswordRule {
                least: number("password_least", &self.password_least, LEAST),
                needs: Needs::of(
                    self.password_capital.is_some(),
                    self.password_digit.is_some(),
                ),
            },
        };
        if faults.is_empty() {
            Ok(rules)
        } else {
            Err(faults)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_nobody_has_chosen_are_the_defaults_and_stored_ones_come_back() {
        let none = RulesForm::stored(|_| None);
        assert_eq!(none.parse(), Ok(Rules::default()));
        let chosen = Rules {
            remind_days: 1,
            escalate_days: 14,
            keep_denied_days: 90,
            password: PasswordRule {
                least: 12,
                needs: Needs::Digit,
            },
        };
        let form = RulesForm::of(&chosen);
        let values = form.values().map(|(name, value)| (name, value.to_owned()));
        let find = |wanted: &str| {
            let mut values = values.iter();
            values
                .find(|(name, _)| *name == wanted)
                .map(|(_, value)| value.clone())
        };
        assert_eq!(RulesForm::stored(find).parse(), Ok(chosen));
    }

    #[test]
    fn a_number_outside_its_bounds_is_a_fault_of_its_field() {
        let form = RulesForm {
            remind_days: "0".to_owned(),
            password_least: "soon".to_owned(),
            ..RulesForm::of(&Rules::default())
        };
        let faults = form.parse().expect_err("faults");
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["remind_days", "password_least"]);
    }
}
