//! What a check has to say.

use std::fmt;
use std::path::Path;

use serde::Serialize;

use crate::index::remedy::typed;

/// How an index is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOptions {
    /// How many documents are analysed again, evenly spread over the index.
    pub sample: usize,
}

impl Default for CheckOptions {
    fn default() -> Self {
        CheckOptions { sample: 200 }
    }
}

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Report {
    /// Whether every byte is as it was written and this program can use it.
    pub sound: bool,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is not wrong, but worth knowing.
    pub remarks: Vec<Remark>,
    /// Files that were read to their ends.
    pub files: usize,
    /// The bytes of these.
    pub bytes: u64,
    /// Segments of the index.
    pub segments: usize,
    /// Documents that were counted.
    pub documents: u64,
    /// Documents whose stored text was analysed again and compared with what the index finds.
    pub analysed: usize,
}

impl Report {
    /// Names the index in the remedies, so that they can be typed as they are.
    pub(super) fn name(&mut self, dir: &Path) {
        let index = format!("--index {}", typed(dir));
        self.findings.iter_mut().for_each(|finding| finding.remedy = finding.remedy.replace("--index DIR", &index));
    }
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where: the name of a file of the index, or the path of an article.
    pub place: String,
    /// What.
    #[serde(serialize_with = "as_text")]
    pub problem: Problem,
    /// What to do about it.
    pub remedy: String,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is not there.
    Missing,
    /// The file is longer or shorter than it was written.
    Length {
        /// Its bytes.
        found: u64,
        /// The bytes that were written.
        expected: u64,
    },
    /// The file's content is not what was written.
    Content,
    /// The file's content does not fit the checksum of tantivy in it.
    Checksum,
    /// The file cannot be read.
    Unreadable {
        /// What the system, or the engine, said.
        reason: String,
    },
    /// The file does not name all files of the index.
    Unlisted {
        /// The first of those that are missing.
        name: String,
    },
    /// Another list of segments than the one sealed was there when a run began: something else has changed the index.
    Foreign,
    /// The index was written with another schema.
    Schema {
        /// Its schema.
        found: u32,
        /// The schema of this program.
        expected: u32,
        /// The version of pressmark that wrote it.
        writer: String,
    },
    /// The index was written with other fields, or other rules for cutting and stemming words.
    Analysis {
        /// Their fingerprint.
        found: String,
        /// The fingerprint of this program.
        expected: String,
    },
    /// There are more or fewer documents than there should be.
    Count {
        /// How many there are.
        found: u64,
        /// How many there should be.
        expected: u64,
    },
    /// A document has no key or no id.
    Nameless,
    /// Two documents have one key or one id.
    Twice,
    /// The index does not find a document by the words of its own text.
    Words {
        /// The field in which it is not found.
        field: String,
        /// The first word that fails.
        word: String,
    },
}

impl Problem {
    fn remedy(&self) -> &'static str {
        match self {
            Problem::Schema { found, expected, .. } if found > expected => {
                "use the pressmark that wrote it or a later one, or delete the folder and index again"
            }
            Problem::Schema { .. } | Problem::Analysis { .. } => {
                "pressmark check --repair --index DIR, or any run of pressmark index --index DIR: both build it anew"
            }
            Problem::Unreadable { .. } => {
                "see that it can be read; if it can and is damaged: pressmark check --repair --index DIR"
            }
            _ => "pressmark check --repair --index DIR",
        }
    }

    /// The finding of this problem at a place.
    pub(super) fn at(self, place: impl Into<String>) -> Finding {
        Finding { place: place.into(), remedy: self.remedy().to_owned(), problem: self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Problem::Missing => f.write_str("is not there"),
            Problem::Length { found, expected } => write!(f, "has {found} bytes, and {expected} were written"),
            Problem::Content => f.write_str("is not what was written"),
            Problem::Checksum => f.write_str("does not fit its own checksum"),
            Problem::Unreadable { reason } => write!(f, "cannot be read: {reason}"),
            Problem::Unlisted { name } => write!(f, "does not name {name}, which belongs to the index"),
            Problem::Foreign => {
                f.write_str("was changed by something else than pressmark before a run, and is not vouched for")
            }
            Problem::Schema { found, expected, writer } => {
                write!(f, "is of schema {found}, written by pressmark {writer}; this one reads schema {expected}")
            }
            Problem::Analysis { found, expected } => {
                write!(f, "was written with other fields or another text analysis ({found}, now {expected})")
            }
            Problem::Count { found, expected } => write!(f, "has {found} documents, and should have {expected}"),
            Problem::Nameless => f.write_str("has a document without a key or an id"),
            Problem::Twice => f.write_str("is in the index twice"),
            Problem::Words { field, word } => {
                write!(f, "is not found in field {field} by the word {word} of its own text")
            }
        }
    }
}

/// What is not wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// An earlier build wrote the index, without a seal.
    Unsealed,
    /// The last run was ended before it was done.
    Interrupted,
    /// Files that belong to no commit.
    Leftovers {
        /// How many.
        files: usize,
    },
    /// A file that is none of the index's.
    Stranger {
        /// Its name.
        name: String,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Remark::Unsealed => f.write_str(
                "the index is of an earlier build and has no seal: checked by tantivy's checksums alone; the next change \
                 by `pressmark index` seals it",
            ),
            Remark::Interrupted => f.write_str("the last run was interrupted; run `pressmark index` again"),
            Remark::Leftovers { files } => {
                write!(f, "{files} files are left over from an interrupted run; the next change by `pressmark index` removes them")
            }
            Remark::Stranger { name } => write!(f, "{name} is no file of the index"),
        }
    }
}

impl Serialize for Remark {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_text(self, serializer)
    }
}

fn as_text<S: serde::Serializer>(value: &impl fmt::Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}
