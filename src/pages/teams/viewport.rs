//! Which lines of the table are drawn: of thousands, only the visible ones and some around them.

use std::ops::Range;

use leptos::prelude::*;

use crate::browser::{dom, grid};

/// The id of the element that scrolls.
pub const SCROLLER: &str = "teams-rows";
/// The number of lines that are drawn before anything is measured.
const FIRST: usize = 32;
/// The number of lines that are drawn above and below the visible ones.
const AROUND: usize = 6;
/// The most lines that are drawn in one frame: on a slow machine, more would delay the frame noticeably.
const LINES_A_FRAME: usize = 2;

#[derive(Clone, Copy)]
pub struct Viewport {
    pub drawn: RwSignal<Range<usize>>,
    /// Whether more lines will be drawn in the next frame.
    is_scheduled: StoredValue<bool>,
    total: usize,
}

impl Viewport {
    #[must_use]
    pub fn new(total: usize) -> Self {
        Self { drawn: RwSignal::new(0..FIRST.min(total)), is_scheduled: StoredValue::new(false), total }
    }

    /// Draws the visible lines and some around them: a few in the next frame, the others in the frames after it.
    pub fn follow(self) {
        if self.is_scheduled.try_update_value(|is| !std::mem::replace(is, true)) == Some(true) {
            dom::next_frame(move || {
                self.is_scheduled.try_set_value(false);
                if self.draw_next(LINES_A_FRAME) == Some(true) {
                    self.follow();
                }
            });
        }
    }

    /// Draws at most this many more lines. Returns whether there were any, and `None` if the table is gone.
    pub fn draw_next(self, at_most: usize) -> Option<bool> {
        let (view, before) = (grid::in_view(SCROLLER)?, self.drawn.try_get_untracked()?);
        let height = u64::from(view.content.saturating_sub(view.head));
        let total = u64::try_from(self.total).unwrap_or_default();
        let line = |pixels: u32| usize::try_from((u64::from(pixels) * total).checked_div(height)?).ok();
        let first = line(view.top)?.min(self.total);
        let in_view = first..(first + line(view.height)? + 1).min(self.total);
        let next = nearer(&before, &in_view, self.total, at_most);
        let is_new = next != before;
        if is_new {
            self.drawn.set(next);
        }
        Some(is_new)
    }

    /// Scrolls to make a line visible, and draws all visible lines at once.
    pub fn show(self, line: usize) {
        let Some(view) = grid::in_view(SCROLLER) else { return };
        let height = u64::from(view.content.saturating_sub(view.head));
        let total = u64::try_from(self.total.max(1)).unwrap_or(1);
        let pixels = |line: usize| {
            let line = u64::try_from(line).unwrap_or_default();
            u32::try_from(height * line / total).unwrap_or(u32::MAX)
        };
        grid::scroll_to_range(SCROLLER, pixels(line), pixels(line + 1));
        self.draw_next(usize::MAX);
    }
}

/// The range to draw next: a few lines closer to the wanted range, which is the visible one and some lines around it.
fn nearer(drawn: &Range<usize>, in_view: &Range<usize>, total: usize, at_most: usize) -> Range<usize> {
    let wanted = in_view.start.saturating_sub(AROUND)..(in_view.end + AROUND).min(total);
    let kept = drawn.start.max(wanted.start)..drawn.end.min(wanted.end);
    // After a jump no drawn line is visible any more, so drawing begins again with the visible lines.
    let kept = if kept.is_empty() { in_view.start..in_view.start } else { kept };
    let below = (wanted.end - kept.end).min(at_most);
    let above = (kept.start - wanted.start).min(at_most - below);
    kept.start - above..kept.end + below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_in_view_come_nearer_by_a_few_at_a_time_and_end_with_some_around_them() {
        for (from, in_view) in
            [(0..32, 0..17), (0..32, 10..27), (0..32, 900..917), (5_000..5_029, 3..20), (0..32, 990..1_000)]
        {
            let mut drawn: Range<usize> = from;
            for _ in 0..30 {
                let next = nearer(&drawn, &in_view, 1_000, LINES_A_FRAME);
                let is_new = |at: &usize| !drawn.contains(at);
                assert!(next.clone().filter(is_new).count() <= LINES_A_FRAME, "{drawn:?} to {next:?}");
                drawn = next;
            }
            assert_eq!(drawn, in_view.start.saturating_sub(AROUND)..(in_view.end + AROUND).min(1_000));
        }
    }
}
