//! The page that embeds this one.

/// How an origin is called in a sentence: `wiki.example`; with `http://` where nothing keeps others from reading along.
#[must_use]
pub fn site(origin: &str) -> &str {
    origin.strip_prefix("https://").unwrap_or(origin)
}

/// On the button that gives a result away.
#[must_use]
pub fn send_to(origin: &str) -> String {
    format!("Send this result to {}", site(origin))
}

/// Before that button.
#[must_use]
pub fn knows_nothing(origin: &str) -> String {
    format!("This page is embedded in {}, which has not received this result.", site(origin))
}

/// Once it was pressed.
#[must_use]
pub fn sent_to(origin: &str) -> String {
    format!("Sent. {} will also receive later changes.", site(origin))
}
