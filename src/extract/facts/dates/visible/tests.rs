//! Where a day stands on a page, and what the words and names beside it make of it.

use super::super::dates;
use crate::extract::facts::tests::with_context;

const STORY: &str =
    "<p>The council voted on Monday to reopen the northern canal after four years of repairs, and nobody was surprised
    by it, since the money had been found in the spring and the engineers had given their word.</p>";

/// The day of publication and of the last change of a page with these parts before and after its headline.
fn days(before: &str, after: &str) -> (Option<String>, Option<String>) {
    let html = format!("<html lang=en><body>{before}<h1>Canal reopens</h1>{after}{STORY}{STORY}");
    with_context(&html, |cx| {
        let found = dates(cx, None, Some("en"));
        let text = |fact: Option<crate::article::Fact<crate::article::Moment>>| fact.map(|f| f.value.text);
        (text(found.published.fact), text(found.modified.fact))
    })
}

fn published(before: &str, after: &str) -> Option<String> {
    days(before, after).0
}

#[test]
fn the_line_at_the_headline_has_the_date() {
    for after in [
        "<p>By Ann Lee | 26 February 2026 | 4 min read</p>",
        "<div class=byline>Ann Lee<span>26 February 2026</span></div>",
        "<dl><dt>Published</dt><dd>26 February 2026</dd></dl>",
        "<table><tr><th>Published</th><td>26 February 2026</td></tr><tr><th>By</th><td>Ann Lee</td></tr></table>",
        "<time>26 February 2026</time>",
        "<aside><time datetime=2026-02-26>Thursday</time></aside>",
        "<p>Why the old canal of the north is a good thing for the towns along it.</p><p class=date>Feb. 26, 2026</p>",
        "<abbr class=published title='26-02-2026T14:12:32+0200'>Thursday</abbr>",
        "<p>来源：国际经济观察　发布时间：2026-02-26 10:22</p>",
        "<p>作者：陈慧敏　　来源：《国际经济观察》第1期　　发布时间：2026-02-26 10:22　　点击：1023　　字体：【大 中 小】</p>",
        "<p>OA-26-4 <span>Published: Feb 26, 2026. Publicly released: Feb 28, 2026.</span></p>",
    ] {
        assert_eq!(published("", after).as_deref().map(|d| &d[..10]), Some("2026-02-26"), "{after}");
    }
    assert_eq!(published("<h2 class=date-header>Thursday, 26 February 2026</h2>", "").as_deref(), Some("2026-02-26"));
}

#[test]
fn parts_named_like_teasers_may_hold_the_date() {
    for after in [
        "<div class=newsletter-details><p>26 February 2026</p></div>",
        "<div class=article__cta><span>Published <time datetime='2026-02-26 12:00:00Z'>a day ago</time></span></div>",
        "<p>Photo: © Bob Roe</p><div><time datetime=2026-02-26>26.02.2026</time> | Transport</div>",
        "<p>Reviewed by Ann Lee</p><p>26 February 2026</p>",
        "<h4>By <a href=/ann>Ann Lee of the Courier</a></h4><p>26.02.2026</p>",
        "<h4><a href='#now'>Now</a></h4><p>26.02.2026 „The canal is open again“, said the mayor of the three northern towns to those who had come from far.</p>",
        "<h2>Water (1 / 1) <span>26.02.2026 13:30 by Ann Lee</span></h2>",
    ] {
        assert_eq!(published("", after).as_deref().map(|d| &d[..10]), Some("2026-02-26"), "{after}");
    }
    let current = "<a class='author w--current'><div>Ann Lee</div><div>26 February 2026</div></a>";
    assert_eq!(published(current, "").as_deref(), Some("2026-02-26"));
}

#[test]
fn a_headline_in_other_words_is_one_too() {
    let page = |title: &str, heading: &str| {
        let html = format!(
            "<html lang=en><title>{title}</title><body><h3>Blog | 26 February 2026</h3><h2>{heading}</h2>{STORY}{STORY}<h1>Quick links</h1>"
        );
        with_context(&html, |cx| dates(cx, None, Some("en")).published.fact.map(|fact| fact.value.text))
    };
    assert_eq!(page("7 ways to a calm canal", "7 Ways That Lead to a Calm Canal").as_deref(), Some("2026-02-26"));
    assert_eq!(page("Canals of the North", "The lock is sold").as_deref(), Some("2026-02-26"));
}

#[test]
fn dates_of_other_things_are_not_the_date() {
    for (before, after) in [
        ("<header><p>Thursday, 26 February 2026</p></header>", ""),
        ("<div class=masthead-today>26 February 2026</div>", ""),
        ("<nav>26 February 2026</nav>", ""),
        ("", "<p>© 26 February 2026</p>"),
        (
            "",
            "<table><tr><th>Initial release</th><td>26 February 2026</td></tr><tr><th>Made in</th><td>Ayr</td></tr></table>",
        ),
        ("", "<table><tr><th>Built</th><td>Ayr <span class='bday published'>26 February 2026</span></td></tr></table>"),
        ("", "<figure><figcaption>The canal, 26 February 2026</figcaption></figure>"),
        ("", "<div class=related-posts><h3>Lock sold</h3><time>26 February 2026</time></div>"),
        ("", "<div class=comments><time>26 February 2026</time></div>"),
        ("", "<p>On 26 February 2026 the council of the northern towns voted to close the canal for good.</p>"),
        (
            "",
            "<h2><a href=/a>Lock sold</a></h2><time>26 February 2026</time><h2><a href=/b>Mill sold</a></h2><time>2 May 2025</time>",
        ),
        ("", "<ul><li>3 May 2025 Lock sold</li><li>4 May 2025 Mill sold</li><li>7 May 2025 Weir sold</li></ul>"),
    ] {
        assert_eq!(published(before, after), None, "{before}{after}");
    }
}

#[test]
fn a_day_of_change_is_not_the_day_of_publication() {
    let after = "<p>Published 24 February 2026</p><p>Last updated: 26 February 2026</p>";
    assert_eq!(days("", after), (Some("2026-02-24".to_owned()), Some("2026-02-26".to_owned())));
    assert_eq!(
        days("", "<p>Updated <span class=date>26 February 2026</span></p>"),
        (None, Some("2026-02-26".to_owned()))
    );
    assert_eq!(days("", "<time class=updated>26 February 2026</time>").1.as_deref(), Some("2026-02-26"));
}

#[test]
fn far_from_the_headline_the_page_has_to_say_what_the_day_is() {
    let foot = |line: &str| published("", &format!("{STORY}{STORY}{STORY}{line}"));
    assert_eq!(foot("<p>Posted on 26 February 2026 by Ann</p>").as_deref(), Some("2026-02-26"));
    assert_eq!(foot("<p>Next meeting: 26 February 2026</p>"), None);
    assert_eq!(foot("<p>Written by Ann Lee and Bob Roe</p><p>26 February 2026</p>").as_deref(), Some("2026-02-26"));
    assert_eq!(foot("<p>Canals and locks</p><p>26 February 2026</p>"), None);
    assert_eq!(foot("<span class=article-date><i>26 February 2026</i></span>").as_deref(), Some("2026-02-26"));
}

#[test]
fn the_first_of_two_days_in_a_line_is_that_of_publication() {
    let day = |day: &str| Some(day.to_owned());
    let both = days("", "<p>Ann Lee | 26 February 2026 | Last updated on 26 February 2026</p>");
    assert_eq!(both, (day("2026-02-26"), day("2026-02-26")));
    assert_eq!(days("", "<p>Last updated on 26 February 2026</p>"), (None, day("2026-02-26")));
}

#[test]
fn an_article_may_say_when_it_first_came_out() {
    let foot = |line: &str| published("", &format!("<p>26 February 2026</p>{STORY}{STORY}{STORY}<p>{line}"));
    assert_eq!(
        foot("This article was originally published on 3 May 2019 but has been brought up to date.").as_deref(),
        Some("2019-05-03")
    );
    assert_eq!(foot("This post first appeared on 3 May 2019.").as_deref(), Some("2019-05-03"));
    for other in
        ["This canal was first dug on 3 May 2019.", "A book was originally published on 3 May 2019.", "This ép"]
    {
        assert_eq!(foot(other).as_deref(), Some("2026-02-26"), "{other}");
    }
}

#[test]
fn the_days_of_listed_pages_are_theirs() {
    let listed = "<ul><li><div class=date>26 February 2026</div><h2><a href=/a>Lock sold</a></h2></ul>";
    assert_eq!(published("", listed), None);
    let part = "<ul><li><div class=date>26 February 2026</div><h2><a href=#now>Now</a></h2></ul>";
    assert_eq!(published("", part).as_deref(), Some("2026-02-26"));
}

#[test]
fn days_marked_on_many_teasers_count_little() {
    let teaser =
        |day: u32| format!("<div><p>Lock {day}<span itemprop=datePublished content=2026-03-{day}>now</span></div>");
    let teasers: String = (11..14).map(teaser).collect();
    let meta = "<meta name=date content=2026-02-26>";
    assert_eq!(published(meta, &format!("{STORY}{STORY}{teasers}")).as_deref(), Some("2026-02-26"));
    assert_eq!(
        published("", "<span itemprop=datePublished content=2026-02-26>now</span>").as_deref(),
        Some("2026-02-26")
    );
}
