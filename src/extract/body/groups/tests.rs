use super::*;
use crate::extract::blocks;
use crate::extract::dom::Document;

fn story(paragraphs: usize) -> String {
    (1..=paragraphs)
        .map(|n| {
            format!("<p>The river commission said on Monday that barrage {n} would be closed for repairs until the \
                spring, and that each of the four provinces may draw less water than in the years before it was built.</p>")
        })
        .collect()
}

#[test]
fn a_table_stands_as_a_whole_with_its_caption() {
    let table = "<figure><table><caption>Water drawn</caption><tr><th>Province<th>Share<tr><td>Upper Valley<td>41 per cent of \
        the flow<tr><td>Lower Valley<td>27 per cent of the flow<tr><td>Coast<td>32 per cent of the flow</table></figure>";
    let document = Document::parse(table);
    let dom = document.dom();
    let drafts = blocks::blocks(&dom);
    assert_eq!(drafts.len(), 5);
    let mut keep = [false, false, true, true, true];
    keep_whole(&dom, &drafts, &vec![0; dom.len()], &mut keep);
    assert_eq!(keep, [true; 5]);
    keep = [false, true, false, false, false];
    keep_whole(&dom, &drafts, &vec![0; dom.len()], &mut keep);
    assert_eq!(keep, [false; 5]);
}

#[test]
fn a_table_of_data_amid_the_text_belongs_to_it() {
    let table = "<h2>In figures</h2><table><caption>Gates</caption><tr><th>Year<th>Gates<tr><td>2019<td>4</table>";
    let kept = |html: &str, text: &[usize]| {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks::blocks(&dom);
        let mut keep: Vec<bool> = (0..drafts.len()).map(|at| text.contains(&at)).collect();
        keep_whole(&dom, &drafts, &vec![0; dom.len()], &mut keep);
        keep.iter().filter(|keep| **keep).count()
    };
    let amid = format!("<article>{}{table}{}</article>", story(1), story(1));
    assert_eq!(kept(&amid, &[0, 5]), 5);
    assert_eq!(kept(&amid, &[0, 1, 5]), 6);
    assert_eq!(kept(&format!("<article>{}{table}</article>", story(1)), &[0, 1]), 2);
}

#[test]
fn a_row_of_one_cell_goes_with_its_table() {
    let row = "<tr><td>Upper Valley<td>41 per cent of the flow";
    let html =
        format!("<table>{row}{row}<tr><td colspan=2>Lower Valley{row}<tr><td colspan=2>Source: the ministry</table>");
    let document = Document::parse(&html);
    let dom = document.dom();
    let drafts = blocks::blocks(&dom);
    let mut keep = [true, true, false, false, false];
    keep_whole(&dom, &drafts, &vec![0; dom.len()], &mut keep);
    assert_eq!(keep, [true; 5]);
}

#[test]
fn whose_words_a_quotation_is_goes_with_it() {
    let kept = |after: &str, quote: bool| {
        let document = Document::parse(&format!("<blockquote><p>We waited for nine years.</p></blockquote>{after}"));
        let dom = document.dom();
        let drafts = blocks::blocks(&dom);
        let mut keep = vec![quote, false];
        keep_attributions(&dom, &drafts, &vec![0; dom.len()], &mut keep);
        keep[1]
    };
    assert!(kept("<p>— A clerk in Lesbos", true) && !kept("<p>— A clerk in Lesbos", false));
    assert!(!kept("<p>More on this", true));
}

#[test]
fn a_list_that_a_sentence_announces_goes_with_it() {
    let kept = |line: &str, hint: u32, after: bool| {
        let html =
            format!("<p>{line}</p><ul><li>Upper lock<li>Lower lock<ol><li>Gate</ol></ul><ul><li>Menu</ul><p>End");
        let document = Document::parse(&html);
        let dom = document.dom();
        let drafts = blocks::blocks(&dom);
        let mut keep = vec![true, false, false, false, after, true];
        keep_announced(&dom, &drafts, &vec![hint; dom.len()], &mut keep);
        keep[1..4].to_vec()
    };
    let line = "The locks that the council closed in the spring are these:";
    assert_eq!(kept(line, 0, true), [true; 3]);
    let document = Document::parse(&format!(
        "<p>{line}<div role=list><div role=listitem>• Upper lock</div><div role=listitem><div>• Gate</div></div></div><p>End"
    ));
    let mut keep = vec![true, false, false, true];
    keep_announced(&document.dom(), &blocks::blocks(&document.dom()), &vec![0; document.dom().len()], &mut keep);
    assert_eq!(keep, [true; 4]);
    for (line, hint, after) in
        [(line, 1, true), (line, 0, false), ("The locks are closed.", 0, true), ("Locks:", 0, true)]
    {
        assert_eq!(kept(line, hint, after), [false; 3], "{line}");
    }
}

#[test]
fn code_amid_the_text_belongs_to_it() {
    let html = format!("{0}<pre>open 4</pre><pre>close 4</pre>{0}<pre>stop</pre>", story(1));
    let document = Document::parse(&html);
    let drafts = blocks::blocks(&document.dom());
    let kept = |hint: u32, text: [bool; 5]| {
        let mut keep = text;
        keep_preformatted(&drafts, &vec![hint; document.dom().len()], &mut keep);
        keep
    };
    assert_eq!(kept(0, [true, false, false, true, false]), [true, true, true, true, false]);
    assert_eq!(kept(0, [false, false, false, true, false]), [false, false, false, true, false]);
    assert_eq!(kept(1, [true, false, false, true, false]), [true, false, false, true, false]);
}

#[test]
fn what_stands_beside_code_parts_it_from_no_text() {
    let kept = |html: &str, text: &[bool]| {
        let document = Document::parse(html);
        let mut keep = text.to_vec();
        let drafts = blocks::blocks(&document.dom());
        keep_preformatted(&drafts, &vec![0; document.dom().len()], &mut keep);
        keep
    };
    let code = |text: &str| format!("{}<div><span>gates.py</span><pre>open 4</pre>{text}</div>{0}", story(1));
    let button = code("<button>Copy the code</button>");
    assert_eq!(kept(&button, &[true, false, false, false, true]), [true, false, true, false, true]);
    let other = code("<p>The lock keeper of the upper barrage said that he had never been asked.</p>");
    assert_eq!(kept(&other, &[true, false, false, false, true]), [true, false, false, false, true]);
    let last = "<p>The whole program:</p><pre>open 4</pre><p>Menu";
    assert_eq!(kept(last, &[true, false, false]), [true, true, false]);
    assert_eq!(kept(last, &[false, false, false]), [false, false, false]);
    assert_eq!(kept(&format!("{}{last}", story(1)), &[true, false, false, false]), [true, true, true, false]);
}

#[test]
fn questions_and_answers_in_one_row_belong_together() {
    let kept = |mark: &str, text: &[bool]| {
        let answer = |text: &str| format!("<details><summary>Who pays{mark}</summary><p>{text}</p></details>");
        let long = "The council pays for all of the repairs until the spring of next year.";
        let html = format!("{}{}<p>Menu</p>{}", answer(long), answer("Nobody does."), answer("No."));
        let document = Document::parse(&html);
        let dom = document.dom();
        let mut keep = text.to_vec();
        keep_answers(&dom, &blocks::blocks(&dom), &vec![0; dom.len()], &mut keep);
        keep
    };
    let first = [false, true, false, false, false, false, false];
    assert_eq!(kept("?", &first), [true, true, true, true, false, false, false]);
    assert_eq!(kept("", &first), [true, true, false, false, false, false, false]);
    assert_eq!(kept("?", &[false; 7]), [false; 7]);
}

#[test]
fn a_heading_of_the_second_level_amid_the_text_belongs_to_it() {
    let kept = |heading: &str, text: [bool; 3]| {
        let document = Document::parse(&format!("{0}<{heading}>Gates</{heading}>{0}", story(1)));
        let dom = document.dom();
        let mut keep = text;
        keep_headings(&dom, &blocks::blocks(&dom), &vec![0; dom.len()], &mut keep);
        keep[1]
    };
    assert!(kept("h2", [true, false, true]));
    assert!(!kept("h2", [false, false, true]) && !kept("h2", [true, false, false]));
    assert!(!kept("h3", [true, false, true]));
}

#[test]
fn a_heading_that_opens_a_list_or_a_part_belongs_to_it() {
    let kept = |html: &str, text: &[bool]| {
        let document = Document::parse(html);
        let dom = document.dom();
        let mut keep = text.to_vec();
        keep_openings(&blocks::blocks(&dom), &vec![0; dom.len()], &mut keep);
        keep
    };
    let list = format!("{}<h3 class=a>For</h3><ul><li>Quick</ul><h3 class=b>Against</h3><ul><li>Far</ul>", story(1));
    assert_eq!(kept(&list, &[true, true, true, false, true]), [true; 5]);
    assert_eq!(kept(&list, &[true, false, true, false, true]), [true, false, true, false, true]);
    assert_eq!(kept(&list, &[true, true, false, false, true]), [true, true, false, false, true]);
    let part = format!("{0}<h2>Gates</h2><h3>Upper</h3>{0}", story(1));
    assert_eq!(kept(&part, &[true, false, true, true]), [true; 4]);
    assert_eq!(kept(&part, &[false, false, true, true]), [false, false, true, true]);
}

#[test]
fn titles_in_a_list_stand_or_fall_together() {
    let teaser = |class: &str| format!("<h3 class={class}>Gates</h3>{}", story(1));
    let document = Document::parse(&format!("{}{}{}", teaser("a"), teaser("a"), teaser("b")));
    let dom = document.dom();
    let drafts = blocks::blocks(&dom);
    let mut keep = vec![true, true, false, true, false, true];
    keep_headings(&dom, &drafts, &vec![0; dom.len()], &mut keep);
    assert_eq!(keep, [true, true, true, true, false, true]);
}
