//! The combined answers of several people: what to discuss first, every question, and the list of people.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{
    BackBar, ButtonLink, Checkbox, ExportFile, LiveText, PageHeading, RedrawOnChange, SaveNotices, ScrollTable,
    UserText, file_name, html_file, lang_of, save_file,
};
use crate::pages::respondents::answers::{AnswerBars, AnswersByPerson, by_role_and_by_name};
use crate::pages::respondents::import::{ImportAnswers, ImportErrors, ReadAnswers};
use crate::route::Route;
use crate::state::{OpenAssessment, follow, local_day, now};
use mlops_core::history::combined::{self, Person, is_combined};
use mlops_core::history::respondents::{AgreedAnswer, Agreement, Cohort};
use mlops_core::model::{AreaIx, CapabilityIx, Model};
use mlops_core::report::cohort::cohort_document;
use mlops_core::report::document::Document;
use mlops_core::report::markdown;
use mlops_core::words::{self, pages, report, respondents as say};

/// The id of the heading of the list of people.
const PEOPLE: &str = "people";

/// The combined answers of the open assessment.
#[component]
pub fn CombinedPage(#[prop(into)] id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let title = assessment.title.with_untracked(|title| words::title(title).to_owned());
    let is_combined = assessment.current.with_untracked(|open| open.as_ref().is_some_and(is_combined));
    let back = Route::Result { id: id.clone() }.href();
    let with_names = RwSignal::new(false);
    let content = if is_combined {
        view! {
            <div class="combined" class:prints-names=with_names>
                <CombinedAnswers id/>
                <People/>
                <Export title=title.clone() with_names/>
            </div>
        }
        .into_any()
    } else {
        view! {
            <p>{say::NOT_GATHERED}</p>
            <div class="actions">
                <ButtonLink href=Route::CombineAnswers.href()>{say::COMBINE}</ButtonLink>
            </div>
        }
        .into_any()
    };
    view! {
        <BackBar href=back>{words::history::BACK}</BackBar>
        <SaveNotices/>
        <PageHeading>
            <UserText text=title/>
        </PageHeading>
        {content}
    }
    .into_any()
}

/// The combined answers of the open assessment. Follows its changes.
#[must_use]
pub fn cohort(assessment: OpenAssessment) -> Option<Cohort<'static>> {
    assessment.current.with(|open| combined::cohort(assessment.model(), open.as_ref()?).ok())
}

/// What to discuss first, and a table for each area.
#[component]
fn CombinedAnswers(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    // Only a change of the people or of an agreed answer changes the content.
    let agreed = Memo::new(move |_| {
        let cohort = cohort(assessment)?;
        let answers = assessment.model().capability_ixs().map(|at| cohort.agreed(at).cloned());
        Some(answers.collect::<Vec<Option<AgreedAnswer>>>())
    });
    let changed = move || {
        follow(assessment.sources);
        follow(agreed);
    };
    let content = move |()| {
        let cohort = StoredValue::new(cohort(assessment)?);
        let basis = cohort.with_value(|cohort| say::basis(cohort));
        let open = cohort.with_value(say::open_to_discussion);
        let areas = cohort.with_value(|cohort| cohort.question_set().areas(assessment.model()));
        let tables = areas.into_iter().map(|area| view! { <AreaTable cohort id=id.clone() area/> }).collect_view();
        Some(view! {
            <p class="quiet">{basis}</p>
            <p>{open}</p>
            <DiscussFirst cohort id=id.clone()/>
            <h2>{say::EVERYTHING}</h2>
            <p class="quiet">{report::SPREAD_NOTE}</p>
            {tables}
        })
    };
    view! { <RedrawOnChange value=changed children=content/> }
}

fn discuss_href(model: &Model, id: &str, at: CapabilityIx) -> String {
    Route::Discuss { id: id.to_owned(), capability: model.capability(at).id.clone() }.href()
}

/// The questions with the widest spread, and the number of resolved differences.
#[component]
fn DiscussFirst(cohort: StoredValue<Cohort<'static>>, id: String) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let (first, to_discuss) = cohort.with_value(|cohort| (cohort.discuss_first(), cohort.to_discuss()));
    let resolved =
        cohort.with_value(|cohort| to_discuss.iter().filter(|one| cohort.agreed(one.capability).is_some()).count());
    let begin_with = first.first().or(to_discuss.first()).map(|one| one.capability);
    let begin_with =
        begin_with.or_else(|| cohort.with_value(|cohort| cohort.question_set().capabilities(model).next()));
    let begin = begin_with.map(|at| {
        view! {
            <div class="actions">
                <ButtonLink href=discuss_href(model, &id, at) primary=true>{say::ONE_BY_ONE}</ButtonLink>
                <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
            </div>
        }
    });
    let progress = (!to_discuss.is_empty()).then(|| view! { <p>{say::resolved_of(resolved, to_discuss.len())}</p> });
    let list = if first.is_empty() {
        let verdict = if to_discuss.is_empty() { say::ALL_AGREE } else { say::ALL_RESOLVED };
        view! { <p class="verdict">{verdict}</p> }.into_any()
    } else {
        let heading = say::discuss_first(first.len());
        let cards = first.into_iter().map(|agreement| view! { <DifferenceCard cohort id=id.clone() agreement/> });
        let cards = cards.collect_view();
        view! {
            <h2>{heading}</h2>
            <ol class="talk-first">{cards}</ol>
        }
        .into_any()
    };
    view! {
        {begin}
        {progress}
        {list}
    }
}

#[component]
fn DifferenceCard(cohort: StoredValue<Cohort<'static>>, id: String, agreement: Agreement) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let capability = model.capability(agreement.capability);
    let [roles, people] = cohort.with_value(|cohort| by_role_and_by_name(cohort, agreement.capability));
    view! {
        <li data-talk=capability.id.as_str()>
            <h3 lang=lang_of(model)>
                <a href=discuss_href(model, &id, agreement.capability)>{capability.question.as_str()}</a>
            </h3>
            <AnswerBars agreement=agreement.clone()/>
            <p class="quiet">{say::together(&agreement)}</p>
            <div class="by-whom">
                <AnswersByPerson roles people/>
            </div>
        </li>
    }
}

#[component]
fn AreaTable(cohort: StoredValue<Cohort<'static>>, id: String, area: AreaIx) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let agreements = cohort.with_value(|cohort| cohort.agreements());
    let of_area = agreements.into_iter().filter(|one| model.capability(one.capability).area == area);
    let rows = of_area.map(|agreement| {
        let capability = model.capability(agreement.capability);
        let answer = cohort.with_value(|cohort| match cohort.agreed(agreement.capability) {
            Some(agreed) => say::agreed(agreed.answer),
            None => words::answer_or_open(agreement.combined).to_owned(),
        });
        view! {
            <tr data-agreement=capability.id.as_str()>
                <th scope="row">
                    <a href=discuss_href(model, &id, agreement.capability)>{capability.name()}</a>
                </th>
                <td>{answer}</td>
                <td>{say::spread_in_short(agreement.spread)}</td>
                <td>{words::capitalised(&say::tally(&agreement))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <ScrollTable caption=say::of_area(&model.area(area).title) heads=report::COHORT_HEADS.map(str::to_owned).to_vec()>
            {rows}
        </ScrollTable>
    }
}

/// The people whose answers are combined, and fields to add more.
#[component]
fn People() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let message = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::new());
    let found = Memo::new(move |_| {
        assessment
            .current
            .with(|open| open.as_ref().map(|own| combined::people(assessment.model(), own)))
            .unwrap_or_default()
    });
    let add = move |answers: ReadAnswers| {
        let people = answers.found.people;
        message.set(match assessment.add_people(&people) {
            _ if people.is_empty() => String::new(),
            Ok(added) => say::added(added),
            Err(error) => words::respondents::cohort_error_text(error),
        });
        errors.set(answers.faults);
    };
    let unreadable = move || found.with(|(_, unreadable)| *unreadable);
    let same_name =
        move || found.with(|(people, _)| say::repeated_names(&combined::repeated_names(people)).unwrap_or_default());
    view! {
        <section class="is-names" aria-labelledby=PEOPLE>
            <h2 id=PEOPLE tabindex="-1">{say::PEOPLE}</h2>
            <p role="status">
                <LiveText text=message/>
            </p>
            <Show when=move || { unreadable() > 0 }>
                <p class="notice is-warning">{say::lost(unreadable())}</p>
            </Show>
            <ul class="people-list">
                <For each=move || found.get().0 key=|person| person.payload.clone() let:person>
                    <IncludedPerson person message/>
                </For>
            </ul>
            <Show when=move || !same_name().is_empty()>
                <p>
                    <LiveText text=Signal::derive(same_name)/>
                </p>
            </Show>
            // Its content is drawn even while closed, because it listens to files that are dropped on the page.
            <details class="more add-people">
                <summary>{say::ADD_MORE}</summary>
                <ImportAnswers on_read=add/>
            </details>
            <ImportErrors errors/>
        </section>
    }
}

#[component]
fn IncludedPerson(person: Person, message: RwSignal<String>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let name = say::person(&person);
    let href = Route::SharedResult { payload: person.payload.clone() }.href();
    let leave_out = move |_| {
        let is_done = assessment.leave_out(&person.payload);
        message.set(if is_done { String::new() } else { say::TWO_STAY.to_owned() });
        dom::focus_next_frame(PEOPLE);
    };
    view! {
        <li>
            <a href=href>
                <UserText text=name.clone()/>
            </a>
            <button type="button" class="is-plain" on:click=leave_out>
                {say::LEAVE_OUT}
                <span class="sr-only">{format!(" {name}")}</span>
            </button>
        </li>
    }
}

/// Exports the combined answers. Names are printed under the same condition as they are exported.
#[component]
fn Export(
    title: String,
    /// Whether files and prints say who gave which answer.
    with_names: RwSignal<bool>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let export = move |ending: &'static str, file: fn(Document) -> ExportFile| {
        let Some(cohort) = untrack(|| cohort(assessment)) else { return };
        let document = cohort_document(&cohort, &title, local_day(now()), with_names.get_untracked());
        save_file(file_name(&title, ending), file(document), None);
    };
    let export = StoredValue::new(export);
    let as_markdown = move |_| {
        export
            .with_value(|export| export("together.md", |document| ExportFile::Markdown(markdown::write(&document))));
    };
    let as_html = move |_| export.with_value(|export| export("together.html", |document| html_file(document, None)));
    view! {
        <section class="exports" aria-labelledby="take-away">
            <h2 id="take-away">{say::TAKE_ALONG}</h2>
            <Checkbox checked=with_names on_change=move |is| with_names.set(is)>{say::WITH_NAMES}</Checkbox>
            <div class="actions">
                <button type="button" on:click=as_markdown>{pages::MARKDOWN}</button>
                <button type="button" on:click=as_html>{pages::HTML}</button>
            </div>
        </section>
    }
}
