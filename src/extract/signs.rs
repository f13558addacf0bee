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
    // Few links show a number, and to look at their text takes less than to look up their attributes.
    let number = dom.is(node, &["a", "sup"]).then(|| number(dom, node)).flatten()?;
    note_of(dom, node)?;
    Some(format!("[{number}]"))
}

/// The id of the note to which an element refers: a raised number by a link in it or around it, and a link whose own id is one
/// of a pair with that to which it leads, be it raised by a style sheet only.
pub(crate) fn note_of<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    match dom.tag(node) {
        "sup" => {
            let mut links = dom.by_tag(dom.subtree(node), "a").chain([dom.parent(node)]).filter(|&n| dom.tag(n) == "a");
            links.find_map(|link| target(dom, link))
        }
        "a" => {
            let target = target(dom, node)?;
            let around = dom.parent(node);
            let ids = [dom.attr(node, "id"), dom.attr(node, "name"), dom.attr(around, "id")];
            ids.into_iter().flatten().any(|id| is_pair(id, target)).then_some(target)
        }
        _ => None,
    }
}

/// Whether two ids are those of a reference and its note, `fnref:3` and `fn:3`: they differ in all but their number.
fn is_pair(id: &str, other: &str) -> bool {
    let digits = |id| str::bytes(id).filter(u8::is_ascii_digit);
    id != other && digits(id).next().is_some() && digits(id).eq(digits(other))
}

/// Whether an element refers to a note of the page, be its mark a number in brackets that the page itself shows, as Word writes
/// them. Those that are raised too are left to the weighing: under an encyclopedia's article they are its sources.
pub(crate) fn refers(dom: &Dom, node: NodeId) -> bool {
    const BRACKETS: [char; 4] = ['[', ']', '(', ')'];
    /// The longest Roman number of a note, such as `xxviii`.
    const LONGEST: usize = 6;
    if number(dom, node).is_some() {
        return true;
    }
    let is_mark = |text: &str| {
        let mark = text.trim_matches(BRACKETS);
        let is_roman = || mark.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'));
        let is_number = || mark.len() <= LONGEST_NUMBER && mark.bytes().all(|b| b.is_ascii_digit());
        !mark.is_empty() && mark.len() <= LONGEST && mark.len() + 2 == text.len() && (is_number() || is_roman())
    };
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    dom.tag(node) == "a"
        && dom.tag(dom.parent(node)) != "sup"
        && shown.next().is_some_and(is_mark)
        && shown.next().is_none()
}

/// The number that is all an element shows, if it is one of a note: the longest has three digits. Brackets around it, which
/// it has from the page, are not given.
fn number<'a>(dom: &Dom<'a>, node: NodeId) -> Option<&'a str> {
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let number = shown.next()?;
    let is_number = number.len() <= LONGEST_NUMBER && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && shown.next().is_none()).then_some(number)
}

/// A raised or lowered number as it stands after the text before it: a power after a digit, the lower half of a fraction, or,
/// after a word or a sentence, the mark of a note. After anything else it stands as it is, so that CO2 and m2 are found.
pub(crate) fn raised(dom: &Dom, node: NodeId, before: &str) -> Option<String> {
    let is_raised = match dom.tag(node) {
        "sup" => true,
        "sub" => false,
        _ => return None,
    };
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let number = shown.next().filter(|_| shown.next().is_none())?;
    let digits = number.trim_start_matches(['-', '−', '–', '+']);
    let is_number = (1..=LONGEST_NUMBER).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_number || number.chars().count() > digits.len() + 1 {
        return None;
    }
    let scripts = if is_raised { RAISED } else { LOWERED };
    let as_script =
        || number.chars().map(|c| scripts.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, script)| *script));
    let last = before.chars().next_back()?;
    let follows = match (is_raised, last) {
        (true, _) => last.is_ascii_digit(),
        (false, '⁄' | '/') => {
            before[..before.len() - last.len_utf8()].ends_with(|c| RAISED.iter().any(|(_, raised)| *raised == c))
        }
        (false, _) => false,
    };
    if follows {
        return Some(as_script().collect());
    }
    let is_mark = is_raised && digits.len() == number.len() && !number.starts_with('0') && ends_as_before_note(before);
    is_mark.then(|| format!("[{number}]"))
}

const RAISED: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('–', '⁻'),
];

const LOWERED: &[(char, char)] = &[
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
];

/// Whether a text ends in a word that is no unit, or in a sentence; that of a year, since a point after a shorter number may
/// be one of a price.
fn ends_as_before_note(text: &str) -> bool {
    const LEAST: usize = 4;
    let ends_in = |text: &str, of: fn(char) -> bool| text.chars().rev().take(LEAST).filter(|c| of(*c)).count() == LEAST;
    let after = |text: &str| text.ends_with(|c: char| c.is_alphabetic() || "”\"’».!?)]".contains(c));
    let sentence = text.strip_suffix(['.', ',', ';', '!', '?', '”', '"', '’', '»', ')', '。']);
    ends_in(text, char::is_alphabetic)
        || sentence.is_some_and(|text| after(text) || ends_in(text, |c| c.is_ascii_digit()))
}

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

/// The place on a page to which a link leads; saving tools make whole addresses of those on the page itself.
pub(crate) fn target<'a>(dom: &Dom<'a>, link: NodeId) -> Option<&'a str> {
    dom.attr(link, "href")?.split_once('#').map(|(_, id)| id)
}

fn texts<'d, 'a>(dom: &'d Dom<'a>, node: NodeId) -> impl Iterator<Item = &'a str> + use<'d, 'a> {
    dom.subtree(node).filter_map(|n| dom.text(n))
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
        assert_eq!(texts(html), ["The levy[1] rose[12].", "The [3] 10⁶ m2, 1st."]);
    }

    #[test]
    fn a_link_whose_id_pairs_with_that_of_a_note_is_a_reference() {
        let html = "<p>In 2019<a id=footnote-anchor-2 href='#footnote-2'>2</a> it rose <a id=top href='#n5'>5</a>%.\
            <div><a id=footnote-2 href='#footnote-anchor-2'>2</a><div><p>See the bill.</p></div></div><p>Page <a href='#p2'>2</a>";
        assert_eq!(texts(html), ["In 2019[2] it rose 5%.", "[2] See the bill.", "Page 2"]);
    }

    #[test]
    fn raised_numbers_do_not_become_part_of_others() {
        let html = "<p>10<sup>6</sup> or 10<sup>−9</sup>, 3<sup>1</sup>⁄<sub>2</sub> km<sup>2</sup>, CO<sub>2</sub>, <sup>1</sup>/<sub>2</sub> \
            of exports<sup>3</sup>, x<sup>2</sup>, in 2019.<sup>4</sup> $4.<sup>99</sup> He left.”<sup>12</sup>";
        assert_eq!(texts(html), ["10⁶ or 10⁻⁹, 3¹⁄₂ km2, CO2, 1/2 of exports[3], x2, in 2019.[4] $4.99 He left.”[12]"]);
    }

    #[test]
    fn pictures_of_emoji_are_text() {
        let html = "<p>Votes <img class=emoji alt='🇺🇦'> counted <img alt='😀'>.<p>A <img alt='A map of 🇺🇦'> map <img alt='©'>.";
        assert_eq!(texts(html), ["Votes 🇺🇦 counted 😀.", "A map ."]);
    }

    #[test]
    fn a_label_stands_apart_from_its_text() {
        let html = "<div><span>1.</span><span>The state pays.</span></div><p><b>(a)</b><i>any copy;</i><p><b>1.</b><i>5 million</i>";
        assert_eq!(texts(html), ["1. The state pays.", "(a) any copy;", "1.5 million"]);
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
