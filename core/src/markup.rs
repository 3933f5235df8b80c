//! Texts inside markup.

/// Text that means itself inside XML and HTML, also in attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let printable = |letter: char| match letter {
        // No letters of XML: a file that contains one is no picture and no page.
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        letter if letter.is_control() && letter != '\n' => ' ',
        letter => letter,
    };
    let text: String = text.chars().map(printable).collect();
    html_escape::encode_quoted_attribute(&text).into_owned()
}

/// Text as a string of JavaScript, with its quotation marks.
#[must_use]
pub fn js_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
