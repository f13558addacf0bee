//! Facts for which the benchmarks have a truth of another kind: the language of the true text, the address from which the page
//! was taken, the headings of the page that stand in the true text.

use std::collections::{HashMap, HashSet};

use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::truth::{Any, words};
use super::{Row, share};

/// The text says its language only where it is this long.
const LEAST_CHARS: usize = 300;

/// The language that the detector is sure of for the true text, against the one that is given.
pub fn language_table(rows: &[Row]) {
    println!("| language | pages whose text tells it | right | wrong | missing |\n|---|---|---|---|---|");
    for (name, pages) in rows {
        let (mut count, mut right, mut missing) = (0, 0, 0);
        for (truth, article) in pages {
            let body = truth.body.as_deref().filter(|body| body.chars().count() >= LEAST_CHARS);
            let Some(due) = body.and_then(whatlang::detect).filter(|info| info.is_reliable()) else { continue };
            let given = article.lang.as_ref().map(|lang| lang.value.as_str());
            count += 1;
            right += usize::from(given.is_some_and(|given| is_code(given, due.lang())));
            missing += usize::from(given.is_none());
        }
        let of = |part| share(part, count);
        println!("| {name} | {count} | {} | {} | {} |", of(right), of(count - right - missing), of(missing));
    }
    println!();
}

/// Whether a code of two letters is that of a language which the detector calls by three.
fn is_code(given: &str, due: whatlang::Lang) -> bool {
    const OTHERWISE: [(&str, &str); 13] = [
        ("de", "deu"),
        ("es", "spa"),
        ("pt", "por"),
        ("pl", "pol"),
        ("tr", "tur"),
        ("sv", "swe"),
        ("cs", "ces"),
        ("zh", "cmn"),
        ("fa", "pes"),
        ("el", "ell"),
        ("nl", "nld"),
        ("no", "nob"),
        ("ko", "kor"),
    ];
    let code = due.code();
    OTHERWISE
        .iter()
        .find(|(_, long)| *long == code)
        .map_or_else(|| code.starts_with(given), |(short, _)| *short == given)
}

/// The address from which the page was taken, against the one that is given; scheme, `www.`, query, fragment and the last stroke
/// do not count.
pub fn address_table(rows: &[Row]) {
    println!("| address | pages | the same | another page's | another host's | missing |\n|---|---|---|---|---|---|");
    for (name, pages) in rows {
        let due = pages.iter().filter_map(|(truth, article)| Some((plain(truth.url.as_deref()?)?, article)));
        let (mut count, mut same, mut page, mut host) = (0, 0, 0, 0);
        for ((due_host, due_path), article) in due {
            let given = article.url.as_ref().and_then(|url| plain(&url.value));
            count += 1;
            match given {
                Some((given, path)) if given == due_host && path == due_path => same += 1,
                Some((given, _)) if given == due_host => page += 1,
                Some(_) => host += 1,
                None => {}
            }
        }
        let of = |part| share(part, count);
        let missing = of(count - same - page - host);
        println!("| {name} | {count} | {} | {} | {} | {missing} |", of(same), of(page), of(host));
    }
    println!();
}

fn plain(address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_lowercase();
    Some((host, url.path().trim_end_matches('/').to_owned()))
}

/// The headings of the page that are lines of the true text, against those that are given, and their anchors where the heading
/// itself has an id.
pub fn headings_table(rows: &[Row]) -> Any<()> {
    println!(
        "| headings | in the true text | found | given | of the true text | with an id of their own | anchor right |\n|---|---|---|---|---|---|---|"
    );
    for (name, pages) in rows {
        let (mut due, mut found, mut given, mut right, mut with_id, mut anchored) = (0, 0, 0, 0, 0, 0);
        for (truth, article) in pages {
            let Some(body) = &truth.body else { continue };
            let lines: HashSet<String> = body.lines().map(folded).filter(|line| !line.is_empty()).collect();
            let title = article.title.as_ref().map(|title| folded(&title.value)).unwrap_or_default();
            let anchors: Vec<Option<&str>> = article.anchors().collect();
            let ours: HashMap<String, Option<&str>> = article
                .headings()
                .enumerate()
                .map(|(at, heading)| (folded(heading), anchors.get(at).copied().flatten()))
                .collect();
            given += ours.len();
            right += ours.keys().filter(|heading| lines.contains(*heading)).count();
            for (heading, id) in headings(&truth.page)? {
                if heading == title || !lines.contains(&heading) {
                    continue;
                }
                due += 1;
                found += usize::from(ours.contains_key(&heading));
                if let (Some(id), Some(anchor)) = (id, ours.get(&heading)) {
                    with_id += 1;
                    anchored += usize::from(*anchor == Some(id.as_str()));
                }
            }
        }
        println!(
            "| {name} | {due} | {} | {given} | {} | {with_id} | {} |",
            share(found, due),
            share(right, given),
            share(anchored, with_id)
        );
    }
    Ok(())
}

/// The headings of a page below the first level, each once, with the id that the element has.
fn headings(page: &std::path::Path) -> Any<Vec<(String, Option<String>)>> {
    let page = pressmark::read::read(page, &Default::default()).map_err(|e| e.to_string())?;
    let document = Html::parse_document(&page.text);
    let selector = Selector::parse("h2, h3, h4, h5, h6").map_err(|e| e.to_string())?;
    let one =
        |heading: ElementRef| (folded(&heading.text().collect::<String>()), heading.attr("id").map(str::to_owned));
    let mut seen = HashSet::new();
    Ok(document.select(&selector).map(one).filter(|(text, _)| !text.is_empty() && seen.insert(text.clone())).collect())
}

fn folded(text: &str) -> String {
    words(text).join(" ")
}
