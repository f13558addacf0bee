//! Small things in a line of text that are not words: references to notes, links that show only a sign, drop caps.

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use crate::article::BlockKind;

/// Signs by which a page links a note back to the text, and a heading to itself.
const SIGNS: &[char] =
    &['↩', '↑', '↵', '⏎', '⤴', '⤶', '↲', '▲', '△', '^', '#', '¶', '§', '🔗', '∞', '\u{FE0E}', '\u{FE0F}'];

/// What links from a note back to the text say, in lower case.
const BACK: &[&str] = &[
    "back to text",
    "back to article",
    "back to the text",
    "go back",
    "jump back",
    "jump up",
    "return to text",
    "return to the text",
    "return to article",
    "retour au texte",
    "zurück zum text",
    "volver al texto",
    "voltar ao texto",
    "torna al testo",
    "terug naar de tekst",
    "назад к тексту",
];

/// What they say in brackets or beside a sign: alone, these may be what is spoken of, as `return` in a manual.
const BRACKETED_BACK: &[&str] = &["back", "return", "retour", "zurück", "volver", "voltar", "terug", "назад"];

/// Marks with which a quotation begins.
pub(crate) const QUOTES: [char; 9] = ['"', '\'', '“', '”', '„', '‘', '‚', '«', '»'];

/// The longest number of a note.
const LONGEST_NUMBER: usize = 3;

/// Whether a node is a link within the page that shows nothing but a sign, `¶` beside a heading and `↩` after a note, or that
/// leads from a note back to the text.
pub(crate) fn is_sign(dom: &Dom, node: NodeId) -> bool {
    match dom.tag(node) {
        "a" => is_sign_link(dom, node) || leads_back(dom, node),
        "span" => is_row_of_back_links(dom, node),
        _ => false,
    }
}

/// Whether a link within the page says that it leads back to the text.
fn leads_back(dom: &Dom, link: NodeId) -> bool {
    /// More nodes are no link of a few words.
    const MOST_NODES: usize = 12;
    let is_back = || {
        let text = texts(dom, link).collect::<String>().to_lowercase();
        let shown = text.trim();
        let words = shown.trim_matches(['[', ']', '(', ')', ' ']).trim_matches(SIGNS).trim();
        BACK.contains(&words) || (words.len() < shown.len() && BRACKETED_BACK.contains(&words))
    };
    target(dom, link).is_some_and(|id| !id.is_empty()) && dom.subtree(link).len() <= MOST_NODES && is_back()
}

/// Whether an element is the links from a note to the several places that refer to it, after a sign: `^ a b`.
fn is_row_of_back_links(dom: &Dom, span: NodeId) -> bool {
    /// A hundred places refer to some notes, by a few nodes each.
    const MOST_NODES: usize = 1000;
    const LONGEST_NAME: usize = 3;
    let is_sign = |text: &str| text.chars().all(|c| SIGNS.contains(&c) || c.is_whitespace());
    let within = dom.subtree(span);
    let Some(first) = within.clone().take(4).find_map(|n| dom.text(n)) else { return false };
    if !first.trim_start().starts_with(['^', '↑']) || within.len() > MOST_NODES {
        return false;
    }
    let (mut node, mut links) = (span + 1, 0);
    while node < within.end {
        let is_link = dom.tag(node) == "a" && target(dom, node).is_some_and(|id| !id.is_empty());
        let is_short = || texts(dom, node).map(|text| text.trim().len()).sum::<usize>() <= LONGEST_NAME;
        if is_link && !is_short() || dom.text(node).is_some_and(|text| !is_sign(text)) {
            return false;
        }
        links += usize::from(is_link);
        node = if is_link { dom.end(node) } else { node + 1 };
    }
    links > 0
}

/// Whether a link within the page shows nothing but a sign.
fn is_sign_link(dom: &Dom, node: NodeId) -> bool {
    let shows_sign = || {
        let mut shown = texts(dom, node).flat_map(str::chars).filter(|c| !c.is_whitespace()).peekable();
        shown.peek().is_some() && shown.all(|c| SIGNS.contains(&c))
    };
    shows_sign() && target(dom, node).is_some()
}

/// The reference to a note, in brackets: raised as the page shows it, its number would be part of the word before it.
///
/// A raised number that is no link may be a power.
pub(crate) fn reference(dom: &Dom, node: NodeId) -> Option<String> {
    if dom.tag(node) != "sup" {
        return None;
    }
    let text: String = texts(dom, node).collect();
    let number = text.trim();
    let is_number = !number.is_empty() && number.len() <= LONGEST_NUMBER && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && link_within(dom, node).is_some()).then(|| format!("[{number}]"))
}

/// The id to which a raised number leads: by a link in it or around it.
pub(crate) fn link_within<'a>(dom: &Dom<'a>, sup: NodeId) -> Option<&'a str> {
    let mut links = dom.by_tag(dom.subtree(sup), "a").chain([dom.parent(sup)]).filter(|&n| dom.tag(n) == "a");
    links.find_map(|link| target(dom, link))
}

/// The place on a page to which a link leads; saving tools make whole addresses of those on the page itself.
pub(crate) fn target<'a>(dom: &Dom<'a>, link: NodeId) -> Option<&'a str> {
    dom.attr(link, "href")?.split_once('#').map(|(_, id)| id)
}

fn texts<'d, 'a>(dom: &'d Dom<'a>, node: NodeId) -> impl Iterator<Item = &'a str> + use<'d, 'a> {
    dom.subtree(node).filter_map(|n| dom.text(n))
}

/// Whether a text is one capital letter that its element calls a drop cap.
pub(crate) fn is_initial(dom: &Dom, text: NodeId) -> bool {
    const NAMES: &[&str] =
        &["dropcap", "drop-cap", "drop_cap", "first-letter", "firstletter", "first_letter", "initial"];
    let is_letter = dom.text(text).is_some_and(|text| is_capital(text.trim()));
    is_letter && {
        let class = dom.attr(dom.parent(text), "class").unwrap_or_default().to_ascii_lowercase();
        NAMES.iter().any(|name| class.contains(name))
    }
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
    use super::super::blocks::blocks;
    use super::super::dom::Document;

    fn texts(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom).into_iter().map(|d| d.text).collect()
    }

    #[test]
    fn references_to_notes_stand_in_brackets() {
        let html = "<p>The levy<sup><a href='#fn1'>1</a></sup> rose<a href='https://a.example/p#n'><sup> 12 </sup></a>.\
            <p>The <a href='#c'><sup>[3]</sup></a> 10<sup>6</sup> m<sup>2</sup>, 1<sup><a href='#x'>st</a></sup>.";
        assert_eq!(texts(html), ["The levy[1] rose[12].", "The [3] 106 m2, 1st."]);
    }

    #[test]
    fn links_that_show_a_sign_are_no_text() {
        let html = "<h2>Who pays<a class=anchor href='#who'>#</a></h2><ol><li id=fn1>See the bill. \
            <a href='#ref1'>↩\u{FE0E}</a></li></ol><p>C<a href='https://c.example'>#</a> and <a href='#s'>§ 4</a></p>";
        assert_eq!(texts(html), ["Who pays", "See the bill.", "C# and § 4"]);
    }

    #[test]
    fn links_from_a_note_back_to_the_text_are_no_text() {
        let several = "<span>^ <a href='#r2_0'><sup><i><b>a</b></i></sup></a> <a href='https://a.example/p#r2_1'><sup>b</sup></a></span>";
        let html = format!(
            "<ol><li>See the bill. <a href='#r1'>[back]</a><li>The Gazette. <a href='#r2'>Return to <b>text</b> ↩</a>\
             <li>{several} <span>The bill.</span></ol>"
        );
        assert_eq!(texts(&html), ["See the bill.", "The Gazette.", "The bill."]);
        // Those that lead elsewhere, or say more, are text.
        let html = "<p>Go <a href='/p'>back</a>, <a href='#'>back</a> or <a href='#r'>back to school</a>, <a href='#r'>return</a>, <span>^ as <a href='#n'>a</a></span>.";
        assert_eq!(texts(html), ["Go back, back or back to school, return, ^ as a."]);
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
        assert_eq!(texts("<div>M</div><div>marlow on Monday</div>"), ["M", "marlow on Monday"]);
        assert_eq!(texts("<p><b>A</b> council<p><img alt=B> named"), ["A council", "named"]);
        assert_eq!(texts("<h2>A</h2><p>abacus"), ["A", "abacus"]);
    }
}
