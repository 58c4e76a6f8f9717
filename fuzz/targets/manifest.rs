//! Any bytes as an `imsmanifest.xml`: a course or a refusal with a sentence, never a panic.
#![no_main]

use scorm::manifest;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match manifest::parse(bytes) {
        Ok(course) => drop(format!("{course:?}")),
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
});
