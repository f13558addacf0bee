//! What a page is: an article, a list, a forum's thread, something for sale, an error …, by signals that add up.

mod errors;
mod labels;
mod look;
mod parts;
mod phrases;
mod signals;
mod words;

use crate::article::Kind;
use crate::extract::trace::Evidence;

use look::Look;
pub(crate) use look::Seen;
use signals::signals;

/// What a page is, how sure that is, and what speaks for it.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) kind: Kind,
    /// 0 to 1.
    pub(crate) confidence: f32,
    pub(crate) evidence: Vec<Evidence>,
    /// The names of the signals that the page gives, those too that speak for nothing.
    pub(crate) signals: Vec<&'static str>,
}

/// Another kind than an article is only believed when it is this likely: a wrong one hides an article from those who ask
/// for articles.
///
/// With 0.7, 1.9 % of the articles on the development pages' sites that a model was not fitted on were called otherwise, with
/// 0.6 2.8 %.
const LEAST_SURE: f32 = 0.7;

/// Or when it is so many times as likely as an article, whatever else the page may be: a site's first page that may be a list as
/// well.
///
/// Cross-validated, this made 82.6 % of the kinds right and called 1.9 % of the articles otherwise. Four times would be 83.7 % and
/// 2.1 %, and twenty times 82.3 % and 1.7 %.
const TIMES_AS_LIKELY: f32 = 8.0;

/// The kinds that are weighed against each other: those that pressmark tells, which all but the last are.
const KINDS: &[Kind] = match Kind::ALL {
    [weighed @ .., Kind::Other] => weighed,
    all => all,
};

/// Judges a page by all signals that it gives: their weights add up to log-odds, and the likeliest kind is the page's.
pub(crate) fn judge(seen: &Seen) -> Judged {
    let look = Look::new(seen);
    let fired: Vec<_> = signals().filter(|signal| (signal.fires)(&look)).collect();
    let sum = |kind: Kind| -> f32 {
        fired.iter().flat_map(|signal| signal.says).filter(|(of, _)| *of == kind).map(|(_, weight)| weight).sum()
    };
    let odds: Vec<f32> = KINDS.iter().map(|kind| sum(*kind).exp()).collect();
    let total: f32 = odds.iter().sum();
    let likeliest = (0..KINDS.len()).max_by(|&a, &b| odds[a].total_cmp(&odds[b])).unwrap_or(0);
    let sure = odds[likeliest] / total >= LEAST_SURE || odds[likeliest] > TIMES_AS_LIKELY * odds[0];
    let at = if sure { likeliest } else { 0 };
    let (kind, confidence) = (KINDS[at], (100.0 * odds[at] / total).round() / 100.0);
    let evidence = fired.iter().flat_map(|signal| {
        signal.says.iter().map(|&(kind, weight)| Evidence { signal: signal.id, kind, weight, why: signal.why })
    });
    Judged { kind, confidence, evidence: evidence.collect(), signals: fired.iter().map(|signal| signal.id).collect() }
}

#[cfg(test)]
mod tests;
