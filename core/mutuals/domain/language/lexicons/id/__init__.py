"""Indonesian cue lists, slang and short forms included. The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "tidak, tdk, gak, ga, gk, nggak, ngga, kurang, bukan, ndak",
    "i": "saya, aku, gue, gw, gua, ane, kami, kita, sy, w, ku",
    "you": "kamu, kalian, anda, lu, lo, loe, min, mimin, kak, kakak",
    "be": "adalah, ini, itu, jadi",
    "it": "ini, itu, tu, tuh, nih",
    "my": "saya, aku, gue, gw, ku, kami",
    "a": "yang, yg, di, dari, ke, dengan, dgn, baru, pake, pakai",
    "life": """
        hari, cuaca, hujan, minggu, senin, selasa, rabu, kamis, jumat, sabtu, pagi, malam, liburan, hidup,
        macet, film, buku, berita
    """,
    "not": """
        tidak, tdk, gak, ga, gk, nggak, ngga, enggak, g, kagak, ndak, tak, ngak, bukan, belum, blm, belom,
        blum, jangan, tanpa, tiada
    """,
    "unit": "menit, mnt, jam, hari, hr, minggu, mgg, bulan, bln, tahun, thn, taun, hari kerja, malam",
    "many": """
        satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, beberapa, berapa, se, setengah,
        sejam, sehari, seminggu, sebulan, setahun, berjam, berhari, sebelas, dua belas, dua puluh
    """,
    "work": """
        bisa, bs, jalan, fungsi, berfungsi, nyala, buka, kebuka, login, masuk, connect, konek, nyambung,
        respon, muncul, keluar, akses, diakses, update, loading
    """,
    "arrive": """
        sampai, sampe, nyampe, datang, dateng, tiba, diterima, terima, dikirim, kirim, masuk, cair, balik,
        kembali
    """,
    "answer": """
        dibalas, dibales, bales, balas, balasan, jawab, dijawab, jawaban, respon, direspon, tanggapan,
        ditanggapi, angkat, diangkat, solusi, bantu, dibantu, kabar, peduli
    """,
    "goods": """
        aplikasi, app, apps, akun, pesanan, paket, kiriman, kartu, tagihan, internet, jaringan, sinyal, kuota,
        pulsa, saldo, transaksi, penerbangan, bagasi, koper, kereta, kamar, makanan, tiket, uang, dana,
        layanan, pembayaran, barang, teknisi, kurir, driver, refund, listrik, wifi, modem, resi, klaim,
        rekening, produk
    """,
    "fault": """
        masalah, kendala, ribet, antri, antre, drama, biaya, komplain, lag, error, delay, keluhan, hambatan,
        ngeluh, nunggu, potongan, cacat, ragu, lecet, sakit, pegal, takut, ngomel, protes, mikir, basa
    """,
}

CUES = {
    "broken": "dingin, bau, kotor*, pecah*, mati, noda, ada rambutnya",
    "fails": "lemah, putus, mati, sinyal, jaringan, ac, sinyal nol|0|zonk|satu|cuma, nol sinyal",
    "missing": "belum, blm, ilang, mana, kosong, kurang",
    "waiting": "nunggu, lama",
    "money": "bayar*, tagihan, saldo, potong*, pulsa, kuota, rb, ribu, juta, jt, harga",
    "price": "mahal, harga",
    "awful": "parah, gila, jelek",
    "upset": "sedih, cape, sakit, duh",
    "swearing": """
        bangsat*, babi, tai, kampret*, sialan*, brengsek*, goblok*, tolol*, bego*, bodoh*, kontol*, memek,
        asu, jancok*, jancuk, cok, ngentot*, tae, setan, bacot, kampungan, monyet, bajingan, anjay, njir,
        anjir, anjing, anjinglah
    """,
    "lies": "janji*, katanya, bohong",
    "churn": "pindah*, ganti, uninstall, pindah",
    "ruined": "rugi, padahal",
    "demand": "segera, solusi*",
    "help": "tolong*, bantu*, bantuan, bantuin, help, butuh bantuan, mohon bantuan, minta tolong",
    "shock": "serius, sumpah, masa, kok, buset",
    "tried": "komplain*, lapor*, hubungi*, telpon, nelpon, email, dm",
    "still": """
        masih belum|ga|gak|aja|tidak|sama|error|eror|blm|mati|begini|gini|lemot|gangguan,
        sampai sekarang|skrg|saat, sampe sekarang|skrg|skg, hingga kini|sekarang|saat, masih, juga belum|blm,
        ga kunjung, tak kunjung, tidak kunjung, belum juga, belom juga, blm juga, ga juga, sampai detik
    """,
    "again": """
        lagi, sering, tiap, terus terusan, tiap bulan|tanggal|kali|minggu, setiap bulan|kali, selalu aja|saja
    """,
    "chase": """
        kapan*, kpn, sampai mana, sampe mana, udah sampai mana, update nya, info dong, kabarnya, progress,
        progres
    """,
    "not_come": """
        ga dateng, gak dateng, ga datang, tidak datang, ga muncul, ga nongol, janji dateng|datang, ditungguin,
        teknisi ga|gak|belum|blm|janji, kurir ga|gak|belum|bilang, tidak kunjung datang
    """,
    "howto": """
        gimana cara*, bagaimana cara*, cara, apakah bisa|ada|boleh|masih, apa bisa|ada|boleh, bisa ga,
        bisa gak, bisa ngga, bisa tidak, boleh ga, boleh gak, boleh, ada ga, ada gak, mau tanya, mau nanya,
        nanya, tanya, numpang tanya, izin bertanya, ijin tanya, berapa harga|ongkir|biaya|lama, jam berapa,
        ready*, kapan rilis|buka|ready|restock|ada, restock, ongkir ke, buka jam,
        ada menu|ukuran|warna|cabang|promo|diskon|yang
    """,
    "question": "apa, apakah, berapa, dimana, di mana, siapa, mana, gmn, gimana, bagaimana, brp",
    "wish": """
        semoga, harusnya, seharusnya, sebaiknya, saran, kritik dan saran, usul, coba deh, mending, andai,
        kalau bisa, pengennya, request
    """,
    "worry": "khawatir, takut, was was, apakah aman, cemas",
    "please": "tolong, mohon, plis, please, pls",
    "prize": "anda menang, kamu menang, klaim hadiah, uang mudah, cuan cepat",
    "brand_voice": "mohon maaf atas, kami mohon maaf, silakan dm, silahkan dm, tim kami, kami informasikan",
    "negation": """
        tidak, tdk, gak, ga, gk, nggak, ngga, enggak, kagak, bukan, belum, blm, belom, tanpa, jangan, gada
    """,
    "first": "saya, aku, gue, gw, gua, kami, kita, sy, ane",
    "second": "kamu, kalian, anda, lu, lo, loe, min, mimin, kak",
    "mine": "saya, gue, gw, aku",
    "my_goods": "{goods} saya, {goods} gue, {goods} gw, {goods} aku, {goods} ku",
    "your_goods": "{goods} kalian, {goods} lu, {goods} nya, {goods} anda",
    "goods": """
        aplikasi, app, akun, pesanan, paket, kartu, tagihan, internet, sinyal, kuota, pulsa, saldo, kereta,
        kamar, tiket, barang, teknisi, kurir, driver, refund, listrik, wifi, klaim, rekening
    """,
    "conditional": "kalau rusak|hilang, jika rusak|hilang, seandainya",
    "contrast": "tapi, tp, tetapi, padahal, malah, pdhl, cuma, doang, sekarang, giliran, eh, lah",
    "chasing": """
        masih nunggu, ada kabar, gimana kabarnya, halo min, min tolong, kok belum, 0/10, tolong dibalas,
        bales min, min halo
    """,
    "elapsed": "{num} {unit}, {many} {unit}",
    "amount": "{num}rb, {num} ribu|rb|rebu|juta|jt|perak, rp",
    "burden": """
        malah, malahan, padahal, tapi, tp, giliran, kok, lah, mana, udah gitu, udah gt, terus, trs, pas, tau2,
        tau tau, tiba2, tiba tiba, disuruh*, dipaksa, dibilang, katanya, nyatanya, ternyata, eh, boro2,
        boro boro, jangankan, apalagi, ditambah, pula, sampe, sampai
    """,
    "emphatic": """
        bgt, banget, bener, parah, gila, serius, asli, beneran, kayak, kaya, masa, doang, mulu, aja,
        kayak taun, sumpah
    """,
}

FLAGS = {
    "urgent": """
        penipuan, ditipu, dibobol, kebakaran, kebocoran gas, bahaya, berbahaya, terluka, rumah sakit,
        pengacara, lapor polisi, polisi, darurat, terlantar di, hilang uang, rekening dibobol
    """,
    "wants_follow": """
        follow back, folback, follback, follow balik, tolong follow, mohon follow, difollow biar bisa dm,
        follow saya
    """,
    "churn": "pindah ke, pindah provider, ganti provider, berhenti langganan, tutup rekening, kapok",
    "advocacy": "rekomen banget, recommended banget, saya rekomendasikan, cobain deh, wajib coba",
}
