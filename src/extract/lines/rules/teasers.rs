//! Wordings around teasers of other articles, by language.

/// Lines that stand over teasers. What an author may call a part of a report, "Recommendations" or "More information", is
/// none.
pub(super) const RELATED: &str = "
    en: related articles, related posts, related stories, related news, related content, related topics, related reading,
        related, related links, related coverage, related publications, related items, related articles and links,
        read also, also read, read more, read next, more stories, more articles, more news, more posts, more like this,
        more from this author, more from the author, more by this author, more by the author, also by this author,
        more on this topic, more on this story, more on this, more in this section, more from us, recommended,
        recommended for you, recommended articles, recommended reading, recommended stories, you may also like,
        you might also like, you may like, you might like, you may also enjoy, you might also enjoy,
        you may also be interested in, you might also be interested in, you may be interested in, trending, trending now,
        popular posts, popular articles, popular stories, most popular, most read, most viewed, most shared,
        most commented, latest news, latest posts, latest articles, latest stories, recent posts, recent articles,
        recent news, recent stories, in case you missed it, keep reading, continue reading, up next, whats next,
        what to read next, read this next, next article, next post, next story, previous post, previous article,
        previous story, post navigation, other articles, other news, other posts, other stories, similar articles,
        similar posts, similar stories, editors picks, editors pick, editors choice, top stories, top news, top posts,
        featured articles, featured posts, featured stories, further reading, see also, explore more, from our partners,
        around the web, from around the web, from the web, promoted stories, sponsored content, sponsored stories,
        dont miss, must read, must reads, if you liked this post you might also like,
        if you enjoyed this post you might also like, if you liked this article you might also like
    de: mehr zum thema, mehr zu diesem thema, passend zum thema, lesen sie auch, lesen sie mehr, lesen sie weiter,
        das könnte sie auch interessieren, das könnte sie interessieren, das könnte dich auch interessieren,
        das könnte dich interessieren, das könnte ihnen auch gefallen, auch interessant, ebenfalls interessant,
        ähnliche artikel, ähnliche beiträge, ähnliche themen, weitere artikel, weitere beiträge, weitere themen,
        weitere meldungen, weitere nachrichten, weitere artikel des autors, weiterlesen, weiterführende artikel,
        weiterführende links, verwandte artikel, verwandte beiträge, verwandte themen, meistgelesen,
        meistgelesene artikel, am meisten gelesen, meist gelesen, beliebte artikel, beliebte beiträge, mehr aus,
        mehr von diesem autor, mehr von dieser autorin, mehr vom autor, mehr von, empfehlungen der redaktion,
        redaktionsempfehlungen, empfohlene artikel, empfohlener redaktioneller inhalt, neueste beiträge, neueste artikel,
        neueste nachrichten, neueste meldungen, letzte beiträge, aktuelle beiträge, aktuelle artikel, aktuelle meldungen,
        aktuelle nachrichten, auch lesenswert, lesetipps, lesetipp, siehe auch, nicht verpassen, vorheriger artikel,
        nächster artikel, vorheriger beitrag, nächster beitrag, beitragsnavigation, top themen, im trend
    fr: articles similaires, articles liés, articles connexes, articles associés, articles recommandés,
        articles récents, articles populaires, autres articles, derniers articles, dernières actualités,
        dernières nouvelles, dernières infos, à lire aussi, lire aussi, à lire également, lire également, à lire,
        lire la suite, à voir aussi, voir aussi, voir également, à découvrir, à découvrir aussi, sur le même sujet,
        sur le même thème, dans la même rubrique, dans la même catégorie, du même auteur, de la même autrice,
        vous aimerez aussi, vous aimerez peut être, vous pourriez aussi aimer, vous pourriez aimer,
        cela pourrait vous intéresser, ça pourrait vous intéresser, ceci pourrait vous intéresser,
        vous pourriez être intéressé par, ces articles pourraient vous intéresser, recommandé pour vous,
        recommandés pour vous, les plus lus, les plus populaires, le plus lu, les plus consultés, les plus partagés,
        à ne pas manquer, ne manquez pas, pour aller plus loin, plus darticles, article précédent, article suivant,
        navigation des articles, navigation de larticle, nos lecteurs ont lu ensuite, articles les plus consultés,
        articles les plus lus
    es: te puede interesar, también te puede interesar, le puede interesar, también le puede interesar,
        quizás te interese, quizá te interese, te podría interesar, puede que te interese, también te puede gustar,
        te puede gustar, también te gustará, quizás te guste, te recomendamos, le recomendamos, recomendado para ti,
        recomendados para ti, artículos relacionados, artículo relacionado, noticias relacionadas, noticia relacionada,
        entradas relacionadas, contenido relacionado, contenidos relacionados, publicaciones relacionadas,
        temas relacionados, relacionado, lea también, lee también, leer también, lea además, lee además, leer más,
        lee más, lea más, ver también, ver más, vea también, mira también, más noticias, más artículos,
        más sobre este tema, más de este autor, del mismo autor, otros artículos, otras noticias, artículos recientes,
        entradas recientes, noticias recientes, últimas noticias, últimos artículos, últimas entradas, lo último,
        lo más leído, más leídas, más leído, las más leídas, lo más visto, lo más popular, los más leídos,
        noticias más leídas, no te pierdas, no se pierda, artículo anterior, artículo siguiente, siguiente artículo,
        entrada anterior, entrada siguiente, noticia anterior, noticia siguiente, navegación de entradas,
        siguiente entrada
    pt: leia também, leia mais, veja também, veja mais, confira também, artigos relacionados, notícias relacionadas,
        posts relacionados, matérias relacionadas, conteúdo relacionado, conteúdos relacionados,
        publicações relacionadas, mais lidas, as mais lidas, mais lidos, os mais lidos, mais vistas, mais populares,
        você pode gostar, você também pode gostar, você pode se interessar, você também pode se interessar,
        talvez você goste, também pode interessar, pode interessar lhe, pode interessar, poderá gostar,
        recomendado para você, mais artigos, mais notícias, mais deste autor, do mesmo autor, outros artigos,
        outras notícias, artigos recentes, posts recentes, últimas notícias, últimos artigos, não perca,
        artigo anterior, próximo artigo, artigo seguinte, post anterior, próximo post, notícia anterior,
        próxima notícia, navegação de posts, as mais vistas
    it: leggi anche, leggi di più, leggi tutto, leggi altro, vedi anche, guarda anche, articoli correlati,
        articolo correlato, notizie correlate, post correlati, contenuti correlati, potrebbe interessarti,
        potrebbe interessarti anche, ti potrebbe interessare, ti potrebbe interessare anche, potrebbero interessarti,
        potrebbero interessarti anche, ti potrebbero interessare, potrebbe piacerti anche, ti consigliamo, consigliati,
        consigliati per te, raccomandati, i più letti, più letti, le più lette, più lette, gli articoli più letti,
        i più popolari, articoli recenti, ultimi articoli, ultime notizie, ultime news, altri articoli, altre notizie,
        altri articoli di questo autore, dello stesso autore, per approfondire, sullo stesso argomento,
        sullo stesso tema, da non perdere, articolo precedente, articolo successivo, prossimo articolo,
        navigazione articoli, articoli più letti
    nl: lees ook, lees meer, lees verder, lees hier, zie ook, bekijk ook, gerelateerde artikelen,
        gerelateerde berichten, gerelateerd nieuws, gerelateerd, verwante artikelen, vergelijkbare artikelen,
        meer over dit onderwerp, meer over, meer artikelen, meer nieuws, meer van deze auteur, andere artikelen,
        aanbevolen, aanbevolen voor jou, aanbevolen artikelen, misschien vind je dit ook leuk,
        misschien ook interessant, ook interessant, dit vind je misschien ook interessant,
        dit vindt u misschien ook interessant, bekijk ook deze artikelen, meest gelezen, best gelezen,
        populaire artikelen, populaire berichten, laatste nieuws, laatste berichten, laatste artikelen,
        recente berichten, recente artikelen, mis dit niet, vorig artikel, volgend artikel, vorig bericht,
        volgend bericht, berichtnavigatie, vorige bericht, volgende bericht, misschien vind je dit ook interessant,
        misschien vindt u dit ook interessant
    pl: zobacz także, zobacz też, zobacz również, zobacz więcej, czytaj także, czytaj też, czytaj również, czytaj więcej,
        czytaj dalej, przeczytaj także, przeczytaj też, przeczytaj również, warto przeczytać, sprawdź także, sprawdź też,
        powiązane artykuły, powiązane wpisy, powiązane tematy, powiązane, podobne artykuły, podobne wpisy,
        polecane artykuły, polecamy, polecamy także, może cię zainteresować, może cię też zainteresować,
        może cię także zainteresować, może ci się spodobać, mogą cię zainteresować, najczęściej czytane,
        najpopularniejsze, najchętniej czytane, najnowsze, najnowsze artykuły, najnowsze wpisy, najnowsze wiadomości,
        ostatnie wpisy, ostatnie artykuły, inne artykuły, inne artykuły autora, więcej artykułów, więcej na ten temat,
        więcej tego autora, na ten temat, nie przegap, poprzedni artykuł, następny artykuł, poprzedni wpis,
        następny wpis, nawigacja wpisu, polecane teksty
    ru: читайте также, читайте ещё, читать также, читать далее, читать еще, смотрите также, см также, по теме,
        на эту тему, материалы по теме, статьи по теме, ещё по теме, другие материалы по теме, похожие статьи,
        похожие записи, похожие материалы, похожие новости, похожие публикации, связанные статьи, связанные записи,
        связанные материалы, рекомендуем, рекомендуем почитать, рекомендуем прочитать, рекомендуемые,
        рекомендуемые статьи, рекомендуемые материалы, советуем почитать, вам может понравиться,
        вам может быть интересно, вам будет интересно, вам также может понравиться, возможно вам будет интересно,
        вас может заинтересовать, вам это может быть интересно, самое читаемое, самое популярное, самые читаемые,
        популярные статьи, популярные записи, популярные материалы, другие статьи автора, другие материалы автора,
        другие статьи, другие новости, другие материалы, еще от автора, последние новости, последние записи,
        последние статьи, последние публикации, свежие записи, свежие новости, новости по теме, подробнее, не пропустите,
        главное сегодня, предыдущая статья, следующая статья, предыдущая запись, следующая запись, навигация по записям,
        вам также может быть интересно
    uk: читайте також, читайте ще, читати також, читати далі, дивіться також, див також, за темою, на цю тему,
        матеріали за темою, статті за темою, новини за темою, ще за темою, схожі статті, схожі записи, схожі матеріали,
        схожі новини, схожі публікації, повʼязані статті, повязані статті, пов язані статті, повязані матеріали,
        рекомендуємо, рекомендуємо прочитати, рекомендовані, рекомендовані статті, радимо почитати, вам може сподобатися,
        вам також може сподобатися, вам може бути цікаво, вас може зацікавити, найпопулярніше, найбільш читане,
        найчитаніше, популярні статті, популярні записи, інші статті автора, інші матеріали автора, інші статті,
        інші новини, більше від автора, останні новини, останні записи, останні статті, свіжі записи, детальніше,
        не пропустіть, попередня стаття, наступна стаття, попередній запис, наступний запис, навігація записів
    tr: ilgili haberler, ilgili haber, ilgili yazılar, ilgili makaleler, ilgili içerikler, ilgili konular,
        benzer haberler, benzer yazılar, benzer makaleler, benzer içerikler, bunlar da ilginizi çekebilir,
        bunlar da ilgini çekebilir, ilginizi çekebilir, ilgini çekebilir, ilginizi çekebilecek haberler,
        ilginizi çekebilecek diğer haberler, bunları da beğenebilirsiniz, bunu da oku, bunu da okuyun, bunları da okuyun,
        ayrıca bakınız, ayrıca bakın, ayrıca okuyun, ayrıca oku, şunları da okuyun, okumaya devam et, devamını oku,
        daha fazla oku, daha fazla haber, daha fazla, önerilenler, önerilen haberler, önerilen yazılar,
        sizin için seçtiklerimiz, sizin için önerilenler, editörün seçtikleri, öne çıkan haberler, en çok okunanlar,
        en çok okunan haberler, çok okunanlar, çok okunan haberler, popüler haberler, popüler yazılar, son haberler,
        son yazılar, son eklenenler, diğer haberler, diğer yazılar, diğer yazıları, yazarın diğer yazıları,
        yazarın tüm yazıları, günün öne çıkan haberleri, önceki yazı, sonraki yazı, önceki haber, sonraki haber,
        yazı gezinmesi, sıradaki haber
    ar: اقرأ أيضا, اقرأ المزيد, اقرأوا أيضا, طالع أيضا, طالعوا أيضا, شاهد أيضا, شاهدوا أيضا, انظر أيضا, مقالات ذات صلة,
        مقالات متعلقة, مقالات مشابهة, مقالات أخرى, مقالات مقترحة, مواضيع ذات صلة, مواضيع متعلقة, مواضيع مشابهة,
        أخبار ذات صلة, أخبار متعلقة, أخبار أخرى, موضوعات ذات صلة, محتوى ذو صلة, المزيد من الأخبار, المزيد من المقالات,
        المزيد من مقالات الكاتب, المزيد للكاتب, المزيد حول هذا الموضوع, للمزيد, قد يعجبك أيضا, قد يعجبك, قد يهمك أيضا,
        قد يهمك, ربما يعجبك, ربما يعجبك أيضا, نرشح لك, نوصي بقراءة, موصى به, الأكثر قراءة, الأكثر مشاهدة, الأكثر شيوعا,
        الأكثر تداولا, الأكثر تعليقا, آخر الأخبار, أحدث الأخبار, أحدث المقالات, آخر المقالات, أخبار قد تهمك, لا تفوت,
        لا يفوتك, المقال السابق, المقال التالي, الخبر السابق, الخبر التالي, الموضوع السابق, الموضوع التالي,
        تصفح المقالات
    fa: مطالب مرتبط, مطلب مرتبط, مقالات مرتبط, اخبار مرتبط, خبرهای مرتبط, نوشته های مشابه, نوشته های مرتبط, مطالب مشابه,
        مقالات مشابه, بیشتر بخوانید, بیشتر بدانید, همچنین بخوانید, همچنین ببینید, این مطلب را هم بخوانید,
        این مطالب را هم بخوانید, شاید دوست داشته باشید, شاید بپسندید, پیشنهاد ما, پیشنهاد سردبیر, مطالب پیشنهادی,
        مقالات پیشنهادی, پربازدیدترین ها, پربازدیدترین, پربیننده ترین ها, پربیننده ترین, محبوب ترین ها,
        محبوب ترین مطالب, آخرین اخبار, تازه ترین اخبار, جدیدترین مطالب, آخرین مطالب, جدیدترین اخبار, دیگر مطالب نویسنده,
        مطالب دیگر این نویسنده, نوشته قبلی, نوشته بعدی, مطلب قبلی, مطلب بعدی, راهبری نوشته,
        شاید از این مطالب هم خوشتان بیاید, پربحث ترین ها
    zh: 相关文章, 相关阅读, 相关新闻, 相关报道, 相关推荐, 相关链接, 相关内容, 相关资讯, 延伸阅读, 推荐阅读, 推荐文章, 为您推荐, 为你推荐, 猜你喜欢, 您可能感兴趣, 你可能感兴趣, 您可能也喜欢,
        你可能也喜欢, 您可能还喜欢, 更多文章, 更多新闻, 更多阅读, 更多内容, 作者其他文章, 该作者其他文章, 热门文章, 热门新闻, 热门推荐, 热门阅读, 热点新闻, 阅读排行, 点击排行, 最新文章, 最新新闻,
        最新消息, 近期文章, 另请参阅, 另见, 上一篇, 下一篇, 上一篇文章, 下一篇文章, 文章导航, 相關文章, 相關新聞, 相關閱讀, 相關報導, 延伸閱讀, 推薦閱讀, 推薦文章, 猜你喜歡, 你可能也喜歡,
        您可能也喜歡, 你可能也想看, 熱門文章, 熱門新聞, 文章導覽
    ja: 関連記事, 関連する記事, 関連ニュース, 関連コンテンツ, 関連リンク, 関連ページ, 関連トピックス, あわせて読みたい, 合わせて読みたい, こちらの記事もおすすめ, こちらもおすすめ, こちらもおすすめです,
        おすすめ記事, おすすめの記事, 人気記事, 人気の記事, 人気記事ランキング, アクセスランキング, よく読まれている記事, よく読まれる記事, 最新記事, 最新ニュース, 最近の投稿, 新着記事,
        この記事を書いた人の他の記事, この著者の記事, この著者の他の記事, 前の記事, 次の記事, 前の投稿, 次の投稿, 投稿ナビゲーション, 続きを読む, もっと読む
    ko: 관련 기사, 관련 글, 관련 뉴스, 추천 기사, 인기 기사, 많이 본 뉴스, 최신 기사, 이전 글, 다음 글, 함께 읽으면 좋은 글
    id: baca juga, artikel terkait, berita terkait, artikel lainnya, berita terpopuler
    sv da no fi: läs också, läs även, läs mer, relaterade artiklar, relaterat, mest läst, läs også, les også, les mer,
        relaterede artikler, relaterte artikler, mest læst, mest lest, lue myös, aiheeseen liittyvää, luetuimmat
    cs hu ro el he: čtěte také, přečtěte si také, související články, podobné články, nejčtenější, olvassa el ezt is,
        kapcsolódó cikkek, kapcsolódó, ezt is olvasd el, citește și, citeşte şi, articole similare,
        articole asemănătoare, διαβάστε επίσης, διαβάστε ακόμα, σχετικά άρθρα, קראו גם, כתבות נוספות, כתבות קשורות
";

/// What stands before a link to another article, in its line.
pub(super) const READ_ALSO: &str = "
    en: read also, also read, read more, read next, see also, related, more from, more on this, you might also like,
        you may also like, can also read, dont miss, must read, recommended, previous article, next article,
        previous post, next post, previous story, next story
    de: lesen sie auch, lesen sie hier, lesen sie mehr, lesen sie dazu, mehr zum thema, mehr dazu, mehr dazu lesen sie,
        siehe auch, lesetipp, auch interessant, zum thema, passend dazu, hier weiterlesen, vorheriger artikel,
        nächster artikel, vorheriger beitrag, nächster beitrag
    fr: lire aussi, à lire aussi, lire également, à lire également, voir aussi, à voir aussi, voir également,
        sur le même sujet, à relire, notre dossier, article précédent, article suivant, publication précédente,
        publication suivante
    es: lea también, lee también, leer también, lea además, lee además, leer más, lee más, ver también, vea también,
        te puede interesar, también te puede interesar, le puede interesar, te recomendamos, más información,
        artículo anterior, artículo siguiente, siguiente artículo, entrada anterior, entrada siguiente,
        siguiente entrada, sigue leyendo, seguir leyendo
    pt: leia também, leia mais, veja também, veja mais, saiba mais, artigo anterior, próximo artigo, artigo seguinte,
        post anterior, próximo post
    it: leggi anche, leggi di più, leggi tutto, vedi anche, guarda anche, per approfondire, ti potrebbe interessare,
        potrebbe interessarti, articolo precedente, articolo successivo
    nl: lees ook, lees meer, lees verder, zie ook, bekijk ook, meer hierover, vorig artikel, volgend artikel,
        vorig bericht, volgend bericht, vorige bericht, volgende bericht
    pl: czytaj także, czytaj też, czytaj również, czytaj więcej, zobacz także, zobacz też, zobacz również,
        przeczytaj także, przeczytaj też, sprawdź także, poprzedni artykuł, następny artykuł, poprzedni wpis,
        następny wpis, przeczytaj również
    ru: читайте также, читайте ещё, читать также, смотрите также, см также, подробнее, по теме, подробнее об этом,
        предыдущая статья, следующая статья, предыдущая запись, следующая запись, читать далее, ранее по теме
    uk: читайте також, читайте ще, дивіться також, див також, детальніше, за темою, більше про це, попередня стаття,
        наступна стаття, попередній запис, наступний запис
    tr: ilgili haber, ilgili yazı, ayrıca okuyun, ayrıca bakınız, bunu da oku, bunu da okuyun, devamı için, devamını oku,
        önceki yazı, sonraki yazı, önceki haber, sonraki haber
    ar: اقرأ أيضا, اقرأ المزيد, شاهد أيضا, طالع أيضا, انظر أيضا, للمزيد, لقراءة المزيد, مواضيع ذات صلة, موضوع ذو صلة,
        المقال السابق, المقال التالي, الخبر السابق, الخبر التالي
    fa: بیشتر بخوانید, همچنین بخوانید, مطلب مرتبط, این مطلب را هم بخوانید, بیشتر بدانید, نوشته قبلی, نوشته بعدی,
        مطلب قبلی, مطلب بعدی
    zh: 延伸阅读, 相关阅读, 相关文章, 相关新闻, 相关报道, 推荐阅读, 另请参阅, 另见, 更多阅读, 阅读更多, 上一篇, 下一篇, 延伸閱讀, 相關新聞, 相關文章, 推薦閱讀
    ja: 関連記事, あわせて読みたい, 合わせて読みたい, 参考記事, おすすめ記事, 詳しくはこちら, 前の記事, 次の記事, こちらもおすすめ, こちらも読まれています
    ko id: 관련 기사, 관련기사, baca juga
    sv da no fi: läs också, läs även, läs mer, læs også, les også, les mer, lue myös
    cs hu ro el he: čtěte také, přečtěte si také, olvassa el ezt is, citește și, citeşte şi, διαβάστε επίσης, διαβάστε ακόμα,
        קראו גם
";
