//! Exported pictures: complete, in the shape of a slide, whatever the name of the team.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::stage_map::stage_map;
use mlops_core::by_id::ById;
use mlops_core::history::snapshots::KnownRange;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::moment::Day;
use mlops_core::report::Subject;
use mlops_core::report::plan::TrackPlan;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::{Range, profile_of};
use mlops_maturity::built_in::built_in;
use mlops_maturity::components::charts::drawing::{Anchor, Drawing, Shape};
use mlops_maturity::components::charts::slide::LegendItem;
use mlops_maturity::components::charts::style::RectStyle;
use mlops_maturity::components::charts::{map, plan, profile, trend};
use mlops_maturity::components::slide_of;

const LINK: &str = "https://pages.example/tools/mlops/#/r/AQFtbG9wcwABZm9vYmFyYmF6cXV4AQFtbG9wcwABZm9vYmFyYmF6cXV4";
/// The margin of a slide.
const MARGIN: i32 = 40;

/// Profile, map and plan of a team, each on its slide, with its legend.
fn sheets(team: &str, link: Option<&str>) -> Vec<(Drawing, &'static [LegendItem])> {
    let model = built_in();
    let question_set = QuestionSet::of(model, Scope::Full);
    let mut answers = Answers::none(model);
    for at in model.capability_ixs() {
        let turn = [Answer::Yes, Answer::Yes, Answer::Partly, Answer::No, Answer::Unknown];
        answers.set(at, Some(turn[at.index() % turn.len()]));
    }
    let case = Case::new(model, &question_set, &answers);
    let profile = profile_of(case);
    let patterns = fired_patterns(case);
    let day = Day::new(2026, 11, 23).unwrap();
    let subject = Subject {
        title: team,
        day,
        case,
        profile: &profile,
        patterns: &patterns,
        assessment: None,
        link,
        is_from_link: false,
    };
    let track = &profile.tracks[0];
    let planned = TrackPlan::of(&subject);
    let pictures: [(_, &'static [LegendItem]); 3] = [
        (profile::drawing(&profile::rows(case, track, &ById::new()), profile::alt(model, track)), &profile::LEGEND),
        (map::drawing(model, &stage_map(case, track.track)), &map::LEGEND),
        (plan::drawing(case, &planned[0].plan), &plan::LEGEND),
    ];
    pictures
        .into_iter()
        .map(|(drawn, legend)| (slide_of(&subject, "Title".to_owned(), legend, &drawn), legend))
        .collect()
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    let mut texts = Vec::new();
    for shape in &drawing.shapes {
        if let Shape::Text { text, .. } = shape {
            texts.push(text.as_str());
        }
    }
    texts
}

#[test]
fn a_picture_that_leaves_says_what_it_shows_of_whom_of_when_and_where_it_comes_from() {
    for (drawing, legend) in sheets("Payments ML", Some(LINK)) {
        let texts = texts(&drawing);
        for wanted in ["Title", "Payments ML"].into_iter().chain(legend.iter().map(|key| key.says)) {
            assert!(texts.contains(&wanted), "{wanted} in {texts:?}");
        }
        assert!(texts.iter().any(|text| text.starts_with("23 November 2026. ")), "{texts:?}");
        assert!(texts.concat().contains(LINK), "the whole link can be read");
        let samples =
            drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Rect { width: 16, height: 16, .. }));
        assert_eq!(samples.count(), legend.len());
        let file = drawing.to_svg(Some(LINK));
        assert!(file.contains(&format!("<a href=\"{LINK}\">")));
    }
}

#[test]
fn a_picture_has_a_margin_and_fits_a_slide() {
    let long = "A team with a name that is as long as the page lets anybody type, which is a hundred and twenty letters in all, no more";
    for team in ["", "Payments ML", long] {
        for (drawing, _) in sheets(team, Some(LINK)) {
            assert!(drawing.height * 16 >= drawing.width * 9 - 16, "{} x {}", drawing.width, drawing.height);
            for shape in &drawing.shapes {
                let (left, right, top, bottom) = match shape {
                    Shape::Rect { x, y, width, height, .. } => (*x, x + width, *y, y + height),
                    Shape::Text { x, y, anchor: Anchor::End, .. } => (*x, *x, *y, *y),
                    Shape::Text { x, y, .. } => (*x, *x, *y, *y),
                };
                let (width, height) = (drawing.width - MARGIN, drawing.height - MARGIN);
                assert!(
                    left >= MARGIN && right <= width && top >= MARGIN && bottom <= height + 1,
                    "{shape:?} of {team}"
                );
            }
        }
    }
}

#[test]
fn every_shape_of_a_file_says_itself_how_it_looks() {
    // Office programs read no style sheet in a picture, and no inherited font.
    for (drawing, _) in sheets("Payments ML", Some(LINK)) {
        let file = drawing.to_svg(Some(LINK));
        assert!(!file.contains("<style") && !file.contains(" class=") && !file.contains(" style="), "{file}");
        for shape in file.split('<').filter(|tag| tag.starts_with("rect ")) {
            assert!(shape.contains(" fill=\"#"), "{shape}");
        }
        for text in file.split('<').filter(|tag| tag.starts_with("text ")) {
            assert!(
                text.contains(" fill=\"#") && text.contains(" font-family=") && text.contains(" font-size="),
                "{text}"
            );
            let weights = ["font-weight=\"400\"", "font-weight=\"700\""];
            assert!(weights.iter().any(|weight| text.contains(weight)), "{text}");
        }
    }
    // How a stage runs is visible without reading.
    let stages = [RectStyle::AUTOMATED, RectStyle::PARTLY, RectStyle::MANUAL, RectStyle::UNKNOWN];
    for (at, one) in stages.iter().enumerate() {
        assert!(stages[at + 1..].iter().all(|other| other.to_string() != one.to_string()), "{one:?}");
    }
}

#[test]
fn a_file_is_xml_whatever_somebody_typed() {
    for team in ["\u{ffff}\u{fffe}\0\u{1}</text><script>alert(1)</script>", "a & b < c > d \" '", "\u{202e}abc"] {
        for (drawing, _) in sheets(team, Some("https://a.example/?a=1&b=\"><x>")) {
            let file = drawing.to_svg(Some("https://a.example/?a=1&b=\"><x>"));
            let is_letter =
                |c: char| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(file.chars().all(is_letter), "{team:?}");
            // Every tag is a known one, and every opened tag is closed.
            let mut open = Vec::new();
            for tag in file.split('<').skip(1) {
                let (tag, _) = tag.split_once('>').unwrap();
                let name = tag.trim_matches('/').split(' ').next().unwrap();
                assert!(["svg", "a", "rect", "text"].contains(&name), "{tag}");
                if tag.starts_with('/') {
                    assert_eq!(open.pop(), Some(name));
                } else if !tag.ends_with('/') {
                    open.push(name);
                }
            }
            assert!(open.is_empty());
        }
    }
    // An address that is no web address becomes no link.
    let (drawing, _) = sheets("x", None).remove(0);
    for link in ["javascript:alert(1)", "file:///home/ana/x.html", "data:text/html,x"] {
        assert!(!drawing.to_svg(Some(link)).contains("<a "), "{link}");
    }
}

/// A point of a trend on a day, with its level; `None` if nothing was known.
fn state(day: i64, level: Option<u8>) -> trend::TrendPoint {
    let low = Level::new(level.unwrap_or(0)).unwrap();
    let range = if level.is_some() { Range { low, high: low } } else { Range { low, high: Level::TOP } };
    let level = KnownRange { range: Some(range), is_known: level.is_some() };
    trend::TrendPoint { seconds: day * 86_400, mark: day.to_string(), level }
}

fn rects(drawing: &Drawing, of: RectStyle) -> Vec<(i32, i32, i32)> {
    let rect = |shape: &Shape| match shape {
        Shape::Rect { x, y, height, style, .. } if *style == of => Some((*x, *y, *height)),
        _ => None,
    };
    drawing.shapes.iter().filter_map(rect).collect()
}

#[test]
fn a_trend_has_its_days_to_scale() {
    let drawn = trend::drawing(String::new(), &[state(0, Some(1)), state(25, Some(1)), state(100, Some(2))]);
    let marks: Vec<i32> =
        rects(&drawn, RectStyle::LINE).into_iter().filter(|(.., height)| *height == 10).map(|(x, ..)| x).collect();
    let [first, second, third] = marks[..] else { panic!("{marks:?}") };
    assert!((4 * (second - first) - (third - first)).abs() <= 4, "{marks:?}");
}

#[test]
fn two_states_of_one_day_are_drawn_in_one_place() {
    let mut later = state(7, Some(2));
    later.seconds += 3_600;
    let drawn = trend::drawing(String::new(), &[state(7, Some(1)), later]);
    let marks: Vec<i32> =
        rects(&drawn, RectStyle::LINE).into_iter().filter(|(.., height)| *height == 10).map(|(x, ..)| x).collect();
    let [first, second] = marks[..] else { panic!("{marks:?}") };
    assert!((0..=4).contains(&(second - first)), "{marks:?}");
}

#[test]
fn what_was_not_known_is_drawn_as_unknown_and_no_line_leads_there() {
    let drawn = trend::drawing(String::new(), &[state(0, Some(1)), state(50, None), state(100, Some(2))]);
    assert!(texts(&drawn).contains(&"?"));
    assert_eq!(rects(&drawn, RectStyle::OPEN).len(), 1);
    assert_eq!(rects(&drawn, RectStyle::LINE).len(), 2, "the two marks and nothing between them");
    let known = trend::drawing(String::new(), &[state(0, Some(1)), state(100, Some(2))]);
    assert_eq!(rects(&known, RectStyle::LINE).len(), 4, "two marks, and a step between them");
}

#[test]
fn a_hundred_states_in_one_place_still_make_a_picture() {
    let states: Vec<trend::TrendPoint> = (0..100).map(|_| state(7, Some(3))).collect();
    let drawn = trend::drawing(String::new(), &states);
    let shown = texts(&drawn).into_iter().filter(|text| *text == "7").count();
    assert!((1..=2).contains(&shown), "marks that would touch are left out: {shown}");
    assert!(
        trend::drawing(String::new(), &[])
            .shapes
            .iter()
            .all(|shape| !matches!(shape, Shape::Text { text, .. } if text == "?"))
    );
}
