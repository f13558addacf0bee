#![no_main]

use pressmark::read::decode;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = decode(bytes);
    assert_eq!(text, decode(bytes), "decoded otherwise the second time");
    let seven_bits = bytes.contains(&0x1B);
    let marked = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
    let wide = bytes.starts_with(b"<\0") || bytes.starts_with(b"\0<");
    if let Ok(valid) = std::str::from_utf8(bytes)
        && !(seven_bits || marked || wide)
    {
        assert_eq!(text, valid, "valid UTF-8 is read as something else");
    }
});
