//! Any bytes as a script of API calls, its end, and the start of the session that follows.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| scorm::runtime::script::fuzz(bytes));
