//! The rule on short paragraphs that ask the reader for something, and do little else.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::super::rules::{CALLS, LineRule, wordings};
use super::{COMMAS, OPENING, begins, plain, plain_wordings};
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::text;

/// The rule that a short paragraph sets off, given as [`plain`] text too: a sentence of it begins with a phrase of the rule, and
/// it names what the rule is about.
pub(super) fn call(draft: &Draft, plain: &str) -> Option<&'static LineRule> {
    /// Fewer words ask for nothing.
    const LEAST: usize = 4;
    // What is quoted was said to others.
    let is_quoted = || draft.kind == BlockKind::Quote || draft.text.starts_with(OPENING);
    if draft.words < LEAST || draft.link_density() > 0.5 || is_quoted() {
        return None;
    }
    let named = OFFERED.finder.find_overlapping_iter(plain);
    let mut asked = [const { None }; CALLS.len()];
    let call = named.into_iter().find_map(|found| {
        let call = OFFERED.calls[found.pattern().as_usize()];
        let beginnings = asked[call].get_or_insert_with(|| beginnings(call, &draft.text));
        let offer = &plain[found.range()];
        let is_twice = || plain.matches(offer).count() > 1;
        beginnings.iter().any(|beginning| beginning.goes_with(offer) || is_twice()).then_some(call)
    })?;
    Some(&CALLS[call].rule)
}

/// What parts sentences.
pub(super) const ENDS: [char; 10] = ['.', '!', '?', '؟', ':', '\n', '…', '。', '！', '？'];

/// What the calls are about, looked for in every short block at once.
struct Offered {
    finder: AhoCorasick,
    /// For each wording the position of its call.
    calls: Vec<usize>,
}

static OFFERED: LazyLock<Offered> = LazyLock::new(|| {
    let offered =
        || CALLS.iter().enumerate().flat_map(|(at, call)| wordings(call.offered).map(move |w| (at, plain(w.text))));
    let finder = AhoCorasick::new(offered().map(|(_, text)| text.into_owned())).expect("a short list");
    Offered { finder, calls: offered().map(|(at, _)| at).collect() }
});

/// What sentences begin with that make a call, by call.
static BEGINNINGS: LazyLock<Vec<Vec<Cow<'static, str>>>> =
    LazyLock::new(|| CALLS.iter().map(|call| plain_wordings(call.rule.phrases)).collect());

/// A sentence that begins with a phrase of a call.
struct Beginning {
    phrase: &'static str,
    /// The sentence, as [`plain`] text.
    sentence: String,
    /// Its first clause, where a comma ends that.
    clause: Option<String>,
}

impl Beginning {
    /// Whether the phrase and what is offered make a call together. The same words do as a sentence of their own, "Support us!",
    /// but not where a sentence speaks of them: "Support us, the miners told the minister."
    fn goes_with(&self, offer: &str) -> bool {
        /// So many words do in any sentence.
        const TELLING: usize = 3;
        let is_same_place = self.phrase.contains(offer) || offer.starts_with(self.phrase);
        if !is_same_place || self.sentence == offer || self.sentence == self.phrase {
            return true;
        }
        let is_clause = self.clause.as_deref().is_some_and(|clause| clause == offer || clause == self.phrase);
        !is_clause && offer.split(' ').count() >= TELLING
    }
}

/// Whether a sentence begins as those do that ask the reader for something. What stands before a colon is spoken of.
pub(super) fn asks(text: &str) -> bool {
    let mut sentences = text.split_inclusive(ENDS).filter(|sentence| !sentence.ends_with(':'));
    sentences.any(|sentence| (0..CALLS.len()).any(|call| !beginnings(call, sentence).is_empty()))
}

/// The sentences that begin with one of the phrases of a call.
fn beginnings(call: usize, text: &str) -> Vec<Beginning> {
    let sentences = text.split(ENDS);
    let beginning = |written: &str| {
        let folded = |text: &str| plain(&text::folded(text)).into_owned();
        let sentence = folded(written);
        let phrase = BEGINNINGS[call].iter().find(|phrase| begins(&sentence, phrase))?;
        let clause = written.split_once(COMMAS).map(|(clause, _)| folded(clause));
        Some(Beginning { phrase, clause, sentence })
    };
    sentences.filter_map(beginning).collect()
}

#[cfg(test)]
mod tests {
    use super::super::rule_at;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn rule(html: &str) -> Option<&'static str> {
        let document = Document::parse(html);
        blocks(&document.dom()).first().and_then(rule_at).map(|rule| rule.id)
    }

    #[test]
    fn a_call_names_what_it_offers() {
        for (text, due) in [
            ("Join 20,000 readers who get our weekly briefing on public policy. No spam, ever.", Some("text.call")),
            ("Our work is free for everyone. Please consider making a donation today.", Some("text.appeal-sentence")),
            ("Please consider the donations of the others, said the mayor.", None),
            ("订阅我们的新闻通讯，每周五收到最好的报道。", Some("text.call")),
            ("Join the march on Saturday at noon.", None),
        ] {
            assert_eq!(rule(&format!("<p>{text}</p>")), due, "{text}");
        }
    }

    #[test]
    fn what_an_article_says_of_a_call_is_none() {
        for (text, due) in [
            ("Support us or get out of the way, the miners told the minister on the steps of the town hall.", None),
            ("“Support us, we used to say, and we meant: click,” the editor recalls.", None),
            ("Faites un don, disaient les affiches, et personne ne savait à qui.", None),
            ("Like what you read? Support us!", Some("text.appeal-sentence")),
            ("Support our reporting from as little as two crowns a month.", Some("text.appeal-sentence")),
            ("Already a subscriber? Log in to read on.", Some("text.appeal-sentence")),
        ] {
            assert_eq!(rule(&format!("<p>{text}</p>")), due, "{text}");
        }
    }
}
