//! A picture as data: a list of shapes that can be drawn into the page or written as an SVG file.
//!
//! Shapes carry class names, not colours: the page's style sheet gives them light, dark, print and forced colours. A
//! file stands alone, so [`Drawing::to_file`] puts a style of its own beside the shapes.

use std::fmt::Write as _;

use leptos::prelude::*;
use leptos::svg;

/// One shape. Lengths are in the drawing's own units.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// What it stands for, as style-sheet classes.
        class: &'static str,
    },
    /// A line of text.
    Text {
        /// The anchor's place.
        x: f64,
        /// The base line.
        y: f64,
        /// Which end of the text the anchor is.
        anchor: Anchor,
        /// What it stands for, as style-sheet classes.
        class: &'static str,
        /// The text.
        text: String,
    },
    /// A straight line.
    Line {
        /// Where it starts.
        from: (f64, f64),
        /// Where it ends.
        to: (f64, f64),
        /// What it stands for, as style-sheet classes.
        class: &'static str,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width in its own units.
    pub width: f64,
    /// Height in its own units.
    pub height: f64,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// Draws it into the page. `class` tells the style sheet which picture it is.
    #[must_use]
    pub fn view(self, class: &'static str) -> AnyView {
        let shapes: Vec<AnyView> = self.shapes.into_iter().map(shape_view).collect();
        svg::svg()
            .attr("class", class)
            .attr("viewBox", format!("0 0 {} {}", self.width, self.height))
            .attr("role", "img")
            .attr("aria-label", self.alt)
            .child(shapes)
            .into_any()
    }

    /// The picture as an SVG file that needs nothing else.
    #[must_use]
    pub fn to_file(&self, style: &str) -> String {
        let (width, height) = (self.width, self.height);
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title><style>{style}</style>\
             <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>",
            escaped(&self.alt)
        );
        for shape in &self.shapes {
            // Writing into a string cannot fail.
            match shape {
                Shape::Rect { x, y, width, height, class } => {
                    write!(file, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
                }
                Shape::Text { x, y, anchor, class, text } => write!(
                    file,
                    "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">{}</text>",
                    anchor.word(),
                    escaped(text)
                ),
                Shape::Line { from: (x1, y1), to: (x2, y2), class } => {
                    write!(file, "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>")
                }
            }
            .ok();
        }
        file.push_str("</svg>");
        file
    }
}

fn shape_view(shape: Shape) -> AnyView {
    match shape {
        Shape::Rect { x, y, width, height, class } => svg::rect()
            .attr("class", class)
            .attr("x", x)
            .attr("y", y)
            .attr("width", width)
            .attr("height", height)
            .into_any(),
        Shape::Text { x, y, anchor, class, text } => svg::text()
            .attr("class", class)
            .attr("x", x)
            .attr("y", y)
            .attr("text-anchor", anchor.word())
            .child(text)
            .into_any(),
        Shape::Line { from: (x1, y1), to: (x2, y2), class } => svg::line()
            .attr("class", class)
            .attr("x1", x1)
            .attr("y1", y1)
            .attr("x2", x2)
            .attr("y2", y2)
            .into_any(),
    }
}

/// Text that stands for itself inside XML and HTML, also in attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter if letter.is_control() && letter != '\n' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
