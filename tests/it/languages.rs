//! A query in any language of the index finds its articles in any form of its words, without saying which language it is.

use crate::command::Desk;
use serde_json::json;

/// An article in each language, each with a word in a form that its query has otherwise.
const ARTICLES: &[(&str, &str, &str, &str)] = &[
    ("en", "Harbour tolls", "The ministry of transport has raised the tolls on all barges again.", "toll barge"),
    (
        "de",
        "Die Gebühren der Häfen",
        "Die Regierungen der Länder haben die Gebühren in den Häfen erhöht.",
        "Gebühr Hafen",
    ),
    (
        "fr",
        "Les écluses fermées",
        "Les élections municipales ont retardé la réparation des écluses de l’Orvette.",
        "élection écluse",
    ),
    (
        "es",
        "La comunicación fluvial",
        "Las inversiones mejoraron la comunicación entre los puertos del interior.",
        "inversion comunicacion",
    ),
    (
        "it",
        "Le università chiuse",
        "I rettori delle università hanno protestato contro i tagli ai finanziamenti.",
        "rettore finanziamento",
    ),
    (
        "pt",
        "As barragens do norte",
        "Os governos regionais discutiram as barragens e os reservatórios do norte.",
        "governo regional barragem",
    ),
    (
        "nl",
        "De sluizen gaan dicht",
        "De sluizen blijven gesloten omdat de ministers geen besluiten namen.",
        "sluis minister",
    ),
    ("sv", "Hamnarna stängs", "Regeringens åtgärder stänger hamnarna under vintern.", "regering hamn"),
    ("ru", "Шлюзы закрыты", "Правительство закрыло шлюзы до весны, и ещё не решило, кто платит.", "правительства шлюз"),
    ("ar", "الموانئ مغلقة", "أغلقت الحكومة الموانئ وأجّلت الانتخابات المحلية.", "حكومة محلية"),
    ("he", "הנמלים נסגרו", "הממשלה סגרה את הנמלים עד האביב.", "ממשלה הנמלים"),
    ("tr", "Limanlar kapandı", "Hükümet limanları kış boyunca kapattı ve kararları erteledi.", "liman karar"),
    ("hi", "बंदरगाह बंद", "सरकार ने सर्दियों में सभी बंदरगाह बंद कर दिए।", "सरकार बंदरगाह"),
    ("zh", "港口关闭", "政府决定在冬季关闭所有港口，直到春天。", "冬季港口"),
    ("ja", "港が閉鎖", "政府は冬の間、すべての港湾施設を閉鎖すると発表した。", "港湾施設"),
    ("ko", "항구 폐쇄", "정부는 겨울 동안 모든 항구를 폐쇄하기로 결정했다.", "항구 폐쇄"),
    ("th", "ท่าเรือปิด", "รัฐบาลสั่งปิดท่าเรือทั้งหมดในช่วงฤดูหนาว", "ท่าเรือ"),
];

fn desk() -> Desk {
    let desk = Desk::new();
    let line = |(lang, title, body, _): &(&str, &str, &str, &str)| {
        json!({ "path": format!("{lang}.html"), "title": title, "body": body, "lang": lang }).to_string()
    };
    desk.write("articles.jsonl", ARTICLES.iter().map(line).collect::<Vec<_>>().join("\n"));
    desk.expect(0, &["index", "--articles", "articles.jsonl"]);
    desk
}

#[test]
fn a_query_finds_its_language() {
    let desk = desk();
    for (lang, _, _, query) in ARTICLES {
        let found = desk.search(&[query]);
        assert_eq!(found["hits"][0]["path"], format!("{lang}.html"), "{query}: {found}");
        let snippet = found["hits"][0]["snippet"].as_str().expect("a snippet");
        assert!(snippet.contains("<mark>"), "{query}: {snippet}");
    }
}

#[test]
fn phrases_and_single_signs_are_found_in_scripts_without_spaces() {
    let desk = desk();
    for (query, path) in [
        ("\"所有港口\"", "zh.html"),
        ("\"港湾施設\"", "ja.html"),
        ("冬季 NEAR/5 港口", "zh.html"),
        ("春", "zh.html"),
        ("湾", "ja.html"),
        ("=港口", "zh.html"),
        ("\"所有港\"*", "zh.html"),
        ("港湾*", "ja.html"),
        ("=\"ฤดูหนาว\" OR ฤดูหนาว", "th.html"),
    ] {
        assert_eq!(desk.search(&[query])["hits"][0]["path"], path, "{query}");
    }
    assert_eq!(desk.search(&["\"港口所有\""])["total"], 0, "another order is another phrase");
}

#[test]
fn words_too_common_to_tell_anything_are_those_of_the_query_s_language() {
    let desk = desk();
    let first = |query: &str| desk.search(&[query])["hits"][0]["path"].clone();
    assert_eq!(first("die Gebühren der Häfen"), "de.html");
    assert_eq!(first("what are the tolls on the barges"), "en.html");
    assert_eq!(first("les écluses de l'Orvette"), "fr.html");
    assert_eq!(desk.search(&["\"les écluses\""])["total"], 1);
}

#[test]
fn any_tantivy_program_finds_the_words_as_they_are() {
    let desk = desk();
    let index = pressmark::index::open(&desk.path("index")).expect("the index");
    let searcher = index.reader().expect("a reader").searcher();
    let body = index.schema().get_field("body").expect("the field");
    let term = tantivy::Term::from_field_text(body, "gebühren");
    assert_eq!(searcher.doc_freq(&term).expect("a number"), 1);
}
