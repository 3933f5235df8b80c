//! The choices of a person on the content of a share link.

use leptos::prelude::*;

use crate::browser::{clipboard, dom};
use crate::state::share_link::{NoAddress, published_copy, result_address};
use crate::state::{OpenAssessment, local_day, now};
use mlops_core::link::{LinkContents, LinkError, LinkOptions, Sender};
use mlops_core::words;

/// Copies share the same signals.
#[derive(Clone, Copy)]
pub struct LinkChoices {
    pub title: RwSignal<bool>,
    pub about: RwSignal<bool>,
    pub notes: RwSignal<bool>,
    pub outcomes: RwSignal<bool>,
    pub models: RwSignal<bool>,
    pub business_unit: RwSignal<bool>,
    pub evidence_dates: RwSignal<bool>,
    pub invitation: RwSignal<bool>,
    pub name: RwSignal<String>,
    pub role: RwSignal<String>,
    /// The address of a published copy of this page. It is needed only if this page is a local file.
    pub published_copy: RwSignal<String>,
    /// The outcome of the last attempt to copy.
    pub message: RwSignal<String>,
}

impl LinkChoices {
    /// Only answers, date and the number of the invitation. Without that number, an answer to an invitation could not
    /// be matched with it; the person can leave it out.
    #[must_use]
    pub fn new() -> Self {
        let (flag, text) = (|| RwSignal::new(false), || RwSignal::new(String::new()));
        Self {
            title: flag(),
            about: flag(),
            notes: flag(),
            outcomes: flag(),
            models: flag(),
            business_unit: flag(),
            evidence_dates: flag(),
            invitation: RwSignal::new(true),
            name: text(),
            role: text(),
            published_copy: RwSignal::new(published_copy()),
            message: text(),
        }
    }

    /// The content of the link. Follows the choices.
    #[must_use]
    pub fn including(self) -> LinkOptions {
        LinkOptions {
            title: self.title.get(),
            notes: self.notes.get(),
            from: Sender { name: self.name.get(), role: self.role.get() },
            invitation: self.invitation.get(),
            about: self.about.get(),
            outcomes: self.outcomes.get(),
            models: self.models.get(),
            business_unit: self.business_unit.get(),
            evidence_dates: self.evidence_dates.get(),
        }
    }

    /// The address of the open assessment's result. Follows the choices and the assessment.
    ///
    /// # Errors
    ///
    /// There is no result to share, or others could not open the address.
    pub fn address(self, assessment: OpenAssessment) -> Result<String, NoAddress> {
        let (including, copy) = (self.including(), self.published_copy.get());
        assessment.current.with(|open| match open {
            Some(own) => result_address(assessment.model(), own, &including, &copy),
            None => Err(NoAddress::Link(LinkError::Empty)),
        })
    }

    /// A sentence on the content of the link. Follows the choices and the assessment.
    #[must_use]
    pub fn contents(self, assessment: OpenAssessment) -> String {
        let including = self.including();
        assessment.current.with(|open| {
            let shared =
                open.as_ref().map(|own| LinkContents::of(assessment.model(), own, local_day(now()), &including));
            shared.as_ref().map(words::link::contains).unwrap_or_default()
        })
    }

    /// Copies a text and reports it. If the browser refuses, selects the field with the link, so that the person can
    /// copy it.
    pub fn copy_text(self, field: &'static str, text: String, done: String) {
        leptos::task::spawn_local(async move {
            let is_copied = clipboard::copy_text(&text).await.is_ok();
            if !is_copied {
                dom::select(field);
            }
            self.message.set(if is_copied { done } else { words::link::NOT_COPIED.to_owned() });
        });
    }
}

impl Default for LinkChoices {
    fn default() -> Self {
        Self::new()
    }
}
