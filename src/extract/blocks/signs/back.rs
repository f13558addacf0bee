//! Links that show only a sign, as headings have them to themselves, and those from a note back to the text: no text.

use super::{target, texts};
use crate::extract::dom::{Dom, NodeId};

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

/// Whether a node is a link within the page that shows nothing but a sign, `¶` beside a heading and `↩` after a note, or that
/// leads from a note back to the text.
pub(crate) fn is_sign(dom: &Dom, node: NodeId) -> bool {
    match dom.tag(node) {
        // Few links stay within the page.
        "a" => target(dom, node).is_some_and(|id| shows_sign(dom, node) || !id.is_empty() && says_back(dom, node)),
        "span" => is_row_of_back_links(dom, node),
        _ => false,
    }
}

/// Whether a link says that it leads back to the text.
fn says_back(dom: &Dom, link: NodeId) -> bool {
    /// More nodes are no link of a few words.
    const MOST_NODES: usize = 12;
    let is_back = || {
        let text = texts(dom, link).collect::<String>().to_lowercase();
        let shown = text.trim();
        let words = shown.trim_matches(['[', ']', '(', ')', ' ']).trim_matches(SIGNS).trim();
        BACK.contains(&words) || (words.len() < shown.len() && BRACKETED_BACK.contains(&words))
    };
    dom.subtree(link).len() <= MOST_NODES && is_back()
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

/// Whether an element shows nothing but a sign.
fn shows_sign(dom: &Dom, node: NodeId) -> bool {
    let mut shown = texts(dom, node).flat_map(str::chars).filter(|c| !c.is_whitespace()).peekable();
    shown.peek().is_some() && shown.all(|c| SIGNS.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

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
}
