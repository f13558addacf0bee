//! A text that a page holds twice, as for its printed form or for machines: the second goes.

use ahash::AHashMap;

use crate::extract::blocks::Draft;
use crate::extract::trace::Cutting;

/// So many blocks in a row, with so many words, are an echo. Fewer may be a chorus, or what a page says of each of its items.
const LEAST_BLOCKS: usize = 5;
const LEAST_WORDS: usize = 200;

/// Takes out runs of blocks that stood before in the same order.
pub(super) fn drop_echoes(drafts: Vec<Draft>, cuttings: &mut Vec<Cutting>) -> Vec<Draft> {
    let first = firsts(&drafts);
    let mut is_echo = vec![false; drafts.len()];
    let mut start = 0;
    while start < drafts.len() {
        let follows = |at: &usize| *at == start || first[*at].is_some() && first[*at] >= first[*at - 1];
        let end = start + (start..drafts.len()).take_while(|at| first[start].is_some() && follows(at)).count();
        let words: usize = drafts[start..end].iter().map(|draft| draft.words).sum();
        is_echo[start..end].fill(end - start >= LEAST_BLOCKS && words >= LEAST_WORDS);
        start = end.max(start + 1);
    }
    let mut kept = Vec::with_capacity(drafts.len());
    for (draft, is_echo) in drafts.into_iter().zip(is_echo) {
        match is_echo {
            true => cuttings.push(Cutting::by("layout.echo", "The same text stands before.", draft)),
            false => kept.push(draft),
        }
    }
    kept
}

/// For each block, the first with the same text, if that is another.
fn firsts(drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut known = AHashMap::new();
    let texts = drafts.iter().map(|draft| draft.text.as_str()).enumerate();
    texts.map(|(at, text)| Some(*known.entry(text).or_insert(at)).filter(|&first| first < at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    #[test]
    fn a_text_in_full_goes_the_second_time_and_a_chorus_stays() {
        let line = |n: usize| format!("<p>{}</p>", format!("Barrage {n} closes in the spring. ").repeat(8));
        let song: String = (1..=5).map(line).collect();
        let kept = |html: &str| {
            let document = Document::parse(html);
            let mut cuttings = Vec::new();
            let kept = drop_echoes(blocks(&document.dom()), &mut cuttings);
            assert!(cuttings.iter().all(|cutting| cutting.rule() == "layout.echo"));
            (kept.len(), cuttings.len())
        };
        assert_eq!(kept(&format!("{song}{song}{}", line(6))), (6, 5));
        let chorus: String = (1..=3).map(line).collect();
        assert_eq!(kept(&format!("{chorus}{}{chorus}", line(6))), (7, 0));
    }
}
