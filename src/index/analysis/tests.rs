//! What the analysis makes of the languages of the world, of what is spelt in two ways, and of hostile text.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tantivy::tokenizer::{AsciiFoldingFilter, Language, Stemmer, StopWordFilter};

use super::*;

fn lang(code: &str) -> Lang {
    Lang::of(Some(code))
}

fn terms(code: &str, text: &str) -> Vec<String> {
    tokens(lang(code), text).into_iter().map(|t| t.text).collect()
}

/// Whether a word of a query finds a text by one of its terms.
fn finds(code: &str, query: &str, text: &str) -> bool {
    let there = terms(code, text);
    sought(lang(code), query).iter().any(|t| there.contains(&t.text))
}

#[test]
fn endings_accents_and_stop_words_go() {
    assert_eq!(terms("en", "The Policies of the Élysée"), ["polici", "elyse"]);
    assert_eq!(terms("en", "élections ELECTION"), ["elect", "elect"]);
}

#[test]
fn positions_count_stop_words() {
    let positions: Vec<usize> = tokens(Lang::ENGLISH, "freedom of movement").iter().map(|t| t.position).collect();
    assert_eq!(positions, [0, 2]);
}

#[test]
fn parts_between_blanks_have_the_terms_of_the_whole() {
    let text =
        format!("{ENGLISH_PROBE} “It’s the naïve cafe\u{301}” — AI技术部 の 港口 و الكتب a\u{200D} \u{301}b  don’t.");
    let blanks = text.match_indices(' ').map(|(at, _)| at + 1);
    let ends: Vec<usize> = std::iter::once(0).chain(blanks).chain([text.len()]).collect();
    let parts = ends.windows(2).map(|ends| ends[0]..ends[1]);
    let placed = |tokens: Vec<Token>| tokens.into_iter().map(|t| (t.text, t.range)).collect::<Vec<_>>();
    for lang in [Lang::ENGLISH, lang("fr"), lang("ar"), lang("zh")] {
        assert_eq!(placed(tokens_of_parts(lang, &text, parts.clone())), placed(tokens(lang, &text)));
    }
}

#[test]
fn words_are_stemmed_as_in_the_indexes_already_written() {
    assert_eq!(
        terms("en", ENGLISH_PROBE).join(" "),
        "internat organiz add emergenc internal universiti universiti elyse strass u s led don t run polici nation nation 2026 هذه الانتخابات"
    );
}

/// The chain of tantivy's filters that English went through before there were other languages.
fn english_of_old() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(StopWordFilter::new(Language::English).unwrap())
        .filter(Stemmer::new(Language::English))
        .build()
}

/// Text that is long enough to measure: the file that `PRESSMARK_TEXT` names, or our own pages.
fn long_text() -> String {
    let named = std::env::var("PRESSMARK_TEXT").ok().and_then(|path| std::fs::read_to_string(path).ok());
    named.unwrap_or_else(|| {
        concat!(include_str!("../../../README.md"), include_str!("../../../ARCHITECTURE.md")).repeat(60)
    })
}

#[test]
fn english_is_analysed_as_before_there_were_other_languages() {
    let text = long_text();
    let plain: String = text.chars().filter(char::is_ascii).take(1 << 20).collect();
    assert_eq!(tokens(Lang::ENGLISH, &plain), collected(english_of_old().token_stream(&plain)));
}

#[test]
#[ignore = "measures: run it alone, with --release"]
fn english_is_analysed_as_fast_as_before() {
    let text = tagged(Some("en"), &long_text());
    let (mut old, mut new) = (english_of_old(), analyzer());
    let time = |analyzer: &mut TextAnalyzer| {
        let (started, mut bytes) = (Instant::now(), 0);
        analyzer.token_stream(&text).process(&mut |token| bytes += token.text.len());
        (started.elapsed(), bytes)
    };
    let (mut before, mut now) = (Duration::MAX, Duration::MAX);
    for _ in 0..15 {
        before = before.min(time(&mut old).0);
        now = now.min(time(&mut new).0);
    }
    let ratio = now.as_secs_f64() / before.as_secs_f64();
    assert!(ratio < 1.1, "{} bytes: before {before:?}, now {now:?}, ratio {ratio:.3}", text.len());
    for code in ["en", "de", "ru", "ar", "zh"] {
        let started = Instant::now();
        for _ in 0..1000 {
            assert!(!tokens(lang(code), "Regierungen").is_empty());
        }
        let word = started.elapsed() / 1000;
        assert!(word < Duration::from_micros(5), "one word of {code}: {word:?}");
    }
}

#[test]
fn other_forms_of_a_word_are_found() {
    for (code, query, text) in [
        ("de", "Regierung", "die Regierungen"),
        ("de", "Häuser", "ein Haus"),
        ("de", "strasse", "in der Straße"),
        ("fr", "élection", "des élections"),
        ("fr", "economie", "l’économie"),
        ("fr", "économique", "économiques"),
        ("fr", "employe", "les employés"),
        ("es", "comunicacion", "la comunicación"),
        ("es", "COMUNICACIÓN", "las comunicaciones"),
        ("it", "universita", "dell'università"),
        ("pt", "eleicoes", "as eleições"),
        ("ca", "economia", "l’economia"),
        ("ru", "правительство", "решением правительства"),
        ("ru", "выборы", "о выборах"),
        ("ru", "елка", "ёлки"),
        ("pl", "wybory", "wyborów"),
        ("cs", "vlada", "vláda"),
        ("el", "κυβέρνηση", "κυβέρνησης"),
        ("el", "Ελλαδα", "της Ελλάδας"),
        ("ar", "كتاب", "الكتاب"),
        ("ar", "محمد", "مُحَمَّد"),
        ("ar", "احزاب", "أحزاب"),
        ("ar", "العربية", "العـــربيه"),
        ("fa", "کتاب", "کتاب‌ها"),
        ("fa", "ايران", "ایران"),
        ("he", "שלום", "שָׁלוֹם"),
        ("hi", "भाषा", "भाषाओं"),
        ("hi", "जमीन", "ज़मीन"),
        ("tr", "kitap", "kitaplar"),
        ("tr", "istanbul", "İSTANBUL'da"),
        ("tr", "kız", "KIZ"),
        ("tr", "kiz", "KIZ"),
        ("sr", "vlada", "владе"),
        ("zh", "技术", "人工智能技术部"),
        ("ja", "東京", "東京都の政策"),
        ("ja", "ガス", "ｶﾞｽ"),
        ("ko", "한국", "한국의 정책"),
        ("th", "รัฐบาล", "นโยบายรัฐบาลไทย"),
        ("en", "政策", "the word 政策研究 in English"),
        ("de", "２０２４", "im Jahr 2024"),
        ("fa", "2024", "۲۰۲۴"),
    ] {
        assert!(finds(code, query, text), "{code}: {:?} in {:?}", terms(code, query), terms(code, text));
    }
}

#[test]
fn letters_that_differ_are_kept_apart() {
    assert!(!finds("ru", "мои", "мой"));
    assert!(!finds("zh", "北京", "京北"));
    assert!(!finds("hi", "बाल", "बल"));
}

#[test]
fn composed_and_decomposed_text_gives_the_same_terms() {
    let decompose = |text: &str| icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned();
    for &(code, text) in PROBES {
        assert_eq!(terms(code, &decompose(text)), terms(code, text), "{code}");
    }
    for (code, text) in [("ko", "대한민국의 선거"), ("ja", "ガバナンス"), ("vi", "Đặng Thị Ngọc"), ("uk", "її")]
    {
        assert_eq!(terms(code, &decompose(text)), terms(code, text), "{code}");
    }
}

#[test]
fn a_second_form_stands_at_the_place_of_the_first() {
    let both = tokens(lang("fr"), "les employés élus");
    let places: Vec<(usize, &str)> = both.iter().map(|t| (t.position, t.text.as_str())).collect();
    assert_eq!(places, [(1, "emploi"), (1, "employ"), (2, "elus")]);
    assert_eq!(both[0].range, both[1].range);
}

#[test]
fn ranges_are_those_of_the_text_as_it_stands() {
    let text = "Die Ä\u{308}ra der Stra\u{DF}e: cafe\u{301}, ＡＢＣ, 北京市!";
    for code in ["de", "en", "zh"] {
        let marked: Vec<&str> = tokens(lang(code), text).into_iter().map(|t| &text[t.range]).collect();
        for word in ["Stra\u{DF}e", "cafe\u{301}", "ＡＢＣ", "北京", "京市", "市"] {
            assert!(marked.contains(&word), "{code}: {word} in {marked:?}");
        }
    }
}

#[test]
fn what_elision_leaves_is_a_stop_word() {
    assert_eq!(terms("fr", "l'État d’Israël qu'il jusqu'à"), ["etat", "israel"]);
    assert_eq!(tokens(lang("it"), "l'arte d'Italia").iter().map(|t| t.position).collect::<Vec<_>>(), [1, 3]);
    assert!(is_stop_word(lang("fr"), "L'"));
    assert!(is_stop_word(lang("de"), "ÜBER") && is_stop_word(lang("ru"), "Что") && is_stop_word(Lang::ENGLISH, "The"));
    for (code, word) in [("de", "the"), ("en", "und"), ("zh", "the"), ("en", ""), ("en", "…"), ("en", "trade")] {
        assert!(!is_stop_word(lang(code), word), "{code} {word}");
    }
    assert!(!is_stop_word(Lang::ENGLISH, &"x".repeat(100)));
}

#[test]
fn a_word_to_look_for_is_not_half_of_it() {
    let texts = |text| sought(lang("zh"), text).into_iter().map(|t| t.text).collect::<Vec<_>>();
    assert_eq!(texts("北京市 京 AI技术"), ["北京", "京市", "京", "ai", "技术"]);
    assert_eq!(terms("zh", "北京市"), ["北京", "京市", "市"]);
}

#[test]
fn surfaces_are_the_words_as_they_are() {
    let words: Vec<String> = surfaces("The Policies of l'Élysée").into_iter().map(|t| t.text).collect();
    assert_eq!(words, ["the", "policies", "of", "l", "élysée"]);
}

#[test]
fn a_text_is_analysed_by_its_tag_and_no_page_can_fake_one() {
    let mut analyzer = analyzer();
    let mut read = |text: &str| collected(analyzer.token_stream(text)).into_iter().map(|t| t.text).collect::<Vec<_>>();
    for code in ["de", "en", "zh", "xx", "yi"] {
        let text = "Die Regierungen haben Häuser 北京";
        assert_eq!(read(&tagged(Some(code), text)), terms(code, text));
        let faked = tagged(Some("fr"), text);
        assert_eq!(read(&tagged(Some(code), &faked)), terms(code, &faked));
    }
    assert_eq!(read("policies"), ["polici"]);
    assert_eq!(read(&tagged(None, "")), [""; 0]);
    for odd in ["\u{2}", "\u{2}\u{7F}policies", "\u{2}é"] {
        read(odd);
    }
}

/// Texts of a megabyte that cost nothing but their length, in every language.
#[test]
fn hostile_text_is_read_in_linear_time_and_memory() {
    const SIZE: usize = 1 << 20;
    for piece in [
        "x",
        "é",
        "a\u{301}",
        "\u{301}",
        "\u{200D}",
        "a\u{200D}",
        "京",
        "京\u{301}",
        "ก\u{E48}",
        "ﷺ",
        "İ",
        "ﾞ",
        "\u{1161}",
        "ـ",
    ] {
        let text = format!("a{}", piece.repeat(SIZE / piece.len()));
        for code in ["en", "de", "zh", "tr", "ar"] {
            let started = Instant::now();
            let found = tokens(lang(code), &text);
            assert!(started.elapsed() < Duration::from_secs(10), "{piece:?}");
            assert!(found.iter().all(|t| t.text.len() < 1000), "{piece:?}");
            assert!(found.len() <= text.len() / 3 + 1, "{piece:?}");
        }
    }
    let (marks, joiners) = (format!("京{}", "\u{301}".repeat(SIZE)), format!("技{}术", "\u{200D}".repeat(SIZE)));
    assert_eq!(tokens(lang("zh"), &marks).len(), 1);
    assert_eq!(terms("zh", &joiners), ["技术", "术"]);
}

fn every_analysis() -> impl Iterator<Item = Lang> {
    (0..=u8::MAX).map_while(Lang::numbered)
}

/// Words that look like those of some language, as stemmers are more surprised by them than by noise.
fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[a-zäöüßéèêçñãõőűşğıżźćńłčřšțăđæøå]{1,14}",
        "[\u{370}-\u{3FF}\u{1F00}-\u{1FFF}]{1,14}",
        "[\u{400}-\u{4FF}]{1,14}",
        "[\u{530}-\u{58F}]{1,14}",
        "[\u{590}-\u{6FF}\u{200C}]{1,14}",
        "[\u{900}-\u{97F}]{1,14}",
        "[\u{B80}-\u{BFF}]{1,14}",
        "[\u{300}-\u{36F}ab京\u{E00}-\u{E7F}\u{1100}-\u{11FF}\u{FF60}-\u{FFDC}]{1,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn ranges_are_valid_and_in_order_for_any_text(words in proptest::collection::vec(any_word(), 0..8)) {
        let text = words.join(" ");
        for lang in every_analysis() {
            let (mut start, mut position) = (0, 0);
            for token in tokens(lang, &text) {
                prop_assert!(!token.text.is_empty());
                prop_assert!(text.get(token.range.clone()).is_some_and(|bytes| !bytes.is_empty()));
                prop_assert!(token.range.start >= start && token.position >= position);
                prop_assert!(token.position <= position + words.len() + text.len());
                (start, position) = (token.range.start, token.position);
            }
        }
    }

    #[test]
    fn a_word_finds_itself_in_any_case_and_form(word in any_word()) {
        for lang in every_analysis() {
            let there = tokens(lang, &word);
            for token in sought(lang, &word) {
                prop_assert!(there.iter().any(|t| t.text == token.text && t.position == token.position));
            }
        }
        fold_word(&word);
        surfaces(&word);
    }
}
