#![no_main]

use pressmark::read::page;
use pressmark::extract;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(page) = page("a.html".as_ref(), bytes) else { return };
    let article = extract(&page);
    assert_eq!(article, extract(&page), "extracted otherwise the second time");
    // Both readings: what a browser shows with scripts, and what it shows without.
    let html = scraper::Html::parse_document(&page.text);
    let text: String = html.tree.values().filter_map(|node| node.as_text()).map(|text| &**text).collect();
    for word in article.body().split_whitespace().filter(|word| word.bytes().all(|b| b.is_ascii_alphanumeric())) {
        let mut rest = text.chars();
        let stands = word.chars().all(|letter| rest.any(|other| other == letter));
        assert!(stands, "`{word}` does not stand in the page");
    }
});
