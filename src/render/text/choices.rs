//! What each fact of a page was chosen from, for a person at a terminal.

use std::io::{self, Write};

use super::super::sanitize::line;
use super::super::style::Style;
use crate::extract::Choice;

/// A paragraph a fact: its name, and below it each value with its source, a plus before what was taken, and behind what
/// lost the reason.
///
/// # Errors
/// Those of the writer.
pub fn choices(out: &mut impl Write, choices: &[Choice], style: Style) -> io::Result<()> {
    for choice in choices {
        writeln!(out, "{}", style.bold(choice.fact))?;
        for candidate in &choice.candidates {
            let values = line(&candidate.values.join("; "));
            let source = style.rule(&format!("{:<24}", line(&candidate.source)));
            match candidate.lost {
                None => writeln!(out, "  + {source} {}", style.bold(&values))?,
                Some(why) => writeln!(out, "  - {source} {values}  {}", style.dim(&format!("({why})")))?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Considered;

    #[test]
    fn what_was_taken_and_what_lost_with_the_reason() {
        let considered = |value: &str, source: &'static str, lost| Considered {
            values: vec![value.to_owned(), "B\u{1b}[2J".to_owned()],
            source: source.into(),
            lost,
        };
        let candidates = vec![considered("A", "json-ld", None), considered("C", "url", Some("a weaker source"))];
        let mut out = Vec::new();
        choices(&mut out, &[Choice { fact: "sections", candidates }], Style::default()).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<Vec<&str>> = text.lines().map(|l| l.split_whitespace().collect()).collect();
        assert_eq!(lines[0], ["sections"]);
        assert_eq!(lines[1][..3], ["+", "json-ld", "A;"]);
        assert_eq!(lines[2][..3], ["-", "url", "C;"]);
        assert!(lines[2].ends_with(&["(a", "weaker", "source)"]) && !text.contains('\u{1b}'));
    }
}
