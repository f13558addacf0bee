//! The command line: one file a command.

mod check;
mod completions;
mod config;
mod exit;
mod extract;
mod folders;
mod format;
mod index;
mod limits;
mod man;
mod rules;
mod saved;
mod search;
mod settings;
mod show;
mod signals;
mod similar;
mod stats;
mod terminal;
mod watch;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::guard;
use exit::Exit;

/// Full-text search for folders of saved policy articles
///
/// pressmark cleans saved web pages down to the article, finds title, date, section and authors, and answers ranked
/// searches.
#[derive(Debug, Parser)]
#[command(name = "pressmark", version, after_help = exit::HELP, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// The commands in the order of `--help`: as they are met on the way from pages to answers, and what is about pressmark
/// itself at the end.
#[derive(Debug, Subcommand)]
enum Command {
    Index(index::IndexArgs),
    Search(search::SearchArgs),
    Show(show::ShowArgs),
    Similar(similar::SimilarArgs),
    Extract(extract::ExtractArgs),
    Stats(stats::StatsArgs),
    Check(check::CheckArgs),
    Saved(saved::SavedArgs),
    Config(config::ConfigArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Runs the command line of this process to its end.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse_from(arguments(std::env::args_os())) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    silence_panics();
    let result = guard::index(|| run(&cli.command)).unwrap_or_else(|| Err(anyhow::anyhow!(PANICKED)));
    match result {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => Exit::Done.into(),
        Err(error) => {
            terminal::note(&format!("{error:#}"));
            Exit::Unusable.into()
        }
    }
}

fn run(command: &Command) -> anyhow::Result<Exit> {
    match command {
        Command::Index(args) => index::run(args),
        Command::Search(args) => search::run(args),
        Command::Show(args) => show::run(args),
        Command::Similar(args) => similar::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Stats(args) => stats::run(args),
        Command::Check(args) => check::run(args),
        Command::Saved(args) => saved::run(args),
        Command::Config(args) => config::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}

/// What is said where nothing better is known.
const PANICKED: &str = "pressmark failed: by a damaged index, which `pressmark check` tells, or by a defect of its own, which \
                        RUST_BACKTRACE=1 shows the place of; please report it";

/// A panic is told in one line where it is caught. Whoever asks for backtraces gets all that Rust has to say.
fn silence_panics() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

/// Prints what clap has to say: help on standard output with success, a mistake on standard error.
fn usage(error: &clap::Error) -> ExitCode {
    let exit = if error.use_stderr() { Exit::Unusable } else { Exit::Done };
    // Nothing can be done about a terminal that does not take the message.
    let _ = error.print();
    exit.into()
}

/// `pressmark search … | head -1` ends when head has its line; that is success.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(ErrorKind::BrokenPipe)
    })
}

/// The arguments, with `-word` of a search marked as a word: a blank before it keeps clap from reading it as options. What
/// stands where a number is wanted is none.
fn arguments(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = given.collect();
    if arguments.get(1).is_some_and(|command| command == "search" || command == "show") {
        let mut is_number = false;
        for argument in &mut arguments[2..] {
            if argument == "--" {
                break;
            }
            let follows_number = std::mem::replace(&mut is_number, argument == "-n" || argument == "--offset");
            if !follows_number && argument.to_str().is_some_and(is_exclusion) {
                let mut word = OsString::from(" ");
                word.push(&*argument);
                *argument = word;
            }
        }
    }
    arguments
}

/// `-budget`, `-title:budget`, `-"export ban"`; not `-n5`, `-h` or `--sort`.
fn is_exclusion(argument: &str) -> bool {
    let Some(word) = argument.strip_prefix('-') else { return false };
    let count = word.strip_prefix('n').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == '='));
    !word.starts_with('-') && !count && !matches!(word, "" | "h" | "V")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_names_what_is_built_in() {
        use clap::CommandFactory;
        let limits = crate::read::ReadOptions::default();
        let (bytes, seconds) = (limits.max_bytes.to_string(), limits.max_seconds.to_string());
        for (command, option, setting, value) in [
            ("index", "index", "index", "index"),
            ("index", "threads", "threads", "0"),
            ("index", "memory", "memory", "512"),
            ("index", "rules", "rules", "auto"),
            ("extract", "rules", "rules", "auto"),
            ("index", "max_bytes", "max_bytes", &bytes),
            ("index", "max_seconds", "max_seconds", &seconds),
            ("search", "index", "index", "index"),
            ("search", "limit", "limit", "10"),
            ("search", "sort", "sort", "relevance"),
            ("search", "format", "format", "text"),
            ("search", "facet", "facets", "none"),
            ("search", "lang", "lang", "all"),
            ("search", "prefer", "prefer", "none"),
            ("show", "index", "index", "index"),
            ("similar", "index", "index", "index"),
            ("similar", "limit", "limit", "10"),
            ("similar", "format", "format", "text"),
            ("stats", "index", "index", "index"),
            ("check", "index", "index", "index"),
        ] {
            let cli = Cli::command();
            let command = cli.find_subcommand(command).expect("a command");
            let option = command.get_arguments().find(|o| o.get_id() == option).expect("an option");
            let help = option.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.ends_with(&format!("[default: setting {setting}, or {value}]")), "{help}");
            assert!(settings::NAMES.contains(&setting), "{setting}");
        }
    }

    #[test]
    fn exclusions_are_told_from_options() {
        for word in ["-budget", "-title:budget", "-\"export ban\"", "-nuclear"] {
            assert!(is_exclusion(word), "{word}");
        }
        for option in ["-n", "-n5", "-n=5", "-h", "-V", "--sort", "--", "-", "budget"] {
            assert!(!is_exclusion(option), "{option}");
        }
    }
}
