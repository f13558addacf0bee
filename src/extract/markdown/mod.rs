//! Markdown: it is read as the HTML that it stands for, facts from its front matter.

mod embedded;
mod front;
mod html;

pub(crate) use front::FrontMatter;

use crate::article::{BlockKind, Place};
use crate::extract::blocks::numbers::Numbers;
use crate::extract::blocks::{self, Draft};
use crate::extract::dom::Document;
use crate::extract::repeats::place::place;
use crate::extract::text;
use crate::read::limits;

/// What a Markdown page holds.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    pub(crate) front: FrontMatter,
    /// The heading of level 1 above all of the text.
    pub(crate) heading: Option<String>,
    pub(crate) drafts: Vec<Draft>,
    /// Where each of these stands.
    pub(crate) places: Vec<Place>,
}

pub(crate) fn read(markdown: &str) -> Markdown {
    /// The seconds that the HTML of a page may take, as [`limits::check`] tells them.
    const MOST_SECONDS: u32 = 10;
    let (front, markdown) = FrontMatter::of(markdown);
    let mut html = html::html(markdown, true);
    // Pages of HTML that are too deep or too tangled to be read are refused; this one has its Markdown.
    if limits::check(&html, MOST_SECONDS).is_err() {
        html = html::html(markdown, false);
    }
    let document = Document::parse(&html);
    let dom = document.dom();
    let mut drafts = blocks::blocks(&dom);
    let is_title = drafts.first().is_some_and(|draft| draft.kind == BlockKind::Heading(1));
    let title = front.first(&["title"]).map(|title| text::folded(&title));
    let heading = is_title.then(|| drafts[0].text.clone());
    // A heading that says something else than the title is a part of the text.
    if heading.as_ref().is_some_and(|heading| title.is_none_or(|title| is_same(&title, &text::folded(heading)))) {
        drafts.remove(0);
    }
    let numbers = Numbers::new(&dom);
    // How a note is marked up tells nothing of its place on a site.
    let place = |draft| Place { path: 0, is_label: false, ..place(&dom, &numbers, draft) };
    let places = drafts.iter().map(place).collect();
    Markdown { front, heading, drafts, places }
}

/// Whether of two titles one is the other, or the beginning of it: the site's name or a second line may follow.
fn is_same(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

#[cfg(test)]
mod tests {
    use BlockKind::*;

    use super::*;
    use crate::article::{Mark, Numbering};

    fn told(markdown: &str) -> Vec<(BlockKind, String)> {
        read(markdown).drafts.into_iter().map(|draft| (draft.kind, draft.text)).collect()
    }

    fn texts(markdown: &str) -> Vec<String> {
        told(markdown).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn front_matter_and_blocks() {
        let page = read(
            "---\ntitle: \"Grids: a reckoning\"\nTags: [power, tariffs]\ndate: 2024-03-05\n---\n# Grids\n\nFirst *words* with a [link](https://a.example).\n\n## Part\n\n- one\n- two\n\n> Said so.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| | 3 \\| 4 |\n| `x` | 5\\|6 |\n",
        );
        assert_eq!(page.front.first(&["title"]).as_deref(), Some("Grids: a reckoning"));
        assert_eq!(page.front.list(&["keywords", "tags"]).unwrap(), ["power", "tariffs"]);
        assert_eq!(page.front.first(&["date"]).as_deref(), Some("2024-03-05"));
        assert_eq!(page.heading.as_deref(), Some("Grids"));
        assert_eq!(page.drafts[0].linked, 4);
        let got: Vec<_> = page.drafts.iter().map(|d| (d.kind, d.text.as_str())).collect();
        assert_eq!(
            got,
            [
                (Paragraph, "First words with a link."),
                (Heading(2), "Part"),
                (ListItem, "one"),
                (ListItem, "two"),
                (Quote, "Said so."),
                (TableRow, "a | b"),
                (TableRow, "1 | 2"),
                (TableRow, "3\u{A0}|\u{A0}4"),
                (TableRow, "x | 5|6"),
            ]
        );
    }

    #[test]
    fn a_heading_that_says_something_else_than_the_title_is_text() {
        let first = |title: &str| told(&format!("---\ntitle: {title}\n---\n# Grids\n\nText."))[0].0;
        assert_eq!((first("grids"), first("The reckoning")), (Paragraph, Heading(1)));
    }

    #[test]
    fn lists_know_their_numbers_and_what_they_stand_in() {
        let page = read("3. a\n4. b\n   - c\n\n     more\n\n1) d\n\n- [x] e\n- [ ] f\n\nToll\n: A fee.\n");
        let item = |place: &Place| place.item.map(|item| (item.depth, item.mark));
        let items: Vec<_> = page.places.iter().filter_map(item).collect();
        let number = |number| (1, Mark::Number(number, Numbering::Digits));
        let bullet = |depth| (depth, Mark::Bullet);
        assert_eq!(
            items,
            [
                number(3),
                number(4),
                bullet(2),
                bullet(2),
                number(1),
                bullet(1),
                bullet(1),
                (1, Mark::Term),
                (1, Mark::Definition)
            ]
        );
        assert_eq!(page.places[2].item, page.places[3].item);
        let texts: Vec<_> = page.drafts.iter().map(|draft| draft.text.as_str()).collect();
        assert_eq!(texts, ["a", "b", "c", "more", "d", "☑ e", "☐ f", "Toll", "A fee."]);
        assert!(page.places.iter().all(|place| place.path == 0));
    }

    #[test]
    fn tables_and_quotations_stay_apart() {
        let table = "| a | b |\n|---|---|\n\n";
        let wholes: Vec<u32> = read(&format!("{table}{table}> c\n\n<!-- -->\n\n> d\n"))
            .places
            .iter()
            .map(|place| place.table + place.quotation)
            .collect();
        assert!(wholes.windows(2).all(|pair| pair[0] != pair[1]), "{wholes:?}");
    }

    #[test]
    fn notes_stand_below_the_text_in_the_order_in_which_it_refers_to_them() {
        let page = "One[^b] two.[^a]\n\n[^a]: See *a*.\n\n    More.\n\n[^b]: See b.\n\n[^c]: Unused.\n\nEnd[^d].";
        assert_eq!(texts(page), ["One[1] two.[2]", "End[^d].", "See b.", "See a.", "More.", "Unused."]);
        let numbers: Vec<_> = read(page).places.iter().filter_map(|place| place.item).map(|item| item.mark).collect();
        assert_eq!(numbers, [1, 2, 2, 3].map(|number| Mark::Number(number, Numbering::Digits)));
    }

    #[test]
    fn a_note_reads_as_it_is_shown() {
        for (markdown, shown) in [
            ("a\nb  \nc\\\nd<br>e", "a b\nc\nd\ne"),
            ("~~a~~ &amp; \\*b\\* &copy; `<c>`", "a & *b* © <c>"),
            ("H<sub>2</sub>O, E=mc<sup>2</sup> <!-- c --> Vec<String>", "H2O, E=mc2 Vec"),
            ("![A map of *it*](a.png) A [![b](b.png)](c) map ![😀](d.png)", "A map 😀"),
            ("Use the <title> tag.", "Use the <title> tag."),
            ("Who pays[¶](#who \"Here\") [↩](#ref)", "Who pays"),
            ("[a][1] and [b]\n\n[1]: https://a.example\n[b]: <https://b.example> 'B'", "a and b"),
            ("<div align=\"center\">A <b>block</b>.</div>", "A block."),
            ("<script>\nvar a = 1;\n</script>\nb", "b"),
        ] {
            assert_eq!(texts(markdown), [shown], "{markdown}");
        }
        let code = "```rust\nfn a() {\n    b::<C>();\n}\n```\n\n    d\n      e\n";
        assert_eq!(told(code), [(Preformatted, "fn a() {\n    b::<C>();\n}"), (Preformatted, "d\n  e")].map(own));
        assert_eq!(told("> [!NOTE]\n> Mind it."), [(Quote, "Note"), (Quote, "Mind it.")].map(own));
        let rows = "<table><tr><td>a<td>b<tr><td>1<td>2</table>\n\n| c |\n|---|\n| d |\n";
        assert_eq!(told(rows), ["a | b", "1 | 2", "c", "d"].map(|row| (TableRow, row)).map(own));
    }

    fn own((kind, text): (BlockKind, &str)) -> (BlockKind, String) {
        (kind, text.to_owned())
    }

    #[test]
    fn html_that_is_left_open_hides_nothing() {
        for open in ["<div><!-- a", "<div><textarea>", "<div title=\"a", "<frameset>", "<svg>", "<div><select><option>"]
        {
            assert_eq!(
                texts(&format!("{open}\n\nAfter it.\n")).last().map(String::as_str),
                Some("After it."),
                "{open}"
            );
        }
    }

    #[test]
    fn what_is_too_deep_or_too_tangled_is_read_all_the_same() {
        let lists: String = (0..300).map(|at| format!("{}- a{at}\n", "  ".repeat(at))).collect();
        assert_eq!(texts(&lists).len(), 300);
        for deep in ["> ".repeat(30_000), "<div>".repeat(30_000) + "\n\n", "**a ".repeat(9_000) + "\n\n"] {
            assert_eq!(texts(&format!("{deep}b\n\nc")).last().map(String::as_str), Some("c"));
        }
    }
}
