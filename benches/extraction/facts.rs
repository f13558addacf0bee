//! Prints how right the facts are that pressmark reads off the benchmarks' pages: days, titles, authors, sections,
//! languages, addresses, headings.
//!
//! Each table has three rows a set: all pages, those of the sites on which rules were tuned, and those of the sites that
//! were kept aside. The folder of benchmarks is `PRESSMARK_SHARED`, else `../shared`. `README.md` beside this file holds
//! what it printed last.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use pressmark::Article;
use rayon::prelude::*;

use truth::{Any, Truth, words};

mod others;
mod sections;
mod truth;

fn main() -> Any<()> {
    let shared = std::env::var_os("PRESSMARK_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let folder = shared.join("extraction");
    let dates = read(truth::dates(&folder.join("dates"))?)?;
    let articles = read(truth::wcxb(&folder.join("wcxb-dev"))?)?;
    dates_table(&[("dates", &dates), ("wcxb-dev articles", &articles)]);
    titles_table(&articles);
    authors_table(&articles);
    sections_table(&folder)?;
    others::language_table(&rows("wcxb-dev articles", &articles));
    others::address_table(&[&rows("dates", &dates)[..], &rows("wcxb-dev articles", &articles)].concat());
    others::headings_table(&rows("wcxb-dev articles", &articles))
}

type Read = (Truth, Article);

/// The rows of a set: its name, and those of its pages that belong to the row.
type Row<'r> = (String, Vec<&'r Read>);

fn read(truths: Vec<Truth>) -> Any<Vec<Read>> {
    truths.into_par_iter().map(|truth| article(&truth.page).map(|article| (truth, article))).collect()
}

fn article(path: &Path) -> Any<Article> {
    let page = pressmark::read::read(path, &Default::default()).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(pressmark::extract(&page))
}

fn rows<'r>(name: &str, pages: &'r [Read]) -> [Row<'r>; 3] {
    let of = |aside: bool| pages.iter().filter(|(truth, _)| truth.aside == aside).collect();
    [
        (name.to_owned(), pages.iter().collect()),
        (format!("{name}, tuned on"), of(false)),
        (format!("{name}, aside"), of(true)),
    ]
}

fn share(part: usize, whole: usize) -> String {
    format!("{:.4}", part as f64 / whole.max(1) as f64)
}

fn dates_table(sets: &[(&str, &[Read])]) {
    println!(
        "| day of publication | with a day | right | wrong | missing | without | invented |\n|---|---|---|---|---|---|---|"
    );
    for (name, pages) in sets.iter().flat_map(|(name, pages)| rows(name, pages)) {
        let given = |(_, article): &&&Read| article.date.as_ref().map(|date| date.value.day);
        let due: Vec<&&Read> = pages.iter().filter(|(truth, _)| truth.is_dated).collect();
        let is_right = |page: &&&&Read| given(page).is_some() && given(page) == page.0.day();
        let right = due.iter().filter(is_right).count();
        let missing = due.iter().filter(|page| given(page).is_none()).count();
        let undated: Vec<&&Read> = pages.iter().filter(|(truth, _)| truth.date.is_none()).collect();
        let invented = undated.iter().filter(|page| given(page).is_some()).count();
        let wrong = due.len() - right - missing;
        let of = |part| share(part, due.len());
        let invented = if undated.is_empty() { "–".to_owned() } else { share(invented, undated.len()) };
        let (right, wrong, missing) = (of(right), of(wrong), of(missing));
        println!("| {name} | {} | {right} | {wrong} | {missing} | {} | {invented} |", due.len(), undated.len());
    }
    println!();
}

fn titles_table(articles: &[Read]) {
    println!("| title | pages | right | wrong | missing |\n|---|---|---|---|---|");
    for (name, pages) in rows("wcxb-dev articles", articles) {
        let due: Vec<(&str, Option<&str>)> = pages
            .iter()
            .filter_map(|(truth, a)| Some((truth.title.as_deref()?, a.title.as_ref().map(|t| t.value.as_str()))))
            .collect();
        let right = due.iter().filter(|(due, given)| given.is_some_and(|given| words(given) == words(due))).count();
        let missing = due.iter().filter(|(_, given)| given.is_none()).count();
        let of = |part| share(part, due.len());
        println!("| {name} | {} | {} | {} | {} |", due.len(), of(right), of(due.len() - right - missing), of(missing));
    }
    println!();
}

/// Right is a page all of whose authors' words are found, wrong one that names others only.
fn authors_table(articles: &[Read]) {
    println!(
        "| authors | pages | words of names found | right | in part | wrong | missing | without | named |\n|---|---|---|---|---|---|---|---|---|"
    );
    for (name, pages) in rows("wcxb-dev articles", articles) {
        let (mut count, mut found, mut right, mut in_part, mut missing) = (0, 0.0, 0, 0, 0);
        let (mut without, mut named) = (0, 0);
        for (truth, article) in pages {
            let given = article.authors.as_ref().map(|authors| authors.value.join(" "));
            let Some(authors) = &truth.authors else {
                without += 1;
                named += usize::from(given.is_some());
                continue;
            };
            let due: HashSet<String> = words(authors).into_iter().collect();
            let have: HashSet<String> = words(given.as_deref().unwrap_or_default()).into_iter().collect();
            let shared = due.intersection(&have).count();
            count += 1;
            found += shared as f64 / due.len().max(1) as f64;
            right += usize::from(shared == due.len());
            in_part += usize::from(shared > 0 && shared < due.len());
            missing += usize::from(given.is_none());
        }
        let of = |part| share(part, count);
        let wrong = count - right - in_part - missing;
        println!(
            "| {name} | {count} | {:.4} | {} | {} | {} | {} | {without} | {} |",
            found / count.max(1) as f64,
            of(right),
            of(in_part),
            of(wrong),
            of(missing),
            share(named, without)
        );
    }
    println!();
}

fn sections_table(folder: &Path) -> Any<()> {
    println!(
        "| sections | pages | found | can be compared | one agrees | the first agrees |\n|---|---|---|---|---|---|"
    );
    let mut every = Vec::new();
    for set in ["dates", "wcxb-dev", "zyte"] {
        for found in pressmark::read::walk(&[folder.join(set).join("html")])?.found {
            every.push(found.path);
        }
    }
    for (name, paths, of_all) in
        [("policy pages", truth::policy(folder)?, true), ("articles of all sets", every, false)]
    {
        let read: Vec<sections::Found> = paths.par_iter().map(|path| sections::read(path)).collect::<Any<_>>()?;
        let read: Vec<&sections::Found> = read.iter().filter(|found| of_all || found.is_article).collect();
        let count = |of: fn(&sections::Found) -> bool| read.iter().filter(|found| of(found)).count();
        let compared = count(|found| found.can_be_compared());
        println!(
            "| {name} | {} | {} | {compared} | {} | {} |",
            read.len(),
            share(count(|found| !found.given.is_empty()), read.len()),
            share(count(|found| found.agrees(usize::MAX)), compared),
            share(count(|found| found.agrees(1)), compared)
        );
    }
    println!();
    Ok(())
}
