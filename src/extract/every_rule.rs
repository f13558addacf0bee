//! Every rule that can take something out, with a piece of a page as sites have it in which it does.
//!
//! A rule without such a piece, and a piece whose rule does not fire by name, fail the tests below.

use std::collections::BTreeSet;

use super::elements::rules::ELEMENTS;
use super::lines::rules::{CALLS, LINES};
use super::{explain, text};
use crate::page::Page;

/// The name of a rule, and a piece of a page that stands where `@` is: before the text, in it, or behind it.
const PIECES: &[(&str, &str)] = &[
    ("html.unseen", "@~<object data=map.swf><p>Your browser cannot show the map of the canal.</p></object>~"),
    ("html.control", "@~<select name=edition><option>Northern edition<option>Southern edition</select>~"),
    ("html.button", "~~<fieldset><legend>Was this page of help to you?</legend>Yes No</fieldset>@"),
    ("html.hidden", "@~<div style='display:none'>Hidden until you are logged in</div>~"),
    ("html.nav", "@<nav class=main><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>~~"),
    ("html.footer", "~~<footer><p>© 2024 The Daily Courier. All rights reserved.</p></footer>@"),
    ("html.aside", "@~<aside><h3>At a glance</h3><p>Four gates, two of them new.</p></aside>~"),
    ("html.form", "~~<form action=/search><label>Search the archive</label><input name=q></form>@"),
    ("aria.role", "@<div role=navigation><a href=/>Home</a> <a href=/world>World</a></div>~~"),
    (
        "wp.check-also",
        "@~<section id=check-also-box class='post-listing check-also-right'><div class=block-head><h3>Check Also</h3>\
        </div><div class=check-also-post><h2 class=post-title><a href=x>The last toll house</a></h2><p>It took in nine crowns a \
        week.</p></div></section>~",
    ),
    (
        "comments",
        "~~<div id=comments class=comments-area><ol class=comment-list><li class=comment><article class=comment-body>\
        <b>Ann</b><p>First!</p></article></ol></div>@",
    ),
    (
        "related",
        "~~<div class='jp-relatedposts'><a href=x>The last toll house</a> <a href=y>How the dam broke</a></div>@",
    ),
    ("teasers", "~~<div class='most-popular'><h4>Most popular</h4><a href=x>The last toll house</a></div>@"),
    ("changes", "~~<ol class=change-history><li>3 May: Corrected the number of gates.<li>4 May: Added a map.</ol>@"),
    ("share", "@<div class='sharedaddy sd-sharing'><a href=f>Facebook</a> <a href=m>Mail</a></div>~~"),
    (
        "author-box",
        "~~<div class='author-bio'><img src=a.jpg><p>Covers canals and their keepers from the north.</p></div>@",
    ),
    ("byline", "@<div class=entry-meta>By the newsroom on 3 May 2024</div>~~"),
    ("tags", "~~<div class=post-tags>Filed under: <a href=/tag/water>Water</a> <a href=/tag/canals>Canals</a></div>@"),
    ("breadcrumb", "@<div class=breadcrumbs><a href=/>Home</a> › <a href=/water>Water</a></div>~~"),
    (
        "newsletter",
        "~@~<div class='newsletter-signup'><h3>The week in water</h3><p>In your inbox each Friday.</p></div>~",
    ),
    ("cookies", "~~<div id=cookie-notice>We use cookies to improve this site. <a href=ok>Fine</a></div>@"),
    ("ads", "~@~<div class='ad-slot ad-mid'>Dredgers of all sizes, delivered by spring</div>~"),
    ("chrome", "~~<div class='sidebar widget-area'><h4>Weather</h4>Rain, 9 degrees</div>@"),
    ("screen-reader", "~@~<span class='screen-reader-text'>Opens in another window</span>~"),
    (
        "toc",
        "@<div id=ez-toc-container class=ez-toc><p>Contents</p><ul><li><a href=#a>Gates</a><li><a href=#b>Costs</a></ul></div>~~",
    ),
    ("media-label", "~@~<figure><img src=a.jpg><span class=photo-credit>Harbour Pictures Agency</span></figure>~"),
    ("text.check-also", "~~~<h3>Check Also</h3><p><a href=x>The last toll house</a></p>"),
    ("text.contact", "~~~<h3>Media contact</h3><p>Jonas Feld, press office, +41 22 555 01 34</p>"),
    ("text.citation", "~~~<h3>Suggested citation</h3><p>Roe, A. (2026), The canal reopens, Verrin.</p>"),
    ("text.author", "~~~<p><b>About the author</b>: Ann Roe writes about dams.</p>"),
    (
        "text.comments",
        "~~~<h2>Leave a comment</h2><p>I do not agree with this at all: the gates were closed in the spring, and nobody told the \
        owners of the barges, who had paid their dues for the whole of the year.</p><p>Nor do I, and I have kept the lock at \
        Verrin since before the first of the repairs, when the dues were half of what they are now.</p>",
    ),
    ("text.related", "~~~<h3>Mehr zum Thema</h3><p><a href=x>Das letzte Zollhaus</a></p>"),
    ("text.share", "~~<p>Share this article</p>~"),
    ("text.newsletter", "~~<p>Subscribe to our newsletter!</p>~"),
    ("text.newsletter-sentence", "~~~<p>Follow us on every channel that you like to read us on.</p>"),
    ("text.call", "~~<p>Get the best of the canals right in your inbox. Subscribe to the letters of the lock.</p>~"),
    ("text.comment-line", "~~~<p>You must be logged in to post a comment.</p>"),
    ("text.appeal", "~~<p><b>Support independent journalism</b></p>~"),
    ("text.appeal-sentence", "~~<p>Our work is free for everyone. Please consider making a donation today.</p>~"),
    ("text.cookies", "~~~<p>We use cookies to give you the best experience on our website.</p>"),
    ("text.read-also-line", "~~<p>Read also: <a href=x>The dam that never was, and the town below</a></p>~"),
    ("edge.title", "@~~~"),
    ("edge.above", "<p>Verrin, Monday</p>@~~~"),
    (
        "edge.links",
        "~~<p><a href=#c>The canal commission and all its members, in alphabetical order, by province and by year of election</a></p>~\
        <h2 id=c>The canal commission and all its members, in alphabetical order, by province and by year of election</h2>~",
    ),
    ("edge.hollow-heading", "~~~<h2>What happens to the barge owners now?</h2>"),
    (
        "edge.biography",
        "~~~<p>Ann Roe has written about rivers and canals for the Courier since the barrages were closed in the spring of 1999.</p>",
    ),
    (
        "layout.column",
        "<table><tr><td><p>Four of the gates of the canal were replaced in the spring, and two are to follow before the books of the \
         commission are closed for the year, the mayor of Verrin said.</p></td><td>@~~~~</td></tr></table>",
    ),
    (
        "layout.articles",
        "<div itemscope itemtype=https://schema.org/NewsArticle><article>@~~~</article></div>\
        <article><h2>The last toll house</h2><p>It took in nine crowns a week from the barges, and the keeper spent five of them on \
        candles, as the books that were found in its cellar show.</p></article>\
        <article><h2>How the dam broke</h2><p>The water came at night, and the bell of the chapel was the first that anybody in the \
        lower town heard of it before the bridge went.</p></article>\
        <article><h2>A bridge for barges</h2><p>The council wants to carry the canal across the valley, as it was planned before the \
        war, and has asked three builders for their price.</p></article>",
    ),
    (
        "layout.excerpts",
        "<meta property=og:type content=article><article>@~~<div class=box><div class='item item-1'><p>The last toll house took in nine \
        crowns a week from the barges, and the keeper spent five of them on candles, as the books that were found in its cellar \
        show, and the rest on bread, said the mayor of Verrin, who has read them all and wants to…</p><p><a href=x>On</a></p></div>\
        <div class='item item-2'><p>The water came at night, and the bell of the chapel was the first that anybody in the lower town \
        heard of it before the bridge went, said the commission, which has asked all those who were there to write down what they \
        saw of it and...</p><p><a href=y>On</a></p></div><div class='item item-3'><p>The council wants to carry the canal across the \
        valley, as it was planned before the war, and has asked three builders for their price, of whom two have said that it could \
        not be done before the spring of the year after […]</p><p><a href=z>On</a></p></div></div>~~</article>",
    ),
    (
        "layout.related",
        "<meta property=og:type content=article>@~~~<h3>You may also like</h3><div class=box><div class=item><b>The last toll house\
        </b><p>It took in nine crowns a week from the barges, and the keeper spent five of them on candles, as the books that were \
        found in its cellar show to this day.</p></div><div class=item><b>How the dam broke</b><p>The water came at night, and the \
        bell of the chapel was the first that anybody in the lower town heard of it before the bridge went.</p></div></div>",
    ),
    (
        "layout.behind-comments",
        "<meta property=og:type content=article>@~~~<div id=disqus_thread></div><p>It took in nine crowns a week from the barges, \
        and the keeper spent five of them on candles, as the books that were found.</p>",
    ),
    (
        "layout.call",
        "@~~<div><p>The bells of Verrin ring for whoever listens, and no one has ever paid for that.</p><a href=x>Donate</a></div>~~",
    ),
    (
        "layout.share",
        "~~<p>Share on <a href=f>Share on Facebook</a> <a href=x>Share on X</a> <a href=m>Share via e-mail</a> \
        <a href=p>Print this page</a></p>@~",
    ),
    (
        "layout.tags",
        "@~~~<p>Posted in <a href=/water>Water</a>, <a href=/money>Public finance</a>, <a href=/n>Northern provinces</a></p>",
    ),
    (
        "layout.cards",
        "@~~<div><div><h4><a href=/a>Who owns the bed of the sea</a></h4><p>The leases run out in the spring, and neither the \
        islands nor the ministry can say who may draw up the next ones, so that nobody knows what a harbour is worth.</p></div><div>\
        <h4><a href=/b>How the dam broke in the night</a></h4><p>The bell of the chapel was the first that anybody in the lower town \
        heard of it, and the bridge went before the water had come to the houses by the mill.</p></div><div><h4><a href=/c>The last \
        toll house of the north</a></h4><p>It took in nine crowns a week from the barges, and the keeper spent five of them on \
        candles, as the books that were found in its cellar show to this day.</p></div></div>~~~",
    ),
    (
        "layout.card",
        "@~~<div><p>From the vault</p><p><a href=/x>The last toll house of the north</a></p><p>It took in nine crowns a week from the \
        barges, and the keeper spent five of them on candles, as the books that were found in its cellar show to this day.</p></div>~~",
    ),
    ("layout.card-line", "@~~<p>You might be interested in: <a href=/x>The last toll house of the north</a></p>~"),
    (
        "layout.comments",
        "@~~~~~<div><div><p>K. Okonkwo, March 3, 2024</p><p>The river commission has closed the barrage in each of the last nine \
        springs, and nobody has asked those who live below it what they think.</p><p><a href=#r>Report</a></p></div><div><p>Marsh \
        walker, 18 October 2022</p><p>You forget to mention that the county sold the land of the lower barrage in 1998, and that the \
        provinces have drawn less water since.</p><p><a href=#r>Report</a></p></div></div>~",
    ),
    (
        "layout.fields",
        "@~~~<div><p>Tell us what you think of it, and we may print it in the paper.</p><p>Name</p><p>E-mail</p><p>Your comment</p>\
        <p>Send it</p></div>",
    ),
    (
        "layout.comment-rules",
        "@~~~<p>Note: comments that insult other readers will not be approved by the moderator.</p><h3>Leave a comment</h3>",
    ),
    ("layout.colophon", "@~~~<p>© 2024 Harbour Forum. All rights reserved.</p><p>Registered charity no. 1087345</p>"),
    ("layout.label", "@~~~<div><h3>Your view counts</h3><form><textarea></textarea></form></div>~"),
    ("layout.echo", "@~~~~~~+"),
    ("model", "<ul><li><a href=/>Home</a><li><a href=/world>World</a><li><a href=/business>Business</a></ul>@~~"),
];

const HEAD: &str = "<html lang=en><title>The canal reopens</title><meta name=author content='Ann Roe'>";

/// A piece as a page: `@` is the headline, `~` two paragraphs of the story, and `+` all of it again.
fn page(piece: &str) -> String {
    let (mut html, mut story) = (HEAD.to_owned(), String::new());
    let mut number = 0;
    for c in piece.chars() {
        match c {
            '@' => html.push_str("<h1>The canal reopens</h1>"),
            '+' => html.push_str(&story),
            '~' => {
                number += 2;
                let two = format!(
                    "<p>The river commission said on Monday that barrage {number} would be closed for repairs until the spring, and \
                     that each of the four provinces may draw less water than in the years before it was built.</p><p>Nobody on \
                     the council had foreseen what the repairs of barrage {number} would cost, and the mayor asked for patience \
                     until the books are closed next year.</p>"
                );
                html.push_str(&two);
                story.push_str(&two);
            }
            c => html.push(c),
        }
    }
    html
}

/// The rules that stand in no table: each is named where it is applied.
fn named_in_code() -> BTreeSet<&'static str> {
    let sources = [
        include_str!("body/trim.rs"),
        include_str!("body/select.rs"),
        include_str!("body/echoes.rs"),
        include_str!("lines/cut.rs"),
        include_str!("elements/prune.rs"),
        include_str!("body/teasers.rs"),
        include_str!("body/calls.rs"),
        include_str!("body/furniture/mod.rs"),
    ];
    let code = sources.into_iter().map(|source| source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source));
    let quoted = code.flat_map(|code| code.split('"').skip(1).step_by(2));
    quoted.filter(|text| text.starts_with("edge.") || text.starts_with("layout.") || *text == "model").collect()
}

#[test]
fn every_rule_has_a_piece_of_a_page() {
    let tables = ELEMENTS
        .iter()
        .map(|rule| rule.id)
        .chain(LINES.iter().chain(CALLS.iter().map(|call| &call.rule)).map(|rule| rule.id));
    let rules: BTreeSet<&str> = tables.chain(named_in_code()).collect();
    let pieces: BTreeSet<&str> = PIECES.iter().map(|(rule, _)| *rule).collect();
    assert!(rules.len() >= 50, "{rules:?}");
    assert_eq!(pieces, rules);
}

#[test]
fn every_rule_fires_by_name_and_leaves_the_story_whole() {
    let mut wrong = Vec::new();
    for (rule, piece) in PIECES {
        let (article, trace) = explain(&Page::html("a.html", page(piece)));
        let due = 2 * piece.matches('~').count();
        let kept = article.blocks.iter().filter(|block| text::words(&block.text) > 24).count();
        if !trace.fired(rule) || kept < due {
            let fired: Vec<_> = trace.dropped().map(|(block, reason)| (reason.rule, block.text.as_str())).collect();
            wrong.push(format!("{rule}: kept {kept} of {due}, fired {fired:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
