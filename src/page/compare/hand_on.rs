//! A comparison handed on: as a link that holds both, as texts, as a picture, on paper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, clipboard, page};
use crate::components::charts::drawing::Drawing;
use crate::components::charts::pair;
use crate::page::compare::beside::Compared;
use crate::page::compare::place;
use crate::page::export::{File, html_file, purpose, save};
use crate::page::link_address::copy_elsewhere;
use crate::page::saving::file_name;
use crate::route::page_for_others;
use crate::state::Session;
use crate::ui::control::{actions, button, tick};
use crate::ui::element::{Element, el, nothing, reactive};
use mlops_core::history::compare::pair as pair_of;
use mlops_core::report::{html, markdown};
use mlops_core::words;
use mlops_core::words::{buttons, compare as say, result as result_words};

/// The field that holds the link.
const FIELD: &str = "comparison-link";

/// The link to both, as long as it fits; the file where it does not.
#[must_use]
pub fn share_sheet(session: Session, compared: StoredValue<Compared>) -> Element {
    let (titles, outcomes, said) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(String::new()));
    let link = move || {
        let (titles, outcomes) = (titles.get(), outcomes.get());
        compared.with_value(|compared| link_to(session, compared, titles, outcomes))
    };
    let field = el("label").class("field").child(el("span").child(say::LINK_TO_THIS)).child(
        el("input")
            .id(FIELD)
            .attr("type", "text")
            .attr("readonly", "")
            .attr("spellcheck", "false")
            .value(move || link().unwrap_or_default()),
    );
    let copy = move || {
        let Ok(text) = untrack(link) else { return };
        spawn_local(async move {
            let done = clipboard::copy_text(&text).await.is_ok();
            if !done {
                page::select(FIELD);
            }
            said.set(if done { words::link::COPIED } else { words::link::NOT_COPIED }.to_owned());
        });
    };
    let instead = reactive(move || match link() {
        Ok(_) => nothing(),
        Err(why) => el("div")
            .class("notice is-warning")
            .attr("role", "alert")
            .child(el("p").child(why))
            .child(actions().child(button(say::AS_FILE, move || save_html(compared))))
            .into_any(),
    });
    el("div")
        .child(el("p").reactive_text(move || say::contains(titles.get(), outcomes.get())))
        .child(tick(say::WITH_TITLES, titles))
        .child(tick(say::WITH_OUTCOMES, outcomes))
        .child(field)
        .child(instead)
        .child(actions().child(button(words::link::COPY, copy).class("is-primary")))
        .child(el("p").attr("role", "status").reactive_text(move || said.get()))
}

/// The whole address of the comparison, for somebody else.
fn link_to(session: Session, compared: &Compared, titles: bool, outcomes: bool) -> Result<String, String> {
    let [before, after] = compared.sides.each_ref().map(|side| side.payload(session.model, titles, outcomes));
    let sides = before.zip(after).and_then(|(before, after)| pair_of(&before, &after));
    let sides = sides.ok_or_else(|| say::TOO_LONG.to_owned())?;
    let (page, copy) = (address::page(), copy_elsewhere());
    let page = page_for_others(&page, &copy).ok_or_else(|| words::link::ONLY_HERE_FILE.to_owned())?;
    Ok(place(&[&sides]).address(page, &address::query()))
}

/// Copies, files and pictures of the comparison, and the way to paper.
#[must_use]
pub fn export_sheet(session: Session, compared: StoredValue<Compared>) -> Element {
    let said = RwSignal::new("");
    let written = move || {
        compared.with_value(|compared| (html::write(&compared.document), markdown::write(&compared.document)))
    };
    let tell = move |done: bool, words| said.set(if done { words } else { result_words::NOT_COPIED });
    let copy_rich = move || {
        let (html, markdown) = written();
        spawn_local(async move {
            tell(clipboard::copy_rich(&html, &markdown).await.is_ok(), result_words::COPIED_FOR_WIKI);
        });
    };
    let copy_markdown = move || {
        let (_, markdown) = written();
        spawn_local(async move {
            tell(clipboard::copy_text(&markdown).await.is_ok(), result_words::COPIED_MARKDOWN);
        });
    };
    let save_markdown = move || save(name(compared, "md"), File::Markdown(written().1), None);
    let picture = move |ending: &str, file: fn(Drawing) -> File| {
        if let Some(drawing) = chart(session, compared) {
            save(name(compared, ending), file(drawing), None);
        }
    };
    el("div")
        .child(purpose(
            result_words::FOR_A_SLIDE,
            actions()
                .child(button(say::AS_PNG, move || picture("png", File::Png)))
                .child(button(say::AS_SVG, move || picture("svg", File::Svg))),
        ))
        .child(purpose(
            result_words::FOR_A_WIKI,
            actions()
                .child(button(result_words::COPY_FOR_WIKI, copy_rich))
                .child(button(result_words::COPY_MARKDOWN, copy_markdown)),
        ))
        .child(purpose(
            result_words::AS_A_FILE,
            actions()
                .child(button(buttons::HTML, move || save_html(compared)))
                .child(button(buttons::MARKDOWN, save_markdown)),
        ))
        .child(purpose(result_words::ON_PAPER, actions().child(button(buttons::PRINT, page::print))))
        .child(el("p").attr("role", "status").reactive_text(move || said.get().to_owned()))
        .child(el("p").class("quiet").child(say::WHAT_LEAVES))
}

fn name(compared: StoredValue<Compared>, ending: &str) -> String {
    compared.with_value(|compared| file_name(&compared.document.title, ending))
}

fn save_html(compared: StoredValue<Compared>) {
    let file = html_file(compared.with_value(|compared| compared.document.clone()), None);
    save(name(compared, "html"), file, None);
}

/// The chart of the first track.
fn chart(session: Session, compared: StoredValue<Compared>) -> Option<Drawing> {
    compared.with_value(|compared| {
        let names = compared.sides.each_ref().map(|side| say::name(&side.record));
        let track = compared.comparison.after.tracks.first()?;
        let (model, comparison) = (session.model, &compared.comparison);
        let rows = pair::pair_rows(model, comparison, track);
        Some(pair::drawing(&rows, pair::alt(model, comparison, track), names))
    })
}
