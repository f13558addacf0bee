//! A user's own rules for sites: where the text is, what to drop and to keep, where the facts stand.
//!
//! They are written in a TOML file, which somebody else reads: this module takes its text.
//!
//! ```toml
//! [site."example.org"]             # and all its subdomains
//! content = "div.story"            # the text is here and nowhere else
//! drop = [".promo", "aside.box"]   # never part of it
//! keep = ".timeline"               # always part of it, whatever rules but `drop` say
//! title = "h1.hed"
//! date = "time.published"
//! section = ".kicker"
//! author = ".byline a"
//!
//! [sections]                       # other names of sections, on all sites
//! Mideast = "Middle East"
//! ```
//!
//! A selector is one of CSS; where a list of them is given, the first that finds something counts for facts, and all of
//! them for `content`, `drop` and `keep`.

mod apply;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde::Deserialize;
use toml::{Spanned, Value};
use url::Host;

use crate::extract::dom::Selector;
use crate::extract::text;
pub(crate) use apply::{Overrides, rename_sections};

/// The rules of a file.
#[derive(Debug)]
pub struct UserRules {
    /// How the file is called.
    pub(crate) name: String,
    sites: Vec<SiteRules>,
    /// The folded name of a section, and what it is called instead.
    sections: BTreeMap<String, String>,
    fingerprint: u64,
}

/// The rules for one site.
#[derive(Debug)]
pub(crate) struct SiteRules {
    pub(crate) host: String,
    /// How many pages of the site were met.
    pub(crate) met: AtomicUsize,
    pub(crate) content: Vec<Sought>,
    pub(crate) drop: Vec<Sought>,
    pub(crate) keep: Vec<Sought>,
    pub(crate) title: Vec<Sought>,
    pub(crate) date: Vec<Sought>,
    pub(crate) section: Vec<Sought>,
    pub(crate) author: Vec<Sought>,
}

/// A selector, and how it fared on the pages so far.
#[derive(Debug)]
pub(crate) struct Sought {
    pub(crate) selector: Selector,
    /// On how many pages it was looked for: where another of its list was found first, it was not.
    tried: AtomicUsize,
    found: AtomicBool,
}

/// The selectors for a site that found nothing on any of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// How the file of the rules is called.
    pub file: String,
    /// The host that the rules are for.
    pub site: String,
    /// Each selector with its key, as in `drop = .promo`.
    pub selectors: Vec<String>,
}

impl Sought {
    fn new(selector: Selector) -> Sought {
        Sought { selector, tried: AtomicUsize::new(0), found: AtomicBool::new(false) }
    }

    pub(crate) fn note(&self, found: bool) {
        self.tried.fetch_add(1, Ordering::Relaxed);
        self.found.fetch_or(found, Ordering::Relaxed);
    }

    fn is_idle(&self, pages: usize) -> bool {
        !self.found.load(Ordering::Relaxed) && self.tried.load(Ordering::Relaxed) == pages
    }
}

impl SiteRules {
    fn by_key(&self) -> [(&'static str, &[Sought]); 7] {
        let SiteRules { host: _, met: _, content, drop, keep, title, date, section, author } = self;
        [
            ("content", content),
            ("drop", drop),
            ("keep", keep),
            ("title", title),
            ("date", date),
            ("section", section),
            ("author", author),
        ]
    }

    /// The selectors that were looked for on all pages that were met, and found on none.
    fn idle(&self, file: &str) -> Option<Idle> {
        let pages = self.met.load(Ordering::Relaxed);
        let idle = |(key, list): (&str, &[Sought])| -> Vec<String> {
            let idle = list.iter().filter(|sought| sought.is_idle(pages));
            idle.map(|sought| format!("{key} = {}", sought.selector.css())).collect()
        };
        let selectors: Vec<String> = self.by_key().into_iter().flat_map(idle).collect();
        let is_told = pages > 0 && !selectors.is_empty();
        is_told.then(|| Idle { file: file.to_owned(), site: self.host.clone(), selectors })
    }
}

/// What is wrong with a file of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}{}: {reason}", line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct UserRulesError {
    /// How the file is called.
    pub name: String,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    site: BTreeMap<Spanned<String>, SiteTable>,
    #[serde(default)]
    sections: BTreeMap<String, Spanned<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteTable {
    content: Option<Spanned<Value>>,
    drop: Option<Spanned<Value>>,
    keep: Option<Spanned<Value>>,
    title: Option<Spanned<Value>>,
    date: Option<Spanned<Value>>,
    section: Option<Spanned<Value>>,
    author: Option<Spanned<Value>>,
}

impl UserRules {
    /// Reads the text of a file; `name` is what the file is called in errors and in traces.
    ///
    /// # Errors
    /// [`UserRulesError`] with file and line where the text is no TOML, a key is unknown, a site is no host, or a selector is
    /// none.
    ///
    /// ```
    /// use pressmark::extract::UserRules;
    /// let error = UserRules::parse("rules.toml", "[site.\"a.example\"]\ncontent = \"div[\"").unwrap_err();
    /// assert!(error.to_string().starts_with("rules.toml:2: `content` of a.example: `div[` is no CSS selector"));
    /// ```
    pub fn parse(name: &str, text: &str) -> Result<UserRules, UserRulesError> {
        let source = Source { name, text };
        let file: File = toml::from_str(text).map_err(|error| source.broken(&error))?;
        let mut tables: Vec<_> = file.site.into_iter().collect();
        tables.sort_by_key(|(host, _)| host.span().start);
        let mut sites: Vec<SiteRules> = Vec::new();
        for (host, table) in tables {
            let (at, written) = (host.span().start, host.get_ref().clone());
            let rules = source.site(host, table)?;
            if sites.iter().any(|other| other.host == rules.host) {
                let same = format!("`{written}` is a site that has a table above; write its rules in one table");
                return Err(source.error(at, same));
            }
            sites.push(rules);
        }
        // The longest host that fits a page is the one meant for it.
        sites.sort_by(|a, b| b.host.len().cmp(&a.host.len()).then_with(|| a.host.cmp(&b.host)));
        let mut sections = BTreeMap::new();
        for (other, value) in file.sections {
            let at = value.span().start;
            match value.into_inner() {
                Value::String(section) if !section.trim().is_empty() => {
                    sections.insert(text::folded(&other), section.trim().to_owned());
                }
                _ => {
                    return Err(source.error(
                        at,
                        format!("`{other}` in [sections] must be the name of a section, in quotation marks"),
                    ));
                }
            }
        }
        let mut rules = UserRules { name: name.to_owned(), sites, sections, fingerprint: 0 };
        rules.fingerprint = fingerprint(&rules);
        Ok(rules)
    }

    /// A number that is another where the rules are: for telling what was read by other rules. 0 where there is no rule.
    /// The file's name, comments and order count for nothing.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The sites of the rules of which no page was read yet: where all pages were, their hosts may be misspelt.
    pub(crate) fn unmet(&self) -> Vec<&str> {
        let unmet = self.sites.iter().filter(|site| site.met.load(Ordering::Relaxed) == 0);
        unmet.map(|site| site.host.as_str()).collect()
    }

    /// Of each site of which pages were read, the selectors that found nothing on any of them.
    pub(crate) fn idle(&self) -> Vec<Idle> {
        self.sites.iter().filter_map(|site| site.idle(&self.name)).collect()
    }

    /// The rules for the site of a host: those of the host itself or of the nearest domain above it.
    pub(crate) fn of_host(&self, host: &str) -> Option<&SiteRules> {
        let below = |site: &SiteRules| {
            host.strip_suffix(site.host.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.sites.iter().find(|site| below(site))
    }

    /// What a section is called instead, if it is.
    pub(crate) fn section(&self, name: &str) -> Option<&str> {
        if self.sections.is_empty() {
            return None;
        }
        self.sections.get(&text::folded(name)).map(String::as_str)
    }
}

/// A file that is being read.
struct Source<'s> {
    name: &'s str,
    text: &'s str,
}

impl Source<'_> {
    fn error(&self, at: usize, reason: String) -> UserRulesError {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        UserRulesError { name: self.name.to_owned(), line: Some(line), reason }
    }

    /// What the TOML reader has to say; of an unknown key, also which there are.
    fn broken(&self, error: &toml::de::Error) -> UserRulesError {
        let reason = error.message().lines().collect::<Vec<_>>().join("; ");
        match error.span() {
            Some(span) => self.error(span.start, reason),
            None => UserRulesError { name: self.name.to_owned(), line: None, reason },
        }
    }

    fn site(&self, host: Spanned<String>, table: SiteTable) -> Result<SiteRules, UserRulesError> {
        let at = host.span().start;
        let host = host.into_inner();
        let plain = host.trim().trim_end_matches('.').to_lowercase();
        let is_host = plain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-')) && !plain.is_empty();
        // Addresses have other letters than those of ASCII in Punycode.
        let Some(plain) = Host::parse(&plain).ok().filter(|_| is_host).map(|host| host.to_string()) else {
            return Err(
                self.error(at, format!("a site is named by its host, such as \"example.org\", and not `{host}`"))
            );
        };
        let read = |key: &str, value: Option<Spanned<Value>>| self.selectors(&host, key, value);
        Ok(SiteRules {
            content: read("content", table.content)?,
            drop: read("drop", table.drop)?,
            keep: read("keep", table.keep)?,
            title: read("title", table.title)?,
            date: read("date", table.date)?,
            section: read("section", table.section)?,
            author: read("author", table.author)?,
            met: AtomicUsize::new(0),
            host: plain.strip_prefix("www.").unwrap_or(&plain).to_owned(),
        })
    }

    fn selectors(&self, host: &str, key: &str, value: Option<Spanned<Value>>) -> Result<Vec<Sought>, UserRulesError> {
        let Some(value) = value else { return Ok(Vec::new()) };
        let at = value.span().start;
        let error = |what: String| self.error(at, format!("`{key}` of {host}: {what}"));
        let values = match value.into_inner() {
            Value::Array(values) => values,
            value => vec![value],
        };
        let read = |value| match value {
            Value::String(css) => Selector::parse(&css).map(Sought::new).ok_or_else(|| {
                error(format!("`{css}` is no CSS selector; such are div.story, #main p, time[datetime]"))
            }),
            other => Err(error(format!(
                "must be a selector in quotation marks or a list of them, and is of type {}",
                other.type_str()
            ))),
        };
        values.into_iter().map(read).collect()
    }
}

/// FNV-1a over what the rules say.
fn fingerprint(rules: &UserRules) -> u64 {
    if rules.sites.is_empty() && rules.sections.is_empty() {
        return 0;
    }
    let site = |site: &SiteRules| {
        let css = |list: &[Sought]| list.iter().map(|sought| sought.selector.css()).collect::<Vec<_>>().join("\0");
        let lists = site.by_key().map(|(_, list)| css(list));
        format!("{}\n{}\n", site.host, lists.join("\n"))
    };
    let sections = rules.sections.iter().map(|(other, section)| format!("{other}\0{section}\n"));
    let text: String = rules.sites.iter().map(site).chain(sections).collect();
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<UserRules, String> {
        UserRules::parse("rules.toml", text).map_err(|error| error.to_string())
    }

    #[test]
    fn the_nearest_domain_counts() {
        let rules = parse("[site.'example.org']\ncontent = 'p'\n[site.'blog.example.org']\ndrop = ['a', 'b']").unwrap();
        let host = |host| rules.of_host(host).map(|site| site.host.as_str());
        assert_eq!(host("example.org"), Some("example.org"));
        assert_eq!(host("www.example.org"), Some("example.org"));
        assert_eq!(host("old.blog.example.org"), Some("blog.example.org"));
        assert_eq!(host("counterexample.org"), None);
        assert_eq!(host("org"), None);
    }

    #[test]
    fn letters_of_all_alphabets_name_the_host_of_an_address() {
        let rules = parse("[site.'www.München.example']\ncontent = 'p'").unwrap();
        let page = url::Url::parse("https://münchen.example/x").unwrap();
        assert!(rules.of_host(page.host_str().unwrap()).is_some());
    }

    #[test]
    fn mistakes_are_named_with_their_line_and_what_would_be_right() {
        for (text, message) in [
            (
                "[site.'a.example']\ncontnt = 'p'",
                "rules.toml:2: unknown field `contnt`, expected one of `content`, `drop`",
            ),
            ("\n[sites.'a.example']", "rules.toml:2: unknown field `sites`, expected `site` or `sections`"),
            ("[site.'a.example']\n\ndrop = ['p', 'a[']", "rules.toml:3: `drop` of a.example: `a[` is no CSS selector"),
            ("[site.'a.example']\ndate = 3", "rules.toml:2: `date` of a.example: must be a selector"),
            ("[site.'https://a.example/x']\ndate = 'p'", "rules.toml:1: a site is named by its host"),
            (
                "[site.'a.example']\ndate = 'p'\n[site.'A.Example']\ndrop = 'p'",
                "rules.toml:3: `A.Example` is a site that has a table above",
            ),
            (
                "[site.'www.a.example']\ndate = 'p'\n\n[site.'a.example']\ndrop = 'p'",
                "rules.toml:4: `a.example` is a site that has a table above",
            ),
            ("[sections]\nMideast = ''", "rules.toml:2: `Mideast` in [sections] must be the name"),
            ("[site", "rules.toml:1: "),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
    }

    #[test]
    fn the_fingerprint_is_that_of_what_the_rules_say() {
        let of = |text| parse(text).unwrap().fingerprint();
        assert_eq!(of("# nothing\n"), 0);
        assert_eq!(of("[site.'a.example']\ndrop = 'p'"), of("# mine\n[site]\n'a.example' = { drop = ['p'] }"));
        assert_ne!(of("[site.'a.example']\ndrop = 'p'"), of("[site.'a.example']\nkeep = 'p'"));
        assert_ne!(of("[sections]\na = 'B'"), of("[sections]\na = 'C'"));
    }

    #[test]
    fn sections_are_found_in_any_case() {
        let rules = parse("[sections]\nMideast = 'Middle East'").unwrap();
        assert_eq!(rules.section("MIDEAST"), Some("Middle East"));
        assert_eq!(rules.section("East"), None);
    }
}
