//! What stands in bars of labels and links, by language: alone it may be anything.

/// Labels where others stand beside them.
pub(super) const BESIDE: &str = "
    en: e mail, mail, sms, rss, youtube, instagram, tiktok, snapchat, xing, line, wechat, skype, more, like, copy, feed
    de: e mail, mail, per mail, mehr, feedback, kommentieren, vorlesen
    fr: e mail, mail, email, courriel, lien, plus, commenter, écouter
    es: e mail, correo, correo electrónico, email, guardar, enlace, más, comentar, escuchar, comparte esta noticia
    pt: e mail, email, salvar, guardar, imprimir, ouvir, comentar, mais
    it: e mail, email, mail, altro, commenta, ascolta
    nl: e mail, email, mail, meer, opslaan, reageer
    pl: e mail, email, zapisz, więcej, skomentuj
    ru: почта, e mail, email, сохранить, жж, еще, дзен, viber, max
    uk: пошта, e mail, email, зберегти, ще
    tr: e posta, email, kaydet, daha fazla, yorum yap
    ar: حفظ, بريد, البريد, البريد الإلكتروني, المزيد, تعليق
    fa: ایمیل, ذخیره, بیشتر, لینک کوتاه, بله, ایتا, سروش, روبیکا
    zh: qq空间, qq, 朋友圈, 微信好友, 邮件, 更多, 评论
    ja: メール, はてブ, line, note, もっと見る
";

/// What links to the article before say, and to the one after: in the order of languages, both alike.
pub(super) const BEFORE: &str = "
    en: previous, prev, previous article, previous post, previous story, previous entry, previous page, older,
        older post, older article
    de: zurück, vorheriger artikel, vorheriger beitrag, voriger artikel, voriger beitrag, vorherige, vorheriger
    fr: précédent, précédente, article précédent, larticle précédent, billet précédent
    es: anterior, artículo anterior, entrada anterior, noticia anterior, nota anterior
    pt: anterior, artigo anterior, post anterior, matéria anterior, notícia anterior
    it: precedente, articolo precedente, post precedente, notizia precedente
    nl: vorige, vorig artikel, vorig bericht, vorige artikel
    pl: poprzedni, poprzednia, poprzedni artykuł, poprzedni wpis, poprzedni tekst
    ru: назад, предыдущая, предыдущий, предыдущая статья, предыдущая запись, предыдущая новость, предыдущий пост
    uk: назад, попередня, попередній, попередня стаття, попередній запис, попередня новина, попередній допис
    tr: önceki, önceki yazı, önceki haber, önceki makale
    ar: السابق, السابقة, المقال السابق, الخبر السابق, المقالة السابقة
    fa: قبلی, مطلب قبلی, نوشته قبلی, خبر قبلی
    zh: 上一篇, 上一篇文章, 上一条
    ja: 前の記事, 前の記事へ, 前へ
";
pub(super) const AFTER: &str = "
    en: next, next article, next post, next story, next entry, next page, newer, newer post, newer article
    de: weiter, nächster artikel, nächster beitrag, nächste, nächster
    fr: suivant, suivante, article suivant, larticle suivant, billet suivant
    es: siguiente, artículo siguiente, siguiente artículo, entrada siguiente, siguiente entrada, siguiente noticia,
        siguiente nota
    pt: próximo, próxima, seguinte, próximo artigo, próximo post, próxima matéria, próxima notícia, artigo seguinte
    it: successivo, successiva, prossimo, articolo successivo, prossimo articolo, post successivo, notizia successiva
    nl: volgende, volgend artikel, volgend bericht, volgende artikel
    pl: następny, następna, następny artykuł, następny wpis, następny tekst
    ru: вперед, далее, следующая, следующий, следующая статья, следующая запись, следующая новость, следующий пост
    uk: вперед, далі, наступна, наступний, наступна стаття, наступний запис, наступна новина, наступний допис
    tr: sonraki, sonraki yazı, sonraki haber, sonraki makale
    ar: التالي, التالية, المقال التالي, الخبر التالي, المقالة التالية
    fa: بعدی, مطلب بعدی, نوشته بعدی, خبر بعدی
    zh: 下一篇, 下一篇文章, 下一条
    ja: 次の記事, 次の記事へ, 次へ
";
