//! Tables.

use leptos::prelude::*;

/// A table that may be wider than the page: it scrolls by itself, also by keyboard.
#[component]
pub fn ScrollTable(
    /// Its caption.
    #[prop(into)]
    caption: String,
    /// The heads of its columns.
    heads: Vec<String>,
    /// Its rows: `<tr>` elements, each of which begins with `<th scope="row">`.
    children: Children,
) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=caption.clone()>
            <table>
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
