//! The states that got a name: renamed, taken away, put back.

use leptos::prelude::*;

use crate::browser::page;
use crate::page::compare::place;
use crate::page::compare::side::{own, own_state};
use crate::page::history::states_kept;
use crate::state::{Session, local_day};
use crate::ui::control::{actions, button, field, link, on_enter};
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::assessment::Snapshot;
use mlops_core::history::snapshots::{Point, Trend};
use mlops_core::words::{self, buttons, rounds as say};

const STATES: &str = "states";
const UNDO: &str = "undo-state";

/// What the list does besides showing.
#[derive(Clone, Copy)]
struct List {
    session: Session,
    /// The state that is being renamed, by its moment and name.
    renaming: RwSignal<Option<(i64, String)>>,
    deleted: RwSignal<Option<Snapshot>>,
    said: RwSignal<String>,
}

/// All states, oldest first.
#[must_use]
pub fn states(session: Session, moved: Memo<Option<Trend>>) -> Element {
    let list = List {
        session,
        renaming: RwSignal::new(None),
        deleted: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    let rows = reactive(move || {
        let snapshots = untrack(|| {
            session.current.with(|open| open.as_ref().map(|own| own.snapshots.clone())).unwrap_or_default()
        });
        let points: Vec<Point> = moved.with(|moved| moved.as_ref().map(|one| one.points.clone()).unwrap_or_default());
        let items: Vec<Element> = snapshots
            .into_iter()
            .zip(points)
            .enumerate()
            .map(|(at, (one, point))| list.item(at + 1, one, &point))
            .collect();
        if items.is_empty() { nothing() } else { el("ul").class("people-list states").child(items).into_any() }
    });
    let undo = reactive(move || match list.deleted.get() {
        None => nothing(),
        Some(_) => button(buttons::UNDO, move || list.undo()).id(UNDO).into_any(),
    });
    // Where there was none and none was taken away, nothing is headed; the trend says so already.
    let is_empty = move || {
        moved.track();
        list.deleted.with(Option::is_none) && states_kept(session) == 0
    };
    el("section")
        .reactive_flag("hidden", is_empty)
        .attr("aria-labelledby", STATES)
        .child(el("h2").id(STATES).attr("tabindex", "-1").child(say::STATES))
        .child(actions().child(el("span").attr("role", "status").reactive_text(move || list.said.get())).child(undo))
        .child(rows)
}

impl List {
    fn item(self, number: usize, snapshot: Snapshot, point: &Point) -> Element {
        let Self { renaming, .. } = self;
        let (at, label) = (snapshot.at, snapshot.label.clone());
        let key = (at.unix_seconds(), label.clone());
        let is_renamed = key.clone();
        let on = local_day(at);
        let name = say::state(point, on);
        let told =
            |verb: &'static str| group().child(verb).child(el("span").class("sr-only").child(say::of_state(&name)));
        let about = say::about_state(point, on);
        let rename = move || {
            renaming.update(|now| *now = if now.as_ref() == Some(&key) { None } else { Some(key.clone()) });
        };
        let deleted = label.clone();
        let open = self.session.current.with_untracked(|open| open.as_ref().map(|own| own.id.clone()));
        let open = open.unwrap_or_default();
        let compare = place(&[&own_state(&open, at.unix_seconds()), &own(&open)]).href();
        let buttons = actions()
            .child(link(told(say::COMPARE), compare).class("button"))
            .child(button(told(buttons::RENAME), rename))
            .child(button(told(buttons::DELETE), move || self.delete(at, &deleted)));
        let form = reactive(move || {
            if renaming.get().as_ref() != Some(&is_renamed) {
                return nothing();
            }
            self.form(at, label.clone()).into_any()
        });
        el("li")
            .child(
                el("p")
                    .child(el("strong").child(format!("{number}. ")).child(theirs(name.clone())).child(" "))
                    .child(el("span").class("quiet").child(about)),
            )
            .child(buttons)
            .child(form)
    }

    fn form(self, at: mlops_core::moment::Moment, label: String) -> Element {
        let typed = RwSignal::new(label.clone());
        let save = move || {
            if self.session.rename_snapshot(at, &label, &typed.get_untracked()) {
                self.renaming.set(None);
                self.said.set(String::new());
                page::focus_soon(STATES);
            } else {
                self.said.set(say::NAME_TAKEN.to_owned());
            }
        };
        let name =
            field(buttons::NEW_NAME, "text", "120", move || typed.get_untracked(), move |text| typed.set(text));
        el("div")
            .class("rename")
            .child(on_enter(name, save.clone()))
            .child(button(buttons::SAVE_NAME, save))
            .child(button(buttons::KEEP_NAME, move || self.renaming.set(None)))
    }

    fn delete(self, at: mlops_core::moment::Moment, label: &str) {
        let Some(gone) = self.session.remove_snapshot(at, label) else { return };
        let name = if gone.label.is_empty() { words::day(local_day(at)) } else { gone.label.clone() };
        self.said.set(say::deleted(&name));
        self.deleted.set(Some(gone));
        page::focus_soon(UNDO);
    }

    fn undo(self) {
        let Some(gone) = self.deleted.get_untracked() else { return };
        self.said.set(match self.session.put_back_snapshot(gone) {
            Ok(()) => String::new(),
            Err(error) => say::trouble(error),
        });
        self.deleted.set(None);
        page::focus_soon(STATES);
    }
}
