//! The fragment of the address as an enum.

use std::fmt;

use mlops_core::assessment::MAX_MODELS;
use mlops_core::link::without_escapes;
use mlops_core::model::draft::is_slug;
use mlops_core::moment::Moment;
use mlops_core::percent;
use mlops_core::scoring::case::Scope;
use mlops_core::web_url::is_web_url;

/// A page with its parameters. `Display` writes the fragment without `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: the start page, with the saved assessments.
    Home,
    /// `/start?scope=…&tracks=…&title=…&about=…&business_unit=…&models=…&invitation=…&evidence`: begins a new
    /// assessment at once.
    Start(Start),
    /// `/a/<id>` and `/a/<id>/<area>`: the questions of an area.
    Questions {
        /// The id of the assessment.
        id: String,
        /// The id of the area. `None`: the first area with an open question.
        area: Option<String>,
    },
    /// `/a/<id>/result`: the result.
    Result {
        /// The id of the assessment.
        id: String,
    },
    /// `/a/<id>/plan`: the plan.
    Plan {
        /// The id of the assessment.
        id: String,
    },
    /// `/a/<id>/evidence`: scans a folder of code for evidence.
    Evidence {
        /// The id of the assessment.
        id: String,
    },
    /// `/a/<id>/history`: snapshots, the trend, and new rounds.
    History {
        /// The id of the assessment.
        id: String,
    },
    /// `/a/<id>/send`: sends the answers to an invitation back.
    SendAnswers {
        /// The id of the assessment.
        id: String,
    },
    /// `/together`: collects and combines answers of several people.
    CombineAnswers,
    /// `/a/<id>/together`: the combined answers.
    CombinedAnswers {
        /// The id of the assessment with the combined answers.
        id: String,
    },
    /// `/a/<id>/together/<capability>`: one question of the combined answers, shown large.
    Discuss {
        /// The id of the assessment.
        id: String,
        /// The id of the capability.
        capability: String,
    },
    /// `/r/<payload>`: another person's result in a link.
    SharedResult {
        /// The encoded result.
        payload: String,
    },
    /// `/result`: the published result in the file that the page's query names (`?result=teams/fraud.json`).
    Published,
    /// `/i/<payload>`: an invitation to answer.
    Invitation {
        /// The encoded invitation.
        payload: String,
    },
    /// `/compare/…`: a comparison of two results, or the choice of those that are missing.
    Compare {
        /// The keys of the results, separated by a slash. A key is a payload of a link, or the name of something in
        /// this browser.
        sides: String,
    },
    Teams,
    /// `/embed`: how to embed the page, and what the embedding page allows.
    Embed,
    /// `/model` and `/model/<part>`: the levels, rules and questions.
    About {
        /// The id of a part of that page, such as a term of its glossary. `None`: the top.
        part: Option<String>,
    },
    /// Any other fragment.
    Unknown(String),
}

/// The parameters of a start address. Each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The essentials if missing.
    pub scope: Scope,
    /// The ids of tracks; empty for the tracks that the questionnaire always asks.
    pub tracks: Vec<String>,
    /// The name of the team.
    pub title: String,
    pub about: String,
    /// The business unit of the team.
    pub business_unit: String,
    /// The number of models that the assessment is about.
    pub models: Option<u32>,
    /// The number of the answered invitation.
    pub invitation: Option<u32>,
    /// Whether the page opens the scan for evidence instead of the first question.
    pub evidence: bool,
}

impl Route {
    /// Reads a fragment, with or without `#`. If it leads to no page, it is read again without what chat and mail
    /// programs may have added to the address.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        match Self::parse_exactly(fragment) {
            Self::Unknown(_) => match Self::parse_exactly(&cleaned(fragment)) {
                Self::Unknown(_) => Self::Unknown(fragment.to_owned()),
                route => route,
            },
            route => route,
        }
    }

    fn parse_exactly(fragment: &str) -> Self {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let decoded = |part: &str| percent::decoded(part);
        match parts[..] {
            [] => Self::Home,
            ["start"] => Self::Start(Start::parse(query)),
            ["model"] => Self::About { part: None },
            ["model", part] if is_slug(part) => Self::About { part: Some(part.to_owned()) },
            ["embed"] => Self::Embed,
            ["teams"] => Self::Teams,
            ["result"] => Self::Published,
            ["compare"] => Self::Compare { sides: String::new() },
            ["compare", ..] => Self::Compare { sides: after(fragment, "compare/") },
            ["a", id] => Self::Questions { id: decoded(id), area: None },
            ["a", id, "result"] => Self::Result { id: decoded(id) },
            ["a", id, "plan"] => Self::Plan { id: decoded(id) },
            ["a", id, "evidence"] => Self::Evidence { id: decoded(id) },
            ["a", id, "history"] => Self::History { id: decoded(id) },
            ["a", id, "send"] => Self::SendAnswers { id: decoded(id) },
            ["together"] => Self::CombineAnswers,
            ["a", id, "together"] => Self::CombinedAnswers { id: decoded(id) },
            ["a", id, "together", one] if is_slug(one) => {
                Self::Discuss { id: decoded(id), capability: one.to_owned() }
            }
            ["a", id, area] if is_slug(area) => Self::Questions { id: decoded(id), area: Some(area.to_owned()) },
            // The payload is the rest of the path. The codec handles what a mail program did to it.
            ["r", ..] => Self::SharedResult { payload: after(fragment, "r/") },
            ["i", ..] => Self::Invitation { payload: after(fragment, "i/") },
            _ => Self::Unknown(fragment.to_owned()),
        }
    }

    /// The comparison of two results, by their keys. With fewer than two keys, the page asks for the missing results.
    #[must_use]
    pub fn compare(keys: &[&str]) -> Self {
        Self::Compare { sides: keys.join("/") }
    }

    /// The id of the assessment that the page belongs to, if any.
    #[must_use]
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Questions { id, .. }
            | Self::Result { id }
            | Self::Plan { id }
            | Self::Evidence { id }
            | Self::History { id }
            | Self::SendAnswers { id }
            | Self::CombinedAnswers { id }
            | Self::Discuss { id, .. } => Some(id),
            Self::Home
            | Self::Start(_)
            | Self::SharedResult { .. }
            | Self::Published
            | Self::Invitation { .. }
            | Self::CombineAnswers
            | Self::Compare { .. }
            | Self::Teams
            | Self::Embed
            | Self::About { .. }
            | Self::Unknown(_) => None,
        }
    }

    /// The full address for another person. Keeps `model` of the page's query; how this copy is embedded does not
    /// concern others.
    #[must_use]
    pub fn address(&self, page: &str, query: &str) -> String {
        match value_of(query, "model") {
            Some(questionnaire) => format!("{page}?model={questionnaire}#{self}"),
            None => format!("{page}#{self}"),
        }
    }

    /// The address of this route within the page, for a link.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Start(start) => write!(f, "/start?{start}"),
            Self::Questions { id, area: None } => write!(f, "/a/{}", percent::encoded(id)),
            Self::Questions { id, area: Some(area) } => write!(f, "/a/{}/{area}", percent::encoded(id)),
            Self::Result { id } => write!(f, "/a/{}/result", percent::encoded(id)),
            Self::Plan { id } => write!(f, "/a/{}/plan", percent::encoded(id)),
            Self::Evidence { id } => write!(f, "/a/{}/evidence", percent::encoded(id)),
            Self::History { id } => write!(f, "/a/{}/history", percent::encoded(id)),
            Self::SendAnswers { id } => write!(f, "/a/{}/send", percent::encoded(id)),
            Self::CombineAnswers => f.write_str("/together"),
            Self::CombinedAnswers { id } => write!(f, "/a/{}/together", percent::encoded(id)),
            Self::Discuss { id, capability } => write!(f, "/a/{}/together/{capability}", percent::encoded(id)),
            Self::SharedResult { payload } => write!(f, "/r/{payload}"),
            Self::Invitation { payload } => write!(f, "/i/{payload}"),
            Self::Compare { sides } if sides.is_empty() => f.write_str("/compare"),
            Self::Compare { sides } => write!(f, "/compare/{sides}"),
            Self::Teams => f.write_str("/teams"),
            Self::Published => f.write_str("/result"),
            Self::Embed => f.write_str("/embed"),
            Self::About { part: None } => f.write_str("/model"),
            Self::About { part: Some(part) } => write!(f, "/model/{part}"),
            Self::Unknown(fragment) => f.write_str(fragment),
        }
    }
}

/// The prefix of the key of a saved result, in the address of a comparison.
pub const SAVED_KEY: &str = "own:";

/// The key of a saved assessment in the address of a comparison.
#[must_use]
pub fn saved_key(id: &str) -> String {
    format!("{SAVED_KEY}{id}")
}

/// The key of a snapshot of a saved assessment in the address of a comparison.
#[must_use]
pub fn snapshot_key(id: &str, taken: Moment) -> String {
    format!("{SAVED_KEY}{id}:{}", taken.unix_seconds())
}

impl Start {
    fn parse(query: &str) -> Self {
        let value = |name: &str| parameter(query, name).unwrap_or_default();
        Self {
            scope: Scope::from_word(&value("scope")).unwrap_or_default(),
            tracks: value("tracks").split(',').filter(|id| is_slug(id)).map(str::to_owned).collect(),
            title: value("title"),
            about: value("about"),
            business_unit: value("business_unit"),
            models: value("models").parse().ok().filter(|models| (1..=MAX_MODELS).contains(models)),
            invitation: Some(value("invitation"))
                .filter(|hex| hex.len() == 8)
                .and_then(|hex| u32::from_str_radix(&hex, 16).ok()),
            evidence: value_of(query, "evidence").is_some(),
        }
    }
}

/// The decoded value of a parameter in a query such as `embed=essentials&origin=https%3A%2F%2Fwiki.example`.
///
/// Of several parameters with one name the first counts, as in the browser's `URLSearchParams`, which the script in
/// `index.html` and `embed.js` use.
#[must_use]
pub fn parameter(query: &str, name: &str) -> Option<String> {
    value_of(query, name).map(unescaped)
}

/// The value of a parameter as written in the query.
fn value_of<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let mut pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.find(|(found, _)| unescaped(found) == name).map(|(_, value)| value)
}

fn unescaped(text: &str) -> String {
    percent::decoded(&text.replace('+', " "))
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "scope={}", self.scope.word())?;
        if !self.tracks.is_empty() {
            write!(f, "&tracks={}", self.tracks.join(","))?;
        }
        for (name, value) in [("title", &self.title), ("about", &self.about), ("business_unit", &self.business_unit)]
        {
            if !value.is_empty() {
                write!(f, "&{name}={}", percent::encoded(value))?;
            }
        }
        if let Some(models) = self.models {
            write!(f, "&models={models}")?;
        }
        if let Some(number) = self.invitation {
            write!(f, "&invitation={number:08x}")?;
        }
        if self.evidence {
            f.write_str("&evidence")?;
        }
        Ok(())
    }
}

/// The query of the page for a published result. Keeps `model` of the page's query, and the parameters named in
/// `kept`.
#[must_use]
pub fn published_query(query: &str, name: &str, kept: &[&str]) -> String {
    let kept = ["model"].iter().chain(kept).filter_map(|name| Some(format!("{name}={}&", value_of(query, name)?)));
    // A slash is allowed in a query, and a path is easier to read with it.
    format!("?{}result={}", kept.collect::<String>(), percent::encoded(name).replace("%2F", "/"))
}

/// Whether the page at an address is a local file.
#[must_use]
pub fn is_file(page: &str) -> bool {
    page.starts_with("file:")
}

/// The address where others can open this page: its own, or the typed address of a published copy if this page is a
/// local file. `None` if there is neither.
#[must_use]
pub fn page_for_others<'a>(page: &'a str, copy: &'a str) -> Option<&'a str> {
    if !is_file(page) {
        return Some(page);
    }
    let copy = copy.trim().split(['?', '#']).next().unwrap_or_default();
    is_web_url(copy).then_some(copy)
}

/// The fragment without escapes, invisible characters and trailing punctuation.
fn cleaned(fragment: &str) -> String {
    let plain = without_escapes(fragment, |text| !text.contains('%'));
    plain.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)>]'\"\u{201d}".contains(c)).to_owned()
}

fn after(fragment: &str, marker: &str) -> String {
    fragment.split_once(marker).map(|(_, payload)| payload.to_owned()).unwrap_or_default()
}
