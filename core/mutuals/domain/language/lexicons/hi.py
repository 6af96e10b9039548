"""Hindi as it is typed in Latin letters beside English; the notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "not": "nahi, nahin, nhi, nai, nahee, mat, na, kabhi, bina, koi",
    "my": "mera, meri, mere, hamara, hamari, humara",
    "you": "aap, aapka, aapki, aapke, tum, tumhara, tumhari, aaplog, apka, apki",
    "unit": "din, ghante, ghanta, hafte, hafta, mahine, mahina, saal, minute, mahino, ghanto, dino",
    "many": "ek, do, teen, char, paanch, das, kai, kitne",
    "work": "chal*, khul*, aa, ho, kaam, connect, open, load, lag",
    "arrive": "aaya, aayi, aaye, mila, mili, mile, pahuncha, pohcha, hua",
    "answer": "jawab, reply, sunta, sunte, uthata, uthate, bolta, batata, dekhta",
    "goods": """
        order, paisa, paise, refund, recharge, network, internet, app, parcel, delivery, bill, account
    """,
}

SURE = {
    "broken": """
        kharab*, toot*, tuta*, phata*, fata*, ganda*, gandi, sada hua, basi, thanda, thandi, nakli, ghatiya*,
        tooti, bekar*, bakwas*, bakwaas*, wahiyat, faltu*, gaya gujra, khatam
    """,
    "fails": """
        nahi chal*, nhi chal*, chal nahi, chal nhi, nahi khul*, khul nahi, kaam nahi, kaam nhi, band pada,
        band ho, ruk jata, atak*, nahi ho raha|rahi, ho nahi raha|rahi, nhi ho raha|rahi, ho nhi raha|rahi,
        nahi lag, nhi lag, hang ho, nahi aa raha|rahi, nhi aa raha|rahi, aa nahi raha, gayab, gaayab, slow*,
        dheere, dheema
    """,
    "missing": """
        nahi aaya|aayi|aaye|mila|mili|mile|hua|pahuncha, nhi aaya|aayi|mila|mili|hua, abhi tak nahi,
        abhi tak nhi, ab tak nahi, ab tak nhi, kahan hai, kaha hai, kidhar hai, kho gaya|gayi, gayab, gum,
        adhura, kam, nahi diya, nhi diya, nahi bheja
    """,
    "delay": "late, deri, itna time, kitna time, kitne din, latka*",
    "waiting": """
        intezaar*, intezar*, wait kar*, wait karke, ruka hua, ruke, se wait, din se, dino se, ghante se,
        ghanto se, hafte se, mahine se, mahino se, kab tak, kab se, kabse, kal se, subah se, {num} din,
        {num} ghante, {num} mahine, {num} hafte, {num} din se
    """,
    "no_answer": """
        koi jawab, koi reply, koi response, koi sunta|sun|nahi|nhi|update|solution|help|action, jawab nahi,
        reply nahi, response nahi, uthata nahi, nahi uthat*, phone nahi, call nahi, sunte nahi, sunta nahi,
        kaat dete|diya|dete, ignore kar*, ghuma rahe, ghumate, tarka rahe, koi farak|fark, farak nahi,
        sun rahe, ghuma
    """,
    "again": """
        phir se, fir se, phirse, firse, baar baar, bar bar, roz, har baar, har bar, hamesha, har din,
        har mahine, wapas wahi, wahi, dobara, kitni baar
    """,
    "money": """
        paisa|paise kaat|kat|kata|wapas|kab|de|gaye|gaya|nahi|le|loot, kat gaye|gaya|liye, kaat liye|liya,
        kat liye|liya, refund kab|nahi|nhi|do|karo, paise, mere paise, wapas karo|do|kar, paisa vasool nahi,
        double kat*, charge kar
    """,
    "price": "mehnga*, mehenga*, mahanga*, loot*, itna mehnga, loot rahe, badha diya|di",
    "awful": """
        bakwas*, bakwaas*, ghatiya*, bekar*, bekaar*, kharab*, sabse kharab|ghatiya|bekar, wahiyat*, ganda*,
        gandi, sharam*, sharm*, besharam, besharmi, jhand, ghanta, tatti, raddi, third class, chutiya*,
        pagal bana, pagal, mazak, mazaak, mazak bana, majak, tamasha, nautanki, haad hai, had hai, hadd hai,
        tang, tang aa, tang kar, pareshan*, pareshaan*, dimag kharab, barbaad*, barbad*, bura, bure, dukhi,
        nikamma*, nalayak
    """,
    "upset": """
        gussa*, pareshan*, tang aa, thak gaya|gayi, dukhi, dimag, irritate ho, frustrate ho, kya karun,
        pak gaya|gayi, bas ho
    """,
    "rude": """
        badtameez*, badtamiz*, batameez*, bad tameez, gaali, chilla*, tameez nahi, tameez, ulta bol*, behave
    """,
    "lies": """
        jhooth*, jhoot*, jhut*, jhutha, dhokha*, dhoka*, fraud, thag*, ullu, ullu bana, bewakoof bana, bewkuf,
        vaada, wada, bola tha, bole the, bola tha ki, loot
    """,
    "churn": """
        band kar dunga|dungi|raha, chhod*, chod dunga|rahe, port kar*, port karwa*, nahi lunga|lungi,
        kabhi nahi, mat lo|lena|kharido|kharidna|jana, uninstall, switch kar
    """,
    "why": """
        kyu, kyun, kyon, kyo, kya hua, kya chal, kya ho raha, kya bakwas, kya mazak, ye kya, yeh kya, kaise
    """,
    "demand": """
        jaldi karo|kar, jaldi, theek karo, thik karo, sahi karo, batao, wapas karo, kuch karo, solve karo,
        dekho, action lo
    """,
    "sarcasm": "wah kya service, wah bhai, waah, badhiya service, kya baat hai service, shabash, mast loot",
    "still": "abhi tak, ab tak, abhi bhi, ab bhi, aaj tak",
}

CUES = {
    "negation": "nahi, nahin, nhi, nai, mat, koi, bina",
    "contrast": "lekin, magar, par, phir bhi, fir bhi, sirf",
    "mine": "mera, meri, mere",
    "second": "aap, aapka, aapki, aapke, tum",
    "help": "madad*, help karo|kar|kijiye|karein, sahayata",
    "chase": "kab, kab aayega|milega|hoga|aayegi|milegi, kahan, kidhar",
    "question": "kya, kitna, kitne, kaun, kaise, kahan",
    "howto": """
        kaise kare|karu|karte|karna, kya milega, kitne ka, kab khulta, available hai kya, milta hai kya,
        hai kya
    """,
    "please": "please, plz, kripya, pls, ji",
    "shock": "yaar, yar, bhai, arre, are, arey, had, seriously, haad",
    "swearing": """
        chutiya*, bc, mc, bsdk, bhosdi*, madar*, behen*, saala, sala, saale, kutte, kamine*, harami*, gandu,
        lodu, bkl
    """,
    "praise": """
        badhiya*, badiya*, zabardast*, jabardast*, kamaal*, kamal*, shandar*, shaandar*,
        bahut achha|acha|accha|achi|acchi|badhiya|sahi|pasand,
        bohot achha|acha|accha|achi|acchi|badhiya|sahi|pasand, bahot acha|accha|badhiya, achha laga,
        acha laga, accha laga, maza aa gaya, maza aagaya, mazaa, maja aa, maja aagya, dil khush, dil jeet,
        dil se, dil, pasand*, pyaar, pyar, khush*, lajawab, lajawaab, gazab*, gajab*, ekdum sahi|mast,
        ek number, no 1, paisa vasool, paisa wasool, kya baat hai, kya baat, wah, waah, jhakaas, jhakkas,
        kadak, op, sabse acha|accha|badhiya|best, sahi hai, tagda, faad, fod, bawal, mast, mastt
    """,
    "mild_praise": "acha*, achha*, accha*, achi, acchi, achhi, sahi, theek, swadisht, tasty, sasta, sundar",
    "thanks": "dhanyavad*, dhanyawad*, dhanyavaad*, shukriya*, thank you, thanks, thnx, thanku, aabhar",
    "resolved": "ho gaya, mil gaya, aa gaya, theek ho gaya, thik ho gaya, solve ho gaya",
    "idiom": "haha*, lol, good morning, subah, chai, shubh, diwali, holi, mubarak, badhai",
    "delay": "der, deri",
    "lies": "chor, chori",
    "fails": "band",
    "price": "lut, luta",
}

FLAGS = {
    "urgent": "fraud ho gaya, paise kat gaye, paisa kat gaya, police, hack ho gaya, aag, emergency",
    "wants_follow": "follow karo, follow back karo, follow kar",
    "churn": "port kar*, chhod dunga, chhod rahe, band kar dunga",
    "advocacy": "zaroor try, try karo, recommend karta|karti",
}
