//! Settings that name files and folders. In a file they are those of its folder.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde_json::json;

use super::value::{Many, Value};
use crate::read::path_text;

impl Value for PathBuf {
    fn from_text(text: &OsStr) -> Result<PathBuf, String> {
        if text.is_empty() { Err("must name a folder".to_owned()) } else { Ok(PathBuf::from(text)) }
    }

    fn from_toml(value: toml::Value, folder: &Path) -> Result<PathBuf, String> {
        match value {
            toml::Value::String(text) => Ok(folder.join(from_home(PathBuf::from_text(text.as_ref())?)?)),
            other => Err(format!("must be a path in quotation marks, and is of type {}", other.type_str())),
        }
    }

    fn shown(&self) -> serde_json::Value {
        json!(path_text(self))
    }
}

/// `~/index` in a file, where no shell is that would know what it means.
fn from_home(path: PathBuf) -> Result<PathBuf, String> {
    match path.strip_prefix("~") {
        Ok(rest) => {
            let home = etcetera::home_dir().map_err(|_| "is in the home folder, and there is none".to_owned())?;
            Ok(home.join(rest))
        }
        Err(_) => Ok(path),
    }
}

/// Folders, at least one: as `PATH` has them in the environment, a path or a list of them in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paths(pub(crate) Vec<PathBuf>);

impl Paths {
    fn some(paths: Vec<PathBuf>) -> Result<Paths, String> {
        if paths.is_empty() { Err("must name a folder".to_owned()) } else { Ok(Paths(paths)) }
    }
}

impl Value for Paths {
    fn from_text(text: &OsStr) -> Result<Paths, String> {
        Paths::some(std::env::split_paths(text).filter(|path| !path.as_os_str().is_empty()).collect())
    }

    fn from_toml(value: toml::Value, folder: &Path) -> Result<Paths, String> {
        Paths::some(Many::from_toml(value, folder)?.0)
    }

    /// One path is shown without brackets, as it is most often written.
    fn shown(&self) -> serde_json::Value {
        match &self.0[..] {
            [one] => one.shown(),
            many => many.iter().map(Value::shown).collect(),
        }
    }
}

/// Which file of rules for sites to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum RulesFile {
    /// That of the folder of work, or the user's own.
    #[default]
    Auto,
    /// None at all.
    None,
    /// This one.
    Named(PathBuf),
}

impl FromStr for RulesFile {
    type Err = String;

    fn from_str(text: &str) -> Result<RulesFile, String> {
        match text {
            "" => Err("must name a file, or be auto or none".to_owned()),
            "auto" => Ok(RulesFile::Auto),
            "none" => Ok(RulesFile::None),
            path => Ok(RulesFile::Named(PathBuf::from(path))),
        }
    }
}

impl Value for RulesFile {
    fn from_text(text: &OsStr) -> Result<RulesFile, String> {
        match text.to_str() {
            Some(text) => text.parse(),
            None => Ok(RulesFile::Named(PathBuf::from(text))),
        }
    }

    fn from_toml(value: toml::Value, folder: &Path) -> Result<RulesFile, String> {
        match value {
            toml::Value::String(text) => match text.parse()? {
                RulesFile::Named(path) => Ok(RulesFile::Named(folder.join(from_home(path)?))),
                other => Ok(other),
            },
            other => Err(format!("must be a path in quotation marks, and is of type {}", other.type_str())),
        }
    }

    fn shown(&self) -> serde_json::Value {
        match self {
            RulesFile::Auto => json!("auto"),
            RulesFile::None => json!("none"),
            RulesFile::Named(path) => json!(path_text(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toml(text: &str) -> toml::Value {
        text.parse::<toml::Table>().expect("TOML").remove("a").expect("a value")
    }

    #[test]
    fn paths_are_those_of_the_folder_of_the_file() {
        let paths = |text: &str| Paths::from_toml(toml(text), Path::new("/project")).expect("paths").0;
        assert_eq!(paths("a = 'index'"), [Path::new("/project/index")]);
        assert_eq!(paths("a = ['one', '/two']"), [Path::new("/project/one"), Path::new("/two")]);
        let home = etcetera::home_dir().expect("a home");
        assert_eq!(paths("a = '~/index'"), [home.join("index")]);
    }

    #[test]
    fn no_folder_and_no_path_are_refused() {
        for wrong in ["a = []", "a = ''", "a = 3"] {
            assert!(Paths::from_toml(toml(wrong), Path::new("")).is_err(), "{wrong}");
        }
    }
}
