//! A picture as data: a list of shapes that can be drawn into the page or written as an SVG file.
//!
//! Shapes carry class names, not colours: the page's style sheet gives them light, dark, print and forced colours. A
//! file stands alone, so [`Drawing::to_file`] puts a style of its own beside the shapes. Lengths are whole numbers of the
//! drawing's own units.

use std::fmt::Write as _;

use leptos::prelude::AnyView;

use crate::ui::element::el;
use mlops_core::markup::escaped;

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Left edge.
        x: i32,
        /// Upper edge.
        y: i32,
        /// Width.
        width: i32,
        /// Height.
        height: i32,
        /// What it stands for, as style-sheet classes.
        class: &'static str,
    },
    /// A line of text.
    Text {
        /// The anchor's place.
        x: i32,
        /// The base line.
        y: i32,
        /// Which end of the text the anchor is.
        anchor: Anchor,
        /// What it stands for, as style-sheet classes.
        class: &'static str,
        /// The text.
        text: String,
    },
}

/// Which end of a text is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its first letter.
    Start,
    /// Its middle.
    Middle,
    /// Its last letter.
    End,
}

impl Anchor {
    const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A picture with a text that says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// Draws it into the page. `class` tells the style sheet which picture it is.
    #[must_use]
    pub fn view(&self, class: &'static str) -> AnyView {
        // Everything in the markup is escaped where it is written.
        el("div").class(class).html(self.markup("")).into_any()
    }

    /// The picture as an SVG file that needs nothing else, and that leads to the result where there is a link.
    #[must_use]
    pub fn to_file(&self, style: &str, link: Option<&str>) -> String {
        let (width, height) = (self.width, self.height);
        let svg = self
            .markup(&format!("<style>{style}</style><rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>"));
        match (link, svg.split_once("<style>"), svg.strip_suffix("</svg>")) {
            (Some(link), Some((head, _)), Some(whole)) => {
                format!("{head}<a href=\"{}\">{}</a></svg>", escaped(link), &whole[head.len()..])
            }
            _ => svg,
        }
    }

    fn markup(&self, before: &str) -> String {
        let (width, height, alt) = (self.width, self.height, escaped(&self.alt));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{alt}\">{before}"
        );
        for shape in &self.shapes {
            // Writing into a string cannot fail.
            match shape {
                Shape::Rect { x, y, width, height, class } => {
                    write!(svg, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
                }
                Shape::Text { x, y, anchor, class, text } => write!(
                    svg,
                    "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">{}</text>",
                    anchor.word(),
                    escaped(text)
                ),
            }
            .ok();
        }
        svg.push_str("</svg>");
        svg
    }
}
