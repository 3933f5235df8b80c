//! Bytes of a link: numbers of any length, and the checksum.

use super::LinkError;

/// Reads bytes one after the other.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> Result<u8, LinkError> {
        let (&first, rest) = self.0.split_first().ok_or(LinkError::Truncated)?;
        self.0 = rest;
        Ok(first)
    }

    pub fn take(&mut self, count: usize) -> Result<&'a [u8], LinkError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(LinkError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    pub const fn rest(&mut self) -> &'a [u8] {
        let rest = self.0;
        self.0 = &[];
        rest
    }

    /// A number as [`put_number`] writes it: seven bits a byte, the lowest first, at most 28 bits.
    pub fn number(&mut self) -> Result<usize, LinkError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // A last byte of nothing would be a second way to write the same number.
                return if byte == 0 && shift > 0 { Err(LinkError::Damaged) } else { Ok(number) };
            }
        }
        Err(LinkError::Damaged)
    }
}

/// Writes a number, seven bits a byte, the lowest first.
pub fn put_number(mut number: usize, bytes: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// CRC-24 (polynomial 0x864CFB, as in OpenPGP) over the model's id, a zero byte and the bytes.
pub fn checksum(model_id: &str, bytes: &[u8]) -> [u8; 3] {
    let mut check: u32 = 0x00b7_04ce;
    for &byte in model_id.as_bytes().iter().chain(&[0]).chain(bytes) {
        check ^= u32::from(byte) << 16;
        for _ in 0..8 {
            check <<= 1;
            if check & 0x0100_0000 != 0 {
                check ^= 0x0186_4cfb;
            }
        }
    }
    let [_, high, middle, low] = check.to_be_bytes();
    [high, middle, low]
}
