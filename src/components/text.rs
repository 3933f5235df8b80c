//! Headings, texts that change, and texts that somebody else wrote.

use leptos::prelude::*;
use mlops_core::model::Model;
use mlops_core::words::LANGUAGE;

/// Text that changes while the page is open, in a `span` of its own.
///
/// It is set as the element's `textContent`. A translation replaces the text nodes of a page, and an update of a text node that
/// is gone would never be seen; the element stays.
#[component]
pub fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <span prop:textContent=text>{written(text)}</span> }
}

/// Text that a person wrote, isolated: its direction does not reorder the text around it.
#[component]
pub fn UserText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <bdi prop:textContent=text>{written(text)}</bdi> }
}

/// The text as a child, for HTML that is written at build time or in a test: HTML has no properties. In the browser there is no
/// such child, or the text would stand there twice.
fn written(text: Signal<String>) -> Option<String> {
    cfg!(not(target_arch = "wasm32")).then(|| text.get_untracked())
}

/// The main heading of a page. It takes the focus when the page changes.
#[component]
pub fn PageHeading(
    /// The language of its text, where that is not the page's own.
    #[prop(optional_no_strip)]
    lang: Option<String>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    view! { <h1 tabindex="-1" lang=lang>{children()}</h1> }
}

/// The value of `lang` for texts of a questionnaire: its language where that differs from the page's.
#[must_use]
pub fn lang_of(model: &Model) -> Option<String> {
    let language = model.language();
    (language != LANGUAGE).then(|| language.to_owned())
}

/// Content that is drawn anew whenever what it shows changes. Each of its outermost nodes has to be an element.
///
/// Elsewhere Leptos changes the text nodes that it drew. A translation replaces them, and the change of a node that is gone is
/// never seen; elements stay.
#[component]
pub fn DrawAnew<T, V>(
    /// What it shows.
    #[prop(into)]
    value: Signal<T>,
    /// Draws it: `<DrawAnew value let:value>`.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let draw = move || {
        let value = value.get();
        untrack(|| children(value).into_any())
    };
    view! { <Redrawn draw/> }
}

/// Without a type of its own for each content: the list is compiled once.
#[component]
fn Redrawn(#[prop(into)] draw: ViewFn) -> impl IntoView {
    // Each drawing has a number of its own, so that no two are taken for the same.
    let drawings = StoredValue::new(0_u64);
    let each = move || {
        drawings.update_value(|number| *number += 1);
        [(drawings.get_value(), draw.run())]
    };
    view! { <For each key=|(number, _)| *number children=|(_, content)| content/> }
}
