//! Renders an SVG as a PNG, for programs that accept no SVG.

use js_sys::{Promise, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::window;

/// Why the picture could not be rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The browser cannot draw this SVG.
    Undrawable,
    /// The picture is too large, or has no size, or the browser blocks reading its canvas.
    Withheld,
}

/// The bytes of a PNG of this size in pixels. The SVG has to be self-contained, with `xmlns`, `width` and `height`;
/// without a size Firefox draws nothing.
///
/// # Errors
///
/// See [`PictureError`].
pub async fn png_of_svg(svg: &str, width_px: u32, height_px: u32) -> Result<Vec<u8>, PictureError> {
    let canvas = drawn(svg, width_px, height_px).await?;
    let made = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            reject.call0(&JsValue::NULL).ok();
        }
    });
    let blob = JsFuture::from(made).await.map_err(|_| PictureError::Withheld)?;
    let blob: Blob = blob.dyn_into().map_err(|_| PictureError::Withheld)?;
    let bytes = JsFuture::from(blob.array_buffer()).await.map_err(|_| PictureError::Withheld)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The same PNG as a `data:` address.
///
/// # Errors
///
/// See [`PictureError`].
pub async fn png_address_of_svg(svg: &str, width_px: u32, height_px: u32) -> Result<String, PictureError> {
    let canvas = drawn(svg, width_px, height_px).await?;
    canvas.to_data_url_with_type("image/png").map_err(|_| PictureError::Withheld)
}

async fn drawn(svg: &str, width_px: u32, height_px: u32) -> Result<HtmlCanvasElement, PictureError> {
    let document = window().and_then(|window| window.document()).ok_or(PictureError::Undrawable)?;
    let image = HtmlImageElement::new().map_err(|_| PictureError::Undrawable)?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    // Safari blocks reading a canvas on which an image from a `blob:` address was drawn.
    image.set_src(&format!("data:image/svg+xml,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(loaded).await.map_err(|_| PictureError::Undrawable)?;

    let canvas = document.create_element("canvas").map_err(|_| PictureError::Withheld)?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().map_err(|_| PictureError::Withheld)?;
    canvas.set_width(width_px);
    canvas.set_height(height_px);
    let context = canvas.get_context("2d").ok().flatten().ok_or(PictureError::Withheld)?;
    context
        .unchecked_ref::<CanvasRenderingContext2d>()
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width_px.into(), height_px.into())
        .map_err(|_| PictureError::Undrawable)?;
    Ok(canvas)
}
