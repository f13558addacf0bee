//! The visible text of a page as a list of blocks in reading order, before anything is known about their worth.

pub(in crate::extract) mod anchor;
mod apart;
mod breaks;
mod draft;
mod enter;
mod flush;
mod inline;
pub(in crate::extract) mod numbers;
mod role;
pub(in crate::extract) mod signs;
mod tables;
mod wrapped;

use crate::article::BlockKind;

use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::Marks;

pub(crate) use draft::Draft;
use role::Role;

/// All blocks of the page.
pub(crate) fn blocks(dom: &Dom) -> Vec<Draft> {
    blocks_but(dom, &vec![false; dom.len()], &[])
}

/// The blocks of the page, but for the nodes that `skip` marks together with all below them. Those of `known`, all blocks of
/// the page, that nothing is taken out of are not read again.
pub(crate) fn blocks_but(dom: &Dom, skip: &[bool], known: &[Draft]) -> Vec<Draft> {
    let mut walk = Walk::new(dom, known.len());
    let mut known = known.iter().peekable();
    let mut node = 0;
    while node < dom.len() {
        walk.close_until(node);
        // Half of all nodes are texts, of which an element's looks need not be asked.
        let role = walk.role(node);
        let is_element = role != Role::NoElement;
        let is_drawn = is_element && walk.is_drawn_in_line(node);
        if skip[node] || is_drawn || is_element && (dom.is_unseen(node) || walk.is_sign(node, role)) {
            // A piece taken out of a paragraph leaves the text around it in one block; a block taken out parts them.
            if dom.is_inline(node) {
                walk.run.after_gap = walk.row_end == 0 && walk.run.text.ends_with(' ');
            } else if is_drawn {
                walk.leave_gap(node);
            } else if is_element && !dom.is_unseen(node) {
                walk.flush();
            }
            node = dom.end(node);
            continue;
        }
        while known.peek().is_some_and(|draft| draft.start < node) {
            known.next();
        }
        if let Some(draft) = known.next_if(|draft| draft.start == node && walk.reads_again(draft, skip)) {
            walk.take_over(draft);
            node = draft.end;
            continue;
        }
        let mark = matches!(role, Role::Link | Role::Raised).then(|| walk.mark(node)).flatten();
        if let Some(mark) = mark.filter(|_| !skip[dom.subtree(node)].contains(&true)) {
            walk.add_mark(node, &mark);
            node = dom.end(node);
            continue;
        }
        walk.enter(node, role);
        node += 1;
    }
    walk.close_until(usize::MAX);
    walk.done
}

/// What the blocks before each node amount to, one more than nodes.
pub(crate) fn sums(dom: &Dom, drafts: &[Draft], mut of: impl FnMut(&Draft) -> usize) -> Vec<usize> {
    let mut before = vec![0; dom.len() + 1];
    for draft in drafts {
        before[draft.node + 1] += of(draft);
    }
    for at in 1..before.len() {
        before[at] += before[at - 1];
    }
    before
}

struct Frame {
    node: NodeId,
    end: NodeId,
    kind: BlockKind,
}

struct Walk<'d, 'a> {
    dom: &'d Dom<'a>,
    /// For each tag of the page.
    roles: Vec<Role>,
    /// For each wording of the page, whether it may name what highlights code.
    highlighted: Marks,
    /// The node to which it has come.
    at: NodeId,
    frames: Vec<Frame>,
    run: Run,
    /// Text before these nodes is linked, bold, part of one table row, or kept line by line.
    link_end: NodeId,
    bold_end: NodeId,
    row_end: NodeId,
    pre_end: NodeId,
    /// A heading ends here whose lines are elements.
    heading_end: NodeId,
    /// An element within a line ends here that is a line by its style.
    line_end: NodeId,
    /// The columns of the table, and where the text of the cell begins.
    columns: tables::Columns,
    cell: usize,
    /// The list of the last item within the cell.
    list: NodeId,
    /// The quotations within the run, the inmost last.
    quotes: Vec<NodeId>,
    done: Vec<Draft>,
}

#[derive(Default)]
struct Run {
    text: String,
    start: NodeId,
    /// The node of its last text.
    last: NodeId,
    chars: usize,
    linked: usize,
    bold: usize,
    /// Whether nothing but a drop cap has come: what follows goes on in its word.
    after_initial: bool,
    /// Whether something was taken out right after a space, so that no space is wanted before a comma.
    after_gap: bool,
    /// Whether nothing but the mark of a note has come, as an element beside that of its text.
    is_mark: bool,
    is_joined: bool,
}

impl<'d, 'a> Walk<'d, 'a> {
    /// With room for so many blocks.
    fn new(dom: &'d Dom<'a>, blocks: usize) -> Self {
        let root = Frame { node: 0, end: dom.end(0), kind: BlockKind::Paragraph };
        let (link_end, bold_end, row_end, pre_end, heading_end, line_end, columns, cell, list) = Default::default();
        Walk {
            dom,
            roles: dom.each_tag(Role::of),
            highlighted: Marks::new(dom, &inline::HIGHLIGHTED),
            at: 0,
            frames: vec![root],
            run: Run::default(),
            link_end,
            bold_end,
            row_end,
            pre_end,
            heading_end,
            line_end,
            columns,
            cell,
            list,
            quotes: Vec::new(),
            done: Vec::with_capacity(blocks),
        }
    }

    fn role(&self, node: NodeId) -> Role {
        self.roles[self.dom.tag_number(node)]
    }

    /// Whether reading on would make this block again.
    fn reads_again(&self, draft: &Draft, skip: &[bool]) -> bool {
        let is_plain = !matches!(draft.kind, BlockKind::TableRow | BlockKind::Preformatted);
        draft.end > draft.start
            && (is_plain && self.run.chars == 0 && self.run.text.is_empty() && self.row_end == 0 && self.pre_end == 0)
            && !skip[draft.start..draft.end].contains(&true)
            && !self.is_cut_off(draft.kind, &draft.text, draft.words)
    }

    /// Adds a block, and what there is to know of the elements in it that end after it: they hold what comes next.
    fn take_over(&mut self, draft: &Draft) {
        self.done.push(draft.clone());
        let dom = self.dom;
        let next = Some(draft.end).filter(|&next| next < dom.len());
        let around = next.into_iter().flat_map(|next| dom.ancestors(next));
        around.take_while(|&node| node >= draft.start).for_each(|node| self.note_end(node, self.role(node)));
    }

    /// Remembers where a link, bold text or a line ends.
    fn note_end(&mut self, node: NodeId, role: Role) {
        let end = match role {
            Role::Link => &mut self.link_end,
            Role::Bold => &mut self.bold_end,
            Role::Span if inline::is_line(self.dom, node) => &mut self.line_end,
            _ => return,
        };
        *end = self.dom.end(node).max(*end);
    }

    /// Leaves everything that ends before `node`.
    #[inline]
    fn close_until(&mut self, node: NodeId) {
        self.at = node.min(self.dom.len());
        // Most nodes end nothing.
        let is_within = self.frames.last().is_some_and(|frame| node < frame.end);
        if !is_within || self.line_end != 0 || !self.quotes.is_empty() {
            self.close(node);
        }
    }

    /// Not a part of [`close_until`](Self::close_until), which is to be quick where nothing ends.
    #[inline(never)]
    fn close(&mut self, node: NodeId) {
        self.close_quotes(node);
        if self.line_end != 0 && self.line_end <= node {
            self.line_end = 0;
            self.next_line();
        }
        while self.frames.last().is_some_and(|frame| frame.end <= node) {
            if self.row_end <= node {
                self.row_end = 0;
            }
            self.flush();
            self.frames.pop();
            if self.pre_end <= node {
                self.pre_end = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::dom::Document;

    proptest! {
        /// Blocks that are known are those that would be read.
        #[test]
        fn what_is_known_is_what_would_be_read(
            html in "(<p>|</p>|<div>|</div>|<b>|</b>|<a href=x>|<a href=#y>|</a>|<span>|</span>|<br>|<li>|<table><tr><td>|<tr><td rowspan=2>|<td>|\
                </table>|<pre>|</pre>|<q>|</q>|<svg>|</svg>|<sup>1</sup>|<span class=dropcap>A</span>|<input>|<button>|</button>|\
                <a id=r1 href=#n1>1</a>|<span style=display:block>|<i class=icon aria-hidden=true>x</i>|, and|1\\.|<script>x</script>|T|one two |\n| ↑ |\
                twelve words go on in a block that is cut off from its first letter|\u{AD}){0,40}",
            skips in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        ) {
            let document = Document::parse(&html);
            let dom = document.dom();
            let mut skip = vec![false; dom.len()];
            skips.iter().for_each(|at| skip[at.index(dom.len())] = true);
            prop_assert_eq!(blocks_but(&dom, &skip, &blocks(&dom)), blocks_but(&dom, &skip, &[]));
        }
    }

    fn read(html: &str) -> Vec<(BlockKind, String)> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom).into_iter().map(|d| (d.kind, d.text)).collect()
    }

    fn texts(html: &str) -> Vec<String> {
        read(html).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn inline_elements_add_no_spaces() {
        assert_eq!(texts("<p>The <a href=x>U.S.</a>-led <b>co</b>alition<p>next"), ["The U.S.-led coalition", "next"]);
        assert_eq!(texts("<div>one<div>two</div>three</div>"), ["one", "two", "three"]);
    }

    #[test]
    fn two_breaks_part_paragraphs_and_one_breaks_the_line() {
        assert_eq!(
            texts("<td>First.<br><br>Second,<br>line two.<br/> <br/>Third."),
            ["First.", "Second,\nline two.", "Third."]
        );
    }

    #[test]
    fn kinds_follow_the_markup() {
        use BlockKind::*;
        let html =
            "<h2>H</h2><ul><li>a<li><p>b</ul><blockquote><p>q</blockquote><figure><figcaption>c</figcaption></figure>
            <p><strong>Why it matters</strong></p><p><strong>Bold.</strong></p><pre>x
  y</pre>";
        let kinds = [Heading(2), ListItem, ListItem, Quote, Caption, Heading(4), Paragraph, Preformatted];
        assert_eq!(read(html).into_iter().map(|(k, _)| k).collect::<Vec<_>>(), kinds);
        assert_eq!(read(html)[7].1, "x\n  y");
    }

    #[test]
    fn quotations_stand_in_the_marks_that_browsers_draw() {
        let html = "<p>He said <q>the <q>new</q> levy </q>, and: <q>«No.»</q><p><q>Left open<p>after</q> it<q></q>.";
        assert_eq!(texts(html), ["He said “the ‘new’ levy”, and: «No.»", "“Left open”", "after it."]);
        assert_eq!(texts("<p>He said “<q>no</q>” to it."), ["He said “no” to it."]);
    }

    #[test]
    fn what_a_browser_draws_within_a_line_does_not_part_it() {
        let icon = "<svg viewBox='0 0 9 9'><title>Opens</title><path d='M0 0'/></svg>";
        assert_eq!(texts(&format!("<p>with the <a href=x>E-ARK{icon}</a> standard.")), ["with the E-ARK standard."]);
        assert_eq!(texts("<p>漢<rp>(</rp><ruby>字<rt>じ</rt></ruby>の"), ["漢字の"]);
        assert_eq!(
            texts(
                "<p>Where <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow>\
                <annotation>E=m</annotation></semantics></math> holds."
            ),
            ["Where E=m holds."]
        );
    }

    #[test]
    fn code_and_poems_keep_their_lines() {
        let lines = "<pre><div><span>if a:</span></div><div>    b()</div>\n\nc()<br><br>d()</pre>";
        assert_eq!(read(lines), [(BlockKind::Preformatted, "if a:\n    b()\n\nc()\n\nd()".to_owned())]);
        assert_eq!(texts("<pre>a</pre><p>b  c"), ["a", "b c"]);
        assert_eq!(texts("<p>Roses are red,<br>\n Violets too."), ["Roses are red,\nViolets too."]);
    }

    #[test]
    fn headings_are_one_line() {
        assert_eq!(read("<h2>Who<br>pays</h2>"), [(BlockKind::Heading(2), "Who pays".to_owned())]);
        let lines = "<h1><div class=top>Who <b>really</b></div><div>pays <span>now</span></div></h1><p>Nobody.";
        assert_eq!(texts(lines), ["Who really pays now", "Nobody."]);
        assert_eq!(texts("<h2>Who pays<p>Nobody does.</p><p>Yet.</p>"), ["Who pays", "Nobody does.", "Yet."]);
    }

    #[test]
    fn rows_of_data_keep_together_and_layout_tables_fall_apart() {
        assert_eq!(
            texts("<table><tr><th>Year<th>Tonnes<tr><td><p>2019</p><td>14</table>"),
            ["Year | Tonnes", "2019 | 14"]
        );
        assert_eq!(texts("<table><tr><td>Menu<td><h1>Title</h1><p>Text</p></table>"), ["Menu", "Title", "Text"]);
    }
}
