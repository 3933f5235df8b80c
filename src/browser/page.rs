//! The document: title, focus, scrolling, theme, and the place where the page is drawn.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, FocusOptions, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::frame;
use super::listener::Listener;
use super::window;

fn document() -> Option<Document> {
    window().and_then(|window| window.document())
}

fn element(id: &str) -> Option<HtmlElement> {
    document().and_then(|document| document.get_element_by_id(id)).and_then(|element| element.dyn_into().ok())
}

/// What the browser's tab says.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Puts the focus on an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        element.focus().ok();
    }
}

/// Puts the focus on a field and selects what it holds.
pub fn select(id: &str) {
    if let Some(field) = element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Puts the focus on an element once what was changed just now is drawn.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    soon(move || focus(&id));
}

/// Calls back before the next frame is drawn.
pub fn soon(call: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        window.request_animation_frame(Closure::once_into_js(call).unchecked_ref()).ok();
    }
}

/// Puts the focus on the page's main heading, without scrolling.
pub fn focus_first_heading() {
    let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // A heading takes the focus only if it is told that it may.
        heading.set_tab_index(-1);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        heading.focus_with_options(&options).ok();
    }
}

/// Whether the focus is this page's to move: inside another page only while the person is in here.
#[must_use]
pub fn may_take_focus() -> bool {
    !frame::is_framed() || document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Whether nothing on the page has the focus, and it is this page's to move.
#[must_use]
pub fn is_focus_free() -> bool {
    let focused = document().and_then(|document| document.active_element());
    may_take_focus() && focused.is_none_or(|focused| focused.tag_name().eq_ignore_ascii_case("body"))
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls as little as needed for an element to be in view.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens what is folded, or folds it.
pub fn toggle(id: &str) {
    if let Some(folded) = element(id) {
        folded.toggle_attribute("open").ok();
    }
}

/// Brings an element to the top of the window and puts the focus there.
pub fn show(id: &str) {
    let Some(element) = element(id) else { return };
    element.scroll_into_view();
    element.set_tab_index(-1);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Leads to an element, wherever it is: what is folded around it or in it opens, and it takes the focus.
pub fn reveal(id: &str) {
    let Some(element) = element(id) else { return };
    let mut around = element.closest("details").ok().flatten();
    while let Some(folded) = around {
        folded.set_attribute("open", "").ok();
        around = folded.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Ok(Some(folded)) = element.query_selector("details") {
        folded.set_attribute("open", "").ok();
    }
    // What is read and not pressed takes the focus only if it is told that it may.
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    scroll_into_view(id);
    element.focus().ok();
}

/// Presses an element, as if with the mouse.
pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Light, dark, or (none) as the system has it.
pub fn set_theme(theme: Option<&str>) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        match theme {
            Some(theme) => root.set_attribute("data-theme", theme).ok(),
            None => root.remove_attribute("data-theme").ok(),
        };
    }
}

/// Whether there is room for something beside the text: from 60 rem of the reader's own text size on.
#[must_use]
pub fn is_wide() -> bool {
    let query = window().and_then(|window| window.match_media("(min-width: 60rem)").ok().flatten());
    query.is_none_or(|query| query.matches())
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        window.print().ok();
    }
}

/// Listens for the page being printed until it is dropped.
#[must_use]
pub struct PrintListener(#[allow(dead_code, reason = "held for its drop")] [Option<Listener>; 2]);

/// Calls `on_event` with true before the page is printed, and with false after it.
pub fn on_print(on_event: impl Fn(bool) + Copy + 'static) -> PrintListener {
    let listen =
        |event, is_before| window().map(|window| Listener::new(&window, event, move |_| on_event(is_before)));
    PrintListener([listen("beforeprint", true), listen("afterprint", false)])
}

/// Where the page is drawn.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    element("app")
}

/// Says that what is drawn is the program's from now on: the document's own script shows nothing any more. Returns whether what
/// stands there is shown to somebody.
#[must_use]
pub fn claim() -> bool {
    let page = document().and_then(|document| document.document_element());
    page.is_some_and(|page| {
        page.set_attribute("data-claimed", "").ok();
        !page.has_attribute("data-elsewhere")
    })
}

/// Takes away all that stands in an element. Before anything else is drawn there: two radios of one name in one document
/// unset each other.
pub fn clear(element: &HtmlElement) {
    element.set_text_content(None);
}

/// Tells the document that the program is here: its script says what was done before.
pub fn tell_start() {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        page.set_attribute("data-started", "").ok();
        page.remove_attribute("data-failed").ok();
    }
    // It came late, and it came: nothing failed.
    if let Some(notice) = element(FAILED) {
        notice.set_hidden(true);
    }
}

/// Asks before the page is left, whenever `is_needed` says so.
pub fn on_leave(is_needed: impl Fn() -> bool + 'static) -> LeaveListener {
    LeaveListener(window().map(|window| {
        Listener::new(&window, "beforeunload", move |event| {
            if is_needed() {
                event.prevent_default();
            }
        })
    }))
}

/// Listens for the page being left until it is dropped.
#[must_use]
pub struct LeaveListener(#[allow(dead_code, reason = "held for its drop")] Option<Listener>);

/// Calls back when everything that is due now is done: after the next page is drawn and has its focus.
pub fn later(call: impl FnOnce() + 'static) {
    soon(move || soon(move || soon(call)));
}

/// The words that say that the page could not start. They stand in the document from the beginning, hidden.
const FAILED: &str = "failed-start";

/// Says that the page could not start.
pub fn tell_failure() {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        page.set_attribute("data-failed", "start").ok();
    }
    if let Some(notice) = element(FAILED) {
        notice.set_hidden(false);
    }
}
