//! Words by which a page says what a day beside them is.

use super::months::fold;

/// What the words before a date make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Modified,
    /// The day of something else: a right, an event, a birth, a visit to the page.
    Other,
}

/// Stems, folded: see [`is_of`]. The first table that knows a word decides.
#[rustfmt::skip]
const STEMS: &[(Label, &[&str])] = &[
    (Label::Modified, &["updat", "modif", "edited", "revis", "reviewed", "changed", "aktualis", "geandert", "stand", "bearbeitet",
        "uberarbeitet", "maj", "jour", "actualiz", "actualis", "aggiorna", "ultima", "atualiz", "bijgewerkt", "gewijzigd", "aktualiz",
        "zmodyf", "zmien", "обновл", "изменен", "редакт", "оновлен", "guncel", "تحديث", "تعديل", "روزرساني", "ويرايش",
        "更新", "修改", "수정", "uppdater", "oppdater", "opdater", "paivitetty", "frissit", "modosit", "upraven", "azurir",
        "ενημερ", "עודכן", "diperbarui", "diubah"]),
    (Label::Published, &["publi", "posted", "post", "written", "issued", "date", "datum", "created",
        "veroffentlicht", "erstellt", "erschienen", "fecha", "creado", "pubbl", "data", "publicado",
        "gepubliceerd", "geplaatst", "dodan", "opublik", "utworz", "опублик", "дата", "размещ", "создан", "yayin", "eklenme",
        "tarih", "giris", "نشر", "تاريخ", "منتشر", "发布", "發布", "发表", "發表", "日期", "時間", "时间", "公開", "投稿", "입력", "등록",
        "작성", "julkaistu", "megjelen", "kozzete", "objavljen", "zverejn", "vydano", "δημοσι", "פורסם", "diterbitkan",
        "submitted", "ligne", "filed", "entered", "aired", "first", "uploaded", "added", "ingest"]),
    (Label::Other, &["©", "copyright", "since", "until", "till", "born", "died", "expire", "valid", "deadline", "accessed",
        "retrieved", "visited", "event", "meeting", "conference", "webinar", "join", "registered", "member", "founded", "established", "effective", "closing", "starts",
        "begins", "ends", "ab", "bis", "seit", "geboren", "depuis", "jusqu", "desde", "hasta", "dal", "fino", "vanaf", "tot",
        "today", "heute", "aujourd", "hoy", "oggi", "vandaag", "dzis", "сегодня", "bugun", "اليوم", "امروز",
        "今天", "今日"]),
];

/// Only the words just before a date speak of it.
const NEAR: usize = 4;

/// A label above a date ends with its word: `Published on`, `Date of publication`. In `© Ann Lee` and `Reviewed by Ann Lee`
/// it speaks of somebody.
const NEAR_ALONE: usize = 2;

/// What the text before a date says about it: its last words, nearest first.
pub(super) fn label(before: &str) -> Option<Label> {
    label_of(before, NEAR)
}

/// What a line of its own above a date says about it.
pub(super) fn label_alone(above: &str) -> Option<Label> {
    label_of(above, NEAR_ALONE)
}

fn label_of(before: &str, reach: usize) -> Option<Label> {
    let words = before.rsplit(|c: char| !c.is_alphabetic() && c != '©').filter(|w| !w.is_empty());
    let near = words.take(reach).map(fold);
    let mut published = None;
    for word in near {
        match stem(&word) {
            // "Published and last updated on": what follows is the last of the two.
            Some(Label::Published) => published = Some(Label::Published),
            Some(other) => return Some(other),
            None => {}
        }
    }
    published
}

fn stem(word: &str) -> Option<Label> {
    STEMS.iter().find(|(_, stems)| stems.iter().any(|stem| is_of(word, stem))).map(|(label, _)| *label)
}

/// Whether a word is of the stem: begins with it, is it where it is short, or holds it where that cannot be chance.
fn is_of(word: &str, stem: &str) -> bool {
    match stem.len() {
        length if length > word.len() => false,
        ..=4 => word == stem,
        5 => word.starts_with(stem),
        // Words run together where only tags part them: `17:40 Uhr<span>Aktualisiert am`.
        _ => word.contains(stem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_above_is_a_label_where_it_ends_with_one() {
        for (above, expected) in [
            ("Published on", Some(Label::Published)),
            ("Date de publication", Some(Label::Published)),
            ("Mise en ligne", Some(Label::Published)),
            ("Last updated:", Some(Label::Modified)),
            ("© 2026", Some(Label::Other)),
            ("© Ann Lee", None),
            ("Reviewed by Ann Lee", None),
        ] {
            assert_eq!(label_alone(above), expected, "{above}");
        }
    }

    #[test]
    fn words_before_a_date_say_what_it_is() {
        for (before, expected) in [
            ("By Ann Lee | Published on ", Some(Label::Published)),
            ("Last updated: ", Some(Label::Modified)),
            ("Published and last updated on ", Some(Label::Modified)),
            ("Zuletzt aktualisiert am ", Some(Label::Modified)),
            ("Mis à jour le ", Some(Label::Modified)),
            ("آخر تحديث: ", Some(Label::Modified)),
            ("最后更新时间：", Some(Label::Modified)),
            ("发布于", Some(Label::Published)),
            ("Опубликовано: ", Some(Label::Published)),
            ("© ", Some(Label::Other)),
            ("Registration deadline ", Some(Label::Other)),
            ("By Ann Lee, ", None),
        ] {
            assert_eq!(label(before), expected, "{before}");
        }
    }
}
