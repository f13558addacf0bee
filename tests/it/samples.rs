//! Real saved pages in every format, which lie beside the project: what a right reading of each yields.

use std::path::Path;

use serde_json::Value;

use crate::command::{Desk, shared};

/// A file, and of its article: a part of the title, the address, the start of the time of saving, a text that has to be
/// there, one that must not. An empty string says nothing.
const SAMPLES: &[(&str, &str, &str, &str, &str, &str)] = &[
    (
        "archivebox",
        "U.S. International Trade in Goods and Services, December and Annual 2023",
        "https://www.bea.gov/news/2024/us-international-trade-goods-and-services-december-and-annual-2023",
        "2024-02-12T06:11:07",
        "the goods and services deficit was $62.2 billion in December, up $0.3 billion",
        "Page saved with SingleFile",
    ),
    (
        "archivebox/archive/1707717218.230103/warc/1707718277.warc.gz",
        "U.S. International Trade in Goods and Services, December and Annual 2023",
        "https://www.bea.gov/news/2024/us-international-trade-goods-and-services-december-and-annual-2023",
        "2024-02-12",
        "the goods and services deficit was $62.2 billion in December, up $0.3 billion",
        "Page not found",
    ),
    (
        "archivebox/archive/1707717218.230103/www.bea.gov",
        "U.S. International Trade in Goods and Services, December and Annual 2023",
        "https://www.bea.gov/news/2024/us-international-trade-goods-and-services-december-and-annual-2023",
        "",
        "the goods and services deficit was $62.2 billion in December, up $0.3 billion",
        "",
    ),
    (
        "singlefile/bea-working-at-bea.html",
        "Working at BEA",
        "https://www.bea.gov/about/working-at-bea",
        "2024-02-12T06:12:01",
        "you'll have the chance to really know and work with leaders",
        "base64",
    ),
    (
        "singlefile/zotero-pdf-reader.html",
        "PDF Reader",
        "https://www.zotero.org/support/pdf_reader",
        "2022-12-20T09:17:50",
        "You can create a note from all annotations in a PDF",
        "data:image",
    ),
    (
        "singlefile-zip/demo.png.zip.html",
        "Démo fichier HTML polyglotte",
        "",
        "",
        "Communauté des développeurs JavaScript passionnés à Rennes",
        "Please wait...",
    ),
    (
        "mhtml/wikipedia.mhtml",
        "Node.js",
        "https://en.wikipedia.org/wiki/Node.js",
        "2018-12-17",
        "open-source, cross-platform JavaScript run-time environment",
        "=3D",
    ),
    (
        "mhtml/testMHTMLFirefox.mhtml",
        "Aperture Framework",
        "http://aperture.sourceforge.net/",
        "2006-03-10T12:40:00",
        "Pronunciation",
        "=3D",
    ),
    (
        "webarchive/testWEBARCHIVE.webarchive",
        "Apache Tika",
        "http://tika.apache.org/",
        "",
        "toolkit detects and extracts metadata",
        "WebResourceData",
    ),
    ("webarchive/WebArchiveExtractorHelp.webarchive", "", "", "", "takes Apple's WebArchive file format", ""),
    (
        "maff/20200917155205232.maff",
        "Lorem Ipsum",
        "http://example.com/t0001-1",
        "2020-09-17T15:52:05",
        "Lorem ipsum dolor sit amet",
        "",
    ),
    (
        "maff/20200421101254231.htz",
        "Lorem Ipsum",
        "http://example.com/t0001-1",
        "2020-04-21T10:12:54",
        "Lorem ipsum dolor sit amet",
        "",
    ),
    (
        "warc/example-iana.org-chunked.warc",
        "Internet Assigned Numbers Authority",
        "http://www.iana.org/",
        "2017-03-06T16:54:09",
        "",
        "",
    ),
    (
        "warc/example.warc.gz",
        "Example Domain",
        "http://example.com/",
        "2017-03-06T04:02:06",
        "illustrative examples",
        "",
    ),
    (
        "warc/example-wget-bad-target-uri.warc.gz",
        "Example Domain",
        "http://example.com/",
        "2018-02-09",
        "illustrative examples",
        "",
    ),
    (
        "warc/example-bad-non-chunked.warc.gz",
        "Example Domain",
        "http://example.com/",
        "2017-03-06T04:02:06",
        "illustrative examples",
        "",
    ),
    (
        "warc/example-trunc.warc",
        "Example Domain",
        "http://example.com/",
        "2017-03-06T04:02:06",
        "illustrative examples",
        "",
    ),
    ("warc/cc.warc.gz", "Common Crawl", "http://commoncrawl.org/", "2019-12-10T10:00:01", "", ""),
    (
        "wacz/example.wacz",
        "Webrecorder",
        "https://webrecorder.net/",
        "2022-09-16T19:15:07",
        "open source tools and packages",
        "",
    ),
    ("wacz/valid_example_2.wacz", "Example Domain", "http://www.example.com/", "2020-10-07T21:22:36", "", ""),
    ("wacz/valid_signed_example_1.wacz", "Example Domain", "https://example.com/", "2022-01-18T19:00:09", "", ""),
    (
        "saved-from-comment/eltiempo.com-candidatos.html",
        "",
        "https://www.eltiempo.com/colombia/medellin/elecciones-2022-candidatos-presidenciales-en-la-universidad-eafit-669594",
        "",
        "andidatos presidenciales",
        "COPYRIGHT © 2021 EL TIEMPO",
    ),
    (
        "saved-from-comment/zvei.org.messestellenbetriebsgesetz.html",
        "Messstellenbetriebsgesetz: Endlich Klarheit geschaffen",
        "",
        "",
        "zum Referentenentwurf des Messstellenbetriebsgesetzes",
        "Pressereferentin Energie",
    ),
    ("saved-from-comment/zfk.de.waermepumpen.html", "Wärmepumpenmarkt", "", "", "Wärmepumpe", "a0_0x5acc"),
    (
        "saved-from-comment/offshore-stiftung.de.offshore-windenergie.html",
        "Offshore-Windenergie",
        "",
        "",
        "Der Begriff Offshore stammt aus dem Englischen",
        "",
    ),
    (
        "httrack/bigdata.ypart.eu.datenerhebung.html",
        "Digitale Datenerhebung",
        "http://bigdata.ypart.eu/page/Digitale_Datenerhebung_und_verwertung_als_Herausforderung_für_Medienbildung_und_Gesellschaft",
        "2018-01-17T15:34:08",
        "Gesellschaft für Medienpädagogik und Kommunikationskultur",
        "Mit Hilfe der Steuerelemente",
    ),
    ("charset/arabic-misleading-charset.html", "Test Arabic", "", "", "من القرى", "\u{FFFD}"),
    ("charset/gbk.html", "标题", "", "", "", "\u{FFFD}"),
    ("charset/utf16le-bom.html", "Title", "", "", "", "\0"),
    ("charset/xhtml.html", "XHTML test document", "", "", "", ""),
    ("zotero-storage", "Test", "", "", "", ""),
];

fn lines(folder: &Path, file: &str) -> Vec<Value> {
    let path = folder.join(file);
    Desk::new().run(&["extract", "--format", "json", path.to_str().expect("a path")]).lines()
}

#[test]
fn every_sample_gives_its_article() {
    let Some(folder) = shared("samples") else { return };
    let mut wrong = Vec::new();
    for (file, title, url, saved, with, without) in SAMPLES {
        let lines: Vec<Value> = lines(&folder, file).into_iter().filter(|line| line["error"].is_null()).collect();
        let [line] = lines.as_slice() else {
            wrong.push(format!("{file}: {} articles", lines.len()));
            continue;
        };
        let text = |key: &str| line[key].as_str().unwrap_or_default();
        for (key, part) in [("title", title), ("body", with)] {
            if !text(key).contains(part) {
                wrong.push(format!("{file}: `{part}` is not in {key} `{}`", text(key).get(..80).unwrap_or(text(key))));
            }
        }
        if !text("saved").starts_with(saved) || (!url.is_empty() && text("url") != *url) {
            wrong.push(format!("{file}: saved {} from {}", line["saved"], line["url"]));
        }
        if !without.is_empty() && text("body").contains(without) {
            wrong.push(format!("{file}: `{without}` is in the body"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn exports_give_the_articles_that_they_hold() {
    let Some(folder) = shared("samples/exports") else { return };
    let titles = |file: &str| {
        lines(&folder, file).iter().map(|l| l["title"].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    let read = titles("wallabag-v2-read.json");
    assert!(read.len() == 2 && read[0].starts_with("Wikimedia Foundation removes The Diary of Anne Frank"), "{read:?}");
    assert_eq!(titles("wallabag-v1-read.json").len(), 3);
    for file in ["omnivore.json", "readability.json", "ril_export.html"] {
        let lines = lines(&folder, file);
        let reason = lines[0]["error"].as_str().unwrap_or_default();
        assert!(lines.len() == 1 && reason.starts_with("is not read: a list of links"), "{file}: {lines:?}");
    }
}

#[test]
fn what_is_no_article_gives_none_and_says_why() {
    let Some(folder) = shared("samples") else { return };
    for (file, reason) in [
        ("warc/post-test.warc.gz", "is not read: an archive without pages"),
        ("wacz/invalid_example_1.wacz", "is a WACZ archive without a WARC in it"),
        ("mhtml/bad-missing_boundary.mhtml", "is a damaged MHTML file"),
        ("mhtml/bad-missing_boundary_header.mhtml", "is a damaged MHTML file"),
        ("mhtml/testUserDefinedCharset.mhtml", "is a damaged MHTML file: its page is empty"),
        ("epub/testEPUB.epub", "is not read: an EPUB book"),
        ("zim/small.zim", "is not read: a ZIM archive"),
    ] {
        let ran = Desk::new().run(&["extract", "--format", "json", folder.join(file).to_str().expect("a path")]);
        assert_eq!(ran.code, 2, "{file}: {}", ran.stderr);
        assert!(ran.lines().iter().all(|line| line["error"].is_string()), "{file}: {}", ran.stdout);
        assert!(ran.stderr.contains(reason), "{file}: {}", ran.stderr);
    }
}
