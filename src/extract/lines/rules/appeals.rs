//! Wordings of appeals for money, and of walls before an article that is sold, by language.

/// Whole lines.
pub(super) const SUPPORT: &str = "
    en: support our work, support our journalism, support independent journalism, support us, donate, donate now,
        donate today, make a donation, before you go, before you read on, before you continue, become a member, become a supporter, subscriber only,
        subscribers only, for subscribers only, this article is for subscribers only, this article is for subscribers,
        already a subscriber log in, view subscription options, see subscription options, subscription options,
        log in or subscribe, register for free
    de: unterstützen sie unsere arbeit, unterstützen sie uns, unabhängigen journalismus unterstützen,
        unterstützen sie unabhängigen journalismus, spenden, jetzt spenden, jetzt unterstützen, bevor sie gehen, bevor sie weiterlesen, bevor du weiterliest,
        mitglied werden, nur für abonnenten, dieser artikel ist nur für abonnenten, bereits abonnent,
        zu den abo angeboten, abo angebote, kostenlos registrieren, weiterlesen mit plus, zum angebot, unterstützen
    fr: soutenez notre travail, soutenez nous, soutenez le journalisme indépendant, soutenez la presse indépendante,
        soutenez un journalisme indépendant, faire un don, faites un don, je fais un don, je donne, avant de partir, avant de continuer votre lecture,
        réservé aux abonnés, article réservé aux abonnés, cet article est réservé aux abonnés, déjà abonné,
        voir les offres, découvrir les offres, voir nos offres, créer un compte, je soutiens,
        soutenez un journal indépendant
    es: apoya nuestro trabajo, apóyanos, apoya el periodismo independiente, apoye el periodismo independiente, donar,
        dona, dona ahora, donar ahora, haz una donación, antes de irte, antes de seguir leyendo, antes de que te vayas, hazte socio,
        solo para suscriptores, sólo para suscriptores, exclusivo para suscriptores,
        este artículo es solo para suscriptores, este artículo es exclusivo para suscriptores, ver ofertas,
        ver suscripciones, ver planes, crear cuenta, contenido exclusivo para suscriptores
    pt: apoie o nosso trabalho, apoie nosso trabalho, apoie nos, apoie o jornalismo independente, doar, doe, doe agora,
        doar agora, faça uma doação, antes de sair, antes de continuar lendo, torne se membro, só para assinantes, exclusivo para assinantes,
        conteúdo exclusivo para assinantes, ver planos
    it: sostieni il nostro lavoro, sostienici, sostieni il giornalismo indipendente, dona ora, fai una donazione,
        prima di andare, prima di continuare a leggere, diventa socio, solo per abbonati, riservato agli abbonati, contenuto riservato agli abbonati,
        vedi le offerte, scopri le offerte
    nl: steun ons werk, steun ons, steun onafhankelijke journalistiek, doneer, doneer nu, doneren, voordat je gaat, voordat je verder leest,
        word lid, alleen voor abonnees, dit artikel is alleen voor abonnees, bekijk de abonnementen, bekijk abonnementen
    pl: wesprzyj nas, wesprzyj naszą pracę, wesprzyj niezależne dziennikarstwo, wspieraj niezależne dziennikarstwo,
        wpłać, wpłać teraz, wspieram, wspieraj nas, zanim odejdziesz, zanim wyjdziesz, zanim przeczytasz dalej, zostań członkiem,
        tylko dla prenumeratorów, tylko dla subskrybentów, zobacz ofertę, kup prenumeratę
    ru: поддержите нас, поддержите нашу работу, поддержать, поддержать нас, поддержите независимую журналистику,
        поддержать проект, пожертвовать, сделать пожертвование, прежде чем уйти, прежде чем читать дальше, прежде чем вы уйдете, стать участником,
        только для подписчиков, варианты подписки, оформить подписку, помочь проекту,
        эта статья доступна только подписчикам, поддержите нашу редакцию
    uk: підтримайте нас, підтримайте нашу роботу, підтримати, підтримати нас, підтримайте незалежну журналістику,
        підтримати проєкт, пожертвувати, зробити внесок, перш ніж піти, перш ніж читати далі, перш ніж ви підете, лише для передплатників,
        тільки для передплатників, варіанти підписки, оформити підписку, оформити передплату,
        ця стаття доступна лише передплатникам
    tr: bize destek olun, destek ol, destek olun, çalışmalarımızı destekleyin, bağımsız gazeteciliği destekleyin,
        bağımsız gazeteciliğe destek olun, bağış yap, bağış yapın, gitmeden önce, okumaya devam etmeden önce, üye ol, üye olun,
        yalnızca aboneler için, sadece aboneler için, abonelik seçenekleri, bu içerik yalnızca abonelere özeldir
    ar: ادعمنا, ادعم عملنا, ادعم الصحافة المستقلة, ادعموا الصحافة المستقلة, تبرع, تبرع الآن, تبرع لنا, قبل أن تغادر, قبل أن تتابع القراءة,
        كن عضوا, للمشتركين فقط, هذا المقال للمشتركين فقط, عروض الاشتراك, خيارات الاشتراك
    fa: از ما حمایت کنید, حمایت کنید, حمایت از ما, از روزنامه نگاری مستقل حمایت کنید, کمک مالی, پیش از رفتن,
        قبل از رفتن, فقط برای مشترکان, ویژه مشترکان, گزینه های اشتراک, خرید اشتراک, حمایت مالی, حمایت می کنم, پرداخت
    zh: 支持我们, 支持我们的工作, 支持独立新闻, 支持独立媒体, 捐款, 立即捐款, 捐助我们, 在您离开之前, 离开之前, 成为会员, 仅限订阅者, 本文仅限订阅者, 本文仅供订阅者阅读, 订阅方案, 查看订阅方案, 支持我們, 支持独立报道, 赞赏, 立即赞助
    ja: ご支援のお願い, 支援する, 寄付する, 寄付, 独立したジャーナリズムを支援, 独立したジャーナリズムを支援する, 独立した報道を支援, ページを離れる前に, 会員になる, 会員限定, 会員限定記事, この記事は会員限定です, この記事は購読者限定です, 料金プラン, 購読プラン, 会員登録, 独立した報道を支えてください, サポートする
";

/// What a sentence begins with that appeals to the reader.
pub(super) const APPEALS: &str = "
    en: please consider, please donate, support our, support us, support independent, become a supporter, our work is,
        our journalism is, our reporting is, if everyone who reads, if every reader, if you like our, before you go,
        make a donation, make a gift, chip in, your support, your donation, subscribe for, already a subscriber,
        this article is for subscribers, this content is for subscribers, this article is for, you have read,
        if everyone who reads this, you have 1 free, you have 2 free, you have 3 free, you have one free,
        you have two free, youve read your, youve reached your, help us keep, help keep our, to receive new posts,
        we have a small favour, we have a small favor
    de: unterstützen sie, unterstütze uns, unterstütze unsere, spenden sie, helfen sie, hilf uns, werden sie mitglied,
        werde mitglied, unsere arbeit ist, unsere artikel sind, unser journalismus ist, bevor sie, mit ihrer spende,
        ihre unterstützung, ihre spende, dieser artikel ist, bereits abonnent, weiterlesen mit, erstellen sie,
        unsere texte sind, registrieren sie sich, sie haben bereits, haben sie bereits, wenn jede und jeder,
        wenn jeder der
    fr: soutenez, faites un don, aidez nous, devenez membre, notre travail, nos articles, notre journalisme, si chaque,
        avant de partir, votre soutien, votre don, cet article est, déjà abonné, déjà abonnée, il vous reste,
        créez un compte, abonnez vous, si chaque lecteur
    es: apoya, apoye, apóyanos, haz una donación, haga una donación, ayúdanos, ayúdenos, nuestro trabajo,
        nuestros artículos, nuestro periodismo, si cada, antes de irte, tu apoyo, tu donación, este artículo es,
        ya eres suscriptor, ya es suscriptor, te quedan, le quedan, crea una cuenta, suscríbete por, regístrate,
        si cada lector
    pt: apoie, faça uma doação, ajude nos, nosso trabalho, os nossos artigos, nossos artigos, nosso jornalismo, se cada,
        antes de sair, o seu apoio, seu apoio, sua doação, este artigo é, já é assinante, restam, você ainda tem,
        crie uma conta, assine por, você leu, leu
    it: sostieni, sostienici, fai una donazione, aiutaci, il nostro lavoro, i nostri articoli, il nostro giornalismo,
        se ogni, prima di andare, il tuo sostegno, la tua donazione, questo articolo è, sei già abbonato, ti restano,
        abbonati
    nl: steun ons, doneer, doe een donatie, help ons, word vriend, ons werk is, onze artikelen zijn, onze journalistiek,
        als elke, als iedere, voordat je, jouw steun, jouw donatie, uw steun, dit artikel is, al abonnee, je hebt nog,
        u hebt nog, maak een, je hebt, u hebt
    pl: wesprzyj, wspieraj, przekaż darowiznę, pomóż nam, nasza praca, nasze artykuły, nasze dziennikarstwo,
        gdyby każdy, twoje wsparcie, twoja darowizna, ten artykuł jest, masz już subskrypcję, masz już prenumeratę,
        pozostały, pozostało, załóż, masz już, przeczytałeś, przeczytałaś, przeczytano
    ru: поддержите, поддержи, пожертвуйте, сделайте пожертвование, помогите нам, наша работа, наши статьи,
        наши материалы, наша журналистика, если каждый, если бы каждый, прежде чем, перед тем как, ваша поддержка,
        ваше пожертвование, уже подписаны, у вас осталось, создайте, оформите, зарегистрируйтесь, уже есть подписка,
        вам осталось, вы прочитали, вы прочли
    uk: підтримайте, підтримай, зробіть внесок, зробіть пожертву, допоможіть нам, наша робота, наші статті,
        наші матеріали, якщо кожен, якби кожен, перш ніж, ваша підтримка, ваша пожертва, вже підписані, уже підписані,
        у вас залишилося, створіть, оформіть, уже маєте, вже маєте
    tr: destek olun, destekleyin, bağış yapın, bize destek, bize yardım, üye olun, çalışmalarımız, yazılarımız,
        haberlerimiz, gazeteciliğimiz, her okur, eğer her, gitmeden önce, desteğiniz, bağışınız, bağımsız gazeteciliği,
        zaten abone, ücretsiz hesap, okumaya devam, bunu okuyan, ilk ay
    ar: ادعم, ادعموا, ادعمنا, تبرع, تبرعوا, ساعدنا, ساعدونا, كن عضوا, عملنا, مقالاتنا, صحافتنا, لو تبرع, إذا تبرع,
        قبل أن تغادر, دعمك, دعمكم, تبرعك, هل أنت مشترك, بقي لديك, تبقى لك, أنشئ حسابا
    fa: حمایت کنید, از ما حمایت, از روزنامه نگاری, کمک کنید, به ما کمک, عضو شوید, کار ما, مقاله های ما, مطالب ما, اگر هر,
        پیش از رفتن, قبل از رفتن, حمایت شما, کمک شما, مشترک هستید
    zh: 支持独立, 请考虑, 立即捐款, 帮助我们, 成为会员, 我们的工作, 我们的文章, 如果每, 在您离开, 离开之前, 您的支持, 您的捐款, 本文仅, 此文章仅, 已经是订阅, 已是订阅, 您本月还, 创建免费, 支持我們, 贊助我們, 已经是会员, 我们的报道, 请支持我们, 请考虑捐, 支持我们的, 本文为会员
    ja: ご支援, 私たちの活動, 私たちの記事, 私たちの報道, もし読者, もしすべての, お帰りの前に, ページを離れる前に, あなたの支援, すでに購読, すでに会員, 無料アカウント, 会員登録, すでに会員の方, 独立したジャーナリズムを, ご寄付, 寄付をお願い, この記事は有料会員
";

/// What such a text is about. A text about the gifts of others names none of these.
pub(super) const APPEALED: &str = "
    en: donation today, donate today, donate now, making a donation, support our work, support our journalism,
        support our reporting, support us, readers like you, become a supporter, keep our journalism, keep our work,
        keep us going, for subscribers only, subscribers only, free articles, free article left, already a subscriber,
        keep our reporters, a donation today, donation to keep, your donation, free or paid subscriber,
        become a paid subscriber
    de: spenden sie, ihre spende, ihrer spende, deine spende, deiner spende, unseren journalismus,
        leserinnen und leser wie sie, leser wie sie, nur für abonnenten, bereits abonnent, kostenlose artikel,
        kostenloses konto, um diesen artikel zu lesen, bereits ein abo, frei zugänglich weil, mit ihrer spende,
        um diesen artikel weiterzulesen
    fr: faites un don, faire un don, votre don, soutenez nous, lecteurs comme vous, réservé aux abonnés,
        réservé à nos abonnés, déjà abonné, articles gratuits, poursuivre votre lecture, compte gratuit,
        de cet article à lire, chaque lecteur donnait
    es: haz una donación, haga una donación, dona hoy, done hoy, dona ahora, tu donación, apóyanos, lectores como tú,
        lectores como usted, hazte socio, hágase socio, exclusivo para suscriptores, ya eres suscriptor,
        artículos gratis, artículos gratuitos, cuenta gratis, cuenta gratuita, seguir investigando, una donación hoy
    pt: faça uma doação, doe hoje, doe agora, sua doação, seu apoio, leitores como você, exclusivo para assinantes,
        já é assinante, artigos grátis, artigos gratuitos, conta gratuita, conta grátis
    it: fai una donazione, dona ora, dona oggi, tua donazione, tuo sostegno, sostienici, lettori come te,
        riservato agli abbonati, già abbonato, articoli gratuiti, account gratuito
    nl: doe een donatie, doneer nu, doneer vandaag, steun ons, lezers zoals jij, lezers als jij, lezers zoals u,
        alleen voor abonnees, al abonnee, gratis artikelen, verder te lezen, gratis account
    pl: wpłać, wesprzyj nas, czytelników takich jak ty, tylko dla prenumeratorów, tylko dla subskrybentów,
        dla prenumeratorów, dla subskrybentów, darmowe artykuły, bezpłatne artykuły, darmowe konto, bezpłatne konto,
        masz już prenumeratę, bezpłatnych artykułów, darmowych artykułów
    ru: пожертвуйте, поддержите нас, таких читателей как вы, читателям как вы, таким читателям, только для подписчиков,
        доступна подписчикам, уже подписаны, бесплатные статьи, бесплатных статьи, бесплатных статей, продолжить чтение,
        бесплатный аккаунт, читатель пожертвует, есть подписка, чтобы читать дальше, сделайте пожертвование,
        бесплатных материалов
    uk: зробіть внесок, підтримайте нас, таких читачів, таким читачам, лише для передплатників,
        тільки для передплатників, для передплатників, вже підписані, безкоштовні статті, безкоштовних статей,
        продовжити читання, безкоштовний акаунт, маєте передплату, читати всі
    tr: bağış yapın, bağış yap, bağışta bulunun, bağışınız, bize destek, destek olun, sizin gibi okurlar,
        sizin gibi okuyucular, yalnızca aboneler, sadece aboneler, aboneler için, abonelere özel, ücretsiz yazı,
        ücretsiz makale, ücretsiz haber, okumaya devam, abone misiniz, habercilik yap
    ar: تبرع لنا, تبرع الآن, تبرعوا, تبرع كل, بتبرع, ادعمنا, ادعموا, قراء مثلك, قراء مثلكم, للمشتركين فقط, أنت مشترك,
        مقالان مجانيان, مقالات مجانية, لمتابعة القراءة, لمواصلة القراءة, حسابا مجانيا
    fa: کمک مالی, از ما حمایت, خوانندگانی مانند شما, خوانندگانی چون شما, فقط برای مشترکان, ویژه مشترکان, مقاله رایگان,
        ادامه مطالعه, ادامه خواندن, حساب رایگان, وارد شوید
    zh: 支持我们的工作, 支持我们, 像您这样的读者, 像你这样的读者, 仅限订阅者, 仅供订阅, 订阅用户, 免费文章, 免费账户, 免费帐户, 支持我們, 请登录, 今天就捐款, 阅读全部文章, 会员专享
    ja: ご寄付, 寄付をお願い, ご支援ください, ご支援をお願い, 支援をお願い, 会員限定, 購読者限定, 有料会員, 無料記事, 無料で読める, 続きをお読み, 無料アカウント, 会員の方はログイン, すべての記事が読め, 有料会員限定です
";
