//! Front matter: what a page of Markdown says of itself above its text, in YAML or TOML.

use saphyr::{LoadableYamlNode, Yaml};

use crate::extract::text;

/// Longer front matter, in bytes, is not read.
const LONGEST: usize = 16 * 1024;

/// Front matter with more opening brackets is not read.
const MOST_BRACKETS: usize = 200;

/// Front matter with a line that opens more lists within lists is not read.
const MOST_SIGNS: usize = 16;

/// The values of the front matter by lower-case key; a scalar is a list of one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter(Vec<(String, Vec<String>)>);

impl FrontMatter {
    /// The values under the first of the keys that is there.
    pub(crate) fn list(&self, keys: &[&str]) -> Option<Vec<String>> {
        keys.iter().find_map(|key| self.0.iter().find(|(k, v)| k == key && !v.is_empty())).map(|(_, v)| v.clone())
    }

    /// The first value under the first of the keys that is there.
    pub(crate) fn first(&self, keys: &[&str]) -> Option<String> {
        self.list(keys)?.into_iter().next()
    }

    /// The front matter of a page, and the page without it: what stands between two lines of `---` or `+++`, the first of them
    /// at its very start. Further down they are rules and underlined headings.
    pub(super) fn of(markdown: &str) -> (FrontMatter, &str) {
        let text = markdown.trim_start_matches(['\u{FEFF}', '\r', '\n']);
        let (first, _) = line(text);
        let read = match first.trim_end() {
            "---" => FrontMatter::yaml,
            "+++" => FrontMatter::toml,
            _ => return (FrontMatter::default(), markdown),
        };
        let ends =
            |line: &str| line.trim_end() == first.trim_end() || (first.starts_with('-') && line.trim_end() == "...");
        let mut at = first.len();
        while at < text.len() {
            let (line, rest) = line(&text[at..]);
            let is_blank = at == first.len() && line.trim().is_empty();
            match ends(line) {
                true => return (read(&text[first.len()..at]), rest),
                false if is_blank => break,
                false => at += line.len(),
            }
        }
        (FrontMatter::default(), markdown)
    }

    /// Front matter that uses aliases or deep nesting is not read: a few lines of those can expand without bound.
    fn yaml(yaml: &str) -> FrontMatter {
        let expands = [": *", "- *", "[*", ", *"].iter().any(|alias| yaml.contains(alias));
        let nests =
            |line: &str| line.split_whitespace().take_while(|t| matches!(*t, "-" | "?" | ":")).count() > MOST_SIGNS;
        if expands || is_long(yaml) || yaml.lines().any(nests) {
            return FrontMatter::default();
        }
        let documents = Yaml::load_from_str(yaml).unwrap_or_default();
        let Some(Yaml::Mapping(map)) = documents.into_iter().next() else { return FrontMatter::default() };
        let pairs = map.into_iter().filter_map(|(key, value)| Some((scalar(&key)?.to_lowercase(), values(&value))));
        FrontMatter(pairs.collect())
    }

    /// As [`FrontMatter::yaml`], for what stands between lines of `+++`.
    fn toml(toml: &str) -> FrontMatter {
        if is_long(toml) {
            return FrontMatter::default();
        }
        let table = toml.parse::<toml::Table>().unwrap_or_default();
        let values = |value: &toml::Value| match value {
            toml::Value::Array(list) => list.iter().filter_map(toml_scalar).collect(),
            value => toml_scalar(value).into_iter().collect(),
        };
        FrontMatter(table.iter().map(|(key, value)| (key.to_lowercase(), values(value))).collect())
    }
}

/// The first line of a text, with its end, and the rest.
fn line(text: &str) -> (&str, &str) {
    text.split_at(text.find('\n').map_or(text.len(), |at| at + 1))
}

fn is_long(front: &str) -> bool {
    front.len() > LONGEST || front.matches(['[', '{']).count() > MOST_BRACKETS
}

fn values(value: &Yaml) -> Vec<String> {
    match value {
        Yaml::Sequence(list) => list.iter().filter_map(scalar).collect(),
        _ => scalar(value).into_iter().collect(),
    }
}

/// A value that is one, or that of a mapping with a name: `author: {name: Ada Byron, email: …}`.
fn scalar(value: &Yaml) -> Option<String> {
    let value = value.as_mapping_get("name").unwrap_or(value);
    cleaned(&value.as_str().map(str::to_owned).or_else(|| value.as_integer().map(|i| i.to_string()))?)
}

fn toml_scalar(value: &toml::Value) -> Option<String> {
    match value.get("name").unwrap_or(value) {
        toml::Value::String(text) => cleaned(text),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Datetime(at) => Some(at.to_string()),
        _ => None,
    }
}

/// A value on one line. Programs for notes link names to notes of their own, `[[Ada Byron]]` and `[[ada-byron|Ada Byron]]`.
fn cleaned(text: &str) -> Option<String> {
    let text = text::collapse(text);
    let linked = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]")).filter(|name| !name.contains("[["));
    let shown = linked.map_or(text.as_str(), |name| name.rsplit('|').next().unwrap_or(name).trim());
    (!shown.is_empty()).then(|| shown.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn yaml_and_toml_say_the_same() {
        let yaml = read(
            "---\nTitle: Grids\nauthors:\n  - name: Ada Byron\n    site: a\n  - Bo Carver\ntags: [power]\ndate: 2024-03-05\nyear: 2024\n---\n\nText.",
        );
        let toml = read(
            "+++\nTitle = 'Grids'\nauthors = [{name = 'Ada Byron'}, 'Bo Carver']\ntags = ['power']\ndate = 2024-03-05\nyear = 2024\n+++\n\nText.",
        );
        let told = |front: &FrontMatter| {
            ["title", "authors", "tags", "date", "year"].map(|key| front.list(&[key]).unwrap_or_default().join("; "))
        };
        assert_eq!(told(&yaml.front), ["Grids", "Ada Byron; Bo Carver", "power", "2024-03-05", "2024"]);
        assert_eq!(told(&toml.front), told(&yaml.front));
        assert_eq!((yaml.drafts.len(), toml.drafts.len()), (1, 1));
    }

    #[test]
    fn what_stands_at_the_start_alone_is_front_matter() {
        let parted = |text: &str| {
            let (front, rest) = FrontMatter::of(text);
            (front.first(&["a"]).unwrap_or_default(), rest.to_owned())
        };
        let told = |value: &str, rest: &str| (value.to_owned(), rest.to_owned());
        assert_eq!(parted("\u{FEFF}---\r\na: b\r\n--- \r\nText"), told("b", "Text"));
        assert_eq!(parted("---\na: b\n...\nText"), told("b", "Text"));
        for none in ["---\na: b\n", "---\n\na: b\n---\n", "Text\n\n---\na: b\n---\n", "----\na: b\n----\n", ""] {
            assert_eq!(parted(none), told("", none), "{none}");
        }
        let rule = read("Text.\n\n---\nThe end\n---\n\nMore.");
        assert_eq!(rule.drafts.len(), 3);
    }

    #[test]
    fn names_are_read_as_a_note_shows_them() {
        let page = read("---\nauthor:\n  - \"[[Ada Byron]]\"\n  - \"[[people/bo|Bo Carver]]\"\n  - \"[[]]\"\n---\n");
        assert_eq!(page.front.list(&["author"]).unwrap(), ["Ada Byron", "Bo Carver"]);
    }

    #[test]
    fn broken_front_matter_is_no_front_matter() {
        for front in [
            ": : [",
            "a: &a [x]\nb: *a",
            &format!("a: {}", "[".repeat(300)),
            &"- ".repeat(30_000),
            &"? ".repeat(30_000),
        ] {
            for fence in ["---", "+++"] {
                let page = read(&format!("{fence}\n{front}\n{fence}\n\nText here."));
                assert_eq!(page.front, FrontMatter::default());
                assert_eq!(page.drafts.len(), 1);
            }
        }
    }
}
