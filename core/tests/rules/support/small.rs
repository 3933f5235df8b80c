//! Small questionnaires written in lines, for rules that the built-in one does not exercise.
//!
//! A capability: `id area level core|guard|more least-most`, then `<` and its needs, then `@` and its lifecycle
//! stage. The effort for each further model follows after a plus: `1-4+1-2`. Areas whose name begins with "gen" are
//! of the optional track "side", all others of "main". A pattern: `name: conditions -> remedy`, with conditions
//! joined by `&`, an any by `/`, answers by `|`.

use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::file::read;
use mlops_core::scoring::case::{QuestionSet, Scope};
use serde_json::{Value, json};

use super::Team;

/// The questionnaire of these lines as a file.
pub fn json_of(support: &str, capabilities: &[&str], patterns: &[&str]) -> Value {
    let capabilities: Vec<Value> = capabilities.iter().enumerate().map(|(at, line)| capability(at, line)).collect();
    let mut areas: Vec<&str> = Vec::new();
    let mut stages: Vec<&str> = Vec::new();
    for one in &capabilities {
        let named = [(&mut areas, one["area"].as_str()), (&mut stages, one["manual"]["stage"].as_str())];
        for (list, name) in named {
            list.extend(name.filter(|name| !list.contains(name)));
        }
    }
    stages.sort_unstable();
    let area = |id: &&str| {
        let track = if id.starts_with("gen") { "side" } else { "main" };
        json!({ "id": id, "track": track, "title": id, "why": "Because." })
    };
    let levels = [0, 1, 2, 3, 4].map(|number| json!({ "number": number, "name": "L", "summary": "S." }));
    json!({
        "format": "mlops-maturity/model", "version": 1, "id": "small", "revision": 1, "title": "Small", "language": "en",
        "support": serde_json::from_str::<Value>(support).unwrap(),
        "source": { "title": "A", "address": "https://example.org", "licence": "CC0" },
        "levels": levels,
        "lenses": [{ "id": "l", "title": "L" }],
        "tracks": [{ "id": "main", "title": "Main" }, { "id": "side", "title": "Side", "optional": true }],
        "areas": areas.iter().map(area).collect::<Vec<_>>(),
        "stages": stages.iter().map(|id| json!({ "id": id, "title": id })).collect::<Vec<_>>(),
        "capabilities": capabilities,
        "patterns": patterns.iter().map(|line| pattern(line)).collect::<Vec<_>>(),
    })
}

fn capability(at: usize, line: &str) -> Value {
    let (line, stage) = line.split_once('@').map_or((line, None), |(line, stage)| (line, Some(stage.trim())));
    let (line, needs) = line.split_once('<').unwrap_or((line, ""));
    let words: Vec<&str> = line.split_whitespace().collect();
    let [id, area, level, kind, effort] = words[..] else { panic!("{line}") };
    let days = |text: &str| text.split('-').map(|end| end.parse().unwrap()).collect::<Vec<u32>>();
    let (effort, per_model) = effort.split_once('+').unwrap_or((effort, "0-0"));
    let weight = if kind == "more" { "supporting" } else { kind };
    let mut capability = json!({
        "key": at, "id": id, "title": id, "area": area, "level": level.parse::<u32>().unwrap(), "lens": "l",
        "weight": weight, "question": "Is it?", "evidence": [], "examples": [],
        "needs": needs.split_whitespace().collect::<Vec<_>>(),
        "next": { "action": "Do.", "deliverable": "It", "done_when": "Done.", "effort": days(effort), "per_model": days(per_model) },
    });
    if let Some(stage) = stage {
        capability["manual"] = json!({ "stage": stage, "task": format!("Pressing {id}") });
    }
    capability
}

fn pattern(line: &str) -> Value {
    let (name, rest) = line.split_once(':').unwrap();
    let (when, remedy) = rest.split_once("->").unwrap();
    let is = |text: &str| {
        let (id, answers) = text.trim().split_once('=').unwrap();
        json!({ "capability": id, "is": answers.split('|').collect::<Vec<_>>() })
    };
    let condition = |text: &str| match text.split_once('/') {
        None => is(text),
        Some(_) => json!({ "any": text.split('/').map(is).collect::<Vec<_>>() }),
    };
    json!({
        "id": name, "title": name, "why": "It patterns.",
        "when": when.split('&').map(condition).collect::<Vec<_>>(),
        "remedy": remedy.split_whitespace().collect::<Vec<_>>(),
    })
}

/// A team without answers for such a questionnaire, with every track on. The model is never freed.
pub fn team(value: &Value, scope: Scope) -> Team {
    let model = read(&value.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let model = &*Box::leak(Box::new(model));
    let question_set = QuestionSet { scope, tracks: model.track_ixs().collect() };
    Team { model, question_set, answers: Answers::none(model) }
}

/// A team that was asked these lines in full, with half of the supporting points needed.
pub fn asked(capabilities: &[&str], patterns: &[&str]) -> Team {
    team(&json_of("0.5", capabilities, patterns), Scope::Full)
}

impl Team {
    /// With the answers of a line: `id=yes other=no`.
    #[track_caller]
    pub fn answering(mut self, line: &str) -> Self {
        for word in line.split_whitespace() {
            let (id, answer) = word.split_once('=').unwrap();
            self = self.saying(id, Answer::from_word(answer));
        }
        self
    }

    /// With another question set.
    pub fn in_scope(mut self, scope: Scope) -> Self {
        self.question_set.scope = scope;
        self
    }
}
