//! The time, and names that nobody has used before.

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// Seconds since 1970-01-01T00:00:00Z.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "milliseconds of any date fit")]
pub fn now_seconds() -> i64 {
    (Date::now() / 1000.0).floor() as i64
}

/// How many minutes the person's clock was or will be ahead of UTC at a moment, given in seconds since 1970: summer and
/// winter differ.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "seconds of any date fit")]
#[allow(clippy::cast_possible_truncation, reason = "less than a day, and whole minutes in this century")]
pub fn minutes_east(seconds: i64) -> i32 {
    let moment = Date::new(&(seconds as f64 * 1000.0).into());
    -moment.get_timezone_offset() as i32
}

/// Calls back after some time.
pub(super) fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds).ok();
    }
}

/// A random id (UUID version 4).
#[must_use]
pub fn random_id() -> String {
    // `crypto.randomUUID` exists only on https; these bytes can be had everywhere.
    let mut bytes = [0_u8; 16];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
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
