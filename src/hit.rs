//! [`Hits`]: the ranked answer to a query. What [`search`](crate::search()) hands to every output.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

/// The ranked answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// The query as it was asked.
    pub query: String,
    /// How many articles match, shown here or not.
    pub total: usize,
    /// How long the search took, in milliseconds.
    pub took_ms: f64,
    /// What the parser passed over, in words for the user.
    pub problems: Vec<String>,
    /// Where nothing was found: the query with words that the index has, and that find something.
    pub did_you_mean: Option<String>,
    /// The hits asked for, best first.
    pub hits: Vec<Hit>,
    /// The facets asked for: by name, values with their counts, most frequent first (years and months in order).
    pub facets: BTreeMap<String, Vec<FacetValue>>,
    /// The matching articles by time of publication, where that was asked for: spans that follow each other without a gap.
    pub timeline: Vec<Span>,
    /// With a timeline, how many of the matching articles have no date.
    pub undated: Option<usize>,
}

/// One article that matches.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hit {
    /// Stable over re-indexing.
    pub id: String,
    /// The page's file.
    pub path: String,
    /// The original address.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The authors.
    pub authors: Vec<String>,
    /// The site's name.
    pub site: Option<String>,
    /// Sections of the site.
    pub sections: Vec<String>,
    /// RFC 3339 date or date-time of publication.
    pub date: Option<String>,
    /// ISO 639-1 code.
    pub lang: Option<String>,
    /// What the page looks like.
    pub kind: Option<String>,
    /// The rank score: only comparable within one answer.
    pub score: f32,
    /// The in-article heading above the passage.
    pub heading: Option<String>,
    /// The passage that matches best.
    pub snippet: Snippet,
    /// The address of that passage within the page: `#id` of its heading, else a text fragment.
    pub link: Option<String>,
    /// Which index it is from, where several are searched.
    pub index: Option<String>,
    /// The first few of the articles that say nearly the same, best first; they match too, and are not hits of their own.
    pub copies: Vec<NearCopy>,
    /// How many there are.
    pub copy_count: usize,
    /// What the score is made of, where that was asked for.
    pub explanation: Vec<Part>,
}

/// An article that says nearly the same as a hit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NearCopy {
    /// Stable over re-indexing.
    pub id: String,
    /// The page's file.
    pub path: String,
    /// The original address.
    pub url: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// RFC 3339 date or date-time of publication.
    pub date: Option<String>,
}

/// One summand of a score, or a factor where it says so.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// What it is for, in words for the user: `levy, in the text`.
    pub what: String,
    /// How much it adds.
    pub score: f32,
}

/// A span of time and how many of the matching articles were published in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its name: `2026`, `2026-02` or `2026-02-26`.
    pub name: String,
    /// Its first day.
    pub since: Date,
    /// Its last day.
    pub until: Date,
    /// How many articles.
    pub count: usize,
}

/// A passage of an article with the words that match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// The passage, one line, cut with `…` where the text goes on.
    pub text: String,
    /// The bytes of `text` that match, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, in the spelling most articles use.
    pub value: String,
    /// How many of the matching articles have it.
    pub count: usize,
    /// Of a section, the next wider one: every matching article of this section is in that one too.
    pub within: Option<String>,
}

/// An article of the index, to be read as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Stable over re-indexing.
    pub id: String,
    /// The page's file.
    pub path: String,
    /// The original address.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The authors.
    pub authors: Vec<String>,
    /// The site's name.
    pub site: Option<String>,
    /// Sections of the site.
    pub sections: Vec<String>,
    /// RFC 3339 date or date-time of publication.
    pub date: Option<String>,
    /// RFC 3339 date or date-time of the last change.
    pub modified: Option<String>,
    /// ISO 639-1 code.
    pub lang: Option<String>,
    /// What the page looks like.
    pub kind: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// The text, in reading order, without the title.
    pub paragraphs: Vec<ShownBlock>,
}

/// A piece of an article that is shown, with the words that match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShownBlock {
    /// Its text; `\n` only where the page breaks a line.
    pub text: String,
    /// The bytes of `text` that match, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
    /// Whether it is a heading inside the article.
    pub heading: bool,
}

impl Snippet {
    /// The passage cut into pieces, each with whether it matches.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        pieces(&self.text, &self.marks)
    }

    /// The passage as HTML: escaped, matches within `<mark>`.
    ///
    /// ```
    /// let snippet = pressmark::hit::Snippet { text: "R&D budgets".into(), marks: vec![4..11] };
    /// assert_eq!(snippet.html(), "R&amp;D <mark>budgets</mark>");
    /// ```
    pub fn html(&self) -> String {
        html(self.pieces())
    }
}

impl ShownBlock {
    /// The text cut into pieces, each with whether it matches.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        pieces(&self.text, &self.marks)
    }

    /// The text as HTML: escaped, matches within `<mark>`.
    pub fn html(&self) -> String {
        html(self.pieces())
    }
}

/// A text cut at its marks, each piece with whether it is marked. A mark that overlaps the one before it, or cuts a
/// character, is passed over, so that the pieces are always the whole text.
fn pieces<'a>(text: &'a str, marks: &[Range<usize>]) -> impl Iterator<Item = (&'a str, bool)> {
    let mut at = 0;
    let mut pieces = Vec::with_capacity(2 * marks.len() + 1);
    for mark in marks {
        let between = text.get(at..mark.start);
        if let (Some(between), Some(marked)) = (between, text.get(mark.clone())) {
            pieces.extend([(between, false), (marked, true)]);
            at = mark.end;
        }
    }
    pieces.push((&text[at..], false));
    pieces.into_iter().filter(|(text, _)| !text.is_empty())
}

fn html<'a>(pieces: impl Iterator<Item = (&'a str, bool)>) -> String {
    let mut out = String::new();
    for (text, marked) in pieces {
        let escaped = html_escape::encode_quoted_attribute(text);
        if marked {
            out.push_str("<mark>");
            out.push_str(&escaped);
            out.push_str("</mark>");
        } else {
            out.push_str(&escaped);
        }
    }
    out
}

/// For tests: a text whose marks are written `«levy»`, and the marks.
#[cfg(test)]
pub(crate) fn marked(written: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for (at, part) in written.split(['«', '»']).enumerate() {
        let start = text.len();
        text.push_str(part);
        if at % 2 == 1 {
            marks.push(start..text.len());
        }
    }
    (text, marks)
}

#[cfg(test)]
impl Snippet {
    pub(crate) fn marked(written: &str) -> Snippet {
        let (text, marks) = marked(written);
        Snippet { text, marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_whole_text_whatever_the_marks() {
        let cut = |marks: &[Range<usize>]| pieces("né à Verrin", marks).collect::<Vec<_>>();
        assert_eq!(cut(&[0..3, 7..13]), [("né", true), (" à ", false), ("Verrin", true)]);
        for (start, end) in [(2, 3), (4, 2), (0, 99), (99, 100)] {
            let mark = Range { start, end };
            assert_eq!(cut(std::slice::from_ref(&mark)), [("né à Verrin", false)], "{mark:?}");
        }
        assert_eq!(cut(&[]), [("né à Verrin", false)]);
        assert_eq!(cut(&[4..6, 0..3]), [("né ", false), ("à", true), (" Verrin", false)]);
    }
}
