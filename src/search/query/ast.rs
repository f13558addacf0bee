//! A query as it was understood, and how it is written down again.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use super::super::period::Period;

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What it asks for.
    pub clauses: Vec<Clause>,
    /// What was passed over.
    pub problems: Vec<Problem>,
}

/// Something that was passed over or read otherwise than it may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened, in words for the user.
    pub message: String,
    /// The bytes of the query that it is about.
    pub span: Range<usize>,
}

/// One demand of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Whether it must match.
    pub occur: Occur,
    /// What matches.
    pub node: Node,
}

/// Whether a clause must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occur {
    /// It raises the rank.
    Should,
    /// Without it an article is no hit.
    Must,
    /// With it an article is no hit.
    Not,
}

/// What a clause asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A word or a phrase.
    Leaf(Leaf),
    /// Any of these.
    Any(Vec<Node>),
    /// Clauses of their own, within parentheses or joined by `AND`.
    Group(Vec<Clause>),
    /// All of these within some words of each other, in any order.
    Near {
        /// Words, phrases, or alternatives of them.
        of: Vec<Node>,
        /// How many words may stand between them in all.
        within: u32,
    },
}

/// A word or a phrase, anywhere or in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where it has to stand.
    pub field: Scope,
    /// The text as typed, without quotes and signs.
    pub text: String,
    /// How it has to match.
    pub form: Form,
}

/// How a leaf has to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A word in any of its forms.
    Word,
    /// A word as it is written, whatever its case.
    Exact,
    /// Words of this pattern: `*` stands for any letters, `?` for one.
    Pattern,
    /// Words that differ in so many letters at most.
    Fuzzy(u8),
    /// Words that stand together in this order.
    Phrase {
        /// How many words may stand between them in all.
        slop: u32,
        /// Each as it is written.
        exact: bool,
        /// The last word may go on.
        open: bool,
    },
}

impl Form {
    /// A plain phrase.
    pub const PHRASE: Form = Form::Phrase { slop: 0, exact: false, open: false };
}

/// Where a word has to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In the title or the text.
    Anywhere,
    /// In the title.
    Title,
    /// In a heading inside the article.
    Heading,
    /// In the text.
    Body,
    /// The section's whole name.
    Section,
    /// A word of an author's name.
    Author,
    /// The site's name or its host.
    Site,
    /// The language's code.
    Lang,
    /// What the page looks like.
    Kind,
    /// A tag's whole name.
    Tag,
    /// The whole address.
    Url,
    /// The whole path.
    Path,
    /// Published in this year, month, day or span.
    Date(Period),
}

impl Scope {
    /// Whether it holds what an article says, not what it is.
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Scope::Anywhere | Scope::Title | Scope::Heading | Scope::Body)
    }
}

impl Leaf {
    /// A plain word or value in a field.
    pub fn new(field: Scope, text: impl Into<String>) -> Leaf {
        Leaf { field, text: text.into(), form: Form::Word }
    }

    /// Whether it demands something, where a plain word only ranks.
    fn is_strict(&self) -> bool {
        self.field != Scope::Anywhere || matches!(self.form, Form::Exact | Form::Phrase { .. })
    }
}

impl Node {
    /// Whether it demands something, where a plain word only ranks. A choice with one strict alternative is strict, for the
    /// loose ones would make it decide nothing.
    pub(super) fn is_strict(&self) -> bool {
        match self {
            Node::Leaf(leaf) => leaf.is_strict(),
            Node::Any(nodes) => nodes.iter().any(Node::is_strict),
            Node::Group(clauses) => clauses.iter().any(|c| c.occur == Occur::Must),
            Node::Near { .. } => true,
        }
    }
}

impl Clause {
    /// A clause that must match if its node demands something, and ranks otherwise.
    pub(super) fn new(node: Node) -> Clause {
        Clause { occur: if node.is_strict() { Occur::Must } else { Occur::Should }, node }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The query as it was read, in its own language: what is demanded has its sign, choices their parentheses.
///
/// ```
/// let query = pressmark::search::Query::parse("grain AND toll OR \"river levy\"");
/// assert_eq!(query.to_string(), "+((+grain +toll) OR \"river levy\")");
/// ```
impl Display for Query {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write_all(f, &self.clauses, " ")
    }
}

fn write_all(f: &mut Formatter, parts: &[impl Display], between: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        write!(f, "{}{part}", if at == 0 { "" } else { between })?;
    }
    Ok(())
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let sign = match self.occur {
            Occur::Should => "",
            Occur::Must if self.node.is_strict() && matches!(self.node, Node::Leaf(_)) => "",
            Occur::Must => "+",
            Occur::Not => "-",
        };
        write!(f, "{sign}{}", self.node)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Node::Leaf(leaf) => leaf.fmt(f),
            Node::Any(nodes) => {
                f.write_str("(")?;
                write_all(f, nodes, " OR ")?;
                f.write_str(")")
            }
            Node::Group(clauses) => {
                f.write_str("(")?;
                write_all(f, clauses, " ")?;
                f.write_str(")")
            }
            Node::Near { of, within } => {
                f.write_str("(")?;
                write_all(f, of, &format!(" NEAR/{within} "))?;
                f.write_str(")")
            }
        }
    }
}

impl Display for Leaf {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if let Scope::Date(period) = self.field {
            return write!(f, "date:{period}");
        }
        if let Some(name) = super::fields::name(self.field) {
            write!(f, "{name}:")?;
        }
        match self.form {
            Form::Word if self.field != Scope::Anywhere && self.text.contains(char::is_whitespace) => {
                write!(f, "\"{}\"", self.text)
            }
            Form::Word | Form::Pattern => f.write_str(&self.text),
            Form::Exact => write!(f, "={}", self.text),
            Form::Fuzzy(letters) => write!(f, "{}~{letters}", self.text),
            Form::Phrase { slop, exact, open } => {
                write!(f, "{}\"{}\"{}", if exact { "=" } else { "" }, self.text, if open { "*" } else { "" })?;
                if slop > 0 { write!(f, "~{slop}") } else { Ok(()) }
            }
        }
    }
}
