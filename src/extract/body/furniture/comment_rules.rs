//! Notes behind the text on who may comment and what becomes of comments: "Comments that insult others will not be approved".

use super::{Text, Words};
use crate::article::BlockKind;
use crate::extract::elements::threads::places;
use crate::extract::lines::classify::{begins, holds, line_rule_at, plain, plain_wordings};
use crate::extract::lines::rules::{self, Cut};
use crate::extract::text;

/// No such note is longer, in words.
const LONGEST: usize = 60;

/// The comments, or the form for one, begin no more blocks further on.
const NEAREST: usize = 4;

static COMMENTED: Words = Words::new(|| plain_wordings(rules::COMMENTED));
static MODERATED: Words = Words::new(|| plain_wordings(rules::MODERATED));

/// A paragraph behind all running text that says what becomes of comments, of which the text does not speak, where comments or a
/// form follow.
pub(super) fn notes(text: &Text) -> Vec<usize> {
    let speaks = |at: usize| {
        let folded = text::folded(&text.drafts[at].text);
        COMMENTED.iter().any(|beginning| !beginning.contains(' ') && holds(&plain(&folded), beginning))
    };
    let is_short = |at: usize| text.drafts[at].words <= LONGEST && text.drafts[at].kind == BlockKind::Paragraph;
    let is_note = |at: &usize| {
        is_short(*at)
            && is_note(&text.drafts[*at].text)
            && comments_follow(text, *at)
            && !text.kept().take_while(|before| before < at).any(speaks)
    };
    let behind = text.kept().rev().take_while(|&at| text.before[at + 1] == text.all());
    behind.filter(is_note).take(1).collect()
}

/// Whether a sentence begins with comments and says what becomes of them.
fn is_note(text: &str) -> bool {
    let sentences = text.split(['.', '!', '?', '؟', ':', '\n', '。', '！', '？']);
    sentences.map(|sentence| plain(&text::folded(sentence)).into_owned()).any(|sentence| {
        COMMENTED.iter().any(|words| begins(&sentence, words)) && MODERATED.iter().any(|words| holds(&sentence, words))
    })
}

/// Whether a block over comments or their form stands right below one, or their place does.
fn comments_follow(text: &Text, at: usize) -> bool {
    let opens = |draft: &super::Draft| line_rule_at(draft).is_some_and(|rule| rule.cut == Cut::Rest);
    let near = &text.drafts[at + 1..text.drafts.len().min(at + 1 + NEAREST)];
    let end = near.last().map_or(text.dom.len(), |draft| draft.start);
    let has_place = || places(text.dom).into_iter().any(|place| (text.drafts[at].end..=end).contains(&place));
    near.iter().any(opens) || has_place()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::notes;

    #[test]
    fn notes_on_the_rules_for_comments_go_before_those() {
        let form = "<h3>Leave a comment</h3><p>Name</p>";
        for note in [
            "Note: comments that nobody can read or that insult others will not be approved.",
            "Die Redaktion behält sich vor, Kommentare zu kürzen.",
            "Yorumlar editör onayından geçtikten sonra yayınlanır.",
            "コメントは承認後に表示されます。",
        ] {
            let html = format!("<p>{note}</p>");
            assert_eq!(found(notes, &format!("{html}{form}"), false), [note]);
            assert_eq!(found(notes, &format!("{html}<div id=disqus_thread></div>"), false), [note]);
            assert_eq!(found(notes, &html, false), [""; 0]);
            assert_eq!(found(notes, &format!("{html}{form}"), true), [""; 0]);
        }
        for last in [
            "He would not comment on the commission and its plans, which are to be approved before the summer.",
            "Comments on the draft will be published in the spring.",
            "Le ministre est resté sans commentaire. Les aides seront supprimées.",
        ] {
            assert_eq!(found(notes, &format!("<p>{last}</p>{form}"), false), [""; 0]);
        }
        let about = "<p>Comments come by the thousand.</p><p>Comments are moderated by six people.</p>";
        assert_eq!(found(notes, &format!("{about}{form}"), false), [""; 0]);
    }
}
