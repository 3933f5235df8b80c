use leptos::prelude::*;

/// A table that may be wider than the page. It scrolls on its own and can be focused by keyboard.
#[component]
pub fn ScrollTable(
    #[prop(into)] caption: String,
    heads: Vec<String>,
    /// `<tr>` elements, each beginning with `<th scope="row">`.
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
