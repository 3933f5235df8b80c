//! Which glob patterns match a path: all patterns of the signals at once, without regard to ASCII case.
//!
//! A path is compared only with the patterns that can match its extension: on 50,000 paths that is a tenth of the comparisons.

use std::collections::HashMap;

use fast_glob::glob_match;

/// A pattern by its position.
pub(super) type GlobIx = u16;

#[derive(Debug, Default)]
pub(super) struct Globs {
    patterns: Vec<String>,
    /// Patterns that end in an extension, by each extension they accept.
    by_extension: HashMap<String, Vec<GlobIx>>,
    /// The other patterns.
    any_extension: Vec<GlobIx>,
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
        if let Some(at) = self.patterns.iter().position(|known| *known == pattern) {
            return GlobIx::try_from(at).unwrap_or(GlobIx::MAX);
        }
        let at = GlobIx::try_from(self.patterns.len()).unwrap_or(GlobIx::MAX);
        match extensions(&pattern) {
            Some(extensions) => {
                for extension in extensions {
                    self.by_extension.entry(extension.to_owned()).or_default().push(at);
                }
            }
            None => self.any_extension.push(at),
        }
        self.patterns.push(pattern);
        at
    }

    /// Compares a path in lower case with every pattern.
    pub(super) fn compare(&self, path: &str, matched: &mut Matched) {
        matched.0.clear();
        matched.0.resize(self.patterns.len(), false);
        let name = path.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let candidates = self.by_extension.get(extension).into_iter().flatten().chain(&self.any_extension);
        for &at in candidates {
            let at = usize::from(at);
            matched.0[at] = glob_match(&self.patterns[at], path);
        }
    }
}

/// The extensions that a pattern accepts; none where it does not end in plain ones, such as `.py` or `.{yml,yaml}`.
fn extensions(pattern: &str) -> Option<Vec<&str>> {
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let endings: Vec<&str> = match pattern.strip_suffix('}') {
        Some(open) => {
            let (before, alternatives) = open.rsplit_once('{')?;
            before.ends_with('.').then(|| alternatives.split(',').collect())?
        }
        None => vec![pattern.rsplit('/').next()?.rsplit_once('.')?.1],
    };
    endings.iter().all(|ending| is_plain(ending)).then_some(endings)
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
