//! The address of a passage within its page.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::hit::Snippet;

/// So many words at either end of a passage name it.
const WORDS: usize = 4;

/// Of a text without spaces so many characters; a shorter one is named as a whole.
const CHARS: usize = 10;
const LONG: usize = 24;

/// What may stand unencoded in a text fragment: `-`, `,` and `&` are signs there
/// (WICG, "URL Fragment Text Directives").
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~').remove(b'!').remove(b'\'').remove(b'(').remove(b')');

/// The page's address with the fragment of the heading's anchor, else one that names the passage's first and last words,
/// which browsers scroll to and mark. None if the passage says nothing or the address is not of the web.
pub(super) fn to_passage(url: &str, anchor: Option<&str>, passage: &str, snippet: &Snippet) -> Option<String> {
    let mut url = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    if let Some(anchor) = anchor {
        url.set_fragment(Some(anchor));
        return Some(url.into());
    }
    if snippet.marks.is_empty() {
        return None;
    }
    // A fragment names text of one line; browsers do not match across blocks without a range.
    let line = passage.lines().map(str::trim).find(|line| line.chars().count() > 1)?;
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() < 3 && line.chars().count() > LONG {
        // Scripts without spaces: the first and the last characters.
        let at = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
        let (first, last) = (&line[..at(CHARS)], &line[at(line.chars().count() - CHARS)..]);
        let encoded = |part: &str| utf8_percent_encode(part, ENCODED).to_string();
        url.set_fragment(None);
        return Some(format!("{url}#:~:text={},{}", encoded(first), encoded(last)));
    }
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), ENCODED).to_string();
    let text = if words.len() <= 2 * WORDS {
        encoded(&words)
    } else {
        format!("{},{}", encoded(&words[..WORDS]), encoded(&words[words.len() - WORDS..]))
    };
    url.set_fragment(None);
    Some(format!("{url}#:~:text={text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(anchor: Option<&str>, passage: &str) -> Option<String> {
        let mark = 0..1;
        let snippet = Snippet { text: passage.to_owned(), marks: vec![mark] };
        to_passage("https://example.org/a?b=1#top", anchor, passage, &snippet)
    }

    #[test]
    fn the_anchor_or_the_first_and_last_words() {
        assert_eq!(link(Some("who-pays"), "The towns do.").as_deref(), Some("https://example.org/a?b=1#who-pays"));
        assert_eq!(
            link(None, "The towns, and Hol-by, pay.").as_deref(),
            Some("https://example.org/a?b=1#:~:text=The%20towns%2C%20and%20Hol%2Dby%2C%20pay.")
        );
        assert_eq!(
            link(None, "one two three four five six seven eight nine").as_deref(),
            Some("https://example.org/a?b=1#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine")
        );
        assert_eq!(
            link(None, "港口关闭").as_deref().map(|l| l.ends_with("#:~:text=%E6%B8%AF%E5%8F%A3%E5%85%B3%E9%97%AD")),
            Some(true)
        );
        assert_eq!(link(None, &"港".repeat(30)).map(|l| l.matches(',').count()), Some(1));
        assert_eq!(link(None, ""), None);
        assert_eq!(to_passage("file:///a.html", None, "a b", &Snippet::default()), None);
    }
}
