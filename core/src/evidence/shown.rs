//! Proposals with their sentences, and what a person can do with them in an assessment: use, ignore, undo.
//!
//! The page stores these until the tab is closed, so that it need not read the signals and the proposals file again.
//! They contain sentences of signals, paths and lines, and no text of a scanned file.

#![allow(missing_docs)]

use serde::{Deserialize, Serialize};

use super::proposals::Proposals;
use super::signals::Signals;
use crate::assessment::{Assessment, Ignored, Origin, Response};
use crate::model::answer::Answer;
use crate::moment::Day;
use crate::words::evidence as say;

/// The answer of every proposal.
pub const PROPOSED: Answer = Answer::Partly;

/// All proposals of one scan or one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownProposals {
    /// The day of the scan.
    pub made: Day,
    pub proposals: Vec<ShownProposal>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownProposal {
    pub capability: String,
    pub signal: String,
    pub places: Vec<ShownPlace>,
    /// The number of places that are not listed.
    pub more: usize,
    /// What a person still has to check; empty for a signal of another scanner.
    pub check: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPlace {
    pub folder: String,
    pub reason: String,
    /// "src/train.py, line 88", with the folder's name if there are several folders.
    pub place: String,
    /// The address on the web.
    pub address: Option<String>,
}

/// The status of a proposal in an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The question is open.
    Open,
    /// The team gave this answer, which contradicts the proposal.
    Conflict(Answer),
    /// The answer is at least the proposed one.
    Agrees,
    Used,
    Ignored,
}

impl ShownProposals {
    #[must_use]
    pub fn of(signals: &Signals, proposals: &Proposals, made: Day) -> Self {
        let is_one = proposals.folders.len() < 2;
        let shown = proposals.proposals.iter().map(|proposal| {
            let places = proposal.evidence.iter().map(|evidence| {
                let folder = proposals.folders.get(evidence.folder).map(|folder| folder.name.clone());
                let (folder, place) = (folder.unwrap_or_default(), say::place(evidence));
                ShownPlace {
                    reason: say::reason(signals, proposal, evidence),
                    place: if is_one { place } else { say::place_in(&folder, &place) },
                    address: proposals.address(evidence),
                    folder,
                }
            });
            ShownProposal {
                capability: proposal.capability.clone(),
                signal: proposal.signal.clone(),
                places: places.collect(),
                more: proposal.more,
                check: signals.find(&proposal.signal).map(|signal| signal.check.clone()).unwrap_or_default(),
            }
        });
        Self { made, proposals: shown.collect() }
    }

    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// `None` if the text is not one that [`Self::write`] made.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl ShownProposal {
    /// The status in an assessment.
    #[must_use]
    pub fn status(&self, response: Option<&Response>, ignored: &[Ignored]) -> Status {
        if response.is_some_and(|response| response.from == Some(Origin::Repository)) {
            return Status::Used;
        }
        if self.is_ignored(ignored) {
            return Status::Ignored;
        }
        match response.and_then(|response| response.value) {
            None | Some(Answer::Unknown) => Status::Open,
            Some(denied @ (Answer::No | Answer::NotApplicable)) => Status::Conflict(denied),
            Some(Answer::Yes | Answer::Partly) => Status::Agrees,
        }
    }

    fn is_ignored(&self, ignored: &[Ignored]) -> bool {
        !self.places.is_empty()
            && self
                .places
                .iter()
                .all(|place| ignored.iter().any(|one| one.signal == self.signal && one.folder == place.folder))
    }

    /// The reasons and places in one text.
    #[must_use]
    pub fn evidence(&self) -> String {
        let places: Vec<String> = self.places.iter().map(|place| say::seen_at(&place.reason, &place.place)).collect();
        places.join("; ")
    }

    /// Uses the proposal as the answer to its question, with its places as evidence. Text that the team wrote stays.
    pub fn answer(&self, response: &mut Response, made: Day) {
        response.say(Some(PROPOSED));
        response.from = Some(Origin::Repository);
        response.evidence_date = Some(made);
        let seen = self.evidence();
        match (response.evidence.is_empty(), response.note.is_empty()) {
            (true, _) => response.evidence = seen,
            (false, true) => response.note = seen,
            (false, false) => response.note = format!("{}\n{seen}", response.note),
        }
    }

    /// Undoes [`Self::answer`]. Text that the team wrote since then stays.
    pub fn take_back(&self, response: &mut Response, before: &Response, made: Day) {
        let mut used = before.clone();
        self.answer(&mut used, made);
        response.say(before.value);
        response.later = before.later;
        response.from = before.from;
        response.evidence_date = before.evidence_date;
        if response.evidence == used.evidence {
            response.evidence.clone_from(&before.evidence);
        }
        if response.note == used.note {
            response.note.clone_from(&before.note);
        }
    }

    /// Hides the proposal from now on, for the folders with its evidence.
    pub fn ignore(&self, assessment: &mut Assessment) {
        for place in &self.places {
            let ignored = Ignored { signal: self.signal.clone(), folder: place.folder.clone(), ..Ignored::default() };
            if !assessment.ignored.iter().any(|one| one.signal == ignored.signal && one.folder == ignored.folder) {
                assessment.ignored.push(ignored);
            }
        }
    }

    /// Undoes [`Self::ignore`].
    pub fn show_again(&self, assessment: &mut Assessment) {
        let is_here = |folder: &String| self.places.iter().any(|place| place.folder == *folder);
        assessment.ignored.retain(|one| one.signal != self.signal || !is_here(&one.folder));
    }
}
