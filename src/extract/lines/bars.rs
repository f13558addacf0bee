//! Bars of labels and links that are known by what stands beside them: on a page without structure "E-Mail" may be a line of
//! the text, and is none between "Facebook" and "Print".

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::classify::{begins, opens_window, plain};
use super::rules::{self, AFTER, BEFORE, BESIDE, LINES, LineRule, position, wordings};
use crate::extract::blocks::Draft;
use crate::extract::text;

/// So many labels in a row, or lines of them, are a bar.
const LEAST: usize = 3;

/// No bar in one line is longer, in words (of Chinese, characters), and no label.
const LONGEST: usize = 60;
const LONGEST_LABEL: usize = 4;

/// Gives the lines of bars their rules, where they have none.
pub(super) fn mark(drafts: &[Draft], rules: &mut [Option<&'static LineRule>]) {
    let rule = |id| position(id).map(|at| &LINES[at]);
    let lines: Vec<Option<String>> = drafts.iter().map(line).collect();
    mark_labels(drafts, &lines, rules, rule("text.share"));
    mark_neighbours(drafts, &lines, rules, rule("text.read-also-line"));
}

/// Gives the rule on labels to lines of nothing else, and to those that stand in a row with labels.
fn mark_labels(
    drafts: &[Draft],
    lines: &[Option<String>],
    rules: &mut [Option<&'static LineRule>],
    label: Option<&'static LineRule>,
) {
    for ((draft, line), rule) in drafts.iter().zip(lines).zip(&mut *rules) {
        if let (Some(line), None) = (line, &rule) {
            *rule = label.filter(|_| is_bar(draft, line));
        }
    }
    let kind = |(rule, line): (&Option<&LineRule>, &Option<String>)| match (rule, line) {
        (Some(rule), _) if label.is_some_and(|label| label.id == rule.id) => Kind::Label,
        (None, Some(line)) if LABELS[1].contains(&**line) => Kind::Beside,
        _ => Kind::Other,
    };
    let kinds: Vec<Kind> = rules.iter().zip(lines).map(kind).collect();
    let mut start = 0;
    for run in kinds.chunk_by(|a, b| (*a == Kind::Other) == (*b == Kind::Other)) {
        let end = start + run.len();
        if run.len() >= LEAST && 2 * run.iter().filter(|kind| **kind == Kind::Label).count() >= run.len() {
            fill(&mut rules[start..end], label);
        }
        start = end;
    }
}

/// Gives the rule on links to a line that leads to the article before and the next line, which leads to the one after.
fn mark_neighbours(
    drafts: &[Draft],
    lines: &[Option<String>],
    rules: &mut [Option<&'static LineRule>],
    link: Option<&'static LineRule>,
) {
    let way = |(draft, line): (&Draft, &Option<String>)| way(draft, line.as_ref()?);
    let ways: Vec<Option<Way>> = drafts.iter().zip(lines).map(way).collect();
    for (at, pair) in ways.windows(2).enumerate() {
        if let [Some(a), Some(b)] = pair
            && a != b
        {
            fill(&mut rules[at..=at + 1], link);
        }
    }
}

fn fill(rules: &mut [Option<&'static LineRule>], with: Option<&'static LineRule>) {
    rules.iter_mut().filter(|rule| rule.is_none()).for_each(|rule| *rule = with);
}

/// What a short line says that is no heading and no sentence, as the tables have it.
fn line(draft: &Draft) -> Option<String> {
    let is_line =
        draft.words <= LONGEST && !draft.is_heading() && !text::ends_sentence(draft.text.trim_end_matches(BRACKETS));
    is_line.then(|| plain(&text::folded(&draft.text)).into_owned())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Label,
    /// It is one beside labels.
    Beside,
    Other,
}

/// The wordings of labels, and those that are labels beside such.
static LABELS: LazyLock<[FxHashSet<Cow<'static, str>>; 2]> =
    LazyLock::new(|| [rules::LABELS, BESIDE].map(|table| wordings(table).map(|wording| plain(wording.text)).collect()));

/// Brackets with which a label ends that opens a window.
const BRACKETS: [char; 2] = [')', '）'];

/// Whether a line is nothing but labels, without a mark between them: "Share Facebook Twitter Print"; or several that open a
/// window.
fn is_bar(draft: &Draft, line: &str) -> bool {
    if draft.text.ends_with(BRACKETS) && draft.text.matches(BRACKETS).count() > 1 {
        return opens_window(line);
    }
    if draft.text.contains([',', ';', '.', '!', '?', '、', '،', '。']) {
        return false;
    }
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let (mut at, mut count, mut sure) = (0, 0, 0);
    while at < words.len() {
        let longest = (1..=LONGEST_LABEL.min(words.len() - at)).rev().find_map(|length| {
            let label = words[at..at + length].join(" ");
            let table = (0..2).find(|&table| LABELS[table].contains(&*label))?;
            Some((length, table))
        });
        let Some((length, table)) = longest else { return false };
        at += length;
        count += 1;
        // "Share this story" is nothing else either.
        sure += usize::from(table == 0 || length > 2);
    }
    count >= LEAST && 2 * sure >= count
}

/// Where a link to a neighbour of an article leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    On,
}

/// What a link says, and its way.
type Said = (Cow<'static, str>, Way);

/// What such links say, by the first character.
static WAYS: LazyLock<FxHashMap<char, Vec<Said>>> = LazyLock::new(|| {
    let mut ways: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for (table, way) in [(BEFORE, Way::Back), (AFTER, Way::On)] {
        for text in wordings(table).map(|wording| plain(wording.text)) {
            ways.entry(text.chars().next().unwrap_or_default()).or_default().push((text, way));
        }
    }
    ways
});

/// The way of a line that says "Previous article", or "Next" and mostly links to it.
fn way(draft: &Draft, line: &str) -> Option<Way> {
    let is_linked = draft.link_density() > 0.4;
    let known = WAYS.get(&line.chars().next()?)?;
    known.iter().find(|(text, _)| (is_linked || text.contains(' ')) && begins(line, text)).map(|(_, way)| *way)
}

#[cfg(test)]
mod tests {
    use super::super::classify::rule_at;
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn rules(html: &str) -> Vec<&'static str> {
        let document = Document::parse(html);
        let drafts = blocks(&document.dom());
        let mut rules: Vec<_> = drafts.iter().map(rule_at).collect();
        mark(&drafts, &mut rules);
        rules.into_iter().map(|rule| rule.map_or("", |rule| rule.id)).collect()
    }

    #[test]
    fn labels_beside_others_are_labels() {
        assert_eq!(rules("<p>Teilen<p>Facebook<p>E-Mail<p>Drucken"), ["text.share"; 4]);
        assert_eq!(rules("<p>Compartir<p>Correo<p>Guardar<p>Imprimir<p>WhatsApp"), ["text.share"; 5]);
        for text in [
            "<p>Mehr<p>E-Mail<p>Drucken",
            "<p>E-Mail<p>The council voted.<p>Teilen",
            "<h3>Line</h3><p>Facebook<p>Print",
        ] {
            assert!(rules(text).contains(&""), "{text}");
        }
    }

    #[test]
    fn a_line_of_nothing_but_labels_is_a_bar() {
        for line in [
            "Teilen Facebook Twitter WhatsApp E-Mail Link kopieren",
            "Comparte esta noticia Guardar Enlace copiado",
            "分享到： 微信 微博 QQ空间 复制链接",
            "Share: Click to share on Facebook (Opens in new window) Click to print (Opens in new window)",
            "Teilen: Klick, um über Twitter zu teilen (Wird in neuem Fenster geöffnet) Klicken zum Ausdrucken (Wird in neuem Fenster geöffnet)",
        ] {
            assert_eq!(rules(&format!("<div>{line}</div>")), ["text.share"], "{line}");
        }
        for text in [
            "Facebook, Twitter, WhatsApp",
            "Facebook and Twitter print money",
            "Facebook Twitter",
            "More Line Mail Facebook",
        ] {
            assert_eq!(rules(&format!("<div>{text}</div>")), [""], "{text}");
        }
    }

    #[test]
    fn links_to_the_article_before_and_after_stand_together() {
        let pair = |before: &str, after: &str| {
            rules(&format!("<p>{before} <a href=x>The dam broke</a><p>{after} <a href=y>The lock held</a>"))
        };
        for (before, after) in [
            ("Older", "Newer"),
            ("Précédent", "Suivant →"),
            ("السابق", "التالي"),
            ("上一篇文章", "下一篇文章"),
            ("前の記事へ", "次の記事へ"),
        ] {
            assert_eq!(pair(before, after), ["text.read-also-line"; 2], "{before}");
        }
        assert_eq!(
            rules("<p>Previous article: The dam broke<p>Next article: The lock held"),
            ["text.read-also-line"; 2]
        );
        assert_eq!(pair("Older", "The"), ["", ""]);
        assert_eq!(rules("<p>Previous dams broke<p>Next they held"), ["", ""]);
        assert_eq!(rules("<p>The previous article was long.<p>Next article, please."), ["", ""]);
    }
}
