//! Whatever the bytes, an import ends with a version or a sentence, and never in a panic.

use packages::{Limits, testing};
use proptest::prelude::*;

use crate::support::Shelf;

fn survives(bytes: &[u8]) {
    let shelf = Shelf::new();
    let limits = Limits {
        max_total_bytes: 16 << 20,
        ..Limits::default()
    };
    if let Err(refusal) = shelf.import_within(bytes, &limits) {
        assert!(!refusal.is_server_fault(), "{refusal}");
    }
    assert_eq!(shelf.staged(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        survives(&bytes);
    }

    #[test]
    fn a_package_with_changed_bytes_is_survived(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut zip = testing::zip_fixture("assets-only").unwrap();
        for (index, byte) in changes {
            let at = index.index(zip.len());
            zip[at] = byte;
        }
        survives(&zip);
    }

    #[test]
    fn a_directory_with_changed_bytes_is_survived(
        changes in proptest::collection::vec((0_usize..400, any::<u8>()), 1..8),
    ) {
        let mut zip = testing::package_with(&[("a.txt", b"a")]).unwrap();
        let len = zip.len();
        for (back, byte) in changes {
            zip[len - 1 - back.min(len - 1)] = byte;
        }
        survives(&zip);
    }

    #[test]
    fn any_name_is_kept_inside_the_package(name in "\\PC{1,40}") {
        let shelf = Shelf::new();
        if let Ok(version) = shelf.import(&testing::package_with(&[(&name, b"x")]).unwrap()) {
            for file in version.files() {
                let path = file.path.as_str();
                prop_assert!(!path.starts_with('/') && path.split('/').all(|part| part != ".."));
                prop_assert!(version.lookup(path).is_some());
            }
        }
    }
}
