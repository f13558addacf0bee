//! How browsers show the elements of a tag: within a line, as a block of its own, or not at all.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Elements that run on within a line of text. Anything else starts and ends a block.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "maction",
    "mark",
    "math",
    "menclose",
    "merror",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "nobr",
    "output",
    "picture",
    "q",
    "rb",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "semantics",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
];

/// Elements whose text is never shown, or not in the line: a formula again in another notation, how a word is pronounced.
const UNSEEN: &[&str] = &[
    "script",
    "style",
    "template",
    "noscript",
    "noframes",
    "head",
    "title",
    "meta",
    "link",
    "datalist",
    "param",
    "annotation",
    "annotation-xml",
    "mphantom",
    "rp",
    "rt",
    "rtc",
];

/// Elements that browsers draw within the line where they stand amid one, and that hold no words of it.
const DRAWN: &[&str] = &[
    "audio", "canvas", "embed", "iframe", "input", "meter", "object", "progress", "select", "svg", "textarea", "video",
];

/// How elements of a tag are shown.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shown {
    pub(crate) is_inline: bool,
    pub(crate) is_unseen: bool,
    pub(crate) is_drawn: bool,
}

impl Shown {
    /// Elements of the page's own making run on too, as browsers show them, and so do those of a namespace, as Word writes
    /// them around places and names; any blocks inside them part the text.
    pub(crate) fn of(tag: &str) -> Shown {
        let own = Shown { is_inline: tag.contains(['-', ':']), ..Shown::default() };
        SHOWN.get(tag).copied().unwrap_or(own)
    }
}

static SHOWN: LazyLock<FxHashMap<&str, Shown>> = LazyLock::new(|| {
    let mut shown: FxHashMap<&str, Shown> = FxHashMap::default();
    INLINE.iter().for_each(|tag| shown.entry(tag).or_default().is_inline = true);
    UNSEEN.iter().for_each(|tag| shown.entry(tag).or_default().is_unseen = true);
    DRAWN.iter().for_each(|tag| shown.entry(tag).or_default().is_drawn = true);
    shown
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_tags_is_sorted() {
        assert!(INLINE.is_sorted());
    }
}
