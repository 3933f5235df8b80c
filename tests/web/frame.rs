//! The embedding page. The test page has none, so another frame takes its place.

use leptos::prelude::Owner;
use mlops_maturity::browser::frame::{FrameError, Message, is_framed, on_height, on_message, post};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    Heard, Instead, assert_no_errors, js, js_holds, js_later, js_text, js_until, three_frames, watch_errors,
};

/// Two more windows: a host and a stranger.
fn two_windows() {
    js("for (const name of ['host', 'stranger']) { \
          self[name]?.frameElement?.remove(); \
          self[name] = document.body.appendChild(document.createElement('iframe')).contentWindow; \
        }");
}

fn framed() -> Instead {
    Instead::of("window", "parent", "{ value: self.host }")
}

/// Sends a message here from one of the two windows.
fn send(from: &str, data: &str) {
    js(&format!("self.{from}.eval(\"window.parent.postMessage({data}, '*')\")"));
}

/// The messages that are received while the owner exists.
fn messages() -> (Heard<Message>, Owner) {
    let (heard, owner) = (Heard::new(), Owner::new());
    owner.with(|| on_message(heard.ear()));
    (heard, owner)
}

async fn heard_from(from: &str, data: &str) -> Message {
    let (heard, _owner) = messages();
    send(from, data);
    heard.wait_for(1).await.remove(0)
}

#[wasm_bindgen_test]
fn a_page_that_is_not_embedded_posts_to_nobody() {
    assert!(!is_framed());
    assert_eq!(post("{}", "*"), Err(FrameError::NotEmbedded));
}

#[wasm_bindgen_test]
async fn what_is_posted_reaches_the_host_as_an_object() {
    two_windows();
    let _framed = framed();
    assert!(is_framed());
    js("self.got = []; self.host.addEventListener('message', e => self.got.push(e.data.height))");
    post("{\"height\": 12}", &js_text("location.origin")).unwrap();
    js_until("self.got.length === 1").await;
    assert!(js_holds("self.got[0] === 12"));
}

#[wasm_bindgen_test]
async fn what_is_posted_to_another_origin_does_not_reach_the_host() {
    two_windows();
    let _framed = framed();
    js("self.got = []; self.host.addEventListener('message', e => self.got.push(e.data.height))");
    post("{\"height\": 1}", "https://elsewhere.example").unwrap();
    post("{\"height\": 2}", "*").unwrap();
    js_until("self.got.length > 0").await;
    assert!(js_holds("self.got.length === 1 && self.got[0] === 2"));
}

#[wasm_bindgen_test]
fn what_cannot_be_posted_is_said() {
    two_windows();
    let _framed = framed();
    assert_eq!(post("{", "*"), Err(FrameError::NotJson));
    assert_eq!(post("{}", "wiki"), Err(FrameError::BadOrigin));
}

#[wasm_bindgen_test]
async fn a_message_from_the_host_is_from_the_parent() {
    two_windows();
    let _framed = framed();
    let message = heard_from("host", "{ type: 'theme', value: 'd\u{e4}rk' }").await;
    assert_eq!(
        message,
        Message {
            origin: js_text("location.origin"),
            from_parent: true,
            json: Some("{\"type\":\"theme\",\"value\":\"d\u{e4}rk\"}".to_owned()),
        }
    );
}

#[wasm_bindgen_test]
async fn a_message_from_a_strangers_window_is_not_from_the_parent() {
    two_windows();
    let _framed = framed();
    assert!(!heard_from("stranger", "{ type: 'theme' }").await.from_parent);
}

#[wasm_bindgen_test]
async fn a_page_that_is_not_embedded_has_no_parent_and_is_not_its_own() {
    two_windows();
    assert!(!heard_from("host", "{}").await.from_parent);
    let (heard, _owner) = messages();
    js("window.postMessage({}, '*')");
    assert!(!heard.wait_for(1).await[0].from_parent);
}

#[wasm_bindgen_test]
async fn a_sandboxed_frame_has_no_origin_to_be_believed() {
    let (heard, _owner) = messages();
    js("const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; \
        frame.srcdoc = `<script>parent.postMessage({}, '*')</script>`; document.body.append(frame)");
    assert_eq!(heard.wait_for(1).await[0].origin, "null");
}

#[wasm_bindgen_test]
async fn only_objects_that_are_json_and_small_are_read() {
    two_windows();
    for ignored in [
        "'text'",
        "null",
        "7",
        "undefined",
        "(() => { const ring = {}; ring.ring = ring; return ring })()",
        "{ n: 1n }",
        "{ x: 'x'.repeat(65536) }",
        // Half as long in UTF-16 as in UTF-8, whose length counts.
        "{ x: '\u{e4}'.repeat(40000) }",
    ] {
        assert_eq!(heard_from("stranger", ignored).await.json, None, "{ignored}");
    }
    assert_eq!(heard_from("stranger", "{ x: 'x'.repeat(65528) }").await.json.map(|json| json.len()), Some(65536));
}

#[wasm_bindgen_test]
async fn messages_end_with_their_owner() {
    watch_errors();
    let ((gone, owner), (kept, _kept_owner)) = (messages(), messages());
    owner.cleanup();
    js("window.postMessage({}, '*')");
    kept.wait_for(1).await;
    assert!(gone.all().is_empty());
    assert_no_errors();
}

/// A wrapper with content of this height.
fn wrapper(height: &str) {
    js("document.getElementById('wrapper')?.remove(); \
        document.body.insertAdjacentHTML('beforeend', '<div id=wrapper><div id=content></div></div>')");
    stretch(height);
}

fn stretch(height: &str) {
    js(&format!("document.getElementById('content').style.height = '{height}'"));
}

#[wasm_bindgen_test]
async fn the_height_is_told_at_first_when_it_grows_and_when_it_shrinks() {
    wrapper("100px");
    let heard = Heard::new();
    let _listener = on_height("wrapper", heard.ear());
    heard.wait_for(1).await;
    stretch("5000px");
    heard.wait_for(2).await;
    stretch("40px");
    heard.wait_for(3).await;
    assert_eq!(heard.all(), [100, 5000, 40]);
}

#[wasm_bindgen_test]
async fn a_part_of_a_pixel_counts_as_a_whole_one() {
    wrapper("100.25px");
    let heard = Heard::new();
    let _listener = on_height("wrapper", heard.ear());
    assert_eq!(heard.wait_for(1).await, [101]);
}

#[wasm_bindgen_test]
async fn a_height_that_is_the_same_again_is_not_told_again() {
    wrapper("100px");
    let heard = Heard::new();
    let _listener = on_height("wrapper", heard.ear());
    heard.wait_for(1).await;
    js("document.getElementById('wrapper').style.width = '50px'");
    three_frames().await;
    stretch("100.5px");
    heard.wait_for(2).await;
    stretch("100.75px");
    three_frames().await;
    assert_eq!(heard.all(), [100, 101]);
}

#[wasm_bindgen_test]
async fn a_dropped_watch_tells_no_height_not_even_one_that_was_on_its_way() {
    watch_errors();
    wrapper("100px");
    let heard = Heard::new();
    let listener = on_height("wrapper", heard.ear());
    heard.wait_for(1).await;
    // Sizes are observed at the end of this frame and reported in the next one; the drop is in between.
    js_later(
        "new Promise(r => requestAnimationFrame(() => { \
              document.getElementById('content').style.height = '300px'; setTimeout(r); }))",
    )
    .await;
    drop(listener);
    stretch("200px");
    three_frames().await;
    assert_eq!(heard.all(), [100]);
    assert_no_errors();
}

#[wasm_bindgen_test]
async fn an_element_that_is_not_there_has_no_height_to_tell() {
    let heard = Heard::<u32>::new();
    let _listener = on_height("nowhere", heard.ear());
    three_frames().await;
    assert!(heard.all().is_empty());
}
