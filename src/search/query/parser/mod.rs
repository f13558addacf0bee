//! The tokens of a query made into clauses.

mod atoms;
mod clauses;
mod near;
mod words;

use std::ops::Range;

use super::ast::{Clause, Leaf, Node, Problem, Query, Scope};
use super::lexer::{Kind, Token, tokens};
use super::{MOST_CHARS, MOST_CLAUSES};

/// A longer query, in words and phrases, is a pasted text if nothing in it joins or excludes.
const MOST_TYPED: usize = 20;

/// A word in all capitals says little; so many of them are a headline, in which AND and OR are words like others.
const MOST_CAPITALS: usize = 6;

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
        let short = text.char_indices().nth(MOST_CHARS).map_or(text, |(end, _)| &text[..end]);
        let mut parser = Parser { text: short, tokens: tokens(short), ..Parser::default() };
        if short.len() < text.len() {
            let message = format!("only the first {MOST_CHARS} characters of the query are used");
            parser.problem(message, short.len()..text.len());
        }
        let clauses = if is_prose(short, &parser.tokens) { parser.words() } else { parser.query() };
        Query { clauses, problems: parser.problems }
    }
}

/// Whether a query is a pasted text, of which nothing is demanded: longer than people type, and without a sign, a field or
/// a joining word, or all in capitals, where AND and OR are words like others.
fn is_prose(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| matches!(t.kind, Kind::Word(_) | Kind::Quoted(_))).count();
    let capitals = words > MOST_CAPITALS && text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    let is_operator =
        |t: &Token| !matches!(t.kind, Kind::Word(_) | Kind::Quoted(_) | Kind::Unclosed | Kind::Open | Kind::Close);
    capitals || (words > MOST_TYPED && !tokens.iter().any(is_operator))
}

#[derive(Default)]
struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
    /// Parentheses open so far, and those of them that were passed over for being too deep.
    depth: usize,
    ignored: usize,
    /// The field before the parentheses that are open, if any.
    scope: Option<Scope>,
    leaves: usize,
    problems: Vec<Problem>,
}

impl<'a> Parser<'a> {
    fn problem(&mut self, message: String, span: Range<usize>) {
        if !self.problems.iter().any(|p| p.message == message) {
            self.problems.push(Problem { message, span });
        }
    }

    fn peek(&self) -> Option<&Kind<'a>> {
        self.tokens.get(self.at).map(|t| &t.kind)
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn shown(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// Passes over a token that joins nothing.
    fn pass_over(&mut self, why: &str) {
        if let Some(token) = self.next() {
            self.problem(format!("`{}` {why} and is passed over", self.shown(&token.span)), token.span);
        }
    }

    /// The words of a pasted text.
    fn words(&mut self) -> Vec<Clause> {
        let mut clauses = Vec::new();
        while let Some(token) = self.next() {
            let text = match &token.kind {
                Kind::Quoted(quoted) => quoted.text,
                Kind::Open | Kind::Close | Kind::Unclosed => continue,
                _ => self.shown(&token.span),
            };
            for word in text.split_whitespace().filter(|w| has_word(w)) {
                if self.count(&token.span) {
                    clauses.push(Clause::new(Node::Leaf(Leaf::new(Scope::Anywhere, word))));
                }
            }
        }
        clauses
    }

    fn query(&mut self) -> Vec<Clause> {
        let clauses = self.list();
        debug_assert!(self.peek().is_none());
        clauses
    }

    fn nothing_in(&mut self, span: &Range<usize>) {
        self.problem(format!("`{}` has no letter or digit and is passed over", self.shown(span)), span.clone());
    }

    /// Whether one more word or phrase is allowed.
    fn count(&mut self, span: &Range<usize>) -> bool {
        self.leaves += 1;
        if self.leaves > MOST_CLAUSES {
            let message = format!("only the first {MOST_CLAUSES} words of the query are used");
            self.problem(message, span.clone());
        }
        self.leaves <= MOST_CLAUSES
    }
}

fn has_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a token can begin what a sign or a joining word is about.
fn starts_a_part(kind: &Kind) -> bool {
    !matches!(kind, Kind::And | Kind::Or | Kind::Near(_) | Kind::Close)
}

#[cfg(test)]
mod tests {
    use super::super::ast::Occur;
    use super::*;
    use crate::search::Period;

    fn read(text: &str) -> String {
        Query::parse(text).to_string()
    }

    #[test]
    fn every_operator() {
        for (typed, read_as) in [
            ("grain corridor", "grain corridor"),
            ("\"grain corridor\"", "\"grain corridor\""),
            ("\"grain corridor\"~3", "\"grain corridor\"~3"),
            ("\"grain corr\"*", "\"grain corr\"*"),
            ("=\"Grain Corridor\" =Grain", "=\"Grain Corridor\" =Grain"),
            ("grain -wheat", "grain -wheat"),
            ("grain NOT wheat", "grain -wheat"),
            ("grain !wheat", "grain -wheat"),
            ("grain NOT NOT wheat", "grain +wheat"),
            ("+grain wheat", "+grain wheat"),
            ("grain AND wheat", "+grain +wheat"),
            ("grain AND NOT wheat", "+grain -wheat"),
            ("grain && wheat rye", "+grain +wheat rye"),
            ("grain OR wheat", "(grain OR wheat)"),
            ("grain OR wheat AND rye", "+(grain OR (+wheat +rye))"),
            ("(grain OR wheat) AND rye", "+(grain OR wheat) +rye"),
            ("grain OR -wheat", "(grain OR (-wheat))"),
            ("barley (grain wheat)", "barley (grain wheat)"),
            ("-(grain wheat)", "-(grain wheat)"),
            ("NOT (grain OR wheat) rye", "-(grain OR wheat) rye"),
            ("((grain))", "grain"),
            ("\"export ban\" OR quota -rye", "+(\"export ban\" OR quota) -rye"),
            ("grain NEAR wheat", "+(grain NEAR/10 wheat)"),
            ("grain NEAR/3 \"export ban\" rye", "+(grain NEAR/3 \"export ban\") rye"),
            ("(grain OR wheat) NEAR/5 ban", "+((grain OR wheat) NEAR/5 ban)"),
            ("title:grain", "title:grain"),
            ("Title:\"grain corridor\" x", "title:\"grain corridor\" x"),
            ("title:(grain wheat)", "title:grain title:wheat"),
            ("title:(grain OR \"export ban\")", "+(title:grain OR title:\"export ban\")"),
            ("-section:opinion", "-section:opinion"),
            ("section:\"Middle East\"", "section:\"Middle East\""),
            ("econ* w?rd wor*d", "econ* w?rd wor*d"),
            ("wolf~ corridor~ wolf~2", "wolf~1 corridor~2 wolf~2"),
            ("title:econ* -title:=Economy", "title:econ* -title:=Economy"),
            ("date:2026-02", "date:2026-02-01..2026-02-28"),
            ("date:>2026-02-17", "date:2026-02-18.."),
            ("date:2025..2026-03", "date:2025-01-01..2026-03-31"),
            ("since:2026", "date:2026-01-01.."),
            ("until:2026", "date:..2026-12-31"),
            ("before:2026", "date:..2025-12-31"),
            ("“curly quotes”", "\"curly quotes\""),
            ("-\"export ban\"", "-\"export ban\""),
            ("U.S.-led don't", "U.S.-led don't"),
            ("中国\"一带一路\"政策", "中国 \"一带一路\" 政策"),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
            assert!(Query::parse(typed).problems.is_empty(), "{typed}: {:?}", Query::parse(typed).problems);
            assert_eq!(read(read_as), read_as, "what is written down is read as itself");
        }
    }

    #[test]
    fn what_people_paste_is_searched_for_its_words() {
        for typed in [
            "Brexit: police",
            "https://example.org/a?b=1",
            "f(x) word(s)",
            "what is a corridor?",
            "2020-2024",
            "C++ and C#",
            "- grain - wheat",
            "50% / 60%",
            "grain & wheat",
            "a/b",
            "e.g. this",
        ] {
            let strict = Query::parse(typed).clauses.iter().any(|c| c.occur != Occur::Should);
            assert!(!strict, "{typed}: {}", read(typed));
        }
        for address in ["https://example.org/~name", "www.example.org/a_(b)*", "http://example.org/[a]?b={c}"] {
            assert_eq!((read(address).as_str(), Query::parse(address).problems), (address, Vec::new()));
        }
        // Only an index can tell whether this is one, so that its signs are told until then.
        let maybe = Query::parse("example.org/a_(b)*");
        assert_eq!((read("example.org/a_(b)*").as_str(), maybe.problems.len()), ("example.org/a_(b)*", 1));
        assert_eq!(read("(see above)"), "(see above)");
        assert_eq!(read("6\" pipes and 5\" hoses"), "6 pipes and 5 hoses");
    }

    #[test]
    fn what_is_passed_over_is_said() {
        for (typed, read_as) in [
            ("???", ""),
            ("\"\" grain", "grain"),
            ("grain - wheat", "grain wheat"),
            ("\"grain corridor", "grain corridor"),
            ("AND grain", "grain"),
            ("grain AND", "grain"),
            ("a AND OR b", "(a OR b)"),
            ("a OR OR b", "(a OR b)"),
            ("since:..2024 a", "a"),
            ("OR grain", "grain"),
            ("grain OR", "grain"),
            ("grain NOT", "grain"),
            ("NOT", ""),
            ("NEAR grain", "grain"),
            ("grain NEAR/3", "grain"),
            ("title: grain", "grain"),
            ("title:\"\" grain", "grain"),
            ("date:yester grain", "grain"),
            ("(grain OR wheat", "(grain OR wheat)"),
            ("(grain)) wheat", "grain wheat"),
            ("() grain", "grain"),
            ("a* grain", "a* grain"),
            ("*ing", "*ing"),
            ("[grain]", "[grain]"),
            ("(a AND b) NEAR c", "+(+a +b) +c"),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
            assert!(!Query::parse(typed).problems.is_empty(), "{typed}");
        }
    }

    #[test]
    fn problems_say_where() {
        let query = Query::parse("grain date:nonsense wheat");
        assert_eq!(query.problems[0].span, 6..19);
        assert!(query.problems[0].message.contains("date:nonsense"));
    }

    #[test]
    fn a_pasted_text_demands_nothing() {
        let long = "The minister said that \"the levy\" would be cut (by half) before the summer, and that the towns AND \
                    villages on the river should not pay for it again this year.";
        assert!(read(&long.replace("AND", "and")).starts_with("The minister said that the levy would"));
        assert!(Query::parse(&long.replace("AND", "and")).clauses.iter().all(|c| c.occur == Occur::Should));
        assert!(
            Query::parse("CUTS AND TAXES OR NOT: WHAT THE BUDGET SAYS")
                .clauses
                .iter()
                .all(|c| c.occur == Occur::Should)
        );
    }

    #[test]
    fn endless_queries_are_cut() {
        let query = Query::parse(&"ab ".repeat(100_000));
        assert!(query.clauses.len() <= MOST_CLAUSES);
        assert_eq!(query.problems.len(), 2);
        for hostile in ["(", "((a ", "-(", "title:(", "NOT ", "a NEAR ", "\"", "a OR (", "+", "=\"a\"~9 ", ")"] {
            Query::parse(&hostile.repeat(100_000));
        }
    }

    #[test]
    fn dates_are_read_in_every_field_for_them() {
        let days = |typed: &str| match Query::parse(typed).clauses.first().map(|c| c.node.clone()) {
            Some(Node::Leaf(Leaf { field: Scope::Date(period), .. })) => period,
            other => panic!("{typed}: {other:?}"),
        };
        assert_eq!(days("last:month"), Period::parse("last month").expect("a period"));
        assert_eq!(days("date:\"last month\""), days("last:month"));
        assert_eq!(days("last:30d"), days("date:30d"));
        assert_eq!(days("since:30d").until, None);
    }

    proptest::proptest! {
        #[test]
        fn anything_is_a_query_and_is_read_again_as_written(text in "[a-z \"()~*?=+:!-]{0,40}|(title:|date:2026|AND |OR |NOT |NEAR/2 |\"|a|b c|\\(|\\)|~2|\\*| ){0,12}") {
            let query = Query::parse(&text);
            if query.problems.is_empty() {
                let written = query.to_string();
                proptest::prop_assert_eq!(Query::parse(&written).to_string(), written);
            }
        }
    }
}
