//! `pressmark completions`: what shells need to complete commands and options.

use std::io::{Write, stdout};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::exit::Exit;

/// Print the completions for a shell
///
/// Put them where your shell looks for them, and start it anew:
///
///   pressmark completions bash > ~/.local/share/bash-completion/completions/pressmark
///
///   pressmark completions zsh > ~/.zfunc/_pressmark    (a folder of $fpath)
///
///   pressmark completions fish > ~/.config/fish/completions/pressmark.fish
///
///   pressmark completions elvish >> ~/.config/elvish/rc.elv
///
///   pressmark completions powershell >> $PROFILE
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub(crate) fn run(args: &CompletionsArgs) -> anyhow::Result<Exit> {
    stdout().lock().write_all(&script(args.shell))?;
    Ok(Exit::Done)
}

/// The whole script at once: the generator panics when what it writes to fails, and memory does not.
fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::Cli::command(), "pressmark", &mut script);
    script
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_script_knows_every_command() {
        for shell in Shell::value_variants() {
            let script = String::from_utf8(script(*shell)).expect("UTF-8");
            for command in super::super::Cli::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
            }
        }
    }
}
