//! A file of an assessment that is here already: what differs, what shall happen, and what was done.

use leptos::prelude::*;

use crate::browser::clock;
use crate::state::Session;
use crate::ui::control::{actions, button};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group};
use mlops_core::assessment::Assessment;
use mlops_core::words::saving::{self as say, Differing};
use mlops_core::words::{self, files};

/// Asks, and does what was chosen; `done` is called with what to say afterwards, with nothing where all stays as it is.
#[must_use]
pub fn merging(
    session: Session,
    file: &Assessment,
    own: &Assessment,
    done: impl Fn(String) + Clone + 'static,
) -> AnyView {
    let differing = Differing::between(own, file);
    let asks = say::asks(words::title(&own.title), &differing);
    let all = all_that_differs(session, file, own, &differing);
    let (keep, replace, merge) = (file.clone(), file.clone(), file.clone());
    let (kept, replaced, merged, left) = (done.clone(), done.clone(), done.clone(), done);
    let choices = actions()
        .child(button(files::KEEP_BOTH, move || {
            session.keep_as_new(keep.clone());
            kept(files::KEPT_BOTH.to_owned());
        }))
        .child(button(files::REPLACE, move || {
            session.replace_by(&replace);
            replaced(files::REPLACED.to_owned());
        }))
        .child(button(files::MERGE, move || {
            // Another tab may have answered since this was asked.
            let own = session.readable(&merge.id);
            session.merge_in(&merge);
            merged(own.map_or_else(String::new, |own| say::merged(&Differing::between(&own, &merge))));
        }))
        .child(button(files::LEAVE, move || left(String::new())));
    group().child(el("p").child(asks)).child(all).child(choices).into_any()
}

/// Every answer that differs, with both times and which is newer.
fn all_that_differs(session: Session, file: &Assessment, own: &Assessment, differing: &Differing) -> Option<AnyView> {
    let line = |id: &String, is_newer_there| {
        let question = session.model.find_capability(id).map(|at| session.model.capability(at).question.as_str());
        let (here, there) = (own.responses.get(id), file.responses.get(id));
        el("li").child(say::differs(question.unwrap_or(id), here, there, is_newer_there, clock::zone))
    };
    let there = differing.newer_there.iter().map(|id| line(id, true));
    let lines: Vec<Element> = there.chain(differing.newer_here.iter().map(|id| line(id, false))).collect();
    (!lines.is_empty()).then(|| disclosure("differing", files::DIFFERS, el("ul").child(lines)))
}
