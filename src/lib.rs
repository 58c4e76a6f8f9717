//! The web service: everything around the pure core.
