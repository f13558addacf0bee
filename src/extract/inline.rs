//! What runs on within a line of text, or is a line, other than its tag says.

use super::dom::{Dom, NodeId};

/// Whether a style makes an element a line of its own, as poems are set in.
pub(super) fn is_line(dom: &Dom, node: NodeId) -> bool {
    /// A data: address in a style attribute can be megabytes.
    const LONGEST: usize = 200;
    let Some(style) = dom.attr(node, "style").filter(|style| style.len() <= LONGEST) else { return false };
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        property.trim().eq_ignore_ascii_case("display") && value.trim().eq_ignore_ascii_case("block")
    })
}

/// Whether the text of the paragraph around an element goes on after it: a button that explains a term is part of the
/// sentence.
pub(super) fn goes_on_after(dom: &Dom, node: NodeId) -> bool {
    let block = dom.ancestors(node).find(|&n| !dom.is_inline(n)).filter(|&n| dom.tag(n) == "p");
    let is_text = |n: NodeId| dom.text(n).is_some_and(|text| text.contains(char::is_alphabetic));
    block.is_some_and(|block| (dom.end(node)..dom.end(block)).any(is_text))
}

/// Whether a heading holds nothing but its lines, each in an element. One that a page forgot to close holds the text too.
pub(super) fn is_set_in_lines(dom: &Dom, heading: NodeId) -> bool {
    const MOST_NODES: usize = 24;
    const LONGEST: usize = 200;
    let within = heading + 1..dom.end(heading);
    let bytes = || within.clone().filter_map(|n| dom.text(n)).map(|text| text.trim().len()).sum::<usize>();
    within.len() <= MOST_NODES
        && within.clone().all(|n| dom.is_inline(n) || dom.is(n, &["", "div", "br"]))
        && bytes() <= LONGEST
}

/// Whether a row of a table sets code beside the numbers of its lines.
pub(super) fn holds_code(dom: &Dom, row: NodeId) -> bool {
    dom.by_tag(dom.subtree(row), "pre").next().is_some()
}

/// Whether a text is nothing but the numbers of lines, one below the other.
pub(super) fn are_line_numbers(text: &str) -> bool {
    let mut numbers = text.split_whitespace().map(str::parse::<u32>).peekable();
    let Some(Ok(first)) = numbers.peek().cloned() else { return false };
    numbers.zip(first..).all(|(number, next)| number == Ok(next))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;

    fn texts(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom).into_iter().map(|d| d.text).collect()
    }

    #[test]
    fn elements_of_a_namespace_run_on() {
        let place = "The office in <st1:City w:st=on>Geneva</st1:City> and <st1:country-region><st1:place>Kenya</st1:place></st1:country-region>";
        assert_eq!(texts(&format!("<p>{place}, it said.<o:p></o:p>")), ["The office in Geneva and Kenya, it said."]);
    }

    #[test]
    fn controls_amid_a_sentence_do_not_part_it() {
        for control in ["<input type=checkbox>", "<select><option>a</select>", "<iframe></iframe>", "<meter>1</meter>"]
        {
            assert_eq!(
                texts(&format!("<p>It was {control}, they said, lost.")),
                ["It was, they said, lost."],
                "{control}"
            );
            assert_eq!(texts(&format!("<p>It was.{control}They said.")), ["It was. They said."], "{control}");
        }
        assert_eq!(texts("<form><label>Name</label><input><label>Town</label><input></form>"), ["Name", "Town"]);
        assert_eq!(texts("<p>A <button>pact</button>, they say."), ["A pact, they say."]);
        assert_eq!(
            texts("<p>A pact.<button>Copy</button></p><p><button>Share</button> it"),
            ["A pact.", "Copy", "Share", "it"]
        );
    }

    #[test]
    fn a_line_by_its_style_is_a_line() {
        let line = |text| format!("<span style='padding: 1em; Display: block'>{text}</span>");
        assert_eq!(
            texts(&format!("<p>{}{}after it", line("No papers"), line("at night"))),
            ["No papers\nat night\nafter it"]
        );
        assert_eq!(texts("<h2>Who <span style='display:block'>pays</span></h2>"), ["Who pays"]);
        assert_eq!(texts("<p>In<span style='display:inline-block'>line"), ["Inline"]);
    }

    #[test]
    fn code_beside_the_numbers_of_its_lines_is_code() {
        let html = "<table><tr><td><pre>1\n2</pre><td><pre>if a:\n  b()</pre></table><pre>1\n3</pre>";
        assert_eq!(texts(html), ["if a:\n  b()", "1\n3"]);
    }

    #[test]
    fn nothing_stands_before_a_comma_where_a_piece_was_taken_out() {
        let icon = "<i class=material-icons>open_in_new</i>";
        assert_eq!(
            texts(&format!("<p>See the paper {icon}, and the {icon} annex.")),
            ["See the paper, and the annex."]
        );
        let hidden = "<p>Gas <span class='fa fa-fire' aria-hidden=true>x</span>and <span aria-hidden=true>oil</span>";
        assert_eq!(texts(hidden), ["Gas and oil"]);
        assert_eq!(texts(&format!("<table><tr><td>Fast<td>{icon}</table>")), ["Fast | open_in_new"]);
    }
}
