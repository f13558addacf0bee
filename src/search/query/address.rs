//! Whether a word is an address that somebody pasted.

/// Whether a word is an address: one of the web by its scheme, else a host with a path, or one that begins with `www.`, as
/// browsers show them.
pub(crate) fn is_address(word: &str) -> bool {
    let word = bare(word);
    if has_scheme(word) {
        return true;
    }
    let end = word.find(['/', '?', '#']).unwrap_or(word.len());
    let (host, rest) = word.split_at(end);
    is_host(host) && (rest.len() > 1 && rest.starts_with('/') || starts_with(host, "www."))
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
            "a.example/node/2217",
            "www.a.example",
            "www.a.example/?id=3",
            "zeitung.müller.de/artikel",
        ] {
            assert!(is_address(word), "{word}");
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
            assert!(!is_address(word), "{word}");
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
