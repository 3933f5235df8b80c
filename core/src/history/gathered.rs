//! An assessment that several people's answers became: it remembers whose they were, what they say together follows from
//! that, and what was settled in the room stays whoever is added or left out later.
//!
//! Each source is a link that holds one person's answers and what that person said of themselves; nothing else is kept of
//! anybody. So the same assessment, opened again or handed on as a file, shows the same people.

use crate::assessment::file::read;
use crate::assessment::{Assessment, Outcomes, Source};
use crate::history::record::Record;
use crate::history::respondents::{Cohort, CohortError, MOST, Respondent};
use crate::link::{Decoder, FoundLink, Including, Kind, LinkError, Note, Shared, decode, encode, find_links};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Model};
use crate::moment::{Day, Moment};
use crate::order;
use crate::portfolio::{LineError, is_file, is_one_file, lines};

/// Stands before a payload, in addresses and in the sources of an assessment.
const RESULT: &str = "#/r/";

/// One person's answers, with the link that holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is and what was answered.
    pub respondent: Respondent,
    /// The day of it.
    pub day: Day,
    /// What it is called; empty unless the link says.
    pub title: String,
    /// What was assessed; empty unless the link says.
    pub about: String,
    /// What was written beside the answers; only where the person put it into the link.
    pub notes: Vec<Note>,
    /// What stands after `#/r/`.
    pub payload: String,
}

impl Person {
    fn of(shared: Shared, payload: String) -> Self {
        let (day, title, about) = (shared.day, shared.title.clone(), shared.about.clone());
        let notes = shared.notes.clone();
        Self { respondent: Respondent::of_link(shared), day, title, about, notes, payload }
    }

    fn of_link(model: &Model, link: &FoundLink) -> Result<Self, LineError> {
        let shared = link.open(&mut Decoder::new(model), Kind::Result).map_err(LineError::Link)?.0.shared;
        // Written anew: what a mail program made of the address is none of it.
        let payload = encode(model, Kind::Result, &shared).map_err(LineError::Link)?;
        Ok(Self::of(shared, payload))
    }

    fn of_file(model: &Model, text: &str) -> Result<Self, LineError> {
        let assessment = read(text).map_err(LineError::File)?;
        if assessment.model.id != model.id() {
            return Err(LineError::OtherModel);
        }
        let including = Including { title: true, about: true, invitation: true, ..Including::default() };
        let shared = Shared::of(model, &assessment, assessment.updated.day(), &including);
        let payload = encode(model, Kind::Result, &shared).map_err(LineError::Link)?;
        Ok(Self::of(shared, payload))
    }

    /// "Ana, data science"; empty where neither was given.
    #[must_use]
    pub fn line(&self) -> String {
        let Respondent { name, role, .. } = &self.respondent;
        crate::link::Respondent { name: name.clone(), role: role.clone() }.line()
    }

    /// Its answers as a result to put beside others.
    #[must_use]
    pub fn record(&self) -> Record {
        Record {
            title: self.title.clone(),
            label: String::new(),
            day: self.day,
            questionnaire: self.respondent.questionnaire.clone(),
            answers: self.respondent.answers.clone(),
            other_revision: None,
            absent: Vec::new(),
            business_unit: String::new(),
            outcomes: Outcomes::default(),
        }
    }

    /// Whether it is the one that these answers came from before.
    fn is(&self, source: &Source) -> bool {
        source.link.strip_prefix(RESULT) == Some(&self.payload)
    }
}

/// What was found in a text that somebody pasted or in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The people, in the order in which they came, each once.
    pub people: Vec<Person>,
    /// How many came more than once.
    pub same: usize,
    /// What could not be read: the number of the line, from 1, and why.
    pub faults: Vec<(usize, LineError)>,
}

impl Found {
    fn take(&mut self, number: usize, person: Result<Person, LineError>) {
        match person {
            Ok(person) if self.people.contains(&person) => self.same += 1,
            Ok(person) => self.people.push(person),
            Err(error) => self.faults.push((number, error)),
        }
    }

    /// What was found in this and in another text.
    pub fn join(&mut self, other: Self) {
        self.same += other.same;
        self.faults.extend(other.faults);
        for person in other.people {
            self.take(0, Ok(person));
        }
    }
}

/// Finds people's answers in a text: links wherever they stand in it, as a chat or a mail has them, or assessment files.
/// What is written around links is passed over; a text without any is a fault.
#[must_use]
pub fn find(model: &Model, text: &str) -> Found {
    let mut found = Found::default();
    let text = text.trim_start_matches('\u{feff}').trim();
    if is_one_file(text) {
        found.take(0, Person::of_file(model, text));
        return found;
    }
    for (at, line) in lines(text).enumerate() {
        if is_file(line) {
            found.take(at + 1, Person::of_file(model, line));
            continue;
        }
        for link in find_links(line) {
            found.take(at + 1, Person::of_link(model, &link));
        }
    }
    if found == Found::default() {
        found.faults.push((0, LineError::NoLink));
    }
    found
}

/// Makes an assessment of several people's answers.
///
/// # Errors
///
/// There are too few people, or too many.
pub fn assessment(
    model: &Model,
    people: &[Person],
    id: String,
    title: String,
    now: Moment,
) -> Result<Assessment, CohortError> {
    let respondents = people.iter().map(|person| person.respondent.clone()).collect();
    let cohort = Cohort::new(model, respondents)?;
    let mut assessment = Assessment::new(id, title, model, cohort.questionnaire(), now);
    assessment.about =
        people.iter().map(|person| person.about.clone()).find(|about| !about.is_empty()).unwrap_or_default();
    put(model, &mut assessment, people, now);
    Ok(assessment)
}

/// The people whose answers an assessment came from, and how many of its sources can no longer be read.
#[must_use]
pub fn people(model: &Model, assessment: &Assessment) -> (Vec<Person>, usize) {
    let read = |source: &Source| -> Result<Person, LinkError> {
        let payload = source.link.strip_prefix(RESULT).ok_or(LinkError::Empty)?;
        Ok(Person::of(decode(model, Kind::Result, payload)?.shared, payload.to_owned()))
    };
    let links = assessment.sources.iter().filter(|source| !source.link.is_empty());
    let read: Vec<_> = links.map(read).collect();
    let all = read.len();
    let people: Vec<Person> = read.into_iter().filter_map(Result::ok).collect();
    let lost = all - people.len();
    (people, lost)
}

/// The people of an assessment put together, with what was settled. Settled is also what says otherwise than they do
/// together: somebody changed it by hand.
///
/// # Errors
///
/// There are too few people, or too many: it is no assessment of several.
pub fn cohort<'m>(model: &'m Model, assessment: &Assessment) -> Result<Cohort<'m>, CohortError> {
    let people = people(model, assessment).0;
    let mut cohort = Cohort::new(model, people.into_iter().map(|person| person.respondent).collect())?;
    let asked: Vec<CapabilityIx> = cohort.questionnaire().capabilities(model).collect();
    for at in asked {
        let Some(said) = assessment.responses.get(&model.capability(at).id) else { continue };
        let Some(answer) = said.value else { continue };
        if said.settled || cohort.agreement(at).combined != Some(answer) {
            cohort.settle(at, answer, said.note.clone());
        }
    }
    Ok(cohort)
}

/// Adds people to an assessment of several. Returns how many of them were not there before.
///
/// # Errors
///
/// There would be too many; then nobody is added.
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

/// Leaves one person's answers out; whether that was possible: of two none can be left out.
pub fn leave_out(model: &Model, assessment: &mut Assessment, payload: &str, now: Moment) -> bool {
    let mut people = people(model, assessment).0;
    people.retain(|person| person.payload != payload);
    let is_enough = people.len() >= super::respondents::LEAST;
    if is_enough {
        put(model, assessment, &people, now);
    }
    is_enough
}

/// Makes these the people of an assessment. What was settled stays; everything else is what they say together.
fn put(model: &Model, assessment: &mut Assessment, people: &[Person], now: Moment) {
    let respondents = |people: &[Person]| people.iter().map(|person| person.respondent.clone()).collect();
    let Ok(after) = Cohort::new(model, respondents(people)) else { return };
    let before = cohort(model, assessment).ok();
    let kept = std::mem::take(&mut assessment.sources);
    // Sources of another kind, such as whose copy it is, stay.
    let is_other = |source: &Source| !source.link.starts_with(RESULT);
    assessment.sources = kept.iter().filter(|source| is_other(source)).cloned().collect();
    for person in people {
        let known = kept.iter().find(|source| person.is(source)).cloned();
        let link = format!("{RESULT}{}", person.payload);
        let new = || Source { from: person.line(), link, ..Source::default() };
        assessment.sources.push(known.unwrap_or_else(new));
    }
    // In the order in which a file is read again.
    order::sort_by(&mut assessment.sources, |one, other| (&one.from, &one.link).cmp(&(&other.from, &other.link)));
    assessment.ask(model, after.questionnaire());
    let is_settled = |at| before.as_ref().is_some_and(|before| before.settled(at).is_some());
    for at in model.capability_ixs().filter(|&at| !is_settled(at)) {
        // What nobody is asked any more was said by somebody who was left out.
        let was_asked = before.as_ref().is_some_and(|before| before.questionnaire().asks(model, at));
        let is_asked = after.questionnaire().asks(model, at);
        let combined = if is_asked { after.agreement(at).combined } else { None };
        let id = &model.capability(at).id;
        let was = assessment.responses.get(id).and_then(|said| said.value);
        if (is_asked || was_asked) && was != combined {
            assessment.respond(id, now, |response| response.say(combined));
        }
    }
}

/// Settles an answer in the room, with a note why.
pub fn settle(assessment: &mut Assessment, id: &str, answer: Answer, note: &str, now: Moment) {
    assessment.respond(id, now, |response| {
        response.say(Some(answer));
        note.clone_into(&mut response.note);
        response.settled = true;
    });
}

/// Takes a settled answer back, and the note with it: what people say together stands again.
pub fn unsettle(model: &Model, assessment: &mut Assessment, at: CapabilityIx, now: Moment) {
    let Ok(cohort) = cohort(model, assessment) else { return };
    let combined = cohort.agreement(at).combined;
    assessment.respond(&model.capability(at).id, now, |response| {
        response.say(combined);
        response.note.clear();
        response.settled = false;
    });
}

/// Whether an assessment came from several people's answers.
#[must_use]
pub fn is_gathered(assessment: &Assessment) -> bool {
    assessment.sources.iter().filter(|source| source.link.starts_with(RESULT)).count() >= super::respondents::LEAST
}

/// To how many different invitations people answered; whoever says of none which it was is not counted.
#[must_use]
pub fn invitations(people: &[Person]) -> usize {
    let mut numbers: Vec<u32> = people.iter().filter_map(|person| person.respondent.invitation).collect();
    order::sort(&mut numbers);
    numbers.dedup();
    numbers.len()
}

/// Names that more than one of them gave, each once: somebody may have sent a second link.
#[must_use]
pub fn twice(people: &[Person]) -> Vec<String> {
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

/// What most links of several people are titled; empty where none has a title.
#[must_use]
pub fn title(people: &[Person]) -> String {
    let titles = people.iter().map(|person| person.title.as_str()).filter(|title| !title.is_empty());
    let count = |title: &str| people.iter().filter(|person| person.title == title).count();
    titles.max_by_key(|title| count(title)).unwrap_or_default().to_owned()
}
