//! What the start page does with the assessments that are kept.

use leptos::prelude::*;

use crate::browser::{address, clock};
use crate::route::Route;
use crate::state::library::ImportOutcome;
use crate::state::{Deleted, Session, now};
use mlops_core::assessment::{Assessment, clean_title};

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

    /// Gives an assessment on the saved_list another name.
    pub fn rename(&self, id: &str, title: &str) {
        self.change_on_shelf(id, |assessment| {
            assessment.title = clean_title(title);
            assessment.updated = assessment.updated.max(now());
        });
    }

    fn change_on_shelf(&self, id: &str, change: impl FnOnce(&mut Assessment)) {
        let Some(shown) = self.readable(id) else { return };
        self.library.update_value(|library| {
            library.change(&shown, clock::now_seconds(), change);
        });
        self.tell_saving();
        self.reload();
    }

    /// Puts a copy with a name of its own on the saved_list.
    pub fn duplicate(&self, id: &str, title: String) {
        let Some(original) = self.readable(id) else { return };
        let copy = Assessment { id: clock::random_id(), title, updated: now(), ..original };
        self.put(&copy);
        self.reload();
    }

    /// Takes an assessment off the saved_list; [`Session::undo_delete`] puts it back.
    pub fn delete(&self, id: &str, title: String) {
        let text = self.library.try_update_value(|library| library.remove(id)).flatten();
        self.saved_list
            .update(|saved_list| saved_list.deleted = text.map(|text| Deleted { id: id.to_owned(), title, text }));
        self.reload();
    }

    /// Puts back what was deleted last.
    pub fn undo_delete(&self) {
        if let Some(Deleted { id, text, .. }) =
            self.saved_list.with_untracked(|saved_list| saved_list.deleted.clone())
        {
            self.library.update_value(|library| library.restore(&id, &text));
            self.forget_deleted();
            self.reload();
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
        self.library.try_update_value(|library| library.look_at(text, clock::now_seconds()))
    }

    /// Stores a brought assessment under an id of its own, beside whatever is there.
    pub fn keep_as_new(&self, assessment: Assessment) -> String {
        let id = clock::random_id();
        self.put(&Assessment { id: id.clone(), ..assessment });
        self.reload();
        id
    }

    /// Stores a brought assessment under its own id.
    pub fn keep(&self, assessment: &Assessment) {
        self.put(assessment);
        self.reload();
    }
}
