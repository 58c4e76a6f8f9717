//! What is stored about a person, as a list of declarations: each gives a part of the page and of the data beside it.
//! Whoever adds a table about people adds it here.

use crate::policies::db::asked_title;

/// One kind of thing. Its title is the message `rights-part-<name>`.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) name: &'static str,
    /// `$1` is the person. The first column is a number that grows, and is not shown; `$2` is the last one that was
    /// read, `$3` how many rows are read at once. The others are texts, one for each field.
    pub(super) sql: &'static str,
    pub(super) rows_at_once: i64,
    pub(super) fields: &'static [(&'static str, Shape)],
}

/// How a field is shown. In the data all but numbers, flags and JSON are texts, and instants are Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Number,
    Time,
    Flag,
    /// In hundredths.
    Percent,
    /// What a module has stored.
    Json,
    /// A word of the program with the message `<prefix><word>`.
    Word(&'static str),
    /// The name of a file beside the page.
    File,
}

use Shape::{File, Flag, Json, Number, Percent, Text, Time, Word};

/// There is one for everybody: shown as a list of its fields.
pub(super) const ONE: i64 = 1;
const ROWS: i64 = 500;
/// Each may hold what a module remembers, which is up to some hundred kilobytes.
const LARGE_ROWS: i64 = 20;

macro_rules! texts {
    ($($column:expr),* $(,)?) => { concat!($(", CAST(", $column, " AS TEXT)"),*) };
}

macro_rules! section {
    ($name:literal, $rows:expr, $position:literal, $from:literal, [$(($field:literal, $column:expr, $shape:expr)),* $(,)?]) => {
        Section {
            name: $name,
            sql: concat!(
                "SELECT CAST(", $position, " AS TEXT)", texts!($($column),*), " FROM ", $from,
                " AND ", $position, " > $2 ORDER BY ", $position, " LIMIT $3"
            ),
            rows_at_once: $rows,
            fields: &[$(($field, $shape)),*],
        }
    };
}

#[rustfmt::skip]
pub(super) const SECTIONS: [Section; 27] = [
    section!("account", ONE, "u.id", "users u JOIN organisations o ON o.id = u.organisation_id WHERE u.id = $1", [
        ("username", "u.username", Text), ("email", "u.email", Text), ("given-name", "u.given_name", Text),
        ("family-name", "u.family_name", Text), ("role", "u.role", Word("team-role-")),
        ("organisation", "o.name", Text), ("language", "u.lang", Text),
        ("state", "u.state", Word("team-status-")), ("created", "u.created_at", Time),
        ("last-login", "u.last_login_at", Time), ("temporary-password", "u.must_change_password", Flag),
        ("warned", "u.retention_warned_at", Time), ("learner-key", "u.learner_key", Text),
    ]),
    section!("profile", ONE, "u.id", "users u WHERE u.id = $1", [
        ("city", "u.city", Text), ("country", "u.country", Text), ("time-zone", "u.time_zone", Text),
        ("about", "u.description", Text), ("interests", "u.interests", Text), ("photo", "CASE WHEN \
        u.picture_hash IS NULL THEN '' ELSE 'files/photo.' || SUBSTR(u.picture_mime, 7) END", File),
    ]),
    section!("address-changes", ROWS, "c.user_id", "email_changes c WHERE c.user_id = $1", [
        ("email", "c.email", Text), ("until", "c.expires_at", Time),
    ]),
    section!("positions", ROWS, "j.id", "job_assignments j JOIN organisations o ON o.id = j.organisation_id LEFT \
        JOIN positions p ON p.id = j.position_id WHERE j.user_id = $1", [
        ("organisation", "o.name", Text), ("position", "p.name", Text), ("from", "j.started_at", Time),
        ("until", "j.ended_at", Time),
    ]),
    section!("designations", ROWS, "d.id", "coordinator_designations d JOIN organisations o ON o.id = \
        d.organisation_id WHERE d.user_id = $1", [
        ("organisation", "o.name", Text), ("kind", "d.kind", Word("organisations-kind-")),
        ("from", "d.starts_at", Time), ("until", "d.ends_at", Time),
    ]),
    section!("sessions", ROWS, "s.id", "sessions s WHERE s.user_id = $1", [
        ("from", "s.created_at", Time), ("last-seen", "s.seen_at", Time), ("until", "s.expires_at", Time),
        ("browser", "s.browser", Text), ("address", "s.address", Text),
    ]),
    section!("devices", ROWS, "s.position", "(SELECT d.seen_at, ROW_NUMBER() OVER (ORDER BY d.seen_at, d.token_hash) \
        AS position FROM login_devices d WHERE d.user_id = $1) s WHERE 1 = 1", [
        ("last-seen", "s.seen_at", Time),
    ]),
    section!("second-step", ROWS, "s.user_id", "second_steps s WHERE s.user_id = $1", [
        ("from", "s.confirmed_at", Time),
    ]),
    section!("identities", ROWS, "i.id", "identities i WHERE i.user_id = $1", [
        ("provider", "i.issuer", Text), ("identifier", "i.subject", Text), ("email", "i.email", Text),
        ("from", "i.created_at", Time), ("last-seen", "i.used_at", Time),
    ]),
    section!("consents", ROWS, "c.id", "consents c JOIN policy_versions v ON v.id = c.version_id WHERE c.user_id = $1", [
        ("policy", asked_title!(), Text), ("version", "v.number", Number), ("consented", "c.is_given", Flag),
        ("language", "c.lang", Text), ("at", "c.at", Time),
    ]),
    section!("requests", ROWS, "r.id", "requests r JOIN organisations o ON o.id = r.organisation_id WHERE r.user_id \
        = $1", [
        ("state", "r.state", Word("requests-state-")), ("organisation", "o.name", Text),
        ("given-name", "r.given_name", Text), ("family-name", "r.family_name", Text), ("email", "r.email", Text),
        ("created", "r.created_at", Time), ("confirmed", "r.confirmed_at", Time),
        ("decided", "r.decided_at", Time), ("reason", "r.reason", Text),
    ]),
    section!("talk", ROWS, "e.id", "request_events e JOIN requests r ON r.id = e.request_id WHERE r.user_id = $1", [
        ("request", "e.request_id", Number), ("at", "e.at", Time), ("event", "e.event", Text),
        ("detail", "e.detail", Text),
    ]),
    section!("enrolments", ROWS, "c.id", "enrolments n JOIN courses c ON c.id = n.course_id WHERE n.user_id = $1", [
        ("course", "c.title", Text), ("created", "n.enrolled_at", Time), ("from", "n.started_at", Time),
        ("completed", "n.completed_at", Time), ("progress", "n.progress * 100", Percent),
    ]),
    section!("grades", ROWS, "a.id", "results r JOIN activities a ON a.id = r.activity_id JOIN courses c ON c.id = \
        a.course_id WHERE r.user_id = $1", [
        ("course", "c.title", Text), ("activity", "a.title", Text), ("status", "r.status", Word("outcome-")),
        ("score", "r.score", Percent), ("completed", "r.met_at", Time), ("at", "r.updated_at", Time),
        ("document", "r.outcome", Json),
    ]),
    section!("launches", ROWS, "s.position", "(SELECT l.created_at, l.mode, a.title, ROW_NUMBER() OVER (ORDER BY \
        l.created_at, l.token_hash) AS position FROM launches l JOIN activities a ON a.id = l.activity_id WHERE \
        l.user_id = $1) s WHERE 1 = 1", [
        ("at", "s.created_at", Time), ("activity", "s.title", Text), ("kind", "s.mode", Text),
    ]),
    section!("attempts", ROWS, "t.id", "attempts t JOIN activities a ON a.id = t.activity_id JOIN courses c ON c.id \
        = a.course_id WHERE t.user_id = $1", [
        ("attempt", "t.id", Number), ("course", "c.title", Text), ("activity", "a.title", Text),
        ("number", "t.number", Number), ("status", "t.status", Word("outcome-")), ("score", "t.score", Percent),
        ("from", "t.started_at", Time), ("saved", "t.saved_at", Time), ("until", "t.ended_at", Time),
        ("seconds", "t.observed_ms / 1000", Number), ("document", "t.outcome", Json),
        ("place", "t.navigation", Json),
    ]),
    // Numbered without what weighs.
    section!("modules", LARGE_ROWS, "s.position", "(SELECT m.attempt_id, m.sco, ROW_NUMBER() OVER (ORDER BY \
        m.attempt_id, m.sco) AS position FROM attempts t JOIN attempt_scos m ON m.attempt_id = t.id WHERE t.user_id \
        = $1) s JOIN attempt_scos d ON d.attempt_id = s.attempt_id AND d.sco = s.sco WHERE 1 = 1", [
        ("attempt", "s.attempt_id", Number), ("module", "s.sco", Text), ("document", "d.document", Json),
    ]),
    section!("interactions", ROWS, "s.row_position", "(SELECT i.*, ROW_NUMBER() OVER (ORDER BY i.attempt_id, i.sco, \
        i.position) AS row_position FROM attempts t JOIN interactions i ON i.attempt_id = t.id WHERE t.user_id = $1) \
        s WHERE 1 = 1", [
        ("attempt", "s.attempt_id", Number), ("module", "s.sco", Text), ("number", "s.position", Number),
        ("identifier", "s.identifier", Text), ("kind", "s.kind", Text), ("response", "s.response", Text),
        ("result", "s.result", Text),
    ]),
    section!("late-entries", LARGE_ROWS, "y.id", "stray_entries y JOIN attempts t ON t.id = y.attempt_id WHERE \
        t.user_id = $1", [
        ("attempt", "y.attempt_id", Number), ("at", "y.received_at", Time), ("document", "y.body", Json),
    ]),
    section!("shared", LARGE_ROWS, "s.position", "(SELECT l.kind, l.target, l.value, ROW_NUMBER() OVER (ORDER BY \
        l.kind, l.target) AS position FROM learner_shared l WHERE l.user_id = $1) s WHERE 1 = 1", [
        ("kind", "s.kind", Text), ("identifier", "s.target", Text), ("document", "s.value", Text),
    ]),
    section!("certificates", ROWS, "k.id", "certificates k JOIN courses c ON c.id = k.course_id WHERE k.user_id = \
        $1", [
        ("course", "c.title", Text), ("code", "k.code", Text), ("state", "k.state", Word("certificates-state-")),
        ("created", "k.issued_at", Time), ("until", "k.ended_at", Time), ("reason", "k.end_reason", Text),
        ("document", "k.facts", Json), ("file", "'files/certificate-' || k.code || '.pdf'", File),
    ]),
    section!("alerts", ROWS, "a.id", "alerts a WHERE a.user_id = $1", [
        ("at", "a.created_at", Time), ("kind", "a.kind", Text), ("dismissed", "a.dismissed_at", Time),
    ]),
    section!("mails", ROWS, "m.id", "mails m WHERE m.recipient = (SELECT email FROM users WHERE id = $1)", [
        ("at", "m.created_at", Time), ("subject", "m.subject", Text), ("state", "m.state", Text),
    ]),
    section!("files-sent", ROWS, "s.position", "(SELECT p.*, ROW_NUMBER() OVER (ORDER BY p.created_at, p.id) AS \
        position FROM uploads p WHERE p.user_id = $1) s WHERE 1 = 1", [
        ("at", "s.created_at", Time), ("file", "s.file_name", Text), ("state", "s.state", Text),
    ]),
    section!("erasures", ROWS, "e.id", "erasures e WHERE e.user_id = $1", [
        ("kind", "e.why", Word("rights-why-")), ("state", "e.state", Word("rights-standing-")),
        ("at", "e.since", Time), ("reason", "e.reason", Text), ("until", "e.ended_at", Time),
        ("answer", "e.refusal", Text),
    ]),
    // Details speak of others wherever the deed did.
    section!("deeds", ROWS, "x.id", "audit_entries x WHERE x.actor_id = $1", [
        ("at", "x.at", Time), ("action", "x.action", Text), ("subject", "x.subject", Text),
        ("detail", "CASE WHEN x.subject = 'user ' || x.actor_id THEN x.detail ELSE '' END", Text),
        ("address", "x.address", Text),
    ]),
    // By whom is somebody else's data.
    section!("done-to-you", ROWS, "x.id", "audit_entries x WHERE (x.actor_id IS NULL OR x.actor_id <> $1) AND \
        (x.subject = 'user ' || CAST($1 AS BIGINT) OR x.subject IN (SELECT 'request ' || r.id FROM requests r WHERE \
        r.user_id = $1))", [
        ("at", "x.at", Time), ("action", "x.action", Text), ("detail", "x.detail", Text),
    ]),
];
