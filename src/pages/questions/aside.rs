//! The panel beside the questions, on a phone behind a button: the areas with their progress, and their levels so
//! far.

use leptos::prelude::*;

use crate::components::{
    AreaLevel, ButtonLink, Checkbox, Disclosure, KeyList, LiveText, ScopePicker, TextField, lang_of,
};
use crate::pages::questions::answered;
use crate::route::Route;
use crate::state::{Library, OpenAssessment};
use mlops_core::assessment::clean_title;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::words;
use mlops_core::words::{pages, questions as say};

/// The id of the panel. A button opens it if there is no room beside the questions.
pub const ASIDE: &str = "aside";

/// The progress, the areas, and settings of the questions.
#[component]
pub fn Aside(
    id: String,
    /// The area on the page.
    shown: Memo<Option<AreaIx>>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let result = Route::Result { id: id.clone() }.href();
    let evidence = Route::Evidence { id: id.clone() }.href();
    view! {
        <aside class="aside" id=ASIDE popover="" aria-label=say::ASIDE>
            <h2>{say::SO_FAR}</h2>
            <p class="quiet">
                <LiveText text=Signal::derive(move || progress(assessment))/>
            </p>
            <nav aria-label=words::result::AREAS>
                <ul class="areas">
                    <For
                        each=move || assessment.question_set.with(|asked| asked.areas(assessment.model()))
                        // A change of the question set changes the number of questions of an area.
                        key=move |&area| (area, assessment.questions_in(area).len())
                        children=move |area| view! { <AreaLink id=id.clone() area shown/> }
                    />
                </ul>
            </nav>
            <div class="actions">
                <ButtonLink id="aside-result" href=result>{pages::RESULT}</ButtonLink>
            </div>
            <p>
                <a href=evidence id="aside-evidence">
                    {pages::EVIDENCE}
                </a>
            </p>
            <Disclosure class="keys" id="keys" summary=|| say::KEYS>
                <KeyList keys=&say::KEYS_DO/>
            </Disclosure>
            <Disclosure class="change-asking" id="change-asking" summary=|| say::CHANGE>
                <ChangeAsking/>
            </Disclosure>
        </aside>
    }
}

fn progress(assessment: OpenAssessment) -> String {
    let model = assessment.model();
    let asked: Vec<CapabilityIx> = assessment.question_set.with(|asked| asked.capabilities(model).collect());
    let open = asked.iter().filter(|&&at| !assessment.is_answered(at));
    let seconds = open.map(|&at| words::quantity::seconds_to_answer(model.capability(at))).sum();
    let is_later_round = asked.iter().any(|&at| assessment.is_to_confirm(at));
    say::progress(answered(assessment, &asked), is_later_round, seconds)
}

/// An area: its name, its progress, and its level so far.
#[component]
fn AreaLink(id: String, area: AreaIx, shown: Memo<Option<AreaIx>>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let model = assessment.model();
    let asked = assessment.questions_in(area);
    let count = asked.len();
    let href = Route::Questions { id, area: Some(model.area(area).id.clone()) }.href();
    let profile = Memo::new(move |_| assessment.profile.with(|profile| profile.area(area).cloned()));
    let level = move || profile.get().map(|area| view! { <AreaLevel area/> });
    view! {
        <li>
            <a href=href id=format!("area-{}", model.area(area).id) aria-current=move || (shown.get() == Some(area)).then_some("page")>
                <span lang=lang_of(model)>{model.area(area).title.as_str()}</span>
                <span class="count">
                    <LiveText text=Signal::derive(move || answered(assessment, &asked).part.to_string())/>
                    <span aria-hidden="true">{"/"}</span>
                    <span class="sr-only">{" of "}</span>
                    {count}
                </span>
                {level}
            </a>
        </li>
    }
}

/// The question set, and the name of the team.
#[component]
fn ChangeAsking() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    // Not bound to the stored title: that is trimmed, and a space at the end could not be typed.
    let title = assessment.title.get_untracked();
    let rename = move |typed: String| assessment.change(|assessment| assessment.title = clean_title(&typed));
    view! {
        <ScopePicker
            name="change-scope"
            chosen=assessment.question_set
            on_choose=move |changed| assessment.ask(&changed)
        />
        <TextField value=title on_input=rename>{say::TEAM}</TextField>
        <p class="quiet">{say::CHANGE_KEEPS}</p>
    }
}

/// The setting whether the page goes to the next question after an answer.
#[component]
pub fn AutoAdvance() -> impl IntoView {
    let library = expect_context::<Library>();
    view! {
        <Checkbox
            id="auto-advance"
            class="auto-advance"
            checked=library.auto_advance
            on_change=move |is_on| library.set_auto_advance(is_on)
        >
            {say::AUTO_ADVANCE}
        </Checkbox>
    }
}
