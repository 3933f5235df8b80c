//! A link as a QR code.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use mlops_core::words;

/// The margin that the standard of QR codes requires, in modules.
const QUIET_ZONE: i32 = 4;

/// A link as a QR code: dark on light in every theme, as cameras expect.
#[component]
pub fn QrPicture(address: String) -> impl IntoView {
    let Ok(code) = QrCode::encode_text(&address, QrCodeEcc::Low) else {
        return view! { <p>{words::link::NO_QR}</p> }.into_any();
    };
    let size = code.size() + 2 * QUIET_ZONE;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE));
        }
    }
    view! {
        <div class="qr">
            <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=words::link::QR>
                <rect class="qr-ground" width=size height=size/>
                <path class="qr-ink" d=path/>
            </svg>
        </div>
    }
    .into_any()
}
