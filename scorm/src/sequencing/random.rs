//! Chance for selection and randomisation, from a seed the caller draws: the same seed gives the
//! same course.

/// `SplitMix64`: a counter whose every step is mixed well enough to shuffle a few items.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, 0 when there is none. The bias is 2⁻⁵⁰ for any real course.
    fn below(&mut self, bound: usize) -> usize {
        self.next().checked_rem(bound as u64).unwrap_or(0) as usize
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }

    /// `count` of the list, in the order of the list.
    pub(super) fn select<T: Copy>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut places: Vec<usize> = (0..list.len()).collect();
        self.shuffle(&mut places);
        places.truncate(count);
        places.sort_unstable();
        places
            .iter()
            .filter_map(|place| list.get(*place).copied())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_every_item_and_a_selection_keeps_the_order() {
        for seed in 0..50 {
            let mut list: Vec<u32> = (0..20).collect();
            Random::new(seed).shuffle(&mut list);
            let chosen = Random::new(seed).select(&list, 7);
            let mut at = list.iter();
            assert!(chosen.iter().all(|it| at.any(|other| other == it)));
            assert_eq!(chosen.len(), 7);
            list.sort_unstable();
            assert_eq!(list, (0..20).collect::<Vec<_>>());
        }
    }

    #[test]
    fn more_than_there_is_selects_all_of_it() {
        assert_eq!(Random::new(1).select(&[1, 2], 9), [1, 2]);
        assert_eq!(Random::new(1).select::<u8>(&[], 1), Vec::<u8>::new());
    }
}
