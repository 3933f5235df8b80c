//! Time and random ids.

use std::time::Duration;

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Milliseconds since 1970-01-01T00:00:00Z; 0 for earlier times.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and above 0 or taken for it")]
pub fn now() -> u64 {
    Date::now() as u64
}

/// The offset of local time from UTC in minutes at a moment (in milliseconds since 1970). It differs between summer
/// and winter.
#[must_use]
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "moments are below 2^53, offsets below a day"
)]
pub fn utc_offset(at: u64) -> i32 {
    -(Date::new(&(at as f64).into()).get_timezone_offset() as i32)
}

/// Yields to the browser, so that it can paint and handle input.
pub async fn pause() {
    sleep(Duration::ZERO).await;
}

pub async fn sleep(duration: Duration) {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let waited = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).ok();
        }
    });
    JsFuture::from(waited).await.ok();
}

/// A random id (UUID version 4).
#[must_use]
pub fn random_id() -> String {
    // `crypto.randomUUID` exists only on https; `getRandomValues` exists everywhere.
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
