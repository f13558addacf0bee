//! Comment forms, teasers and pitches in containers without a single class or id, in seven languages: what tells them is their
//! wording and where they stand.

use pressmark::{Page, extract};

struct Theme {
    lang: &'static str,
    title: &'static str,
    story: [&'static str; 4],
    /// The line above the teasers, and the teasers: a headline and an excerpt each.
    related: &'static str,
    teasers: [(&'static str, &'static str); 2],
    /// The line above the form, and the form's own lines.
    reply: &'static str,
    form: [&'static str; 3],
    share: &'static str,
    newsletter: &'static str,
}

const THEMES: &[Theme] = &[
    Theme {
        lang: "en",
        title: "The lock at Verrin stays shut",
        story: [
            "The lock at Verrin will stay shut until the spring, the river commission said on Monday, after divers had found cracks in the lower gate that nobody had looked for since it was hung.",
            "Forty barges are waiting above the town. Their owners say that each day costs them more than the toll of a year, and that the commission knew of the cracks when it sold them their permits.",
            "A new gate would cost nine million crowns. The council has offered three, the provinces two, and the rest is to come from a fund that was set up for floods and has never been touched.",
            "Until then the grain goes by road. The first lorries left on Tuesday before dawn, forty of them in a row, and the mayor counted them from his window, as he told the council in the evening.",
        ],
        related: "You may also like",
        teasers: [
            ("The dam that never was", "Forty years on, the valley still waits for its water."),
            ("Who owns the tow path?", "A right of way that no map shows is before the court."),
        ],
        reply: "Leave a Reply",
        form: [
            "Your email address will not be published. Required fields are marked *",
            "Comment *",
            "Save my name, email, and website in this browser for the next time I comment.",
        ],
        share: "Share this article",
        newsletter: "Subscribe to our newsletter",
    },
    Theme {
        lang: "de",
        title: "Die Schleuse bei Sorgenried bleibt zu",
        story: [
            "Die Schleuse bei Sorgenried bleibt bis zum Frühjahr geschlossen, wie das Wasseramt am Montag mitteilte, nachdem Taucher Risse im unteren Tor gefunden hatten, nach denen seit seinem Einbau niemand gesucht hatte.",
            "Vierzig Kähne warten oberhalb der Stadt. Ihre Eigner sagen, jeder Tag koste sie mehr als die Abgabe eines ganzen Jahres, und das Amt habe von den Rissen gewusst, als es ihnen die Scheine verkaufte.",
            "Ein neues Tor würde neun Millionen Taler kosten. Die Stadt hat drei angeboten, die Kreise zwei, und der Rest soll aus einem Fonds kommen, der für Hochwasser gedacht ist und noch nie gebraucht wurde.",
            "Bis dahin fährt das Getreide auf der Straße. Die ersten Lastwagen rollten am Dienstag vor Sonnenaufgang los, vierzig hintereinander, und der Bürgermeister zählte sie von seinem Fenster aus, wie er am Abend erzählte.",
        ],
        related: "Das könnte Sie auch interessieren",
        teasers: [
            ("Der Damm, den es nie gab", "Nach vierzig Jahren wartet das Tal noch immer auf sein Wasser."),
            ("Wem gehört der Treidelpfad?", "Ein Wegerecht, das auf keiner Karte steht, liegt nun vor Gericht."),
        ],
        reply: "Schreibe einen Kommentar",
        form: [
            "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
            "Kommentar *",
            "Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser speichern, bis ich wieder kommentiere.",
        ],
        share: "Artikel teilen",
        newsletter: "Newsletter abonnieren",
    },
    Theme {
        lang: "fr",
        title: "L’écluse de Valmère reste fermée",
        story: [
            "L’écluse de Valmère restera fermée jusqu’au printemps, a annoncé lundi la commission du fleuve, après que des plongeurs ont trouvé dans la porte aval des fissures que personne n’avait cherchées depuis sa pose.",
            "Quarante péniches attendent en amont de la ville. Leurs propriétaires disent que chaque jour leur coûte plus que le péage d’une année, et que la commission connaissait les fissures en leur vendant les permis.",
            "Une porte neuve coûterait neuf millions de couronnes. La ville en a offert trois, les provinces deux, et le reste doit venir d’un fonds créé pour les crues, auquel personne n’a encore touché.",
            "D’ici là, le grain passe par la route. Les premiers camions sont partis mardi avant l’aube, quarante à la file, et le maire les a comptés de sa fenêtre, comme il l’a raconté le soir au conseil.",
        ],
        related: "À lire aussi",
        teasers: [
            ("Le barrage qui n’a jamais existé", "Quarante ans après, la vallée attend toujours son eau."),
            (
                "À qui appartient le chemin de halage ?",
                "Un droit de passage qu’aucune carte ne montre est devant le tribunal.",
            ),
        ],
        reply: "Laisser un commentaire",
        form: [
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            "Commentaire *",
            "Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.",
        ],
        share: "Partager cet article",
        newsletter: "Inscrivez-vous à notre newsletter",
    },
    Theme {
        lang: "es",
        title: "La esclusa de Valdemora sigue cerrada",
        story: [
            "La esclusa de Valdemora seguirá cerrada hasta la primavera, anunció el lunes la comisión del río, después de que unos buzos encontraran en la compuerta baja unas grietas que nadie había buscado desde que se colgó.",
            "Cuarenta barcazas esperan aguas arriba de la ciudad. Sus dueños dicen que cada día les cuesta más que el peaje de un año, y que la comisión sabía de las grietas cuando les vendió los permisos.",
            "Una compuerta nueva costaría nueve millones de coronas. El ayuntamiento ha ofrecido tres, las provincias dos, y el resto debe salir de un fondo creado para las riadas que nadie ha tocado nunca.",
            "Hasta entonces el grano viaja por carretera. Los primeros camiones salieron el martes antes del alba, cuarenta en fila, y el alcalde los contó desde su ventana, según dijo por la noche en el pleno.",
        ],
        related: "También te puede interesar",
        teasers: [
            ("La presa que nunca existió", "Cuarenta años después, el valle sigue esperando su agua."),
            ("¿De quién es el camino de sirga?", "Un derecho de paso que no sale en ningún mapa llega al juzgado."),
        ],
        reply: "Deja una respuesta",
        form: [
            "Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *",
            "Comentario *",
            "Guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente.",
        ],
        share: "Compartir",
        newsletter: "Suscríbete a nuestro boletín",
    },
    Theme {
        lang: "ru",
        title: "Шлюз в Верине остаётся закрытым",
        story: [
            "Шлюз в Верине останется закрытым до весны, сообщила в понедельник речная комиссия, после того как водолазы нашли в нижних воротах трещины, которых никто не искал с тех пор, как их навесили.",
            "Сорок барж ждут выше города. Их владельцы говорят, что каждый день обходится им дороже годовой пошлины и что комиссия знала о трещинах, когда продавала им разрешения на проход.",
            "Новые ворота стоили бы девять миллионов крон. Город предложил три, провинции две, а остальное должно прийти из фонда, созданного на случай наводнений, которого ещё никто не трогал.",
            "До тех пор зерно везут по дороге. Первые грузовики выехали во вторник до рассвета, сорок подряд, и мэр считал их из своего окна, как он рассказал вечером на заседании совета.",
        ],
        related: "Читайте также",
        teasers: [
            ("Плотина, которой не было", "Сорок лет спустя долина всё ещё ждёт воды."),
            ("Кому принадлежит бечевник?", "Право прохода, которого нет ни на одной карте, дошло до суда."),
        ],
        reply: "Добавить комментарий",
        form: [
            "Ваш адрес email не будет опубликован. Обязательные поля помечены *",
            "Комментарий *",
            "Сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев.",
        ],
        share: "Поделиться",
        newsletter: "Подпишитесь на рассылку",
    },
    Theme {
        lang: "tr",
        title: "Verin savağı kapalı kalıyor",
        story: [
            "Verin'deki savak ilkbahara kadar kapalı kalacak; nehir komisyonu bunu pazartesi günü, dalgıçların alt kapakta asıldığından beri kimsenin aramadığı çatlaklar bulmasının ardından açıkladı.",
            "Kırk mavna kentin yukarısında bekliyor. Sahipleri her günün kendilerine bir yıllık geçiş ücretinden pahalıya mal olduğunu ve komisyonun izinleri satarken çatlakları bildiğini söylüyor.",
            "Yeni bir kapak dokuz milyon krona mal olur. Belediye üçünü, iller ikisini önerdi; kalanı ise taşkınlar için kurulan ve bugüne kadar kimsenin dokunmadığı bir fondan gelecek.",
            "O zamana kadar tahıl karayoluyla gidiyor. İlk kamyonlar salı günü şafaktan önce yola çıktı, kırkı art arda, ve belediye başkanı akşam mecliste anlattığı gibi onları penceresinden saydı.",
        ],
        related: "Bunlar da ilginizi çekebilir",
        teasers: [
            ("Hiç olmayan baraj", "Kırk yıl sonra vadi hâlâ suyunu bekliyor."),
            ("Yedek yolu kimin?", "Hiçbir haritada görünmeyen bir geçit hakkı mahkemede."),
        ],
        reply: "Bir yanıt yazın",
        form: [
            "E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir",
            "Yorum *",
            "Daha sonraki yorumlarımda kullanılması için adım, e-posta adresim ve site adresim bu tarayıcıya kaydedilsin.",
        ],
        share: "Paylaş",
        newsletter: "Bültenimize abone olun",
    },
    Theme {
        lang: "ar",
        title: "هويس فيرين يبقى مغلقا",
        story: [
            "سيبقى هويس فيرين مغلقا حتى الربيع، كما أعلنت لجنة النهر يوم الاثنين، بعد أن عثر الغواصون في البوابة السفلى على شقوق لم يبحث عنها أحد منذ تركيبها قبل أربعين عاما.",
            "أربعون صندلا تنتظر أعلى المدينة. يقول أصحابها إن كل يوم يكلفهم أكثر من رسوم سنة كاملة، وإن اللجنة كانت تعلم بالشقوق حين باعتهم التصاريح في الخريف الماضي.",
            "ستكلف البوابة الجديدة تسعة ملايين كرونة. عرضت المدينة ثلاثة منها، والمقاطعات اثنين، وينبغي أن يأتي الباقي من صندوق أنشئ للفيضانات ولم يمسه أحد حتى اليوم.",
            "وإلى ذلك الحين تسير الحبوب على الطريق. انطلقت أولى الشاحنات يوم الثلاثاء قبل الفجر، أربعون منها في صف واحد، وعدها رئيس البلدية من نافذته كما قال للمجلس في المساء.",
        ],
        related: "اقرأ أيضا",
        teasers: [
            ("السد الذي لم يكن", "بعد أربعين عاما ما زال الوادي ينتظر ماءه."),
            ("لمن ممر الجر؟", "حق مرور لا تظهره أي خريطة أمام المحكمة."),
        ],
        reply: "اترك تعليقاً",
        form: [
            "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
            "التعليق *",
            "احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.",
        ],
        share: "مشاركة",
        newsletter: "اشترك في نشرتنا",
    },
];

impl Theme {
    fn page(&self, heading: &str, between: bool) -> String {
        let Theme { lang, title, story, related, teasers, reply, form, share, newsletter } = self;
        let line = |text: &str| format!("<p>{text}</p>");
        let head = |text: &str| format!("<{heading}>{text}</{heading}>");
        let teasers: String = teasers
            .iter()
            .map(|(title, text)| format!("<div><p><a href=/x>{title}</a></p><p>{text}</p></div>"))
            .collect();
        let related = format!("<div>{}{teasers}</div>", head(related));
        let form: String = form.iter().map(|text| line(text)).collect();
        let [first, second, rest @ ..] = story.map(line);
        let (middle, end) = if between { (related, String::new()) } else { (String::new(), related) };
        format!(
            "<html lang={lang}><title>{title}</title><div><div><h1>{title}</h1>{first}{second}{middle}{}{}{end}{}<div>{}{form}</div>\
             </div></div></html>",
            rest.concat(),
            line(share),
            line(newsletter),
            head(reply),
        )
    }
}

#[test]
fn nothing_of_the_theme_is_left_in_any_language_with_no_class_to_tell_it() {
    let mut left = Vec::new();
    for theme in THEMES {
        for (heading, between) in [("h3", false), ("p", false), ("h3", true)] {
            let article = extract(&Page::html("a.html", theme.page(heading, between)));
            let body = article.body();
            let teasers = theme.teasers.iter().flat_map(|(title, text)| [*title, *text]);
            let boilerplate = [theme.related, theme.reply, theme.share, theme.newsletter]
                .into_iter()
                .chain(theme.form)
                .chain(teasers);
            let how = format!("{} {heading}{}", theme.lang, if between { " between" } else { "" });
            left.extend(boilerplate.filter(|text| body.contains(*text)).map(|text| format!("{how}: {text:?} is left")));
            left.extend(
                theme.story.iter().filter(|text| !body.contains(**text)).map(|text| format!("{how}: {text:?} is lost")),
            );
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}
