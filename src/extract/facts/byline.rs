//! Authors as the page shows them: links to their pages, microdata, elements named after them, lines that begin `By`.

#[cfg(test)]
mod tests;

use super::Context;
use super::beside::{below_heading, below_label, dated, pictured, together, with_degree, with_role};
use super::elsewhere::{alone, elsewhere, links, written_by};
use super::header::{Header, in_teaser};
use super::lists::{BY, CHECKED, List, parts};
use super::names::{
    body_or_names, clauses, is_full_name, is_led, is_organisation, is_unspaced_name, labelled, names, people_first,
};
use crate::article::Fact;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::Wanted;
use crate::extract::text;

/// Labels of lists of authors, folded.
pub(super) static LABELS: List = List::new(
    "\
    author, authors, author s, by, from, written by, autor, autorin, autoren, autorinnen und autoren, autor innen, \
    auteur, auteurs, autora, autores, autore, autori, auteur s, redactie, автор, авторы, الكاتب, المؤلف, \
    yazar, 作者, penulis",
);

/// Class words that mark a byline.
pub(super) const BYLINE_WORDS: Wanted = Wanted::new(&[
    "byline",
    "bylines",
    "author",
    "authors",
    "writer",
    "contributor",
    "coauthor",
    "coauthors",
    "autor",
    "auteur",
]);

/// Class words that show that an element marked as a byline holds other things than names.
static NOT_NAMES: List = List::new(
    "\
    bio, biography, description, desc, box, image, img, avatar, photo, time, title, social, role, job, \
    position, comment, comments, related, count, tooltip, reading, icon, more, about, posts, label",
);

/// Parts of addresses that lead to the page of an author.
static AUTHOR_PATHS: List = List::new(
    "\
    author, authors, autor, autoren, autores, auteur, auteurs, contributor, contributors, people, person, \
    profile, profiles, by, writers, writer, experts, expert, staff, team, journalist, journalists, \
    columnist, columnists, redakteur",
);

/// A longer byline is a text about the author.
pub(super) const MOST_BYLINE: usize = 160;

/// A label stands no more nodes before the name than this, and is no longer, in bytes.
const MOST_BEFORE: usize = 8;
const MOST_LABEL: usize = 40;

/// A byline has no more nodes than this.
pub(super) const MOST_NODES: usize = 80;

/// More authors than this in boxes all over the page are those of other articles.
const MOST_ELSEWHERE: usize = 2;

/// The authors that are shown, the most certain sources first.
pub(crate) fn shown(cx: &Context, header: &Header) -> Vec<Fact<Vec<String>>> {
    let dom = cx.dom;
    let own = |&n: &NodeId| !in_teaser(cx, n, header);
    let near: Vec<NodeId> = header.elements.iter().copied().filter(own).collect();
    let texts = short_texts(dom, &near);
    let lines = lines(&texts);
    let mut found = vec![
        Fact::new(related(dom, &near), "rel=author"),
        Fact::new(marked(dom, &near), "itemprop"),
        Fact::new(classed(dom, &near), "class"),
        Fact::new(linked(dom, &near), "link"),
        Fact::new(labelled(dom, &LABELS).iter().flat_map(|line| body_or_names(line)).collect(), "text"),
        Fact::new(spoken(&lines), "text"),
        Fact::new(below_label(dom, &near), "text"),
        Fact::new(dated(&lines), "dated"),
        Fact::new(pictured(dom, &near), "picture"),
        Fact::new(with_role(dom, &near), "role"),
        Fact::new(with_degree(&lines), "role"),
        Fact::new(together(dom, &texts, header.headline, cx.body), "dated"),
    ];
    if found.iter().flat_map(|fact| &fact.value).all(|name| is_organisation(name)) {
        let far: Vec<NodeId> = elsewhere(dom, header).into_iter().filter(own).collect();
        let mut far = vec![
            Fact::new(related(dom, &far), "rel=author"),
            Fact::new(classed(dom, &far), "class"),
            Fact::new(written_by(dom), "text"),
            Fact::new(alone(cx, header), "text"),
            Fact::new(linked(dom, &links(dom, header)), "link"),
        ];
        far.retain(|fact| people_first(fact.value.clone()).len() <= MOST_ELSEWHERE);
        found.extend(far);
        found.push(Fact::new(below_heading(dom), "text"));
    }
    found
}

fn related(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let links = elements.iter().filter(|&&n| dom.attr_has(n, "rel", "author") && dom.tag(n) == "a");
    links.filter(|&&n| !is_checker(dom, n)).take(10).flat_map(|&n| names(&byline_text(dom, n))).collect()
}

/// Links of the header to the page of an author.
fn linked(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let links = elements.iter().filter(|&&n| dom.tag(n) == "a" && leads_to_author(dom, n) && !is_checker(dom, n));
    let named = |&n: &NodeId| {
        let found = names(&byline_text(dom, n));
        let is_said = found.len() == 1 && BY.has(&text::folded(text_before(dom, n)));
        found.into_iter().filter(move |name| is_said || name.contains(' '))
    };
    links.take(10).flat_map(named).collect()
}

/// The text right before an element, as long as it is near.
fn text_before<'d>(dom: &'d Dom, node: NodeId) -> &'d str {
    let texts = (node.saturating_sub(MOST_BEFORE)..node).rev().filter_map(|n| dom.text(n));
    texts.map(str::trim).find(|text| !text.is_empty()).unwrap_or_default()
}

/// Whether the text before a name says that it is of somebody who checked the article: `Fact checked by`.
fn is_checker(dom: &Dom, node: NodeId) -> bool {
    let before = text::folded(text_before(dom, node));
    before.len() <= MOST_LABEL && before.ends_with(" by") && before.split(' ').any(|word| CHECKED.has(word))
}

fn leads_to_author(dom: &Dom, link: NodeId) -> bool {
    let path = dom.attr(link, "href").unwrap_or_default().to_ascii_lowercase();
    parts(path.trim_end_matches('/')).rev().skip(1).any(|part| AUTHOR_PATHS.has_bytes(part))
}

/// Microdata: `itemprop=author`, its inner `itemprop=name` where there is one.
fn marked(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let authors = elements.iter().copied().filter(|&n| dom.attr_has(n, "itemprop", "author") && dom.tag(n) != "meta");
    let line = |n: NodeId| {
        let name = dom.elements(dom.subtree(n)).find(|&m| dom.attr_has(m, "itemprop", "name")).unwrap_or(n);
        dom.attr(name, "content").map_or_else(|| byline_text(dom, name), text::unescape)
    };
    authors.filter(|&n| dom.end(n) - n <= MOST_NODES).take(10).flat_map(|n| names(&line(n))).collect()
}

/// Elements that are named after the author, the outermost that is short enough to hold nothing else.
fn classed(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let mut out = Vec::new();
    let mut end = 0;
    for &node in elements.iter().filter(|&&n| is_byline(dom, n)) {
        if node < end || dom.end(node) - node > MOST_NODES || is_checker(dom, node) {
            continue;
        }
        let found = in_byline(dom, node);
        if !found.is_empty() {
            end = dom.end(node);
            out.extend(found);
        }
    }
    out
}

/// The names in a byline: those it links to authors' pages, those in elements named so, else those in its text.
fn in_byline(dom: &Dom, byline: NodeId) -> Vec<String> {
    let inside: Vec<NodeId> = dom.elements(byline + 1..dom.end(byline)).collect();
    let to_authors = linked(dom, &inside);
    if !to_authors.is_empty() {
        return to_authors;
    }
    let named = |n: &&NodeId| is_byline(dom, **n) && dom.class_words(**n).contains("name") && !is_checker(dom, **n);
    let name = inside.iter().find(named).map(|&n| names(&byline_text(dom, n))).unwrap_or_default();
    if !name.is_empty() {
        return name;
    }
    let linked = side_by_side(dom, &inside);
    if linked.len() > 1 {
        return linked;
    }
    let line = byline_text(dom, byline);
    if line.chars().count() <= MOST_BYLINE { names(&line) } else { heads(dom, byline) }
}

/// The names that links of a byline show, whatever they lead to, if nothing but a mark parts them.
fn side_by_side(dom: &Dom, inside: &[NodeId]) -> Vec<String> {
    const PARTING: &[&str] = &["", ",", "|", "·", "•", "/", "&", "and", "und", "et", "y", "e", "и"];
    let links: Vec<NodeId> = inside.iter().copied().filter(|&n| dom.tag(n) == "a").collect();
    let is_next = |pair: &[NodeId]| {
        let between = (dom.end(pair[0])..pair[1]).filter_map(|n| dom.text(n)).collect::<String>();
        PARTING.contains(&between.trim())
    };
    let shown: Vec<String> = links.iter().map(|&link| dom.text_of(link)).collect();
    let is_person = |name: &String| {
        name.contains(' ') && is_full_name(name) && !is_organisation(name) && names(name) == [name.as_str()]
    };
    if links.windows(2).all(is_next) && shown.iter().all(is_person) { shown } else { Vec::new() }
}

/// The name that a text about the author has for its first line.
fn heads(dom: &Dom, bio: NodeId) -> Vec<String> {
    const MOST_WORDS: usize = 3;
    let lines = dom.subtree(bio).filter_map(|n| dom.text(n)).map(text::collapse);
    let first =
        lines.filter(|line| line.chars().any(char::is_alphanumeric)).find(|line| !LABELS.has(&text::folded(line)));
    let is_name = |line: &String| {
        line.split(' ').count() <= MOST_WORDS
            && is_full_name(line)
            && line.contains(' ')
            && names(line) == [line.as_str()]
    };
    first.filter(is_name).into_iter().collect()
}

pub(super) fn is_byline(dom: &Dom, node: NodeId) -> bool {
    let words = dom.class_words(node);
    if !words.has_any(&BYLINE_WORDS)
        || dom.is(node, &["body", "article", "main", "section", "img", "input", "label", "form"])
    {
        return false;
    }
    let named = words.contains("name") && !words.contains("comment");
    named || !words.iter().any(|w| NOT_NAMES.has(w))
}

/// The elements that are short enough for a byline, with their texts; not those that hold nothing but the next one, which says
/// the same.
pub(super) fn short_texts(dom: &Dom, elements: &[NodeId]) -> Vec<(NodeId, String)> {
    let next = elements.iter().skip(1).map(Some).chain([None]);
    let is_around = |n: NodeId, next: NodeId| next == n + 1 && dom.end(next) == dom.end(n);
    let apart = elements.iter().zip(next).filter(|(n, next)| !next.is_some_and(|next| is_around(**n, *next)));
    let short = apart.map(|(n, _)| n).filter(|&&n| dom.end(n) - n <= MOST_NODES);
    let short = short.filter_map(|&n| Some((n, text_within(dom, n, MOST_BYLINE)?)));
    short.filter(|(_, line)| !line.is_empty() && line.chars().count() <= MOST_BYLINE).collect()
}

/// The texts of some elements, each once.
pub(super) fn lines<'t>(texts: impl IntoIterator<Item = &'t (NodeId, String)>) -> Vec<&'t str> {
    let mut lines: Vec<&str> = texts.into_iter().map(|(_, line)| line.as_str()).collect();
    // An element and the one around it often say the same.
    lines.dedup();
    lines
}

/// A short line near the headline that begins with `By`, `Von`, `Par`, or a part of one that begins with a label.
fn spoken(lines: &[&str]) -> Vec<String> {
    let labelled = |line| clauses(line).skip(1).filter(|clause| clause.contains([':', '：']));
    lines
        .iter()
        .flat_map(|line| std::iter::once(*line).chain(labelled(line)))
        .filter(|line| is_led(line))
        .map(names)
        .map(|list| list.into_iter().filter(|n| is_full_name(n) || is_unspaced_name(n)).collect::<Vec<String>>())
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

/// The text of a byline without links to subjects; a comma parts what stands in two elements without a space, as a
/// name and its role may.
pub(super) fn byline_text(dom: &Dom, byline: NodeId) -> String {
    text_within(dom, byline, usize::MAX).unwrap_or_default()
}

/// The same, unless it is longer, as far as its letters of ASCII tell.
fn text_within(dom: &Dom, byline: NodeId, most: usize) -> Option<String> {
    const USUAL: usize = 64;
    let mut line = String::with_capacity(USUAL);
    let mut node = byline;
    while node < dom.end(byline) {
        if let Some(text) = dom.text(node) {
            if text::is_longer(text, most) {
                return None;
            }
            let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
            if begins && line.ends_with(char::is_alphanumeric) {
                line.push_str(", ");
            }
            text::push_collapsed(&mut line, text);
            if text::is_longer(&line, most) {
                return None;
            }
        } else if dom.is_unseen(node) || leads_to_subject(dom, node) {
            node = dom.end(node);
            continue;
        }
        node += 1;
    }
    text::trim_end(&mut line);
    Some(line)
}

fn leads_to_subject(dom: &Dom, node: NodeId) -> bool {
    let path = |href: &str| {
        parts(href).any(|part| matches!(part, b"tag" | b"tags" | b"category" | b"categories" | b"topic" | b"topics"))
    };
    dom.tag(node) == "a" && (dom.attr_has(node, "rel", "tag") || dom.attr(node, "href").is_some_and(path))
}
