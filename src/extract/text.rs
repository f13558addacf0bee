//! Small operations on text: white space, invisible characters, comparison.

/// Characters that show nothing: soft hyphen, zero-width space, word joiner, byte order mark.
///
/// The zero-width (non-)joiners stay: Persian and Indian scripts need them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Appends text with each run of white space as one space (none at the start of a line), invisible characters dropped.
pub(crate) fn push_collapsed(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        // Most of a text is runs of such letters: they go over whole.
        let plain = rest.bytes().position(|b| !b.is_ascii_graphic()).unwrap_or(rest.len());
        let (run, more) = rest.split_at(plain);
        out.push_str(run);
        let mut chars = more.chars();
        let Some(c) = chars.next() else { return };
        rest = chars.as_str();
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else if !is_invisible(c) && !c.is_control() {
            out.push(c);
        }
    }
}

/// Drops white space at the end.
pub(crate) fn trim_end(out: &mut String) {
    out.truncate(out.trim_end().len());
}

/// The text with white space collapsed.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_collapsed(&mut out, text);
    trim_end(&mut out);
    out
}

/// A string from an attribute or from JSON: entities decoded, twice where a site has encoded them twice.
pub(crate) fn unescape(text: &str) -> String {
    let once = html_escape::decode_html_entities(text);
    let twice = html_escape::decode_html_entities(&once);
    collapse(&twice)
}

/// Letters and digits in lower case with single spaces: for comparing texts whatever their punctuation.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') && !is_invisible(c) && !matches!(c, '\'' | '’') {
            out.push(' ');
        }
    }
    trim_end(&mut out);
    out
}

/// The number of words: runs of letters and digits; a Han, Kana or Thai character counts as one.
pub(crate) fn words(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in text.chars() {
        let alone = matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}');
        let letter = c.is_alphanumeric() || (inside && matches!(c, '\'' | '’'));
        count += usize::from(alone || (letter && !inside));
        inside = letter && !alone;
    }
    count
}

/// Whether text ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ', '\u{A0}', '*']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', ':', ';', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_invisible_characters() {
        assert_eq!(collapse("  a\u{A0}\n b\u{AD}c\u{200B} "), "a bc");
        assert_eq!(unescape("Trade &amp;amp; Aid"), "Trade & Aid");
    }

    #[test]
    fn folding_ignores_case_and_punctuation() {
        assert_eq!(folded("The  Minister’s “Plan”, part-2!"), "the ministers plan part 2");
    }

    #[test]
    fn words_are_counted_in_any_script() {
        assert_eq!(words("It's the U.S.-led plan"), 6);
        assert_eq!(words("北京 talks"), 3);
    }

    #[test]
    fn sentences_end_in_many_ways() {
        for text in ["He left.", "“He left.”", "هل انتهى؟", "終わり。"] {
            assert!(ends_sentence(text), "{text}");
        }
        assert!(!ends_sentence("Related articles"));
    }
}
