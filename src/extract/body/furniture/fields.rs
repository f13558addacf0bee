//! The fields of a form that was saved as text: "Name", "E-mail", "Website", "Send".

use super::{Text, Words};
use crate::article::BlockKind;
use crate::extract::lines::classify::{plain, plain_wordings};
use crate::extract::lines::rules;
use crate::extract::text;

static MAIL: Words = Words::new(|| plain_wordings(rules::MAIL));
static FIELDS: Words = Words::new(|| plain_wordings(rules::FIELDS));

/// So many labels in a row are a form, and none is longer, in words.
const LEAST: usize = 3;
const LONGEST: usize = 8;

/// No note above the fields is longer.
const LONGEST_NOTE: usize = 30;

/// The labels of fields in a row behind the text, one of which asks for an e-mail address and another for a name or a comment,
/// with the heading and the note right above them in the same box.
pub(super) fn fields(text: &Text) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.drafts.len() {
        let end = at + (at..text.drafts.len()).take_while(|&at| is_field(text, at)).count();
        if end - at >= LEAST && text.is_late(end) && is_form(text, at..end) {
            found.extend(head(text, at)..foot(text, at, end));
        }
        at = end.max(at + 1);
    }
    found
}

fn is_field(text: &Text, at: usize) -> bool {
    let draft = &text.drafts[at];
    draft.kind == BlockKind::Paragraph
        && draft.linked == 0
        && (draft.words <= LONGEST && !text::ends_sentence(&draft.text) || at > 0 && asks(text, at, &MAIL))
        && draft.words <= LONGEST_NOTE
}

fn is_form(text: &Text, fields: std::ops::Range<usize>) -> bool {
    let asked = |table: &Words| fields.clone().filter(|&at| asks(text, at, table)).count();
    asked(&MAIL) > 0 && asked(&FIELDS) > 0
}

/// Whether a label asks for what a table names.
fn asks(text: &Text, at: usize, table: &Words) -> bool {
    let draft = &text.drafts[at];
    if draft.words > LONGEST {
        return false;
    }
    let folded = text::folded(&draft.text);
    let line = plain(&folded);
    table.iter().any(|name| line.contains(&**name))
}

/// Where a form ends whose fields do: with what else stands in their box, a tick or a button, if it is short.
fn foot(text: &Text, fields: usize, end: usize) -> usize {
    let boxed = text.within(text.dom.parent(text.drafts[fields].node));
    let is_short = |&at: &usize| text.drafts[at].words <= LONGEST_NOTE && !text.drafts[at].is_heading();
    end + (end..boxed.end.max(end)).take_while(is_short).count()
}

/// Where a form begins whose fields begin here: at its note, or its heading.
fn head(text: &Text, fields: usize) -> usize {
    let Text { dom, drafts, .. } = text;
    let boxed = dom.parent(drafts[fields].node);
    let inside = text.within(boxed).start;
    let mut start = fields;
    while start > inside && fields - start < 2 && drafts[start - 1].words <= LONGEST_NOTE {
        start -= 1;
        if drafts[start].is_heading() {
            return start;
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::fields;

    #[test]
    fn labels_of_fields_in_a_row_are_a_form_with_its_heading_and_its_button() {
        let form = "<div><h3>Have your say</h3><p>We read every letter and may shorten it.</p><p>Your message<p>Your name<p>E-mail\
            <p>I agree to the terms.<p>Send</div>";
        assert_eq!(found(fields, form, false).len(), 7);
        assert_eq!(found(fields, form, true).len(), 0);
        let labels = |all: [&str; 3]| found(fields, &format!("<div><p>{}</div>", all.join("<p>")), false).len();
        assert_eq!(labels(["İsminiz *", "E-posta *", "Yorum"]), 3);
        assert_eq!(labels(["Ваше имя", "Электронная почта", "Сайт"]), 3);
        assert_eq!(labels(["Ann Roe", "ann@example.org", "Harbour office"]), 0);
        // What a text lists is in a list.
        assert_eq!(found(fields, "<ul><li>Name<li>E-mail<li>Message</ul>", false).len(), 0);
    }
}
