//! The limits on a page, which every command that reads pages takes.

use clap::Args;

use super::settings::Settings;
use crate::read::ReadOptions;

#[derive(Debug, Default, Args)]
pub(crate) struct LimitArgs {
    /// The most bytes a page may have, on disk and decompressed [default: setting max_bytes, or 67108864]
    #[arg(long, value_name = "N")]
    max_bytes: Option<u64>,
    /// The most seconds that a page may take; told from its size, before it is read [default: setting max_seconds, or 1]
    #[arg(long, value_name = "N")]
    max_seconds: Option<u32>,
}

impl LimitArgs {
    pub(crate) fn options(&self, settings: &Settings) -> ReadOptions {
        ReadOptions {
            max_bytes: settings.max_bytes.or(self.max_bytes),
            max_seconds: settings.max_seconds.or(self.max_seconds),
        }
    }
}
