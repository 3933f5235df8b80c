//! Lists and links from other programs: other line ends, other encodings, several links in a line, additions of chat
//! and mail programs. All of them are read or reported.

use crate::support::{Team, built_in};
use mlops_core::assessment::{Assessment, file};
use mlops_core::encoding::decode as text_of;
use mlops_core::history::combined::find;
use mlops_core::link::{LinkContents, LinkError, LinkKind, decode, encode, find_links};
use mlops_core::moment::{Day, Moment};
use mlops_core::portfolio::{LineError, Portfolio, PortfolioReader, is_one_file, open_one, read_line, read_one};
use mlops_core::scoring::case::Scope;

fn payload(level: u8, title: &str) -> String {
    let team = Team::new(Scope::Full).balanced(level);
    let mut shared = LinkContents::new(built_in(), team.question_set.clone(), Day::new(2026, 11, 23).unwrap());
    for at in team.question_set.capabilities(built_in()) {
        shared.answers.set(at, team.answers.get(at));
    }
    shared.title = title.to_owned();
    encode(built_in(), LinkKind::Result, &shared).unwrap()
}

fn link(level: u8, title: &str) -> String {
    format!("https://mlops.example/#/r/{}", payload(level, title))
}

fn portfolio_of(text: &str) -> Portfolio<'static> {
    let mut reader = PortfolioReader::new(built_in());
    let mut at = 0;
    while at < text.len() {
        at = reader.push_lines(text, at, 2);
    }
    reader.finish()
}

fn titles(portfolio: &Portfolio) -> Vec<String> {
    (0..portfolio.len()).map(|row| portfolio.team(row).title.to_string()).collect()
}

#[test]
fn every_line_end_that_unicode_names_parts_teams() {
    for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\r\r\n"] {
        let lines: Vec<String> =
            ["North", "South", "West"].iter().map(|name| format!("{name}\t{}", link(2, ""))).collect();
        for text in [lines.join(end), format!("{}{end}", lines.join(end))] {
            let portfolio = portfolio_of(&text);
            assert_eq!(titles(&portfolio), ["North", "South", "West"], "{end:?}");
            assert_eq!(portfolio.bad_lines(), [], "{end:?}");
        }
    }
    let portfolio = portfolio_of(&format!("North\t{}\rno link\r\nSouth\t{}", link(1, ""), link(2, "")));
    assert_eq!((portfolio.len(), portfolio.bad_lines()[0].number), (2, 2), "CR LF is one line end");
}

#[test]
fn a_line_end_inside_a_text_of_an_assessment_parts_no_file() {
    let team = Team::new(Scope::Essentials);
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let assessment = Assessment::new("id".to_owned(), "Fraud".to_owned(), built_in(), &team.question_set, now);
    let text = file::write(&assessment);
    let line = text.replace('\n', " ").replace("Fraud", "Fraud\u{2028}and more");
    let portfolio = portfolio_of(&format!("{line}\n{}", link(2, "Search")));
    assert_eq!((portfolio.len(), portfolio.bad_lines().len()), (2, 0), "{:?}", portfolio.bad_lines());
    assert!(is_one_file(&text) && is_one_file(&text.replace('\n', "\r")) && !is_one_file(&line));
    assert_eq!(find(built_in(), &text.replace('\n', "\r")).people.len(), 1);
}

#[test]
fn every_link_of_a_line_is_a_result() {
    let (north, south) = (link(1, ""), link(3, ""));
    let named = |text: &str| -> Vec<String> {
        read_line(built_in(), text).into_iter().map(|result| result.map(|record| record.title).unwrap()).collect()
    };
    for (text, expected) in [
        (format!("{north} {south}"), ["", ""]),
        (format!("North: {north}, South: {south}."), ["North", "South"]),
        (format!("North\t{north}\tSouth\t{south}"), ["North", "South"]),
        (format!("{north}\tNorth\t{south}\tSouth"), ["North", "South"]),
        (format!("North\t{north}\t{south}"), ["North", "North"]),
        (format!("North\t{north}\t{}", link(3, "South")), ["North", ""]),
        (format!("\"North\",\"{north}\",\"South\",\"{south}\""), ["North", "South"]),
        (format!("* North \u{2192} <{north}> | South \u{2192} <{south}>"), ["North", "South"]),
    ] {
        let read = named(&text);
        let own: Vec<&str> =
            read.iter().map(|title| if title == "South" && expected[1].is_empty() { "" } else { title }).collect();
        assert_eq!(own, expected, "{text}");
    }
    let half = read_line(built_in(), &format!("{north} https://mlops.example/#/r/EVQB {south}"));
    assert_eq!(half.iter().filter(|result| result.is_ok()).count(), 2);
    assert!(matches!(half[1], Err(LineError::Link(_))), "the broken one is told: {half:?}");
    assert!(matches!(read_one(built_in(), &format!("{north}\n{south}")), Err(LineError::Several(2))));
    assert_eq!(open_one(built_in(), &format!("Hello,\nhere it is: {north}\nAna")).unwrap().payload, payload(1, ""));
}

#[test]
fn a_name_in_braces_makes_no_file() {
    let text = format!("{{A}} North\t{}\n{{ South\t{}\n", link(1, ""), link(2, ""));
    assert!(!is_one_file(&text));
    let portfolio = portfolio_of(&text);
    assert_eq!(titles(&portfolio), ["{A} North", "{ South"], "{:?}", portfolio.bad_lines());
    assert_eq!(find(built_in(), &text).people.len(), 2);
}

#[test]
fn a_heading_row_is_told_as_a_line_without_a_link() {
    for heading in ["Team\tLink", "Link", "Name\tVerkn\u{fc}pfung", "Organisation", "team;department;Ergebnislink"] {
        let portfolio = portfolio_of(&format!("{heading}\nNorth\t{}", link(2, "")));
        assert_eq!(titles(&portfolio), ["North"]);
        let told: Vec<_> = portfolio.bad_lines().iter().map(|line| (line.number, &line.error)).collect();
        assert_eq!(told, [(1, &LineError::NoLink)], "{heading}");
    }
}

#[test]
fn what_programs_add_to_a_link_is_no_part_of_it() {
    let payload = payload(2, "Payments");
    let whole = decode(built_in(), LinkKind::Result, &payload);
    assert!(whole.is_ok());
    for added in [
        format!("\u{2068}{payload}\u{2069}"),
        format!("{payload}%20Regards"),
        format!("{payload} Regards"),
        format!("{payload}_"),
        format!("{payload}__"),
        format!("{payload}_."),
        format!("**{payload}**"),
        format!("{payload}%2520%250A"),
        format!("{payload}),and"),
        format!("{payload}\u{2026}more"),
        format!("{payload}\u{202c}\u{fe0f}"),
        format!("{payload}%E2%80%8B%E2%81%A9"),
    ] {
        assert_eq!(decode(built_in(), LinkKind::Result, &added), whole, "{added:?}");
    }
    assert_eq!(decode(built_in(), LinkKind::Result, ""), Err(LinkError::Empty));
    let cut = &payload[..payload.len() - 1];
    assert!(decode(built_in(), LinkKind::Result, &format!("{cut}_")).is_err(), "the checksum decides");
}

#[test]
fn a_link_is_found_whatever_a_program_did_to_its_mark() {
    let payload = payload(2, "");
    for mark in [
        "#/r/",
        "#/\u{200b}r/",
        "#%2Fr%2F",
        "#%2fr/",
        "%23/r/",
        "%23%2Fr%2F",
        "%2523%252Fr%252F",
        "\u{2066}#\u{2069}/r/",
    ] {
        let line = format!("North\thttps://mlops.example/{mark}{payload}");
        let found = find_links(&line);
        assert_eq!(found.len(), 1, "{mark}");
        let read = read_line(built_in(), &line);
        assert!(matches!(&read[..], [Ok(record)] if record.title == "North"), "{mark}: {read:?}");
        assert_eq!(find(built_in(), &line).people.len(), 1, "{mark}");
    }
    assert_eq!(find_links("Team #emea, 50% of https://a.example/#top and https://a.example/%2F"), []);
}

#[test]
fn a_list_in_another_encoding_is_read_with_its_names() {
    let text = format!("Z\u{fc}rich\t{}\r\n", link(2, ""));
    let wide = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = if mark { Some(0xfeff) } else { None };
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    for bytes in [
        text.clone().into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        wide(true, u16::to_le_bytes),
        wide(true, u16::to_be_bytes),
    ] {
        assert_eq!(titles(&portfolio_of(&text_of(&bytes).unwrap())), ["Z\u{fc}rich"], "{:x?}", &bytes[..4]);
    }
}

#[test]
fn quotation_marks_of_a_table_cell_are_part_of_a_name_only_where_they_are_doubled() {
    for (cell, name) in [
        (r#""Say ""hi""""#, "Say \"hi\""),
        (r#""Team ""B""""#, "Team \"B\""),
        (r#""North""#, "North"),
        ("South", "South"),
    ] {
        for separator in [",", ";", "\t"] {
            let expected = if separator == "\t" && cell.starts_with('"') { continue } else { name };
            let quoted = [link(2, ""), format!("\"{}\"", link(2, ""))];
            for link in quoted {
                assert_eq!(
                    titles(&portfolio_of(&format!("{cell}{separator}{link}"))),
                    [expected],
                    "{cell}{separator}"
                );
            }
        }
    }
}

#[test]
fn the_text_of_a_link_in_markup_is_its_name() {
    let (one, two) = (link(1, ""), link(2, ""));
    for (text, names) in [
        (
            format!("<ul><li><a href=\"{one}\">A</a></li>\n<li><a href=\"{two}\">B &amp; C</a></li></ul>"),
            ["A", "B & C"],
        ),
        (format!("<a href={one}>A</a>\n<A HREF='{two}'>B</A>"), ["A", "B"]),
        (format!("<ul><li><a href=\"{one}\">A</a></li><li><a href=\"{two}\">B</a></li></ul>"), ["A", "B"]),
        (format!("<{one}|A>\nB: <{two}|open>"), ["A", "B"]),
        (format!("{one};A\n{two},B"), ["A", "B"]),
    ] {
        let portfolio = portfolio_of(&text);
        assert_eq!(titles(&portfolio), names, "{text}");
        assert_eq!(portfolio.bad_lines(), [], "{text}");
    }
}
