//! The article's language as an ISO 639-1 code.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use whatlang::{Detector, Lang};

use super::Context;
use super::choice::Chosen;
use super::lists::List;
use crate::article::Fact;

/// Detection sees this many characters: on 2,000 of them whatlang is right on 99.8 % of 2,578 measured pages, and on half of
/// that it says the same on all but 3 of 2,124.
const SAMPLE: usize = 1000;

/// A shorter text does not overrule the page's own statement.
const LEAST_TO_OVERRULE: usize = 300;

/// A shorter text is not detected at all.
const LEAST_TO_DETECT: usize = 40;

/// The languages of most pages, in the scripts that many languages share.
const COMMON: &[Lang] =
    &[Lang::Eng, Lang::Spa, Lang::Fra, Lang::Deu, Lang::Ita, Lang::Nld, Lang::Rus, Lang::Ukr, Lang::Ara, Lang::Pes];

/// Words of which English is full and no other language has more than a few. Most pages are English and say so or say nothing,
/// which these confirm at a fiftieth of what detection takes: of 2,124 pages none is called otherwise.
static ENGLISH: List = List::new(
    "the, of, and, to, in, for, that, with, is, on, are, was, from, this, have, has, by, which, their, would",
);

/// They are at least this share of an English text, and less than half of it of any other.
const ENGLISH_SHARE: f32 = 0.15;

/// Languages that detection takes for one another, or the second for a relative it does not know: the page's own
/// statement decides among them.
const ALIKE: &[&[&str]] = &[
    &["no", "nb", "nn", "da", "sv"],
    &["hr", "sr", "bs", "sh", "sl"],
    &["id", "ms"],
    &["es", "pt", "gl", "ca"],
    &["cs", "sk"],
    &["ru", "uk", "be", "bg", "mk"],
    &["hi", "mr", "ne"],
    &["fa", "ar", "ur", "ps", "ku"],
    &["tr", "az", "tk"],
    &["nl", "af"],
];

pub(crate) fn lang(cx: &Context) -> Chosen<String> {
    checked(stated(cx), cx.body)
}

/// What is stated, checked against the text; the text's own language where nothing is stated.
pub(crate) fn checked(stated: Vec<Fact<String>>, body: &str) -> Chosen<String> {
    let sample = body.char_indices().nth(SAMPLE).map_or(body, |(end, _)| &body[..end]);
    let length = sample.chars().count();
    let first = stated.first().map(|fact| fact.value.as_str());
    let seen = (length >= LEAST_TO_DETECT).then(|| detect(sample, first)).flatten();
    // The first statement is the page's own; what contradicts it further down is a template's.
    let is_wrong = stated
        .first()
        .is_some_and(|first| length >= LEAST_TO_OVERRULE && seen.is_some_and(|s| overrules(s, &first.value)));
    let stated = stated.into_iter().map(|fact| {
        let is_wrong = is_wrong && seen != Some(fact.value.as_str());
        (fact, is_wrong.then_some("the text is in another language"))
    });
    let seen = seen.map(|code| (Fact::new(code.to_owned(), "text"), None));
    Chosen::first(stated.chain(seen))
}

/// The language of a text. Most pages state it rightly, and whether a text is in the stated language rather than in one of
/// those that many pages are written in is soon seen; only where it is not, all are tried.
fn detect(sample: &str, stated: Option<&str>) -> Option<&'static str> {
    let may_be_english = stated.map_or(sample.len() >= LEAST_TO_OVERRULE, |stated| stated == "en");
    if may_be_english && is_english(sample) {
        return Some("en");
    }
    let seen = |detector: Detector| detector.detect(sample).filter(|info| info.is_reliable()).map(|info| info.lang());
    let stated = stated.and_then(|code| Lang::all().iter().find(|lang| iso_639_1(lang.code()) == Some(code)));
    let agreed = stated.and_then(|stated| {
        let few = COMMON.iter().chain([stated]).copied().collect();
        seen(Detector::with_allowlist(few)).filter(|lang| lang == stated)
    });
    iso_639_1(agreed.or_else(|| seen(Detector::new()))?.code())
}

fn is_english(sample: &str) -> bool {
    let (mut english, mut all) = (0, 0);
    for word in sample.split_ascii_whitespace() {
        english += usize::from(ENGLISH.has(word));
        all += 1;
    }
    english as f32 > ENGLISH_SHARE * all as f32
}

/// Whether detection may set aside what the page states: the two differ, detection knows the stated language and does
/// not confuse the two.
fn overrules(seen: &str, stated: &str) -> bool {
    let known = Lang::all().iter().any(|lang| iso_639_1(lang.code()) == Some(stated));
    seen != stated && known && !ALIKE.iter().any(|group| group.contains(&seen) && group.contains(&stated))
}

fn stated(cx: &Context) -> Vec<Fact<String>> {
    let html = cx.dom.by_tag(0..cx.dom.len(), "html").next();
    let attr = |name| html.and_then(|n| cx.dom.attr(n, name));
    let json_ld = cx.structured.article().and_then(|o| o.get("inLanguage")?.as_str());
    let found = [
        (attr("lang"), "html"),
        (attr("xml:lang"), "html"),
        (cx.structured.meta("og:locale"), "og"),
        (json_ld, "json-ld"),
        (cx.structured.meta("content-language"), "meta:content-language"),
        (cx.structured.meta("dc.language"), "meta:dc.language"),
        (cx.structured.meta("language"), "meta:language"),
    ];
    found.into_iter().filter_map(|(tag, source)| Some(Fact::new(primary(tag?)?, source))).collect()
}

/// The language of a tag such as `en-GB`, `de_AT` or `deu`.
pub(crate) fn primary(tag: &str) -> Option<String> {
    let code = tag.split(['-', '_', ',', ';', ' ']).find(|part| !part.is_empty())?.to_ascii_lowercase();
    match code.len() {
        2 if code.bytes().all(|b| b.is_ascii_lowercase()) => Some(code),
        3 => iso_639_1(&code).map(str::to_owned),
        _ => None,
    }
}

/// The two-letter code for a three-letter one.
fn iso_639_1(code: &str) -> Option<&'static str> {
    static TWO: LazyLock<FxHashMap<&str, &str>> =
        LazyLock::new(|| CODES.split(", ").filter_map(|pair| pair.split_once(' ')).collect());
    TWO.get(code).copied()
}

/// ISO 639-3, and where it differs 639-2/B, with ISO 639-1: the languages that whatlang knows, and their relatives.
const CODES: &str = "\
    afr af, aka ak, amh am, ara ar, aze az, bel be, ben bn, bul bg, cat ca, ces cs, cze cs, chi zh, \
    cmn zh, zho zh, cym cy, dan da, deu de, ger de, ell el, gre el, eng en, epo eo, est et, fas fa, \
    per fa, pes fa, fin fi, fra fr, fre fr, guj gu, heb he, hin hi, hrv hr, hun hu, hye hy, arm hy, \
    ind id, ita it, jav jv, jpn ja, kan kn, kat ka, geo ka, khm km, kor ko, lat la, lav lv, lit lt, \
    mal ml, mar mr, mkd mk, mya my, nep ne, nld nl, dut nl, nob nb, nno nn, nor no, ori or, pan pa, \
    pol pl, por pt, ron ro, rum ro, rus ru, sin si, slk sk, slo sk, slv sl, sna sn, spa es, srp sr, \
    swe sv, tam ta, tel te, tgl tl, tha th, tuk tk, tur tr, ukr uk, urd ur, uzb uz, vie vi, yid yi, \
    zul zu";

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;

    const ENGLISH: &str = "The council voted on Monday to reopen the northern canal after four years of repairs, and the first barges
        are expected to pass the locks before the end of the month, the harbour master said. Shippers have waited for this day since
        the flood of 2019 washed away the embankment below the second lock and left eleven boats aground in the upper basin.";

    const GERMAN: &str = "Der Rat hat am Montag beschlossen, den nördlichen Kanal nach vier Jahren wieder zu öffnen. Die ersten Schiffe
        sollen die Schleusen noch vor Ende des Monats passieren, sagte der Hafenmeister. Die Reeder warten auf diesen Tag, seit das
        Hochwasser den Damm unterhalb der zweiten Schleuse weggespült und elf Boote im oberen Becken festgesetzt hat.";

    fn read(tag: &str, text: &str) -> (String, String) {
        let html = format!("<html {tag}><p>{text}</p>");
        with_context(&html, |cx| lang(cx).fact.map(|f| (f.value, f.source.into_owned())).unwrap_or_default())
    }

    #[test]
    fn the_tag_stands_unless_the_text_is_clearly_another_language() {
        assert_eq!(read("lang=en-GB", ENGLISH), ("en".to_owned(), "html".to_owned()));
        assert_eq!(read("lang=en", GERMAN), ("de".to_owned(), "text".to_owned()));
        assert_eq!(read("lang=en", "Kurz und gut."), ("en".to_owned(), "html".to_owned()));
        assert_eq!(read("lang=eu", ENGLISH), ("eu".to_owned(), "html".to_owned()));
        assert_eq!(read("", GERMAN), ("de".to_owned(), "text".to_owned()));
    }

    #[test]
    fn tags_come_in_many_forms() {
        for (tag, code) in [
            ("en-US", Some("en")),
            ("de_AT", Some("de")),
            ("DEU", Some("de")),
            ("", None),
            ("english", None),
            ("x1", None),
        ] {
            assert_eq!(primary(tag).as_deref(), code, "{tag}");
        }
    }

    #[test]
    fn every_language_of_the_detector_has_a_code() {
        for lang in Lang::all() {
            assert!(iso_639_1(lang.code()).is_some(), "{}", lang.code());
        }
    }
}
