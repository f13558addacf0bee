//! MAFF: a ZIP archive with a folder for each page, and in each an `index.rdf` that says what it is a page of.

use std::io::{Read, Seek};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::super::{ReadError, decode, saved};
use super::archive::entry;
use super::{Context, Record};
use crate::page::Saved;

const RDF: &str = "index.rdf";

pub(super) fn is_maff(names: &[String]) -> bool {
    names.iter().any(|name| folder_of(name).is_some())
}

/// The folder of a page, with its slash, by the name of its description.
fn folder_of(name: &str) -> Option<&str> {
    let folder = name.strip_suffix(RDF)?;
    (folder.is_empty() || folder.find('/') == Some(folder.len() - 1)).then_some(folder)
}

/// Reads the page of every folder; frames and linked files beside it are no pages.
pub(super) fn records<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    names: &[String],
    cx: &Context,
    on: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    let mut folders: Vec<&str> = names.iter().filter_map(|name| folder_of(name)).collect();
    folders.sort_unstable();
    for folder in folders {
        let rdf = entry(archive, &format!("{folder}{RDF}"), cx)
            .map(|bytes| Description::read(&decode(&bytes)))
            .unwrap_or_default();
        let index = rdf.index.as_deref().unwrap_or("index.html");
        let name = format!("{folder}{index}");
        let path = cx.record(&name);
        match entry(archive, &name, cx) {
            Ok(bytes) => on(cx.html(path, &bytes, rdf.charset.as_deref(), rdf.saved)),
            Err(error) => on(Record { path, page: Err(error) }),
        }
    }
    Ok(())
}

/// What `index.rdf` says.
#[derive(Debug, Default, PartialEq)]
struct Description {
    saved: Saved,
    index: Option<String>,
    charset: Option<String>,
}

impl Description {
    /// Reads as far as the XML is well formed.
    fn read(rdf: &str) -> Description {
        let mut description = Description::default();
        let mut reader = Reader::from_str(rdf);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => description.add(&tag),
                Ok(Event::Eof) | Err(_) => return description,
                Ok(_) => {}
            }
        }
    }

    /// Values stand in the attribute `RDF:resource`, whatever the prefix of the namespace.
    fn add(&mut self, tag: &BytesStart) {
        let resource = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == "resource");
        let Some(value) =
            resource.and_then(|a| Some(a.normalized_value(XmlVersion::Implicit1_0).ok()?.trim().to_owned()))
        else {
            return;
        };
        match tag.local_name().as_ref() {
            "originalurl" => self.saved.url = saved::http(&value),
            "archivetime" => self.saved.at = saved::instant(&value),
            "indexfilename" => self.index = Some(value),
            "charset" => self.charset = Some(value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_read_as_far_as_it_goes() {
        let rdf = "<?xml version='1.0'?><RDF:RDF xmlns:MAF='m' xmlns:RDF='r'><RDF:Description RDF:about='urn:root'>\
            <MAF:originalurl RDF:resource='https://a.example/?a=1&amp;b=2'/><MAF:indexfilename RDF:resource='page.htm'/>\
            <MAF:archivetime RDF:resource='Thu, 17 Sep 2020 15:52:05 GMT'/><MAF:charset RDF:resource='windows-1251'/><broken";
        let description = Description::read(rdf);
        assert_eq!(description.saved.url.as_deref(), Some("https://a.example/?a=1&b=2"));
        assert_eq!(description.saved.at.unwrap().to_string(), "2020-09-17T15:52:05Z");
        assert_eq!(
            (description.index.as_deref(), description.charset.as_deref()),
            (Some("page.htm"), Some("windows-1251"))
        );
        assert_eq!(Description::read("\0<<<"), Description::default());
    }

    #[test]
    fn pages_stand_in_folders_of_the_first_level() {
        assert_eq!(folder_of("1234/index.rdf"), Some("1234/"));
        assert_eq!(folder_of("index.rdf"), Some(""));
        for other in ["a/b/index.rdf", "a/index.html", "/a/index.rdf", "../index.rdf/x"] {
            assert_eq!(folder_of(other), None, "{other}");
        }
    }
}
