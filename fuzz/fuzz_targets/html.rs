#![no_main]

#[path = "container.rs"]
mod container;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| container::check("a.html", bytes, false));
