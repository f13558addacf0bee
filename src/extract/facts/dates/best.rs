//! Which of a page's days is the one: the first of the best places, unless another tells more of it.

use jiff::civil::Date;
use jiff::tz::Offset;

use super::candidates::{Candidate, Rank, Role};
use crate::article::{Fact, Moment};

/// The first candidate, in the publisher's own zone where the page tells it.
pub(super) fn choose(all: &[Candidate], role: Role) -> Option<Fact<Moment>> {
    let candidates = || all.iter().filter(|c| c.role == role);
    let best = candidates().next()?;
    // Days found far from the headline count only where they are all the same.
    if best.rank >= Rank::LabelledAway && candidates().any(|c| c.rank == best.rank && c.stamp.day != best.stamp.day) {
        return None;
    }
    let instead = shown_before(all, best).or_else(|| addressed_before(all, best)).or_else(|| shown_anew(all, best));
    let best = instead.unwrap_or(best);
    let near = || candidates().filter(|other| other.rank < Rank::LabelledAway && other.stamp.instant().is_none());
    let is_confirmed = near().any(|other| other.stamp.day == best.stamp.day);
    let local =
        candidates().find(|other| is_local_form(best, other) && (other.stamp.instant().is_some() || !is_confirmed));
    match local {
        Some(other) if other.stamp.instant().is_some() => Some(Fact::new(other.stamp.moment(), other.source.clone())),
        Some(other) => {
            let moment = Moment { instant: best.stamp.instant(), ..Moment::day(other.stamp.day) };
            Some(Fact::new(moment, other.source.clone()))
        }
        None => Some(Fact::new(best.stamp.moment(), best.source.clone())),
    }
}

/// The day that the page shows its readers, where a machine's day is later: sites that move to another system or publish
/// an article anew stamp it again, and nobody shows a day of publication before it was published.
fn shown_before<'a>(all: &'a [Candidate], best: &Candidate) -> Option<&'a Candidate> {
    if best.role != Role::Published || best.rank.is_shown_near_title() {
        return None;
    }
    let is_shown = |c: &&Candidate| c.role == Role::Published && c.rank.is_shown_near_title();
    let is_called_so = |c: &&Candidate| c.role == Role::Published && c.rank == Rank::LabelledAway;
    let first = only(all.iter().filter(is_shown)).or_else(|| only(all.iter().filter(is_called_so)))?;
    let swapped = Date::new(best.stamp.day.year(), best.stamp.day.day(), best.stamp.day.month());
    let is_earlier = first.stamp.day < best.stamp.day && swapped.ok() != Some(first.stamp.day);
    (is_earlier && !is_local_form(best, first)).then_some(first)
}

/// The one day that the page shows its readers, without calling it a change, where it is later than a machine's day but that of
/// the last change by the page's own word: publishers who date an article anew mean readers to take it for one of that day.
///
/// Where the two differ so, the day that is shown is the true one on 14 of 19 benchmark pages. Where it is called a change, it is
/// the benchmark's on 20 pages and the machine's on 28: there the machine's stays.
fn shown_anew<'a>(all: &'a [Candidate], best: &Candidate) -> Option<&'a Candidate> {
    if best.role != Role::Published || best.rank >= Rank::Labelled || best.rank.is_shown_near_title() {
        return None;
    }
    let is_shown = |c: &&Candidate| c.role == Role::Published && c.rank.is_shown_near_title();
    let shown = only(all.iter().filter(is_shown)).filter(|shown| shown.stamp.day > best.stamp.day)?;
    let changes = || all.iter().filter(|c| c.role == Role::Modified && c.stamp.day == shown.stamp.day);
    let is_for_readers = |c: &Candidate| c.rank.is_shown_near_title() || c.rank >= Rank::LabelledAway;
    let is_addressed = all.iter().any(|c| c.rank == Rank::Address);
    let is_shown_as_other = changes().any(is_for_readers) || is_addressed || is_local_form(best, shown);
    (changes().next().is_some() && !is_shown_as_other).then_some(shown)
}

/// The first of these candidates, where they are of one day.
fn only<'a>(mut all: impl Iterator<Item = &'a Candidate>) -> Option<&'a Candidate> {
    all.next().filter(|first| all.all(|other| other.stamp.day == first.stamp.day))
}

/// So many days lie between the address that a draft got and its publication at most.
const LONGEST_DRAFT: i64 = 180;

/// The day in the address, where a machine's day is much later: it has been stamped again.
fn addressed_before<'a>(all: &'a [Candidate], best: &Candidate) -> Option<&'a Candidate> {
    if best.role != Role::Published || best.rank >= Rank::Address {
        return None;
    }
    let address = all.iter().find(|c| c.rank == Rank::Address)?;
    let gap = best.stamp.day.duration_since(address.stamp.day).as_hours() / 24;
    (gap > LONGEST_DRAFT).then_some(address)
}

/// Whether `other` is the local form of the Greenwich time in `best`: the same instant with an offset, or the day before
/// or after where some zone on earth has that day at that instant.
fn is_local_form(best: &Candidate, other: &Candidate) -> bool {
    let (Some(instant), Some(time)) = (best.stamp.instant(), best.stamp.time) else { return false };
    if best.stamp.offset != Some(Offset::UTC) || best.rank == other.rank || other.rank >= Rank::LabelledAway {
        return false;
    }
    if let Some(same) = other.stamp.instant() {
        return other.stamp.offset != Some(Offset::UTC) && same.duration_since(instant).as_secs().abs() < 60;
    }
    let tomorrow = best.stamp.day.tomorrow().is_ok_and(|d| d == other.stamp.day) && time.hour() >= 10;
    let yesterday = best.stamp.day.yesterday().is_ok_and(|d| d == other.stamp.day) && time.hour() < 12;
    tomorrow || yesterday
}
