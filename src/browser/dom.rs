//! The document: title, focus, scrolling, theme, printing, and the attributes that the boot script reads.

use std::time::Duration;

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::{on_cleanup, request_animation_frame, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::{clock, frame, window};

fn document() -> Option<Document> {
    window().and_then(|window| window.document())
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document().and_then(|document| document.get_element_by_id(id)).and_then(|element| element.dyn_into().ok())
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        element.focus().ok();
    }
}

/// Focuses an element without scrolling to it.
pub fn focus_in_place(id: &str) {
    if let Some(element) = element(id) {
        focus_without_scrolling(&element);
    }
}

/// Focuses a field and selects its content.
pub fn select(id: &str) {
    if let Some(field) = element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Focuses an element that is drawn by the next frame.
pub fn focus_next_frame(id: &str) {
    let id = id.to_owned();
    next_frame(move || focus(&id));
}

/// Calls `call` before the next frame is painted. Does nothing without a browser.
pub fn next_frame(call: impl FnOnce() + 'static) {
    if window().is_some() {
        request_animation_frame(call);
    }
}

/// Calls `call` after the next page is drawn and its heading has the focus.
pub fn after_frames(call: impl FnOnce() + 'static) {
    next_frame(move || next_frame(move || next_frame(call)));
}

fn focus_without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok();
}

/// Focuses the main heading, without scrolling.
pub fn focus_first_heading() {
    let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // A heading takes the focus only if it has a `tabindex`.
        heading.set_tab_index(-1);
        focus_without_scrolling(&heading);
    }
}

/// Whether the program may move the focus. In an embedding page it may only while the person uses this frame.
#[must_use]
pub fn may_take_focus() -> bool {
    !frame::is_framed() || document().is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// Whether nothing has the focus, and the program may move it.
#[must_use]
pub fn is_focus_free() -> bool {
    let focused = document().and_then(|document| document.active_element());
    may_take_focus() && focused.is_none_or(|focused| focused.tag_name().eq_ignore_ascii_case("body"))
}

/// Whether the main heading or nothing has the focus, so that key presses are meant for the page as a whole.
#[must_use]
pub fn is_heading_or_nothing_focused() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| matches!(focused.local_name().as_str(), "body" | "h1"))
}

/// Whether a press may be the second one of a double press. Every browser counts the presses of a mouse, but not
/// every browser those of a finger, so every touch counts as one.
#[must_use]
pub fn may_be_second_press(event: &ev::MouseEvent) -> bool {
    let pointer = Reflect::get(event, &"pointerType".into()).ok().and_then(|pointer| pointer.as_string());
    event.detail() > 1 || pointer.as_deref() == Some("touch")
}

/// Moves the focus to the main heading when a pressed button disappears and nothing else takes the focus. Otherwise
/// the next Tab would start at the top of the document.
pub fn rescue_focus() {
    let listener = move |event: ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
        after_frames(move || {
            let is_gone = !button.is_connected() || button.get_bounding_client_rect().width() == 0.0;
            if is_gone && is_focus_free() {
                focus_first_heading();
            }
        });
    };
    if window().is_some() {
        window_event_listener(ev::click, listener);
    }
}

pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls as little as needed to make an element visible.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Closes the details that an element is in.
pub fn close_around(id: &str) {
    let details = element(id).and_then(|inner| inner.closest("details").ok().flatten());
    if let Some(details) = details {
        details.remove_attribute("open").ok();
    }
}

/// Opens or closes a `details` element.
pub fn toggle(id: &str) {
    if let Some(details) = element(id) {
        details.toggle_attribute("open").ok();
    }
}

/// Scrolls an element to the top of the window and focuses it.
pub fn show(id: &str) {
    let Some(element) = element(id) else { return };
    element.scroll_into_view();
    element.set_tab_index(-1);
    focus_without_scrolling(&element);
}

/// Focuses an element after opening the `details` elements around it and the first one inside it.
pub fn reveal(id: &str) {
    let Some(element) = element(id) else { return };
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around {
        details.set_attribute("open", "").ok();
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Ok(Some(details)) = element.query_selector("details") {
        details.set_attribute("open", "").ok();
    }
    // An element that is not a control takes the focus only if it has a `tabindex`.
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    scroll_into_view(id);
    element.focus().ok();
}

pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Sets a light or dark theme; `None` restores the system's theme.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document_element() {
        match theme {
            Some(theme) => root.set_attribute("data-theme", theme).ok(),
            None => root.remove_attribute("data-theme").ok(),
        };
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        window.print().ok();
    }
}

/// Calls `on_event` with `true` before the page is printed and with `false` afterwards, until the current owner is
/// cleaned up.
pub fn on_print(on_event: impl Fn(bool) + Copy + 'static) {
    if window().is_none() {
        return;
    }
    let before = window_event_listener(ev::beforeprint, move |_| on_event(true));
    let after = window_event_listener(ev::afterprint, move |_| on_event(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// The element that the program draws into.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    element("app")
}

/// How often the page looks whether a composition has ended.
const COMPOSITION_CHECK: Duration = Duration::from_millis(50);

/// Waits while an input method composes in a field of the prerendered page. If that field is removed, no event ends
/// the composition; nothing has the focus then.
pub async fn composition_end() {
    let is_composing = || document_element().is_some_and(|page| page.has_attribute("data-composing"));
    while is_composing() && !is_focus_free() {
        clock::sleep(COMPOSITION_CHECK).await;
    }
}

/// Empties the root before the program draws into it, because radio buttons of one name in one document uncheck each
/// other. First the boot script records what the person did in the prerendered page.
pub fn before_mount(root: &HtmlElement) {
    dispatch("program-mounting");
    root.set_text_content(None);
}

/// The id of the hidden notice that the page could not start.
const FAILED: &str = "failed-start";

/// Announces that the page is drawn. The boot script then repeats what the person did in the prerendered page.
pub fn after_mount() {
    if let Some(page) = document_element() {
        page.set_attribute("data-started", "").ok();
        page.remove_attribute("data-failed").ok();
        page.remove_attribute("data-elsewhere").ok();
    }
    // If the program starts late, the boot script has already shown the notice.
    if let Some(notice) = element(FAILED) {
        notice.set_hidden(true);
    }
    dispatch("program-mounted");
}

fn dispatch(name: &str) {
    if let (Some(page), Ok(event)) = (document_element(), Event::new(name)) {
        page.dispatch_event(&event).ok();
    }
}

fn document_element() -> Option<Element> {
    document().and_then(|document| document.document_element())
}

/// Tells the boot script and the person that the program could not start.
pub fn show_failure() {
    if let Some(page) = document_element() {
        page.set_attribute("data-failed", "start").ok();
    }
    if let Some(notice) = element(FAILED) {
        notice.set_hidden(false);
    }
}
