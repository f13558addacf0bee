//! What is asked of an index.

use std::collections::HashSet;

use super::facets::Facet;
use super::period::Period;
use super::query::{Clause, Form, Leaf, Node, Occur, Scope};
use super::timeline::Unit;
use super::weights::Weights;

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
    /// Sections, any of which an article must have; whole names in any case, or with `*` for any letters.
    pub sections: Vec<String>,
    /// Sites, any of which an article must be from; names or hosts, or with `*`.
    pub sites: Vec<String>,
    /// Authors, any of whom an article must have; whole names or words of them.
    pub authors: Vec<String>,
    /// Languages, any of which an article must be in.
    pub langs: Vec<String>,
    /// What an article must look like, any of these: `article`, `forum`, …
    pub kinds: Vec<String>,
    /// Days of which an article must be.
    pub period: Period,
    /// Requests that an article must match as well, whatever it ranks there: the results to search within.
    pub within: Vec<Request>,
    /// Identities of articles that are to be left out: those seen already.
    pub except: HashSet<String>,
    /// The order of hits.
    pub sort: Sort,
    /// Whether recent articles are preferred among those that match about as well.
    pub prefer_recent: bool,
    /// Whether words that the best matches have in common are searched for as well.
    pub expand: bool,
    /// How many hits are wanted.
    pub limit: usize,
    /// How many of the best are passed over.
    pub offset: usize,
    /// Whether articles that say nearly the same are hits of their own, not copies of the best of them.
    pub all_copies: bool,
    /// What to count the matching articles by.
    pub facets: Vec<Facet>,
    /// Whether, and in which spans, to count the matching articles over time.
    pub timeline: Option<Unit>,
    /// Whether to say what each score is made of.
    pub explain: bool,
    /// What counts for how much in the rank.
    pub weights: Weights,
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
            kinds: Vec::new(),
            period: Period::default(),
            within: Vec::new(),
            except: HashSet::new(),
            sort: Sort::default(),
            prefer_recent: false,
            expand: false,
            limit: 10,
            offset: 0,
            all_copies: false,
            facets: Vec::new(),
            timeline: None,
            explain: false,
            weights: Weights::default(),
        }
    }

    /// The filters as clauses of a query, each of which must hold.
    pub(super) fn filters(&self) -> Vec<Clause> {
        let fields = [
            (Scope::Section, &self.sections),
            (Scope::Site, &self.sites),
            (Scope::Author, &self.authors),
            (Scope::Lang, &self.langs),
            (Scope::Kind, &self.kinds),
        ];
        let given = fields.into_iter().filter(|(_, values)| !values.is_empty());
        let any = |(field, values): (Scope, &Vec<String>)| Clause {
            occur: Occur::Must,
            node: Node::Any(values.iter().map(|value| Node::Leaf(filter(field, value))).collect()),
        };
        let mut filters: Vec<Clause> = given.map(any).collect();
        if !self.period.is_open() {
            filters.push(dated(self.period));
        }
        filters
    }
}

fn filter(field: Scope, value: &str) -> Leaf {
    let form = if value.contains('*') { Form::Pattern } else { Form::Word };
    Leaf { form, ..Leaf::new(field, value) }
}

/// Published in a period; of an open one, everything.
pub(super) fn dated(period: Period) -> Clause {
    Clause { occur: Occur::Must, node: Node::Leaf(Leaf::new(Scope::Date(period), "")) }
}
