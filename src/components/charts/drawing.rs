//! A picture as data: shapes that are drawn into the page or written as an SVG file. Lengths are whole numbers of the
//! drawing's own units.

use leptos::prelude::*;

use crate::components::charts::style::{RectStyle, TextStyle};
use mlops_core::markup::escaped;
use mlops_core::web_url::is_web_url;

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled rectangle; `x` and `y` are its upper left corner.
    Rect { x: i32, y: i32, width: i32, height: i32, style: RectStyle },
    /// A line of text; `x` is where its anchor is, `y` its base line.
    Text { x: i32, y: i32, anchor: Anchor, style: TextStyle, text: String },
}

/// Which end of a text is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
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
    pub width: i32,
    pub height: i32,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its shapes, the lowest first.
    pub shapes: Vec<Shape>,
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

    /// As an element of an SVG file.
    fn to_markup(&self) -> String {
        match self {
            Self::Rect { x, y, width, height, style } => {
                format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{style}/>")
            }
            Self::Text { x, y, anchor, style, text } => {
                let (anchor, text) = (anchor.word(), escaped(text));
                format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{style}>{text}</text>")
            }
        }
    }

    /// As an element of the page.
    fn into_view(self) -> AnyView {
        match self {
            Self::Rect { x, y, width, height, style } => {
                view! { <rect x=x y=y width=width height=height class=style.class/> }.into_any()
            }
            Self::Text { x, y, anchor, style, text } => {
                view! { <text x=x y=y text-anchor=anchor.word() class=style.class>{text}</text> }.into_any()
            }
        }
    }
}

impl Drawing {
    /// The picture as an SVG file that needs nothing else, and that leads to the result where there is a link.
    #[must_use]
    pub fn to_svg(&self, link: Option<&str>) -> String {
        let Self { width, height, alt, shapes } = self;
        let paper = Shape::Rect { x: 0, y: 0, width: *width, height: *height, style: RectStyle::PAPER };
        let shapes: String = std::iter::once(&paper).chain(shapes).map(Shape::to_markup).collect();
        let content = match link.filter(|link| is_web_url(link)) {
            Some(link) => format!("<a href=\"{}\">{shapes}</a>", escaped(link)),
            None => shapes,
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">{content}</svg>",
            escaped(alt)
        )
    }
}

/// A drawing in the page.
#[component]
pub fn Picture(
    /// The drawing.
    drawing: Drawing,
    /// Its classes in the style sheet.
    #[prop(default = "chart")]
    class: &'static str,
    /// Whether it may be wider than the page and scrolls: then it is reached by keyboard.
    #[prop(optional)]
    scrolls: bool,
) -> impl IntoView {
    let Drawing { width, height, alt, shapes } = drawing;
    let region = scrolls.then(|| alt.clone());
    view! {
        <div class=class tabindex=scrolls.then_some("0") role=scrolls.then_some("region") aria-label=region>
            <svg width=width height=height viewBox=format!("0 0 {width} {height}") role="img" aria-label=alt>
                {shapes.into_iter().map(Shape::into_view).collect_view()}
            </svg>
        </div>
    }
}
