use super::super::tests::with_context;
use super::*;

fn read(html: &str) -> (Vec<String>, String) {
    with_context(html, |cx| {
        let header = Header::new(cx.dom, cx.title, cx.content);
        let found = shown(cx, &header).into_iter().find(|f| !f.value.is_empty());
        found.map(|f| (f.value, f.source.into_owned())).unwrap_or_default()
    })
}

fn of(names: &[&str], source: &str) -> (Vec<String>, String) {
    (names.iter().map(|n| (*n).to_owned()).collect(), source.to_owned())
}

const STORY: &str = "<p>The council voted on Monday to reopen the northern canal after four years of repairs.</p>";

#[test]
fn bylines_of_many_forms() {
    for (byline, source) in [
        ("<p>By <a rel=author href=/x>Ann Lee</a> and <a rel=author href=/y>Bob Roe</a></p>", "rel=author"),
        (
            "<span itemprop=author>Ann Lee</span><span itemprop=author><b itemprop=name>Bob Roe</b>, Editor</span>",
            "itemprop",
        ),
        ("<div class=entry-byline>By Ann Lee and Bob Roe<span>May 3, 2024</span></div>", "class"),
        ("<span class=author-name>Ann Lee</span>, <span class=author-name>Bob Roe</span>", "class"),
        ("<div class=meta><a href=/people/ann-lee>Ann Lee</a><a href=/people/bob-roe>Bob Roe</a></div>", "link"),
        ("<dl><dt>Authors</dt><dd>Ann Lee, Bob Roe</dd></dl>", "text"),
        ("<p><i>by Ann Lee and Bob Roe</i></p>", "text"),
        ("<p>Von Ann Lee und Bob Roe</p>", "text"),
    ] {
        let html = format!("<h1>Canal reopens</h1>{byline}{STORY}");
        assert_eq!(read(&html), of(&["Ann Lee", "Bob Roe"], source), "{byline}");
    }
}

#[test]
fn names_beside_a_day_or_with_a_degree() {
    for (byline, names) in [
        ("<p><small>27 novembre 2023, par <a href=/spip.php?auteur15>Anne Lys</a></small></p>", &["Anne Lys"][..]),
        ("<div>Ann Lee, February 26, 2026</div>", &["Ann Lee"]),
        ("<p>26 February 2026 by Ann Lee</p>", &["Ann Lee"]),
        ("<div>Ann Lee, DVM; Bob Roe, BA, VMD</div>", &["Ann Lee", "Bob Roe"]),
        ("<div>Ann Lee, Ph.D.</div>", &["Ann Lee"]),
        ("<p>by <a href=/author/ann/>Ann</a> · Dec 20</p>", &["Ann"]),
        ("<dl><dt>From:<dd>Department for Harbours and Water</dl>", &["Department for Harbours and Water"]),
        ("<p>THE HAGUE, 12 February 2019</p>", &[]),
        ("<p>NEW YORK, February 26, 2026 –</p>", &[]),
        ("<div><span>文：佐藤恵子</span> <span>2023年3月14日</span></div>", &["佐藤恵子"]),
        ("<p>作者：陈慧敏</p>", &["陈慧敏"]),
        ("<p>Haber: Elif Kaya</p>", &["Elif Kaya"]),
        ("<p>作者：陈慧敏　来源：国际观察　时间：2026-02-26</p>", &["陈慧敏"]),
        ("<p>2026年02月26日　来源：国际观察　作者：陈慧敏</p>", &["陈慧敏"]),
        ("<p>14 марта 2023, 11:20 | Автор: Тимур Ахметов</p>", &["Тимур Ахметов"]),
        ("<p>Penulis: Rina Sari | Senin, 26 Februari 2026</p>", &["Rina Sari"]),
        ("<p>Interview by Ann Lee<br>26 February 2026</p>", &["Ann Lee"]),
        ("<p>20. März 2026 von <a>Uwe Ried</a> <span>Lesedauer: 4 Minuten</span></p>", &["Uwe Ried"]),
        (
            "<div class=authors><a>Ann Lee</a><b>|</b><a>Bob Roe</a><b>|</b><b>May 3, 2024</b></div>",
            &["Ann Lee", "Bob Roe"],
        ),
        ("<div class=authors><a>Ann Lee</a> for <a>World Water</a></div>", &["Ann Lee"]),
        ("<p>Текст: Тимур Ахметов | Опубликовано: 14 марта 2023 г.</p>", &["Тимур Ахметов"]),
        ("<div><span>كتب: طارق منصور</span> <span>الثلاثاء 14 مارس 2023 - 09:15</span></div>", &["طارق منصور"]),
        ("<div>Berlin, February 26, 2026</div>", &[]),
        ("<div>Silver Spring, MD</div>", &[]),
        ("<div>Ann Lee, 26 locks</div>", &[]),
        ("<p><a href=/author/ann/>More</a></p>", &[]),
    ] {
        assert_eq!(read(&format!("<h1>Canal reopens</h1>{byline}{STORY}")).0, names, "{byline}");
    }
}

#[test]
fn whoever_checked_the_article_did_not_write_it() {
    let checked = "<p><span>Fact checked by</span> <a class=author-name href=/people/bob-roe>Bob Roe</a></p>";
    assert_eq!(read(&format!("<h1>Canal</h1>{checked}{STORY}")), of(&[], ""));
    let both = format!("<h1>Canal</h1><p>By <a class=author-name href=/people/ann>Ann Lee</a></p>{checked}{STORY}");
    assert_eq!(read(&both), of(&["Ann Lee"], "class"));
}

#[test]
fn a_bar_for_sharing_may_hold_the_byline() {
    let bar = "<div class=social-share><div class=author>Ann Lee</div></div>";
    assert_eq!(read(&format!("<h1>Canal reopens</h1>{bar}{STORY}")), of(&["Ann Lee"], "class"));
}

#[test]
fn a_link_to_an_authors_page_counts_far_from_the_headline() {
    let far = |href: &str| read(&format!("<h1>Canal</h1>{}<a href='{href}'>Ann Lee</a>", STORY.repeat(20)));
    assert_eq!(far("/authors/ann-lee"), of(&["Ann Lee"], "link"));
    assert_eq!(far("https://licences.example/by/4.0"), of(&[], ""));
    let within =
        |open: &str| read(&format!("<h1>Canal</h1>{}{open}<a href=/author/ann-lee>Ann Lee</a>", STORY.repeat(20)));
    for open in ["<ol class=references><li>", "<p><cite class='citation web'>", "<blockquote>", "<figcaption>"] {
        assert_eq!(within(open), of(&[], ""), "{open}");
    }
    assert_eq!(within("<p><cite class=author>").0, ["Ann Lee"]);
}

#[test]
fn the_authors_of_teasers_are_others() {
    let teaser = "<article><h2><a href=/o>Other</a></h2><span class=byline>By Cy Poe</span></article>";
    assert_eq!(read(&format!("<main><h1>Water</h1>{teaser}</main>")), of(&[], ""));
}

#[test]
fn a_box_at_the_end_names_the_author_where_nothing_else_does() {
    let long = STORY.repeat(20);
    let html = format!(
        "<h1>Canal reopens</h1>{long}<div class=author-box><h4 class=author-box__name>Ann Lee</h4><p>Ann Lee writes.</p></div>"
    );
    assert_eq!(read(&html), of(&["Ann Lee"], "class"));
    let many = ["Ann Lee", "Bob Roe", "Cy Poe"].map(|n| format!("<span class=author>{n}</span> ")).join("");
    assert_eq!(read(&format!("<h1>Canal reopens</h1>{long}{many}")), of(&[], ""));
}

#[test]
fn a_name_and_a_role_without_a_space_between() {
    assert_eq!(read(&format!("<h1>Canal</h1><p class=author>Ann Lee<br>Founder</p>{STORY}")).0, ["Ann Lee"]);
    assert_eq!(
        read(&format!("<h1>Canal</h1><p class=author><b>Ann Lee</b><span>December 3, 2024</span></p>{STORY}")).0,
        ["Ann Lee"]
    );
}
