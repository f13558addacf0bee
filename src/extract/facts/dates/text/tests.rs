//! Days in the forms of many languages, and what looks like a day but is none.

use super::*;

fn days(text: &str, lang: &str, order: Order) -> Vec<String> {
    let lang = Some(lang.to_owned()).filter(|l| !l.is_empty());
    find(text, &Habits { order, lang }).into_iter().map(|f| f.day.to_string()).collect()
}

#[test]
fn a_day_is_read_in_the_form_of_each_language() {
    for (lang, text) in [
        ("en", "Thursday, February 26, 2026"),
        ("en", "Feb. 26th 2026 · 4 min read"),
        ("en", "26th of February, 2026"),
        ("en", "By Ann Lee26 Feb 2026"),
        ("en", "26-Feb-26"),
        ("en", "Thu Feb 26 10:00:00 +0000 2026"),
        ("de", "Donnerstag, 26. Februar 2026, 10:30 Uhr"),
        ("de", "26.2.2026"),
        ("de", "26.02.26"),
        ("fr", "le jeudi 26 février 2026 à 10h30"),
        ("fr", "26 févr. 2026"),
        ("es", "26 de febrero de 2026"),
        ("es", "febrero 26, 2026"),
        ("it", "giovedì 26 Febbraio 2026"),
        ("pt", "26 de fevereiro de 2026"),
        ("pt", "26/fev/2026"),
        ("nl", "donderdag 26 februari 2026"),
        ("pl", "26 lutego 2026 r."),
        ("cs", "26. února 2026"),
        ("hr", "26. veljače 2026."),
        ("ru", "26 февраля 2026 г."),
        ("uk", "26 лютого 2026 року"),
        ("tr", "26 Şubat 2026 Perşembe"),
        ("tr", "26 ŞUBAT 2026"),
        ("hu", "2026. február 26."),
        ("lt", "2026 m. vasario 26 d."),
        ("lv", "2026. gada 26. februāris"),
        ("el", "26 Φεβρουαρίου 2026"),
        ("vi", "26 tháng 2, 2026"),
        ("id", "26 Februari 2026"),
        ("he", "26 בפברואר 2026"),
        ("hi", "26 फ़रवरी 2026"),
        ("ar", "الخميس ٢٦ فبراير ٢٠٢٦"),
        ("ar", "26 شباط/فبراير 2026"),
        ("ar", "الخميس 9 رمضان 1447 هـ - 26 فبراير 2026 م"),
        ("ar", "\u{200F}٢٦\u{200F}/٢\u{200F}/٢٠٢٦"),
        ("fa", "پنجشنبه ۷ اسفند ۱۴۰۴"),
        ("fa", "۱۴۰۴/۱۲/۰۷"),
        ("fa", "۲۶ فوریه ۲۰۲۶"),
        ("zh", "发布于2026年2月26日 10:30"),
        ("ja", "2026年02月26日"),
        ("ko", "입력 2026. 2. 26. 오후 3:15"),
        ("ko", "2026년 2월 26일"),
        ("sv", "2026-02-26 10:30"),
        ("sv", "26 februari 2026"),
        ("da", "26 | 02 | 2026"),
        ("da", "26. feb. 2026"),
        ("no", "26. februar 2026"),
        ("fi", "26. helmikuuta 2026"),
        ("ro", "26 februarie 2026"),
        ("bg", "26 февруари 2026 г."),
        ("sk", "26. februára 2026"),
        ("id", "Kamis, 26 Februari 2026"),
        ("vi", "26/02/2026"),
        ("bn", "২৬ ফেব্রুয়ারি ২০২৬"),
        ("bn", "২৬ ফেব্রুয\u{9BC}ারি ২০২৬"),
        ("ur", "26 فروری 2026"),
        ("th", "26 กุมภาพันธ์ 2569"),
        ("th", "๒๖ กุมภาพันธ์ ๒๕๖๙"),
        ("th", "26 กุมภาพันธ์ 2026"),
        ("th", "26/02/2569"),
    ] {
        assert_eq!(days(text, lang, Order::DayFirst), ["2026-02-26"], "{lang}: {text}");
    }
}

#[test]
fn two_words_of_a_month_are_read_together() {
    assert_eq!(days("٣ كانون الأول ٢٠٢٥", "ar", Order::DayFirst), ["2025-12-03"]);
    assert_eq!(days("3 تشرين الثاني 2025", "ar", Order::DayFirst), ["2025-11-03"]);
}

#[test]
fn what_is_not_a_day_is_not_read() {
    for (lang, text) in [
        ("en", "Feb 26"),
        ("en", "February 2026"),
        ("en", "May 20:15"),
        ("en", "30 February 2026"),
        ("en", "2026-13-26"),
        ("en", "0000-00-00"),
        ("en", "26/02/1889"),
        ("en", "12–14 May 2026"),
        ("en", "192.168.10.12"),
        ("en", "1.26.02.2026"),
        ("en", "version 2.10.2026.4"),
        ("en", "+49 26 02 2026"),
        ("en", "€26.02.2026"),
        ("en", "10:30 - 11:45"),
        ("en", "Chapter 3.4.12"),
        ("en", "5-4-3"),
        ("en", "A4 Feb 2026"),
        ("ar", "9 رمضان 1447"),
        ("ar", "1447/09/09"),
        ("fa", "۳۰ اسفند ۱۴۰۴"),
        ("fa", "۷ اسفند ۲۰۲۶"),
        ("ar", "٩ رمضان ١٤٤٧"),
        ("ar", "26/02/1447"),
        ("ur", "9 رمضان 1447"),
        ("en", "26/02/2569"),
        ("en", "26 February 2569"),
        ("th", "26 กุมภาพันธ์ 2200"),
        ("ja", "令和8年2月26日"),
        ("zh", "民國115年2月26日"),
        ("", "26 listopada 2026"),
        ("zh", "2026年2月"),
    ] {
        assert_eq!(days(text, lang, Order::DayFirst), [""; 0], "{lang}: {text}");
    }
}

#[test]
fn numbers_are_read_in_the_order_of_the_page() {
    assert_eq!(days("3/4/2026", "en", Order::DayFirst), ["2026-04-03"]);
    assert_eq!(days("3/4/2026", "en", Order::MonthFirst), ["2026-03-04"]);
    assert_eq!(days("03/04/2026", "en", Order::Unknown), [""; 0]);
    assert_eq!(days("10/11/2026", "en", Order::Unknown), [""; 0]);
    assert_eq!(days("3/04/2026", "en", Order::Unknown), [""; 0]);
    assert_eq!(days("3/4/2026", "", Order::Unknown), [""; 0]);
    // Of all who write English only Americans leave out the zeros of both.
    assert_eq!(days("3/4/2026", "en", Order::Unknown), ["2026-03-04"]);
    assert_eq!(
        days("26/2/2026, 2/26/2026, 4/4/2026", "en", Order::Unknown),
        ["2026-02-26", "2026-02-26", "2026-04-04"]
    );
    assert_eq!(days("3.4.2026", "de", Order::Unknown), ["2026-04-03"]);
}

#[test]
fn a_number_above_twelve_shows_the_order() {
    assert_eq!(order_shown("26/02/2026"), Some(Order::DayFirst));
    assert_eq!(order_shown("Posted 02/26/2026 by Ann"), Some(Order::MonthFirst));
    assert_eq!(order_shown("02/03/2026"), None);
}

#[test]
fn days_stated_elsewhere_show_the_order() {
    let known = [Date::constant(2026, 4, 3), Date::constant(2026, 5, 5)];
    assert_eq!(order_agreed("03/04/2026", &known), Some(Order::DayFirst));
    assert_eq!(order_agreed("Posted 04/03/2026", &known), Some(Order::MonthFirst));
    for text in ["05/05/2026", "01/02/2026", "Lock 3/4", ""] {
        assert_eq!(order_agreed(text, &known), None, "{text}");
    }
}

#[test]
fn a_long_text_is_searched_at_its_start_only() {
    let long = "é ".repeat(MOST_TEXT);
    assert_eq!(days(&format!("2026-02-26 {long} 2026-02-27"), "fr", Order::DayFirst), ["2026-02-26"]);
}

#[test]
fn the_days_of_a_period_are_none() {
    for text in ["Offer: 1 March 2026 – 26 March 2026", "26.02.2026 bis 14.03.2026", "26 février 2026 au 3 mars 2026"]
    {
        assert_eq!(days(text, "", Order::DayFirst), [""; 0], "{text}");
    }
    assert_eq!(days("26 February 2026 | Updated 3 March 2026", "en", Order::DayFirst).len(), 2);
}
