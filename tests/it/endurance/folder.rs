//! A folder of saved pages that changes, and what an index of it may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

use super::pages;
use crate::command::Desk;
use crate::random::Random;

/// An article in one of its editions.
pub type Version = (usize, usize);

/// What stands below some articles, and is no part of any once enough pages of the site have it.
pub const PITCH: &str = "Our reports are paid for by readers like you, and by nobody who could tell us what to write.";

/// An edition of an article as a saved page. One in eight has [`PITCH`] below it: of a few dozen pages, which change, that
/// is now enough to repeat, and now it is not.
pub fn html((number, edition): Version) -> String {
    let page = pages::html(number, edition);
    if (number + edition) % 8 == 0 { page.replace("</article>", &format!("<p>{PITCH}</p></article>")) } else { page }
}

/// Files of saved pages in the folder `corpus` of a desk.
pub struct Folder {
    pub desk: Desk,
    /// The articles in each file: one in a page, several in an archive.
    files: BTreeMap<String, Vec<Version>>,
    /// The next article that nobody has saved yet.
    next: usize,
    /// Times are set, not taken from the clock, whose steps are too coarse to tell two changes apart.
    clock: u64,
}

/// So many articles are in an archive.
const IN_ARCHIVE: usize = 5;

impl Folder {
    pub fn new(files: usize) -> Folder {
        let mut folder = Folder { desk: Desk::new(), files: BTreeMap::new(), next: 0, clock: 1_700_000_000 };
        (0..files).for_each(|n| folder.add(n));
        folder
    }

    /// Saves something new: a page, or each tenth time an archive.
    fn add(&mut self, n: usize) {
        let (name, count) = if n % 10 == 9 {
            (format!("a{}.warc", self.next), IN_ARCHIVE)
        } else {
            (format!("p{}.html", self.next), 1)
        };
        let versions = (self.next..self.next + count).map(|number| (number, 0)).collect();
        self.next += count;
        self.save(&name, versions);
    }

    fn save(&mut self, name: &str, versions: Vec<Version>) {
        let page = |version: &Version| (pages::address(version.0), html(*version));
        let content = match &versions[..] {
            [version] if !name.ends_with("warc") => page(version).1,
            _ => pages::warc(versions.iter().map(page)),
        };
        self.desk.write(&format!("corpus/{name}"), content);
        self.clock += 1;
        let file =
            std::fs::File::options().append(true).open(self.desk.path(&format!("corpus/{name}"))).expect("a file");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(self.clock)).expect("a time");
        self.files.insert(name.to_owned(), versions);
    }

    /// Changes so many files: new editions most of all, some new pages, some gone, some saved a second time.
    pub fn change(&mut self, random: &mut Random, files: usize) {
        for n in 0..files {
            let names: Vec<String> = self.files.keys().cloned().collect();
            let name = random.one(&names);
            let versions = self.files[name].clone();
            match random.below(8) {
                0 => self.add(n),
                1 if names.len() > 5 => {
                    std::fs::remove_file(self.desk.path(&format!("corpus/{name}"))).expect("a removed file");
                    self.files.remove(name);
                }
                2 if versions.len() == 1 => self.save(&format!("again-{name}"), versions),
                _ => self.save(name, versions.into_iter().map(|(number, edition)| (number, edition + 1)).collect()),
            }
        }
    }

    /// Which article stands under which path.
    pub fn articles(&self) -> BTreeMap<String, Version> {
        let each = |(name, versions): (&String, &Vec<Version>)| {
            let path = |number| match name.ends_with("warc") {
                true => format!("corpus/{name}!{}", pages::address(number)),
                false => format!("corpus/{name}"),
            };
            versions.iter().map(|&version| (path(version.0), version)).collect::<Vec<_>>()
        };
        self.files.iter().flat_map(each).collect()
    }

    /// The articles that stand in more than one file, of which an index holds the best only.
    pub fn saved_twice(&self) -> BTreeSet<usize> {
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for &(number, _) in self.files.values().flatten() {
            if !once.insert(number) {
                twice.insert(number);
            }
        }
        twice
    }
}
