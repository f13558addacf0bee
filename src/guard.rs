//! The last line of defence: between one page and all others, and between a damaged index and whoever asks it.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// The work on a page panicked: a defect of ours, for which the user's other pages must not suffer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Panicked;

impl std::fmt::Display for Panicked {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("made pressmark fail; please report this page")
    }
}

/// Runs the work on one page, and says so if it panics.
pub(crate) fn page<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Panicked)
}

/// Runs work on an index. Nothing comes back if it panics: tantivy takes damaged bytes for a defect of its own.
pub(crate) fn index<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_is_a_reason() {
        assert!(super::page::<()>(|| panic!("at the page")).unwrap_err().to_string().contains("report this page"));
        assert_eq!(super::page(|| 1), Ok(1));
    }
}
