//! Who holds the lock on an index.

use std::fmt;
use std::path::Path;

/// A process that holds the lock on an index, be it to write to it or to check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The number of the process.
    pub pid: u32,
    /// The name of its command; empty where it is not known.
    pub command: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.command.as_str() {
            "" => write!(f, "process {}", self.pid),
            command => write!(f, "{command}, process {}", self.pid),
        }
    }
}

/// Who holds the lock that is this file. The system tells on Linux alone, and not of every file system: then nothing is claimed.
#[cfg(target_os = "linux")]
pub(crate) fn holder(lock: &Path) -> Option<Holder> {
    use std::os::unix::fs::MetadataExt;
    let meta = std::fs::metadata(lock).ok()?;
    let pid = holder_in(&std::fs::read_to_string("/proc/locks").ok()?, meta.dev(), meta.ino())?;
    // The name is whatever the process has called itself.
    let command = std::fs::read(format!("/proc/{pid}/comm")).unwrap_or_default();
    Some(Holder { pid, command: String::from_utf8_lossy(command.trim_ascii()).into_owned() })
}

/// See above.
#[cfg(not(target_os = "linux"))]
pub(crate) fn holder(_lock: &Path) -> Option<Holder> {
    None
}

/// The process that holds a lock on a file, by the list of all locks: `1: FLOCK  ADVISORY  WRITE 7411 fe:00:1050248 0 EOF`, where
/// the last number of the file is its inode and those before it, in hexadecimal digits, are its device (proc_locks(5)). One that
/// waits for a lock has `->` before its kind, and one of another container no number.
#[cfg(target_os = "linux")]
fn holder_in(locks: &str, device: u64, inode: u64) -> Option<u32> {
    // The C library's way to put the two numbers of a device into one.
    let major = (device >> 8 & 0xFFF) | (device >> 32 & !0xFFF);
    let minor = (device & 0xFF) | (device >> 12 & !0xFF);
    let file = format!("{major:02x}:{minor:02x}:{inode}");
    let held = locks.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let held = held.filter(|fields| fields.get(1) != Some(&"->"));
    let mut pids =
        held.filter(|fields| fields.get(5) == Some(&file.as_str())).filter_map(|fields| fields[4].parse().ok());
    pids.find(|pid| *pid > 0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_holder_of_a_lock_is_read_from_the_list() {
        let locks = "1: POSIX  ADVISORY  WRITE 5 00:2e:77 0 EOF\n\
                     2: FLOCK  ADVISORY  READ 6021 fe:01:10133507 0 EOF\n\
                     3: FLOCK  ADVISORY  WRITE 7411 fe:01:42 0 EOF\n\
                     3: -> FLOCK  ADVISORY  WRITE 7412 fe:01:42 0 EOF\n\
                     4: FLOCK  ADVISORY  WRITE 0 08:100:9 0 EOF\n";
        assert_eq!(holder_in(locks, 0xFE01, 42), Some(7411));
        assert_eq!(holder_in(locks, 0xFE01, 43), None);
        assert_eq!(holder_in(locks, 0x2E, 77), Some(5));
        assert_eq!(holder_in(locks, 0x10_0800, 9), None, "of another container");
    }

    #[test]
    fn a_lock_of_this_process_is_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let file = std::fs::File::create(&path).unwrap();
        assert_eq!(holder(&path), None);
        file.lock().unwrap();
        // Some file systems have other numbers in the list than they give otherwise.
        if let Some(holder) = holder(&path) {
            assert_eq!(holder.pid, std::process::id());
            assert!(!holder.command.is_empty());
        }
    }
}
