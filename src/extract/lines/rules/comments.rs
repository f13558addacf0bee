//! Wordings around visitors’ comments, by language.

/// Lines that stand over comments, or over the form to leave one.
pub(super) const COMMENTS: &str = "
    en: leave a reply, leave a comment, leave a response, leave your comment, leave your thoughts, write a comment,
        write a response, post a comment, post comment, post a reply, add a comment, add comment, add your comment,
        submit a comment, submit comment, join the discussion, join the conversation, start the conversation,
        start the discussion, be the first to comment, comments, comment, no comments, no comments yet, user comments,
        reader comments, readers comments, view comments, show comments, load comments, view all comments,
        your email address will not be published, cancel reply, discussion about this post, share your thoughts,
        share your opinion, what do you think, tell us what you think, # thoughts on …, # thought on …, # comments on …,
        # comment on …, # responses to …, # replies to …
    de: schreibe einen kommentar, schreiben sie einen kommentar, einen kommentar schreiben, kommentar schreiben,
        kommentar verfassen, kommentar hinterlassen, kommentar hinzufügen, kommentar abgeben, kommentare,
        keine kommentare, leserkommentare, hinterlasse einen kommentar, hinterlasse eine antwort,
        hinterlassen sie einen kommentar, antwort hinterlassen, antworten abbrechen, diskutieren sie mit, diskutiere mit,
        jetzt kommentieren, artikel kommentieren, deine e mail adresse wird nicht veröffentlicht,
        ihre e mail adresse wird nicht veröffentlicht, # kommentare zu …, # kommentar zu …, # gedanken zu …, # kommentar
    fr: laisser un commentaire, laissez un commentaire, laisser une réponse, laissez une réponse,
        laissez votre commentaire, écrire un commentaire, poster un commentaire, publier un commentaire,
        ajouter un commentaire, déposer un commentaire, commenter, commenter cet article, commenter larticle,
        réagir à cet article, réagissez à cet article, réagissez, vos commentaires, vos réactions, commentaires,
        aucun commentaire, pas de commentaire, annuler la réponse, donnez votre avis,
        votre adresse e mail ne sera pas publiée, votre adresse de messagerie ne sera pas publiée, # commentaires sur …,
        # commentaire sur …, # réflexions sur …, # commentaire
    es: deja una respuesta, deja un comentario, deje un comentario, dejar un comentario, dejar una respuesta,
        deja tu comentario, deje su comentario, escribe un comentario, escribir un comentario, publicar un comentario,
        añadir un comentario, añadir comentario, agregar comentario, agregar un comentario, enviar comentario, comentar,
        comentarios, sin comentarios, no hay comentarios, comentarios de los lectores, únete a la conversación,
        participa en la conversación, cancelar respuesta, cancelar la respuesta, danos tu opinión,
        tu dirección de correo electrónico no será publicada, su dirección de correo electrónico no será publicada,
        # comentarios en …, # comentario en …, # comentarios sobre …, # pensamientos sobre …, # comentario
    pt: deixe um comentário, deixe uma resposta, deixe o seu comentário, deixe seu comentário, deixar um comentário,
        escreva um comentário, escrever comentário, adicionar comentário, adicione um comentário, envie seu comentário,
        enviar comentário, publicar comentário, comente, comente esta notícia, comente essa notícia, comente aqui,
        comentários, sem comentários, nenhum comentário, comentários dos leitores, participe da conversa,
        junte se à conversa, cancelar resposta, o seu endereço de e mail não será publicado,
        o seu endereço de email não será publicado, # comentários em …, # comentários sobre …, # pensamentos sobre …,
        # comentário
    it: lascia un commento, lascia una risposta, lascia il tuo commento, scrivi un commento, aggiungi un commento,
        aggiungi commento, invia commento, inserisci un commento, commenta, commenta larticolo, commenta la notizia,
        commenti, nessun commento, commenti dei lettori, partecipa alla discussione, unisciti alla conversazione,
        annulla risposta, il tuo indirizzo email non sarà pubblicato, lindirizzo email non verrà pubblicato,
        # commenti su …, # pensieri su …, # commento
    nl: geef een reactie, laat een reactie achter, laat een antwoord achter, plaats een reactie, plaats reactie,
        schrijf een reactie, reageer, reageer op dit artikel, reageren, reactie toevoegen, voeg een reactie toe,
        reacties, geen reacties, lezersreacties, reactie annuleren, antwoord annuleren, praat mee,
        je e mailadres wordt niet gepubliceerd, het e mailadres wordt niet gepubliceerd, # reacties op …,
        # gedachten over …, # reactie
    pl: dodaj komentarz, dodaj swój komentarz, dodaj odpowiedź, zostaw komentarz, zostaw odpowiedź,
        zostaw swój komentarz, napisz komentarz, skomentuj, skomentuj artykuł, komentarze, komentarzy, brak komentarzy,
        komentarze czytelników, dołącz do dyskusji, weź udział w dyskusji, anuluj odpowiedź, anuluj pisanie odpowiedzi,
        twój adres e mail nie zostanie opublikowany, twój adres email nie zostanie opublikowany, # komentarze do …,
        # komentarzy do …, # myśli na temat …, # komentarz
    ru: добавить комментарий, оставить комментарий, оставьте комментарий, написать комментарий, оставить ответ,
        оставьте ответ, оставить отзыв, комментировать, прокомментировать, комментарии, комментариев, комментария,
        нет комментариев, комментариев нет, комментарии читателей, отменить ответ, присоединяйтесь к обсуждению,
        присоединиться к обсуждению, поделитесь мнением, ваш адрес email не будет опубликован,
        ваш e mail не будет опубликован, # комментариев к …, # комментария к …, # комментарий к …, # комментарий
    uk: залишити коментар, залиште коментар, залишити відповідь, залиште відповідь, додати коментар, написати коментар,
        прокоментувати, коментувати, коментарі, коментарів, немає коментарів, коментарі читачів, скасувати відповідь,
        приєднуйтесь до обговорення, ваша e mail адреса не оприлюднюватиметься,
        ваша електронна адреса не буде опублікована, # коментарі до …, # коментарів до …, # коментар до …, # коментар
    tr: bir yanıt yazın, bir cevap yazın, cevap yaz, cevap yazın, cevap bırakın, yanıt bırakın, yorum yapın, yorum yap,
        yorum yaz, yorum yazın, yorum ekle, yorum bırak, yorum bırakın, yorum gönder, yorumlar, okuyucu yorumları,
        okur yorumları, henüz yorum yapılmamış, henüz yorum yok, yanıtı iptal et, cevabı iptal et, ilk yorumu siz yapın,
        tartışmaya katıl, e posta adresiniz yayınlanmayacak, e posta adresiniz yayımlanmayacak,
        e posta hesabınız yayımlanmayacak, # yorum
    ar: اترك تعليقا, اترك تعليق, اترك ردا, اترك رد, أضف تعليقا, أضف تعليق, اكتب تعليقا, اكتب تعليقك, أضف ردا, شارك برأيك,
        شاركنا رأيك, شاركنا برأيك, علق على الخبر, التعليقات, تعليقات, تعليقات القراء, لا توجد تعليقات, لا تعليقات,
        إلغاء الرد, كن أول من يعلق, لن يتم نشر عنوان بريدك الإلكتروني, # تعليقات على …, # تعليق على …, # تعليق
    fa: نظر بدهید, دیدگاه ها, دیدگاهتان را بنویسید, دیدگاه خود را بنویسید, نظر خود را بنویسید, نظرات, نظرات کاربران,
        ارسال نظر, ارسال دیدگاه, ثبت نظر, ثبت دیدگاه, دیدگاه کاربران, لغو پاسخ, نشانی ایمیل شما منتشر نخواهد شد,
        # دیدگاه برای …, # نظر برای …, # دیدگاه
    zh: 发表评论, 发表回复, 发表留言, 添加评论, 留下评论, 写评论, 我要评论, 我来说两句, 评论列表, 网友评论, 读者评论, 条评论, 条留言, 条回复, 暂无评论, 取消回复, 参与讨论, 發表迴響, 發表評論,
        發佈留言, 發表留言, 取消回覆, 則留言, 則迴響, 則評論, 讀者留言, 您的邮箱地址不会被公开, 您的电子邮箱地址不会被公开, 發佈留言必須填寫的電子郵件地址不會公開, # 评论
    ja: コメントを残す, コメントする, コメントを書く, コメントを投稿, コメントを投稿する, 返信を残す, コメント, コメント一覧, 件のコメント, 件のフィードバック, 読者のコメント, みんなのコメント, コメントはありません, 返信をキャンセル, コメントをキャンセル, メールアドレスが公開されることはありません
    ko: 댓글 남기기, 댓글 달기, 답글 남기기, 댓글 쓰기, 댓글, 개의 댓글, 이메일 주소는 공개되지 않습니다
    id: tinggalkan balasan, tinggalkan komentar, tulis komentar
    sv da no fi: lämna ett svar, lämna en kommentar, skriv en kommentar, skriv et svar, legg igjen en kommentar,
        legg igjen et svar, kommentarer, jätä kommentti, kommentit
    cs hu ro el he: napsat komentář, přidat komentář, komentáře, vélemény hozzászólás, szólj hozzá, hozzászólások, lasă un răspuns,
        lasă un comentariu, comentarii, αφήστε μια απάντηση, αφήστε ένα σχόλιο, σχόλια, כתיבת תגובה, השאר תגובה, תגובות
";

/// What stands where nobody may comment.
pub(super) const COMMENT_LINES: &str = "
    en: you must be logged in to, you must log in to post, you must log in to comment, log in to comment, log in to post,
        log in or register to, login to comment, login or register to, sign in to comment, please log in to comment,
        please log in to leave, please login to comment, comments are closed, comments are now closed,
        comments are turned off, commenting is closed, commenting on this article is closed, the comments are closed,
        notify me of follow up comments, notify me of new posts, notify me when new comments, be the first to comment
    de: du musst angemeldet sein um, sie müssen angemeldet sein um, du musst eingeloggt sein um,
        sie müssen eingeloggt sein um, sie müssen sich anmelden um, du musst dich anmelden um,
        bitte melden sie sich an um, bitte melde dich an um, melden sie sich an um zu kommentieren,
        die kommentarfunktion ist, die kommentare sind geschlossen, kommentare sind geschlossen, kommentare geschlossen,
        der kommentarbereich ist geschlossen, benachrichtige mich über
    fr: vous devez être connecté pour, vous devez vous connecter pour, connectez vous pour commenter,
        connectez vous pour laisser, connectez vous pour poster, veuillez vous connecter pour,
        les commentaires sont fermés, les commentaires sont clos, commentaires fermés, prévenez moi de tous,
        connectez vous ou inscrivez vous
    es: debes iniciar sesión para, debe iniciar sesión para, tienes que iniciar sesión para, debes estar conectado para,
        inicia sesión para comentar, inicia sesión para dejar, inicia sesión o regístrate para,
        inicie sesión para comentar, inicie sesión o regístrese para, los comentarios están cerrados,
        comentarios cerrados, los comentarios en esta entrada están, lo siento debes estar conectado
    pt: você precisa fazer login para, você precisa fazer o login para, você precisa estar logado para,
        faça login para comentar, faça login para publicar, tem de iniciar a sessão para, inicie sessão para comentar,
        os comentários estão encerrados, os comentários estão fechados, comentários encerrados,
        comentários estão fechados
    it: devi essere connesso per, devi accedere per, devi effettuare il login per, effettua il login per,
        accedi per commentare, accedi o registrati per, per commentare devi, i commenti sono chiusi, commenti chiusi,
        i commenti sono disabilitati
    nl: je moet ingelogd zijn om, je moet inloggen om, je moet zijn ingelogd om, u moet ingelogd zijn om,
        u moet inloggen om, log in om te reageren, log in om een reactie, reacties zijn gesloten,
        de reacties zijn gesloten, reageren is niet meer mogelijk, reageren niet meer mogelijk
    pl: musisz się zalogować aby, musisz się zalogować żeby, musisz być zalogowany aby, zaloguj się aby skomentować,
        zaloguj się aby dodać, zaloguj się by, zaloguj się lub zarejestruj, możliwość komentowania,
        komentowanie zostało wyłączone, komentowanie jest wyłączone, komentarze są wyłączone, komentarze wyłączone,
        komentarze zostały zamknięte
    ru: для отправки комментария вам необходимо, для отправки комментария необходимо, чтобы оставлять комментарии,
        войдите чтобы оставить, войдите чтобы комментировать, вы должны быть авторизованы, вы должны войти чтобы,
        для комментирования необходимо, для комментирования нужно, комментарии закрыты, комментирование отключено,
        комментирование закрыто, комментарии отключены, комментарии к этой записи закрыты,
        войдите или зарегистрируйтесь чтобы, комментариев пока нет, чтобы оставить комментарий войдите,
        чтобы оставить комментарий необходимо
    uk: щоб залишати коментарі, щоб прокоментувати, увійдіть щоб, для коментування необхідно, ви повинні увійти,
        ви маєте увійти, коментарі закриті, коментарі закрито, коментування закрито, коментарі вимкнено,
        коментування вимкнено, щоб відправити коментар, увійдіть або зареєструйтеся, щоб залишити коментар увійдіть,
        щоб залишити коментар необхідно
    tr: yorum yapabilmek için, yorum yazmak için, yorum yazabilmek için, yorum gönderebilmek için, yorum göndermek için,
        yorumlar kapalı, yorumlar kapatıldı, bu yazı yorumlara kapalı, bu habere yorum, yorumlara kapalı,
        yorum yapmak için giriş, yorum yapmak için üye
    ar: يجب أنت تكون مسجل الدخول, يجب أن تكون مسجل, يجب أن تكون مسجلا, الرجاء تسجيل الدخول, سجل الدخول للتعليق,
        سجل الدخول لإضافة, التعليقات مغلقة, التعليق مغلق, التعليقات معطلة, يجب تسجيل الدخول للتعليق,
        يجب تسجيل الدخول لإضافة
    fa: برای نوشتن دیدگاه باید, برای ارسال دیدگاه, برای ثبت دیدگاه, برای ثبت نظر, دیدگاه ها بسته, دیدگاهها بسته,
        نظرات بسته, امکان ارسال دیدگاه, بخش نظرات بسته, برای ارسال نظر باید, برای ارسال نظر وارد
    zh: 要发表评论, 您必须登录, 您必须先登录, 登录后才能评论, 登录后发表评论, 评论已关闭, 评论功能已关闭, 要發表迴響, 很抱歉 必須登入, 必須登入, 留言功能已關閉, 迴響已關閉, 请先登录再评论, 请登录后评论,
        请登录后发表评论
    ja: コメントを投稿するにはログイン, コメントするにはログイン, コメントを残すにはログイン, ログインしてコメント, コメントは受け付けていません, コメントは受け付けて, コメント欄は閉鎖, この記事へのコメントは受け付けて, メールアドレスは公開されません
";

/// With what a note on the rules for comments begins, or a sentence of it.
pub(super) const COMMENTED: &str = "
    en: comments, all comments, your comment, your comments, reader comments, offensive comments
    de: kommentare, alle kommentare, ihr kommentar, dein kommentar, beleidigende kommentare, lesermeinungen, leserbriefe,
        die redaktion behält sich
    fr: les commentaires, commentaires, votre commentaire, vos commentaires, la rédaction se réserve
    es: los comentarios, comentarios, tu comentario, su comentario, la redacción se reserva
    pt: os comentários, comentários, seu comentário, a redação se reserva
    it: i commenti, commenti, il tuo commento, la redazione si riserva
    nl: reacties, alle reacties, je reactie, de redactie behoudt
    pl: komentarze, twój komentarz, redakcja zastrzega
    ru: комментарии, ваш комментарий, редакция оставляет
    uk: коментарі, ваш коментар, редакція залишає
    tr: yorumlar, yorumunuz, tüm yorumlar
    ar: التعليقات, تعليقك
    fa: نظرات, نظر شما, دیدگاه ها
    zh ja: 评论, 評論, 您的评论, 所有评论, コメント";

/// What becomes of comments, in the same sentence.
pub(super) const MODERATED: &str = "
    en: moderated, moderation, moderator, moderators, not be published, not be approved, be deleted, be removed, abusive, off topic
    de: freigegeben, freigeschaltet, freischaltung, moderiert, gelöscht, kürzen, netiquette
    fr: modérés, modéré, modération, modérateur, supprimés, charte
    es: moderados, moderado, moderación, moderador, no serán publicados, no serán aprobados, eliminados, eliminar
    pt: moderados, moderado, moderação, moderador, não serão publicados, não serão aprovados, excluídos, excluir
    it: moderati, moderato, moderazione, moderatore, rimossi, non saranno pubblicati, eliminare, eliminati
    nl: gemodereerd, moderatie, moderator, verwijderd, verwijderen, huisregels
    pl: moderowane, moderacji, moderatora, usuwane, usunięte, usuwania, regulaminem
    ru: модерации, модерацию, модератором, модератор, удаляются, удалять, удаления
    uk: модерації, модерацію, модератором, модератор, видаляються, видаляти
    tr: onaylandıktan, onaydan, onayından, yayınlanmaz, yayınlanmayacaktır, silinir
    ar: مراجعتها, مراجعته, المسيئة, حذف
    fa: تایید, تأیید, منتشر نمی, حذف
    zh ja: 审核, 審核, 删除, 刪除, 承認, 削除";
