//! Boxes of their own, in which next to nothing repeats word for word: `You are one of 12,107 readers`, a teaser for another
//! page each time. What they say in the same words on nearly all pages, or that it is a link each time, gives them away.
//!
//! An article says such things in its own looks: `Core inflation was 5.6 percent`. So nothing here holds for what stands where
//! the running text of a site stands, nor for a site whose running text is made by one pattern.

use super::Repeat;
use super::learn::{Known, Site, Usage};
use super::outline::{Outline, Sort};
use super::rules::{LEAST_LINE, LONGEST_TEASER, Likeness, RepeatRule};

pub(super) const BOX: RepeatRule = RepeatRule {
    id: "site.box",
    why: "A box of its own on most pages of the site, in the same words but for numbers, names and dates.",
};
pub(super) const TEASER: RepeatRule = RepeatRule {
    id: "site.teaser",
    why: "A box of its own on most pages of the site, each time with a link: a teaser that changes.",
};

/// A box stands on this part of the pages, at least so many; one of teasers may have been known for what it is on some.
const MOST_PAGES: (f32, usize) = (0.8, 5);
const TEASED_PAGES: (f32, usize) = (0.6, 5);

/// A box has no more pieces than these on a page, and no more than this part of all words: the running text has.
const MOST_PIECES: usize = 2;
const MOST_WORDS: f32 = 0.25;

/// This part of the words stands outside of boxes, or the pages have no running text that boxes could stand beside.
const RUNNING: f32 = 0.5;

/// Where this part of the running text is like that of other pages, it is made by a pattern: bulletins of prices, rulings.
const PATTERNED: f32 = 0.2;
const PATTERN: Likeness = Likeness { common: (0.3, 3), row: 5, part: 0.43 };

/// What is the same in a box whose wording is.
const SKELETON: Likeness = Likeness { common: MOST_PAGES, row: 8, part: 0.6 };

/// A box has no more figures than a date has, or they are what it reports; before the text, where facts stand, no more than one.
const MOST_FIGURES: usize = 2;
const MOST_BEFORE: usize = 1;

/// What says in a box with a link that it is a teaser, wherever that stands: `Further down the road: `.
const LABEL: Likeness = Likeness { common: MOST_PAGES, row: 4, part: 0.0 };

/// This part of the pieces in a place have a headline where teasers stand, or one before them where their excerpts do.
const LINKED: f32 = 0.8;
const BELOW: f32 = 0.5;

impl Site {
    /// Whether the pages have boxes and a running text that is not made by one pattern. The places have to be known.
    pub(super) fn is_of_free_text(&self, outlines: &[&Outline]) -> bool {
        if !self.places.values().any(|usage| self.is_box(usage, TEASED_PAGES)) {
            return false;
        }
        let (mut running, mut patterned) = (0, 0);
        for known in outlines.iter().flat_map(|outline| self.known(outline)) {
            let is_text = matches!(known.piece.sort(), Sort::Text | Sort::Group | Sort::Ruled);
            if !is_text || self.is_box(&known.usage, MOST_PAGES) {
                continue;
            }
            running += known.piece.words();
            if known.text.is_none() && self.is_like_others(&known, PATTERN, |_| true).is_some() {
                patterned += known.piece.words();
            }
        }
        running as f32 >= RUNNING * self.words as f32 && patterned as f32 <= PATTERNED * running as f32
    }

    /// Whether a place is that of a box: on so many pages, and none of the running text.
    fn is_box(&self, usage: &Usage, (share, least): (f32, usize)) -> bool {
        let pages = usage.pages.min(self.pages);
        pages >= least
            && pages as f32 >= share * self.pages as f32
            && usage.pieces <= MOST_PIECES * usage.pages
            && usage.words as f32 <= MOST_WORDS * self.words as f32
    }

    /// On how many pages the words are that a box has in common with others, if only little is filled in.
    pub(super) fn skeleton(&self, known: &Known) -> Option<usize> {
        let may_be = self.has_boxes && known.piece.sort() == Sort::Text && self.is_box(&known.usage, MOST_PAGES);
        if may_be && !self.is_verdict(known) { self.is_like_others(known, SKELETON, |_| true) } else { None }
    }

    /// Whether one of a few things is filled in, none of them a figure: that the appeal is dismissed, or allowed, is what a ruling
    /// says. What advertises itself has names, titles and numbers there, each of them on few pages.
    fn is_verdict(&self, known: &Known) -> bool {
        let is_common = |at: usize| known.runs[at].is_some_and(|run| run.is_common(SKELETON.common));
        let all: Vec<usize> = (0..known.runs.len()).collect();
        let mut gaps = all.chunk_by(|one, next| is_common(*one) == is_common(*next)).filter(|gap| !is_common(gap[0]));
        gaps.any(|gap| !gap.iter().any(|at| known.figured[*at]) && gap.iter().any(|at| known.runs[*at].is_some()))
    }

    /// Whether a piece stands in a box that has the headline of another page on most pages, or below one.
    pub(super) fn is_teaser(&self, known: &Known) -> bool {
        let Known { piece, usage, .. } = known;
        let of_pieces = |part: f32, some: usize| some as f32 >= part * usage.pieces as f32;
        let is_headline = piece.is_teaser() && of_pieces(LINKED, usage.teasers);
        let is_excerpt = piece.sort() == Sort::Text && of_pieces(BELOW, usage.below);
        self.has_boxes
            && (is_headline || is_excerpt)
            && matches!(piece.sort(), Sort::Text | Sort::Group)
            && (LEAST_LINE..=LONGEST_TEASER).contains(&piece.words())
            && self.is_box(usage, TEASED_PAGES)
    }

    /// Takes out the boxes. Before and after the text stand the sources of an article, or the book that it is about: there a
    /// teaser has to say in the same words what it is.
    pub(super) fn boxes(&self, pieces: &[Known], out: &mut [Option<Repeat>]) {
        let is_text =
            |at: &usize| pieces[*at].piece.sort() == Sort::Text && !self.is_box(&pieces[*at].usage, TEASED_PAGES);
        let first = (0..pieces.len()).find(is_text).unwrap_or(pieces.len());
        let last = (0..pieces.len()).rev().find(is_text).unwrap_or(0);
        for (at, known) in pieces.iter().enumerate() {
            let figures = if first < at { MOST_FIGURES } else { MOST_BEFORE };
            let skeleton = self.skeleton(known).filter(|_| known.figures <= figures);
            let is_labelled = || self.is_like_others(known, LABEL, |_| true).is_some();
            let is_teaser = || self.is_teaser(known) && (first < at && at < last || is_labelled());
            if out[at].is_none() {
                out[at] = match skeleton {
                    Some(seen) => self.repeat(&BOX, seen),
                    None if is_teaser() => self.repeat(&TEASER, known.usage.pages.min(self.pages)),
                    None => None,
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::repeats::Repeats;
    use crate::page::Page;

    const PAGES: usize = 12;

    /// A paragraph that no other page has any words of.
    fn own(page: usize, number: usize) -> String {
        let syllable =
            |n: usize| format!("{}{}", char::from(b"bdfgklmnprst"[n % 12]), char::from(b"aeiou"[n / 12 % 5]));
        let word = |n: usize| -> String { [n, n / 60 + 7, n / 3 + page].map(syllable).concat() };
        let words: Vec<String> = (0..30).map(|n| word((page * 9 + number) * 31 + n)).collect();
        format!("The {} said {}.", words[..15].join(" "), words[15..].join(" "))
    }

    fn texts(page: usize) -> Vec<String> {
        (0..4).map(|number| format!("<p>{}</p>", own(page, number))).collect()
    }

    /// By which rule all pages that have the text with a mark lose it, if any does; whatever the order of the pages.
    fn lost(mark: &str, page: impl Fn(usize) -> Vec<String>) -> Option<&'static str> {
        let html = |n: usize| format!("<h1>Report</h1><div class=tx>{}</div>", page(n).concat());
        let articles: Vec<_> =
            (0..PAGES).map(|n| crate::extract::extract(&Page::html(format!("{n}.html"), html(n)))).collect();
        let learn = |order: &mut dyn Iterator<Item = &crate::Article>| {
            let mut repeats = Repeats::default();
            order.for_each(|article| repeats.add(article));
            let sites = repeats.learn();
            articles.iter().map(|article| sites.take_out(article.clone())).collect::<Vec<_>>()
        };
        let shortened = learn(&mut articles.iter());
        assert_eq!(shortened, learn(&mut articles.iter().rev()));
        let having: Vec<_> = (0..PAGES).filter(|&n| articles[n].body().contains(mark)).collect();
        assert!(having.len() >= PAGES - 1, "{mark} is on {having:?} alone");
        let rule = |n: usize| {
            let is_it = |block: usize| articles[n].blocks[block].text.contains(mark);
            shortened[n].1.iter().find(|(block, _)| is_it(*block)).map(|(_, reason)| reason.rule)
        };
        let rules: Vec<_> = having.into_iter().map(rule).collect();
        assert!(rules.iter().all(|rule| *rule == rules[0]), "{mark}: {rules:?}");
        rules[0]
    }

    fn plea(page: usize) -> String {
        format!("You are one of {} people who opened this page without being asked for a penny.", 1207 + page * 13)
    }

    #[test]
    fn a_box_in_the_same_words_goes_and_the_text_in_its_own_looks_stays() {
        let with = |html: &dyn Fn(usize) -> String, at: usize| {
            lost("without being asked", |n| {
                let mut texts = texts(n);
                texts.insert(at, html(n));
                texts
            })
        };
        for at in [0, 2] {
            assert_eq!(with(&|n| format!("<div class=a1><p>{}</p></div>", plea(n)), at), Some(BOX.id), "{at}");
            assert_eq!(with(&|n| format!("<p class=k-w7>{}</p>", plea(n)), at), Some(BOX.id), "{at}");
            assert_eq!(with(&|n| format!("<p>{}</p>", plea(n)), at), None, "{at}");
            assert_eq!(with(&|n| format!("<blockquote><p>{}</p></blockquote>", plea(n)), at), None, "{at}");
        }
        let of_one_or_other = |n: usize| format!("<p class={}>{}</p>", ["one", "other"][n % 2], plea(n));
        assert_eq!(with(&of_one_or_other, 2), None);
    }

    #[test]
    fn figures_are_what_a_box_before_the_text_reports() {
        let report = |n: usize| {
            let (level, more) = (412 + n * 7, 3 + n);
            format!(
                "<p class=lead>The river stood at {level} centimetres at the gauge of Verrin this morning, {more} above.</p>"
            )
        };
        assert_eq!(lost("centimetres", |n| [vec![report(n)], texts(n)].concat()), None);
    }

    #[test]
    fn what_a_ruling_says_stays_in_its_box() {
        let ruling = |n: usize| {
            let (verdict, name) = (["dismisses", "allows"][n % 2], own(n, 7));
            let name = name.split(' ').nth(1).unwrap_or_default().to_owned();
            format!(
                "<p class=ruling>For these reasons the court {verdict} the appeal of {name} and orders the appellant to bear the \
                 costs of the proceedings.</p>"
            )
        };
        let page = |n: usize| {
            let mut texts = texts(n);
            texts.insert(2, ruling(n));
            texts
        };
        assert_eq!(lost("For these reasons", page), None);
    }

    #[test]
    fn where_the_text_is_made_by_a_pattern_its_boxes_stay() {
        let price = |what: &str, page: usize| {
            format!(
                "<p>The price of {what} rose on the year by {} percent, the office for statistics said.</p>",
                2 + page
            )
        };
        let page = |n: usize| {
            let prices = ["bread", "butter", "rent", "gas"].map(|what| price(what, n)).to_vec();
            [prices, vec![texts(n)[0].clone(), format!("<p class=sum>{}</p>", plea(n)), texts(n)[1].clone()]].concat()
        };
        assert_eq!(lost("without being asked", page), None);
    }

    #[test]
    fn a_box_with_the_headline_of_another_page_goes_amid_the_text_and_elsewhere_if_it_says_so() {
        let headline = |n: usize| own(n, 7).split(' ').skip(1).take(7).collect::<Vec<_>>().join(" ");
        let teaser = |n: usize, label: &str| {
            let headline = format!("<a href=x{n}>Bigmark {}</a>", headline(n));
            let excerpt = own(n, 8).split(' ').skip(1).take(14).collect::<Vec<_>>().join(" ");
            format!("<div class=more><span>{label}</span> {headline} <span>The {excerpt}.</span></div>")
        };
        let with = |label: &str, at: usize| {
            lost("Bigmark", |n| {
                let mut texts = texts(n);
                texts.insert(at, teaser(n, label));
                texts
            })
        };
        assert_eq!(with("Further", 2), Some(TEASER.id));
        assert_eq!(with("The book", 0), None);
        assert_eq!(with("Further down the road:", 0), Some(TEASER.id));
    }
}
