//! What is learned of sites that are made of paragraphs, without a page around them.

use super::Repeats;
use crate::article::{Article, Block, BlockKind, Fact, Kind, Place};

const APPEAL: &str =
    "We pay each reporter for each hour, and for those that come to nothing, and no minister has paid for one.";
const LEGAL: &str =
    "Nothing on these pages is advice on what to buy, to sell or to sign, and the publisher answers for no losses.";

/// The place of the running text.
const TEXT: u32 = 7;

fn piece(kind: BlockKind, path: u32, text: &str) -> Block {
    Block { kind, text: text.to_owned(), anchor: None, place: Place { path, ..Place::default() } }
}

fn paragraph(text: &str) -> Block {
    piece(BlockKind::Paragraph, TEXT, text)
}

/// A paragraph of which no other page has four words in a row.
fn own(page: usize, number: usize) -> Block {
    let syllable = |n: usize| format!("{}{}", char::from(b"bdfgklmnprst"[n % 12]), char::from(b"aeiou"[n / 12 % 5]));
    let word = |n: usize| -> String { [n, n / 60 + 7, n / 3 + page].map(syllable).concat() };
    let words: Vec<String> = (0..50).map(|n| word((page * 9 + number) * 53 + n)).collect();
    paragraph(&format!("The {} said {}.", words[..25].join(" "), words[25..].join(" ")))
}

/// An article with four paragraphs of its own.
fn article(page: usize) -> Article {
    Article {
        path: format!("site/{page}.html"),
        blocks: (0..4).map(|number| own(page, number)).collect(),
        ..Article::default()
    }
}

fn with(mut article: Article, at: usize, blocks: &[Block]) -> Article {
    article.blocks.splice(at..at, blocks.iter().cloned());
    article
}

/// How many of the articles have a text, and how many when what repeats over their sites is out; whatever their order.
fn having(articles: &[Article], text: &str) -> (usize, usize) {
    let left = |order: &mut dyn Iterator<Item = &Article>| {
        let mut repeats = Repeats::default();
        order.for_each(|article| repeats.add(article));
        let sites = repeats.learn();
        articles.iter().filter(|article| sites.take_out((*article).clone()).0.body().contains(text)).count()
    };
    let forwards = left(&mut articles.iter());
    assert_eq!(forwards, left(&mut articles.iter().rev()));
    (articles.iter().filter(|article| article.body().contains(text)).count(), forwards)
}

#[test]
fn pages_of_other_kinds_are_no_pages_without_the_text() {
    let page = |number| with(article(number), 2, &[paragraph(APPEAL)]);
    let listing = |number| Article { kind: Kind::Listing, ..article(number) };
    let articles: Vec<Article> = (0..12).map(page).chain((12..40).map(listing)).collect();
    assert_eq!(having(&articles, APPEAL), (12, 0));
}

#[test]
fn pages_for_telephones_are_pages_of_the_site() {
    let page = |number: usize| {
        let host = ["www.courier", "m.courier", "amp.courier"][number % 3];
        let url = Fact::new(format!("https://{host}.example/{number}"), "canonical");
        Article { url: Some(url), ..with(article(number), 2, &[paragraph(APPEAL)]) }
    };
    let articles: Vec<Article> = (0..9).map(page).collect();
    assert_eq!(having(&articles, APPEAL), (9, 0));
}

#[test]
fn each_edition_has_its_appeal_in_its_own_words() {
    let german =
        "Wir bezahlen jede Stunde jeder Reporterin, auch die, aus denen nichts wird, und kein Minister zahlt sie uns.";
    let page = |number: usize, lang: &str, appeal: &str| {
        let lang = Some(Fact::new(lang.to_owned(), "html"));
        Article { lang, ..with(article(number), 2, &[paragraph(appeal)]) }
    };
    let english = (0..24).map(|number| page(number, "en", APPEAL));
    let articles: Vec<Article> = english.chain((24..32).map(|number| page(number, "de", german))).collect();
    assert_eq!(having(&articles, APPEAL), (24, 0));
    assert_eq!(having(&articles, german), (8, 0));
    // A few pages are no edition, and no others with the text speak for its being theirs.
    assert_eq!(having(&articles[..28], german), (4, 4));
}

const LAW: &str = "No operator shall discharge into a controlled water any matter that is liable, by its heat or its content, to \
                   render that water unfit for those who draw from it, whether above the place of discharge or below it.";

/// Twenty-four pages with what `last` puts after the text of each, and the line that the site puts there.
fn closed(last: impl Fn(usize) -> Vec<Block>) -> Vec<Article> {
    let page = |number: usize| with(article(number), 4, &[last(number), vec![paragraph(LEGAL)]].concat());
    (0..24).map(page).collect()
}

#[test]
fn a_law_that_ends_a_text_stays_before_the_legal_line_of_the_site() {
    let articles = closed(|number| if number % 3 == 0 { vec![paragraph(LAW)] } else { Vec::new() });
    assert_eq!(having(&articles, LAW), (8, 8));
    assert_eq!(having(&articles, LEGAL), (24, 0));
}

#[test]
fn notes_on_authors_go_from_before_the_legal_line_of_the_site() {
    let authors = [
        "Ann Roe walks the dykes between Ansk and the border and writes about what she finds there.",
        "Uwe Ried was a customs clerk for eleven years before anybody printed a word of his.",
        "Mia Stan keeps bees, a small boat and our file on what the county buys.",
    ];
    let articles = closed(|number| vec![paragraph(authors[number % 3])]);
    authors.iter().for_each(|author| assert_eq!(having(&articles, author), (8, 0)));
    // And where a box stands before them that all pages have.
    let articles = closed(|number| {
        let notice = (number % 4 == 0).then(|| paragraph("Have you found a mistake here? We correct it and say so."));
        [paragraph(APPEAL)].into_iter().chain(notice).collect()
    });
    assert_eq!(having(&articles, "Have you found a mistake"), (6, 0));
}
