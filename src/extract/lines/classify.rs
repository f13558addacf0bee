//! What a line says: which of the rules on lines it sets off.

mod call;
mod pitch;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rustc_hash::FxHashMap;

use super::rules::{CLICK, COOKIES, Cut, LINES, LineRule, OPENED, Wording, position, wordings};
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::text;
use call::call;
pub(crate) use pitch::{Pitch, is_button_label};

/// No marker line is longer, in words.
pub(crate) const LONGEST_MARKER: usize = 14;

/// Nor is a line that a rule takes out by its beginning.
const LONGEST_LINE: usize = 3 * LONGEST_MARKER;

/// A call to subscribe is no longer, in words.
const LONGEST_CALL: usize = 60;

/// The rule that a block sets off.
pub(crate) fn rule_at(draft: &Draft) -> Option<&'static LineRule> {
    if draft.words > LONGEST_CALL {
        return None;
    }
    let folded = text::folded(&draft.text);
    line_rule(draft, &folded)
        .map(|rule| &LINES[rule])
        .or_else(|| call(draft, &plain(&folded)))
        .or_else(|| headed(draft))
}

/// The rule on calls that the first line of a box sets off whose lines are parted by `<br>`.
fn headed(draft: &Draft) -> Option<&'static LineRule> {
    let (first, rest) = draft.text.split_once('\n')?;
    let head = Draft::unlinked(draft.kind, first.to_owned());
    let rule = &LINES[line_rule(&head, &text::folded(first))?];
    (CALLING.contains(&rule.id) && !rest.is_empty()).then_some(rule)
}

/// The rule on lines alone, not that on short paragraphs.
pub(crate) fn line_rule_at(draft: &Draft) -> Option<&'static LineRule> {
    line_rule(draft, &text::folded(&draft.text)).map(|rule| &LINES[rule])
}

/// Whether a line says that teasers of other articles follow.
pub(crate) fn is_marker(draft: &Draft) -> bool {
    draft.words <= LONGEST_MARKER && line_rule_at(draft).is_some_and(|rule| rule.cut == Cut::Section)
}

/// Whether a line says a phrase of its rule and nothing else.
pub(crate) fn is_phrase(draft: &Draft, rule: &LineRule) -> bool {
    let folded = text::folded(&draft.text);
    plain_wordings(rule.phrases).contains(&plain(&folded))
}

/// Whether a line calls upon the reader to subscribe or to give.
pub(crate) fn is_call(draft: &Draft) -> bool {
    line_rule_at(draft).is_some_and(|rule| CALLING.contains(&rule.id))
}

/// Whether a block is a call by itself, or the small print of one.
pub(crate) fn is_part_of_call(draft: &Draft) -> bool {
    const PARTS: [&str; 5] =
        ["text.newsletter", "text.appeal", "text.newsletter-sentence", "text.call", "text.appeal-sentence"];
    rule_at(draft).is_some_and(|rule| PARTS.contains(&rule.id))
}

/// Whether a text names what notices of [`Cut::Notice`] are about.
pub(crate) fn names_cookies(text: &str) -> bool {
    static NAMED: LazyLock<AhoCorasick> = LazyLock::new(|| finder(wordings(COOKIES).map(|wording| wording.text)));
    NAMED.is_match(text)
}

/// Finds wordings, whatever the case of their letters. Few lines are searched by it, so it is to be quick to make.
pub(crate) fn finder(texts: impl Iterator<Item = impl AsRef<[u8]>>) -> AhoCorasick {
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(texts).expect("a short list")
}

/// The position of the line rule that a block's text, given folded too, sets off.
pub(crate) fn line_rule(draft: &Draft, folded: &str) -> Option<usize> {
    if draft.words > LONGEST_LINE {
        return None;
    }
    let folded = plain(folded);
    let line = without_count(&folded);
    let is_counted = folded.starts_with(char::is_numeric) || folded.ends_with(char::is_numeric);
    let said = |line: &str, is_counted| {
        let phrases = PHRASES.get(key(line))?;
        phrases.iter().find(|phrase| phrase.is_said(draft, line, is_counted)).map(|phrase| phrase.rule)
    };
    // A title may stand before the count: "The canal reopens: 3 comments".
    let after_count = || {
        if !draft.is_heading() {
            return None;
        }
        let tail = folded.rsplit(char::is_numeric).next().filter(|tail| tail.len() < folded.len())?.trim();
        said(tail, true).filter(|&rule| LINES[rule].cut == Cut::Rest)
    };
    said(line, is_counted).or_else(after_count).or_else(|| labelled(draft, &folded))
}

/// The position of the rule on labels, for a button that opens a window, or of that on links, for one to the next article.
fn labelled(draft: &Draft, folded: &str) -> Option<usize> {
    const BACK: [char; 5] = ['←', '«', '‹', '◄', '⟵'];
    const ON: [char; 5] = ['→', '»', '›', '►', '⟶'];
    let text = draft.text.trim();
    if draft.words > LONGEST_MARKER {
        return None;
    }
    if text.ends_with([')', '）']) && opens_window(folded) {
        return position("text.share");
    }
    // Quotation marks are a pair.
    let is_arrow = (text.starts_with(BACK) || text.ends_with(ON)) && !(text.contains('«') && text.contains('»'));
    (is_arrow && draft.link_density() > 0.4).then(|| position("text.read-also-line")).flatten()
}

/// Whether a folded text says of a button to share that it opens a window: "Click to print (Opens in new window)".
pub(super) fn opens_window(folded: &str) -> bool {
    static SAID: LazyLock<[AhoCorasick; 2]> = LazyLock::new(|| {
        [OPENED, CLICK].map(|table| finder(wordings(table).map(|wording| plain(wording.text).into_owned())))
    });
    SAID.iter().all(|said| said.is_match(folded))
}

/// The rules on lines over calls.
const CALLING: [&str; 2] = ["text.newsletter", "text.appeal"];

/// A wording with the position of its rule.
struct Phrase {
    rule: usize,
    text: Cow<'static, str>,
    wording: Wording,
}

/// Commas.
const COMMAS: [char; 3] = [',', '،', '，'];

/// Marks before a quotation, and before the title of an article that is named in a heading over its comments.
const OPENING: [char; 7] = ['“', '«', '„', '"', '《', '「', '『'];

impl Phrase {
    /// Whether what follows may do so without a blank: in a script that has none, where it is too long for a part of a word.
    fn needs_no_blank(&self) -> bool {
        const LEAST: usize = 5;
        self.text.ends_with(text::is_han_or_kana) && self.text.chars().count() >= LEAST
    }

    /// Whether nothing else begins so: few words begin many a sentence, but none in which an author is spoken of like this.
    fn is_sure(&self) -> bool {
        const LEAST: usize = 4;
        self.needs_no_blank() || self.text.split(' ').count() >= LEAST || LINES[self.rule].id == "text.author"
    }

    /// Whether a sentence speaks of the phrase rather than use it: "Sign up for our newsletter, the posters said."
    fn is_mentioned(&self, text: &str) -> bool {
        text.split_once(COMMAS).is_some_and(|(clause, _)| plain(&text::folded(clause)) == self.text)
    }

    fn is_said(&self, draft: &Draft, line: &str, is_counted: bool) -> bool {
        let Some(rest) = line.strip_prefix(&*self.text) else { return false };
        if self.wording.is_counted && !is_counted {
            return false;
        }
        if self.wording.is_whole {
            return rest.is_empty();
        }
        let starts = rest.is_empty() || rest.starts_with(' ');
        // Chinese and Japanese have no blanks between words.
        let begins = starts || self.needs_no_blank();
        let rest_words = draft.words.saturating_sub(self.text.split(' ').count());
        match LINES[self.rule].cut {
            Cut::Section | Cut::Rest => {
                let is_titled = draft.is_heading() && rest_words <= 4 && self.text.contains(' ');
                let is_quoting = || draft.text.contains(OPENING);
                rest.is_empty() || starts && (is_titled || self.wording.is_open && is_quoting())
            }
            // "4. Share" is a heading in a list, and "LinkedIn | $2.50" a row of a table.
            Cut::Line => {
                let is_data = is_counted && draft.kind == BlockKind::TableRow;
                rest.is_empty() && !is_data && !draft.text.starts_with(char::is_numeric)
            }
            Cut::Note if rest.is_empty() => true,
            Cut::LineStart | Cut::Note => {
                begins && (draft.words <= LONGEST_MARKER || self.is_sure() && !self.is_mentioned(&draft.text))
            }
            Cut::LinkLine => begins && draft.link_density() > 0.4,
            Cut::Notice => begins && names_cookies(&draft.text),
        }
    }
}

/// The phrases by their first word, in the order of the rules.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (rule, wording) in LINES.iter().enumerate().flat_map(|(at, rule)| wordings(rule.phrases).map(move |w| (at, w)))
    {
        let text = plain(wording.text);
        let first = match &text {
            Cow::Borrowed(text) => key(text),
            // There are a few hundred of them, once.
            Cow::Owned(text) => key(text).to_owned().leak(),
        };
        phrases.entry(first).or_default().push(Phrase { rule, text, wording });
    }
    phrases
});

/// By what a line is looked up: its first word, or, where words have no blanks between, its first character.
fn key(line: &str) -> &str {
    match line.chars().next() {
        Some(first) if text::is_han_or_kana(first) => &line[..first.len_utf8()],
        _ => &line[..line.bytes().position(|byte| byte == b' ').unwrap_or(line.len())],
    }
}

/// "3 comments" and "comments 3" are "comments".
fn without_count(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_numeric() || c == ' ')
}

/// The wordings of a table as [`plain`] text.
pub(crate) fn plain_wordings(table: &'static str) -> Vec<Cow<'static, str>> {
    wordings(table).map(|wording| plain(wording.text)).collect()
}

/// Whether a [`plain`] line begins with some words, and not with a longer one.
pub(crate) fn begins(line: &str, words: &str) -> bool {
    line.starts_with(words) && is_whole(line, 0..words.len())
}

/// Whether a [`plain`] line holds some words, whole.
pub(crate) fn holds(line: &str, words: &str) -> bool {
    line.match_indices(words).any(|(at, _)| is_whole(line, at..at + words.len()))
}

/// Whether what is found in a line is no part of longer words. Chinese and Japanese have no blanks between them.
pub(crate) fn is_whole(line: &str, found: Range<usize>) -> bool {
    let (before, after) = (&line[..found.start], &line[found.end..]);
    line[found].ends_with(text::is_han_or_kana)
        || (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
}

/// Folded text without what people write or leave out as they like: the marks and the carriers of hamza in Arabic, Persian
/// forms of its letters, the dots of Turkish and Russian letters.
pub(crate) fn plain(folded: &str) -> Cow<'_, str> {
    let is_loose = |c: char| {
        matches!(c, 'ı' | 'ё' | '\u{307}' | '\u{640}' | '\u{64B}'..='\u{652}' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ی' | 'ک')
    };
    if folded.is_ascii() || !folded.contains(is_loose) {
        return Cow::Borrowed(folded);
    }
    let same = |c: char| match c {
        '\u{307}' | '\u{640}' | '\u{64B}'..='\u{652}' => None,
        'ı' => Some('i'),
        'ё' => Some('е'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ی' => Some('ي'),
        'ک' => Some('ك'),
        c => Some(c),
    };
    Cow::Owned(folded.chars().filter_map(same).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn rule(html: &str) -> Option<&'static str> {
        let document = Document::parse(html);
        blocks(&document.dom()).first().and_then(rule_at).map(|rule| rule.id)
    }

    #[test]
    fn headings_over_comments_say_how_many_there_are_and_of_what() {
        for heading in [
            "3 Comments",
            "Comments (12)",
            "3 thoughts on “The canal that was to reopen in the spring of 2024”",
            "The canal reopens: 3 комментария",
            "“Kanal yeniden açılıyor” için 3 yorum",
            "3件のコメント",
            "网友评论（3）",
            "۳ دیدگاه",
            "أضف تعليقاً",
            "Laisser une réponse",
        ] {
            assert_eq!(rule(&format!("<h3>{heading}</h3>")), Some("text.comments"), "{heading}");
        }
        for other in ["Comments on the draft", "The 3 comments of the mayor", "Thoughts on the canal"] {
            assert_eq!(rule(&format!("<h3>{other}</h3>")), None, "{other}");
        }
    }

    #[test]
    fn letters_that_are_written_in_two_ways_are_one() {
        for (line, due) in [
            ("<h3>İlgili Haberler</h3>", "text.related"),
            ("<h3>قد يعجبك أيضاً</h3>", "text.related"),
            ("<p>إقرأ أيضا: <a href=x>السد الذي لم يبن قط</a></p>", "text.read-also-line"),
            ("<p>関連記事：<a href=x>運河は春に再開する</a></p>", "text.read-also-line"),
            ("<h3>Читайте ещё</h3>", "text.related"),
        ] {
            assert_eq!(rule(line), Some(due), "{line}");
        }
    }

    #[test]
    fn labels_of_buttons_and_links_to_the_next_article() {
        for (line, due) in [
            ("<p>Klicken, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)</p>", Some("text.share")),
            ("<p><a href=x>← How the dam broke</a></p>", Some("text.read-also-line")),
            ("<p><a href=x>«Le barrage»</a></p>", None),
            ("<p><a href=x>→ How the dam broke</a></p>", None),
            ("<p>Visit the lock (opens in a new window)</p>", None),
            ("<h3>4. Share</h3>", None),
            ("<table><tr><td>LinkedIn<td>$2.50<tr><td>Facebook<td>$1.90</table>", None),
            ("<p>Stay informed<br>The best of the week, every Friday.</p>", Some("text.newsletter")),
            ("<p>The lock<br>Stay informed</p>", None),
        ] {
            assert_eq!(rule(line), due, "{line}");
        }
    }
}
