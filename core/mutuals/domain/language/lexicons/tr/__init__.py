"""Turkish cue lists by their stems, without dots and cedillas. The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "i": "ben, biz, beni, bana, bize, bizi, benim, bizim",
    "you": "siz, sizin, size, sizi, sen, senin, sizden, sizde",
    "be": "oldu, olmus, idi, bu",
    "it": "bu, su, o, bunu, bunlar",
    "my": "benim, bizim",
    "a": "bir, bi, bu, yeni",
    "life": """
        gun, hava, yagmur, kar, pazar, pazartesi, sali, carsamba, persembe, cuma, cumartesi, sabah, aksam,
        gece, hafta sonu, yaz, kis, hayat, sinav, film, kitap, trafik
    """,
    "not": "yok, degil, hic, hicbir, kimse, asla, ne, olmadan, yokmus, yoktu, bile",
    "unit": "dakika*, dk, saat*, gun*, hafta*, ay, aydir, aydan, yil*, sene*, sabah, aksam, gece",
    "many": """
        bir, bi, iki, uc, dort, bes, alti, yedi, sekiz, dokuz, on, onbes, yirmi, otuz, kirk, kac, birkac,
        yarim, bucuk, elli
    """,
    "work": "calis*, acil*, yuklen*, baglan*, gir*, aciliyor",
    "arrive": "gel*, ulas*, teslim*, yat*, gonder*",
    "answer": "cevap*, donus*, yanit*, ilgilen*, ulas*, aciklama*, bak*",
    "goods": """
        uygulama*, site*, hesab*, hesap*, siparis*, paket*, kargo*, kart*, fatura*, internet*, hat, hatt*,
        sinyal*, telefon*, ucus*, ucak*, valiz*, bavul*, bagaj*, tren*, otobus*, oda*, yemek*, rezervasyon*,
        bilet*, para*, ucret*, hizmet*, odeme*, sifre*, urun*, iade*, modem*, elektrik*, kurye*, servis*,
        tarife*, taahhut*, abonelik*, uyelik*, uyeli*
    """,
    "fault": """
        sorun, problem, sikinti, gecikme, kesinti, hata, ariza, aksilik, aksama, pürüz, puruz, eksik, kusur,
        sikayet, agri, aci, korku, endise, tereddut
    """,
}

CUES = {
    "broken": "soguk*, kirik, sikis*, kopuk, eski, eskimis, leke*, carsafta sac, yastikta sac",
    "fails": """
        yavas, kesik, sinyal*, internet*, dondu, bug, buglar, sinyal sifir, sifir sinyal|cekim|baglanti,
        cekim sifir
    """,
    "missing": "eksik, yok, nerede, nerde, hani, unuttunuz, unutmussunuz, unutmuslar",
    "delay": "gec, gecik*, gec kal*",
    "waiting": "bekle*, sira",
    "money": "para*, ucret*, fatura*, lira*, tl, odeme*, odedim*, odedik, borc*, aidat",
    "price": "pahali, fiyat*, zam, zamlar, zamli, zammi",
    "awful": "kotu, komik, garip*, tuhaf*, yazik*",
    "bad": "maalesef, malesef, keske, uzucu, sert, kuru",
    "upset": "uzgun, of, bela",
    "swearing": """
        amk, aq, mk, amq, siktir*, salak*, aptal*, gerizekali*, serefsiz*, orospu*, pezevenk*, allah belanizi,
        belanizi, lan, ulan, bok*, boktan, kahrolsun, haysiyetsiz*, got, sikeyim, pic, picler
    """,
    "lies": "soz, guya, sozde",
    "churn": "iptal*, degistir*",
    "ruined": "zorunda, ortada kaldik|kaldim, yolda kaldik|kaldim",
    "demand": "cozum*, lutfen coz*|yardim*|ilgilen*, ozur*, derhal",
    "help": "yardim*, destek, imdat, yardimci olur musunuz, yardimci olun, lutfen yardim",
    "shock": "gercekten, cidden, vallahi, valla, resmen, oha, yuh, hem de",
    "tried": "mail, mesaj, sikayet, basvur*, aradim*, aradik*, ariyorum*, yazdim*, yaziyorum*, yazdik*",
    "still": """
        hala*, halen, hâlâ, daha gelmedi|olmadi|yok|cozulmedi, henuz gelmedi|yok|olmadi|yatmadi, henuz
    """,
    "again": "yine, tekrar, hep, surekli, kez, kere, defa",
    "chase": """
        ne zaman, nerede, nerde, ne durumda, ne oldu, son durum, haber var mi, gelisme, kargom nerede,
        takip no
    """,
    "not_come": """
        gelmedi*, gelen yok, gelen giden yok, ugramadi*, kimse gelmedi, usta gelmedi, gelecekti*,
        servis gelmedi, kurye gelmedi, ugramadan, kapiyi calmadan, zile basmadan, gelmediler
    """,
    "howto": """
        nasil yap*|al*|oluyor|basvur*|iptal*|degistir*|gir*|kullan*, var mi*, varmi, mumkun mu, olur mu acaba,
        alabilir miyim|miyiz, yapabilir miyim|miyiz, bilgi alabilir*, ogrenebilir miyim, sormak ist*,
        merak ettim, kac tl|lira|gun|kisi|gune|saat|bedeni, kaca kadar, kacta, saat kacta|kaca, hangi,
        acik mi*, acik misiniz, gecerli mi*, satiyor musunuz, aliyor musunuz, yapiyor musunuz, cikacak mi,
        gelecek mi, olacak mi, acaba, lazim mi, bilen var mi
    """,
    "question": "mi, mu, miyim, misiniz, musunuz, kac, hangi, kim, nedir, nerede, ne kadar",
    "wish": """
        keske, olsa, olsaydi, oneri, onerim, tavsiyem, daha iyi olur, guzel olur, umarim, yapsaniz,
        getirseniz, eklerseniz
    """,
    "worry": "endise*, korkuyorum, guvenli mi, kaygi*, tedirgin*",
    "please": "lutfen, rica ediyorum, rica ederim",
    "prize": "kazandiniz, odulunuzu alin, kolay para, hediye kazandin*",
    "brand_voice": """
        uzgunuz, dm uzerinden, bize ulasin, ekibimiz, yardimci olmak isteriz, bilgilerinizi iletir
    """,
    "negation": """
        yok, degil, hic, hicbir, kimse, asla, bile, yokmus, yoktu, *miyor*, *muyor*, *miyo, *muyo, *medi,
        *madi, *mediniz, *madiniz, *medim, *madim, *memis*, *mamis*, *mez, *maz, *meden, *madan
    """,
    "first": "ben, biz, benim, bizim, bana, bize, beni, bizi",
    "second": "siz, sizin, size, sizi, sizden, sen, senin, *siniz, *sunuz, *nizi, *diniz, *tiniz",
    "mine": "benim, bizim",
    "my_goods": """
        benim {goods}, bizim {goods}, paketim*, kargom*, siparisim*, hesabim*, kartim*, faturam*, valizim*,
        bavulum*, biletim*, arabam*, telefonum*, hattim*, internetim*, randevum*
    """,
    "your_goods": """
        uygulamaniz*, siteniz*, internetiniz*, hizmetiniz*, servisiniz*, kargonuz*, subeniz*, urununuz*,
        sizin {goods}
    """,
    "goods": """
        uygulama*, site, hesap*, siparis*, paket*, kargo*, kart*, fatura*, internet*, ucus*, ucak*, valiz*,
        tren*, otobus*, rezervasyon*, bilet*, hizmet*, urun*, modem*, elektrik*, kurye*, servis*, randevu*
    """,
    "conditional": "bozulursa, kirilirsa, olursa, eger",
    "contrast": """
        ama, fakat, ancak, oysa, halbuki, sadece, ragmen, bir de, ustelik, hem de, simdi, artik, lakin, bari
    """,
    "chasing": """
        hala bekliyorum, cevap bekliyorum, kimse yok mu, gelisme var mi, 0/10, cevap verin, bekliyoruz,
        haber yok, eee, ee
    """,
    "elapsed": "{num} {unit}, {many} {unit}",
    "amount": "{num} lira|tl|bin|₺, {num}tl",
    "burden": """
        ama, bir de, ustune, ustelik, hem de, ragmen, halde, sozde, guya, diye, demisler, diyorlar, dediler,
        deniyor, yazip, resmen, dedi, *mussunuz, *missiniz, *misler, *muslar, *diniz, *tiniz, *diler, *dilar,
        *tiler, *tilar
    """,
    "emphatic": """
        resmen, gercekten, cidden, valla, vallahi, ya, be, yani, sanki, gibi, bari, tam, tek, bi, mi olur,
        herhalde, yahu
    """,
}

FLAGS = {
    "urgent": """
        dolandirildim, hesabim calindi, yangin, gaz kacagi, tehlike*, yarali, yaralandi, hastane*, avukat,
        savcilik, dava*, acil*, mahsur kaldik, iki kez cekildi, zehirlen*
    """,
    "wants_follow": """
        takip edin, beni takip, takip eder misiniz, geri takip, gt, takibe alin, dm atamiyorum, dm atabilmem
    """,
    "churn": "iptal ediyorum, hattimi tasi*, geciyorum, bir daha asla, uyeligimi iptal",
    "advocacy": "tavsiye ederim, herkese tavsiye, oneririm, kesinlikle alin",
}
