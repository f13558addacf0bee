//! The rules on lines of text, as data: wordings that say what a line is, and what to cut where one stands.

mod appeals;
mod bars;
mod comments;
mod cookies;
mod labels;
mod newsletters;
mod pitches;
mod rows;
mod teasers;

/// A rule that takes out lines of text: what it cuts is said by [`Cut`].
#[derive(Debug)]
pub(crate) struct LineRule {
    /// The name by which the trace calls it.
    pub(crate) id: &'static str,
    /// Wordings, read by [`wordings`].
    pub(crate) phrases: &'static str,
    pub(crate) cut: Cut,
    /// One sentence for the reader of `extract --explain`.
    pub(crate) why: &'static str,
}

/// What a line rule takes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// The line and the teasers after it: up to the next paragraph of running text, or the heading right above that.
    Section,
    /// The line and everything after it.
    Rest,
    /// The line alone, when it is the whole line.
    Line,
    /// Any short line that starts so.
    LineStart,
    /// Any short line that starts so. Where it is the whole line and stands late in the text, the paragraphs below it too, up to
    /// the next heading.
    Note,
    /// A line that starts so and is mostly a link.
    LinkLine,
    /// Any short line that starts so and names one of [`COOKIES`], where the text names none.
    Notice,
}

/// A rule on short paragraphs: a sentence begins with one of its phrases, and the paragraph names one of what is `offered`.
#[derive(Debug)]
pub(crate) struct CallRule {
    pub(crate) rule: LineRule,
    /// Wordings, read by [`wordings`].
    pub(crate) offered: &'static str,
}

/// The rules on lines, in the order in which they are tried on each line. A new one goes to the end: the place of the rule is
/// known to the weighing.
pub(crate) const LINES: &[LineRule] = &[
    LineRule {
        id: "text.check-also",
        phrases: "en: check also, also check",
        cut: Cut::Section,
        why: "A teaser of another article follows.",
    },
    LineRule {
        id: "text.author",
        phrases: labels::AUTHORS,
        cut: Cut::Note,
        why: "Lines about the author, not of the text.",
    },
    LineRule {
        id: "text.comments",
        phrases: comments::COMMENTS,
        cut: Cut::Rest,
        why: "Visitors' comments, or the form to leave one, follow.",
    },
    LineRule {
        id: "text.related",
        phrases: teasers::RELATED,
        cut: Cut::Section,
        why: "Teasers of other articles follow.",
    },
    LineRule {
        id: "text.share",
        phrases: labels::LABELS,
        cut: Cut::Line,
        why: "A label of a button, an advertisement or a player.",
    },
    LineRule { id: "text.newsletter", phrases: newsletters::SUBSCRIBE, cut: Cut::Line, why: "A call to subscribe." },
    LineRule {
        id: "text.newsletter-sentence",
        phrases: newsletters::CONSENTS,
        cut: Cut::LineStart,
        why: "A call to subscribe or follow, a credit, or a legal line.",
    },
    LineRule {
        id: "text.read-also-line",
        phrases: teasers::READ_ALSO,
        cut: Cut::LinkLine,
        why: "A single link to another article between paragraphs.",
    },
    LineRule {
        id: "text.comment-line",
        phrases: comments::COMMENT_LINES,
        cut: Cut::LineStart,
        why: "Who may comment, and that nobody may.",
    },
    LineRule {
        id: "text.appeal",
        phrases: appeals::SUPPORT,
        cut: Cut::Line,
        why: "An appeal for money, or a wall before an article that is sold.",
    },
    LineRule {
        id: "text.cookies",
        phrases: cookies::NOTICES,
        cut: Cut::Notice,
        why: "A notice on cookies, in a text that does not speak of them.",
    },
    LineRule {
        id: "text.contact",
        phrases: labels::CONTACTS,
        cut: Cut::Note,
        why: "Whom journalists may ask, after the text.",
    },
    LineRule {
        id: "text.citation",
        phrases: labels::CITATIONS,
        cut: Cut::Note,
        why: "How the article is to be cited, after the text.",
    },
];

/// The position of a rule in [`LINES`].
pub(crate) fn position(id: &str) -> Option<usize> {
    LINES.iter().position(|rule| rule.id == id)
}

/// The rules on short paragraphs.
pub(crate) const CALLS: [CallRule; 2] = [
    CallRule {
        rule: LineRule {
            id: "text.call",
            phrases: newsletters::CALLS,
            cut: Cut::Line,
            why: "A call to subscribe, in a sentence or two.",
        },
        offered: newsletters::OFFERED,
    },
    CallRule {
        rule: LineRule {
            id: "text.appeal-sentence",
            phrases: appeals::APPEALS,
            cut: Cut::Line,
            why: "An appeal for money, or a wall before an article that is sold, in a sentence or two.",
        },
        offered: appeals::APPEALED,
    },
];

/// What pitches offer, what they name beside it, what their buttons say, and words that speak to the reader.
pub(crate) const OFFERS: &str = pitches::OFFERS;
pub(crate) const HINTS: &str = pitches::HINTS;
pub(crate) const BUTTONS: &str = pitches::BUTTONS;
pub(crate) const READERS: &str = pitches::READERS;
pub(crate) const ENDINGS: &str = pitches::ENDINGS;

/// What the text of a [`Cut::Notice`] names.
pub(crate) const COOKIES: &str = cookies::COOKIES;

/// Labels of buttons, those that are labels beside such, and what links to the articles before and after one say.
pub(crate) const LABELS: &str = labels::LABELS;
pub(crate) const BESIDE: &str = bars::BESIDE;
pub(crate) const BEFORE: &str = bars::BEFORE;
pub(crate) const AFTER: &str = bars::AFTER;

/// With what notes on the rules for comments begin, and what becomes of those.
pub(crate) const COMMENTED: &str = comments::COMMENTED;
pub(crate) const MODERATED: &str = comments::MODERATED;

/// What rows of links to share and of tags are known by, labels before other articles, fields of forms and legal lines.
pub(crate) const NETWORKS: &str = rows::NETWORKS;
pub(crate) const TAGS: &str = rows::TAGS;
pub(crate) const READING: &str = rows::READING;
pub(crate) const MAIL: &str = rows::MAIL;
pub(crate) const FIELDS: &str = rows::FIELDS;
pub(crate) const LEGAL: &str = rows::LEGAL;

/// What the label of a button to share says, and what it ends with that opens a window.
pub(crate) const CLICK: &str = labels::CLICK;
pub(crate) const OPENED: &str = labels::OPENED;

/// A wording in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wording {
    /// Folded: lower case, no punctuation.
    pub(crate) text: &'static str,
    /// `# …` in the table: it stands after a number.
    pub(crate) is_counted: bool,
    /// `… …`: anything may follow, the title of the article say.
    pub(crate) is_open: bool,
    /// `= …`: nothing may follow, though the rule would have it.
    pub(crate) is_whole: bool,
}

/// The wordings of a table: lines that begin with a language, and commas between.
pub(crate) fn wordings(table: &'static str) -> impl Iterator<Item = Wording> {
    let lines = table.lines().map(|line| line.split_once(": ").map_or(line, |(_, wordings)| wordings));
    let texts = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|text| !text.is_empty());
    texts.map(|text| {
        let (counted, whole, open) = (text.strip_prefix("# "), text.strip_prefix("= "), text.strip_suffix(" …"));
        let text = counted.or(whole).unwrap_or(text);
        let text = text.strip_suffix(" …").unwrap_or(text);
        Wording { text, is_counted: counted.is_some(), is_open: open.is_some(), is_whole: whole.is_some() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::folded;

    #[test]
    fn wordings_are_folded_as_the_lines_will_be() {
        let rules = LINES.iter().chain(CALLS.iter().map(|call| &call.rule)).map(|rule| (rule.id, rule.phrases));
        for (id, table) in rules.chain(CALLS.iter().map(|call| (call.rule.id, call.offered))).chain([
            ("", COOKIES),
            ("", OFFERS),
            ("", HINTS),
            ("", BUTTONS),
            ("", READERS),
            ("", ENDINGS),
            ("", OPENED),
            ("", CLICK),
            ("", BESIDE),
            ("", BEFORE),
            ("", AFTER),
            ("", NETWORKS),
            ("", TAGS),
            ("", READING),
            ("", MAIL),
            ("", FIELDS),
            ("", LEGAL),
            ("", COMMENTED),
            ("", MODERATED),
        ]) {
            assert!(wordings(table).count() > 1);
            for wording in wordings(table) {
                assert_eq!(folded(wording.text), wording.text, "{id}");
            }
        }
    }

    #[test]
    fn a_table_is_read_by_language() {
        let read = |table| wordings(table).map(|w| (w.text, w.is_counted, w.is_open)).collect::<Vec<_>>();
        assert_eq!(
            read("\n    en: a b, c,\n        d\n    de: # e …\n"),
            [("a b", false, false), ("c", false, false), ("d", false, false), ("e", true, true)]
        );
    }
}
