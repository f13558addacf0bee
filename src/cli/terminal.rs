//! What the terminal can do, and how messages and progress get there.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::index::Event;
use crate::read::path_text;
use crate::render::sanitize;
use crate::render::text::Style;

/// How wide a terminal is taken to be that does not say so.
const WIDTH: usize = 80;

/// What standard output can do. Colours and addresses to click are for terminals only, and never with `NO_COLOR`; a dumb
/// terminal would print the address as text.
pub(crate) fn style() -> Style {
    if !stdout().is_terminal() {
        return Style::default();
    }
    let width = terminal_size::terminal_size_of(stdout()).map(|(width, _)| usize::from(width.0));
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    Style { colour: !no_color(), width: Some(width.filter(|w| *w > 0).unwrap_or(WIDTH)), links: !no_color() && !dumb }
}

/// <https://no-color.org>: set and not empty.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// One line on standard error. Nobody may be listening there, and that must not end a run.
pub(crate) fn note(text: &str) {
    let _ = writeln!(stderr(), "pressmark: {}", sanitize::line(text));
}

/// Shows how far a run is, and prints what fails.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new() -> Progress {
        Progress(ProgressBar::hidden())
    }

    pub(crate) fn event(&mut self, event: &Event) {
        match event {
            Event::Anew { writer } => self.0.suspend(|| {
                note(&format!(
                    "the index was written by pressmark {writer} with other fields or another text analysis; it is built anew \
                     beside it, and takes its place once it is whole"
                ));
            }),
            Event::Started { pages } if stderr().is_terminal() && !no_color() => {
                self.0 = ProgressBar::new(*pages as u64);
                if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} pages, {eta} left") {
                    self.0.set_style(style);
                }
            }
            Event::Started { .. } => {}
            Event::Done => self.0.inc(1),
            Event::Failed { path, reason } => self.failed(path, reason),
        }
    }

    pub(crate) fn failed(&self, path: &Path, reason: &str) {
        self.0.suspend(|| note(&format!("{}: {reason}", path_text(path))));
    }

    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
