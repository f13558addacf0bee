//! [`Style`]: what an output can do beside plain text.

/// What is put around the parts of an output, and to which width it is laid out. The default is for files and pipes: no
/// escape sequences, no line broken.
///
/// ```
/// use pressmark::render::text::Style;
/// assert_eq!(Style::default().bold("Locks reopen"), "Locks reopen");
/// assert_eq!(Style { colour: true, ..Style::default() }.bold("Locks"), "\u{1b}[1mLocks\u{1b}[0m");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Whether to colour at all.
    pub colour: bool,
    /// How many columns the terminal has; none where the output is no terminal.
    pub width: Option<usize>,
    /// Whether addresses can be clicked (OSC 8).
    pub links: bool,
}

impl Style {
    /// Bold, for titles and headings.
    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    /// Faint, for facts beside the text.
    pub fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    /// For words that match, and for what is kept.
    pub fn mark(self, text: &str) -> String {
        self.wrap("1;33", text)
    }

    /// For names of rules, and for bars.
    pub fn rule(self, text: &str) -> String {
        self.wrap("36", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(feature = "index")]
impl Style {
    /// The text, to be clicked where the terminal can and the address is one to follow.
    pub(crate) fn link(self, address: Option<&str>, text: &str) -> String {
        match address.filter(|_| self.links).and_then(super::address::clickable) {
            Some(address) => format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"),
            None => text.to_owned(),
        }
    }

    /// The text set apart by FSI and PDI where it holds letters that are written from right to left, so that they order
    /// themselves and not the numbers and signs around them. Only on a terminal: a file is to hold the text alone.
    pub(crate) fn isolate(self, text: String) -> String {
        if self.width.is_some() && text.contains(is_right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text }
    }
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts of these blocks.
#[cfg(feature = "index")]
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(all(test, feature = "index"))]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_to_follow_are_clickable() {
        let style = Style { links: true, ..Style::default() };
        assert_eq!(
            style.link(Some("https://a.example/ü\u{1b}]8;;"), "x"),
            "\u{1b}]8;;https://a.example/%C3%BC%1B]8;;\u{1b}\\x\u{1b}]8;;\u{1b}\\"
        );
        assert_eq!(style.link(Some("javascript:alert(1)"), "x"), "x");
        assert_eq!(style.link(None, "x"), "x");
        assert_eq!(Style::default().link(Some("https://a.example/"), "x"), "x");
    }

    #[test]
    fn what_is_written_from_right_to_left_is_set_apart_on_a_terminal() {
        let terminal = Style { width: Some(80), ..Style::default() };
        assert_eq!(terminal.isolate("ضريبة".to_owned()), "\u{2068}ضريبة\u{2069}");
        assert_eq!(terminal.isolate("toll".to_owned()), "toll");
        assert_eq!(Style::default().isolate("ضريبة".to_owned()), "ضريبة");
    }
}
