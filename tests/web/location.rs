//! The address, the time and random ids.

use leptos::ev;
use leptos::prelude::window_event_listener;
use mlops_core::moment::Moment;
use mlops_maturity::browser::{clock, location};
use mlops_maturity::state::local_day;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Heard, Instead, js, js_later, js_number, js_text, js_until};

fn entries() -> f64 {
    js_number("history.length")
}

/// Goes to a fragment and waits for its event, so that later code does not receive it.
async fn stand_at(fragment: &str) {
    location::go(fragment);
    js_later("new Promise(r => setTimeout(r, 20))").await;
}

#[wasm_bindgen_test]
async fn going_somewhere_adds_an_entry_and_fires_one_event() {
    stand_at("/start").await;
    let before = entries();
    let heard = Heard::new();
    let ear = heard.ear();
    let listener = window_event_listener(ev::hashchange, move |_| ear(location::fragment()));
    location::go("/a/data%20x?y=1");
    assert_eq!(location::fragment(), "/a/data%20x?y=1");
    assert_eq!(entries(), before + 1.0);
    heard.wait_for(1).await;
    js_later("new Promise(r => setTimeout(r, 50))").await;
    assert_eq!(heard.all(), ["/a/data%20x?y=1"]);
    listener.remove();
}

#[wasm_bindgen_test]
async fn replacing_adds_no_entry_and_back_skips_what_was_replaced() {
    stand_at("/one").await;
    stand_at("/two").await;
    let before = entries();
    location::replace("/three");
    assert_eq!(location::fragment(), "/three");
    assert_eq!(entries(), before);
    js("history.back()");
    js_until("location.hash === '#/one'").await;
}

#[wasm_bindgen_test]
fn the_query_and_the_page_are_what_stands_before_the_fragment() {
    let whole = js_text("location.href");
    js("history.replaceState(null, '', '?embed=essentials&x=%20#/place')");
    assert_eq!(location::query(), "embed=essentials&x=%20");
    assert_eq!(location::page(), js_text("location.origin + location.pathname"));
    assert_eq!(location::origin(), js_text("location.origin"));
    location::replace("/other");
    assert_eq!(location::query(), "embed=essentials&x=%20", "kept when the fragment is replaced");
    js(&format!("history.replaceState(null, '', '{whole}')"));
}

#[wasm_bindgen_test]
fn only_what_lies_on_the_pages_own_site_is_beside_it() {
    assert_eq!(
        location::on_this_site("models/own.json"),
        Some(js_text("new URL('models/own.json', location.href).href"))
    );
    assert_eq!(location::on_this_site("/x.json"), Some(js_text("location.origin + '/x.json'")));
    for elsewhere in
        ["https://evil.example/x", "//evil.example/x", "data:text/json,1", "javascript:1", "http://[", "blob:x"]
    {
        assert_eq!(location::on_this_site(elsewhere), None, "{elsewhere}");
    }
}

#[wasm_bindgen_test]
fn the_clock_says_what_the_browsers_does() {
    let before = js_number("Date.now()");
    #[allow(clippy::cast_precision_loss, reason = "a time of this century")]
    let now = clock::now() as f64;
    assert!((0.0..=1000.0).contains(&(now - before)), "{now} after {before}");
    let ahead = js_number("-new Date(1795424400000).getTimezoneOffset()");
    assert_eq!(f64::from(clock::utc_offset(1_795_424_400_000)), ahead);
}

#[wasm_bindgen_test]
fn a_day_is_the_persons_own_in_summer_and_in_winter() {
    for text in ["2026-07-01T00:30:00Z", "2026-12-31T23:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"] {
        let day = local_day(Moment::parse(text).unwrap());
        // Swedish dates have the format of ISO 8601.
        assert_eq!(day.to_string(), js_text(&format!("new Date('{text}').toLocaleDateString('sv')")), "{text}");
    }
}

fn assert_is_version_4(id: &str) {
    let pattern = "/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/";
    assert!(js(&format!("{pattern}.test('{id}')")).is_truthy(), "{id}");
}

#[wasm_bindgen_test]
fn random_ids_are_of_version_4_and_all_differ() {
    let mut ids: Vec<String> = (0..1000).map(|_| clock::random_id()).collect();
    ids.iter().for_each(|id| assert_is_version_4(id));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
}

#[wasm_bindgen_test]
fn random_ids_need_nothing_that_only_https_has() {
    let _plain = Instead::of("Crypto.prototype", "randomUUID", "{ value: undefined }");
    assert_is_version_4(&clock::random_id());
}

#[wasm_bindgen_test]
fn random_ids_differ_even_where_the_browser_gives_no_random_bytes() {
    let _none = Instead::of("Crypto.prototype", "getRandomValues", "{ value() { throw new Error('no entropy') } }");
    let (one, two) = (clock::random_id(), clock::random_id());
    assert_is_version_4(&one);
    assert_ne!(one, two);
}
