//! The answers of several people: for people who are invited, and for the person who combines their answers.

use super::{DASH, count, day, files, list, mid_sentence, pages, quantity, questions};
use crate::history::combined::{FoundPeople, Person};
use crate::history::respondents::{Agreement, Cohort, CohortError, FIRST, LEAST, MOST, Spread};
use crate::model::answer::Answer;
use crate::moment::Day;
use crate::portfolio::LineError;
use crate::scoring::profile::Fraction;

pub use super::start::COMBINE;

/// Heading above the exports of combined answers.
pub const TAKE_ALONG: &str = "Export the combined answers";
/// On an invitation: how answers are sent back.
pub const SEND_BACK: &str = "At the end, the page creates a link with your answers. Send it to the person who \
    invited you. You can add your name or role.";
/// On the page that sends answers back.
pub const ABOUT_SEND: &str = "Nothing is sent automatically. Send the link below to the person who invited you. They \
    will see your answers, and your name or role only if you enter them here.";
pub const YOUR_NAME: &str = "Your name (optional)";
pub const YOUR_ROLE: &str = "Your role (optional)";
pub const BY_MAIL: &str = "Send by email";
/// The subject of the email.
pub const MAIL_SUBJECT: &str = "My answers: MLOps maturity";
/// Link to one's own result.
pub const SEE_OWN: &str = "View your own result";
/// On the result of an answer to an invitation.
pub const INVITED: &str = "These answers are for the person who invited you.";

/// Before the name of an answer to the same invitation in this browser.
pub const BEGUN: &str = "You have begun to answer this invitation in this browser:";
/// Button that begins another answer, for a device that several people use.
pub const FOR_SOMEBODY_ELSE: &str = "Answer as another person";

/// Button that continues an answer: "Continue, 3 of 46".
#[must_use]
pub fn go_on(answered: Fraction) -> String {
    format!("{}, {}", super::start::CONTINUE, super::fraction(answered))
}
/// On the page that combines answers.
pub const ABOUT_GATHER: &str = "Invite people below. Then paste the links that they send you, or open their files. You can also drop files on \
    the page. You will see where answers agree and what to discuss first. Then agree on one answer to each question. \
    Everything stays in this browser.";
/// Heading above the invitation.
pub const INVITE: &str = "Invite people";
/// An explanation of invitations.
pub const ABOUT_INVITE: &str =
    "Everyone answers the same questions in their own browser, and sends you a link at the end.";
/// If there is no assessment to invite people to.
pub const NONE_TO_INVITE_TO: &str =
    "Start an assessment and answer one question first. Then you can invite people to answer its questions.";
/// Label of the choice of the assessment whose questions people answer.
pub const QUESTIONS_OF: &str = "Assessment";
/// Label of the field with the invitation.
pub const INVITATION_LINK: &str = "Invitation link";
/// Heading above the fields for links and files.
pub const REPLIES: &str = "Add replies";
/// Heading above combined answers in this browser.
pub const COMBINED_HERE: &str = "Combined answers in this browser";

/// The number of people who answered the invitation of an assessment: "2 people answered your invitation for
/// Payments."
#[must_use]
pub fn replied(people: usize, title: &str) -> String {
    format!("{} answered your invitation for {title}.", quantity::people(people))
}

/// "3 people, 18 differences open".
#[must_use]
pub fn people_and_open(people: usize, open: usize) -> String {
    format!("{}, {}", quantity::people(people), differences_open(open))
}

/// "18 differences open", "no difference open".
#[must_use]
pub fn differences_open(open: usize) -> String {
    if open == 0 { "no difference open".to_owned() } else { count(open, "difference open", "differences open") }
}

/// Link from a result to the differences.
pub const DISCUSS: &str = "Discuss them";

/// On a result with differences: "18 differences open. The result counts the combined answers."
#[must_use]
pub fn open_in_result(open: usize) -> String {
    format!("{}. The result counts the combined answers.", differences_open(open))
}

/// Label of the field for links.
pub const PASTE: &str = "Links, or messages with links";
/// Label of the field for files.
pub const FILES: &str = super::teams::FILES;
/// Button that reads the pasted links.
pub const READ: &str = super::teams::READ;
/// Button that combines the answers.
pub const PUT_TOGETHER: &str = "Combine answers";
/// Label of the field for the name of the combined answers. Not the column of names of levels.
pub const TITLE: &str = "Assessment name";
/// Link to the first question of the meeting.
pub const ONE_BY_ONE: &str = "Discuss one by one";
/// Heading above the list of people.
pub const PEOPLE: &str = "People";
/// Summary of the fields that add people.
pub const ADD_MORE: &str = "Add more people";
/// Button that leaves a person out.
pub const LEAVE_OUT: &str = "Leave out";
/// Why nobody can be left out of two people.
pub const TWO_STAY: &str = "Combined answers need at least two people. Add another person before you leave one out.";
/// If nobody's answers differ.
pub const ALL_AGREE: &str = super::report::ALL_AGREE;
/// If all differences are resolved.
pub const ALL_RESOLVED: &str = "All differences are resolved.";
/// Heading above all questions.
pub const EVERYTHING: &str = "All questions";
/// Button that shows the answers.
pub const SHOW: &str = "Show answers";
/// Button that hides the answers.
pub const HIDE: &str = "Hide answers";
/// Link to the previous question.
pub const BEFORE: &str = "Previous";
/// Link to the next question.
pub const NEXT: &str = "Next";
/// Link back to the combined answers.
pub const OVERVIEW: &str = "Overview";
/// Heading above the answers to agree on.
pub const AGREE: &str = "Agree on an answer";
/// Label of the field for the note on an agreed answer.
pub const WHY: &str = "Reason, in one sentence";
/// Button that removes an agreed answer.
pub const REOPEN: &str = "Reopen";
/// Heading above the answers of each role.
pub const BY_ROLE: &str = "Answers by role";
/// Heading above the answers of named people.
pub const WHO_SAID: &str = "Answers by person";
/// Heading above people's notes.
pub const NOTES: &str = "Notes";
/// Checkbox for names in exports.
pub const WITH_NAMES: &str = "Include names, where given";
/// If an assessment has no combined answers.
pub const NOT_GATHERED: &str =
    "This assessment was not combined from several people's links, so there are no answers to compare.";

/// Keys with what they do in the large view.
pub const KEYS_DO: [(&[&str], &str); 5] = [
    (&["s"], "show or hide the answers"),
    (&["\u{2192}", "\u{2190}"], questions::NEXT_AND_PREVIOUS),
    (&["1", "2", "3", "4", "5"], "choose the agreed answer, in the order shown"),
    (&["n"], "go to the note"),
    (&["Esc"], "leave the note, then return to the overview"),
];

/// The number of people that were found, with duplicates and different invitations.
#[must_use]
pub fn found(found: &FoundPeople, invitations: usize) -> String {
    let mut says = format!("{} found.", quantity::people(found.people.len()));
    if found.same > 0 {
        says.push_str(&format!(" {}.", quantity::duplicates(found.same)));
    }
    if invitations > 1 {
        says.push_str(&format!(
            " They answered {invitations} different invitations. Check that all are about the same team."
        ));
    }
    if found.people.len() < LEAST {
        says.push_str(&format!(" At least {LEAST} people are needed. Add more links or files."));
    }
    if found.people.len() > MOST {
        says.push_str(&format!(" This page combines up to {MOST} people. Leave some out."));
    }
    says
}

/// If a name occurs more than once: "Ana is listed more than once. …" `None` if no name does.
#[must_use]
pub fn repeated_names(names: &[String]) -> Option<String> {
    let are = quantity::are(names.len());
    (!names.is_empty()).then(|| {
        format!("{} {are} listed more than once. If one person sent two links, leave out the older one.", list(names))
    })
}

/// Why a line could not be read, and its place.
#[must_use]
pub fn fault(source: &str, number: usize, error: &LineError) -> String {
    let source = if source.is_empty() && number == 0 { "Pasted text" } else { source };
    files::fault_at(&files::place_of_line(source, number), error)
}

/// A person in the list: the name or role, where given, and the date.
#[must_use]
pub fn person(person: &Person) -> String {
    let line = person.line();
    let who = if line.is_empty() { "Anonymous" } else { &line };
    format!("{who}, {}", day(person.day))
}

/// The proposed name of combined answers whose links have no title.
#[must_use]
pub fn title(people: usize, on: Day) -> String {
    format!("{}, {}", quantity::people(people), day(on))
}

/// Who answered what: "8 people: 3 data science, 2 operations, 3 without a role. Essentials: 39 questions."
#[must_use]
pub fn basis(cohort: &Cohort) -> String {
    let people = cohort.respondents();
    let has = |role: &str| people.iter().filter(|one| one.role.trim().eq_ignore_ascii_case(role)).count();
    let roles = cohort.roles();
    let mut parts: Vec<String> = roles.iter().map(|role| format!("{} {role}", has(role))).collect();
    if !parts.is_empty() && has("") > 0 {
        parts.push(format!("{} without a role", has("")));
    }
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", list(&parts)) };
    let asked = cohort.question_set();
    let questions = quantity::questions(asked.capabilities(cohort.model()).count());
    format!("{}{parts}. {}: {questions}.", quantity::people(people.len()), super::scope(asked.scope))
}

/// "12 answers are open to discussion."
#[must_use]
pub fn open_to_discussion(cohort: &Cohort) -> String {
    match cohort.open_to_discussion() {
        0 => "No answer is open to discussion.".to_owned(),
        number => format!("{} open to discussion.", quantity::answers_are(number)),
    }
}

/// The caption of the table of an area: "People: answers given".
#[must_use]
pub fn of_area(title: &str) -> String {
    format!("{title}: answers given")
}

/// "Discuss these five first", with the number of questions.
#[must_use]
pub fn discuss_first(number: usize) -> String {
    match number {
        1 => "Discuss this one first".to_owned(),
        FIRST => "Discuss these five first".to_owned(),
        number => format!("Discuss these {number} first"),
    }
}

/// "2 of 7 differences resolved."
#[must_use]
pub fn resolved_of(resolved: usize, differing: usize) -> String {
    format!("{resolved} of {}.", count(differing, "difference resolved", "differences resolved"))
}

/// The number of a question among those on which people differ, or among the others: "Difference 3 of 18".
#[must_use]
pub fn place(is_difference: bool, at: usize, of: usize) -> String {
    let what = if is_difference { "Difference" } else { "Agreed by all" };
    format!("{what} {}", super::fraction(Fraction { part: at, of }))
}

/// While answers are hidden: "7 of 8 people answered."
#[must_use]
pub fn answered(agreement: &Agreement) -> String {
    let given: usize = agreement.tally.iter().sum();
    format!("{given} of {} answered.", quantity::people(given + agreement.silent))
}

/// The combined answer, and how far answers differ.
#[must_use]
pub fn together(agreement: &Agreement) -> String {
    let (says, spread) = (super::answer_or_open(agreement.combined), spread(agreement.spread));
    format!("{}: {says}. {}: {spread}.", pages::COMBINED, pages::SPREAD)
}

/// "Agreed: Partly."
#[must_use]
pub fn agreed(answer: Answer) -> String {
    format!("Agreed: {}.", super::answer(answer))
}

/// A role's answer: "Partly (2 people)".
#[must_use]
pub fn of_people(answer: Option<Answer>, people: usize) -> String {
    format!("{} ({})", super::answer_or_open(answer), quantity::people(people))
}

/// After people were added.
#[must_use]
pub fn added(number: usize) -> String {
    match number {
        0 => "All of them are already in the list.".to_owned(),
        number => format!("{} added. Agreed answers are kept.", count(number, "person was", "people were")),
    }
}

/// The number of sources that cannot be read any more.
#[must_use]
pub fn lost(number: usize) -> String {
    format!(
        "Left out: {} that this page can no longer read. Answers combined earlier are kept.",
        count(number, "link", "links")
    )
}

/// Before answers are sent: the number of open questions.
#[must_use]
pub fn still_open(number: usize) -> String {
    format!("{} still open. You can answer them first, or send your result now.", quantity::questions_are(number))
}

/// The email that sends answers back.
#[must_use]
pub fn mail(link: &str) -> String {
    format!("Here are my answers:\n\n{link}\n")
}

/// A spread in a cell: "0", "0.82"; a dash if nobody gave an answer with points.
#[must_use]
pub fn spread_in_short(spread: Option<Spread>) -> String {
    match spread {
        None => DASH.to_owned(),
        Some(spread) if spread.is_none() => "0".to_owned(),
        Some(spread) => hundredths(spread.hundredths()),
    }
}

fn hundredths(number: u32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// "0.82 among 5 answers".
#[must_use]
pub fn spread(spread: Option<Spread>) -> String {
    let Some(spread) = spread else { return "no scored answer".to_owned() };
    let among = quantity::answers(spread.answered as usize);
    if spread.is_none() {
        return format!("0 among {among}");
    }
    format!("{} among {among}", hundredths(spread.hundredths()))
}

/// How many people gave each answer: "3 yes, 1 no, 1 unanswered".
#[must_use]
pub fn tally(agreement: &Agreement) -> String {
    let answers = crate::model::answer::Answer::ALL.map(super::answer);
    let said = agreement.tally.iter().zip(answers).filter(|(number, _)| **number > 0);
    let mut parts: Vec<String> = said.map(|(number, answer)| format!("{number} {}", mid_sentence(answer))).collect();
    if agreement.silent > 0 {
        parts.push(format!("{} unanswered", agreement.silent));
    }
    if parts.is_empty() { "no answers".to_owned() } else { parts.join(", ") }
}

/// Why people's answers cannot be combined.
#[must_use]
pub fn cohort_error_text(error: CohortError) -> String {
    match error {
        CohortError::TooFew(found) => format!(
            "At least {LEAST} results are needed. You have {} so far.",
            if found == 0 { "none".to_owned() } else { found.to_string() }
        ),
        CohortError::TooMany(found) => format!(
            "This page combines up to {MOST} results, and you have {found}. Leave some out, or open them on the page \
             for many teams."
        ),
    }
}
