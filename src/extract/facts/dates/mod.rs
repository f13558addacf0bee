//! When the article was published, and when it was last changed.

use super::Context;
use crate::article::{Fact, Moment};

/// The two days, each with its source.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    pub(crate) published: Option<Fact<Moment>>,
    pub(crate) modified: Option<Fact<Moment>>,
}

pub(crate) fn dates(cx: &Context, url: Option<&str>, lang: Option<&str>) -> Dates {
    let _ = (cx, url, lang);
    Dates::default()
}
