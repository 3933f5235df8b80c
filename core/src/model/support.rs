//! The share of supporting points that a level needs: a decimal number above 0 and at most 1, stored digit by digit.

/// A share above 0 and at most 1, exactly as a model file writes it: `0.28`, `0.3333333333`, `5e-1`.
///
/// It is no float and has any number of digits: long division compares it with points, digit by digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// The digits after the point, without zeros at the end; empty for 1.
    digits: Vec<u8>,
}

/// More zeros after the point make no difference: with at most 400 capabilities, any share below a thousandth needs
/// half a point.
const MAX_ZEROS: i64 = 8;

impl Support {
    /// All points.
    pub const WHOLE: Self = Self { digits: Vec::new() };

    /// The share in a JSON number; `None` if it is not above 0, or is above 1.
    #[must_use]
    pub fn parse(number: &str) -> Option<Self> {
        let (mantissa, exponent) = match number.find(['e', 'E']) {
            Some(at) => (number.get(..at)?, exponent(number.get(at + 1..)?)?),
            None => (number, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        let all: Option<Vec<u8>> = whole.bytes().chain(fraction.bytes()).map(digit).collect();
        let all = all.filter(|_| !whole.is_empty())?;
        let first = all.iter().position(|&digit| digit > 0)?;
        let last = all.iter().rposition(|&digit| digit > 0)?;
        let significant = all.get(first..=last)?;
        // The value is 0.d₁d₂… times ten to this power.
        let power = i64::try_from(whole.len()).ok()? - i64::try_from(first).ok()?;
        match power.saturating_add(exponent) {
            1 if significant == [1] => Some(Self::WHOLE),
            power @ ..=0 => {
                let zeros = power.saturating_neg().min(MAX_ZEROS);
                let mut digits = vec![0; usize::try_from(zeros).ok()?];
                digits.extend_from_slice(significant);
                Some(Self { digits })
            }
            _ => None,
        }
    }

    /// The fewest half points that are at least this share of the points of this many capabilities; 0 for no
    /// capabilities.
    #[must_use]
    pub fn half_points_of(&self, capabilities: usize) -> usize {
        let all = 2 * capabilities;
        (0..all).find(|&halves| self.is_at_most(halves, all)).unwrap_or(all)
    }

    /// Whether the share is at most `part / of`. `part` has to be less than `of`.
    fn is_at_most(&self, part: usize, of: usize) -> bool {
        if self.digits.is_empty() {
            return false;
        }
        // Long division: the digits of the quotient are those of the fraction, one by one.
        let mut rest = part;
        for &digit in &self.digits {
            rest *= 10;
            let quotient = rest / of;
            if quotient != usize::from(digit) {
                return quotient > usize::from(digit);
            }
            rest %= of;
        }
        true
    }

    /// The share in percent with at most two decimals, and whether that is exact: `28`, `33.33`.
    #[must_use]
    pub fn percent(&self) -> (String, bool) {
        if self.digits.is_empty() {
            return ("100".to_owned(), true);
        }
        let place = |at: usize| self.digits.get(at).copied().unwrap_or(0);
        let mut text = (10 * place(0) + place(1)).to_string();
        if place(2) > 0 || place(3) > 0 {
            text.push('.');
            text.push(char::from(b'0' + place(2)));
            if place(3) > 0 {
                text.push(char::from(b'0' + place(3)));
            }
        }
        (text, self.digits.len() <= 4)
    }
}

/// The exponent of a number, limited to a size that no valid number needs.
fn exponent(text: &str) -> Option<i64> {
    let (is_negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Far larger than any file is long, so that no number of digits can offset it.
    let size = digits.parse::<i64>().map_or(i64::MAX / 2, |size| size.min(i64::MAX / 2));
    Some(if is_negative { -size } else { size })
}
