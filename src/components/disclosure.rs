//! Content that opens in place.

use leptos::prelude::*;

/// The browser's own `details`, which works with every input device and in print. Its content is drawn when it is
/// first opened, and then stays.
#[component]
pub fn Disclosure(
    /// Whether it was opened at least once. Setting it draws the content; only the person or `dom::reveal` opens it.
    #[prop(default = RwSignal::new(false))]
    was_opened: RwSignal<bool>,
    #[prop(optional, into)] class: Option<String>,
    #[prop(optional, into)] id: Option<String>,
    /// The text that is always visible.
    #[prop(into)]
    summary: ViewFnOnce,
    children: ChildrenFn,
) -> impl IntoView {
    let is_open_at_first = was_opened.get_untracked();
    view! {
        <details class=class id=id open=is_open_at_first on:toggle=move |_| draw_disclosed(was_opened)>
            <summary>{summary.run()}</summary>
            <Show when=move || was_opened.get()>{children()}</Show>
        </details>
    }
}

/// Draws the content of a [`Disclosure`], once. A second change of the signal would draw it again and lose what was
/// typed there.
pub fn draw_disclosed(was_opened: RwSignal<bool>) {
    if !was_opened.get_untracked() {
        was_opened.set(true);
    }
}

/// Which of several [`Panel`]s is open, at most one at a time.
#[derive(Clone, Copy, Default)]
pub struct OpenPanel(RwSignal<Option<usize>>);

impl OpenPanel {
    /// Whether a panel is open, for `aria-expanded` of its button. Follows changes.
    #[must_use]
    pub fn is_open(self, panel: usize) -> bool {
        self.0.get() == Some(panel)
    }

    /// Opens a panel, or closes it if it is open.
    pub fn toggle(self, panel: usize) {
        self.0.update(|open| *open = Some(panel).filter(|_| *open != Some(panel)));
    }
}

/// Content below a row of buttons. It is drawn only while it is open.
#[component]
pub fn Panel(
    open: OpenPanel,
    /// The number of this panel.
    panel: usize,
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=move || open.is_open(panel)>
            <div class="opened">{children()}</div>
        </Show>
    }
}
