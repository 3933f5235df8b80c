//! An organisation's own questionnaire.

/// Before the faults of one that cannot be used. A hostile file has more faults than are listed, so they are not counted.
pub const TO_BE_MENDED: &str = "Fix these problems first:";
