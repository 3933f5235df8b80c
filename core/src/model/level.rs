//! A maturity level: 0 to 4.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::json::typed::whole_number;

/// A maturity level from 0 ("No MLOps") to 4 ("Full MLOps automated operations").
///
/// ```
/// use mlops_core::model::level::Level;
/// assert_eq!(Level::new(4), Some(Level::TOP));
/// assert_eq!(Level::new(5), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Level(u8);

impl Level {
    /// The level of every team at first: it asks nothing.
    pub const ZERO: Self = Self(0);
    /// The highest level.
    pub const TOP: Self = Self(4);
    /// Lowest first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];
    /// The levels that ask something, lowest first.
    pub const ASKED: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The level with this number (0..=4).
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number <= Self::TOP.0 { Some(Self(number)) } else { None }
    }

    /// 0..=4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its position among [`Level::ASKED`]. `None` for level 0, which asks nothing.
    #[must_use]
    pub const fn asked_index(self) -> Option<usize> {
        match self.0 {
            0 => None,
            n => Some(n as usize - 1),
        }
    }

    /// The next level; `None` for the highest one.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = whole_number::<0, 4, _>(deserializer)?;
        Ok(u8::try_from(number).ok().and_then(Self::new).unwrap_or_default())
    }
}
