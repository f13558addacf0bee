//! JSON that is safe on a terminal: characters that act there are written as `\u001b`, which reads as the same text.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::sanitize::is_unsafe;

/// One value on one line.
pub(super) fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    self::value(out, value)?;
    writeln!(out)
}

/// One value, without the end of a line.
pub(super) fn value(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Escaped))?;
    Ok(())
}

struct Escaped;

impl Formatter for Escaped {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_unsafe(*c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_escaped_and_reads_as_before() {
        let text = "a\u{9b}31m\u{202e}ب\n\u{1b}\"é";
        let mut out = Vec::new();
        line(&mut out, &text).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out, "\"a\\u009b31m\\u202eب\\n\\u001b\\\"é\"\n");
        assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
    }
}
