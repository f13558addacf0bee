//! How commands print that tell of pressmark itself and of its indexes.

use clap::ValueEnum;

/// For people, or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    Text,
    Json,
}
