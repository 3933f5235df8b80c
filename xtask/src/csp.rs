//! The content security policy that the page carries itself: a static host may not be able to send one.

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256};

use crate::shell::Failure;

/// The hash of bytes in hexadecimal.
pub fn hash_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())))
}

/// The texts between `<name …>` and `</name>`, of elements that carry their content themselves.
fn inline<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(&opening) {
        rest = &rest[start..];
        let (Some(head_end), Some(end)) = (rest.find('>'), rest.find(&closing)) else { break };
        if !rest[..head_end].contains(" src=") {
            found.push(&rest[head_end + 1..end]);
        }
        rest = &rest[end + closing.len()..];
    }
    found
}

/// The page with its policy: only its own files, only the inline scripts and styles that are in it now.
///
/// A page without a place for the policy is a failure: it would go out without one.
pub fn with_policy(html: &str) -> Result<String, Failure> {
    let scripts: Vec<String> = inline(html, "script").into_iter().map(source).collect();
    let styles: Vec<String> = inline(html, "style").into_iter().map(source).collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; img-src 'self' data: blob:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" "),
    );
    // As early as can be, since a policy binds only what comes after it. The minifier leaves out `<head>`.
    let charset = html.find("<meta charset").ok_or_else(|| Failure("the page has no <meta charset>".to_owned()))?;
    let (before, after) = html.split_at(charset);
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_script_is_named_by_its_hash_and_no_other() {
        let html =
            "<meta charset=utf-8><script>a()</script><script src=\"b.js\"></script><script type=module>c()</script>";
        let policed = with_policy(html).unwrap_or_default();
        assert!(policed.contains(&source("a()")) && policed.contains(&source("c()")));
        assert_eq!(policed.matches("sha256-").count(), 2);
    }
}
