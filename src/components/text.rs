//! Headings, text that changes, and text from other people.

use leptos::prelude::*;
use mlops_core::model::Model;
use mlops_core::words::LANGUAGE;

/// Text that changes while the page is open, in a `span`.
///
/// It is set as the element's `textContent`. A translated page has replaced the text nodes, so an update of the
/// original node would never be visible; the element stays.
#[component]
pub fn LiveText(#[prop(into)] text: Signal<String>) -> impl IntoView {
    view! { <span prop:textContent=text>{written(text)}</span> }
}

/// Text from a person, isolated so that its direction does not reorder the text around it.
#[component]
pub fn UserText(#[prop(into)] text: Signal<String>) -> impl IntoView {
    view! { <bdi prop:textContent=text>{written(text)}</bdi> }
}

/// The text as a child, for HTML rendered natively, which has no properties. In the browser `prop:textContent` sets
/// it, and a child would show it twice.
fn written(text: Signal<String>) -> Option<String> {
    cfg!(not(target_arch = "wasm32")).then(|| text.get_untracked())
}

/// The main heading of a page. It takes the focus when the page changes.
#[component]
pub fn PageHeading(
    /// The language of the text, if it is not the page's own.
    #[prop(optional_no_strip)]
    lang: Option<String>,
    children: Children,
) -> impl IntoView {
    view! { <h1 tabindex="-1" lang=lang>{children()}</h1> }
}

/// The `lang` of texts of a questionnaire; `None` if it is the page's own language.
#[must_use]
pub fn lang_of(model: &Model) -> Option<String> {
    let language = model.language();
    (language != LANGUAGE).then(|| language.to_owned())
}

/// Draws its children again whenever what `value` reads has changed. Each outermost node has to be an element: Leptos
/// would update a text node in place, and a translated page has replaced that node.
#[component]
pub fn RedrawOnChange<F, T, V>(
    /// Reads the value. A closure costs less of the download than a `Signal` of each type.
    value: F,
    /// Draws the content: `<RedrawOnChange value=move || name.get() let:name>`.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    F: Fn() -> T + Send + Sync + 'static,
    T: 'static,
    V: IntoView + 'static,
{
    let draw = move || {
        let value = value();
        untrack(|| children(value).into_any())
    };
    view! { <Redrawn draw/> }
}

/// Without type parameters, so that the list is compiled once.
#[component]
fn Redrawn(#[prop(into)] draw: ViewFn) -> impl IntoView {
    // Each drawing has a new number as its key, so that the list always replaces it.
    let drawings = StoredValue::new(0_u64);
    let each = move || {
        drawings.update_value(|number| *number += 1);
        [(drawings.get_value(), draw.run())]
    };
    view! { <For each key=|(number, _)| *number children=|(_, content)| content/> }
}
