//! From a byline to the names in it.

mod line;
mod who;

use super::lists::{List, ROLES};
use super::tagged;
use crate::extract::dom::Dom;
use crate::extract::text;
use line::{after_by, led, split, without_addresses};
use who::{ends_in_role, is_degree, name, names_a_host};

pub(crate) use line::{clauses, is_led};
pub(crate) use who::{is_full_name, is_organisation, is_unspaced_name};

/// A longer byline is a paragraph: only its start is read.
const MOST_BYLINE: usize = 300;

/// More authors than this are a list of staff.
const MOST_NAMES: usize = 12;

/// The names in a byline as it is shown: a day, a role, a number of minutes may stand beside them.
pub(crate) fn names(byline: &str) -> Vec<String> {
    let short: String = byline.chars().take(MOST_BYLINE).collect();
    let line = without_addresses(&text::unescape(&short));
    let segments = line
        .split(['|', '·', '•', '⋅', '—', '–'])
        .flat_map(|s| s.split(" - "))
        .map(str::trim)
        .filter(|s| !s.is_empty());
    let found = segments.map(|segment| listed(after_by(led(segment)), true)).find(|list| !list.is_empty());
    people_first(found.unwrap_or_default())
}

/// The same, but where a body's name would be cut to its first word, as `Department for Harbours`, all of it.
pub(crate) fn body_or_names(byline: &str) -> Vec<String> {
    let found = names(byline);
    let is_cut = found.len() == 1 && !found[0].contains(' ') && is_organisation(&found[0]);
    if is_cut { stated_names(byline) } else { found }
}

/// The names in a statement for machines: one, or a list. An organisation's name is not taken apart.
pub(crate) fn stated_names(value: &str) -> Vec<String> {
    let short: String = value.chars().take(MOST_BYLINE).collect();
    if names_a_host(&short) {
        return Vec::new();
    }
    let line = without_addresses(&text::unescape(&short));
    let line = led(line.split(" | ").flat_map(|part| part.split(" - ")).next().unwrap_or(&line));
    let list = listed(line, false);
    let people = list.len() > 1 && list.iter().all(|n| n.contains(' ') && !is_organisation(n));
    let whole = name(line).filter(|_| !people && is_organisation(line));
    people_first(whole.map_or(list, |name| vec![name]))
}

fn listed(line: &str, shown: bool) -> Vec<String> {
    let parts = split(line, shown);
    // `Writer, Hardware`: what follows a role alone is what the role is about.
    let is_subject = |at: usize| at == 1 && !parts[1].contains(' ') && ROLES.has(&text::folded(&parts[0]));
    parts
        .iter()
        .enumerate()
        .filter(|(at, part)| *at == 0 || !(is_degree(part) || ends_in_role(part) || is_subject(*at)))
        .filter_map(|(_, part)| name(part))
        .collect()
}

/// The names in order, each once; organisations go where there are people.
pub(crate) fn people_first(names: Vec<String>) -> Vec<String> {
    let people = names.iter().any(|n| !is_organisation(n));
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let again = out.iter().any(|n| text::folded(n) == text::folded(&name));
        let passed_over = again || (people && is_organisation(&name));
        if !passed_over && out.len() < MOST_NAMES {
            out.push(name);
        }
    }
    out
}

/// Whether a line begins as a byline does and names somebody in full.
pub(crate) fn is_signature(line: &str) -> bool {
    is_led(line) && names(line).iter().any(|name| is_full_name(name) || is_unspaced_name(name))
}

/// What follows a label in a list of facts about the article: `<dt>Tags</dt><dd>Water, Aid</dd>`.
pub(crate) fn labelled(dom: &Dom, labels: &List) -> Vec<String> {
    const SMALL: usize = 60;
    let is_label = |&n: &usize| dom.end(n) - n <= 6 && labels.has(&text::folded(&dom.raw_text(n)));
    let Some(label) = tagged(dom, 0..dom.len(), &["dt", "th"]).find(is_label) else { return Vec::new() };
    let value = dom.end(label)..dom.len().min(dom.end(label) + 4);
    let value = value.into_iter().find(|&n| dom.is(n, &["dd", "td"]) && dom.end(n) - n <= SMALL);
    value.map(|n| vec![dom.text_of(n)]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_without_what_stands_around_it() {
        for line in [
            "By Ann Lee",
            "BY: Ann Lee",
            "by  Ann Lee, Senior Editor",
            "Written by Ann Lee on May 3, 2024",
            "Ann Lee May 3, 2024",
            "Ann Lee | Updated 3 May",
            "Ann Lee (ann@a.example)",
            "Von Ann Lee",
            "Ann Lee, PhD",
            "Ann Lee - 3 min read",
            "Ann Lee is a reporter in Rome",
            "by by Ann Lee",
            "Author: Ann Lee",
            "Ann Lee ann.lee@a.example",
            "Ann Lee, Professor of Law",
            "Ann Lee Contributing Writer",
            "Author: Ann Lee, MD",
            "Ann Lee, Ph.D.",
            "By Ann Lee.",
            "Ann Lee • 12 comments",
            "Por Ann Lee",
            "Ann Lee and Staff",
        ] {
            assert_eq!(names(line), ["Ann Lee"], "{line}");
        }
    }

    #[test]
    fn the_subject_of_a_role_is_no_name() {
        assert!(names("Writer, Hardware").is_empty());
        assert_eq!(names("Ann Lee, Bob"), ["Ann Lee", "Bob"]);
    }

    #[test]
    fn several_names() {
        for line in [
            "By Ann Lee and Bob Roe",
            "Ann Lee, Bob Roe",
            "Von Ann Lee und Bob Roe",
            "Ann Lee & Bob Roe",
            "Ann Lee; Bob Roe",
        ] {
            assert_eq!(names(line), ["Ann Lee", "Bob Roe"], "{line}");
        }
        assert_eq!(names("Ann Lee, Bob Roe, and Cy Poe"), ["Ann Lee", "Bob Roe", "Cy Poe"]);
    }

    #[test]
    fn names_of_many_forms() {
        for name in [
            "Ludwig van Beethoven",
            "Inés Quiroga Baltar",
            "J. R. R. Tolkien",
            "ليلى الصفدي",
            "April May",
            "Maria del Carmen Ruiz",
            "李明",
            "Séverine Adamu",
            "Josephine Arkwright-Diaz",
            "Conan O’Brien",
        ] {
            assert_eq!(names(name), [name]);
        }
        assert_eq!(names("بقلم ليلى الصفدي"), ["ليلى الصفدي"]);
        assert!(is_unspaced_name("佐藤恵子") && !is_unspaced_name("王") && !is_unspaced_name("Lee"));
    }

    #[test]
    fn what_else_a_byline_tells() {
        for line in [
            "3 January 2017 by Ann Lee",
            "Dec. 19, 2025 · Ann Lee on behalf of the board",
            "Updated May 3 | By Ann Lee | 3 min read",
            "Текст: Ann Lee | Опубликовано: 14 марта 2023 г.",
            "Haber: Ann Lee Yayınlanma: 14 Mart 2023",
            "Von Ann Lee Dienstag 14. März 2023",
            "كتب: Ann Lee الثلاثاء 14 مارس 2023",
            "Penulis: Ann Lee | Senin, 14 Maret 2023",
            "作者：Ann Lee 来源：新华社",
            "Authored by: Ann Lee",
            "Ann Lee Lesedauer: 4 Minuten",
        ] {
            assert_eq!(names(line), ["Ann Lee"], "{line}");
        }
    }

    #[test]
    fn a_line_is_parted_at_its_labels() {
        let parts = |line| clauses(line).collect::<Vec<_>>();
        assert_eq!(parts("2026-02-26 | Автор: Ann Lee"), ["2026-02-26", "Автор: Ann Lee"]);
        assert_eq!(parts("来源：新华社 作者：陈慧敏 王 时间：2026"), ["来源：新华社", "作者：陈慧敏 王", "时间：2026"]);
        assert_eq!(parts("By Ann Lee: a life"), ["By Ann Lee: a life"]);
    }

    #[test]
    fn statements_keep_the_names_of_organisations_whole() {
        assert_eq!(
            stated_names("Center for Drug Evaluation and Research"),
            ["Center for Drug Evaluation and Research"]
        );
        assert_eq!(stated_names("Ann Lee, Bob Roe and Cy Poe"), ["Ann Lee", "Bob Roe", "Cy Poe"]);
        assert_eq!(stated_names("Human in the Loop"), ["Human in the Loop"]);
        assert_eq!(stated_names("Ann Lee, MD"), ["Ann Lee"]);
    }

    #[test]
    fn organisations_only_where_no_person_is_named() {
        assert_eq!(names("Ministry of Housing"), ["Ministry of Housing"]);
        assert_eq!(names("By Ann Lee, The Daily News"), ["Ann Lee"]);
    }

    #[test]
    fn nobody() {
        for line in [
            "admin",
            "By Staff",
            "",
            "https://a.example/ann",
            "Editorial Team",
            "12 May 2024",
            "Artwork made by: Ann Lee",
            "…",
            "Read more about how the council decided to vote again",
        ] {
            assert!(names(line).is_empty(), "{line}: {:?}", names(line));
        }
    }
}
