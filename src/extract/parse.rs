//! From the text of a page to its tree: the tokens of `html5gum`, put together by the tree builder of `html5ever`.
//!
//! Both follow the WHATWG's specification, so the tree is the one that `html5ever` makes alone; `html5ever`'s
//! own tokenizer makes parsing take 1.7 times as long (benches/extraction/README.md).

use std::convert::Infallible;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{self, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};

/// The tree builder does nothing with lines but name them in errors, which nobody asks for.
const NO_LINE: u64 = 1;

/// What a sink makes of a page's tree, as browsers build it.
pub(super) fn parse<S: TreeSink>(html: &str, sink: S) -> S::Output {
    let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
    let html = html.strip_prefix('\u{FEFF}').unwrap_or(html);
    let tokens = Tokens { sink: &builder, names: Names::new(), tag: None, is_repeated: false, next: None };
    let Ok(()) = Tokenizer::new_with_emitter(html, Builder(CallbackEmitter::new(tokens))).finish();
    builder.sink.finish()
}

/// Hands tokens on to a tree builder, and keeps the state in which it wants the next ones read.
struct Tokens<'s, S> {
    sink: &'s S,
    names: Names,
    /// The start tag that is being read.
    tag: Option<Tag>,
    /// Whether the attribute that is being read stands in its tag already: the first one counts.
    is_repeated: bool,
    next: Option<State>,
}

impl<S: TokenSink> Tokens<'_, S> {
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

    fn send_text(&mut self, text: &[u8]) {
        for (at, part) in text.split(|&byte| byte == 0).enumerate() {
            if at > 0 {
                self.send(Token::NullCharacterToken);
            }
            if !part.is_empty() {
                self.send(Token::CharacterTokens(tendril(part)));
            }
        }
    }

    fn attribute(&mut self, name: &[u8]) {
        let Some(tag) = &mut self.tag else { return };
        let name = self.names.local(name);
        self.is_repeated = tag.attrs.iter().any(|known| known.name.local == name);
        if !self.is_repeated {
            tag.attrs.push(Attribute { name: QualName::new(None, ns!(), name), value: StrTendril::new() });
        }
    }

    fn value(&mut self, value: &[u8]) {
        let last = self.tag.as_mut().and_then(|tag| tag.attrs.last_mut());
        if let Some(attribute) = last.filter(|_| !self.is_repeated) {
            attribute.value = tendril(value);
        }
    }
}

impl<S: TokenSink> Callback<Infallible, ()> for Tokens<'_, S> {
    fn handle_event(&mut self, event: CallbackEvent, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::String { value } => self.send_text(value),
            CallbackEvent::OpenStartTag { name } => self.tag = Some(self.names.tag(TagKind::StartTag, name)),
            CallbackEvent::AttributeName { name } => self.attribute(name),
            CallbackEvent::AttributeValue { value } => self.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(tag) = self.tag.take() {
                    self.send(Token::TagToken(Tag { self_closing, ..tag }));
                }
            }
            CallbackEvent::EndTag { name } => {
                let tag = self.names.tag(TagKind::EndTag, name);
                self.send(Token::TagToken(tag));
            }
            CallbackEvent::Comment { value } => self.send(Token::CommentToken(tendril(value))),
            CallbackEvent::Doctype { name, public_identifier, system_identifier, force_quirks } => {
                self.send(Token::DoctypeToken(tokenizer::Doctype {
                    name: Some(name).filter(|name| !name.is_empty()).map(tendril),
                    public_id: public_identifier.map(tendril),
                    system_id: system_identifier.map(tendril),
                    force_quirks,
                }));
            }
            CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// What the tokenizer asks of a tree builder, beside taking its tokens.
struct Builder<'s, S: TokenSink>(CallbackEmitter<Tokens<'s, S>>);

impl<S: TokenSink> ForwardingEmitter for Builder<'_, S> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let tokens = self.0.callback_mut();
        tokens.send(Token::EOFToken);
        tokens.sink.end();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let by_name = self.0.emit_current_tag();
        self.0.callback_mut().next.take().or(by_name)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().sink.adjusted_current_node_present_but_not_in_html_namespace()
    }

    /// Looking for errors means looking at each character, a third of a page's time.
    fn should_emit_errors(&mut self) -> bool {
        false
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

    fn tag(&mut self, kind: TagKind, name: &[u8]) -> Tag {
        let name = self.local(name);
        Tag { kind, name, self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false }
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
