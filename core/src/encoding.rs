//! Decodes the bytes of a text file: UTF-8 or UTF-16. Other encodings and binary files are different errors.

/// Why bytes cannot be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// A text in an undeclared encoding, such as Windows-1252.
    #[error("expected text in UTF-8, found text in another encoding")]
    NotUtf8,
    /// Not a text, for example an image or an archive.
    #[error("expected text, found a picture or something packed")]
    Binary,
}

/// The encoding of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// The encoding of a text by its first bytes, and the length of its byte order mark. Without a mark, a zero byte
    /// beside the first letter shows UTF-16.
    #[must_use]
    pub const fn of(start: &[u8]) -> (Self, usize) {
        match start {
            [0xef, 0xbb, 0xbf, ..] => (Self::Utf8, 3),
            [0xff, 0xfe, ..] => (Self::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Self::Utf16Be, 2),
            [1..=0x7f, 0, 1..=0x7f, 0, ..] => (Self::Utf16Le, 0),
            [0, 1..=0x7f, 0, 1..=0x7f, ..] => (Self::Utf16Be, 0),
            _ => (Self::Utf8, 0),
        }
    }

    /// One unit of UTF-16 from its two bytes.
    #[must_use]
    pub const fn unit(self, bytes: [u8; 2]) -> u16 {
        if matches!(self, Self::Utf16Be) { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) }
    }
}

/// The text in these bytes, without its byte order mark.
///
/// # Errors
///
/// The bytes are no text in UTF-8 or UTF-16.
pub fn decode(bytes: &[u8]) -> Result<String, EncodingError> {
    let (encoding, mark) = Encoding::of(bytes);
    let rest = &bytes[mark..];
    if encoding == Encoding::Utf8 {
        return match std::str::from_utf8(rest) {
            Ok(text) if !text.contains('\0') => Ok(text.to_owned()),
            _ if rest.contains(&0) => Err(EncodingError::Binary),
            _ => Err(EncodingError::NotUtf8),
        };
    }
    let (pairs, half) = rest.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|&pair| encoding.unit(pair)).collect();
    let text = String::from_utf16(&units).ok().filter(|text| half.is_empty() && !text.contains('\0'));
    text.ok_or(EncodingError::NotUtf8)
}

#[cfg(test)]
mod tests {
    use super::{EncodingError, decode};

    #[test]
    fn a_text_is_decoded_by_its_byte_order_mark_and_without_one_by_its_first_letters() {
        for bytes in [
            "{\"\u{e4}\"}".as_bytes().to_vec(),
            b"\xef\xbb\xbf{\"\xc3\xa4\"}".to_vec(),
            b"\xff\xfe{\0\"\0\xe4\0\"\0}\0".to_vec(),
            b"\xfe\xff\0{\0\"\0\xe4\0\"\0}".to_vec(),
            b"{\0\"\0\xe4\0\"\0}\0".to_vec(),
            b"\0{\0\"\0\xe4\0\"\0}".to_vec(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok("{\"\u{e4}\"}"), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_not_unicode_is_told_apart_from_what_is_no_text() {
        assert_eq!(decode(b"{\xe4}"), Err(EncodingError::NotUtf8), "Windows-1252");
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(EncodingError::Binary));
        assert_eq!(decode(b"GIF\0\0\0"), Err(EncodingError::Binary), "letters and zeros are UTF-8, and no text");
        assert_eq!(decode(b"\xff\xfe{\0\xe4"), Err(EncodingError::NotUtf8), "half a character at the end");
        assert_eq!(decode(b"\xff\xfe\0\xd8{\0"), Err(EncodingError::NotUtf8), "half of a surrogate pair");
        assert_eq!(decode(b"\xff\xfe\0\0{\0\0\0"), Err(EncodingError::NotUtf8), "UTF-32");
    }
}
