//! What is said where several people answer: to whoever is invited, and to whoever gathers what they sent.

use crate::history::gathered::{Found, Person};
use crate::history::respondents::{Agreement, Cohort, FIRST, LEAST, MOST};
use crate::model::answer::Answer;
use crate::moment::Day;
use crate::portfolio::LineError;
use crate::scoring::profile::Share;
use crate::words::{count, day, heads, history, list, quantity, questions};

/// Over the files of what several people say.
pub const TAKE_ALONG: &str = "Take it with you";
/// What an invitation says is to be sent back, and to whom.
pub const SEND_BACK: &str = "What to send back: at the end the page makes a link that holds your answers. Send that link to \
                             whoever invited you. You say your name, your role, or neither.";
/// What happens there.
pub const ABOUT_SEND: &str = "Nothing is sent by itself. The link below holds your answers; hand it to whoever invited you. \
                              They see what you answered, and who you are only as far as you say it here.";
/// The field of a name.
pub const YOUR_NAME: &str = "Your name, if you want to say it";
/// The field of a role.
pub const YOUR_ROLE: &str = "Your role, if you want to say it";
/// Sends by mail.
pub const BY_MAIL: &str = "Send by mail";
/// The subject of that mail.
pub const MAIL_SUBJECT: &str = "My answers: MLOps maturity";
/// Leads to one's own result.
pub const SEE_OWN: &str = "See your own result";
/// On the result of an answer to an invitation.
pub const INVITED: &str = "You answered an invitation.";

pub use super::start::GATHER;
/// What happens there.
pub const ABOUT_GATHER: &str = "Paste the links that people sent you, all at once, or open their files. You see where they \
                                agree, what to talk about first, and settle it together. Everything stays in this browser.";
/// The field for links.
pub const PASTE: &str = "Links, as they came: whole mails and chats will do";
/// The field for files.
pub const FILES: &str = "Or files: assessment files, or texts with links (dropping them here works too)";
/// Reads what was pasted.
pub const READ: &str = "Read the links";
/// Makes the assessment.
pub const PUT_TOGETHER: &str = "Put them together";
/// The field of its name; not the head of names of levels.
pub const TITLE: &str = "Name";
/// Leads through the questions one by one.
pub const ONE_BY_ONE: &str = "Go through them one by one";
/// Heads the people.
pub const PEOPLE: &str = "People";
/// Heads where more people are added.
pub const ADD_MORE: &str = "Add more people";
/// Leaves somebody out.
pub const LEAVE_OUT: &str = "Leave out";
/// Why nobody can be left out of two.
pub const TWO_STAY: &str = "Agreement needs two people, so neither can be left out. Add another first.";
/// Where nobody differs.
pub const ALL_AGREE: &str = super::report::ALL_AGREE;
/// Where everything is settled.
pub const ALL_SETTLED: &str = "Everything on which people differed is settled.";
/// Heads what everybody said.
pub const EVERYTHING: &str = "Everything asked";
/// Shows what was said.
pub const SHOW: &str = "Show what was said";
/// Hides it again.
pub const HIDE: &str = "Hide what was said";
/// The question before.
pub const BEFORE: &str = "Previous";
/// The next question.
pub const NEXT: &str = "Next";
/// Back to the list.
pub const OVERVIEW: &str = "Overview";
/// Heads the five answers to settle with.
pub const SETTLE: &str = "Settle it";
/// The field of why.
pub const WHY: &str = "Why, in a sentence";
/// Takes it back.
pub const UNSETTLE: &str = "Take it back";
/// Heads what each role said.
pub const BY_ROLE: &str = "By role";
/// Heads who said what.
pub const WHO_SAID: &str = "Who said what";
/// Heads what people wrote beside their answers.
pub const NOTES: &str = "Notes";
/// Puts names into what is copied.
pub const WITH_NAMES: &str = "With names, of those who gave one";
/// Where an assessment came from nobody's links.
pub const NOT_GATHERED: &str =
    "This assessment did not come from several people's links, so there is nothing to compare in it.";

/// What the keys do in the large view: the keys, and what each of them does.
pub const KEYS_DO: [(&[&str], &str); 5] = [
    (&["s"], "shows what was said, and hides it"),
    (&["\u{2192}", "\u{2190}"], questions::NEXT_AND_PREVIOUS),
    (&["1", "2", "3", "4", "5"], "settle the answer, in the order shown"),
    (&["n"], "goes to the note"),
    (&["Esc"], "leaves the note, then leads to the overview"),
];

/// How many people were found, what came twice, and what belongs to different invitations.
#[must_use]
pub fn found(found: &Found, invitations: usize) -> String {
    let mut says = format!("{} found.", quantity::people(found.people.len()));
    if found.same > 0 {
        says.push_str(&format!(" {}.", quantity::came_twice(found.same)));
    }
    if invitations > 1 {
        says.push_str(&format!(
            " They answered {invitations} different invitations: are all of them about the same team?"
        ));
    }
    if found.people.len() < LEAST {
        says.push_str(&format!(" Agreement needs at least {LEAST}."));
    }
    if found.people.len() > MOST {
        says.push_str(&format!(" One page puts up to {MOST} together."));
    }
    says
}

/// Where a name came more than once: "Ana is here more than once. …" None where none did.
#[must_use]
pub fn twice(names: &[String]) -> Option<String> {
    let are = quantity::are(names.len());
    (!names.is_empty()).then(|| {
        format!(
            "{} {are} here more than once. Of one person who sent two links, leave the older one out.",
            list(names)
        )
    })
}

/// Why something was not read, and where it stood.
#[must_use]
pub fn fault(source: &str, number: usize, error: &LineError) -> String {
    let source = if source.is_empty() && number == 0 { "What was pasted" } else { source };
    history::fault_at(&history::place_of_line(source, number), error)
}

/// What somebody is called in the list of people: as far as it was said, and the day.
#[must_use]
pub fn person(person: &Person) -> String {
    let line = person.line();
    let who = if line.is_empty() { "Somebody without a name" } else { &line };
    format!("{who}, {}", day(person.day))
}

/// A name for what several people say together, where their links bring none.
#[must_use]
pub fn title(people: usize, on: Day) -> String {
    format!("{}, {}", quantity::people(people), day(on))
}

/// What a cohort is: "8 people: 3 data science, 2 operations, 3 without a role. Essentials: 39 questions."
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
    let asked = cohort.questionnaire();
    let questions = quantity::questions(asked.capabilities(cohort.model()).count());
    format!("{}{parts}. {}: {questions}.", quantity::people(people.len()), super::scope(asked.scope))
}

/// What a table of an area holds: "People: what was said".
#[must_use]
pub fn of_area(title: &str) -> String {
    format!("{title}: what was said")
}

/// "Talk about these five first": as many as there are.
#[must_use]
pub fn talk_first(number: usize) -> String {
    match number {
        1 => "Talk about this one first".to_owned(),
        FIRST => "Talk about these five first".to_owned(),
        number => format!("Talk about these {number} first"),
    }
}

/// How much is settled: "2 of 7 on which people differ are settled".
#[must_use]
pub fn settled_of(settled: usize, differing: usize) -> String {
    format!("{settled} of {} settled.", count(differing, "difference is", "differences are"))
}

/// Where in the list a question stands: "3 of 39".
#[must_use]
pub fn place(at: usize, of: usize) -> String {
    super::share(Share { part: at, of })
}

/// Before what was said is shown: "7 of 8 answered."
#[must_use]
pub fn answered(agreement: &Agreement) -> String {
    let given: usize = agreement.tally.iter().sum();
    format!("{given} of {} answered.", quantity::people(given + agreement.silent))
}

/// What they say together and how far apart they are.
#[must_use]
pub fn together(agreement: &Agreement) -> String {
    let (says, spread) = (super::answer_or_open(agreement.combined), history::spread(agreement.spread));
    format!("{}: {says}. {}: {spread}.", heads::TOGETHER, heads::SPREAD)
}

/// A settled answer: "Settled: Partly."
#[must_use]
pub fn settled(answer: Answer) -> String {
    format!("Settled: {}.", super::answer(answer))
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
        0 => "They are all here already.".to_owned(),
        number => format!("{} added. What was settled stays.", count(number, "person was", "people were")),
    }
}

/// Sources that can no longer be read.
#[must_use]
pub fn lost(number: usize) -> String {
    format!(
        "{} can no longer be read by this page's questions, and left out here. What was put together then stays.",
        count(number, "person's link", "people's links")
    )
}

/// Before a result is sent: what is still open.
#[must_use]
pub fn still_open(number: usize) -> String {
    format!(
        "{} still open. You can send your result now; they count as not answered.",
        quantity::questions_are(number)
    )
}

/// The mail with which a result goes back.
#[must_use]
pub fn mail(link: &str) -> String {
    format!("Here are my answers:\n\n{link}\n")
}
