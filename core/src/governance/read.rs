//! Reads the frameworks of a questionnaire from its file, or from the part of the file that has only them.

use serde::Deserialize;
use serde_json::Value;

use super::{Extent, Framework, Governance, Reference};
use crate::fault::{Fault, Faults};
use crate::json::shorten;
use crate::json::typed::{list, text};
use crate::model::draft::{MAX_ITEMS, is_slug};
use crate::model::file::MAX_BYTES;
use crate::model::{CapabilityIx, Model, TrackIx};
use crate::web_url::is_web_url;

/// A framework as written in the file, without its references.
#[derive(Default, Deserialize)]
#[serde(default, expecting = "an object with a framework")]
struct FrameworkDraft {
    #[serde(deserialize_with = "text")]
    id: String,
    #[serde(deserialize_with = "text")]
    title: String,
    #[serde(deserialize_with = "text")]
    edition: String,
    address: Option<String>,
    #[serde(deserialize_with = "text")]
    note: String,
    track: Option<String>,
    /// Whether only the titles of its references may be repeated, because its text is sold.
    titles_only: bool,
    #[serde(skip)]
    references: Vec<ReferenceDraft>,
}

/// A reference as written in the file.
#[derive(Default, Deserialize)]
#[serde(default, expecting = "an object with a reference")]
struct ReferenceDraft {
    #[serde(deserialize_with = "text")]
    name: String,
    #[serde(deserialize_with = "text")]
    title: String,
    #[serde(deserialize_with = "text")]
    asks: String,
    capabilities: Vec<String>,
    extent: Extent,
    #[serde(deserialize_with = "text")]
    gap: String,
    see: Vec<String>,
}

/// Reads and checks the frameworks. A questionnaire may have none.
///
/// # Errors
///
/// All faults at once, each with its JSON path.
pub fn read(text: &str, model: &Model) -> Result<Governance, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        let message = format!("expected at most {MAX_BYTES} bytes (1 MiB), found {}", text.len());
        return Err(vec![Fault::new("$", message)]);
    }
    let mut value: Value = serde_json::from_str(text)
        .map_err(|error| vec![Fault::new("$", format!("expected JSON, found a fault: {error}"))])?;
    let mut reader = Reader { model, faults: Faults::default() };
    let frameworks = reader.frameworks(value["governance"].take());
    if reader.faults.is_empty() { Ok(Governance { frameworks }) } else { Err(reader.faults.into_faults()) }
}

struct Reader<'a> {
    model: &'a Model,
    faults: Faults,
}

impl Reader<'_> {
    fn frameworks(&mut self, value: Value) -> Vec<Framework> {
        let path = "$.governance";
        if value.as_array().is_some_and(|items| items.len() > MAX_ITEMS) {
            self.faults.add(path, format!("expected at most {MAX_ITEMS} frameworks"));
            return Vec::new();
        }
        let lists: Vec<Value> =
            value.as_array().into_iter().flatten().map(|item| item["references"].clone()).collect();
        let mut drafts: Vec<FrameworkDraft> = list(Some(value), path, &[], &mut self.faults);
        if drafts.len() != lists.len() {
            // A framework that is no object is a fault already, and positions would be those of other frameworks.
            return Vec::new();
        }
        for (at, (draft, references)) in drafts.iter_mut().zip(lists).enumerate() {
            let path = format!("{path}[{at}].references");
            match &references {
                Value::Array(items) if items.len() > MAX_ITEMS => {
                    self.faults.add(path, format!("expected at most {MAX_ITEMS} references, found {}", items.len()));
                }
                _ => draft.references = list(Some(references), &path, &[], &mut self.faults),
            }
        }
        let ids: Vec<String> = drafts.iter().map(|draft| draft.id.clone()).collect();
        let framework = |(at, draft): (usize, FrameworkDraft)| {
            let path = format!("{path}[{at}]");
            self.id(&draft.id, &path, ids[..at].contains(&draft.id));
            self.framework(draft, &path)
        };
        drafts.into_iter().enumerate().map(framework).collect()
    }

    fn framework(&mut self, draft: FrameworkDraft, path: &str) -> Framework {
        for (name, text) in [("title", &draft.title), ("edition", &draft.edition), ("note", &draft.note)] {
            self.text(text, &format!("{path}.{name}"));
        }
        if let Some(address) = draft.address.as_deref().filter(|address| !is_web_url(address)) {
            let message = "expected an address that begins with http:// or https://, found";
            self.faults.add(format!("{path}.address"), format!("{message} \"{}\"", shorten(address)));
        }
        let track = draft.track.as_deref().and_then(|id| {
            let found = self.model.find_track(id);
            if found.is_none() {
                self.faults.add(format!("{path}.track"), format!("there is no track \"{}\"", shorten(id)));
            }
            found
        });
        if draft.references.is_empty() {
            self.faults.add(format!("{path}.references"), "expected at least one reference");
        }
        let names: Vec<String> = draft.references.iter().map(|one| one.name.clone()).collect();
        let is_titles_only = draft.titles_only;
        let reference = |(at, one): (usize, ReferenceDraft)| {
            let path = format!("{path}.references[{at}]");
            if names[..at].contains(&one.name) {
                self.faults.add(format!("{path}.name"), format!("expected each name once, found \"{}\"", one.name));
            }
            for (position, name) in one.see.iter().enumerate() {
                if *name == one.name || !names.contains(name) {
                    let message = format!("there is no other reference \"{}\" in this framework", shorten(name));
                    self.faults.add(format!("{path}.see[{position}]"), message);
                }
            }
            self.reference(one, is_titles_only, track, &path)
        };
        let references = draft.references.into_iter().enumerate().map(reference).collect();
        let FrameworkDraft { id, title, edition, address, note, .. } = draft;
        Framework { id, title, edition, address, note, track, references }
    }

    fn reference(
        &mut self,
        draft: ReferenceDraft,
        is_titles_only: bool,
        track: Option<TrackIx>,
        path: &str,
    ) -> Reference {
        let ReferenceDraft { name, title, asks, capabilities, extent, gap, see } = draft;
        self.text(&name, &format!("{path}.name"));
        let (asks, field, other, unused) =
            if is_titles_only { (title, "title", asks, "asks") } else { (asks, "asks", title, "title") };
        self.text(&asks, &format!("{path}.{field}"));
        if !other.is_empty() {
            self.faults.add(format!("{path}.{unused}"), format!("expected \"{field}\" alone in this framework"));
        }
        let mut found = Vec::with_capacity(capabilities.len());
        for (at, id) in capabilities.iter().enumerate() {
            let path = format!("{path}.capabilities[{at}]");
            match self.model.find_capability(id) {
                None => self.faults.add(path, format!("there is no capability \"{}\"", shorten(id))),
                Some(at) if found.contains(&at) => self.faults.add(path, "expected each capability once"),
                Some(at) if track.is_some_and(|track| track != self.model.track_of(at)) => {
                    self.faults.add(path, "expected a capability of the track that this framework is about");
                }
                Some(at) => found.push(at),
            }
        }
        if (extent == Extent::None) != capabilities.is_empty() {
            self.faults.add(
                format!("{path}.extent"),
                "expected \"none\" where no capability touches the reference, and nowhere else",
            );
        }
        if extent != Extent::None {
            self.text(&gap, &format!("{path}.gap"));
        }
        let asks = self.with_names(&asks, &format!("{path}.{field}"));
        let gap = self.with_names(&gap, &format!("{path}.gap"));
        Reference { name, asks, capabilities: found, extent, gap, see }
    }

    /// A text with ids of practices, in backticks, replaced by their names.
    fn with_names(&mut self, text: &str, path: &str) -> String {
        let mut named = String::new();
        for (at, piece) in text.split('`').enumerate() {
            if at % 2 == 0 {
                named.push_str(piece);
            } else if let Some(at) = self.model.find_capability(piece) {
                named.push_str(&self.quoted(at));
            } else {
                self.faults.add(path, format!("there is no capability \"{}\"", shorten(piece)));
            }
        }
        named
    }

    fn quoted(&self, at: CapabilityIx) -> String {
        format!("\"{}\"", self.model.capability(at).name())
    }

    fn text(&mut self, text: &str, path: &str) {
        if text.trim().is_empty() {
            self.faults.add(path, "expected a text, found an empty one");
        }
    }

    fn id(&mut self, id: &str, path: &str, is_again: bool) {
        let path = format!("{path}.id");
        if !is_slug(id) {
            let message = "expected an id of lower-case letters, digits and hyphens, found";
            self.faults.add(path, format!("{message} \"{}\"", shorten(id)));
        } else if is_again {
            self.faults.add(path, format!("expected each id once, found \"{id}\""));
        }
    }
}
