//! What rows of links and forms are known by, by language: whatever else stands in them.

/// What the names of links begin with that lead to a network, or print, send, copy or save the page.
pub(super) const NETWORKS: &str = "
    all: facebook, twitter, x, whatsapp, telegram, linkedin, mastodon, bluesky, instagram, pinterest, reddit, youtube, tiktok,
        messenger, threads, tumblr, viber, vk, vkontakte, pocket, flipboard, xing, rss, tweet, mail, email, signal, snapchat,
        wechat, weibo
    en: print, copy, bookmark
    de: druck, ausdruck, weiterleit, merken, teilen, kopier
    fr: imprim, courriel, partag, copier, télécharger
    es pt: imprim, correo, correio, compart, copiar, enlace, favorit, partilh
    it: stampa, condivid, copia, preferiti
    nl: afdruk, deel, delen, kopieer, doorstur
    pl: druk, wydruk, udostępn, kopiuj, skopiuj, wyślij
    ru uk: печат, распечат, напечат, друк, роздрук, почт, пошт, письм, вконтакте, одноклассник, фейсбук, телеграм, твиттер,
        вотсап, ватсап, скопир, копир, закладк, избранн, поделиться, поділитися
    tr: yazdır, posta, eposta, paylaş, kopyala, favori, bağlantıyı
    ar: فيسبوك, تويتر, واتساب, تيليجرام, تلغرام, تليغرام, لينكد, انستغرام, طباعة, اطبع, بريد, البريد, بالبريد, نسخ, انسخ,
        المفضلة, يوتيوب
    fa: فیسبوک, توییتر, واتساپ, تلگرام, ایمیل, چاپ, کپی
    zh ja: 微信, 微博, 朋友圈, qq, 打印, 列印, 邮件, 郵件, 复制链接, 複製連結, メール, 印刷, コピー, はてな, シェア
";

/// What stands over the tags or the categories of an article.
pub(super) const TAGS: &str = "
    en: tags, tag, tagged, tagged with, tagged as, tagged in, filed under, filed in, filed to, posted in, posted under,
        published in, published under, topics, topic, related topics, more on these topics, on these topics, keywords,
        key words, categories, category, categorised as, categorized as, subjects, subject, labels, issues, sections
    de: tags, schlagwörter, schlagworte, schlagwort, stichwörter, stichworte, stichwort, themen, thema, kategorien,
        kategorie, rubrik, rubriken, ressort, veröffentlicht in, veröffentlicht unter, abgelegt unter, verschlagwortet,
        verschlagwortet mit, getaggt mit, mehr zu diesen themen, themen in diesem artikel, themen des artikels
    fr: tags, étiquettes, étiquette, étiqueté, mots clés, mots clefs, thèmes, thématiques, thématique, sujets, rubrique,
        rubriques, catégorie, catégories, publié dans, classé dans, classé sous, sur ces sujets, sur ce sujet,
        dans les rubriques, sur ces thèmes
    es: tags, etiquetas, etiqueta, etiquetado, etiquetado como, etiquetado en, etiquetado con, palabras clave, temas, tema,
        temas relacionados, categoría, categorías, sección, secciones, archivado en, archivado como, publicado en,
        publicado bajo, más sobre, más sobre estos temas
    pt: tags, etiquetas, palavras chave, temas, tópicos, assuntos, mais sobre, categoria, categorias, secção, seção,
        editoria, arquivado em, publicado em, marcado como, marcado com, etiquetado como, etiquetado com, marcadores,
        assuntos relacionados
    it: tag, tags, etichette, etichettato, parole chiave, temi, tema, argomenti, argomento, categoria, categorie, sezione,
        archiviato in, archiviato sotto, pubblicato in, taggato, taggato con, contrassegnato, contrassegnato con
    nl: tags, labels, trefwoorden, trefwoord, onderwerpen, onderwerp, themas, thema, categorie, categorieën, rubriek,
        geplaatst in, gepubliceerd in, gearchiveerd onder, getagd, getagd met, gelabeld, meer over
    pl: tagi, tag, etykiety, słowa kluczowe, tematy, temat, kategoria, kategorie, dział, opublikowano w, zamieszczono w,
        umieszczono w, otagowano, otagowane, oznaczono, oznaczone, oznaczone jako, więcej na temat
    ru: теги, тэги, тег, метки, метка, с меткой, с метками, с тегами, отмечено, ключевые слова, темы, тема, рубрика,
        рубрики, в рубрике, в рубриках, раздел, разделы, категория, категории, опубликовано в, опубликовано в рубрике,
        опубликовано в рубриках, размещено в, сюжеты, сюжет
    uk: теги, тег, мітки, позначки, позначено, ключові слова, теми, тема, рубрика, рубрики, розділ, категорія, категорії,
        опубліковано в, опубліковано у, опубліковано в рубриці
    tr: etiketler, etiket, etiketlendi, etiketlenen, anahtar kelimeler, anahtar sözcükler, konular, konu, kategori,
        kategoriler, kategorisi, yayınlandığı kategori, yayımlandığı kategori, bölüm, şurada yayınlandı
    ar: الوسوم, وسوم, وسم, الكلمات المفتاحية, كلمات مفتاحية, الكلمات الدلالية, كلمات دلالية, المواضيع, مواضيع, الموضوعات,
        موضوعات, التصنيف, التصنيفات, تصنيفات, القسم, الأقسام, نشر في, نشرت في, منشور في, موسوم, موسوم ب, تحت تصنيف,
        مصنف تحت
    fa: برچسب ها, برچسب, برچسبها, کلیدواژه ها, کلیدواژه, کلمات کلیدی, واژه های کلیدی, موضوعات, موضوع, دسته بندی, دسته ها,
        دسته, بخش, منتشر شده در
    zh ja: 标签, 標籤, 关键词, 關鍵詞, 关键字, 分类, 分類, 栏目, 主题, 話題, 归类于, 发布于, タグ, カテゴリー, カテゴリ, キーワード, ジャンル
";

/// What a word of a label before another article begins with.
pub(super) const READING: &str = "
    en: read, interested, recommend, related, archive, archives
    de: lesen, lies, weiterlesen, lesetipp, interess, archiv, empfehl
    fr: lire, relire, intéress, archives, recommand, savoir
    es: leer, lea, lee, interes, recomend, archivo, relacionad
    pt: ler, leia, interess, recomend, arquivo, relacionad, saiba
    it: legg, rilegg, interess, consigli, archivio, correlat
    nl: lees, lezen, interess, archief, aanrad, aanbevol, gerelateerd
    pl: czytaj, przeczytaj, zainteres, archiwum, polecamy, powiązan
    ru: читайте, читать, почитать, прочита, интерес, рекоменд, советуем, архив, теме
    uk: читайте, читати, прочита, цікав, рекоменд, радимо, архів, темою
    tr: ilginizi, ilgini, ilgili, okuyun, okumak, arşiv, öner
    ar: اقرأ, اقرأوا, طالع, يهمك, يعجبك, يهمكم, الأرشيف, أرشيف, أرشيفنا, صلة, نوصي, نرشح
    fa: بخوانید, مرتبط, آرشیو, پیشنهاد
    zh ja: 阅读, 閱讀, 相关, 相關, 推荐, 推薦, 関連, おすすめ
";

/// What the label of the field for an e-mail address names, and what those of the others do.
pub(super) const MAIL: &str = "
    all: mail, courriel, correo, correio, eposta, e posta, почт, пошт, بريد, ایمیل, 邮箱, 邮件, 郵件, メール
";
pub(super) const FIELDS: &str = "
    en: name, comment, website, message, letter
    de: name, kommentar, webseite, nachricht
    fr: nom, commentaire, site web, message, pseudo
    es pt: nombre, nome, comentario, comentário, sitio web, mensaje, mensagem, carta
    it: nome, commento, messaggio
    nl: naam, reactie, bericht
    pl: imię, komentarz, podpis, nick
    ru uk: имя, комментари, представьтесь, коментар, імя, сообщени
    tr: adınız, isim, ismi, ad soyad, yorum
    ar: الاسم, اسمك, تعليق
    fa: نام, دیدگاه, نظر
    zh ja: 姓名, 昵称, 名前, 评论, コメント
";

/// What legal lines say: who has the rights, in which register the publisher is; and with `…` what they begin with: who answers
/// for the site, what may be copied, what the site runs on.
pub(super) const LEGAL: &str = "
    en: all rights reserved, company number, registered charity, registered in england and wales, powered by …,
        proudly powered by …, editor in chief …, managing editor …, issn …, reproduction without …,
        unless otherwise stated …, unless stated otherwise …
    de: alle rechte vorbehalten, im sinne des presserechts, amtsgericht, ust idnr, ust id, verantwortlich …, v i s d p …,
        chefredakteur …, chefredakteurin …, stolz präsentiert von …, nachdruck nur mit …
    fr: tous droits réservés, siret, association loi 1901, reproduction interdite, directeur de la publication …,
        directrice de la publication …, rédacteur en chef …, fièrement propulsé par …, toute reproduction …,
        sauf mention contraire …
    es: todos los derechos reservados, reservados todos los derechos, editor responsable …, director responsable …,
        director editorial …, directora …, cif …, nif …, prohibida la reproducción …, queda prohibida …, funciona gracias a …,
        salvo que se indique lo contrario …, registro dnda
    pt: todos os direitos reservados, cnpj, diretor responsável …, diretora responsável …, jornalista responsável …,
        proibida a reprodução …, é proibida a reprodução …, desenvolvido por …, nipc …, registo erc, salvo indicação em contrário …
    it: tutti i diritti riservati, riproduzione riservata, vietata la riproduzione, partita iva, direttore responsabile …,
        registrazione tribunale, testata registrata …, salvo diversa indicazione …
    nl: alle rechten voorbehouden, niets uit deze uitgave, kvk nummer, hoofdredacteur …, mogelijk gemaakt door …,
        tenzij anders vermeld …
    pl: wszelkie prawa zastrzeżone, wszystkie prawa zastrzeżone, redaktor naczelny …, redaktor naczelna …, krs …, nip …,
        bez zgody zabronione, o ile nie zaznaczono inaczej …, dumnie wspierane przez …
    ru: все права защищены, главный редактор …, огрн …, инн …, при использовании материалов …, при перепечатке …,
        при цитировании …, использование материалов …, перепечатка …, сайт работает на …, если не указано иное …,
        свидетельство о регистрации …, учредитель …
    uk: усі права захищено, всі права захищено, усі права захищені, всі права захищені, у разі використання матеріалів …,
        при використанні матеріалів …, передрук …, головний редактор …
    tr: tüm hakları saklıdır, her hakkı saklıdır, sorumlu yazı işleri müdürü …, yazı işleri müdürü …, genel yayın yönetmeni …,
        wordpress gururla sunar, aksi belirtilmedikçe …, izinsiz kopyalanamaz, kaynak gösterilmeden …
    ar: جميع الحقوق محفوظة, كل الحقوق محفوظة, حقوق النشر محفوظة, رئيس التحرير …, ما لم يذكر خلاف ذلك …, رقم الترخيص …,
        مدعوم بواسطة …
    fa: تمامی حقوق, کلیه حقوق, همه حقوق محفوظ, نقل مطالب با ذکر, مدیر مسئول …, سردبیر …
    zh ja: 版权所有, 版權所有, 未经授权, 未经许可, 转载请注明, 無断転載, 禁無断
";
