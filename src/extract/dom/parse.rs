//! From the text of a page to its tree: the tokens of `html5gum`, put together by the tree builder of `html5ever`.
//!
//! Both follow the WHATWG's specification, so the tree is the one that `html5ever` makes alone; `html5ever`'s
//! own tokenizer makes parsing take 1.7 times as long (benches/extraction/README.md).

mod source;

use std::convert::Infallible;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::{Emitter, Error, State, Tokenizer};

use source::Source;

/// The tree builder does nothing with lines but name them in errors, which nobody asks for.
const NO_LINE: u64 = 1;

/// What a sink makes of a page's tree, as browsers build it.
pub(super) fn parse<S: TreeSink>(html: &str, sink: S) -> S::Output {
    let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
    let page = StrTendril::from(html.strip_prefix('\u{FEFF}').unwrap_or(html));
    let source = Source::new(&page);
    let tokens = Tokens::new(&builder, &page, source.has_null);
    let Ok(()) = Tokenizer::new_with_emitter(source, tokens).finish();
    builder.sink.finish()
}

/// Puts together what the tokenizer cuts out of a page, and hands whole tokens on to a tree builder.
struct Tokens<'s, S> {
    sink: &'s S,
    page: Shared<'s>,
    /// Whether NUL is anywhere on the page, which is a token of its own.
    has_null: bool,
    names: Names,
    /// The characters since the last token.
    text: Piece,
    comment: Piece,
    doctype: [Option<Vec<u8>>; 3],
    has_quirks: bool,
    /// The tag that is being read, and the attribute of it.
    kind: TagKind,
    tag: Vec<u8>,
    attrs: Vec<Attribute>,
    is_self_closing: bool,
    name: Vec<u8>,
    value: Piece,
    /// The start tag before; none after an end tag.
    last_start: LocalName,
    /// The state in which the tree builder wants the next tokens read.
    next: Option<State>,
}

/// What a doctype says, by its place in [`Tokens::doctype`].
const NAME: usize = 0;
const PUBLIC: usize = 1;
const SYSTEM: usize = 2;

impl<'s, S: TokenSink> Tokens<'s, S> {
    fn new(sink: &'s S, page: &'s StrTendril, has_null: bool) -> Self {
        Tokens {
            sink,
            page: Shared { all: page, text: page },
            has_null,
            names: Names::new(),
            text: Piece::default(),
            comment: Piece::default(),
            doctype: Default::default(),
            has_quirks: false,
            kind: TagKind::StartTag,
            tag: Vec::new(),
            attrs: Vec::new(),
            is_self_closing: false,
            name: Vec::new(),
            value: Piece::default(),
            last_start: LocalName::default(),
            next: None,
        }
    }

    fn send(&mut self, token: Token) {
        let next = match self.sink.process_token(token, NO_LINE) {
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => return,
            TokenSinkResult::Script(_) => State::Data,
            TokenSinkResult::Plaintext => State::PlainText,
            TokenSinkResult::RawData(RawKind::Rcdata) => State::RcData,
            TokenSinkResult::RawData(RawKind::Rawtext) => State::RawText,
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => State::ScriptData,
        };
        self.next = Some(next);
    }

    fn send_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = self.text.take(self.page);
        if !self.has_null {
            return self.send(Token::CharacterTokens(text));
        }
        let (mut start, end) = (0, text.len());
        for null in memchr::memchr_iter(0, text.as_bytes()).chain([end]) {
            if null > start {
                self.send(Token::CharacterTokens(text.subtendril(start as u32, (null - start) as u32)));
            }
            if null < end {
                self.send(Token::NullCharacterToken);
            }
            start = null + 1;
        }
    }

    /// Adds the attribute that has been read. Where a tag has one twice, the first counts; end tags have none.
    fn end_attribute(&mut self) {
        if self.kind == TagKind::StartTag && !self.name.is_empty() {
            let name = self.names.local(&self.name);
            if !self.attrs.iter().any(|known| known.name.local == name) {
                let value = self.value.take(self.page);
                self.attrs.push(Attribute { name: QualName::new(None, ns!(), name), value });
            }
        }
        self.name.clear();
        self.value.clear();
    }

    fn init_tag(&mut self, kind: TagKind) {
        self.kind = kind;
        self.tag.clear();
        self.attrs.clear();
        self.is_self_closing = false;
        self.name.clear();
        self.value.clear();
    }
}

impl<S: TokenSink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    /// Looking for errors means looking at each character, a third of a page's time.
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text.push(self.page, text);
    }

    fn init_start_tag(&mut self) {
        self.init_tag(TagKind::StartTag);
    }

    fn init_end_tag(&mut self) {
        self.init_tag(TagKind::EndTag);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.push(self.page, value);
    }

    fn set_self_closing(&mut self) {
        self.is_self_closing = self.kind == TagKind::StartTag;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.send_text();
        // The list is read into again; a new one is no longer than the attributes are many.
        let mut attrs = Vec::with_capacity(self.attrs.len());
        attrs.append(&mut self.attrs);
        let name = self.names.local(&self.tag);
        self.last_start = if self.kind == TagKind::StartTag { name.clone() } else { LocalName::default() };
        let tag =
            Tag { kind: self.kind, name, self_closing: self.is_self_closing, attrs, had_duplicate_attributes: false };
        self.send(Token::TagToken(tag));
        self.next.take()
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = self.names.local(name.unwrap_or_default());
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.kind == TagKind::EndTag && !self.last_start.is_empty() && self.last_start.as_bytes() == self.tag
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.sink.adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

    fn push_comment(&mut self, text: &[u8]) {
        self.comment.push(self.page, text);
    }

    fn emit_current_comment(&mut self) {
        self.send_text();
        let comment = self.comment.take(self.page);
        self.send(Token::CommentToken(comment));
    }

    fn init_doctype(&mut self) {
        self.doctype = Default::default();
        self.has_quirks = false;
    }

    fn set_force_quirks(&mut self) {
        self.has_quirks = true;
    }

    fn push_doctype_name(&mut self, name: &[u8]) {
        self.doctype[NAME].get_or_insert_default().extend_from_slice(name);
    }

    fn set_doctype_public_identifier(&mut self, value: &[u8]) {
        self.doctype[PUBLIC] = Some(value.to_vec());
    }

    fn push_doctype_public_identifier(&mut self, value: &[u8]) {
        self.doctype[PUBLIC].get_or_insert_default().extend_from_slice(value);
    }

    fn set_doctype_system_identifier(&mut self, value: &[u8]) {
        self.doctype[SYSTEM] = Some(value.to_vec());
    }

    fn push_doctype_system_identifier(&mut self, value: &[u8]) {
        self.doctype[SYSTEM].get_or_insert_default().extend_from_slice(value);
    }

    fn emit_current_doctype(&mut self) {
        self.send_text();
        let [name, public_id, system_id] = std::mem::take(&mut self.doctype).map(|part| part.as_deref().map(tendril));
        let doctype = Doctype { name, public_id, system_id, force_quirks: self.has_quirks };
        self.send(Token::DoctypeToken(doctype));
    }

    fn emit_eof(&mut self) {
        self.send_text();
        self.send(Token::EOFToken);
        self.sink.end();
    }
}

/// A page, of which the tree has shares.
#[derive(Clone, Copy)]
struct Shared<'s> {
    all: &'s StrTendril,
    text: &'s str,
}

impl Shared<'_> {
    /// Texts up to this length are copied in less time than is needed to share in the page.
    const SHORT: usize = 8;

    fn part(self, part: Range<usize>) -> StrTendril {
        if part.len() <= Shared::SHORT {
            return StrTendril::from_slice(self.text.get(part).unwrap_or_default());
        }
        self.all.try_subtendril(part.start as u32, part.len() as u32).unwrap_or_default()
    }
}

/// Text that the tokenizer gives in pieces. As long as they stand in the page one behind the other, it is that part of the
/// page and need not be copied: most texts and values are, all without references to characters.
#[derive(Default)]
struct Piece {
    part: Range<usize>,
    copied: Vec<u8>,
}

impl Piece {
    #[inline]
    fn push(&mut self, page: Shared, text: &[u8]) {
        let page = page.text.as_bytes();
        // Where the text is none of the page's, this is a place outside of it, or not the next.
        let start = (text.as_ptr() as usize).wrapping_sub(page.as_ptr() as usize);
        if self.is_empty() && start < page.len() {
            self.part = start..start + text.len();
        } else if start == self.part.end && !self.part.is_empty() && start < page.len() {
            self.part.end += text.len();
        } else {
            self.copied.extend_from_slice(&page[std::mem::take(&mut self.part)]);
            self.copied.extend_from_slice(text);
        }
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.part.is_empty() && self.copied.is_empty()
    }

    #[inline]
    fn clear(&mut self) {
        self.part = 0..0;
        self.copied.clear();
    }

    /// The whole text; what follows is another.
    fn take(&mut self, page: Shared) -> StrTendril {
        let part = std::mem::take(&mut self.part);
        if part.is_empty() {
            let text = tendril(&self.copied);
            self.copied.clear();
            return text;
        }
        page.part(part)
    }
}

/// The names of tags and attributes read lately: to look up what `html5ever` knows of a name takes longer than to compare
/// it with the one that had its place before, and pages have few names.
struct Names(Vec<LocalName>);

impl Names {
    const PLACES: usize = 256;

    fn new() -> Names {
        Names(vec![LocalName::default(); Names::PLACES])
    }

    fn local(&mut self, name: &[u8]) -> LocalName {
        let at = |place: usize| name.get(place).copied().unwrap_or_default() as usize;
        let middle = name.len() / 2;
        let place = (at(0) + 5 * at(middle) + 13 * at(middle + 1) + 41 * name.len()) % Names::PLACES;
        let known = &mut self.0[place];
        if known.as_bytes() != name {
            *known = LocalName::from(str::from_utf8(name).unwrap_or_default());
        }
        known.clone()
    }
}

/// A page is text, and no token ends amid a character.
fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(str::from_utf8(bytes).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use scraper::{Html, HtmlTreeSink};

    use super::*;

    fn tree(html: &str) -> String {
        parse(html, HtmlTreeSink::new(Html::new_document())).root_element().html()
    }

    /// The tree of `html5ever`'s own tokenizer.
    fn is_the_same(html: &str) -> bool {
        tree(html) == Html::parse_document(html).root_element().html()
    }

    #[test]
    fn the_tree_is_that_of_the_other_tokenizer() {
        for html in [
            "",
            "\u{FEFF}<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><p>a",
            "<!doctype><p>a<table><tr><td>b<p>c",
            "<p class=a CLASS=b id='x' id=y>one &amp two &notin; three &#x41;&#0;&unknown;</P x=y>",
            "<title>a <b> &lt; </titl></title><textarea>\n\n x</textarea><p>after",
            "<script>if (a < b && '<!--' ) { '<script>' + '</scr' }</script><p>b<style>p > a</style>",
            "<script><!-- <script> </script> --></script><p>after",
            "<noscript><img src=a></noscript><iframe><p>x</iframe><xmp><b>x</xmp><plaintext><p>x</p>",
            "<svg viewBox='0 0 1 1'><title>t</title><![CDATA[a <b> c]]><foreignObject><p>x</svg><![CDATA[d]]>",
            "<math><mi definitionurl=x>x<annotation-xml encoding=text/html><p>y</math>",
            "<!-- a -- b --!><!><!-><!-- x <? y ?></ z><p>\0a\0\r\nb\rc",
            "<template><p>a</template><frameset><frame>",
            "<select><option>a<option>b<p>c</select><a href=x>d<a href=y>e<b><i>f</b>g</i>",
            "<p a=1 b='2' c=\"3\" d e= f/ g='a&quot;b&copy=1&copy;'/>text<br/></br></p></p>",
            "<",
            "<p",
            "<p a",
            "<p a='",
            "&",
            "&#",
            "a&#x110000;&#128;&#xD800;",
        ] {
            assert!(is_the_same(html), "{html:?}: {}", tree(html));
        }
    }

    proptest! {
        #[test]
        fn on_any_text(html in "(<|>|/|!|-|\\[|\\]|&|#|;|=|'|\"| |\\n|\0|a|p|é|script|table|svg|style|title|<p|</p>|<b|<!--|-->|CDATA){0,60}") {
            prop_assert!(is_the_same(&html), "{}", tree(&html));
        }
    }
}
