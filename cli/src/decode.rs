//! `decode`: the contents of links, as assessment files.

use std::io::Write;

use mlops_core::assessment::{Assessment, file};
use mlops_core::json::parse;
use mlops_core::model::Model;
use mlops_core::moment::Moment;
use mlops_core::portfolio::{LineError, OpenedLink};

use crate::input::{self, Item};
use crate::{Failure, Outcome};

const SECONDS_A_DAY: i64 = 86_400;

pub fn run(model: &Model, results: &[String], pretty: bool, out: &mut impl Write) -> Result<Outcome, Failure> {
    input::each(model, results, |item| {
        let written = match assessment(model, item) {
            Ok(assessment) => file::write(&assessment),
            Err(error) => return Ok(Err(error)),
        };
        // The text was just written as JSON, so parsing cannot fail.
        let in_a_line = || parse(&written).unwrap_or_default().to_string();
        let written = if pretty { written } else { in_a_line() };
        writeln!(out, "{written}").map_err(Failure::io("standard output"))?;
        Ok(Ok(()))
    })
}

/// The assessment in a file, or one made from the contents of a link.
pub fn assessment(model: &Model, item: Item) -> Result<Assessment, LineError> {
    match item {
        Item::File(text) => file::read(text).map_err(LineError::File),
        Item::Link(link) => Ok(opened(model, *link)),
    }
}

/// An assessment from the contents of a link. Its id depends only on the link, so that the same link always gives the
/// same id.
fn opened(model: &Model, link: OpenedLink) -> Assessment {
    let OpenedLink { title, opened, .. } = link;
    let now = Moment::from_unix_seconds(opened.shared.day.unix_days() * SECONDS_A_DAY).unwrap_or_default();
    let mut assessment = opened.shared.to_assessment(model, String::new(), now);
    if !title.is_empty() {
        assessment.title = title;
    }
    assessment.id = format!("link-{:016x}", fingerprint(&file::write(&assessment)));
    assessment
}

/// FNV-1a with 64 bits. It distinguishes texts, but not ones made to collide.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
