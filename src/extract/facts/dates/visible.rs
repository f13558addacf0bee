//! The days that a page shows to its readers, and the elements that hold them: `itemprop`, `<time>`, elements whose class
//! speaks of a date, lines near the headline.

use jiff::civil::Date;

use crate::extract::elements::names::{ClassWords, Marks, Wanted};

use super::candidates::{Candidate, MOST_OTHERS, Rank, Role};
use super::labels::{Label, label, label_alone};
use super::machine::{self, Stamp};
use super::text::{self, Habits};
use super::zone::Zone;
use super::{FAR, OF_ANOTHER};
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::NodeId;
use crate::extract::facts::Context;
use crate::extract::facts::names::{clauses, is_led};
use crate::extract::text::words;

/// Words of classes and ids that name an element holding a date.
const DATE_WORDS: Wanted = Wanted::new(&[
    "date",
    "dates",
    "datum",
    "fecha",
    "data",
    "dato",
    "datetime",
    "published",
    "publish",
    "publication",
    "pubdate",
    "postdate",
    "timestamp",
    "time",
    "posted",
    "dateline",
    "byline",
    "created",
    "postmetadata",
    "meta",
    "postmeta",
    "tarih",
    "zeit",
    "heure",
    "hora",
    "updated",
    "modified",
    "publishdate",
    "articledate",
    "submitted",
    "dt",
]);

/// Words of classes that name the day of the last change.
const MODIFIED_WORDS: Wanted =
    Wanted::new(&["updated", "update", "modified", "edited", "revised", "lastmod", "modification"]);

/// Words of classes and attributes that name the day of publication.
const PUBLISHED_WORDS: Wanted = Wanted::new(&["published", "publish", "pubdate", "publication", "posted", "created"]);

/// Words of classes that name its day.
const DAY_WORDS: Wanted = Wanted::new(&["date", "published", "pubdate"]);

/// Words of classes that name the article.
const OWN_WORDS: Wanted = Wanted::new(&["article", "post", "entry", "blog", "story"]);

/// Attributes that hold a day for machines; `title` is that of the hAtom microformat, `<abbr class=published title=…>`.
const VALUES: &[&str] =
    &["datetime", "content", "title", "data-datetime", "data-date", "data-pubdate", "data-published", "data-timestamp"];

/// An element with more nodes below it is a part of the page, not a date.
const MOST_NODES: usize = 40;

/// Nor is one with more text than this, in bytes.
const MOST_TEXT: usize = 400;

/// A line may hold this many words besides its date: an author, a place, the minutes to read it.
const MOST_WORDS: usize = 25;

/// So many words may stand before a date in its line.
const MOST_BEFORE: usize = 10;

/// So many words may stand before the date of a dateline: the place.
const MOST_PLACE: usize = 4;

/// A line with more words than this is not only the author's name.
const MOST_BYLINE: usize = 10;

/// A heading of more words is not a date line.
const MOST_HEADING: usize = 12;

/// What stands in a row of a table has no more elements between it and the row.
const MOST_ROW: usize = 6;

/// What parts a dateline from the text after it: "BERLIN, 26 February 2026 – The council …", "26.02.2026 „The council …".
const DATELINE_ENDS: [char; 12] = ['-', '–', '—', ':', '|', '/', ')', '•', '„', '“', '«', '"'];

pub(super) fn collect(
    cx: &Context,
    zone: &Zone,
    habits: &Habits,
    out: &mut Vec<Candidate>,
    others: &mut Vec<(Candidate, &'static str)>,
) {
    let search = Search { cx, zone, habits, dated: Marks::new(cx.dom, &DATE_WORDS) };
    let times = cx.dom.by_tag(0..cx.dom.len(), "time").take(MOST_OTHERS);
    others.extend(times.filter_map(|node| search.foreign(node)));
    let mut node = 0;
    while node < cx.dom.len() {
        // What is below is out too.
        if zone.is_out(node) {
            node = cx.dom.end(node);
            continue;
        }
        if !cx.dom.tag(node).is_empty() {
            out.extend(search.element(node));
        }
        node += 1;
    }
    for (at, draft) in zone.lines() {
        search.line(at, draft, out);
    }
    out.extend(zone.far_lines().filter_map(|(at, draft)| search.far_line(at, draft)));
}

struct Search<'s, 'c, 'a> {
    cx: &'s Context<'c, 'a>,
    zone: &'s Zone,
    habits: &'s Habits,
    /// The elements that are named after dates.
    dated: Marks,
}

/// What an element says about the day in it.
struct Signs<'d> {
    itemprop: Option<Role>,
    is_time: bool,
    /// The attribute of HTML before 2011 that named the `<time>` of publication.
    has_pubdate: bool,
    classes: ClassWords<'d>,
    said: Option<Label>,
}

impl Signs<'_> {
    fn has(&self, words: &Wanted) -> bool {
        self.classes.has_any(words)
    }

    fn role(&self) -> Role {
        let by_class = self.said.is_none() && self.has(&MODIFIED_WORDS) && !self.has(&PUBLISHED_WORDS);
        let by_words = if self.said == Some(Label::Modified) || by_class { Role::Modified } else { Role::Published };
        self.itemprop.unwrap_or(by_words)
    }

    /// Whether the classes say that the day is the article's: `article-date`, `post__date`.
    fn is_named_own(&self) -> bool {
        self.has(&OWN_WORDS) && (self.is_time || self.has(&DAY_WORDS))
    }

    fn is_marked(&self) -> bool {
        self.has_pubdate || self.has(&PUBLISHED_WORDS) || self.said.is_some()
    }

    /// The place of an element near the headline.
    fn near(&self) -> (Rank, &'static str) {
        match (self.itemprop, self.is_time) {
            (Some(_), _) => (Rank::Itemprop, "itemprop"),
            (None, true) if self.is_marked() => (Rank::MarkedTime, "time"),
            (None, true) => (Rank::Time, "time"),
            (None, false) if self.said.is_some() => (Rank::Labelled, "text"),
            (None, false) => (Rank::DateElement, "text"),
        }
    }
}

impl Search<'_, '_, '_> {
    /// The day of a `<time>` that is no candidate, and why it is none.
    fn foreign(&self, node: NodeId) -> Option<(Candidate, &'static str)> {
        let is_out = self.zone.is_out(node);
        if !is_out && self.element(node).is_some() {
            return None;
        }
        let stamp = self.value(node).or_else(|| Some(self.shown(node)?.0))?;
        let candidate = Candidate { role: Role::Published, rank: Rank::Elsewhere, stamp, source: "time".into() };
        Some((candidate, if is_out { OF_ANOTHER } else { FAR }))
    }

    fn element(&self, node: NodeId) -> Option<Candidate> {
        let dom = self.cx.dom;
        if dom.end(node) - node > MOST_NODES || dom.tag(node) == "meta" {
            return None;
        }
        let itemprop = dom.attr(node, "itemprop").and_then(role_of_itemprop);
        let is_time = dom.tag(node) == "time";
        if itemprop.is_none() && !is_time && !self.dated.has(dom, node) {
            return None;
        }
        let (stamp, said) = self.value(node).map(|stamp| (stamp, None)).or_else(|| self.shown(node))?;
        let signs = Signs {
            itemprop,
            is_time,
            has_pubdate: dom.attr(node, "pubdate").is_some(),
            classes: dom.class_words(node),
            said: said.or_else(|| self.zone.said_before(self.cx, node)),
        };
        let is_of_row = signs.itemprop.is_none() && signs.said.is_none() && self.is_in_row_of_other(node);
        if signs.said == Some(Label::Other) || is_of_row {
            return None;
        }
        let (rank, source) = signs.near();
        let rank = if self.zone.is_near_title(self.cx, node) { rank } else { self.far(node, &signs)? };
        Some(Candidate { role: signs.role(), rank, stamp, source: source.into() })
    }

    /// The place of an element far from the headline, if it is one at all.
    fn far(&self, node: NodeId, signs: &Signs) -> Option<Rank> {
        let is_own = signs.is_marked() || self.zone.is_in_content(self.cx, node);
        match signs.said {
            _ if signs.itemprop.is_some() => Some(Rank::ItempropAway),
            Some(Label::Published) => Some(Rank::LabelledAway),
            _ if !is_own && !signs.is_named_own() => None,
            _ if !self.zone.has_title() => Some(Rank::LabelledAway),
            _ => Some(Rank::Elsewhere),
        }
    }

    fn value(&self, node: NodeId) -> Option<Stamp> {
        VALUES.iter().find_map(|name| machine::parse(self.cx.dom.attr(node, name)?, self.habits))
    }

    fn shown(&self, node: NodeId) -> Option<(Stamp, Option<Label>)> {
        let dom = self.cx.dom;
        let bytes: usize = dom.subtree(node).filter_map(|n| dom.text(n)).map(str::len).sum();
        if bytes > MOST_TEXT { None } else { first_day(&dom.text_of(node), self.habits) }
    }

    /// The days in a line near the headline. Running text is read for a dateline at its start only.
    fn line(&self, at: usize, draft: &Draft, out: &mut Vec<Candidate>) {
        let is_prose = self.zone.is_prose(at);
        if !may_hold_date(draft) || (!is_prose && draft.words > MOST_WORDS) {
            return;
        }
        let days = text::find(&draft.text, self.habits);
        if days.is_empty() || self.is_in_row_of_other(draft.node) {
            return;
        }
        let mut from = 0;
        let mut found_here: Option<Candidate> = None;
        for found in days {
            let before = &draft.text[from..found.at.start];
            let clause = clauses(before).last().unwrap_or(before);
            // A label at the start of the line, or between others.
            let is_set_off = from == 0 || clause.ends_with('：');
            from = found.at.end;
            let is_dateline = words(before) <= MOST_PLACE && draft.text[from..].trim_start().starts_with(DATELINE_ENDS);
            // What follows may be the word for a year with its point, which ends no sentence: "14 марта 2023 г."
            let is_labelled = || {
                clause.ends_with([':', '：'])
                    && label(clause).is_some()
                    && (words(&draft.text[from..]) <= 1 || (is_set_off && words(clause) <= MOST_PLACE))
            };
            if words(clause) > MOST_BEFORE || (is_prose && !is_dateline && !is_labelled()) {
                break;
            }
            let said = label(before).or_else(|| self.label_above(at).filter(|_| words(before) == 0));
            let candidate = self.of_line(Stamp::day(found.day), said);
            // "26 February 2026 | Updated 26 February 2026": the first of them is that of publication.
            if let (Some(first), Some(Label::Modified)) = (&mut found_here, said) {
                first.rank = if first.stamp.day == found.day { Rank::Labelled } else { first.rank };
            }
            out.extend(found_here.take());
            found_here = candidate;
        }
        out.extend(found_here);
    }

    /// Whether an element stands in the row of a table whose head tells of something else than the article: `<th>Initial
    /// release<td>…`.
    fn is_in_row_of_other(&self, node: NodeId) -> bool {
        let dom = self.cx.dom;
        let row = std::iter::once(node).chain(dom.ancestors(node)).take(MOST_ROW).find(|&n| dom.tag(n) == "tr");
        let head = row.and_then(|row| dom.children(row).find(|&n| dom.tag(n) == "th"));
        head.is_some_and(|head| {
            let says = dom.text_of(head);
            !dom.subtree(head).contains(&node)
                && words(&says) > 0
                && !matches!(label_alone(&says), Some(Label::Published | Label::Modified))
        })
    }

    /// What the line above says where it is nothing but a label: `<dt>Published</dt><dd>…</dd>`.
    fn label_above(&self, at: usize) -> Option<Label> {
        let above = self.zone.draft(at.checked_sub(1)?)?;
        if above.words <= MOST_PLACE { label_alone(&above.text) } else { None }
    }

    fn is_below_byline(&self, at: usize, draft: &Draft) -> bool {
        let above = at.checked_sub(1).and_then(|above| self.zone.draft(above));
        above.is_some_and(|above| above.words <= MOST_BYLINE && is_led(&above.text))
            && is_day_alone(&draft.text, self.habits)
    }

    fn of_line(&self, stamp: Stamp, said: Option<Label>) -> Option<Candidate> {
        let (role, rank) = match said {
            Some(Label::Published) => (Role::Published, Rank::Labelled),
            Some(Label::Modified) => (Role::Modified, Rank::Labelled),
            Some(Label::Other) => return None,
            None => (Role::Published, Rank::Text),
        };
        let rank = if self.zone.has_title() { rank } else { Rank::Elsewhere };
        Some(Candidate { role, rank, stamp, source: "text".into() })
    }

    /// The day on which a line says that the article first came out.
    fn first_published(&self, line: &str) -> Option<Date> {
        line.get(..5).filter(|start| start.eq_ignore_ascii_case("this "))?;
        let found = text::find(line, self.habits).into_iter().next()?;
        let before: Vec<String> = line[..found.at.start].split_whitespace().map(str::to_ascii_lowercase).collect();
        let says = |words: &[&str]| before.iter().any(|word| words.contains(&word.as_str()));
        (before.len() <= MOST_BEFORE && says(&FIRST) && says(&CAME_OUT)).then_some(found.day)
    }

    /// A line far from the headline has a day only where its own words say that it is the article's, or where it is nothing
    /// but a day below the line that names the author.
    fn far_line(&self, at: usize, draft: &Draft) -> Option<Candidate> {
        if let Some(day) = self.first_published(&draft.text) {
            return Some(Candidate {
                role: Role::Published,
                rank: Rank::Labelled,
                stamp: Stamp::day(day),
                source: "text".into(),
            });
        }
        if draft.words > MOST_WORDS || draft.is_prose() {
            return None;
        }
        let (stamp, said) = first_day(&draft.text, self.habits)?;
        if self.is_in_row_of_other(draft.node) {
            return None;
        }
        let above = || self.label_above(at).filter(|_| is_day_alone(&draft.text, self.habits));
        let byline = || self.is_below_byline(at, draft).then_some(Label::Published);
        let role = match said.or_else(above).or_else(byline)? {
            Label::Published => Role::Published,
            Label::Modified => Role::Modified,
            Label::Other => return None,
        };
        Some(Candidate { role, rank: Rank::LabelledAway, stamp, source: "text".into() })
    }
}

/// Words of a sentence by which an article says when it first came out: "This article was originally published on …".
const FIRST: [&str; 3] = ["originally", "first", "initially"];
const CAME_OUT: [&str; 4] = ["published", "posted", "appeared", "written"];

/// Whether the text is a day and nothing else.
fn is_day_alone(text: &str, habits: &Habits) -> bool {
    text::find(text, habits)
        .first()
        .is_some_and(|found| words(&text[..found.at.start]) + words(&text[found.at.end..]) == 0)
}

fn role_of_itemprop(names: &str) -> Option<Role> {
    names.split_ascii_whitespace().find_map(|name| match name.to_ascii_lowercase().as_str() {
        "datepublished" | "datecreated" | "dateposted" => Some(Role::Published),
        "datemodified" => Some(Role::Modified),
        _ => None,
    })
}

/// The first day in a short text, and what the words before it say.
fn first_day(text: &str, habits: &Habits) -> Option<(Stamp, Option<Label>)> {
    let found = text::find(text, habits).into_iter().next()?;
    let before = &text[..found.at.start];
    let clause = clauses(before).last().unwrap_or(before);
    (words(clause) <= MOST_BEFORE).then(|| (Stamp::day(found.day), label(before)))
}

fn may_hold_date(draft: &Draft) -> bool {
    let is_link = draft.link_density() > 0.5 && draft.words > MOST_BEFORE;
    draft.kind != BlockKind::Caption && !is_link && (!draft.is_heading() || draft.words <= MOST_HEADING)
}

#[cfg(test)]
mod tests;
