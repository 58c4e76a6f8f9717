//! Hostile zip in, checked and immutable package version out. No HTTP, no SQL.
