//! The last line of defence between one page and all others.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the work on one page. A panic is a defect of ours, but the user's other pages must not suffer for it: it becomes
/// the page's reason for failing.
pub(crate) fn page<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("made pressmark fail; please report this page".to_owned()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_is_a_reason() {
        assert!(super::page::<()>(|| panic!("at the page")).unwrap_err().contains("report this page"));
        assert_eq!(super::page(|| Ok(1)), Ok(1));
    }
}
