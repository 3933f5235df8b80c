//! Keeps the second storage in step with the first. Part of what is fetched later: until it is here, the page says "Saving".

use std::cell::Cell;
use std::rc::Rc;

use crate::browser::indexed_db;
use crate::state::Session;
use crate::state::library::mirror::{Mirrored, keys};

/// Takes over what the second storage holds, and from then on writes there whatever is changed.
pub fn keep(session: Session) {
    if !indexed_db::is_offered() {
        return session.has_no_mirror();
    }
    leptos::task::spawn_local(async move {
        match indexed_db::all().await {
            Ok(found) => session.read_mirror(found),
            Err(_) => session.has_no_mirror(),
        }
        let is_busy = Rc::new(Cell::new(false));
        session.on_owed(Rc::new(move || {
            // One transaction at a time: what is changed meanwhile goes with the next.
            if !is_busy.replace(true) {
                let is_busy = Rc::clone(&is_busy);
                leptos::task::spawn_local(async move {
                    write_all(session).await;
                    is_busy.set(false);
                });
            }
        }));
    });
}

async fn write_all(session: Session) {
    loop {
        let owed = session.unmirrored();
        if owed.is_empty() {
            return;
        }
        let ids: Vec<String> = owed.ids().map(str::to_owned).collect();
        let names: Vec<String> = ids.iter().flat_map(|id| keys(id)).collect();
        let change = move |found: Vec<Option<String>>| {
            let mut found = found.into_iter();
            let mut shall = Vec::new();
            for id in &ids {
                let there = Mirrored { text: found.next().flatten(), life: found.next().flatten() };
                let Mirrored { text, life } = session.for_mirror(id, there);
                shall.extend([text, life]);
            }
            shall
        };
        if indexed_db::update(&names, change).await.is_err() {
            session.has_no_mirror();
            return;
        }
        session.mirrored(&owed);
    }
}
