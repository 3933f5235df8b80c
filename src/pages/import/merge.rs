//! The question about a file of an assessment that is stored here with other answers: how they differ, and what to
//! do.

use leptos::prelude::*;

use crate::browser::clock;
use crate::components::Disclosure;
use crate::state::{Library, OpenAssessment};
use mlops_core::assessment::Assessment;
use mlops_core::model::Model;
use mlops_core::words::{self, files, saving as say, saving::Differing};

/// Asks the question and carries out the choice.
#[component]
pub fn MergeQuestion(
    /// The assessment in the file.
    file: Assessment,
    /// The same assessment as stored here.
    own: Assessment,
    /// Called with a sentence on what was done, or with `None` if the file is ignored.
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let library = expect_context::<Library>();
    let model = expect_context::<OpenAssessment>().model();
    let differing = Differing::between(&own, &file);
    let asks = say::asks(words::title(&own.title), &differing);
    let differences = differences(model, &file, &own, &differing);
    let list = (!differences.is_empty()).then(|| {
        let differences = StoredValue::new(differences);
        let items = move || differences.get_value().into_iter().map(|says| view! { <li>{says}</li> }).collect_view();
        view! {
            <Disclosure class="differing" summary=|| files::DIFFERS>
                <ul>{items()}</ul>
            </Disclosure>
        }
    });
    let file = StoredValue::new(file);
    let keep_both = move |_| {
        library.put_as_new(file.get_value());
        on_done.run(Some(files::KEPT_BOTH.to_owned()));
    };
    let replace = move |_| {
        file.with_value(|file| library.replace_with(file));
        on_done.run(Some(files::REPLACED.to_owned()));
    };
    let merge = move |_| {
        let merged = file.with_value(|file| {
            // Another tab may have changed it since the question was asked.
            let own = library.find(&file.id);
            library.merge(file);
            own.map(|own| say::merged(&Differing::between(&own, file)))
        });
        on_done.run(merged);
    };
    view! {
        <p>{asks}</p>
        {list}
        <div class="actions">
            <button type="button" on:click=keep_both>{files::KEEP_BOTH}</button>
            <button type="button" on:click=replace>{files::REPLACE}</button>
            <button type="button" on:click=merge>{files::MERGE}</button>
            <button type="button" on:click=move |_| on_done.run(None)>{files::LEAVE}</button>
        </div>
    }
}

/// A sentence for each answer that differs, with both times and which one is newer.
fn differences(model: &Model, file: &Assessment, own: &Assessment, differing: &Differing) -> Vec<String> {
    let sentence = |id: &String, is_newer_there| {
        let question = model.find_capability(id).map(|at| model.capability(at).question.as_str());
        let (here, there) = (own.responses.get(id), file.responses.get(id));
        say::differs(question.unwrap_or(id), here, there, is_newer_there, clock::utc_offset)
    };
    let there = differing.newer_there.iter().map(|id| sentence(id, true));
    there.chain(differing.newer_here.iter().map(|id| sentence(id, false))).collect()
}
