//! Labels of buttons, advertisements and players, and what stands over a note on the author, by language.

/// Whole lines.
pub(super) const LABELS: &str = "
    en: share this, share this article, share this post, share this story, share this page, share on facebook,
        share on twitter, share on x, share on linkedin, share on whatsapp, share on telegram, share on reddit,
        share on pinterest, share via email, share by email, share with friends, share, share article, share link,
        share it, share now, follow us, follow us on, tweet, tweet this, print, print this page, print this article,
        print article, email this article, email this page, email this, email, email a friend, send to a friend,
        send by email, save, save article, save for later, save this article, bookmark, copy link, copy url,
        link copied, like this, like loading, click to share on facebook opens in new window,
        click to share on twitter opens in new window, click to share on x opens in new window,
        click to share on linkedin opens in new window, click to share on whatsapp opens in new window,
        click to share on telegram opens in new window, click to share on reddit opens in new window,
        click to share on pinterest opens in new window, click to email a link to a friend opens in new window,
        click to print opens in new window, facebook, twitter, x twitter, linkedin, whatsapp, pinterest, reddit,
        telegram, messenger, threads, bluesky, mastodon, tumblr, vkontakte, viber, share it on, accept all,
        accept all cookies, accept cookies, allow all, allow all cookies, reject all, manage preferences,
        manage cookies, manage options, cookie settings, cookie preferences, cookie policy, privacy policy,
        add to favorites, article continues after this ad, story continues after this ad, was this page useful,
        was this page helpful, was this article useful, was this article helpful, did you find this page useful,
        did you find this article useful, did you find this page helpful, did you find this article helpful,
        is there anything wrong with this page, rate this article, rate this page, text size,
        download as pdf, download pdf, download publication, full report pdf, request reprint permissions,
        sign in to save this article, show all authors, terms of use, terms of service
    de: teilen, artikel teilen, diesen artikel teilen, beitrag teilen, seite teilen, jetzt teilen, auf facebook teilen,
        auf twitter teilen, auf x teilen, auf linkedin teilen, auf whatsapp teilen, per whatsapp teilen,
        per e mail teilen, per mail teilen, per e mail senden, per e mail versenden, teilen mit, teile dies mit,
        teilen auf, twittern, tweeten, drucken, artikel drucken, seite drucken, merken, artikel merken, weiterempfehlen,
        artikel empfehlen, link kopieren, link kopiert, folgen sie uns, folgen sie uns auf, folge uns, folge uns auf,
        alle akzeptieren, alle cookies akzeptieren, alle ablehnen, cookie einstellungen, datenschutzerklärung,
        zur startseite, artikel wird unter der anzeige fortgesetzt, nach der anzeige gehts weiter,
        nach der werbung gehts weiter, nutzungsbedingungen, war diese seite hilfreich, war dieser artikel hilfreich,
        als pdf herunterladen
    fr: partager, partager cet article, partager larticle, partager cette page, partager sur facebook,
        partager sur twitter, partager sur x, partager sur linkedin, partager sur whatsapp, partager par e mail,
        partager par email, partager par mail, partagez, partagez cet article, partager le lien, envoyer par e mail,
        envoyer par email, envoyer par mail, envoyer à un ami, envoyer à une amie, tweeter, imprimer, imprimer larticle,
        imprimer cet article, sauvegarder, copier le lien, lien copié, suivez nous, suivez nous sur, jaime ça,
        tout accepter, accepter tout, tout refuser, continuer sans accepter, politique de confidentialité,
        ajouter à vos favoris, ajouter aux favoris, enregistrer larticle, la suite de larticle après cette annonce,
        la suite après cette annonce, conditions dutilisation, cette page vous a t elle été utile, télécharger en pdf
    es: compartir, compartir en, compartir este artículo, compartir artículo, compartir esta noticia, comparte,
        comparte esto, comparte este artículo, comparte en, compartir en facebook, compartir en twitter, compartir en x,
        compartir en linkedin, compartir en whatsapp, compartir por correo, compartir por correo electrónico,
        compartir por email, enviar por correo, enviar por correo electrónico, enviar por email, enviar a un amigo,
        tuitear, twittear, imprimir, imprimir artículo, guardar artículo, copiar enlace, copiar el enlace,
        enlace copiado, síguenos, síganos, síguenos en, síganos en, me gusta esto, me gusta, aceptar todo,
        aceptar todas, aceptar cookies, rechazar todo, rechazar todas, configurar cookies, política de privacidad,
        política de cookies, compártelo, compártelo en, condiciones de uso, términos y condiciones, descargar en pdf,
        descargar pdf
    pt: compartilhar, compartilhe, compartilhe isso, compartilhe este artigo, compartilhe esta notícia, partilhar,
        partilhe, partilhar artigo, compartilhar no facebook, compartilhar no twitter, compartilhar no x,
        compartilhar no linkedin, compartilhar no whatsapp, partilhar no facebook, partilhar no twitter,
        enviar por e mail, enviar a um amigo, enviar para um amigo, tweetar, copiar link, copiar o link, link copiado,
        siga nos, siga nos no, siga nos em, curtir isso, aceitar tudo, aceitar todos, rejeitar tudo,
        política de privacidade, partilhar este artigo, partilhe este artigo, compartilhar este artigo,
        compartilhar esta notícia, termos de uso
    it: condividi, condividi questo articolo, condividi larticolo, condividi articolo, condividi su,
        condividi su facebook, condividi su twitter, condividi su x, condividi su linkedin, condividi su whatsapp,
        condividi via email, condividi via mail, invia per email, invia via email, invia a un amico, invia ad un amico,
        twitta, stampa, stampa articolo, stampa questo articolo, salva, salva articolo, copia link, copia il link,
        link copiato, seguici, seguici su, mi piace, accetta tutto, accetta tutti, rifiuta tutto, gestisci preferenze,
        informativa sulla privacy
    nl: delen, deel dit, deel dit artikel, deel artikel, deel dit bericht, deel op facebook, deel op twitter, deel op x,
        deel op linkedin, deel op whatsapp, deel via, deel via e mail, deel via email, deel via whatsapp,
        delen op facebook, delen op twitter, delen via e mail, mail dit artikel, stuur door, doorsturen, afdrukken,
        printen, print dit artikel, bewaren, bewaar artikel, link kopiëren, kopieer link, link gekopieerd, volg ons,
        volg ons op, vind ik leuk, alles accepteren, alles weigeren, cookie instellingen, privacybeleid, dit delen
    pl: udostępnij, udostępnij artykuł, udostępnij ten artykuł, udostępnij na facebooku, udostępnij na twitterze,
        udostępnij na x, udostępnij na linkedin, udostępnij przez e mail, podziel się, podziel się artykułem,
        podziel się tym artykułem, wyślij e mailem, wyślij mailem, wyślij znajomemu, poleć znajomemu, tweetnij, drukuj,
        wydrukuj, zapisz artykuł, kopiuj link, skopiuj link, link skopiowany, obserwuj nas, śledź nas, lubię to, lubię,
        akceptuj wszystko, zgadzam się, odrzuć wszystko, polityka prywatności, ciąg dalszy artykułu pod materiałem wideo,
        ciąg dalszy artykułu pod reklamą
    ru: поделиться, поделиться ссылкой, поделиться статьей, поделиться новостью, поделиться в facebook,
        поделиться в фейсбуке, поделиться в twitter, поделиться в твиттере, поделиться вконтакте, поделиться в вк,
        поделиться в telegram, поделиться в телеграме, поделиться в whatsapp, поделиться в одноклассниках, поделитесь,
        поделитесь статьей, поделитесь с друзьями, рассказать друзьям, отправить другу, отправить по почте,
        отправить по email, отправить по электронной почте, твитнуть, распечатать, печать, версия для печати,
        в закладки, в избранное, скопировать ссылку, копировать ссылку, ссылка скопирована, подписывайтесь на нас,
        мы в соцсетях, следите за нами, нравится, вконтакте, одноклассники, фейсбук, твиттер, телеграм, вотсап,
        принять все, отклонить все, политика конфиденциальности, пользовательское соглашение, условия использования
    uk: поділитися, поділитись, поділитися статтею, поділитися посиланням, поділитися у facebook, поділитися в facebook,
        поділитися у фейсбуці, поділитися у twitter, поділитися в twitter, поділитися у telegram, поділіться,
        поділіться з друзями, розповісти друзям, надіслати другу, надіслати поштою, роздрукувати, друк, друкувати,
        версія для друку, копіювати посилання, скопіювати посилання, посилання скопійовано, стежте за нами,
        підписуйтесь на нас, подобається, прийняти всі, погоджуюсь, погоджуюся, відхилити всі, політика конфіденційності,
        надрукувати, поширити, поширити у facebook, поширити в facebook, поширити у twitter, поширити у telegram
    tr: paylaş, paylaşın, haberi paylaş, yazıyı paylaş, bu yazıyı paylaş, bu haberi paylaş, bunu paylaş,
        facebookta paylaş, twitterda paylaş, xte paylaş, linkedinde paylaş, whatsappta paylaş, telegramda paylaş,
        facebook ta paylaş, twitter da paylaş, whatsapp ta paylaş, e posta ile paylaş, e posta gönder,
        e posta ile gönder, arkadaşına gönder, arkadaşına öner, tweetle, yazdır, yer imlerine ekle, bağlantıyı kopyala,
        linki kopyala, bağlantı kopyalandı, bizi takip edin, bizi takip et, beğen, tümünü kabul et, kabul ediyorum,
        tümünü reddet, çerez ayarları, gizlilik politikası, haber reklamdan sonra devam ediyor, kullanım koşulları
    ar: شارك, شاركها, شاركه, مشاركة, المشاركة, شارك المقال, شارك الخبر, شارك هذا المقال, شارك هذا الموضوع, شارك الموضوع,
        شارك على فيسبوك, شارك على تويتر, شارك على واتساب, شارك على لينكدإن, شارك على تيليجرام, شارك عبر البريد,
        مشاركة عبر البريد, مشاركة على فيسبوك, مشاركة على تويتر, مشاركة على واتساب, مشاركة المقال, مشاركة الخبر, غرد,
        تغريد, تغريدة, فيسبوك, تويتر, واتساب, تيليجرام, تلغرام, لينكدإن, طباعة, اطبع, طباعة المقال, حفظ المقال,
        أرسل إلى صديق, أرسل لصديق, أرسل بالبريد, إرسال بالبريد الإلكتروني, البريد الإلكتروني, نسخ الرابط, انسخ الرابط,
        تم نسخ الرابط, تابعنا, تابعونا, تابعنا على, تابعونا على, إعجاب, قبول الكل, رفض الكل, سياسة الخصوصية
    fa: اشتراک گذاری, به اشتراک بگذارید, اشتراک گذاری مطلب, ارسال به دوستان, ارسال برای دوستان, چاپ, چاپ مطلب,
        نسخه چاپی, کپی لینک, کپی کردن لینک, لینک کپی شد, توییتر, تلگرام, واتساپ, ایمیل, ما را دنبال کنید, می پذیرم,
        پذیرش همه, سیاست حریم خصوصی, این را به اشتراک بگذارید, لینک کوتاه, ادامه مطلب در زیر, ادامه مطلب پس از تبلیغ,
        این مطلب را به اشتراک بگذارید
    zh: 分享, 分享到, 分享本文, 分享此文, 分享文章, 分享至, 分享到微信, 分享到微博, 分享到朋友圈, 分享到facebook, 分享到twitter, 转发, 微信, 微博, 打印, 打印本页, 列印, 收藏, 点赞, 复制链接, 链接已复制, 複製連結, 关注我们, 追蹤我們, 全部接受, 接受全部, 全部拒绝, 管理选项, 隐私政策, qq空间, 继续阅读请往下滑, 文章未完 广告后继续, 接受所有, 隱私權政策, 分享这篇文章
    ja: シェア, シェアする, この記事をシェア, この記事をシェアする, フェイスブックでシェア, facebookでシェア, facebookでシェアする, twitterでシェア, xでシェア, ツイート, ツイートする, はてなブックマーク, はてブ, lineで送る, 印刷, 印刷する, ブックマーク, メールで送る, リンクをコピー, urlをコピー, コピーしました, フォローする, フォロー, いいね, すべて許可, すべて受け入れる, すべて拒否, プライバシーポリシー, 共有, 後で読む, 続きは広告の後, 続きは広告の後で
    ko id: 공유, 공유하기, 페이스북 공유, 트위터 공유, 인쇄, 링크 복사, bagikan
    sv da no fi cs hu ro el he: skriv ut, udskriv, sdílet, megosztás, distribuie, κοινοποίηση, שתף, שתפו
    en (advertisements and players): advertisement, advertisements, advertising, ad, advert, sponsored, advertisement scroll to continue,
        advertisement continue reading below, story continues below advertisement, story continues below,
        article continues below, article continues below advertisement, article continues after advertisement,
        article continues after this advertisement, story continues after advertisement, content continues below,
        continues below, continue reading below, scroll to continue, scroll to continue reading, scroll down to continue,
        loading, skip to main content, skip to content, back to top, download pdf, listen to this article,
        listen to article, play video, watch video, pin for later, pin this for later, pin it for later,
        in partnership with, table of contents, in this article, image credit, photo credit, getty images
    de: anzeige, anzeigen, werbung, weiter nach der werbung, weiter nach der anzeige,
        artikel wird nach der anzeige fortgesetzt, der artikel geht nach der anzeige weiter,
        der artikel wird nach der werbung fortgesetzt, unterhalb der werbung geht es weiter,
        hier geht es weiter nach der werbung, lesen sie nach der anzeige weiter, bezahlter inhalt, nach oben,
        artikel anhören
    fr: publicité, contenu sponsorisé, publicité la suite de larticle ci dessous, la suite après la publicité,
        la suite après cette publicité, larticle continue après la publicité, larticle se poursuit après la publicité,
        la suite de larticle après la publicité, suite de larticle après la publicité, suite après la publicité,
        écouter larticle, retour en haut
    es: publicidad, anuncio, anuncios, contenido patrocinado, el artículo continúa después de la publicidad,
        el artículo continúa tras la publicidad, el artículo continúa debajo, continúa después de la publicidad,
        continúa tras la publicidad, sigue leyendo después de la publicidad,
        la noticia continúa después de la publicidad, continúa leyendo, sigue leyendo, escuchar artículo, volver arriba
    pt: publicidade, anúncio, conteúdo patrocinado, continua após a publicidade, continua depois da publicidade,
        a matéria continua após a publicidade, a notícia continua após a publicidade,
        o artigo continua após a publicidade, o artigo continua abaixo, continue lendo, ouvir artigo, voltar ao topo
    it: pubblicità, annuncio, annuncio pubblicitario, contenuto sponsorizzato, continua a leggere dopo la pubblicità,
        larticolo continua dopo la pubblicità, larticolo prosegue dopo la pubblicità, continua dopo la pubblicità,
        la notizia continua dopo la pubblicità, larticolo continua sotto, continua a leggere, ascolta larticolo,
        torna su
    nl: advertentie, advertenties, reclame, gesponsord, artikel gaat verder onder de advertentie,
        het artikel gaat verder onder de advertentie, tekst loopt door onder de advertentie,
        tekst gaat verder onder de advertentie, lees verder onder de advertentie, lees verder na de advertentie,
        tekst gaat verder onder de foto, artikel gaat verder onder de foto, naar boven
    pl: reklama, reklamy, ogłoszenie, ogłoszenia, materiał sponsorowany, artykuł sponsorowany,
        dalsza część artykułu pod reklamą, dalsza część tekstu pod reklamą, ciąg dalszy pod reklamą,
        artykuł kontynuujemy pod reklamą, dalsza część materiału pod wideo, do góry
    ru: реклама, на правах рекламы, объявление, партнерский материал, спецпроект, продолжение после рекламы,
        продолжение статьи после рекламы, статья продолжается после рекламы, продолжение ниже, продолжение под рекламой,
        материал продолжается после рекламы, наверх
    uk: на правах реклами, партнерський матеріал, продовження після реклами, стаття продовжується після реклами,
        матеріал продовжується після реклами, продовження під рекламою, далі після реклами, нагору
    tr: reklam, reklamlar, sponsorlu, sponsorlu içerik, haberin devamı reklamdan sonra, haberin devamı reklamın altında,
        yazı reklamın altında devam ediyor, yazının devamı reklamdan sonra, haberin devamı aşağıda,
        yazının devamı aşağıda, reklamdan sonra devam ediyor, devamı reklamdan sonra, yukarı çık
    ar: إعلان, إعلانات, محتوى ممول, إعلان ممول, محتوى برعاية, يستمر المقال بعد الإعلان, تكملة المقال بعد الإعلان,
        تتمة المقال بعد الإعلان, المقال يستمر بعد الإعلان, تابع القراءة بعد الإعلان, تابع القراءة أسفل الإعلان,
        يتبع بعد الإعلان, استمع إلى المقال, إلى الأعلى
    fa: آگهی, آگهی ها, تبلیغات, تبلیغ, محتوای تبلیغاتی, رپورتاژ, ادامه مطلب پس از تبلیغات, ادامه مطلب بعد از تبلیغات,
        ادامه مطلب در زیر آگهی, ادامه پس از آگهی
    zh: 广告, 廣告, 赞助内容, 贊助內容, 推广, 广告后继续阅读, 广告之后继续阅读, 文章在广告后继续, 下文继续, 广告下方继续阅读, 請繼續往下閱讀, 请继续往下阅读, 继续阅读, 回到顶部, 返回顶部
    ja: 広告, スポンサーリンク, スポンサードリンク, スポンサー, 広告の後に続きます, 広告の後に続く, 記事は広告の後に続きます, 記事は広告の下に続きます, 広告の下に続きます, 広告の後も続きます, 記事は下に続きます,
        ページトップへ, トップへ戻る
    ko and others: 광고, annons, annonse, mainos, hirdetés, publicitate, διαφήμιση, פרסומת, iklan
";

/// What a note on the author begins with.
pub(super) const AUTHORS: &str = "
    en: about the author, about the authors, about the writer, about the writers, author bio, author biography,
        = the author, = the authors
    de: über den autor, über die autorin, über die autoren, zum autor, zur autorin, zu den autoren, zu den autorinnen,
        = der autor, = die autorin, = die autoren, = die autorinnen
    fr: à propos de lauteur, à propos de lauteure, à propos de lautrice, à propos des auteurs, = lauteur, = lauteure,
        = lautrice, = les auteurs, = les autrices
    es: sobre el autor, sobre la autora, sobre los autores, sobre las autoras, acerca del autor, acerca de la autora,
        acerca de los autores, = el autor, = la autora, = los autores, = las autoras
    pt: sobre o autor, sobre a autora, sobre os autores, = o autor, = a autora, = os autores, = as autoras
    it: informazioni sullautore, informazioni sullautrice, informazioni sugli autori, = lautore, = lautrice, = gli autori,
        = le autrici
    nl: over de auteur, over de auteurs, = de auteur, = de auteurs
    pl: o autorze, o autorce, o autorach, = autorzy tekstu, = autor tekstu, = autorka tekstu
    ru: об авторе, об авторах, коротко об авторе, = авторы статьи, = автор статьи
    uk: про автора, про авторку, про авторів, = автор статті, = авторка статті
    tr: yazar hakkında, yazarlar hakkında, = yazarın biyografisi, = yazarın özgeçmişi
    ar: عن الكاتب, عن الكاتبة, عن المؤلف, عن المؤلفة, نبذة عن الكاتب, نبذة عن الكاتبة, نبذة عن المؤلف
    fa: درباره نویسنده, درباره نویسندگان
    zh: 作者简介, 作者簡介, 关于作者, 關於作者
    ja: 著者紹介, 著者プロフィール, 著者について, 執筆者紹介, 筆者紹介
    id: tentang penulis, profil penulis
";

/// What the label of a button to share says.
pub(super) const CLICK: &str = "
    en: click
    de nl pl fr es it pt: klick, klik, clic, cliqu, cliq
    ru uk: нажмите, натисніть
    tr: tiklayin
    ar fa: اضغط, انقر, كليك
    zh ja: 点击, 點擊, クリック
";

/// What the label of a button ends with that opens a window, as WordPress writes it.
pub(super) const OPENED: &str = "
    en: opens in new window, opens in a new window
    de: wird in neuem fenster geöffnet, wird in einem neuen fenster geöffnet
    fr: ouvre dans une nouvelle fenêtre
    es: se abre en una ventana nueva
    pt: abre em nova janela, abre numa nova janela
    it: si apre in una nuova finestra
    nl: wordt in een nieuw venster geopend, opent in een nieuw venster
    pl: otwiera się w nowym oknie
    ru: открывается в новом окне
    uk: відкривається у новому вікні
    tr: yeni pencerede açilir
    ar: فتح في نافذة جديدة
    fa: در پنجرهٔ تازه باز مي شود, در پنجره تازه باز مي شود
    zh: 在新窗口中打开, 在新視窗中開啟
    ja: 新しいウィンドウで開きます
";

/// What stands over whom journalists may ask.
pub(super) const CONTACTS: &str = "
    en: media contact, media contacts, press contact, press contacts, media enquiries, media inquiries,
        press enquiries, press inquiries, for media enquiries, for media inquiries, for press enquiries,
        contact for media, contacts for media
    de: pressekontakt, pressekontakte, presseanfragen, kontakt für medien, kontakt für die medien,
        ansprechpartner für die presse, ansprechpartner für medien, medienkontakt
    fr: contact presse, contacts presse, contact médias, contacts médias, contact média
    es: contacto de prensa, contacto para la prensa, contacto para prensa, contacto para medios, contactos de prensa,
        contacto con la prensa
    pt: contato para a imprensa, contato para imprensa, contacto para a imprensa, contacto de imprensa,
        assessoria de imprensa
    it: contatti stampa, contatto stampa, contatti per la stampa, ufficio stampa
    nl: perscontact, contact voor de pers, contact voor pers
    pl: kontakt dla mediów, kontakt dla prasy
    ru: контакты для сми, контакты для прессы, контакт для сми, контакт для прессы
    uk: контакти для змі, контакти для преси, контакт для змі
    tr: basın iletişim, basın irtibat, basın iletişimi, basın için iletişim
    ar: للتواصل الإعلامي, التواصل الإعلامي, جهة الاتصال الإعلامية, للاستفسارات الإعلامية
    fa: تماس رسانه ای, تماس برای رسانه ها
    zh: 媒体联系人, 媒体联络, 媒体联系, 媒體聯絡人
    ja: 報道関係者の問い合わせ先, 報道関係者お問い合わせ先, 本件に関するお問い合わせ先
";

/// What stands over how the article is to be cited.
pub(super) const CITATIONS: &str = "
    en: suggested citation, recommended citation, how to cite, how to cite this, how to cite this article,
        how to cite this paper, how to cite this report, cite this article, cite this column, cite this paper,
        cite this report, cite this page, cite as, please cite as, to cite this article
    de: zitiervorschlag, zitierhinweis, empfohlene zitierweise, zitierweise, diesen artikel zitieren
    fr: pour citer cet article, citer cet article, comment citer, comment citer cet article, citation suggérée,
        pour citer ce document
    es: cómo citar, cómo citar este artículo, cita sugerida, cita recomendada, para citar este artículo
    pt: como citar, como citar este artigo, citação sugerida, para citar este artigo
    it: come citare, come citare questo articolo, citazione suggerita
    nl: citeervoorstel, citeer dit artikel, citeersuggestie
    pl: sugerowane cytowanie, jak cytować, cytuj ten artykuł
    ru: как цитировать, для цитирования, рекомендуемая ссылка, ссылка для цитирования
    uk: як цитувати, для цитування
    tr: kaynak gösterimi, önerilen atıf, atıf için, nasıl atıf yapılır
    ar: كيفية الاقتباس, الاقتباس المقترح, للاقتباس, للاستشهاد بهذا المقال
    fa: نحوه ارجاع, نحوه استناد, ارجاع به این مقاله
    zh: 建议引用, 引用格式, 如何引用, 引用本文
    ja: 引用方法, 引用例
";
