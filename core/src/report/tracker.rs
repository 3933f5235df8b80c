//! The steps of a plan as rows that an issue tracker imports: title, body, labels, estimate, due date.
//!
//! Columns as the importers document them (2026-11):
//! - Jira, "Import data from CSV" (support.atlassian.com): a heading row with `Summary`; several labels in several
//!   columns of one name; time in seconds.
//! - GitLab, "Import issues from a CSV file" (docs.gitlab.com): `title` and `description` first, `due_date` as
//!   `YYYY-MM-DD`; labels and estimate as quick actions at the end of the description.
//! - GitHub has no importer of its own; `title`, `body` and `labels` (with commas) are what `gh issue create` and the
//!   import scripts built on it take.
//! - Azure Boards, "Import work items from CSV" (learn.microsoft.com): `Work Item Type` and `Title`, no `Assigned To` and no
//!   `State`; `Task` exists in every process, with `Remaining Work` in hours; `Tags` are separated by semicolons. No process
//!   is sure to have a due date on tasks.
//!
//! The due date is also in the description, for GitHub and Azure Boards, which have no column for it.

pub mod notation;

use super::Subject;
use super::advice::details;
use super::document::Line;
use crate::advice::plan::PlanStep;
use crate::words::{pages, report as say};
use notation::description;

/// An issue tracker that imports CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tracker {
    Jira,
    GitLab,
    /// GitHub, with `gh`.
    GitHub,
    AzureBoards,
}

const HOURS_A_DAY: u64 = 8;
const SECONDS_AN_HOUR: u64 = 3_600;

impl Tracker {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Jira, Self::GitHub, Self::GitLab, Self::AzureBoards];

    /// The label of its button.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Jira => say::CSV_JIRA,
            Self::GitLab => say::CSV_GITLAB,
            Self::GitHub => say::CSV_GITHUB,
            Self::AzureBoards => say::CSV_AZURE_BOARDS,
        }
    }

    /// Its part of a file name.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Jira => "plan-jira.csv",
            Self::GitLab => "plan-gitlab.csv",
            Self::GitHub => "plan-github.csv",
            Self::AzureBoards => "plan-azure-boards.csv",
        }
    }

    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Jira => &[
                "Summary",
                "Issue Type",
                "Description",
                "Labels",
                "Labels",
                "Labels",
                "Due Date",
                "Original Estimate",
            ],
            Self::GitLab => &["title", "description", "due_date"],
            Self::GitHub => &["title", "body", "labels"],
            Self::AzureBoards => &["Work Item Type", "Title", "Description", "Tags", "Remaining Work"],
        }
    }
}

/// The heads of the columns, then one row for each step. The estimate is the middle of the effort range, rounded up
/// to whole hours; the range is in the description.
#[must_use]
pub fn rows(subject: &Subject, steps: &[PlanStep], tracker: Tracker) -> Vec<Vec<String>> {
    let mut rows = vec![tracker.columns().iter().map(|&name| name.to_owned()).collect()];
    rows.extend(steps.iter().map(|step| row(subject, step, tracker)));
    rows
}

fn row(subject: &Subject, step: &PlanStep, tracker: Tracker) -> Vec<String> {
    let model = subject.case.model;
    let capability = model.capability(step.capability);
    let title = notation::title(capability.name(), tracker);
    let labels =
        ["mlops-maturity".to_owned(), model.area(capability.area).id.clone(), format!("level-{}", capability.level)];
    // Half days: a quarter of min + max is the middle in days.
    let hours = step.effort.min.saturating_add(step.effort.max).saturating_mul(HOURS_A_DAY).div_ceil(4);
    let due = subject.entry(step.capability).and_then(|entry| entry.due);
    let due = due.map(|day| day.to_string()).unwrap_or_default();
    let mut body = body(subject, step);
    if tracker != Tracker::GitHub {
        body.push(Line::plain(say::ESTIMATE_IS_MIDDLE));
    }
    let body = description(&body, tracker);
    match tracker {
        Tracker::Jira => {
            let [first, second, third] = labels;
            let seconds = hours.saturating_mul(SECONDS_AN_HOUR).to_string();
            vec![title, "Task".to_owned(), body, first, second, third, due, seconds]
        }
        Tracker::GitLab => {
            let labels: Vec<String> = labels.iter().map(|label| format!("~\"{label}\"")).collect();
            vec![title, format!("{body}\n\n/label {}\n/estimate {hours}h", labels.join(" ")), due]
        }
        Tracker::GitHub => vec![title, body, labels.join(",")],
        Tracker::AzureBoards => vec!["Task".to_owned(), title, body, labels.join("; "), hours.to_string()],
    }
}

/// The description of an issue, line by line.
fn body(subject: &Subject, step: &PlanStep) -> Vec<Line> {
    let capability = subject.case.model.capability(step.capability);
    let mut lines = Vec::new();
    if step.find_out {
        lines.push(Line::plain(say::FIND_OUT_FIRST));
    }
    lines.push(Line::named(say::DO, &capability.next.action));
    lines.extend(details(subject.case, step.capability));
    let entry = subject.entry(step.capability);
    if let Some(entry) = entry.filter(|entry| !entry.owner.is_empty()) {
        lines.push(Line::named_foreign(say::OWNER, &entry.owner));
    }
    // Not every tracker has a column for it.
    if let Some(due) = entry.and_then(|entry| entry.due) {
        lines.push(Line::named(say::DUE, &due.to_string()));
    }
    lines.push(Line::plain(say::counts_for(capability, subject.case.model.area(capability.area))));
    if let Some(link) = subject.link {
        lines.push(Line::strong(format!("{}:", pages::RESULT)).then(" ").linked(link, link));
    }
    lines
}
