//! Which elements the HTML standard treats how, as far as it matters for how deep a page nests.

use std::borrow::Cow;

use ahash::AHashMap;

/// The elements of a page, each looked up in the lists below once.
pub(super) struct Elements<'a> {
    known: AHashMap<Cow<'a, [u8]>, Element>,
    /// The name that had its place before, as it is written: to compare the two is quicker than to look a name up.
    places: [Option<(&'a [u8], Element)>; Elements::PLACES],
}

/// An element of a page.
#[derive(Clone, Copy)]
pub(super) struct Element {
    /// Its number, counted from 0 in the order of the page.
    pub(super) number: usize,
    pub(super) is: Treatment,
}

/// How the standard treats an element.
#[derive(Clone, Copy)]
pub(super) struct Treatment {
    /// In [`VOID`] or [`SELF_CLOSING`]: its start tag makes nothing deeper.
    pub(super) leaf: bool,
    /// In [`CLOSING_OWN`].
    pub(super) closing_own: bool,
    /// In [`FORMATTING`].
    pub(super) formatting: bool,
    /// In [`BOUNDARIES`].
    pub(super) boundary: bool,
    /// In [`SPECIAL`].
    pub(super) special: bool,
    /// In [`RAW`].
    pub(super) raw: bool,
    /// In [`BREAKOUT`].
    pub(super) breakout: bool,
    /// A drawing or a formula.
    pub(super) foreign: bool,
}

impl<'a> Elements<'a> {
    const PLACES: usize = 64;

    pub(super) fn new() -> Elements<'a> {
        Elements { known: AHashMap::new(), places: [None; Elements::PLACES] }
    }

    /// The element of a tag's name, in whichever case it is written.
    pub(super) fn of(&mut self, name: &'a [u8]) -> Element {
        let at = |place: usize| name.get(place).copied().unwrap_or_default() as usize;
        let place = (at(0) + 7 * at(1) + 19 * name.len()) % Elements::PLACES;
        if let Some((known, element)) = self.places[place]
            && is_same(known, name)
        {
            return element;
        }
        let element = self.look_up(name);
        self.places[place] = Some((name, element));
        element
    }

    fn look_up(&mut self, name: &'a [u8]) -> Element {
        let name = match name.iter().any(u8::is_ascii_uppercase) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        };
        let number = self.known.len();
        *self.known.entry(name).or_insert_with_key(|name| Element { number, is: Treatment::of(name) })
    }
}

/// Whether two short names are the same, without a call.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b)
}

impl Treatment {
    fn of(name: &[u8]) -> Treatment {
        let within = |list: &[&str]| list.iter().any(|listed| listed.as_bytes() == name);
        Treatment {
            leaf: within(VOID) || within(SELF_CLOSING),
            closing_own: within(CLOSING_OWN),
            formatting: within(FORMATTING),
            boundary: within(BOUNDARIES),
            special: within(SPECIAL),
            raw: within(RAW),
            breakout: within(BREAKOUT),
            foreign: within(FOREIGN),
        }
    }
}

/// Elements in which the rules of drawings and formulas hold.
const FOREIGN: &[&str] = &["svg", "math"];

/// Elements that never have content, so that their start tag opens nothing.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose end tag is commonly left out and that the parser closes by itself.
const SELF_CLOSING: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "html", "head", "body"];

/// Elements that close one of their own that is still open.
const CLOSING_OWN: &[&str] = &["a", "nobr", "button"];

/// Formatting elements (HTML standard, "the list of active formatting elements").
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that other end tags do not reach across: what stands between `<table>` and `</span>` stays open.
const BOUNDARIES: &[&str] =
    &["table", "td", "th", "caption", "template", "object", "marquee", "applet", "svg", "math", "foreignobject"];

/// Elements that only an end tag of their own kind, or of another of these, closes ("special" in the standard).
const SPECIAL: &[&str] = &[
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
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noembed", "noframes"];

/// Elements that end a drawing or a formula without an end tag (HTML standard, "the rules for parsing tokens in foreign
/// content"), and those within one in which HTML goes on.
const BREAKOUT: &[&str] = &[
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
