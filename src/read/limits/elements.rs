//! Which elements the HTML standard treats how, as far as it matters for how deep a page nests.

/// Elements that never have content, so that their start tag opens nothing.
pub(super) const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose end tag is commonly left out and that the parser closes by itself.
pub(super) const SELF_CLOSING: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "html", "head", "body"];

/// Elements that close one of their own that is still open.
pub(super) const CLOSING_OWN: &[&str] = &["a", "nobr", "button"];

/// Formatting elements (HTML standard, "the list of active formatting elements").
pub(super) const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that other end tags do not reach across: what stands between `<table>` and `</span>` stays open.
pub(super) const BOUNDARIES: &[&str] =
    &["table", "td", "th", "caption", "template", "object", "marquee", "applet", "svg", "math", "foreignobject"];

/// Elements that only an end tag of their own kind, or of another of these, closes ("special" in the standard).
pub(super) const SPECIAL: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "iframe",
    "listing",
    "main",
    "menu",
    "nav",
    "noscript",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "td",
    "th",
    "template",
    "ul",
];

/// Elements whose content is not markup; it is passed over to their end tag.
pub(super) const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noembed", "noframes"];

/// Elements that end a drawing or a formula without an end tag (HTML standard, "the rules for parsing tokens in foreign
/// content"), and those within one in which HTML goes on.
pub(super) const BREAKOUT: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "strike",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
    "font",
    "foreignobject",
    "desc",
    "title",
    "annotation-xml",
];
