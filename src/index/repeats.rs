//! What repeats over the pages of a site is taken out of the index too, whatever the order in which the pages came.
//!
//! A document keeps the [`Outline`] of its whole article, which says of each piece whether it is taken out, and the pieces
//! that are. So what repeats can be learned from the index alone, and a document can be written anew when pages come or go
//! and its site turns out to repeat more, or less.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use tantivy::columnar::{Column, StrColumn};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, Searcher, SegmentReader, TERMINATED, TantivyDocument, Term};

use super::error::IndexError;
use super::keys::Key;
use super::schema::{KEY, OUTLINE, PUBLISHER, SOURCES};
use super::stored::{self, Wording};
use crate::article::{Article, Block, BlockKind};
use crate::extract::repeats::{Outline, Repeat, Site, folder, site_of, without};

/// An article as it is put into the index, with what was taken out of it.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    /// The article without what repeats.
    pub(crate) article: Article,
    /// That of the whole article.
    pub(crate) outline: Outline,
    /// What stands for the site.
    pub(crate) publisher: u64,
    /// The pieces taken out.
    pub(crate) aside: Vec<Aside>,
}

/// Stands for no site.
const NOBODY: u64 = 0;

/// A piece that is kept aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Aside {
    pub(super) text: String,
    pub(super) is_heading: bool,
    /// Of a heading, as far as it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) anchor: Option<String>,
}

impl Cut {
    /// An article as it is, nothing taken out. Where it does not tell its site, the folder of its page stands for that: the
    /// one that its key names, which is the same however the path is typed.
    pub(crate) fn whole(key: &str, article: Article) -> Cut {
        let (outline, publisher) = (Outline::of(&article), site_of(&article, folder(key)));
        Cut { article, outline, publisher, aside: Vec::new() }
    }

    /// The article of a line: whoever wrote it has said what its text is.
    pub(crate) fn of_line(article: Article) -> Cut {
        Cut { article, outline: Outline::default(), publisher: NOBODY, aside: Vec::new() }
    }

    /// Takes out of the whole article what there is a reason for.
    pub(crate) fn judged(self, verdict: &[Option<Repeat>]) -> Cut {
        let Cut { article, mut outline, publisher, .. } = self;
        outline.mark(verdict);
        if verdict.iter().all(Option::is_none) {
            return Cut { article, outline, publisher, aside: Vec::new() };
        }
        let (article, taken) = without(article, verdict);
        Cut { article, outline, publisher, aside: taken.iter().map(|group| Aside::new(group)).collect() }
    }
}

impl Aside {
    fn new(group: &[Block]) -> Aside {
        let mut text = String::new();
        crate::article::push_group(&mut text, group);
        let is_heading = matches!(group[0].kind, BlockKind::Heading(_));
        Aside { text, is_heading, anchor: group[0].anchor.clone() }
    }

    pub(crate) fn from_text(text: &str) -> Option<Aside> {
        serde_json::from_str(text).ok()
    }

    /// As it is kept in a document.
    pub(crate) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What is known of the sites so far in a run: most pages are judged rightly by it when they are put into the index, and the
/// few that are not are written anew at the end.
#[derive(Default)]
pub(crate) struct Learner(HashMap<u64, Lesson>);

/// The first pages of a site.
#[derive(Default)]
struct Lesson {
    pages: Vec<Outline>,
    site: Site,
    /// With how many pages the site was learned.
    learned: usize,
}

/// Pages after which a site is known well enough until the end of the run.
const MOST_PAGES: usize = 200;

impl Learner {
    /// Adds a page to what is known of its site, and says what of the page repeats.
    pub(crate) fn judge(&mut self, cut: &Cut) -> Vec<Option<Repeat>> {
        let lesson = self.0.entry(cut.publisher).or_default();
        if lesson.pages.len() < MOST_PAGES {
            lesson.pages.push(cut.outline.clone());
            // Learning costs as much as there are pages: done at each half more, all of it costs three times as much as the last.
            if lesson.pages.len() * 2 >= lesson.learned * 3 {
                lesson.site = Site::learn(&lesson.pages);
                lesson.learned = lesson.pages.len();
            }
        }
        lesson.site.judge(&cut.outline)
    }
}

/// Where a page is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At {
    /// In the index.
    Index(DocAddress),
    /// On its way there: the number that [`Library::hold`] counts up.
    Held(usize),
}

/// What is to be taken out of a page.
pub(crate) struct Verdict {
    pub(crate) at: At,
    /// Whether that is not what is taken out of it as yet.
    pub(crate) is_new: bool,
    /// For each piece of the whole article, why it goes.
    pub(crate) repeats: Vec<Option<Repeat>>,
}

/// A document that is to be written anew, and what is to be taken out of it.
pub(crate) struct Rewrite {
    pub(crate) key: String,
    pub(crate) document: TantivyDocument,
    pub(crate) cut: Cut,
}

/// The documents of an index by their sites, for those sites that are asked for, or all; and pages on their way into it.
pub(crate) struct Library<'s> {
    searcher: &'s Searcher,
    segments: Vec<Columns>,
    held: Vec<Outline>,
    sites: BTreeMap<u64, Vec<At>>,
}

struct Columns {
    publisher: Column<u64>,
    outline: Column<u64>,
    key: Option<StrColumn>,
    sources: Option<StrColumn>,
}

impl<'s> Library<'s> {
    /// Without the documents of the keys that are gone, though the last commit has them.
    pub(crate) fn open(
        searcher: &'s Searcher,
        wanted: Option<&HashSet<u64>>,
        gone: &[Key],
    ) -> Result<Library<'s>, IndexError> {
        let (mut segments, mut sites) = (Vec::new(), BTreeMap::<u64, Vec<At>>::new());
        for (ord, segment) in (0..).zip(searcher.segment_readers()) {
            let fast = segment.fast_fields();
            let publisher = fast.u64(PUBLISHER)?;
            let gone = of_keys(segment, gone)?;
            for doc in segment.doc_ids_alive().filter(|doc| !gone.contains(doc)) {
                let is_wanted = |site: &u64| *site != NOBODY && wanted.is_none_or(|wanted| wanted.contains(site));
                if let Some(site) = publisher.first(doc).filter(is_wanted) {
                    sites.entry(site).or_default().push(At::Index(DocAddress::new(ord, doc)));
                }
            }
            let (outline, key, sources) = (fast.u64(OUTLINE)?, fast.str(KEY)?, fast.str(SOURCES)?);
            segments.push(Columns { publisher, outline, key, sources });
        }
        Ok(Library { searcher, segments, held: Vec::new(), sites })
    }

    /// Adds a page that is on its way into the index.
    pub(crate) fn hold(&mut self, publisher: u64, outline: &Outline) {
        self.sites.entry(publisher).or_default().push(At::Held(self.held.len()));
        self.held.push(outline.clone());
    }

    /// The sites, in an order that is always the same.
    pub(crate) fn sites(&self) -> impl Iterator<Item = &[At]> {
        self.sites.values().map(Vec::as_slice)
    }

    /// What is to be taken out of each page of a site. Without `learn`, nothing.
    pub(crate) fn verdicts(&self, pages: &[At], learn: bool) -> Vec<Verdict> {
        let outlines = self.outlines(pages);
        let site = if learn { Site::learn(&outlines) } else { Site::default() };
        let verdict = |(at, outline): (&At, &Outline)| {
            let repeats = site.judge(outline);
            Verdict { at: *at, is_new: !outline.is_marked(&repeats), repeats }
        };
        pages.iter().zip(&outlines).map(verdict).collect()
    }

    /// What repeats over the pages of a site.
    pub(super) fn learn(&self, publisher: u64) -> Site {
        self.sites.get(&publisher).map(|pages| Site::learn(&self.outlines(pages))).unwrap_or_default()
    }

    fn outlines(&self, pages: &[At]) -> Vec<Outline> {
        pages.iter().map(|at| self.outline(*at)).collect()
    }

    fn outline(&self, at: At) -> Outline {
        match at {
            At::Index(at) => {
                Outline::from_bits(self.segments[at.segment_ord as usize].outline.values_for_doc(at.doc_id))
            }
            At::Held(number) => self.held[number].clone(),
        }
    }

    /// A document with its article as it should be; nothing of one that is not as a run has written it.
    pub(crate) fn rewrite(&self, at: DocAddress, repeats: &[Option<Repeat>]) -> Result<Option<Rewrite>, IndexError> {
        let document: TantivyDocument = self.searcher.doc(at)?;
        let columns = &self.segments[at.segment_ord as usize];
        let Some(key) = columns.key.as_ref().and_then(|key| stored::labels(key, at.doc_id).into_iter().next()) else {
            return Ok(None);
        };
        let sources = columns.sources.as_ref().map(|column| stored::sources(column, at.doc_id)).unwrap_or_default();
        let outline = self.outline(At::Index(at));
        let article = Wording::of(None).article(&document, sources, &outline);
        let publisher = columns.publisher.first(at.doc_id).unwrap_or(NOBODY);
        let cut = Cut { article, outline, publisher, aside: Vec::new() }.judged(repeats);
        Ok(Some(Rewrite { key, document, cut }))
    }
}

/// The documents of a segment that have one of these keys.
fn of_keys(segment: &SegmentReader, keys: &[Key]) -> Result<HashSet<DocId>, IndexError> {
    let mut docs = HashSet::new();
    if keys.is_empty() {
        return Ok(docs);
    }
    let field = segment.schema().get_field(KEY)?;
    let inverted = segment.inverted_index(field)?;
    for key in keys {
        let postings = inverted.read_postings(&Term::from_field_text(field, key), IndexRecordOption::Basic);
        if let Some(mut postings) = postings.map_err(tantivy::TantivyError::from)? {
            while postings.doc() != TERMINATED {
                docs.insert(postings.doc());
                postings.advance();
            }
        }
    }
    Ok(docs)
}
