//! The matching articles by time, as bars or, where there is little room, as one line.
//!
//! ```text
//! 2024-02   3  ████████
//! 2024-03   0
//! 2024-04  11  █████████████████████████████▎
//! ```

use std::io::{self, Write};

use super::layout::columns;
use super::sanitize::line;
use super::text::Style;
use crate::hit::Span;

/// How wide the chart is where the output is no terminal.
const WIDTH: usize = 80;

/// On narrower terminals, one line says more than bars do.
const NARROW: usize = 60;

/// A block an eighth, from one to eight eighths.
const BARS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// Steps of the line, from one to eight.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A span without an article on the line.
const NONE: char = '·';

/// Writes the spans in their order: a line a span with its name, count and a bar; on a terminal of less than 60 columns, one
/// line of steps with the first and the last name below. Nothing where there are no spans.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use jiff::civil::date;
/// use pressmark::{hit::Span, render::{text::Style, timeline::timeline}};
/// let year = Span { name: "2024".into(), since: date(2024, 1, 1), until: date(2024, 12, 31), count: 3 };
/// let mut out = Vec::new();
/// timeline(&mut out, &[year], Style { width: Some(40), ..Style::default() })?;
/// assert_eq!(String::from_utf8(out).unwrap(), "█\n2024\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn timeline(out: &mut impl Write, spans: &[Span], style: Style) -> io::Result<()> {
    match style.width {
        _ if spans.is_empty() => Ok(()),
        Some(width) if width < NARROW => steps(out, spans, width.max(1), style),
        width => bars(out, spans, width.unwrap_or(WIDTH), style),
    }
}

fn bars(out: &mut impl Write, spans: &[Span], width: usize, style: Style) -> io::Result<()> {
    let names: Vec<String> = spans.iter().map(|span| line(&span.name)).collect();
    let name_width = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    let count_width = spans.iter().map(|span| span.count.to_string().len()).max().unwrap_or(0);
    let room = width.saturating_sub(name_width + count_width + 4).max(1);
    let most = spans.iter().map(|span| span.count).max().unwrap_or(0);
    for (span, name) in spans.iter().zip(&names) {
        let gap = " ".repeat(name_width - columns(name));
        write!(out, "{}{gap}  {:>count_width$}", style.dim(name), span.count)?;
        let bar = bar(scaled(span.count, most, 8 * room));
        if !bar.is_empty() {
            write!(out, "  {}", style.rule(&bar))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn bar(eighths: usize) -> String {
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).map(|at| BARS[at]));
    bar
}

fn steps(out: &mut impl Write, spans: &[Span], width: usize, style: Style) -> io::Result<()> {
    // Where there are more spans than columns, neighbours share one, which stands for the most frequent of them.
    let shown = spans.len().min(width);
    let heights: Vec<usize> = (0..shown)
        .map(|at| &spans[at * spans.len() / shown..(at + 1) * spans.len() / shown])
        .map(|spans| spans.iter().map(|span| span.count).max().unwrap_or(0))
        .collect();
    let most = heights.iter().copied().max().unwrap_or(0);
    let step = |count: &usize| scaled(*count, most, 8).checked_sub(1).map_or(NONE, |at| STEPS[at]);
    writeln!(out, "{}", style.rule(&heights.iter().map(step).collect::<String>()))?;
    let (first, last) = (line(&spans[0].name), line(&spans[spans.len() - 1].name));
    if spans.len() == 1 {
        return writeln!(out, "{}", style.dim(&first));
    }
    let gap = shown.saturating_sub(columns(&first) + columns(&last));
    let gap = if gap == 0 { " – ".to_owned() } else { " ".repeat(gap) };
    writeln!(out, "{}", style.dim(&format!("{first}{gap}{last}")))
}

/// The count's share of `whole`, rounded; at least one where there is something to show.
fn scaled(count: usize, most: usize, whole: usize) -> usize {
    if count == 0 {
        return 0;
    }
    let share = count as f64 / most.max(1) as f64 * whole as f64;
    (share.round() as usize).clamp(1, whole)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn spans(counts: &[usize]) -> Vec<Span> {
        let span = |(at, count): (usize, &usize)| Span {
            name: format!("{}", 2000 + at),
            since: date(2000 + at as i16, 1, 1),
            until: date(2000 + at as i16, 12, 31),
            count: *count,
        };
        counts.iter().enumerate().map(span).collect()
    }

    fn printed(counts: &[usize], width: Option<usize>) -> String {
        let mut out = Vec::new();
        timeline(&mut out, &spans(counts), Style { width, ..Style::default() }).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn bars_are_proportional_and_end_at_the_width() {
        let full = "█".repeat(50);
        let found = printed(&[400, 0, 1, 101, 1600], Some(62));
        let lines: Vec<&str> = found.lines().collect();
        assert_eq!(lines[0], "2000   400  ████████████▌");
        assert_eq!(lines[1..3], ["2001     0", "2002     1  ▏"]);
        assert_eq!(lines[3], "2003   101  ███▏");
        assert_eq!(lines[4], format!("2004  1600  {full}"));
        assert!(lines.iter().all(|line| columns(line) <= 62));
        assert!(printed(&[1, 2], None).lines().all(|line| columns(line) <= 80));
        assert_eq!(printed(&[0, 0], None), "2000  0\n2001  0\n");
        assert_eq!(printed(&[], None), "");
    }

    #[test]
    fn in_little_room_one_line_of_steps() {
        assert_eq!(printed(&[1, 0, 4, 8, 2, 3, 5, 6, 7, 8], Some(40)), "▁·▄█▂▃▅▆▇█\n2000  2009\n");
        assert_eq!(printed(&[1, 800], Some(40)), "▁█\n2000 – 2001\n");
        let many: Vec<usize> = (0..100).collect();
        let found = printed(&many, Some(30));
        assert!(found.lines().all(|line| columns(line) == 30), "{found}");
    }

    #[test]
    fn numbers_of_any_size_keep_to_the_width() {
        for width in 1..200 {
            let found = printed(&[usize::MAX, 0, 1, 7, usize::MAX / 3], Some(width));
            let fits = |line: &str| columns(line) <= width.max(11);
            assert!(found.lines().all(fits), "{width}: {found}");
        }
    }
}
