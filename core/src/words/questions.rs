//! The questions page.

use crate::model::Capability;
use crate::moment::Day;
use crate::scoring::profile::Fraction;
use crate::words::quantity;

/// Separates the explanation of "partly" from the rest of a question's help.
const PARTLY: &str = "Partly: ";

/// Button that goes to the next open question.
pub const NEXT_OPEN: &str = "Next unanswered";
/// Summary of the evidence, tools and terms of a question.
pub const WHAT_COUNTS: &str = "What counts";
/// Summary of the note and the evidence link.
pub const NOTE: &str = "Note";
/// Label of the field for the evidence link.
pub const EVIDENCE_LINK: &str = "Evidence link";
/// Label of the field for the date of the evidence.
pub const EVIDENCE_DATE: &str = "Date of the evidence";
/// On an answer that was proposed from code.
pub const FROM_REPOSITORY: &str = "This answer was proposed from your code.";
/// Heading above examples of evidence.
pub const EVIDENCE: &str = "Evidence";
/// Before the explanation of "partly".
pub const PARTLY_HERE: &str = "Partly means: ";
/// Checkbox on an open question to answer later.
pub const COME_BACK: &str = "Mark for later";
pub const CLEAR: &str = "Clear answer";
pub const TO_COME_BACK_TO: &str = "Marked for later";
/// Checkbox for going to the next question after an answer.
pub const AUTO_ADVANCE: &str = "Go to next question automatically";
/// Heading of the panel beside the questions.
pub const SO_FAR: &str = "Progress";
/// Accessible name of the panel beside the questions.
pub const ASIDE: &str = "Progress and profile";
/// Link to the result after the last area.
pub const SEE_RESULT: &str = "View result";
/// Link back to the questions.
pub const BACK: &str = "Back to questions";
/// Above an area in a new round.
pub const FROM_BEFORE: &str = "These answers are from the previous round. Are they still correct?";
/// Button that confirms all answers of an area.
pub const ALL_STILL_CORRECT: &str = "All still correct";
/// Button that confirms one answer.
pub const STILL_CORRECT: &str = "Keep this answer";
/// Heading above the answers of a new round with evidence older than the round.
pub const CHECK_FIRST: &str = "Check this evidence first";
/// After an answer that was confirmed or changed.
pub const CONFIRMED: &str = " (checked)";
/// Heading if the question set has no questions.
pub const NOTHING_ASKED: &str = "This question set has no questions";
pub const SKIP: &str = "Mark all as not applicable";
/// Summary of the choice of a question set.
pub const CHANGE: &str = "Change the question set";
/// The effect of another question set on answers.
pub const CHANGE_KEEPS: &str = "No answers are lost. Answers to questions that are no longer asked are kept.";
/// Label of the field for the title.
pub const TEAM: &str = "Team name";
/// Summary of the list of keys.
pub const KEYS: &str = "Keyboard shortcuts";

/// The effect of two keys, on the questions and in the large view of a meeting.
pub const NEXT_AND_PREVIOUS: &str = "go to the next or previous question";

/// Keys with what they do.
pub const KEYS_DO: [(&[&str], &str); 7] = [
    (&["1", "2", "3", "4", "5"], "answer the current question, in the order shown"),
    (&["\u{2193}", "\u{2191}"], NEXT_AND_PREVIOUS),
    (&["\u{2190}", "\u{2192}"], "move between answers"),
    (&["n"], "open the note"),
    (&["Esc"], "leave the note"),
    (&["?"], "show what counts"),
    (&["t"], "in a new round: confirm the answer"),
];

/// The help of a question, without the explanation of "partly".
#[must_use]
pub fn help(capability: &Capability) -> &str {
    capability.help.split_once(PARTLY).map_or(&*capability.help, |(help, _)| help.trim_end())
}

/// The explanation of "partly" for a question: "some of it is committed". `None` if its help has none.
#[must_use]
pub fn partly(capability: &Capability) -> Option<&str> {
    capability.help.split_once(PARTLY).map(|(_, partly)| partly)
}

/// Distinguishes the controls of one question from those of others, for screen readers: ": Experiment tracking".
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

/// In a new round, above an answer: "Evidence dated 20 November 2026, from before this round. Still correct?"
#[must_use]
pub fn is_still_correct(day: Day) -> String {
    format!("{}, from before this round. Still correct?", evidence_of(day))
}

/// The number of answers in a new round with older evidence.
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

/// "12 of 95 answered"; where answers of an earlier round wait to be confirmed, "12 of 95 answered in this round".
#[must_use]
pub fn answered(answered: Fraction, is_later_round: bool) -> String {
    format!("{} answered{}", super::fraction(answered), if is_later_round { " in this round" } else { "" })
}

/// "12 of 95 answered, about 4 minutes left". `seconds` is the time for the open questions.
#[must_use]
pub fn progress(answered: Fraction, is_later_round: bool, seconds: usize) -> String {
    if answered.part == answered.of {
        format!("All {} answered", quantity::questions(answered.of))
    } else {
        format!("{}, {} left", self::answered(answered, is_later_round), quantity::minutes(seconds))
    }
}

/// For screen readers after an answer: "12 of 95 answered. Saved."
#[must_use]
pub fn status(answered: Fraction, saving: &str) -> String {
    let saved = if saving.is_empty() { String::new() } else { format!(" {saving}.") };
    format!("{} answered.{saved}", super::fraction(answered))
}

/// Link to the next area: "Next: Model release".
#[must_use]
pub fn next_area(title: &str) -> String {
    format!("Next: {title}")
}

/// Link to the previous area: "Back to People".
#[must_use]
pub fn area_before(title: &str) -> String {
    format!("Back to {title}")
}

/// After [`SKIP`]: "8 questions are now marked \"Not applicable\"."
#[must_use]
pub fn skipped(number: usize) -> String {
    format!("{} now marked \"Not applicable\".", quantity::questions_are(number))
}

/// After [`ALL_STILL_CORRECT`]: "8 answers confirmed."
#[must_use]
pub fn confirmed(number: usize) -> String {
    format!("{} confirmed.", quantity::answers(number))
}
