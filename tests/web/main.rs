//! The adapters of `src/browser` in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod dom;
mod files;
mod frame;
mod indexed_db;
mod library;
mod location;
mod sharing;
mod storage;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// The value of a script.
fn js(script: &str) -> JsValue {
    js_sys::eval(script).unwrap_or_else(|error| panic!("{error:?} in {script}"))
}

/// The value of a script's promise.
fn js_later(script: &str) -> impl Future<Output = JsValue> + use<> {
    let (promise, script): (js_sys::Promise, _) = (js(script).into(), script.to_owned());
    async move { JsFuture::from(promise).await.unwrap_or_else(|error| panic!("{error:?} in {script}")) }
}

fn js_text(script: &str) -> String {
    js(script).as_string().unwrap_or_else(|| panic!("no text from {script}"))
}

fn js_number(script: &str) -> f64 {
    js(script).as_f64().unwrap_or_else(|| panic!("no number from {script}"))
}

fn js_holds(script: &str) -> bool {
    js(script).is_truthy()
}

/// Shows markup at the top of the page, in place of earlier markup.
fn show(html: &str) {
    js("document.getElementById('shown')?.remove()");
    js(&format!("document.body.insertAdjacentHTML('afterbegin', `<div id=shown>{html}</div>`)"));
}

/// Waits until a script's value is true, at most two seconds.
async fn js_until(script: &str) {
    let met = js_later(&format!(
        "(async () => {{ for (let i = 0; i < 200; i++) {{ if ({script}) return true; \
         await new Promise(r => setTimeout(r, 10)); }} return false; }})()"
    ));
    assert!(met.await.is_truthy(), "never came true: {script}");
}

/// Waits for three frames, and for what they cause.
async fn three_frames() {
    js_later(
        "(async () => { for (let i = 0; i < 3; i++) await new Promise(r => requestAnimationFrame(r)); \
         await new Promise(r => setTimeout(r)); })()",
    )
    .await;
}

/// Counts uncaught errors from here on, such as an event that reaches a removed listener.
fn watch_errors() {
    js("self.errorWatch ??= addEventListener('error', () => self.errors++) ?? true; self.errors = 0");
}

fn assert_no_errors() {
    assert!(js_holds("self.errors === 0"), "an error was thrown where nobody hears it");
}

/// Another property on an object, until this is dropped.
struct Instead {
    object: &'static str,
    name: &'static str,
    real: JsValue,
}

impl Instead {
    /// `property` is a descriptor, such as `{ value: undefined }`.
    fn of(object: &'static str, name: &'static str, property: &str) -> Self {
        let real = js(&format!("Object.getOwnPropertyDescriptor({object}, '{name}')"));
        js(&format!("Object.defineProperty({object}, '{name}', {{ configurable: true, ...{property} }})"));
        Self { object, name, real }
    }
}

impl Drop for Instead {
    fn drop(&mut self) {
        let Self { object, name, real } = self;
        let restore = js(&format!(
            "(real => {{ delete {object}['{name}']; if (real) Object.defineProperty({object}, '{name}', real) }})"
        ));
        restore.unchecked_ref::<js_sys::Function>().call1(&JsValue::NULL, real).unwrap();
    }
}

/// What was received, in order.
struct Heard<T>(Rc<RefCell<Vec<T>>>);

impl<T: Clone + 'static> Heard<T> {
    fn new() -> Self {
        Self(Rc::default())
    }
    fn ear(&self) -> impl Fn(T) + 'static {
        let all = Rc::clone(&self.0);
        move |one| all.borrow_mut().push(one)
    }
    fn all(&self) -> Vec<T> {
        self.0.borrow().clone()
    }
    /// Waits until this many were received, at most two seconds.
    async fn wait_for(&self, count: usize) -> Vec<T> {
        for _ in 0..200 {
            if self.0.borrow().len() >= count {
                break;
            }
            js_later("new Promise(r => setTimeout(r, 10))").await;
        }
        assert!(self.0.borrow().len() >= count, "expected {count} to be heard, found {}", self.0.borrow().len());
        self.all()
    }
}
