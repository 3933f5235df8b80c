//! Changes to `index.html` after Trunk: its content security policy, because a static host may not be able to send
//! one, and the one-file build, for wikis that accept only attachments and for opening from a disk.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use data_encoding::BASE64;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest as _, Sha256};

use crate::dist::{LATE_STYLE, MAIN, STYLE, file_name, later, only};
use crate::shell::Failure;

/// Where a page may load from: its own site, or nowhere.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    OwnSite,
    Nothing,
}

/// Puts the style sheet, links to the parts and the policy into the page of `dist/`. A separate style sheet would
/// delay the first paint by another request.
pub fn finish(dist: &Path) -> Result<(), Failure> {
    let path = dist.join("index.html");
    let style = only(dist, STYLE)?;
    let sheet = format!("<style>{}</style>", fs::read_to_string(&style)?);
    let mut links = String::new();
    for (needed_by, part) in later(dist)? {
        let parts = needed_by.replace('-', " ");
        links.push_str(&format!(
            "<link data-parts=\"{parts}\" href=\"{}\" as=\"fetch\" crossorigin>",
            file_name(&part)
        ));
    }
    let inlined = element!("link[rel=stylesheet]:not([disabled])", |link| {
        link.replace(&sheet, ContentType::Html);
        Ok(())
    });
    let linked = element!("link[data-parts]", |link| {
        link.after(&links, ContentType::Html);
        Ok(())
    });
    let html = rewritten(&fs::read_to_string(&path)?, vec![inlined, linked])?;
    if !html.contains(&sheet) {
        return Err(Failure("the page links no style sheet".to_owned()));
    }
    fs::write(path, with_policy(&html, Reach::OwnSite)?)?;
    Ok(fs::remove_file(style)?)
}

/// The page with its policy: only its own files, and only the scripts and styles that are in it now.
///
/// A page without a place for the policy is an error, because it would be published without one.
fn with_policy(html: &str, reach: Reach) -> Result<String, Failure> {
    let hash = |text: &String| format!(" 'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())));
    let all = |texts: Vec<String>| texts.iter().map(hash).collect::<String>();
    let (own, fetched) = if reach == Reach::OwnSite { (" 'self'", "'self'") } else { ("", "'none'") };
    let policy = format!(
        "default-src 'none'; script-src{own} 'wasm-unsafe-eval'{}; style-src{own}{}; img-src{own} data: blob:; \
         connect-src {fetched}; frame-src {fetched}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        all(inline(html, "script:not([src]):not([type*='/'])")?)
            + &all(inline(html, "script[type='text/javascript']")?),
        all(inline(html, "style")?),
    );
    // As early as possible, because a policy affects only what comes after it.
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let is_put = RefCell::new(false);
    let put = element!("meta[charset]", |charset| {
        charset.before(&meta, ContentType::Html);
        *is_put.borrow_mut() = true;
        Ok(())
    });
    let policed = rewritten(html, vec![put])?;
    if is_put.into_inner() { Ok(policed) } else { Err(Failure("the page has no <meta charset>".to_owned())) }
}

/// The texts of the elements that match a selector, in order, without empty ones.
fn inline(html: &str, selector: &str) -> Result<Vec<String>, Failure> {
    let found = RefCell::new(Vec::new());
    let current = RefCell::new(String::new());
    let gather = text!(selector, |piece| {
        current.borrow_mut().push_str(piece.as_str());
        if piece.last_in_text_node() {
            found.borrow_mut().push(current.take());
        }
        Ok(())
    });
    rewritten(html, vec![gather])?;
    Ok(found.into_inner().into_iter().filter(|text: &String| !text.is_empty()).collect())
}

type Handler<'a> = (std::borrow::Cow<'a, lol_html::Selector>, lol_html::ElementContentHandlers<'a>);

fn rewritten(html: &str, handlers: Vec<Handler<'_>>) -> Result<String, Failure> {
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    rewrite_str(html, settings).map_err(|error| Failure(format!("the page: {error}")))
}

/// Writes `dist/mlops-maturity.html` from the other files of `dist/` and the script of the one-file build.
pub fn one_file(dist: &Path, script: &str) -> Result<(), Failure> {
    let base64 = |path: &Path| Ok::<_, Failure>(BASE64.encode(&fs::read(path)?));
    let icon = format!("data:image/svg+xml;base64,{}", base64(&dist.join("favicon.svg"))?);
    let inside_script = |text: &str| text.replace("</", "<\\/");
    let mut parts = String::new();
    for (needed_by, path) in later(dist)? {
        parts.push_str(&format!("<script type=\"application/wasm\" id=\"_{needed_by}\">{}</script>", base64(&path)?));
    }
    let tail = format!(
        "<script type=\"application/json\" id=\"questions.json\">{}</script>\
         <script type=\"application/json\" id=\"guidance.json\">{}</script>\
         <script type=\"application/json\" id=\"governance.json\">{}</script>\
         <script type=\"application/json\" id=\"signals.json\">{}</script>\
         <script type=\"application/wasm\" id=\"_bg\">{}</script>\
         {}<script>{}</script>",
        inside_script(&fs::read_to_string(dist.join("questions.json"))?),
        inside_script(&fs::read_to_string(dist.join("guidance.json"))?),
        inside_script(&fs::read_to_string(dist.join("governance.json"))?),
        inside_script(&fs::read_to_string(dist.join("signals.json"))?),
        base64(&only(dist, MAIN)?)?,
        parts,
        inside_script(script),
    );
    let drop = |selector: &str| {
        element!(selector, |found| {
            found.remove();
            Ok(())
        })
    };
    let late_style = format!("<style>{}</style>", fs::read_to_string(only(dist, LATE_STYLE)?)?);
    let handlers = vec![
        drop("meta[http-equiv]"),
        drop("link[rel=preload]"),
        drop("link[data-parts]"),
        drop("link[rel=modulepreload]"),
        drop("script[type=module]"),
        element!("link[rel=stylesheet][disabled]", |link| {
            link.replace(&late_style, ContentType::Html);
            Ok(())
        }),
        element!("link[rel=icon]", |link| Ok(link.set_attribute("href", &icon)?)),
        element!("body", |body| {
            body.append(&tail, ContentType::Html);
            Ok(())
        }),
    ];
    let html = rewritten(&fs::read_to_string(dist.join("index.html"))?, handlers)?;
    let html = with_policy(&html, Reach::Nothing)?;
    Ok(fs::write(dist.join("mlops-maturity.html"), html)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_script_is_named_by_its_hash_and_no_other() {
        let html = "<meta charset=utf-8><script>a()</script><script src=\"b.js\"></script><script type=module>c()</script>\
                    <script type=\"application/json\">{}</script>";
        let policed = with_policy(html, Reach::OwnSite).unwrap_or_default();
        for text in ["a()", "c()"] {
            assert!(policed.contains(&BASE64.encode(&Sha256::digest(text.as_bytes()))), "{policed}");
        }
        assert_eq!(policed.matches("sha256-").count(), 2);
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(with_policy("<p>", Reach::OwnSite).is_err());
    }

    #[test]
    fn the_page_that_fetches_nothing_may_fetch_nothing() {
        let policed = with_policy("<meta charset=utf-8>", Reach::Nothing).unwrap_or_default();
        assert!(policed.contains("connect-src 'none'") && !policed.contains("'self'"));
    }
}
