//! What is said about links: what one holds, and why one could not be opened.

use crate::link::{LinkError, MAX_CHARS, Opened};

/// What the link holds, and who can read it: one line.
#[must_use]
pub fn contains(has_title: bool, has_notes: bool) -> String {
    let also = match (has_title, has_notes) {
        (false, false) => "your answers and the day, and neither the team's name nor any notes",
        (true, false) => "your answers, the day and the team's name, and no notes",
        (false, true) => "your answers, the day, your notes and evidence links, and not the team's name",
        (true, true) => "your answers, the day, the team's name, your notes and evidence links",
    };
    format!("The link itself holds {also}. Whoever has it can read that; no server sees it.")
}

/// Why a link could not be opened, and what to do.
#[must_use]
pub fn trouble(error: LinkError) -> String {
    match error {
        LinkError::Empty => {
            "The link ends where the result should begin. Copy it again from where it came.".to_owned()
        }
        LinkError::Letter(letter) => {
            format!("There is a \"{letter}\" in it, which no link of ours has. Copy it again from where it came.")
        }
        LinkError::Truncated => {
            "Its end is missing: something on the way cut it. Ask for the link again, or for the file.".to_owned()
        }
        LinkError::Damaged => {
            "Something in it was changed on the way, so what it says cannot be trusted. Ask for it again.".to_owned()
        }
        LinkError::Newer(version) => format!(
            "It was made by a newer version of this page (link version {version}). Open it where it was made, or ask whoever \
             runs this site to update it."
        ),
        LinkError::OtherModel => {
            "It belongs to another questionnaire than the one of this page. Open it where it was made.".to_owned()
        }
        LinkError::OtherKind => "It is no link of this kind: an invitation is no result.".to_owned(),
        LinkError::TooLong(found) => format!(
            "It would have {found} characters, and mail and chat programs cut links at {MAX_CHARS}. Leave the notes out, or \
             share the file instead: it takes any length."
        ),
    }
}

/// What is different when a link was made with another revision; none when nothing is.
#[must_use]
pub fn revision(opened: &Opened, own: u32) -> Option<String> {
    let made_with = opened.other_revision?;
    let mut words = format!(
        "This link was made with revision {made_with} of the questionnaire; this page has revision {own}. Questions that \
         only one of them has count as not answered."
    );
    if opened.unknown_answers > 0 {
        let count = super::count(opened.unknown_answers, "answer belongs", "answers belong");
        words.push_str(&format!(" {count} to questions that this page does not know."));
    }
    Some(words)
}
