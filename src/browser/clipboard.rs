//! Copying, by `navigator.clipboard` or by the older `document.execCommand("copy")`.
//!
//! `navigator.clipboard` does not exist on plain http, and fails in a frame without permission to use it. The older
//! command works in both, shortly after a click or a key press.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, ClipboardEvent, ClipboardItem, FocusOptions, HtmlDocument, HtmlElement,
    HtmlTextAreaElement,
};

use super::window;

/// The browser refuses to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipboardError;

const PLAIN: &str = "text/plain";
const RICH: &str = "text/html";

/// Whether the browser offers a clipboard. Copying may still fail.
#[must_use]
pub fn is_allowed() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator
        .is_some_and(|navigator| Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| !it.is_undefined()))
}

/// Copies a text.
///
/// # Errors
///
/// The browser refuses. The page can then show the text selected in a field.
pub async fn copy_text(text: &str) -> Result<(), ClipboardError> {
    let written = match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    };
    if written { Ok(()) } else { copy_by_command(None, text) }
}

/// Copies HTML for programs that accept it, and plain text for all others.
///
/// The older command is tried first, because it copies the HTML unchanged. Chromium's clipboard sanitises HTML under
/// this page's policy and logs an error for every `style` attribute, so it gets the HTML without them. `html` is
/// written by this program, with every quotation mark of a text escaped.
///
/// # Errors
///
/// The browser refuses. The page can then show the text selected in a field.
pub async fn copy_rich(html: &str, plain: &str) -> Result<(), ClipboardError> {
    if copy_by_command(Some(html), plain).is_ok() {
        return Ok(());
    }
    let (clipboard, item) = clipboard().zip(item(&without_styles(html), plain)).ok_or(ClipboardError)?;
    JsFuture::from(clipboard.write(&Array::of1(&item))).await.map(drop).map_err(|_| ClipboardError)
}

fn clipboard() -> Option<Clipboard> {
    window().map(|window| window.navigator().clipboard()).filter(|clipboard| !clipboard.is_undefined())
}

fn without_styles(html: &str) -> String {
    let mut parts = html.split(" style=\"");
    let before = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once('"')).fold(before, |kept, (_, rest)| kept + rest)
}

fn item(html: &str, plain: &str) -> Option<ClipboardItem> {
    let entry = |mime: &str, text: &str| {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options);
        blob.ok().map(|blob| JsValue::from(Array::of2(&JsValue::from_str(mime), &blob)))
    };
    let record = Object::from_entries(&Array::of2(&entry(RICH, html)?, &entry(PLAIN, plain)?)).ok()?;
    ClipboardItem::new_with_record_from_str_to_blob_promise(&record).ok()
}

/// Selects the text in a temporary field while the command runs, then restores the focus.
fn copy_by_command(html: Option<&str>, plain: &str) -> Result<(), ClipboardError> {
    let document = window().and_then(|window| window.document()).ok_or(ClipboardError)?;
    let before = document.active_element();
    // Everything outside an open dialog is inert: a field there cannot be selected.
    let dialog = before.as_ref().and_then(|element| element.closest("dialog").ok().flatten());
    let place = match dialog {
        Some(dialog) => dialog,
        None => document.body().ok_or(ClipboardError)?.into(),
    };
    let field = document.create_element("textarea").map_err(|_| ClipboardError)?;
    let field: HtmlTextAreaElement = field.dyn_into().map_err(|_| ClipboardError)?;
    field.set_value(plain);
    // A writable field would open the on-screen keyboard.
    field.set_read_only(true);
    field.set_attribute("aria-hidden", "true").ok();
    // Set by script, because a policy without 'unsafe-inline' ignores a style attribute.
    let style = field.style();
    for (property, value) in [("position", "fixed"), ("top", "0"), ("opacity", "0")] {
        style.set_property(property, value).ok();
    }
    let kinds = [html.map(|html| (RICH, html.to_owned())), Some((PLAIN, plain.to_owned()))];
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            for (mime, text) in kinds.iter().flatten() {
                data.set_data(mime, text).ok();
            }
            event.prevent_default();
        }
    });
    field.set_oncopy(Some(fill.as_ref().unchecked_ref()));
    place.append_child(&field).map_err(|_| ClipboardError)?;
    let without_scrolling = FocusOptions::new();
    without_scrolling.set_prevent_scroll(true);
    field.focus_with_options(&without_scrolling).ok();
    field.select();
    let copied = document.unchecked_ref::<HtmlDocument>().exec_command("copy");
    field.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        before.focus_with_options(&without_scrolling).ok();
    }
    if copied == Ok(true) { Ok(()) } else { Err(ClipboardError) }
}
