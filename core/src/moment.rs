//! Days and moments as in files: `2026-11-23` and `2026-11-23T09:00:00Z`, in UTC.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::json::typed::unexpected;

/// A calendar day (proleptic Gregorian), from 0000-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day {
    days: i64,
}

/// Days from 0000-01-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_528;
const SECONDS_A_DAY: i64 = 86_400;

impl Day {
    /// The day with this date; `None` if the date does not exist.
    #[must_use]
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(0..=9999).contains(&year) || !(1..=length).contains(&day) {
            return None;
        }
        // With years that begin in March, the leap day is the last day.
        let (month, day) = (i64::from(month), i64::from(day));
        let march_year = if month <= 2 { year - 1 } else { year };
        let march_month = (month + 9) % 12;
        let century_days = march_year.div_euclid(4) - march_year.div_euclid(100) + march_year.div_euclid(400);
        let days = march_year * 365 + century_days + (march_month * 153 + 2) / 5 + day - 1 + 60;
        Some(Self { days: days - DAYS_TO_1970 })
    }

    /// The day this many days after 1970-01-01.
    #[must_use]
    pub fn from_unix_days(days: i64) -> Option<Self> {
        let day = Self { days };
        (0..=9999).contains(&day.parts().0).then_some(day)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn unix_days(self) -> i64 {
        self.days
    }

    /// Year, month 1..=12, day 1..=31.
    #[must_use]
    pub fn parts(self) -> (i64, u8, u8) {
        let days = self.days + DAYS_TO_1970 - 60;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let small = |number: i64| u8::try_from(number).unwrap_or_default();
        (year, small(month), small(day))
    }

    /// Reads `2026-11-23`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let month = u8::try_from(digits(&bytes[5..7])?).ok()?;
        let day = u8::try_from(digits(&bytes[8..10])?).ok()?;
        Self::new(digits(&bytes[..4])?, month, day)
    }
}

impl From<Day> for String {
    fn from(one: Day) -> Self {
        one.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| unexpected("expected a day such as \"2027-02-01\"", &text))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A moment to the second. The default is the first second of 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment {
    seconds: i64,
}

impl Moment {
    /// The moment this many seconds after 1970-01-01T00:00:00Z; `None` outside the years 0 to 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        Day::from_unix_days(seconds.div_euclid(SECONDS_A_DAY))?;
        Some(Self { seconds })
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// The day in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        Day { days: self.seconds.div_euclid(SECONDS_A_DAY) }
    }

    /// The day in a time zone this many minutes ahead of UTC: 120 for summer in Berlin, -300 for winter in New York.
    #[must_use]
    pub fn day_at(self, minutes_east: i32) -> Day {
        let local = self.seconds.saturating_add(60 * i64::from(minutes_east));
        Day::from_unix_days(local.div_euclid(SECONDS_A_DAY)).unwrap_or_else(|| self.day())
    }

    /// Reads RFC 3339, such as `2026-11-23T09:00:00Z` or `2026-11-23T10:00:00.5+01:00`. Fractions of seconds are
    /// dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if !text.is_ascii() || bytes.len() < 20 {
            return None;
        }
        let day = Day::parse(text.get(..10)?)?;
        if !matches!(bytes[10], b'T' | b't' | b' ') || bytes[13] != b':' || bytes[16] != b':' {
            return None;
        }
        let (hour, minute) = (digits(&bytes[11..13])?, digits(&bytes[14..16])?);
        let second = digits(&bytes[17..19])?;
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let mut rest = &bytes[19..];
        if let [b'.', fraction @ ..] = rest {
            let length = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if length == 0 {
                return None;
            }
            rest = &fraction[length..];
        }
        let offset = match rest {
            [b'Z' | b'z'] => 0,
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
                let (hours, minutes) = (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?);
                if hours > 23 || minutes > 59 {
                    return None;
                }
                let seconds = hours * 3600 + minutes * 60;
                if *sign == b'+' { seconds } else { -seconds }
            }
            _ => return None,
        };
        let of_day = hour * 3600 + minute * 60 + second;
        Self::from_unix_seconds(day.unix_days() * SECONDS_A_DAY + of_day - offset)
    }
}

impl From<Moment> for String {
    fn from(one: Moment) -> Self {
        one.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| unexpected("expected a moment such as \"2026-11-23T09:00:00Z\"", &text))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_day = self.seconds.rem_euclid(SECONDS_A_DAY);
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.day())
    }
}

fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}
