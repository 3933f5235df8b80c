//! A slide: a chart with title, team, date, legend and link around it, so that it is understood without the page.

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;

const MARGIN: i32 = 40;
/// The height of the title line and of every other line.
const TITLE: i32 = 34;
const LINE: i32 = 20;
/// The side of a sample in the legend.
const SAMPLE: i32 = 16;
/// The average width of a letter in the legend, rounded up.
const LETTER: i32 = 8;
/// The average width of a letter in a link.
const LINK_LETTER: i32 = 7;
/// The most lines of a link that are shown. A link in a file leads to the whole address.
const LINK_LINES: usize = 3;
/// The largest ratio of width to height.
const SLIDE: (i32, i32) = (16, 9);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendItem {
    pub style: RectStyle,
    pub says: &'static str,
}

/// The texts around a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption<'a> {
    /// What the picture shows.
    pub title: String,
    /// The name of the team.
    pub team: &'a str,
    /// The date and the question set.
    pub about: String,
    /// The meaning of the marks.
    pub legend: &'a [LegendItem],
    /// The address of the result.
    pub link: Option<&'a str>,
}

/// The picture with its caption, as a slide.
#[must_use]
pub fn on_slide(drawing: &Drawing, caption: &Caption) -> Drawing {
    let width = drawing.width + 2 * MARGIN;
    let letters = |room: i32, letter: i32| usize::try_from(room / letter).unwrap_or(1).max(1);
    let mut shapes = Vec::new();
    let mut y = MARGIN;
    let mut line = |y: i32, style: TextStyle, text: String| {
        shapes.push(Shape::Text { x: MARGIN, y, anchor: Anchor::Start, style, text });
    };
    // Letters of the title are twice as wide as letters of a link.
    for text in cut(&caption.title, letters(drawing.width, 2 * LINK_LETTER), 1) {
        line(y + 20, TextStyle::TITLE, text);
        y += TITLE;
    }
    for text in cut(caption.team, letters(drawing.width, LETTER + 1), 2) {
        line(y + 12, TextStyle::TEAM, text);
        y += LINE + 2;
    }
    line(y + 12, TextStyle::HEAD, caption.about.clone());
    y += 2 * LINE;
    let top = y;
    y += drawing.height + LINE;
    y = legend(caption.legend, drawing.width, y, &mut shapes);
    let link =
        caption.link.map(|link| cut(link, letters(drawing.width, LINK_LETTER), LINK_LINES)).unwrap_or_default();
    let foot = LINE * whole(link.len());
    let (wide, high) = SLIDE;
    let height = (y + foot + MARGIN).max(width * high / wide);
    for (at, text) in link.into_iter().enumerate() {
        let y = height - MARGIN - foot + LINE * (whole(at) + 1);
        shapes.push(Shape::Text { x: MARGIN, y, anchor: Anchor::Start, style: TextStyle::LINK, text });
    }
    shapes.extend(drawing.shapes.iter().map(|shape| shape.moved(MARGIN, top)));
    let alt = format!("{}. {}. {} {}", caption.title, caption.team, caption.about, drawing.alt);
    Drawing { width, height, alt, shapes }
}

/// Draws the legend from `y` down, in as many lines as it needs. Returns where the content below it may begin.
fn legend(keys: &[LegendItem], width: i32, mut y: i32, shapes: &mut Vec<Shape>) -> i32 {
    let mut x = 0;
    for key in keys {
        let takes = SAMPLE + 8 + LETTER * whole(key.says.chars().count()) + LINE;
        if x > 0 && x + takes > width {
            x = 0;
            y += LINE + 4;
        }
        let left = MARGIN + x;
        shapes.push(Shape::Rect { x: left, y: y + 1, width: SAMPLE, height: SAMPLE, style: key.style });
        let text = key.says.to_owned();
        shapes.push(Shape::Text {
            x: left + SAMPLE + 8,
            y: y + 14,
            anchor: Anchor::Start,
            style: TextStyle::HEAD,
            text,
        });
        x += takes;
    }
    if keys.is_empty() { y } else { y + 2 * LINE }
}

/// A text in lines of at most `letters` letters, broken at blanks if there are any. A text longer than `lines` lines
/// ends with an ellipsis.
fn cut(text: &str, letters: usize, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut rest: Vec<char> = text.trim().chars().collect();
    while !rest.is_empty() && done.len() < lines {
        if rest.len() <= letters {
            done.push(rest.iter().collect());
            return done;
        }
        let is_last = done.len() + 1 == lines;
        let room = if is_last { letters.saturating_sub(1) } else { letters };
        let blank = rest[..room].iter().rposition(|&letter| letter == ' ').filter(|&at| at > room / 2);
        let end = blank.unwrap_or(room);
        let mut piece: String = rest[..end].iter().collect();
        if is_last {
            piece.push('\u{2026}');
        }
        done.push(piece);
        rest = rest.split_off(end);
        while rest.first() == Some(&' ') {
            rest.remove(0);
        }
    }
    done
}
