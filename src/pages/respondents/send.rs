//! The page that sends the answers to an invitation back.

use leptos::prelude::*;

use crate::components::{BackBar, ButtonLink, PageHeading, SaveNotices};
use crate::pages::share::SendSection;
use crate::route::Route;
use crate::state::OpenAssessment;
use mlops_core::words::{pages, questions, respondents as say};

/// The link to send back, and the number of unanswered questions.
#[component]
pub fn SendPage(#[prop(into)] id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let unanswered = untrack(|| {
        assessment
            .question_set
            .with(|asked| asked.capabilities(assessment.model()).filter(|&at| !assessment.is_answered(at)).count())
    });
    view! {
        <BackBar href=Route::Questions { id: id.clone(), area: None }.href()>{questions::BACK}</BackBar>
        <SaveNotices/>
        <PageHeading>{pages::SEND_RESULT}</PageHeading>
        <p class="lead">{say::ABOUT_SEND}</p>
        {(unanswered > 0).then(|| view! { <p class="notice">{say::still_open(unanswered)}</p> })}
        <SendSection/>
        <div class="actions">
            <ButtonLink href=Route::Result { id }.href()>{say::SEE_OWN}</ButtonLink>
        </div>
    }
    .into_any()
}
