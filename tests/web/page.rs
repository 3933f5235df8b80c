//! The document, and what its events say.

use mlops_maturity::browser::{event, page};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::{Heard, assert_no_errors, js, js_holds, js_number, js_text, show, three_frames, watch_errors};

#[wasm_bindgen_test]
fn the_title_and_theme_are_what_they_are_set_to() {
    page::set_title("Data \u{b7} MLOps");
    assert_eq!(js_text("document.title"), "Data \u{b7} MLOps");
    page::set_theme(Some("dark"));
    assert_eq!(js_text("document.documentElement.dataset.theme"), "dark");
    page::set_theme(None);
    assert!(js_holds("document.documentElement.dataset.theme === undefined"));
}

#[wasm_bindgen_test]
fn the_main_heading_takes_the_focus_and_the_page_does_not_jump() {
    show("<h1>Result</h1><p style='height: 9000px'>");
    js("window.scrollTo(0, 5000)");
    page::focus_first_heading();
    assert_eq!(js_text("document.activeElement.textContent"), "Result");
    assert_eq!(js_number("window.scrollY"), 5000.0);
    assert!(js_holds("document.activeElement.tabIndex === -1"), "tab does not stop there");
}

#[wasm_bindgen_test]
fn scrolling_goes_to_the_top_or_as_far_as_an_element_needs() {
    show("<p style='height: 9000px'></p><p id=low>low</p><p style='height: 9000px'></p>");
    page::scroll_into_view("low");
    assert!(js_holds(
        "(() => { const r = document.getElementById('low').getBoundingClientRect(); \
                       return r.top >= 0 && r.bottom <= innerHeight + 1 })()"
    ));
    page::scroll_to_top();
    assert_eq!(js_number("window.scrollY"), 0.0);
    show("");
}

#[wasm_bindgen_test]
async fn elements_are_focused_and_pressed_by_their_id() {
    show("<button id=one onclick='self.pressed = true'>1</button><button id=two>2</button>");
    page::focus("one");
    assert_eq!(js_text("document.activeElement.id"), "one");
    page::soon(|| page::focus("two"));
    three_frames().await;
    assert_eq!(js_text("document.activeElement.id"), "two");
    page::click("one");
    assert!(js_holds("self.pressed"));
}

#[wasm_bindgen_test]
fn an_element_that_is_not_there_is_passed_over() {
    page::focus("nowhere");
    page::click("nowhere");
    page::scroll_into_view("nowhere");
}

#[wasm_bindgen_test]
async fn what_is_due_soon_comes_before_what_is_due_later() {
    let heard = Heard::new();
    let (soon, later) = (heard.ear(), heard.ear());
    page::later(move || later("later"));
    page::soon(move || soon("soon"));
    assert_eq!(heard.wait_for(2).await, ["soon", "later"]);
}

#[wasm_bindgen_test]
fn leaving_is_asked_about_only_when_needed_and_only_until_dropped() {
    // Built by hand: this event is one that a page cannot make the browser fire without leaving.
    let is_stopped = || js_holds("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    let unneeded = page::on_leave(|| false);
    assert!(!is_stopped());
    let needed = page::on_leave(|| true);
    assert!(is_stopped());
    drop((unneeded, needed));
    watch_errors();
    assert!(!is_stopped());
    assert_no_errors();
}

#[wasm_bindgen_test]
fn the_document_is_claimed_once_and_told_of_the_start() {
    let root = "document.documentElement.dataset";
    assert!(page::claim(), "what stands there is shown, unless its script says otherwise");
    assert!(js_holds(&format!("'claimed' in {root}")));
    js(&format!("{root}.elsewhere = ''"));
    assert!(!page::claim());
    page::tell_start();
    assert!(js_holds(&format!("'started' in {root}")));
    js(&format!("delete {root}.elsewhere, delete {root}.claimed"));
}

#[wasm_bindgen_test]
fn a_key_says_its_name_and_whether_it_is_a_command() {
    let press = |init: &str| event::press(&js(&format!("new KeyboardEvent('keydown', {init})")).unchecked_into());
    let plain = press("{ key: '1', shiftKey: true }").unwrap();
    assert_eq!((plain.key.as_str(), plain.is_command), ("1", false));
    for held in ["ctrlKey", "metaKey", "altKey"] {
        assert!(press(&format!("{{ key: '1', {held}: true }}")).unwrap().is_command, "{held}");
    }
    assert_eq!(event::press(&js("new Event('keydown')").unchecked_into()), None);
}

#[wasm_bindgen_test]
fn a_fields_event_says_what_the_field_holds() {
    for field in ["<input value=x>", "<textarea>x</textarea>", "<select><option>w<option selected>x</select>"] {
        show(field);
        let event: Event = js("(() => { const event = new Event('input'); \
             document.querySelector('#shown > *').dispatchEvent(event); return event })()")
        .unchecked_into();
        assert_eq!(event::value(&event), "x", "{field}");
    }
}
