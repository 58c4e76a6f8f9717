//! Every attack is refused for its own reason, and leaves nothing behind.

use packages::testing::hostile;

use crate::support::Shelf;

#[test]
fn every_attack_is_refused_for_its_own_reason_and_leaves_nothing() {
    let shelf = Shelf::new();
    for attack in hostile::all().unwrap() {
        let refusal = shelf.import(&attack.zip).expect_err(attack.name);
        let variant = format!("{refusal:?}");
        assert!(
            variant.starts_with(attack.refusal),
            "{}: {variant}",
            attack.name
        );
        assert!(refusal.to_string().len() > 40, "{}: {refusal}", attack.name);
        assert_eq!((shelf.blobs(), shelf.staged()), (0, 0), "{}", attack.name);
    }
}

#[test]
fn a_directory_of_a_million_entries_is_refused_before_it_is_read() {
    let refusal = Shelf::new()
        .import(&hostile::count_bomb(1_000_000).unwrap())
        .unwrap_err();
    assert!(
        refusal.to_string().contains("lists 1000002 files"),
        "{refusal}"
    );
}
