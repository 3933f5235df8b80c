//! What people said of one question: how many gave each answer, how far apart they are, and who, where a name was given.

use leptos::prelude::*;

use crate::ui::element::{Element, el, group, theirs};
use mlops_core::history::respondents::{Agreement, Cohort};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::words::{self, respondents as say};

/// A bar for each answer that somebody gave, and for those who gave none.
#[must_use]
pub fn tally(agreement: &Agreement) -> Element {
    let given = Answer::ALL.into_iter().zip(agreement.tally).map(|(answer, number)| (words::answer(answer), number));
    let all: Vec<(&str, usize)> = given.chain([(words::answer_or_open(None), agreement.silent)]).collect();
    let people: usize = all.iter().map(|(_, number)| number).sum();
    let bar = |(answer, number): (&'static str, usize)| {
        let percent = (100 * number).checked_div(people).unwrap_or(0);
        let filled = el("i").class("filled l3").prop("style", move || format!("width:{percent}%"));
        el("li")
            .child(el("span").child(answer))
            .child(el("span").class("bar-of").attr("aria-hidden", "true").child(filled))
            .child(el("b").child(number.to_string()))
    };
    let bars: Vec<Element> = all.into_iter().filter(|(_, number)| *number > 0).map(bar).collect();
    el("ul").class("tally").child(bars)
}

/// What each role said, and who said what: each only where it was given.
#[must_use]
pub fn by_whom(cohort: &Cohort, at: CapabilityIx) -> AnyView {
    let list = |title: &'static str, items: Vec<(String, String)>| {
        let item =
            |(who, what): (String, String)| el("li").child(el("strong").child(theirs(who)).child(": ")).child(what);
        let items: Vec<Element> = items.into_iter().map(item).collect();
        (!items.is_empty())
            .then(|| el("div").child(el("p").class("sub").child(title)).child(el("ul").class("plain").child(items)))
    };
    let roles = cohort.by_role(at);
    let roles = roles.iter().map(|one| (one.role.to_owned(), say::of_people(one.combined, one.people))).collect();
    let said = cohort.said(at);
    let said = said.iter().map(|&(name, given)| (name.to_owned(), words::answer_or_open(given).to_owned())).collect();
    group().child(list(say::BY_ROLE, roles)).child(list(say::WHO_SAID, said)).into_any()
}
