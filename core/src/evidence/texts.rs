//! Finds all literal texts of the signals in one file, in a single pass.
//!
//! An Aho-Corasick automaton, not one search with `memchr::memmem` per text: `cargo test -p mlops-core --release
//! --test rules -- --ignored searching` measures both over the same files. A Python file is searched for about a
//! thousand texts.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton as _;
use aho_corasick::dfa::DFA;
use aho_corasick::{BuildError, Input, Match, MatchKind};

/// Literal texts that are searched for all at once. Matches may overlap: "model" is a part of "model.fit(".
///
/// Not `AhoCorasick`, which would add the other two kinds of automaton to the page, 25 kB before compression.
#[derive(Debug)]
pub(super) struct Literals(DFA);

impl Literals {
    pub(super) fn new<T: AsRef<[u8]>>(
        texts: impl IntoIterator<Item = T>,
        ignore_case: bool,
    ) -> Result<Self, BuildError> {
        let mut builder = DFA::builder();
        let builder = builder.match_kind(MatchKind::Standard).ascii_case_insensitive(ignore_case).prefilter(false);
        builder.build(texts).map(Self)
    }

    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Match> + 'a {
        // Fails only for anchored searches and other kinds of match.
        self.0.try_find_overlapping_iter(Input::new(text)).into_iter().flatten()
    }
}

/// The position of a text.
pub(super) type TextIx = u16;

/// The line, from 1, of the first counted occurrence of each text; 0 if there is none. The memory is reused for the
/// next search.
#[derive(Debug, Default)]
pub struct Lines(Vec<u32>);

impl Lines {
    pub(super) fn of(&self, text: TextIx) -> Option<u32> {
        Some(self.0[usize::from(text)]).filter(|&line| line > 0)
    }
}

/// Texts while they are collected.
#[derive(Debug, Default)]
pub(super) struct TextSet {
    /// The positions, by text and whether case is ignored.
    positions: HashMap<(String, bool), TextIx>,
}

impl TextSet {
    /// The position of a text. A new text is added.
    pub(super) fn add(&mut self, text: &str, ignore_case: bool) -> TextIx {
        let text = if ignore_case { text.to_ascii_lowercase() } else { text.to_owned() };
        let new = TextIx::try_from(self.positions.len()).unwrap_or(TextIx::MAX);
        *self.positions.entry((text, ignore_case)).or_insert(new)
    }

    pub(super) fn into_search(self) -> Result<TextSearch, BuildError> {
        let automaton = |ignore_case: bool| {
            let texts = self.positions.iter().filter(|((_, is_ignored), _)| *is_ignored == ignore_case);
            let (patterns, ids): (Vec<&String>, Vec<TextIx>) = texts.map(|((text, _), &at)| (text, at)).unzip();
            Ok(Automaton { search: Literals::new(patterns, ignore_case)?, ids })
        };
        let (exact, ignoring_case) = (automaton(false)?, automaton(true)?);
        Ok(TextSearch { count: self.positions.len(), automata: [exact, ignoring_case] })
    }
}

#[derive(Debug)]
struct Automaton {
    search: Literals,
    /// The text of each pattern.
    ids: Vec<TextIx>,
}

/// Compiled texts of all signals.
#[derive(Debug)]
pub(super) struct TextSearch {
    count: usize,
    automata: [Automaton; 2],
}

impl TextSearch {
    /// Searches a file for texts that respect case, that ignore it, or both. Returns whether one was found. A text
    /// that begins or ends with a letter or digit has to begin or end a word. Lines with only a comment do not count,
    /// except in prose.
    pub(super) fn search(&self, path: &str, text: &str, is_wanted: [bool; 2], lines: &mut Lines) -> bool {
        lines.0.clear();
        lines.0.resize(self.count, 0);
        let mut is_found = false;
        let wanted = self.automata.iter().zip(is_wanted).filter(|(_, is_wanted)| *is_wanted);
        for (automaton, _) in wanted.filter(|(automaton, _)| !automaton.ids.is_empty()) {
            let mut cursor = LineCursor::new(text, Comments::of(path));
            for found in automaton.search.find(text) {
                let line = &mut lines.0[usize::from(automaton.ids[found.pattern().as_usize()])];
                if *line == 0 && is_word(text, found.start(), found.end()) {
                    cursor.move_to(found.start());
                    if !cursor.is_comment() {
                        *line = cursor.number;
                        is_found = true;
                    }
                }
            }
        }
        is_found
    }
}

/// Whether an occurrence neither begins nor ends within a word.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let goes_on = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let found = &text[start..end];
    let begins_inside = is_letter(found.chars().next()) && goes_on(text[..start].chars().next_back());
    let ends_inside = is_letter(found.chars().next_back()) && goes_on(text[end..].chars().next());
    !begins_inside && !ends_inside
}

/// The line of an occurrence. It only moves forwards: occurrences are ordered by their end, and none spans lines.
struct LineCursor<'a> {
    text: &'a str,
    comments: Comments,
    number: u32,
    start: usize,
    end: usize,
    /// Computed on demand, once per line: a line may contain very many occurrences.
    is_comment: Option<bool>,
}

impl<'a> LineCursor<'a> {
    fn new(text: &'a str, comments: Comments) -> Self {
        Self { text, comments, number: 1, start: 0, end: end_of_line(text, 0), is_comment: None }
    }

    fn move_to(&mut self, at: usize) {
        while at > self.end {
            self.number = self.number.saturating_add(1);
            self.start = self.end + 1;
            self.end = end_of_line(self.text, self.start);
            self.is_comment = None;
        }
    }

    fn is_comment(&mut self) -> bool {
        let line = &self.text[self.start..self.end];
        *self.is_comment.get_or_insert_with(|| self.comments.cover(line))
    }
}

fn end_of_line(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |length| from + length)
}

/// How a type of file marks lines as comments.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Comments {
    /// Prose and data have no comments.
    None,
    Slashes,
    Hash,
}

impl Comments {
    fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "md" | "rst" | "txt" | "html" | "adoc" | "json" | "csv" | "lock" => Self::None,
            "js" | "ts" | "tsx" | "jsx" | "mjs" | "java" | "kt" | "go" | "rs" | "scala" | "cs" | "bicep"
            | "proto" | "groovy" => Self::Slashes,
            _ => Self::Hash,
        }
    }

    /// Whether a line is only a comment.
    fn cover(self, line: &str) -> bool {
        // A cell of a notebook is a list of quoted lines.
        let line = line.trim_start().trim_start_matches('"').trim_start();
        match self {
            Self::None => false,
            Self::Slashes => ["//", "/*", "* "].iter().any(|mark| line.starts_with(mark)),
            // Directives of Slurm and the line that names an interpreter are not comments.
            Self::Hash => line.starts_with('#') && !line.starts_with("#SBATCH") && !line.starts_with("#!"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn line(path: &str, content: &str, text: &str, ignore_case: bool) -> Option<u32> {
        let (mut set, mut lines) = (TextSet::default(), Lines::default());
        set.add("something else", false);
        let at = set.add(text, ignore_case);
        set.into_search().unwrap().search(path, content, [true, true], &mut lines);
        lines.of(at)
    }

    #[test]
    fn a_text_has_to_be_whole_words() {
        let content =
            "import mlflow\nfrom mlflow.x import y\nimport mlflowish\n# import wandb\nfragas ragas_\nragas\n";
        assert_eq!(line("a.py", content, "import mlflow", false), Some(1));
        assert_eq!(line("a.py", content, "ragas", false), Some(6));
        assert_eq!(line("a.py", "mlflow.log_metric(", "mlflow.log_", false), Some(1));
        assert_eq!(line("a.py", "überragas", "ragas", false), None, "a letter is one in any alphabet");
    }

    #[test]
    fn a_comment_does_not_count_except_in_prose() {
        assert_eq!(line("a.py", "x\n  # import wandb\n", "import wandb", false), None);
        assert_eq!(line("a.md", "x\n  # import wandb\n", "import wandb", false), Some(2));
        assert_eq!(line("a.ipynb", "\"# import wandb\\n\",\n\"import wandb\"", "import wandb", false), Some(2));
        assert_eq!(line("a.ts", "// import wandb\nimport wandb", "import wandb", false), Some(2));
        assert_eq!(line("job.sh", "#SBATCH --time=1", "#SBATCH", false), Some(1));
    }

    #[test]
    fn case_counts_unless_it_is_ignored() {
        assert_eq!(line("a.md", "Our KPI", "kpi", false), None);
        assert_eq!(line("a.md", "Our KPI", "kpi", true), Some(1));
    }

    #[test]
    fn a_text_inside_another_is_found_too() {
        let (mut set, mut lines) = (TextSet::default(), Lines::default());
        let (short, long) = (set.add("fit(", false), set.add("model.fit(x", false));
        set.into_search().unwrap().search("a.py", "\nmodel.fit(x)", [true, true], &mut lines);
        assert_eq!((lines.of(short), lines.of(long)), (Some(2), Some(2)));
    }
}
