//! The result: the level of the team in each area, why, and what would change it.
//!
//! The first screen has the overall level; below it are the map of manual work, the next steps and the areas.
//! Everything below the bar is drawn from a [`ShownResult`], for one's own assessment and for one from a link alike.

mod areas;
mod bar;
mod details;
mod export_menu;
mod first_screen;
mod governance;
mod published;
mod shared;
mod steps;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::published::{NoPublishedResult, PublishedResult, PublishedResultPage};
pub use self::shared::SharedResultPage;

use crate::browser::location;
use crate::components::{
    Blocks, EXPORT_POPOVER, LiveText, PageHeading, Popover, PopoverButton, RedrawOnChange, SHARE_POPOVER,
    SaveNotices, UserText,
};
use crate::pages::embed::host::SendToHost;
use crate::pages::result::areas::AreaSection;
use crate::pages::result::bar::{AREAS, MAP, PROFILE, REUSE, ResultBar, STEPS, part_id};
use crate::pages::result::details::{DetailFields, Details};
use crate::pages::result::export_menu::ResultExports;
use crate::pages::result::first_screen::FirstScreen;
use crate::pages::result::governance::GovernanceSection;
use crate::pages::result::steps::{MapSection, Patterns, ReuseSection, StepSection};
use crate::pages::share::{PrintedLink, ShareSection};
use crate::route::{Route, saved_key};
use crate::state::result::{ResultSource, ShownResult};
use crate::state::{Navigation, OpenAssessment, follow};
use mlops_core::history::combined::{cohort, is_combined};
use mlops_core::history::snapshots::to_confirm;
use mlops_core::link::invitation;
use mlops_core::report::advice;
use mlops_core::report::carries_over::carries_over;
use mlops_core::report::crosswalk::crosswalks;
use mlops_core::report::track::TrackResult;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words;
use mlops_core::words::{history, pages, respondents, result as say};

/// The result of the open assessment.
#[component]
pub fn ResultPage(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let source = ResultSource::Open(assessment);
    let tracks =
        Memo::new(move |_| assessment.profile.with(|profile| profile.tracks.iter().map(|one| one.track).collect()));
    let title = Memo::new(move |_| assessment.title.with(|title| words::title(title).to_owned()));
    let basis = Memo::new(move |_| assessment.with_subject(say::basis).unwrap_or_default());
    let plan = Route::Plan { id: id.clone() }.href();
    view! {
        <ResultBar model=assessment.model() tracks links=view! { <OwnLinks id=id.clone()/> }.into_any()>
            <a href=plan class="button is-primary">{pages::PLAN}</a>
            <PopoverButton popover=SHARE_POPOVER>{say::SHARE}</PopoverButton>
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
        </ResultBar>
        <SaveNotices/>
        <div class="result-head">
            <PageHeading><UserText text=title/></PageHeading>
            <p class="quiet"><LiveText text=basis/></p>
            <Details/>
        </div>
        <SendToHost/>
        <Notices id=id.clone()/>
        <OwnBody id=id.clone()/>
        <DetailFields/>
        <Popover id=SHARE_POPOVER label=say::SHARE><ShareSection/></Popover>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT>
            <ResultExports source own_id=Some(id)/>
        </Popover>
        <PrintedLink source/>
    }
}

/// Links to the other pages of an assessment.
#[component]
fn OwnLinks(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let is_combined = Memo::new(move |_| assessment.current.with(|open| open.as_ref().is_some_and(is_combined)));
    let together = Route::CombinedAnswers { id: id.clone() }.href();
    view! {
        <a href=Route::Questions { id: id.clone(), area: None }.href()>{pages::QUESTIONS}</a>
        <a href=Route::compare(&[&saved_key(&id)]).href()>{pages::COMPARE}</a>
        <a href=Route::History { id }.href()>{pages::HISTORY}</a>
        <Show when=move || is_combined.get()>
            <a href=together.clone()>{pages::COMBINED_ANSWERS}</a>
        </Show>
    }
}

/// What a person should know before they read the result.
#[component]
fn Notices(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let model = assessment.model();
    let count = move |of: fn(&'static _, &_) -> usize| {
        Memo::new(move |_| assessment.current.with(|open| open.as_ref().map_or(0, |own| of(model, own))))
    };
    let unknown = count(|model, own| own.unknown_capability_ids(model).len());
    let unconfirmed = count(to_confirm);
    let is_invited = Memo::new(move |_| {
        assessment.current.with(|open| open.as_ref().is_some_and(|own| invitation(own).is_some()))
    });
    let (has_unknown, has_unconfirmed) =
        (Memo::new(move |_| unknown.get() > 0), Memo::new(move |_| unconfirmed.get() > 0));
    let questions = Route::Questions { id: id.clone(), area: None }.href();
    let send = Route::SendAnswers { id: id.clone() }.href();
    let open = Memo::new(move |_| {
        let open = |own: &_| cohort(model, own).map_or(0, |cohort| cohort.open_to_discussion());
        assessment.current.with(|own| own.as_ref().filter(|own| is_combined(own)).map_or(0, open))
    });
    let has_open = Memo::new(move |_| open.get() > 0);
    let together = Route::CombinedAnswers { id: id.clone() }.href();
    view! {
        <Show when=move || has_open.get()>
            <p class="notice">
                <LiveText text=move || respondents::open_in_result(open.get())/>
                " "
                <a href=together.clone()>{respondents::DISCUSS}</a>
            </p>
        </Show>
        <Show when=move || has_unknown.get()>
            <p class="notice"><LiveText text=move || say::not_of_this_model(unknown.get())/></p>
        </Show>
        <Show when=move || has_unconfirmed.get()>
            <p class="notice">
                <LiveText text=move || history::to_confirm(unconfirmed.get())/>
                " "
                <a href=questions.clone()>{history::CONFIRM}</a>
            </p>
        </Show>
        <Show when=move || is_invited.get()>
            <p class="notice">{respondents::INVITED} " " <a href=send.clone()>{pages::SEND_RESULT}</a></p>
        </Show>
    }
}

/// The body of one's own result. It is drawn again when an answer, a note, a target or the question set changes, but
/// not while a person edits the details, so that an open cell stays open.
#[component]
fn OwnBody(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let result = move || {
        follow(assessment.question_set);
        follow(assessment.responses);
        follow(assessment.target);
        follow(assessment.snapshots);
        follow(assessment.models);
        untrack(|| ShownResult::of_open(assessment)).map(Arc::new)
    };
    let body = move |result: Option<Arc<ShownResult>>| {
        result.map(|result| view! { <ResultBody result own_id=Some(id.clone())/> })
    };
    view! { <RedrawOnChange value=result let:result>{body(result)}</RedrawOnChange> }
}

/// The body of a result.
#[component]
fn ResultBody(
    result: Arc<ShownResult>,
    /// The id of one's own assessment, to link to its questions; `None` for a result from a link.
    own_id: Option<String>,
) -> impl IntoView {
    let tracks = result.profile.tracks.clone();
    let track =
        |track: TrackProfile| view! { <TrackSection result=Arc::clone(&result) track own_id=own_id.clone()/> };
    let tracks = tracks.into_iter().map(track).collect_view();
    let here = || format!("{}#{}", location::page(), expect_context::<Navigation>().route.get_untracked());
    let whole = result.address.clone().unwrap_or_else(here);
    let others = crosswalks(result.case());
    let others = (!others.is_empty()).then(|| {
        view! {
            <section class="crosswalks" aria-labelledby="beside">
                <h2 id="beside">{say::BESIDE}</h2>
                <Blocks blocks=others/>
            </section>
        }
    });
    view! {
        {tracks}
        // In the compact frame, this link is the only way to the rest of the page.
        <p class="only-profile"><a href=whole target="_blank" rel="noopener">{say::WHOLE_RESULT}</a></p>
        {others}
        // The file of frameworks matches only the built-in questions.
        {result.model.is_built_in().then(|| view! { <GovernanceSection result=Arc::clone(&result)/> })}
        <p class="quiet">
            {result.model.source().note.as_str()}
            " "
            <a href=Route::About { part: None }.href()>{pages::ABOUT}</a>
        </p>
    }
}

/// The result of one track.
#[component]
fn TrackSection(result: Arc<ShownResult>, track: TrackProfile, own_id: Option<String>) -> impl IntoView {
    let model = result.model;
    let title = model.track(track.track).title.as_str();
    let is_one_of_several = result.profile.tracks.len() > 1;
    let track_title = is_one_of_several.then_some(title);
    let track_ix = track.track;
    let part = |part| part_id(model, track_ix, part);
    let is_first = result.profile.tracks.first().is_some_and(|first| first.track == track_ix);
    let (advice, map, patterns, reusable, cheapest_lift) = result.with_subject(|subject| {
        let parts = TrackResult::of(subject, &track);
        let patterns = Patterns::of(subject.case, &parts);
        let reusable = carries_over(subject.case, track.track, &parts.advice);
        let line = advice::cheapest_lift(subject.case, &parts);
        let lift = line.zip(parts.cheapest_lift).map(|(line, lift)| (line, Arc::new(lift)));
        (Arc::new(parts.advice), parts.map, patterns, reusable, lift)
    });
    view! {
        <section class="track" aria-label=title>
            {track_title.map(|title| view! { <p class="track-title">{title}</p> })}
            <FirstScreen
                result=Arc::clone(&result)
                track=track.clone()
                advice=Arc::clone(&advice)
                cheapest_lift
                own_id=own_id.clone()
                heading_id=part(PROFILE)
            />
            <MapSection result=Arc::clone(&result) map is_first track_title id=part(MAP)/>
            <StepSection result=Arc::clone(&result) advice patterns track_title id=part(STEPS)/>
            {reusable.map(|blocks| view! { <ReuseSection model track=track.track blocks id=part(REUSE)/> })}
            <AreaSection result track own_id track_title id=part(AREAS)/>
        </section>
    }
}

/// The heading of a part of a track's result. With several tracks it names the track, for people who jump between
/// headings.
#[component]
fn PartHeading(id: String, track_title: Option<&'static str>, children: Children) -> impl IntoView {
    let track = track_title.map(|title| view! { <span class="sr-only">{format!(": {title}")}</span> });
    view! { <h2 id=id>{children()}{track}</h2> }
}
