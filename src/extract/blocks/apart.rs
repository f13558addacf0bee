//! Words of two elements that stand side by side, set apart by the style sheet alone.

use crate::extract::dom::{Dom, NodeId};

/// Elements whose text is code, where a point or a capital is part of a name.
const CODE: &[&str] = &["code", "kbd", "samp", "tt", "var", "pre"];

/// How far above a text the element stands that makes it code.
const NEAREST: usize = 4;

/// Fewer words before a point may be those of a signature: `class forms.` and `Form`.
const LEAST_WORDS: usize = 4;

/// Whether a text begins a word of its own though it touches the one before it: an element ends or begins between them, and a
/// capital follows a sentence, a small letter or a number, `easy.Kathrin` or `controlMeditation`. On one page in twenty a credit
/// after its caption, a label before its text or a card without blocks stand so.
pub(super) fn are_set_apart(dom: &Dom, before: NodeId, node: NodeId, shown: &str, text: &str) -> bool {
    let Some(last) = shown.chars().next_back().filter(|c| !c.is_whitespace()) else { return false };
    // Most texts begin with a space or a small letter, or follow a space.
    text.starts_with(char::is_uppercase)
        && may_precede(shown, last, text)
        && are_parted(dom, before, node)
        && !(last.is_alphanumeric() && is_marked_part(dom, before, node))
        && !is_code(dom, before)
        && !is_code(dom, node)
}

/// Whether what is shown so far may be followed by another word.
fn may_precede(shown: &str, last: char, text: &str) -> bool {
    /// Fewer letters before or after are part of a name: `Mc` and `Donald`, `Linked` and `In`.
    const LEAST: usize = 3;
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let after = text[word.len()..].chars().next();
    let is_word = !word.chars().skip(1).any(char::is_uppercase) && !matches!(after, Some('(' | '.' | '_' | '='));
    let token = last_token(shown);
    let is_small = |c: char| c.is_lowercase();
    match last {
        _ if !is_word => false,
        '.' => {
            let said = token.trim_end_matches('.');
            !said.contains(['.', '/', '_'])
                && said.ends_with(|c: char| is_small(c) || matches!(c, ')' | '”' | '"'))
                && (shown.len() > LONGEST || shown.split_whitespace().nth(LEAST_WORDS - 1).is_some())
        }
        '!' | '?' | '…' | ':' | ';' | ')' | '”' => {
            let said = token.trim_end_matches(last);
            !token.starts_with(['[', '{', '<'])
                && said.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '?' | '!'))
        }
        _ if word.chars().count() < LEAST => false,
        _ if is_small(last) => {
            token.chars().filter(|c| c.is_alphabetic()).count() >= LEAST
                && token.chars().skip(1).all(|c| !c.is_uppercase())
        }
        _ => last.is_ascii_digit() && token.trim_start_matches('#').bytes().all(|b| b.is_ascii_digit() || b == b','),
    }
}

/// More bytes hold words enough, and no word is as long: a page may hold megabytes without a space.
const LONGEST: usize = 120;

/// What stands after the last space, or the end of it.
fn last_token(shown: &str) -> &str {
    let end = &shown[shown.ceil_char_boundary(shown.len().saturating_sub(LONGEST))..];
    end.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether an element ends or begins between two texts, other than a place where a word may be broken.
fn are_parted(dom: &Dom, before: NodeId, node: NodeId) -> bool {
    let is_element = |n: NodeId| !matches!(dom.tag(n), "" | "wbr");
    before < node && (dom.parent(before) != dom.parent(node) || (before + 1..node).any(is_element))
}

/// Elements that mark a part of a word, as in `You<b>Tube</b>`.
const MARKING: &[&str] = &["b", "strong", "i", "em", "u", "mark", "font", "big", "small"];

/// Whether one of two texts is a part of a word that is marked within what holds the rest of it.
fn is_marked_part(dom: &Dom, before: NodeId, node: NodeId) -> bool {
    let is_part = |text: NodeId, rest: NodeId| {
        let mark = dom.parent(text);
        dom.is(mark, MARKING)
            && !dom.subtree(mark).contains(&rest)
            && dom.subtree(dom.parent(rest)).contains(&mark)
            && dom.text(text).is_some_and(|text| text.chars().all(char::is_alphanumeric))
    };
    is_part(node, before) || is_part(before, node)
}

fn is_code(dom: &Dom, text: NodeId) -> bool {
    dom.ancestors(text).take(NEAREST).any(|n| dom.is(n, CODE))
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use crate::extract::dom::Document;

    fn text(html: &str) -> String {
        let document = Document::parse(html);
        let dom = document.dom();
        let texts: Vec<String> = blocks(&dom).into_iter().map(|d| d.text).collect();
        texts.join("¶")
    }

    #[test]
    fn what_a_style_sheet_sets_apart_is_set_apart() {
        for (html, shown) in [
            (
                "The road to the locks is not easy.<span>Ann Roe/Gazette</span>",
                "The road to the locks is not easy. Ann Roe/Gazette",
            ),
            ("<b>Sharp:</b><span>Made for rain</span>", "Sharp: Made for rain"),
            ("<span>Ann Roe</span><span>Head of Locks</span>", "Ann Roe Head of Locks"),
            ("<span>16</span><a>Canal weekly</a>", "16 Canal weekly"),
            ("<b>(AP)</b>The council met", "(AP) The council met"),
            ("Did you know?<i>Locks</i> close", "Did you know? Locks close"),
        ] {
            assert_eq!(text(&format!("<p>{html}")), shown);
        }
    }

    #[test]
    fn what_is_one_word_stays_one() {
        for (html, shown) in [
            (
                "the <a>U.</a><a>S.</a>-led <b>i</b>Phone, <b>My</b>SQL, Mc<b>Donald</b>",
                "the U.S.-led iPhone, MySQL, McDonald",
            ),
            ("You<b>Tube</b>, <i>Java</i>Script, Version2<b>Beta</b>", "YouTube, JavaScript, Version2Beta"),
            ("Linked<b>In</b> and Lock<wbr>Gate, Lock<!-- x -->Gate", "LinkedIn and LockGate, LockGate"),
            ("it was all of it said by logging.<code>Handler</code>", "it was all of it said by logging.Handler"),
            ("class <span>forms.</span><span>Field</span>(x)", "class forms.Field(x)"),
            ("all the words of os.path.<span>Join</span>", "all the words of os.path.Join"),
            ("mp<b>3</b>, 4<b>K</b>, 20<span>th</span>", "mp3, 4K, 20th"),
        ] {
            assert_eq!(text(&format!("<p>{html}")), shown);
        }
        assert_eq!(text("<pre>let<b>Lock</b> = new<i>Gate</i></pre>"), "letLock = newGate");
    }
}
