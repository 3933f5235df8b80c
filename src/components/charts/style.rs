//! How shapes look. In the page they have classes, and the style sheet handles dark mode, print and forced colours.
//! In a file they have presentation attributes, because office programs read nothing else.

use std::fmt;

use mlops_core::model::level::Level;

const INK: &str = "#16202b";
const QUIET: &str = "#55616e";
const GREY: &str = "#7b8794";
const WHITE: &str = "#ffffff";
/// The fill of each level, from 0 to 4.
const RAMP: [&str; 5] = ["#e6eaee", "#bcd3e6", "#7fb0d3", "#2f76a9", "#0c4a7c"];
/// Fonts that office programs have too.
const FONTS: &str = "Arial, Helvetica, sans-serif";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RectStyle {
    /// Classes for the style sheet of the page.
    pub class: &'static str,
    fill: &'static str,
    stroke: Option<Stroke>,
    /// The radius of the corners.
    radius: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stroke {
    colour: &'static str,
    width: &'static str,
    /// The lengths of dash and gap; empty for a solid line.
    dash: &'static str,
}

const fn plain(class: &'static str, fill: &'static str) -> RectStyle {
    RectStyle { class, fill, stroke: None, radius: 0 }
}

const fn framed(class: &'static str, fill: &'static str, stroke: Stroke, radius: u8) -> RectStyle {
    RectStyle { class, fill, stroke: Some(stroke), radius }
}

const fn stroke(colour: &'static str, width: &'static str, dash: &'static str) -> Stroke {
    Stroke { colour, width, dash }
}

impl RectStyle {
    /// The background of a picture.
    pub const PAPER: Self = plain("paper", WHITE);
    /// A cell of a profile.
    pub const CELL: Self = framed("cell", "#f5f6f8", stroke("#d5dae0", "1", ""), 0);
    /// A cell with its level reached.
    pub const REACHED: Self = framed("cell is-reached", "#f5f6f8", stroke(INK, "1.5", ""), 0);
    /// What open questions could add.
    pub const OPEN: Self = framed("open", "#dfe8f0", stroke(GREY, "1", "3 3"), 0);
    /// The plate behind a number, which keeps it readable on any fill.
    pub const PLATE: Self = RectStyle { class: "plate", fill: WHITE, stroke: None, radius: 3 };
    /// An automated stage.
    pub const AUTOMATED: Self = framed("stage is-automated", RAMP[2], stroke(GREY, "1", ""), 4);
    /// A partly automated stage.
    pub const PARTLY: Self = framed("stage is-partly", RAMP[1], stroke(GREY, "1", ""), 4);
    /// A manual stage.
    pub const MANUAL: Self = framed("stage is-manual", WHITE, stroke(INK, "2", ""), 4);
    /// A stage that is not known yet.
    pub const UNKNOWN: Self = framed("stage is-unknown", WHITE, stroke(GREY, "1", "4 4"), 4);
    /// The line of a trend and its marks.
    pub const LINE: Self = plain("line", RAMP[3]);
    /// The line of a trend between levels that are not exactly known.
    pub const UNSURE: Self = plain("head", QUIET);
    pub const GRID: Self = plain("grid", "#d5dae0");

    /// The fill of a level.
    #[must_use]
    pub const fn level(level: Level) -> Self {
        const CLASSES: [&str; 5] = ["fill l0", "fill l1", "fill l2", "fill l3", "fill l4"];
        let at = level.number() as usize;
        plain(CLASSES[at], RAMP[at])
    }
}

/// Presentation attributes, each after a blank.
impl fmt::Display for RectStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " fill=\"{}\"", self.fill)?;
        if let Some(Stroke { colour, width, dash }) = self.stroke {
            write!(f, " stroke=\"{colour}\" stroke-width=\"{width}\"")?;
            if !dash.is_empty() {
                write!(f, " stroke-dasharray=\"{dash}\"")?;
            }
        }
        if self.radius > 0 {
            write!(f, " rx=\"{}\"", self.radius)?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// The class for the style sheet of the page.
    pub class: &'static str,
    fill: &'static str,
    /// The size of the letters.
    size: u8,
    is_bold: bool,
}

const fn letters(class: &'static str, fill: &'static str, size: u8, is_bold: bool) -> TextStyle {
    TextStyle { class, fill, size, is_bold }
}

impl TextStyle {
    /// The head of a column, or a note.
    pub const HEAD: Self = letters("head", QUIET, 13, false);
    /// A remark beside a name.
    pub const STATE: Self = letters("state", INK, 13, false);
    /// The name of a row.
    pub const NAME: Self = letters("name", INK, 15, false);
    /// A level at the end of a row.
    pub const LEVEL: Self = letters("level", INK, 17, true);
    /// A number on its plate.
    pub const NUMBER: Self = letters("number", INK, 13, true);
    /// The name of a stage or of a step.
    pub const STEP: Self = letters("step-text", INK, 14, true);
    /// The name of a stage or of a step on a dark fill.
    pub const ON_DARK: Self = letters("on-dark", WHITE, 14, true);
    /// The title of a slide.
    pub const TITLE: Self = letters("slide-title", INK, 24, true);
    /// The team of a slide.
    pub const TEAM: Self = letters("slide-team", INK, 18, true);
    /// The address of the result on a slide.
    pub const LINK: Self = letters("slide-link", RAMP[4], 12, false);
}

/// Presentation attributes, each after a blank.
impl fmt::Display for TextStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = if self.is_bold { 700 } else { 400 };
        let Self { fill, size, .. } = self;
        write!(f, " fill=\"{fill}\" font-family=\"{FONTS}\" font-size=\"{size}\" font-weight=\"{weight}\"")
    }
}
