//! Exit codes, the same for every command.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, or found.
    Done,
    /// Nothing found.
    NothingFound,
    /// A usage error, or nothing usable.
    Unusable,
    /// Done, but some pages failed.
    SomeFailed,
    /// Ended in order by this signal.
    Interrupted(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::NothingFound => 1,
            Exit::Unusable => 2,
            Exit::SomeFailed => 3,
            // What shells say of a command that a signal ended.
            Exit::Interrupted(signal) => 128 + signal,
        })
    }
}

impl Exit {
    /// The end of a command that went through pages: how many went well and how many did not.
    pub(crate) fn of_pages(well: usize, failed: usize) -> Exit {
        match (well, failed) {
            (_, 0) => Exit::Done,
            (0, _) => Exit::Unusable,
            _ => Exit::SomeFailed,
        }
    }
}

/// The section on exit codes at the end of `--help`.
pub(crate) const HELP: &str = "Exit codes:
  0  done, or found
  1  nothing found
  2  usage error, or nothing usable; of check: the index is damaged
  3  done, but some pages or paths failed: they and the reasons are on standard error
  130  interrupted (143 where it was by SIGTERM): what was done until then is kept";
