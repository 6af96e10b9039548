"""Indonesian words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        rusak*, pecah*, penyok, sobek, robek, retak, bocor, basi, busuk, berjamur, jamuran, kadaluarsa,
        kadaluwarsa, expired, kedaluwarsa, exp, kembung, lecet, cacat, patah, bolong, jebol, copot,
        lepas sendiri, kotor, dekil, bau apek, apek, bau busuk, bau banget, kecoa, belatung, ulat, lalat,
        rambut di, karatan, luntur, meleduk, konslet, korslet, mati total, layar hitam|mati, dingin lagi,
        mentah, alot, gosong, asem, basah kuyup, tidak layak, ga layak, gak layak, jelek*, tipis kayak,
        turun mesin, beda jauh, ga sesuai, gak sesuai, tidak sesuai, tdk sesuai, nggak sesuai, ga sama,
        salah kirim, salah barang|ukuran|warna|pesanan, zonk, butut, abal*, murahan,
        baru seminggu|sebulan|sehari|dipake|dipakai|beli|dua|{num}, baru {num} hari|bulan|minggu|kali,
        sekali pakai|pake, sekali cuci, dicuci sekali, langsung rusak|sobek|copot|luntur|mati|jebol,
        udah rusak|jebol|copot|sobek|mati|lecet, sol copot, sol lepas, jahitan lepas|copot, mengkeret,
        menyusut, melar, kempes, keras kayak, keras kaya, kaya batu, kayak karet, benyek, lembek, hambar,
        ada rambut, ada ulat, ada kecoa, ada semut, semutan, ada lalat, berlendir, bau amis, ga fresh,
        gak fresh, bocor terus, netes, ambrol, roboh, macet lagi, ga dingin, ac ga dingin, ac panas, ac mati,
        handuk, toilet kotor|bau|rusak|mampet, mampet, kasur
    """,
    "fails": """
        eror, error, erorr, err, force close, fc, crash, hang, ngehang, lemot*, lelet*, lag, ngelag, ngeleg,
        patah2, buffering, muter2, muter muter, loading mulu|terus|lama, gangguan, down,
        maintenance mulu|terus, mati lampu, mati listrik, byar pet, padam, pemadaman, putus2, putus nyambung,
        putus mulu|terus, mulu, ilang sinyal, gagal*, gagal terus|mulu|transaksi, stuck, macet total,
        ga bisa*, gak bisa*, tidak bisa*, nggak bisa*, tdk bisa, gabisa, gbs, gk bisa, ga bs, tdk bs,
        ga jalan, ga fungsi, ga berfungsi, tidak berfungsi, ga nyala, ga muncul, ga konek, ga nyambung,
        log out sendiri, logout sendiri, keluar sendiri, ac mati, ac nya mati, mati terus, lampu merah,
        merah mulu, bapuk, ngadat, trouble, bug, ngebug, abis update, habis update, setelah update,
        sejak update, update malah, kok malah, malah error|eror|force|ga|gak|tambah|makin,
        tiap buka|mau|login|gajian|malam, otp ga|gak|tidak masuk, otp, kode ga masuk, ga masuk2, lampu modem,
        los merah, los, ping merah, ping, ngelag parah, patah patah, blank, layar blank, not responding,
        server error|down, servernya, sistem error|down, gangguan terus|mulu|lagi, wifi mati|lemot,
        internet mati|lemot|putus, sinyal e, sinyal cuma, ilang2an, timbul tenggelam, buffering mulu,
        muter doang, loading doang, kayak siput, kaya siput, siput, mati listrik|lampu|air|ac, air mati,
        ga ada sinyal|jaringan|air|listrik|internet|ac|pengumuman|petugas|orang,
        gak ada sinyal|jaringan|air|listrik|internet|ac, tidak ada sinyal|jaringan|air|listrik|internet,
        tanpa ac, sinyal hilang|jelek|ilang|susah|lemah, susah sinyal, penuh sesak, sesak, desak2an,
        desak desakan, kosong terus|mulu|melulu, sold out mulu, habis terus|mulu, no signal, no service,
        ga dapet kursi|duduk
    """,
    "cant": """
        ga bisa, gak bisa, tidak bisa, nggak bisa, gabisa, ga bs, susah banget|bgt|bener|dihubungi, sulit,
        ga dapet, gak dapat, tidak dapat, dipersulit, ribet*, ribet banget
    """,
    "problem": """
        masalah*, kendala*, parah banget|bgt|sih|nih, kacau*, berantakan, amburadul, ruwet, rumit, keluhan,
        komplain*, complain, complaint, gimana nih, gimana ini, ini gimana, gimana sih, gmn nih, gmn sih,
        gmn ini, kok gitu, kok begini, kok gini
    """,
    "missing": """
        belum sampai|sampe|nyampe|datang|dateng|tiba|diterima|masuk|dikirim|cair,
        blm sampai|sampe|nyampe|datang|dateng|diterima|masuk|dikirim|cair,
        ga sampai|sampe|nyampe|datang|dateng|ada|masuk|nongol,
        gak sampai|sampe|nyampe|datang|dateng|ada|masuk, tidak sampai|datang|ada|masuk|diterima,
        ga dateng2|nyampe2|sampe2|datang2, hilang*, ilang, raib, lenyap, ngilang, kurang satu|dua|1|2,
        kurang barangnya, ga lengkap, tidak lengkap, kosong, isinya kosong,
        mana paket|pesanan|barang|refund|uang|dana|janjinya, dimana paket|pesanan|barang,
        kemana paket|barang|uang, nyasar, tercecer, statusnya, status diterima|terkirim|delivered|sampai,
        padahal belum, padahal ga, padahal gak, dicuri, kecurian, kepotong, terpotong,
        saldo kepotong|hilang|berkurang, pending, tertahan, nyangkut, mandek, mandeg, stuck di,
        lupa kirim|dikirim|masukin, salah kirim, salah alamat, salah ukuran, salah warna, salah order,
        pesen * dapet, dapetnya, dapet yang, dateng yang, yang dateng, yg dateng, yang datang malah,
        yg nerima siapa, yang nerima siapa, ga tau siapa, diterima siapa, rumah kosong, ga ada orang,
        data hilang|ilang, ilang semua, hilang semua, kehapus, terhapus, saldo ga masuk|belum, isi kurang,
        isinya cuma, isinya setengah, setengah doang, tinggal setengah, ga ada kabar, paket nyangkut,
        nyangkut di, muter2 di, balik lagi ke gudang, retur, return, dikembalikan ke, dititip,
        ditaro sembarangan, ditaruh sembarangan, punya orang lain, milik orang lain, orang lain,
        atas nama orang
    """,
    "delay": """
        delay*, telat*, terlambat*, molor*, ngaret, lama banget|bgt|amat|sekali|bener|kali, lama, lambat*,
        lelet, dibatalkan*, dibatalin, cancel*, dicancel, tertunda, ditunda, diundur, batal,
        tanpa pemberitahuan|kabar|info|konfirmasi, ga ada pemberitahuan|pengumuman|kabar|info, mundur terus
    """,
    "waiting": """
        nunggu*, menunggu*, tunggu*, ditunggu*, ditungguin, nungguin, udah {num} {unit}, sudah {num} {unit},
        udh {num} {unit}, sdh {num} {unit}, uda {num} {unit}, dari {num}, dari tadi,
        dari kemarin|kemaren|subuh|pagi|siang|senin|selasa|rabu,
        dari kamis|jumat|sabtu|minggu|bulan|tanggal|tgl|jam,
        sejak kemarin|kemaren|pagi|senin|selasa|rabu|kamis|jumat|sabtu|minggu|bulan|tanggal, berjam jam,
        berhari hari, berbulan bulan, berminggu minggu, udah lama, sudah lama,
        udah seminggu|sebulan|sejam|setahun|berhari|berapa|dari|masuk|{many},
        sudah seminggu|sebulan|sejam|berhari|berapa|{many}, sampai kapan, sampe kapan, mau sampai kapan,
        kapan sih, kapan mau, kapan sampainya|nyampe|cair|dikirim|beres|selesai|bener, antri*, antre*,
        ngantri*, mohon ditunggu, sejam, berjam, udah {num}, udh {num}, hampir {num},
        hampir sebulan|seminggu|sejam|setahun, lebih dari {num}, lewat {num}, {num} jam nunggu,
        {num} hari nunggu, {num} jam di, {num} hari ga|gak|belum, masuk bulan|minggu|hari, bulan kedua,
        bulan ketiga, dari jam {num}, antri dari|lama|{num}, ngantri dari|lama|{num},
        nunggu dari|lama|{num}|sampe, sampe maghrib|malem|sore|sekarang, sampai malam|sore|sekarang,
        hari kerja, katanya {num}, katanya besok|hari, besok mulu, besok besok, ntar ntar, nanti nanti,
        disuruh nunggu|tunggu, suruh nunggu|tunggu
    """,
    "no_answer": """
        ga ada respon|balasan|jawaban|solusi|kabar|tanggapan|tindak|kejelasan|yang|yg|yang,
        gak ada respon|balasan|jawaban|solusi|kabar|tanggapan|tindak|kejelasan|yang|yg,
        tidak ada respon|balasan|jawaban|solusi|kabar|tanggapan|tindak|kejelasan|yang|yg, ga dibales*,
        gak dibales*, ga dibalas*, gak dibalas*, tidak dibalas*, ga direspon, gak direspon, tidak direspon,
        ga dijawab, ga diangkat*, gak diangkat*, tidak diangkat*, blm dibales|dibalas|direspon|ada,
        belum dibalas|dibales|direspon|ditanggapi|ada|dijawab, slow respon, slow response, slowrespon,
        di read doang, diread doang, dibaca doang, cuma dibaca, read doang, cuma di, dicuekin, cuek,
        diabaikan, diem aja|doang|bae, diam saja|aja, susah dihubungi, ga bisa dihubungi, dioper2,
        dioper oper, dilempar lempar, dilempar2, lepas tangan, lempar tanggung, balasan template, template,
        bot, robot, jawaban template, cuma bisa bilang, cuma bilang, ga ada solusi, tanpa solusi,
        ga ada kejelasan, gada kejelasan, ga jelas, gak jelas, tidak jelas, ditutup telponnya, dimatiin,
        ghosting, disuruh sabar|nunggu|tunggu|chat|dm|hubungi|ke, suruh sabar|chat|dm|hubungi, cuma disuruh,
        cuma dijawab, cuma minta maaf, minta maaf doang, maaf doang|mulu|terus, mohon maaf mulu,
        jawabannya itu2|sama|gitu, itu itu aja, itu2 aja, copy paste, copas, balesnya, dilempar ke|sana,
        saling lempar, saling nyalahin, nyalahin, disalahin, malah disalahin, malah nyalahin, pada ngilang,
        ngilang, kabur, no response, no respon, sepi, hening, telepon ditutup, ditutup sepihak, sepihak,
        dead chat, centang satu|biru, di end, diend
    """,
    "again": """
        lagi lagi, lagi2, berulang kali|ulang, berkali kali, berkali2, terus2an, terus terusan, kedua kali*,
        ketiga kali*, keempat kali*, udah {num}x, sudah {num}x, {num} kali, {many} kali, mulu, melulu,
        langganan bener, selalu aja|saja, sering banget|bgt
    """,
    "money": """
        kepotong*, dipotong*, terpotong, double, dobel, {num}x, ditagih*, nagih*,
        tagihan naik|bengkak|membengkak|salah|ga|gak|tidak, refund*, uang saya|gue|kembali|ga|gak|belum,
        duit gue|saya|balik, dana saya|belum|kembali|ga, balikin duit|uang|dana, kembalikan uang|dana,
        saldo saya|gue|hilang|kepotong|ga|belum, biaya admin|tambahan|siluman|ga, denda,
        pulsa kepotong|hilang|disedot|kesedot|abis, disedot, kesedot, nyedot, dijanjiin*, ganti rugi,
        kelebihan bayar, bayar 2x|dua, kepotong, kena charge|biaya|denda|potong,
        tiba2 kepotong|ditagih|naik|ada, tiba tiba kepotong|ditagih|naik, diem2 naik|motong|nagih, diam2,
        diam diam, dinaikin diem2, langganan dinaikin, ga pake notif, tanpa notif|konfirmasi|persetujuan,
        auto debet, autodebet, masih ditagih, tetep ditagih|kepotong|bayar, tetap ditagih,
        disuruh bayar|nambah|transfer, suruh bayar, bayar lagi, bayar tapi,
        udah bayar tapi|ga|gak|masih|belum|malah, sudah bayar tapi|belum, uang hangus, poin hangus,
        poin hilang, hangus, harga di rak|aplikasi|menu|app, di kasir jadi, pas di kasir, beda harga,
        rb doang, tagihan kok, tagihan bengkak, listrik naik|bengkak, bengkak
    """,
    "price": """
        mahal*, kemahalan, overprice*, harga naik|ga|gak|beda|tidak|jadi, naik harga, naikin harga, dinaikin*,
        dinaikkan, naik terus|mulu|lagi, pemerasan, meras, getok, digetok, ga worth, gak worth, ga sebanding,
        tidak sebanding, bayar mahal*, mahal2, makin mahal
    """,
    "awful": """
        parah*, buruk*, terburuk, jelek*, payah*, mengecewakan, ngecewain, kecewa*, memalukan, malu maluin,
        malu2in, ngaco*, ngawur*, bobrok, bejat, busuk, sampah*, ancur*, hancur*, amburadul, ga profesional,
        gak profesional, tidak profesional, ga becus, gak becus, tidak becus, ga bener, gak bener, ga beres,
        gak beres, tidak beres, ga niat, ga guna, gak guna, ga berguna, tidak berguna, percuma, mending tutup,
        tutup aja, kapok*, ampun*, bikin emosi|kesel|kesal|naik|stress|stres, bikin darah, nyusahin,
        menyusahkan, merugikan, rugi*, dirugikan, terparah, paling parah|buruk|jelek, bintang 1|satu,
        0 bintang, rating 1, pelayanan buruk|jelek|parah|payah, keterlaluan, kebangetan, kelewatan, gila ya,
        ga masuk akal, tidak masuk akal, ga manusiawi, lawak, badut, kocak banget pelayanan, kurang ajar, tai,
        norak, semena mena, seenaknya, se enaknya, sembarangan, asal asalan, asal2an, main main,
        mainin konsumen|pelanggan, mempermainkan, makin parah|kacau|ngaco|ga, makin kesini makin,
        tambah ngaco, dagelan, lawakan, sirkus, ga punya otak|malu|hati, gak punya malu, ga tau malu,
        ga ada otak, ga ada akhlak, dianggap remeh, diremehkan, disepelekan, konyol, kocak lah
    """,
    "bad": """
        kurang memuaskan|ramah|bagus|oke|baik|profesional|sopan, ga enak, gak enak, tidak enak, ga bagus,
        tidak memuaskan, ga puas, gak puas, tidak puas, hambar, keasinan, tengik, aneh, amis, keras banget,
        menurun, makin jelek|parah|lama|buruk|lemot, tambah parah|lama|lemot
    """,
    "upset": """
        kecewa*, kesel*, kesal*, sebel*, sebal, marah*, emosi*, geram, muak, eneg, bete, bt, dongkol, jengkel,
        gedeg, gregetan banget, sedih banget|bgt|sih, nyesel*, menyesal*, capek*, cape*, lelah, stress, stres,
        pusing*, frustasi, frustrasi, males banget|bgt|sama, gondok, kzl, ksl, ngeselin*, nyebelin*,
        menyebalkan*, ngeselin, gemes banget sama, habis kesabaran, sabar ada batasnya, ga sabar lagi, hadeh*,
        hadeuh, haduh*, aduh*, anjir*, ih, huft*, hufft, dipermainkan*, dimainin, dipermainin,
        muak sama|banget|bgt, eneg sama, udah muak, naik darah, darah tinggi, habis sabar, sabar udah,
        udah cukup, cukup sudah, ga habis pikir, gak habis pikir, geleng2, geleng geleng, elus dada,
        ngelus dada, makan hati
    """,
    "rude": """
        jutek*, judes*, kasar*, ga sopan, gak sopan, tidak sopan, tdk sopan, ga ramah, gak ramah, tidak ramah,
        kurang ramah|ajar, galak*, marah2, marah marah, marahin, dimarahin, bentak*, dibentak, nyolot*,
        ngegas*, songong*, sombong*, sinis, arogan, meremehkan, ngeremehin, diusir, dilempar*, dibanting,
        diinjak, dihina, diskriminasi, tidak menghargai, ga menghargai, muka masam, lempar paket,
        seenak jidat, malah ngomel, ngomel*, diomelin, malah marah|jutek|nyolot|ngegas, malah dimarahin,
        mukanya, mukanya jutek|asem, ga senyum, cemberut, ngusir, disindir, nyindir, ngeledek, diketawain,
        ketawa, dicuekin, pura2 ga, pura pura ga, nelantarin, ngebut ugal, ugal2an, ugal ugalan,
        minta uang|lebih|tip|rate, minta bintang, pelayannya, kasirnya, satpamnya, drivernya, kurirnya,
        susternya, dokternya, adminnya jutek
    """,
    "lies": """
        bohong*, boong*, dibohongi*, dibohongin, penipu*, penipuan, menipu, tipu*, ditipu, ketipu, nipu,
        tipuan, palsu, kw, maling, rampok, ngerampok, korupsi, php, diphp, phpin, diphpin,
        janji doang|manis|palsu|terus|mulu|tinggal, janjinya, janji tinggal, dijanjikan,
        katanya {num}|hari|sudah|udah|bisa|gratis|promo|cuma, iklannya, ga sesuai iklan|foto|deskripsi|janji,
        tidak sesuai iklan|foto|deskripsi|janji, hoax, hoaks, jebakan, menjebak, ngibul, akal akalan, akal2an,
        modus, sulap ya, kena tipu, kena prank, kena scam, kena php, dikibulin, diboongin, dibodohi,
        dibodoh2in, dikadalin, jebakan batman, modus penipuan, janji palsu, omong kosong, bacot doang, omdo
    """,
    "churn": """
        kapok, ga lagi lagi, ga lagi2, ga bakal lagi|beli|pake|order|balik,
        gak bakal lagi|beli|pake|order|balik, ga akan lagi|beli|pakai, tidak akan lagi|beli|pakai,
        pindah ke|provider|operator|aja|bank, ganti provider|operator|kartu|bank, mau pindah,
        berhenti langganan, stop langganan, uninstall, hapus aplikasi, tutup rekening,
        jangan beli|pake|pakai|belanja|order|mau, jangan pernah, terakhir kali, hati hati beli|sama|belanja,
        jera, ogah*, cukup sekali, pertama dan terakhir, mending ke|pake|pindah|beli
    """,
    "service": """
        cs, csnya, customer service, call center, callcenter, layanan pelanggan, pelayanan*, admin nya,
        operator nya, petugas nya, mbaknya, masnya, kasir
    """,
    "ruined": """
        buang waktu, buang2 waktu, buang duit|uang|tenaga, sia sia, sia2, percuma*, gara gara|gara2,
        ketinggalan pesawat|kereta, terpaksa, jadi ga|gak|batal|telat, batal liburan, ngerugiin, rugi waktu,
        wfh gue, wfh saya, terbengkalai, terlantar, ditelantarin, terlantarkan,
        gagal mudik|liburan|berangkat|interview|meeting, telat kerja|kuliah|meeting, jadi telat, kerjaan, wfh,
        meeting, ujian, anak saya, anak gue, ibu saya, bapak saya, sakit perut, keracunan, diare, muntah,
        tidur di bandara|lantai|stasiun, ngemper, ganti tiket sendiri, ongkos sendiri, beli lagi, cari lagi
    """,
    "spam": """
        spam*, dihack, kehack, dibobol, kebobolan, diblokir*, keblokir, terblokir, disuspend,
        akun diblokir|kena|hilang|dibobol, telpon terus|mulu, nelpon terus|mulu, ditelpon terus|mulu, teror,
        pinjol, data bocor, dibajak
    """,
    "demand": """
        tolong diperbaiki|diproses|dicek|ditindak|dibantu|respon,
        tolong balas|solusinya|jelaskan|dong|donk|segera|kembalikan,
        mohon diperbaiki|ditindak|solusi|penjelasan|segera|dicek|kejelasan, benerin*, perbaiki*, balikin*,
        kembalikan*, tanggung jawab*, tanggungjawab, tindak lanjut*, ditindaklanjuti, jelasin*, jelaskan*,
        minta kejelasan|penjelasan|solusi|tanggung|pertanggung, kerja yang|yg bener, yg bener|bener aja,
        yang bener, niat ga, niat gak, niat ngga, segera, buruan, secepatnya, mana tanggung, ganti rugi,
        jangan cuma|diem|mau, respon dong|donk|lah, bales dong|donk|dm, cek dm
    """,
    "why": """
        kenapa*, knp, knapa, mengapa, napa,
        kok bisa|gini|gitu|malah|belum|blm|ga|gak|tiap|makin|mahal|lama|masih|saya|jadi, kok, apa apaan,
        apaan sih, ada apa dengan, maksudnya apa, ini ada apa, gimana ceritanya
    """,
    "owed": """
        minta refund|uang, refund ga|gak|belum|blm|dong|lama|mana|dijanjiin,
        uang ga|gak|belum|blm kembali|balik, dana belum kembali, ga mau refund|ganti|tanggung,
        tidak mau refund|ganti|tanggung, klaim ditolak|susah|ga|dipersulit, ditolak*,
        garansi ditolak|ga|hangus, hangus, giliran klaim|komplain, ga diganti, tidak diganti, dipersulit
    """,
    "shock": """
        gila ya, gila sih parah, astaga*, astagfirullah*, astaghfirullah*, ya ampun, yaampun, ya allah,
        ya tuhan, ga nyangka parah, masa sih, masa iya, masa, masak, serius ini|nih, seriusan, gimana sih,
        apa banget, lah yang, waduh*, wah parah, buset, heran*, aneh banget|bgt|ya, bisa bisanya, bisa2nya,
        plis deh, please deh, ampun deh
    """,
    "sarcasm": """
        mantap ya, mantap nih, hebat ya, hebat banget ya, hebat bener, keren ya, bagus ya, bagus banget ya,
        makasih loh ya, makasih ya udah bikin, makasih lho, terima kasih atas keterlambatan|kekecewaan,
        terimakasih sudah membuat|bikin, selamat ya udah, canggih ya, luar biasa ya, sampe lebaran,
        sampai lebaran, lebaran kuda, sulap ya, kayak taun, prestasi, mantap bener|banget pelayanannya,
        keren banget pelayanannya, bagus bener, top markotop ya, makasih ya kak udah, prestasi banget, rekor,
        luar binasa, canggih bener, lucu ya, lucu banget ya, niat jualan, niat kerja, niat ga sih, kirain,
        kirain bakal, dikira, emang lebaran, tahun depan, taun depan, sampai kiamat
    """,
    "tried": """
        udah komplain|lapor|dm|telpon|chat|email|hubungi|nelpon|coba|wa,
        sudah komplain|lapor|dm|telpon|chat|email|hubungi|menghubungi|coba|wa,
        udh komplain|lapor|dm|telpon|chat|email|coba, udah berkali|berapa, dm ga|gak|saya|gue|ku|dong|belum,
        chat ga|gak, telpon ga|gak, email ga|gak, cs ga|gak|cuma|nya, lapor*, laporan, komplain, dicoba*,
        restart*, tiket
    """,
}
