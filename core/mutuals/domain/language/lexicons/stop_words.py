"""The commonest words of each language that we read, without accents: by them a language is told from another."""

STOP_WORDS = {
    "en": """
        the a and to of is are was you i it for in my your on with that this have not be at we me do can but so what
        how when please still no they as her his him he she by about who our us were had if then out up down over also very got
        like know back more one non com pro im den there from just get an or will would has been why thanks thank hi hey help
    """,
    "es": """
        el la los las un una y de que en es por con para no mi me se lo su al del como cuando pero mas
        gracias hola porque esta estoy tengo muy ya nada ustedes quiero buenos dias donde hay sin desde
        llevo puedo son fue han ha sus mis vuestro vuestra vosotros le les os nos si hoy ayer ahora aqui
        alguien nadie todo todos toda tan ni solo tambien siempre nunca hace hacer cada ese esa eso este
        tiene tienen pedido paquete pagar cuenta dinero servicio semana semanas dos tres hasta alli aca che
        oye vaya mejor peor bien mal quien cual cuanto cuantos cuanta unos unas pues pedi contrate compre
        llame pague vino llego llega cobraron dijeron mandaron nomas habeis teneis estais puede pueden
        podeis abre cierra hora horas ano anos mañana tarde noche gente compra casa cosa dia mil ademas
        entonces mientras quiere quiza tal vez hacia bajo segun jamas feliz cuarto tercera factura tarjeta
        envio reembolso vuelo maleta tren tienda zapatos buenas señor señora genial increible pesimo tampoco
        alla oigan gusto tratar subir temporada aniversario rumbo otra otro otras otros ningun ninguna mismo
        misma tanto ellos ellas nuestro nuestra conmigo luz barrio entero entera fui fueron queda quedo
        aunque
    """,
    "fr": """
        le la les un une et de des que en est pour avec ne pas je vous mon ma mes votre vos il elle nous sur
        merci bonjour pourquoi toujours depuis mais dans au aux ce cette plus rien suis ai avez sans quand
        ou on ca c'est j'ai qui du tu par sont ete etre fait tout tous tres bien encore personne jour jours
        semaine semaines mois heures ans chez comment quoi meme si leur notre nos colis commande jamais trop
        y l'appli qu'on qu'il n'est d'une quel quelle aussi apres avant deux trois fois faut peut voir va
        y'a jsuis bon bonne etais etait c'etait j'etais remboursement livraison valise train retard appli
        abonnement magasin beaucoup vraiment toute mauvais meilleur aucun aucune heure vers alors parce donc
        peu deja ici la-bas monde chose monsieur madame attends reponse recu livre vole ouvert ferme prix
        euros clinique proche existe parking carte facture service d'un s'il autre autres tant eux quartier
        entier reste elles avoir chaque
    """,
    "de": """
        der die das ein eine und ist nicht ich ihr euch mein meine sie es zu mit auf fur von den dem im am
        seit warum wann wie was hallo danke bitte kein keine noch aber habe hat kann wird sind auch man mir
        mich wir uns bei aus nach uber vom zum zur dass wenn oder schon mal jetzt immer wieder nur sehr hab
        heute gestern morgen tag tage wochen stunden hier da doch so einen einem einer eure euer euren haben
        wurde war bin bist seid werden alle alles nix nichts keiner niemand gibt geht kommt endlich mehr als
        ganz beim ins ohne wo wer welche meinen meiner unser paket bestellung rechnung geld warte wartet zug
        flug koffer termin minuten gesprach dicht versprochen gemacht zusammen erstmal feierabend gestellt
        gekauft bestellt geliefert bekommen gekommen zuruck viel vielen leute frau herr dir dich wirklich
        leider einfach schlecht toll funktioniert antwortet drei vier funf isch andere anderen selbe keinen
        unsere strasse ganze ganzen gegen weil
    """,
    "pt": """
        o a os as um uma e de que em nao por com para meu minha me se no na do da dos das voces voce mais
        mas obrigado obrigada ola porque esta estou tenho muito ja nada quando onde sem desde isso ate quero
        pra eu vcs sigam pro pela pelo ao aos foi sao ser tem ter tambem ninguem hoje ontem agora so ainda
        nem dia dias semana semanas mes meses uns umas nos num numa este essa esse isto aqui la cade pq tudo
        toda todo bem bom boa quem qual quanto minhas meus encomenda fatura vossa vosso gente ta to tava faz
        ha depois dois duas seu sua chegou chegaram mandei comprei paguei liguei pedi conta cartao entrega
        loja produto cliente amei chorei mimo especial obra arte atendimento embalagem tarde queijo mala
        posso levar feriado abre telas familia cobre plano vale cada anos vinte disseram palavra pastel
        menos entao sempre nunca melhor pior otimo pessimo linda lindo falta outra outro outras outros
        nenhum nenhuma inteiro inteira fui foram fica ficou mesmo mesma tanto tao ele ela eles elas nosso
        nossa deles comigo alguem jamais luz vez bairro atendeu ligar
    """,
    "it": """
        il lo la i gli le un una uno e di che in per con non mi si ci vi da su al del della dei delle dal
        dalla nel nella sul ho hai ha abbiamo avete hanno sono sei siamo siete e' mio mia miei vostro vostra
        anche come quando dove chi perche piu ma se questo questa quello cosa nessuno niente sempre mai
        ancora gia solo oggi ieri ora giorni giorno settimane settimana mesi ore tutto tutti molto bene
        grazie ciao buongiorno qui poi o ad ed allo alla alle agli degli dopo prima senza due tre volta
        volte fa fare posso vorrei pacco ordine consegna rimborso risponde rotto rotta c'e dell'ordine
        l'ordine era stato stata essere arrivato arrivata pagato comprato chiamato ordinato aspetto aspetta
        treno volo valigia tecnico corriere bolletta soldi euro bagno aria gente servizio fuori piedi fino
        bella brutta tempo numero verde istruzioni anta storta cornetto dipendenza qualcuno accetta esce
        pure segui tagga amico domenica domani stasera compleanno buon anni mostra piove divano copertina
        spot ahahah meglio peggio nemmeno neanche male altra altro nessuna stesso stessa tanto loro nostro
        nostra fui luce quartiere intero intera rimasto rimasta aver
    """,
    "nl": """
        de het een en van is niet ik jullie mijn in op te dat die voor met zijn er aan maar om ook als dan
        bij nog naar wat al zo geen heb heeft hebben was word wordt wij we je u uw ons onze hoe waarom
        wanneer waar wie kan kunnen moet mag nu weer wel toch hier daar door over uit dit deze meer heel
        zeer goed alleen echt niks niets niemand altijd nooit dag dagen week weken uur maanden sinds gewoon
        even graag bedankt dank hallo pakket bestelling geld terug m'n mn n zou zouden ben bent waren hem
        haar ze hij of tot na iets iemand elke koffer kwijt vakantie begonnen mails antwoord nul drie twee
        vier lekker nieuwe trein bus bezorger monteur rekening euro minuten betaald gebeld gekregen gekocht
        besteld kapot traag geweldig fijne fijn leuk zaterdag zondag markt vandaag vanavond morgen gisteren
        regen team allemaal goeiemorgen mooi slecht beste alweer hele andere zelfde enkele hun mezelf keer
        straat steeds zonder tegen onder omdat
    """,
    "id": """
        yang yg di ke dari dan ini itu tidak tdk gak ga nggak saya aku gue kami kita kamu kalian anda ada
        adalah untuk utk dengan dgn pada sudah udah udh belum blm bisa akan juga atau tapi kalau kalo karena
        sama saja aja lagi banget bgt sih dong nih ya kok kenapa kapan gimana apa mana min kak mau masih
        terus malah padahal cuma baru hari jam lama sampai sampe bulan minggu tolong mohon terima makasih
        kasih pesanan paket barang uang jadi nya pas pake pakai dulu semua orang buat lah mulu doang tanpa
        lebih sangat sejak harus oleh seperti kereta kamar listrik kurir aplikasi sinyal kuota saldo
        transaksi duit bayar beli pesen pesan datang dateng rusak mati lemot kecewa parah keren enak bagus
        mantap ramah harga murah mahal motor baju ayam kopi abis dapet giliran bikin nunggu menit tahun taun
        hujan enaknya mie liat boleh mas mbak pak bu bang tepat waktu bersih diskon begitu
    """,
    "tr": """
        bir bi ve bu da de ne icin cok ama var yok mi mu gibi daha en ben biz siz sen o kadar sonra nasil
        neden niye ile hala hic degil olan oldu olarak bana bize size beni bizi benim sizin her kimse artik
        simdi zaman tesekkurler tesekkur lutfen merhaba gun gundur saat haftadir aydir siparis siparisim
        kargo kargom gelmedi hesap param ya yine diye ki hem sadece kac nerede bence iyi guzel olsun mı
        musunuz misiniz yeni tek sizi bile evet hayir oldugu eden yapin ediyor bugun dun fatura faturasi
        parami kurye teslim edildi gorunuyor urun uygulama banka evde yanlis eksik bozuk kirik bekliyorum
        cevap veren tavsiye ederim helal bravo valla resmen bari zam yapmissiniz tarihi koltugu bulunamadi
        hafta ikinci haftada dediler cikti geldi geliyor gitti kaldi acildi lazim geçerli bey hanim abi usta
        pazar caylar huzur takip
    """,
    "hi": """
        hai hain nahi nahin nhi kya kyu kyun ka ki ko ke se me mein main mera meri mere aap aapka aapki bhi toh aur ho raha
        rahi rahe hu hun tha thi kar karo kiya diya gaya gayi abhi tak koi bahut bohot yaar bhai kab kaise wala liye par
        phir fir ek din baar paisa paise acha accha yeh ye woh wo itna sirf ghante hafte mahine aaj kal kuch hota
    """,
    "tl": """
        ang ng sa na mga ako ko kayo nyo niyo po opo hindi wala walang pa rin din lang naman kasi yung yun ito pero para
        may meron ba bakit ano paano kailan saan nasaan talaga sobrang grabe salamat ninyo namin natin kami tayo siya nila
        kung dahil tapos pag kapag araw oras linggo nag mag ay si ni kay daw raw sana
    """,
}
