//! What the markup itself says is no text: tags, ARIA roles, what the page hides.

use super::{ElementRule, Match, Sure};

pub(super) const UNSEEN: ElementRule = ElementRule {
    id: "html.unseen",
    matches: Match::Tags(&[
        "script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "svg", "audio", "video",
        "map",
    ]),
    guard: 1.0,
    sure: Sure::Always,
    why: "Code, pictures and players hold no text of the article.",
};

pub(super) const CONTROL: ElementRule = ElementRule {
    id: "html.control",
    matches: Match::Tags(&["select", "textarea", "input", "dialog", "menu", "progress", "meter"]),
    guard: 0.2,
    sure: Sure::Always,
    why: "Controls are for the reader's hand, not for reading.",
};

pub(super) const BUTTON: ElementRule = ElementRule {
    id: "html.button",
    matches: Match::Tags(&["button", "fieldset"]),
    guard: 0.2,
    sure: Sure::No,
    why: "Buttons are for the reader's hand; those that open an answer hold its question.",
};

pub(super) const HIDDEN: ElementRule = ElementRule {
    id: "html.hidden",
    matches: Match::Hidden,
    guard: 0.5,
    sure: Sure::No,
    why: "The page itself does not show it.",
};

pub(super) const NAV: ElementRule = ElementRule {
    id: "html.nav",
    matches: Match::Tags(&["nav"]),
    guard: 0.2,
    sure: Sure::Always,
    why: "Navigation by its own name.",
};

pub(super) const FOOTER: ElementRule = ElementRule {
    id: "html.footer",
    matches: Match::Tags(&["footer"]),
    guard: 0.2,
    sure: Sure::Always,
    why: "The foot of a page or post: legal lines, links, share bars.",
};

pub(super) const ASIDE: ElementRule = ElementRule {
    id: "html.aside",
    matches: Match::Tags(&["aside"]),
    guard: 0.25,
    sure: Sure::Always,
    why: "Beside the article by its own name: sidebars, teasers, boxes.",
};

pub(super) const FORM: ElementRule = ElementRule {
    id: "html.form",
    matches: Match::Tags(&["form"]),
    guard: 0.2,
    sure: Sure::No,
    why: "Search, newsletter and comment forms; a form around the whole page (ASP.NET) is over the guard.",
};

pub(super) const ROLE: ElementRule = ElementRule {
    id: "aria.role",
    matches: Match::Roles(&[
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "form",
        "alert",
        "tablist",
        "tooltip",
    ]),
    guard: 0.2,
    sure: Sure::No,
    why: "Its role says that it is not the main content.",
};
