//! `pressmark man`: the manual, from the same definitions as `--help`.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::exit::{self, Exit};
use super::folders;
use super::settings::{CONFIG, DESCRIBED};

/// Print the manual page, or write one page for each command
///
/// `pressmark man | man -l -` shows the page; `pressmark man ~/.local/share/man/man1` puts it and those of all commands
/// where `man pressmark-search` finds them.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Write pressmark.1, pressmark-search.1 and so on to this folder, in place of the first to standard output
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(crate) fn run(args: &ManArgs) -> anyhow::Result<Exit> {
    let pages = pages()?;
    match &args.dir {
        Some(dir) => {
            std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
            for Page { name, text } in pages {
                let path = dir.join(name);
                std::fs::write(&path, text).with_context(|| path.display().to_string())?;
            }
        }
        None => stdout().lock().write_all(&pages.into_iter().next().unwrap_or_default().text)?,
    }
    Ok(Exit::Done)
}

/// A page of the manual: the name of its file, and what is in it for roff.
#[derive(Default)]
struct Page {
    name: String,
    text: Vec<u8>,
}

/// The page of pressmark itself first, then those of the commands.
fn pages() -> io::Result<Vec<Page>> {
    let mut root = super::Cli::command().disable_help_subcommand(true);
    root.build();
    let mut pages = vec![page(&root, true)?];
    commands(&root, &mut pages)?;
    Ok(pages)
}

fn commands(of: &Command, pages: &mut Vec<Page>) -> io::Result<()> {
    for command in of.get_subcommands().filter(|command| !command.is_hide_set()) {
        pages.push(page(command, false)?);
        commands(command, pages)?;
    }
    Ok(())
}

fn page(command: &Command, is_root: bool) -> io::Result<Page> {
    let man = Man::new(command.clone()).manual("pressmark").source(concat!("pressmark ", env!("CARGO_PKG_VERSION")));
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }
    exit_codes().to_writer(&mut text)?;
    if is_root {
        environment().to_writer(&mut text)?;
        files().to_writer(&mut text)?;
    }
    Ok(Page { name: man.get_filename(), text })
}

/// The exit codes, from the text at the end of `--help`.
fn exit_codes() -> Roff {
    let rows = exit::HELP.lines().skip(1).filter_map(|line| line.trim().split_once("  "));
    section("EXIT STATUS", rows)
}

fn environment() -> Roff {
    let settings = DESCRIBED.iter().map(|setting| (setting.variable, setting.help));
    let others = [
        (CONFIG, "A file of settings to read in place of those below, or none"),
        (folders::DATA, "The folder of saved searches and what of them has been seen"),
        ("NO_COLOR", "If set and not empty: no colour and no progress"),
    ];
    section("ENVIRONMENT", settings.chain(others))
}

fn files() -> Roff {
    let names: Vec<&str> = DESCRIBED.iter().map(|setting| setting.name).collect();
    let names = format!("Settings for a folder and those below it, in TOML: {}", names.join(", "));
    section(
        "FILES",
        [
            ("pressmark.toml", names.as_str()),
            (
                "~/.config/pressmark/config.toml",
                "The same settings for all that you do, wherever a folder leaves them open",
            ),
            ("~/.local/share/pressmark/searches", "Saved searches"),
        ],
    )
}

/// A section of terms, each with what it means.
fn section<'a>(heading: &str, rows: impl IntoIterator<Item = (&'a str, &'a str)>) -> Roff {
    let mut roff = Roff::default();
    roff.control("SH", [heading]);
    for (term, meaning) in rows {
        roff.control("TP", []).text([bold(term)]).text([roman(meaning.trim())]);
    }
    roff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_the_exit_codes() {
        let pages = pages().expect("pages");
        let names: Vec<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names[0], "pressmark.1");
        assert!(names.contains(&"pressmark-search.1") && names.contains(&"pressmark-saved-remove.1"), "{names:?}");
        for Page { name, text } in &pages {
            let text = String::from_utf8_lossy(text);
            assert!(text.contains(".SH \"EXIT STATUS\"") && text.contains("nothing found"), "{name}\n{text}");
        }
    }

    #[test]
    fn the_first_page_names_every_setting() {
        let pages = pages().expect("pages");
        let text = String::from_utf8_lossy(&pages[0].text).replace("\\-", "-");
        for setting in DESCRIBED {
            assert!(text.contains(setting.variable) && text.contains(setting.name), "{}\n{text}", setting.name);
        }
    }
}
