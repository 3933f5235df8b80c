//! The clipboard and the share dialog. Browsers copy only after a key press or click, which a test does not have. So
//! the browser's functions are replaced, and the tests check how they are called.

use mlops_maturity::browser::clipboard::{ClipboardError, copy_rich, copy_text};
use mlops_maturity::browser::share::{ShareError, can_share, share};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Instead, js, js_holds, js_later, js_text};

/// The old command, which copies the selected text unless a page fills the clipboard itself.
fn old_command() -> Instead {
    js("self.copied = undefined");
    Instead::of(
        "document",
        "execCommand",
        "{ value(command) { \
           const field = document.activeElement; \
           const clipboardData = new DataTransfer(); \
           const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }); \
           const filled = !field.dispatchEvent(event); \
           self.copied = { command, filled, text: clipboardData.getData('text/plain'), \
             html: clipboardData.getData('text/html'), where: field.parentElement.localName, \
             selected: field.value.slice(field.selectionStart, field.selectionEnd) }; \
           return true } }",
    )
}

fn no_clipboard() -> Instead {
    Instead::of("navigator", "clipboard", "{ value: undefined }")
}

fn clipboard(methods: &str) -> Instead {
    js("self.written = undefined");
    Instead::of("navigator", "clipboard", &format!("{{ value: {{ {methods} }} }}"))
}

/// A button that has the focus.
fn focused_button() {
    js("document.getElementById('copy')?.remove(); \
        document.body.insertAdjacentHTML('beforeend', '<button id=copy>Copy</button>'); \
        document.getElementById('copy').focus()");
}

fn assert_as_before() {
    assert!(js_holds("document.activeElement.id === 'copy'"), "the focus is back");
    assert!(js_holds("document.querySelectorAll('textarea').length === 0"), "nothing is left on the page");
}

#[wasm_bindgen_test]
async fn a_text_goes_to_the_clipboard_that_the_browser_offers() {
    let _clipboard = clipboard("async writeText(text) { self.written = text }");
    let _old = old_command();
    assert_eq!(copy_text("a \u{e4}\nb").await, Ok(()));
    assert_eq!(js_text("self.written"), "a \u{e4}\nb");
    assert!(js_holds("self.copied === undefined"));
}

#[wasm_bindgen_test]
async fn without_a_clipboard_the_old_command_copies_and_the_focus_comes_back() {
    let _none = no_clipboard();
    let _old = old_command();
    focused_button();
    assert_eq!(copy_text("a \u{e4}\nb").await, Ok(()));
    assert_eq!(js_text("[copied.command, copied.text, copied.html].join('|')"), "copy|a \u{e4}\nb|");
    assert_eq!(js_text("copied.selected"), "a \u{e4}\nb", "for a browser that copies only what is selected");
    assert!(js_holds("copied.filled"));
    assert_as_before();
}

#[wasm_bindgen_test]
async fn a_clipboard_that_refuses_is_followed_by_the_old_command() {
    let _refusing = clipboard("async writeText() { throw new DOMException('', 'NotAllowedError') }");
    let _old = old_command();
    assert_eq!(copy_text("x").await, Ok(()));
    assert_eq!(js_text("copied.text"), "x");
}

#[wasm_bindgen_test]
async fn in_an_open_dialog_the_text_is_selected_inside_of_it() {
    let _none = no_clipboard();
    let _old = old_command();
    js("document.body.insertAdjacentHTML('beforeend', '<dialog id=box><button>Copy</button></dialog>'); \
        document.getElementById('box').showModal()");
    assert_eq!(copy_text("x").await, Ok(()));
    assert_eq!(js_text("[copied.where, copied.selected, copied.text].join()"), "dialog,x,x");
    assert!(js_holds("document.activeElement.matches('dialog button')"));
    js("document.getElementById('box').remove()");
}

#[wasm_bindgen_test]
async fn where_all_refuse_that_is_said_and_the_page_is_as_before() {
    let _none = no_clipboard();
    let _refusing = Instead::of("document", "execCommand", "{ value: () => false }");
    focused_button();
    assert_eq!(copy_text("x").await, Err(ClipboardError));
    assert_eq!(copy_rich("<b>x</b>", "x").await, Err(ClipboardError));
    let _throwing = Instead::of("document", "execCommand", "{ value() { throw new Error('gone') } }");
    assert_eq!(copy_text("x").await, Err(ClipboardError));
    assert_as_before();
}

#[wasm_bindgen_test]
async fn rich_text_goes_to_the_clipboard_in_both_forms_without_the_styles_that_it_would_complain_of() {
    let _clipboard = clipboard("async write(items) { self.written = items }");
    let _refusing = Instead::of("document", "execCommand", "{ value: () => false }");
    let styled = "<b style=\"color:#000\">\u{e4}</b><i title=\"x\" style=\"padding:6px\"></i>";
    assert_eq!(copy_rich(styled, "*\u{e4}*").await, Ok(()));
    for (mime, text) in [("text/html", "<b>\u{e4}</b><i title=\"x\"></i>"), ("text/plain", "*\u{e4}*")] {
        let found = js_later(&format!(
            "self.written[0].getType('{mime}').then(async blob => blob.type + ' ' + await blob.text())"
        ));
        assert_eq!(found.await.as_string().unwrap(), format!("{mime} {text}"));
    }
    assert!(js_holds("self.written.length === 1 && self.written[0].types.length === 2"));
}

#[wasm_bindgen_test]
async fn the_old_command_copies_both_forms_and_no_clipboard_parses_them() {
    let _clipboard = clipboard("async write() { self.written = true }");
    let _old = old_command();
    focused_button();
    assert_eq!(copy_rich("<b>x</b>", "*x*").await, Ok(()));
    assert_eq!(js_text("[copied.text, copied.html].join('|')"), "*x*|<b>x</b>");
    assert!(js_holds("self.written === undefined"));
    assert_as_before();
}

#[wasm_bindgen_test]
async fn where_there_is_no_sheet_nothing_is_shared() {
    // Headless Chromium on Linux has none. From any other browser it is removed.
    js("delete Navigator.prototype.share");
    assert!(!can_share());
    assert_eq!(share("t", "x", "https://a.example/").await, Err(ShareError::Refused));
}

#[wasm_bindgen_test]
async fn the_sheet_gets_title_text_and_address() {
    let _sheet = Instead::of("navigator", "share", "{ async value(data) { self.shared = data } }");
    assert!(can_share());
    assert_eq!(share("Title", "Text", "https://a.example/#/s/1").await, Ok(()));
    assert_eq!(js_text("[shared.title, shared.text, shared.url].join()"), "Title,Text,https://a.example/#/s/1");
}

#[wasm_bindgen_test]
async fn a_sheet_that_is_closed_is_told_from_one_that_does_not_open() {
    for (name, error) in [("AbortError", ShareError::Dismissed), ("NotAllowedError", ShareError::Refused)] {
        let _sheet = Instead::of(
            "navigator",
            "share",
            &format!("{{ async value() {{ throw new DOMException('', '{name}') }} }}"),
        );
        assert_eq!(share("t", "x", "https://a.example/").await, Err(error));
    }
}
