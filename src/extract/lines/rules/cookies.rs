//! Wordings of notices on cookies, by language.

/// What a notice begins with.
pub(super) const NOTICES: &str = "
    en: we use cookies, we also use cookies, we use necessary cookies, we use essential cookies, we use optional cookies,
        this website uses cookies, this site uses cookies, this web site uses cookies, our website uses cookies,
        our site uses cookies, the website uses cookies, cookies help us, we value your privacy,
        we care about your privacy, by continuing to use this site you, by continuing to use our site you,
        by continuing to use this website you, by continuing to browse this site, by continuing to browse the site,
        by clicking accept all, by clicking accept you, by clicking accept cookies, we and our partners store,
        we and our partners use, we and our partners process, we and our partners access
    de: wir verwenden cookies, wir nutzen cookies, wir setzen cookies ein, wir verwenden auf dieser,
        auf dieser website verwenden wir cookies, auf unserer website verwenden wir cookies,
        diese website verwendet cookies, diese webseite verwendet cookies, diese website nutzt cookies,
        diese webseite nutzt cookies, diese website benutzt cookies, diese seite verwendet cookies,
        diese seite nutzt cookies, unsere website verwendet cookies, unsere webseite verwendet cookies,
        um unsere webseite für sie, um unsere website für sie, durch die weitere nutzung der,
        durch die weitere nutzung dieser, wir und unsere partner speichern, wir und unsere partner verwenden,
        wir und unsere partner nutzen, wir und unsere partner verarbeiten, wir schätzen ihre privatsphäre,
        wir und unsere partner verarbeiten personenbezogene
    fr: nous utilisons des cookies, nous utilisons les cookies, ce site utilise des cookies,
        ce site web utilise des cookies, ce site utilise les cookies, notre site utilise des cookies,
        notre site web utilise des cookies, les cookies nous permettent, en poursuivant votre navigation,
        en continuant votre navigation, en continuant à naviguer, en continuant à utiliser ce site,
        nous et nos partenaires stockons, nous et nos partenaires utilisons, nous et nos partenaires traitons,
        nous et nos partenaires conservons, nous respectons votre vie privée, nos partenaires et nous mêmes,
        nous et nos partenaires
    es: utilizamos cookies, usamos cookies, empleamos cookies, este sitio web utiliza cookies,
        este sitio utiliza cookies, este sitio web usa cookies, este sitio usa cookies, esta web utiliza cookies,
        esta página utiliza cookies, esta página web utiliza cookies, nuestra web utiliza cookies,
        nuestro sitio utiliza cookies, nuestro sitio web utiliza cookies, al continuar navegando, al seguir navegando,
        si continúa navegando, si continúas navegando, si sigues navegando, si sigue navegando, valoramos tu privacidad,
        valoramos su privacidad, nosotros y nuestros socios almacenamos, nosotros y nuestros socios utilizamos
    pt: este site utiliza cookies, este site usa cookies, este website utiliza cookies, este sítio utiliza cookies,
        nosso site utiliza cookies, nosso site usa cookies, o nosso site utiliza cookies, ao continuar navegando,
        ao continuar a navegar, ao navegar neste site, se continuar a navegar, nós e os nossos parceiros armazenamos,
        nós e nossos parceiros armazenamos, nós e os nossos parceiros utilizamos, nós e nossos parceiros utilizamos,
        nós e nossos parceiros usamos, valorizamos sua privacidade, valorizamos a sua privacidade
    it: utilizziamo i cookie, utilizziamo cookie, utilizziamo i cookies, usiamo i cookie, usiamo cookie,
        questo sito utilizza cookie, questo sito utilizza i cookie, questo sito usa i cookie, questo sito usa cookie,
        questo sito web utilizza cookie, questo sito web utilizza i cookie, il nostro sito utilizza cookie,
        il nostro sito utilizza i cookie, continuando la navigazione, continuando a navigare, proseguendo la navigazione,
        rispettiamo la tua privacy, noi e i nostri partner archiviamo, noi e i nostri partner utilizziamo,
        noi e i nostri partner memorizziamo
    nl: wij gebruiken cookies, we gebruiken cookies, deze website gebruikt cookies, deze site gebruikt cookies,
        deze website maakt gebruik van cookies, deze site maakt gebruik van cookies, onze website gebruikt cookies,
        onze site gebruikt cookies, onze website maakt gebruik van cookies, door verder te gaan met,
        door gebruik te blijven maken, als je doorgaat met, wij waarderen uw privacy, wij en onze partners slaan,
        wij en onze partners gebruiken
    pl: używamy plików cookie, używamy plików cookies, używamy cookies, używamy ciasteczek, wykorzystujemy pliki cookie,
        wykorzystujemy pliki cookies, stosujemy pliki cookie, stosujemy pliki cookies, korzystamy z plików cookie,
        korzystamy z plików cookies, ta strona używa cookie, ta strona używa plików, ta strona korzysta z,
        ta witryna używa, ta witryna korzysta z plików, nasza strona używa, nasza strona korzysta z plików,
        nasza witryna używa, strona korzysta z plików, strona używa plików, serwis korzysta z plików, ten serwis używa,
        ten serwis wykorzystuje, kontynuując przeglądanie, my i nasi partnerzy, cenimy twoją prywatność,
        cenimy państwa prywatność
    ru: мы используем cookie, мы используем cookies, мы используем файлы cookie, мы используем файлы cookies,
        мы используем куки, мы используем файлы куки, этот сайт использует cookie, этот сайт использует cookies,
        этот сайт использует файлы cookie, этот сайт использует куки, сайт использует cookie, сайт использует cookies,
        сайт использует файлы cookie, сайт использует куки, наш сайт использует cookie, наш сайт использует файлы cookie,
        наш сайт использует куки, на сайте используются файлы cookie, на сайте используются cookie,
        на нашем сайте используются, на этом сайте используются, продолжая использовать сайт,
        продолжая использовать наш сайт, продолжая использовать этот сайт, продолжая пользоваться сайтом,
        продолжая пользоваться нашим сайтом, оставаясь на сайте, мы и наши партнеры
    uk: ми використовуємо cookie, ми використовуємо cookies, ми використовуємо файли cookie,
        ми використовуємо файли cookies, ми використовуємо куки, цей сайт використовує cookie,
        цей сайт використовує cookies, цей сайт використовує файли, цей вебсайт використовує, цей веб сайт використовує,
        наш сайт використовує cookie, наш сайт використовує файли, сайт використовує файли,
        продовжуючи користуватися сайтом, продовжуючи користуватися цим сайтом, продовжуючи користуватися нашим сайтом,
        продовжуючи використовувати сайт, продовжуючи перегляд сайту, ми та наші партнери
    tr: çerezleri kullanıyoruz, çerez kullanıyoruz, çerezler kullanıyoruz, sitemizde çerez, sitemizde çerezler,
        web sitemizde çerez, web sitemizde çerezler, web sitemizde size en iyi, sitemizde size en iyi,
        sizlere daha iyi hizmet, size daha iyi hizmet, size en iyi deneyimi, bu site çerez, bu site çerezleri,
        bu web sitesi çerez, bu web sitesi çerezleri, bu web sitesinde çerez, bu sitede çerez, web sitemiz çerez,
        sitemiz çerez, sitemizi kullanmaya devam, siteyi kullanmaya devam, bu siteyi kullanmaya devam,
        biz ve ortaklarımız, biz ve iş ortaklarımız, gizliliğinize değer veriyoruz, bu web sitesi
    ar: نستخدم ملفات تعريف الارتباط, نحن نستخدم ملفات تعريف الارتباط, نستخدم الكوكيز, نحن نستخدم الكوكيز,
        نستخدم ملفات الكوكيز, يستخدم هذا الموقع ملفات, يستخدم هذا الموقع الكوكيز, يستخدم موقعنا ملفات,
        يستخدم الموقع ملفات, هذا الموقع يستخدم ملفات, هذا الموقع يستخدم الكوكيز, موقعنا يستخدم ملفات,
        يستعمل هذا الموقع ملفات, باستمرارك في تصفح, باستخدامك لهذا الموقع, نحن وشركاؤنا, نحن نقدر خصوصيتك
    fa: ما از کوکی, این سایت از کوکی, این وب سایت از کوکی, این وبسایت از کوکی, وب سایت ما از کوکی, وبسایت ما از کوکی,
        سایت ما از کوکی, با ادامه استفاده از این سایت, با ادامه استفاده از سایت, ما و شرکای ما, ما و شرکایمان
    zh: 我们使用cookie, 我们使用 cookie, 我们使用cookies, 我们使用 cookies, 本网站使用cookie, 本网站使用 cookie, 本网站使用cookies, 本网站使用 cookies,
        本站使用cookie, 本站使用 cookie, 本站使用 cookies, 继续使用本网站, 继续浏览本网站, 继续使用本站, 继续浏览即表示, 我们和我们的合作伙伴, 我们及我们的合作伙伴, 我们重视您的隐私,
        我們使用cookie, 我們使用 cookie, 本網站使用cookie, 本網站使用 cookie, 我们和合作伙伴
    ja: 当サイトではcookie, 当サイトでは cookie, 当サイトではクッキー, 当サイトはcookie, 当サイトはクッキー, 当ウェブサイトではcookie, 当ウェブサイトではクッキー, 当ウェブサイトはcookie,
        このサイトではcookie, このサイトではクッキー, このサイトはcookie, このサイトはクッキー, このウェブサイトではcookie, このウェブサイトはcookie, 本サイトではcookie,
        本サイトではクッキー, 本サイトはcookie, サイトの利用を続ける, サイトの閲覧を続ける, 当社と当社のパートナー, 当社とパートナー, 私たちとパートナー, 当サイトでは, 当社とパートナーは
";

/// What the text of a notice names, and what an article names that is about cookies.
pub(super) const COOKIES: &str = "
    la: cookie
    pl: ciastecz
    ru uk: куки
    tr: çerez
    ar: الكوكيز, ملفات تعريف الارتباط
    fa: کوکی
    ja: クッキー
";
