//! HTML within Markdown: as much of it as shows a reader something, so that none of it swallows the text behind it.

/// Tags within a line that a reader sees something of: those of lines and of table cells, which hold no other blocks.
const TAKEN: &[&str] = &[
    "a", "abbr", "b", "big", "br", "center", "cite", "code", "del", "div", "em", "font", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "u",
    "ul", "var", "wbr",
];

/// Elements that nothing but their end tag ends, and those whose text nobody sees. GitHub shows the tags of the former as text.
const SWALLOWING: &[&str] =
    &["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"];
const UNSEEN: &[&str] = &["template", "select", "noscript", "svg", "math", "object", "audio", "video", "canvas"];

/// What becomes of a tag within a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// It is one.
    Taken,
    /// It is shown as text.
    Text,
    /// It says nothing: a comment, an element of an application, what looks like a tag, as in `Vec<String>`.
    Nothing,
}

pub(super) fn inline(tag: &str) -> Inline {
    let name =
        tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_one_of = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    match name {
        _ if is_one_of(TAKEN) => Inline::Taken,
        _ if is_one_of(SWALLOWING) => Inline::Text,
        _ => Inline::Nothing,
    }
}

/// What ends the comment, the tag and the elements that a block of HTML leaves open and that would hide what follows it.
pub(super) fn left_open(block: &str) -> String {
    let mut ends = String::new();
    let text = match block.rfind("<!--").filter(|at| !block[*at..].contains("-->")) {
        Some(comment) => {
            ends.push_str("-->");
            &block[..comment]
        }
        None => block,
    };
    let tag = text.rfind('<').map(|at| &text[at..]).filter(|tag| !tag.contains('>'));
    if let Some(tag) = tag.filter(|tag| tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')) {
        let is_odd = |quote: char| tag.matches(quote).count() % 2 == 1;
        ends.push_str(if is_odd('"') {
            "\">"
        } else if is_odd('\'') {
            "'>"
        } else {
            " >"
        });
    }
    let lower = text.to_ascii_lowercase();
    for name in SWALLOWING.iter().chain(UNSEEN) {
        let start = lower.rfind(&format!("<{name}"));
        if start.is_some_and(|start| !lower[start..].contains(&format!("</{name}"))) {
            ends.push_str(&format!("</{name}>"));
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_within_a_line() {
        for taken in ["<br>", "<BR/>", "</sub>", "<img src='a.png' alt='>'>"] {
            assert_eq!(inline(taken), Inline::Taken, "{taken}");
        }
        assert_eq!((inline("<title>"), inline("</Script >")), (Inline::Text, Inline::Text));
        assert_eq!(
            (inline("<String>"), inline("<!-- a -->"), inline("<brx>")),
            (Inline::Nothing, Inline::Nothing, Inline::Nothing)
        );
    }

    #[test]
    fn what_a_block_leaves_open_ends_with_it() {
        for (block, ends) in [
            ("<div>a < b</div>\n", ""),
            ("<div><!-- a\n", "-->"),
            ("<div class=\"a\n", "\">"),
            ("<div title='a\n", "'>"),
            ("<div\n", " >"),
            ("<div><Select><option>a\n", "</select>"),
            ("<div><iframe src=a></iframe>\n", ""),
        ] {
            assert_eq!(left_open(block), ends, "{block}");
        }
    }
}
