//! The headline, without the site's suffix.

use super::super::dom::Dom;
use super::structured::Structured;
use crate::article::Fact;

pub(crate) fn title(dom: &Dom, structured: &Structured) -> Option<Fact<String>> {
    let _ = structured;
    let title = dom.by_tag(0..dom.len(), "h1").next().map(|n| dom.text_of(n));
    title.filter(|t| !t.is_empty()).map(|t| Fact::new(t, "h1"))
}
