//! What is said about the page around this one.

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
    format!("This page is shown by {}, which knows nothing of this result.", site(origin))
}

/// Once it was pressed.
#[must_use]
pub fn sent_to(origin: &str) -> String {
    format!("Sent. From now on {} is told what changes here.", site(origin))
}
