//! One loop over the rule table: which elements are boilerplate by their name.

mod in_line;
mod sight;

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use super::facts::declared::Declared;
use super::names::Namer;
use super::prose::Prose;
use super::rules::{ELEMENTS, ElementRule, Match, Sure};
use super::threads::{COMMENTS, threads};
use super::trace::Cutting;
use in_line::{bubble, is_amid_text, is_shrunk, is_term};
use sight::is_hidden;

pub(crate) use sight::is_out_of_sight;

/// Elements that hold the page; a class on them speaks of the page, not of a part of it.
pub(super) const NEVER: &[&str] = &["", "html", "head", "body", "main", "h1"];

/// Elements in which class names say what a word is to a compiler: a `comment`, a `meta`.
const CODE: &[&str] = &["pre", "code"];

/// What the rules say about a page.
pub(crate) struct Pruned {
    /// For each node, whether it and all below it are out.
    pub(crate) skip: Vec<bool>,
    /// For each node, the rules that speak against it or an element above it: bits by position in [`ELEMENTS`].
    pub(crate) hints: Vec<u32>,
    /// The same, whatever the guards say.
    pub(crate) loud: Vec<u32>,
    /// For each node, what its class and id call it: bits by position in [`NAMES`](super::words::NAMES).
    pub(crate) names: Vec<u32>,
    /// The rules that take more of this page than their guards allow, and so take nothing.
    pub(crate) wary: u32,
    pub(crate) cuttings: Vec<Cutting>,
}

impl Pruned {
    /// For each node, whether a rule that `allowed` lets through would take it out, sure or not. What is below is not
    /// marked again.
    pub(crate) fn by(&self, dom: &Dom, allowed: impl Fn(&ElementRule) -> bool) -> Vec<bool> {
        let rules = bits(allowed) & !self.wary;
        let mut out = vec![false; dom.len()];
        let mut node = 0;
        while node < dom.len() {
            out[node] = self.hints[node] & rules != 0;
            node = if out[node] { dom.end(node) } else { node + 1 };
        }
        out
    }
}

/// Applies the element rules, guarded by the running text in `drafts` (all of the page's): what a sure rule matches is
/// out, what another matches is marked. A piece within a line is no block to be judged later, so there every rule is.
///
/// Of a page that says it is an article, comments are out however many there are.
pub(crate) fn judge(dom: &Dom, drafts: &[Draft], declared: Declared) -> Pruned {
    let taken = bits(|rule| rule.sure == Sure::Always);
    let (prose, namer) = (Prose::new(dom, drafts), Namer::new(dom));
    let (mut pruned, mut marked) = mark(dom, &prose, &namer);
    let comments = if declared > Declared::No { threads(dom, &prose, &namer, &pruned) } else { Vec::new() };
    for part in &comments {
        // It may be in code, or in a heading, where its own name says nothing.
        marked.push(part.start);
        pruned.hints[part.clone()].iter_mut().for_each(|rules| *rules |= *COMMENTS);
    }
    pruned.wary = over_guard(drafts, &pruned.hints, &comments);
    marked.sort_unstable();
    let mut taken_to = 0;
    for node in marked {
        if node < taken_to {
            continue;
        }
        let new = pruned.hints[node] & !pruned.hints[dom.parent(node)] & !pruned.wary;
        let in_line = new != 0 && dom.is_inline(node);
        if in_line && new & *CHROME == new && is_term(dom, node) {
            if let Some(bubble) = bubble(dom, &namer, node, new) {
                pruned.skip[bubble] = true;
                pruned.cuttings.extend(first(new).map(|rule| Cutting::element(rule, bubble)));
                taken_to = dom.end(node);
                continue;
            }
            // What opens over a term may stand in its title.
            if dom.attr(node, "title").is_some() {
                taken_to = dom.end(node);
                continue;
            }
        }
        if in_line && new & never_in_text() == 0 && is_amid_text(dom, node) {
            taken_to = dom.end(node);
            continue;
        }
        if dom.is_inline(node) && is_shrunk(dom, node) {
            pruned.skip[node] = true;
            pruned.cuttings.extend(first(*HIDDEN).map(|rule| Cutting::element(rule, node)));
            taken_to = dom.end(node);
            continue;
        }
        if let Some(rule) = first(if in_line { new } else { new & taken }) {
            pruned.skip[node] = true;
            pruned.cuttings.push(Cutting::element(rule, node));
            taken_to = dom.end(node);
        }
    }
    pruned
}

/// The rules on what nobody sees: they hold amid a sentence too.
fn never_in_text() -> u32 {
    bits(|rule| matches!(rule.matches, Match::Hidden | Match::Tags(_)) || rule.id == "screen-reader")
}

/// The rules that `allowed` lets through, as bits.
pub(crate) fn bits(allowed: impl Fn(&ElementRule) -> bool) -> u32 {
    ELEMENTS.iter().enumerate().fold(0, |bits, (at, rule)| bits | u32::from(allowed(rule)) << at)
}

/// Marks what the rules match, and takes nothing out. Gives the elements too at which something may be.
fn mark(dom: &Dom, prose: &Prose, namer: &Namer) -> (Pruned, Vec<NodeId>) {
    let is_code = dom.each_tag(|tag| CODE.contains(&tag));
    let by_tag = dom.each_tag(|tag| if NEVER.contains(&tag) { None } else { Some(value(&BY_TAG, tag)) });
    let none = || vec![0; dom.len()];
    let mut pruned = Pruned {
        skip: vec![false; dom.len()],
        hints: none(),
        loud: none(),
        names: none(),
        wary: 0,
        cuttings: Vec::new(),
    };
    let quotes: Vec<NodeId> = dom.by_tag(0..dom.len(), "blockquote").collect();
    let (mut code_end, mut marked) = (0, Vec::new());
    for node in 0..dom.len() {
        let (parent, tag) = (dom.parent(node), dom.tag_number(node));
        // Half of all nodes are texts, of which nothing speaks but what is around them.
        if dom.tag(node).is_empty() {
            pruned.hints[node] = pruned.hints[parent];
            pruned.loud[node] = pruned.loud[parent];
            continue;
        }
        let called = namer.called(dom, node);
        let named = match called.rules {
            0 => 0,
            rules if node < code_end => rules & never_in_text(),
            _ if is_called_by_its_text(dom, node) => namer.called_by_class(dom, node).rules,
            rules => rules,
        };
        if is_code[tag] {
            code_end = dom.end(node).max(code_end);
        }
        let all = by_tag[tag].map_or(0, |by_tag| named | by_tag | by_attributes(dom, node));
        let rules =
            if all == 0 { 0 } else { guarded(all, prose.share(dom, node)) & !spared(dom, node, all, prose, &quotes) };
        if all != 0 || dom.is_inline(node) && dom.attr(node, "style").is_some() {
            marked.push(node);
        }
        pruned.names[node] = called.names;
        pruned.hints[node] = pruned.hints[parent] | rules;
        pruned.loud[node] = pruned.loud[parent] | all;
    }
    (pruned, marked)
}

/// Whether an element is a heading, or stands in one, whose id is the heading's own text made an address: its words are the
/// author's and name nothing. Two words may be both: a heading "Related articles" is called so too.
fn is_called_by_its_text<'a>(dom: &Dom<'a>, node: NodeId) -> bool {
    const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
    const LEAST: usize = 3;
    /// So many nodes of it are looked at.
    const MOST: usize = 64;
    let letters = |text: &'a str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    if ![node, dom.parent(node)].into_iter().any(|n| dom.is(n, HEADINGS)) {
        return false;
    }
    let Some(id) = dom.attr(node, "id") else { return false };
    // WordPress puts an h before it.
    let id = id.strip_prefix("h-").unwrap_or(id);
    if id.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count() < LEAST {
        return false;
    }
    let mut text = dom.subtree(node).take(MOST).filter_map(|n| dom.text(n)).flat_map(letters);
    letters(id).all(|letter| text.next() == Some(letter))
}

/// The rules whose matches together hold more running text than their guard allows: a forum's messages are comments
/// by name, each of them a small part of the page. What stands in `sure` comments does not count.
fn over_guard(drafts: &[Draft], hints: &[u32], sure: &[Range<NodeId>]) -> u32 {
    let is_sure = |node: NodeId| {
        sure[..sure.partition_point(|part| part.start <= node)].last().is_some_and(|part| node < part.end)
    };
    let mut held = [0; ELEMENTS.len()];
    let mut all = 0;
    for draft in drafts.iter().filter(|d| d.is_prose()) {
        all += draft.words;
        if is_sure(draft.node) {
            continue;
        }
        for (at, held) in held.iter_mut().enumerate() {
            *held += if hints[draft.node] & 1 << at == 0 { 0 } else { draft.words };
        }
    }
    let over = |at: usize| held[at] as f32 > ELEMENTS[at].guard * all.max(1) as f32;
    (0..ELEMENTS.len()).fold(0, |bits, at| bits | u32::from(over(at)) << at)
}

/// The rules that match an element by its attributes; those of words are known from its names.
fn by_attributes(dom: &Dom, node: NodeId) -> u32 {
    let role = dom.attr(node, "role").map_or(0, |role| value(&BY_ROLE, role.trim()));
    let hidden = if is_hidden(dom, node) { *HIDDEN } else { 0 };
    role | hidden
}

fn value(rules: &FxHashMap<&str, u32>, value: &str) -> u32 {
    rules.get(value).copied().unwrap_or(0)
}

/// The rules that what an element holds speaks against, whatever its name: a box of running text between paragraphs belongs to
/// the text, as do the notes to it, and a post that an article quotes from a network is a quotation, of which no row of buttons
/// to share holds any.
fn spared(dom: &Dom, node: NodeId, rules: u32, prose: &Prose, quotes: &[NodeId]) -> u32 {
    let holds_quote =
        || quotes.get(quotes.partition_point(|&quote| quote < node)).is_some_and(|&at| at < dom.end(node));
    let mut spared = 0;
    if rules & *ASIDE != 0 && (prose.is_amid(dom, node) || holds_notes(dom, node)) {
        spared |= *ASIDE;
    }
    if rules & *SHARE != 0 && holds_quote() {
        spared |= *SHARE;
    }
    // The foot of a quotation says whose it is.
    if rules & *FOOTER != 0 && !quotes.is_empty() && dom.ancestors(node).any(|n| dom.tag(n) == "blockquote") {
        spared |= *FOOTER;
    }
    spared
}

/// Whether an element is the notes to the text, or one of them, by the names that Docutils gives them.
fn holds_notes(dom: &Dom, node: NodeId) -> bool {
    let is_called = |name: &str| name.starts_with("footnote") || name.starts_with("doc-footnote");
    let of = |attribute| dom.attr(node, attribute).unwrap_or_default();
    [of("class"), of("role")].iter().any(|names| names.split_ascii_whitespace().take(4).any(is_called))
}

static ASIDE: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "html.aside"));

static FOOTER: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "html.footer"));

static CHROME: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "chrome"));

static SHARE: LazyLock<u32> = LazyLock::new(|| bits(|rule| rule.id == "share"));

static BY_TAG: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    by_value(|matches| match matches {
        Match::Tags(tags) => tags,
        _ => &[],
    })
});

static BY_ROLE: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    by_value(|matches| match matches {
        Match::Roles(roles) => roles,
        _ => &[],
    })
});

pub(crate) static HIDDEN: LazyLock<u32> = LazyLock::new(|| bits(|rule| matches!(rule.matches, Match::Hidden)));

/// The rules by the values that `listed` says they are about.
fn by_value(listed: impl Fn(&'static Match) -> &'static [&'static str]) -> FxHashMap<&'static str, u32> {
    let mut rules = FxHashMap::default();
    for (at, rule) in ELEMENTS.iter().enumerate() {
        for value in listed(&rule.matches) {
            *rules.entry(*value).or_default() |= 1 << at;
        }
    }
    rules
}

/// Those of the rules that may take an element with that share of the running text.
fn guarded(rules: u32, share: f32) -> u32 {
    let (mut left, mut guarded) = (rules, 0);
    while let Some(rule) = first(left) {
        let bit = left & left.wrapping_neg();
        guarded |= if share <= rule.guard { bit } else { 0 };
        left ^= bit;
    }
    guarded
}

/// The first of some rules.
pub(crate) fn first(rules: u32) -> Option<&'static ElementRule> {
    ELEMENTS.get(rules.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn rules_fired(html: &str) -> Vec<&'static str> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let pruned = judge(&dom, &drafts, Declared::No);
        let taken = pruned.by(&dom, |_| true);
        let rule = |node: NodeId| first(pruned.hints[node] & !pruned.wary).map(|rule| rule.id);
        (0..dom.len()).filter(|&node| taken[node]).filter_map(rule).collect()
    }

    const STORY: &str = "<p>The council voted on Monday to reopen the northern canal after four years of repairs.</p>";

    /// How many elements are taken out.
    fn rules_fired_in(html: &str) -> usize {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        judge(&dom, &drafts, Declared::No).cuttings.len()
    }

    #[test]
    fn what_has_no_height_amid_a_sentence_goes() {
        let fired = |span: &str| {
            rules_fired_in(&format!(
                "<p>The council voted to reopen the canal {span} after repairs of its two old locks.</p>"
            ))
        };
        assert_eq!(fired("<span style='color: red; Font-Size: 0px'>copied from us <i>alone</i></span>"), 1);
        assert_eq!(fired("<span style='font-size:0'><span style='font-size:9px'>at last</span></span>"), 0);
        assert_eq!(fired("<span style='font-size:0.9em'>at last</span>"), 0);
        assert_eq!(rules_fired_in("<p><span style='font-size:0'>The council voted.</span></p>"), 0);
    }

    #[test]
    fn of_an_article_comments_go_however_many_there_are() {
        let skipped = |declared: Declared, html: &str| {
            let document = Document::parse(html);
            let dom = document.dom();
            let pruned = judge(&dom, &blocks(&dom), declared);
            pruned.cuttings.iter().filter(|cutting| cutting.rule() == "comments").count()
        };
        let comment = format!("<li class=comment>{STORY}");
        let thread = |class: &str| format!("<ol class='comments {class}'>{}</ol>", comment.repeat(30));
        let text = STORY.repeat(4);
        assert_eq!(skipped(Declared::ByName, &format!("{text}{}", thread(""))), 1);
        assert_eq!(skipped(Declared::No, &format!("{text}{}", thread(""))), 0);
        // A forum's messages are its text, and so are comments before which nothing stands.
        assert_eq!(skipped(Declared::ByName, &format!("{text}{}", thread("message-board"))), 0);
        assert_eq!(skipped(Declared::ByName, &format!("{}{text}", thread(""))), 0);
        // What is open for comments is the page.
        let page = format!("<div class=comments-open><h1>Gates</h1>{text}{}</div>", thread(""));
        assert_eq!(skipped(Declared::ByName, &page), 1);
        let untitled = format!("{text}<div class=comments-open>{}{}</div>", text.repeat(4), comment.repeat(2));
        assert_eq!(skipped(Declared::ByName, &untitled), 2);
    }

    #[test]
    fn class_words_are_whole_words() {
        assert_eq!(rules_fired(&format!("{STORY}<div class=uncorrelated>x</div>")), [""; 0]);
    }

    /// Each rule on elements fires on a page like those it is for.
    #[test]
    fn every_element_rule_fires_by_name() {
        for (id, html) in [
            ("html.unseen", "<script>x()</script>"),
            ("html.control", "<select><option>Go</select>"),
            ("html.hidden", "<p style='color:red; display : none'>x"),
            ("html.nav", "<nav>Home</nav>"),
            ("html.footer", "<footer>Legal</footer>"),
            ("html.aside", "<aside>Box</aside>"),
            ("html.form", "<form>Your name</form>"),
            ("aria.role", "<div role=navigation>Home</div>"),
            ("wp.check-also", "<div id=check-also-box>Check Also</div>"),
            ("comments", "<div class=comment-list>First!</div>"),
            ("related", "<div class=relatedPosts>Other</div>"),
            ("teasers", "<div class=posts-list>Other</div>"),
            ("changes", "<ol class=change-history>Corrected</ol>"),
            ("html.button", "<button>Go</button>"),
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
        assert_eq!(ELEMENTS.len(), 26, "a rule was added without a page in the test above");
    }

    #[test]
    fn a_link_amid_a_sentence_stays_whatever_its_class() {
        let amid = |class: &str| {
            let link = format!("<a href=x class='{class}'>the northern canal</a>");
            taken_out(&format!(
                "{STORY}<p>After repairs that took four years and three ministers the council voted to reopen {link}, it said.</p>"
            ))
        };
        for class in ["recommendation-inline-link", "external-popup", "affiliate", "cta"] {
            assert_eq!(amid(class), 0, "{class}");
        }
        assert_eq!(amid("sr-only"), 1);
        let first = "<p><a href=x class=external-popup>The council</a> voted to reopen the canal after repairs that took four years and three ministers.</p>";
        assert_eq!(taken_out(&format!("{STORY}{first}")), 0);
        let last = "<p>The council voted to reopen the canal after repairs that took years. <a href=x class=read-more>Read on</a></p>";
        assert_eq!(taken_out(&format!("{STORY}{last}")), 1);
        let row = "<p>By Ann Roe | <a href=x class=comments>3 comments</a> | Water</p>";
        assert_eq!(taken_out(&format!("{STORY}{row}")), 1);
    }

    #[test]
    fn a_box_of_text_between_paragraphs_is_no_sidebar() {
        let text = "<p>The first of the locks was dug by hand in the dry summer of 1911, and four of the men who dug it were \
                    still there when the last of them was closed for good.</p>";
        assert_eq!(rules_fired(&format!("<div>{STORY}{STORY}<aside>{text}</aside>{STORY}</div>")), [""; 0]);
        assert_eq!(rules_fired(&format!("<div>{}<aside>{text}</aside></div>", STORY.repeat(8))), ["html.aside"]);
        assert_eq!(rules_fired(&format!("<div>{STORY}<aside>Four gates</aside>{STORY}</div>")), ["html.aside"]);
    }

    #[test]
    fn notes_that_stand_in_an_aside_are_the_texts() {
        let notes = |class: &str| {
            let note =
                format!("<aside class='{class}' role=doc-footnote><a href='#r1'>1</a><p>See the bill.</p></aside>");
            rules_fired(&format!("{STORY}<aside class='{class}-list brackets'>{note}</aside>"))
        };
        assert_eq!(notes("footnote"), [""; 0]);
        assert_eq!(notes("box"), ["html.aside"]);
    }

    #[test]
    fn a_quoted_post_is_no_share_button() {
        let post = "<div class=social-media-embed><blockquote>Yes, this is real, and the state paid for it.</blockquote></div>";
        assert_eq!(rules_fired(&format!("{STORY}{post}")), [""; 0]);
        assert_eq!(rules_fired(&format!("{STORY}<div class=social-media>Yes, this is real.</div>")), ["share"]);
    }

    #[test]
    fn the_foot_of_a_quotation_says_whose_it_is() {
        let foot = "<footer>Anna Brandt, <cite>Memoirs</cite></footer>";
        assert_eq!(rules_fired(&format!("{STORY}<blockquote><p>We waited.</p>{foot}</blockquote>")), [""; 0]);
        assert_eq!(rules_fired(&format!("{STORY}<blockquote><p>We waited.</p></blockquote>{foot}")), ["html.footer"]);
    }

    #[test]
    fn the_term_stays_over_which_something_opens() {
        let skipped = |html: &str| {
            let document = Document::parse(&format!("{STORY}<p>They asked {html} for men.</p>"));
            let dom = document.dom();
            let skip = judge(&dom, &blocks(&dom), Declared::No).skip;
            (0..dom.len()).filter(|&n| skip[n]).map(|n| dom.text_of(n)).collect::<Vec<_>>()
        };
        assert_eq!(
            skipped("<span class=tooltip>NATO<span class=tooltip-text>The alliance</span></span>"),
            ["The alliance"]
        );
        assert_eq!(skipped("<span class=tooltip>The alliance</span>"), ["The alliance"]);
        assert_eq!(skipped("<span class=tooltip title='The alliance'>NATO</span>"), [""; 0]);
        assert_eq!(skipped("<span class=tooltip><b>NATO</b><span class=tooltip-text>x</span></span>"), ["NATOx"]);
    }

    /// How many elements are taken out.
    fn taken_out(html: &str) -> usize {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        judge(&dom, &drafts, Declared::No).skip.iter().filter(|skip| **skip).count()
    }

    #[test]
    fn an_id_made_of_a_heading_names_nothing() {
        let fired = |heading: &str| rules_fired(&format!("{STORY}{heading}"));
        assert_eq!(fired("<h2 id=h-what-is-social-shopping>What is Social Shopping?</h2>"), [""; 0]);
        assert_eq!(fired("<h3><span id=A_Menu_for_the_Locks>A. Menu for the Locks</span></h3>"), [""; 0]);
        assert_eq!(fired("<h2 id=what-is-social-shopping class=share>What is Social Shopping?</h2>"), ["share"]);
        assert_eq!(fired("<h2 id=related-articles>Related articles</h2>"), ["related"]);
        assert_eq!(fired("<div id=share-this-with-friends>Share this with friends</div>"), ["share"]);
    }

    #[test]
    fn in_code_a_comment_is_code() {
        let code = "<pre><code><span class=hljs-comment># start</span>\ngit init<button>Copy</button></code></pre>";
        assert_eq!(rules_fired(&format!("{STORY}{code}")), ["html.button"]);
        assert_eq!(rules_fired(&format!("{STORY}<pre class=comments>First!</pre>")), ["comments"]);
    }

    #[test]
    fn the_guard_spares_what_holds_the_article() {
        assert_eq!(rules_fired(&format!("<div class='content no-sidebar has-comments'>{STORY}</div>")), [""; 0]);
    }
}
