//! What a setting may hold, and how it is read from a file, from the environment and shown.

use std::ffi::OsStr;
use std::path::Path;
use std::str::FromStr;

use clap::ValueEnum;
use serde_json::json;

use crate::cli::search::{FacetArg, FormatArg, SortArg};

/// A value of a setting. Files and the environment go through the same reading, so that both take and refuse the same.
pub(crate) trait Value: Sized {
    /// Reads the text of a variable; the error says what the value must be.
    fn from_text(text: &OsStr) -> Result<Self, String>;

    /// Reads a value of a file in this folder, which is empty if it is the current one.
    fn from_toml(value: toml::Value, _folder: &Path) -> Result<Self, String> {
        match value {
            toml::Value::String(text) => Self::from_text(text.as_ref()),
            toml::Value::Integer(number) => Self::from_text(number.to_string().as_ref()),
            toml::Value::Boolean(yes) => Self::from_text(yes.to_string().as_ref()),
            other => Err(format!("cannot be of type {}", other.type_str())),
        }
    }

    /// The value for people and programs. What JSON is made of here is written the same in TOML.
    fn shown(&self) -> serde_json::Value;
}

fn utf8(text: &OsStr) -> Result<&str, String> {
    text.to_str().map(str::trim).ok_or_else(|| "is not UTF-8".to_owned())
}

fn number<N: FromStr>(text: &OsStr) -> Result<N, String> {
    let text = utf8(text)?;
    text.parse().map_err(|_| format!("must be a whole number that is not too large, and is `{text}`"))
}

impl Value for usize {
    fn from_text(text: &OsStr) -> Result<usize, String> {
        number(text)
    }

    fn shown(&self) -> serde_json::Value {
        json!(self)
    }
}

impl Value for u64 {
    fn from_text(text: &OsStr) -> Result<u64, String> {
        number(text)
    }

    fn shown(&self) -> serde_json::Value {
        json!(self)
    }
}

impl Value for u32 {
    fn from_text(text: &OsStr) -> Result<u32, String> {
        number(text)
    }

    fn shown(&self) -> serde_json::Value {
        json!(self)
    }
}

impl Value for bool {
    fn from_text(text: &OsStr) -> Result<bool, String> {
        match utf8(text)? {
            "true" | "yes" | "on" | "1" => Ok(true),
            "false" | "no" | "off" | "0" => Ok(false),
            other => Err(format!("must be true or false, and is `{other}`")),
        }
    }

    fn shown(&self) -> serde_json::Value {
        json!(self)
    }
}

impl Value for String {
    fn from_text(text: &OsStr) -> Result<String, String> {
        match utf8(text)? {
            "" => Err("cannot be empty".to_owned()),
            text => Ok(text.to_owned()),
        }
    }

    fn shown(&self) -> serde_json::Value {
        json!(self)
    }
}

/// Reads one of the words that the option of the same name takes.
fn choice<T: ValueEnum>(text: &OsStr) -> Result<T, String> {
    let text = utf8(text)?;
    T::from_str(text, true).map_err(|_| {
        let known: Vec<String> = T::value_variants().iter().filter_map(word).collect();
        format!("must be one of {}, and is `{text}`", known.join(", "))
    })
}

fn word<T: ValueEnum>(value: &T) -> Option<String> {
    value.to_possible_value().map(|value| value.get_name().to_owned())
}

/// Settings whose words are those of an option.
macro_rules! choices {
    ($($kind:ty),*) => {$(
        impl Value for $kind {
            fn from_text(text: &OsStr) -> Result<$kind, String> {
                choice(text)
            }

            fn shown(&self) -> serde_json::Value {
                json!(word(self))
            }
        }
    )*};
}

choices!(SortArg, FormatArg, FacetArg, Prefer);

/// What ranks higher, other things being equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Prefer {
    /// Nothing: the query alone ranks.
    #[default]
    None,
    /// What was published lately.
    Recent,
}

/// Several values: a list in a file, where one alone needs no brackets; with commas between them in the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Many<T>(pub(crate) Vec<T>);

impl<T: Value> Value for Many<T> {
    fn from_text(text: &OsStr) -> Result<Many<T>, String> {
        utf8(text)?.split(',').map(|item| T::from_text(item.as_ref())).collect::<Result<_, _>>().map(Many)
    }

    fn from_toml(value: toml::Value, folder: &Path) -> Result<Many<T>, String> {
        match value {
            toml::Value::Array(items) => {
                items.into_iter().map(|item| T::from_toml(item, folder)).collect::<Result<_, _>>().map(Many)
            }
            one => Ok(Many(vec![T::from_toml(one, folder)?])),
        }
    }

    fn shown(&self) -> serde_json::Value {
        self.0.iter().map(Value::shown).collect()
    }
}

/// How many threads read pages; 0 is one for each core. More than 256 would only stand in each other's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Threads(pub(crate) u16);

impl FromStr for Threads {
    type Err = String;

    fn from_str(text: &str) -> Result<Threads, String> {
        match text.parse() {
            Ok(count @ 0..=256) => Ok(Threads(count)),
            _ => Err(format!("must be a number from 0 to 256, and is `{text}`")),
        }
    }
}

impl Value for Threads {
    fn from_text(text: &OsStr) -> Result<Threads, String> {
        utf8(text)?.parse()
    }

    fn shown(&self) -> serde_json::Value {
        json!(self.0)
    }
}

/// How much memory is taken, in MB; with less the search engine cannot write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Megabytes(pub(crate) u32);

impl FromStr for Megabytes {
    type Err = String;

    fn from_str(text: &str) -> Result<Megabytes, String> {
        match text.parse() {
            Ok(count @ 64..) => Ok(Megabytes(count)),
            _ => Err(format!("must be a whole number of at least 64, and is `{text}`")),
        }
    }
}

impl Value for Megabytes {
    fn from_text(text: &OsStr) -> Result<Megabytes, String> {
        utf8(text)?.parse()
    }

    fn shown(&self) -> serde_json::Value {
        json!(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toml(text: &str) -> toml::Value {
        text.parse::<toml::Table>().expect("TOML").remove("a").expect("a value")
    }

    #[test]
    fn files_and_variables_take_the_same() {
        assert_eq!(usize::from_text("20".as_ref()), usize::from_toml(toml("a = 20"), Path::new("")));
        assert_eq!(bool::from_text("yes".as_ref()), bool::from_toml(toml("a = true"), Path::new("")));
        let several = Many(vec![FacetArg::Section, FacetArg::Year]);
        assert_eq!(Many::from_text("section, year".as_ref()), Ok(several.clone()));
        assert_eq!(Many::from_toml(toml("a = ['section', 'year']"), Path::new("")), Ok(several));
        assert_eq!(Many::from_toml(toml("a = 'year'"), Path::new("")), Ok(Many(vec![FacetArg::Year])));
    }

    #[test]
    fn what_is_wrong_is_said_with_what_would_be_right() {
        let refused = |reason: Result<SortArg, String>| reason.expect_err("refused");
        assert_eq!(
            refused(SortArg::from_text("newst".as_ref())),
            "must be one of relevance, newest, oldest, and is `newst`"
        );
        assert_eq!(refused(SortArg::from_toml(toml("a = 1.5"), Path::new(""))), "cannot be of type float");
        assert!(usize::from_text("-1".as_ref()).is_err());
        assert!(Threads::from_text("257".as_ref()).is_err());
    }
}
