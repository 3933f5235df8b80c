//! The address of a folder on the web, read from the files of its Git repository.
//!
//! Git itself is never run: the settings of a repository can name programs that Git starts, and a scanned repository
//! is not trusted.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use mlops_core::web_url::is_web_url;

/// More than HEAD or the settings of a repository need.
const MAX_BYTES: u64 = 64 * 1024;
/// The longest list of packed references that is read.
const MAX_PACKED_BYTES: u64 = 16 * 1024 * 1024;

/// What the files of a folder's repository say about it.
#[derive(Debug, Default)]
pub struct Repository {
    pub address: Option<String>,
    pub commit: Option<String>,
    /// The path of the folder in the repository; `None` for the root.
    pub path: Option<String>,
}

impl Repository {
    /// The repository that contains a folder, if any.
    pub fn of(folder: &Path) -> Option<Self> {
        let folder = folder.canonicalize().ok()?;
        let top = folder.ancestors().find(|top| top.join(".git").exists())?;
        let path = folder.strip_prefix(top).ok()?.to_str()?.replace('\\', "/");
        let git = git_folder(top)?;
        let common = text(&git.join("commondir")).map_or_else(|| git.clone(), |common| git.join(common.trim()));
        Some(Self {
            address: text(&common.join("config"))
                .and_then(|config| origin(&config))
                .and_then(|url| web_address(&url)),
            commit: commit(&git, &common),
            path: Some(path).filter(|path| !path.is_empty()),
        })
    }
}

/// The Git folder of a work tree. `.git` is that folder, or in a linked work tree or submodule a file with its path.
fn git_folder(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let named = text(&git)?;
    Some(top.join(named.trim().strip_prefix("gitdir:")?.trim()))
}

fn text(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
}

fn commit(git: &Path, common: &Path) -> Option<String> {
    let head = text(&git.join("HEAD"))?;
    let head = head.trim();
    let Some(reference) = head.strip_prefix("ref:").map(str::trim) else { return checked(head) };
    if !reference.starts_with("refs/") || reference.split('/').any(|part| part == ".." || part.is_empty()) {
        return None;
    }
    let loose = [git, common].into_iter().find_map(|folder| text(&folder.join(reference)));
    loose.and_then(|commit| checked(commit.trim())).or_else(|| packed(&common.join("packed-refs"), reference))
}

fn packed(list: &Path, reference: &str) -> Option<String> {
    let list = BufReader::new(File::open(list).ok()?.take(MAX_PACKED_BYTES));
    let of = |line: String| line.strip_suffix(reference).and_then(|commit| checked(commit.trim_end()));
    list.lines().map_while(Result::ok).find_map(of)
}

fn checked(commit: &str) -> Option<String> {
    let is_commit = (40..=64).contains(&commit.len()) && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit.then(|| commit.to_owned())
}

/// The address of the remote "origin" in the settings of a repository.
fn origin(config: &str) -> Option<String> {
    let mut is_origin = false;
    for line in config.lines().map(str::trim) {
        if line.starts_with('[') {
            is_origin = line.starts_with("[remote \"origin\"]");
        } else if let Some((name, value)) = line.split_once('=')
            && is_origin
            && name.trim().eq_ignore_ascii_case("url")
        {
            return Some(value.trim().to_owned());
        }
    }
    None
}

/// The web page of a repository, without user names, passwords and tokens.
fn web_address(url: &str) -> Option<String> {
    let (host, path) = match url.split_once("://") {
        Some((scheme, rest)) => {
            let rest = rest.split_once('@').map_or(rest, |(_, rest)| rest);
            let (host, path) = rest.split_once('/')?;
            // The port of SSH is not that of the web page.
            let host = if scheme.starts_with("http") { host } else { host.split(':').next()? };
            (host, path)
        }
        // git@github.com:acme/shop.git
        None => {
            let (user, rest) = url.split_once('@')?;
            let is_name = user.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
            rest.split_once(':').filter(|_| is_name)?
        }
    };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let address = format!("https://{host}/{path}");
    (is_web_url(&address) && !address.contains(['@', '?', '#'])).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_password_in_it() {
        for (url, expected) in [
            ("https://github.com/acme/shop.git", Some("https://github.com/acme/shop")),
            ("https://ana:secret@github.com/acme/shop", Some("https://github.com/acme/shop")),
            ("https://ana:a/b@github.com/acme/shop", Some("https://github.com/acme/shop")),
            ("git@gitlab.example:ml/shop.git", Some("https://gitlab.example/ml/shop")),
            ("ssh://git@gitlab.example:2222/ml/shop.git", Some("https://gitlab.example/ml/shop")),
            ("/srv/git/shop.git", None),
            ("file:///srv/git/shop.git", None),
            ("https://a@b@github.com/x", None),
            ("javascript:alert(1)//@x:y", None),
        ] {
            assert_eq!(web_address(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn the_remote_is_the_one_called_origin() {
        let config =
            "[core]\n\turl = no\n[remote \"fork\"]\n\turl = a@b:c\n[remote \"origin\"]\n\tfetch = x\n\tURL = d@e:f\n";
        assert_eq!(origin(config).as_deref(), Some("d@e:f"));
        assert_eq!(origin("[remote \"fork\"]\nurl = a@b:c"), None);
    }
}
