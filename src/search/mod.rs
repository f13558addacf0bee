//! From a query to ranked [`Hits`].

mod facets;
mod period;
mod plan;
mod query;
mod snippet;
mod stats;

use std::path::Path;
use std::time::Instant;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::Query as EngineQuery;
use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, DocId, IndexReader, ReloadPolicy, Score, SegmentReader, TantivyDocument, Term};

pub use facets::Facet;
pub use period::{Period, PeriodError};
pub use query::{Atom, Clause, Occur, Query, Scope};

use crate::hit::{Hit, Hits};
use crate::index::payload::copies;
use crate::index::schema::{DATE, TIE};
use crate::index::{self, Copy, Fields, IndexError};
use crate::stats::Stats;
use facets::FacetCounts;
use plan::{Planner, Wanted};
use snippet::Passages;

/// No more hits than this are ranked at once, offset included.
pub const MOST_HITS: usize = 10_000;

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first.
    #[default]
    Relevance,
    /// The last published first; those without a date at the end.
    Newest,
    /// The first published first; those without a date at the end.
    Oldest,
}

/// What is asked of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The query as typed; empty asks for everything that the filters let through.
    pub query: String,
    /// Sections, any of which an article must have; whole names in any case.
    pub sections: Vec<String>,
    /// Sites, any of which an article must be from; names or hosts.
    pub sites: Vec<String>,
    /// Authors, any of whom an article must have; whole names or words of them.
    pub authors: Vec<String>,
    /// Languages, any of which an article must be in.
    pub langs: Vec<String>,
    /// Days of which an article must be.
    pub period: Period,
    /// The order of hits.
    pub sort: Sort,
    /// How many hits are wanted.
    pub limit: usize,
    /// How many of the best are passed over.
    pub offset: usize,
    /// What to count the matching articles by.
    pub facets: Vec<Facet>,
}

impl Request {
    /// A request for the ten best matches of a query.
    ///
    /// ```
    /// use pressmark::search::{Period, Request};
    /// let request = Request { period: Period::parse("2024..")?, ..Request::new("water treaty") };
    /// assert_eq!(request.limit, 10);
    /// # Ok::<(), pressmark::search::PeriodError>(())
    /// ```
    pub fn new(query: impl Into<String>) -> Request {
        Request {
            query: query.into(),
            sections: Vec::new(),
            sites: Vec::new(),
            authors: Vec::new(),
            langs: Vec::new(),
            period: Period::default(),
            sort: Sort::default(),
            limit: 10,
            offset: 0,
            facets: Vec::new(),
        }
    }

    fn filters(&self) -> Vec<Clause> {
        let atom = |field: Scope, text: &String| Atom { field, text: text.clone(), phrase: false };
        let any = |field: Scope, texts: &[String]| Clause {
            occur: Occur::Must,
            any: texts.iter().map(|t| atom(field, t)).collect(),
        };
        let mut filters = vec![
            any(Scope::Section, &self.sections),
            any(Scope::Site, &self.sites),
            any(Scope::Author, &self.authors),
            any(Scope::Lang, &self.langs),
        ];
        filters.retain(|clause| !clause.any.is_empty());
        if !self.period.is_open() {
            filters.push(any(Scope::Date(self.period), &[String::new()]));
        }
        filters
    }
}

/// An index open for searching. Cheap to search many times; may be shared between threads.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
}

/// Opens an index, asks once, and closes it again.
///
/// # Errors
/// Those of [`Searcher::open`] and [`Searcher::search`].
///
/// ```
/// use pressmark::search::Request;
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("index");
/// # pressmark::index(&["corpus"], &path, &pressmark::IndexOptions::default(), |_| {})?;
/// let hits = pressmark::search(&path, &Request::new("ferry subsidy"))?;
/// for hit in &hits.hits {
///     println!("{} {}", hit.title.as_deref().unwrap_or("(no title)"), hit.snippet.text);
/// }
/// assert!(hits.total > 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn search(dir: &Path, request: &Request) -> Result<Hits, IndexError> {
    Searcher::open(dir)?.search(request)
}

impl Searcher {
    /// Opens the index in a directory, as its last commit left it.
    ///
    /// # Errors
    /// [`IndexError::NotFound`], [`IndexError::NotAnIndex`], [`IndexError::Version`], [`IndexError::Analysis`],
    /// [`IndexError::Engine`].
    pub fn open(dir: &Path) -> Result<Searcher, IndexError> {
        let index = index::open(dir)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Searcher { reader, fields: index::schema().1 })
    }

    /// How many articles are in the index.
    pub fn len(&self) -> usize {
        self.reader.searcher().num_docs() as usize
    }

    /// Whether no article is in the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the index holds: how many articles, of which kinds and languages, which facts from which sources.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn stats(&self) -> Result<Stats, IndexError> {
        Ok(Stats { copies: self.copies()?.len(), ..stats::stats(&self.reader.searcher())? })
    }

    /// The paths of the articles that lack a fact, in order. `fact` is one of [`FACTS`](crate::stats::FACTS).
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn lacking(&self, fact: &str) -> Result<Vec<String>, IndexError> {
        stats::lacking(&self.reader.searcher(), fact)
    }

    /// The pages that were read and are not in the index, because a better copy of the same article is.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged.
    pub fn copies(&self) -> Result<Vec<Copy>, IndexError> {
        let metas = self.reader.searcher().index().load_metas()?;
        Ok(copies(metas.payload.as_deref()))
    }

    /// Ranks the articles that match.
    ///
    /// # Errors
    /// [`IndexError::Engine`] when the index is damaged. A query as such is never an error.
    pub fn search(&self, request: &Request) -> Result<Hits, IndexError> {
        let started = Instant::now();
        let query = Query::parse(&request.query);
        let searcher = self.reader.searcher();
        let planner = Planner { searcher: &searcher, fields: &self.fields, wanted: Wanted::default() };
        let filters = request.filters();
        let nothing_typed = request.query.trim().is_empty();
        let plan = if nothing_typed && filters.is_empty() {
            planner.plan(&everything(), &filters)?
        } else {
            planner.plan(&query, &filters)?
        };
        // Where nothing ranks, the latest is the best.
        let sort = match request.sort {
            Sort::Relevance if plan.wanted == Wanted::default() => Sort::Newest,
            sort => sort,
        };
        let mut hits = Hits { query: request.query.clone(), problems: query.problems, ..Hits::default() };
        let ranked = self.rank(&searcher, plan.query.as_ref(), request, sort, &mut hits)?;
        let rarity = |term: &str| self.rarity(&searcher, term);
        let mut passages = Passages::new(&plan.wanted, rarity);
        for (score, address) in ranked {
            let document: TantivyDocument = searcher.doc(address)?;
            hits.hits.push(self.hit(&document, score, &mut passages));
        }
        hits.took_ms = started.elapsed().as_secs_f64() * 1000.0;
        Ok(hits)
    }

    /// Counts the matches and ranks the best of them; ties are broken by a number of the article's own, so that the
    /// order does not depend on how the index was built.
    fn rank(
        &self,
        searcher: &tantivy::Searcher,
        query: &dyn EngineQuery,
        request: &Request,
        sort: Sort,
        hits: &mut Hits,
    ) -> Result<Vec<(Score, DocAddress)>, IndexError> {
        let counts = FacetCounts(request.facets.clone());
        let wanted = request.offset.saturating_add(request.limit).min(MOST_HITS);
        if wanted == 0 {
            let (total, counts) = searcher.search(query, &(Count, counts))?;
            (hits.total, hits.facets) = (total, facets::values(&request.facets, counts));
            return Ok(Vec::new());
        }
        let top = TopDocs::with_limit(wanted).tweak_score(sort_key(sort));
        let (total, top, counts) = searcher.search(query, &(Count, top, counts))?;
        (hits.total, hits.facets) = (total, facets::values(&request.facets, counts));
        Ok(top.into_iter().skip(request.offset).map(|((_, score, _), address)| (score, address)).collect())
    }

    /// The BM25 weight of a term: how much rarer than common it is.
    fn rarity(&self, searcher: &tantivy::Searcher, term: &str) -> f32 {
        let with = searcher.doc_freq(&Term::from_field_text(self.fields.text, term)).unwrap_or(0) as f32;
        let all = searcher.num_docs() as f32;
        (1.0 + (all - with.min(all) + 0.5) / (with + 0.5)).ln()
    }

    fn hit(&self, document: &TantivyDocument, score: Score, passages: &mut Passages) -> Hit {
        let f = &self.fields;
        let text = |field: Field| document.get_first(field).and_then(|v| v.as_str()).map(str::to_owned);
        let list = |field: Field| -> Vec<String> {
            document.get_all(field).filter_map(|v| v.as_str()).map(str::to_owned).collect()
        };
        let passage = passages.best(&text(f.body).unwrap_or_default(), &list(f.headings));
        Hit {
            id: text(f.id).unwrap_or_default(),
            path: text(f.path).unwrap_or_default(),
            url: text(f.url),
            title: text(f.title).filter(|t| !t.is_empty()),
            authors: list(f.author),
            site: text(f.site),
            sections: list(f.section),
            date: text(f.date_text),
            lang: text(f.lang),
            kind: text(f.kind),
            score,
            heading: passage.heading,
            snippet: passage.snippet,
            ..Hit::default()
        }
    }
}

/// The query that excludes nothing.
fn everything() -> Query {
    let all = Atom { field: Scope::Date(Period::default()), text: String::new(), phrase: false };
    Query { clauses: vec![Clause { occur: Occur::Must, any: vec![all] }], problems: Vec::new() }
}

type SortKey = (i64, Score, u64);

/// The key by which hits are ordered, greatest first.
fn sort_key(sort: Sort) -> impl Fn(&SegmentReader) -> Box<dyn Fn(DocId, Score) -> SortKey> + Send + Sync + 'static {
    move |segment: &SegmentReader| {
        let fast = segment.fast_fields();
        let (days, ties) = (fast.date(DATE).ok(), fast.u64(TIE).ok());
        Box::new(move |doc, score| {
            let day = || days.as_ref().and_then(|d| d.first(doc)).map(|d| d.into_timestamp_secs());
            let first = match sort {
                Sort::Relevance => 0,
                Sort::Newest => day().unwrap_or(i64::MIN),
                Sort::Oldest => day().map_or(i64::MIN, |day| -day),
            };
            let tie = ties.as_ref().and_then(|t| t.first(doc)).unwrap_or(0);
            (first, score, tie)
        })
    }
}
