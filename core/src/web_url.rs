//! Which addresses from outside may become links.

/// Whether a text is a web address that may become a link: `http:` or `https:` with a host, without credentials,
/// white space and control characters.
#[must_use]
pub fn is_web_url(text: &str) -> bool {
    let scheme_end = text.find("://").map_or(0, |at| at + 3);
    let is_web = ["http://", "https://"].iter().any(|scheme| text[..scheme_end].eq_ignore_ascii_case(scheme));
    let rest = &text[scheme_end..];
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_clean =
        text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\\' | '<' | '>' | '"'));
    is_web && is_clean && !host.is_empty() && !host.contains('@')
}
