//! What a page hides by its own account.

use super::super::dom::{Dom, NodeId};

/// Whether an element is hidden, as its attribute or its style says.
pub(super) fn is_hidden(dom: &Dom, node: NodeId) -> bool {
    dom.attr(node, "hidden").is_some_and(|v| v != "until-found")
        || has_style(dom, node, |style| style.starts_with("display:none") || style.starts_with("visibility:hidden"))
}

/// Whether an element is shown where or so that nobody sees it. Scripts make such text appear on so many pages that it is no
/// evidence by itself.
pub(crate) fn is_out_of_sight(dom: &Dom, node: NodeId) -> bool {
    let is_out = |style: &str| {
        let far = |side: &str| style.strip_prefix(side).is_some_and(|by| by.starts_with("-9999"));
        far("left:") || far("text-indent:") || has_no_height(style) || style == "opacity:0"
    };
    /// It is asked of many blocks in the same elements.
    const LONGEST: usize = 300;
    dom.attr(node, "style").is_some_and(|style| style.len() <= LONGEST) && has_style(dom, node, is_out)
}

/// Whether a declaration leaves a text no height.
pub(super) fn has_no_height(style: &str) -> bool {
    matches!(style, "font-size:0" | "font-size:0px" | "font-size:0pt")
}

/// Whether one of the declarations in an element's `style` is such, without white space and in lower case.
pub(super) fn has_style(dom: &Dom, node: NodeId, is_such: impl Fn(&str) -> bool) -> bool {
    dom.attr(node, "style").is_some_and(|style| {
        let mut plain = String::new();
        // A data: address in a style attribute can be megabytes; what hides an element stands in few words.
        style.split(';').filter(|s| s.len() < 100).any(|declaration| {
            plain.clear();
            plain.extend(declaration.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()));
            is_such(&plain)
        })
    })
}
