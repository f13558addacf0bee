//! Pages of each kind, as sites have them.

use std::collections::HashSet;

use super::signals::signals;
use crate::article::{Article, Kind};
use crate::extract::explain;
use crate::page::{Page, Saved};

fn read(html: &str) -> Article {
    explain(&Page::html("a.html", html)).0
}

fn read_from(url: &str, html: &str) -> Article {
    let saved = Saved { url: Some(url.to_owned()), ..Saved::default() };
    explain(&Page { saved, ..Page::html("a.html", html) }).0
}

/// Paragraphs of running text, each of some thirty words.
fn story(paragraphs: usize) -> String {
    (1..=paragraphs)
        .map(|n| {
            format!(
                "<p>The river commission said on Monday that barrage {n} would be closed for repairs until the spring, and \
                 that each of the four provinces may draw less water than in the years before it was built.</p>"
            )
        })
        .collect()
}

const MENU: &str =
    "<nav><ul><li><a href=/>Home</a><li><a href=/world>World</a><li><a href=/contact>Contact</a></ul></nav>";

#[test]
fn signals_have_names_of_their_own_and_speak_for_something() {
    let mut names = HashSet::new();
    for signal in signals() {
        assert!(names.insert(signal.id), "{} is there twice", signal.id);
        assert!(!signal.says.is_empty() && signal.why.ends_with('.'), "{}", signal.id);
    }
}

#[test]
fn articles_are_articles_whatever_is_around_them() {
    let teaser =
        "<div class=card><h3><a href=x>The dam that never was</a></h3><p>Forty years on, the valley waits.</p></div>";
    let banner = "<div>We use cookies and our partners do.</div><button>Accept all</button>";
    for (name, html) in [
        ("short", format!("<h1>The canal</h1>{}", story(1))),
        ("teasers below", format!("{MENU}<h1>The canal</h1>{}{}", story(9), teaser.repeat(9))),
        ("comments below", {
            let comment = "<div class=comment><b class=author>Ann</b> <time>3 May</time><p>I do not agree with this at all, dear editor.</p></div>";
            format!("<h1>The canal</h1>{}{}", story(9), comment.repeat(8))
        }),
        ("consent below", format!("<h1>The canal</h1>{}{banner}", story(3))),
        ("a way in above", format!("<form>Log in <input type=password></form><h1>The canal</h1>{}", story(1))),
        ("an article on errors", format!("<title>404: the error that made a career</title><h1>404</h1>{}", story(6))),
        (
            "a report in brief",
            format!(
                "<meta property=og:type content=article><title>Access denied</title><h1>Access denied</h1>{}",
                story(1)
            ),
        ),
    ] {
        let article = read(&html);
        assert_eq!(article.kind, Kind::Article, "{name} {:?}", article.kind_confidence);
        assert!(!article.is_bare());
    }
}

#[test]
fn lists_are_told_by_their_teasers_and_cards() {
    let teaser = "<article class=card><h2><a href=x>The dam that never was</a></h2><p>Forty years on, the valley still waits for \
                  its water.</p><time>3 May</time></article>";
    let list = format!("<body class='archive category'>{MENU}<h1>Water</h1>{}", teaser.repeat(20));
    assert_eq!(read_from("https://a.example/category/water/", &list).kind, Kind::Listing);
    let home = format!("<body class=home>{MENU}<h1>The Daily</h1>{}", teaser.repeat(8));
    assert_eq!(read_from("https://a.example/", &home).kind, Kind::Home);
}

#[test]
fn threads_are_told_by_their_messages() {
    let message = |n: usize| {
        format!(
            "<div class=message><div class=user><a href=/members/{n}>ann{n}</a> Joined 2019</div><time>3 May 2024</time>\
             <div class=message-body><p>The gate on barrage {n} leaks too, and nobody at the commission answers the telephone.</p>\
             </div><a href=#>Reply</a> <a href=#>Quote</a></div>"
        )
    };
    let thread: String = (1..=7).map(message).collect();
    let page = format!("<title>Gate leaks</title><h1>Gate leaks</h1>{thread}");
    assert_eq!(read_from("https://a.example/forum/threads/gate-leaks.12/", &page).kind, Kind::Forum);
}

#[test]
fn things_for_sale_are_told_by_price_and_cart() {
    let page = "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"Kettle\",\"offers\":{\"@type\":\"Offer\",\
                \"price\":\"39\"}}</script><meta property=og:type content=product><h1>Copper kettle</h1><p>$39.00</p>\
                <button>Add to cart</button><p>A kettle of copper that holds two litres and boils them in four minutes.</p>";
    assert_eq!(read_from("https://a.example/products/copper-kettle", page).kind, Kind::Product);
}

#[test]
fn manuals_and_landing_pages_are_told_by_what_they_are_made_of() {
    let manual = format!(
        "<meta name=generator content='Docusaurus 3'><h1>Opening gates</h1><nav>On this page</nav><p>Call the function with the \
         number of the gate.</p>{}<a href=x>Edit this page</a>",
        "<h2>Options</h2><p>Set what is to happen when the gate does not open.</p><pre>open(3)</pre>".repeat(5)
    );
    assert_eq!(read_from("https://docs.a.example/docs/gates", &manual).kind, Kind::Documentation);
    let service = format!(
        "<script type='application/ld+json'>{{\"@type\":\"Service\",\"name\":\"Dredging\"}}</script><h1>Dredging services</h1>{}{}",
        "<h2>Why us</h2><p>We have dredged canals since 1911.</p><a href=/quote>Get a quote</a> ".repeat(6),
        "<a href=/contact>Contact us</a>"
    );
    assert_eq!(read_from("https://a.example/services/dredging", &service).kind, Kind::Service);
}

/// Errors in many languages, as servers and content systems show them.
#[test]
fn errors_are_told_by_title_and_little_text() {
    for (title, text) in [
        ("404 Not Found", "<h1>Not Found</h1>"),
        ("Just a moment...", "<p>Please enable JavaScript and wait.</p>"),
        (
            "404 Not Found",
            "<h1>Not Found</h1><p>The requested URL was not found on this server.</p><hr><address>Apache</address>",
        ),
        ("Page not found - The Daily", "<h1>Oops!</h1><p>It looks like nothing was found at this location.</p>"),
        (
            "Just a moment...",
            "<h2>Checking your browser before accessing a.example.</h2><p>This takes a few seconds.</p>",
        ),
        ("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p>"),
        ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
        ("Seite nicht gefunden | Tagblatt", "<h1>Fehler 404</h1><p>Die Seite gibt es nicht oder nicht mehr.</p>"),
        ("Page introuvable", "<h1>Page introuvable</h1><p>La page que vous cherchez n'existe plus.</p>"),
        ("Página no encontrada – El Diario", "<h1>Error 404</h1><p>Lo sentimos, esta página no existe.</p>"),
        ("Страница не найдена", "<h1>Ошибка 404</h1><p>Такой страницы больше нет.</p>"),
        ("Sayfa bulunamadı", "<h1>404</h1><p>Aradığınız sayfa bulunamadı.</p>"),
        ("الصفحة غير موجودة", "<h1>خطأ 404</h1><p>لم يتم العثور على الصفحة المطلوبة.</p>"),
        ("ページが見つかりません", "<h1>404</h1><p>お探しのページは見つかりませんでした。</p>"),
    ] {
        let article = read(&format!("<title>{title}</title>{MENU}{text}"));
        assert_eq!(article.kind, Kind::Error, "{title}");
        assert!(article.is_bare(), "{title} {:?}", article.kind_confidence);
    }
}

/// Errors whose titles say nothing of one, or not in the usual words.
#[test]
fn errors_are_told_by_what_their_text_says() {
    for (title, text) in [
        (
            "Runtime Error",
            "<h1>Server Error in '/' Application.</h1><p><b>Description:</b> An application error occurred on the server. The \
             current settings of this application prevent the details of the error from being viewed remotely. It could, \
             however, be viewed by browsers that run on the server itself, once they are switched on in its configuration.</p>",
        ),
        (
            "Error | Ministry",
            "<h1>Error</h1><p>The website encountered an unexpected error. Please try again later.</p>",
        ),
        (
            "Fatal error",
            "<b>Fatal error</b>: Uncaught PDOException: Connection refused. Stack trace: #0 /www/index.php(12)",
        ),
        (
            "503",
            "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 104</p>",
        ),
        (
            "a.example | 522: Connection timed out",
            "<h1>Connection timed out <span>Error code 522</span></h1><div>2025-03-03 10:11:12 UTC</div><h2>What happened?</h2>\
             <p>The initial connection between Cloudflare's network and the origin web server timed out.</p>\
             <p>Please try again in a few minutes.</p>",
        ),
        (
            "451: Unavailable due to legal reasons",
            "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a \
             country of the European Economic Area and therefore access cannot be granted at this time.</p>",
        ),
        ("a.example", "<h1>a.example</h1><p>This domain has expired. Its owner may renew it.</p><a href=/>Buy it</a>"),
        ("Site under maintenance", "<p>The Ministry is currently under maintenance. We should be back shortly.</p>"),
        ("The Daily", "<h1>Hm.</h1><p>The page you are looking for has gone for a walk.</p>"),
        (
            "This article is no longer available",
            "<h1>This article is no longer available</h1><p>The article was removed because our right to it has expired.</p>",
        ),
        (
            "Error interno",
            "<h1>Error interno del servidor</h1><p>Se ha producido un error. Inténtelo de nuevo más tarde.</p>",
        ),
        ("Ошибка сервера", "<h1>Ошибка 500</h1><p>Внутренняя ошибка сервера. Пожалуйста, попробуйте позже.</p>"),
    ] {
        let article = read(&format!("<title>{title}</title>{MENU}{text}"));
        assert_eq!(article.kind, Kind::Error, "{title} {:?}", article.kind_confidence);
        assert!(article.is_bare(), "{title} {:?}", article.kind_confidence);
    }
}

/// Headlines that hold an error's words, or are nothing else, above a short text that is somebody's.
#[test]
fn short_articles_on_errors_are_articles() {
    let text = "<p>The library in Holt closed on Friday, after the council cut its grant by half. The librarian, who is retiring, \
                said the nearest branch was twelve miles away.</p>";
    let signed = "<p class=byline>By Ada Quist</p><time datetime=2025-05-02>2 May 2025</time>";
    for title in [
        "Not found guilty",
        "Access Denied to Border Villages, Says UN",
        "404: the village that vanished from the map",
        "Service unavailable: no trains until June",
        "Bad gateway: Harwich's new port",
        "403 Forbidden cargoes seized",
        "Just a moment: what the minister meant",
        "Zugriff verweigert: Wie der Landkreis mauert",
        "Error 404: democracy not found",
    ] {
        for above in ["", signed, "<p>2 May 2025</p>"] {
            let page = format!("<title>{title} | The Daily</title>{MENU}<h1>{title}</h1>{above}{text}");
            let article = read(&page);
            assert_eq!(article.kind, Kind::Article, "{title} {above} {:?}", article.kind_confidence);
        }
    }
    for title in ["Access denied", "Page not found", "404", "Seite nicht gefunden", "Attention required"] {
        for page in [
            format!("<h1>{title}</h1>{signed}{text}"),
            format!("<h1>{title}</h1><p>3. Mai 2025</p>{text}"),
            format!("<h1>{title}</h1><p>By Ada Quist</p>{text}{text}"),
            format!("<article><h1>{title}</h1>{text}</article>"),
        ] {
            let article = read(&format!("<title>{title} | The Daily</title>{MENU}{page}"));
            assert_eq!(article.kind, Kind::Article, "{page} {:?}", article.kind_confidence);
        }
    }
}

/// What no data and no address says, but a class or a program's name.
#[test]
fn pages_are_what_the_program_that_made_them_calls_them() {
    let teaser = "<div><h2>Canal reopens</h2><p>The council voted on Monday to reopen the canal after years of repairs.</p></div>";
    let results =
        format!("<body class='search search-results'>{MENU}<h1>Search results for: canal</h1>{}", teaser.repeat(10));
    assert_eq!(read(&results).kind, Kind::Listing);
    let post = "<div class=post><div>saltydog, Posts: 13</div><p>Does anyone know whether the levy applies to day trippers?</p></div>";
    let thread = format!("<body class=viewtopic>{MENU}<h1>Ferry levy</h1>{}", post.repeat(4));
    assert_eq!(read(&thread).kind, Kind::Forum);
    let asked = "<div itemscope itemtype=https://schema.org/Question><h1>What counts as a subsidy?</h1><p>If a government sells \
                 electricity below cost, is that one?</p><div itemscope itemtype=https://schema.org/Answer><p>Yes, if it is \
                 specific and confers a benefit.</p></div></div>";
    assert_eq!(read(asked).kind, Kind::Forum);
    let manual =
        "<meta name=generator content='Sphinx 5'><h1>Installing</h1><p>Install with pip:</p><pre>pip install x</pre>";
    assert_eq!(read(manual).kind, Kind::Documentation);
}

#[test]
fn a_word_of_a_headline_in_the_address_is_no_section_of_the_site() {
    let article = format!("<h1>The canal</h1><p>3 May 2025</p>{}", story(5));
    for path in [
        "2025/09/18/water-board-votes-to-delay-meters",
        "economy/library-funding-cut",
        "2025/09/questions",
        "2025/t-shirts-and-the-docks",
        "news/the-manual-that-nobody-reads",
        "letters/comments-of-the-week",
    ] {
        let read = read_from(&format!("https://a.example/{path}"), &article);
        assert_eq!(read.kind, Kind::Article, "{path} {:?}", read.kind_confidence);
    }
}

/// A section or a host named like one for discussions or manuals, above a text without anything of either.
#[test]
fn an_address_alone_makes_a_text_no_thread_and_no_manual() {
    let long = format!("<h1>A letter to my neighbours</h1><p>3 May 2025</p>{}", story(16));
    let short = format!("<meta property=article:published_time content=2025-05-03><h1>Gates</h1>{}", story(4));
    for address in [
        "community.a.example/blog/a-letter-to-my-neighbours",
        "a.example/thread/of-the-story",
        "a.example/wiki/Verrin",
        "a.example/docs/reports/2024/annual-report",
        "a.example/stable/10.2307/4411",
    ] {
        for page in [&long, &short] {
            let read = read_from(&format!("https://{address}"), page);
            assert_eq!(read.kind, Kind::Article, "{address} {:?}", read.kind_confidence);
        }
    }
}

#[test]
fn a_page_that_is_hardly_an_article_is_called_what_it_is() {
    let page = "<h1>Paying twice</h1><p>by Ida Rasmund</p><p>Paperback · £14.99</p><button>Add to basket</button><p>An economist \
                looks at eleven ports and counts the second bill of each.</p><ul><li>Pages: 212</ul>";
    assert_eq!(read_from("https://a.example/book/paying-twice", page).kind, Kind::Product);
}

#[test]
fn a_class_that_says_what_a_page_is_not_does_not_say_that_it_is() {
    let signals = |class: &str| {
        let page = Page::html("a.html", format!("<body class='{class}'><h1>The canal</h1>{}", story(3)));
        explain(&page).1.evidence.iter().map(|evidence| evidence.signal).collect::<Vec<_>>()
    };
    assert!(signals("front").contains(&"page.home"));
    assert!(!signals("not-front page-node").contains(&"page.home"));
}

#[test]
fn consent_is_told_by_words_and_a_button() {
    for (url, title, text, buttons) in [
        (
            "https://consent.google.example/m",
            "Before you continue to Search",
            "We use cookies and data to deliver our services. If you choose to accept all, we will also use cookies and data to show personalised ads.",
            ["Reject all", "Accept all"],
        ),
        (
            "https://consent.a.example/collect",
            "A is part of a family of brands",
            "We, A, and our partners use cookies to store information on your device. You can manage your consent at any time.",
            ["Agree", "Manage options"],
        ),
        (
            "https://a.example/x",
            "Bevor Sie fortfahren",
            "Wir verwenden Cookies und Daten, auch unsere Partner, um Anzeigen zu messen.",
            ["Alle ablehnen", "Alle akzeptieren"],
        ),
        (
            "https://a.example/x",
            "Zustimmung erforderlich",
            "Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Einzelheiten zu Cookies, Verarbeitungszwecken und Widerruf stehen in der Datenschutzerklärung.",
            ["Akzeptieren und weiter", "Jetzt abonnieren"],
        ),
        (
            "https://a.example/x",
            "Avant de continuer",
            "Nous utilisons des cookies avec nos partenaires pour mesurer l'audience.",
            ["Tout refuser", "Tout accepter"],
        ),
        (
            "https://a.example/x",
            "Devam etmeden önce",
            "Çerezleri kullanıyoruz ve iş ortaklarımız da kullanıyor.",
            ["Tümünü reddet", "Tümünü kabul et"],
        ),
        (
            "https://a.example/x",
            "Das Tagblatt",
            "Wir und unsere 217 Partner speichern Informationen auf Ihrem Gerät und verarbeiten personenbezogene Daten.",
            ["Akzeptieren und weiter", "Zum Abo"],
        ),
        (
            "https://a.example/x",
            "Le Courrier du Val",
            "Avec votre accord, nos 1 312 partenaires et nous lisons des données sur votre appareil.",
            ["Accepter et fermer", "Continuer sans accepter"],
        ),
    ] {
        let buttons = buttons.map(|label| format!("<button>{label}</button>")).concat();
        let article =
            read_from(url, &format!("<title>{title}</title><h1>{title}</h1><p>{text}</p><form>{buttons}</form>"));
        assert_eq!(article.kind, Kind::Consent, "{title}");
        assert!(article.is_bare(), "{title} {:?}", article.kind_confidence);
    }
}

#[test]
fn shells_and_lists_of_links_are_told_by_what_they_lack() {
    let links: String = (1..30).map(|n| format!("<li><a href=/{n}>The dam that never was, part {n}</a>")).collect();
    for (kind, html) in [
        (Kind::Empty, "<title>The Daily</title><div id=root></div><script src=a.js></script>".to_owned()),
        (Kind::Empty, "<title>The Daily</title><p>You need to enable JavaScript to run this app.</p>".to_owned()),
        (Kind::Empty, "<title>App</title><div id=app>Loading...</div>".to_owned()),
        (Kind::Empty, "<title>App</title><p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>".to_owned()),
        (Kind::Empty, "<title>Notes</title><div>Open in app</div><div>Sign up</div><div>Write</div>".to_owned()),
        (Kind::Empty, String::new()),
        (
            Kind::Empty,
            "<title>Log in ‹ The Daily</title><h1>The Daily</h1><form><label>Your name</label><input><label>Password</label>\
             <input type=password></form><p>Lost your password? Nobody can send it to you.</p>"
                .to_owned(),
        ),
        (
            Kind::Empty,
            "<title>Notes</title><frameset cols='150,*'><frame src=a.html><noframes>Your browser shows no frames, though \
             all others do so.</noframes></frameset>"
                .to_owned(),
        ),
        (Kind::Links, format!("<title>Site map</title><ul>{links}</ul>")),
    ] {
        let article = read(&html);
        assert_eq!(article.kind, kind, "{html} {:?}", article.kind_confidence);
        assert!(article.is_bare(), "{html} {:?}", article.kind_confidence);
    }
}

#[test]
fn in_doubt_a_page_is_taken() {
    for html in [
        "<title>A note</title><p>Only one line is here, but it is mine.</p>",
        "<title>Film</title><meta property=og:type content=video.other><meta name=description content='How the barrage was built'>",
        "<title>Recipe</title><ul><li>Two eggs<li>Milk<li>Flour</ul>",
    ] {
        assert!(!read(html).is_bare(), "{html} {:?}", read(html).kind);
    }
    let text = |text: &str| explain(&Page::text("a.txt", text)).0;
    assert!(!text("Call the commission on Monday").is_bare());
    assert!(text("").is_bare());
}
