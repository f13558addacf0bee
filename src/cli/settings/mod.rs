//! Settings: what the command line leaves out, from the environment, from files, or as it is built in.
//!
//! The command line counts most, then the environment, then `pressmark.toml` in the current folder or the nearest one
//! above it that has one, then the user's own file, then what is built in. `PRESSMARK_CONFIG` names another file to take
//! in place of both, or `none`.
//!
//! A command asks [`Settings::load`] once, and each value with [`Set::or`]: `settings.limit.or(args.limit)`.

mod error;
mod file;
mod path;
mod value;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

pub(crate) use error::{SettingsError, place};
pub(crate) use file::{CONFIG, Place, Scope, Surroundings, places};
pub(crate) use path::{Paths, RulesFile};
pub(crate) use value::{Many, Megabytes, Prefer, Threads};

use crate::cli::search::{FacetArg, FormatArg, SortArg};
use crate::read::ReadOptions;
use value::Value;

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It is built in.
    Default,
    /// The variable of this name.
    Environment(&'static str),
    /// This line of a file.
    File {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::Environment(variable) => write!(f, "environment {variable}"),
            Origin::File { path, line } => f.write_str(&place(path, Some(*line))),
        }
    }
}

/// A setting: its value and where that comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Set<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

impl<T: Clone> Set<T> {
    /// What the command line says, or else the setting.
    pub(crate) fn or(&self, given: Option<T>) -> T {
        given.unwrap_or_else(|| self.value.clone())
    }
}

impl<T: Clone> Set<Many<T>> {
    /// What the command line says, be it once or several times, or else the setting.
    pub(crate) fn or_all(&self, given: &[T]) -> Vec<T> {
        if given.is_empty() { self.value.0.clone() } else { given.to_vec() }
    }
}

impl Set<Paths> {
    /// The indexes that the command line names, or else those of the setting.
    pub(crate) fn or_all(&self, given: &[PathBuf]) -> Vec<PathBuf> {
        if given.is_empty() { self.value.0.clone() } else { given.to_vec() }
    }

    /// The index that the command line names, or else that of the setting, for a command that takes just one.
    pub(crate) fn one(&self, given: Option<&Path>) -> anyhow::Result<PathBuf> {
        match (given, &self.value.0[..]) {
            (Some(given), _) => Ok(given.to_owned()),
            (None, [one]) => Ok(one.clone()),
            (None, many) => {
                anyhow::bail!("{}: there are {} indexes; say which one with --index", self.origin, many.len())
            }
        }
    }
}

/// What people are told about a setting.
pub(crate) struct Described {
    /// Its name in a file.
    pub(crate) name: &'static str,
    /// The variable that sets it.
    pub(crate) variable: &'static str,
    /// What it does, in a line.
    pub(crate) help: &'static str,
}

/// A setting as it stands.
pub(crate) struct Row<'a> {
    pub(crate) name: &'static str,
    pub(crate) value: serde_json::Value,
    pub(crate) origin: &'a Origin,
}

/// The one list of settings, from which all that goes through them one by one is made: a new setting is a row here, and
/// a `settings.NAME.or(args.NAME)` in the command that has the option.
macro_rules! settings {
    ($(#[doc = $help:literal] $name:ident: $kind:ty = $default:expr, $variable:literal;)*) => {
        /// The value of every setting, and where it comes from.
        #[derive(Debug, Clone)]
        pub(crate) struct Settings {
            $(#[doc = $help] pub(crate) $name: Set<$kind>,)*
        }

        /// What one file says.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Layer {
            $($name: Option<Spanned<toml::Value>>,)*
        }

        /// The names of the settings, in the order in which they are shown.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The settings as the manual describes them.
        pub(crate) const DESCRIBED: &[Described] =
            &[$(Described { name: stringify!($name), variable: $variable, help: $help }),*];

        impl Settings {
            fn built_in() -> Settings {
                Settings { $($name: Set { value: $default, origin: Origin::Default },)* }
            }

            fn take_file(&mut self, layer: Layer, source: &file::Source) -> Result<(), SettingsError> {
                $(if let Some(found) = layer.$name {
                    self.$name = from_file(stringify!($name), found, source)?;
                })*
                Ok(())
            }

            fn take_environment(&mut self, around: &Surroundings) -> Result<(), SettingsError> {
                $(if let Some(text) = (around.variable)($variable).filter(|text| !text.is_empty()) {
                    self.$name = from_variable($variable, text)?;
                })*
                Ok(())
            }

            /// Every setting, for `pressmark config`.
            pub(crate) fn rows(&self) -> Vec<Row<'_>> {
                vec![$(Row {
                    name: stringify!($name),
                    value: self.$name.value.shown(),
                    origin: &self.$name.origin,
                }),*]
            }
        }
    };
}

/// What indexing takes where nothing else is said, in MB.
const DEFAULT_MEMORY: u32 = 512;

settings! {
    /// Where the index is: a folder, or a list of folders
    index: Paths = Paths(vec![PathBuf::from("index")]), "PRESSMARK_INDEX";
    /// How many hits to show
    limit: usize = 10, "PRESSMARK_LIMIT";
    /// In which order to show hits: relevance, newest or oldest
    sort: SortArg = SortArg::Relevance, "PRESSMARK_SORT";
    /// How search prints: text, json, jsonl, csv, markdown, bibtex, ris or csl-json
    format: FormatArg = FormatArg::Text, "PRESSMARK_FORMAT";
    /// By what to count the matching articles: a list of section, site, author, lang, kind, tag, year, month and day
    facets: Many<FacetArg> = Many(Vec::new()), "PRESSMARK_FACETS";
    /// What ranks higher, other things being equal: none or recent
    prefer: Prefer = Prefer::None, "PRESSMARK_PREFER";
    /// Only articles in these languages: a list of codes
    lang: Many<String> = Many(Vec::new()), "PRESSMARK_LANG";
    /// Whether to show articles that are nearly the same one by one: true or false
    copies: bool = false, "PRESSMARK_COPIES";
    /// Threads that read pages, from 0 to 256; 0 is one for each core
    threads: Threads = Threads(0), "PRESSMARK_THREADS";
    /// About how much memory indexing may take, in MB; at least 64
    memory: Megabytes = Megabytes(DEFAULT_MEMORY), "PRESSMARK_MEMORY";
    /// Whether articles stay in the index whose files have vanished: true or false
    keep_vanished: bool = false, "PRESSMARK_KEEP_VANISHED";
    /// The file of your own rules for sites: a path, none, or auto for pressmark-rules.toml here or above, else rules.toml beside the user's settings
    rules: RulesFile = RulesFile::Auto, "PRESSMARK_RULES";
    /// Whether pages without a text of their own are indexed too: true or false
    all_kinds: bool = false, "PRESSMARK_ALL_KINDS";
    /// The most bytes a page may have, on disk and decompressed
    max_bytes: u64 = ReadOptions::default().max_bytes, "PRESSMARK_MAX_BYTES";
    /// The most seconds that a page may take
    max_seconds: u32 = ReadOptions::default().max_seconds, "PRESSMARK_MAX_SECONDS";
}

impl Settings {
    /// The settings of this process.
    pub(crate) fn load() -> Result<Settings, SettingsError> {
        Settings::around(&Surroundings::of_process())
    }

    /// The settings in these surroundings.
    fn around(around: &Surroundings) -> Result<Settings, SettingsError> {
        let mut settings = Settings::built_in();
        for place in places(around) {
            file::take(&mut settings, &place, around)?;
        }
        settings.take_environment(around)?;
        Ok(settings)
    }
}

fn from_file<T: Value>(
    name: &str,
    found: Spanned<toml::Value>,
    source: &file::Source,
) -> Result<Set<T>, SettingsError> {
    let (path, line) = (source.path.to_owned(), source.line(found.span().start));
    match T::from_toml(found.into_inner(), source.folder) {
        Ok(value) => Ok(Set { value, origin: Origin::File { path, line } }),
        Err(reason) => Err(SettingsError::Broken { path, line: Some(line), reason: format!("`{name}` {reason}") }),
    }
}

fn from_variable<T: Value>(variable: &'static str, text: OsString) -> Result<Set<T>, SettingsError> {
    let value = T::from_text(&text).map_err(|reason| SettingsError::Environment { variable, reason })?;
    Ok(Set { value, origin: Origin::Environment(variable) })
}

#[cfg(test)]
mod tests;
