//! IndexedDB: what is written can be read, and an absent database is reported.

use mlops_maturity::browser::indexed_db::{DatabaseError, all, is_offered, is_there, update};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Instead, js_later, js_number};

const KEYS: [&str; 2] = ["test:one", "test:two"];

fn keys() -> Vec<String> {
    KEYS.map(str::to_owned).to_vec()
}

async fn forget() {
    js_later(
        "new Promise(done => { const gone = indexedDB.deleteDatabase('mlops-maturity'); \
         gone.onsuccess = gone.onerror = gone.onblocked = () => done(true) })",
    )
    .await;
}

fn texts(texts: [Option<&str>; 2]) -> Vec<Option<String>> {
    texts.map(|text| text.map(str::to_owned)).to_vec()
}

#[wasm_bindgen_test]
async fn what_is_written_is_read_again_changed_and_taken_away() {
    forget().await;
    assert!(is_offered());
    assert!(!is_there().await);
    assert_eq!(all().await, Ok(Vec::new()));
    update(&keys(), |found| {
        assert_eq!(found, texts([None, None]));
        texts([Some("änderung \u{1f600}\n"), Some("2")])
    })
    .await
    .unwrap();
    assert!(is_there().await);
    let stored = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    assert_eq!(all().await, Ok(vec![stored(KEYS[0], "änderung \u{1f600}\n"), stored(KEYS[1], "2")]));
    update(&keys(), |found| {
        assert_eq!(found, texts([Some("änderung \u{1f600}\n"), Some("2")]));
        texts([None, Some("3")])
    })
    .await
    .unwrap();
    assert_eq!(all().await, Ok(vec![stored(KEYS[1], "3")]));
    update(&[], |_| Vec::new()).await.unwrap();
    forget().await;
}

#[wasm_bindgen_test]
async fn two_changes_at_once_follow_one_another() {
    forget().await;
    let add = |letter: &'static str| async move {
        update(&[KEYS[0].to_owned()], |found| vec![Some(found[0].clone().unwrap_or_default() + letter)]).await
    };
    // Both begin before either ends.
    for letter in ["a", "b"] {
        wasm_bindgen_futures::spawn_local(async move { add(letter).await.unwrap() });
    }
    js_later("new Promise(done => setTimeout(done, 500, true))").await;
    let found = all().await.unwrap();
    assert!(["ab", "ba"].contains(&found[0].1.as_str()), "{found:?}");
    forget().await;
}

#[wasm_bindgen_test]
async fn where_there_is_none_it_is_said_and_nothing_hangs() {
    for (name, property) in [
        ("none", "{ get() { return undefined } }"),
        ("one that throws", "{ get() { throw new DOMException('denied', 'SecurityError') } }"),
        ("one that refuses", "{ value: { open() { throw new DOMException('denied', 'SecurityError') } } }"),
    ] {
        let _instead = Instead::of("window", "indexedDB", property);
        assert_eq!(all().await, Err(DatabaseError), "{name}");
        assert_eq!(update(&keys(), |found| found).await, Err(DatabaseError), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_database_that_never_answers_is_given_up() {
    let _silent = Instead::of("IDBFactory.prototype", "open", "{ value() { return new EventTarget() } }");
    let begun = js_number("performance.now()");
    assert_eq!(all().await, Err(DatabaseError));
    let waited = js_number("performance.now()") - begun;
    assert!((4_900.0..8_000.0).contains(&waited), "{waited} ms");
}
