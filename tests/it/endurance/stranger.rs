//! The index in the hands of a program that has none of our code: Python with a wheel of tantivy.
//!
//! `pip install tantivy==0.27.0` is all it takes; `PRESSMARK_PYTHON` names the interpreter where that is not `python3`. The
//! same is asked of tantivy itself, in Rust, by `any_tantivy_program_reads_the_index`.

use std::process::Command;

use crate::command::Desk;

/// Prints how many articles each query finds, a line each, or why there is nothing to try it with.
const PROGRAM: &str = r#"
import sys
try:
    import importlib.metadata, tantivy
    version = importlib.metadata.version("tantivy")
except ImportError:
    sys.exit("there is no module tantivy")
if not version.startswith("0.27."):
    sys.exit(f"tantivy is {version}, not 0.27")
index = tantivy.Index.open(sys.argv[1])
searcher = index.searcher()
print(searcher.num_docs)
for text in sys.argv[2:]:
    query = index.parse_query(text, ["title", "body"])
    found = searcher.search(query, 1000)
    for _, address in found.hits:
        article = searcher.doc(address)
        assert article["path"][0] and article["body"][0], article
    print(found.count)
"#;

/// A query as tantivy's language has it, and the same as the command line has it.
const QUERIES: &[(&str, &[&str])] = &[
    ("body:ferry OR title:ferry", &["body:ferry OR title:ferry"]),
    ("title:levy", &["title:levy"]),
    ("\"capacity market\"", &["title:\"capacity market\" OR body:\"capacity market\""]),
    ("section:energy", &["--section", "energy"]),
    ("section:\"World\"", &["--section", "World"]),
    ("date:[2024-01-01T00:00:00Z TO *]", &["--since", "2024"]),
    ("date:[2023-01-01T00:00:00Z TO 2023-12-31T23:59:59Z]", &["--since", "2023", "--until", "2023"]),
    ("section:energy AND date:[2024-01-01T00:00:00Z TO *]", &["--section", "energy", "--since", "2024"]),
    ("lang:fr", &["--lang", "fr"]),
];

#[test]
fn python_with_tantivy_opens_searches_filters_and_counts_the_same() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let python = std::env::var_os("PRESSMARK_PYTHON").unwrap_or_else(|| "python3".into());
    let queries = QUERIES.iter().map(|(theirs, _)| theirs);
    let ran = Command::new(python).args(["-c", PROGRAM]).arg(desk.path("index")).args(queries).output();
    let output = match ran {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout).expect("text"),
        Ok(output) => {
            let error = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(error.starts_with("t"), "{error}");
            return eprintln!("SKIPPED: {}; `pip install tantivy==0.27.0` is all it takes", error.trim());
        }
        Err(error) => return eprintln!("SKIPPED: no Python to try it with: {error}"),
    };
    let theirs: Vec<u64> = output.lines().map(|line| line.parse().expect("a number")).collect();
    let all: &[&str] = &[];
    for (ours, theirs) in std::iter::once(&all).chain(QUERIES.iter().map(|(_, ours)| ours)).zip(&theirs) {
        assert_eq!(desk.search(ours)["total"], *theirs, "{ours:?}");
        assert!(*theirs > 0, "{ours:?} finds nothing, and proves nothing");
    }
    assert_eq!(theirs.len(), QUERIES.len() + 1);
}
