//! An [`Article`] as a document of the index.

use jiff::Timestamp;
use jiff::civil::Date;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DateTime, TantivyDocument};

use super::analysis::{fold, tagged};
use super::copies::Likeness;
use super::payload::Stamp;
use super::repeats::Cut;
use super::schema::Fields;
use crate::article::Article;
use crate::extract::host;
use crate::extract::text::words;

/// The most text of one article that is indexed, in bytes: a document's memory is not bounded by the writer's budget.
const MOST_TEXT: usize = 8 << 20;

/// tantivy drops a term over this many bytes without a word; such an address is cut, not lost.
const LONGEST_LABEL: usize = 60_000;

/// A fingerprint of the code that reads pages and extracts articles, made when pressmark is built. A page that was read by
/// other rules may be another article now.
pub(crate) const EXTRACTION_RULES: u64 = number(env!("PRESSMARK_EXTRACTION_RULES"));

/// A decimal number, read when the program is compiled.
const fn number(text: &str) -> u64 {
    match u64::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("build.rs writes a number"),
    }
}

/// What the index keeps of a page beside its article.
#[derive(Debug, Clone)]
pub(crate) struct Identity<'a> {
    pub(crate) id: &'a str,
    /// The id that the path alone would give, which is another once the page has been moved: equal scores are put in an
    /// order that does not depend on what was before.
    pub(crate) plain_id: &'a str,
    pub(crate) key: &'a str,
    pub(crate) stamp: Stamp,
    pub(crate) indexed: Timestamp,
    pub(crate) likeness: Likeness,
}

pub(crate) fn document(f: &Fields, cut: &Cut, identity: &Identity) -> TantivyDocument {
    let article = &cut.article;
    let mut doc = TantivyDocument::new();
    doc.add_text(f.id, identity.id);
    doc.add_u64(f.tie, short_hash(identity.plain_id.as_bytes()));
    doc.add_text(f.key, identity.key);
    doc.add_u64(f.changed, identity.stamp.changed);
    doc.add_u64(f.bytes, identity.stamp.bytes);
    doc.add_u64(f.digest, identity.stamp.digest);
    doc.add_u64(f.rules, identity.stamp.rules);
    doc.add_date(f.indexed, DateTime::from_timestamp_secs(identity.indexed.as_second()));
    doc.add_u64(f.address, identity.likeness.address);
    doc.add_u64(f.likeness, identity.likeness.alike);
    doc.add_u64(f.text_hash, identity.likeness.text);
    doc.add_u64(f.title_hash, identity.likeness.title);
    doc.add_u64(f.text_words, identity.likeness.words);
    doc.add_u64(f.publisher, cut.publisher);
    cut.outline.bits().for_each(|piece| doc.add_u64(f.outline, piece));
    cut.aside.iter().for_each(|piece| doc.add_text(f.repeated, piece.to_text()));
    if let Some(saved) = article.saved {
        doc.add_date(f.saved, DateTime::from_timestamp_secs(clamped(saved.as_second())));
    }
    add_labels(&mut doc, f, article);
    add_dates(&mut doc, f, article);
    add_text(&mut doc, f, article);
    doc
}

fn add_labels(doc: &mut TantivyDocument, f: &Fields, article: &Article) {
    doc.add_text(f.path, cut(&article.path, LONGEST_LABEL));
    doc.add_text(f.kind, article.kind.name());
    if let Some(url) = &article.url {
        doc.add_text(f.url, cut(&url.value, LONGEST_LABEL));
        if let Some(host) = host(&url.value) {
            doc.add_text(f.host, host);
        }
    }
    if let Some(lang) = &article.lang {
        doc.add_text(f.lang, lang.value.to_lowercase());
    }
    if let Some(summary) = &article.summary {
        doc.add_text(f.summary, &summary.value);
    }
    for (fact, source) in article.sources() {
        doc.add_text(f.sources, format!("{fact} {source}"));
    }
    add_label(doc, f.site, article.site.iter().map(|f| &f.value));
    add_label(doc, f.section, article.sections.iter().flat_map(|f| &f.value));
    add_label(doc, f.author, article.authors.iter().flat_map(|f| &f.value));
    add_label(doc, f.tag, article.tags.iter().flat_map(|f| &f.value));
}

/// Adds labels that are found in any case: each is stored as written, and indexed both so and in lower case, at one
/// position, so that a program without our code finds `Middle East` and `middle east` alike.
fn add_label<'a>(doc: &mut TantivyDocument, field: Field, labels: impl Iterator<Item = &'a String>) {
    let mut seen: Vec<String> = Vec::new();
    for label in labels {
        let label = cut(label, LONGEST_LABEL);
        let folded = fold(label);
        if seen.contains(&folded) {
            continue;
        }
        seen.push(folded.clone());
        let mut forms = vec![label.to_owned()];
        if folded != label {
            forms.push(folded);
        }
        let token =
            |text: String| Token { offset_from: 0, offset_to: label.len(), position: 0, text, position_length: 1 };
        doc.add_pre_tokenized_text(
            field,
            PreTokenizedString { text: label.to_owned(), tokens: forms.into_iter().map(token).collect() },
        );
    }
}

fn add_dates(doc: &mut TantivyDocument, f: &Fields, article: &Article) {
    if let Some(date) = &article.date {
        doc.add_date(f.date, midnight(date.value.day));
        doc.add_text(f.date_text, &date.value.text);
    }
    if let Some(modified) = &article.modified {
        doc.add_date(f.modified, midnight(modified.value.day));
    }
}

/// The days that the engine can hold: its dates are nanoseconds in 64 bits. Others count as the nearest of these.
const FIRST_DAY: Date = Date::constant(1678, 1, 1);
const LAST_DAY: Date = Date::constant(2261, 12, 31);

/// A day as the index holds it: its midnight, as if it were in Greenwich, so that equal days are equal values.
pub(crate) fn midnight(day: Date) -> DateTime {
    DateTime::from_timestamp_secs(seconds(day.clamp(FIRST_DAY, LAST_DAY)))
}

/// An instant within those days.
fn clamped(instant: i64) -> i64 {
    instant.clamp(seconds(FIRST_DAY), seconds(LAST_DAY))
}

fn seconds(day: Date) -> i64 {
    day.duration_since(Date::constant(1970, 1, 1)).as_secs()
}

fn add_text(doc: &mut TantivyDocument, f: &Fields, article: &Article) {
    let title = article.title.as_ref().map_or("", |t| t.value.as_str());
    let body = article.body();
    let body = cut(&body, MOST_TEXT);
    let lang = article.lang.as_ref().map(|lang| lang.value.as_str());
    doc.add_u64(f.words, words(body) as u64);
    doc.add_text(f.title, title);
    doc.add_text(f.title_text, tagged(lang, title));
    for heading in article.headings() {
        doc.add_text(f.headings, heading);
        doc.add_text(f.heading_text, tagged(lang, heading));
    }
    for anchor in article.anchors() {
        doc.add_text(f.heading_anchors, anchor.unwrap_or_default());
    }
    doc.add_text(f.text, tagged(lang, &format!("{title}\n{body}")));
    doc.add_text(f.body, body);
}

/// The first eight bytes of a hash.
pub(crate) fn short_hash(bytes: &[u8]) -> u64 {
    let hash = blake3::hash(bytes);
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(first)
}

/// The text up to `most` bytes, cut between two characters.
fn cut(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_midnight() {
        let day = Date::constant(2026, 2, 26);
        assert_eq!(midnight(day).into_timestamp_secs(), 1_772_064_000);
        assert_eq!(midnight(Date::MAX), midnight(LAST_DAY));
        assert_eq!(midnight(Date::MIN), midnight(FIRST_DAY));
        assert_eq!(midnight(Date::constant(1969, 12, 31)).into_timestamp_secs(), -86_400);
    }

    #[test]
    fn text_is_cut_between_characters() {
        assert_eq!(cut("aé", 2), "a");
        assert_eq!(cut("aé", 3), "aé");
    }
}
