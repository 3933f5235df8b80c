//! Which glob patterns match a path: all patterns of the signals at once, without regard to ASCII case.
//!
//! Two thirds of the time of a scan once went into matching braces. So a path is compared only with patterns that can match its
//! extension, and the plain forms of a pattern are look-ups: any file with an extension, a folder, or a file of some names.

use std::collections::HashMap;

use fast_glob::glob_match;

/// A pattern by its position.
pub(super) type GlobIx = u16;

#[derive(Debug, Default)]
pub(super) struct Globs {
    positions: HashMap<String, GlobIx>,
    patterns: Vec<Pattern>,
    /// Patterns that end in an extension, by each extension they accept.
    by_extension: HashMap<String, Vec<GlobIx>>,
    /// Patterns of folders and of files, by each name they accept.
    by_folder: HashMap<String, Vec<GlobIx>>,
    by_name: HashMap<String, Vec<GlobIx>>,
    /// The other patterns.
    others: Vec<GlobIx>,
}

#[derive(Debug)]
enum Pattern {
    /// To be found is to match.
    LookUp,
    Glob(String),
}

/// Which patterns match one path.
#[derive(Debug, Default)]
pub(super) struct Matched(Vec<bool>);

impl Matched {
    pub(super) fn any(&self, globs: &[GlobIx]) -> bool {
        globs.iter().any(|&glob| self.0[usize::from(glob)])
    }
}

impl Globs {
    /// The position of a pattern, which is added where it is new.
    pub(super) fn add(&mut self, pattern: &str) -> GlobIx {
        let pattern = pattern.to_ascii_lowercase();
        if let Some(&at) = self.positions.get(&pattern) {
            return at;
        }
        let at = GlobIx::try_from(self.patterns.len()).unwrap_or(GlobIx::MAX);
        let anywhere = pattern.strip_prefix("**/");
        let folders = anywhere.and_then(|rest| rest.strip_suffix("/**")).and_then(names);
        let files = anywhere.and_then(names);
        let extensions = extensions(&pattern);
        let is_any_name = |extensions: &[&str]| {
            let length = pattern.rfind('.').unwrap_or_default();
            !extensions.is_empty() && pattern[..length] == *"**/*"
        };
        let (table, keys, kind) = match (folders, files, extensions) {
            (Some(folders), ..) => (&mut self.by_folder, folders, Pattern::LookUp),
            (_, Some(files), _) => (&mut self.by_name, files, Pattern::LookUp),
            (.., Some(extensions)) if is_any_name(&extensions) => {
                (&mut self.by_extension, extensions, Pattern::LookUp)
            }
            (.., Some(extensions)) => (&mut self.by_extension, extensions, Pattern::Glob(pattern.clone())),
            _ => {
                self.others.push(at);
                (&mut self.by_extension, Vec::new(), Pattern::Glob(pattern.clone()))
            }
        };
        for key in keys {
            table.entry(key.to_owned()).or_default().push(at);
        }
        self.patterns.push(kind);
        self.positions.insert(pattern, at);
        at
    }

    /// Compares a path in lower case with every pattern.
    pub(super) fn compare(&self, path: &str, matched: &mut Matched) {
        matched.0.clear();
        matched.0.resize(self.patterns.len(), false);
        let mut parts = path.rsplit('/');
        let name = parts.next().unwrap_or_default();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let folders = parts.filter_map(|folder| self.by_folder.get(folder));
        let found = [self.by_extension.get(extension), self.by_name.get(name)].into_iter().flatten();
        for &at in found.chain(folders).flatten().chain(&self.others) {
            let at = usize::from(at);
            matched.0[at] = match &self.patterns[at] {
                Pattern::LookUp => true,
                Pattern::Glob(pattern) => glob_match(pattern, path),
            };
        }
    }
}

fn is_plain_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(['*', '?', '[', ']', '{', '}', '/', '\\'])
}

/// The names that a part of a pattern accepts, such as `docs` or `{test,tests}`; none where it has wildcards.
fn names(part: &str) -> Option<Vec<&str>> {
    let inside = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
    let names: Vec<&str> = inside.map_or_else(|| vec![part], |inside| inside.split(',').collect());
    names.iter().all(|name| is_plain_name(name)).then_some(names)
}

/// The extensions that a pattern accepts; none where it does not end in plain ones, such as `.py` or `.{yml,yaml}`.
fn extensions(pattern: &str) -> Option<Vec<&str>> {
    let is_plain = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let endings: Vec<&str> = match pattern.strip_suffix('}') {
        Some(open) => {
            let (before, alternatives) = open.rsplit_once('{')?;
            before.ends_with('.').then(|| alternatives.split(',').collect())?
        }
        None => vec![pattern.rsplit('/').next()?.rsplit_once('.')?.1],
    };
    endings.iter().all(is_plain).then_some(endings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_matched(pattern: &str, path: &str) -> bool {
        let (mut globs, mut matched) = (Globs::default(), Matched::default());
        let at = globs.add(pattern);
        globs.compare(&path.to_ascii_lowercase(), &mut matched);
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
    fn only_plain_extensions_narrow_a_pattern() {
        assert_eq!(extensions("**/*.{yml,yaml}"), Some(vec!["yml", "yaml"]));
        assert_eq!(extensions(".travis.yml"), Some(vec!["yml"]));
        for pattern in ["**/*.md*", "**/{pom.xml,build.gradle}", "**/dockerfile", "a.b/c", "**/*.{a,b*}", "**/*.?"] {
            assert_eq!(extensions(pattern), None, "{pattern}");
        }
    }
}
