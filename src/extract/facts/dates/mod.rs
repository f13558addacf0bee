//! When the article was published, and when it was last changed.
//!
//! Every place where a page may say it gives a candidate; the best place whose day is possible wins. The day counts as the
//! publisher wrote it: where one place gives Greenwich time and another the local day of the same instant, the local one
//! is taken.

mod best;
mod calendars;
mod candidates;
mod habits;
mod labels;
mod limits;
mod machine;
mod months;
mod scan;
mod text;
mod visible;
mod zone;

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Context;
use super::choice::{AGREES, Chosen, WEAKER, considered};
use crate::article::{Fact, Moment};
use crate::extract::trace::Considered;
use best::choose;
use candidates::{Candidate, Rank, Role};
use limits::{FIRST_YEAR, latest, saved};
use zone::Zone;

/// The two days, each with its source and with the days that lost.
#[derive(Debug)]
pub(crate) struct Dates {
    pub(crate) published: Chosen<Moment>,
    pub(crate) modified: Chosen<Moment>,
}

/// Why a day loses whatever its source.
const IMPOSSIBLE: &str = "impossible: before the web, or in the future";
const LISTED: &str = "one of several days near the headline, of which nothing says more";
const A_CHANGE: &str = "the day of the last change";
const UNSURE: &str = "far from the headline, where others differ";
const SHOWN_BEFORE: &str = "later than the day that readers are shown";
const SHOWN_ANEW: &str = "readers are shown the day of the last change alone";
const GREENWICH: &str = "the same moment, but in Greenwich";
const BEFORE_PUBLICATION: &str = "before the day of publication";

/// Why a day is no candidate at all.
pub(super) const OF_ANOTHER: &str = "of another article";
pub(super) const FAR: &str = "far from the headline";

pub(crate) fn dates(cx: &Context, url: Option<&str>, lang: Option<&str>) -> Dates {
    let latest = latest(Timestamp::now(), saved(&cx.page.text));
    let Collected { mut all, others } = collect(cx, url, lang);
    let is_possible = |c: &Candidate| c.stamp.day.year() >= FIRST_YEAR && c.stamp.day <= latest;
    let mut lost = left_out(&mut all, is_possible, |_| IMPOSSIBLE);
    lost.extend(drop_unlabelled(&mut all));
    lost.extend(others.into_iter().filter(|(c, _)| is_possible(c)));
    let published = choose(&all, Role::Published);
    let is_early = |m: &Fact<Moment>| published.as_ref().is_some_and(|p| m.value.day < p.value.day);
    let modified = choose(&all, Role::Modified);
    let early = modified.as_ref().is_some_and(is_early);
    let mut changes = told(&all, &lost, modified.as_ref(), Role::Modified);
    if early {
        changes.iter_mut().filter(|c| c.lost.is_none()).for_each(|c| c.lost = Some(BEFORE_PUBLICATION));
    }
    Dates {
        modified: Chosen { fact: modified.filter(|_| !early), candidates: changes },
        published: Chosen { candidates: told(&all, &lost, published.as_ref(), Role::Published), fact: published },
    }
}

/// A day that is no candidate, and why.
type Lost = (Candidate, &'static str);

/// Takes out the candidates that are not kept, and says why.
fn left_out(
    all: &mut Vec<Candidate>,
    keep: impl Fn(&Candidate) -> bool,
    why: impl Fn(&Candidate) -> &'static str,
) -> Vec<Lost> {
    let out = all.extract_if(.., |c| !keep(c));
    out.map(|c| {
        let why = why(&c);
        (c, why)
    })
    .collect()
}

/// What became of each day, those that may be of the event first.
fn told(all: &[Candidate], lost: &[Lost], won: Option<&Fact<Moment>>, role: Role) -> Vec<Considered> {
    let own = |c: &&Candidate| c.role == role;
    let is_won = |c: &Candidate| won.is_some_and(|w| w.source == c.source && w.value.day == c.stamp.day);
    let winner = all.iter().filter(own).position(is_won);
    let rank = winner.and_then(|at| all.iter().filter(own).nth(at)).map(|c| c.rank);
    let why = |c: &Candidate| match (won, rank) {
        (Some(won), _) if won.value.day == c.stamp.day => AGREES,
        (Some(won), _) if won.value.instant.is_some() && won.value.instant == c.stamp.instant() => GREENWICH,
        (Some(won), Some(rank)) if c.rank < rank && won.value.day < c.stamp.day => SHOWN_BEFORE,
        (Some(_), Some(rank)) if c.rank < rank => SHOWN_ANEW,
        (None, _) => UNSURE,
        _ => WEAKER,
    };
    let kept = all.iter().filter(own).enumerate();
    let kept = kept.map(|(at, c)| (c, (Some(at) != winner).then(|| why(c))));
    let lost = lost.iter().filter(|(c, _)| c.role == role).map(|(c, why)| (c, Some(*why)));
    // Whoever asks why a day was not taken may have seen that of the last change.
    let changes = all.iter().filter(|c| role == Role::Published && c.role == Role::Modified);
    let changes = changes.map(|c| (c, Some(A_CHANGE)));
    let all = kept.chain(lost).chain(changes);
    all.map(|(c, lost)| considered(vec![c.stamp.moment().text], c.source.clone(), lost)).collect()
}

/// The moment that a value written by a tool names, as in front matter.
pub(crate) fn stated(value: &str) -> Option<Moment> {
    let habits = text::Habits { order: text::Order::Unknown, lang: None };
    let stamp = machine::parse(value, &habits)?;
    (stamp.day.year() >= FIRST_YEAR && stamp.day <= latest(Timestamp::now(), None)).then(|| stamp.moment())
}

/// The days of a page.
struct Collected {
    /// The candidates, the best places first.
    all: Vec<Candidate>,
    /// The days of other articles, and those that could be of anything.
    others: Vec<Lost>,
}

fn collect(cx: &Context, url: Option<&str>, lang: Option<&str>) -> Collected {
    let lines = habits::short_lines(cx.dom);
    let shown = habits::shown(&lines);
    let mut habits = habits::habits(cx, shown, url, lang);
    let mut all = Vec::new();
    candidates::json_ld(cx.structured, &habits, &mut all);
    candidates::metas(cx.structured, &habits, &mut all);
    candidates::own_metas(cx.structured, &habits, &mut all);
    candidates::around(cx.dom, cx.content, &habits, &mut all);
    if let Some(url) = url {
        candidates::address(url, &mut all);
    }
    let days: Vec<Date> = all.iter().map(|c| c.stamp.day).collect();
    if let Some(order) = shown.or_else(|| habits::agreed(&lines, &days)) {
        habits.order = order;
    }
    let mut others = Vec::new();
    candidates::of_other_articles(cx.structured, &habits, &mut others);
    visible::collect(cx, &Zone::new(cx), &habits, &mut all, &mut others);
    demote_lists(&mut all);
    all.sort_by_key(|c| c.rank);
    Collected { all, others }
}

/// So many different days near a headline are a list of other articles or of events.
const LIST: usize = 3;

/// Days of publication marked in the text count little where there are several: those of teasers are marked likewise, and
/// the article's own may not be among them.
fn demote_lists(all: &mut [Candidate]) {
    let is_marked = |c: &Candidate| c.role == Role::Published && c.source == "itemprop";
    let days: HashSet<Date> = all.iter().filter(|c| is_marked(c)).map(|c| c.stamp.day).collect();
    if days.len() >= LIST {
        all.iter_mut().filter(|c| is_marked(c)).for_each(|c| c.rank = Rank::Elsewhere);
    }
}

/// Leaves out days of which nothing but their place says that they are the day of publication, where they are those of a
/// list, or the same as a day that is called the last change.
fn drop_unlabelled(all: &mut Vec<Candidate>) -> Vec<Lost> {
    let days: HashSet<Date> = all.iter().filter(|c| c.rank.is_unlabelled()).map(|c| c.stamp.day).collect();
    let labelled = |c: &&Candidate| c.role == Role::Modified && c.rank == Rank::Labelled;
    let changes: HashSet<Date> = all.iter().filter(labelled).map(|c| c.stamp.day).collect();
    let is_change = |c: &Candidate| c.role == Role::Published && changes.contains(&c.stamp.day);
    let keep = |c: &Candidate| !c.rank.is_unlabelled() || (days.len() < LIST && !is_change(c));
    left_out(all, keep, |c| if is_change(c) { A_CHANGE } else { LISTED })
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;

    /// Source and text of the day of publication.
    fn published(html: &str, url: Option<&str>) -> Option<(String, String)> {
        let fact = with_context(html, |cx| dates(cx, url, Some("en"))).published.fact?;
        Some((fact.source.to_string(), fact.value.text))
    }

    fn fact(source: &str, text: &str) -> Option<(String, String)> {
        Some((source.to_owned(), text.to_owned()))
    }

    const META: &str = "<meta property=article:published_time content=2026-02-27T04:30:00Z>";

    #[test]
    fn the_local_form_of_an_instant_is_preferred() {
        let local = "<meta itemprop=datePublished content=2026-02-26T23:30:00-05:00>";
        assert_eq!(published(&format!("{META}{local}"), None), fact("itemprop", "2026-02-26T23:30:00-05:00"));
        let shown = format!("{META}<h1>Canal reopens</h1><p>26 February 2026</p>");
        assert_eq!(published(&shown, None), fact("text", "2026-02-26"));
        let instant = with_context(&shown, |cx| dates(cx, None, None)).published.fact.and_then(|f| f.value.instant);
        assert_eq!(instant.map(|i| i.to_string()).as_deref(), Some("2026-02-27T04:30:00Z"));
    }

    #[test]
    fn a_day_that_no_zone_can_have_is_not_the_local_form() {
        let evening = "<meta property=article:published_time content=2026-02-27T20:30:00Z><h1>Canal reopens</h1><p>26 February 2026</p>";
        assert_eq!(published(evening, None), fact("text", "2026-02-26"));
        let later = evening.replace("26 February", "28 February").replace("20:30", "04:30");
        assert_eq!(published(&later, None), fact("og", "2026-02-27T04:30:00Z"));
        let text = "The council voted on Monday to reopen the northern canal. ".repeat(20);
        let comment = format!(
            "{META}<h1>Canal reopens</h1><p>26 February 2026</p><p>{text}</p><p>{text}</p><time>27 February 2026</time>"
        );
        assert_eq!(published(&comment, None), fact("text", "2026-02-26"));
        let confirmed = format!("{META}<h1>Canal reopens</h1><p>26 February 2026</p>");
        assert_eq!(
            published(&confirmed, Some("https://a.example/2026/02/27/canal")),
            fact("og", "2026-02-27T04:30:00Z")
        );
    }

    #[test]
    fn an_earlier_day_shown_to_readers_wins_over_a_later_stamp() {
        let migrated = format!("{META}<h1>Canal reopens</h1><p>Published 3 May 2019</p>");
        assert_eq!(published(&migrated, None), fact("text", "2019-05-03"));
        let updated =
            "<meta property=article:published_time content=2019-05-03><h1>Canal reopens</h1><p>26 February 2026</p>";
        assert_eq!(published(updated, None), fact("og", "2019-05-03"));
    }

    #[test]
    fn a_day_that_is_shown_alone_wins_where_it_is_that_of_the_last_change() {
        let page = |shown: &str| {
            format!("<meta property=article:published_time content=2019-05-03><meta property=article:modified_time content=2026-02-26>
                     <h1>Canal reopens</h1>{shown}")
        };
        assert_eq!(published(&page("<p>26 February 2026</p>"), None), fact("text", "2026-02-26"));
        for other in [
            "",
            "<p>25 February 2026</p>",
            "<p>Updated 26 February 2026</p>",
            "<time class=published>26 February 2026</time><p>Updated 26 February 2026</p>",
            "<p>3 May 2019 / 26 February 2026</p>",
        ] {
            assert_eq!(published(&page(other), None), fact("og", "2019-05-03"), "{other}");
        }
        let addressed = Some("https://a.example/2019/05/03/canal");
        assert_eq!(published(&page("<p>26 February 2026</p>"), addressed), fact("og", "2019-05-03"));
    }

    #[test]
    fn a_day_far_away_that_is_called_that_of_publication_wins_over_a_later_stamp() {
        let text = "<p>The council voted on Monday to reopen the northern canal for good.</p>".repeat(20);
        let foot = |line: &str| published(&format!("{META}<h1>Canal reopens</h1>{text}<p>{line}"), None);
        assert_eq!(foot("Published 3 May 2019"), fact("text", "2019-05-03"));
        assert_eq!(foot("Published 3 May 2019<p>Published 4 May 2019"), fact("og", "2026-02-27T04:30:00Z"));
    }

    #[test]
    fn the_order_of_numbers_is_that_of_the_days_for_machines() {
        let page = |lang: &str, day: &str| {
            let html = format!(
                "<html lang={lang}><meta property=article:modified_time content=2026-04-03T10:00:00Z><h1>Canal reopens</h1><p>{day}"
            );
            with_context(&html, |cx| dates(cx, None, None)).published.fact.map(|f| f.value.text)
        };
        assert_eq!(page("en", "03/04/2026").as_deref(), Some("2026-04-03"));
        assert_eq!(page("en-US", "03/04/2026").as_deref(), Some("2026-04-03"));
        assert_eq!(page("en-GB", "04/03/2026").as_deref(), Some("2026-04-03"));
        assert_eq!(page("en", "05/06/2026"), None);
        assert_eq!(page("en-US", "05/06/2026").as_deref(), Some("2026-05-06"));
        assert_eq!(page("en-GB", "05/06/2026").as_deref(), Some("2026-06-05"));
    }

    #[test]
    fn a_much_earlier_day_in_the_address_wins_over_a_later_stamp() {
        assert_eq!(published(META, Some("https://a.example/2019/5/3/canal")), fact("url", "2019-05-03"));
        assert_eq!(published(META, Some("https://a.example/2026/02/01/canal")), fact("og", "2026-02-27T04:30:00Z"));
    }

    #[test]
    fn impossible_days_lose() {
        for day in ["2999-01-01", "1970-01-01", "0000-00-00", "9999-12-31T23:59:59-12:00"] {
            let html = format!("<meta name=date content={day}><meta name=dc.date content=2026-02-26>");
            assert_eq!(published(&html, None), fact("meta:dc.date", "2026-02-26"), "{day}");
        }
    }

    #[test]
    fn the_day_of_saving_is_a_limit_and_never_a_date() {
        let single_file = "<!--\n Page saved with SingleFile \n url: https://a.example/z \n saved date: Mon Feb 12 2024 10:00:00 GMT+0100 (CET)\n-->";
        let httrack = "<!-- Mirrored from a.example/z by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 12 Feb 2024 09:00:00 GMT -->";
        for comment in [single_file, httrack] {
            assert_eq!(published(&format!("{comment}<p>Text"), None), None);
            let after = format!("{comment}<meta name=date content=2024-02-20><meta name=dc.date content=2024-02-10>");
            assert_eq!(published(&after, None), fact("meta:dc.date", "2024-02-10"));
        }
    }

    #[test]
    fn a_change_before_publication_is_none() {
        let html = format!("{META}<meta property=article:modified_time content=2026-02-20T00:00:00Z>");
        assert!(with_context(&html, |cx| dates(cx, None, None)).modified.fact.is_none());
    }
}
