//! The site's rules, all of them as they are but for those named.

use super::{Actor, Reply};

pub async fn set_rules(secretariat: &mut Actor, changes: &[(&str, &str)]) -> Reply {
    let defaults = [
        ("remind_days", "3"),
        ("escalate_days", "7"),
        ("keep_denied_days", "30"),
        ("password_least", "8"),
        ("password_capital", "on"),
        ("password_digit", "on"),
    ];
    let changed = |name: &str| changes.iter().find(|(changed, _)| *changed == name);
    let fields = defaults.map(|(name, value)| (name, changed(name).map_or(value, |one| one.1)));
    // A check box that is not ticked is not sent.
    let sent: Vec<_> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    secretariat.post("/settings/rules", &sent).await
}
