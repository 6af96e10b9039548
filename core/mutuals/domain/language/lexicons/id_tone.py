"""Indonesian words and stems of praise and of talk, and those of faults that small talk has, too."""

CUES = {
    "praise": """
        mantap*, mantab*, mantul*, keren*, bagus*, baguss, hebat*, juara*, top*, the best, terbaik*, best,
        jos*, josss, joss, gokil*, gacor, ajib*, sip*, cakep*, oke banget|bgt, ok banget|bgt,
        enak banget|bgt|bener|parah|sekali|bgtt, enakk*, enak2, lezat*, nikmat*, nagih banget|bgt, candu*,
        ketagihan, suka banget|bgt|sama|bener|bgtt, sukaa*, seneng*, senang*, bahagia, happy, cinta*,
        jatuh cinta, love, puas*, memuaskan, salut*, respect, respek, acungan jempol, jempol*, apresiasi*,
        bangga, recommended, rekomen*, rekomendasi, recomended, recommend*, wajib coba|beli|kesini,
        harus coba, worth it, worthit, worth, ramah*, ramah banget|bgt, baik banget|bgt|hati|semua|sekali,
        sabar banget|bgt, sigap, cekatan, tanggap, fast respon*, fast response, gercep*, cepet banget|bgt,
        cepat banget|bgt|sekali, cepat sampai|sampe|nyampe, udah nyampe,
        langsung nyampe|sampai|beres|dibales|direspon|ditangani|diganti, ngebut, lancar*, lancar jaya, aman,
        rapi, rapih, adem, mulus, kualitas bagus|oke|ok|terbaik|top, ga nyangka, ga nyesel, gak nyesel,
        tidak menyesal, ga pernah kecewa|rewel|ngecewain|masalah, gak pernah kecewa|rewel, ga pernah,
        tidak pernah mengecewakan, bakal balik|beli|order|repeat, pasti balik|beli|order, balik lagi,
        repeat order, langganan, langganan saya|favorit, favorit*, favorite, andalan*, idaman, kesayangan,
        terharu, haru, mewek, nangis terharu, segampang ini, mudah banget, gampang banget, irit, bandel, awet,
        tahan lama, bersih*, nyaman*, tepat waktu, kece*, kiyowo, gemes, gemoy, lucu banget, kocak,
        sukses selalu|terus, sehat selalu, sehat2, berkah, panutan, penyelamat, diselamatin, terbantu*,
        sangat membantu, membantu banget, luar biasa*, istimewa, sempurna, perfect, bintang 5|lima, 10/10,
        5 bintang, gila sih, parah enaknya|kerennya|bagusnya, keren parah, enak parah, bagus parah, gercep,
        fast respon, fastrespon, satset, sat set, sat set sat set, cepet amat|bener|bgt|nyampe, cepat tanggap,
        kilat banget, ga pake lama, ga pakai lama, gak pake lama, tanpa ribet, ga ribet, gak ribet,
        tidak ribet, anti ribet, praktis, gampang bgt|banget|bener, mudah, dipermudah, dimudahkan,
        dalam {num} menit|jam|hari, {num} menit langsung|udah|beres|selesai, {num} menit kelar, kelar,
        langsung kelar|cair|masuk|nyala|normal|ditangani|dibantu|diganti|direspon, hari itu juga,
        hari ini udah sampai|nyampe, kemarin pesan|pesen, kemaren pesen, pagi ini udah,
        besoknya udah|langsung, lebih cepat dari, lebih cepet dari, sebelum waktunya, gratis,
        dikasih bonus|gratis|hadiah|lebih, ada kartu ucapan, kartu ucapan, tulisan tangan, perhatian*,
        perhatian banget, sopan*, sopan banget, santun, telaten, sabar bgt, sabarnya, ngejelasin, dijelasin,
        dijelaskan dengan, dilayani dengan, dilayanin, dibantuin, ditolongin, ditungguin sampai, dianterin,
        ngebantu banget, jujur, amanah, terpercaya, dipercaya, profesional*, pro banget, berkelas, elegan,
        mewah, wangi*, harum, empuk*, juicy, crispy*, kriuk, renyah, gurih, lembut*, seger*, fresh, melimpah,
        banyak banget porsinya, porsi banyak, porsinya, kenyang, terpuaskan, ga ada lawan, ga ada obat,
        gada obat, no debat, nomor 1, nomor satu, no 1, paling enak|bagus|top|keren|best|ramah|nyaman|lengkap,
        terenak*, terkeren*, terfavorit, ternyaman, terlengkap, terbaek, best seller, emang paling,
        emang juara|terbaik|the best|top, selalu enak|puas|bagus|ramah|tepat|memuaskan, konsisten,
        ga pernah gagal, gak pernah gagal, tak pernah gagal, pilihan tepat, ga salah pilih, gak salah pilih,
        tidak salah pilih, keputusan terbaik, beli terbaik, sesuai ekspektasi|deskripsi|gambar|foto|harapan,
        melebihi ekspektasi|harapan, di luar ekspektasi, diluar ekspektasi, melampaui, pecah banget konser,
        merinding, nangis bahagia|haru, terharu banget, bikin nangis|mewek|baper|bahagia|senyum|happy,
        bikin nagih|ketagihan|kangen|betah|adem|semangat|melting, betah, senyum, senyum2, tersenyum,
        ketawa mulu, lucu, menghibur, adminnya lucu|kocak|asik|baik|ramah, mimin asik|lucu|kocak,
        sayang banget sama, love bgt, lup, lope, muach, i love, cinta banget, idola, panutanqu, pahlawan,
        malaikat, dewa, legend, legenda, naik gaji, kasih bonus|naik|penghargaan, layak dapat, pantas dapat,
        pantes, pantesan rame, berkah selalu, sehat terus|selalu, semoga berkah|sukses|makin|dibalas|tambah,
        maju terus, sukses, doa terbaik, jazakallah, barakallah, masyaallah*, masya allah, alhamdulillah*,
        terimakasih banyak, makasih banyak|bgt|banget,
        makasih udah|sudah|mas|mba|mbak|pak|bu|kak|min|ya kak|ya mas|ya mba, tengkyu, nuhun, glowing, cerah,
        ngaruh, cocok banget, manjur, ampuh, berhasil, work banget, works, kerasa bedanya, kinclong, bening,
        kokoh, adem ayem, hemat, murah banget, terjangkau, harga bersahabat, ramah di kantong,
        ga bikin kantong, worth every
    """,
    "mild_praise": """
        baik, bagus, enak, cepat, cepet, mudah, gampang, murah*, suka, cantik, indah, segar, seger, ramah,
        aman, lucu, asik, asyik, seru, menarik, memudahkan, profesional, jujur, oke, ok banget
    """,
    "thanks": """
        makasih*, terima kasih*, terimakasih*, trimakasih*, trims, thanks, thank, thx, tq, tengkyu, makasi*,
        mksh, tks, maturnuwun, matur nuwun, hatur nuhun, nuhun, suwun, alhamdulillah*
    """,
    "resolved": """
        udah bisa, sudah bisa, udah normal, sudah normal, udah beres, sudah beres, sudah selesai, udah sampai,
        sudah sampai, udah masuk, sudah masuk, sudah diterima dengan, aman sekarang, beres
    """,
    "idiom": """
        wkwk*, wkwkwk*, haha*, hahaha*, hehe*, hihi*, xixi*, ngakak*, lol,
        selamat pagi|siang|malam|sore|ulang|hari|tahun|idul|lebaran|natal|berbuka|akhir, met pagi|ultah, otw,
        cuss, skuy, yuk, semangat
    """,
    "polite": "halo, hai, hi, pagi, siang, malam, ok, oke, ya, iya, dm, sudah dm, permisi, assalamualaikum",
    "promo": """
        giveaway, diskon, promo, kode, voucher, follow dan, tag, menangkan, hadiah, link di bio, cek bio,
        hanya hari, cuma hari, live bareng, live ig, malam ini jam, lowongan*, loker, resmikan*, meresmikan,
        luncurkan*, meluncurkan, buka cabang|{num}, kolaborasi, laba, saham, kuartal, umumkan, mengumumkan,
        hadirkan, rt
    """,
}
