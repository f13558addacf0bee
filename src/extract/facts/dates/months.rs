//! The names of the months, in the languages and spellings in which pages write them.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::calendars::Calendar;

/// A language and its twelve months; spellings of one month are separated by spaces, words of one name by `_`.
///
/// Full names come in the cases that stand beside a day, abbreviations as sites use them (CLDR's, and those seen).
type Language = (&'static str, Calendar, [&'static str; 12]);

#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    ("en", Calendar::Gregorian, ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sep sept", "october oct", "november nov", "december dec"]),
    ("de", Calendar::Gregorian, ["januar jänner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr", "mai", "juni jun",
        "juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"]),
    ("fr", Calendar::Gregorian, ["janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août",
        "septembre sept", "octobre oct", "novembre nov", "décembre déc"]),
    ("es", Calendar::Gregorian, ["enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
        "agosto ago", "septiembre setiembre sep sept set", "octubre oct", "noviembre nov", "diciembre dic"]),
    ("it", Calendar::Gregorian, ["gennaio gen", "febbraio feb febb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"]),
    ("pt", Calendar::Gregorian, ["janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul",
        "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"]),
    ("ca", Calendar::Gregorian, ["gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre",
        "novembre", "desembre"]),
    ("nl", Calendar::Gregorian, ["januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
        "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec"]),
    ("sv", Calendar::Gregorian, ["januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul",
        "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec"]),
    ("da", Calendar::Gregorian, ["januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
        "september sep sept", "oktober okt", "november nov", "december dec"]),
    ("no", Calendar::Gregorian, ["januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug",
        "september sep sept", "oktober okt", "november nov", "desember des"]),
    ("fi", Calendar::Gregorian, ["tammikuuta tammikuu", "helmikuuta helmikuu", "maaliskuuta maaliskuu", "huhtikuuta huhtikuu",
        "toukokuuta toukokuu", "kesäkuuta kesäkuu", "heinäkuuta heinäkuu", "elokuuta elokuu", "syyskuuta syyskuu",
        "lokakuuta lokakuu", "marraskuuta marraskuu", "joulukuuta joulukuu"]),
    ("et", Calendar::Gregorian, ["jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september",
        "oktoober", "november", "detsember"]),
    ("lv", Calendar::Gregorian, ["janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī", "maijs maijā",
        "jūnijs jūnijā", "jūlijs jūlijā", "augusts augustā", "septembris septembrī", "oktobris oktobrī", "novembris novembrī",
        "decembris decembrī"]),
    ("lt", Calendar::Gregorian, ["sausio sausis", "vasario vasaris", "kovo kovas", "balandžio balandis", "gegužės gegužė",
        "birželio birželis", "liepos liepa", "rugpjūčio rugpjūtis", "rugsėjo rugsėjis", "spalio spalis", "lapkričio lapkritis",
        "gruodžio gruodis"]),
    ("pl", Calendar::Gregorian, ["stycznia styczeń sty", "lutego luty lut", "marca marzec mar", "kwietnia kwiecień kwi", "maja maj",
        "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz",
        "października październik paź", "listopada listopad lis", "grudnia grudzień gru"]),
    ("cs", Calendar::Gregorian, ["ledna leden led", "února únor úno", "března březen bře", "dubna duben dub", "května květen kvě",
        "června červen", "července červenec", "srpna srpen srp", "září", "října říjen říj", "listopadu listopad lis",
        "prosince prosinec pro"]),
    ("sk", Calendar::Gregorian, ["januára január", "februára február", "marca marec", "apríla apríl", "mája máj", "júna jún",
        "júla júl", "augusta august", "septembra september", "októbra október", "novembra november", "decembra december"]),
    ("sl", Calendar::Gregorian, ["januarja januar jan", "februarja februar feb", "marca marec mar", "aprila april apr", "maja maj",
        "junija junij jun", "julija julij jul", "avgusta avgust avg", "septembra september sep", "oktobra oktober okt",
        "novembra november nov", "decembra december dec"]),
    ("hr", Calendar::Gregorian, ["siječnja siječanj sij", "veljače veljača velj", "ožujka ožujak ožu", "travnja travanj tra",
        "svibnja svibanj svi", "lipnja lipanj lip", "srpnja srpanj srp", "kolovoza kolovoz kol", "rujna rujan ruj",
        "listopada listopad lis", "studenoga studenog studeni stu", "prosinca prosinac pro"]),
    ("sr", Calendar::Gregorian, ["januara januar jan јануара јануар јан", "februara februar feb фебруара фебруар феб",
        "marta mart mar марта март мар", "aprila april apr априла април апр", "maja maj маја мај", "juna jun juni јуна јун јуни",
        "jula jul juli јула јул јули", "avgusta avgust avg августа август авг", "septembra septembar sep септембра септембар сеп",
        "oktobra oktobar okt октобра октобар окт", "novembra novembar nov новембра новембар нов",
        "decembra decembar dec децембра децембар дец"]),
    ("mk", Calendar::Gregorian, ["јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври",
        "ноември", "декември"]),
    ("bg", Calendar::Gregorian, ["януари яну", "февруари фев", "март мар", "април апр", "май", "юни юн", "юли юл", "август авг",
        "септември сеп септ", "октомври окт", "ноември ное ноем", "декември дек"]),
    ("ru", Calendar::Gregorian, ["января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май",
        "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент", "октября октябрь окт",
        "ноября ноябрь ноя нояб", "декабря декабрь дек"]),
    ("uk", Calendar::Gregorian, ["січня січень січ", "лютого лютий лют", "березня березень бер", "квітня квітень квіт",
        "травня травень трав", "червня червень черв", "липня липень лип", "серпня серпень серп", "вересня вересень вер",
        "жовтня жовтень жовт", "листопада листопад лист", "грудня грудень груд"]),
    ("be", Calendar::Gregorian, ["студзеня студзень", "лютага люты", "сакавіка сакавік", "красавіка красавік", "траўня мая",
        "чэрвеня чэрвень", "ліпеня ліпень", "жніўня жнівень", "верасня верасень", "кастрычніка кастрычнік",
        "лістапада лістапад", "снежня снежань"]),
    ("hu", Calendar::Gregorian, ["január jan", "február febr feb", "március márc", "április ápr", "május máj", "június jún",
        "július júl", "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec"]),
    ("ro", Calendar::Gregorian, ["ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul",
        "august aug", "septembrie sep sept", "octombrie oct", "noiembrie noi nov", "decembrie dec"]),
    ("sq", Calendar::Gregorian, ["janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
        "nëntor", "dhjetor"]),
    ("el", Calendar::Gregorian, ["ιανουαρίου ιανουάριος ιαν", "φεβρουαρίου φεβρουάριος φεβ", "μαρτίου μάρτιος μαρ",
        "απριλίου απρίλιος απρ", "μαΐου μάιος μάι", "ιουνίου ιούνιος ιουν", "ιουλίου ιούλιος ιουλ", "αυγούστου αύγουστος αυγ",
        "σεπτεμβρίου σεπτέμβριος σεπ σεπτ", "οκτωβρίου οκτώβριος οκτ", "νοεμβρίου νοέμβριος νοε", "δεκεμβρίου δεκέμβριος δεκ"]),
    ("tr", Calendar::Gregorian, ["ocak oca", "şubat şub", "mart mar", "nisan nis", "mayıs may", "haziran haz", "temmuz tem",
        "ağustos ağu", "eylül eyl", "ekim eki", "kasım kas", "aralık ara"]),
    ("az", Calendar::Gregorian, ["yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr",
        "noyabr", "dekabr"]),
    ("id", Calendar::Gregorian, ["januari jan", "februari feb", "maret mar mac", "april apr", "mei", "juni jun", "juli jul julai",
        "agustus ags agu ogos", "september sep", "oktober okt", "november nov", "desember des disember"]),
    ("he", Calendar::Gregorian, ["ינואר בינואר", "פברואר בפברואר", "מרץ במרץ מרס במרס", "אפריל באפריל", "מאי במאי", "יוני ביוני",
        "יולי ביולי", "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"]),
    // Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco: four sets of names, none in conflict.
    ("ar", Calendar::Gregorian, ["يناير كانون_الثاني جانفي", "فبراير شباط فيفري", "مارس آذار", "أبريل نيسان أفريل", "مايو أيار ماي",
        "يونيو يونيه حزيران جوان", "يوليو يوليه تموز جويلية يوليوز", "أغسطس آب أوت غشت", "سبتمبر أيلول شتنبر",
        "أكتوبر تشرين_الأول", "نوفمبر تشرين_الثاني نونبر", "ديسمبر كانون_الأول دجنبر"]),
    ("fa", Calendar::Gregorian, ["ژانویه", "فوریه", "مارس", "آوریل", "مه می", "ژوئن", "ژوئیه جولای", "اوت آگوست", "سپتامبر",
        "اکتبر", "نوامبر", "دسامبر"]),
    ("fa", Calendar::Jalali, ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
        "اسفند"]),
    ("hi", Calendar::Gregorian, ["जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर",
        "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"]),
    ("bn", Calendar::Gregorian, ["জানুয়ারি জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট আগষ্ট",
        "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"]),
    ("ur", Calendar::Gregorian, ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"]),
    ("th", Calendar::Buddhist, ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
        "ตุลาคม", "พฤศจิกายน", "ธันวาคม"]),
];

/// A month of some calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) calendar: Calendar,
    pub(super) number: i8,
}

/// Each folded name, and what it means in which language.
static NAMES: LazyLock<FxHashMap<String, Vec<(&'static str, Month)>>> = LazyLock::new(|| {
    let mut names: FxHashMap<String, Vec<(&'static str, Month)>> = FxHashMap::default();
    for (lang, calendar, months) in LANGUAGES {
        for (number, spellings) in (1..).zip(months) {
            for name in spellings.split(' ') {
                let month = Month { calendar: *calendar, number };
                names.entry(fold(&name.replace('_', " ")).into_owned()).or_default().push((lang, month));
            }
        }
    }
    names
});

/// The first words of names of two words.
static BEGINNINGS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| NAMES.keys().filter_map(|name| name.split_once(' ')).map(|(first, _)| first).collect());

/// Whether a folded word may be the first of a name of two words: `جمادى الأولى`.
pub(super) fn begins_name(word: &str) -> bool {
    BEGINNINGS.contains(word)
}

/// The month that a folded name means on a page in this language.
///
/// A name of another language counts too, for sites whose theme was never translated, unless languages differ on it:
/// `listopad` is November in Polish and Czech, October in Croatian.
pub(super) fn month(name: &str, lang: Option<&str>) -> Option<Month> {
    let meanings = NAMES.get(name)?;
    if let Some((_, own)) = meanings.iter().find(|(l, _)| Some(*l) == lang) {
        return Some(*own);
    }
    let (_, first) = meanings.first()?;
    meanings.iter().all(|(_, m)| m == first).then_some(*first)
}

/// A word in lower case without accents and vowel marks, letters that differ only by keyboard made one.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        return word.chars().flat_map(char::to_lowercase).filter_map(fold_char).collect();
    }
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) { word.to_ascii_lowercase().into() } else { word.into() }
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        // Combining accents, Arabic vowel signs and tatweel, zero-width joiners, the dot that Bengali composes য় with.
        '\u{9BC}' | '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}' | '\u{640}' | '\u{200C}' | '\u{200D}' | '\u{AD}' => {
            return None;
        }
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ţ' | 'ț' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'й' => 'и',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{9DF}' => '\u{9AF}',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(name: &str, lang: Option<&str>) -> Option<i8> {
        month(&fold(name), lang).map(|m| m.number)
    }

    #[test]
    fn every_language_has_its_own_reading_of_each_of_its_names() {
        for (lang, calendar, months) in LANGUAGES {
            for (expected, spellings) in (1..).zip(months) {
                for name in spellings.split(' ') {
                    let found = month(&fold(&name.replace('_', " ")), Some(lang)).unwrap();
                    assert_eq!((found.number, found.calendar), (expected, *calendar), "{lang} {name}");
                }
            }
        }
    }

    #[test]
    fn names_on_which_languages_differ_need_the_language() {
        assert_eq!(number("listopada", Some("pl")), Some(11));
        assert_eq!(number("listopada", Some("hr")), Some(10));
        assert_eq!(number("listopada", None), None);
        assert_eq!(number("Février", Some("en")), Some(2));
    }

    #[test]
    fn accents_case_and_keyboards_do_not_matter() {
        assert_eq!(number("FEVRIER", Some("fr")), Some(2));
        assert_eq!(number("KASIM", Some("tr")), Some(11));
        assert_eq!(number("إبريل", Some("ar")), Some(4));
        assert_eq!(number("ژانويه", Some("fa")), Some(1));
    }
}
