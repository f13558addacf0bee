//! The boilerplate rules, as data: what is taken out of a page, and why.
//!
//! A rule matches an element by its tag, its role, or the words of its `class` and `id`; or a line of text by its
//! wording. Words are matched whole: `related` matches `related-posts`, `relatedPosts` and `posts_related`, not
//! `correlated`. A guard keeps a rule from eating the article: it stays its hand where the element holds more than
//! that share of the page's running text.

/// How a rule finds an element.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Match {
    /// Elements with one of these tag names.
    Tags(&'static [&'static str]),
    /// Elements with one of these ARIA roles.
    Roles(&'static [&'static str]),
    /// Elements in whose `class` or `id` one of these word sequences stands, whole words in a row.
    Words(&'static [&'static str]),
    /// Elements that the page hides: `hidden`, `display:none`, `visibility:hidden`.
    Hidden,
}

/// A rule that takes out elements.
#[derive(Debug)]
pub(crate) struct ElementRule {
    /// The name by which the trace calls it.
    pub(crate) id: &'static str,
    pub(crate) matches: Match,
    /// The largest share of the page's running text that it may take, 0 to 1.
    pub(crate) guard: f32,
    /// One sentence for the reader of `extract --explain`.
    pub(crate) why: &'static str,
}

/// A rule that takes out lines of text: what it cuts is said by [`Cut`].
#[derive(Debug)]
pub(crate) struct LineRule {
    /// The name by which the trace calls it.
    pub(crate) id: &'static str,
    /// Folded wordings (lower case, no punctuation), in any language.
    pub(crate) phrases: &'static [&'static str],
    pub(crate) cut: Cut,
    /// One sentence for the reader of `extract --explain`.
    pub(crate) why: &'static str,
}

/// What a line rule takes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// The line and what belongs to it: up to the next heading of its level, or to the end when it stands late.
    Section,
    /// The line and everything after it.
    Rest,
    /// The line alone, when it is the whole line.
    Line,
    /// Any short line that starts so.
    LineStart,
    /// A line that starts so and is mostly a link.
    LinkLine,
}

/// Nothing may be taken whole if it holds more than this share of the running text, unless the rule says otherwise.
const WARY: f32 = 0.35;

/// The rules on elements, in the order in which they are tried on each element.
pub(crate) const ELEMENTS: &[ElementRule] = &[
    ElementRule {
        id: "html.unseen",
        matches: Match::Tags(&["script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "svg", "audio",
            "video", "map", "math"]),
        guard: 1.0,
        why: "Code, pictures and players hold no text of the article.",
    },
    ElementRule {
        id: "html.control",
        matches: Match::Tags(&["button", "select", "textarea", "input", "fieldset", "dialog", "menu", "progress", "meter"]),
        guard: 0.2,
        why: "Controls are for the reader's hand, not for reading.",
    },
    ElementRule {
        id: "html.hidden",
        matches: Match::Hidden,
        guard: 0.5,
        why: "The page itself does not show it.",
    },
    ElementRule { id: "html.nav", matches: Match::Tags(&["nav"]), guard: 0.2, why: "Navigation by its own name." },
    ElementRule {
        id: "html.footer",
        matches: Match::Tags(&["footer"]),
        guard: 0.2,
        why: "The foot of a page or post: legal lines, links, share bars.",
    },
    ElementRule {
        id: "html.aside",
        matches: Match::Tags(&["aside"]),
        guard: 0.25,
        why: "Beside the article by its own name: sidebars, teasers, boxes.",
    },
    ElementRule {
        id: "html.form",
        matches: Match::Tags(&["form"]),
        guard: 0.2,
        why: "Search, newsletter and comment forms; a form around the whole page (ASP.NET) is over the guard.",
    },
    ElementRule {
        id: "aria.role",
        matches: Match::Roles(&["navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu",
            "menubar", "toolbar", "form", "alert", "tablist", "tooltip"]),
        guard: 0.2,
        why: "Its role says that it is not the main content.",
    },
    ElementRule {
        id: "wp.check-also",
        matches: Match::Words(&["check also", "checkalso", "bd check also", "fly box"]),
        guard: WARY,
        why: "\"Check Also\" teaser box of Sahifa, Jannah and Bdaia themes.",
    },
    ElementRule {
        id: "comments",
        matches: Match::Words(&["comments", "comment", "respond", "commentlist", "comment form", "commentform", "disqus",
            "disqus thread", "livefyre", "comentarios", "commentaires", "kommentare", "kommentar", "discussion", "reader comments",
            "fb comments", "hypercomments", "coral", "viafoura", "spot im", "comment list", "comments area"]),
        guard: WARY,
        why: "Visitors' comments and the form to leave one.",
    },
    ElementRule {
        id: "related",
        matches: Match::Words(&["related", "relateds", "relatedposts", "related posts", "related articles", "related content",
            "related stories", "related links", "jp relatedposts", "recommended", "recommendations", "recommendation", "recommend",
            "more stories", "more articles", "more news", "more from", "more posts", "morefrom", "read more", "readmore",
            "read next", "readnext", "read also", "also read", "see also", "you may", "you might", "up next", "upnext",
            "next article", "next post", "previous post", "next up", "post navigation", "nav links", "prev next",
            "post nav", "nextprev", "trending", "popular", "most read", "most popular", "most viewed", "mostread", "latest news",
            "latest posts", "latest articles", "recent posts", "recent articles", "recentposts", "recirc", "recirculation",
            "outbrain", "taboola", "zergnet", "revcontent", "similar", "similar posts", "yarpp", "crp related", "teaser",
            "teasers", "posts list", "query", "further reading", "in case you missed", "keep reading", "explore more",
            "weiterlesen", "mehr zum thema", "lire aussi", "a lire", "articles lies", "relacionadas", "relacionados",
            "te puede interesar", "leia mais", "read it next", "story list", "suggested", "suggestions"]),
        guard: 0.25,
        why: "Teasers of other articles.",
    },
    ElementRule {
        id: "share",
        matches: Match::Words(&["share", "sharing", "shares", "share buttons", "sharebar", "sharedaddy", "social", "socials",
            "social share", "social links", "social media", "social icons", "socialmedia", "addtoany", "a2a kit", "addthis",
            "sharethis", "ssba", "heateor", "post sharing", "follow us", "followus", "like box", "fb like", "tweet this",
            "click to tweet", "whatsapp", "sharer", "share this", "sharebuttons", "sociallinks", "teilen", "partager", "compartir"]),
        guard: 0.15,
        why: "Buttons to share, follow and print.",
    },
    ElementRule {
        id: "author-box",
        matches: Match::Words(&["author box", "authorbox", "author bio", "author info", "authorinfo", "about author",
            "about the author", "author card", "author block", "author profile", "author description", "author details",
            "post author", "author area", "bio", "saboxplugin", "author widget", "writer", "contributor", "contributors",
            "entry author", "article author", "author container", "author wrap", "author section", "authors bio"]),
        guard: 0.2,
        why: "A box about the author.",
    },
    ElementRule {
        id: "byline",
        matches: Match::Words(&["byline", "by line", "post meta", "entry meta", "article meta", "postmeta", "meta info", "metadata",
            "post info", "entry info", "article info", "post date", "entry date", "publish date", "published date", "dateline",
            "timestamp", "posted on", "post byline", "article byline", "meta data", "post details", "article header meta",
            "single post meta", "blog meta", "submitted", "reading time", "read time", "time to read", "author name", "vcard",
            "pubdate", "published", "last updated", "news date", "entry utility", "post header meta"]),
        guard: 0.1,
        why: "The line with author, date and counts; they are facts, not text.",
    },
    ElementRule {
        id: "tags",
        matches: Match::Words(&["tags", "tag list", "taglist", "tagcloud", "tag cloud", "post tags", "entry tags", "tag links",
            "tags links", "cat links", "article tags", "post categories", "post cat", "post tag", "entry categories", "keywords", "topics",
            "category list", "categories", "post category", "entry category", "tag wrap", "eyebrow", "kicker", "post cat wrap"]),
        guard: 0.1,
        why: "Lists of tags and categories.",
    },
    ElementRule {
        id: "breadcrumb",
        matches: Match::Words(&["breadcrumb", "breadcrumbs", "crumbs", "crumb", "bread crumb", "yoast breadcrumbs", "fil ariane",
            "ariane", "pathway", "you are here"]),
        guard: 0.05,
        why: "The path to the page within the site.",
    },
    ElementRule {
        id: "newsletter",
        matches: Match::Words(&["newsletter", "newsletters", "subscribe", "subscription", "subscribe widget", "signup", "sign up",
            "mailing list", "mailchimp", "mc embed", "mc4wp", "email signup", "optin", "opt in", "convertkit", "paywall",
            "subscriber", "piano", "subscribe box", "register wall", "regwall", "membership", "donate", "donation", "infolettre",
            "lead magnet", "leadin", "hubspot", "hs cta", "cta", "call to action", "hs form"]),
        guard: 0.15,
        why: "Calls to subscribe, register or give.",
    },
    ElementRule {
        id: "cookies",
        matches: Match::Words(&["cookie", "cookies", "cookie notice", "cookie banner", "cookiebanner", "cookie law", "gdpr", "consent",
            "onetrust", "cmp", "didomi", "cookieconsent", "cc window", "truste", "privacy banner", "cky", "cookiebot", "sp message",
            "moove", "cmplz", "qc cmp", "usercentrics", "borlabs"]),
        guard: 0.2,
        why: "Cookie and consent notices.",
    },
    ElementRule {
        id: "ads",
        matches: Match::Words(&["ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsbygoogle", "adbox", "adslot",
            "ad slot", "ad container", "ad wrapper", "ad unit", "dfp", "gpt ad", "sponsor", "sponsored", "sponsors", "promo", "promos",
            "promotion", "promoted", "promobox", "banner ad", "ad banner", "stream item", "adthrive", "mediavine", "commercial", "partner content",
            "anzeige", "werbung", "publicite", "publicidad", "google ad", "ad label", "marketing", "affiliate"]),
        guard: 0.15,
        why: "Advertisements.",
    },
    ElementRule {
        id: "chrome",
        matches: Match::Words(&["nav", "navbar", "navigation", "menu", "menus", "submenu", "sub menu", "topbar", "top bar", "topnav",
            "site header", "siteheader", "masthead", "site footer", "sitefooter", "footer", "colophon", "page footer", "global header",
            "global footer", "main nav", "sidebar", "side bar", "sidebars", "widget area", "widgets", "rail", "right rail", "left rail", "rightcol",
            "sidecol", "skip link", "skip links", "skiplink", "skip to", "pagination", "pager", "paging", "page numbers", "toolbar",
            "tool bar", "tools", "article tools", "page tools", "search form", "searchform", "search box", "searchbox", "login",
            "log in", "signin", "sign in", "language switcher", "lang switcher", "megamenu", "mega menu", "hamburger", "offcanvas",
            "off canvas", "drawer", "modal", "popup", "pop up", "lightbox", "overlay", "toast", "flyout", "tooltip", "back to top", "backtotop",
            "scroll top", "breaking", "breaking news", "ticker", "news ticker", "alert bar", "announcement bar", "notification bar",
            "copyright", "legal", "imprint", "disclosure", "print only", "printfriendly", "no print", "noprint", "dont print",
            "feedback form", "rating", "ratings", "vote", "votes", "poll", "quick links", "secondary nav", "footer nav", "utility"]),
        guard: 0.15,
        why: "Menus, sidebars, page feet, windows and tools around the article.",
    },
    ElementRule {
        id: "screen-reader",
        matches: Match::Words(&["screen reader text", "screen reader", "sr only", "visually hidden", "visuallyhidden", "sronly",
            "element invisible", "assistive text", "a11y hidden", "offscreen", "off screen", "show for sr", "u hidden visually"]),
        guard: 0.1,
        why: "Labels for screen readers only.",
    },
    ElementRule {
        id: "toc",
        matches: Match::Words(&["toc", "table of contents", "ez toc", "lwptoc", "rank math toc", "contents list", "toc container", "jump links"]),
        guard: 0.1,
        why: "A table of contents repeats the headings.",
    },
    ElementRule {
        id: "media-label",
        matches: Match::Words(&["credit", "credits", "photo credit", "image credit", "wp caption text", "caption credit", "image source",
            "gallery caption", "slideshow", "carousel", "video player", "player", "jwplayer", "audio player"]),
        guard: 0.1,
        why: "Credits, players and galleries.",
    },
];

/// The rules on lines, in the order in which they are tried on each line.
pub(crate) const LINES: &[LineRule] = &[
    LineRule {
        id: "text.check-also",
        phrases: &["check also", "also check"],
        cut: Cut::Section,
        why: "A teaser of another article follows.",
    },
    LineRule {
        id: "text.comments",
        phrases: &[
            "leave a reply", "leave a comment", "leave a response", "leave your comment", "write a comment", "post a comment",
            "add a comment", "add comment", "post comment", "join the discussion", "join the conversation", "comments", "comment",
            "no comments", "no comments yet", "your email address will not be published", "cancel reply", "reader comments", "discussion about this post",
            "share your thoughts", "what do you think", "submit a comment",
            "laisser un commentaire", "laissez un commentaire", "commentaires", "ajouter un commentaire", "votre adresse e mail ne sera pas publiée",
            "schreibe einen kommentar", "kommentar verfassen", "kommentare", "kommentar schreiben", "hinterlasse einen kommentar",
            "deine e mail adresse wird nicht veröffentlicht",
            "deja una respuesta", "deja un comentario", "dejar un comentario", "comentarios", "tu dirección de correo electrónico no será publicada",
            "deixe um comentário", "deixe uma resposta", "comentários", "o seu endereço de e mail não será publicado",
            "lascia un commento", "commenti", "il tuo indirizzo email non sarà pubblicato",
            "geef een reactie", "reacties", "laat een reactie achter", "plaats een reactie",
            "dodaj komentarz", "komentarze", "skomentuj",
            "добавить комментарий", "комментарии", "оставить комментарий", "оставьте комментарий", "ваш адрес email не будет опубликован",
            "bir yanıt yazın", "yorumlar", "yorum yaz", "bir cevap yazın", "e posta adresiniz yayınlanmayacak",
            "اترك تعليقا", "اترك تعليقاً", "اترك ردا", "اترك رداً", "التعليقات", "لن يتم نشر عنوان بريدك الإلكتروني", "أضف تعليق",
            "نظر بدهید", "دیدگاه ها", "دیدگاهتان را بنویسید", "نظرات",
            "tinggalkan balasan", "tulis komentar",
        ],
        cut: Cut::Rest,
        why: "Visitors' comments, or the form to leave one, follow.",
    },
    LineRule {
        id: "text.related",
        phrases: &[
            "related articles", "related posts", "related stories", "related news", "related content", "related topics", "related reading",
            "related", "related links", "related coverage", "related publications", "related items", "read also", "also read", "read more", "read next",
            "more stories", "more articles", "more news", "more posts", "more like this", "recommended", "recommended for you",
            "recommended articles", "recommended reading", "recommended stories", "you may also like", "you might also like", "you may like",
            "you might like", "you may also be interested in", "you might also be interested in", "you may be interested in", "trending", "trending now", "popular posts", "popular articles", "most popular",
            "most read", "most viewed", "latest news", "latest posts", "latest articles", "latest stories", "recent posts", "recent articles",
            "recent news", "recent stories", "in case you missed it", "keep reading", "continue reading", "up next", "whats next", "what to read next", "read this next", "next article",
            "next post", "previous post", "previous article", "post navigation", "other articles", "other news", "other posts", "similar articles",
            "similar posts", "editors picks", "editors choice", "top stories", "featured articles", "featured posts", "featured stories", "further reading", "see also", "explore more",
            "from our partners", "around the web", "from around the web", "promoted stories", "sponsored content", "sponsored stories", "more on this topic",
            "articles similaires", "à lire aussi", "lire aussi", "sur le même sujet", "articles liés", "à découvrir", "à lire également",
            "mehr zum thema", "lesen sie auch", "auch interessant", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "ähnliche artikel",
            "ähnliche beiträge", "weitere artikel", "weitere beiträge", "weitere themen", "verwandte artikel", "meistgelesen", "mehr aus",
            "te puede interesar", "también te puede interesar", "le puede interesar", "artículos relacionados", "noticias relacionadas", "entradas relacionadas", "lea también", "lee también", "más noticias", "lo más leído", "más leídas", "relacionado",
            "leia também", "artigos relacionados", "notícias relacionadas", "veja também", "leia mais", "mais lidas",
            "leggi anche", "articoli correlati", "potrebbe interessarti", "ti potrebbe interessare",
            "lees ook", "lees meer", "gerelateerde artikelen", "gerelateerd",
            "zobacz także", "czytaj także", "czytaj też", "powiązane artykuły", "zobacz też",
            "читайте также", "по теме", "похожие статьи", "похожие записи", "материалы по теме", "смотрите также", "рекомендуем",
            "ilgili haberler", "ilgili yazılar", "benzer haberler", "benzer yazılar", "bunlar da ilginizi çekebilir",
            "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا", "مقالات ذات صلة", "مواضيع ذات صلة", "أخبار ذات صلة", "قد يعجبك أيضا", "الأكثر قراءة", "شاهد أيضا", "شاهد أيضاً",
            "مطالب مرتبط", "بیشتر بخوانید", "اخبار مرتبط",
        ],
        cut: Cut::Section,
        why: "Teasers of other articles follow.",
    },
    LineRule {
        id: "text.share",
        phrases: &[
            "share this", "share this article", "share this post", "share this story", "share this page", "share on facebook", "share on twitter", "share on linkedin",
            "share via email", "share", "share article", "follow us", "follow us on", "tweet", "print", "print this page", "print this article", "email this article", "email", "save", "copy link", "like this",
            "like loading", "click to share on facebook opens in new window", "click to share on twitter opens in new window", "facebook", "twitter", "linkedin", "whatsapp", "pinterest", "reddit", "telegram",
            "partager", "partager cet article", "teilen", "artikel teilen", "drucken", "compartir", "compartir en", "compartilhar", "condividi", "delen", "udostępnij",
            "поделиться", "paylaş", "شارك", "مشاركة", "advertisement", "advertisements", "ad", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie",
            "reklama", "реклама", "reklam", "إعلان", "story continues below advertisement", "article continues below advertisement", "continue reading below", "scroll to continue", "loading", "skip to main content", "skip to content",
            "back to top", "download pdf", "listen to this article", "listen to article", "play video", "watch video", "table of contents", "in this article", "image credit", "photo credit", "getty images",
        ],
        cut: Cut::Line,
        why: "A label of a button, an advertisement or a player.",
    },
    LineRule {
        id: "text.newsletter",
        phrases: &[
            "sign up for our newsletter", "sign up to our newsletter", "sign up for the newsletter", "sign up for newsletter", "subscribe to our newsletter", "subscribe to our mailing list", "subscribe to the newsletter", "join our mailing list", "join our newsletter",
            "get the latest news", "get our newsletter", "get updates", "subscribe now", "subscribe", "stay informed", "stay up to date", "newsletter", "newsletter signup",
            "abonnez vous à notre newsletter", "inscrivez vous à notre newsletter", "recevez notre newsletter", "newsletter abonnieren", "jetzt abonnieren", "suscríbete", "suscríbete a nuestro boletín", "assine nossa newsletter",
            "iscriviti alla newsletter", "подпишитесь на рассылку", "bültenimize abone olun", "اشترك في النشرة البريدية", "اشترك في نشرتنا",
        ],
        cut: Cut::Line,
        why: "A call to subscribe.",
    },
    LineRule {
        id: "text.newsletter-sentence",
        phrases: &[
            "sign up for our newsletter", "sign up to our newsletter", "sign up for the", "subscribe to our", "join our mailing list", "sign up here", "click here to subscribe", "click here to sign up",
            "follow us on", "like us on facebook", "support our journalism", "this article was originally published", "all rights reserved", "copyright 20", "photo by", "image credit", "photo credit", "photograph by", "picture by",
            "save my name email and website in this browser", "your email address will not be published", "required fields are marked",
        ],
        cut: Cut::LineStart,
        why: "A call to subscribe or follow, a credit, or a legal line.",
    },
    LineRule {
        id: "text.read-also-line",
        phrases: &[
            "read also", "also read", "read more", "read next", "see also", "related", "more from", "lire aussi", "à lire aussi", "lesen sie auch", "mehr zum thema", "lea también", "lee también", "te puede interesar", "leia também", "leggi anche", "lees ook",
            "czytaj także", "zobacz także", "читайте также", "ilgili haber", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا", "بیشتر بخوانید", "dont miss", "must read", "watch", "listen", "opinion", "recommended",
        ],
        cut: Cut::LinkLine,
        why: "A single link to another article between paragraphs.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::folded;
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_every_rule_says_why() {
        let mut seen = HashSet::new();
        let rows = ELEMENTS.iter().map(|r| (r.id, r.why)).chain(LINES.iter().map(|r| (r.id, r.why)));
        for (id, why) in rows {
            assert!(seen.insert(id), "{id} twice");
            assert!(why.ends_with('.'), "{id}: {why}");
        }
    }

    #[test]
    fn guards_are_shares() {
        assert!(ELEMENTS.iter().all(|r| (0.0..=1.0).contains(&r.guard)));
    }

    #[test]
    fn phrases_are_folded_as_the_lines_will_be() {
        for rule in LINES {
            for phrase in rule.phrases {
                assert_eq!(&folded(phrase), phrase, "{}", rule.id);
            }
        }
    }
}
