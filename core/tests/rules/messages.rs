//! Messages between this page and the embedding page.

use mlops_core::message::{HostMessage, navigate, origin, pending, progress, read, ready, resize, result};
use proptest::prelude::*;

#[test]
fn what_is_said_has_one_shape() {
    insta::assert_snapshot!(
        [
            ready(),
            resize(812),
            navigate(),
            pending(),
            progress(3, 37),
            result("https://x.example/#/r/a", &[("people", 1, 2)], &[("mlops", 1, 2)]),
        ]
        .join("\n")
    );
}

#[test]
fn only_messages_of_that_shape_are_heard() {
    let ours = |rest: &str| format!("{{\"source\":\"mlops-maturity\",\"version\":1,{rest}}}");
    assert_eq!(read(&ours("\"type\":\"theme\",\"value\":\"dark\"")), Some(HostMessage::Theme(Some("dark"))));
    assert_eq!(read(&ours("\"type\":\"theme\",\"value\":\"auto\"")), Some(HostMessage::Theme(None)));
    assert_eq!(read(&ours("\"type\":\"get-result\"")), Some(HostMessage::GetResult));
    for other in [
        ours("\"type\":\"theme\""),
        ours("\"type\":\"theme\",\"value\":\"<script>\""),
        ours("\"type\":\"theme\",\"value\":{}"),
        ours("\"type\":\"__proto__\""),
        ours("\"kind\":\"get-result\""),
        ours("\"type\":\"get-result\"").replace("mlops-maturity", "other"),
        ours("\"type\":\"get-result\"").replace(":1,", ":2,"),
        ours("\"type\":\"get-result\"").replace(":1,", ":\"1\","),
        ours(&format!("\"type\":\"get-result\",\"more\":\"{}\"", "x".repeat(70_000))),
        "[".repeat(60_000),
        "null".to_owned(),
    ] {
        assert_eq!(read(&other), None, "{:.80}", other);
    }
}

#[test]
fn only_an_origin_can_be_named() {
    for good in ["https://wiki.example", "http://127.0.0.1:8080", "https://wiki.example:8443", "http://[::1]:80"] {
        assert_eq!(origin(good), Some(good));
    }
    for bad in [
        "",
        "*",
        "null",
        "/",
        "wiki.example",
        "https://",
        "https://wiki.example/",
        "https://a@b",
        "javascript:1",
        "https://a b",
        "file:///x",
    ] {
        assert_eq!(origin(bad), None, "{bad}");
    }
}

proptest! {
    #[test]
    fn no_text_ends_the_page(text in "\\PC{0,300}") {
        prop_assert_eq!(read(&text), None);
        prop_assert!(origin(&text).is_none_or(|it| it == text));
    }
}
