//! Notes behind the text on who may comment and what becomes of comments: "Comments that insult others will not be approved".

use super::{Text, Words};
use crate::article::BlockKind;
use crate::extract::elements::threads::places;
use crate::extract::lines::classify::{line_rule_at, plain, plain_wordings};
use crate::extract::lines::rules::{self, Cut};
use crate::extract::text;

/// No such note is longer, in words.
const LONGEST: usize = 60;

/// The comments, or the form for one, begin no more blocks further on.
const NEAREST: usize = 8;

static COMMENTED: Words = Words::new(|| plain_wordings(rules::COMMENTED));
static MODERATED: Words = Words::new(|| plain_wordings(rules::MODERATED));

/// Paragraphs behind all running text, but for others of the kind, that speak of comments and of what becomes of them. That
/// comments or a form follow tells them from the last paragraph of an article about the same.
pub(super) fn notes(text: &Text) -> Vec<usize> {
    let mut found = Vec::new();
    let mut after = 0;
    for at in text.kept().rev() {
        let prose = text.before[at + 1] - text.before[at];
        if after == 0 && is_note(text, at) && comments_follow(text, at) {
            found.push(at);
        } else {
            after += prose;
        }
        if after > 0 {
            break;
        }
    }
    found
}

fn is_note(text: &Text, at: usize) -> bool {
    let draft = &text.drafts[at];
    if draft.words > LONGEST || draft.kind != BlockKind::Paragraph {
        return false;
    }
    let folded = text::folded(&draft.text);
    let line = format!(" {}", plain(&folded));
    let names = |table: &Words| {
        table.iter().any(|name| match name.ends_with(text::is_han_or_kana) {
            true => line.contains(&**name),
            false => line.match_indices(&**name).any(|(at, _)| line[..at].ends_with(' ')),
        })
    };
    names(&COMMENTED) && names(&MODERATED)
}

fn comments_follow(text: &Text, at: usize) -> bool {
    let opens = |draft: &super::Draft| line_rule_at(draft).is_some_and(|rule| rule.cut == Cut::Rest);
    text.drafts.iter().skip(at + 1).take(NEAREST).any(opens)
        || places(text.dom).into_iter().any(|place| place > text.drafts[at].node)
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
        let about = "<p>He would not comment on the commission and its plans.</p>";
        assert_eq!(found(notes, &format!("{about}{form}"), false), [""; 0]);
    }
}
