//! How changes are kept: the way from a verb to the stored text, what other tabs do to it, and what is said of all that.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::{clock, tab};
use crate::route::Route;
use crate::state::Session;
use crate::state::library::mirror::Mirrored;
use crate::state::library::{Library, Saving, Unmirrored};
use crate::state::store::LocalStore;
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;

/// Where an assessment is kept that was begun in this tab and not yet answered.
const BEGUN: &str = "mlops-maturity:begun";
/// How long after a failure to store something it is tried again, in milliseconds.
const RETRY: i32 = 3_000;

/// Tells somebody that something has to go to the mirror.
pub type Wake = Rc<dyn Fn()>;

/// What has to be said about what is kept, besides whether it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody who is not this page cleared the storage; what is open was stored again.
    Cleared,
    /// What is open was deleted in another tab.
    DeletedElsewhere,
    /// So many assessments came back, whole or in part, from the second storage.
    CameBack(usize),
}

/// The assessment that was begun in this tab, if it has this id.
pub(super) fn begun(id: &str) -> Option<Assessment> {
    let text = tab::read(BEGUN)?;
    file::read_stored(&text).ok().filter(|begun| begun.id == id)
}

/// Keeps what was begun for a reload of this tab. Where the browser refuses, it lasts until the page is left.
pub(super) fn keep_begun(assessment: &Assessment) {
    let _ = tab::write(BEGUN, &file::write_stored(assessment));
}

impl Session {
    /// Stores an assessment beside the others.
    pub fn put(&self, assessment: &Assessment) {
        self.library.update_value(|library| {
            library.put(assessment.clone());
        });
        self.tell();
    }

    /// Changes the open assessment and stores it at once.
    pub fn change(&self, change: impl FnOnce(&mut Assessment)) {
        let Some(shown) = self.current.get_untracked() else { return };
        let newest = self.library.try_update_value(|library| library.change(&shown, clock::now(), change));
        if newest.as_ref() != Some(&shown) {
            tab::remove(BEGUN);
        }
        self.current.set(newest);
        self.tell();
    }

    /// Says what is true now, has the mirror take what it lacks, and sees to it that what is held is tried again.
    pub(super) fn tell(&self) {
        let word = self.library.with_value(Library::word);
        let is_held = matches!(word, Saving::Unsaved(_));
        if self.saving.with_untracked(|told| *told != word) {
            self.saving.set(word);
        }
        if let Some(wake) = self.wake.get_value() {
            wake();
        }
        if is_held && self.has_unsaved() && !self.is_retrying.get_value() {
            self.is_retrying.set_value(true);
            let session = *self;
            clock::after(RETRY, move || {
                session.is_retrying.set_value(false);
                session.library.update_value(Library::retry);
                session.tell();
            });
        }
    }

    /// Another tab stored something, or nothing any more, under this key (all keys when none).
    pub fn stored_elsewhere(&self, key: Option<&str>, text: Option<&str>) {
        if !Library::<LocalStore>::concerns(key) {
            return;
        }
        let open = self.current.with_untracked(|open| open.as_ref().map(|one| one.id.clone()));
        let is_held =
            |session: &Self| open.as_ref().is_some_and(|id| session.library.with_value(|library| library.holds(id)));
        let was_held = is_held(self);
        let was_cleared =
            self.library.try_update_value(|library| library.stored_elsewhere(key, text)).unwrap_or_default();
        if was_cleared {
            self.notice.set(Some(Notice::Cleared));
        } else if was_held && !is_held(self) {
            self.notice.set(Some(Notice::DeletedElsewhere));
        }
        self.show_newest_here();
        if self.route.with_untracked(|route| *route == Route::Home) {
            self.reload();
        }
        self.tell();
    }

    /// Shows what is known now of the assessment that this place is about. What was deleted elsewhere stays in view.
    fn show_newest_here(&self) {
        let Some(shown) = self.current.get_untracked() else {
            let place = self.route.get_untracked();
            if let Some(id) = place.assessment().filter(|&id| self.readable(id).is_some()) {
                self.open(id);
                if self.current.with_untracked(Option::is_some) {
                    // It was not here when the page was drawn.
                    self.route.set(place);
                }
            }
            return;
        };
        let newest = self.readable(&shown.id).filter(|found| self.is_asked_here(found));
        if newest.is_some() && self.notice.get_untracked() == Some(Notice::DeletedElsewhere) {
            self.notice.set(None);
        }
        if newest.as_ref().is_some_and(|newest| *newest != shown) {
            self.current.set(newest);
        }
    }

    /// Whether closing the page would lose something.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.library.with_value(Library::has_unsaved)
    }

    /// Takes over what the second storage holds: its keys and texts.
    pub(super) fn read_mirror(&self, found: Vec<(String, String)>) {
        let came_back = self.library.try_update_value(|library| library.read_mirror(found)).unwrap_or_default();
        self.looked(came_back);
    }

    /// There is no second storage, or it takes nothing.
    pub(super) fn has_no_mirror(&self) {
        self.library.update_value(Library::has_no_mirror);
        self.looked(0);
    }

    fn looked(&self, came_back: usize) {
        let was_looking = self.is_looking.get_untracked();
        if was_looking || came_back > 0 {
            self.is_looking.set(false);
            if came_back > 0 {
                self.notice.set(Some(Notice::CameBack(came_back)));
            }
            if self.route.with_untracked(|route| *route == Route::Home) {
                self.reload();
            } else {
                self.show_newest_here();
            }
        }
        self.tell();
    }

    /// Has somebody told whenever something has to go to the mirror; at once if something does.
    pub(super) fn on_owed(&self, wake: Wake) {
        self.wake.set_value(Some(wake));
        self.tell();
    }

    /// What has to go to the mirror.
    pub(super) fn unmirrored(&self) -> Unmirrored {
        self.library.with_value(Library::unmirrored)
    }

    /// What shall stand in the mirror in place of what is there.
    pub(super) fn for_mirror(&self, id: &str, there: Mirrored) -> Mirrored {
        self.library.try_update_value(|library| library.for_mirror(id, there)).unwrap_or_default()
    }

    /// The mirror has taken these.
    pub(super) fn mirrored(&self, arrived: &Unmirrored) {
        self.library.update_value(|library| library.mirrored(arrived));
        self.tell();
    }
}
