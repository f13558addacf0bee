//! What stands within a line of text, or is a line, other than its tag says.

use super::signs;
use super::{Role, Walk};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::{Marks, Wanted};
use crate::extract::text;

impl Walk<'_, '_> {
    /// The text after a drop cap: white space between is the layout's, unless the letter is a word.
    pub(super) fn after_initial<'t>(&mut self, text: &'t str) -> &'t str {
        let word = text.trim_start();
        let is_parted = word.len() < text.len() || self.run.text.ends_with(' ');
        if word.is_empty() {
            if is_parted {
                text::push_collapsed(&mut self.run.text, " ");
            }
            return word;
        }
        text::trim_end(&mut self.run.text);
        if is_parted && signs::is_word(self.dom, &self.run.text, word) {
            self.run.text.push(' ');
        }
        word
    }

    /// A control has its place between two words that nothing else parts; an icon is part of one.
    pub(super) fn leave_gap(&mut self, node: NodeId) {
        if self.dom.tag(node) != "svg" {
            text::push_collapsed(&mut self.run.text, " ");
            self.run.after_gap = true;
        }
    }

    /// Whether a node shows a sign or an icon and no words. In tables, an icon is what the cell says.
    pub(super) fn is_sign(&self, node: NodeId, role: Role) -> bool {
        let may_be_icon = matches!(role, Role::Span | Role::Icon) && self.row_end == 0;
        matches!(role, Role::Link | Role::Span) && signs::is_sign(self.dom, node)
            || may_be_icon && signs::is_icon_text(self.dom, node)
    }

    /// Before a comma, the space goes that stood before what was taken out.
    pub(super) fn close_gap(&mut self, text: &str) {
        self.run.after_gap = text.is_empty();
        if text.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '’']) {
            text::trim_end(&mut self.run.text);
        }
    }

    /// What stands in place of a reference to a note, or of a raised number.
    pub(super) fn mark(&self, node: NodeId) -> Option<String> {
        let raised = || signs::raised(self.dom, node, &self.run.text).filter(|_| node >= self.pre_end);
        signs::reference(self.dom, node).or_else(raised)
    }

    pub(super) fn add_mark(&mut self, node: NodeId, mark: &str) {
        let is_first = self.run.chars == 0;
        self.add_text(node, mark);
        self.run.is_mark = is_first && self.dom.tag(node) == "a";
    }

    /// Whether a node is a control or a picture amid a sentence: an icon in a link, anything in a paragraph. In rows of links
    /// and buttons, they part them.
    pub(super) fn is_drawn_in_line(&self, node: NodeId) -> bool {
        self.dom.is_drawn(node)
            && self.run.chars > self.run.linked
            && match self.dom.tag(node) {
                "svg" if node < self.link_end => true,
                _ => self.frames.last().is_some_and(|frame| self.dom.tag(frame.node) == "p"),
            }
    }

    /// Browsers draw the marks around `<q>`, where its text has none. Which ones depends on the language; these are
    /// understood in all.
    pub(super) fn open_quote(&mut self, node: NodeId) {
        let shown = self.dom.subtree(node).filter_map(|n| self.dom.text(n)).find(|text| !text.trim().is_empty());
        let is_quoted = self.quotes.is_empty() && self.run.text.ends_with(signs::QUOTES);
        let bare = shown.is_some_and(|text| !text.trim_start().starts_with(signs::QUOTES));
        if bare && !is_quoted && node >= self.pre_end {
            self.add_text(node, if self.quotes.is_empty() { "“" } else { "‘" });
            self.quotes.push(node);
        }
    }

    pub(super) fn close_quotes(&mut self, node: NodeId) {
        while let Some(quote) = self.quotes.pop_if(|quote| self.dom.end(*quote) <= node) {
            text::trim_end(&mut self.run.text);
            self.add_text(quote, if self.quotes.is_empty() { "”" } else { "’" });
        }
    }

    /// A drop cap or an emoji that is a picture.
    pub(super) fn add_initial(&mut self, node: NodeId) {
        if let Some(letter) = signs::drawn_initial(self.dom, node).or_else(|| signs::drawn_emoji(self.dom, node)) {
            self.add_text(node, letter);
        }
    }
}

/// Whether a style makes an element a line of its own, as poems are set in.
pub(super) fn is_line(dom: &Dom, node: NodeId) -> bool {
    /// A data: address in a style attribute can be megabytes.
    const LONGEST: usize = 200;
    let Some(style) = dom.attr(node, "style").filter(|style| style.len() <= LONGEST) else { return false };
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        property.trim().eq_ignore_ascii_case("display") && value.trim().eq_ignore_ascii_case("block")
    })
}

/// Whether an element within code is one of its lines, which a style sheet sets below each other.
pub(super) fn is_line_of_code(dom: &Dom, node: NodeId) -> bool {
    /// Words by which highlighters call a line.
    const NAMES: &[&str] = &["line", "code-line", "token-line", "highlight-line", "gatsby-highlight-code-line"];
    NAMES.iter().any(|name| dom.attr_has(node, "class", name))
}

/// Whether a node of code breaks the line.
pub(super) fn breaks_line(dom: &Dom, node: NodeId) -> bool {
    let is_break = |text: &str| text.trim_start_matches(' ').starts_with('\n');
    node < dom.len() && (dom.tag(node) == "br" || dom.text(node).is_some_and(is_break))
}

/// Whether the text of the paragraph around an element goes on after it: a button that explains a term is part of the
/// sentence.
pub(super) fn goes_on_after(dom: &Dom, node: NodeId) -> bool {
    /// Further on nothing of the same sentence stands.
    const NEAREST: usize = 64;
    let block = dom.ancestors(node).find(|&n| !dom.is_inline(n)).filter(|&n| dom.tag(n) == "p");
    let is_text = |n: NodeId| dom.text(n).is_some_and(|text| text.contains(char::is_alphabetic));
    block.is_some_and(|block| (dom.end(node)..dom.end(block)).take(NEAREST).any(is_text))
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
    dom.by_tag(dom.subtree(row), "pre").next().is_some() || dom.children(row).any(|cell| is_numbered(dom, cell))
}

/// Words of the classes that [`is_code`] asks for, which are looked for in the names of every block.
pub(super) const HIGHLIGHTED: Wanted = Wanted::new(&["enlighter", "crayon"]);

/// Whether an element that is no `<pre>` holds code, as highlighters set it: a table that tells the number of each line for
/// scripts, a cell beside such numbers, an element that is called so.
pub(super) fn is_code(dom: &Dom, highlighted: &Marks, node: NodeId) -> bool {
    const NAMES: &[&str] = &["enlighter", "crayon-pre"];
    let is_called = match dom.tag(node) {
        "table" => {
            let first = dom.by_tag(dom.subtree(node), "td").next();
            first.is_some_and(|cell| dom.attr(cell, "data-line-number").is_some())
        }
        "td" => is_numbered(dom, node),
        _ => highlighted.has(dom, node) && NAMES.iter().any(|name| dom.attr_has(node, "class", name)),
    };
    is_called && dom.by_tag(dom.subtree(node), "pre").next().is_none()
}

/// Whether a cell holds the numbers of lines, or stands beside the one that does.
fn is_numbered(dom: &Dom, cell: NodeId) -> bool {
    let is_cell = |&n: &NodeId| dom.tag(n) == "td";
    let cells: Vec<NodeId> = dom.children(dom.parent(cell)).filter(is_cell).take(3).collect();
    matches!(cells[..], [numbers, _] if cells.contains(&cell) && are_numbers(dom, numbers))
}

/// Whether all that an element shows is the numbers of lines, each in a text of its own. A single one may be that of a row.
fn are_numbers(dom: &Dom, node: NodeId) -> bool {
    let mut lines = dom.subtree(node).filter_map(|n| dom.text(n)).map(str::trim).filter(|text| !text.is_empty());
    let Some(first) = lines.next().and_then(|line| line.parse::<u32>().ok()) else { return false };
    let mut last = first;
    lines.all(|line| {
        last = last.saturating_add(1);
        line.parse() == Ok(last)
    }) && last > first
}

/// Whether a text is nothing but the numbers of lines, one below the other.
pub(super) fn are_line_numbers(text: &str) -> bool {
    let mut numbers = text.split_whitespace().map(str::parse::<u32>).peekable();
    let Some(Ok(first)) = numbers.peek().cloned() else { return false };
    numbers.zip(first..).all(|(number, next)| number == Ok(next))
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use crate::extract::dom::Document;

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
    fn code_that_stands_in_no_pre_is_code() {
        let numbers = "<td><div>1</div><div>2</div></td>";
        for html in [
            format!("<table><tr>{numbers}<td><div class=line>if a:</div><div class=line>&nbsp; <i>b()</i></div></table>"),
            "<table><tr><td data-line-number=1></td><td>if a:</td></tr>\n<tr><td data-line-number=2></td>\n<td>  b()</table>".to_owned(),
            "<div class='enlighter hl'><div><div><b>if</b> a:</div></div>\n<div><div>  b()</div></div></div>".to_owned(),
        ] {
            assert_eq!(texts(&html), ["if a:\n  b()"], "{html}");
        }
        assert_eq!(texts("<table><tr><td>1<td>if a:<tr><td>2<td>b()</table>"), ["1 | if a:", "2 | b()"]);
    }

    #[test]
    fn lines_of_code_that_are_elements_are_lines() {
        let lines = |between: &str| {
            let line = |text| format!("<span class='line old'>{text}</span>");
            let code = [line("<b>if</b> a:"), line("  b()"), line("c()")].join(between);
            texts(&format!("<pre><code>{code}{between}d()</code></pre>"))
        };
        assert_eq!(lines(""), ["if a:\n  b()\nc()\nd()"]);
        assert_eq!(lines("\n"), ["if a:\n  b()\nc()\nd()"]);
        assert_eq!(lines("<br>"), ["if a:\n  b()\nc()\nd()"]);
        assert_eq!(texts("<pre>a <span class=inline>b</span> <span class='line-number'>c</span>"), ["a b c"]);
        assert_eq!(texts("<p>a<span class=line>b</span>"), ["ab"]);
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
