//! What an article must be, whatever it says: options of `search` and `similar`.

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::article::Kind;

use crate::cli::saved::SavedQuery;
use crate::cli::settings::Settings;
use crate::search::{Period, PeriodError, Request};

/// Filters, as they are typed.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct FilterArgs {
    /// Only articles of this section of their site, by its whole name or with * in it; may be repeated
    #[arg(long, value_name = "S")]
    section: Vec<String>,
    /// Only articles published on this day or later: 2026, 2026-02, 2026-02-26, 30d, "last month"
    #[arg(long, value_name = "D", value_parser = first_day)]
    since: Option<String>,
    /// Only articles published on this day or earlier
    #[arg(long, value_name = "D", value_parser = last_day)]
    until: Option<String>,
    /// Only articles of this site, by its name or host; may be repeated
    #[arg(long, value_name = "H")]
    site: Vec<String>,
    /// Only articles by this author, by the whole name or words of it; may be repeated
    #[arg(long, value_name = "A")]
    author: Vec<String>,
    /// Only articles in this language, by its code: en, fr, ar; may be repeated [default: setting lang, or all]
    #[arg(long, value_name = "L")]
    lang: Vec<String>,
    /// Only pages of this kind; may be repeated
    #[arg(long, value_name = "K", value_parser = PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.name())))]
    kind: Vec<String>,
}

/// Whether the text names a first day; it is kept as it is, for `30d` is another day tomorrow.
fn first_day(text: &str) -> Result<String, PeriodError> {
    Period::first_day(text).map(|_| text.to_owned())
}

fn last_day(text: &str) -> Result<String, PeriodError> {
    Period::last_day(text).map(|_| text.to_owned())
}

impl FilterArgs {
    /// The request for a query under these filters.
    pub(crate) fn request(&self, query: String, settings: &Settings) -> anyhow::Result<Request> {
        let since = self.since.as_deref().map(Period::first_day).transpose()?;
        let until = self.until.as_deref().map(Period::last_day).transpose()?;
        let period = Period { since, until };
        if period.is_empty() {
            anyhow::bail!(
                "no day is both since {} and until {}",
                period.since.unwrap_or_default(),
                period.until.unwrap_or_default()
            );
        }
        Ok(Request {
            sections: self.section.clone(),
            sites: self.site.clone(),
            authors: self.author.clone(),
            langs: settings.lang.or_all(&self.lang),
            kinds: self.kind.clone(),
            period,
            ..Request::new(query)
        })
    }

    /// What is to be kept of them under a name, with the saved searches within which it is asked.
    pub(crate) fn kept(&self, query: String, within: Vec<String>) -> SavedQuery {
        SavedQuery {
            query,
            within,
            sections: self.section.clone(),
            sites: self.site.clone(),
            authors: self.author.clone(),
            langs: self.lang.clone(),
            kinds: self.kind.clone(),
            since: self.since.clone(),
            until: self.until.clone(),
        }
    }

    /// The filters of a search that was kept.
    pub(crate) fn of_kept(kept: &SavedQuery) -> FilterArgs {
        FilterArgs {
            section: kept.sections.clone(),
            since: kept.since.clone(),
            until: kept.until.clone(),
            site: kept.sites.clone(),
            author: kept.authors.clone(),
            lang: kept.langs.clone(),
            kind: kept.kinds.clone(),
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept(String::new(), Vec::new()) == SavedQuery::default()
    }
}
