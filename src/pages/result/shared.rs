//! Another person's result from a link, read-only. Opening it changes nothing that is saved in this browser.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{clock, dom, location};
use crate::components::{
    ButtonLink, EXPORT_POPOVER, PageHeading, Popover, PopoverButton, TextField, UserText, set_text,
};
use crate::pages::result::ResultBody;
use crate::pages::result::bar::ResultBar;
use crate::pages::result::details::{DetailLines, detail_lines};
use crate::pages::result::export_menu::ResultExports;
use crate::pages::share::{PrintedLink, UnreadableLink, start_route};
use crate::route::Route;
use crate::state::result::{ResultSource, ShownResult};
use crate::state::{Library, Navigation, OpenAssessment, Teams, local_day, now};
use mlops_core::assessment::clean_title;
use mlops_core::link::{DecodedLink, LinkKind, decode};
use mlops_core::scoring::profile::Profile;
use mlops_core::words;
use mlops_core::words::{pages, result as say};

/// The page of a result from a link.
#[component]
pub fn SharedResultPage(
    /// The part of the link that contains the result.
    payload: String,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let opened = match decode(model, LinkKind::Result, &payload) {
        Ok(opened) => opened,
        Err(error) => return view! { <UnreadableLink title=words::link::NO_RESULT error/> }.into_any(),
    };
    let shared = &opened.shared;
    let title = if shared.title.is_empty() { words::link::SHARED } else { &shared.title };
    let assessment = shared.to_assessment(model, String::new(), now());
    let mut result = ShownResult::new(model, assessment, title.to_owned(), shared.day);
    result.is_from_link = true;
    let compare = Route::compare(&[&payload]).href();
    result.address = Some(Route::SharedResult { payload }.address(&location::page(), &location::query()));
    let source = ResultSource::Link(StoredValue::new(result.clone()));
    let title = result.title.clone();
    let result = Arc::new(result);
    let tracks: Vec<_> = result.profile.tracks.iter().map(|track| track.track).collect();
    let (basis, details) = result.with_subject(|subject| (say::basis(subject), detail_lines(subject)));
    let has_teams = expect_context::<Teams>().portfolio.with_untracked(Option::is_some);
    let to_teams = has_teams.then(|| view! { <a href=Route::Teams.href()>{words::teams::BACK}</a> });
    view! {
        <ResultBar model tracks links=to_teams.into_any()>
            <ButtonLink href=compare>{words::compare::WITH_MINE}</ButtonLink>
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
        </ResultBar>
        <SharedNotice profile=result.profile.clone() opened/>
        <div class="result-head">
            <PageHeading><UserText text=title/></PageHeading>
            <p class="quiet">{basis}</p>
            <DetailLines lines=details/>
        </div>
        <ResultBody result own_id=None/>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT><ResultExports source own_id=None/></Popover>
        <PrintedLink source/>
    }
    .into_any()
}

/// A note that the result is read-only, and what a person can do with it.
#[component]
fn SharedNotice(opened: DecodedLink, profile: Profile) -> impl IntoView {
    let (library, navigation) = (expect_context::<Library>(), expect_context::<Navigation>());
    let model = expect_context::<OpenAssessment>().model();
    let start = start_route(model, &opened, None).href();
    let differences = words::link::differences(&opened, LinkKind::Result, model.revision());
    let shared = opened.shared;
    // Several copies without a name, or of several people under one name, could not be told apart.
    let is_unnamed = shared.title.is_empty() || !shared.from.is_empty();
    let name = RwSignal::new(words::link::name_for(&shared, &profile));
    let whose = words::link::whose(&shared);
    let ahead = (shared.day > local_day(now())).then(|| words::teams::dated_ahead(1)).flatten();
    let save = move |_| {
        let mut copy = shared.to_assessment(model, clock::random_id(), now());
        // Another person answered the invitation, and this copy is not meant to be sent back.
        copy.invitation = None;
        if is_unnamed {
            copy.title = clean_title(&name.get_untracked());
        }
        let result = Route::Result { id: copy.id.clone() };
        library.put(copy);
        navigation.navigate(&result);
    };
    let paragraph = |text: String| view! { <p>{text}</p> };
    let name_field = is_unnamed.then(|| {
        view! { <TextField value=name on_input=set_text(name)>{words::link::NAME_OF_COPY}</TextField> }
    });
    view! {
        <div class="notice offer">
            <p>{words::link::READ_ONLY}</p>
            {whose.map(paragraph)}
            {ahead.map(paragraph)}
            {differences.map(paragraph)}
            <div class="actions">
                {name_field}
                <button type="button" class="is-primary" on:click=save>{words::link::SAVE_COPY}</button>
                <ButtonLink href=start>{words::link::ANSWER_YOURSELF}</ButtonLink>
                <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
            </div>
        </div>
    }
}
