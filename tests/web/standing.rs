//! Taking over what stands in the document.

use leptos::prelude::*;
use leptos::tachys::view::Render;
use mlops_maturity::browser::standing;
use mlops_maturity::ui::element::{Element, Slice, el};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{js, js_holds, js_text, show};

/// What [`show`] shows, in a page whose effects run.
fn shown() -> web_sys::Element {
    // Leptos has no executor before something is mounted.
    leptos::mount::mount_to(js("document.createElement('div')").unchecked_into(), || ()).forget();
    js("document.getElementById('shown')").unchecked_into()
}

/// Has the program draw over what stands there; says whether it took that over, and keeps what it drew for as long as the
/// page lives.
fn is_taken_over(view: impl FnOnce() -> Element) -> bool {
    let (root, owner) = (shown(), Owner::new());
    let drawn = owner.with(|| standing::take_over(&root, || view().into_any().build()));
    let mut is_same = drawn.is_some();
    while let Some(more) = standing::take_over_more() {
        is_same &= more;
    }
    standing::end();
    std::mem::forget((owner, drawn));
    is_same
}

fn form(pressed: RwSignal<u32>) -> Element {
    let radio =
        |name: &'static str| el("label").child(el("input").attr("type", "radio").attr("name", "a")).child(name);
    el("form")
        .child(el("h2").child("Title"))
        .child(el("div").chosen(move || None).child(radio("Yes")).child(radio("No")))
        .child(Slice::new(move || {
            el("button")
                .attr("type", "button")
                .on("click", move |_| pressed.update(|times| *times += 1))
                .reactive_text(move || format!("Pressed {}", pressed.get()))
        }))
}

const FORM: &str = "<form><h2>Title</h2><div><label><input type=radio name=a>Yes</label><label><input type=radio name=a>No\
    </label></div><button type=button>Pressed 0</button></form>";

#[wasm_bindgen_test]
async fn what_stands_as_it_is_drawn_is_kept_with_what_was_chosen_in_it_and_comes_alive() {
    show(FORM);
    js("globalThis.stood = [...document.querySelectorAll('#shown *')], stood[5].checked = true");
    let pressed = RwSignal::new(0);
    assert!(is_taken_over(|| form(pressed)));
    assert!(js_holds("stood.every((one, at) => one === document.querySelectorAll('#shown *')[at])"));
    assert!(js_holds("stood[5].checked"), "nobody's choice is taken back");
    js("stood.at(-1).click()");
    assert_eq!(pressed.get_untracked(), 1);
    leptos::task::tick().await;
    assert_eq!(js_text("stood.at(-1).textContent"), "Pressed 1");
}

#[wasm_bindgen_test]
fn what_stands_otherwise_is_not_taken_over() {
    for (is, other) in [
        ("Title", "Another"),
        ("Pressed 0", "Pressed 7"),
        ("<h2>Title</h2>", ""),
        ("<h2>", "<h2><b></b>"),
        ("<button type=button>Pressed 0</button>", "<p>Pressed 0</p>"),
        ("</form>", "</form><p>More</p>"),
    ] {
        show(&FORM.replace(is, other));
        assert!(!is_taken_over(|| form(RwSignal::new(0))), "{other} in place of {is}");
    }
}

#[wasm_bindgen_test]
fn nothing_answers_before_all_is_taken_over() {
    show(FORM);
    let (root, owner, pressed) = (shown(), Owner::new(), RwSignal::new(0));
    let drawn = owner.with(|| standing::take_over(&root, || form(pressed).into_any().build()));
    assert!(drawn.is_some());
    assert_eq!(standing::take_over_more(), Some(true));
    js("document.querySelector('#shown button').click()");
    assert_eq!(pressed.get_untracked(), 0);
    assert_eq!(standing::take_over_more(), None);
    standing::end();
    js("document.querySelector('#shown button').click()");
    assert_eq!(pressed.get_untracked(), 1);
}
