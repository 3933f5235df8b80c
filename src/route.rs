//! Where in the page one is: the address's fragment as a value, and back.

use std::fmt;

use mlops_core::assessment::MAX_MODELS;
use mlops_core::link::without_escapes;
use mlops_core::model::draft::is_slug;
use mlops_core::moment::Moment;
use mlops_core::percent;
use mlops_core::scoring::case::Scope;
use mlops_core::web_url::is_web_url;

/// A place in the page. `Display` gives the fragment without `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: what this is, and the saved assessments.
    Home,
    /// `/start?scope=…&tracks=…&title=…&about=…&business_unit=…&models=…&invitation=…&evidence`: begins a new assessment at once.
    Start(Start),
    /// `/a/<id>` and `/a/<id>/<area>`: the questions, from where one stopped or of one area.
    Questions {
        /// The assessment.
        id: String,
        /// The area; none for the first with an open question.
        area: Option<String>,
    },
    /// `/a/<id>/result`: where the team stands.
    Result {
        /// The assessment.
        id: String,
    },
    /// `/a/<id>/plan`: what to do.
    Plan {
        /// The assessment.
        id: String,
    },
    /// `/a/<id>/evidence`: a folder of code is scanned for what it shows.
    Evidence {
        /// The assessment.
        id: String,
    },
    /// `/a/<id>/history`: how the team stood before, the trend, and a new round.
    History {
        /// The assessment.
        id: String,
    },
    /// `/a/<id>/send`: an answer to an invitation goes back.
    Send {
        /// The assessment.
        id: String,
    },
    /// `/together`: several people's answers are gathered.
    Gather,
    /// `/a/<id>/together`: what they say together.
    Together {
        /// The assessment that they became.
        id: String,
    },
    /// `/a/<id>/together/<capability>`: one question of it, large.
    Discuss {
        /// The assessment.
        id: String,
        /// The question's capability.
        capability: String,
    },
    /// `/r/<payload>`: somebody's result in a link.
    Shared {
        /// What the codec reads.
        payload: String,
    },
    /// `/result`: the result in the file that the page's address names (`?result=teams/fraud.json`).
    Published,
    /// `/i/<payload>`: an invitation to answer.
    Invite {
        /// What the codec reads.
        payload: String,
    },
    /// `/compare/…`: two results side by side, or the choice of what is missing of them.
    Compare {
        /// Each is a link's payload, or the name of something in this browser; a slash between them.
        sides: String,
    },
    /// `/teams`: many teams at once.
    Teams,
    /// `/embed`: how to put the page into a wiki, and what the host allows.
    Embed,
    /// `/model` and `/model/<part>`: the rules and the questions behind the result.
    Model {
        /// The id of a part of that page, such as a term of its glossary; none for its top.
        part: Option<String>,
    },
    /// Anything else.
    Unknown(String),
}

/// What a start address asks for; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// Core or full; core when left out.
    pub scope: Scope,
    /// Track ids; the model's own choice when left out.
    pub tracks: Vec<String>,
    /// The team's name.
    pub title: String,
    /// What is assessed.
    pub about: String,
    /// The business unit that the team belongs to.
    pub business_unit: String,
    /// How many models it is about.
    pub models: Option<u32>,
    /// The number of the invitation that is answered.
    pub invitation: Option<u32>,
    /// Whether evidence is looked for before the first question.
    pub evidence: bool,
}

impl Route {
    /// Reads a fragment, with or without `#`. Where it leads nowhere it is read again without what chats and mail programs may
    /// have added to the address.
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
            ["model"] => Self::Model { part: None },
            ["model", part] if is_slug(part) => Self::Model { part: Some(part.to_owned()) },
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
            ["a", id, "send"] => Self::Send { id: decoded(id) },
            ["together"] => Self::Gather,
            ["a", id, "together"] => Self::Together { id: decoded(id) },
            ["a", id, "together", one] if is_slug(one) => {
                Self::Discuss { id: decoded(id), capability: one.to_owned() }
            }
            ["a", id, area] if is_slug(area) => Self::Questions { id: decoded(id), area: Some(area.to_owned()) },
            // The rest of the path belongs to the payload: what a mail program made of it is the codec's to judge.
            ["r", ..] => Self::Shared { payload: after(fragment, "r/") },
            ["i", ..] => Self::Invite { payload: after(fragment, "i/") },
            _ => Self::Unknown(fragment.to_owned()),
        }
    }

    /// The comparison of two results, by their keys; with fewer keys, the choice of the missing results.
    #[must_use]
    pub fn compare(keys: &[&str]) -> Self {
        Self::Compare { sides: keys.join("/") }
    }

    /// The assessment that this place shows; none where it shows none.
    #[must_use]
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Questions { id, .. }
            | Self::Result { id }
            | Self::Plan { id }
            | Self::Evidence { id }
            | Self::History { id }
            | Self::Send { id }
            | Self::Together { id }
            | Self::Discuss { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The whole address of this place, for somebody else. Of the page's own query only the questionnaire is handed on:
    /// how this copy is embedded is nobody else's matter.
    #[must_use]
    pub fn address(&self, page: &str, query: &str) -> String {
        match value_of(query, "model") {
            Some(questionnaire) => format!("{page}?model={questionnaire}#{self}"),
            None => format!("{page}#{self}"),
        }
    }

    /// The address of this place within the page, for a link.
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
            Self::Send { id } => write!(f, "/a/{}/send", percent::encoded(id)),
            Self::Gather => f.write_str("/together"),
            Self::Together { id } => write!(f, "/a/{}/together", percent::encoded(id)),
            Self::Discuss { id, capability } => write!(f, "/a/{}/together/{capability}", percent::encoded(id)),
            Self::Shared { payload } => write!(f, "/r/{payload}"),
            Self::Invite { payload } => write!(f, "/i/{payload}"),
            Self::Compare { sides } if sides.is_empty() => f.write_str("/compare"),
            Self::Compare { sides } => write!(f, "/compare/{sides}"),
            Self::Teams => f.write_str("/teams"),
            Self::Published => f.write_str("/result"),
            Self::Embed => f.write_str("/embed"),
            Self::Model { part: None } => f.write_str("/model"),
            Self::Model { part: Some(part) } => write!(f, "/model/{part}"),
            Self::Unknown(fragment) => f.write_str(fragment),
        }
    }
}

/// What the key of a saved result begins with, in the address of a comparison.
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

/// The value of a parameter in a query such as `embed=essentials&origin=https%3A%2F%2Fwiki.example`.
///
/// One rule for the page's query, for a place's own, and for the script in `index.html` and `embed.js`, which ask the
/// browser's `URLSearchParams`: of several of one name the first counts, whatever follows it.
#[must_use]
pub fn parameter(query: &str, name: &str) -> Option<String> {
    value_of(query, name).map(unescaped)
}

/// The value of a parameter as it stands in the query.
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

/// The query for the page with a published result. Of the page's own query the questionnaire is handed on, and `kept` besides.
#[must_use]
pub fn published_query(query: &str, name: &str, kept: &[&str]) -> String {
    let kept = ["model"].iter().chain(kept).filter_map(|name| Some(format!("{name}={}&", value_of(query, name)?)));
    // A slash may stand in a query, and a path is easier to read with it.
    format!("?{}result={}", kept.collect::<String>(), percent::encoded(name).replace("%2F", "/"))
}

/// Whether the page at an address is a file on somebody's computer.
#[must_use]
pub fn is_file(page: &str) -> bool {
    page.starts_with("file:")
}

/// The address under which others open the page: its own, or for a file where a copy lies, as typed; none where neither can
/// be opened.
#[must_use]
pub fn page_for_others<'a>(page: &'a str, copy: &'a str) -> Option<&'a str> {
    if !is_file(page) {
        return Some(page);
    }
    let copy = copy.trim().split(['?', '#']).next().unwrap_or_default();
    is_web_url(copy).then_some(copy)
}

/// A fragment without escapes, without what cannot be seen, and without the punctuation behind it.
fn cleaned(fragment: &str) -> String {
    let plain = without_escapes(fragment, |text| !text.contains('%'));
    plain.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)>]'\"\u{201d}".contains(c)).to_owned()
}

fn after(fragment: &str, marker: &str) -> String {
    fragment.split_once(marker).map(|(_, payload)| payload.to_owned()).unwrap_or_default()
}
