//! Texts inside markup.

/// Text that stands for itself inside XML and HTML, also in attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // No letters of XML: a file that holds one is no picture and no page.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() && letter != '\n' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Text as a string of JavaScript, with its quotation marks.
#[must_use]
pub fn js_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
