//! Documents: nothing in them is lost, and no text from people becomes more than text.

use crate::support::{Team, teams};
use mlops_core::assessment::Assessment;
use mlops_core::link::mark_as_reply;
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::report::document::{Block, Cell, Document, Line, Run};
use mlops_core::report::plan::{TrackPlan, plan_document};
use mlops_core::report::result::result_document;
use mlops_core::report::tracker::{Tracker, notation, rows};
use mlops_core::report::{Subject, csv, html, markdown, proposal};
use mlops_core::words::plan::Size;

const HOSTILE: &str =
    "=cmd|' /C calc'!A1 <script>alert(1)</script> | **b** [x](javascript:alert(1)) `c`\n# h\n/assign @boss";

/// A team with a note, an owner and a date that try to break the formats.
fn hostile() -> (Team, Assessment) {
    let (_, team) = teams::all().into_iter().find(|(name, _)| *name == "monitoring without action").unwrap();
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut assessment = Assessment::new("id".to_owned(), HOSTILE.to_owned(), team.model, &team.question_set, now);
    assessment.respond("rel-cicd-release", now, |response| {
        response.note = HOSTILE.to_owned();
        response.evidence = "javascript:alert(1)".to_owned();
    });
    assessment
        .respond("rel-lineage", now, |response| response.evidence = "https://wiki.example/a?b=1&c=\"2\"".to_owned());
    for id in ["ppl-ds-de-pairing", "int-alert-action"] {
        assessment.decide(id, now, |entry| {
            entry.selected = true;
            entry.owner = HOSTILE.to_owned();
            entry.due = Day::new(2027, 2, 1);
        });
    }
    (team, assessment)
}

fn with_subject<T>(look: impl FnOnce(&Subject) -> T) -> T {
    let (team, assessment) = hostile();
    let link = Some("https://pages.example/mlops/#/r/abc");
    team.with_subject(Some(&assessment), |subject| look(&Subject { title: &assessment.title, link, ..*subject }))
}

fn small() -> Document {
    let mut document = Document { title: HOSTILE.to_owned(), blocks: Vec::new() };
    document.heading(1, HOSTILE);
    document.paragraph(Line::named_foreign("Owner", HOSTILE).linked(HOSTILE, "https://wiki.example/a?b&c=(d)#e"));
    for address in ["https://wiki.example/a>b\"c", "javascript:alert(1)", "data:text/html,x", "//wiki.example"] {
        document.paragraph(Line::default().linked("no link", address));
    }
    document.list(vec![
        Line::plain("- not a list"),
        Line::plain("1. not a number"),
        Line::plain("+ a"),
        Line::default(),
    ]);
    let rows = vec![vec![Cell::from(HOSTILE.to_owned()), Cell::from("a | b".to_owned())]];
    let heads = vec!["<b>".to_owned(), "|".to_owned()];
    document.blocks.push(Block::Table { caption: "a\nb".to_owned(), heads, rows });
    document
        .blocks
        .push(Block::More { summary: Line::strong("More"), blocks: vec![Block::List(vec![Line::plain("x")])] });
    document
}

#[test]
fn hostile_text_stays_text_in_markdown() {
    insta::assert_snapshot!(markdown::write(&small()));
}

#[test]
fn hostile_text_stays_text_in_html() {
    insta::assert_snapshot!(html::page(&small(), "en\"><script>"));
}

#[test]
fn a_markdown_table_has_as_many_cells_in_every_row() {
    let text = with_subject(|subject| markdown::write(&result_document(subject, true)));
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut before = None;
    for line in text.lines() {
        let count = line.starts_with('|').then(|| cells(line));
        if let (Some(before), Some(count)) = (before, count) {
            assert_eq!(before, count, "{line}");
        }
        before = count;
    }
}

#[test]
fn the_result_says_in_text_what_the_page_says() {
    insta::assert_snapshot!(with_subject(|subject| markdown::write(&result_document(subject, true))));
}

#[test]
fn notes_stay_at_home_unless_asked_for() {
    let text = |with_notes| with_subject(|subject| markdown::write(&result_document(subject, with_notes)));
    assert!(text(true).contains("javascript:alert"));
    assert!(!text(true).contains("(<javascript"), "an address that is no web address is no link");
    assert!(!text(false).contains("Notes and evidence") && !text(false).contains("wiki.example"));
}

#[test]
fn the_plan_is_a_text_for_a_proposal() {
    insta::assert_snapshot!(with_subject(|subject| markdown::write(&plan_document(
        subject,
        &TrackPlan::of(subject)
    ))));
}

/// The plan of a hostile team's assessment as Markdown, part by part, with the headings.
fn parts_of_the_plan(change: impl FnOnce(&mut Team, &mut Assessment)) -> Vec<(String, String)> {
    let (mut team, mut assessment) = hostile();
    change(&mut team, &mut assessment);
    let written = team
        .with_subject(Some(&assessment), |subject| markdown::write(&plan_document(subject, &TrackPlan::of(subject))));
    let parts = written.split("\n## ").map(|part| part.split_once('\n').unwrap_or((part, "")));
    parts.map(|(head, text)| (head.to_owned(), text.to_owned())).collect()
}

fn part<'a>(of: &'a [(String, String)], head: &str) -> &'a str {
    let found = of.iter().find(|(own, _)| own.starts_with(head));
    found.map(|(_, text)| text.as_str()).unwrap_or_default()
}

#[test]
fn a_proposal_states_its_assumptions_the_number_of_models_and_that_effort_is_a_judgement() {
    let unsaid = parts_of_the_plan(|_, _| {});
    let assumptions = part(&unsaid, "Assumptions");
    for said in [
        "The assessed product was not described.",
        "Effort for 1 model is an estimate, not a measurement.",
        "2 people work on the plan",
        "self-reported",
    ] {
        assert!(assumptions.contains(said), "{said} in {assumptions}");
    }
    let told =
        parts_of_the_plan(|_, assessment| mark_as_reply(assessment, None, "Card fraud scoring, 3 live models"));
    let assumptions = part(&told, "Assumptions");
    assert!(assumptions.contains("**Assessed product:** Card fraud scoring, 3 live models"), "{assumptions}");
    assert!(!assumptions.contains("not described"));
}

#[test]
fn a_proposal_names_what_is_not_in_it() {
    let parts = parts_of_the_plan(|team, assessment| {
        *team = team.clone().saying("rel-lineage", Answer::NotApplicable);
        assessment.target.insert("people".to_owned(), Level::ZERO);
    });
    let excluded = part(&parts, "Not in this plan");
    for said in [
        "**Not assessed:** GenAIOps.",
        "not applicable:** Lineage back to source data",
        "**No change planned:** ",
        "Licences, cloud",
    ] {
        assert!(excluded.contains(said), "{said} in {excluded}");
    }
    // Two steps are selected, and the plan has more.
    assert!(excluded.contains("### Not selected\n\n- "), "{excluded}");
    let all = parts_of_the_plan(|_, assessment| assessment.plan = mlops_core::by_id::ById::new());
    assert!(!part(&all, "Not in this plan").contains("Not selected"));
}

#[test]
fn quick_wins_and_investments_stand_apart_and_every_step_stands_once() {
    for (name, team) in teams::all() {
        team.with_subject(None, |subject| every_step_stands_once(name, &team, subject));
    }
}

fn every_step_stands_once(name: &str, team: &Team, subject: &Subject) {
    for planned in TrackPlan::of(subject) {
        let steps: Vec<_> = planned.selected_or_all().steps().copied().collect();
        let mut document = Document::default();
        proposal::write(subject, &planned, &mut document);
        let mut size = None;
        let mut listed = Vec::new();
        for block in &document.blocks {
            match block {
                Block::Heading(_, head) => size = Size::ALL.into_iter().find(|size| size.title() == *head),
                Block::List(lines) if size.is_some() => listed.extend(lines.iter().map(|line| (size, line.clone()))),
                _ => {}
            }
        }
        assert_eq!(listed.len(), steps.len(), "{name}");
        for step in &steps {
            let capability = team.model.capability(step.capability).name();
            let stands =
                |(_, line): &&(Option<Size>, Line)| line.0.first() == Some(&Run::Plain(capability.to_owned()));
            let found: Vec<_> = listed.iter().filter(stands).collect();
            assert_eq!(found.len(), 1, "{name}: {capability}");
            let days = team.model.capability(step.capability).next.effort.max;
            let fits = match found[0].0 {
                Some(Size::Quick) => days <= 5,
                Some(Size::Middle) => (6..=20).contains(&days),
                _ => days > 20,
            };
            assert!(fits, "{name}: {capability} takes up to {days} days");
        }
    }
}

#[test]
fn what_somebody_else_wrote_changes_nothing_of_the_line_it_stands_in() {
    // A title is one line; a note may have several.
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = with_subject(|subject| one_line(html::page(&result_document(subject, true), "en")));
    let plan = with_subject(|subject| one_line(html::page(&plan_document(subject, &TrackPlan::of(subject)), "en")));
    let hostile = one_line(mlops_core::markup::escaped(HOSTILE));
    // The title and a note; the title of the plan and the owner of each of two steps.
    assert_eq!(page.matches(&format!("<bdi>{hostile}</bdi>")).count(), 2);
    assert_eq!(plan.matches(&format!("<bdi>{hostile}</bdi>")).count(), 2);
    assert!(plan.contains(&format!("<h1><bdi>Plan: {hostile}</bdi></h1>")));
}

#[test]
fn a_picture_in_a_document_is_whole_and_only_html_has_it() {
    let mut document = small();
    document.open_with_picture("Profile <b>", "data:image/png;base64,AAAA");
    let page = html::page(&document, "en");
    assert!(page.contains("<img alt=\"Profile &lt;b&gt;\" src=\"data:image/png;base64,AAAA\""), "{page}");
    assert!(page.contains("img-src data:"));
    assert_eq!(markdown::write(&document), markdown::write(&small()));
    let mut elsewhere = small();
    elsewhere.open_with_picture("x", "https://evil.example/x.png");
    assert!(!html::write(&elsewhere).contains("<img"), "nothing is fetched from elsewhere");
}

#[test]
fn no_markup_of_ours_runs_or_loads_anything() {
    let page = with_subject(|subject| html::page(&result_document(subject, true), "en"));
    for word in ["<script", "<img", "<link", "<iframe", "href=\"javascript", " onerror", " onload", "src="] {
        assert!(!page.contains(word), "{word}");
    }
}

/// Reads CSV as spreadsheets do.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line is ended");
    rows
}

#[test]
fn csv_is_read_back_as_it_was_written() {
    let rows = vec![
        vec!["a".to_owned(), "with \"quotes\", commas".to_owned(), String::new()],
        vec!["two\nlines".to_owned(), "ends with \"".to_owned(), "ü".to_owned()],
    ];
    assert_eq!(read(&csv::write(&rows)), rows);
}

#[test]
fn no_cell_can_become_a_formula() {
    let signs = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\"=1",
        "'=1",
        "\u{a0}=1",
        "\u{feff}=1",
        "＝1",
        "|x",
        "%0A=1",
    ];
    for sign in signs {
        let written = csv::write(&[vec![sign.to_owned()]]);
        assert_eq!(read(&written)[0][0], format!("'{sign}"), "{sign:?}");
    }
    for plain in ["1", "a=1", "Ana", "", "2027-02-01", "(x)"] {
        assert_eq!(read(&csv::write(&[vec![plain.to_owned()]]))[0][0], plain);
    }
}

/// For each importer, the required columns and all known columns according to its documentation.
#[test]
fn each_tracker_gets_the_columns_that_its_importer_documents() {
    let documented = |tracker: Tracker| -> (&[&str], &[&str]) {
        match tracker {
            Tracker::Jira => {
                (&["Summary"], &["Summary", "Issue Type", "Description", "Labels", "Due Date", "Original Estimate"])
            }
            Tracker::GitLab => (&["title", "description"], &["title", "description", "due_date", "milestone"]),
            Tracker::GitHub => (&["title"], &["title", "body", "labels"]),
            Tracker::AzureBoards => {
                (&["Work Item Type", "Title"], &["Work Item Type", "Title", "Description", "Tags", "Remaining Work"])
            }
        }
    };
    for tracker in Tracker::ALL {
        let (needed, known) = documented(tracker);
        assert!(needed.iter().all(|name| tracker.columns().contains(name)), "{tracker:?}");
        assert!(tracker.columns().iter().all(|name| known.contains(name)), "{tracker:?}");
    }
    assert_eq!(
        &Tracker::GitLab.columns()[..2],
        ["title", "description"],
        "GitLab reads the first two by their place"
    );
}

#[test]
fn every_row_is_an_issue_with_title_body_labels_and_estimate() {
    let (team, _) = hostile();
    let effort = team.model.capability(team.at("int-alert-action")).next.effort;
    let hours = (effort.min + effort.max) * 4;
    with_subject(|subject| {
        let planned = &TrackPlan::of(subject)[0];
        let steps = planned.selected_or_all().steps().copied().collect::<Vec<_>>();
        assert_eq!(steps.len(), 2);
        for tracker in Tracker::ALL {
            let rows = rows(subject, &steps, tracker);
            let written = read(&csv::write(&rows));
            assert_eq!(written.len(), 3);
            assert!(written.iter().all(|row| row.len() == tracker.columns().len()));
            let row = &written[1];
            let of = |name: &str| {
                let at = tracker.columns().iter().position(|column| column.eq_ignore_ascii_case(name));
                at.map(|at| row[at].clone()).unwrap_or_default()
            };
            let body = format!("{}{}", of("Description"), of("body"));
            let body = if tracker == Tracker::GitLab { of("description") } else { body };
            for line in body.lines().filter(|line| line.starts_with('/')) {
                assert!(line.starts_with("/label ~\"mlops-maturity\"") || line.starts_with("/estimate "), "{line}");
            }
            assert!(
                body.contains(notation::escaped(HOSTILE, tracker).trim_start_matches('\\'))
                    && body.contains("Done when:"),
                "{body}"
            );
            assert!(row.iter().any(|cell| cell.contains("2027-02-01")), "{tracker:?} does not say when it is due");
            match tracker {
                Tracker::Jira => {
                    assert_eq!(of("Original Estimate"), (hours * 3600).to_string(), "seconds");
                    assert_eq!(of("Due Date"), "2027-02-01");
                    assert!(
                        row.contains(&"mlops-maturity".to_owned())
                            && row.contains(&"application-integration".to_owned())
                    );
                }
                Tracker::AzureBoards => assert_eq!(of("Remaining Work"), hours.to_string(), "hours"),
                Tracker::GitLab => assert!(body.ends_with(&format!("/estimate {hours}h"))),
                Tracker::GitHub => assert_eq!(of("labels"), "mlops-maturity,application-integration,level-4"),
            }
        }
    });
}

#[test]
fn a_step_that_is_partly_there_is_estimated_at_half() {
    let (team, assessment) = hostile();
    let team = team.saying("int-alert-action", Answer::Partly);
    let effort = team.model.capability(team.at("int-alert-action")).next.effort;
    let rows = team.with_subject(Some(&assessment), |subject| {
        let steps = TrackPlan::of(subject)[0].selected_or_all().steps().copied().collect::<Vec<_>>();
        rows(subject, &steps, Tracker::AzureBoards)
    });
    assert_eq!(rows.last().unwrap()[4], ((effort.min + effort.max) * 2).to_string());
}
