//! A result as data equals the document, for every team, and fits its schema.

use crate::support::teams;
use mlops_core::assessment::Assessment;
use mlops_core::model::Model;
use mlops_core::moment::Moment;
use mlops_core::report::data::result_data;
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, markdown};
use mlops_core::words;
use serde_json::Value;

/// The result of each team as data and as Markdown.
fn results(mut look: impl FnMut(&str, &Subject, &Value, &str)) {
    for (name, team) in teams::all() {
        let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
        let assessment = Assessment::new("id".to_owned(), name.to_owned(), team.model, &team.question_set, now);
        team.with_subject(Some(&assessment), |subject| {
            let subject = Subject { title: name, ..*subject };
            let data = serde_json::to_value(result_data(&subject)).unwrap();
            look(name, &subject, &data, &markdown::write(&result_document(&subject, false)));
        });
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap()
}

fn title<'a>(model: &'a Model, id: &Value) -> &'a str {
    model.capability(model.find_capability(id.as_str().unwrap()).unwrap()).name()
}

#[test]
fn the_schema_describes_every_result() {
    let schema: Value = serde_json::from_str(include_str!("../../../public/schema/result-v1.json")).unwrap();
    results(|name, _, data, _| {
        assert_eq!(mlops_content::unknown(data, &schema), Vec::new(), "{name}");
        let required = |of: &Value, value: &Value| {
            for field in list(of, "required") {
                assert!(value.get(field.as_str().unwrap()).is_some(), "{name}: {field} is required and not written");
            }
        };
        required(&schema, data);
        for track in list(data, "tracks") {
            required(&schema["$defs"]["track"], track);
            for steps in ["find_out", "start_now", "plan_ahead", "later"] {
                list(&track["lists"], steps).iter().for_each(|step| required(&schema["$defs"]["step"], step));
            }
        }
    });
}

#[test]
fn data_and_document_have_the_same_levels() {
    results(|name, subject, data, document| {
        for (track, said) in subject.profile.tracks.iter().zip(list(data, "tracks")) {
            assert_eq!(track.areas.len(), list(said, "areas").len(), "{name}");
            for (area, said) in track.areas.iter().zip(list(said, "areas")) {
                assert_eq!(said["low"].as_u64(), Some(u64::from(area.range.low.number())), "{name}");
                assert!(document.contains(&markdown::escaped(&words::area_at(subject.case.model, area))), "{name}");
            }
        }
    });
}

/// The positions of texts in a document, each after the one before; `None` if one is missing.
fn in_order(document: &str, texts: &[String]) -> bool {
    let mut rest = document;
    texts.iter().all(|text| match rest.split_once(text.as_str()) {
        Some((_, behind)) => {
            rest = behind;
            true
        }
        None => false,
    })
}

#[test]
fn data_and_document_list_the_same_steps_in_the_same_order() {
    results(|name, subject, data, document| {
        let model = subject.case.model;
        for (track, said) in subject.profile.tracks.iter().zip(list(data, "tracks")) {
            let heading = format!("## {}\n", markdown::escaped(&model.track(track.track).title));
            let part = document.split_once(&heading).unwrap().1.split("\n## ").next().unwrap();
            for steps in ["find_out", "start_now", "plan_ahead", "later"] {
                let steps = list(&said["lists"], steps);
                let titles: Vec<String> =
                    steps.iter().map(|step| markdown::escaped(title(model, &step["capability"]))).collect();
                assert!(in_order(part, &titles), "{name}: {titles:?} in {part}");
            }
            for pattern in list(said, "patterns") {
                let pattern = model.patterns().iter().find(|one| pattern["pattern"] == one.id.as_str()).unwrap();
                assert!(part.contains(&markdown::escaped(&pattern.title)), "{name}: {}", pattern.id);
            }
            if let Some(first) = said["automate_first"].as_object() {
                let replaced = markdown::escaped(title(model, &first["removed_by"]));
                assert!(part.contains(&replaced), "{name}: {replaced}");
            }
        }
    });
}

#[test]
fn every_number_of_the_map_is_counted_in_its_stages() {
    results(|name, _, data, _| {
        for map in list(data, "tracks").iter().map(|track| &track["map"]) {
            for word in ["automated", "partly", "manual", "unknown"] {
                let counted = list(map, "stages").iter().filter(|stage| stage["automation"] == word).count();
                assert_eq!(map[word].as_u64(), Some(counted as u64), "{name}: {word}");
            }
        }
    });
}
