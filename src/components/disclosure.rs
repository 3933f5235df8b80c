//! Content that opens in place.

use leptos::prelude::*;

/// The browser's own `details`: it works with every input and in print. Its content is drawn when it is opened for the first
/// time, and stays.
#[component]
pub fn Disclosure(
    /// Whether it was opened at least once. Setting it draws the content; only the person or `page::reveal` opens it.
    #[prop(default = RwSignal::new(false))]
    was_opened: RwSignal<bool>,
    /// Its class.
    #[prop(optional, into)]
    class: Option<String>,
    /// Its id.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it says while it is closed.
    #[prop(into)]
    summary: ViewFnOnce,
    /// What it opens to.
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

/// Draws the content of a [`Disclosure`], once: a second change of the signal would draw it again and lose what is typed there.
pub fn draw_disclosed(was_opened: RwSignal<bool>) {
    if !was_opened.get_untracked() {
        was_opened.set(true);
    }
}

/// Which of several [`Panel`]s is open, one at a time.
#[derive(Clone, Copy, Default)]
pub struct OpenPanel(RwSignal<Option<usize>>);

impl OpenPanel {
    /// Whether a panel is open; for `aria-expanded` of its button. Follows changes.
    #[must_use]
    pub fn is_open(self, panel: usize) -> bool {
        self.0.get() == Some(panel)
    }

    /// Opens a panel, and closes it again.
    pub fn toggle(self, panel: usize) {
        self.0.update(|open| *open = Some(panel).filter(|_| *open != Some(panel)));
    }
}

/// Content below a row of buttons. It is drawn while it is open.
#[component]
pub fn Panel(
    /// Which panel is open.
    open: OpenPanel,
    /// Its own number.
    panel: usize,
    /// Its content.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <Show when=move || open.is_open(panel)>
            <div class="opened">{children()}</div>
        </Show>
    }
}
