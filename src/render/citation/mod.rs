//! Hits as entries of a bibliography, a file a format: [`bibtex`], [`ris`], [`csl`].
//!
//! Every hit is a web page: `@online`, `ELEC`, `webpage`. What is indexed are pages that were saved from the web, and all
//! three formats have a type for them, which reference managers read as the same one. Newspapers would need to be told
//! from agencies, ministries and blogs, which a page seldom says, and the wrong type prints pages and volumes as missing.
//!
//! The day of access is left out, since it is not known; so is what a page does not say, title included.

pub mod bibtex;
pub mod csl;
mod keys;
mod names;
pub mod ris;
mod work;

#[cfg(test)]
fn works_of_all_kinds() -> crate::hit::Hits {
    use crate::hit::{Hit, Hits, Snippet};
    let some = |text: &str| Some(text.to_owned());
    let plain = Hit {
        title: some("Locks reopen at Verrin"),
        authors: vec!["Ada Byrd".into(), "Vincent van Gogh".into(), "Martin King Jr.".into(), "Verrin Gazette".into()],
        site: some("Verrin Gazette"),
        sections: vec!["Transport".into(), "Economy".into()],
        date: some("2024-03-05T22:30:00-05:00"),
        lang: some("en"),
        url: some("https://www.gazette.example/locks?a=1&b={x}#top_1%20"),
        snippet: Snippet::marked("The «levy» & the toll…"),
        ..Hit::default()
    };
    let hostile = Hit {
        title: some("50% of $5}: {a_b}\nER  - \u{1b}[31m\\input{x}~^#\u{202e}"),
        authors: vec!["Ada Byrd".into(), "Smith, Jones & Co".into()],
        site: some("a,\r\nTY  - BOOK"),
        date: some("2024-03"),
        url: some("javascript:alert(1)"),
        ..Hit::default()
    };
    let distant = Hit {
        title: some("ضريبة الحبوب"),
        authors: vec!["王小明".into(), "山田 太郎".into(), "محمد".into()],
        url: some("https://www.jarida.example/1"),
        date: some("soon"),
        ..Hit::default()
    };
    let again =
        Hit { title: some("Locks, again"), authors: vec!["Eve Byrd".into()], date: some("2024"), ..Hit::default() };
    Hits { hits: vec![plain, hostile, distant, again, Hit::default()], ..Hits::default() }
}
