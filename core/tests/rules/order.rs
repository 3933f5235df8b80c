//! Sorting, compared with the library's own.

use mlops_core::order;
use proptest::prelude::*;

proptest! {
    #[test]
    fn things_are_sorted_as_the_library_sorts_them_and_equal_ones_keep_their_order(keys in proptest::collection::vec(0_u8..12, 0..80)) {
        let things: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
        let (mut ours, mut theirs) = (things.clone(), things.clone());
        order::sort_by_key(&mut ours, |&(key, _)| key);
        theirs.sort_by_key(|&(key, _)| key);
        prop_assert_eq!(&ours, &theirs);
        order::sort_by(&mut ours, |one, other| other.cmp(one));
        theirs.sort_by(|one, other| other.cmp(one));
        prop_assert_eq!(&ours, &theirs);
        order::sort(&mut ours);
        prop_assert_eq!(ours, { theirs.sort(); theirs });
    }
}
