//! The bytes of a link: numbers of any length, and the checksum.

use super::LinkError;

/// Reads bytes one by one.
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

    /// A number as written by [`put_number`]: seven bits per byte, the lowest first, at most 28 bits.
    pub fn number(&mut self) -> Result<usize, LinkError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // A last byte of zero would be a second way to write the same number.
                return if byte == 0 && shift > 0 { Err(LinkError::Damaged) } else { Ok(number) };
            }
        }
        Err(LinkError::Damaged)
    }

    /// A text with its length before it.
    pub fn text(&mut self) -> Result<String, LinkError> {
        let length = self.number()?;
        text(self.take(length)?)
    }
}

/// The text in these bytes.
pub fn text(bytes: &[u8]) -> Result<String, LinkError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| LinkError::Damaged)
}

/// Writes a number: seven bits per byte, the lowest first.
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

/// Writes a block of bytes with its length before it.
pub fn put_block(block: &[u8], bytes: &mut Vec<u8>) {
    put_number(block.len(), bytes);
    bytes.extend(block);
}

/// CRC-24 (polynomial 0x864CFB, start 0xB704CE, as in OpenPGP).
#[derive(Clone, Copy, Debug)]
pub struct Checksum(u32);

/// The effect of the four highest bits on the others when they are shifted out.
const SHIFTED_OUT: [u32; 16] = {
    let mut table = [0; 16];
    let mut bits = 0;
    while bits < 16 {
        let mut rest = (bits as u32) << 20;
        let mut step = 0;
        while step < 4 {
            rest <<= 1;
            if rest & 0x0100_0000 != 0 {
                rest ^= 0x0186_4cfb;
            }
            step += 1;
        }
        table[bits] = rest;
        bits += 1;
    }
    table
};

impl Checksum {
    pub const fn new() -> Self {
        Self(0x00b7_04ce)
    }

    pub fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 ^= u32::from(byte) << 16;
            for _ in 0..2 {
                let [_, high, ..] = self.0.to_be_bytes();
                self.0 = self.0 << 4 & 0x00ff_ffff ^ SHIFTED_OUT[usize::from(high >> 4)];
            }
        }
    }

    pub const fn bytes(&self) -> [u8; 3] {
        let [_, high, middle, low] = self.0.to_be_bytes();
        [high, middle, low]
    }
}
