//! One article of the index with its matches marked, a file a format.
//!
//! [`article`] is for a person, [`markdown`] for notes, [`json`] for programs.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::article;

#[cfg(test)]
fn locks() -> crate::hit::Shown {
    let block = |written: &str, heading| {
        let (text, marks) = crate::hit::marked(written);
        crate::hit::ShownBlock { text, marks, heading }
    };
    crate::hit::Shown {
        id: "1f".into(),
        path: "corpus/locks.html".into(),
        url: Some("https://www.gazette.example/locks".into()),
        title: Some("Locks <reopen>\u{1b}".into()),
        authors: vec!["Ada Byrd".into(), "Bo Carver".into()],
        site: Some("Verrin Gazette".into()),
        sections: vec!["Transport".into(), "Economy".into()],
        date: Some("2024-03-05T22:30:00-05:00".into()),
        lang: Some("en".into()),
        kind: Some("article".into()),
        tags: vec!["locks".into()],
        paragraphs: vec![
            block("The «locks» at Verrin reopened on Monday.\nBarges went through.", false),
            block("Who pays the «levy»", true),
            block("The harbour «levy» & the grain toll.", false),
        ],
        ..crate::hit::Shown::default()
    }
}
