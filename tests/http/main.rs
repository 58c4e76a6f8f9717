//! HTTP-level tests: one file per feature, each test on a fresh database, on SQLite and on PostgreSQL.

#![expect(
    unreachable_pub,
    reason = "nothing is reachable from outside a test binary"
)]

mod support;

mod accounts;
mod articles;
mod audit;
mod auth;
mod authorization;
mod certificates;
mod commands;
mod consents;
mod contact;
mod course_settings;
mod courses;
mod dashboard;
mod erased;
mod grades;
mod guests;
mod headers;
mod identities;
mod learning;
mod locales;
mod mail;
mod organisations;
mod play;
mod play_outcomes;
mod play_properties;
mod play_sequencing;
mod policies;
mod profile;
mod publishing;
mod requests;
mod rights;
mod settings;
mod team;
mod uploads;
mod versions;
