//! The list of snapshots: compare, rename, delete, and undo.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{ButtonLink, LiveText, TextField, UserText, set_text};
use crate::route::{Route, saved_key, snapshot_key};
use crate::state::{OpenAssessment, local_day};
use mlops_core::assessment::Snapshot;
use mlops_core::history::snapshots::Trend;
use mlops_core::moment::Moment;
use mlops_core::words::{self, history as say, pages};

const HEADING: &str = "snapshots";
const UNDO: &str = "undo-snapshot";

/// A row of the list. The moment and the label together identify a snapshot.
#[derive(Clone, PartialEq, Eq, Hash)]
struct SnapshotRowData {
    number: usize,
    taken: Moment,
    label: String,
    name: String,
    about: String,
}

fn rows(snapshots: Vec<Snapshot>, trend: &Trend) -> Vec<SnapshotRowData> {
    // The last point of the trend is today's result and has no snapshot.
    let pairs = snapshots.into_iter().zip(&trend.points);
    let row = |(at, (snapshot, point)): (usize, (Snapshot, _))| {
        let day = local_day(snapshot.at);
        let (name, about) = (say::snapshot_name(point, day), say::about_snapshot(point, day));
        SnapshotRowData { number: at + 1, taken: snapshot.at, label: snapshot.label, name, about }
    };
    pairs.enumerate().map(row).collect()
}

/// All snapshots, oldest first.
#[component]
pub fn SnapshotList(
    /// The trend through the snapshots.
    trend: Memo<Option<Trend>>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let rows =
        Memo::new(move |_| trend.with(|trend| trend.as_ref().map(|trend| rows(assessment.snapshots.get(), trend))));
    let rows = move || rows.get().unwrap_or_default();
    let deleted = RwSignal::new(None::<Snapshot>);
    let message = RwSignal::new(String::new());
    let on_delete = move |gone: Snapshot| {
        let name = if gone.label.is_empty() { words::day(local_day(gone.at)) } else { gone.label.clone() };
        message.set(say::deleted(&name));
        deleted.set(Some(gone));
        dom::focus_next_frame(UNDO);
    };
    let undo = move |_| {
        let Some(gone) = deleted.get_untracked() else { return };
        message.set(assessment.restore_snapshot(gone).err().map(say::error_text).unwrap_or_default());
        deleted.set(None);
        dom::focus_next_frame(HEADING);
    };
    view! {
        // Without snapshots the list is hidden; the trend explains that there are none.
        <section aria-labelledby=HEADING hidden=move || deleted.with(Option::is_none) && rows().is_empty()>
            <h2 id=HEADING tabindex="-1">{say::SNAPSHOTS}</h2>
            <div class="actions">
                <span role="status">
                    <LiveText text=message/>
                </span>
                <Show when=move || deleted.with(Option::is_some)>
                    <button type="button" id=UNDO on:click=undo>{pages::UNDO}</button>
                </Show>
            </div>
            <ul class="people-list snapshots">
                <For each=rows key=SnapshotRowData::clone let:row>
                    <SnapshotRow row message on_delete/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn SnapshotRow(
    row: SnapshotRowData,
    message: RwSignal<String>,
    #[prop(into)] on_delete: Callback<Snapshot>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let SnapshotRowData { number, taken, label, name, about } = row;
    let id = assessment.id.get_untracked().unwrap_or_default();
    let compare = Route::compare(&[&snapshot_key(&id, taken), &saved_key(&id)]).href();
    let is_renaming = RwSignal::new(false);
    let label = StoredValue::new(label);
    let delete = move |_| {
        if let Some(gone) = label.with_value(|label| assessment.remove_snapshot(taken, label)) {
            on_delete.run(gone);
        }
    };
    let named = say::of_snapshot(&name);
    let [to_compare, to_rename, to_delete] = [(); 3].map(|()| view! { <span class="sr-only">{named.clone()}</span> });
    view! {
        <li>
            <p>
                <strong>
                    {format!("{number}. ")}
                    <UserText text=name/>
                </strong>
                " "
                <span class="quiet">{about}</span>
            </p>
            <div class="actions">
                <ButtonLink href=compare>
                    {say::COMPARE}
                    {to_compare}
                </ButtonLink>
                <button type="button" on:click=move |_| is_renaming.update(|is| *is = !*is)>
                    {pages::RENAME}
                    {to_rename}
                </button>
                <button type="button" on:click=delete>
                    {pages::DELETE}
                    {to_delete}
                </button>
            </div>
            <Show when=move || is_renaming.get()>
                <RenameSnapshot taken label=label.get_value() message on_close=move |()| is_renaming.set(false)/>
            </Show>
        </li>
    }
}

#[component]
fn RenameSnapshot(
    taken: Moment,
    label: String,
    message: RwSignal<String>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let typed = RwSignal::new(label.clone());
    let save = Callback::new(move |()| {
        if assessment.rename_snapshot(taken, &label, &typed.get_untracked()) {
            message.set(String::new());
            on_close.run(());
            dom::focus_next_frame(HEADING);
        } else {
            message.set(say::NAME_TAKEN.to_owned());
        }
    });
    view! {
        <div class="rename">
            <TextField value=typed on_input=set_text(typed) on_enter=save>{pages::NEW_NAME}</TextField>
            <button type="button" on:click=move |_| save.run(())>{pages::SAVE_NAME}</button>
            <button type="button" on:click=move |_| on_close.run(())>{pages::KEEP_NAME}</button>
        </div>
    }
}
