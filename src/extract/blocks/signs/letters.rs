//! Letters and numbers that a page sets apart from their text: drop caps, and the labels of paragraphs.

use super::super::Draft;
use super::LONGEST_NUMBER;
use crate::article::BlockKind;
use crate::extract::dom::{Dom, NodeId};

/// Whether a text is the number or letter of a paragraph, `1.` or `(a)`, which the page sets apart from it by its layout.
pub(crate) fn is_label(text: &str) -> bool {
    const LONGEST: usize = 6;
    if text.len() > LONGEST {
        return false;
    }
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= LONGEST_NUMBER && text.bytes().all(|b| b.is_ascii_digit());
    let is_letters = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_lowercase());
    match text.strip_suffix(')') {
        Some(label) => is_number(label.trim_start_matches('(')) || is_letters(label.trim_start_matches('(')),
        None => text.strip_suffix('.').is_some_and(is_number),
    }
}

/// Whether a text is one capital letter that its element calls a drop cap.
pub(crate) fn is_initial(dom: &Dom, text: NodeId) -> bool {
    /// It is asked of each letter that stands alone.
    const LONGEST: usize = 200;
    const NAMES: &[&str] =
        &["dropcap", "drop-cap", "drop_cap", "first-letter", "firstletter", "first_letter", "initial"];
    let is_letter = dom.text(text).is_some_and(|text| is_capital(text.trim()));
    is_letter && {
        let class = dom.attr(dom.parent(text), "class").filter(|class| class.len() <= LONGEST);
        let class = class.unwrap_or_default().to_ascii_lowercase();
        NAMES.iter().any(|name| class.contains(name))
    }
}

/// Whether a drop cap is a word of one letter before a text that white space parts from it: the language of the page says
/// whether it is one, and what is no word has no vowel, `nd`.
pub(crate) fn is_word(dom: &Dom, letter: &str, after: &str) -> bool {
    const ENGLISH: &str = "AI";
    const OTHER: &str = "AIOYEÀÓWZUВКОСУЯИА";
    const VOWELS: &str = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüąęóýаеёиоуыэюяіїє";
    let lang = dom.by_tag(0..dom.len(), "html").next().and_then(|html| dom.attr(html, "lang")).unwrap_or_default();
    let words = if lang.is_empty() || lang.starts_with("en") { ENGLISH } else { OTHER };
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_cyrillic = letter.starts_with(|c| ('А'..='я').contains(&c));
    (words.contains(letter) || (is_cyrillic && OTHER.contains(letter)))
        && next.to_lowercase().contains(|c| VOWELS.contains(c))
}

/// The letter that a picture shows, where the text after it goes on in the word.
pub(crate) fn drawn_initial<'a>(dom: &Dom<'a>, img: NodeId) -> Option<&'a str> {
    let letter = dom.attr(img, "alt").map(str::trim).filter(|alt| is_capital(alt))?;
    let after = (dom.end(img)..dom.len()).take(2).find_map(|n| dom.text(n))?;
    after.starts_with(char::is_lowercase).then_some(letter)
}

/// Whether a text goes on in a word whose first letter is a block of its own. Before a name or a few words, a letter stands
/// in place of a picture.
pub(crate) fn is_cut_off(before: Option<&Draft>, text: &str, words: usize) -> bool {
    const LEAST: usize = 10;
    let is_letter = before.is_some_and(|draft| draft.kind == BlockKind::Paragraph && is_capital(&draft.text));
    is_letter && words >= LEAST && text.starts_with(char::is_lowercase)
}

fn is_capital(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

    #[test]
    fn a_label_stands_apart_from_its_text() {
        let html = "<div><span>1.</span><span>The state pays.</span></div><p><b>(a)</b><i>any copy;</i><p><b>1.</b><i>5 million</i>";
        assert_eq!(texts(html), ["1. The state pays.", "(a) any copy;", "1.5 million"]);
    }

    #[test]
    fn a_drop_cap_is_part_of_its_word() {
        for html in [
            "<p><span class=dropcap>T</span>he council",
            "<p><span class='Drop-Cap big'> T </span>\n <span>he</span> council",
            "<p><img src=t.png alt=T>he council",
            "<div class=first>T</div><div><p>he council",
        ] {
            let html = format!("{html} said that it would close the locks for a year");
            assert_eq!(texts(&html), ["The council said that it would close the locks for a year"], "{html}");
        }
        let word =
            |lang: &str, html: &str| texts(&format!("<html lang={lang}><p><span class=dropcap>{html}")).remove(0);
        assert_eq!(word("en", "I</span> was the last"), "I was the last");
        assert_eq!(word("en", "A</span> <span>warden"), "A warden");
        assert_eq!(word("en", "A</span> nd then"), "And then");
        assert_eq!(word("en", "O</span> nce more"), "Once more");
        assert_eq!(word("pt", "O</span> governo"), "O governo");
        assert_eq!(word("ru", "В</span> городе"), "В городе");
        assert_eq!(texts("<div>M</div><div>marlow on Monday</div>"), ["M", "marlow on Monday"]);
        assert_eq!(texts("<p><b>A</b> council<p><img alt=B> named"), ["A council", "named"]);
        assert_eq!(texts("<h2>A</h2><p>abacus"), ["A", "abacus"]);
    }
}
