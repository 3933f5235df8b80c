//! An assessment with the combined answers of several people. It stores their links; the combined answers follow from
//! them. Agreed answers stay when people are added or left out.
//!
//! Each source is a link with one person's answers and what that person wrote about themselves. Nothing else about
//! people is stored, so the assessment shows the same people whenever and wherever it is opened.

use crate::assessment::file::read;
use crate::assessment::{Assessment, Outcomes, Source};
use crate::history::record::Record;
use crate::history::respondents::{Cohort, CohortError, MOST, Respondent};
use crate::link::{
    Decoder, FoundLink, LinkContents, LinkError, LinkKind, LinkOptions, Note, decode, encode, find_links,
};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Model};
use crate::moment::{Day, Moment};
use crate::order;
use crate::portfolio::{LineError, is_file, is_one_file, lines};

/// Comes before a payload in addresses and in the sources of an assessment.
const RESULT: &str = "#/r/";

/// One person's answers with their link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person and their answers.
    pub respondent: Respondent,
    /// The day of the answers.
    pub day: Day,
    /// The title in the link, which may be empty.
    pub title: String,
    /// What was assessed, if the link has it; else empty.
    pub about: String,
    /// The notes in the link, if the person included them.
    pub notes: Vec<Note>,
    /// The part of the link after `#/r/`.
    pub payload: String,
}

impl Person {
    fn of(shared: LinkContents, payload: String) -> Self {
        let (day, title, about) = (shared.day, shared.title.clone(), shared.about.clone());
        let notes = shared.notes.clone();
        Self { respondent: Respondent::of_link(shared), day, title, about, notes, payload }
    }

    fn of_link(model: &Model, link: &FoundLink) -> Result<Self, LineError> {
        let shared = link.open(&mut Decoder::new(model), LinkKind::Result).map_err(LineError::Link)?.0.shared;
        // Encoded again, so that nothing remains of what a mail program added to the address.
        let payload = encode(model, LinkKind::Result, &shared).map_err(LineError::Link)?;
        Ok(Self::of(shared, payload))
    }

    fn of_file(model: &Model, text: &str) -> Result<Self, LineError> {
        let assessment = read(text).map_err(LineError::File)?;
        if assessment.model.id != model.id() {
            return Err(LineError::OtherModel);
        }
        let including = LinkOptions { title: true, about: true, invitation: true, ..LinkOptions::default() };
        let shared = LinkContents::of(model, &assessment, assessment.answered_at().day(), &including);
        let payload = encode(model, LinkKind::Result, &shared).map_err(LineError::Link)?;
        Ok(Self::of(shared, payload))
    }

    /// "Ana, data science"; empty if neither was given.
    #[must_use]
    pub fn line(&self) -> String {
        let Respondent { name, role, .. } = &self.respondent;
        crate::link::Sender { name: name.clone(), role: role.clone() }.line()
    }

    /// The answers as a result to compare.
    #[must_use]
    pub fn record(&self) -> Record {
        Record {
            title: self.title.clone(),
            label: String::new(),
            day: self.day,
            question_set: self.respondent.question_set.clone(),
            answers: self.respondent.answers.clone(),
            other_revision: None,
            absent: Vec::new(),
            not_of_this_model: 0,
            business_unit: String::new(),
            outcomes: Outcomes::default(),
        }
    }

    /// Whether a source is this person.
    fn is(&self, source: &Source) -> bool {
        source.link.strip_prefix(RESULT) == Some(&self.payload)
    }
}

/// The people found in a pasted text or in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundPeople {
    /// In the order in which they were found, each once.
    pub people: Vec<Person>,
    /// The number of people who were found more than once.
    pub same: usize,
    /// What could not be read: the number of the line, from 1, and the reason.
    pub faults: Vec<(usize, LineError)>,
}

impl FoundPeople {
    fn add(&mut self, number: usize, person: Result<Person, LineError>) {
        match person {
            Ok(person) if self.people.contains(&person) => self.same += 1,
            Ok(person) => self.people.push(person),
            Err(error) => self.faults.push((number, error)),
        }
    }

    /// Adds the findings in another text.
    pub fn join(&mut self, other: Self) {
        self.same += other.same;
        self.faults.extend(other.faults);
        for person in other.people {
            self.add(0, Ok(person));
        }
    }
}

/// Finds people's answers in a text: links between other words, as in a chat or mail, or assessment files. Text
/// around links is ignored; a text without any link is a fault.
#[must_use]
pub fn find(model: &Model, text: &str) -> FoundPeople {
    let mut found = FoundPeople::default();
    let text = text.trim_start_matches('\u{feff}').trim();
    if is_one_file(text) {
        found.add(0, Person::of_file(model, text));
        return found;
    }
    for (at, line) in lines(text).enumerate() {
        if is_file(line) {
            found.add(at + 1, Person::of_file(model, line));
            continue;
        }
        for link in find_links(line) {
            found.add(at + 1, Person::of_link(model, &link));
        }
    }
    if found == FoundPeople::default() {
        found.faults.push((0, LineError::NoLink));
    }
    found
}

/// Makes an assessment of several people's answers.
///
/// # Errors
///
/// There are too few or too many people.
pub fn assessment(
    model: &Model,
    people: &[Person],
    id: String,
    title: String,
    now: Moment,
) -> Result<Assessment, CohortError> {
    let respondents = people.iter().map(|person| person.respondent.clone()).collect();
    let cohort = Cohort::new(model, respondents)?;
    let mut assessment = Assessment::new(id, title, model, cohort.question_set(), now);
    assessment.about =
        people.iter().map(|person| person.about.clone()).find(|about| !about.is_empty()).unwrap_or_default();
    put(model, &mut assessment, people, now);
    Ok(assessment)
}

/// The people of an assessment, and the number of its sources that cannot be read any more.
#[must_use]
pub fn people(model: &Model, assessment: &Assessment) -> (Vec<Person>, usize) {
    let read = |source: &Source| -> Result<Person, LinkError> {
        let payload = source.link.strip_prefix(RESULT).ok_or(LinkError::Empty)?;
        Ok(Person::of(decode(model, LinkKind::Result, payload)?.shared, payload.to_owned()))
    };
    let links = assessment.sources.iter().filter(|source| !source.link.is_empty());
    let read: Vec<_> = links.map(read).collect();
    let all = read.len();
    let people: Vec<Person> = read.into_iter().filter_map(Result::ok).collect();
    let lost = all - people.len();
    (people, lost)
}

/// The people of an assessment with the agreed answers. An answer that differs from the combined one counts as
/// agreed, because a person changed it.
///
/// # Errors
///
/// There are too few or too many people, so the assessment has no combined answers.
pub fn cohort<'m>(model: &'m Model, assessment: &Assessment) -> Result<Cohort<'m>, CohortError> {
    let people = people(model, assessment).0;
    let mut cohort = Cohort::new(model, people.into_iter().map(|person| person.respondent).collect())?;
    let asked: Vec<CapabilityIx> = cohort.question_set().capabilities(model).collect();
    for at in asked {
        let Some(said) = assessment.responses.get(&model.capability(at).id) else { continue };
        let Some(answer) = said.value else { continue };
        if said.agreed || cohort.agreement(at).combined != Some(answer) {
            cohort.agree(at, answer, said.note.clone());
        }
    }
    Ok(cohort)
}

/// Adds people to an assessment. Returns the number of new ones.
///
/// # Errors
///
/// There would be too many people. Then nobody is added.
pub fn add(model: &Model, assessment: &mut Assessment, more: &[Person], now: Moment) -> Result<usize, CohortError> {
    let known = people(model, assessment).0;
    let new: Vec<Person> = more.iter().filter(|person| !known.contains(person)).cloned().collect();
    let all = known.len() + new.len();
    if all > MOST {
        return Err(CohortError::TooMany(all));
    }
    put(model, assessment, &[known, new.clone()].concat(), now);
    Ok(new.len())
}

/// Leaves out the answers of one person. Returns `false`, without a change, if too few people would remain.
pub fn leave_out(model: &Model, assessment: &mut Assessment, payload: &str, now: Moment) -> bool {
    let mut people = people(model, assessment).0;
    people.retain(|person| person.payload != payload);
    let is_enough = people.len() >= super::respondents::LEAST;
    if is_enough {
        put(model, assessment, &people, now);
    }
    is_enough
}

/// Makes these the people of an assessment. Agreed answers stay; all others become the combined answers.
fn put(model: &Model, assessment: &mut Assessment, people: &[Person], now: Moment) {
    let respondents = |people: &[Person]| people.iter().map(|person| person.respondent.clone()).collect();
    let Ok(after) = Cohort::new(model, respondents(people)) else { return };
    let before = cohort(model, assessment).ok();
    let kept = std::mem::take(&mut assessment.sources);
    // Other sources stay, such as the origin of a copy.
    let is_other = |source: &Source| !source.link.starts_with(RESULT);
    assessment.sources = kept.iter().filter(|source| is_other(source)).cloned().collect();
    for person in people {
        let known = kept.iter().find(|source| person.is(source)).cloned();
        let link = format!("{RESULT}{}", person.payload);
        let new = || Source { from: person.line(), link, ..Source::default() };
        assessment.sources.push(known.unwrap_or_else(new));
    }
    // In the order that reading the file gives.
    order::sort_by(&mut assessment.sources, |one, other| (&one.from, &one.link).cmp(&(&other.from, &other.link)));
    assessment.ask(model, after.question_set());
    let is_agreed = |at| before.as_ref().is_some_and(|before| before.agreed(at).is_some());
    for at in model.capability_ixs().filter(|&at| !is_agreed(at)) {
        // A question that nobody is asked any more was answered by a person who was left out.
        let was_asked = before.as_ref().is_some_and(|before| before.question_set().asks(model, at));
        let is_asked = after.question_set().asks(model, at);
        let combined = if is_asked { after.agreement(at).combined } else { None };
        let id = &model.capability(at).id;
        let was = assessment.responses.get(id).and_then(|said| said.value);
        if (is_asked || was_asked) && was != combined {
            assessment.respond(id, now, |response| response.say(combined));
        }
    }
}

/// Stores the answer that people agreed on, with a note on why.
pub fn agree(assessment: &mut Assessment, id: &str, answer: Answer, note: &str, now: Moment) {
    assessment.respond(id, now, |response| {
        response.say(Some(answer));
        note.clone_into(&mut response.note);
        response.agreed = true;
    });
}

/// Removes an agreed answer and its note, so that the combined answer counts again.
pub fn reopen(model: &Model, assessment: &mut Assessment, at: CapabilityIx, now: Moment) {
    let Ok(cohort) = cohort(model, assessment) else { return };
    let combined = cohort.agreement(at).combined;
    assessment.respond(&model.capability(at).id, now, |response| {
        response.say(combined);
        response.note.clear();
        response.agreed = false;
    });
}

/// Whether an assessment has the combined answers of several people.
#[must_use]
pub fn is_combined(assessment: &Assessment) -> bool {
    assessment.sources.iter().filter(|source| source.link.starts_with(RESULT)).count() >= super::respondents::LEAST
}

/// The number of different invitations that people answered. People without an invitation are not counted.
#[must_use]
pub fn invitations(people: &[Person]) -> usize {
    let mut numbers: Vec<u32> = people.iter().filter_map(|person| person.respondent.invitation).collect();
    order::sort(&mut numbers);
    numbers.dedup();
    numbers.len()
}

/// Names that more than one person gave, each once: a person may have sent a second link.
#[must_use]
pub fn repeated_names(people: &[Person]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let name = &person.respondent.name;
        let is_again = !name.is_empty() && people[..at].iter().any(|other| other.respondent.name == *name);
        if is_again && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The most common title of the people's links; empty if none has a title.
#[must_use]
pub fn title(people: &[Person]) -> String {
    let titles = people.iter().map(|person| person.title.as_str()).filter(|title| !title.is_empty());
    let count = |title: &str| people.iter().filter(|person| person.title == title).count();
    titles.max_by_key(|title| count(title)).unwrap_or_default().to_owned()
}
