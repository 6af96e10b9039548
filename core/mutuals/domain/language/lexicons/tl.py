"""Tagalog as it is written beside English; the notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "hindi, di, walang",
    "not": "hindi, di, wala, walang, hnd, hndi, 'di, ayaw, huwag, wag, never",
    "my": "ko, akin, aking, namin, natin",
    "you": "kayo, nyo, niyo, inyo, inyong, ninyo, ikaw, mo",
    "unit": "araw, oras, linggo, buwan, taon, minuto, days, hours, weeks",
    "many": "isang, dalawang, tatlong, apat, limang, ilang, dalawa, tatlo, lima",
    "work": "gumagana, gumana, bumukas, mabuksan, maka, makapag*, maka*, pumapasok, nagloload, nagwowork",
    "arrive": """
        dumating, dumarating, darating, natanggap, nareceive, nadeliver, dinala, pumasok, bumalik, narefund
    """,
    "answer": "sumasagot, sagot, reply, nagrereply, tumutugon, pumapansin, pinapansin, sagutin, response",
    "goods": "order, load, signal, internet, app, refund, parcel, delivery, pera, bayad, account, rider",
}

SURE = {
    "broken": """
        sira*, nasira*, sira na, basag*, nabasag, butas, punit, bulok*, panis*, amag, inaamag, ipis, uod,
        madumi, mabaho, malamig na, hilaw, sunog, tagas, tumatagas, depektibo, palpak*, kulang kulang,
        mali ang, maling, basura, peke, luma
    """,
    "fails": """
        hindi gumagana|gumana|mabuksan|makapasok|maka|mag|nag, di gumagana|gumana|mabuksan|makapasok|maka,
        ayaw gumana|mag|bumukas|pumasok, ayaw, hindi maka*, di maka*, hindi ma*, di ma*, nag error, nageerror,
        error, naghahang, nag hang, nagla lag, naglalag, lag,
        walang internet|signal|connection|kuryente|tubig|data|net, wala na naman, wala nanaman, wala pa rin,
        wala pa din, ang bagal, bagal, mabagal*, sobrang bagal, putol putol, napuputol, down, nawala*,
        nawawala, brownout
    """,
    "missing": """
        hindi dumating|pa|nadeliver|natanggap, di dumating|pa|nadeliver|natanggap,
        hindi pa rin|din|dumarating|dumadating|nadedeliver|natatanggap|naibabalik,
        di pa rin|din|dumarating|dumadating|nadedeliver|natatanggap, hanggang ngayon wala|hindi|di,
        wala pa|pang, nasaan na, asan na, san na, nasan na, saan na, nawala*, nawawala, kulang, ninakaw,
        walang dumating
    """,
    "delay": """
        ang tagal, tagal, matagal*, napakatagal, sobrang tagal, antagal, delayed, na delay, nadelay, late,
        huli, cancelled, na cancel, nacancel, kinancel
    """,
    "waiting": """
        naghihintay*, hintay*, naghintay, hinihintay, kakahintay, maghintay, hihintayin, pinaghintay,
        {num} days na, {num} araw na, {num} hours na, {num} oras na, {num} weeks na, {num} linggo na,
        {num} months na, {num} buwan na, ilang araw na|oras|linggo|buwan, araw na, oras na, linggo na,
        buwan na, kailan pa, hanggang kailan, kelan ba, kailan ba, pila, nakapila, mula kahapon,
        simula kahapon|kanina|lunes, kanina pa, kahapon pa
    """,
    "no_answer": """
        walang sumasagot|sagot|reply|response|aksyon|pumapansin|paki,
        walang pake|silbi|action|update|nangyayari|kwenta|feedback,
        hindi sumasagot|nagrereply|nagreply|sinasagot|pinapansin|tumutugon,
        di sumasagot|nagrereply|nagreply|sinasagot|pinapansin, ayaw sumagot|mag reply, binabaan, binabaan ng,
        pinapasa, paikot ikot, pinapaikot, iniignore, inignore, seen lang, seenzone, sineen, na seen, deadma,
        dedma, bot, robot
    """,
    "again": """
        na naman, nanaman, paulit ulit, lagi na lang|lang, lagi nalang, palagi, araw araw, tuwing, ulit,
        ilang beses, {num} beses, pangatlong beses, pangalawang beses
    """,
    "money": """
        pera ko|namin, bayad ko, nakaltas, nakaltasan, kinaltas, kaltas, kinaltasan, nabawas, nabawasan,
        ibalik, ibalik nyo|niyo|ang, refund ko, siningil*, singil, sinisingil, doble, dobleng, load ko,
        nawala load, naubos
    """,
    "price": """
        ang mahal, mahal naman, sobrang mahal, napakamahal, mahal, tumaas, nagtaas, taas ng, holdap, hold up
    """,
    "awful": """
        bwisit*, buwisit*, bulok*, palpak*, pangit*, ang pangit, panget*, basura, walang kwenta, walang silbi,
        wala kayong kwenta|silbi, nakakahiya, nakakainis*, nakakabwisit*, nakakagalit*, nakakastress*,
        nakakasuka, kadiri, kahiya, pahirap*, perwisyo*, abala, kalokohan, katangahan, bobo, tanga*, inutil*,
        pinakamalala, malala, ang lala, ang gulo, magulo, sayang*, sablay, kairita
    """,
    "upset": """
        inis, naiinis, galit, nagagalit, asar, nakakaasar, badtrip*, bad trip, dismayado*, disappointed,
        nakakadismaya, pagod na, sawa na, ubos na pasensya, pasensya, hay nako, hay naku, haynako, haist,
        hays, haaay, jusko*, juskopo, diyos ko, grabe kayo, nakakapagod, nakakaiyak, stress na
    """,
    "rude": """
        bastos*, masungit*, ang sungit, sungit, suplada*, suplado*, pabalang, sinigawan*, sumigaw, bastusan,
        walang modo, walang galang, mataray, tinaasan, minura
    """,
    "lies": """
        sinungaling*, niloko*, niloloko, manloloko, lokohan, panloloko, scam*, scammer, na scam, magnanakaw*,
        budol, nabudol, paasa*, pinaasa*, umasa, pangako, nangako, sabi nyo|niyo, sabi ng, akala ko, kunwari,
        hinoholdap
    """,
    "churn": """
        lilipat*, lipat na, hindi na ako|kami|mauulit|uulit|bibili, di na ako|kami|mauulit|uulit|bibili,
        huwag kayong, wag kayong, wag na kayo, uninstall, last na, ayoko na, cancel ko na, magpapaputol,
        ipapaputol
    """,
    "why": """
        bakit, bkt, baket, anyare, ano na, ano ba, ano bang, anong nangyari|nangyayari, ano ba yan, ano ba to,
        paano na, pano na, san ba
    """,
    "demand": """
        ayusin*, ayusin nyo|niyo, paki ayos, pakiayos, pakisagot, paki sagot, paki check, pakicheck,
        ibalik nyo|niyo, gawan nyo|niyo|ng, umayos kayo, mahiya kayo, mahiya naman, aksyunan, solusyunan,
        gumawa kayo, sagutin nyo|niyo
    """,
    "sarcasm": "salamat sa wala, galing nyo|niyo, ang galing, ang galing nyo|niyo, congrats sa, good job sa",
    "still": "pa rin, pa din, parin, padin, hanggang ngayon, til now, hanggang ngaun",
    "tried": """
        tumawag ako, tawag ako, nag email, nagemail, nag message, nag dm, nagdm, nag chat, nagchat,
        nag follow up, nagreport, nireport, kaka follow up, nagreklamo, reklamo
    """,
}

CUES = {
    "negation": "hindi, wala, walang, di, ayaw, huwag, wag, hnd",
    "contrast": "pero, tapos, kaso, imbes, lang, kahit",
    "second": "kayo, nyo, niyo, inyo, ninyo",
    "mine": "ko, akin, aking",
    "help": "tulong*, patulong, pahelp, pa help, tulungan, paki, saklolo, pa assist",
    "chase": "kailan, kelan, nasaan, asan, nasan, san na, kamusta na, update naman, update po",
    "question": "ano, saan, paano, pano, magkano, ilan, meron, may, sino, pwede, puwede",
    "howto": """
        paano|pano mag*|po|ba|ang, pwede po ba|bang|ba, magkano po|ba|ang, may stock, meron ba|po|pa,
        anong oras, hanggang anong, available pa, saan pwede|pwedeng|mabibili, open ba
    """,
    "please": "po, please, pls, paki*, sana",
    "shock": "grabe, grabeh, hala, ano, talaga, seryoso, seryoso ba, jusko, naman, hay, hoy, oy, uy",
    "swearing": """
        puta*, putang*, tangina*, taena, gago*, ulol, leche*, punyeta*, pakshet, hayop, hayup, bwisit, shet,
        lintik*, tarantado*, peste*, pucha
    """,
    "praise": """
        ang ganda, ganda*, maganda*, ang sarap*, sarap*, masarap*,
        sobrang sarap|ganda|bait|bilis|saya|galing|solid, ang bait*, mabait*, ang bilis*, bilis, mabilis*,
        ang galing*, galing*, magaling*, solid*, solid talaga, lodi, petmalu, astig*, panalo*, sulit*,
        sulit na sulit, the best, best, pinaka masarap|maganda|mabait|best, pinakamasarap, pinakamaganda,
        gusto ko, gustong gusto, love ko, love na love, mahal ko kayo, favorite ko, paborito, salamat po,
        maraming salamat, thank you po, thankful, saludo*, hanga*, nakakatuwa*, natuwa*, tuwang tuwa, masaya*,
        ang saya, nakakakilig, kilig, kinikilig, uulitin*, uulit, babalik ako|kami, recommended,
        highly recommended, worth it, 10/10, walang tapon, ayos*, bet ko, shoutout, kudos, bongga*, winner,
        naiyak ako sa saya, malasakit, maasikaso, maalaga, matulungin, responsive, sobrang nakatulong|helpful,
        saya namin
    """,
    "mild_praise": """
        okay, ok, ayos, mura*, tama, malinis, malambot, presko, madali, bait, nice, napaka*, salamat
    """,
    "thanks": "salamat*, maraming salamat, thank you, thanks, ty, tysm, thank u",
    "resolved": "dumating na, naayos na, ok na, okay na, gumana na, nakuha ko na, narefund na",
    "idiom": """
        haha*, hahaha*, hehe*, lol, charot*, char, good morning, magandang umaga|gabi|hapon,
        maligayang pasko|kaarawan, happy birthday, happy fiesta
    """,
}

FLAGS = {
    "urgent": "na scam ako, nahack, na hack, sunog, delikado, ospital, pulis, emergency, nakaltas",
    "wants_follow": "pa follow, follow back, pafollow, pa follow back",
    "churn": "lilipat na, lilipat ako, ipapaputol, magpapaputol, cancel ko na",
    "advocacy": "try nyo, try niyo, highly recommended, recommend ko",
}
