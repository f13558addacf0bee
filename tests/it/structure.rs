//! Blocks with structure: what a page shows, what Markdown makes of it, and what is read back from that.

use pressmark::article::{Block, BlockKind};
use pressmark::page::Format;
use pressmark::{Page, extract, render};

/// A page with one of everything that has structure.
const PAGE: &str = r##"<!DOCTYPE html><html lang=en><title>The levy, explained</title><body><article>
<h1>The levy, explained</h1>
<p><span class="dropcap">T</span>he council of the strait said on Monday that the U.S.<wbr>-led inquiry into the ferry levy
would go on until the spring<sup><a href="#fn1">1</a></sup>, and that no mem&shy;ber of it would be paid.</p>
<h2 id=why>Why now<a class=anchor href="#why">#</a></h2>
<p>There are three reasons, of which the <a href="https://a.example/bill" class="external-popup">bill of last year</a> is the
one that its authors like best; the others are older and cost more than anybody had foreseen.</p>
<ol>
<li><p>The ferries are old, and one in three stands still in winter.</p><p>The council knew that when it bought them.</p>
<ul><li>Two of them were built for lakes, *not* for the sea.<li>One has no papers at all.</ul></li>
<li>The tolls of 1. May and of # 4 were never paid back<br>by those who owed them.</li>
</ol>
<blockquote><p>We have to pay for what we use, whoever built it and whenever that was.</p><p>Nobody else will do it for us,
and nobody ever has.</p></blockquote>
<h3>What<br>it costs</h3>
<table><caption>Levy by year, in crowns a crossing</caption><tr><th><th>2019<th>2020/21
<tr><th colspan=3>Summer<tr><td>Cars<td>14<td>15<tr><td>Lorries<td><td>40</table>
<p>The rule by which the levy is counted, as the council printed it for those who have to pay it every month, reads:</p>
<pre><code>levy = base * weight
```
  if winter: levy = 0</code></pre>
<p>The sea-song that the captains sing has it otherwise, and has had it so for longer than there has been a council:</p>
<p>Cross in June, cross in May,<br>cross for nothing, day by day;<br>cross in winter, if you may.</p>
<p>The council meets again on the first Tuesday of March, when it will hear those who have asked to be heard on the levy.</p>
<ol class=footnotes><li id=fn1>Minutes of the council, page 14, where the inquiry is called a review. <a href="#ref1">↩</a></li></ol>
</article></body></html>"##;

fn told(blocks: &[Block]) -> Vec<(BlockKind, &str)> {
    blocks.iter().map(|block| (block.kind, block.text.as_str())).collect()
}

fn markdown(page: &Page) -> String {
    let mut out = Vec::new();
    render::markdown::article(&mut out, &extract(page)).expect("writing to memory");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn a_page_is_read_into_blocks_as_it_is_shown() {
    use BlockKind::*;
    let article = extract(&Page::html("levy.html", PAGE));
    let expected = [
        (
            Paragraph,
            "The council of the strait said on Monday that the U.S.-led inquiry into the ferry levy would go on until the \
             spring[1], and that no member of it would be paid.",
        ),
        (Heading(2), "Why now"),
        (
            Paragraph,
            "There are three reasons, of which the bill of last year is the one that its authors like best; the others are \
             older and cost more than anybody had foreseen.",
        ),
        (ListItem, "The ferries are old, and one in three stands still in winter."),
        (ListItem, "The council knew that when it bought them."),
        (ListItem, "Two of them were built for lakes, *not* for the sea."),
        (ListItem, "One has no papers at all."),
        (ListItem, "The tolls of 1. May and of # 4 were never paid back\nby those who owed them."),
        (Quote, "We have to pay for what we use, whoever built it and whenever that was."),
        (Quote, "Nobody else will do it for us, and nobody ever has."),
        (Heading(3), "What it costs"),
        (Caption, "Levy by year, in crowns a crossing"),
        (TableRow, "| 2019 | 2020/21"),
        (TableRow, "Summer"),
        (TableRow, "Cars | 14 | 15"),
        (TableRow, "Lorries | | 40"),
        (
            Paragraph,
            "The rule by which the levy is counted, as the council printed it for those who have to pay it every month, reads:",
        ),
        (Preformatted, "levy = base * weight\n```\n  if winter: levy = 0"),
        (
            Paragraph,
            "The sea-song that the captains sing has it otherwise, and has had it so for longer than there has been a council:",
        ),
        (Paragraph, "Cross in June, cross in May,\ncross for nothing, day by day;\ncross in winter, if you may."),
        (
            Paragraph,
            "The council meets again on the first Tuesday of March, when it will hear those who have asked to be heard on the \
             levy.",
        ),
        (ListItem, "Minutes of the council, page 14, where the inquiry is called a review."),
    ];
    assert_eq!(told(&article.blocks), expected);
}

#[test]
fn markdown_reads_back_to_the_same_blocks() {
    let article = extract(&Page::html("levy.html", PAGE));
    let written = markdown(&Page::html("levy.html", PAGE));
    let again = extract(&Page { format: Format::Markdown, ..Page::text("levy.md", written.clone()) });
    // Markdown has no captions.
    let kinds = |blocks: &[Block]| -> Vec<(BlockKind, String)> {
        let kind = |kind| if kind == BlockKind::Caption { BlockKind::Paragraph } else { kind };
        blocks.iter().map(|block| (kind(block.kind), block.text.clone())).collect()
    };
    assert_eq!(kinds(&again.blocks), kinds(&article.blocks), "{written}");
    for expected in ["1. The ferries", "   - Two of them", "2. The tolls", "|  | 2019 | 2020/21 |", "````\nlevy"] {
        assert!(written.contains(expected), "no {expected} in\n{written}");
    }
}
