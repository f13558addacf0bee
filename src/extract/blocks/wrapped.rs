//! Text that was broken where its lines were full before it was pasted into a page, with a `<br>` for each break: an e-mail, a
//! press release.

/// Fewer lines may look full by chance.
const LEAST_LINES: usize = 4;

/// Lines are so wide at least, in characters: those of addresses and of most poems are not.
const NARROWEST: usize = 40;

/// Nor are there fewer words in a line.
const LEAST_WORDS: usize = 4;

/// Of the lines after the first, no fewer than this share begin in lower case, as poems seldom do.
const MOSTLY: f32 = 0.5;

/// Whether each line ends where the first word of the next would have made it longer than the longest is.
pub(super) fn is_wrapped(text: &str) -> bool {
    // Most texts have no line to break.
    if memchr::memchr_iter(b'\n', text.as_bytes()).take(LEAST_LINES - 1).count() < LEAST_LINES - 1 {
        return false;
    }
    let length = |text: &str| text.chars().count();
    let width = text.lines().map(length).max().unwrap_or(0);
    let (mut breaks, mut lower) = (0, 0);
    for (line, next) in text.lines().zip(text.lines().skip(1)) {
        let word = next.split(' ').next().unwrap_or_default();
        let is_full = length(line) + 1 + length(word) > width;
        // A list of links has long words.
        if !is_full || line.split(' ').count() < LEAST_WORDS || line.contains("://") {
            return false;
        }
        breaks += 1;
        lower += usize::from(next.starts_with(char::is_lowercase));
    }
    width >= NARROWEST && lower as f32 >= MOSTLY * breaks as f32
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use crate::extract::dom::Document;

    fn texts(lines: &[&str]) -> Vec<String> {
        let document = Document::parse(&format!("<p>{}</p>", lines.join("<br />\n")));
        blocks(&document.dom()).into_iter().map(|draft| draft.text).collect()
    }

    #[test]
    fn lines_that_were_full_are_joined() {
        let lines = [
            "The river commission said on Monday that the barrage would be",
            "closed for repairs until the spring, and that each of the four",
            "provinces may draw less water than in the years before it was",
            "built, in 1974. Nobody had foreseen that.",
        ];
        assert_eq!(texts(&lines), [lines.join(" ")]);
        assert_eq!(texts(&lines[1..]), [lines[1..].join("\n")]);
        let parted = [lines[0], lines[1], "provinces may draw less.", lines[3]];
        assert_eq!(texts(&parted), [parted.join("\n")]);
    }

    #[test]
    fn poems_and_addresses_keep_their_lines() {
        let poem = [
            "The keeper of the lock has gone to sleep tonight,",
            "The barges at the quay lie empty in the cold, and",
            "Upon the northern bank there burns no other light",
            "Than that of his old lamp, which is not to be sold.",
        ];
        assert_eq!(texts(&poem), [poem.join("\n")]);
        let address = ["Ministry of water", "of the northern", "provinces, room 12", "and the annex"];
        assert_eq!(texts(&address), [address.join("\n")]);
        let links = ["https://dams.example/the-upper-lock/of-the-canal"; 5];
        assert_eq!(texts(&links), [links.join("\n")]);
    }
}
