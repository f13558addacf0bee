//! `pressmark show`: an article of the index, with what a query matches marked.

use std::io::{self, IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::search::open;
use super::settings::Settings;
use super::terminal::style;
use crate::hit::Shown;
use crate::render::show;

/// Show an article as the index holds it
///
/// With a query, its matches are marked. On a terminal the article is shown by the pager that PAGER names, else by less;
/// an empty PAGER shows it as it is.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// The article: its id as JSON has it, its path, or its address
    #[arg(value_name = "ID")]
    id: String,
    /// What to mark in it
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Where the index is; may be repeated [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Markdown,
    Json,
}

pub(crate) fn run(args: &ShowArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let searcher = open(&settings.index.or_all(&args.index), &settings)?;
    let Some(article) = searcher.show(&args.id, &args.query.join(" "))? else {
        anyhow::bail!("the index has no article {}; give its id, its path as indexed, or its address", args.id);
    };
    let mut text = Vec::new();
    print(&mut text, &article, args.format)?;
    if args.format == FormatArg::Text && stdout().is_terminal() && paged(&text) {
        return Ok(Exit::Done);
    }
    stdout().lock().write_all(&text)?;
    Ok(Exit::Done)
}

fn print(out: &mut impl Write, article: &Shown, format: FormatArg) -> io::Result<()> {
    match format {
        FormatArg::Text => show::article(out, article, style()),
        FormatArg::Markdown => show::markdown(out, article),
        FormatArg::Json => show::json(out, article),
    }
}

/// Hands the text to the user's pager; whether there is one and it took it.
fn paged(text: &[u8]) -> bool {
    let pager = std::env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else { return false };
    let mut command = Command::new(program);
    // Colours as they are, no screen cleared, and no paging of what fits.
    command.args(words).env("LESS", std::env::var("LESS").unwrap_or_else(|_| "FRX".to_owned())).stdin(Stdio::piped());
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut into) = child.stdin.take() {
        // A pager that is quit early has taken what it wanted.
        let _ = into.write_all(text);
    }
    child.wait().is_ok()
}
