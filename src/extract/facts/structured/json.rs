//! JSON-LD as pages really have it, within bounds.

use serde_json::Value;

use super::Object;

/// JSON-LD nested deeper than this is not followed.
const MOST_DEPTH: usize = 24;

/// More objects than this are not looked at.
const MOST_OBJECTS: usize = 5000;

/// Longer JSON-LD, in bytes, and such of more values describes no page: on 2,124 real pages the longest has 153 kB, the one of
/// most values 4,305. As a tree it takes up to a hundred times its bytes.
const MOST_JSON: usize = 2 << 20;
const MOST_VALUES: usize = 50_000;

/// What pages put around their JSON-LD to hide it from very old browsers, or by mistake.
const WRAPPERS: &[&str] = &["<!--", "-->", "//", "/*", "*/", "<![CDATA[", "]]>", ";"];

/// JSON-LD as pages really have it: wrapped in comments or CDATA, with raw line breaks inside strings, cut by a `;`.
pub(super) fn parse(script: &str) -> Option<Value> {
    let mut json = Some(script.trim()).filter(|json| json.len() <= MOST_JSON)?;
    while let Some(inner) = WRAPPERS.iter().find_map(|w| json.strip_prefix(w).or_else(|| json.strip_suffix(w))) {
        json = inner.trim();
    }
    serde_json::from_str(json).ok().or_else(|| {
        let plain: String = json.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&plain).ok().or_else(|| {
            let escaped = ["{&quot;", "[{&quot;"].iter().any(|start| plain.starts_with(start));
            escaped.then(|| serde_json::from_str(&html_escape::decode_html_entities(&plain)).ok()).flatten()
        })
    })
}

/// Whether a value consists of no more values than are left; objects are kept beside those that they stand in.
fn is_within(value: &Value, left: &mut usize) -> bool {
    *left = left.saturating_sub(1);
    let mut inner = match value {
        Value::Array(list) => return *left > 0 && list.iter().all(|value| is_within(value, left)),
        Value::Object(object) => object.values(),
        _ => return *left > 0,
    };
    *left > 0 && inner.all(|value| is_within(value, left))
}

/// Adds the objects of a value, outer before inner, unless there are too many of them.
pub(super) fn add(value: Option<Value>, objects: &mut Vec<Object>) {
    if let Some(value) = value.filter(|value| is_within(value, &mut { MOST_VALUES })) {
        collect(value, 0, objects);
    }
}

fn collect(value: Value, depth: usize, out: &mut Vec<Object>) {
    if depth > MOST_DEPTH || out.len() >= MOST_OBJECTS {
        return;
    }
    match value {
        Value::Array(list) => list.into_iter().for_each(|v| collect(v, depth + 1, out)),
        Value::Object(object) => {
            let inner: Vec<Value> = object.values().filter(|v| v.is_object() || v.is_array()).cloned().collect();
            out.push(object);
            inner.into_iter().for_each(|v| collect(v, depth + 1, out));
        }
        _ => {}
    }
}
