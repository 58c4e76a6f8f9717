//! All SQL about courses, sections, activities and enrolments.

mod reading;
mod rows;
mod writing;

pub use reading::*;
pub use writing::*;
