//! The document and its keyboard events.

use mlops_maturity::browser::dom;
use mlops_maturity::browser::keyboard::KeyPress;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Heard, js, js_holds, js_number, js_text, show, three_frames};

#[wasm_bindgen_test]
fn the_title_and_theme_are_what_they_are_set_to() {
    dom::set_title("Data \u{b7} MLOps");
    assert_eq!(js_text("document.title"), "Data \u{b7} MLOps");
    dom::set_theme(Some("dark"));
    assert_eq!(js_text("document.documentElement.dataset.theme"), "dark");
    dom::set_theme(None);
    assert!(js_holds("document.documentElement.dataset.theme === undefined"));
}

#[wasm_bindgen_test]
fn the_main_heading_takes_the_focus_and_the_page_does_not_jump() {
    show("<h1>Result</h1><p style='height: 9000px'>");
    js("window.scrollTo(0, 5000)");
    dom::focus_first_heading();
    assert_eq!(js_text("document.activeElement.textContent"), "Result");
    assert_eq!(js_number("window.scrollY"), 5000.0);
    assert!(js_holds("document.activeElement.tabIndex === -1"), "tab does not stop there");
}

#[wasm_bindgen_test]
fn scrolling_goes_to_the_top_or_as_far_as_an_element_needs() {
    show("<p style='height: 9000px'></p><p id=low>low</p><p style='height: 9000px'></p>");
    dom::scroll_into_view("low");
    assert!(js_holds(
        "(() => { const r = document.getElementById('low').getBoundingClientRect(); \
                       return r.top >= 0 && r.bottom <= innerHeight + 1 })()"
    ));
    dom::scroll_to_top();
    assert_eq!(js_number("window.scrollY"), 0.0);
    show("");
}

#[wasm_bindgen_test]
async fn elements_are_focused_and_pressed_by_their_id() {
    show("<button id=one onclick='self.pressed = true'>1</button><button id=two>2</button>");
    dom::focus("one");
    assert_eq!(js_text("document.activeElement.id"), "one");
    dom::next_frame(|| dom::focus("two"));
    three_frames().await;
    assert_eq!(js_text("document.activeElement.id"), "two");
    dom::click("one");
    assert!(js_holds("self.pressed"));
}

#[wasm_bindgen_test]
fn an_element_that_is_not_there_is_ignored() {
    dom::focus("nowhere");
    dom::click("nowhere");
    dom::scroll_into_view("nowhere");
}

#[wasm_bindgen_test]
async fn the_next_frame_comes_before_those_after_it() {
    let heard = Heard::new();
    let (soon, later) = (heard.ear(), heard.ear());
    dom::after_frames(move || later("later"));
    dom::next_frame(move || soon("soon"));
    assert_eq!(heard.wait_for(2).await, ["soon", "later"]);
}

#[wasm_bindgen_test]
fn the_document_is_told_when_the_program_has_drawn_the_page() {
    let root = "document.documentElement.dataset";
    js(&format!("{root}.elsewhere = ''"));
    dom::after_mount();
    assert!(js_holds(&format!("'started' in {root}")));
    assert!(!js_holds(&format!("'elsewhere' in {root}")));
    js(&format!("delete {root}.started"));
}

#[wasm_bindgen_test]
fn a_key_press_has_a_key_and_may_be_a_command_or_a_repetition() {
    let press = |init: &str| KeyPress::of(&js(&format!("new KeyboardEvent('keydown', {init})")).unchecked_into());
    let plain = press("{ key: '1', shiftKey: true }").unwrap();
    assert_eq!((plain.key.as_str(), plain.is_command, plain.is_repeat), ("1", false, false));
    for held in ["ctrlKey", "metaKey", "altKey"] {
        assert!(press(&format!("{{ key: '1', {held}: true }}")).unwrap().is_command, "{held}");
    }
    assert!(press("{ key: '1', repeat: true }").unwrap().is_repeat);
    assert_eq!(KeyPress::of(&js("new Event('keydown')").unchecked_into()), None);
}
