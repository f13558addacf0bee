//! Small boxes that ask the reader for an address or for money: what stands beside the form or the button is worded anew by each
//! site, and goes with it.

mod pitches;

use crate::extract::blocks::{Draft, sums};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::lines::classify;
use crate::extract::trace::Cutting;

/// No such box holds more words, and none more than this share of the text that is kept.
const LONGEST: usize = 70;
const SHARE: f32 = 0.25;

/// A page with more of them compares what they offer: hosts, newsletters, courses.
const MOST: usize = 3;

/// The label of its button is no longer, in words.
const LONGEST_LABEL: usize = 5;

/// Drops what stands in one small box with a form that asks for an e-mail address, or with a button that says "Subscribe" or
/// "Donate", and what pitches such in its own words.
pub(super) fn drop_calls(
    dom: &Dom,
    drafts: &[Draft],
    is_button: impl Fn(&Draft) -> bool,
    keep: &mut [bool],
) -> Vec<Cutting> {
    let words = sums(dom, drafts, |draft| draft.words);
    let mut kept = keep.iter();
    let kept = sums(dom, drafts, |draft| if kept.next() == Some(&true) { draft.words } else { 0 });
    let most = LONGEST.min((SHARE * kept[dom.len()] as f32) as usize);
    let box_of = |node: NodeId| {
        let is_small = |&node: &NodeId| words[dom.end(node)] - words[node] <= most;
        std::iter::once(node).chain(dom.ancestors(node)).take_while(is_small).last()
    };
    let is_call = |draft: &&Draft| {
        draft.words <= LONGEST_LABEL && (draft.is_link() || is_button(draft)) && classify::is_call(draft)
    };
    let buttons = drafts.iter().filter(is_call).map(|draft| draft.node);
    let boxes = email_fields(dom).chain(buttons).filter_map(box_of);
    let mut cuttings = drop_boxes(dom, drafts, boxes.collect(), keep);
    let pitches = pitches::pitches(dom, drafts, box_of, keep);
    cuttings.extend(drop_boxes(dom, drafts, pitches, keep));
    cuttings
}

/// Drops what stands in boxes, unless there are too many.
fn drop_boxes(dom: &Dom, drafts: &[Draft], mut boxes: Vec<NodeId>, keep: &mut [bool]) -> Vec<Cutting> {
    boxes.sort_unstable();
    boxes.dedup();
    if boxes.len() > MOST {
        return Vec::new();
    }
    let mut cuttings = Vec::new();
    for (draft, keep) in drafts.iter().zip(keep).filter(|(_, keep)| **keep) {
        if boxes.iter().any(|&at| dom.subtree(at).contains(&draft.node)) {
            *keep = false;
            let why = "It stands in a small box with a form or a button that asks for an address or for money.";
            cuttings.push(Cutting::by("layout.call", why, draft.clone()));
        }
    }
    cuttings
}

/// The fields into which a visitor is to write an e-mail address.
fn email_fields<'d>(dom: &'d Dom) -> impl Iterator<Item = NodeId> + 'd {
    let names_mail = |node: NodeId, attribute| {
        dom.attr(node, attribute).is_some_and(|value| value.len() < 100 && value.to_ascii_lowercase().contains("mail"))
    };
    dom.by_tag(0..dom.len(), "input").filter(move |&node| {
        dom.attr(node, "type")
            .is_none_or(|kind| kind.eq_ignore_ascii_case("text") || kind.eq_ignore_ascii_case("email"))
            && ["type", "name", "id", "placeholder"].into_iter().any(|attribute| names_mail(node, attribute))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    const STORY: &str = "<p>The river commission said on Monday that the barrage would be closed for repairs until the spring, and \
        that each of the four provinces may draw less water than in the years before it was built.</p>";

    /// The texts that go out of a page of six paragraphs and more.
    fn dropped(html: &str) -> Vec<String> {
        let document = Document::parse(&format!("{}{html}", STORY.repeat(6)));
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep = vec![true; drafts.len()];
        drop_calls(&dom, &drafts, |_| false, &mut keep);
        drafts.iter().zip(keep).filter(|(_, keep)| !keep).map(|(draft, _)| draft.text.clone()).collect()
    }

    #[test]
    fn what_stands_beside_a_form_for_an_address_goes_with_it() {
        let letter = "<h3>The Lock</h3><p>What moves on the canal, on Fridays.</p>";
        let form = |field: &str| format!("<div>{letter}<form><input {field}></form></div>{STORY}");
        assert_eq!(dropped(&form("type=email")), ["The Lock", "What moves on the canal, on Fridays."]);
        assert_eq!(dropped(&form("name=EMAIL")).len(), 2);
        assert_eq!(dropped(&form("type=search name=q")), [""; 0]);
        // In the flow of the text only the form itself is small.
        assert_eq!(dropped(&format!("{letter}<form><input type=email></form>{STORY}")), [""; 0]);
    }

    #[test]
    fn a_button_that_asks_for_money_condemns_its_box_but_not_each_of_many() {
        let appeal = "<div><p>A word of ours</p><p>Nobody owns this paper.</p><p><a href=x>Donate</a></p></div>";
        assert_eq!(dropped(appeal).len(), 3);
        assert_eq!(dropped(&appeal.repeat(4)), [""; 0]);
        assert_eq!(dropped(&appeal.replace("Donate", "The bill")), [""; 0]);
    }

    #[test]
    fn a_pitch_goes_in_whatever_words_it_is_put() {
        let pitch = |button: &str| {
            format!(
                "<div><h3>Post from the Lock</h3><p>What moves on the canal, straight to your mailbox.</p>{button}</div>{STORY}"
            )
        };
        let gone = ["Post from the Lock", "What moves on the canal, straight to your mailbox."];
        assert_eq!(dropped(&pitch("<form><button>Yes please</button></form>"))[..2], gone);
        assert_eq!(dropped(&pitch("<p><a href=x>Count me in</a></p>"))[..2], gone);
        assert_eq!(dropped(&pitch("<div><span>you@lock.org</span> <span>Sign up</span></div>"))[..2], gone);
        assert_eq!(dropped(&pitch("<p><a href=x>Read the report</a></p>")), [""; 0]);
        assert_eq!(dropped(&pitch("")), [""; 0]);
    }

    #[test]
    fn a_pitch_in_the_flow_of_the_text_takes_the_heading_that_is_its_own() {
        let pitch = "<p>Your gift pays for the lamps. <a href=x>Give now</a></p>";
        let page = |heading: &str| dropped(&format!("<h3>The upper basin</h3>{STORY}{heading}{pitch}{STORY}"));
        assert_eq!(page("<h3>Support our work</h3>").len(), 2);
        assert_eq!(page("<h4>Night on the canal</h4>").len(), 2);
        assert_eq!(page("<h3>The lower basin</h3>").len(), 1);
        let inside = "<p>Your gift and the donation of the guild pay for the lamps, as <a href=x>Support</a> says.</p>";
        assert_eq!(dropped(&format!("{inside}{STORY}")), [""; 0]);
    }
}
