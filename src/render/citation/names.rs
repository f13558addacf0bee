//! Names of authors cut into what bibliographies sort by and what they put before it.
//!
//! A name that is left whole is never wrong, only sorted by its first letter; one that is cut at the wrong place is cited as
//! somebody else. So only names of persons in alphabets where the family comes last are cut.

use crate::render::sanitize::bare;

/// Small words that belong to a family's name, which is sorted without them.
const PARTICLES: &[&str] = &[
    "af", "al", "an", "ap", "auf", "av", "bar", "ben", "bin", "bint", "d'", "da", "dal", "das", "de", "degli", "dei",
    "del", "dela", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "lo", "los",
    "op", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
];

/// Those that are a part of the family's name where they begin with a capital: Robert De Niro. Words that are first names
/// too, such as Al and Ben, are not among them.
const CAPITAL_PARTICLES: &[&str] = &["Abu", "De", "Del", "Della", "Di", "Du", "El", "Ibn", "La", "Van", "Von"];

/// Between the two names of a family: José Ortega y Gasset.
const JOINERS: &[&str] = &["e", "i", "y"];

/// What may stand behind a name, without dots.
const SUFFIXES: &[&str] = &["esq", "ii", "iii", "iv", "jr", "ma", "mba", "md", "mp", "phd", "sr"];

/// Words that persons are not called by.
#[rustfmt::skip]
const ORGANISATIONS: &[&str] = &[
    "academy", "admin", "administrator", "afp", "agence", "agencia", "agencies", "agency", "agentur", "alliance",
    "associated", "association", "authority", "bbc", "bureau", "center", "centre", "centro", "club", "college",
    "columnist", "commission", "committee", "company", "congress", "contributor", "contributors", "corp", "corporation",
    "correspondent", "correspondents", "council", "department", "desk", "directorate", "dpa", "editor", "editorial",
    "editors", "embassy", "equipo", "federation", "forum", "foundation", "fund", "fundación", "gazette", "gmbh",
    "government", "group", "herald", "inc", "initiative", "institut", "institute", "institution", "instituto",
    "international", "journal", "limited", "ltd", "magazine", "media", "ministerio", "ministerium", "ministry",
    "ministère", "monitor", "national", "network", "news", "newspaper", "newsroom", "ngo", "observatory", "office",
    "online", "organisation", "organization", "parliament", "partnership", "podcast", "programme", "project",
    "publisher", "redacción", "redaktion", "redazione", "report", "reporter", "reporters", "research", "reuters",
    "review", "rédaction", "school", "secretariat", "service", "services", "society", "staff", "stiftung", "studio",
    "team", "television", "times", "tribune", "union", "universidad", "university", "universität", "université",
    "verein", "weekly", "writer", "writers", "агентство", "институт", "министерство", "редакция", "центр",
];

/// Words that join the parts of an organisation's name, or two names.
const BETWEEN: &[&str] = &["and", "at", "for", "of", "the", "und", "et", "für", "и"];

/// More words than a person's name has.
const MOST_WORDS: usize = 7;

/// An author as bibliographies know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// A person.
    Person { given: String, particle: String, family: String, suffix: String },
    /// An organisation, or a person whose name cannot be cut for sure.
    Whole(String),
}

impl Name {
    /// What its entry may be called by: all of a family's name as one word.
    pub(super) fn called_by(&self) -> String {
        match self {
            Name::Person { family, .. } => family.replace([' ', '-', '\'', '’'], ""),
            Name::Whole(name) => name.clone(),
        }
    }
}

/// The name of an author of a page of this site; nothing where there is no letter in it.
pub(super) fn name(text: &str, site: Option<&str>) -> Option<Name> {
    let text = bare(text);
    text.contains(char::is_alphanumeric).then(|| person(&text, site).unwrap_or_else(|| Name::Whole(text.clone())))
}

fn person(text: &str, site: Option<&str>) -> Option<Name> {
    if !text.chars().all(family_comes_last) || is_organisation(text, site) {
        return None;
    }
    let (text, suffix) = without_suffix(text);
    match text.split_once(',') {
        Some((family, given)) if !given.contains(',') => inverted(family.trim(), given.trim(), suffix),
        Some(_) => None,
        None => in_order(text, suffix),
    }
}

/// Letters of alphabets in which the given name comes first, and signs. Chinese, Japanese and Korean names are written the
/// other way round, and of Arabic ones the last word is not always the family's.
fn family_comes_last(c: char) -> bool {
    !c.is_alphabetic()
        || matches!(c, '\0'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}')
}

fn is_organisation(text: &str, site: Option<&str>) -> bool {
    let low = text.to_lowercase();
    site.is_some_and(|site| site.to_lowercase() == low)
        || text.contains(|c: char| c.is_ascii_digit() || "@&/|:()".contains(c))
        || words(&low).any(|word| ORGANISATIONS.contains(&word) || BETWEEN.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// `Martin King, Jr.` and `Martin King Jr.`: the name, and what stands behind it.
fn without_suffix(text: &str) -> (&str, &str) {
    let Some((before, last)) = text.rsplit_once([' ', ',']) else { return (text, "") };
    let plain: String = last.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
    // `Ma` and `Md` are names too, unless they are written as what they stand for.
    let short = plain.len() == 2 && !matches!(plain.as_str(), "jr" | "sr");
    let as_written = !short || last.chars().all(|c| c.is_uppercase() || c == '.');
    if SUFFIXES.contains(&plain.as_str()) && as_written {
        (before.trim_end_matches([' ', ',']), last)
    } else {
        (text, "")
    }
}

/// `van Gogh, Vincent`.
fn inverted(family: &str, given: &str, suffix: &str) -> Option<Name> {
    let words: Vec<&str> = family.split_whitespace().collect();
    let particles = words.iter().take_while(|word| PARTICLES.contains(word)).count().min(words.len().checked_sub(1)?);
    (!given.is_empty()).then(|| Name::Person {
        given: given.to_owned(),
        particle: words[..particles].join(" "),
        family: words[particles..].join(" "),
        suffix: suffix.to_owned(),
    })
}

/// `Vincent van Gogh`.
fn in_order(text: &str, suffix: &str) -> Option<Name> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    let mut family = words.len() - 1;
    if family > 2 && JOINERS.contains(&words[family - 1]) {
        family -= 2;
    }
    // At least one word is the given name.
    while family > 1 && CAPITAL_PARTICLES.contains(&words[family - 1]) {
        family -= 1;
    }
    let mut particle = family;
    while particle > 1 && PARTICLES.contains(&words[particle - 1]) {
        particle -= 1;
    }
    Some(Name::Person {
        given: words[..particle].join(" "),
        particle: words[particle..family].join(" "),
        family: words[family..].join(" "),
        suffix: suffix.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_cut_where_the_family_begins() {
        for (text, given, particle, family, suffix) in [
            ("Ada Byrd", "Ada", "", "Byrd", ""),
            ("Ada  M.\nByrd", "Ada M.", "", "Byrd", ""),
            ("Byrd, Ada", "Ada", "", "Byrd", ""),
            ("Ada Byrd, PhD", "Ada", "", "Byrd", "PhD"),
            ("Martin Luther King, Jr.", "Martin Luther", "", "King", "Jr."),
            ("Martin Luther King Jr.", "Martin Luther", "", "King", "Jr."),
            ("King, Martin Luther, Jr.", "Martin Luther", "", "King", "Jr."),
            ("Henry Gates III", "Henry", "", "Gates", "III"),
            ("Jack Ma", "Jack", "", "Ma", ""),
            ("Ursula von der Leyen", "Ursula", "von der", "Leyen", ""),
            ("van Gogh, Vincent", "Vincent", "van", "Gogh", ""),
            ("Mohammed bin Salman", "Mohammed", "bin", "Salman", ""),
            ("Robert De Niro", "Robert", "", "De Niro", ""),
            ("Al Gore", "Al", "", "Gore", ""),
            ("José Ortega y Gasset", "José", "", "Ortega y Gasset", ""),
            ("Conor O'Brien-Smith", "Conor", "", "O'Brien-Smith", ""),
            ("Иван Петров", "Иван", "", "Петров", ""),
        ] {
            let person = Name::Person {
                given: given.into(),
                particle: particle.into(),
                family: family.into(),
                suffix: suffix.into(),
            };
            assert_eq!(name(text, None), Some(person), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_cut_stays_whole() {
        for text in [
            "Verrin Gazette",
            "The Grain Board",
            "Ministry of Finance",
            "Smith, Jones & Co",
            "Ada Byrd and Bo Carver",
            "Reuters",
            "王小明",
            "山田 太郎",
            "محمد",
            "محمد بن سلمان",
            "김철수",
            "Madonna",
            "Agence France-Presse",
            "Team 3",
            "a, b, c",
        ] {
            assert_eq!(name(text, None), Some(Name::Whole(text.into())), "{text}");
        }
        assert_eq!(name("Verrin Watch", Some("verrin watch")), Some(Name::Whole("Verrin Watch".into())));
        assert_eq!(name(" - ", None), None);
        assert!(matches!(name("Jr.", None), Some(Name::Whole(_))));
        assert!(matches!(name(", Jr.", None), Some(Name::Whole(_))));
    }
}
