//! Texts inside markup.

/// A text escaped for XML and HTML, also for attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let printable = |letter: char| match letter {
        // Not allowed in XML: a file with such a character could not be opened.
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        letter if letter.is_control() && letter != '\n' => ' ',
        letter => letter,
    };
    let text: String = text.chars().map(printable).collect();
    html_escape::encode_quoted_attribute(&text).into_owned()
}

/// A text as a string literal of JavaScript, with its quotation marks.
#[must_use]
pub fn js_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
