//! What the pages of a site have in common and is text of theirs all the same: the last words of a report, a law that some
//! of them quote, what the user's own rules name. And beside it what goes, lest the guards guard all.

use pressmark::extract::repeats::Repeats;
use pressmark::extract::{Extractor, UserRules};
use pressmark::{Article, Page};

const SUBJECTS: &[&str] = &["council", "harbour board", "ministry", "ferry company", "school", "union", "bishop"];
const DEEDS: &[&str] = &["refused", "printed", "measured", "forgot", "sold", "repaired", "inherited", "counted"];
const THINGS: &[&str] =
    &["ledgers", "sluices", "ballots", "herring", "roofs", "tariffs", "bridges", "orchards", "lamps"];
const PLACES: &[&str] = &["Verrin", "Lastrum", "Morwen", "Skarn", "Ansk"];

const LAW: &str = "A public authority shall not refuse a request for a record on the ground that its disclosure would cause \
                   embarrassment, inconvenience or loss of standing to the authority or to any of its officers.";

/// A sentence that no other page has: `seed` is taken apart into its words.
fn sentence(seed: usize) -> String {
    let pick = |words: &[&'static str], by: usize| words[seed.wrapping_mul(2_654_435_761) / by % words.len()];
    let (subject, deed, thing) = (pick(SUBJECTS, 3), pick(DEEDS, 31), pick(THINGS, 307));
    format!("The {subject} of {} {deed} {seed} {thing} before anybody could say what was meant by it", pick(PLACES, 17))
}

/// Fourteen words of which no four stand in a row on another page.
fn words(page: usize) -> String {
    let own = char::from(b'a' + (page % 26) as u8);
    let word = |at: usize| format!("{}{own}", ["levie", "barge", "dredge", "toll", "lock"][at % 5]);
    (0..14).map(word).collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a page's own text, too long to be like any other.
fn story(page: usize) -> Vec<String> {
    let paragraph = |at: usize| (0..4).map(|n| format!("{}. ", sentence(page * 64 + at * 8 + n))).collect::<String>();
    (0..5).map(|at| format!("<p>{}</p>", paragraph(at).trim_end())).collect()
}

fn page(number: usize, paragraphs: &[String]) -> Page {
    let html = format!(
        "<html lang=en><title>Report {number} - Courier</title><link rel=canonical href=https://courier.example/{number}>\
         <h1>Report {number}</h1><div class=story>{}</div>",
        paragraphs.concat()
    );
    Page::html(format!("{number}.html"), html)
}

/// The articles of a site, without what repeats over it. `shape` makes the paragraphs of each page of its own text.
fn site(pages: usize, rules: &str, shape: impl Fn(usize, &mut Vec<String>)) -> Vec<Article> {
    let extractor = Extractor::new(UserRules::parse("rules.toml", rules).expect("rules"));
    let article = |number: usize| {
        let mut paragraphs = story(number);
        shape(number, &mut paragraphs);
        extractor.extract(&page(number, &paragraphs))
    };
    let articles: Vec<Article> = (0..pages).map(article).collect();
    let mut repeats = Repeats::default();
    articles.iter().for_each(|article| repeats.add(article));
    let sites = repeats.learn();
    articles.into_iter().map(|article| sites.take_out(article).0).collect()
}

/// On how many of 24 pages the paragraph stays that `last` gives, if it gives one, after their text.
fn left(last: impl Fn(usize) -> Option<String>) -> (usize, usize) {
    let articles = site(24, "", |number, paragraphs| {
        paragraphs.extend(last(number).map(|text| format!("<p>{text}</p>")));
    });
    let texts: Vec<Option<String>> = (0..24).map(&last).collect();
    let stays = |(article, text): (&Article, &Option<String>)| {
        text.as_ref().is_some_and(|text| article.body().ends_with(text.as_str()))
    };
    (articles.iter().zip(&texts).filter(|pair| stays((pair.0, pair.1))).count(), texts.iter().flatten().count())
}

#[test]
fn a_text_keeps_its_own_last_words() {
    let every = |of: usize, text: &str| {
        let text = text.to_owned();
        move |number: usize| number.is_multiple_of(of).then(|| text.clone())
    };
    let check = |what: &str, last: &dyn Fn(usize) -> Option<String>| {
        let (left, given) = left(last);
        assert_eq!(left, given, "{what}");
        assert!(given > 3, "{what}");
    };
    check("figures that a release ends with", &|n| {
        Some(format!("Core inflation, without food and energy, was {}.{} percent.", n % 7, n % 9))
    });
    check("a vote", &|n| (n % 4 == 0).then(|| format!("The bill passed by {} votes to {}.", 200 + n, 190 - n)));
    check("a ruling", &|n| {
        let outcome = ["dismissed", "allowed", "allowed in part"][n % 3];
        Some(format!("For these reasons the appeal is {outcome}. Each party shall bear its own costs."))
    });
    check("a moral that begins alike", &|n| Some(format!("The lesson is plain: {}.", words(n))));
    check("a day", &|n| (n % 3 == 0).then(|| format!("The committee will meet again on {} May.", n + 1)));
    check("no answer", &|n| {
        let ministry = ["Trade", "Health", "Works"][n % 3];
        let text = format!("The Ministry of {ministry} did not respond to a request for comment.");
        (n % 2 == 0).then_some(text)
    });
    check("a short sentence", &every(6, "The hearing continues."));
    check("a law", &every(5, LAW));
    check(
        "an editor's note",
        &every(4, "Editor’s note: the Water Board has told us that it disputes the sums that are given above."),
    );
}

#[test]
fn what_a_site_puts_after_its_texts_goes() {
    let check = |what: &str, last: &dyn Fn(usize) -> Option<String>| assert_eq!(left(last).0, 0, "{what}");
    let pitch = "Nobody in the capital pays our rent, so buy the next of these pages for a stranger";
    check("the same on most pages", &|n| (n % 3 > 0).then(|| format!("{pitch}.")));
    check("with another figure on each", &|n| Some(format!("{pitch}, as {} people did last week.", 900 + n * 17)));
    let others = ["The tin stands at the door of the reading room.", "You could have this page by post every Friday."];
    check("in turns", &|n| Some([pitch, others[0], others[1]][n % 3].trim_end_matches('.').to_owned() + "."));
}

#[test]
fn a_law_that_opens_some_texts_stays_and_a_box_on_as_many_goes() {
    let with = |open: &str, close: &str| {
        let law = format!("{open}{LAW}{close}");
        let articles = site(30, "", |number, paragraphs| {
            if number % 5 == 0 {
                paragraphs.insert(0, law.clone());
            }
        });
        articles.iter().filter(|article| article.body().starts_with(LAW)).count()
    };
    assert_eq!(with("<p>", "</p>"), 6);
    assert_eq!(with("<blockquote><p>", "</p></blockquote>"), 6);
    assert_eq!(with("<div class=box><p>", "</p></div>"), 0);
}

/// The notes on authors stand in a place of their own, where nearly all repeats.
#[test]
fn a_correction_stays_among_notes_that_repeat() {
    let authors =
        ["Ann Roe has reported on ports and on those who work at night for twenty years.", "Uwe Ried teaches law."];
    let correction = |number: usize| format!("Correction: an earlier version put the sum at {number} crowns.");
    let articles = site(24, "", |number, paragraphs| {
        if number % 8 == 0 {
            paragraphs.push(format!("<p><em>{}</em></p>", correction(number)));
        }
        paragraphs.push(format!("<p><em>{}</em></p>", authors[number % 2]));
    });
    for (number, article) in articles.iter().enumerate() {
        let body = article.body();
        assert!(!authors.iter().any(|author| body.contains(author)), "{body}");
        assert_eq!(body.ends_with(&correction(number)), number % 8 == 0, "{body}");
    }
}

#[test]
fn what_the_users_own_rules_name_stays() {
    let law = |number: usize, paragraphs: &mut Vec<String>| {
        paragraphs.insert(2, format!("<p class=law>{LAW}</p>"));
        paragraphs.push(format!("<p class=count>{} of these pages are paid for by those who read them, and by nobody else who could tell us what to write.</p>", number + 20));
    };
    let kept = |rules: &str| {
        let articles = site(24, &format!("[site.'courier.example']\n{rules}"), law);
        let with = |text: &str| articles.iter().filter(|article| article.body().contains(text)).count();
        (with(LAW), with("paid for by those who read them"))
    };
    assert_eq!(kept(""), (0, 0));
    assert_eq!(kept("keep = '.law'"), (24, 0));
    assert_eq!(kept("keep = ['.law', '.count']"), (24, 24));
    assert_eq!(kept("content = '.story'"), (24, 24));
}
