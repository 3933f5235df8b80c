//! A picture as data: a list of shapes that can be drawn into the page or written as an SVG file.
//!
//! Shapes carry class names, not colours: the page's style sheet gives them light, dark, print and forced colours. A
//! file stands alone, so [`Drawing::to_file`] puts a style of its own beside the shapes. Lengths are whole numbers of the
//! drawing's own units.

use leptos::prelude::AnyView;

use crate::ui::element::{Element, el, svg};
use mlops_core::markup::escaped;
use mlops_core::web_url::is_web_url;

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

/// A shape as an element of SVG, before it is one of the page or a text in a file.
struct Mark<'a> {
    tag: &'static str,
    class: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: &'a str,
}

impl Shape {
    /// The same somewhere else.
    #[must_use]
    pub fn moved(&self, right: i32, down: i32) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::Rect { x, y, .. } | Self::Text { x, y, .. } => {
                *x += right;
                *y += down;
            }
        }
        moved
    }

    fn mark(&self) -> Mark<'_> {
        let (tag, class, place, text) = match self {
            Self::Rect { x, y, class, .. } => ("rect", class, [("x", x), ("y", y)], ""),
            Self::Text { x, y, class, text, .. } => ("text", class, [("x", x), ("y", y)], text.as_str()),
        };
        let mut attributes: Vec<_> = place.into_iter().map(|(name, length)| (name, length.to_string())).collect();
        match self {
            Self::Rect { width, height, .. } => {
                attributes.extend([("width", width.to_string()), ("height", height.to_string())]);
            }
            Self::Text { anchor, .. } => attributes.push(("text-anchor", anchor.word().to_owned())),
        }
        Mark { tag, class, attributes, text }
    }
}

impl Mark<'_> {
    fn element(self) -> Element {
        let element = svg(self.tag).class(self.class);
        let element = self.attributes.into_iter().fold(element, |element, (name, value)| element.attr(name, value));
        if self.text.is_empty() { element } else { element.child(self.text.to_owned()) }
    }

    fn write_to(self, out: &mut String) {
        let Self { tag, class, attributes, text } = self;
        out.push_str(&format!("<{tag} class=\"{class}\""));
        for (name, value) in attributes {
            out.push_str(&format!(" {name}=\"{value}\""));
        }
        out.push_str(&format!(">{}</{tag}>", escaped(text)));
    }
}

impl Drawing {
    /// Draws it into the page. `class` tells the style sheet which picture it is.
    #[must_use]
    pub fn view(&self, class: &'static str) -> AnyView {
        let (width, height) = (self.width, self.height);
        let picture = svg("svg")
            .attr("width", width.to_string())
            .attr("height", height.to_string())
            .attr("viewBox", format!("0 0 {width} {height}"))
            .attr("role", "img")
            .attr("aria-label", self.alt.clone());
        let shapes = self.shapes.iter().map(|shape| shape.mark().element()).collect::<Vec<_>>();
        el("div").class(class).child(picture.child(shapes)).into_any()
    }

    /// The picture as an SVG file that needs nothing else, and that leads to the result where there is a link.
    #[must_use]
    pub fn to_file(&self, style: &str, link: Option<&str>) -> String {
        let (width, height, alt) = (self.width, self.height, escaped(&self.alt));
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{alt}\">"
        );
        let link = link.filter(|link| is_web_url(link));
        if let Some(link) = link {
            file.push_str(&format!("<a href=\"{}\">", escaped(link)));
        }
        file.push_str(&format!(
            "<style>{style}</style><rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>"
        ));
        for shape in &self.shapes {
            shape.mark().write_to(&mut file);
        }
        file.push_str(if link.is_some() { "</a></svg>" } else { "</svg>" });
        file
    }
}
