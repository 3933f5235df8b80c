//! The exports of a result, grouped by purpose.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, picture};
use crate::components::charts::drawing::Drawing;
use crate::components::charts::{badge, map};
use crate::components::{
    ExportButton, ExportFile, ExportSection, LiveText, PrintSection, html_file, pixels, profile_slide, slide_of,
};
use crate::route::Route;
use crate::state::result::ResultSource;
use mlops_core::advice::stage_map::stage_map;
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, html, markdown};
use mlops_core::words::{pages, report as report_words, result as say};

/// Makes a picture of a result; `None` if there is nothing to draw.
type MakePicture = fn(&Subject) -> Option<Drawing>;

/// A button that downloads a picture.
struct PictureExport {
    label: &'static str,
    /// The end of the file name.
    file_name: &'static str,
    draw: MakePicture,
    file: fn(Drawing) -> ExportFile,
}

/// The pictures of a result.
const PICTURES: [PictureExport; 6] = [
    PictureExport { label: say::PROFILE_PNG, file_name: "profile.png", draw: profile_slide, file: ExportFile::Png },
    PictureExport { label: say::MAP_PNG, file_name: "map.png", draw: map_slide, file: ExportFile::Png },
    PictureExport { label: say::BADGE_PNG, file_name: "badge.png", draw: badge_picture, file: ExportFile::Png },
    PictureExport { label: say::PROFILE_SVG, file_name: "profile.svg", draw: profile_slide, file: ExportFile::Svg },
    PictureExport { label: say::MAP_SVG, file_name: "map.svg", draw: map_slide, file: ExportFile::Svg },
    PictureExport { label: say::BADGE_SVG, file_name: "badge.svg", draw: badge_picture, file: ExportFile::Svg },
];

#[component]
pub fn ResultExports(
    source: ResultSource,
    /// The id of one's own assessment, to link to the tracker exports of its plan; `None` for a result from a link.
    own_id: Option<String>,
) -> impl IntoView {
    let picture = |PictureExport { label, file_name, draw, file }: PictureExport| {
        let make = Box::new(move |subject: &Subject| draw(subject).map(file));
        view! { <ExportButton source file_name make>{label}</ExportButton> }
    };
    let markdown =
        Box::new(|subject: &Subject| Some(ExportFile::Markdown(markdown::write(&result_document(subject, true)))));
    let html = Box::new(|subject: &Subject| Some(html_file(result_document(subject, true), profile_slide(subject))));
    let tracker = own_id.map(|id| {
        view! {
            <ExportSection title=say::FOR_A_TRACKER>
                <p><a href=Route::Plan { id }.href()>{say::TRACKER_BY_PLAN}</a></p>
            </ExportSection>
        }
    });
    let pictures = PICTURES.map(picture).collect_view();
    view! {
        <ExportSection title=say::FOR_A_SLIDE>
            <div class="actions">{pictures}</div>
        </ExportSection>
        <ExportSection title=say::FOR_A_WIKI>
            <CopyForWiki source/>
        </ExportSection>
        {tracker}
        <ExportSection title=say::AS_A_FILE>
            <div class="actions">
                <ExportButton source file_name="result.html" make=html>{pages::HTML}</ExportButton>
                <ExportButton source file_name="result.md" make=markdown>{pages::MARKDOWN}</ExportButton>
            </div>
        </ExportSection>
        <PrintSection/>
        <p class="quiet">{say::WHAT_LEAVES}</p>
    }
}

/// Copies the result for a wiki page.
#[component]
fn CopyForWiki(source: ResultSource) -> impl IntoView {
    let message = RwSignal::new("");
    let report = move |is_done: bool, done: &'static str| message.set(if is_done { done } else { say::NOT_COPIED });
    // Prepared when the button is about to be pressed: after a wait, browsers do not let the page copy.
    let prepared = RwSignal::new(None::<WikiPicture>);
    let prepare = move || {
        let Some(drawing) = untrack(|| source.with_subject(profile_slide)).flatten() else { return };
        spawn_local(async move {
            prepared.try_set(WikiPicture::of(drawing).await);
        });
    };
    let copy_rich = move |_| {
        let read = |subject: &Subject| (result_document(subject, false), profile_slide(subject));
        let Some((mut document, drawing)) = untrack(|| source.with_subject(read)) else { return };
        spawn_local(async move {
            let ready = prepared.get_untracked().filter(|ready| drawing.as_ref() == Some(&ready.drawing));
            let ready = match (ready, drawing) {
                (None, Some(drawing)) => WikiPicture::of(drawing).await,
                (ready, _) => ready,
            };
            let markdown = markdown::write(&document);
            if let Some(WikiPicture { drawing, address }) = ready {
                document.open_with_picture(drawing.alt, address);
            }
            let is_done = clipboard::copy_rich(&html::write(&document), &markdown).await.is_ok();
            report(is_done, say::COPIED_FOR_WIKI);
        });
    };
    let copy_markdown = move |_| {
        let read = |subject: &Subject| result_document(subject, false);
        let Some(document) = untrack(|| source.with_subject(read)) else { return };
        let markdown = markdown::write(&document);
        spawn_local(async move { report(clipboard::copy_text(&markdown).await.is_ok(), say::COPIED_MARKDOWN) });
    };
    view! {
        <div class="actions">
            <button type="button" on:click=copy_rich on:pointerenter=move |_| prepare() on:focus=move |_| prepare()>
                {say::COPY_FOR_WIKI}
            </button>
            <button type="button" on:click=copy_markdown>{say::COPY_MARKDOWN}</button>
        </div>
        <p role="status"><LiveText text=move || message.get().to_owned()/></p>
    }
}

/// A picture as a PNG, because wikis accept no SVG.
#[derive(Clone)]
struct WikiPicture {
    drawing: Drawing,
    address: String,
}

impl WikiPicture {
    /// `None` if the browser blocks reading pixels. The copied text then has no picture.
    async fn of(drawing: Drawing) -> Option<Self> {
        let (width, height) = pixels(&drawing);
        let address = picture::png_address_of_svg(&drawing.to_svg(None), width, height).await.ok()?;
        Some(Self { drawing, address })
    }
}

fn badge_picture(subject: &Subject) -> Option<Drawing> {
    badge::drawing(subject.case.model, subject.profile.tracks.first()?)
}

fn map_slide(subject: &Subject) -> Option<Drawing> {
    let (track, model) = (subject.profile.tracks.first()?.track, subject.case.model);
    let title = report_words::map_of(&model.track(track).title);
    let drawing = map::drawing(model, &stage_map(subject.case, track));
    Some(slide_of(subject, title, &map::LEGEND, &drawing))
}
