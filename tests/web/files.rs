//! Downloads, uploads, and pictures.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Owner;
use mlops_maturity::browser::assets;
use mlops_maturity::browser::file::{self, PickedFile, ReadFileError, on_drop, picked};
use mlops_maturity::browser::picture::{PictureError, png_of_svg};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::{Instead, js, js_holds, js_later, js_text};

#[wasm_bindgen_test]
async fn a_download_is_a_blob_link_with_the_files_name_and_bytes() {
    let _caught = Instead::of(
        "HTMLAnchorElement.prototype",
        "click",
        "{ value() { self.link = { href: this.href, name: this.download } } }",
    );
    file::save("team \u{e4} 1.json", "application/json", b"{\"a\":\xff}").unwrap();
    assert_eq!(js_text("self.link.name"), "team \u{e4} 1.json");
    assert!(js_text("self.link.href").starts_with("blob:"));
    // Read after the call, as by a browser that first asks where to save.
    js_later(
        "fetch(self.link.href).then(async r => { self.type = r.headers.get('content-type'); \
         self.bytes = [...new Uint8Array(await r.arrayBuffer())].join() })",
    )
    .await;
    assert_eq!(js_text("self.type"), "application/json");
    assert_eq!(js_text("self.bytes"), "123,34,97,34,58,255,125");
}

#[wasm_bindgen_test]
fn a_download_leaves_nothing_on_the_page() {
    let _caught = Instead::of("HTMLAnchorElement.prototype", "click", "{ value() {} }");
    let before = js_text("document.documentElement.outerHTML");
    file::save("x", "text/plain", b"x").unwrap();
    assert_eq!(js_text("document.documentElement.outerHTML"), before);
}

/// The change event of an input in which a file with this content was picked.
fn picking(name: &str, bytes: &str) -> Event {
    js(&format!(
        "(() => {{ const data = new DataTransfer(); data.items.add(new File([new Uint8Array({bytes})], '{name}')); \
         self.input = document.createElement('input'); input.type = 'file'; input.files = data.files; \
         const event = new Event('change'); input.dispatchEvent(event); return event }})()"
    ))
    .unchecked_into()
}

fn one(mut files: Vec<PickedFile>) -> PickedFile {
    assert_eq!(files.len(), 1);
    files.remove(0)
}

#[wasm_bindgen_test]
async fn a_picked_file_has_its_name_size_and_bytes() {
    let file = one(picked(&picking("t.json", "[0x7b, 0xc3, 0xa4, 0x7d]")));
    assert_eq!(file.name(), "t.json");
    assert_eq!(file.bytes(4).await, Ok("{\u{e4}}".into()));
}

#[wasm_bindgen_test]
fn an_input_is_emptied_so_that_the_same_file_can_be_picked_again() {
    one(picked(&picking("t.json", "[1]")));
    assert!(js_holds("self.input.files.length === 0"));
}

#[wasm_bindgen_test]
async fn a_file_one_byte_too_large_is_not_read() {
    let file = one(picked(&picking("t.json", "1025")));
    assert_eq!(file.bytes(1024).await, Err(ReadFileError::TooLarge { most: 1024 }));
    assert_eq!(file.bytes(1025).await.map(|bytes| bytes.len()), Ok(1025));
}

#[wasm_bindgen_test]
async fn every_dropped_file_is_there() {
    let files = heard_of(
        "(() => { const dataTransfer = new DataTransfer(); \
         for (const name of ['a', 'b']) dataTransfer.items.add(new File([name], name)); \
         return new DragEvent('drop', { dataTransfer, cancelable: true }) })()",
    );
    assert_eq!(files.iter().map(PickedFile::name).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(files[1].bytes(9).await, Ok(b"b".to_vec()));
}

#[wasm_bindgen_test]
async fn a_dropped_folder_is_said_to_be_one() {
    let _folder = Instead::of(
        "DataTransferItem.prototype",
        "webkitGetAsEntry",
        "{ value() { return { isDirectory: this.getAsFile().name === 'folder' } } }",
    );
    let files = heard_of(
        "(() => { const dataTransfer = new DataTransfer(); dataTransfer.items.add('text', 'text/plain'); \
         for (const name of ['a', 'folder']) dataTransfer.items.add(new File([name], name)); \
         return new DragEvent('drop', { dataTransfer, cancelable: true }) })()",
    );
    assert_eq!(files[0].bytes(9).await, Ok(b"a".to_vec()));
    assert_eq!(files[1].bytes(9).await, Err(ReadFileError::Folder));
}

#[wasm_bindgen_test]
fn what_is_dropped_without_files_is_none() {
    let none = "new DragEvent('drop', { dataTransfer: new DataTransfer(), cancelable: true })";
    assert!(heard_of(none).is_empty());
    assert!(heard_of("new Event('drop', { cancelable: true })").is_empty());
}

/// The files that are reported for an event on the page, which must not reach the browser's default action. After the
/// owner is gone, nothing is reported.
fn heard_of(event: &str) -> Vec<PickedFile> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = Rc::clone(&heard);
    let owner = Owner::new();
    owner.with(|| on_drop(move |files| hears.borrow_mut().push(files)));
    assert_eq!(js(&format!("dispatchEvent({event})")).as_bool(), Some(false), "the browser would leave the page");
    owner.cleanup();
    assert_eq!(js(&format!("dispatchEvent({event})")).as_bool(), Some(true), "nobody listens any more");
    let mut heard = heard.take();
    assert_eq!(heard.len(), 1, "an event is heard once");
    heard.remove(0)
}

const RED: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><title>50 % \u{e4}</title>\
                   <rect width=\"4\" height=\"2\" fill=\"#ff0000\"/></svg>";

#[wasm_bindgen_test]
async fn a_drawing_becomes_a_png_of_the_asked_size_and_colour() {
    let png = png_of_svg(RED, 400, 200).await.unwrap();
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(png[12..16], *b"IHDR");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (400, 200));
    // The far corner: the drawing fills the whole picture.
    let pixel = js_later(&format!(
        "(async () => {{ const bitmap = await createImageBitmap(new Blob([new Uint8Array({png:?})])); \
         const pen = Object.assign(document.createElement('canvas'), {{ width: 400, height: 200 }}).getContext('2d'); \
         pen.drawImage(bitmap, 0, 0); return [...pen.getImageData(398, 198, 1, 1).data].join() }})()"
    ));
    assert_eq!(pixel.await.as_string().unwrap(), "255,0,0,255");
}

#[wasm_bindgen_test]
async fn what_is_no_drawing_becomes_no_picture() {
    assert_eq!(png_of_svg("<svg", 10, 10).await, Err(PictureError::Undrawable));
}

#[wasm_bindgen_test]
async fn a_picture_of_no_size_or_of_far_too_much_is_withheld() {
    assert_eq!(png_of_svg(RED, 0, 10).await, Err(PictureError::Withheld));
    assert_eq!(png_of_svg(RED, 1_000_000, 1_000_000).await, Err(PictureError::Withheld));
}

#[wasm_bindgen_test]
async fn a_file_beside_the_page_may_lie_in_the_page_or_be_missing() {
    js("document.body.insertAdjacentHTML('beforeend', \
        '<script type=\"application/json\" id=\"in-page.json\">{\"a\":1}</script>')");
    assert_eq!(assets::text("in-page.json").await, Ok("{\"a\":1}".to_owned()));
    assert_eq!(assets::text("nowhere.json").await, Err(assets::MissingError));
}
