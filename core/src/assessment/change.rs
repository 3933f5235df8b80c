//! A change to an assessment that can be made again where it went missing.
//!
//! # Why one goes missing
//!
//! Two tabs of a browser share what is stored, but each may see the other's last write a moment late. Who changes what it
//! reads and writes the whole then writes without the change that it did not see. The tab whose change it was hears of that
//! write, and makes its change again.

use crate::assessment::Assessment;
use crate::by_id::ById;

/// What stood before a change, and after it.
#[derive(Clone, Debug)]
pub struct Change {
    /// The assessment before.
    pub before: Assessment,
    /// The assessment after.
    pub after: Assessment,
}

impl Change {
    /// Makes the change again wherever `other` still says what stood before it; what was changed since stays as it is.
    pub fn redo(&self, other: &mut Assessment) {
        let Self { before, after } = self;
        entries(&before.responses, &after.responses, &mut other.responses);
        entries(&before.target, &after.target, &mut other.target);
        entries(&before.plan, &after.plan, &mut other.plan);
        value(&before.title, &after.title, &mut other.title);
        value(&before.scope, &after.scope, &mut other.scope);
        value(&before.tracks, &after.tracks, &mut other.tracks);
    }
}

fn value<T: Clone + PartialEq>(before: &T, after: &T, other: &mut T) {
    if before == other {
        other.clone_from(after);
    }
}

fn entries<T: Clone + PartialEq>(before: &ById<T>, after: &ById<T>, other: &mut ById<T>) {
    for id in before.keys().chain(after.keys()) {
        let (old, new) = (before.get(id), after.get(id));
        if old == new || other.get(id) != old {
            continue;
        }
        match new {
            Some(new) => other.insert(id.clone(), new.clone()),
            None => {
                other.remove(id);
            }
        }
    }
}
