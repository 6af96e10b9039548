"""Turkish words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        bozuk*, bozul*, kirik*, kirildi*, kirilmis*, catlak*, catlam*, yirtik*, yirtil*, ezik*, ezilmis*,
        hasarli*, hasar*, arizali*, ariza*, kusurlu*, defolu*, cizik*, lekeli*, paslan*, pasli*, kuflu*,
        kuflen*, curuk*, curumus*, bayat*, eksimis*, son kullanma, tarihi gecmis*, skt, bocek*, hamam bocegi,
        kurt cik*, kil cikti, sac cikti, kirli*, pis, pislik*, igrenc kok*, kokuyor*, sizdir*, su kacir*,
        akitiyor*, patlak*, patladi*, yanik*, cig, soguk geldi, buz gibi*, sogumus*, acik geldi, bos geldi,
        dokulmus*, parcalan*, paramparca, tabani acildi, soyuldu, soldu, cekti, dikis*, elimde kaldi,
        elde kaldi, hurda, cop oldu, copten, kalitesiz*, yanlis urun|gonder*|beden|siparis, eksik*,
        ekran karardi|siyah, ikinci haftada, bir haftada, bir ayda, bir yikamada, bi yikamada, ilk yikamada,
        ilk giyiste, iki gunde, uc gunde, daha ilk gun*, ilk gunden, {num} gunde boz*|kir*|ac*|yirt*,
        acildi dikis*, tabani, topuk*, yirtik, kirilmis, dagildi*, dagilmis, eridi, yandi*, yanmis, patlamis,
        tikandi, tikali, gicirdiyor, ses yapiyor, titriyor, sallaniyor, egri, yamuk, uc ayakli, ayagi kirik,
        carpik, ezilmis, bozulmus, bayat, sert, lastik gibi, plastik gibi, tas gibi, tadi yok|kotu|bozuk,
        kokusu, kokmus, sac var, kil, sinek, kurt, bocek cikti, fare, hamam*, yagli, kirliydi, tozlu, lekeli
    """,
    "fails": """
        calismiyo*, calismadi*, calismaz*, acilmiyo*, acilmadi*, yuklenmiyo*, yuklemiyo*, baglanmiyo*,
        baglanamiyo*, cekmiyo*, cekmedi*, girmiyo*, girilmiyo*, islemiyo*, kayboluyor, kopuyor*, kopup,
        kesiliyor*, kesildi*, kesinti*, gidip geliyor, donuyor*, dondu, donup, takiliyor*, takildi*, kasiyor*,
        kasma*, cokuyor*, coktu*, cokmus*, cokme*, hata veriyor*, hata verdi*, hata aliyorum, hata*, hatasi*,
        sorun cikar*, atiyor sistem, sistem yok|coktu|arizasi, atti oyundan, atiyor oyundan, kapaniyor*,
        kapandi kendi, gelmiyor*, yavas*, cok yavas, lag, error, ping, ucup gitti, uctu gitti, silinmis*,
        silindi*, sifirlan*, guncelleme sonrasi, guncellemeden sonra, bozdunuz, isigi kirmizi, kirmizi isik,
        modem isigi, komsunun wifi*, komsunun internet*, sinyal cek*, cekmiyo, dag basinda, kopup dur*,
        gidip geliyo*, donup dur*, yukleniyor da, yukleniyor yazi*, donuyor dur*, buffer*, piksel*,
        goruntu yok|kotu|bulanik, ses yok|gitmiyor, giris yapa*, giremiyo*, sifre*gelmiyor, kod gelmiyo*,
        sms gelmiyo*, hata kodu, guncelleme gel*, guncelledi*, guncellemeden beri, bozuldu*, karakterim,
        tam maas gunu, tam odeme, surekli atiyo*, atiyo beni, kendini kapat*, kapanip dur*, mbps, megabit,
        hiz yerlerde, kaplumbaga, salyangoz, internet yok|gitti, elektrik yok|kesik|gitti,
        su yok|kesik|kesildi, sinyal yok, sebeke yok, klima yok|calismiyor|kapali, isitma yok,
        kalorifer yanmiyor, dogalgaz yok, baglanti yok|kopuyor, hat yok, stokta yok, stok yok, personel yok,
        yer yok, oturacak yer, sicak su yok, internetsiz*, elektriksiz*, susuz*, kalmamis*, tiklim tiklim,
        balik istifi, asiri kalabalik, havasiz*, cekim gucu yok, tuvalet pis|kapali
    """,
    "cant": """
        *amiyor*, *emiyor*, *amadi*, *emedi*, *amadim*, *emedim*, *amadik*, *emedik*, *amiyoruz*, *emiyoruz*,
        mumkun degil, imkansiz*, imkani yok, izin vermiyor, musaade etmiyor
    """,
    "problem": """
        sorun*, sorunu, problem*, sikinti*, rezalet*, felaket*, kaos, karisik*, cile*, eziyet*, iskence*,
        magdur*, magduriyet*, sikayet*, sikayetci*, berbat*, dert, dertten, kargasa, karmasa
    """,
    "missing": """
        gelmedi*, gelmemis*, gelmiyor*, hala gelmedi, ulasmadi*, ulasmamis*,
        teslim edilmedi|edilmemis|almadim|edemedi, teslim edildi gorun*|yaz*|diyor|deniyor,
        teslim edilmis gorun*, almadim, alamadim*, gonderilmedi*, gondermedi*, gondermemis*,
        kargoya verilmedi, kargoya vermedi*, yatmadi*, yatmamis*, yatirilmadi*, gecmedi*, kayip*, kayboldu*,
        kaybettiniz, kaybolmus*, bulunamadi*, nerede kaldi, nerde kaldi, nerede benim, nerde benim, nerde bu,
        nerede bu, hani, ortada yok, ortada paket, cikmadi*, eksik*, eksik cikti|geldi|gonder*, bos cikti,
        adreste bulunamadi, getirmedi*, dagitima, bekliyor gorunuyor, haber yok, ses yok, calindi*, caldilar,
        unutmuslar, unutmussunuz, unuttunuz, yanlis gonder*|geldi|gonderilmis,
        yanlis beden|renk|urun|siparis|adres, baska urun|beden|renk, farkli urun|beden|renk,
        yarisi yok|bos|eksik, yarisi, icinden cikmadi, icinden baska, ici bos, silinmis, silindi, hepsi gitti,
        ucup gitti, uctu gitti, kayip, yok olmus, yok oldu, ortadan kayboldu, komsuya birak*, komsuya teslim,
        kapiya birak*, disari birak*, birakmis*, atmislar, firlatmis*, firlatip, limon yok, sos yok,
        catal yok, takip no calis*, baskasinin, baska birinin, baska musteri*, komsunun paketi, baska isim*
    """,
    "delay": """
        gec kaldi*, gecikme*, gecikti*, gecikmeli, geciktir*, rotar*, iptal*,
        iptal edildi|ettiniz|etmis*|ettiler, ertelen*, erteledi*, yavas*, uzadi*, uzuyor,
        bitmek bilmedi|bilmiyor, oyalan*, oyaliyor*, oyaladi*, habersiz*, haber vermeden, haber verilmeden,
        bilgi vermeden, mahsur*
    """,
    "waiting": """
        bekliyor*, bekliyorum, bekliyoruz, bekledim*, bekledik*, beklettiniz, bekletiyor*, bekletil*,
        bekleme*, beklemek*, bekleterek, bekletme*, beklemekteyim, {num} gundur, {num} haftadir, {num} aydir,
        {num} saattir, {num} dakikadir, {num} dk dir, {num} yildir, {many} gundur, {many} haftadir,
        {many} aydir, {many} saattir, {many} dakikadir, gundur, haftadir, haftalardir, aydir, aylardir,
        saattir, saatlerdir, dakikadir, gunlerdir, yillardir bekl*, dunden beri, sabahtan beri,
        pazartesiden beri, salidan beri, carsambadan beri, persembeden beri, cumadan beri, beri,
        {num} {unit} oldu, {many} {unit} oldu, {num} gun oldu|gecti, ne zamana kadar, daha ne kadar,
        ne kadar daha, kac gun|hafta|ay|saat daha, sira bekl*, kuyruk*, kuyrukta, yollara bakiyor*,
        yol gozluyor*, {num} dakika bekl*, {num} saat bekl*, {num} gun bekl*, {num} hafta bekl*,
        {num} ay bekl*, {num} dk bekl*, haftadir serviste, aydir serviste, gundur serviste,
        hala serviste|depoda|yolda|bekl*, hala yollara, hala bekl*, muzik dinlet*, muzik dinliyor*,
        hatta bekl*, sirada bekl*, kapida bekl*, ayakta bekl*, sabah gelecekti, bugun gelecekti,
        dun gelecekti, gecen hafta, gecen ay, 1 ay oldu, {num} ay oldu, {num} hafta oldu, ay oldu, hafta oldu,
        aksam oldu, gece oldu, bitmedi*, bitmiyor*, hala yatmadi|gelmedi|yok, randevu {num}, icin randevu,
        randevu yok|veriyor*|bulam*|alam*, aylar sonra*, haftalar sonra*
    """,
    "no_answer": """
        cevap yok, cevap vermiyor*, cevap vermedi*, cevap veren yok, cevap alamiyor*, cevap alamadim|alamadik,
        cevap gelmedi, cevap veriyo robot, donus yok, donus yapmiyor*, donus yapmadi*, donus yapilmadi|yapan,
        donus alamadim|alamiyorum|alamadik, donmuyor*, donmediniz, donen yok, yanit yok, yanit vermiyor*,
        yanit alamadim|alamiyorum, ulasilmiyor*, ulasilamiyor*, ulasamiyor*, ulasamadim|ulasamadik,
        muhatap yok|bulamiyor*|alan*|almiyor*, muhatap, ilgilenmiyor*, ilgilenmedi*, ilgilenen yok, ilgisiz*,
        kimse ilgilen*|bak*|cevap|ac*|yardim|gelmedi|bilmiyor|yok|donmedi, acan yok, telefonu acmiyor*,
        telefonu acan, acmiyor*, suratima kapat*, yuzume kapat*, yuzumuze kapat*, kapatiyor*, oradan oraya,
        baska yere yonlendir*, yonlendirip*, topu at*, top atiyor*, birbirine at*, robot*, bot,
        otomatik mesaj|cevap|yanit, sablon, kopyala yapistir, gormezden gel*, umursamiyor*, umursamaz*,
        umurunda degil, umrunuzda degil, umrunda, cozum yok, cozmuyor*, cozmediniz, cozulmedi*, cozulmuyor*,
        cozum bulunamadi|bulamadi*|uretmiyor*, aciklama yok|yapilmadi, haber veren yok, insan yok,
        okuyup cevap*, veren olmadi, bir ozur*, ozur bile, robot cevap, insan yok mu, insanla konus*,
        gercek bir insan, yetkili birine|yok, baglanamiyor*|baglanmiyor* musteri, yonlendirip dur*,
        biri baska|oburu, herkes baska, herkes farkli, farkli sey soylu*, top oynar*, topu birbirine,
        bizimle ilgisi yok, bizi ilgilendirmez, sizden kaynakli, sizde sorun|hata, kullanici hatasi,
        hata sizde, sucu bize|bana|musteriye, suclu, ozur dilemediler|yok|dileyen, ozur dile*,
        bilgi yok|vermiyor*|veren|verilmedi, bilgi alam*, haber yok, su veren olmadi, soran yok, ilgilenen,
        kale almi*, ciddiye almi*, tinlamiyor*, takmiyor*, sallamiyor*
    """,
    "again": """
        yine, yine mi, gene, tekrar, tekrar tekrar, her ay, her sefer*, her defa*, her hafta, her sabah,
        her zamanki, surekli, devamli, ikinci kez, ucuncu kez, dorduncu kez, ikinci defa, ucuncu defa,
        kacinci, bilmem kacinci, kac kere, kac defa, kac kez, {num} kere, {num} kez, {num} defa, {many} kere,
        {many} kez, {many} defa, defalarca, habire, durmadan, ayni sorun*, ayni sey*
    """,
    "money": """
        iade*, iade etmiyor*, iade edilmedi|etmedi*|yapilmadi|almadim, param*, paramiz*, parami, paramizi,
        ucret iadesi, cift cekim, iki kez cek*|cekildi*, iki kere cek*, cekmissiniz, cekiyorlar, kesmissiniz,
        kestiniz, kesinti yap*, kesiyorsunuz, haksiz*, fazla ucret|para|cek*, ekstra ucret|para, gizli ucret,
        aidat*, isletim ucreti, komisyon*, faiz*, ceza*, borc cikar*, fatura _ geldi,
        fatura yuksek|fahis|kabarik|hatali|yanlis, faturam*, lira gelmis|geldi|kesmissiniz|cekmissiniz,
        gelmis fatura, geri odeme*, hesabimdan, kartimdan, depozito*, geri vermiyor*, iptal ettim, kesmisler,
        cekmisler, yazmissiniz, yansitmis*, yine cekiyorlar, her ay cek*|cekiyor*|kes*,
        hesabimdan cek*|kes*|git*, kartimdan cek*|kes*|git*, param gitti|nerede|yok|yatmadi|hala,
        parami vermiyor*, paramin, lirami, {num} lira gelmis|kes*|cek*|fark|fazla|odedim,
        {num} tl gelmis|kes*|cek*|fark|fazla|odedim|mi, iki kat, uc kat, kat kat, fazladan, ekstra,
        hizmet bedeli, islem ucreti, servis ucreti, kargo ucreti, cayma bedeli, ceza kes*, taahhut bitmeden,
        taahhut bitti, haberim olmadan, onayim olmadan, iznim olmadan, sormadan, sorup da, istemedigim,
        talep etmedigim, uyelik yenile*, otomatik yenile*, iptal ettim ettim, iptal etmeme ragmen
    """,
    "price": """
        pahali*, cok pahali, fahis*, kaziklandi*, kazik*, soygun*, soyuyor*, zam, zamlandi, zam yap*,
        zam geldi, zamli*, fiyat art*, fiyati art*, fiyatlar ucmus|artmis, ucuk*, tl mi olur, lira mi olur,
        para tuzagi, dolandir*, bu fiyata, o kadar para, zam yapmis*, zam ustune, yine zam, zamli,
        bir cay|kahve|misir|su {num}, el yakiyor, ates pahasi, ucmus, ucuk, kazik, avuc dolusu
    """,
    "awful": """
        rezalet*, rezil*, berbat*, igrenc*, kotu*, en kotu*, felaket*, korkunc*, iğrenç, skandal*, utanc*,
        utanin*, utanmaz*, utanma*, yaziklar*, yazik, yuh*, yuh artik, pes, pes artik, pes dogrusu,
        olmaz boyle, boyle hizmet|sey|rezalet|sacmalik|firma|banka|is, sacma*, sacmalik*, sacma sapan,
        komik fiyat, komedi resmen, dalga gec*, dalga mi gec*, alay ed*, alay eder, ciddiyetsiz*, sorumsuz*,
        saygisiz*, duyarsiz*, beceriksiz*, yetersiz*, basarisiz*, liyakatsiz*, amator*, ise yaramaz*,
        ise yaramiyor*, gereksiz*, cop, kepaze*, kepazelik, vasat*, facia*, cile*, kabus*, cehennem*,
        insanlik disi, insanlik ayibi, ayip*, terbiyesiz*, vicdansiz*, kural tanimaz, bes para etmez,
        sifir yildiz, 0 yildiz, sifir, hayal kirikligi*, sinir bozucu, rezilsiniz, hizmet rezalet,
        hizmet sifir, kullanmayin, hayirdir, helal olsun iyi soy*, tesadufe bak, ilkel*, dalga mi,
        dalga geciyor*, alay mi, maskara, komedi, tiyatro, sirk, orta oyunu, ipin ucu, her gun daha kotu,
        gittikce kotu*, giderek kotu*, daha beter, beter, cekilmez, katlanilmaz, dayanilmaz, kabul edilemez,
        akil karı, akil kari, mantiksiz*, imkansizi, deveye hendek, deve, cin iskencesi, agliyoruz,
        icler acisi
    """,
    "bad": """
        iyi degil, guzel degil, memnun degil*, memnun kalmadim|kalmadik, begenmedim*, hic begenmedim, tatsiz*,
        lezzetsiz*, yenmiyor*, yenmez*, tuzlu, bayat*, kuru*, haksizlik*, adaletsiz*, olmamis, yakismadi*,
        yakismiyor*, dusuk*, kalitesi dustu, kalite dusmus, kucuk geldi, buyuk geldi, dar geldi
    """,
    "upset": """
        sinirli*, sinirlendim*, sinir oldum, sinir*, cildir*, cildirt*, delir*, delirt*, kizgin*, ofke*,
        ofkeli*, biktim*, biktik*, bikt*, bezdim*, bezdik, usandim*, yoruldum*, yildim, yildik,
        tukendi sabrim|sabrimiz, sabrim kalmadi, sabrimizi, sabir*, uzuldum*, uzgun*, uzucu*, pismanim*,
        pisman*, hayal kirikligi*, yeter*, yeter artik, artik yeter, canimdan bezdir*, burama kadar,
        gina geldi, mahvettiniz*, mahvoldu*, perisan*, kufredecegim, kufur ettirmeyin, sok oldum, soktayim,
        saka gibi*, isyan*, of, off*, offf*, uff*, lanet*, ya sabir, nefes alam*, biktim, bezdim, illallah,
        canima tak, canima yetti, canima, tak etti, sabrim tasti, sabrimi, sinir kupu, sinir krizi,
        deli ettiniz, delirttiniz, kan beynime, tepem atti, kafayi yedim, yaka silk*
    """,
    "rude": """
        kabaca, saygisiz*, terbiyesiz*, azarla*, azarladi*, bagir*, bagirdi*, hakaret*, tersledi*, tersliyor*,
        terslen*, kustah*, ukala*, suratsiz*, asik surat*, ilgisiz*, umursamaz tavir*, laubali*, kibirli*,
        kovdu*, kovuldu*, dalga gecti*, asagila*, ayrimci*, muamele*, insan yerine koy*, adam yerine koy*,
        gulup gec*, firlat*, atip gitti*, birakip gitti*, yazip gitmis, calmadan, azarladi, azarlandi*,
        surat ast*, surati asik, suratsiz, tersledi, gozlerini dev*, sesini yukselt*, bagirdi, bagiriyor,
        kucumse*, hor gor*, alayci, guldu gecti, guldu, dalga gec*, kovar gibi, dilenci gibi,
        hirsiz muamelesi, muamelesi, resmen kov*, insan yerine, kaba davran*, kotu davran*, davranisi, tavri,
        tavirlari, yuzume bile, yuzumuze bile, selam bile
    """,
    "lies": """
        yalan*, yalanci*, kandir*, kandirdi*, kandiril*, dolandir*, dolandirici*, aldat*, aldatici*, sahte*,
        sahtekar*, hirsiz*, hirsizlik*, soz verdi*, soz verip*, sozunu tut*, sozde, guya, diyip, deyip,
        dediniz, dediler, denildi, soylediniz, soylenen, soylendi ama, gelecekti, gelecegini soyle*,
        yapacaktiniz, olacakti, hani gelecekti, yaniltici*, yaniltma*, taklit*, fotografla alakasi yok,
        gorselle alakasi, alakasi yok, ilanda, gosterilenden, farkli geldi, farkli urun, oyuna getir*, tuzak*,
        kandirildik, kandirildim, dolandirildik, kaziklandik, kaziklandim, keriz, enayi, saf yerine,
        aptal yerine, salak yerine, bizi uyut*, uyutuyor*, goz boya*, laf salatasi, bos vaat, palavra
    """,
    "churn": """
        bir daha asla|almam|alisveris|gelmem|kullanmam|tercih, bi daha asla|almam|alisveris|gelmem|kullanmam,
        bir daha mi, asla almam|almayin|tercih|tavsiye, tavsiye etmiyor*, tavsiye etmem, onermiyor*, almayin*,
        kullanmayin*, gitmeyin*, uzak durun, bulasmayin*, sakin almayin|alma|gitmeyin|kullanmayin,
        iptal ediyorum|edecegim|ettiriyorum|ettirecegim, kapatiyorum hesab*|hatt*, hattimi tasi*, tasiyorum,
        geciyorum, gececegim, degistiriyorum, degistirecegim, son alisveris*, son kez, ilk ve son, son oldu,
        musteri kaybet*, bir musteri*, rakip*, elveda, uninstall, sildim uygulama*
    """,
    "service": """
        musteri hizmet*, cagri merkez*, musteri temsilci*, temsilci*, destek hatti, teknik servis*, yetkili*,
        gise*
    """,
    "ruined": """
        mahvettiniz*, mahvetti*, mahvoldu*, magdur*, yuzunuzden, sayenizde tatil*|is*, sizin yuzunuzden,
        bosuna*, bos yere, zaman kaybi*, vakit kaybi*, vaktimi*, para kaybi*, cope gitti, cope atti*, ziyan*,
        kacirdim*, kacirdik*, tatilim*, zorunda kal*, mecbur kal*, ortada kal*, yolda kal*, sokakta kal*,
        magdur ettiniz*, rezil olduk, zarar*, zarara, cope attik|gitti|attim, tatilimiz, bayramimiz, uykusuz,
        sabaha kadar, havaalaninda yat*|kal*|uyu*|saba*, yerde yat*|uyu*, sokakta, izin aldim, isten izin,
        evde bekledim, butun gun ev*, tum gun ev*, toplantiya gec, ise gec, sinava gec, zehirlen*,
        hasta olduk, hasta etti, midem, dolapta her sey, etler bozul*
    """,
    "spam": """
        spam*, hacklen*, calindi hesab*, hesabim calindi|kapatildi|kapandi|askiya|engellendi, engellen*,
        askiya al*, bloke*, surekli ariyor*, arayip dur*, aramayin*, mesaj atmayin*, rahatsiz ed*, taciz*,
        kvkk, bilgilerim*, oltalama
    """,
    "demand": """
        cozun*, cozum bulun|istiyorum|bekliyorum|bekliyoruz, duzeltin*, duzelt*, iade edin*, geri verin*,
        parami geri, parami istiyorum|verin|iade, cevap verin*, cevap bekliyorum, geri donun*, donus yapin*,
        ilgilenin*, aciklama yapin|bekliyorum|istiyorum, hesap verin, utanin*, kendinize gelin, birakin artik,
        yapin artik, gonderin artik, getirin artik, artik cozun, acilen*, derhal, biran once, bir an once,
        talep ediyorum*, istiyorum artik, yeter artik, ne yapmayi dusun*,
        ne zaman coz*|duzel*|gel*|yap*|ac*|yat*, gerekeni yapin, sikayet edecegim, sikayet ettim, tuketici*,
        hakem heyeti, sikayetvar, cimer, btk
    """,
    "why": """
        neden*, niye*, nicin, ne diye, neyin kafasi, nasil oluyor*, nasil olur, nasil is, nasil bir, bu nasil,
        bu ne, bu ne bicim, ne bicim, ne hakla, ne alaka, ne oluyor, neler oluyor, kime sorup, kim izin,
        sebebi ne, sebep ne
    """,
    "owed": """
        parami, paramizi, para iadesi, iade etmiyor*, iadem*, iade edilmedi|yapilmadi|gelmedi|almadim|yatmadi,
        geri odemiyor*, garanti kapsami disi, kullanici hatasi, garantiye girmiyor, degisim yapmiyor*,
        iade kabul etm*, kabul etmiyor*, kabul etmedi*, reddet*, reddedildi*, hakkimi, haklarimi, odemiyor*,
        odenmedi*
    """,
    "shock": """
        inanilmaz, inanamiyorum, akil almaz, akil alir gibi degil, saka mi, saka misiniz, saka gibi,
        ciddi misiniz, cidden mi, gercekten mi, dalga mi geciyor*, alay mi, yok artik, hadi canim, oha,
        vay be nasil, yuh, pes, olur mu, olacak is degil, boyle olmaz, insaf*, allah askina, tovbe*, rezil,
        hayret*
    """,
    "sarcasm": """
        tesekkurler sayenizde, tesekkurler hicbir, tebrikler yine, tebrikler bu, tebrik ederim basardiniz,
        bravo valla|size|gercekten|dogrusu, helal olsun ne, helal olsun size ya, harikasiniz gercekten yine,
        aferin size, aferin, muhtesem hizmet degil, ellerinize saglik bozmus*, album cikarin,
        maşallah hizinizla, yuruyerek, helal olsun, bravo valla, bravo yani, tebrikler yani,
        albüm cikarin bari, album, sagolun ya, sag olun ya, eksik olmayin, cok sagolun ya, ne guzel,
        harika degil mi, hayirdir, hayirli olsun, tesadufe bak, ne tesaduf, guya, hizliymis, hizinizla,
        super hizmet, super gercekten yine, muhtesemsiniz gercekten yine, yuruyerek geliyo*, yayan,
        idare ediyoruz, kime sorup
    """,
    "tried": """
        aradim*, ariyorum*, aradik, defalarca ara*, kac kere ara*, {num} kere ara*, mail attim*, mesaj attim*,
        yazdim*, yazdik, yaziyorum*, dm attim, bildirdim*, bildirdik, basvurdum*, basvuru yap*,
        kayit actim|actirdim|acildi, talep actim|olusturdum, sikayet ettim|olusturdum|actim, denedim*,
        denedik, deniyorum*, gorustum*, konustum*, soyledim*, gittim*, ugrasiyor*, ugrastim*, ugrastir*,
        cabala*
    """,
}
