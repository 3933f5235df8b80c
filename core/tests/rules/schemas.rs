//! The published schemas equal the types: a field of one has to be in the other.

use mlops_core::assessment::file::{self, MAX_NOTE_CHARS, REQUIRED};
use mlops_core::assessment::stamp::{MAX_BY_BYTES, Stamp};
use mlops_core::assessment::{
    Assessment, Ignored, MAX_MODELS, MAX_PEOPLE, ModelRef, Origin, Outcomes, PlanEntry, Response, Snapshot, Source,
    UnknownFields,
};
use mlops_core::message;
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::Scope;
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../public/schema/assessment-v1.json")).unwrap()
}

/// An assessment with a value in every field. No default, so that the compiler asks for a new field.
fn full() -> Assessment {
    let unknown_fields = UnknownFields::new;
    let stamp = Stamp { at: 1_795_424_400_000, by: "k3f9".to_owned() };
    let day = Day::parse("2026-11-02");
    let moment = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let text = || "text".to_owned();
    let response = Response {
        value: Some(Answer::Yes),
        note: text(),
        evidence: text(),
        evidence_date: day,
        from: Some(Origin::Repository),
        later: true,
        agreed: true,
        stamp: stamp.clone(),
        unknown_fields: unknown_fields(),
    };
    let plan = PlanEntry { owner: text(), due: day, selected: true, unknown_fields: unknown_fields() };
    let outcomes = Outcomes {
        days_to_live: Some(21),
        last_release: day,
        hours_to_restore: Some(6),
        unknown_fields: unknown_fields(),
    };
    let answers = [("q".to_owned(), Answer::No)].into_iter().collect();
    Assessment {
        model: ModelRef { id: text(), revision: 1, unknown_fields: unknown_fields() },
        id: text(),
        title: text(),
        about: text(),
        business_unit: text(),
        tracks: vec![text()],
        scope: Scope::Full,
        people: Some(2),
        models: Some(3),
        invitation: Some(7),
        created: moment,
        updated: moment,
        responses: [("q".to_owned(), response)].into_iter().collect(),
        outcomes,
        target: [("a".to_owned(), Level::TOP)].into_iter().collect(),
        plan: [("q".to_owned(), plan)].into_iter().collect(),
        sources: vec![Source { from: text(), link: text(), unknown_fields: unknown_fields() }],
        ignored: vec![Ignored { signal: text(), folder: text(), unknown_fields: unknown_fields() }],
        snapshots: vec![Snapshot { at: moment, label: text(), answers, unknown_fields: unknown_fields() }],
        changed: [("title".to_owned(), stamp)].into_iter().collect(),
        unknown_fields: unknown_fields(),
    }
}

/// Every place where a value and its schema have different fields.
fn drift(value: &Value, schema: &Value, path: &str, found: &mut Vec<String>) {
    if let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        found.extend(
            fields
                .keys()
                .filter(|name| !properties.contains_key(*name))
                .map(|name| format!("{path}.{name}: no schema")),
        );
        for (name, of) in properties {
            match fields.get(name) {
                Some(field) => drift(field, of, &format!("{path}.{name}"), found),
                None => found.push(format!("{path}.{name}: no field")),
            }
        }
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        drift(field, &schema["additionalProperties"], &format!("{path}[{name}]"), found);
    }
    for item in value.as_array().into_iter().flatten() {
        drift(item, &schema["items"], &format!("{path}[]"), found);
    }
}

#[test]
fn the_schema_of_assessments_has_every_field_that_is_written_and_no_other() {
    let mut found = Vec::new();
    let stored: Value = serde_json::from_str(&file::write_stored(&full())).unwrap();
    drift(&stored, &schema(), "$", &mut found);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(file::read(&file::write(&full())), Ok(full()));
}

#[test]
fn the_schema_of_assessments_says_the_words_and_bounds_that_are_read() {
    let schema = schema();
    assert_eq!(schema["$defs"]["answer"]["enum"], json!(Answer::ALL.map(Answer::word)));
    assert_eq!(schema["properties"]["scope"]["enum"], json!([Scope::Essentials.word(), Scope::Full.word()]));
    let required: Vec<&str> = REQUIRED.iter().map(|(name, _)| *name).collect();
    assert_eq!(schema["required"], json!([&["format", "version"], required.as_slice()].concat()));
    let bounds = [
        ("/properties/people/maximum", u64::from(MAX_PEOPLE)),
        ("/properties/models/maximum", u64::from(MAX_MODELS)),
        ("/properties/invitation/maximum", u64::from(u32::MAX)),
        ("/properties/about/maxLength", MAX_NOTE_CHARS as u64),
        ("/properties/answers/additionalProperties/properties/note/maxLength", MAX_NOTE_CHARS as u64),
        ("/properties/target/additionalProperties/maximum", u64::from(Level::TOP.number())),
        ("/$defs/by/maxLength", MAX_BY_BYTES as u64),
    ];
    for (pointer, bound) in bounds {
        assert_eq!(schema.pointer(pointer).and_then(Value::as_u64), Some(bound), "{pointer}");
        let read_from = |number: u64| {
            let field = pointer.strip_prefix("/properties/").and_then(|rest| rest.strip_suffix("/maximum"));
            let mut value = serde_json::to_value(full()).unwrap();
            let name = field.filter(|name| !name.contains('/'))?;
            value["format"] = file::FORMAT.into();
            value["version"] = file::VERSION.into();
            value[name] = number.into();
            Some(file::read(&value.to_string()).is_ok())
        };
        assert_ne!(read_from(bound), Some(false), "{pointer}");
        assert_ne!(read_from(bound + 1), Some(true), "{pointer}");
    }
}

#[test]
fn the_base_of_links_has_a_digit_for_every_answer_and_for_none() {
    // Six states are part of version 1 of the format: a sixth answer needs a second version.
    assert_eq!(Answer::ALL.len() + 1, 6);
}

fn messages() -> Value {
    serde_json::from_str(include_str!("../../../public/schema/messages-v1.json")).unwrap()
}

/// Whether a value fits a schema, as far as the schema of messages needs.
fn fits(value: &Value, schema: &Value, of: &Value) -> bool {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(value, &of["$defs"][name.trim_start_matches("#/$defs/")], of);
    }
    let has_bounds = |number: u64| {
        schema["minimum"].as_u64().is_none_or(|least| number >= least)
            && schema["maximum"].as_u64().is_none_or(|most| number <= most)
    };
    let is_of_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("string") => value.is_string(),
        Some("integer") => value.as_u64().is_some_and(has_bounds),
        _ => true,
    };
    let is_one_of = |allowed: &Value| allowed.as_array().is_none_or(|allowed| allowed.contains(value));
    let has_all =
        schema["required"].as_array().into_iter().flatten().all(|name| value.get(name.as_str().unwrap()).is_some());
    let fields_fit = value.as_object().into_iter().flatten().all(|(name, field)| {
        let of_field = schema["properties"].get(name).or_else(|| schema.get("additionalProperties"));
        of_field.is_some_and(|schema| fits(field, schema, of))
    });
    let is_constant = schema.get("const").is_none_or(|constant| constant == value);
    is_of_type && is_one_of(&schema["enum"]) && has_all && fields_fit && is_constant
}

#[test]
fn each_message_has_one_schema() {
    let schema = messages();
    let ours = |rest: &str| format!("{{\"source\":\"mlops-maturity\",\"version\":1,{rest}}}");
    let said = [
        ("ready", message::ready()),
        ("resize", message::resize(812)),
        ("navigate", message::navigate()),
        ("progress", message::progress(3, 37)),
        ("pending", message::pending()),
        ("result", message::result("https://x.example/#/r/a", &[("people", 1, 2)], &[("mlops", 1, 4)])),
    ];
    let heard =
        [("theme", ours("\"type\":\"theme\",\"value\":\"auto\"")), ("get-result", ours("\"type\":\"get-result\""))];
    assert!(heard.iter().all(|(_, text)| message::read(text).is_some()));
    let all = [said.as_slice(), &heard].concat();
    for (name, text) in &all {
        let value: Value = serde_json::from_str(text).unwrap();
        let fitting: Vec<&str> = all
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| fits(&value, &schema["$defs"][*other], &schema))
            .collect();
        assert_eq!(fitting, [*name], "{text}");
        assert!(
            schema["oneOf"].as_array().unwrap().contains(&json!({ "$ref": format!("#/$defs/{name}") })),
            "{name}"
        );
    }
    assert_eq!(schema["oneOf"].as_array().unwrap().len(), all.len());
    for theme in schema["$defs"]["theme"]["properties"]["value"]["enum"].as_array().unwrap() {
        assert!(message::read(&ours(&format!("\"type\":\"theme\",\"value\":{theme}"))).is_some(), "{theme}");
    }
}
