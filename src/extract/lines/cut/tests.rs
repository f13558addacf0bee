use super::super::rules::{CALLS, LINES};
use super::*;
use crate::extract::blocks::blocks;
use crate::extract::dom::Document;

fn run(html: &str) -> (Vec<String>, Vec<&'static str>) {
    let document = Document::parse(html);
    let dom = document.dom();
    let mut cuttings = Vec::new();
    let kept = cut(Some(&dom), blocks(&dom), Weighed::default(), &mut cuttings);
    (kept.into_iter().map(|d| d.text).collect(), cuttings.iter().map(|c| c.rule()).collect())
}

/// A paragraph of running text, thirty words long.
fn prose(name: &str) -> String {
    format!(
        "<p>{name} said that the river commission would meet again in the spring to settle how much water each of \
        the four provinces may draw before the barrages close for their yearly repairs.</p>"
    )
}

#[test]
fn teasers_end_where_a_sentence_leads_over_to_a_list() {
    let list = "<p>Package tours are good for both sides of the counter:</p><ul><li>They fill the seats</ul>";
    let html = format!("{}<p>Read more</p><p>It was a dry year.</p>{list}{}", prose("He"), prose("She"));
    let (kept, rules) = run(&html);
    assert_eq!((kept.len(), rules), (4, vec!["text.related", "text.related"]));
}

#[test]
fn teasers_end_at_a_shorter_paragraph_where_the_weighing_is_sure() {
    let short = "<p>The ministry has not said who is to pay for the third of the locks.</p>";
    let document =
        Document::parse(&format!("{}<p>Read more</p><p>It was a dry year.</p>{short}", prose("He").repeat(2)));
    let drafts = blocks(&document.dom());
    let kept = |score: f32| {
        let scores = vec![score; drafts.len()];
        cut(Some(&document.dom()), drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
    };
    assert_eq!((kept(0.9), kept(0.5)), (3, 2));
}

#[test]
fn a_link_that_opens_more_of_the_text_is_no_marker() {
    let read_more = |tag: &str| {
        run(&format!("{}<{tag}><a href=#x>Read more</a></{tag}><p>It was a dry year.</p>{}", prose("He"), prose("She")))
    };
    let (kept, rules) = read_more("p");
    assert_eq!((kept.len(), rules), (3, vec!["text.related"]));
    let (kept, rules) = read_more("h3");
    assert_eq!((kept.len(), rules), (2, vec!["text.related", "text.related"]));
}

#[test]
fn every_line_rule_fires_by_name() {
    let story = prose("Ada").repeat(6);
    for (id, line) in [
        ("text.check-also", "<p>Check Also</p>"),
        ("text.author", "<p><b>About the author</b>: Ann Roe writes about dams.</p>"),
        ("text.contact", "<h3>Media contact</h3>"),
        ("text.citation", "<h3>Suggested citation</h3>"),
        ("text.comments", "<h3>Leave a Reply</h3>"),
        ("text.related", "<h3>Mehr zum Thema</h3>"),
        ("text.share", "<p>Share this article</p>"),
        ("text.newsletter", "<p>Subscribe to our newsletter!</p>"),
        ("text.newsletter-sentence", "<p>Follow us on every channel you like</p>"),
        ("text.call", "<p>Want more on canals? Sign up for our newsletter, The Lock, and be the first to know.</p>"),
        ("text.comment-line", "<p>You must be logged in to post a comment.</p>"),
        ("text.appeal", "<p>Support independent journalism</p>"),
        ("text.appeal-sentence", "<p>Our work is free for everyone. Please consider making a donation today.</p>"),
        ("text.cookies", "<p>We use cookies to give you the best experience on our website.</p>"),
        ("text.read-also-line", "<p>Read also: <a href=x>The dam that never was, and the town below</a></p>"),
    ] {
        assert_eq!(run(&format!("{story}{line}")).1, [id], "{line}");
    }
    assert_eq!(LINES.len() + CALLS.len(), 15, "a rule was added without a line in the test above");
}

#[test]
fn a_note_on_the_author_goes_with_its_heading() {
    let note = "<h3>About the author</h3><p>Ann Roe writes about dams and the people below them.</p>";
    let kept = |html: &str| run(&format!("{}{html}", prose("He").repeat(6))).0.len();
    assert_eq!(kept(note), 6);
    assert_eq!(kept(&format!("{note}<ol><li>See the bill of 1911.</ol><h3>Annex</h3>")), 8);
    assert_eq!(run(&format!("{note}{}", prose("He").repeat(6))).0.len(), 7, "above the text it may be the first");
}

#[test]
fn a_heading_over_a_sure_paragraph_is_the_authors() {
    let html = |between: &str| format!("{0}<h3>Comments</h3>{between}{0}{0}", prose("Ada"));
    let kept = |html: &str, score: f32| {
        let document = Document::parse(html);
        let drafts = blocks(&document.dom());
        let scores = vec![score; drafts.len()];
        cut(Some(&document.dom()), drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
    };
    assert_eq!((kept(&html(""), 0.9), kept(&html(""), 0.5)), (4, 3));
    assert_eq!(kept(&html("<ul><li><img><li><img><li><img></ul>"), 0.9), 3, "something was taken out between");
}

#[test]
fn advice_to_subscribe_to_others_is_text() {
    for text in [
        "Subscribe to the newsletters of the airlines that you fly with, and you hear of their sales first.",
        "Our newsletter has told the story of the canal since it was dug, week after week.",
        "The ministry asked its readers to subscribe to our newsletter in every letter that it wrote.",
    ] {
        assert_eq!(run(&format!("{}<p>{text}</p>", prose("Ada"))).0.len(), 2, "{text}");
    }
}

#[test]
fn a_label_above_running_text_is_a_heading() {
    let html = format!("{0}<h2>Facebook</h2>{0}<h2>Share</h2><p>Telegram</p>", prose("Ada"));
    assert_eq!(run(&html).0.len(), 3);
}

#[test]
fn a_notice_is_text_where_the_text_speaks_of_the_same() {
    let notice = "<p>We use cookies to give you the best experience on our website.</p>";
    let law = "<p>The new law on cookies was to be read by the council in the spring, the mayor of Verrin said.</p>";
    assert_eq!(run(&format!("{}{notice}", prose("Ada"))).0.len(), 1);
    assert_eq!(run(&format!("{}{law}{notice}", prose("Ada"))).0.len(), 3);
}

#[test]
fn a_long_excerpt_among_teasers_is_one() {
    let teaser = |text: &str| format!("<p><a href=x>How the dam broke</a></p>{text}");
    let short = "<p>The water came at night, and the bell was the first.</p>";
    let list = format!("<h3>Check Also</h3>{}{}", teaser(short), teaser(&prose("She")));
    assert_eq!(run(&format!("{}{list}", prose("He").repeat(6))).0.len(), 6);
    // Where none like it comes, the text goes on.
    let inline = format!("<h3>Check Also</h3>{}{}", teaser(&prose("She")), prose("Ada"));
    assert_eq!(run(&format!("{}{inline}", prose("He"))).0.len(), 3);
}

#[test]
fn teasers_with_excerpts_end_an_article_however_sure_the_weighing_is() {
    let teaser = "<p><a href=x>How the dam broke</a></p>";
    let marker = "<h3>Check Also</h3>";
    let document = |html: &str| Document::parse(&format!("{}{html}", prose("He").repeat(9)));
    let kept = |html: &str| {
        let document = document(html);
        let drafts = blocks(&document.dom());
        let scores = vec![0.9; drafts.len()];
        cut(Some(&document.dom()), drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
    };
    let list = format!("{marker}{teaser}{0}{teaser}{0}{teaser}", prose("She"));
    assert_eq!((kept(&list), kept(&format!("{list}<h3>3 Comments</h3><p>First!"))), (9, 9));
    // The article goes on, or has one link more.
    assert_eq!(kept(&format!("{list}<p>And so it went.<p>Nobody knew.")), 15);
    assert_eq!(kept(&format!("{marker}{teaser}{0}{0}", prose("She"))), 11);
    // The titles alone may have been dropped before.
    let document = document(&list);
    let drafts = blocks(&document.dom());
    let mut keep: Vec<bool> = drafts.iter().map(|draft| draft.linked == 0).collect();
    keep_markers(&drafts, |_| false, &mut keep);
    assert!(!keep.contains(&false));
}

#[test]
fn comments_are_cut_to_the_end() {
    let (kept, fired) = run(&format!(
        "{}<p>3 Comments</p><p>First!</p><p>I do not agree with this at all.</p>",
        prose("Ada").repeat(3)
    ));
    assert_eq!(kept.len(), 3);
    assert_eq!(fired.len(), 3);
}

#[test]
fn teasers_between_paragraphs_end_where_the_article_goes_on() {
    let (kept, _) = run(&format!(
        "{}<h3>Related articles</h3><p><a href=x>How the dam broke</a></p><h2>What comes next</h2>{}",
        prose("Ada"),
        prose("Bo").repeat(3)
    ));
    assert_eq!(kept.len(), 5);
    assert_eq!(kept[1], "What comes next");
}

#[test]
fn a_comments_link_above_the_article_takes_only_itself() {
    let (kept, fired) = run(&format!("<p>12 comments</p>{}", prose("Ada").repeat(2)));
    assert_eq!((kept.len(), fired), (2, vec!["text.comments"]));
}

#[test]
fn the_last_line_of_an_article_stands_outside_the_box_of_teasers() {
    let kept = |html: &str, score: f32| {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let scores: Vec<f32> = drafts.iter().map(|draft| if draft.linked > 0 { 0.1 } else { score }).collect();
        cut(Some(&dom), drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
    };
    let teasers = "<h3>Check Also</h3><p><a href=x>How the dam broke</a></p>";
    let story = prose("He").repeat(6);
    assert_eq!(kept(&format!("<main>{story}<div>{teasers}</div><p>At five.</p></main>"), 0.9), 7);
    assert_eq!(kept(&format!("<main>{story}<div>{teasers}</div><p>At five.</p></main>"), 0.5), 6);
    assert_eq!(kept(&format!("<main>{story}{teasers}<p>At five.</p></main>"), 0.9), 6);
}

#[test]
fn teasers_end_at_the_headline_of_the_article() {
    let box_above = "<div><h2>Most read</h2><ul><li>The last toll house</ul></div>";
    let short = "<p>River commissions are dull by design, and meet in spring and in autumn to say so.</p>";
    let article = |headline: &str| format!("{box_above}{headline}<p>3 May</p>{short}{}", prose("Ada").repeat(3));
    assert_eq!(run(&article("<h1>A dull success</h1>")).0.first().map(String::as_str), Some("A dull success"));
    assert_eq!(
        run(&article("<h1>A dull success</h1><h1>Another</h1>")).0.len(),
        3,
        "titles of teasers, for all one knows"
    );
}

#[test]
fn a_note_on_the_author_is_short() {
    let note = |paragraphs: usize| {
        let note = "<p>She has kept the lock at Verrin since the spring.</p>".repeat(paragraphs);
        run(&format!("{}<h3>The author</h3>{note}", prose("Ada").repeat(6))).0.len()
    };
    assert_eq!((note(1), note(4), note(5)), (6, 6, 11));
    let line = "<p>The author was born in the house of the lock.</p>";
    assert_eq!(run(&format!("{}{line}", prose("Ada").repeat(6))).0.len(), 7, "the words alone say it, and no more");
}

#[test]
fn a_heading_of_one_word_names_what_its_text_is_about() {
    let kept = |heading: &str| {
        let document = Document::parse(&format!("{0}<h4>{heading}</h4>{0}", prose("Ada")));
        let drafts = blocks(&document.dom());
        let scores = vec![0.9; drafts.len()];
        cut(Some(&document.dom()), drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
    };
    assert_eq!((kept("Newsletter"), kept("Support independent journalism")), (3, 2));
}
