//! The tokens of a query made into clauses.

use std::ops::Range;

use super::ast::{Clause, Form, Leaf, Node, Occur, Problem, Query, Scope};
use super::fields::{self, Meaning, is_field};
use super::lexer::{Kind, Quoted, Token, tokens};
use super::{MOST_APART, MOST_CHARS, MOST_CLAUSES, MOST_DEPTH};

/// A longer query, in words and phrases, is a pasted text if nothing in it joins or excludes.
const MOST_TYPED: usize = 20;

/// A word in all capitals says little; so many of them are a headline, in which AND and OR are words like others.
const MOST_CAPITALS: usize = 6;

/// A pattern has to have so many letters, or it stands for a good part of the dictionary.
const LEAST_LETTERS: usize = 2;

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

/// A part of a query with its sign, if it has one.
struct Signed {
    sign: Option<Occur>,
    node: Node,
}

impl Signed {
    /// As one of several that must all match.
    fn required(self) -> Clause {
        Clause { occur: self.sign.unwrap_or(Occur::Must), node: self.node }
    }

    /// As one of several of which any may match.
    fn alternative(self) -> Node {
        match self.sign {
            Some(Occur::Not) => Node::Group(vec![Clause { occur: Occur::Not, node: self.node }]),
            _ => self.node,
        }
    }
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

    /// Clauses side by side, up to the end of the query or of the parentheses.
    fn list(&mut self) -> Vec<Clause> {
        let mut clauses = Vec::new();
        loop {
            match self.peek() {
                None => break,
                Some(Kind::Close) if self.ignored > 0 => {
                    self.ignored -= 1;
                    self.at += 1;
                }
                Some(Kind::Close) if self.depth > 0 => break,
                Some(Kind::Close) => self.pass_over("closes nothing"),
                Some(Kind::And | Kind::Or | Kind::Near(_)) => self.pass_over("joins nothing"),
                Some(_) => {
                    if let Some(part) = self.any() {
                        add(&mut clauses, part);
                    }
                }
            }
        }
        clauses
    }

    /// Alternatives joined by `OR`.
    fn any(&mut self) -> Option<Signed> {
        let parts = self.joined(|k| matches!(k, Kind::Or), Parser::all);
        several(parts, |parts| Node::Any(parts.into_iter().map(Signed::alternative).collect()))
    }

    /// Demands joined by `AND`.
    fn all(&mut self) -> Option<Signed> {
        let parts = self.joined(|k| matches!(k, Kind::And), Parser::one);
        several(parts, |parts| Node::Group(parts.into_iter().map(Signed::required).collect()))
    }

    /// Parts with a joining token between them; one with nothing on either side is passed over.
    fn joined(&mut self, joins: fn(&Kind) -> bool, part: fn(&mut Self) -> Option<Signed>) -> Vec<Signed> {
        let mut parts: Vec<Signed> = part(self).into_iter().collect();
        while self.peek().is_some_and(joins) {
            let missing = match self.tokens.get(self.at + 1).map(|t| &t.kind) {
                None => Some("at the end joins nothing"),
                Some(Kind::And | Kind::Or | Kind::Near(_) | Kind::Close) => Some("joins nothing"),
                Some(_) => None,
            };
            match missing {
                Some(why) => self.pass_over(why),
                None => {
                    self.at += 1;
                    parts.extend(part(self));
                }
            }
        }
        parts
    }

    /// A part with its signs: each `NOT` turns the last one around, `+` says nothing against it.
    fn one(&mut self) -> Option<Signed> {
        let mut sign = None;
        loop {
            match self.peek()? {
                Kind::Must => sign = sign.or(Some(Occur::Must)),
                Kind::Not | Kind::NotWord if sign == Some(Occur::Not) => sign = Some(Occur::Must),
                Kind::Not | Kind::NotWord => sign = Some(Occur::Not),
                _ => break,
            }
            let last = self.next()?;
            if !self.peek().is_some_and(starts_a_part) {
                self.problem(format!("`{}` is before nothing and is passed over", self.shown(&last.span)), last.span);
                return None;
            }
        }
        self.near().map(|node| Signed { sign, node })
    }

    /// Words that have to stand near each other.
    fn near(&mut self) -> Option<Node> {
        let mut nodes: Vec<Node> = self.atom().into_iter().collect();
        let mut apart = 0;
        while let Some(&Kind::Near(n)) = self.peek() {
            let follows = self.tokens.get(self.at + 1).is_some_and(|t| starts_a_part(&t.kind));
            if nodes.is_empty() || !follows {
                self.pass_over("joins nothing");
                continue;
            }
            let span = self.next()?.span;
            let Some(node) = self.atom() else { continue };
            let (field, before) = (near_field(&node), near_field(&nodes[nodes.len() - 1]));
            if field.is_some() && field == before {
                apart = apart.max(n);
                nodes.push(node);
            } else {
                let message = "NEAR joins plain words and phrases of one field; it is read as AND here".to_owned();
                self.problem(message, span);
                let clauses = nodes.drain(..).chain([node]).map(|node| Clause { occur: Occur::Must, node }).collect();
                nodes.push(Node::Group(clauses));
            }
        }
        if nodes.len() > 1 { Some(Node::Near { of: nodes, within: apart.max(1) }) } else { nodes.pop() }
    }

    /// A word, a phrase, or a query within parentheses.
    fn atom(&mut self) -> Option<Node> {
        let token = self.next()?;
        match token.kind {
            Kind::Field(name) => self.fielded(name, &token.span),
            Kind::Open => self.group(),
            Kind::Word(text) => self.word(text, &token.span),
            Kind::Quoted(quoted) => self.quoted(&quoted, &token.span),
            Kind::Unclosed => {
                self.problem("a quotation mark is not closed and is passed over".to_owned(), token.span);
                None
            }
            // A sign or a joining word that came where a part was wanted; the loops above have said so already or will.
            _ => {
                self.at -= 1;
                None
            }
        }
    }

    fn group(&mut self) -> Option<Node> {
        let opened = self.at - 1;
        if self.depth >= MOST_DEPTH {
            let span = self.tokens[opened].span.clone();
            self.problem(format!("parentheses deeper than {MOST_DEPTH} are passed over"), span);
            self.ignored += 1;
            return None;
        }
        self.depth += 1;
        let clauses = self.list();
        self.depth -= 1;
        let span = self.tokens[opened].span.clone();
        match self.next() {
            Some(_) => {}
            None => {
                self.problem("a parenthesis is not closed; it is taken to end with the query".to_owned(), span.clone())
            }
        }
        if clauses.is_empty() {
            self.problem("parentheses with nothing to search in them are passed over".to_owned(), span);
        }
        match <[Clause; 1]>::try_from(clauses) {
            Ok([Clause { occur, node }]) if occur == Clause::new(node.clone()).occur => Some(node),
            Ok([clause]) => Some(Node::Group(vec![clause])),
            Err(clauses) => (!clauses.is_empty()).then_some(Node::Group(clauses)),
        }
    }

    /// What follows a field's name.
    fn fielded(&mut self, name: &'a str, field: &Range<usize>) -> Option<Node> {
        let token = self.next()?;
        let value = match &token.kind {
            Kind::Open => return self.scoped_group(name, &token.span),
            Kind::Quoted(quoted) => quoted.text,
            _ => self.shown(&token.span),
        };
        let span = field.start..token.span.end;
        if !has_word(value) {
            self.nothing_in(&span);
            return None;
        }
        match fields::meaning(name, value)? {
            Meaning::Field(scope) => {
                let before = self.scope.replace(scope);
                let node = match token.kind {
                    Kind::Quoted(quoted) => self.quoted(&quoted, &token.span),
                    _ => self.word(value, &token.span),
                };
                self.scope = before;
                node
            }
            Meaning::Days(period) => self.count(&span).then(|| Node::Leaf(Leaf::new(Scope::Date(period), value))),
            Meaning::NoDays => {
                self.problem(format!("`{}` names no such day and is passed over", self.shown(&span)), span);
                None
            }
            Meaning::Bad(error) => {
                self.problem(format!("`{}` is passed over: {error}", self.shown(&span)), span);
                None
            }
        }
    }

    fn scoped_group(&mut self, name: &str, span: &Range<usize>) -> Option<Node> {
        let before = self.scope;
        match fields::scope(name) {
            Some(scope) => self.scope = Some(scope),
            None => {
                self.problem(format!("`{name}:` takes one date, and is passed over before parentheses"), span.clone())
            }
        }
        let node = self.group();
        self.scope = before;
        node
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

    fn leaf(&mut self, text: &str, form: Form, span: &Range<usize>) -> Option<Node> {
        let field = self.scope.unwrap_or(Scope::Anywhere);
        self.count(span).then(|| Node::Leaf(Leaf { field, text: text.to_owned(), form }))
    }

    fn quoted(&mut self, quoted: &Quoted, span: &Range<usize>) -> Option<Node> {
        let text = quoted.text.trim();
        if !has_word(text) {
            self.nothing_in(span);
            return None;
        }
        let slop = quoted.slop.unwrap_or(0).min(MOST_APART);
        self.leaf(text, Form::Phrase { slop, exact: quoted.exact, open: quoted.open }, span)
    }

    fn word(&mut self, text: &str, span: &Range<usize>) -> Option<Node> {
        let bare_field = text.strip_suffix(':').is_some_and(is_field);
        if !has_word(text) || bare_field {
            let why =
                if bare_field { "is before nothing (write it without a blank)" } else { "has no letter or digit" };
            self.problem(format!("`{text}` {why} and is passed over"), span.clone());
            return None;
        }
        if let Some(word) = text.strip_prefix('=') {
            return self.leaf(word, Form::Exact, span);
        }
        let (text, form) = self.form(text, span);
        self.leaf(text, form, span)
    }

    /// The form that the signs in a word ask for, and the word without them.
    fn form<'t>(&mut self, text: &'t str, span: &Range<usize>) -> (&'t str, Form) {
        let label = self.scope.is_some_and(|scope| !scope.is_text());
        if label && text.contains('*') {
            return (text, Form::Pattern);
        }
        if label {
            return (text, Form::Word);
        }
        let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
        if let Some((word, letters)) = text.rsplit_once('~')
            && !word.is_empty()
            && word.chars().all(is_letter)
            && matches!(letters, "" | "1" | "2")
        {
            // As Lucene and most others: short words with two letters changed are other words.
            let usual = if word.chars().count() < 6 { 1 } else { 2 };
            return (word, Form::Fuzzy(letters.parse().unwrap_or(usual)));
        }
        if is_pattern(text) {
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            if text.starts_with(char::is_alphanumeric) && letters >= LEAST_LETTERS {
                return (text, Form::Pattern);
            }
            let message =
                format!("`{text}` stands for too many words; it needs {LEAST_LETTERS} letters and to begin with one");
            self.problem(message, span.clone());
        } else if let Some(sign) = text.chars().find(|c| UNREAD.contains(c)) {
            self.problem(format!("`{sign}` in `{text}` has no meaning here and is passed over"), span.clone());
        }
        (text, Form::Word)
    }
}

/// Signs that mean something to other search programs.
const UNREAD: &[char] = &['*', '~', '^', '(', ')', '[', ']', '{', '}'];

/// Letters with `*` behind or among them, or `?` among them: a question mark at the end ends a question.
fn is_pattern(text: &str) -> bool {
    let inner = text.trim_end_matches('?');
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '*' | '?');
    inner.chars().all(letters) && inner.contains(['*', '?']) && !inner.contains("**")
}

fn has_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a token can begin what a sign or a joining word is about.
fn starts_a_part(kind: &Kind) -> bool {
    !matches!(kind, Kind::And | Kind::Or | Kind::Near(_) | Kind::Close)
}

/// The field in which a node's words can be near others: plain words and phrases of one field, and alternatives of them.
fn near_field(node: &Node) -> Option<Scope> {
    let one = |mut fields: Vec<Option<Scope>>| {
        let first = fields.pop()?;
        first.filter(|_| fields.iter().all(|field| *field == first))
    };
    match node {
        // The text alone has no field of stems in which order could be told.
        Node::Leaf(leaf) => {
            let plain = matches!(leaf.form, Form::Word | Form::Phrase { exact: false, open: false, .. });
            Some(leaf.field).filter(|field| plain && field.is_text() && *field != Scope::Body)
        }
        Node::Any(nodes) => one(nodes.iter().map(near_field).collect()),
        Node::Group(clauses) if clauses.iter().all(|c| c.occur == Occur::Should) => {
            one(clauses.iter().map(|clause| near_field(&clause.node)).collect())
        }
        _ => None,
    }
}

/// One part as it is, several made into a node.
fn several(mut parts: Vec<Signed>, node: fn(Vec<Signed>) -> Node) -> Option<Signed> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(Signed { sign: None, node: node(parts) }),
    }
}

/// Adds a part to clauses side by side. What AND has joined becomes clauses like the others: they are demanded either way.
fn add(clauses: &mut Vec<Clause>, part: Signed) {
    match part {
        Signed { sign: None, node: Node::Group(inner) } if inner.iter().any(|c| c.occur == Occur::Must) => {
            clauses.extend(inner);
        }
        Signed { sign: Some(occur), node } => clauses.push(Clause { occur, node }),
        Signed { sign: None, node } => clauses.push(Clause::new(node)),
    }
}

#[cfg(test)]
mod tests {
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
