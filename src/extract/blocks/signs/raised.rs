//! Raised and lowered numbers that are no links: powers, fractions, marks of notes.

use super::{LONGEST_NUMBER, texts};
use crate::extract::dom::{Dom, NodeId};

/// A raised or lowered number as it stands after the text before it: a power after a digit, the lower half of a fraction, or,
/// after a word or a sentence, the mark of a note. After anything else it stands as it is, so that CO2 and m2 are found.
pub(crate) fn raised(dom: &Dom, node: NodeId, before: &str) -> Option<String> {
    let is_raised = match dom.tag(node) {
        "sup" => true,
        "sub" => false,
        _ => return None,
    };
    let mut shown = texts(dom, node).map(str::trim).filter(|text| !text.is_empty());
    let number = shown.next().filter(|_| shown.next().is_none())?;
    let digits = number.trim_start_matches(['-', '−', '–', '+']);
    let is_number = (1..=LONGEST_NUMBER).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_number || number.chars().count() > digits.len() + 1 {
        return None;
    }
    let scripts = if is_raised { RAISED } else { LOWERED };
    let as_script =
        || number.chars().map(|c| scripts.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, script)| *script));
    let last = before.chars().next_back()?;
    let follows = match (is_raised, last) {
        (true, _) => last.is_ascii_digit(),
        (false, '⁄' | '/') => {
            before[..before.len() - last.len_utf8()].ends_with(|c| RAISED.iter().any(|(_, raised)| *raised == c))
        }
        (false, _) => false,
    };
    if follows {
        return Some(as_script().collect());
    }
    let is_mark = is_raised && digits.len() == number.len() && !number.starts_with('0') && ends_as_before_note(before);
    is_mark.then(|| format!("[{number}]"))
}

const RAISED: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('–', '⁻'),
];

const LOWERED: &[(char, char)] = &[
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
];

/// Whether a text ends in a word that is no unit, or in a sentence; that of a year, since a point after a shorter number may
/// be one of a price.
fn ends_as_before_note(text: &str) -> bool {
    const LEAST: usize = 4;
    let ends_in = |text: &str, of: fn(char) -> bool| text.chars().rev().take(LEAST).filter(|c| of(*c)).count() == LEAST;
    let after = |text: &str| text.ends_with(|c: char| c.is_alphabetic() || "”\"’».!?)]".contains(c));
    let sentence = text.strip_suffix(['.', ',', ';', '!', '?', '”', '"', '’', '»', ')', '。']);
    ends_in(text, char::is_alphabetic)
        || sentence.is_some_and(|text| after(text) || ends_in(text, |c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;

    #[test]
    fn raised_numbers_do_not_become_part_of_others() {
        let html = "<p>10<sup>6</sup> or 10<sup>−9</sup>, 3<sup>1</sup>⁄<sub>2</sub> km<sup>2</sup>, CO<sub>2</sub>, <sup>1</sup>/<sub>2</sub> \
            of exports<sup>3</sup>, x<sup>2</sup>, in 2019.<sup>4</sup> $4.<sup>99</sup> He left.”<sup>12</sup>";
        assert_eq!(texts(html), ["10⁶ or 10⁻⁹, 3¹⁄₂ km2, CO2, 1/2 of exports[3], x2, in 2019.[4] $4.99 He left.”[12]"]);
    }
}
