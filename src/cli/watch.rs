//! `index --watch`: follows folders, and says when something in them has changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::terminal::note;
use crate::index::Stop;
use crate::read;

/// A change is acted on once nothing has changed for so long, since tools that save pages write several files …
const QUIET: Duration = Duration::from_millis(300);

/// … but no later than so long after it, however much goes on.
const LATEST: Duration = Duration::from_secs(1);

/// How often it is asked whether to stop.
const TICK: Duration = Duration::from_millis(100);

/// How often folders are looked through where the system does not tell what changes.
const POLL: Duration = Duration::from_secs(1);

/// Watches the folders given.
pub(crate) struct Watch {
    roots: Vec<PathBuf>,
    #[cfg(target_os = "linux")]
    told: Option<told::Told>,
    /// What the folders held when they were last looked through.
    seen: u64,
    looked: Instant,
}

impl Watch {
    /// Begins to watch. Nothing in `index`, where the runs themselves write, counts.
    pub(crate) fn new(roots: &[PathBuf], index: &Path) -> Watch {
        #[cfg(not(target_os = "linux"))]
        let _ = index;
        Watch {
            roots: roots.to_vec(),
            #[cfg(target_os = "linux")]
            told: told::Told::new(roots, index).inspect_err(poll_instead).ok(),
            seen: look(roots),
            looked: Instant::now(),
        }
    }

    /// Waits for a change, and for the end of a flurry of them; false where the watch is to stop.
    pub(crate) fn wait(&mut self, stop: &Stop) -> bool {
        while !stop.is_requested() {
            if self.changed() {
                self.calm(stop);
                return true;
            }
        }
        false
    }

    /// Waits until nothing has changed for a while.
    fn calm(&mut self, stop: &Stop) {
        let (first, mut last) = (Instant::now(), Instant::now());
        while last.elapsed() < QUIET && first.elapsed() < LATEST && !stop.is_requested() {
            if self.changed() {
                last = Instant::now();
            }
        }
    }

    /// Whether something changes in the time of a tick.
    fn changed(&mut self) -> bool {
        #[cfg(target_os = "linux")]
        if let Some(told) = &mut self.told {
            return told.changed(&self.roots).unwrap_or_else(|error| {
                poll_instead(&error);
                self.told = None;
                true
            });
        }
        std::thread::sleep(TICK);
        if self.looked.elapsed() < POLL {
            return false;
        }
        self.looked = Instant::now();
        let before = std::mem::replace(&mut self.seen, look(&self.roots));
        self.seen != before
    }
}

/// Says that the system does not tell what changes, and what is done instead.
#[cfg(target_os = "linux")]
fn poll_instead(error: &std::io::Error) {
    note(&format!(
        "the system does not tell what changes ({error}); the folders are looked through every second instead"
    ));
}

/// A hash of which pages there are, and of their sizes and times.
fn look(roots: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    // A root that is not there for a while is one more state to be told from the others.
    for root in roots {
        let found = read::walk(&[root]).map(|walk| walk.found).unwrap_or_default();
        found.iter().for_each(|found| (&found.place, found.bytes, found.changed).hash(&mut hasher));
    }
    hasher.finish()
}

/// Linux tells what changes in a folder.
#[cfg(target_os = "linux")]
mod told {
    use std::io;
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

    use inotify::{Inotify, WatchMask, Watches};
    use walkdir::{DirEntry, WalkDir};

    use super::TICK;
    use crate::read::place;

    /// What is told of: files that are complete, and all that comes and goes.
    const EVENTS: WatchMask = WatchMask::CLOSE_WRITE
        .union(WatchMask::CREATE)
        .union(WatchMask::DELETE)
        .union(WatchMask::MOVED_FROM)
        .union(WatchMask::MOVED_TO);

    /// A hundred events and more fit in here at a time.
    const BUFFER: usize = 16 << 10;

    pub(super) struct Told {
        watches: Watches,
        events: Receiver<io::Result<()>>,
        index: PathBuf,
    }

    impl Told {
        pub(super) fn new(roots: &[PathBuf], index: &Path) -> io::Result<Told> {
            let inotify = Inotify::init()?;
            let (sender, events) = channel();
            let mut told = Told { watches: inotify.watches(), events, index: place(index) };
            told.watch(roots)?;
            std::thread::spawn(move || listen(inotify, &sender));
            Ok(told)
        }

        /// Watches all folders below the roots; one that is watched already stays so. Of a file the folder is watched, for
        /// many programs write a file anew instead of changing it.
        fn watch(&mut self, roots: &[PathBuf]) -> io::Result<()> {
            for root in roots {
                let root = if root.is_dir() {
                    root.clone()
                } else {
                    place(root).parent().map(PathBuf::from).unwrap_or_default()
                };
                let index = self.index.clone();
                let entries = WalkDir::new(root).follow_links(true).into_iter();
                let folders =
                    entries.filter_entry(|e| e.file_type().is_dir() && !is_hidden(e) && place(e.path()) != index);
                for folder in folders.flatten() {
                    match self.watches.add(folder.path(), EVENTS) {
                        // It has gone in the meantime, of which its own folder tells.
                        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                        added => drop(added?),
                    }
                }
            }
            Ok(())
        }

        /// Whether something is told in the time of a tick. Folders that are new are watched before anybody looks into them.
        pub(super) fn changed(&mut self, roots: &[PathBuf]) -> io::Result<bool> {
            match self.events.recv_timeout(TICK) {
                Err(RecvTimeoutError::Timeout) => Ok(false),
                Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
                Ok(event) => {
                    event?;
                    while self.events.try_recv().is_ok() {}
                    self.watch(roots)?;
                    Ok(true)
                }
            }
        }
    }

    /// Hands on that something was told, until nobody listens any more or nothing more can be told.
    fn listen(mut inotify: Inotify, sender: &Sender<io::Result<()>>) {
        let mut buffer = [0; BUFFER];
        loop {
            let event = inotify.read_events_blocking(&mut buffer).map(|_| ());
            let failed = event.is_err();
            if sender.send(event).is_err() || failed {
                return;
            }
        }
    }

    fn is_hidden(entry: &DirEntry) -> bool {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    }
}
