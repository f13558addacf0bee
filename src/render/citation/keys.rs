//! Keys of entries: `byrd2024locks`, by which texts cite them.

use std::collections::HashSet;

/// Words that say nothing of what a title is about.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "about", "after", "and", "are", "auf", "aus", "dans", "das", "dei", "del", "der", "des", "die", "does", "ein",
    "eine", "els", "est", "for", "from", "have", "how", "into", "its", "las", "les", "los", "not", "por", "pour", "que",
    "qui", "sur", "that", "the", "their", "this", "una", "und", "une", "was", "were", "what", "when", "where", "which",
    "who", "why", "will", "with",
];

/// Latin letters and what a key has in their place.
#[rustfmt::skip]
const PLAIN_LETTERS: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"), ("æ", "ae"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("òóôõöøōŏőơ", "o"), ("œ", "oe"),
    ("ŕŗř", "r"), ("śŝşšș", "s"), ("ß", "ss"), ("ţťŧț", "t"), ("þ", "th"), ("ùúûüũūŭůűųư", "u"), ("ŵ", "w"),
    ("ýÿŷ", "y"), ("źżž", "z"),
];

/// Gives keys out, each once.
#[derive(Default)]
pub(super) struct Keys {
    taken: HashSet<String>,
}

impl Keys {
    /// The key of a work by the first of `who` that has Latin letters; made its own by `a`, `b`, … where it is taken. The
    /// first work keeps the plain key, whatever follows it.
    pub(super) fn key<'a>(&mut self, who: impl IntoIterator<Item = &'a str>, year: Option<i16>, title: &str) -> String {
        let who = who.into_iter().map(longest_word).find(|word| !word.is_empty());
        let who = who.unwrap_or_else(|| "anon".to_owned());
        let year = year.map_or_else(|| "nd".to_owned(), |year| year.to_string());
        let plain = format!("{who}{year}{}", title_word(title));
        let mut key = plain.clone();
        let mut number = 0;
        while !self.taken.insert(key.clone()) {
            number += 1;
            key = format!("{plain}{}", letters(number));
        }
        key
    }
}

/// The first word of a title that says what it is about.
fn title_word(title: &str) -> String {
    let tells = |word: &String| {
        word.len() > 2 && word.starts_with(|c: char| c.is_alphabetic()) && !STOP_WORDS.contains(&word.as_str())
    };
    words(title).find(tells).unwrap_or_default()
}

/// Of a name the word that tells it best from others: of `The Grain Board`, not the article.
fn longest_word(name: &str) -> String {
    // The first of equals.
    words(name).rev().max_by_key(String::len).unwrap_or_default()
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    // An accent that is a character of its own belongs to its letter.
    let between = |c: char| !c.is_alphanumeric() && !matches!(c, '\u{300}'..='\u{36F}');
    text.split(between).map(ascii).filter(|word| !word.is_empty())
}

/// The letters and digits of a word in plain ASCII and lower case; nothing where it has others.
fn ascii(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        match PLAIN_LETTERS.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, plain)) => out.push_str(plain),
            None if c.is_ascii() => out.push(c),
            None => return String::new(),
        }
    }
    out
}

/// `a` to `z`, then `aa`, `ab`, …
fn letters(mut number: usize) -> String {
    let mut out = Vec::new();
    while number > 0 {
        out.push(b'a' + ((number - 1) % 26) as u8);
        number = (number - 1) / 26;
    }
    out.iter().rev().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain_and_unique() {
        let mut keys = Keys::default();
        assert_eq!(keys.key(["Byrd"], Some(2024), "The locks reopen"), "byrd2024locks");
        assert_eq!(keys.key(["Byrd"], Some(2024), "Locks again"), "byrd2024locksa");
        assert_eq!(keys.key(["Byrd"], Some(2024), "“Locks”"), "byrd2024locksb");
        assert_eq!(keys.key(["Byrd"], Some(2024), "Locksa"), "byrd2024locksaa");
        assert_eq!(keys.key(["Gößł", "x"], None, "2024: Über Ærø"), "gosslnduber");
        assert_eq!(keys.key(["Be\u{301}la"], None, "Iran’s locks"), "belandiran");
        assert_eq!(keys.key(["王小明", "Al-Jarida"], Some(2024), "ضريبة"), "jarida2024");
        assert_eq!(keys.key([], None, ""), "anonnd");
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([1, 26, 27, 52, 53, 703].map(letters), ["a", "z", "aa", "az", "ba", "aaa"]);
    }
}
