//! What counts for how much in the rank.

/// The weights of the summands of a score, as shares of what a word in the text counts for (BM25 over title and text
/// together).
///
/// The defaults were measured on five test collections and on known items: see
/// `benches/ranking/README.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// A word in the title, besides its being in the text.
    pub title: f32,
    /// A word in a heading inside the article, besides its being in the text.
    pub heading: f32,
    /// Two words that follow each other in the query, near each other in the text.
    pub pair: f32,
    /// How many words apart near is.
    pub pair_slop: u32,
    /// A word as it is written, besides any of its forms.
    pub exact: f32,
    /// Five words that follow each other in the query, in a row in the text.
    pub run: f32,
    /// All the words of the query in a row in the title.
    pub whole_title: f32,
    /// The length that BM25 takes for the usual one, as a share of the mean: less makes long texts count less and repeated
    /// words more.
    pub usual_length: f32,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights {
            title: 0.35,
            heading: 0.0,
            pair: 0.09,
            pair_slop: 10,
            exact: 0.0,
            run: 0.6,
            whole_title: 1.0,
            // The engine keeps lengths rounded down, by some 3 % in the mean, and so counts the mean from them.
            usual_length: 1.03,
        }
    }
}
