//! JSON-LD in what the framework Next.js hands to its scripts, for pages that have it nowhere else: the strings that
//! `self.__next_f.push` collects, and the object in `__NEXT_DATA__`.

use serde_json::{Deserializer, Value};

use crate::extract::dom::Dom;

/// Longer data, in bytes, is not read.
const MOST_BYTES: usize = 4 << 20;

/// So many places that look like JSON-LD are tried.
const MOST_TRIED: usize = 20;

/// Data nested deeper than this is not followed.
const MOST_DEPTH: usize = 24;

const PUSH: &str = "self.__next_f.push(";

/// How an object of JSON-LD begins, and a piece of HTML, which is one where a `<script>` holds it.
const OBJECT: &str = "{\"@context\"";
const HTML: &str = "\"__html\":\"";

/// The JSON-LD of the page, as far as it can be told.
pub(super) fn json_ld(dom: &Dom) -> Vec<Value> {
    let mut out = Vec::new();
    let mut flight = String::new();
    for node in dom.by_tag(0..dom.len(), "script") {
        let script = if dom.end(node) == node + 2 { dom.text(node + 1).unwrap_or_default() } else { "" };
        if dom.attr(node, "id") == Some("__NEXT_DATA__") {
            let data = (script.len() <= MOST_BYTES).then(|| serde_json::from_str(script).ok()).flatten();
            in_data(data.unwrap_or_default(), 0, &mut out);
        } else if flight.len() + script.len() <= MOST_BYTES {
            flight.extend(script.trim_start().strip_prefix(PUSH).and_then(pushed));
        }
    }
    in_flight(&flight, &mut out);
    out
}

/// The string in `[1,"…"])`.
fn pushed(call: &str) -> Option<String> {
    match first(call)? {
        Value::Array(parts) => parts.into_iter().find_map(|part| Some(part.as_str()?.to_owned())),
        _ => None,
    }
}

/// The value that a text begins with, whatever comes after it.
fn first(text: &str) -> Option<Value> {
    Deserializer::from_str(text).into_iter().next()?.ok()
}

fn in_flight(flight: &str, out: &mut Vec<Value>) {
    let objects = flight.match_indices(OBJECT).take(MOST_TRIED).filter_map(|(at, _)| first(flight.get(at..)?));
    let strings = flight.match_indices(HTML).take(MOST_TRIED);
    let strings = strings.filter_map(|(at, _)| first(flight.get(at + HTML.len() - 1..)?)).filter_map(of_string);
    out.extend(objects.chain(strings));
}

/// The JSON-LD that a string is.
fn of_string(string: Value) -> Option<Value> {
    let text = string.as_str().filter(|text| text.starts_with(['{', '[']) && text.contains("schema.org"))?;
    serde_json::from_str(text).ok()
}

/// The objects with a context of schema.org's, and the strings that hold some.
fn in_data(data: Value, depth: usize, out: &mut Vec<Value>) {
    if depth > MOST_DEPTH || out.len() >= MOST_TRIED {
        return;
    }
    match data {
        Value::Object(object) if object.contains_key("@context") => out.push(Value::Object(object)),
        Value::Object(object) => object.into_iter().for_each(|(_, value)| in_data(value, depth + 1, out)),
        Value::Array(list) => list.into_iter().for_each(|value| in_data(value, depth + 1, out)),
        Value::String(_) => out.extend(of_string(data)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn headlines(html: &str) -> Vec<String> {
        let found = json_ld(&Document::parse(html).dom());
        found.iter().filter_map(|value| Some(value["headline"].as_str()?.to_owned())).collect()
    }

    #[test]
    fn objects_and_strings_in_flight_data_are_read() {
        let object = r#"<script>self.__next_f.push([1,"4:{\"data\":{\"@context\":\"https://schema.org\",\"headline\":\"Own\"}}"])</script>"#;
        assert_eq!(headlines(object), ["Own"]);
        // The data is cut into pieces wherever it happens to be long enough.
        let cut = r#"<script>self.__next_f.push([1,"5:{\"__html\":\"{\\\"@context\\\":\\\"https://sche"])</script>
            <script>self.__next_f.push([1,"ma.org\\\",\\\"headline\\\":\\\"Own\\\"}\"}"])</script>"#;
        assert_eq!(headlines(cut), ["Own"]);
    }

    #[test]
    fn objects_and_strings_in_next_data_are_read() {
        let data =
            |inner: &str| format!("<script id=__NEXT_DATA__ type=application/json>{{\"props\":{inner}}}</script>");
        assert_eq!(headlines(&data(r#"[{"@context":"https://schema.org","headline":"Own"}]"#)), ["Own"]);
        assert_eq!(headlines(&data(r#""{\"@context\":\"https://schema.org\",\"headline\":\"Own\"}""#)), ["Own"]);
        assert!(headlines(&data(r#"{"headline":"Another"}"#)).is_empty());
    }

    #[test]
    fn broken_deep_and_endless_data_gives_nothing() {
        let deep = format!("self.__next_f.push([1,\"{}\"])", OBJECT.replace('"', "\\\"").repeat(5000));
        let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for html in [
            format!("<script>{deep}</script>"),
            format!("<script id=__NEXT_DATA__>{nested}</script>"),
            "<script>self.__next_f.push(</script>".to_owned(),
            "<script>self.__next_f.push([1,\"{\\\"@context\\\":\"])</script>".to_owned(),
            "<script id=__NEXT_DATA__>{\"a\":</script>".to_owned(),
        ] {
            assert!(headlines(&html).is_empty());
        }
    }
}
