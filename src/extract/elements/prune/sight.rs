//! What a page hides by its own account.

use crate::extract::dom::{Dom, NodeId};

/// Whether an element is hidden, as its attribute or its style says.
pub(super) fn is_hidden(dom: &Dom, node: NodeId) -> bool {
    dom.attr(node, "hidden").is_some_and(|v| v != "until-found")
        || has_style(dom, node, |name, value| match name {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        })
}

/// Whether an element is shown where or so that nobody sees it. Scripts make such text appear on so many pages that it is no
/// evidence by itself.
pub(crate) fn is_out_of_sight(dom: &Dom, node: NodeId) -> bool {
    /// It is asked of many blocks in the same elements.
    const LONGEST: usize = 300;
    if dom.attr(node, "style").is_none_or(|style| style.len() > LONGEST) {
        return false;
    }
    let (mut is_flat, mut is_cut) = (false, false);
    has_style(dom, node, |name, value| {
        match name {
            "height" | "width" => is_flat |= matches!(value, "0" | "0px" | "1px"),
            "overflow" => is_cut |= value == "hidden",
            _ => {}
        }
        puts_out_of_sight(name, value)
    }) || is_flat && is_cut
}

/// Whether a declaration by itself lets nobody see a text.
fn puts_out_of_sight(name: &str, value: &str) -> bool {
    match name {
        "font-size" => matches!(value, "0" | "0px" | "0pt" | "1px"),
        "opacity" => value == "0",
        "left" | "top" | "text-indent" | "margin-left" => is_far(value),
        "clip" => {
            let sides = value.strip_prefix("rect(").map(|sides| sides.replace([',', ')'], ""));
            sides.is_some_and(|sides| matches!(&*sides, "0000" | "0px0px0px0px" | "1px1px1px1px"))
        }
        "clip-path" => value.strip_prefix("inset(").and_then(number).is_some_and(|share| share >= 50),
        "transform" => value == "scale(0)",
        _ => false,
    }
}

/// Whether a place is farther to the left of the page, or above it, than any screen is wide.
fn is_far(place: &str) -> bool {
    const FAR: u32 = 999;
    place.strip_prefix('-').and_then(number).is_some_and(|by| by >= FAR)
}

/// The whole number with which a value begins.
fn number(value: &str) -> Option<u32> {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value[..digits].parse().ok()
}

/// Whether an element is hidden by a class that says nothing else, as frameworks have them, and none shows it on some screens
/// (`hidden md:block`, `d-none d-lg-flex`). Scripts take such a class off, so that it is no evidence by itself either.
pub(crate) fn is_hidden_by_class(dom: &Dom, node: NodeId) -> bool {
    const HIDING: &[&str] = &["hidden", "d-none", "is-hidden", "hide"];
    let mut names = dom.attr(node, "class").unwrap_or_default().split_ascii_whitespace();
    let shows = |name: &str| name.contains(':') || name.starts_with("d-") && name != "d-none";
    names.clone().any(|name| HIDING.contains(&name)) && !names.any(shows)
}

/// Whether one of the declarations in an element's `style` is such, by its name and its value, without white space and in lower
/// case.
fn has_style(dom: &Dom, node: NodeId, mut is_such: impl FnMut(&str, &str) -> bool) -> bool {
    dom.attr(node, "style").is_some_and(|style| {
        let mut plain = String::new();
        // A data: address in a style attribute can be megabytes; what hides an element stands in few words.
        style.split(';').filter(|s| s.len() < 100).any(|declaration| {
            plain.clear();
            plain.extend(declaration.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()));
            let (name, value) = plain.split_once(':').unwrap_or_default();
            is_such(name, value.strip_suffix("!important").unwrap_or(value))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn is(html: &str, seen: impl Fn(&Dom, NodeId) -> bool) -> bool {
        let document = Document::parse(html);
        let dom = document.dom();
        let div = dom.by_tag(0..dom.len(), "div").next().expect("a div");
        seen(&dom, div)
    }

    #[test]
    fn what_nobody_can_see_is_out_of_sight() {
        let is_out = |style: &str| is(&format!("<div style='{style}'>x</div>"), is_out_of_sight);
        for style in [
            "position: absolute; LEFT: -10000px !important; width: 1px",
            "text-indent:-999em",
            "font-size:1px; line-height:1px",
            "opacity:0",
            "height:0;overflow:hidden",
            "width:1px; overflow: hidden",
            "clip: rect(0, 0, 0, 0)",
            "clip:rect(1px 1px 1px 1px)",
            "clip-path:inset(50%)",
            "clip-path: inset(100% 0 0 0)",
            "transform:scale(0)",
        ] {
            assert!(is_out(style), "{style}");
        }
        for style in [
            "left:-12px",
            "text-indent:-2em",
            "font-size:10px",
            "opacity:0.9",
            "height:0",
            "overflow:hidden",
            "height:10px;overflow:hidden",
            "clip:rect(0,100px,100px,0)",
            "clip-path:inset(5%)",
            "transform:scale(0.9)",
            "x",
        ] {
            assert!(!is_out(style), "{style}");
        }
    }

    #[test]
    fn a_class_that_hides_does_so_unless_another_shows() {
        let is_hidden = |class: &str| is(&format!("<div class='{class}'>x</div>"), is_hidden_by_class);
        assert!(["hidden", "mt-4 d-none", "hide text"].into_iter().all(is_hidden));
        assert!(!["hidden md:block", "d-none d-lg-flex", "hidden-xs", "overflow-hidden"].into_iter().any(is_hidden));
    }
}
