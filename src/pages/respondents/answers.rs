//! The answers of several people to one question: how many gave each answer, and who, if roles or names were given.

use leptos::prelude::*;

use crate::components::UserText;
use mlops_core::history::respondents::{Agreement, Cohort};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::words::{self, respondents as say};

/// A bar for each answer that was given, and for people without an answer.
#[component]
pub fn AnswerBars(agreement: Agreement) -> impl IntoView {
    let given = Answer::ALL.into_iter().zip(agreement.tally).map(|(answer, people)| (words::answer(answer), people));
    let all: Vec<(&str, usize)> = given.chain([(words::answer_or_open(None), agreement.silent)]).collect();
    let asked: usize = all.iter().map(|(_, people)| people).sum();
    let bars = all.into_iter().filter(|(_, people)| *people > 0).map(|(answer, people)| {
        let percent = (100 * people).checked_div(asked).unwrap_or(0);
        view! {
            <li>
                <span>{answer}</span>
                <span class="bar-of" aria-hidden="true">
                    <i class="filled l3" style:width=format!("{percent}%")></i>
                </span>
                <b>{people}</b>
            </li>
        }
    });
    view! { <ul class="tally">{bars.collect_view()}</ul> }
}

/// The combined answer of each role, and the answer of each named person.
#[component]
pub fn AnswersByPerson(
    /// Each role with its combined answer.
    roles: Vec<(String, String)>,
    /// Each named person with their answer.
    people: Vec<(String, String)>,
) -> impl IntoView {
    view! {
        <AnswerList title=say::BY_ROLE answers=roles/>
        <AnswerList title=say::WHO_SAID answers=people class="is-names"/>
    }
}

#[component]
fn AnswerList(
    title: &'static str,
    answers: Vec<(String, String)>,
    /// For the style sheet: names are printed only if the person chose that.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let is_empty = answers.is_empty();
    let items = answers.into_iter().map(|(who, answer)| {
        view! {
            <li>
                <strong>
                    <UserText text=who/>
                    ": "
                </strong>
                {answer}
            </li>
        }
    });
    let items = items.collect_view();
    (!is_empty).then(|| {
        view! {
            <div class=class>
                <p class="sub">{title}</p>
                <ul class="plain">{items}</ul>
            </div>
        }
    })
}

/// The answers of roles and of named people in words, for [`AnswersByPerson`].
#[must_use]
pub fn by_role_and_by_name(cohort: &Cohort, at: CapabilityIx) -> [Vec<(String, String)>; 2] {
    let roles = cohort.by_role(at);
    let roles = roles.iter().map(|one| (one.role.to_owned(), say::of_people(one.combined, one.people)));
    let named = cohort.said(at).into_iter();
    let named = named.map(|(name, answer)| (name.to_owned(), words::answer_or_open(answer).to_owned()));
    [roles.collect(), named.collect()]
}
