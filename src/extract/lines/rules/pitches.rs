//! What pitches to the reader are made of, by language: what they offer, words that speak to the reader or of the site, and what
//! their buttons say.
//!
//! None of these says anything alone. A small box that ends in such a button, offers something and speaks to somebody is a pitch,
//! however it is put.

/// What is offered: a wording is the beginning of a word, or of several in a row.
pub(super) const OFFERS: &str = "
    en: newsletter, mailing list, email alert, email update, unsubscribe, subscri, no spam, a gift, your gift,
        tax deductible, chip in, pitch in, give now, give monthly, give today, us a coffee, me a coffee, patreon, kofi,
        support us, support our, fund our, our funding, your support, need your help, people like you,
        readers like you, members like you, free article, free stor, articles left, free account, day pass, my trial,
        your trial, digital edition, rest of the story, this offer, offer ends, paywall, register for free, donation,
        donate, donor, your inbox, your mailbox, become a friend, join the friends, let you know
    de: newsletter, posteingang, postfach, abbestell, abonn, kein spam, wochenüberblick, morgenbriefing, spende,
        spendier, zuwendung, beitrag zählt, steuerlich absetzbar, patreon, iban, unterstütz uns, unterstütze uns,
        hilf uns, ihre unterstützung, deine unterstützung, fördermitglied, förderer, menschen wie sie, leser wie sie,
        menschen wie dich, kostenlose artikel, probeabo, probemonat, digitalabo, tagespass, epaper, e paper,
        freie artikel, artikel frei, ein abo, ihr abo, dein abo, uns einen kaffee, brauchen ihre hilfe,
        brauchen deine hilfe, mitglieder wie sie, abmeldung, jederzeit kündbar, wir schicken, schicken wir,
        senden wir ihnen, sagen wir bescheid, wir informieren sie, informieren wir sie
    fr: newsletter, infolettre, lettre d, liste de diffusion, boîte mail, boîte de réception, boite mail,
        boîte aux lettres, abonn, dabonn, labonn, désabonn, désinscri, désinscription, pas de spam, un don, votre don,
        ton don, faire un don, déductible, défiscalis, tipeee, patreon, helloasso, soutenez, aidez nous,
        besoin de vous, personnes comme vous, lecteurs comme vous, gens comme vous, adhér, articles gratuits,
        compte gratuit, édition numérique, pass journ, pass dun, pass 24, poursuivre la lecture, continuer à lire,
        la suite de larticle, nous un café, passe dun, passe journ, lettre hebdo, devenez ami, vous enverrons,
        vous envoyons, vous préviendrons
    es: newsletter, boletín, lista de correo, suscri, darte de baja, darse de baja, sin spam, donativo, aportación,
        tu aporte, desgrav, patreon, ayúdanos, ayúdenos, te necesitamos, le necesitamos, personas como tú,
        gente como tú, lectores como tú, artículos gratis, artículos gratuitos, cuenta gratuita, edición digital,
        pase de un, pase diario, comprar pase, seguir leyendo, donación, donar, donacion, dona ahora, dona hoy,
        invítanos a un, hazte amigo, hágase amigo, te mandaremos, te enviaremos, le enviaremos, te avisaremos,
        le avisaremos
    pt: newsletter, boletim, lista de contatos, lista de e mail, lista de distribuição, caixa de entrada, subscr,
        sem spam, doar, doação, doações, patreon, ajude nos, precisamos de você, precisamos de si, pessoas como você,
        leitores como você, conta gratuita, edição digital, passe de um, passe diário, continuar lendo,
        continuar a ler, doe agora, doe hoje, assine, assinante, assinatura, café para nós, nos um café,
        torne se amigo, comprar passe, o passe, enviaremos, avisaremos
    it: newsletter, lista di distribuzione, mailing list, abbon, cancellarti, disiscri, disdi, niente spam, donazion,
        5 per mille, codice fiscale, sostieni, aiutaci, bisogno di te, persone come te, lettori come te,
        articoli gratuiti, profilo gratuito, edizione digitale, pass giorn, il pass, continuare a leggere, dona ora,
        dona oggi, donare, offrici un caffè, diventa amico, ti manderemo, ti invieremo, ti avviseremo, un dono
    nl: nieuwsbrief, verzendlijst, mailinglijst, afmeld, uitschrijv, schrijf je, schrijf u, abonn, geen spam,
        weekoverzicht, doneer, donatie, petje af, help ons, hebben je nodig, hebben u nodig, lezers zoals,
        mensen zoals, word lid, word vriend, lidmaatschap, gratis artikelen, gratis account, proefabonnement, dagpas,
        verder te lezen, ons op koffie, ons een koffie, je inbox, uw inbox, jouw inbox, sturen we je, sturen wij u,
        sturen we u, waarschuwen we, laten we je weten
    pl: newsletter, biuletyn, lista wysyłkowa, listę mailingową, zapisz się, zapisać się, subskry, prenumer, bez spamu,
        wpłat, wpłać, darowizn, patronite, krs, 1 5 podatku, wesprzyj, wspieraj, wspomóż, twoja pomoc, twojej pomocy,
        ludzi takich jak, osób takich jak, okres próbny, wydanie cyfrowe, e wydanie, czytać dalej, wypisać się,
        nam kawę, potrzebujemy cię, potrzebujemy ciebie, potrzebujemy twojej, dostęp na dzień, kup dostęp, wyślemy,
        damy znać
    ru: рассылк, отписа, спама, пожертв, донат, юmoney, patreon, boosty, карту сбер, такие как вы, таких как вы,
        люди как вы, электронную версию, читать дальше, дочитать, подпишит, подписк, подписчик, подписаться,
        подписывайт, нас кофе, нам кофе, стать другом, станьте другом, ваш взнос, нужна ваша помощь,
        бесплатных материал, бесплатных стат, бесплатные стат, мы пришлём, мы присылаем, мы сообщим
    uk: розсилк, відписа, спаму, пожертв, донат, patreon, такі як ви, таких як ви, дочитати, передплат, підпишіт,
        підписк, підписник, підписатися, підписуйт, нас кавою, стати другом, станьте другом, ваш внесок,
        потрібна ваша допомога, ми надішлемо, надішлемо, ми повідомимо
    tr: bülten, posta listesi, gelen kutu, abone, spam, bağış, patreon, sizin gibi, dostu olun, dijital baskı,
        günlük geçiş, okumaya devam, okumayı sürdür, devamını oku, paket seç, bize bir kahve, desteğiniz,
        yardımınıza ihtiyac, ücretsiz yazı, üyelere özel, abonelere özel, gönderelim, göndereceğiz, haber verelim,
        haber vereceğiz
    ar: نشرة, نشرتنا, القائمة البريدية, اشترك, اشتراك, مشترك, تبرع, باي بال, باتريون, أمثالك, مثلك, النسخة الرقمية,
        متابعة القراءة, لمتابعة, باقة, الباقات, لنا فنجان, كن صديقا, عطاؤك, مجانيان, مقالات مجانية, للأعضاء,
        تابع القراءة, نرسل إليك, سنرسل, سنخبرك
";

/// What pitches name too, and much else does: these say something beside an offer, or several at once. The beginning of a word
/// as well.
pub(super) const HINTS: &str = "
    en: by email, email address, your address, your email, sign up, signing up, digest, bulletin, briefing, alerts,
        notifications, contribution, help us, your help, become a, member, cancel any, cancel at any, pause at any,
        unlimited, without ads, without advertising, ad free, log in, sign in, read on, keep reading, continue reading,
        full story, premium, your plan, free of charge, costs nothing, free trial, a coffee, paypal, be the first,
        first to hear, first to know, read the rest, new posts, email list, your e mail, one e mail, one email
    de: per e mail, via e mail, e mail adresse, ihre adresse, deine adresse, ihre e mail, deine e mail, abmeld,
        kündbar, benachrichtigung, alarm, kostenlos, gratis, unverbindlich, ohne verpflichtung, kostet nichts, paypal,
        unterstützen sie, helfen sie, ihre hilfe, deine hilfe, mitglied, weiterlesen, weiterzulesen, unbegrenzt,
        werbefrei, keine werbung, ohne werbung, einloggen, anmeld, registrier, angebot, einen kaffee, einem kaffee,
        leben von, verteiler, abo angebot, als erste, den rest lesen, eine e mail
    fr: par e mail, par mail, par courriel, adresse e mail, adresse mail, votre adresse, ton adresse, inscri, minscri,
        alerte, notification, gratuit, sans engagement, ne coûte rien, dons, contribution, paypal, votre aide, membre,
        annulez, résili, illimité, sans limite, sans publicité, connectez, lire la suite, loffre, les offres,
        nos offres, à lessai, dessai, un café, dun café, soutien, en avant première, le premier informé,
        les premiers informés, lire le reste, vous aider, nous aider, un courriel, un e mail
    es: por correo, correo electrónico, tu correo, su correo, tu dirección, su dirección, alerta, aviso, notificacion,
        gratis, gratuit, sin compromiso, no cuesta nada, un café, paypal, apoya, apóya, colabora, ayuda, hazte, socio,
        miembro, de prueba, prueba la, prueba gratis, pruébalo, cancela, sin permanencia, sin límite, ilimitad,
        sin publicidad, sin anuncios, inicia sesión, sigue leyendo, la oferta, ofertas, elegir plan, tu plan, buzón,
        bandeja, sé el primero, sea el primero, antes que nadie, leer el resto, con un café, resumen semanal, aportar,
        un correo
    pt: por e mail, seu e mail, seu endereço, o seu endereço, inscrev, inscriç, cancele, cancelar, alerta, aviso,
        notificaç, grátis, gratuit, de graça, sem compromisso, não custa nada, contribui, um café, paypal, apoie,
        apoiar, ajude a, sua ajuda, membro, sócio, experimente, sem limites, ilimitad, sem anúncios, sem publicidade,
        faça login, cadastr, continue lendo, oferta, escolher plano, registe se, registre se, registar,
        seja o primeiro, ler o resto, resumo semanal, participe, um e mail
    it: casella, via email, via mail, per email, tuo indirizzo, suo indirizzo, tua email, tua mail, avvis, notific,
        gratis, gratuit, senza impegno, non costa nulla, contribu, un caffè, caffè, paypal, sostegno, tuo aiuto, socio,
        soci, membr, di prova, prova la, prova gratis, provala, senza limiti, illimitat, senza pubblicità, accedi,
        continua a leggere, offert, registrati, scegli il piano, iscriv, iscriz, leggere il resto, per primo,
        per primi, riassunto settimanale, una mail, una email
    nl: mailbox, per e mail, per mail, je adres, uw adres, je e mail, uw e mail, inschrijv, meld je, meld u, aanmeld,
        melding, gratis, vrijblijvend, kost niets, bijdrage, draag bij, koffie, paypal, steun, help mee, je hulp,
        uw hulp, leden, probeer, opzegbaar, opzeggen, onbeperkt, zonder grenzen, zonder reclame, log in, inloggen,
        verder lezen, lees verder, aanbieding, als eerste, rest lezen, rest ook lezen, één mail, een mail, een gift
    pl: skrzynce, skrzynkę, mailem, na e mail, adres, powiadomieni, alert, za darmo, darmow, bezpłatn, bez zobowiązań,
        nic nie kosztuje, kawę, kawy, paypal, pomóż, potrzebujemy, członk, konto, anuluj, bez ograniczeń, bez granic,
        bez reklam, zaloguj, zarejestruj, czytaj dalej, dostęp, ofert, wybierz plan, wypróbuj, zrezygnowa, jako pierws,
        przeczytać resztę, przegląd, jeden e mail
    ru: в ящик, на почту, в почту, электронной почт, электронную почту, адрес, уведомлени, оповещени, бесплатн,
        без обязательств, взнос, вклад, кофе, paypal, поддерж, помогите, помочь, помощь, участник, членов, вступ,
        станьте, учётную запись, учетную запись, аккаунт, пробн, отмен, без ограничений, без границ, без рекламы,
        войдите, войти, зарегистрир, читать далее, доступ, предложение, тариф, дайджест, бюллетен, первыми,
        оставьте адрес, одно письмо
    uk: на пошту, у скриньку, електронну пошту, електронної пошти, адрес, сповіщення, безкоштовн, внесок, кава, каву,
        paypal, підтрим, допоможіть, допомог, учасник, член, станьте, акаунт, обліков, пробн, скасу, без обмежень,
        без реклами, увійдіть, увійти, зареєстр, читати далі, доступ, пропозиція, тариф, дайджест, бюлетен, першими
    tr: posta kutu, e posta, adresiniz, kaydol, kayıt ol, bildirim, derleme, ücretsiz, bedava, ücreti yok, yükümlülük,
        katkı, kahve, paypal, destek, yardım edin, yardımınız, ihtiyacımız var, üye, hesap, deneme, deneyin, iptal,
        vazgeç, sınırsız, reklamsız, giriş yap, teklif, fırsat, yanımızda, ilk siz, tek bir e posta
    ar: بريد, عنوانك, إلغاء, مزعجة, تنبيه, إشعار, مجان, دون التزام, مساهم, عطاء, قهوة, ادعم, دعم, ساعدنا, مساعدتك, عضو,
        أعضاء, انضم, حساب, تجريب, التجربة, بطاقة, بلا حدود, الإعلانات, تسجيل, سجل, العرض, شارك, أول من, الأصدقاء,
        ساعدونا, رسالة واحدة
";

/// What the labels of their buttons begin with.
pub(super) const BUTTONS: &str = "
    en: subscribe, sign up, sign me up, sign in, log in, join, register, get the, get our, get updates, get alerts,
        get it free, notify me, create alert, create a, create an, follow, count me in, yes, send, submit, go, donate,
        give, make a, support, chip in, pitch in, become a, buy a, buy us, buy me, contribute, help, fund, start my,
        start your, start a, start free, try, claim, choose, see subscription, see offers, see plans,
        view subscription, view offers, view plans, unlock, continue reading, keep reading, your email, email, e mail,
        your e mail
    de: abonnieren, jetzt, anmelden, kostenlos, bestellen, newsletter, eintragen, registrieren, ausprobieren, ja, ich,
        absenden, abschicken, alarm, spenden, online spenden, unterstützen, mit paypal, per paypal, kaffee, monatlich,
        einmalig, mitglied, helfen, fördern, beitragen, probeabo, abo, angebot, zum angebot, zu den, tagespass, testen,
        weiterlesen, einloggen, login, ihre e mail, deine e mail, e mail
    fr: sabonner, sinscrire, je, abonnez vous, inscrivez vous, recevoir, recevez, envoyer, valider, oui,
        créer une alerte, créer un, créer mon, donner, faire un, soutenir, soutenez, contribuer, adhérer, devenir,
        offrir, participer, aider, commencer, essayer, profiter, choisir, voir les offres, voir nos,
        découvrir les offres, acheter, sidentifier, se connecter, votre e mail, votre adresse, adresse, e mail,
        mabonner, minscrire, rejoindre, rejoignez, jen profite, jaide
    es: suscri, suscrí, registr, regístr, apunt, apúnt, me apunto, recibir, quiero, enviar, sí, crear, donar, dona,
        dar, hacer, hacerme, hazte, asoci, colabor, aport, invit, empezar, probar, aprovechar, elegir, ver ofertas,
        ver planes, ver suscripciones, comprar, entrar, iniciar, unirme, únete, ayudar, tu correo, su correo, correo,
        e mail, email, apoyar, apoya
    pt: assin, subscr, inscrev, quero, receber, enviar, sim, criar, cadastr, regist, doar, doe, contribu, particip,
        pagar, seja, começar, experimentar, aproveitar, escolher, ver ofertas, ver planos, comprar, entrar, seu e mail,
        e mail, email, alertas, ajudar, ajude, apoiar, apoie, torne, tornar
    it: iscriv, mi iscrivo, abbon, ricev, invia, sì, si grazie, crea, registr, dona, contribu, sosteni, offri, divent,
        partecip, inizi, prova, approfitt, scegli, vedi le offerte, scopri, compra, acquista, accedi, la tua, il tuo,
        email, e mail, attiva, aiuta, aiutaci
    nl: abonn, inschrijv, schrijf, aanmeld, meld, gratis, ontvang, verstu, verzend, ja, maak, doneer, draag, steun,
        word, trakteer, help, geef, probeer, profiteer, kies, bekijk aanb, bekijk de ab, koop, inlog, log in,
        je e mail, uw e mail, e mail, start je, start de, start proef, start gratis
    pl: zapisz, subskry, prenumer, chcę, wyślij, tak, załóż, utwórz, zarejestr, wpłać, wspier, wesprz, pomóż, pomagam,
        postaw, dołącz, zostań, przekaż, jak to zrobić, rozpocznij, zacznij, wypróbuj, skorzystaj, wybierz,
        zobacz ofert, kup, zaloguj, twój, e mail, adres, wpłac, wspomag
    ru: подпи, получать, хочу, отправить, да, зарегистр, присоедин, перейти в, перейти на, создать, настроить,
        попробовать, пожертв, поддерж, внести, перевести, угостить, стать, вступить, дать, начать, воспольз, выбрать,
        посмотреть тариф, варианты, купить, оформить, войти, ваш, e mail, email, адрес, помога, помочь, помогу
    uk: підпи, отримувати, хочу, надіслати, так, зареєстр, приєдн, перейти в, створити, спробувати, пожертв, підтрим,
        допомо, зробити, стати, вступити, почати, скорист, обрати, переглянути тариф, купити, оформити, увійти, ваш,
        e mail, email, дати
    tr: abone, kaydol, kayıt, üye ol, ücretsiz, bülten, listeye, evet, gönder, bildirim, kanala, bağış, destek,
        patreon, paypal, her ay, katkı, kahve, katıl, şimdi, hemen, denemeyi, deneyin, dene, fırsat, paket, teklif,
        abonelik, geçiş, satın, giriş, yardım, ortak, e posta, hesap, dost ol
    ar: اشترك, الاشتراك, اشتراك, سجل, تسجيل, التسجيل, انضم, احصل, نعم, أرسل, إرسال, إنشاء, أنشئ, انتقل, تبرع, ادعم,
        دعم, شارك, كن, ساهم, ساعد, عطاء, أعط, اشتر, شراء, ابدأ, جرب, استفد, اختر, عرض الباقات, عرض العروض, العضوية,
        عضوية, متابعة, البريد, بريدك
";

/// Whole words that speak to the reader, or of the site as its own people do.
pub(super) const READERS: &str = "
    en: you, your, yours, us, our, we, me, my
    de: sie, ihnen, ihr, ihre, ihren, ihrem, ihrer, du, dich, dir, dein, deine, deinem, deinen, uns, unser, unsere,
        unseren, unserem, unserer, unseres, wir, ich
    fr: vous, votre, vos, tu, te, ton, ta, tes, toi, nous, notre, nos, je
    es: tú, tu, tus, te, ti, usted, su, sus, le, nos, nuestro, nuestra, nuestros, nuestras, nosotros, somos, quiero, me
    pt: você, te, seu, sua, seus, suas, nos, nós, nosso, nossa, nossos, nossas, somos, quero, me
    it: tu, tuo, tua, tuoi, tue, ti, te, ci, noi, nostro, nostra, nostri, nostre, mi, abbiamo, siamo
    nl: je, jij, jou, jouw, u, uw, ons, onze, we, wij, me
    pl: ty, ci, cię, ciebie, tobie, twój, twoja, twoje, twojej, twojego, twojemu, twoim, twoją, nas, nam, nasz, nasza,
        nasze, naszą, naszej, naszych, naszym, jesteśmy, chcę, masz
    ru: вы, вас, вам, вами, ваш, ваша, ваше, ваши, вашу, вашей, вашем, вашего, вашим, ты, тебя, тебе, твой, мы, нас, нам,
        наш, наша, наше, наши, нашу, нашей, нашем, нашего, наших, нашим
    uk: ви, вас, вам, ваш, ваша, ваше, ваші, вашу, вашої, вашій, вашого, ти, тебе, тобі, ми, нас, нам, наш, наша, наше,
        наші, нашу, нашої, нашій, наших
    tr: siz, size, sizin, sizi, biz, bize, bizim, bizi, sen, seni, sana
    ar: لك, لكم, إليك, إليكم, لنا, إلينا, نحن, علينا, بك, يمكنك, يمكنكم, بإمكانك, عنوانك, بريدك, دعمك, عطاؤك, تبرعك,
        مساعدتك, باقتك, وقتك, شئت, تقرأ, لتقرأ, جرب
";

/// What words end with that say "our" and "your", where a language says so.
pub(super) const ENDINGS: &str = "
    tr: imiz, imizi, imize, imizin, imizde, umuz, umuzu, umuza, ümüz, ümüzü, ümüze, iniz, inizi, inize, inizin, inizde, unuz,
        unuzu, unuza, ünüz, ünüzü, ünüze, siniz, sunuz, sünüz
    ar: نا, كم
";
