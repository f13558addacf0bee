//! Saved pages made of words: as many as wanted, the same for the same numbers, and articles to the extraction.

use crate::random::Random;

/// Words that are in every article, so that its language is found and a search for one of them has something to rank.
const COMMON: &[&str] = &[
    "ferry", "council", "budget", "harbour", "minister", "reform", "energy", "market", "drought", "water", "levy",
    "school", "border", "railway", "hospital", "election", "treaty", "harvest", "pension", "housing",
];

/// What the other words are made of: some thousands of them, most of them rare, as in real text.
const SYLLABLES: &[&str] =
    &["ba", "den", "fir", "gol", "ham", "jor", "kel", "lin", "mar", "nes", "pol", "rud", "sta", "tov", "ver", "wick"];

/// What stands between them.
const SMALL: &[&str] =
    &["the", "of", "and", "to", "in", "that", "was", "for", "with", "had", "from", "which", "not", "by"];

const SECTIONS: &[&str] = &["World", "Energy", "Economy", "Science"];

fn word(random: &mut Random) -> String {
    if random.below(5) < 2 {
        return (*random.one(COMMON)).to_owned();
    }
    (0..2 + random.below(2)).map(|_| *random.one(SYLLABLES)).collect()
}

fn sentence(random: &mut Random) -> String {
    let mut words = vec!["The".to_owned()];
    for _ in 0..8 + random.below(12) {
        words.push(if random.below(5) < 2 { (*random.one(SMALL)).to_owned() } else { word(random) });
    }
    words.join(" ") + ". "
}

/// The title of an edition of an article. No two are alike, so that none is taken for a copy of another.
pub fn title(number: usize, edition: usize) -> String {
    let random = &mut Random::new(number as u64);
    let (one, other) = (word(random), word(random));
    format!("Report {number} on {one} and {other}, edition {edition}")
}

/// The address at which an article stood when it was saved.
pub fn address(number: usize) -> String {
    format!("https://news.example/reports/{number}")
}

/// An edition of an article as a saved page of three to four kilobytes. Editions have no text in common.
pub fn html(number: usize, edition: usize) -> String {
    let random = &mut Random::new((number * 1009 + edition) as u64);
    let (title, address) = (title(number, edition), address(number));
    let section = SECTIONS[number % SECTIONS.len()];
    let date = format!("20{:02}-{:02}-{:02}", 15 + number % 11, 1 + number % 12, 1 + number % 28);
    let mut body = String::new();
    for _ in 0..5 {
        let sentences: String = (0..5 + number % 3).map(|_| sentence(random)).collect();
        body.push_str(&format!("<p>{sentences}</p>\n"));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>{title} - The Example</title>\n\
         <link rel=\"canonical\" href=\"{address}\">\n\
         <meta property=\"article:published_time\" content=\"{date}\">\n\
         <meta property=\"article:section\" content=\"{section}\"></head>\n\
         <body><nav><a href=\"/\">Home</a> <a href=\"/world\">World</a></nav>\n\
         <article><h1>{title}</h1>\n{body}</article>\n<footer>All rights reserved</footer></body></html>\n"
    )
}

/// Pages as an archive of the web.
pub fn warc(pages: impl Iterator<Item = (String, String)>) -> String {
    let record = |(address, page): (String, String)| {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
        let head = format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n");
        format!("{head}Content-Length: {}\r\n\r\n{block}\r\n\r\n", block.len())
    };
    pages.map(record).collect()
}
