//! Hits as RIS: lines of a tag and a value that end with CR LF, from `TY  - ELEC` to `ER  - `.

use std::io::{self, Write};

use super::names::Name;
use super::work::{Parts, Work, works};
use crate::hit::Hits;

/// Writes an entry a hit, with a blank line between.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// let hit = Hit { title: Some("Locks reopen".into()), ..Hit::default() };
/// let mut out = Vec::new();
/// pressmark::render::citation::ris::hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() })?;
/// assert_eq!(out, b"TY  - ELEC\r\nID  - anonndlocks\r\nTI  - Locks reopen\r\nER  - \r\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    for (at, work) in works(hits).iter().enumerate() {
        if at > 0 {
            write!(out, "\r\n")?;
        }
        for (tag, value) in lines(work) {
            write!(out, "{tag}  - {value}\r\n")?;
        }
    }
    Ok(())
}

/// The lines in order. No value holds a line break, so none can begin a line of its own.
fn lines(work: &Work) -> Vec<(&'static str, String)> {
    let mut out = vec![("TY", "ELEC".to_owned()), ("ID", work.key.clone())];
    let mut all = |tag, values: &[String]| out.extend(values.iter().map(|value| (tag, value.clone())));
    all("TI", work.title.as_slice());
    all("AU", &work.authors.iter().map(author).collect::<Vec<_>>());
    all("T2", work.site.as_slice());
    all("PY", work.date.map(|date| format!("{:04}", date.year)).as_slice());
    all("DA", work.date.map(day).as_slice());
    all("UR", work.url.as_slice());
    all("LA", work.lang.as_slice());
    all("KW", &work.sections);
    all("AB", work.passage.as_slice());
    out.push(("ER", String::new()));
    out
}

/// `van Gogh, Vincent, Jr.`; a whole name without the commas at which it would be cut.
fn author(name: &Name) -> String {
    match name {
        Name::Whole(name) => name.replace(',', ""),
        Name::Person { given, particle, family, suffix } => {
            let family = format!("{particle} {family}");
            let parts = [family.trim(), given, suffix];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// `2024/03/05/`: the last part is for what is no date, such as a season.
fn day(date: Parts) -> String {
    let part = |part: Option<i8>| part.map_or(String::new(), |part| format!("{part:02}"));
    format!("{:04}/{}/{}/", date.year, part(date.month), part(date.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_all_kinds() {
        let mut out = Vec::new();
        hits(&mut out, &super::super::works_of_all_kinds()).unwrap();
        let expected = "TY  - ELEC
ID  - byrd2024locks
TI  - Locks reopen at Verrin
AU  - Byrd, Ada
AU  - van Gogh, Vincent
AU  - King, Martin, Jr.
AU  - Verrin Gazette
T2  - Verrin Gazette
PY  - 2024
DA  - 2024/03/05/
UR  - https://www.gazette.example/locks?a=1&b=%7Bx%7D#top_1%20
LA  - en
KW  - Transport
KW  - Economy
AB  - The levy & the toll…
ER  - \n
TY  - ELEC
ID  - byrd2024input
TI  - 50% of $5}: {a_b} ER - [31m\\input{x}~^#
AU  - Byrd, Ada
AU  - Smith Jones & Co
T2  - a, TY - BOOK
PY  - 2024
DA  - 2024/03//
ER  - \n
TY  - ELEC
ID  - jaridand
TI  - ضريبة الحبوب
AU  - 王小明
AU  - 山田 太郎
AU  - محمد
T2  - jarida.example
UR  - https://www.jarida.example/1
ER  - \n
TY  - ELEC
ID  - byrd2024locksa
TI  - Locks, again
AU  - Byrd, Eve
PY  - 2024
DA  - 2024///
ER  - \n
TY  - ELEC
ID  - anonnd
ER  - \n";
        assert_eq!(String::from_utf8(out).unwrap(), expected.replace('\n', "\r\n"));
    }
}
