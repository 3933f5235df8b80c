//! The worked example in the model file. Its answers become ordinary links, which the page opens like any other.

use std::path::Path;

use mlops_core::link::{LinkContents, LinkKind, encode};
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};
use serde_json::{Map, Value};

use crate::pack::example_json;

/// The rounds in order. A later one contains only the answers that changed.
const ROUNDS: [&str; 2] = ["first", "second"];
/// The texts that are copied unchanged.
const TOLD: [&str; 6] = ["title", "about", "did", "then", "why", "outcome"];

/// The model file with the worked example added.
///
/// # Errors
///
/// The example cannot be read, names something that the model does not have, or makes no link.
pub fn added(json: &str, model: &Model, folder: &Path) -> Result<String, String> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
    let (mut file, example) = (parsed(json)?, parsed(&example_json(folder)?)?);
    let told = TOLD.iter().filter_map(|&name| Some((name.to_owned(), example.get(name)?.clone())));
    let mut told: Map<String, Value> = told.collect();
    let text = |name: &str| told.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut shared = LinkContents::new(model, QuestionSet::of(model, Scope::Full), Moment::default().day());
    (shared.title, shared.about) = (text("title"), text("about"));
    let mut rounds = Vec::new();
    for round in ROUNDS {
        let fault = |what: &str| format!("example.toml, {round}: {what}");
        let day = example[round]["day"].as_str().and_then(Day::parse);
        shared.day = day.ok_or_else(|| fault("expected a day such as 2026-01-12"))?;
        for (id, word) in example[round]["answers"].as_object().into_iter().flatten() {
            let at = model.find_capability(id).ok_or_else(|| fault(&format!("there is no capability \"{id}\"")))?;
            let answer = word.as_str().and_then(Answer::from_word);
            shared.answers.set(at, Some(answer.ok_or_else(|| fault(&format!("{id} has no such answer as {word}")))?));
        }
        rounds.push(Value::from(
            encode(model, LinkKind::Result, &shared).map_err(|error| fault(&format!("{error:?}")))?,
        ));
    }
    told.insert("rounds".to_owned(), Value::Array(rounds));
    file["example"] = Value::Object(told);
    Ok(file.to_string())
}
