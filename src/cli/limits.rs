//! The limits on a page, which every command that reads pages takes.

use clap::Args;

use crate::read::ReadOptions;

#[derive(Debug, Args)]
pub(crate) struct LimitArgs {
    /// The most bytes a page may have, on disk and decompressed
    #[arg(long, value_name = "N", default_value_t = ReadOptions::default().max_bytes)]
    max_bytes: u64,
    /// The most seconds that a page may take; told from its size, before it is read
    #[arg(long, value_name = "N", default_value_t = ReadOptions::default().max_seconds)]
    max_seconds: u32,
}

impl LimitArgs {
    pub(crate) fn options(&self) -> ReadOptions {
        ReadOptions { max_bytes: self.max_bytes, max_seconds: self.max_seconds }
    }
}
