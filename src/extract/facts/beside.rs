//! Names of authors that nothing marks but what stands beside them: a label, a day, a portrait, a role.

use super::byline::{LABELS, MOST_BYLINE, MOST_NODES, byline_text, lines};
use super::lists::{BY, List, ROLES};
use super::names::{is_full_name, is_organisation, names};
use super::tagged;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text;

/// A label has no more nodes than this.
const MOST_LABEL: usize = 6;

/// A line that tells a day or a role has no more words than this.
const MOST_ROLE: usize = 8;

/// A name that nothing but its place says to be one has no more words than this.
const MOST_PERSON: usize = 3;

/// The name of a portrait has no more: longer ones are of what a picture shows.
const MOST_PORTRAYED: usize = 4;

/// More lines of names above a day than this are those of other articles.
const MOST_LINES: usize = 8;

/// More pictures than this are not looked at.
const MOST_PICTURES: usize = 20;

/// Degrees and certificates that are no abbreviations of states, as `MD` and `MA` are.
static DEGREES: List =
    List::new("phd, dphil, dvm, vmd, mba, mph, msc, mpa, mpp, llm, jd, esq, cpa, cfp, cfa, dds, rdn, lcsw, edd, psyd");

/// The name before or after a day in a line of its own: `26 February 2026 by Ann Lee`, `26 février 2026, par Anne Lys`,
/// `Ann Lee, February 26, 2026`.
pub(super) fn dated(lines: &[&str]) -> Vec<String> {
    lines
        .iter()
        .map(|line| named_after_day(line).unwrap_or_else(|| named_before_day(line)))
        .find(|n| !n.is_empty())
        .unwrap_or_default()
}

/// Two persons and more in a line of their own below the headline, the next of which tells the day, or the same one does:
/// `Ann Lee and Bob Roe`; `texts` are those of the elements that are short enough. Sections and places are joined likewise: they
/// are linked to, and a word that the text, `body`, has in lower case is no name.
pub(super) fn together(dom: &Dom, texts: &[(NodeId, String)], headline: Option<NodeId>, body: &str) -> Vec<String> {
    let Some(headline) = headline else { return Vec::new() };
    let is_below = |n: NodeId| n >= dom.end(headline) && dom.by_tag(dom.subtree(n), "a").next().is_none();
    let lines = lines(texts.iter().filter(|(n, _)| is_below(*n)));
    let above = lines.windows(2).filter(|pair| is_day(pair[1])).map(|pair| persons(pair[0]));
    let parted = |line: &str| {
        let marks = line.match_indices(PARTING).map(|(at, mark)| (&line[..at], &line[at + mark.len()..]));
        marks.filter(|(_, day)| is_day(day)).map(|(names, _)| persons(names)).find(|names| names.len() > 1)
    };
    let found = above.chain(lines.iter().filter_map(|line| parted(line)));
    let mut found = found.filter(|names| names.len() > 1).take(MOST_LINES);
    found.find(|names| are_no_words(names, body)).unwrap_or_default()
}

/// Marks that part names from the day.
const PARTING: [char; 6] = [',', '|', '·', '•', '–', '—'];

/// The persons of whom a line consists.
fn persons(line: &str) -> Vec<String> {
    let found = names(line);
    let words = |text: &str| text.split_whitespace().count();
    // Besides the names there is a word that joins the last two.
    let rest = words(line).saturating_sub(found.iter().map(|name| words(name)).sum());
    let is_person = |name: &String| {
        (2..=MOST_PERSON).contains(&words(name))
            && is_full_name(name)
            && !is_organisation(name)
            && name.split(' ').all(|word| word.ends_with('.') || word.contains(char::is_lowercase))
    };
    if rest <= 1 && found.iter().all(is_person) { found } else { Vec::new() }
}

/// Whether a short line holds a day: a year, and another number.
fn is_day(line: &str) -> bool {
    /// "Published on 26 February 2026 at 9:15" and the time it takes to read.
    const MOST: usize = 12;
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let folded = text::folded(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
    words.len() <= MOST
        && words.iter().filter(|word| is_year(word)).count() == 1
        && words.iter().filter(is_number).count() > 1
}

/// Whether no word of some names stands in a text in lower case. One of few words says nothing.
fn are_no_words(names: &[String], body: &str) -> bool {
    const LEAST: usize = 60;
    let words = || body.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_lowercase));
    let named: Vec<String> = names
        .iter()
        .flat_map(|name| name.split([' ', '-']))
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(str::to_lowercase)
        .collect();
    words().take(LEAST).count() == LEAST && !words().any(|word| named.iter().any(|name| name == word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("20") || word.starts_with("19")) && word.parse::<u16>().is_ok()
}

fn named_after_day(line: &str) -> Option<Vec<String>> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = line.split(' ').collect();
    let by = words.iter().position(|word| !word.contains(|c: char| c.is_uppercase()) && BY.has(word))?;
    let (day, rest) = (words[..by].join(" "), words[by + 1..].join(" "));
    let is_day = by > 0 && tells_of_author(&day);
    is_day.then(|| names(&rest).into_iter().filter(|name| is_full_name(name)).collect())
}

fn named_before_day(line: &str) -> Vec<String> {
    let Some((name, day)) = line.split_once(", ") else { return Vec::new() };
    let words: Vec<&str> = day.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_day = words.len() == 3
        && words.iter().filter(|w| w.starts_with(|c: char| c.is_ascii_digit())).count() == 2
        && tells_of_author(day);
    // In capitals it is the place of a dateline: `THE HAGUE, 12 February 2019`.
    let is_place = !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    let is_person =
        is_day && !is_place && name.split(' ').count() <= MOST_PERSON && is_full_name(name) && names(name) == [name];
    if is_person { vec![name.to_owned()] } else { Vec::new() }
}

/// The names of a line of its own in which degrees follow them: `Ann Lee, PhD`, `Ann Lee, DVM; Bob Roe, VMD`.
pub(super) fn with_degree(lines: &[&str]) -> Vec<String> {
    let holds_degree = |line: &&str| {
        let after = line.split_once(", ").and_then(|(_, after)| after.split([' ', ';']).next()).unwrap_or_default();
        let letters: String = after.chars().filter(|c| c.is_alphabetic()).collect();
        letters.starts_with(char::is_uppercase) && DEGREES.has(&letters.to_lowercase())
    };
    let line = lines.iter().copied().find(holds_degree).unwrap_or_default();
    let first = line.split(", ").next().unwrap_or_default();
    let is_person = first.split(' ').count() <= MOST_PERSON && is_full_name(first) && names(first) == [first];
    names(if is_person { line } else { "" }).into_iter().filter(|name| is_full_name(name)).collect()
}

/// The name in the element after one that holds nothing but a label: `<h3>Author</h3><p>Ann Lee</p>`.
pub(super) fn below_label(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    // Most elements begin with a text that is too long.
    let is_long = |n: NodeId| n + 1 < dom.end(n) && dom.text(n + 1).is_some_and(|text| LABELS.is_longer(text));
    let is_label = |&&n: &&NodeId| {
        dom.end(n) - n <= MOST_LABEL
            && !dom.is(n, &["a", "dt", "th"])
            && !dom.is_unseen(n)
            && !is_long(n)
            && LABELS.has(&text::folded(&dom.text_of(n)))
    };
    let found = elements.iter().filter(is_label).take(10).map(|&n| after_label(dom, n)).find(|list| !list.is_empty());
    found.unwrap_or_default()
}

/// The name below a heading that says `Author`, wherever it stands.
pub(super) fn below_heading(dom: &Dom) -> Vec<String> {
    let headings: Vec<NodeId> = tagged(dom, 0..dom.len(), &["h2", "h3", "h4", "h5", "h6"]).collect();
    below_label(dom, &headings)
}

/// A name that a role follows, in its own line or in the next: `Ann Lee | Senior Writer | July 2`.
pub(super) fn with_role(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let lines = elements.iter().copied().filter(|&n| !dom.is(n, &["a", "h1", "h2", "h3"]));
    let first_text = |n: NodeId| dom.children(n).filter_map(|m| dom.text(m)).find(|text| !text.trim().is_empty());
    // To look for one mark after the other takes less than to look for any of them.
    let bars = lines.filter_map(first_text).flat_map(|text| text.split('|'));
    let texts = bars.flat_map(|text| text.split('·')).flat_map(|text| text.split('•'));
    let texts: Vec<String> = texts.map(text::collapse).collect();
    let may_name = |name: &str| name.split(' ').count() <= MOST_PERSON && is_full_name(name);
    let is_person = |name: &str| names(name) == [name];
    let found = texts.windows(2).find(|pair| may_name(&pair[0]) && is_role(&pair[1]) && is_person(&pair[0]));
    found.map(|pair| pair[0].clone()).into_iter().collect()
}

/// Whether a short line is a role: `Senior Writer`.
fn is_role(line: &str) -> bool {
    let folded = text::folded(line);
    let words: Vec<&str> = folded.split(' ').collect();
    words.len() <= MOST_ROLE && words.last().is_some_and(|w| w.len() > 3 && ROLES.has(w))
}

/// Whether a short line tells a day, a time of reading or a role.
fn tells_of_author(line: &str) -> bool {
    let folded = text::folded(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let tells = words.iter().any(|word| is_year(word))
        || words.contains(&"min")
        || words.iter().any(|w| w.len() > 3 && ROLES.has(w));
    words.len() <= MOST_ROLE && tells
}

/// The full names in the element after a label.
fn after_label(dom: &Dom, label: NodeId) -> Vec<String> {
    let next = dom.elements(dom.end(label)..dom.len().min(dom.end(label) + MOST_LABEL)).next();
    let line = next.filter(|&n| dom.end(n) - n <= MOST_NODES).map(|n| byline_text(dom, n)).unwrap_or_default();
    let short = line.chars().count() <= MOST_BYLINE;
    names(if short { &line } else { "" }).into_iter().filter(|name| is_full_name(name)).collect()
}

/// The name below a picture of somebody of that name, where the line before or the next one tells a day or a role:
/// products and sections have pictures of their name too.
pub(super) fn pictured(dom: &Dom, elements: &[NodeId]) -> Vec<String> {
    let pictures = elements.iter().filter(|&&n| dom.tag(n) == "img").take(MOST_PICTURES);
    let beside = |&picture: &NodeId| {
        let alt = text::unescape(dom.attr(picture, "alt").filter(|alt| !alt.is_empty())?);
        let near = (picture..dom.len().min(picture + MOST_NODES)).filter_map(|n| dom.text(n)).map(text::collapse);
        let mut lines = near.filter(|line| line.chars().any(char::is_alphanumeric));
        let is_name = |name: &String| name.split(' ').count() <= MOST_PORTRAYED && is_full_name(name);
        let name = lines.next().filter(|name| is_name(name) && alt.starts_with(name.as_str()))?;
        let before =
            (picture.saturating_sub(MOST_LABEL * 2)..picture).rev().filter_map(|n| dom.text(n)).map(text::collapse);
        let before = before.into_iter().find(|line| line.chars().any(char::is_alphanumeric));
        // What follows may say whose the picture is, and of when.
        let mut lines = lines.take_while(|line| !line.starts_with('©'));
        let is_told =
            before.is_some_and(|line| tells_of_author(&line)) || lines.next().is_some_and(|l| tells_of_author(&l));
        (names(&name) == [name.as_str()] && is_told).then_some(name)
    };
    pictures.filter_map(beside).take(1).collect()
}

#[cfg(test)]
mod tests {
    use super::super::byline::short_texts;
    use super::*;
    use crate::extract::dom::Document;

    fn read(html: &str, found: impl Fn(&Dom, &[NodeId]) -> Vec<String>) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        let elements: Vec<NodeId> = dom.elements(0..dom.len()).collect();
        found(&dom, &elements)
    }

    #[test]
    fn a_label_alone_names_what_is_below() {
        for html in ["<h3>Author</h3><p> Ann Lee</p>", "<div>Written by</div><div><b>Ann Lee</b></div>"] {
            assert_eq!(read(html, below_label), ["Ann Lee"], "{html}");
        }
        assert_eq!(
            read("<h6>Author(s)</h6><ul><li><a>Ann Lee</a></li><li><a>Bob Roe</a></li></ul>", below_label),
            ["Ann Lee", "Bob Roe"]
        );
        assert!(read("<h3>Topics</h3><p>Ann Lee</p>", below_label).is_empty());
        assert!(read("<h3>Author</h3>", below_label).is_empty());
    }

    #[test]
    fn a_day_may_lead_in_a_name() {
        let by_day = |dom: &Dom, elements: &[NodeId]| dated(&lines(&short_texts(dom, elements)));
        assert_eq!(read("<p><time>03/01/2017</time> by Ann Lee, Member of the Council</p>", by_day), ["Ann Lee"]);
        assert!(read("<p>Ten bridges of 2026 by Ann Lee</p>", by_day).is_empty());
    }

    #[test]
    fn several_names_stand_above_their_day() {
        let body = "the council of the valley voted on foreign aid and the new roads to van, ".repeat(20);
        let found = |html: &str, body: &str| {
            let document = Document::parse(&format!("<h1>Canal</h1>{html}"));
            let dom = document.dom();
            let elements: Vec<NodeId> = dom.elements(0..dom.len()).collect();
            together(&dom, &short_texts(&dom, &elements), dom.by_tag(0..dom.len(), "h1").next(), body)
        };
        let both = |html: &str| found(html, &body);
        for html in [
            "<p>Ann Lee and Bob Roe</p><p>26 February 2026</p>",
            "<div><span>Ann Lee, Bob Roe</span><time>Published on 26.02.2026</time></div>",
            "<p>Ann Lee, Bob Roe, February 26, 2026</p>",
            "<p>Ann Lee & Bob Roe<br>26 February 2026</p>",
            "<p>Ann Lee y Bob Roe | Publicado el 26 de febrero de 2026 a las 09:15</p>",
        ] {
            assert_eq!(both(html), ["Ann Lee", "Bob Roe"], "{html}");
        }
        assert_eq!(both("<p>Ann Lee, Bob F. Roe und Cy van Poe</p><p>26. Februar 2026</p>").len(), 3);
        for html in [
            "<p>Foreign Policy, Human Rights</p><p>26 February 2026</p>",
            "<p>New York and Los Alamos</p><p>26 February 2026</p>",
            "<p><a href=x>Ann Lee</a>, <a href=y>Bob Roe</a></p><p>26 February 2026</p>",
            "<p>ANN LEE, BOB ROE</p><p>26 February 2026</p>",
            "<p>Ann Lee and Bob Roe</p><p>The council voted.</p>",
            "<p>Ann Lee and Bob Roe met Cy Poe</p><p>26 February 2026</p>",
            "<p>Bob Roe News, Ann Lee</p><p>26 February 2026</p>",
            "<p>Ann Lee</p><p>26 February 2026</p>",
        ] {
            assert!(both(html).is_empty(), "{html}");
        }
        assert!(found("<p>Ann Lee and Bob Roe</p><p>26 February 2026</p>", "too short a text").is_empty());
    }

    #[test]
    fn a_portrait_and_a_role_show_a_person() {
        let beside = |name: &str, line: &str| format!("<img alt='{name}, portrait'><div>{name}</div><div>{line}</div>");
        assert_eq!(read(&beside("Ann Lee", "26 February 2026"), pictured), ["Ann Lee"]);
        assert_eq!(read(&beside("Ann Lee", "Senior Editor"), pictured), ["Ann Lee"]);
        assert!(read(&beside("Canal Lamp", "Buy now"), pictured).is_empty());
        assert!(read(&beside("Canal Lamp", "© Ann Lee, 26.02.2026"), pictured).is_empty());
        assert!(read(&beside("Canal Lamp At The Northern Quay", "26 February 2026"), pictured).is_empty());
        let after = "<p>2026-02-26 · <a href=/ann><img alt='Ann Lee'>Ann Lee</a></p><p>The council voted.</p>";
        assert_eq!(read(after, pictured), ["Ann Lee"]);
    }

    #[test]
    fn a_role_follows_a_name() {
        assert_eq!(read("<p>Ann Lee | Senior Writer | 26 February 2026</p>", with_role), ["Ann Lee"]);
        assert_eq!(read("<p>Ann Lee</p><p>Tech Writer</p>", with_role), ["Ann Lee"]);
        assert!(read("<p>Table of Contents</p><p>26 February 2026</p>", with_role).is_empty());
        assert!(read("<h2>Ann Lee</h2><p>Editor</p>", with_role).is_empty());
    }
}
