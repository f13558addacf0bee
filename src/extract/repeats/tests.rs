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

/// Twenty-four pages, `amid` the text of each what is given for it.
fn amid(amid: impl Fn(usize) -> Vec<Block>) -> Vec<Article> {
    (0..24).map(|number| with(article(number), 2, &amid(number))).collect()
}

fn linked(block: Block) -> Block {
    Block { place: Place { is_linked: true, ..block.place }, ..block }
}

/// On how many of 24 pages a block stays that stands amid the text of some, and on how many it stands.
fn staying(block: Block, is_on: impl Fn(usize) -> bool) -> (usize, usize) {
    let articles = amid(|number| if is_on(number) { vec![block.clone()] } else { Vec::new() });
    having(&articles, &block.text)
}

#[test]
fn a_quotation_stays_unless_nearly_all_pages_have_it() {
    let quote = |text: &str| piece(BlockKind::Quote, 8, text);
    assert_eq!(staying(quote(LAW), |number| number % 3 > 0), (16, 16));
    assert_eq!(staying(quote("A permit lapses three years after it was signed."), |number| number % 3 > 0), (16, 16));
    assert_eq!(staying(quote(APPEAL), |_| true), (24, 0));
}

#[test]
fn a_line_that_half_of_the_pages_have_stays_unless_it_is_a_link() {
    let said = "The Ministry of Ports did not reply to a request for comment.";
    assert_eq!(staying(paragraph(said), |number| number % 2 == 0), (12, 12));
    let pitch = linked(paragraph("Your bridge here: the letter of the harbour is free."));
    assert_eq!(staying(pitch, |number| number % 2 == 0), (12, 0));
}

#[test]
fn markup_that_is_used_for_a_law_alone_is_no_frame() {
    let indented = |text: &str| piece(BlockKind::Paragraph, 9, text);
    assert_eq!(staying(indented(LAW), |number| number % 3 == 0), (8, 8));
    assert_eq!(staying(indented(APPEAL), |number| number % 3 > 0), (16, 0));
    // Boxes that change stand there too, on few pages each.
    let boxes =
        ["The letter of the harbour is free.", "The ledger comes four times a year.", "Wear our dyke on a mug."];
    let articles = amid(|number| vec![indented(boxes[number % 3])]);
    boxes.iter().for_each(|text| assert_eq!(having(&articles, text), (8, 0)));
}

/// Three of six sections stand on each page, other ones on the next.
#[test]
fn sections_of_a_law_follow_each_other_as_teasers_do() {
    let sections = [
        "The Authority may require an operator to say what it discharges, and when.",
        "An operator who fails to say so without an excuse commits an offence.",
        "Proceedings may be commenced within three years of the day of the notice.",
        "Where an installation changes hands, each notice binds whoever has it.",
        "A person aggrieved by a notice may appeal to the Tribunal, which may quash it.",
        "The Minister shall lay before Parliament each year what became of them all.",
    ];
    let rows = |block: &dyn Fn(&str) -> Block| {
        let articles = amid(|number| match number % 3 {
            0 => Vec::new(),
            _ => (0..3).map(|at| block(sections[number / 3 % 4 + at])).collect(),
        });
        having(&articles, sections[2])
    };
    assert_eq!(rows(&paragraph), (12, 12));
    assert_eq!(rows(&|text| linked(paragraph(text))), (12, 0));
}

#[test]
fn a_passage_that_several_articles_share_is_theirs() {
    let background: Vec<Block> = (0..3).map(|number| own(99, number)).collect();
    let articles = closed(|number| if number % 2 == 0 { background.clone() } else { Vec::new() });
    background.iter().for_each(|block| assert_eq!(having(&articles, &block.text), (12, 12)));
    assert_eq!(having(&articles, LEGAL), (24, 0));
    // At the foot of all pages it is about whoever publishes them, and in a box of its own on some it is no text either.
    let articles = closed(|_| background.clone());
    assert_eq!(having(&articles, &background[0].text), (24, 0));
    let boxed: Vec<Block> = background.iter().map(|block| piece(BlockKind::Paragraph, 9, &block.text)).collect();
    let articles = closed(|number| if number % 2 == 0 { boxed.clone() } else { Vec::new() });
    assert_eq!(having(&articles, &boxed[0].text), (12, 0));
}

#[test]
fn what_is_asked_in_each_interview_stays() {
    let asked = |text: &str| piece(BlockKind::Paragraph, 9, text);
    let questions = ["What will the next government change in its first days?", "Where would you look for the money?"];
    let articles = amid(|number| vec![asked(questions[number % 2]), asked("MR. HALE: We shall see what there is.")]);
    questions.iter().for_each(|question| assert_eq!(having(&articles, question), (12, 12)));
}
