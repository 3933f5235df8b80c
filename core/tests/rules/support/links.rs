//! Links made by hand: a second writer according to `docs/link-format.md` without any code of the first, and models
//! that change from revision to revision.

use std::sync::OnceLock;

use mlops_core::assessment::{Outcomes, clean_title};
use mlops_core::link::{DecodedLink, LinkContents, LinkError, LinkKind, Note, Sender, decode, encode};
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::model::file::read;
use mlops_core::moment::Day;
use mlops_core::scoring::case::Scope;
use serde_json::{Value, json};

use super::Team;

pub const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The small model of the recorded links: two tracks, and three retired capabilities.
pub fn small() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| read(include_str!("../../fixtures/links/model.json")).unwrap())
}

pub fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

pub fn shared(team: &Team, title: &str) -> LinkContents {
    let mut shared = LinkContents::new(team.model, team.question_set.clone(), day());
    for at in team.question_set.capabilities(team.model) {
        shared.answers.set(at, team.answers.get(at));
    }
    shared.title = clean_title(title);
    shared
}

pub fn link(team: &Team, title: &str) -> String {
    encode(team.model, LinkKind::Result, &shared(team, title)).unwrap()
}

pub fn open(payload: &str) -> Result<DecodedLink, LinkError> {
    decode(Team::new(Scope::Essentials).model, LinkKind::Result, payload)
}

pub fn as_made(shared: LinkContents) -> DecodedLink {
    DecodedLink { shared, other_revision: None, new_questions: 0, retired_answers: 0, unknown_parts: 0 }
}

/// A link with every optional part.
pub fn with_all_parts(team: &Team) -> LinkContents {
    let mut shared = shared(team, "Payments ML, Zürich");
    shared.from = Sender { name: "Ana".to_owned(), role: "data science".to_owned() };
    shared.invitation = Some(0xdead_beef);
    shared.about = "Card fraud scoring, 3 live models".to_owned();
    shared.outcomes = Outcomes {
        days_to_live: Some(21),
        last_release: Day::new(2026, 11, 2),
        hours_to_restore: Some(6),
        ..Outcomes::default()
    };
    shared.models = 3;
    shared.business_unit = "Risk".to_owned();
    shared.evidence_dates = vec![(team.at("rel-rollback"), Day::new(2026, 11, 20).unwrap())];
    for id in ["rel-rollback", "int-alert-action"] {
        let evidence = "https://wiki.example/a".to_owned();
        shared.notes.push(Note {
            capability: team.at(id),
            note: "Blue/green since May <script>".to_owned(),
            evidence,
        });
    }
    shared
}

/// Random numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    pub fn answer(&mut self) -> Option<Answer> {
        [None].into_iter().chain(Answer::ALL.map(Some)).nth(self.roll(6)).unwrap()
    }

    pub fn scope(&mut self) -> Scope {
        if self.roll(2) == 0 { Scope::Essentials } else { Scope::Full }
    }

    pub fn team(&mut self) -> Team {
        let scope = self.scope();
        let mut team = if self.roll(2) == 0 { Team::new(scope) } else { Team::with_all_tracks(scope) };
        for at in team.model.capability_ixs() {
            let answer = self.answer();
            team.answers.set(at, answer);
        }
        team
    }
}

/// CRC-24 as in OpenPGP, bit by bit.
fn crc24(message: &[u8]) -> u32 {
    let mut register = 0x00b7_04ce_u32;
    for bit in message.iter().flat_map(|byte| (0..8).rev().map(move |at| u32::from(byte >> at & 1))) {
        let carry = register >> 23 & 1 ^ bit;
        register = register << 1 & 0x00ff_ffff;
        if carry == 1 {
            register ^= 0x0086_4cfb;
        }
    }
    register
}

/// The letters for bytes, bit by bit, six at a time.
pub fn letters(bytes: &[u8]) -> String {
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let six = |chunk: &[u8]| (0..6).fold(0, |number, at| number << 1 | usize::from(*chunk.get(at).unwrap_or(&0)));
    bits.chunks(6).map(|chunk| char::from(LETTERS[six(chunk)])).collect()
}

/// A link of these bytes with the right checksum for a model. Tracks and keys come from the model's file, the number
/// of keys from the bytes.
pub fn sealed(model: &Value, body: &[u8]) -> String {
    let tracks: Vec<&str> =
        model["tracks"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    let (asked, on) = asked(model, &tracks, body);
    let mut message = model["id"].as_str().unwrap().as_bytes().to_vec();
    message.push(0);
    for (_, id) in tracks.iter().enumerate().filter(|(at, _)| on.contains(at)) {
        message.extend(id.as_bytes());
        message.push(0);
    }
    for key in asked {
        message.extend(u16::try_from(key).unwrap().to_be_bytes());
    }
    message.extend(body);
    let crc = crc24(&message).to_be_bytes();
    letters(&[body, &crc[1..]].concat())
}

fn number(body: &[u8], at: &mut usize) -> usize {
    let (mut number, mut shift) = (0_usize, 0);
    while let Some(byte) = body.get(*at) {
        *at += 1;
        number |= usize::from(byte & 127) << shift.min(56);
        shift += 7;
        if byte & 128 == 0 {
            break;
        }
    }
    number
}

/// The keys that the bytes of a link cover, and the tracks that are on. Invalid bytes cover none.
fn asked(model: &Value, tracks: &[&str], body: &[u8]) -> (Vec<u64>, Vec<usize>) {
    let mut at = 2;
    number(body, &mut at);
    let day_at = at;
    at += 2;
    let head = body.first().copied().unwrap_or_default();
    let bits = if head & 7 == 0 { number(body, &mut at) } else { usize::from(head & 7) };
    let on: Vec<usize> = (0..tracks.len()).filter(|at| bits >> at & 1 == 1).collect();
    let count = if head & 8 == 0 { number(body, &mut at) } else { 0 };
    let is_full = body.get(day_at).is_some_and(|byte| byte & 128 != 0);
    let track_of = |one: &Value| match one.get("track") {
        Some(track) => track.clone(),
        None => {
            let areas = model["areas"].as_array().unwrap();
            areas.iter().find(|area| area["id"] == one["area"]).unwrap()["track"].clone()
        }
    };
    let lists = ["capabilities", "retired"].into_iter().filter_map(|list| model.get(list)?.as_array());
    let mut keys: Vec<u64> = lists
        .flatten()
        .filter(|one| is_full || one["essential"] == true || one["weight"] == "core" || one["weight"] == "guard")
        .filter(|one| on.iter().any(|&at| track_of(one) == tracks[at]))
        .map(|one| one["key"].as_u64().unwrap())
        .collect();
    keys.sort_unstable();
    keys.truncate(count);
    (keys, on)
}

/// The file of a model that changes from revision to revision, by the rules and against them.
#[derive(Clone)]
pub struct History {
    pub file: Value,
}

impl History {
    /// A first revision: two or three tracks, about ten questions, and a new id.
    pub fn begun(dice: &mut Dice) -> Self {
        let mut file: Value = serde_json::from_str(include_str!("../../fixtures/links/model.json")).unwrap();
        file["id"] = format!("own-{}", dice.roll(100_000)).into();
        file["revision"] = 1.into();
        file["retired"] = json!([]);
        file["capabilities"] = json!([]);
        if dice.roll(2) == 0 {
            file["tracks"].as_array_mut().unwrap().push(json!({"id": "third", "title": "Third", "optional": true}));
            let area = json!({"id": "third-area", "track": "third", "title": "Third", "why": "Because."});
            file["areas"].as_array_mut().unwrap().push(area);
        }
        let mut history = Self { file };
        for _ in 0..4 + dice.roll(9) {
            history.add(dice);
        }
        history
    }

    pub fn model(&self) -> Model {
        read(&self.file.to_string()).unwrap()
    }

    fn keys(&self) -> Vec<u64> {
        let all = ["capabilities", "retired"].into_iter().flat_map(|list| self.file[list].as_array().unwrap());
        all.map(|one| one["key"].as_u64().unwrap()).collect()
    }

    fn list(&mut self, name: &str) -> &mut Vec<Value> {
        self.file[name].as_array_mut().unwrap()
    }

    fn capability(&self, dice: &mut Dice, key: u64) -> Value {
        let areas = self.file["areas"].as_array().unwrap();
        let area = areas[dice.roll(areas.len())]["id"].clone();
        let weight = ["core", "guard", "supporting"][dice.roll(3)];
        json!({
            "key": key, "id": format!("c{key}-{}", dice.roll(1_000_000)), "area": area, "level": 1 + dice.roll(4),
            "lens": "people", "weight": weight, "question": "Is there one?",
            "next": {"action": "Do it.", "deliverable": "It", "done_when": "It is there.", "effort": [1, 2]}
        })
    }

    /// Adds a capability with a key above all others, anywhere in the file.
    pub fn add(&mut self, dice: &mut Dice) {
        let key = self.keys().into_iter().max().unwrap_or(0) + 1 + dice.roll(3) as u64;
        let capability = self.capability(dice, key);
        let at = dice.roll(self.list("capabilities").len() + 1);
        self.list("capabilities").insert(at, capability);
    }

    /// Removes a capability and keeps its key among the retired ones.
    pub fn retire(&mut self, dice: &mut Dice) {
        if self.list("capabilities").len() < 2 {
            return;
        }
        let at = dice.roll(self.list("capabilities").len());
        let old = self.list("capabilities").remove(at);
        let areas = self.file["areas"].as_array().unwrap();
        let track = areas.iter().find(|area| area["id"] == old["area"]).unwrap()["track"].clone();
        let retired = json!({"key": old["key"], "essential": old["weight"] != "supporting", "track": track});
        self.list("retired").push(retired);
    }

    /// Makes one of eight forbidden changes. Returns its name.
    pub fn break_promise(&mut self, dice: &mut Dice, kind: usize) -> &'static str {
        let count = self.list("capabilities").len();
        let at = dice.roll(count);
        match kind {
            0 => {
                let is_supporting = self.list("capabilities")[at]["weight"] == "supporting";
                self.list("capabilities")[at]["weight"] = if is_supporting { "guard" } else { "supporting" }.into();
                "essential re-marked"
            }
            1 => {
                let areas = self.file["areas"].as_array().unwrap();
                let area = areas[dice.roll(areas.len())]["id"].clone();
                self.list("capabilities")[at]["area"] = area;
                "moved to another track"
            }
            2 => {
                if count > 1 {
                    self.list("capabilities").remove(at);
                }
                "removed without a trace"
            }
            3 => {
                let keys = self.keys();
                if let Some(key) = (1..*keys.iter().max().unwrap()).find(|key| !keys.contains(key)) {
                    let capability = self.capability(dice, key);
                    self.list("capabilities").push(capability);
                }
                "a key between others"
            }
            4 => {
                let key = self.keys().into_iter().max().unwrap() + 1;
                self.list("capabilities")[at]["key"] = key.into();
                "another key"
            }
            5 => {
                self.list("tracks").reverse();
                "tracks in another order"
            }
            6 => {
                let id = format!("new-{}", self.list("tracks").len());
                self.list("tracks").insert(0, json!({"id": id, "title": "New", "optional": false}));
                "a track before the others"
            }
            _ => {
                if self.list("retired").is_empty() {
                    self.retire(dice);
                } else {
                    let essential = self.list("retired")[0]["essential"] == true;
                    self.list("retired")[0]["essential"] = (!essential).into();
                }
                "a retired one re-marked"
            }
        }
    }
}
