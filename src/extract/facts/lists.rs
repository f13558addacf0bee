//! Word lists that several facts need.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::extract::text;

/// Names of home pages, as the first crumb of a trail has them.
static HOME: List = List::new(
    "\
    home, homepage, home page, start, startseite, zurück zur startseite, zur startseite, accueil, inicio, \
    portada, início, página inicial, home pagina, pagina iniziale, strona główna, главная, anasayfa, \
    ana sayfa, الرئيسية, خانه, صفحه اصلی, 首页, 首頁, ホーム, 홈, hem, hjem, etusivu, you are here, main page, \
    front page, frontpage, index, beranda, anda di sini, anda berada di sini, sie sind hier, vous êtes ici, usted está aquí, \
    está aquí, você está aqui, ti trovi qui, u bent hier, jesteś tutaj, вы здесь, buradasınız, أنت هنا, 当前位置, 您的位置, 您现在的位置, \
    现在位置, 現在位置",
);

/// Section names that tell nothing: any article of any site may have them. The first is the most common value of all.
static GENERIC_SECTIONS: List = List::new(
    "\
    news, blog, blogs, the blog, our blog, article, articles, all articles, post, posts, all posts, all, \
    uncategorized, uncategorised, unclassified, general, aktuelles, aktuell, allgemein, nachrichten, \
    artikel, actualités, actualité, noticias, notícias, notizie, nieuws, haberler, новости, أخبار, اخبار, \
    aktualności, nyheter, sin categoría, sin categoria, sem categoria, non classé, senza categoria, \
    geen categorie, unkategorisiert, ohne kategorie, bez kategorii, без рубрики, غير مصنف, 未分类, latest, \
    latest news, latest posts, recent posts, all news, weitere news, alle meldungen, meldungen, view all, see all, \
    today s paper, print edition, print, homepage news, featured, story, stories, top stories, page, pages, main, archives, category, categories, \
    menu, search, none, null, undefined, default, other, topics, themen, thèmes, temas, temi, темы",
);

/// Words and phrases written with commas between, asked often for one.
pub(crate) struct List {
    text: &'static str,
    known: OnceLock<Known>,
}

struct Known {
    words: FxHashSet<&'static [u8]>,
    /// A bit for each length that a word has: most that are asked for are longer or shorter than any.
    lengths: u64,
    longest: usize,
}

impl Known {
    fn length(word: &[u8]) -> u64 {
        1 << word.len().min(63)
    }
}

impl List {
    pub(crate) const fn new(text: &'static str) -> List {
        List { text, known: OnceLock::new() }
    }

    /// In the order in which they are written.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split(',').map(str::trim)
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.has_bytes(word.as_bytes())
    }

    pub(crate) fn has_bytes(&self, word: &[u8]) -> bool {
        let known = self.known();
        known.lengths & Known::length(word) != 0 && known.words.contains(word)
    }

    /// Whether a text is none of the words when it is [folded](text::folded), which keeps each of its letters, since it has
    /// more of them: that takes less than to fold it.
    pub(crate) fn is_longer(&self, text: &str) -> bool {
        text::is_longer(text, self.known().longest)
    }

    fn known(&self) -> &Known {
        self.known.get_or_init(|| {
            let words = || self.iter().map(str::as_bytes);
            Known {
                words: words().collect(),
                lengths: words().map(Known::length).fold(0, |lengths, length| lengths | length),
                longest: words().map(<[u8]>::len).max().unwrap_or(0),
            }
        })
    }
}

/// The parts of an address, byte by byte: what looks for a character in long texts takes longer in short ones.
pub(crate) fn parts(address: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    address.as_bytes().split(|&byte| byte == b'/')
}

/// Whether a name is that of a home page.
pub(crate) fn is_home(name: &str) -> bool {
    !HOME.is_longer(name) && HOME.has(&text::folded(name))
}

/// Whether a section name tells nothing about the article.
pub(crate) fn is_generic_section(name: &str) -> bool {
    is_generic(&text::folded(name))
}

/// The same of a folded name.
pub(crate) fn is_generic(folded: &str) -> bool {
    HOME.has(folded) || GENERIC_SECTIONS.has(folded)
}

/// Words that stand before an author's name, in the languages of the date tables.
pub(crate) static BY: List = List::new(
    "\
    by, von, durch, par, por, di, da, door, av, af, przez, بقلم, كتب, كتبت, كتبه, yazan, written by, posted by, \
    published by, story by, words by, reported by, article by, text by, text von, ein artikel von, \
    ein gastbeitrag von, eine analyse von, ein kommentar von, escrito por, écrit par, scritto da, \
    a cura di, geschreven door, napisał, recueilli par, propos recueillis par, contributed by, created by, \
    submitted by, authored by, interview by, artikel von, oleh, ditulis oleh, veröffentlicht von, geschrieben von, \
    verfasst von, publicado por, postado por, publicada por, publié par, rédigé par, posté par, pubblicato da, \
    postato da, gepubliceerd door, geplaatst door, opublikowane przez, dodane przez",
);

/// Labels before an author's name, which a colon or another mark parts from it.
pub(crate) static AUTHOR_LABELS: List = List::new(
    "\
    author, authors, author(s), contributors, autor, autora, autoren, autorin, auteur, auteurs, autore, \
    autori, автор, авторы, текст, الكاتب, المؤلف, نویسنده, yazar, haber, yazı, 作者, 文, 撰文, 記者, 记者, \
    written by, posted by, by, words, text, story, penulis, ditulis oleh",
);

/// Words after which a byline speaks of something else, folded.
pub(crate) static STOPS: List = List::new(
    "\
    on, in, for, at, from, published, posted, updated, last, modified, min, minutes, read, follow, \
    reviewed, edited, medically, fact, contact, email, share, comments, comment, views, photography, \
    photos, is, has, writes, via, am, le, el, il, op, den, aktualisiert, veröffentlicht, stand, publié, \
    publicado, actualizado, pubblicato, geplaatst, gepubliceerd, about, reporting, illustrated, \
    illustrations, translated, fotos, monday, tuesday, wednesday, thursday, friday, saturday, sunday, \
    today, yesterday, january, february, march, april, may, june, july, august, september, october, \
    november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, bio, profile, website, \
    twitter, linkedin, facebook, view, lesedauer, lesezeit, опубликовано, обновлено, опубліковано, оновлено, yayınlanma, \
    yayınlandı, güncelleme, opublikowano, aktualizacja, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, \
    sonntag, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lunes, martes, miércoles, jueves, \
    viernes, sábado, domingo, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, maandag, \
    dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, понедельник, вторник, среда, четверг, пятница, \
    суббота, воскресенье, pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, الأحد, الاثنين, \
    الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, شنبه, یکشنبه, دوشنبه, سه‌شنبه, چهارشنبه, پنجشنبه, جمعه",
);

/// Names of people among the stops: they stop a byline only where a number follows.
#[rustfmt::skip]
pub(crate) const MONTHS_AND_NAMES: &[&str] = &[
    "may", "april", "june", "august", "jan", "jun", "jul", "mar", "march", "el", "le", "den", "montag", "freitag", "samstag",
    "sonntag", "samedi", "dimanche", "martes", "sábado", "domingo", "sabato", "domenica", "среда", "cuma", "pazar", "الأحد",
    "الخميس", "الجمعة", "السبت", "جمعه",
];

/// Words of roles, degrees and posts: a part of a byline that has one is no name, folded.
pub(crate) static ROLES: List = List::new(
    "\
    editor, editors, reporter, correspondent, writer, columnist, journalist, contributor, professor, \
    director, fellow, analyst, producer, founder, cofounder, ceo, cto, cfo, coo, president, chief, head, \
    manager, senior, lecturer, researcher, author, phd, md, mba, ma, msc, bsc, rd, rdn, rn, cpa, cfa, cfp, \
    cpt, cscs, dvm, dds, jd, esq, lcsw, psyd, edd, mph, ms, ba, bs, np, do, lmft, lpc, ldn, sr, jr, ii, \
    iii, officer, specialist, consultant, engineer, developer, strategist, coordinator, intern, redakteur, \
    redakteurin, korrespondent, korrespondentin, professorin, rédacteur, rédactrice, journaliste, \
    periodista, redactor, redactora, giornalista, expert, advisor, adviser, attorney, lawyer, partner, \
    coach, therapist, nutritionist, dietitian, certified, licensed",
);

/// What stands for an author where a site has not named one, folded.
pub(crate) static NOBODY: List = List::new(
    "\
    admin, administrator, author, authors, editor, editors, staff, staff writer, staff writers, guest, \
    guest author, guest post, guest contributor, unknown, anonymous, webmaster, user, root, null, none, \
    undefined, default, redaktion, die redaktion, redacción, redaccion, la rédaction, rédaction, redazione, \
    redactie, redakcja, редакция, editorial, editorial team, editorial staff, contributor, contributors, \
    web, web editor, web team, superadmin, wpadmin, site admin, team, the team, our team, posted, written, \
    by, name, read more, see more, more, share, subscribe, follow, about the author, about the authors, \
    mon, tue, wed, thu, fri, sat, sun, wordpress, squarespace, view all posts, all posts, website, linkedin, twitter, facebook, instagram, \
    home, blog, marketing, support, view profile, content team",
);

/// Words that organisations have in their names and people do not, folded.
pub(crate) static ORGANISATIONS: List = List::new(
    "\
    team, staff, desk, newsroom, news, institute, institut, department, ministry, agency, press, reuters, \
    afp, dpa, bureau, office, council, committee, group, inc, llc, ltd, gmbh, company, university, \
    universität, foundation, association, editors, board, media, magazine, times, post, journal, services, \
    service, center, centre, commission, society, network, blog, com, partners, redaktion, ministerium, \
    bank, government, union, club, college, school, editorial, solutions, studio, studios, labs, software, \
    insurance, marketing, realty, law, clinic, hospital, health",
);

/// Words for what others than the authors do, as they stand before `by`.
pub(crate) static CHECKED: List = List::new(
    "\
    reviewed, researched, edited, checked, updated, verified, photo, photos, photographed, illustrated, \
    sponsored, powered, fact",
);

/// Whether a part of a title is a byline: `by Ann Lee`, as newsletters have it after the headline.
pub(crate) fn is_byline(part: &str) -> bool {
    let folded = text::folded(part);
    let words = folded.split(' ').count();
    (2..=5).contains(&words) && (folded.starts_with("by ") || folded.starts_with("von "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_folded() {
        for word in HOME.iter().chain(GENERIC_SECTIONS.iter()) {
            assert_eq!(text::folded(word), word);
        }
    }

    #[test]
    fn names_that_tell_nothing() {
        assert!(is_home("Home") && is_generic_section("NEWS") && is_generic_section("Inicio"));
        assert!(!is_generic_section("Middle East"));
    }
}
