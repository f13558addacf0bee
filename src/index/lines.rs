//! From article lines to an index.

use std::path::Path;
use std::time::Instant;

use super::build::upgrade;
use super::document::short_hash;
use super::error::IndexError;
use super::keys::line_key;
use super::payload::Stamp;
use super::sink::Sink;
use super::{Event, IndexOptions, Summary};
use crate::article::{Article, ArticleLine};

/// Indexes article lines, as `extract --format json` prints them, instead of pages. Nothing is taken out, and no
/// line is left out for its kind.
///
/// # Errors
/// Those of opening and writing an index; a line that is no article is reported through `on_event`.
pub fn index_articles(
    lines: impl std::io::BufRead,
    dir: &Path,
    options: &IndexOptions,
    on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    run(lines, dir, options, on_event).map_err(|error| error.of(&[dir]))
}

fn run(
    lines: impl std::io::BufRead,
    dir: &Path,
    options: &IndexOptions,
    mut on_event: impl FnMut(Event),
) -> Result<Summary, IndexError> {
    let started = Instant::now();
    upgrade(dir, Vec::new, options, &mut on_event)?;
    let mut sink = Sink::open(dir, options)?;
    for (at, line) in lines.split(b'\n').enumerate() {
        if options.stop.is_requested() {
            sink.summary.interrupted = true;
            break;
        }
        let line = line.map_err(|source| IndexError::Io { path: "the articles".into(), source })?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Some((path, reason)) = index_line(&mut sink, at + 1, &line)? {
            sink.summary.failed += 1;
            on_event(Event::Failed { path: Path::new(&path), reason: &reason });
        }
        on_event(Event::Done);
    }
    let summary = sink.finish()?;
    Ok(Summary { seconds: started.elapsed().as_secs_f64(), ..summary })
}

/// Indexes one line. If it is no article, what it is called and the reason come back.
fn index_line(sink: &mut Sink, number: usize, line: &[u8]) -> Result<Option<(String, String)>, IndexError> {
    let stamp = Stamp { bytes: line.len() as u64, digest: short_hash(line), ..Stamp::default() };
    match serde_json::from_slice::<ArticleLine>(line) {
        Ok(ArticleLine { path, error: Some(reason), .. }) => return Ok(Some((path, reason))),
        Err(source) => return Ok(Some(("articles".into(), format!("line {number} is not an article: {source}")))),
        Ok(line) => {
            let article = Article::from(line);
            let key = line_key(&article.path);
            match sink.state.pages.get(&key) {
                Some(known) if known.stamp.digest == stamp.digest => sink.summary.unchanged += 1,
                _ => sink.put(&key, stamp, &article)?,
            }
        }
    }
    Ok(None)
}
