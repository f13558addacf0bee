//! The words that options of `search` take.

use clap::ValueEnum;

use crate::search::{Facet, Sort, Unit};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SortArg {
    Relevance,
    Newest,
    Oldest,
}

impl SortArg {
    pub(crate) fn sort(self) -> Sort {
        match self {
            SortArg::Relevance => Sort::Relevance,
            SortArg::Newest => Sort::Newest,
            SortArg::Oldest => Sort::Oldest,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FacetArg {
    Section,
    Site,
    Author,
    Lang,
    Kind,
    Tag,
    Year,
    Month,
    Day,
}

impl FacetArg {
    pub(crate) fn facet(self) -> Facet {
        match self {
            FacetArg::Section => Facet::Section,
            FacetArg::Site => Facet::Site,
            FacetArg::Author => Facet::Author,
            FacetArg::Lang => Facet::Lang,
            FacetArg::Kind => Facet::Kind,
            FacetArg::Tag => Facet::Tag,
            FacetArg::Year => Facet::Year,
            FacetArg::Month => Facet::Month,
            FacetArg::Day => Facet::Day,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    /// For people.
    Text,
    /// One object with hits, counts and what was passed over.
    Json,
    /// One hit an object a line.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
    /// A list with links.
    Markdown,
    /// A bibliography for LaTeX.
    Bibtex,
    /// A bibliography for reference managers.
    Ris,
    /// A bibliography for citation processors.
    CslJson,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnitArg {
    Auto,
    Day,
    Month,
    Year,
}

impl UnitArg {
    pub(crate) fn unit(self) -> Unit {
        match self {
            UnitArg::Auto => Unit::Auto,
            UnitArg::Day => Unit::Day,
            UnitArg::Month => Unit::Month,
            UnitArg::Year => Unit::Year,
        }
    }
}
