//! Containers: files with a page, or many, packed together with what belongs to them. A module a format.

mod archive;
mod exports;
mod headers;
mod http;
mod maff;
mod mhtml;
mod wacz;
mod warc;
mod webarchive;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

pub(crate) use archive::{ends_as_zip, records as zip};
pub(crate) use exports::{is_link_list, records as json};
pub(crate) use mhtml::{is_mhtml, is_saved_message, records as mhtml};
pub(crate) use warc::records as warc;
pub(crate) use webarchive::{is_webarchive, records as webarchive};

use super::{ReadOptions, Record, html_page, path_text};
use crate::page::Saved;

/// What every reader of a container is told.
pub(crate) struct Context<'a> {
    /// How the container is called in every output.
    path: String,
    pub(crate) options: &'a ReadOptions,
    /// How often each record's name was given.
    names: RefCell<HashMap<String, usize>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(path: &Path, options: &'a ReadOptions) -> Context<'a> {
        Context { path: path_text(path), options, names: RefCell::default() }
    }

    /// How the only page of a container is called: as the container.
    pub(crate) fn only(&self) -> String {
        self.path.clone()
    }

    /// How a record is called: by its name, numbered where the archive has several of that name.
    pub(crate) fn record(&self, name: &str) -> String {
        let mut names = self.names.borrow_mut();
        let count = names.entry(name.to_owned()).or_default();
        *count += 1;
        match *count {
            1 => format!("{}!{name}", self.path),
            n => format!("{}!{name} ({n})", self.path),
        }
    }

    /// The page of a record: HTML in the charset that the container names, unless the bytes contradict.
    pub(crate) fn html(&self, path: String, bytes: &[u8], charset: Option<&str>, saved: Saved) -> Record {
        let page = html_page(path.clone(), bytes, charset, saved, self.options);
        Record { path, page }
    }
}
