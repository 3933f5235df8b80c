//! For a frame that stores nothing: the answers as a link, to continue in a tab outside the frame.

use leptos::prelude::*;

use crate::state::OpenAssessment;
use crate::state::share_link::{NoAddress, published_copy, result_address};
use mlops_core::link::{LinkError, LinkOptions, Sender};
use mlops_core::words::{link, saving as say};

/// The link to the open assessment with everything that fits into it, as a link and as text. Follows the answers.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let address = Memo::new(move |_| {
        // Every part is named, so that a new one is carried along too.
        let with = |notes| LinkOptions {
            title: true,
            notes,
            // The person has not said yet who answered.
            from: Sender::default(),
            invitation: true,
            about: true,
            outcomes: true,
            models: true,
            business_unit: true,
            evidence_dates: true,
        };
        assessment.current.with(|open| {
            let own = open.as_ref()?;
            let address = |notes| result_address(assessment.model(), own, &with(notes), &published_copy());
            match address(true) {
                // A link has less room for notes than people may write.
                Err(NoAddress::Link(LinkError::TooLong(_))) => address(false).ok(),
                address => address.ok(),
            }
        })
    });
    let link = move || address.get().unwrap_or_default();
    view! {
        <div hidden=move || address.with(Option::is_none)>
            <p>{say::OWN_TAB_SAYS}</p>
            <div class="actions">
                <a class="button is-primary" target="_blank" rel="noopener" href=link>{say::OWN_TAB}</a>
            </div>
            <label class="field">
                <span>{link::FIELD}</span>
                <input type="text" readonly spellcheck="false" translate="no" prop:value=link/>
            </label>
            <p class="quiet">{say::FRAME_MAY_BLOCK}</p>
        </div>
    }
}
