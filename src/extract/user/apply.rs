//! A user's rules on a page: which of its nodes they name, and what they say of its facts.

use std::sync::atomic::Ordering;

use url::Url;

use super::{SiteRules, Sought, UserRules};
use crate::article::{Article, Fact};
use crate::extract::blocks::Draft;
use crate::extract::dom::{Document, Dom, NodeId};
use crate::extract::elements::prune::Pruned;
use crate::extract::facts::{self, Ruled, structured::Structured};
use crate::extract::text;
use crate::extract::trace::Cutting;
use crate::page::Page;

const DROP: (&str, &str) = ("user.drop", "Your own rules for this site drop it.");
const OUTSIDE: (&str, &str) = ("user.content", "Your own rules for this site say that the text is elsewhere.");

/// The rules for a page's site, as they bear on the page.
pub(crate) struct Overrides<'r> {
    rules: &'r UserRules,
    site: &'r SiteRules,
    /// For each node, whether it is in the content, and whether it is to be kept; empty where the rules say nothing of it or
    /// find nothing.
    content: Vec<bool>,
    keep: Vec<bool>,
    drop: Vec<NodeId>,
    /// Which rules were used, and which found nothing, for the trace.
    used: Vec<String>,
}

impl<'r> Overrides<'r> {
    /// Those for a page, if its site has any: that of its own address, or of the one that it was saved from.
    pub(crate) fn of(
        rules: Option<&'r UserRules>,
        page: &Page,
        structured: &Structured,
        document: &Document,
        dom: &Dom,
    ) -> Option<Overrides<'r>> {
        let rules = rules?;
        let said = [structured.link("canonical"), structured.meta("og:url"), page.saved.url.as_deref()];
        let hosts =
            said.into_iter().flatten().filter_map(|url| Some(Url::parse(url.trim()).ok()?.host_str()?.to_lowercase()));
        let site = hosts.filter_map(|host| rules.of_host(&host)).next()?;
        site.met.fetch_add(1, Ordering::Relaxed);
        let mut overrides =
            Overrides { rules, site, content: Vec::new(), keep: Vec::new(), drop: Vec::new(), used: Vec::new() };
        let content = overrides.all("content", &site.content, document);
        let keep = overrides.all("keep", &site.keep, document);
        overrides.drop = overrides.all("drop", &site.drop, document);
        overrides.content = marked(dom, &content);
        overrides.keep = marked(dom, &keep);
        Some(overrides)
    }

    /// What any of the selectors finds, in the order of the page.
    fn all(&mut self, key: &str, selectors: &[Sought], document: &Document) -> Vec<NodeId> {
        let mut nodes = Vec::new();
        for sought in selectors {
            let found = document.select(&sought.selector);
            self.note(key, sought, !found.is_empty());
            nodes.extend(found);
        }
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    fn note(&mut self, key: &str, sought: &Sought, found: bool) {
        sought.note(found);
        let missed = if found { "" } else { ", which finds nothing" };
        self.used.push(format!(
            "user: {} [site {}] {key} = {}{missed}",
            self.rules.name,
            self.site.host,
            sought.selector.css()
        ));
    }

    /// Takes out what is to be dropped, and lets stand what is to be kept, whatever stands around it.
    pub(crate) fn prune(&self, dom: &Dom, pruned: &mut Pruned) {
        self.uncover(dom, pruned);
        for &node in &self.drop {
            if !pruned.skip[node] {
                pruned.skip[node] = true;
                pruned.cuttings.push(Cutting::node(DROP.0, DROP.1, node));
            }
        }
    }

    /// Where a rule has taken out an element that holds something to be kept, takes out the parts of it instead that do not.
    fn uncover(&self, dom: &Dom, pruned: &mut Pruned) {
        if self.keep.is_empty() {
            return;
        }
        let mut before = vec![0usize; dom.len() + 1];
        for node in 0..dom.len() {
            before[node + 1] = before[node] + usize::from(self.keep[node]);
        }
        let holds = |node: NodeId| before[dom.end(node)] > before[node];
        let mut uncovered = vec![false; dom.len()];
        for node in (0..dom.len()).filter(|&node| holds(node)) {
            if !std::mem::take(&mut pruned.skip[node]) {
                continue;
            }
            uncovered[node] = true;
            if !self.keep[node] {
                dom.children(node).for_each(|child| pruned.skip[child] = true);
            }
        }
        let parts = |cutting: Cutting| -> Vec<Cutting> {
            match cutting.element_node().filter(|&node| uncovered[node]) {
                Some(node) => {
                    let out = dom.subtree(node).filter(|&n| pruned.skip[n]);
                    out.map(|part| cutting.with_node(part)).collect()
                }
                None => vec![cutting],
            }
        };
        pruned.cuttings = std::mem::take(&mut pruned.cuttings).into_iter().flat_map(parts).collect();
    }

    /// Keeps the blocks of the content and no others, and all that is to be kept. Those that were not the article's own choice
    /// come back with the reason.
    pub(crate) fn select(&self, drafts: &[Draft], keep: &mut [bool]) -> Vec<Cutting> {
        let mut cuttings = Vec::new();
        for (draft, keep) in drafts.iter().zip(keep) {
            if !self.content.is_empty() {
                *keep = is_in(&self.content, draft);
            }
            if self.is_kept(draft) {
                *keep = true;
            } else if !*keep && !self.content.is_empty() {
                cuttings.push(Cutting::by(OUTSIDE.0, OUTSIDE.1, draft.clone()));
            }
        }
        cuttings
    }

    /// Whether the rules say which blocks are the article's, so that nothing else has a say.
    pub(crate) fn has_content(&self) -> bool {
        !self.content.is_empty()
    }

    /// Whether a block is kept whatever other rules say.
    pub(crate) fn is_kept(&self, draft: &Draft) -> bool {
        is_in(&self.keep, draft)
    }

    /// Whether the rules name a block as text of the article, which the other pages of its site have no say in.
    pub(crate) fn is_named(&self, draft: &Draft) -> bool {
        self.is_kept(draft) || is_in(&self.content, draft)
    }

    /// Whether a node is in what is kept whatever other rules say.
    pub(crate) fn is_kept_at(&self, node: NodeId) -> bool {
        self.keep.get(node) == Some(&true)
    }

    /// The title that the rules find.
    pub(crate) fn title(&mut self, document: &Document, dom: &Dom) -> Option<Fact<String>> {
        let site = self.site;
        let title = self.first("title", &site.title, document, dom, |values| values.first().cloned())?;
        Some(Fact::new(title, "user:title"))
    }

    /// The facts that the rules find besides the title.
    pub(crate) fn facts(&mut self, document: &Document, dom: &Dom) -> Ruled {
        let site = self.site;
        let date =
            self.first("date", &site.date, document, dom, |values| values.iter().find_map(|v| facts::stated_date(v)));
        let sections = self.first("section", &site.section, document, dom, |values| Some(values.to_vec()));
        let authors = self.first("author", &site.author, document, dom, |values| {
            let names: Vec<String> = values.iter().flat_map(|value| facts::names::names(value)).collect();
            Some(if names.is_empty() { values.to_vec() } else { names })
        });
        Ruled {
            date: date.map(|date| Fact::new(date, "user:date")),
            sections: sections.map(|sections| Fact::new(sections, "user:section")),
            authors: authors.map(|authors| Fact::new(authors, "user:author")),
        }
    }

    /// What can be read off the values that the first selector finds which finds any that can be.
    fn first<T>(
        &mut self,
        key: &str,
        selectors: &[Sought],
        document: &Document,
        dom: &Dom,
        read: impl Fn(&[String]) -> Option<T>,
    ) -> Option<T> {
        for sought in selectors {
            let values: Vec<String> =
                document.select(&sought.selector).into_iter().filter_map(|node| value(dom, node)).collect();
            let found = Some(&values).filter(|values| !values.is_empty()).and_then(|values| read(values));
            self.note(key, sought, found.is_some());
            if found.is_some() {
                return found;
            }
        }
        None
    }

    pub(crate) fn used(self) -> Vec<String> {
        self.used
    }
}

/// Sections by the names that the user's rules give them, each once; and what was renamed, for the trace.
pub(crate) fn rename_sections(rules: Option<&UserRules>, article: &mut Article, used: &mut Vec<String>) {
    let (Some(rules), Some(sections)) = (rules, &mut article.sections) else { return };
    let mut names: Vec<String> = Vec::new();
    for name in &sections.value {
        let renamed = rules.section(name);
        if let Some(renamed) = renamed {
            used.push(format!("user: {} [sections] {name} = {renamed}", rules.name));
        }
        let name = renamed.unwrap_or(name).to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    sections.value = names;
}

/// What a machine would read of an element, else what is shown.
fn value(dom: &Dom, node: NodeId) -> Option<String> {
    let stated = ["datetime", "content"].into_iter().find_map(|name| dom.attr(node, name)).map(text::unescape);
    stated.or_else(|| Some(dom.text_of(node))).filter(|value| !value.is_empty())
}

/// For each node, whether it is one of these or below one; nothing for none.
fn marked(dom: &Dom, nodes: &[NodeId]) -> Vec<bool> {
    if nodes.is_empty() {
        return Vec::new();
    }
    let mut marks = vec![false; dom.len()];
    nodes.iter().for_each(|&node| marks[dom.subtree(node)].fill(true));
    marks
}

/// Whether a block stands in marked nodes, itself or with its first word.
fn is_in(marks: &[bool], draft: &Draft) -> bool {
    !marks.is_empty() && (marks[draft.node] || marks[draft.start])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Extractor, Trace};

    const STORY: &str = "<link rel=canonical href=https://a.example/x><p>The river commission said on Monday that each of the four \
                         provinces may draw less water until the barrages have been repaired, which will take until spring.</p>";

    fn read(rules: &str, html: &str) -> (Article, Trace) {
        let rules = UserRules::parse("rules.toml", &format!("[site.'a.example']\n{rules}")).unwrap();
        Extractor::new(rules).explain(&Page::html("a.html", format!("{STORY}{html}")))
    }

    fn dropped(trace: &Trace) -> Vec<(&str, &str)> {
        trace.dropped().map(|(block, reason)| (reason.rule, block.text.as_str())).collect()
    }

    #[test]
    fn what_is_kept_stands_although_what_is_around_it_goes() {
        let aside = "<aside><h3>Weather</h3><div><p>Rain.</p><p class=map>Four gates.</p></div></aside>";
        let (article, trace) = read("keep = '.map'", aside);
        assert!(article.body().ends_with("\n\nFour gates."), "{}", article.body());
        assert_eq!(dropped(&trace), [("html.aside", "Weather"), ("html.aside", "Rain.")]);
    }

    #[test]
    fn content_and_drop_name_their_rules() {
        let (article, trace) =
            read("content = '.note'\ndrop = '.ad'", "<div class=note>A note.<p class=ad>Buy!</p></div>");
        assert_eq!(article.body(), "A note.");
        assert!(trace.fired("user.content") && trace.fired("user.drop"), "{:?}", dropped(&trace));
    }

    #[test]
    fn what_the_rules_give_stands_first_among_the_choices_and_alone_is_taken() {
        let html = "<meta name=author content='Cy Poe'><meta property=article:section content=Courts>
                    <meta property=article:published_time content=2024-03-02><h1 class=hed>Canal reopens</h1>
                    <p class=when>3 March 2024</p><p class=by>By Ann Lee</p><p class=part>Water</p>";
        let rules = "title = '.hed'\ndate = '.when'\nauthor = '.by'\nsection = '.part'";
        let (article, trace) = read(rules, html);
        assert_eq!(article.sections.unwrap().value, ["Water"]);
        for (fact, value, source) in [
            ("title", "Canal reopens", "user:title"),
            ("date", "2024-03-03", "user:date"),
            ("authors", "Ann Lee", "user:author"),
            ("sections", "Water", "user:section"),
        ] {
            let choice = trace.choices.iter().find(|choice| choice.fact == fact).unwrap();
            let (first, others) = choice.candidates.split_first().unwrap();
            assert_eq!((&first.values[..], &*first.source, first.lost), (&[value.to_owned()][..], source, None));
            assert!(!others.is_empty() && others.iter().all(|other| other.lost.is_some()), "{fact}: {others:?}");
        }
    }

    #[test]
    fn a_title_of_ones_own_leaves_the_site_as_it_is() {
        let html =
            "<title>Canal reopens | Gazette</title><h1>Canal reopens</h1><h2 class=hed>Northern canal reopens</h2>";
        let (article, _) = read("title = '.hed'", html);
        assert_eq!(article.title.unwrap().value, "Northern canal reopens");
        assert_eq!(article.site.unwrap().value, "Gazette");
    }

    #[test]
    fn selectors_that_find_nothing_change_nothing() {
        let plain = crate::extract(&Page::html("a.html", STORY));
        let (article, trace) = read("content = '.none'\ntitle = '.none'\ndate = 'p'", "");
        assert_eq!(article, plain);
        assert_eq!(
            trace.user.iter().filter(|line| line.ends_with("which finds nothing")).count(),
            3,
            "{:?}",
            trace.user
        );
    }
}
