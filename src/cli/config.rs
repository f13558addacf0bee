//! `pressmark config`: the settings as they stand, and where each comes from.

use std::io::{Write, stdout};

use clap::Args;
use serde_json::json;

use super::exit::Exit;
use super::folders;
use super::format::FormatArg;
use super::settings::{Origin, Place, Row, Scope, Settings, Surroundings, places};
use crate::read::path_text;
use crate::render::sanitize;

/// Show the settings, and where each comes from
///
/// The command line counts most; then the environment (PRESSMARK_LIMIT and so on); then pressmark.toml in this folder or
/// the nearest above it that has one; then config.toml in your folder of settings; then what is built in. What is printed
/// can be the start of such a file. PRESSMARK_CONFIG names another file to read in place of both, or is `none`.
#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    /// Show the places where settings and data are looked for instead
    #[arg(long)]
    path: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

pub(crate) fn run(args: &ConfigArgs) -> anyhow::Result<Exit> {
    // The places are shown without reading the files, so that they can be found when one of them is broken.
    let text = match (args.path, args.format) {
        (true, FormatArg::Text) => looked_at(),
        (true, FormatArg::Json) => looked_at_json(),
        (false, FormatArg::Text) => Settings::load()?.rows().iter().map(line).collect(),
        (false, FormatArg::Json) => json_of(&Settings::load()?.rows()),
    };
    stdout().lock().write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

/// `limit = 20  # /home/u/.config/pressmark/config.toml:3`, which is a line of TOML.
fn line(row: &Row) -> String {
    format!(
        "{} = {}  # {}\n",
        row.name,
        sanitize::line(&row.value.to_string()),
        sanitize::line(&row.origin.to_string())
    )
}

/// One object: for each setting its value, `from` (`default`, `environment` or `file`), and which variable, or which
/// file and line.
fn json_of(rows: &[Row]) -> String {
    let all: serde_json::Map<_, _> = rows.iter().map(|row| (row.name.to_owned(), json_row(row))).collect();
    format!("{}\n", serde_json::Value::from(all))
}

fn json_row(row: &Row) -> serde_json::Value {
    let value = &row.value;
    match row.origin {
        Origin::Default => json!({ "value": value, "from": "default" }),
        Origin::Environment(variable) => json!({ "value": value, "from": "environment", "variable": variable }),
        Origin::File { path, line } => {
            json!({ "value": value, "from": "file", "file": path_text(path), "line": line })
        }
    }
}

fn scope(place: &Place) -> &'static str {
    match place.scope {
        Scope::User => "user",
        Scope::Project => "folder",
        Scope::Named => "PRESSMARK_CONFIG",
    }
}

/// The places, those that count more first.
fn looked_at() -> String {
    let mut out = String::new();
    for place in places(&Surroundings::of_process()).iter().rev() {
        let state = if place.is_there() { "read" } else { "not there" };
        out += &format!("{}: {} ({state})\n", scope(place), sanitize::line(&path_text(&place.path)));
    }
    if let Some(folder) = folders::data() {
        out += &format!("data: {}\n", sanitize::line(&path_text(&folder)));
    }
    out
}

fn looked_at_json() -> String {
    let files: Vec<serde_json::Value> = places(&Surroundings::of_process())
        .iter()
        .rev()
        .map(|place| json!({ "scope": scope(place), "path": path_text(&place.path), "there": place.is_there() }))
        .collect();
    let data = folders::data().map(|folder| path_text(&folder));
    format!("{}\n", json!({ "files": files, "data": data }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_toml_with_where_it_comes_from() {
        let origin = Origin::File { path: "/etc/a b.toml".into(), line: 3 };
        let row = Row { name: "facets", value: json!(["year", "a\"b"]), origin: &origin };
        assert_eq!(line(&row), "facets = [\"year\",\"a\\\"b\"]  # /etc/a b.toml:3\n");
        assert!(line(&row).parse::<toml::Table>().is_ok());
    }
}
