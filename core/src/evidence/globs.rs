//! Matches a path with all glob patterns of the signals at once, ignoring ASCII case.
//!
//! Matching patterns one by one took two thirds of the time of a scan. So a pattern with braces is split into several
//! without braces. Simple patterns (an extension, a folder name, a file name) are look-ups. Every other pattern
//! contains a literal text: one pass over the path finds all literals, and only the patterns of those are compared.

use std::collections::HashMap;

use aho_corasick::BuildError;
use fast_glob::glob_match;

use super::texts::Literals;

/// The position of a pattern.
pub(super) type GlobIx = u16;

/// The most patterns that one pattern with braces is split into, and that all are. Beyond these limits braces are
/// matched directly.
const MAX_ALTERNATIVES: usize = 200;
const MAX_ALL_ALTERNATIVES: usize = 10_000;
/// Characters that cannot be part of a literal.
const SPECIAL: [char; 9] = ['*', '?', '[', ']', '{', '}', '\\', '!', ','];

/// Patterns while they are collected.
#[derive(Debug, Default)]
pub(super) struct GlobSet {
    positions: HashMap<String, GlobIx>,
    /// The number of patterns that came from splitting braces.
    alternatives: usize,
    /// Patterns of an extension, of a folder and of a file, by its name. Finding one in the map means that it
    /// matches.
    by_extension: HashMap<String, Vec<GlobIx>>,
    by_folder: HashMap<String, Vec<GlobIx>>,
    by_name: HashMap<String, Vec<GlobIx>>,
    /// All other patterns, by the literal that a path has to contain.
    by_literal: HashMap<String, Vec<Pattern>>,
    /// Patterns without a literal.
    others: Vec<Pattern>,
}

/// Patterns that are ready to be compared with paths.
#[derive(Debug)]
pub(super) struct Globs {
    set: GlobSet,
    literals: Literals,
    /// By literal.
    patterns: Vec<Vec<Pattern>>,
}

#[derive(Debug)]
struct Pattern {
    at: GlobIx,
    /// Whether it is compared with the file name alone.
    is_of_name: bool,
    glob: String,
}

impl Pattern {
    fn matches(&self, path: &str, name: &str) -> bool {
        glob_match(&self.glob, if self.is_of_name { name } else { path })
    }
}

/// The patterns that match one path.
#[derive(Debug, Default)]
pub(super) struct Matched {
    is_matched: Vec<bool>,
    globs: Vec<GlobIx>,
}

impl Matched {
    pub(super) fn any(&self, globs: &[GlobIx]) -> bool {
        globs.iter().any(|&glob| self.is_matched[usize::from(glob)])
    }

    pub(super) fn globs(&self) -> impl Iterator<Item = GlobIx> {
        self.globs.iter().copied()
    }

    fn add(&mut self, at: GlobIx) {
        if !std::mem::replace(&mut self.is_matched[usize::from(at)], true) {
            self.globs.push(at);
        }
    }
}

impl GlobSet {
    /// The position of a pattern. A new pattern is added.
    pub(super) fn add(&mut self, pattern: &str) -> GlobIx {
        let pattern = pattern.to_ascii_lowercase();
        if let Some(&at) = self.positions.get(&pattern) {
            return at;
        }
        let at = GlobIx::try_from(self.positions.len()).unwrap_or(GlobIx::MAX);
        let mut found = alternatives(&pattern);
        self.alternatives += found.len();
        if self.alternatives > MAX_ALL_ALTERNATIVES {
            found = vec![pattern.clone()];
        }
        for alternative in found {
            self.add_alternative(at, alternative);
        }
        self.positions.insert(pattern, at);
        at
    }

    fn add_alternative(&mut self, at: GlobIx, pattern: String) {
        let anywhere = pattern.strip_prefix("**/");
        let plain = |part: Option<&str>| part.filter(|name| is_plain_name(name)).map(str::to_owned);
        let extension = anywhere.and_then(|name| name.strip_prefix("*."));
        let look_ups = [
            (plain(extension).filter(|extension| !extension.contains('.')), &mut self.by_extension),
            (plain(anywhere.and_then(|rest| rest.strip_suffix("/**"))), &mut self.by_folder),
            (plain(anywhere), &mut self.by_name),
        ];
        for (key, table) in look_ups {
            if let Some(key) = key {
                return table.entry(key).or_default().push(at);
            }
        }
        let name = anywhere.filter(|name| !name.contains(['/', '{']) && !name.contains("**"));
        let pattern = match name {
            Some(name) => Pattern { at, is_of_name: true, glob: name.to_owned() },
            None => Pattern { at, is_of_name: false, glob: pattern },
        };
        match literal(&pattern.glob) {
            Some(literal) => self.by_literal.entry(literal.to_owned()).or_default(),
            None => &mut self.others,
        }
        .push(pattern);
    }

    pub(super) fn into_globs(mut self) -> Result<Globs, BuildError> {
        let (literals, patterns): (Vec<String>, Vec<Vec<Pattern>>) = self.by_literal.drain().unzip();
        let literals = Literals::new(literals, false)?;
        Ok(Globs { set: self, literals, patterns })
    }
}

impl Globs {
    pub(super) fn len(&self) -> usize {
        self.set.positions.len()
    }

    /// Compares a path in lower case with all patterns.
    pub(super) fn compare(&self, path: &str, matched: &mut Matched) {
        matched.is_matched.clear();
        matched.is_matched.resize(self.len(), false);
        matched.globs.clear();
        let GlobSet { by_extension, by_folder, by_name, others, .. } = &self.set;
        let mut parts = path.rsplit('/');
        let name = parts.next().unwrap_or_default();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let found = [by_extension.get(extension), by_name.get(name)].into_iter().flatten();
        let found = found.chain(parts.filter_map(|folder| by_folder.get(folder)));
        found.flatten().for_each(|&at| matched.add(at));
        let literals = self.literals.find(path).map(|found| &self.patterns[found.pattern().as_usize()]);
        for pattern in literals.flatten().chain(others) {
            if !matched.is_matched[usize::from(pattern.at)] && pattern.matches(path, name) {
                matched.add(pattern.at);
            }
        }
    }
}

/// The longest text that every match of a pattern contains; `None` if there is none.
fn literal(pattern: &str) -> Option<&str> {
    // Text inside braces or a class is only one of several alternatives.
    if pattern.contains(['{', '[']) {
        return None;
    }
    let texts = pattern.split("**/").flat_map(|part| part.split(SPECIAL));
    texts.max_by_key(|text| text.len()).filter(|text| !text.is_empty())
}

/// The patterns without braces that are equivalent to a pattern. The pattern itself if they would be too many, or if
/// a brace may be a character of a class.
fn alternatives(pattern: &str) -> Vec<String> {
    if pattern.contains('[') {
        return vec![pattern.to_owned()];
    }
    let mut done = Vec::new();
    let mut open = vec![pattern.to_owned()];
    while let Some(one) = open.pop() {
        if done.len() + open.len() > MAX_ALTERNATIVES {
            return vec![pattern.to_owned()];
        }
        match innermost_braces(&one) {
            Some((start, end)) => {
                let inside = one[start + 1..end].split(',');
                open.extend(inside.map(|part| format!("{}{part}{}", &one[..start], &one[end + 1..])));
            }
            None => done.push(one),
        }
    }
    done.sort_unstable();
    done.dedup();
    done
}

/// The positions of the first pair of braces without braces inside.
fn innermost_braces(pattern: &str) -> Option<(usize, usize)> {
    let end = pattern.find('}')?;
    pattern[..end].rfind('{').map(|start| (start, end))
}

fn is_plain_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(['*', '?', '[', ']', '{', '}', '/', '\\'])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn is_matched(pattern: &str, path: &str) -> bool {
        let (mut set, mut matched) = (GlobSet::default(), Matched::default());
        let at = set.add(pattern);
        set.into_globs().unwrap().compare(&path.to_ascii_lowercase(), &mut matched);
        matched.any(&[at])
    }

    #[test]
    fn patterns_match_as_documented() {
        for (pattern, path) in [
            ("**/*.py", "a.py"),
            ("**/*.py", "x/y/a.PY"),
            ("**/{a,b}/**", "a/c"),
            ("**/{a,b}/**", "z/b/c/d"),
            ("docs/**/x.md", "docs/x.md"),
            ("docs/**/x.md", "docs/q/x.md"),
            ("**/MODEL?CARD*", "q/model_card.md"),
            ("**/.github/workflows/*.{yml,yaml}", ".github/workflows/ci.yaml"),
            ("**/{pom.xml,build.gradle}", "app/build.gradle"),
            ("**/.env*", "a/.env.local"),
            ("**/*.{test,spec}.{ts,tsx}", "a/b.spec.tsx"),
            (".git/head", ".git/HEAD"),
            ("**/codeowners", ".github/CODEOWNERS"),
            ("**/{.claude,.github/prompts}/**", "a/.github/prompts/b.md"),
            ("**/docs/**", "docs/a.md"),
            ("**/*.env", ".env"),
        ] {
            assert!(is_matched(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("*.py", "x/a.py"),
            ("**/{a,b}/**", "a"),
            ("?.py", "ab.py"),
            ("**/*.py", "a.pyc"),
            ("**/*.{yml,yaml}", "a/yaml"),
            (".gitlab-ci.yml", "x/.gitlab-ci.yml"),
            ("**/codeowners", "codeowners/x"),
            ("**/docs/**", "a/docs"),
            ("**/*_test.{py,go}", "a/test.py"),
        ] {
            assert!(!is_matched(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn the_literal_of_a_pattern_is_in_whatever_matches_it() {
        for (pattern, expected) in [
            ("**/*train*.py", Some("train")),
            ("**/.github/workflows/*.yml", Some(".github/workflows/")),
            ("docs/**/x.md", Some("docs/")),
            ("a/**", Some("a/")),
            ("**/*.{a,b}", None),
            ("**/*", None),
        ] {
            assert_eq!(literal(pattern), expected, "{pattern}");
        }
    }

    #[test]
    fn braces_become_patterns_of_their_own_unless_they_are_very_many() {
        assert_eq!(alternatives("{a,b{c,d}}/*.{e,f}"), ["a/*.e", "a/*.f", "bc/*.e", "bc/*.f", "bd/*.e", "bd/*.f"]);
        let many = "{1,2,3,4,5,6,7,8}".repeat(4);
        assert_eq!(alternatives(&many), [many.as_str()]);
        assert!(is_matched(&many, "6543") && !is_matched(&many, "6549"));
    }
}
