//! Where a team stands, why, and what would change it.
//!
//! Everything below the heading is drawn from a [`Case`]: the same for one's own assessment and for one from a link.

use leptos::prelude::*;

use super::home::shown_title;
use super::missing::absent_assessment;
use crate::codec::words;
use crate::domain::assessment::Assessment;
use crate::domain::case::Case;
use crate::domain::level::Level;
use crate::domain::model::{CapabilityIx, Cover, Crosswalk};
use crate::domain::profile::{AreaProfile, LensProfile, Profile, Rung, TrackProfile};
use crate::route::Route;
use crate::session::Session;
use crate::view::part::disclosure::disclosure;
use crate::view::part::outward::outward;
use crate::view::part::profile::profile_chart;
use crate::view::part::saving::{saving_trouble, saving_word};

/// The result of one's own assessment.
#[must_use]
pub fn result_page(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    let content = move || {
        session.current.with(|open| match open {
            None => absent_assessment(),
            Some(assessment) => {
                let profile = session.profile.get();
                session.with_case(|case| own_result(session, &id, assessment, case, &profile))
            }
        })
    };
    view! { {content} }.into_any()
}

fn own_result(session: Session, id: &str, assessment: &Assessment, case: Case, profile: &Profile) -> AnyView {
    let questions = Route::Questions { id: id.to_owned(), area: None }.href();
    let strangers = assessment.strangers(case.model);
    let strangers = (!strangers.is_empty()).then(|| {
        let count = words::count(strangers.len(), "answer belongs", "answers belong");
        view! { <p class="notice">{format!("{count} to questions that this model does not have: kept, and not scored.")}</p> }
    });
    view! {
        <div class="bar">
            <p class="bar-title"><a href=questions>"Back to the questions"</a></p>
            {saving_word(session)}
        </div>
        {saving_trouble(session)}
        {heading(case, &assessment.title, &words::day(assessment.updated.day()))}
        {strangers}
        {result_body(case, profile, Some(assessment), Some(id))}
    }
    .into_any()
}

/// The title of a result with what it is a result of.
#[must_use]
pub fn heading(case: Case, title: &str, day: &str) -> AnyView {
    let model = case.model;
    let asked = case.questionnaire.capabilities(model).count();
    view! {
        <h1 tabindex="-1">{shown_title(title)}</h1>
        <p class="quiet">
            {format!(
                "{day}. {}: {}. Model \"{}\", revision {}.",
                words::scope(case.questionnaire.scope),
                words::count(asked, "question", "questions"),
                model.title(),
                model.revision(),
            )}
        </p>
    }
    .into_any()
}

/// Everything a result says. `id` is the assessment's own, where there is one to go back to.
#[must_use]
pub fn result_body(case: Case, profile: &Profile, assessment: Option<&Assessment>, id: Option<&str>) -> AnyView {
    let tracks: Vec<AnyView> =
        profile.tracks.iter().map(|track| track_result(case, track, assessment, id)).collect();
    view! {
        {tracks}
        {crosswalks(case)}
        <p class="quiet">
            "Levels, areas and the essential questions of MLOps are Microsoft's; where the supporting ones stand, every \
             score and every threshold are ours: Microsoft gives none. "<a href=Route::Model.href()>"How this works"</a>"."
        </p>
    }
    .into_any()
}

fn track_result(case: Case, track: &TrackProfile, assessment: Option<&Assessment>, id: Option<&str>) -> AnyView {
    let title = case.model.track(track.track).title.clone();
    let confidence = track.confidence;
    view! {
        <section class="track" aria-label=title.clone()>
            <h2>{title.clone()}</h2>
            <p class="verdict">{words::verdict(case.model, track)}</p>
            <p class="quiet">{format!("{} questions are settled ({}).", words::share(confidence), words::percent(confidence))}</p>
            {profile_chart(case, track)}
            {find_out_first(case, track)}
            <h3>"Area by area"</h3>
            {track.areas.iter().map(|area| area_result(case, area, assessment, id)).collect_view()}
            {lenses(case, track)}
        </section>
    }
    .into_any()
}

/// What is open, by area: the cheapest way to a surer result.
fn find_out_first(case: Case, track: &TrackProfile) -> AnyView {
    let is_unknown = |at: &CapabilityIx| case.answer(*at).is_some();
    let open: Vec<CapabilityIx> =
        case.capabilities().filter(|&at| case.is_open(at) && case.model.track_of(at) == track.track).collect();
    let (unknown, unanswered): (Vec<_>, Vec<_>) = open.into_iter().partition(is_unknown);
    if unknown.is_empty() && unanswered.is_empty() {
        return ().into_any();
    }
    let questions = |of: &[CapabilityIx]| {
        let item = |&at: &CapabilityIx| view! { <li>{case.model.capability(at).question.clone()}</li> };
        of.iter().map(item).collect::<Vec<_>>()
    };
    let unknown_list = (!unknown.is_empty()).then(|| {
        view! {
            <p>{format!("Nobody knows yet, so ask around: {}.", words::count(unknown.len(), "question", "questions"))}</p>
            <ul>{questions(&unknown)}</ul>
        }
    });
    let unanswered_list = (!unanswered.is_empty()).then(|| {
        disclosure(
            "more",
            words::count(unanswered.len(), "question is not answered yet", "questions are not answered yet"),
            view! { <ul>{questions(&unanswered)}</ul> },
        )
    });
    view! {
        <h3>"Find out first"</h3>
        {unknown_list}
        {unanswered_list}
    }
    .into_any()
}

fn area_result(case: Case, area: &AreaProfile, assessment: Option<&Assessment>, id: Option<&str>) -> AnyView {
    let model = case.model;
    let about = model.area(area.area);
    let range = area.range;
    let link = id.map(|id| {
        let href = Route::Questions { id: id.to_owned(), area: Some(about.id.clone()) }.href();
        view! { <a href=href aria-label=format!("Questions on {}", words::inside(&about.title))>"Questions"</a> }
    });
    let blocking = area.next_rung().map(|rung| blocking(case, rung));
    let ahead = (!area.ahead.is_empty()).then(|| {
        view! {
            <p class="sub">"Ahead: in place already, though the levels below it are not complete"</p>
            <ul>{names(case, &area.ahead)}</ul>
        }
    });
    let rungs: Vec<AnyView> = area.rungs.iter().map(|rung| checklist(case, rung, assessment)).collect();
    view! {
        <article
            class="area"
            data-area=about.id.clone()
            data-level=range.low.to_string()
            data-low=range.low.to_string()
            data-high=range.high.to_string()
        >
            <h4>
                <span class=format!("badge l{}", range.low)>{words::level(area)}</span>
                " "{about.title.clone()}
            </h4>
            <p>
                <strong>{words::capitalised(&words::range(range))}</strong>": "{model.level_text(range.low).name.clone()}". "
                {words::why(model, area)}" "{link}
            </p>
            {blocking}
            {ahead}
            {disclosure("more", "Every answer behind this level", rungs)}
        </article>
    }
    .into_any()
}

fn names(case: Case, of: &[CapabilityIx]) -> Vec<AnyView> {
    let item = |&at: &CapabilityIx| {
        let capability = case.model.capability(at);
        view! { <li>{capability.name().to_owned()}" "<span class="quiet">{format!("level {}", capability.level)}</span></li> }
            .into_any()
    };
    of.iter().map(item).collect()
}

/// What stands between an area and its next level.
fn blocking(case: Case, rung: &Rung) -> AnyView {
    let item = |&at: &CapabilityIx| {
        let given = words::answer_or_open(case.answer(at));
        let capability = case.model.capability(at);
        view! { <li><span class="given">{given}</span>" "{capability.question.clone()}</li> }
    };
    let core: Vec<_> = rung.core_missing.iter().map(item).collect();
    let support: Vec<_> = rung.support_missing.iter().map(item).collect();
    let core = (!core.is_empty()).then(|| {
        view! { <p class="sub">{format!("Level {} cannot be held without", rung.level)}</p><ul class="checklist">{core}</ul> }
    });
    let support = (rung.support_short > 0).then(|| {
        view! { <p class="sub">"And needs some of these"</p><ul class="checklist">{support}</ul> }
    });
    view! { {core}{support} }.into_any()
}

fn checklist(case: Case, rung: &Rung, assessment: Option<&Assessment>) -> AnyView {
    let level = &case.model.level_text(rung.level).name;
    let state = if rung.capabilities.is_empty() {
        "asks nothing here"
    } else if rung.held {
        "held"
    } else {
        "not held"
    };
    let items: Vec<AnyView> = rung.capabilities.iter().map(|&at| checked(case, at, assessment)).collect();
    view! {
        <p class="sub">{format!("Level {}, {level}: {state}", rung.level)}</p>
        <ul class="checklist">{items}</ul>
    }
    .into_any()
}

fn checked(case: Case, at: CapabilityIx, assessment: Option<&Assessment>) -> AnyView {
    let capability = case.model.capability(at);
    let response = assessment.and_then(|assessment| assessment.responses.get(&capability.id));
    let note = response.filter(|response| !response.note.is_empty()).map(|response| {
        view! { <span class="noted">{response.note.clone()}</span> }
    });
    let evidence = response.filter(|response| !response.evidence.is_empty()).map(|response| {
        view! { <span class="noted">{outward(&response.evidence, &response.evidence)}</span> }
    });
    let kind = if capability.core { "" } else { " (supporting)" };
    view! {
        <li>
            <span class="given">{words::answer_or_open(case.answer(at))}</span>" "
            {capability.question.clone()}<span class="quiet">{kind}</span>
            {note}{evidence}
        </li>
    }
    .into_any()
}

fn lenses(case: Case, track: &TrackProfile) -> AnyView {
    let row = |profile: &LensProfile| {
        let cells: Vec<_> = profile
            .levels
            .iter()
            .map(|&share| {
                let text = if share.of == 0 { "\u{2013}".to_owned() } else { words::share(share) };
                view! {
                    <td>
                        {text}
                        {(share.of > 0).then(|| view! { <progress max=share.of value=share.part aria-hidden="true"></progress> })}
                    </td>
                }
            })
            .collect();
        view! { <tr><th scope="row">{case.model.lens(profile.lens).title.clone()}</th>{cells}</tr> }
    };
    let head = Level::RUNGS.map(|level| view! { <th scope="col">{format!("Level {level}")}</th> });
    let title = case.model.track(track.track).title.clone();
    view! {
        <h3>"Through three lenses"</h3>
        <div class="scroller" tabindex="0" role="region" aria-label=format!("{title} by lens")>
            <table class="lenses">
                <caption class="sr-only">{format!("{title}: capabilities in place by lens and level")}</caption>
                <thead><tr><th scope="col">"Lens"</th>{head}</tr></thead>
                <tbody>{track.lenses.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn crosswalks(case: Case) -> AnyView {
    let others: Vec<AnyView> = case.model.crosswalk().iter().map(|other| crosswalk(case, other)).collect();
    if others.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="beside">
            <h2 id="beside">"Beside other models"</h2>
            {others}
        </section>
    }
    .into_any()
}

fn crosswalk(case: Case, other: &Crosswalk) -> AnyView {
    let row = |row: &crate::domain::model::CrosswalkRow| {
        let asked: Vec<CapabilityIx> = row.capabilities.iter().copied().filter(|&at| case.in_scope(at)).collect();
        let have = asked.iter().filter(|&&at| case.has(at)).count();
        let state = match (row.cover, asked.len()) {
            (Cover::None, _) if row.capabilities.is_empty() => "not asked here".to_owned(),
            (_, 0) => "not in this scope".to_owned(),
            (Cover::Weak, all) => format!("{have} of {all}, covered in part"),
            (_, all) => format!("{have} of {all}"),
        };
        let group = row.group.as_ref().map(|group| format!("{group}: "));
        view! {
            <tr>
                <th scope="row">{group}{row.name.clone()}</th>
                <td>{row.relates.clone()}</td>
                <td>{state}</td>
            </tr>
        }
    };
    let content = view! {
        <p>{other.note.clone()}" "{outward(&other.address, "Source")}</p>
        <div class="scroller" tabindex="0" role="region" aria-label=other.title.clone()>
            <table>
                <caption class="sr-only">{other.title.clone()}</caption>
                <thead><tr><th scope="col">"There"</th><th scope="col">"Here"</th><th scope="col">"In place"</th></tr></thead>
                <tbody>{other.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    };
    disclosure("more", other.title.clone(), content)
}
