//! A picture as data: shapes that the page draws, or that are written to an SVG file. Lengths are whole numbers, in
//! units of the drawing.

use leptos::prelude::*;

use crate::components::charts::style::{RectStyle, TextStyle};
use mlops_core::markup::escaped;
use mlops_core::web_url::is_web_url;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled rectangle; `x` and `y` are its upper left corner.
    Rect { x: i32, y: i32, width: i32, height: i32, style: RectStyle },
    /// A line of text; `x` is the position of its anchor, `y` its base line.
    Text { x: i32, y: i32, anchor: Anchor, style: TextStyle, text: String },
}

/// Which end of a text is at its position.
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

/// A picture, with a text that says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// The text for people who cannot see the picture.
    pub alt: String,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

impl Shape {
    /// The same shape at another position.
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

    /// The shape as an element of an SVG file.
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

    /// The shape as an element of the page.
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
    /// The picture as a self-contained SVG file; with a link, the whole picture leads there.
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

/// Draws a picture into the page.
#[component]
pub fn Picture(
    drawing: Drawing,
    #[prop(default = "chart")] class: &'static str,
    /// Whether it may be wider than the page. It then scrolls and can be focused by keyboard.
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
