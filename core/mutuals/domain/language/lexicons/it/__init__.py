"""Italian cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "non, nn, poco, per niente, mica",
    "i": "io, noi, sono, siamo, mi, ci, ho, abbiamo",
    "you": "voi, vostro, vostra, vostri, vostre, vi, tu, tuo, tua, siete, avete",
    "be": "e, sono, era, erano, sara, resta, rimane, arriva, arrivato, arrivata",
    "it": "questo, questa, quello, quella, tutto, lo, la",
    "my": "mio, mia, miei, mie, nostro, nostra",
    "a": "un, una, uno, il, lo, la, i, gli, le, di, con, in, nuovo, nuova, del, al, nel, sul",
    "life": """
        giornata, tempo, pioggia, neve, domenica, lunedi, martedi, mercoledi, giovedi, venerdi, sabato,
        mattina, sera, weekend, estate, inverno, autunno, primavera, capelli, cuore, testa, vita, esame,
        festa, traffico, mondo, film, libro
    """,
    "not": """
        non, nn, mai, senza, ne, niente, nulla, nessuno, nessuna, nessun, manco, nemmeno, neanche, neppure, no
    """,
    "unit": """
        minuto, minuti, min, ora, ore, giorno, giorni, gg, settimana, settimane, mese, mesi, anno, anni,
        notte, notti
    """,
    "many": """
        un, una, due, tre, quattro, cinque, sei, sette, otto, dieci, venti, trenta, quaranta, cinquanta, vari,
        varie, molti, molte, mezz'ora, mezza, parecchi, nove, undici, dodici, quindici
    """,
    "work": """
        funzion*, va, vanno, carica*, apre, aprono, aprire, conness*, connett*, rispond*, parte, accend*,
        accede*, entra*, riesco, riusciamo, riesce, prende, stampa, sincronizz*, aggiorn*, si
    """,
    "arrive": "arriv*, ricev*, consegn*, sped*, rimbors*, accredit*",
    "answer": "rispond*, rispost*, richiam*, aiut*, risolv*, sa, chiama*, considera*, degna*, interess*",
    "goods": """
        app, sito, account, ordine, pacco, spedizione, carta, bolletta, fattura, internet, linea, rete,
        telefono, volo, valigia, bagaglio, treno, camera, cibo, prenotazione, acquisto, soldi, servizio,
        pagamento, password, assistenza, modem, fibra, conto, tecnico, corriere, rimborso, biglietto,
        abbonamento, contratto
    """,
    "fault": """
        problema, problemi, intoppo, intoppi, attesa, attese, fila, file, code, coda, ritardo, ritardi,
        errore, errori, storie, discussioni, lamentela, lamentele, pensieri, stress, sbatti, costi, sorprese,
        guasto, guasti, difetto, difetti, burocrazia, rimpianti, pentimenti, domande, complicazioni, dubbi,
        noie, seccature, spiacevoli, dolori, dolore, paura, ansia, fiatare, protestare, discutere, lamentarsi
    """,
}

CUES = {
    "broken": "fredd*, perde, rumor*, vecchi*, brucia*, stracc*, buco, buchi, macchia, macchie, peli",
    "fails": """
        connession*, errori, problem*, blocc*, cade, cadut*, segnale, campo, copertura,
        zero|0 tacche|campo|segnale|rete|barre
    """,
    "missing": "manc*, vuot*, perso, persa, persi, perse, avete dimenticato, dimenticato di",
    "delay": "tard*, coda, code, fila, file, ritard*, lent*",
    "waiting": "aspett*, attes*, attend*",
    "money": """
        soldi, euro, bollett*, fattur*, carta, prezz*, tariff*, pago, pagat*, pagare, paghi, costa/no, costo,
        costi
    """,
    "price": "aument*, prezz*, caro, cara, cari, care, troppo caro|cara|cari|care",
    "awful": "peggio, brutt*, orrore, follia, pena, disagio, pessimo, gravissimo, grave, graviss*",
    "bad": "mal, brutt*, cattiv*, scars*, peccato, triste",
    "upset": "stanc*, triste, peccato, rabbia, nervi, delus*, uff, uffa, stufo, stufi, stufa",
    "swearing": """
        cazz*, merd*, stronz*, vaffa*, vaffancul*, coglion*, minchi*, porc*, culo, bastard*, cacca, fanculo,
        mannaggia, diamine
    """,
    "lies": "promess*, promett*, dovev*, falso, detto",
    "churn": "disd*, cambi*, addio, chiudo",
    "ruined": "dovut*, perso, persa, rovin*, buttat*",
    "spam": "blocc*, sospes*, chiamate",
    "demand": "risolv*, sistem*, urgent*, urgenz*, spieg*, soluzion*, scuse, rispetto",
    "help": "aiut*, help, sos, una mano, bisogno di",
    "shock": "seriamente, sul serio, assurdo, wow, oddio, dio mio, ecco",
    "tried": "chiam*, scritt*, contatt*, segnal*, mail, email, provo, provat*, provare",
    "still": """
        ancora non|niente|nulla|nessuno|nessuna|senza|in, non ancora, tuttora, tutt'ora, ancora, nemmeno,
        neanche, neppure, manco, non piu, ormai
    """,
    "again": "di nuovo, volte, ogni, solito, solita, ancora {num}, tutti i mesi",
    "chase": "quando, novita, notizie, aggiornamenti, a che punto, stato dell'ordine, entro quando, tempi",
    "not_come": """
        non e venut*, non e passat*, non si e presentat*, non si e visto|vista, nessuno e venuto|passato,
        mai passat*, mai venut*, mai visto, non ha suonato, non ha neanche|nemmeno suonato, non passa,
        doveva passare, non viene
    """,
    "howto": """
        come posso|faccio|si fa|funziona|si, si puo, posso, e possibile, vorrei sapere, volevo sapere,
        volevo chiedere, a che ora, che orari, quanto costa, quanto viene, dove posso|trovo, avete il|la|un,
        esce, spedite, accetta*, serve, bisogna, qualcuno sa
    """,
    "question": """
        quale, quali, quanto, quanti, dove, chi, cosa, che cosa, sapete, potete, potreste, avete, fate, c'e
    """,
    "wish": """
        dovreste, sarebbe bello|utile|meglio, suggerimento, proposta, mi piacerebbe, spero che,
        peccato che non, magari
    """,
    "worry": "preoccupat*, preoccup*, e sicuro",
    "please": "per favore, perfavore, per cortesia, x favore, prego, gentilmente",
    "prize": "hai vinto, ritira il premio, guadagna {num}, soldi facili",
    "brand_voice": """
        ci dispiace, ci scusiamo, scrivici in, il nostro team, ti aspettiamo, vi aspettiamo, siamo lieti
    """,
    "negation": "non, nn, mai, senza, nessuno, niente, nulla, nessuna, nessun, no, ne",
    "first": "io, mio, mia, miei, mie, mi, noi, nostro, nostra, ci, ho, abbiamo, sono",
    "second": "voi, vostro, vostra, vostri, vostre, vi, siete, avete",
    "mine": "mio, mia, miei, mie",
    "my_goods": "mio {goods}, mia {goods}",
    "your_goods": "vostro {goods}, vostra {goods}",
    "goods": """
        app, sito, account, ordine, pacco, carta, bolletta, internet, linea, volo, valigia, treno,
        prenotazione, tecnico, corriere, conto, modem, abbonamento
    """,
    "conditional": "nel caso, se si rompe, se dovesse",
    "contrast": "ma, pero, invece, anzi, eppure, solo, adesso, ora, ormai",
    "chasing": """
        sto ancora aspettando, qualcuno risponde, c'e qualcuno, novita, 0/10, rispondete, nessuna risposta,
        e quindi, allora
    """,
    "elapsed": "{num} {unit}, {many} {unit}",
    "amount": "{num} euro|eur|€, {num}€",
    "burden": """
        mi hanno|avete fatto|dato|detto|tolto|mandato|cambiato,
        mi hanno|avete venduto|bloccato|chiesto|messo|lasciato|alzato,
        ci hanno|avete fatto|dato|detto|tolto|mandato|cambiato|messo|lasciato, mi fanno, mi dicono, mi tocca,
        ci tocca, in piu, per di piu, pure, perfino, addirittura, tra l'altro, invece di, anziche, zitti,
        di punto in bianco, senza di, e ora, e adesso, e pure, e io, intanto
    """,
    "emphatic": """
        davvero, proprio, mica, possibile, giuro, tipo, sembra, come se, pare, praticamente, letteralmente,
        a questo punto
    """,
}

FLAGS = {
    "urgent": """
        truffa, hackerato, rubato, incendio, fuga di gas, pericolo, pericoloso, ferito, ferita, ospedale,
        avvocato, denuncia, urgente, addebitato due volte, bloccato in aeroporto, carabinieri
    """,
    "wants_follow": """
        seguitemi, mi seguite, potete seguirmi, seguimi, follow back, non posso mandarvi dm|messaggi,
        mi seguite cosi
    """,
    "churn": "disdico, passo a, cambio operatore, mai piu, chiudo il conto, disdetta",
    "advocacy": "consiglio a tutti, ve lo consiglio, lo consiglio, consigliatissimo, provatelo, provate",
}
