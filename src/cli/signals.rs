//! A run that is interrupted ends in order: it commits what it has.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::exit::Exit;
use crate::index::Stop;

/// Which signal has come.
pub(crate) struct Signals(Arc<AtomicUsize>);

impl Signals {
    /// From now on the first SIGINT or SIGTERM stops a run, and a second one, of somebody in a hurry, the process. That is
    /// safe as well: the index is then as it was at its last commit.
    pub(crate) fn stopping(stop: &Stop) -> io::Result<Signals> {
        let came = Arc::new(AtomicUsize::new(0));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(signal, 128 + signal, stop.flag())?;
            flag::register(signal, stop.flag())?;
            flag::register_usize(signal, Arc::clone(&came), signal.unsigned_abs() as usize)?;
        }
        Ok(Signals(came))
    }

    /// How the command ends if a signal has ended it.
    pub(crate) fn exit(&self) -> Option<Exit> {
        match self.0.load(Ordering::Relaxed) {
            0 => None,
            signal => Some(Exit::Interrupted(u8::try_from(signal).unwrap_or(SIGINT.unsigned_abs() as u8))),
        }
    }
}
