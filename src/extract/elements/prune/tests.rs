use super::*;
use crate::extract::blocks::blocks;
use crate::extract::dom::Document;

fn rules_fired(html: &str) -> Vec<&'static str> {
    let document = Document::parse(html);
    let dom = document.dom();
    let drafts = blocks(&dom);
    let pruned = judge(&dom, &drafts, Declared::No);
    let taken = pruned.by(&dom, |_| true);
    let rule = |node: NodeId| first(pruned.hints[node] & !pruned.wary).map(|rule| rule.id);
    (0..dom.len()).filter(|&node| taken[node]).filter_map(rule).collect()
}

const STORY: &str = "<p>The council voted on Monday to reopen the northern canal after four years of repairs.</p>";

/// How many elements are taken out.
fn rules_fired_in(html: &str) -> usize {
    let document = Document::parse(html);
    let dom = document.dom();
    let drafts = blocks(&dom);
    judge(&dom, &drafts, Declared::No).cuttings.len()
}

#[test]
fn what_nobody_sees_amid_a_sentence_goes() {
    let fired = |span: &str| {
        rules_fired_in(&format!(
            "<p>The council voted to reopen the canal {span} after repairs of its two old locks.</p>"
        ))
    };
    assert_eq!(fired("<span style='color: red; Font-Size: 0px'>copied from us <i>alone</i></span>"), 1);
    assert_eq!(fired("<span style='font-size:0'><span style='font-size:9px'>at last</span></span>"), 0);
    assert_eq!(fired("<span style='font-size:0.9em'>at last</span>"), 0);
    for style in ["position:absolute;left:-9999px", "opacity:0", "clip:rect(0,0,0,0)", "height:0;overflow:hidden"] {
        assert_eq!(fired(&format!("<span style='{style}'>copied from us</span>")), 1, "{style}");
    }
    let last = "<span style='font-size:0'>copied from us</span>";
    let sentence = "The council voted to reopen the canal after repairs of its two old locks.";
    assert_eq!(rules_fired_in(&format!("<p>{sentence} {last}</p>")), 1);
    // A sentence that a script shows word by word.
    let words: String = sentence.split(' ').map(|word| format!("<span style='opacity:0'>{word}</span> ")).collect();
    assert_eq!(rules_fired_in(&format!("<p>{words}</p>")), 0);
    assert_eq!(rules_fired_in(&format!("<div><p>{sentence}</p><span style='opacity:0'>{sentence}</span></div>")), 0);
    assert_eq!(rules_fired_in("<p><span style='font-size:0'>The council voted.</span></p>"), 0);
}

#[test]
fn a_card_that_opens_over_a_link_goes() {
    let fired = |card: &str| {
        rules_fired_in(&format!(
            "<p>The council, said <b><a href=/ann>Ann Roe</a>{card}</b> (North), voted to reopen the old canal.</p>"
        ))
    };
    let picture = "<img src=a.jpg>";
    assert_eq!(fired(&format!("<span>{picture}<a href=/ann>Ann Roe</a><a href=/1>Gates close</a></span>")), 1);
    assert_eq!(fired(&format!("<span>{picture}<a href=/ann>Ann M. Roe</a><a href=/1>Gates close</a></span>")), 1);
    assert_eq!(fired("<span><a href=/ann>Ann Roe</a></span>"), 0);
    assert_eq!(fired("<span> and <a href=/jo>Jo Feld</a> or <a href=/1>another</a></span>"), 0);
    // Editors set what goes on in a span too.
    assert_eq!(fired("<span> in her book (<a href=/ann>summary</a>), and <a href=/jo>Jo Feld</a></span>"), 0);
}

#[test]
fn sidebars_by_tag_and_by_name_go_however_much_they_hold() {
    const LINKS: &str = "<a href=/1>Gates close</a> <a href=/2>Dues fall</a>";
    let page = |tag: &str, inside: &str| {
        rules_fired(&format!("<div>{}</div><{tag} class='sidebar'>{inside}</{tag}>", STORY.repeat(3)))
    };
    let (teasers, long) = (STORY.repeat(4) + LINKS, STORY.repeat(16) + LINKS);
    assert_eq!(page("aside", &teasers), ["html.aside"]);
    assert_eq!(page("div", &teasers), [""; 0]);
    // A page that puts its text there is not to lose it, nor a box beside paragraphs, nor one without links.
    assert_eq!(page("aside", &long), [""; 0]);
    assert_eq!(page("aside", &STORY.repeat(4)), [""; 0]);
    assert_eq!(rules_fired(&format!("<div>{STORY}{STORY}<aside class=sidebar>{teasers}</aside></div>")), [""; 0]);
}

#[test]
fn of_an_article_comments_go_however_many_there_are() {
    let skipped = |declared: Declared, html: &str| {
        let document = Document::parse(html);
        let dom = document.dom();
        let pruned = judge(&dom, &blocks(&dom), declared);
        pruned.cuttings.iter().filter(|cutting| cutting.rule() == "comments").count()
    };
    let comment = format!("<li class=comment>{STORY}");
    let thread = |class: &str| format!("<ol class='comments {class}'>{}</ol>", comment.repeat(30));
    let text = STORY.repeat(4);
    assert_eq!(skipped(Declared::ByName, &format!("{text}{}", thread(""))), 1);
    assert_eq!(skipped(Declared::No, &format!("{text}{}", thread(""))), 0);
    // A forum's messages are its text, and so are comments before which nothing stands.
    assert_eq!(skipped(Declared::ByName, &format!("{text}{}", thread("message-board"))), 0);
    assert_eq!(skipped(Declared::ByName, &format!("{}{text}", thread(""))), 0);
    // What is open for comments is the page.
    let page = format!("<div class=comments-open><h1>Gates</h1>{text}{}</div>", thread(""));
    assert_eq!(skipped(Declared::ByName, &page), 1);
    let untitled = format!("{text}<div class=comments-open>{}{}</div>", text.repeat(4), comment.repeat(2));
    assert_eq!(skipped(Declared::ByName, &untitled), 2);
}

#[test]
fn class_words_are_whole_words() {
    assert_eq!(rules_fired(&format!("{STORY}<div class=uncorrelated>x</div>")), [""; 0]);
}

/// Each rule on elements fires on a page like those it is for.
#[test]
fn every_element_rule_fires_by_name() {
    for (id, html) in [
        ("html.unseen", "<script>x()</script>"),
        ("html.control", "<select><option>Go</select>"),
        ("html.hidden", "<p style='color:red; display : none'>x"),
        ("html.nav", "<nav>Home</nav>"),
        ("html.footer", "<footer>Legal</footer>"),
        ("html.aside", "<aside>Box</aside>"),
        ("html.form", "<form>Your name</form>"),
        ("aria.role", "<div role=navigation>Home</div>"),
        ("wp.check-also", "<div id=check-also-box>Check Also</div>"),
        ("comments", "<div class=comment-list>First!</div>"),
        ("related", "<div class=relatedPosts>Other</div>"),
        ("teasers", "<div class=posts-list>Other</div>"),
        ("changes", "<ol class=change-history>Corrected</ol>"),
        ("html.button", "<button>Go</button>"),
        ("share", "<div class=share-buttons>Mail</div>"),
        ("author-box", "<div class=author-bio>She writes</div>"),
        ("byline", "<div class=entry-meta>By Ann</div>"),
        ("tags", "<div class=tagcloud>Water</div>"),
        ("breadcrumb", "<div class=breadcrumbs>Home</div>"),
        ("newsletter", "<div class=newsletter-signup>Subscribe</div>"),
        ("cookies", "<div id=cookie-notice>We use</div>"),
        ("ads", "<div class=ad-slot>Buy</div>"),
        ("chrome", "<div class=sidebar>More</div>"),
        ("screen-reader", "<span class=sr-only>Opens</span>"),
        ("toc", "<div class=ez-toc>1. Water</div>"),
        ("media-label", "<span class=photo-credit>Agency</span>"),
    ] {
        assert_eq!(rules_fired(&format!("{STORY}{html}")), [id]);
    }
    assert_eq!(ELEMENTS.len(), 26, "a rule was added without a page in the test above");
}

#[test]
fn a_link_amid_a_sentence_stays_whatever_its_class() {
    let amid = |class: &str| {
        let link = format!("<a href=x class='{class}'>the northern canal</a>");
        taken_out(&format!(
            "{STORY}<p>After repairs that took four years and three ministers the council voted to reopen {link}, it said.</p>"
        ))
    };
    for class in ["recommendation-inline-link", "external-popup", "affiliate", "cta"] {
        assert_eq!(amid(class), 0, "{class}");
    }
    assert_eq!(amid("sr-only"), 1);
    let first = "<p><a href=x class=external-popup>The council</a> voted to reopen the canal after repairs that took four years and three ministers.</p>";
    assert_eq!(taken_out(&format!("{STORY}{first}")), 0);
    // A paragraph that a script makes appear.
    let faded = first.replace("<p>", "<p style='opacity:0'><span style='opacity:0'>");
    assert_eq!(taken_out(&format!("{STORY}{faded}")), 0);
    let last = "<p>The council voted to reopen the canal after repairs that took years. <a href=x class=read-more>Read on</a></p>";
    assert_eq!(taken_out(&format!("{STORY}{last}")), 1);
    let row = "<p>By Ann Roe | <a href=x class=comments>3 comments</a> | Water</p>";
    assert_eq!(taken_out(&format!("{STORY}{row}")), 1);
}

#[test]
fn a_box_of_text_between_paragraphs_is_no_sidebar() {
    let text = "<p>The first of the locks was dug by hand in the dry summer of 1911, and four of the men who dug it were \
                still there when the last of them was closed for good.</p>";
    assert_eq!(rules_fired(&format!("<div>{STORY}{STORY}<aside>{text}</aside>{STORY}</div>")), [""; 0]);
    assert_eq!(rules_fired(&format!("<div>{}<aside>{text}</aside></div>", STORY.repeat(8))), ["html.aside"]);
    assert_eq!(rules_fired(&format!("<div>{STORY}<aside>Four gates</aside>{STORY}</div>")), ["html.aside"]);
}

#[test]
fn notes_that_stand_in_an_aside_are_the_texts() {
    let notes = |class: &str| {
        let note = format!("<aside class='{class}' role=doc-footnote><a href='#r1'>1</a><p>See the bill.</p></aside>");
        rules_fired(&format!("{STORY}<aside class='{class}-list brackets'>{note}</aside>"))
    };
    assert_eq!(notes("footnote"), [""; 0]);
    assert_eq!(notes("box"), ["html.aside"]);
}

#[test]
fn a_quoted_post_is_no_share_button() {
    let post =
        "<div class=social-media-embed><blockquote>Yes, this is real, and the state paid for it.</blockquote></div>";
    assert_eq!(rules_fired(&format!("{STORY}{post}")), [""; 0]);
    assert_eq!(rules_fired(&format!("{STORY}<div class=social-media>Yes, this is real.</div>")), ["share"]);
}

#[test]
fn what_is_set_around_code_is_no_toolbar() {
    let code = "<pre><code>pressmark index</code></pre>";
    let around = |html: &str| rules_fired(&format!("{STORY}<div class=code-toolbar>{html}</div>"));
    assert_eq!(around(code), [""; 0]);
    assert_eq!(around("<a href=x>Copy</a>"), ["chrome"]);
}

#[test]
fn the_link_to_edit_a_section_is_not_its_headings() {
    let heading = "<h2>Precedents<span class=mw-editsection>[<a href=x>edit</a>]</span></h2>";
    assert_eq!(rules_fired(&format!("{heading}{STORY}")), ["chrome"]);
}

#[test]
fn a_post_that_another_one_quotes_stays_with_it() {
    let box_of = |attribute: &str| {
        let quoted = "<div class=title>sam:</div><blockquote><p>Is the gate open?</p></blockquote>";
        rules_fired(&format!("{STORY}<aside class=quote {attribute}>{quoted}</aside><p>It is.</p>"))
    };
    assert_eq!(box_of("data-post=4 data-topic=81"), [""; 0]);
    assert_eq!(box_of(""), ["html.aside"]);
}

#[test]
fn the_foot_of_a_quotation_says_whose_it_is() {
    let foot = "<footer>Anna Brandt, <cite>Memoirs</cite></footer>";
    assert_eq!(rules_fired(&format!("{STORY}<blockquote><p>We waited.</p>{foot}</blockquote>")), [""; 0]);
    assert_eq!(rules_fired(&format!("{STORY}<blockquote><p>We waited.</p></blockquote>{foot}")), ["html.footer"]);
}

#[test]
fn the_term_stays_over_which_something_opens() {
    let skipped = |html: &str| {
        let document = Document::parse(&format!("{STORY}<p>They asked {html} for men.</p>"));
        let dom = document.dom();
        let skip = judge(&dom, &blocks(&dom), Declared::No).skip;
        (0..dom.len()).filter(|&n| skip[n]).map(|n| dom.text_of(n)).collect::<Vec<_>>()
    };
    assert_eq!(
        skipped("<span class=tooltip>NATO<span class=tooltip-text>The alliance</span></span>"),
        ["The alliance"]
    );
    assert_eq!(skipped("<span class=tooltip>The alliance</span>"), ["The alliance"]);
    assert_eq!(skipped("<span class=tooltip title='The alliance'>NATO</span>"), [""; 0]);
    assert_eq!(skipped("<span class=tooltip><b>NATO</b><span class=tooltip-text>x</span></span>"), ["NATOx"]);
}

/// How many elements are taken out.
fn taken_out(html: &str) -> usize {
    let document = Document::parse(html);
    let dom = document.dom();
    let drafts = blocks(&dom);
    judge(&dom, &drafts, Declared::No).skip.iter().filter(|skip| **skip).count()
}

#[test]
fn an_id_made_of_a_heading_names_nothing() {
    let fired = |heading: &str| rules_fired(&format!("{STORY}{heading}"));
    assert_eq!(fired("<h2 id=h-what-is-social-shopping>What is Social Shopping?</h2>"), [""; 0]);
    assert_eq!(fired("<h3><span id=A_Menu_for_the_Locks>A. Menu for the Locks</span></h3>"), [""; 0]);
    assert_eq!(fired("<h2 id=what-is-social-shopping class=share>What is Social Shopping?</h2>"), ["share"]);
    assert_eq!(fired("<h2 id=related-articles>Related articles</h2>"), ["related"]);
    assert_eq!(fired("<div id=share-this-with-friends>Share this with friends</div>"), ["share"]);
}

#[test]
fn in_code_a_comment_is_code() {
    let code = "<pre><code><span class=hljs-comment># start</span>\ngit init<button>Copy</button></code></pre>";
    assert_eq!(rules_fired(&format!("{STORY}{code}")), ["html.button"]);
    assert_eq!(rules_fired(&format!("{STORY}<pre class=comments>First!</pre>")), ["comments"]);
}

#[test]
fn the_guard_spares_what_holds_the_article() {
    assert_eq!(rules_fired(&format!("<div class='content no-sidebar has-comments'>{STORY}</div>")), [""; 0]);
}
