//! What the start page does with the assessments that are kept.

use leptos::prelude::*;

use crate::browser::{address, clock};
use crate::route::{Route, Start};
use crate::state::library::{ImportOutcome, Listed, SetAside, StoredEntry};
use crate::state::{LISTED, Session, now};
use mlops_core::assessment::{Assessment, clean_title};
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;

/// Something that was deleted and can be put back.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// What it was called.
    pub title: String,
    assessment: Assessment,
}

/// What the start page lists.
#[derive(Clone, Debug, Default)]
pub struct SavedList {
    /// The first assessments with their ids, newest first.
    pub entries: Vec<(String, StoredEntry)>,
    /// How many there are besides: see [`Session::list_more`].
    pub more: usize,
    /// Texts that could not be read and were set aside.
    pub set_aside: Vec<SetAside>,
    /// What was deleted last, while it can be put back.
    pub deleted: Option<Deleted>,
}

impl SavedList {
    /// Whether this browser has kept nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.set_aside.is_empty()
    }

    /// The newest assessment that answers this model's questions.
    #[must_use]
    pub fn newest(&self, model: &Model) -> Option<&Assessment> {
        self.entries.iter().find_map(|(_, held)| match held {
            StoredEntry::Readable(found) if found.model_id == model.id() => Some(&**found),
            _ => None,
        })
    }
}

impl Session {
    /// Goes from the start page to the newest result, if there is one.
    pub fn show_newest(&self) {
        let newest =
            self.saved_list.with_untracked(|saved_list| saved_list.newest(self.model).map(|found| found.id.clone()));
        if let (Route::Home, Some(id)) = (self.route.get_untracked(), newest) {
            let result = Route::Result { id };
            address::replace(&result.to_string());
            self.follow(result);
        }
    }

    /// Goes to the first question from the start page, for somebody who has nothing here yet.
    pub fn begin_if_new(&self, scope: Scope) {
        let is_new = self.saved_list.with_untracked(|saved_list| saved_list.newest(self.model).is_none());
        if is_new && self.route.with_untracked(|route| *route == Route::Home) {
            self.follow(Route::Start(Start { scope, ..Start::default() }));
        }
    }

    /// Reads the list anew.
    pub fn reload(&self) {
        let (model, most) = (self.model, self.listed.get_value());
        let found = self.library.try_update_value(|library| {
            (library.list(most, |one| one.model_id == model.id()), library.all_set_aside())
        });
        let (Listed { entries, more }, set_aside) = found.unwrap_or_default();
        self.saved_list.update(|saved_list| {
            saved_list.entries = entries;
            saved_list.more = more;
            saved_list.set_aside = set_aside;
        });
    }

    /// Lists more of what is kept.
    pub fn list_more(&self) {
        self.listed.update_value(|most| *most += 5 * LISTED);
        self.reload();
    }

    /// Every assessment of this questionnaire that is kept, newest first.
    #[must_use]
    pub fn every_saved(&self) -> Vec<Assessment> {
        let listed = self.library.try_update_value(|library| library.list(usize::MAX, |_| true)).unwrap_or_default();
        let readable = listed.entries.into_iter().filter_map(|(_, held)| match held {
            StoredEntry::Readable(found) => Some(*found),
            _ => None,
        });
        readable.filter(|found| self.is_asked_here(found)).collect()
    }

    /// Gives an assessment in the list another name.
    pub fn rename(&self, id: &str, title: &str) {
        let Some(shown) = self.readable(id) else { return };
        self.library.update_value(|library| {
            library.change(&shown, clock::now(), |assessment| assessment.title = clean_title(title));
        });
        self.listed_anew();
    }

    fn listed_anew(&self) {
        self.reload();
        self.tell();
    }

    /// Puts a copy with a name of its own into the list.
    pub fn duplicate(&self, id: &str, title: String) {
        let Some(original) = self.readable(id) else { return };
        let copy = Assessment { id: clock::random_id(), title, updated: now(), ..original };
        self.put(&copy);
        self.reload();
    }

    /// Takes an assessment off the list; [`Session::undo_delete`] puts it back.
    pub fn delete(&self, id: &str, title: String) {
        let deleted = self.library.try_update_value(|library| library.delete(id, clock::now())).flatten();
        self.saved_list
            .update(|saved_list| saved_list.deleted = deleted.map(|assessment| Deleted { title, assessment }));
        self.listed_anew();
    }

    /// Puts back what was deleted last.
    pub fn undo_delete(&self) {
        let deleted = self.saved_list.with_untracked(|saved_list| saved_list.deleted.clone());
        if let Some(Deleted { assessment, .. }) = deleted {
            self.library.update_value(|library| {
                library.put_back(assessment);
            });
            self.forget_deleted();
            self.listed_anew();
        }
    }

    /// Gives up what was deleted last.
    pub fn forget_deleted(&self) {
        self.saved_list.update(|saved_list| saved_list.deleted = None);
    }

    /// Throws a set-aside text away.
    pub fn discard(&self, key: &str) {
        self.library.with_value(|library| library.discard(key));
        self.reload();
    }

    /// Looks at a file that a person brought; nothing is changed by it.
    #[must_use]
    pub fn look_at(&self, text: &str) -> Option<ImportOutcome> {
        self.library.try_update_value(|library| library.look_at(text, clock::now()))
    }

    /// Stores a brought assessment under an id of its own, beside whatever is there.
    pub fn keep_as_new(&self, assessment: Assessment) -> String {
        let id = clock::random_id();
        self.keep(&Assessment { id: id.clone(), ..assessment });
        id
    }

    /// Stores a brought assessment under its own id.
    pub fn keep(&self, assessment: &Assessment) {
        self.put(assessment);
        self.reload();
    }

    /// Stores a brought assessment in place of what is here under its id.
    pub fn replace_by(&self, file: &Assessment) {
        self.library.update_value(|library| {
            library.replace_by(file, clock::now());
        });
        self.listed_anew();
    }

    /// Stores what is newer in a brought assessment.
    pub fn merge_in(&self, file: &Assessment) {
        self.library.update_value(|library| {
            library.merge_in(file);
        });
        self.listed_anew();
    }
}
