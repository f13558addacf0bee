//! Pictures in a line that stand for text, or text that stands for a picture: emoji and icons.

use super::texts;
use crate::extract::dom::{Dom, NodeId};

/// Whether an element is an icon drawn by a font, whose text is the icon's name or nothing to read.
pub(crate) fn is_icon_text(dom: &Dom, node: NodeId) -> bool {
    /// Fonts whose icons are the words of their names.
    const LIGATURES: &[&str] = &["material-icons", "material-symbols"];
    const ICONS: &[&str] = &["icon", "icons", "fa", "fas", "far", "fab", "glyphicon"];
    if !dom.is(node, &["i", "span"]) {
        return false;
    }
    let class = dom.attr(node, "class").unwrap_or_default();
    let is_called = || class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| ICONS.contains(&word));
    let is_one_word = || texts(dom, node).all(|text| !text.trim().contains(char::is_whitespace));
    let is_drawn = LIGATURES.iter().any(|font| class.starts_with(font))
        || (dom.attr(node, "aria-hidden") == Some("true") && is_called());
    is_drawn && is_one_word()
}

/// The emoji that a picture stands for.
pub(crate) fn drawn_emoji<'a>(dom: &Dom<'a>, img: NodeId) -> Option<&'a str> {
    /// The flag of Scotland is the longest.
    const LONGEST: usize = 32;
    let is_emoji = |c: char| {
        matches!(c, '\u{203C}' | '\u{2049}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}'
        | '\u{25A0}'..='\u{27BF}' | '\u{2934}' | '\u{2935}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
    };
    let joins = |c: char| matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}');
    let alt = dom.attr(img, "alt").map(str::trim).filter(|alt| !alt.is_ascii() && alt.len() <= LONGEST)?;
    (alt.contains(is_emoji) && alt.chars().all(|c| is_emoji(c) || joins(c))).then_some(alt)
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

    #[test]
    fn pictures_of_emoji_are_text() {
        let html = "<p>Votes <img class=emoji alt='🇺🇦'> counted <img alt='😀'>.<p>A <img alt='A map of 🇺🇦'> map <img alt='©'>.";
        assert_eq!(texts(html), ["Votes 🇺🇦 counted 😀.", "A map ."]);
    }
}
