//! One loop over the rule table: which elements are boilerplate by their name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use super::rules::{ELEMENTS, ElementRule, Match};
use super::trace::Cutting;

/// Elements that hold the page; a class on them speaks of the page, not of a part of it.
const NEVER: &[&str] = &["", "html", "head", "body", "main", "h1"];

/// What a run of the rules took out.
pub(crate) struct Pruned {
    /// For each node, whether it and all below it are out.
    pub(crate) skip: Vec<bool>,
    pub(crate) cuttings: Vec<Cutting>,
}

/// Applies the element rules that `allowed` lets through, guarded by the running text in `drafts` (all of the page's).
pub(crate) fn prune(dom: &Dom, drafts: &[Draft], allowed: impl Fn(&ElementRule) -> bool) -> Pruned {
    let prose = Prose::new(dom, drafts);
    let mut pruned = Pruned { skip: vec![false; dom.len()], cuttings: Vec::new() };
    let mut node = 0;
    while node < dom.len() {
        let rule = (!dom.is(node, NEVER)).then(|| first_rule(dom, node, &prose, &allowed)).flatten();
        if let Some(rule) = rule {
            pruned.skip[node] = true;
            pruned.cuttings.push(Cutting::element(rule, node));
            node = dom.end(node);
        } else {
            node += 1;
        }
    }
    pruned
}

fn first_rule(dom: &Dom, node: NodeId, prose: &Prose, allowed: &impl Fn(&ElementRule) -> bool) -> Option<&'static ElementRule> {
    let named = names(dom, node);
    ELEMENTS.iter().enumerate().find_map(|(at, rule)| {
        let hit = match rule.matches {
            Match::Tags(tags) => dom.is(node, tags),
            Match::Roles(roles) => dom.attr(node, "role").is_some_and(|role| roles.contains(&role.trim())),
            Match::Hidden => is_hidden(dom, node),
            Match::Words(_) => named.contains(&at),
        };
        (hit && allowed(rule) && prose.share(dom, node) <= rule.guard).then_some(rule)
    })
}

/// The running text below each node, as prefix sums in document order.
struct Prose {
    before: Vec<usize>,
    total: usize,
}

impl Prose {
    fn new(dom: &Dom, drafts: &[Draft]) -> Prose {
        let mut before = vec![0; dom.len() + 1];
        for draft in drafts.iter().filter(|d| d.is_prose()) {
            before[draft.node + 1] += draft.words;
        }
        for at in 1..before.len() {
            before[at] += before[at - 1];
        }
        Prose { total: before[dom.len()], before }
    }

    fn share(&self, dom: &Dom, node: NodeId) -> f32 {
        (self.before[dom.end(node)] - self.before[node]) as f32 / self.total.max(1) as f32
    }
}

fn is_hidden(dom: &Dom, node: NodeId) -> bool {
    if dom.attr(node, "hidden").is_some_and(|v| v != "until-found") {
        return true;
    }
    dom.attr(node, "style").is_some_and(|style| {
        // A data: address in a style attribute can be megabytes; what hides an element stands in few words.
        style.split(';').filter(|s| s.len() < 100).any(|declaration| {
            let plain: String = declaration.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            plain.starts_with("display:none") || plain.starts_with("visibility:hidden")
        })
    })
}

/// The positions in [`ELEMENTS`] of the rules that match the words of the element's `class` and `id`.
fn names(dom: &Dom, node: NodeId) -> Vec<usize> {
    let mut hits = Vec::new();
    for attr in ["class", "id"] {
        let Some(value) = dom.attr(node, attr) else { continue };
        for token in value.split_ascii_whitespace().take(64) {
            let words = split_words(token);
            for (at, word) in words.iter().enumerate() {
                for (rest, rule) in PHRASES.get(word.as_str()).into_iter().flatten() {
                    if words[at + 1..].len() >= rest.len() && words[at + 1..].iter().zip(rest).all(|(a, b)| a == b) {
                        hits.push(*rule);
                    }
                }
            }
        }
    }
    hits
}

/// Each word sequence of the table by its first word: the words after it, and the rule's position.
type Phrases = HashMap<&'static str, Vec<(Vec<&'static str>, usize)>>;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    for (at, rule) in ELEMENTS.iter().enumerate() {
        let Match::Words(list) = rule.matches else { continue };
        for phrase in list {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push((words.collect(), at));
            }
        }
    }
    phrases
});

/// The words of a class token: `relatedPosts`, `related-posts` and `related_posts` are all `related posts`.
pub(crate) fn split_words(token: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in token.chars().take(100) {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            let word = words.last_mut().expect("words starts with one and only grows");
            word.extend(c.to_lowercase());
        }
        lower = c.is_lowercase();
    }
    words.retain(|w| !w.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn rules_fired(html: &str) -> Vec<&'static str> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom, &vec![false; dom.len()]);
        prune(&dom, &drafts, |_| true).cuttings.iter().map(|c| c.rule()).collect()
    }

    const STORY: &str = "<p>The council voted on Monday to reopen the northern canal after four years of repairs.</p>";

    #[test]
    fn class_words_are_whole_words() {
        assert_eq!(split_words("relatedPosts_list-2"), ["related", "posts", "list", "2"]);
        assert_eq!(rules_fired(&format!("{STORY}<div class=uncorrelated>x</div>")), [""; 0]);
    }

    /// Each rule on elements fires on a page like those it is for.
    #[test]
    fn every_element_rule_fires_by_name() {
        for (id, html) in [
            ("html.unseen", "<script>x()</script>"),
            ("html.control", "<button>Go</button>"),
            ("html.hidden", "<p style='color:red; display : none'>x"),
            ("html.nav", "<nav>Home</nav>"),
            ("html.footer", "<footer>Legal</footer>"),
            ("html.aside", "<aside>Box</aside>"),
            ("html.form", "<form>Your name</form>"),
            ("aria.role", "<div role=navigation>Home</div>"),
            ("wp.check-also", "<div id=check-also-box>Check Also</div>"),
            ("comments", "<div class=comment-list>First!</div>"),
            ("related", "<div class=relatedPosts>Other</div>"),
            ("share", "<div class=share-buttons>Mail</div>"),
            ("author-box", "<div class=author-bio>She writes</div>"),
            ("byline", "<div class=entry-meta>By Ann</div>"),
            ("tags", "<div class=tagcloud>Water</div>"),
            ("breadcrumb", "<div class=breadcrumbs>Home</div>"),
            ("newsletter", "<div class=newsletter-signup>Subscribe</div>"),
            ("cookies", "<div id=cookie-notice>We use</div>"),
            ("ads", "<div class=ad-slot>Buy</div>"),
            ("chrome", "<div class=sidebar>More</div>"),
            ("screen-reader", "<span class=sr-only>Opens</span>"),
            ("toc", "<div class=ez-toc>1. Water</div>"),
            ("media-label", "<span class=photo-credit>Agency</span>"),
        ] {
            assert_eq!(rules_fired(&format!("{STORY}{html}")), [id]);
        }
        assert_eq!(ELEMENTS.len(), 23, "a rule was added without a page in the test above");
    }

    #[test]
    fn the_guard_spares_what_holds_the_article() {
        assert_eq!(rules_fired(&format!("<div class='content no-sidebar has-comments'>{STORY}</div>")), [""; 0]);
    }
}
