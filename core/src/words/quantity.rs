//! Numbers with their nouns: a function for each noun that is counted in more than one place.

use super::count;
use crate::model::Capability;

/// "3", "1,200", "100,000".
#[must_use]
pub fn number(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{},{:03}", self::number(thousands), number % 1_000),
    }
}

/// "is" or "are", after this many things.
#[must_use]
pub const fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// "1 question", "2 questions".
#[must_use]
pub fn questions(number: usize) -> String {
    count(number, "question", "questions")
}

/// "1 question is", "2 questions are".
#[must_use]
pub fn questions_are(number: usize) -> String {
    count(number, "question is", "questions are")
}

/// "1 answer", "2 answers".
#[must_use]
pub fn answers(number: usize) -> String {
    count(number, "answer", "answers")
}

/// "1 answer is", "2 answers are".
#[must_use]
pub fn answers_are(number: usize) -> String {
    count(number, "answer is", "answers are")
}

/// "1 level", "2 levels": a number of levels, not the number of a level.
#[must_use]
pub fn levels(number: usize) -> String {
    count(number, "level", "levels")
}

/// "1 step", "2 steps" of a plan.
#[must_use]
pub fn steps(number: usize) -> String {
    count(number, "step", "steps")
}

/// "1 stage", "13 stages" of the lifecycle.
#[must_use]
pub fn stages(number: usize) -> String {
    count(number, "stage", "stages")
}

/// "1 stage that was asked", "12 stages that were asked".
#[must_use]
pub fn stages_asked(number: usize) -> String {
    count(number, "stage that was asked", "stages that were asked")
}

/// "1 model", "12 models" in production.
#[must_use]
pub fn models(number: u32) -> String {
    count(number as usize, "model", "models")
}

/// "1 month", "6 months".
#[must_use]
pub fn months(number: u32) -> String {
    count(number as usize, "month", "months")
}

/// "1 wave", "2 waves" of a plan.
#[must_use]
pub fn waves(number: usize) -> String {
    count(number, "wave", "waves")
}

/// "1 person", "2 people".
#[must_use]
pub fn people(number: usize) -> String {
    count(number, "person", "people")
}

/// "1 team", "2 teams".
#[must_use]
pub fn teams(number: usize) -> String {
    count(number, "team", "teams")
}

/// "1 duplicate counted once", for results or people that were found more than once.
#[must_use]
pub fn duplicates(number: usize) -> String {
    count(number, "duplicate counted once", "duplicates counted once")
}

/// "1 line", "2 lines" of a file or of pasted text.
#[must_use]
pub fn lines(number: usize) -> String {
    count(number, "line", "lines")
}

/// "1 guard", "2 guards".
#[must_use]
pub fn guards(number: usize) -> String {
    count(number, "guard", "guards")
}

/// "1 essential practice", "2 essential practices".
#[must_use]
pub fn essential_practices(number: usize) -> String {
    count(number, "essential practice", "essential practices")
}

/// Words that a person reads per minute: the low end of what studies find for adults, since many readers are not
/// native speakers.
const WORDS_A_MINUTE: usize = 230;
/// Seconds to choose an answer after reading the question.
const SECONDS_TO_CHOOSE: usize = 3;

/// Seconds to read a question with its help and to choose an answer.
#[must_use]
pub fn seconds_to_answer(capability: &Capability) -> usize {
    let words = [&capability.question, &capability.help].map(|text| text.split_whitespace().count());
    let reading = (words.iter().sum::<usize>() * 60).div_ceil(WORDS_A_MINUTE);
    reading + SECONDS_TO_CHOOSE
}

/// "about 9 minutes"; at least one.
#[must_use]
pub fn minutes(seconds: usize) -> String {
    match (seconds + 30) / 60 {
        0 | 1 => "about 1 minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    }
}

/// "3 answers differ", "All answers are the same".
#[must_use]
pub fn answers_differ(number: usize) -> String {
    if number == 0 {
        "All answers are the same".to_owned()
    } else {
        count(number, "answer differs", "answers differ")
    }
}
