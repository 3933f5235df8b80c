//! Answers as one number: one digit a question, for no answer and for each that there is.

use crate::model::answer::Answer;

/// The base of the number. It is part of the format: another one needs another version of links.
const STATES: u32 = Answer::ALL.len() as u32 + 1;

/// How many bytes hold this many answers: the bits of 6 to the power of the count, rounded up.
#[must_use]
pub fn bytes_for(count: usize) -> usize {
    let mut most = vec![0];
    for _ in 0..count {
        shift_in(&mut most, u8::try_from(STATES - 1).unwrap_or_default());
    }
    if count == 0 { 0 } else { most.len() }
}

/// The number, the lowest byte first; the first answer is its highest digit.
#[must_use]
pub fn packed(digits: &[u8]) -> Vec<u8> {
    let mut number = vec![0];
    for &digit in digits {
        shift_in(&mut number, digit);
    }
    number.resize(bytes_for(digits.len()), 0);
    number
}

/// Multiplies by the base and adds.
fn shift_in(number: &mut Vec<u8>, digit: u8) {
    let mut carry = u32::from(digit);
    for byte in number.iter_mut() {
        carry += u32::from(*byte) * STATES;
        let [low, ..] = carry.to_le_bytes();
        *byte = low;
        carry >>= 8;
    }
    if let Some(carry) = u8::try_from(carry).ok().filter(|&carry| carry > 0) {
        number.push(carry);
    }
}

/// The digits of a number; none when it is too large for so many.
#[must_use]
pub fn unpacked(bytes: &[u8], count: usize) -> Option<Vec<u8>> {
    let mut number = bytes.to_vec();
    let mut digits = vec![0; count];
    for digit in digits.iter_mut().rev() {
        let mut rest = 0;
        for byte in number.iter_mut().rev() {
            let whole = rest << 8 | u32::from(*byte);
            *byte = u8::try_from(whole / STATES).ok()?;
            rest = whole % STATES;
        }
        *digit = u8::try_from(rest).ok()?;
    }
    number.iter().all(|&byte| byte == 0).then_some(digits)
}
