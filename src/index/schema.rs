//! The fields of the index. The only place that spells a field name.
//!
//! The fields of the contract use tantivy's own tokenizers alone, so that any tantivy program can search and filter on
//! them without registering anything of ours. What ranks better is in further fields that a stranger can ignore.

use tantivy::schema::{
    DateOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};

use super::analysis;

/// The version of the schema, written into every index. Raise it when a field changes its meaning.
pub const SCHEMA_VERSION: u32 = 5;

/// The field of the publication day, for sorting and counting.
pub(crate) const DATE: &str = "date";
/// The field that breaks ties among equal scores.
pub(crate) const TIE: &str = "tie";
/// The file's identity, size, time and content at the time of indexing.
pub(crate) const KEY: &str = "key";
pub(crate) const CHANGED: &str = "changed";
pub(crate) const BYTES: &str = "bytes";
pub(crate) const DIGEST: &str = "digest";
/// By which rules it was read.
pub(crate) const RULES: &str = "rules";
/// What tells whether two pages are one.
pub(crate) const SAVED: &str = "saved";
pub(crate) const ADDRESS: &str = "address";
pub(crate) const LIKENESS: &str = "likeness";
pub(crate) const TEXT_HASH: &str = "text_hash";
pub(crate) const TITLE_HASH: &str = "title_hash";
pub(crate) const TEXT_WORDS: &str = "text_words";
/// What is compared with other pages of the site.
pub(crate) const OUTLINE: &str = "outline";
pub(crate) const PUBLISHER: &str = "publisher";
pub(crate) const HOST: &str = "host";
pub(crate) const WORDS: &str = "words";
pub(crate) const ID: &str = "id";
/// Fields that can be counted, under the names of `--facet`.
pub(crate) const SECTION: &str = "section";
pub(crate) const AUTHOR: &str = "author";
pub(crate) const SITE: &str = "site";
pub(crate) const LANG: &str = "lang";
pub(crate) const TAG: &str = "tag";
/// Fields that `stats` counts.
pub(crate) const KIND: &str = "kind";
pub(crate) const PATH: &str = "path";
pub(crate) const SOURCES: &str = "sources";

/// Every field of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// Stable over re-indexing: a hash of the path.
    pub id: Field,
    /// The page's file.
    pub path: Field,
    /// The original address.
    pub url: Field,
    /// The site's name.
    pub site: Field,
    /// ISO 639-1 code.
    pub lang: Field,
    /// What the page looks like.
    pub kind: Field,
    /// The headline.
    pub title: Field,
    /// The headings inside the article.
    pub headings: Field,
    /// For each heading the id by which it can be linked to, empty where it has none; nothing if none has one.
    pub heading_anchors: Field,
    /// The text, headings among it.
    pub body: Field,
    /// Sections of the site; as written and in lower case.
    pub section: Field,
    /// Authors; as written and in lower case.
    pub author: Field,
    /// Keywords; as written and in lower case.
    pub tag: Field,
    /// The publisher's day of publication, as its midnight.
    pub date: Field,
    /// The day of the last change, likewise.
    pub modified: Field,
    /// When the page was indexed.
    pub indexed: Field,
    /// Words of the text.
    pub words: Field,
    /// Title and body together, stemmed by the language: what plain words are ranked by.
    pub text: Field,
    /// The title, stemmed: `title:` and the bonus for words in the title.
    pub title_text: Field,
    /// The headings, stemmed: `heading:`.
    pub heading_text: Field,
    /// The host of `url`, without `www.`: `--site`.
    pub host: Field,
    /// The page's own description.
    pub summary: Field,
    /// The publication as the page gives it, with time and offset.
    pub date_text: Field,
    /// Of each fact found, its name and the place it came from: `date json-ld`.
    pub sources: Field,
    /// Breaks ties among equal scores.
    pub tie: Field,
    /// What the file is known by from one run to the next.
    pub key: Field,
    /// The time of the file's last change, in nanoseconds since 1970.
    pub changed: Field,
    /// The file's size.
    pub bytes: Field,
    /// A hash of the file's content.
    pub digest: Field,
    /// A fingerprint of the rules by which the page was read and the article extracted.
    pub rules: Field,
    /// When the page was saved, where the saving tool wrote it down.
    pub saved: Field,
    /// A hash of the address without what differs between copies of a page; 0 where there is none.
    pub address: Field,
    /// A fingerprint of the text: alike texts have alike bits.
    pub likeness: Field,
    /// Hashes of the text and of the title.
    pub text_hash: Field,
    /// See `text_hash`.
    pub title_hash: Field,
    /// Words of the text before what repeats over the site was taken out.
    pub text_words: Field,
    /// What stands for the site of the page: its host, the site's name, or its folder.
    pub publisher: Field,
    /// The pieces of the text before what repeats was taken out, a number each.
    pub outline: Field,
    /// The pieces taken out since they repeat over the site.
    pub repeated: Field,
}

/// The schema and its fields.
pub fn schema() -> (Schema, Fields) {
    let mut b = Schema::builder();
    let label = STRING | STORED | FAST;
    let text = text_options("default") | STORED;
    let day = DateOptions::from(INDEXED) | STORED | FAST;
    let analysed = text_options(analysis::NAME);
    let fast = NumericOptions::from(FAST);
    let fields = Fields {
        id: b.add_text_field(ID, STRING | STORED | FAST),
        path: b.add_text_field(PATH, label.clone()),
        url: b.add_text_field("url", label.clone()),
        site: b.add_text_field(SITE, label.clone()),
        lang: b.add_text_field(LANG, label.clone()),
        kind: b.add_text_field(KIND, label.clone()),
        title: b.add_text_field("title", text.clone()),
        headings: b.add_text_field("headings", text.clone()),
        heading_anchors: b.add_text_field("heading_anchor", STORED),
        body: b.add_text_field("body", text),
        section: b.add_text_field(SECTION, label.clone()),
        author: b.add_text_field(AUTHOR, label.clone()),
        tag: b.add_text_field(TAG, label),
        date: b.add_date_field(DATE, day.clone()),
        modified: b.add_date_field("modified", day.clone()),
        indexed: b.add_date_field("indexed", day),
        words: b.add_u64_field(WORDS, fast.clone() | STORED),
        text: b.add_text_field("text", analysed.clone()),
        title_text: b.add_text_field("title_text", analysed.clone()),
        heading_text: b.add_text_field("heading_text", analysed),
        host: b.add_text_field(HOST, STRING | FAST),
        summary: b.add_text_field("summary", STORED),
        date_text: b.add_text_field("date_text", STORED),
        sources: b.add_text_field(SOURCES, STRING | FAST),
        tie: b.add_u64_field(TIE, fast.clone()),
        key: b.add_text_field(KEY, STRING | FAST),
        changed: b.add_u64_field(CHANGED, fast.clone()),
        bytes: b.add_u64_field(BYTES, fast.clone()),
        digest: b.add_u64_field(DIGEST, fast.clone()),
        rules: b.add_u64_field(RULES, fast.clone()),
        saved: b.add_date_field(SAVED, DateOptions::from(INDEXED) | STORED | FAST),
        address: b.add_u64_field(ADDRESS, fast.clone()),
        likeness: b.add_u64_field(LIKENESS, fast.clone()),
        text_hash: b.add_u64_field(TEXT_HASH, fast.clone()),
        title_hash: b.add_u64_field(TITLE_HASH, fast.clone()),
        text_words: b.add_u64_field(TEXT_WORDS, fast.clone()),
        publisher: b.add_u64_field(PUBLISHER, fast.clone()),
        outline: b.add_u64_field(OUTLINE, fast),
        repeated: b.add_text_field("repeated", STORED),
    };
    (b.build(), fields)
}

fn text_options(tokenizer: &str) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    TextOptions::default().set_indexing_options(indexing)
}
