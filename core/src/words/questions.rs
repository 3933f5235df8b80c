//! The questions page.

use crate::model::Capability;
use crate::moment::Day;
use crate::scoring::profile::Share;
use crate::words::quantity;

/// Where the help of a question turns to what "partly" means there.
const PARTLY: &str = "Partly: ";

/// Leads to the next question without an answer.
pub const NEXT_OPEN: &str = "Next unanswered";
/// Opens what a question counts as there.
pub const WHAT_COUNTS: &str = "What counts";
/// Opens the note and the evidence link.
pub const NOTE: &str = "Note";
/// The field of the evidence link.
pub const EVIDENCE_LINK: &str = "Evidence link";
/// The field of the day on which the evidence was looked at.
pub const EVIDENCE_DATE: &str = "Date of the evidence";
/// Marks an answer that was proposed from code.
pub const FROM_REPOSITORY: &str = "This answer was proposed from your code.";
/// What shows that a capability is there.
pub const EVIDENCE: &str = "Evidence";
/// Leads in what "partly" means for the question.
pub const PARTLY_HERE: &str = "Partly means: ";
/// Marks a question that is not to be answered now.
pub const COME_BACK: &str = "Mark for later";
/// Takes an answer back.
pub const CLEAR: &str = "Clear answer";
/// Heads the questions that were marked.
pub const TO_COME_BACK_TO: &str = "Marked for later";
/// Lets the page go to the next open question by itself.
pub const STEP_ON: &str = "Go to next question automatically";
/// Heads what stands beside the questions.
pub const SO_FAR: &str = "Progress";
/// Names what stands beside the questions, for those who do not see where it stands.
pub const ASIDE: &str = "Progress and profile";
/// Leads to the result from the last area.
pub const SEE_RESULT: &str = "View result";
/// Leads back to the questions.
pub const BACK: &str = "Back to questions";
/// Over an area in a new round.
pub const FROM_BEFORE: &str = "These answers are from the previous round. Are they still correct?";
/// Says so of all of them.
pub const ALL_STILL_TRUE: &str = "All still correct";
/// Says so of one.
pub const STILL_TRUE: &str = "Yes, still correct";
/// Over the answers of a new round whose evidence is older than the round.
pub const CHECK_FIRST: &str = "Check this evidence first";
/// Behind one that was confirmed or changed.
pub const CONFIRMED: &str = " (checked)";
/// Says that a scope has no question at all.
pub const NOTHING_ASKED: &str = "This question set has no questions";
/// Answers every question of an area with "not applicable".
pub const SKIP: &str = "Mark all as not applicable";
/// Opens what can be asked instead.
pub const CHANGE: &str = "Change the question set";
/// What a change of scope does to answers.
pub const CHANGE_KEEPS: &str = "No answers are lost. Answers to questions that are no longer asked are kept.";
/// The field of the title.
pub const TEAM: &str = "Team name";
/// Opens what the keys do.
pub const KEYS: &str = "Keyboard shortcuts";

/// What two keys do, here and where people talk about the questions one by one.
pub const NEXT_AND_PREVIOUS: &str = "go to the next or previous question";

/// What the keys do: the keys, and what each of them does.
pub const KEYS_DO: [(&[&str], &str); 7] = [
    (&["1", "2", "3", "4", "5"], "answer the current question, in the order shown"),
    (&["\u{2193}", "\u{2191}"], NEXT_AND_PREVIOUS),
    (&["\u{2190}", "\u{2192}"], "move between answers"),
    (&["n"], "open the note"),
    (&["Esc"], "leave the note"),
    (&["?"], "show what counts"),
    (&["t"], "in a new round: confirm the answer"),
];

/// What a question counts as there, in one line. All of the help where it does not say what "partly" means.
#[must_use]
pub fn help(capability: &Capability) -> &str {
    capability.help.split_once(PARTLY).map_or(&*capability.help, |(help, _)| help.trim_end())
}

/// What "partly" means for a question: "some of it is committed". None where its help does not say.
#[must_use]
pub fn partly(capability: &Capability) -> Option<&str> {
    capability.help.split_once(PARTLY).map(|(_, partly)| partly)
}

/// Makes the controls of a question distinct for screen readers: ": Experiment tracking".
#[must_use]
pub fn of_question(capability: &Capability) -> String {
    format!(": {}", capability.name())
}

/// "Tools often used (examples only): a, b and c."
#[must_use]
pub fn examples(capability: &Capability) -> Option<String> {
    let names = (!capability.examples.is_empty()).then(|| super::list(&capability.examples))?;
    Some(format!("Tools often used (examples only): {names}."))
}

/// In a new round, over an answer: "Evidence dated 20 November 2026, from before this round. Still correct?"
#[must_use]
pub fn is_still_correct(day: Day) -> String {
    format!("{}, from before this round. Still correct?", evidence_of(day))
}

/// How many answers of a new round have older evidence: "Their evidence is older than this round."
#[must_use]
pub fn older_than_round(number: usize) -> String {
    format!("{} with evidence from before this round, the oldest first.", quantity::answers(number))
}

/// "Evidence dated 20 November 2026"
#[must_use]
pub fn evidence_of(day: Day) -> String {
    format!("{EVIDENCE} dated {}", super::day(day))
}

/// "Essential for level 2. Source: …"
#[must_use]
pub fn basis(capability: &Capability) -> String {
    format!("{} for level {}. Source: {}.", super::kind(capability), capability.level, capability.basis)
}

/// "12 of 95 answered, about 4 minutes left": `seconds` is what the open ones take.
#[must_use]
pub fn progress(answered: Share, seconds: usize) -> String {
    if answered.part == answered.of {
        format!("All {} answered", quantity::questions(answered.of))
    } else {
        format!("{} answered, {} left", super::share(answered), quantity::minutes(seconds))
    }
}

/// For screen readers after an answer: "12 of 95 answered. Saved."
#[must_use]
pub fn status(answered: Share, saving: &str) -> String {
    let saved = if saving.is_empty() { String::new() } else { format!(" {saving}.") };
    format!("{} answered.{saved}", super::share(answered))
}

/// Leads to the next area: "Next: Model release".
#[must_use]
pub fn next_area(title: &str) -> String {
    format!("Next: {title}")
}

/// Leads to the previous area: "Back to People".
#[must_use]
pub fn area_before(title: &str) -> String {
    format!("Back to {title}")
}

/// After [`SKIP`]: "8 questions are now marked \"Not applicable\"."
#[must_use]
pub fn skipped(number: usize) -> String {
    format!("{} now marked \"Not applicable\".", quantity::questions_are(number))
}

/// After [`ALL_STILL_TRUE`]: "8 answers confirmed."
#[must_use]
pub fn confirmed(number: usize) -> String {
    format!("{} confirmed.", quantity::answers(number))
}
