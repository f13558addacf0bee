//! Pages that are extracted and not indexed, beside the other pages of their sites that an index has.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use tantivy::Searcher;

use super::bare::Bare;
use super::error::{IndexError, guarded};
use super::keys::{Key, Keys, page_key};
use super::payload::Payload;
use super::repeats::Library;
use crate::article::Article;
use crate::extract::repeats::{Outline, Shortened, Site, folder, site_of};
use crate::read::Found;

/// The pages of an index, of which pages that are extracted by themselves are neighbours: so it is known what repeats over the
/// sites of these, which one page cannot tell.
///
/// What is taken out of a page is what the next run of [`index`](crate::index()) would take out of it. A page that the index has
/// counts once, as it is now. One that it does not have counts as one more of its site, but for one that is not indexed: a known
/// copy of another, or one without a text of its own.
///
/// ```
/// use pressmark::{IndexOptions, extract::explain, index, index::Neighbours, read};
/// # let dir = tempfile::tempdir()?;
/// # let pages = dir.path().join("pages");
/// # std::fs::create_dir(&pages)?;
/// # for n in 0..8 {
/// #     std::fs::write(pages.join(format!("{n}.html")), format!("<h1>Report {n}</h1><p>The river commission said on Monday that
/// #         barrage {n} would be closed until the spring, for repairs to its gates.</p><p>The map of the locks is drawn by those
/// #         who walk the towpath every year, and who write to us of what they see.</p>"))?;
/// # }
/// let place = dir.path().join("index");
/// index(&[&pages], &place, &IndexOptions::default(), |_event| {})?;
///
/// let found = &read::walk(&[pages.join("3.html")])?.found[0];
/// let mut explained = None;
/// read::records(found, &Default::default(), &mut |record| explained = record.page.ok().map(|page| explain(&page)))?;
/// let (article, mut trace) = explained.unwrap();
/// let (article, dropped) = Neighbours::open(&place)?.take_out(vec![(found, article)])?.remove(0);
/// assert_eq!(article.blocks.len(), 1);
/// assert_eq!(dropped[0].1.note.as_deref(), Some("seen on 8 of 8 pages"));
/// trace.drop_kept(dropped);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Neighbours {
    dir: PathBuf,
    searcher: Searcher,
    keys: Keys,
    payload: Payload,
    /// The pages given so far that count. They stand in place of those of the index that have their keys.
    given: BTreeMap<Key, Given>,
}

struct Given {
    publisher: u64,
    outline: Outline,
}

impl Neighbours {
    /// Those in the index in a directory, as its last commit left it.
    ///
    /// # Errors
    /// Those of opening an index: see [`open`](super::open()).
    pub fn open(dir: &Path) -> Result<Neighbours, IndexError> {
        guarded(&[dir], || {
            let index = super::open(dir)?;
            let payload = Payload::read(index.load_metas()?.payload.as_deref());
            let searcher = index.reader_builder().try_into()?.searcher();
            let (keys, given) = (Keys::new(dir), BTreeMap::new());
            Ok(Neighbours { dir: dir.to_owned(), searcher, keys, payload, given })
        })
    }

    /// Whether the index judges each page by itself, as [`IndexOptions::page_by_page`](super::IndexOptions::page_by_page) has it:
    /// then nothing is taken out of any.
    pub fn is_page_by_page(&self) -> bool {
        self.payload.page_by_page
    }

    /// The articles of pages, each with the file in which the page was found, without what repeats over their sites,
    /// in their order. Pages of earlier calls count as well.
    ///
    /// # Errors
    /// [`IndexError::Engine`] or [`IndexError::Damaged`] when the index is damaged.
    pub fn take_out(&mut self, pages: Vec<(&Found, Article)>) -> Result<Vec<Shortened>, IndexError> {
        let publishers: Vec<u64> = pages.iter().map(|(found, article)| self.add(found, article)).collect();
        let sites =
            if self.is_page_by_page() { HashMap::new() } else { self.sites(publishers.iter().copied().collect())? };
        let judged = |((_, article), publisher): ((&Found, Article), u64)| match sites.get(&publisher) {
            Some(site) => site.take_out(article),
            None => (article, Vec::new()),
        };
        Ok(pages.into_iter().zip(publishers).map(judged).collect())
    }

    /// Adds a page to its site; what stands for that comes back.
    fn add(&mut self, found: &Found, article: &Article) -> u64 {
        let key = page_key(&self.keys.key(&found.place), &found.path, &article.path);
        let publisher = site_of(article, folder(&key));
        if Bare::of(article).is_none() && !self.payload.copies.contains_key(&*key) {
            self.given.insert(key, Given { publisher, outline: Outline::of(article) });
        }
        publisher
    }

    /// What repeats over these sites.
    fn sites(&self, publishers: HashSet<u64>) -> Result<HashMap<u64, Site>, IndexError> {
        let keys: Vec<Key> = self.given.keys().cloned().collect();
        guarded(&[&self.dir], || {
            let mut library = Library::open(&self.searcher, Some(&publishers), &keys)?;
            self.given.values().for_each(|page| library.hold(page.publisher, &page.outline));
            Ok(publishers.iter().map(|publisher| (*publisher, library.learn(*publisher))).collect())
        })
    }
}
