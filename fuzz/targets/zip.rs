//! Any bytes as an uploaded archive: a version whose every file can be read back, or a refusal
//! that leaves nothing behind.
#![no_main]

use packages::{Limits, Store};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("the machine has room for temporary files");
    let upload = folder.path().join("upload.zip");
    std::fs::write(&upload, bytes).expect("the machine has room for temporary files");
    let store = Store::open(folder.path().join("store")).expect("a fresh store opens");
    let limits = Limits {
        // What a minute's fuzzing can afford to unpack.
        max_total_bytes: 1 << 20,
        ..Limits::default()
    };
    match packages::import(&upload, &store, &limits, &mut |_| {}) {
        Ok(version) => {
            for file in version.files() {
                let content = store
                    .read_extent(&file.body)
                    .expect("a published file is there");
                assert_eq!(content.len() as u64, file.size_bytes());
            }
        }
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
});
