//! Whether a word is an address that somebody pasted.

/// Whether a word can be nothing but an address: one of the web by its scheme, or a host that begins with `www.`.
pub(crate) fn is_address(word: &str) -> bool {
    let (host, _) = parts(word);
    has_scheme(word) || is_host(host) && starts_with(host, "www.")
}

/// Whether a word is an address or may be one as browsers show them: a host with a path. `Node.js/React` looks like that
/// too, so that only an index can tell.
pub(crate) fn may_be_address(word: &str) -> bool {
    let (host, path) = parts(word);
    is_address(word) || is_host(host) && path.len() > 1 && path.starts_with('/')
}

/// What would be the host of an address without a scheme, and what follows it.
fn parts(word: &str) -> (&str, &str) {
    let word = bare(word);
    word.split_at(word.find(['/', '?', '#']).unwrap_or(word.len()))
}

/// Whether a word begins as no other does than an address of the web.
pub(crate) fn has_scheme(word: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| starts_with(bare(word), scheme))
}

/// An address without the brackets that are put around it, and without the mark of a sentence that ends with it or them.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_start_matches('<').trim_end_matches(['>', '.', ',', ';'])
}

fn starts_with(word: &str, begin: &str) -> bool {
    word.get(..begin.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(begin))
}

/// Names with dots between them, of which the last is of letters: no version, no abbreviation, no decimal.
fn is_host(host: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_domain = |name: &str| name.chars().count() > 1 && name.chars().all(char::is_alphabetic);
    host.rsplit_once('.').is_some_and(|(names, domain)| names.split('.').all(is_name) && is_domain(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_words() {
        for word in [
            "https://a.example",
            "HTTP://a.example/~name",
            "<https://a.example/x>",
            "<https://a.example/x>.",
            "www.a.example",
            "www.a.example/?id=3",
        ] {
            assert!(is_address(word) && may_be_address(word), "{word}");
        }
        for word in [
            "a.example/node/2217",
            "<a.example/x>,",
            "zeitung.müller.de/artikel",
            "Node.js/React",
            "St.Petersburg/Moscow",
        ] {
            assert!(!is_address(word) && may_be_address(word), "{word}");
        }
        for word in [
            "a.example",
            "a.example/",
            "and/or",
            "U.S./China",
            "U.S.-led/EU",
            "1.5/2",
            "e.g.",
            "www",
            "www.",
            "10.000/km",
            "https:",
            "é/http://",
            "/a.b",
            "",
        ] {
            assert!(!is_address(word) && !may_be_address(word), "{word}");
        }
    }

    #[test]
    fn brackets_and_the_end_of_a_sentence_are_no_part_of_an_address() {
        for word in
            ["https://a.example/x", "<https://a.example/x>", "<https://a.example/x>.", "<https://a.example/x.>;"]
        {
            assert_eq!(bare(word), "https://a.example/x", "{word}");
        }
    }
}
