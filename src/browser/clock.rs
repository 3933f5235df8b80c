//! The time, and names that nobody has used before.

use js_sys::Date;
use web_sys::window;

/// Seconds since 1970-01-01T00:00:00Z.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "milliseconds of any date fit")]
pub fn now_seconds() -> i64 {
    (Date::now() / 1000.0).floor() as i64
}

/// A random id (UUID version 4).
#[must_use]
pub fn random_id() -> String {
    // `crypto.randomUUID` exists only on https; these bytes can be had everywhere.
    let mut bytes = [0_u8; 16];
    let filled = window().and_then(|window| window.crypto().ok()).map(|crypto| {
        crypto.get_random_values_with_u8_array(&mut bytes).is_ok()
    });
    if filled != Some(true) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut id = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for half in [byte >> 4, byte & 0x0f] {
            id.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    id
}
