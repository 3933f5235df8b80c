//! Answers as one number: one digit per question, for no answer or one of the answers.

use crate::model::answer::Answer;

/// The base of the number: no answer, or one of five. It is part of the format: another number of answers needs a new
/// version of links.
const STATES: u64 = 6;
const _: () = assert!(Answer::ALL.len() as u64 + 1 == STATES);
/// The number of digits that are processed at a time: as many as fit into 32 bits, which opens thousands of links
/// about 20 times as fast as one by one.
const DIGITS: usize = 12;
const _: () = assert!(STATES.pow(DIGITS as u32) <= 1 << 32);

/// The number of bytes for this many answers: the bits of 6 to the power of `count`, rounded up.
#[must_use]
pub fn bytes_for(count: usize) -> usize {
    let mut greatest = Vec::new();
    for at in (0..count).step_by(DIGITS) {
        let base = base_of(DIGITS.min(count - at));
        shift_in(&mut greatest, base, base - 1);
    }
    let last = greatest.last().map_or(0, |word: &u32| word.leading_zeros() / 8);
    4 * greatest.len() - usize::try_from(last).unwrap_or_default()
}

/// The number, lowest byte first. The first answer is its highest digit.
#[must_use]
pub fn packed(digits: &[u8]) -> Vec<u8> {
    let mut words = Vec::new();
    for group in digits.chunks(DIGITS) {
        let number = group.iter().fold(0, |number, &digit| number * STATES + u64::from(digit));
        shift_in(&mut words, base_of(group.len()), number);
    }
    let mut bytes: Vec<u8> = words.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.resize(bytes_for(digits.len()), 0);
    bytes
}

/// The base of this many digits together.
fn base_of(digits: usize) -> u64 {
    (0..digits).fold(1, |base, _| base * STATES)
}

/// Multiplies a number, lowest word first, and adds.
fn shift_in(words: &mut Vec<u32>, base: u64, add: u64) {
    let mut carry = add;
    for word in words.iter_mut() {
        carry += u64::from(*word) * base;
        *word = low(carry);
        carry >>= 32;
    }
    if carry > 0 {
        words.push(low(carry));
    }
}

const fn low(number: u64) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The digits of a number; `None` if the number is too large for this many digits.
#[must_use]
pub fn unpacked(bytes: &[u8], count: usize) -> Option<Vec<u8>> {
    let word = |chunk: &[u8]| chunk.iter().rev().fold(0, |word, &byte| word << 8 | u32::from(byte));
    let mut words: Vec<u32> = bytes.chunks(4).map(word).collect();
    let mut digits = vec![0; count];
    for group in digits.rchunks_mut(DIGITS) {
        let base = base_of(group.len());
        let mut rest = 0;
        for word in words.iter_mut().rev() {
            let whole = rest << 32 | u64::from(*word);
            *word = low(whole / base);
            rest = whole % base;
        }
        for digit in group.iter_mut().rev() {
            *digit = u8::try_from(rest % STATES).ok()?;
            rest /= STATES;
        }
        while words.last() == Some(&0) {
            words.pop();
        }
    }
    words.iter().all(|&word| word == 0).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{STATES, bytes_for, packed, unpacked};

    /// Digit by digit, as in `docs/link-format.md`.
    fn by_digit(digits: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0_u8; 2 * digits.len()];
        for &digit in digits {
            let mut carry = u64::from(digit);
            for byte in &mut bytes {
                carry += u64::from(*byte) * STATES;
                *byte = carry.to_le_bytes()[0];
                carry >>= 8;
            }
        }
        bytes
    }

    #[test]
    fn digits_taken_many_at_a_time_make_the_number_that_they_make_one_by_one() {
        for count in 0..=130_usize {
            let greatest = vec![5; count];
            let mixed: Vec<u8> =
                (0..count).map(|at| u8::try_from((at * at + at / 3) % 6).unwrap_or_default()).collect();
            for digits in [greatest, mixed] {
                let (bytes, plain) = (packed(&digits), by_digit(&digits));
                assert_eq!(bytes.len(), bytes_for(count), "{count}");
                assert_eq!(bytes, plain[..bytes.len()], "{count}");
                assert!(plain[bytes.len()..].iter().all(|&byte| byte == 0), "{count}");
                assert_eq!(unpacked(&bytes, count), Some(digits), "{count}");
            }
            let used = by_digit(&vec![5; count]).iter().rposition(|&byte| byte > 0).map_or(0, |at| at + 1);
            assert_eq!(bytes_for(count), used, "{count}");
        }
    }

    #[test]
    fn a_number_too_large_for_its_digits_is_refused() {
        for count in [1, 11, 12, 13, 24, 39, 105] {
            let mut bytes = packed(&vec![5; count]);
            assert!(unpacked(&bytes, count).is_some(), "{count}");
            if let Some(last) = bytes.last_mut() {
                *last = 0xff;
            }
            assert_eq!(unpacked(&bytes, count), None, "{count}");
        }
    }
}
