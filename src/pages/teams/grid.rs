//! A row for each team, a column for each area. Only the visible rows are drawn, of thousands. For the keyboard and
//! screen readers the table is complete: it has the number of all rows, each row has its position, and the arrow keys
//! reach every cell.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::keyboard::KeyPress;
use crate::browser::{dom, grid, location};
use crate::components::LiveText;
use crate::pages::teams::viewport::{SCROLLER, Viewport};
use crate::route::{Route, published_query};
use crate::state::Navigation;
use crate::state::teams::{Rows, Teams};
use mlops_core::link::{LinkKind, encode};
use mlops_core::portfolio::{Column, Grouping, Portfolio};
use mlops_core::scoring::profile::Range;
use mlops_core::words::{self, compare, pages, teams as say};

/// The id of the table.
const GRID: &str = "teams-grid";
/// The height of a row in `rem`, as in `teams.css`.
const ROW_REM: f64 = 2.5;
/// The number of rows that are printed.
const PRINTED: usize = 500;
/// The number of rows that Page up and Page down move by.
const PAGE: usize = 10;

/// The table of the shown teams.
#[component]
pub fn TeamGrid(rows: Rows) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let table = move || {
        let table = Table::new(teams.portfolio.get()?, &rows.get(), teams.grouping.get());
        (!table.lines.is_empty()).then(|| view! { <Grid table/> })
    };
    view! {
        <section class="team-by-team" aria-labelledby="team-by-team">
            <h2 id="team-by-team">{say::TEAM_BY_TEAM}</h2>
            <p class="quiet only-keys">{say::KEYS}</p>
            {table}
        </section>
    }
}

/// A line of the table, below its head.
#[derive(Clone, Debug, PartialEq, Eq)]
enum GridRow {
    /// The name of a group.
    Group(String),
    /// A team, by its row of the portfolio.
    Team(usize),
}

/// The content of the table.
#[derive(Clone, Debug)]
struct Table {
    portfolio: Arc<Portfolio<'static>>,
    lines: Vec<GridRow>,
    columns: Vec<Column>,
}

impl Table {
    fn new(portfolio: Arc<Portfolio<'static>>, rows: &[usize], grouping: Grouping) -> Self {
        let groups = portfolio.groups(rows, grouping);
        let mut lines = Vec::with_capacity(rows.len() + groups.len());
        for group in groups {
            if grouping != Grouping::None {
                lines.push(GridRow::Group(say::group(&portfolio, &group)));
            }
            lines.extend(group.rows.into_iter().map(GridRow::Team));
        }
        let areas = portfolio.distribution(rows).into_iter().filter_map(|levels| levels.area);
        let mut columns = vec![Column::Title];
        // The column is left out if no team has a business unit.
        columns.extend((!portfolio.business_units().is_empty()).then_some(Column::BusinessUnit));
        columns.push(Column::Overall);
        columns.extend(areas.map(Column::Area));
        columns.extend([Column::Moved, Column::Confidence, Column::Scope, Column::Day]);
        Self { portfolio, lines, columns }
    }

    /// The address of a team's published result, if it has one.
    fn published(&self, row: usize) -> Option<String> {
        let name = &self.portfolio.team(row).published;
        (!name.is_empty()).then(|| published_query(&location::query(), name, &["embed", "theme", "origin"]))
    }

    /// Opens the result of a team: the newest version of its published result, or a link with what the portfolio
    /// contains of it (title, day and answers).
    fn open(&self, navigation: Navigation, row: usize) {
        if let Some(address) = self.published(row) {
            return location::assign(&address);
        }
        if let Ok(payload) = encode(self.portfolio.model(), LinkKind::Result, &self.portfolio.shared(row)) {
            navigation.navigate(&Route::SharedResult { payload });
        }
    }
}

#[component]
fn Grid(table: Table) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let navigation = expect_context::<Navigation>();
    let (total, columns) = (table.lines.len(), table.columns.len());
    let viewport = Viewport::new(total);
    viewport.follow();
    let print = move |is_before| {
        if is_before { viewport.drawn.set(0..PRINTED.min(total)) } else { viewport.follow() }
    };
    dom::on_print(print);
    let table = StoredValue::new(table);
    // A row that becomes visible may contain the active cell.
    Effect::new(move |_| {
        viewport.drawn.track();
        dom::next_frame(move || mark_active(teams));
    });
    let keydown = move |event: KeyboardEvent| {
        // The buttons in the head handle keys themselves.
        let Some(press) = KeyPress::of(&event).filter(|_| grid::is_from_itself(&event)) else { return };
        let (line, column) = teams.active.get_untracked();
        if press.key == "Enter" {
            event.prevent_default();
            // Shortcuts act once while a key is held.
            if !press.is_repeat {
                table.with_value(|table| {
                    if let Some(GridRow::Team(row)) = table.lines.get(line) {
                        table.open(navigation, *row);
                    }
                });
            }
        } else if let Some(next) = next_cell(&press.key, press.is_command, (line, column), (total, columns)) {
            event.prevent_default();
            teams.active.set(next);
            // Draws all visible lines at once, because a screen reader announces the cell as soon as it exists.
            viewport.show(next.0);
            dom::next_frame(move || mark_active(teams));
        }
    };
    let rows_above = move || viewport.drawn.with(|drawn| drawn.start);
    let rows_below = move || viewport.drawn.with(|drawn| total.saturating_sub(drawn.end));
    view! {
        <div class="scroller teams-rows" id=SCROLLER on:scroll=move |_| viewport.follow()>
            <table
                class="heat"
                id=GRID
                role="grid"
                tabindex="0"
                aria-labelledby="team-by-team"
                aria-rowcount=(total + 1).to_string()
                aria-colcount=columns.to_string()
                on:keydown=keydown
                on:focus=move |_| mark_active(teams)
            >
                <thead>
                    <Head table/>
                </thead>
                <tbody>
                    <Spacer rows=Signal::derive(rows_above)/>
                    <For each=move || viewport.drawn.get() key=|at| *at let:at>
                        <GridLine table at/>
                    </For>
                    <Spacer rows=Signal::derive(rows_below)/>
                </tbody>
            </table>
        </div>
        {(total > PRINTED).then(|| view! { <p class="only-print">{say::first_of(PRINTED, total)}</p> })}
    }
}

/// Marks the active cell in the document. The focus stays on the table: rows are removed while it is scrolled, and a
/// removed cell would lose the focus.
fn mark_active(teams: Teams) {
    if let Some((line, column)) = teams.active.try_get_untracked() {
        // The line of a group has only its first cell.
        grid::activate(GRID, &[cell_id(line, column), cell_id(line, 0)]);
    }
}

fn cell_id(line: usize, column: usize) -> String {
    format!("cell-{line}-{column}")
}

/// The cell that a key leads to; `None` for keys that do not move.
fn next_cell(
    key: &str,
    is_command: bool,
    (line, column): (usize, usize),
    (lines, columns): (usize, usize),
) -> Option<(usize, usize)> {
    let (last, last_column) = (lines.saturating_sub(1), columns.saturating_sub(1));
    Some(match (key, is_command) {
        ("ArrowDown", false) => ((line + 1).min(last), column),
        ("ArrowUp", false) => (line.saturating_sub(1), column),
        ("ArrowRight", false) => (line, (column + 1).min(last_column)),
        ("ArrowLeft", false) => (line, column.saturating_sub(1)),
        ("PageDown", false) => ((line + PAGE).min(last), column),
        ("PageUp", false) => (line.saturating_sub(PAGE), column),
        ("Home", false) => (line, 0),
        ("End", false) => (line, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last, last_column),
        _ => return None,
    })
}

/// The heads of the columns: buttons that sort.
#[component]
fn Head(table: StoredValue<Table>) -> impl IntoView {
    let teams = expect_context::<Teams>();
    // The head stays when the order of the teams does not change.
    let order = Memo::new(move |_| teams.query.with(|query| (query.sort, query.descending)));
    let columns = table.with_value(|table| table.columns.clone());
    let heads = columns.into_iter().enumerate().map(|(at, column)| {
        let id = format!("sort-{at}");
        let button = id.clone();
        let sort_by = move |_| {
            // At first levels are sorted from the highest, names from the first letter.
            let is_name = matches!(column, Column::Title | Column::BusinessUnit | Column::Scope);
            let (sort, descending) = order.get_untracked();
            let descends = if sort == column { !descending } else { !is_name };
            teams.search(|query| (query.sort, query.descending) = (column, descends));
            dom::focus_next_frame(&button);
        };
        let direction =
            move || Some(order.get()).filter(|(sort, _)| *sort == column).map(|(_, descending)| descending);
        let aria_sort = move || direction().map(|descending| if descending { "descending" } else { "ascending" });
        let arrow = move || match direction() {
            None => "",
            Some(true) => " \u{25be}",
            Some(false) => " \u{25b4}",
        };
        view! {
            <th scope="col" aria-sort=aria_sort>
                <button type="button" class="in-text" id=id on:click=sort_by>
                    {table.with_value(|table| column_name(&table.portfolio, column))}
                    <span aria-hidden="true"><LiveText text=Signal::derive(move || arrow().to_owned())/></span>
                </button>
            </th>
        }
    });
    view! { <tr aria-rowindex="1">{heads.collect_view()}</tr> }
}

fn column_name(portfolio: &Portfolio, column: Column) -> String {
    let [team, day, answered, since] = say::HEADS;
    match column {
        Column::Title => team,
        Column::BusinessUnit => words::result::BUSINESS_UNIT,
        Column::Scope => say::ASKED,
        Column::Day => day,
        Column::Overall => pages::OVERALL,
        Column::Area(area) => portfolio.model().area(area).title.as_str(),
        Column::Confidence => answered,
        Column::Moved => since,
    }
    .to_owned()
}

/// Takes the space of lines that are not drawn.
#[component]
fn Spacer(rows: Signal<usize>) -> impl IntoView {
    #[allow(clippy::cast_precision_loss, reason = "a hundred thousand at most")]
    let height = move || format!("{}rem", ROW_REM * rows.get() as f64);
    view! {
        <tr class="room" aria-hidden="true">
            <td style:height=height></td>
        </tr>
    }
}

#[component]
fn GridLine(table: StoredValue<Table>, at: usize) -> impl IntoView {
    table.with_value(|all| match all.lines.get(at) {
        Some(GridRow::Team(row)) => {
            let cells = all.columns.iter().enumerate();
            let cells = cells.map(|(column, of)| cell(table, all, *row, *of, cell_id(at, column))).collect_view();
            // The head is row 1.
            view! { <tr aria-rowindex=(at + 2).to_string()>{cells}</tr> }.into_any()
        }
        Some(GridRow::Group(name)) => view! {
            <tr class="is-group" aria-rowindex=(at + 2).to_string()>
                <th id=cell_id(at, 0) scope="rowgroup" colspan=all.columns.len().to_string()>
                    <span>{name.clone()}</span>
                </th>
            </tr>
        }
        .into_any(),
        None => ().into_any(),
    })
}

/// The cell of a team in a column.
fn cell(table: StoredValue<Table>, all: &Table, row: usize, column: Column, id: String) -> AnyView {
    let team = all.portfolio.team(row);
    match column {
        Column::Title => {
            let title = words::title(&team.title).to_owned();
            let tooltip = title.clone();
            let navigation = expect_context::<Navigation>();
            let published = all.published(row);
            let open = move |_| table.with_value(|table| table.open(navigation, row));
            if let Some(address) = published {
                return view! {
                    <th id=id scope="row">
                        <a tabindex="-1" class="in-text" title=tooltip href=address>{title}</a>
                    </th>
                }
                .into_any();
            }
            view! {
                <th id=id scope="row">
                    <button type="button" tabindex="-1" class="in-text" title=tooltip on:click=open>
                        {title}
                    </button>
                </th>
            }
            .into_any()
        }
        Column::BusinessUnit => {
            let unit = team.business_unit.to_string();
            let tooltip = unit.clone();
            view! { <td id=id class="unit" title=tooltip>{unit}</td> }.into_any()
        }
        Column::Scope => text_cell(id, words::scope(all.portfolio.question_set(row).scope).to_owned()),
        Column::Day => text_cell(id, team.day.to_string()),
        Column::Overall => level_cell(id, team.standing.overall),
        Column::Area(area) => level_cell(id, team.standing.range(Some(area))),
        Column::Confidence if team.standing.confidence.of == 0 => text_cell(id, String::new()),
        Column::Confidence => text_cell(id, words::percent(team.standing.confidence)),
        Column::Moved => text_cell(id, say::moved(all.portfolio.since(row)).to_owned()),
    }
}

fn text_cell(id: String, text: String) -> AnyView {
    view! { <td id=id>{text}</td> }.into_any()
}

fn level_cell(id: String, range: Option<Range>) -> AnyView {
    let class = match range {
        None => "lv".to_owned(),
        Some(range) if range.is_exact() => format!("lv l{}", range.low),
        Some(range) => format!("lv l{} is-open", range.low),
    };
    view! {
        <td id=id class=class>
            <span>{compare::range_in_short(range)}</span>
        </td>
    }
    .into_any()
}
