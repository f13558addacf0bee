//! From what people type to a [`Query`]; parsing knows no index and never fails.
//!
//! ```text
//! query   = { clause }
//! clause  = [ "+" | "-" | "NOT" ] atom { "OR" [ "-" ] atom }       atoms joined by OR are alternatives
//!         | clause "AND" clause                                     both must match
//! atom    = [ field ":" ] ( word | '"' words '"' )
//! field   = title | heading | body | section | author | site | lang | kind | tag | url | path
//!         | date | since | after | until | before
//! ```
//!
//! Plain words rank: an article with more of them comes first, none is required. What is quoted or restricted to a field
//! must match. A colon behind anything but a known field is text, so that a pasted address or `Brexit: police` is
//! searched for its words. In a pasted text, quotes demand nothing either. Stray punctuation is passed over, and said so.

use super::period::Period;

/// Longer queries, in characters, are cut.
pub const MOST_CHARS: usize = 2000;

/// A longer query, in words and phrases, is a pasted text if nothing in it joins or excludes.
const MOST_TYPED: usize = 20;

/// Clauses beyond this are passed over.
pub const MOST_CLAUSES: usize = 256;

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What it asks for.
    pub clauses: Vec<Clause>,
    /// What was passed over, in words for the user.
    pub problems: Vec<String>,
}

/// One demand of a query, with its alternatives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Whether it must match.
    pub occur: Occur,
    /// What matches: any of these.
    pub any: Vec<Atom>,
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

/// A word or a phrase, anywhere or in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// Where it has to stand.
    pub field: Scope,
    /// The text as typed, without quotes.
    pub text: String,
    /// Whether the words have to stand together in this order.
    pub phrase: bool,
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

/// The names of fields, and what they mean; dates are read on the way.
const FIELDS: &[(&str, Scope)] = &[
    ("title", Scope::Title),
    ("intitle", Scope::Title),
    ("heading", Scope::Heading),
    ("headings", Scope::Heading),
    ("body", Scope::Body),
    ("section", Scope::Section),
    ("author", Scope::Author),
    ("site", Scope::Site),
    ("lang", Scope::Lang),
    ("kind", Scope::Kind),
    ("tag", Scope::Tag),
    ("url", Scope::Url),
    ("path", Scope::Path),
];

/// What of the days typed a date field asks for.
type Asked = fn(Period) -> Period;

/// The names of date fields, and what of the days typed they ask for.
const DATE_FIELDS: &[(&str, Asked)] = &[
    ("date", |p| p),
    ("since", |p| Period { until: None, ..p }),
    ("after", |p| Period { until: None, ..p }),
    ("until", |p| Period { since: None, ..p }),
    ("before", |p| Period { since: None, until: p.since.and_then(|day| day.yesterday().ok()) }),
];

impl Query {
    /// Reads a query. Anything is a query.
    ///
    /// ```
    /// use pressmark::search::Query;
    /// let query = Query::parse("grain \"export ban\" -wheat title:corridor");
    /// assert_eq!(query.clauses.len(), 4);
    /// assert!(query.problems.is_empty());
    /// ```
    pub fn parse(text: &str) -> Query {
        let mut parser = Parser::default();
        let short: String = text.chars().take(MOST_CHARS).collect();
        if short.len() < text.len() {
            parser.problem(format!("only the first {MOST_CHARS} characters of the query are used"));
        }
        let lexemes = lexemes(&short);
        parser.prose = is_prose(&lexemes);
        for lexeme in lexemes {
            parser.take(lexeme);
        }
        parser.finish()
    }
}

/// A piece of the query between blanks: signs before it, a field before a colon, and its text.
#[derive(Debug, PartialEq, Eq)]
struct Lexeme<'a> {
    sign: Option<char>,
    field: Option<&'a str>,
    text: &'a str,
    quoted: bool,
    unclosed: bool,
}

fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (lexeme, after) = lexeme(rest);
        out.push(lexeme);
        rest = after.trim_start();
    }
    out
}

/// Whether a query is a pasted text, of which nothing is demanded: longer than people type, and without a sign, a field or
/// a joining word, or all in capitals, where AND and OR are words like others.
fn is_prose(lexemes: &[Lexeme]) -> bool {
    let mut plain = lexemes.iter().filter(|l| !l.quoted);
    let has = |test: fn(char) -> bool| lexemes.iter().any(|l| l.text.contains(test));
    let capitals = lexemes.len() > 6 && has(char::is_uppercase) && !has(char::is_lowercase);
    let signed = |l: &Lexeme| l.sign.is_some() && !l.text.is_empty();
    let joins = |l: &Lexeme| signed(l) || l.field.is_some() || matches!(l.text, "AND" | "OR" | "NOT");
    capitals || (lexemes.len() > MOST_TYPED && !plain.any(joins))
}

const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»'];

fn lexeme(text: &str) -> (Lexeme<'_>, &str) {
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-' | '!'));
    let body = &text[sign.map_or(0, char::len_utf8)..];
    let end_of_word = body.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(body.len());
    let (field, body) = match body[..end_of_word].split_once(':') {
        Some((name, _)) if is_field(name) => (Some(name), &body[name.len() + 1..]),
        _ => (None, body),
    };
    let (text, quoted, unclosed, after) = match body.chars().next().filter(|c| QUOTES.contains(c)) {
        Some(quote) => {
            let inner = &body[quote.len_utf8()..];
            match inner.find(QUOTES) {
                Some(end) => {
                    let closing = inner[end..].chars().next().map_or(0, char::len_utf8);
                    (&inner[..end], true, false, &inner[end + closing..])
                }
                // Inches, or a mark left over: what follows are words like others.
                None => (&inner[..0], true, true, inner),
            }
        }
        None => {
            let end = body.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(body.len());
            (&body[..end], false, false, &body[end..])
        }
    };
    (Lexeme { sign, field, text, quoted, unclosed }, after)
}

fn is_field(name: &str) -> bool {
    let name = name.to_lowercase();
    FIELDS.iter().any(|(n, _)| *n == name) || DATE_FIELDS.iter().any(|(n, _)| *n == name)
}

/// Signs that mean something to other search programs.
const UNREAD: &[char] = &['*', '~', '^', '(', ')', '[', ']', '{', '}'];

#[derive(Default)]
struct Parser {
    query: Query,
    /// The word AND, OR or NOT that waits for what comes next.
    pending: Option<Pending>,
    /// The query is a pasted text: see [`is_prose`].
    prose: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pending {
    And,
    Or,
    Not,
}

impl Pending {
    fn name(self) -> &'static str {
        match self {
            Pending::And => "AND",
            Pending::Or => "OR",
            Pending::Not => "NOT",
        }
    }
}

impl Parser {
    fn problem(&mut self, problem: String) {
        if !self.query.problems.contains(&problem) {
            self.query.problems.push(problem);
        }
    }

    fn take(&mut self, lexeme: Lexeme) {
        if !self.prose && !lexeme.quoted && lexeme.sign.is_none() && lexeme.field.is_none() {
            match lexeme.text {
                "AND" | "&&" => return self.pend(Pending::And, lexeme.text),
                "OR" | "||" | "|" => return self.pend(Pending::Or, lexeme.text),
                "NOT" => return self.pend(Pending::Not, lexeme.text),
                _ => {}
            }
        }
        if lexeme.unclosed {
            return self.problem("a quotation mark is not closed and is passed over".to_owned());
        }
        if let Some(atom) = self.atom(&lexeme) {
            self.add(atom, lexeme.sign);
        }
    }

    fn pend(&mut self, pending: Pending, word: &str) {
        if self.query.clauses.is_empty() && pending != Pending::Not {
            self.problem(format!("`{word}` joins nothing and is passed over"));
            return;
        }
        match (self.pending, self.query.clauses.last_mut()) {
            // "x AND NOT y" demands x as "x AND y" does.
            (Some(Pending::And), Some(last)) if pending == Pending::Not && last.occur == Occur::Should => {
                last.occur = Occur::Must;
            }
            (Some(before), _) if before != Pending::And || pending != Pending::Not => {
                self.problem(format!("`{}` before `{word}` joins nothing and is passed over", before.name()));
            }
            _ => {}
        }
        self.pending = Some(pending);
    }

    fn atom(&mut self, lexeme: &Lexeme) -> Option<Atom> {
        let text = lexeme.text.trim();
        if !text.chars().any(char::is_alphanumeric) {
            let shown = format!("{}{}", lexeme.field.map(|f| format!("{f}:")).unwrap_or_default(), text);
            let shown = if shown.is_empty() { lexeme.sign.map_or("\"\"".to_owned(), String::from) } else { shown };
            self.problem(format!("`{shown}` has no letter or digit and is passed over"));
            return None;
        }
        // In a pasted text, and within quotes, these are punctuation like any other.
        let sign = text.chars().find(|c| UNREAD.contains(c)).filter(|_| !lexeme.quoted && !self.prose);
        if let Some(sign) = sign {
            self.problem(format!("`{sign}` in `{text}` has no meaning here and is passed over"));
        }
        let field = match lexeme.field {
            Some(name) => self.scope(name, text)?,
            None => Scope::Anywhere,
        };
        Some(Atom { field, text: text.to_owned(), phrase: lexeme.quoted })
    }

    fn scope(&mut self, name: &str, text: &str) -> Option<Scope> {
        let name = name.to_lowercase();
        if let Some((_, scope)) = FIELDS.iter().find(|(n, _)| *n == name) {
            return Some(*scope);
        }
        let (_, asked) = DATE_FIELDS.iter().find(|(n, _)| *n == name)?;
        match Period::parse(text) {
            Ok(days) if asked(days).is_open() => {
                self.problem(format!("`{name}:{text}` names no such day and is passed over"));
                None
            }
            Ok(days) => Some(Scope::Date(asked(days))),
            Err(error) => {
                self.problem(format!("`{name}:{text}` is passed over: {error}"));
                None
            }
        }
    }

    fn add(&mut self, atom: Atom, sign: Option<char>) {
        let strict = (atom.phrase && !self.prose) || atom.field != Scope::Anywhere;
        let pending = self.pending.take();
        let occur = match (sign, pending) {
            (Some('-' | '!'), _) | (_, Some(Pending::Not)) => Occur::Not,
            (Some(_), _) | (_, Some(Pending::And)) => Occur::Must,
            _ if strict => Occur::Must,
            _ => Occur::Should,
        };
        match (pending, self.query.clauses.last_mut()) {
            (Some(Pending::Or), Some(last)) if occur != Occur::Not && last.occur != Occur::Not => {
                last.any.push(atom);
                // One strict alternative would make the loose one decide nothing, so the choice as a whole must match.
                if occur == Occur::Must {
                    last.occur = Occur::Must;
                }
                return;
            }
            (Some(Pending::And), Some(last)) if last.occur == Occur::Should => last.occur = Occur::Must,
            _ => {}
        }
        if self.query.clauses.len() < MOST_CLAUSES {
            self.query.clauses.push(Clause { occur, any: vec![atom] });
        } else {
            self.problem(format!("only the first {MOST_CLAUSES} words of the query are used"));
        }
    }

    fn finish(mut self) -> Query {
        if let Some(pending) = self.pending.take() {
            self.problem(format!("`{}` at the end joins nothing and is passed over", pending.name()));
        }
        self.query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A query in short: `+` must, `-` not, alternatives joined by `|`, phrases in quotes, fields before a colon.
    fn read(text: &str) -> String {
        let query = Query::parse(text);
        let atom = |a: &Atom| {
            let field = match a.field {
                Scope::Anywhere => String::new(),
                Scope::Date(p) => format!(
                    "{}..{}:",
                    p.since.map_or(String::new(), |d| d.to_string()),
                    p.until.map_or(String::new(), |d| d.to_string())
                ),
                field => format!("{field:?}:").to_lowercase(),
            };
            if a.phrase { format!("{field}\"{}\"", a.text) } else { format!("{field}{}", a.text) }
        };
        let clauses = query.clauses.iter().map(|c| {
            let sign = match c.occur {
                Occur::Should => "",
                Occur::Must => "+",
                Occur::Not => "-",
            };
            format!("{sign}{}", c.any.iter().map(atom).collect::<Vec<_>>().join("|"))
        });
        clauses.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_operator() {
        for (typed, read_as) in [
            ("grain corridor", "grain corridor"),
            ("\"grain corridor\"", "+\"grain corridor\""),
            ("grain -wheat", "grain -wheat"),
            ("grain NOT wheat", "grain -wheat"),
            ("grain !wheat", "grain -wheat"),
            ("+grain wheat", "+grain wheat"),
            ("grain AND wheat", "+grain +wheat"),
            ("grain AND NOT wheat", "+grain -wheat"),
            ("grain && wheat rye", "+grain +wheat rye"),
            ("grain OR wheat", "grain|wheat"),
            ("\"export ban\" OR quota -rye", "+\"export ban\"|quota -rye"),
            ("title:grain", "+title:grain"),
            ("Title:\"grain corridor\" x", "+title:\"grain corridor\" x"),
            ("-section:opinion", "-section:opinion"),
            ("section:\"Middle East\"", "+section:\"Middle East\""),
            ("date:2026-02", "+2026-02-01..2026-02-28:2026-02"),
            ("since:2026", "+2026-01-01..:2026"),
            ("until:2026", "+..2026-12-31:2026"),
            ("before:2026", "+..2025-12-31:2026"),
            ("“curly quotes”", "+\"curly quotes\""),
            ("-\"export ban\"", "-\"export ban\""),
            ("U.S.-led don't", "U.S.-led don't"),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
            assert!(Query::parse(typed).problems.is_empty(), "{typed}");
        }
    }

    #[test]
    fn unknown_fields_and_addresses_are_text() {
        assert_eq!(read("Brexit: police"), "Brexit: police");
        assert_eq!(read("https://a.example/x?y=1"), "https://a.example/x?y=1");
        assert_eq!(read("a:b:c"), "a:b:c");
    }

    #[test]
    fn pasted_texts_demand_nothing() {
        assert_eq!(read("TALKS ON THE CANAL AND THE PORT OR NOT"), "TALKS ON THE CANAL AND THE PORT OR NOT");
        let pasted = format!("{}the \"common good\" of all", "word ".repeat(20));
        assert!(read(&pasted).ends_with(" the \"common good\" of all"));
        assert!(read(&format!("{pasted} -bad")).contains("+\"common good\""));
        assert_eq!(read("NATO OR EU"), "NATO|EU");
        assert!(read(&format!("{pasted} - and so on")).contains(" the \"common good\" of"));
        assert!(
            read("\u{627}\u{62a} \"\u{627}\u{644} \u{646}\" \u{628} \u{627} \u{639} \u{643} \u{634} \u{622}")
                .contains("+\"")
        );
    }

    #[test]
    fn stray_punctuation_is_passed_over_and_said_so() {
        for (typed, read_as) in [
            ("", ""),
            ("...", ""),
            ("- + grain", "grain"),
            ("\"\"", ""),
            ("\"grain corridor", "grain corridor"),
            ("12\" gas pipe", "12 gas pipe"),
            ("gas* pipe~", "gas* pipe~"),
            ("-(ferry levy)", "-(ferry levy)"),
            ("a AND OR b", "a|b"),
            ("since:..2024 a", "a"),
            ("OR grain", "grain"),
            ("grain OR", "grain"),
            ("title: grain", "grain"),
            ("date:yesterday grain", "grain"),
            ("(grain OR wheat) ???", "(grain|wheat)"),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
            assert_eq!(Query::parse(typed).problems.is_empty(), typed.is_empty(), "{typed}");
        }
    }

    #[test]
    fn endless_queries_are_cut() {
        let query = Query::parse(&"ab ".repeat(100_000));
        assert!(query.clauses.len() <= MOST_CLAUSES);
        assert_eq!(query.problems.len(), 2);
        Query::parse(&"(".repeat(100_000));
    }
}
