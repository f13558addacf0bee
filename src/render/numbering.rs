//! Numbers of items as their list writes them.

use crate::article::Numbering;

/// The signs of Roman numbers, largest first.
const ROMAN: &[(i32, &str)] = &[
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in the letters or digits of its list; in digits where those letters have none for it.
pub(super) fn written(number: i32, numbering: Numbering) -> String {
    let letters = match numbering {
        Numbering::Digits => None,
        Numbering::LowerLetters | Numbering::UpperLetters => letters(number),
        Numbering::LowerRoman | Numbering::UpperRoman => roman(number),
    };
    let is_upper = matches!(numbering, Numbering::UpperLetters | Numbering::UpperRoman);
    let cased = |letters: String| if is_upper { letters } else { letters.to_ascii_lowercase() };
    letters.map_or_else(|| number.to_string(), cased)
}

/// A to Z, then AA, AB.
fn letters(number: i32) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|rest| *rest > 0)?;
    let mut out = String::new();
    while rest > 0 {
        let letter = (rest - 1) % 26;
        out.insert(0, char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    Some(out)
}

fn roman(number: i32) -> Option<String> {
    const MOST: i32 = 3999;
    let mut rest = Some(number).filter(|number| (1..=MOST).contains(number))?;
    let mut out = String::new();
    for (value, sign) in ROMAN {
        while rest >= *value {
            out.push_str(sign);
            rest -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_numbers() {
        let all = |numbers: &[i32], numbering| numbers.iter().map(|n| written(*n, numbering)).collect::<Vec<_>>();
        assert_eq!(all(&[1, 26, 27, 703], Numbering::LowerLetters), ["a", "z", "aa", "aaa"]);
        assert_eq!(all(&[3, 0, -2], Numbering::UpperLetters), ["C", "0", "-2"]);
        assert_eq!(all(&[4, 1994, 3999, 4000, 0], Numbering::UpperRoman), ["IV", "MCMXCIV", "MMMCMXCIX", "4000", "0"]);
        assert_eq!(all(&[8], Numbering::LowerRoman), ["viii"]);
        assert_eq!(all(&[12, i32::MIN], Numbering::Digits), ["12", "-2147483648"]);
    }
}
