//! Wordings of calls to subscribe, by language.

/// Whole lines.
pub(super) const SUBSCRIBE: &str = "
    en: sign up for our newsletter, sign up to our newsletter, sign up for the newsletter, sign up for newsletter,
        sign up for our newsletters, sign up for our free newsletter, sign up, subscribe to our newsletter,
        subscribe to our newsletters, subscribe to our free newsletter, subscribe to our mailing list,
        subscribe to the newsletter, subscribe for free, subscribe via email, subscribe to blog via email,
        join our mailing list, join our newsletter, join the newsletter, get the latest news, get our newsletter,
        get our newsletters, get updates, get the newsletter, get our weekly newsletter, subscribe now, subscribe,
        subscribe to get access, subscribe to continue reading, subscribe to keep reading, sponsor this newsletter,
        stay informed, stay in the loop, stay in touch, stay connected, stay up to date, never miss a story,
        never miss an update, dont miss a story, dont miss an update, newsletter, newsletters, newsletter signup,
        newsletter sign up, our newsletter, your email address, enter your email, enter your email address, get the app,
        download our app, download the app, get our app, available on the app store, get it on google play,
        download on the app store, check your inbox, follow our channel
    de: newsletter abonnieren, newsletter bestellen, newsletter anmeldung, newsletter anmelden, unser newsletter,
        zum newsletter anmelden, für den newsletter anmelden, abonnieren sie unseren newsletter,
        abonniere unseren newsletter, unseren newsletter abonnieren, melden sie sich für unseren newsletter an,
        jetzt abonnieren, jetzt anmelden, kostenlos anmelden, kostenlos abonnieren, abonnieren, bleiben sie informiert,
        bleib informiert, bleiben sie auf dem laufenden, bleib auf dem laufenden, immer auf dem laufenden,
        nichts mehr verpassen, nichts verpassen, ihre e mail adresse, deine e mail adresse, e mail adresse eingeben,
        jetzt app herunterladen, kanal abonnieren
    fr: abonnez vous à notre newsletter, abonnez vous à la newsletter, abonnez vous à nos newsletters,
        inscrivez vous à notre newsletter, inscrivez vous à la newsletter, inscrivez vous à nos newsletters,
        recevez notre newsletter, recevez notre lettre dinformation, notre newsletter, la newsletter,
        lettre dinformation, inscription à la newsletter, sinscrire à la newsletter, sabonner à la newsletter, sabonner,
        sinscrire, je mabonne, je minscris, restez informé, restez informés, restez informée, ne manquez rien,
        ne ratez rien, ne manquez aucune actualité, ne manquez aucun article, votre adresse e mail, votre adresse email,
        votre e mail, votre email, téléchargez notre application, téléchargez lapplication,
        ne manquez rien de lactualité, télécharger dans lapp store, disponible sur google play
    es: suscríbete, suscríbase, suscríbete a nuestro boletín, suscríbase a nuestro boletín,
        suscríbete a nuestra newsletter, suscríbete al boletín, suscríbete a la newsletter, suscribirse, suscribirme,
        quiero suscribirme, suscríbete gratis, suscríbete ahora, recibe nuestro boletín, recibe nuestra newsletter,
        reciba nuestro boletín, boletín informativo, boletín de noticias, nuestro boletín, mantente informado,
        manténgase informado, no te pierdas nada, no se pierda nada, no te pierdas ninguna noticia,
        tu correo electrónico, su correo electrónico, tu email, introduce tu correo electrónico,
        ingresa tu correo electrónico, descarga nuestra app, descarga la app, descarga nuestra aplicación,
        quiero apuntarme
    pt: assine nossa newsletter, assine a nossa newsletter, assine a newsletter, assine o nosso boletim, assine,
        assine já, assine agora, subscreva a nossa newsletter, subscreva a newsletter, subscrever, inscreva se,
        inscreva se na newsletter, inscreva se na nossa newsletter, receba nossa newsletter, receba a nossa newsletter,
        receba as notícias, receba notícias, boletim informativo, fique informado, fique por dentro,
        mantenha se informado, não perca nada, não perca nenhuma notícia, seu e mail, seu email, o seu e mail,
        o seu email, digite seu e mail, baixe nosso aplicativo, baixe o app, fique bem informado, assinar, inscrever se
    it: iscriviti alla newsletter, iscriviti alla nostra newsletter, iscriviti, iscriviti ora, abbonati, abbonati ora,
        abbonati alla newsletter, ricevi la newsletter, ricevi la nostra newsletter, la nostra newsletter,
        resta informato, rimani informato, rimani aggiornato, resta aggiornato, resta sempre aggiornato,
        non perderti nulla, non perdere nessuna notizia, la tua email, il tuo indirizzo email, inserisci la tua email,
        scarica la nostra app, scarica lapp
    nl: schrijf je in voor onze nieuwsbrief, schrijf je in voor de nieuwsbrief, schrijf u in voor onze nieuwsbrief,
        meld je aan voor onze nieuwsbrief, meld je aan voor de nieuwsbrief, meld u aan voor onze nieuwsbrief,
        abonneer je op onze nieuwsbrief, abonneer, abonneren, inschrijven, schrijf je in, meld je aan, aanmelden,
        nieuwsbrief, onze nieuwsbrief, ontvang onze nieuwsbrief, blijf op de hoogte, mis niets, mis geen enkel verhaal,
        mis geen nieuws, je e mailadres, jouw e mailadres, uw e mailadres, download onze app, download de app,
        mis geen artikel
    pl: zapisz się na newsletter, zapisz się do newslettera, zapisz się na nasz newsletter,
        zapisz się do naszego newslettera, zapisz się, zapisz mnie, subskrybuj, subskrybuj newsletter, zasubskrybuj,
        prenumeruj, nasz newsletter, bądź na bieżąco, nie przegap, nie przegap żadnego artykułu,
        nie przegap żadnej wiadomości, twój adres e mail, twój adres email, twój e mail, podaj adres e mail,
        pobierz naszą aplikację, pobierz aplikację
    ru: подпишитесь на рассылку, подпишитесь на нашу рассылку, подписаться на рассылку, подписка на рассылку,
        подписаться на новости, подписаться, подпишитесь, подпишитесь на нас, подпишитесь на наши новости,
        подпишитесь на наш канал, подпишитесь на наш telegram канал, подпишитесь на наш телеграм канал, рассылка,
        наша рассылка, будьте в курсе, оставайтесь в курсе, будьте в курсе событий, не пропустите главное,
        не пропустите ничего важного, не пропускайте важное, ваш email, ваш e mail, ваш адрес электронной почты,
        введите ваш email, введите ваш e mail, введите email, введите свой email, скачайте наше приложение,
        скачать приложение, перейти в канал
    uk: підпишіться на розсилку, підпишіться на нашу розсилку, підписатися на розсилку, підписка на розсилку,
        підписатися, підпишіться, підпишіться на нас, підпишіться на наш канал, підпишіться на наш telegram канал,
        розсилка, наша розсилка, будьте в курсі, залишайтеся в курсі, не пропустіть головне,
        не пропустіть нічого важливого, не пропустіть, ваша електронна адреса, введіть ваш email,
        введіть свою електронну адресу, завантажте наш застосунок, будьте в курсі подій, підписатись
    tr: bültenimize abone olun, bültenimize kaydolun, bültenimize üye olun, bültene abone ol, bültene kaydol,
        e bültenimize abone olun, e bültene abone ol, e bültenimize kaydolun, e bülten, bültenimiz, haber bülteni,
        abone ol, abone olun, hemen abone ol, kaydol, haberdar olun, haberdar ol, gelişmelerden haberdar olun,
        güncel kalın, hiçbir haberi kaçırmayın, hiçbir yazıyı kaçırmayın, e posta adresiniz, e posta adresinizi girin,
        uygulamamızı indirin, gündemden haberdar olun, üye ol, üye olun
    ar: اشترك في النشرة البريدية, اشترك في النشرة الإخبارية, اشترك في نشرتنا, اشترك في نشرتنا البريدية,
        اشترك في نشرتنا الإخبارية, اشترك في القائمة البريدية, اشتركوا في نشرتنا, النشرة البريدية, النشرة الإخبارية,
        نشرتنا البريدية, القائمة البريدية, اشترك, اشترك الآن, اشتراك, الاشتراك, سجل, سجل الآن, تسجيل, ابق على اطلاع,
        ابقوا على اطلاع, كن على اطلاع, لا تفوت أي خبر, لا تفوت شيئا, لا يفوتك شيء, بريدك الإلكتروني,
        أدخل بريدك الإلكتروني, حمل تطبيقنا, حمل التطبيق
    fa: در خبرنامه ما عضو شوید, عضویت در خبرنامه, خبرنامه, خبرنامه ما, اشتراک در خبرنامه, مشترک شوید, عضو شوید, عضویت,
        ثبت نام, از اخبار باخبر شوید, باخبر باشید, از تازه ترین اخبار باخبر شوید, هیچ خبری را از دست ندهید, ایمیل شما,
        ایمیل خود را وارد کنید, اپلیکیشن ما را دانلود کنید, کانال تلگرام ما را دنبال کنید, دریافت از کافه بازار,
        دریافت از گوگل پلی
    zh: 订阅, 订阅我们, 订阅我们的通讯, 订阅我们的新闻通讯, 订阅我们的邮件, 订阅新闻通讯, 订阅通讯, 订阅电子报, 订阅邮件, 立即订阅, 免费订阅, 邮件订阅, 新闻通讯, 电子报, 保持关注, 不要错过,
        不错过任何消息, 您的邮箱, 您的电子邮箱, 请输入邮箱, 请输入您的邮箱, 输入您的邮箱, 输入您的电子邮箱, 下载我们的应用, 下载客户端, 訂閱, 訂閱電子報, 立即訂閱, 電子報, 订阅我们的电子报,
        关注我们的微信公众号, 关注微信公众号
    ja: ニュースレター, ニュースレター登録, ニュースレターに登録, ニュースレターに登録する, ニュースレターを購読, ニュースレターを購読する, メールマガジン, メールマガジン登録, メルマガ登録, メルマガ, 登録,
        登録する, 無料登録, 今すぐ登録, 購読, 購読する, 最新情報を受け取る, 最新情報をお届け, お見逃しなく, メールアドレスを入力, アプリをダウンロード
    ko and others: 뉴스레터, 뉴스레터 구독, 구독하기, prenumerera, prenumerera på vårt nyhetsbrev, tilmeld dig vores nyhedsbrev,
        meld deg på nyhetsbrevet, tilaa uutiskirje, přihlásit k odběru, iratkozzon fel hírlevelünkre,
        abonează te la newsletter, εγγραφείτε στο newsletter, הירשמו לניוזלטר
";

/// What the small print around a form begins with, or a call to subscribe, or a credit.
pub(super) const CONSENTS: &str = "
    en: photo by, photograph by, picture by, follow us on, support our journalism, all rights reserved,
        by signing up you, by signing up i, by subscribing you, by subscribing i, by submitting your email,
        by entering your email, by registering you, by clicking sign up, by clicking subscribe, by joining you agree,
        you may unsubscribe, you can opt out at any time, unsubscribe at any time, unsubscribe anytime,
        unsubscribe whenever, we never spam, we wont spam you, we hate spam, we will never share your email,
        well never share your email, please check your inbox, check your email to confirm, thank you for subscribing,
        thanks for subscribing, thank you for signing up, thanks for signing up, sign up for our newsletter,
        sign up to our newsletter, subscribe to our, join our mailing list, sign up here, click here to subscribe,
        click here to sign up, follow me on, follow on social media, like us on facebook,
        this article was originally published, copyright 20, image credit, photo credit, sign our guestbook,
        sign my guestbook, tell a friend about this, send this page to a friend,
        save my name email and website in this browser, your email address will not be published,
        required fields are marked, you can unsubscribe at any time, you can unsubscribe anytime,
        you can unsubscribe whenever, no spam ever, we respect your privacy and, we respect your privacy unsubscribe,
        photo by getty, this site is protected by recaptcha
    de: mit der anmeldung stimmen sie, mit der anmeldung stimme ich, mit der anmeldung akzeptieren,
        mit der anmeldung erklären, ich stimme der datenschutz, es gilt unsere datenschutz,
        sie können sich jederzeit abmelden, sie können den newsletter jederzeit, du kannst dich jederzeit abmelden,
        du kannst den newsletter jederzeit, abmeldung jederzeit, eine abmeldung ist jederzeit, jederzeit abbestellbar,
        jederzeit kündbar, bitte bestätigen sie ihre anmeldung, bitte prüfen sie ihr postfach,
        vielen dank für ihre anmeldung, alle rechte vorbehalten, erforderliche felder sind, meinen namen meine e mail,
        bitte bestätigen sie die anmeldung, mit der registrierung stimmen sie, mit ihrer anmeldung stimmen,
        mit ihrer anmeldung akzeptieren, hinweise zum versand und
    fr: en vous inscrivant vous, en vous abonnant vous, en vous inscrivant jaccepte, en cliquant sur sinscrire,
        en cliquant sur sabonner, vous pouvez vous désinscrire, désinscription possible, désabonnement possible,
        pas de spam, zéro spam, nous respectons votre vie privée, veuillez vérifier votre boîte, vérifiez votre boîte,
        merci pour votre inscription, merci de votre inscription, tous droits réservés, les champs obligatoires sont,
        enregistrer mon nom, merci de confirmer votre, vous pouvez vous désabonner à tout,
        vous pouvez vous désabonner en, vos données sont traitées conformément à notre
    es: al suscribirte, al suscribirse, al registrarte aceptas, al inscribirte, al enviar tu correo,
        puedes cancelar tu suscripción, puede cancelar su suscripción, date de baja cuando, respetamos tu privacidad,
        revisa tu bandeja, revise su bandeja, revisa tu correo, gracias por suscribirte, gracias por suscribirse,
        todos los derechos reservados, los campos obligatorios están, los campos necesarios están, guarda mi nombre,
        guardar mi nombre, puedes darte de baja en cualquier, puedes darte de baja cuando,
        puede darse de baja en cualquier, puede darse de baja cuando, he leído y acepto la política,
        al registrarte aceptas las, al suscribirte aceptas
    pt: ao se inscrever você, ao inscrever se, ao subscrever, ao assinar você, ao se cadastrar, ao cadastrar seu,
        você pode cancelar, pode cancelar a subscrição, pode cancelar a qualquer, cancele quando quiser,
        respeitamos a sua privacidade, verifique sua caixa, verifique a sua caixa, obrigado por se inscrever,
        obrigado por subscrever, todos os direitos reservados, campos obrigatórios são, campos obrigatórios marcados,
        os campos obrigatórios, salvar meus dados, guardar o meu nome
    it: iscrivendoti accetti, iscrivendoti alla newsletter, iscrivendosi, registrandoti accetti, cliccando su iscriviti,
        puoi cancellarti, puoi disiscriverti, puoi annullare liscrizione, puoi disdire, cancellati quando vuoi,
        rispettiamo la tua privacy, controlla la tua casella, controlla la tua posta, grazie per esserti iscritto,
        grazie per liscrizione, tutti i diritti riservati, i campi obbligatori sono, salva il mio nome,
        riproduzione riservata
    nl: door je in te schrijven, door u in te schrijven, door je te abonneren, uitschrijven kan, afmelden kan,
        we respecteren je privacy, wij respecteren uw privacy, controleer je inbox, bedankt voor je aanmelding,
        bedankt voor je inschrijving, alle rechten voorbehouden, vereiste velden zijn, verplichte velden zijn,
        mijn naam e mail, vul je e mailadres in, vul uw e mailadres in, je kunt je altijd uitschrijven,
        je kunt je altijd weer uitschrijven, je kunt je altijd afmelden, door je aan te melden ga je akkoord,
        door je aan te melden voor, je kunt je op elk moment weer afmelden, je kunt je op elk moment afmelden
    pl: rejestrując się akceptujesz, klikając zapisz, możesz zrezygnować w każdej, możesz wypisać się,
        możesz się wypisać, w każdej chwili możesz zrezygnować, żadnego spamu, nie spamujemy, szanujemy twoją prywatność,
        sprawdź swoją skrzynkę, dziękujemy za zapisanie, wszelkie prawa zastrzeżone, wszystkie prawa zastrzeżone,
        wymagane pola są, zapamiętaj moje dane, podaj swój adres e mail, wpisz swój adres e mail,
        zapisując się akceptujesz, zapisując się na newsletter
    ru: подписываясь вы, подписываясь на рассылку, подписываясь я, нажимая на кнопку вы, нажимая на кнопку я,
        нажимая кнопку вы, нажимая подписаться, отправляя форму, вы можете отписаться, вы сможете отписаться,
        отписаться вы можете, никакого спама, мы не рассылаем спам, мы не спамим, проверьте свою почту, проверьте почту,
        проверьте ваш почтовый, спасибо за подписку, все права защищены, обязательные поля помечены, сохранить моё имя,
        отписаться можно в любой, отписаться можно в любое
    uk: підписуючись ви, підписуючись на розсилку, підписуючись я, ви можете відписатися, ви зможете відписатися,
        ви можете скасувати підписку, відписатися можна, жодного спаму, ніякого спаму, перевірте свою пошту,
        перевірте пошту, дякуємо за підписку, усі права захищено, усі права захищені, всі права захищено,
        всі права захищені, обовʼязкові поля, обов язкові поля, обовязкові поля, зберегти моє ім,
        натискаючи на кнопку ви, натискаючи кнопку ви
    tr: üye olarak gizlilik, istediğiniz zaman abonelikten, istediğiniz zaman aboneliğinizi, istediğiniz zaman listeden,
        istediğiniz zaman ayrılabilirsiniz, istediğiniz zaman çıkabilirsiniz, dilediğiniz zaman abonelikten,
        dilediğiniz zaman ayrılabilirsiniz, dilediğiniz zaman çıkabilirsiniz, spam göndermiyoruz, gizliliğinize saygı,
        lütfen e postanızı kontrol, gelen kutunuzu kontrol, abone olduğunuz için, tüm hakları saklıdır,
        her hakkı saklıdır, gerekli alanlar, zorunlu alanlar, daha sonraki yorumlarımda, aboneliğinizi onaylamak,
        abone olarak gizlilik, kaydolarak gizlilik, spam yapmıyoruz, abone olarak kullanım koşullarını
    ar: بالاشتراك فإنك, بالاشتراك أنت, بتسجيلك, بالتسجيل أنت, بالتسجيل فإنك, يمكنك إلغاء الاشتراك, يمكنك إلغاء اشتراكك,
        يمكنكم إلغاء الاشتراك, لا رسائل مزعجة, يرجى التحقق من بريدك, تحقق من بريدك, شكرا لاشتراكك, جميع الحقوق محفوظة,
        حقوق النشر محفوظة, حقوق الطبع محفوظة, الحقول الإلزامية, احفظ اسمي, باشتراكك أنت توافق, باشتراكك فإنك
    fa: با عضویت در, با ثبت نام شما, هر زمان که بخواهید می توانید, هر زمان می توانید, می توانید هر زمان, بدون هرزنامه,
        لطفا ایمیل خود را, از عضویت شما, بخش های موردنیاز, بخشهای موردنیاز, ذخیره نام, با عضویت سیاست,
        تمامی حقوق این سایت, تمامی حقوق محفوظ, کلیه حقوق این سایت, کلیه حقوق محفوظ, تمام حقوق محفوظ
    zh: 订阅即表示, 订阅即代表, 订阅即同意, 点击订阅, 注册即表示, 您可以随时取消, 您可以随时退订, 你可以随时取消, 你可以随时退订, 可随时取消订阅, 可随时退订, 随时可以取消, 随时退订, 绝无垃圾, 请检查您的邮箱, 感谢您的订阅, 感谢订阅, 版权所有, 保留所有权利, 必填项已用, 必填欄位標示, 在此浏览器中保存, 訂閱即表示, 版權所有, 版权声明 本文, 未经授权不得转载, 未经许可不得转载
    ja: ご登録いただくと, 購読することで, いつでも解除, いつでも配信停止, いつでも登録解除, いつでも購読, 配信停止はいつでも, 解除はいつでも, メールをご確認, 登録ありがとう, ご登録ありがとう, 無断での転載, が付いている欄は必須, 次回のコメントで, 登録するとプライバシー, 登録すると利用規約, 登録することでプライバシー, 登録することで利用規約, 無断転載を禁, 無断転載を禁じます, 無断転載禁止
";

/// What a sentence begins with that asks the reader to subscribe.
pub(super) const CALLS: &str = "
    en: get, join, receive, sign up, subscribe, register, enter your email, want more, like this article,
        like what you see, enjoyed this, start your day, dont miss, follow our
    de: melden sie sich, melde dich, abonnieren sie, abonniere, jetzt anmelden, erhalten sie, erhalte, bekommen sie,
        bestellen sie, jeden freitag, jeden morgen, jeden montag
    fr: inscrivez vous, abonnez vous, recevez, rejoignez, chaque semaine, chaque matin, chaque vendredi, ne manquez
    es: suscríbete, suscríbase, reciba, recibe, apúntate, regístrate, regístrese, únete, cada semana, cada mañana,
        cada viernes, no te pierdas
    pt: assine, inscreva se, receba, subscreva, cadastre se, junte se, toda semana, todas as semanas, todas as manhãs,
        não perca
    it: iscriviti, ricevi, unisciti, registrati, ogni settimana, ogni mattina, ogni venerdì, non perdere
    nl: schrijf je in, schrijf u in, meld je aan, meld u aan, ontvang, abonneer je, elke week, elke ochtend,
        elke vrijdag, mis niets
    pl: zapisz się, otrzymuj, dołącz, subskrybuj, co tydzień, w każdy piątek, nie przegap
    ru: подпишитесь, подписывайтесь, получайте, получай, присоединяйтесь, каждую неделю, каждое утро, каждую пятницу,
        мы присылаем
    uk: підпишіться, підписуйтесь, підписуйтеся, отримуйте, долучайтеся, приєднуйтесь, щотижня, щоранку, щоп ятниці,
        щопʼятниці, щопятниці
    tr: abone olun, abone ol, kaydolun, kayıt olun, üye olun, bültenimize, her hafta, her cuma, her sabah, e bültenimize,
        bültenimizi
    ar: اشترك, اشتركوا, سجل, سجلوا, احصل, احصلوا, تصلك, انضم, انضموا, كل أسبوع, كل صباح
    fa: عضو شوید, مشترک شوید, ثبت نام, در خبرنامه, هر هفته, هر جمعه, به جمع
    zh: 订阅, 注册, 每周, 每周五, 加入, 获取, 接收, 訂閱, 註冊, 扫描二维码
    ja: 登録, 購読, 毎週, 毎朝, 週に一度, 毎週金曜日に
";

/// What such a text offers. Advice to subscribe to the newsletters of others names none of these.
pub(super) const OFFERED: &str = "
    en: our newsletter, our free newsletter, our weekly newsletter, our daily newsletter, our research newsletter,
        our email newsletter, our newsletters, my newsletter, free daily newsletter, free weekly newsletter,
        our weekly briefing, our daily briefing, our morning briefing, our weekly digest, our daily digest,
        our weekly email, our daily email, delivered to your inbox, right to your inbox, straight to your inbox,
        directly to your inbox, right in your inbox, get it in your inbox, stories in your inbox, news in your inbox,
        in your inbox every, to your inbox every, our mailing list, my mailing list, our morning email, we will send you,
        no spam ever
    de: unseren newsletter, unserem newsletter, unser newsletter, unsere newsletter, meinen newsletter,
        unseren wöchentlichen, in ihr postfach, in dein postfach, in ihrem postfach, in deinem postfach,
        unser wöchentliches, unsere wöchentliche, unser politikbriefing
    fr: notre newsletter, nos newsletters, notre lettre d information, notre lettre dinformation,
        notre lettre hebdomadaire, dans votre boîte, dans votre boite
    es: nuestra newsletter, nuestro boletín, nuestros boletines, en tu correo, en su correo, en tu bandeja,
        en su bandeja, en tu buzón, a tu correo
    pt: nossa newsletter, nosso boletim, na sua caixa, no seu e mail, no seu email, em seu e mail
    it: nostra newsletter, nella tua casella, nella tua posta, nella tua email, nella tua mail, via email ogni
    nl: onze nieuwsbrief, onze wekelijkse, in je inbox, in uw inbox, in je mailbox, in uw mailbox,
        onze wekelijkse nieuwsbrief
    pl: naszego newslettera, nasz newsletter, naszym newsletterem, na swoją skrzynkę, na twoją skrzynkę,
        na swojej skrzynce
    ru: нашу рассылку, нашей рассылке, наша рассылка, наш телеграм канал, наш telegram канал, на вашу почту,
        в вашем почтовом ящике, в ваш почтовый ящик
    uk: нашу розсилку, нашій розсилці, наша розсилка, на вашу пошту, у вашій поштовій, на вашу поштову,
        до вашої скриньки, у вашу скриньку
    tr: bültenimize, bültenimizi, bültenimiz, e posta kutunuza, e posta kutunuzda, gelen kutunuza, gelen kutunuzda,
        e postanıza, posta listemize, e posta listemize, haftalık bültenimizi
    ar: نشرتنا, النشرة البريدية, القائمة البريدية, قائمتنا البريدية, في بريدك, إلى بريدك, على بريدك, لتصلك آخر
    fa: خبرنامه ما, خبرنامه هفتگی, در خبرنامه, صندوق ایمیل, کانال ما, کانال تلگرام, ایمیل خود دریافت
    zh: 我们的通讯, 我们的新闻通讯, 我们的邮件, 我们的每周, 每周简报, 发送到您的邮箱, 送到您的邮箱, 到您的邮箱, 您的收件箱, 電子報, 获取最新资讯, 微信公众号
    ja: ニュースレター, メールマガジン, メルマガ, 受信箱, メールでお届け, メールで受け取
";
