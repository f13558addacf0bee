//! What an index lives through: runs killed at any moment, disks that fail or are full, readers beside the writer, any
//! number of threads, and programs that are not ours.
//!
//! A few trials of each run with every `cargo test`. `PRESSMARK_TRIALS=300` asks for as many kills and for every fault,
//! `PRESSMARK_SECONDS=60` for as long with readers beside a writer. What a trial does follows from its number, which
//! a failure names.

#[cfg(target_os = "linux")]
mod aftermath;
mod answers;
#[cfg(target_os = "linux")]
mod disk;
mod documents;
#[cfg(target_os = "linux")]
mod faults;
mod folder;
#[cfg(unix)]
mod kill;
mod pages;
mod process;
mod readers;
mod stranger;
mod threads;

/// How much of something is tried: what the setting says, or the few that every run of the tests can afford.
fn setting(name: &str, few: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(few)
}

/// Whether a long run was asked for.
fn thorough() -> bool {
    std::env::var_os("PRESSMARK_TRIALS").is_some()
}
