//! Facets for a person: counts first, so that they stand below each other whatever the script of the values.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use super::Style;
use crate::hit::FacetValue;
use crate::render::layout::Paragraph;

/// How many values of a facet are shown, where they are in order of their counts.
const MOST: usize = 20;

/// Facets whose values are in order of time, of which none can be left out as the least.
const BY_TIME: &[&str] = &["year", "month"];

/// How deep sections are set in.
const DEEPEST: usize = 8;

/// A block a facet: its name, then a line a value, sections below the wider ones they are within.
pub(super) fn facets(out: &mut impl Write, facets: &BTreeMap<String, Vec<FacetValue>>, style: Style) -> io::Result<()> {
    for (name, values) in facets {
        writeln!(out, "{}", style.bold(name))?;
        let most = if BY_TIME.contains(&name.as_str()) { values.len() } else { MOST };
        let shown = values.get(..most).unwrap_or(values);
        let width = shown.iter().map(|v| v.count.to_string().len()).max().unwrap_or(0);
        for (value, depth) in tree(shown) {
            let count = style.dim(&format!("{:>width$}", value.count));
            let indent = "  ".repeat(depth);
            let rest = format!("  {:>width$}  {indent}", "");
            // The count takes no columns but those of `rest`, whatever colours it.
            write!(out, "  {count}  {indent}")?;
            Paragraph { first: "", rest: &rest, look: |_, text| text.to_owned() }.write(
                out,
                [(value.value.as_str(), false)].into_iter(),
                style,
            )?;
        }
        if values.len() > shown.len() {
            writeln!(out, "  {:>width$}  … and {} more", "", values.len() - shown.len())?;
        }
    }
    Ok(())
}

/// The values in order, each followed by those within it, with how deep they are. A value within one that is not shown, or
/// within itself by way of others, stands at the top.
fn tree(values: &[FacetValue]) -> Vec<(&FacetValue, usize)> {
    let place: HashMap<&str, usize> = values.iter().enumerate().map(|(at, v)| (v.value.as_str(), at)).collect();
    let wider: Vec<Option<usize>> =
        values.iter().map(|v| v.within.as_deref().and_then(|w| place.get(w)).copied()).collect();
    let mut narrower: Vec<Vec<usize>> = vec![Vec::new(); values.len()];
    let mut to_do: Vec<(usize, usize)> = Vec::new();
    for at in 0..values.len() {
        match wider[at].filter(|_| reaches_top(&wider, at)) {
            Some(wider) => narrower[wider].push(at),
            None => to_do.push((at, 0)),
        }
    }
    to_do.reverse();
    let mut out = Vec::with_capacity(values.len());
    while let Some((at, depth)) = to_do.pop() {
        out.push((&values[at], depth.min(DEEPEST)));
        to_do.extend(narrower[at].iter().rev().map(|below| (*below, depth + 1)));
    }
    out
}

/// Whether the wider sections of a value end, after no more steps than there are values.
fn reaches_top(wider: &[Option<usize>], at: usize) -> bool {
    let mut next = wider[at];
    for _ in 0..wider.len() {
        match next {
            Some(at) => next = wider[at],
            None => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(value: &str, count: usize, within: Option<&str>) -> FacetValue {
        FacetValue { value: value.to_owned(), count, within: within.map(str::to_owned) }
    }

    fn printed(name: &str, values: Vec<FacetValue>) -> String {
        let mut out = Vec::new();
        facets(&mut out, &[(name.to_owned(), values)].into(), Style::default()).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn sections_stand_below_wider_ones() {
        let values = vec![
            value("World", 120, None),
            value("Economy", 31, None),
            value("Middle East", 30, Some("World")),
            value("Trade", 7, Some("Economy")),
            value("Levant", 5, Some("Middle East")),
            value("Lost", 2, Some("not here")),
        ];
        let expected = "section
  120  World
   30    Middle East
    5      Levant
   31  Economy
    7    Trade
    2  Lost
";
        assert_eq!(printed("section", values), expected);
    }

    #[test]
    fn circles_end() {
        let values = vec![value("a", 1, Some("b")), value("b", 1, Some("a")), value("c", 1, Some("a"))];
        assert_eq!(printed("section", values), "section\n  1  a\n  1  b\n  1  c\n");
    }

    #[test]
    fn long_lists_are_cut_but_not_those_of_time() {
        let many: Vec<_> = (0..25).map(|at| value(&format!("v{at}"), 1, None)).collect();
        let sites = printed("site", many.clone());
        assert!(sites.ends_with("  1  v19\n     … and 5 more\n"), "{sites}");
        assert!(printed("month", many).ends_with("  1  v24\n"));
    }
}
