"""Italian words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        rott*, rompe, si rompe, si e rotto|rotta, guast*, difettos*, danneggiat*, ammaccat*, graffiat*,
        strappat*, bucat*, macchiat*, sporc*, ammuffit*, muffa, marci*, scadut*, scaduto, scaduta,
        andat* a male, avariat*, spiaccicat*, schiacciat*, stort*, scollat*, arrugginit*, crepat*, crepa,
        perde acqua, gocciola, non si accende, schermo nero|bianco|rotto,
        arrivat* rott*|fredd*|apert*|vuot*|sbagliat*|danneggiat*|spiaccicat*|incomplet*, crudo, cruda,
        bruciat*, immangiabil*, puzza/no, puzzava, scarafagg*, vermi, capello nel|nella, mal funzionant*,
        a pezzi, in pezzi, scucit*, ristrett*, infeltrit*, inutilizzabil*, acid*, gommos*, lavato una volta,
        dopo una settimana|un mese|due|tre|un, durato {num}|un|una|due|tre, si scolla, si e scollat*,
        si stacca, staccat*, scollata, si e apert*, si e aperta, esplos*, fuso, fusa, si e bloccat*, difetto,
        difetti, ha smesso, smesso di funzionare, non si accende piu, va a scatti, cigola, perde pezzi,
        ammacc*, rigat*, sbeccat*, moscio, mosce, molli, gelat* dentro, cruda dentro, capello, mosca nel,
        pelo nel, sa di, sapeva di, puzza di, olio di ricambio, blu, verde di muffa
    """,
    "fails": """
        non funzion*, nn funzion*, non va, nn va, non vanno, non carica, non si carica, non si apre, non apre,
        non parte, non si connett*, non prende, non risponde, non rispondono, non si accede, crash*,
        si blocca, si bloccano, bloccat*, bloccato, si impalla, impallat*, si chiude, si spegne,
        si disconnette, si riavvia, da errore, errore, messaggio di errore, bug, buggat*, bugs, lagga,
        laggat*, lag, rallenta*, lentissim*, fuori servizio|uso, ko, in tilt, giu da|di, sito giu, app giu,
        disserviz*, blackout, down, malfunzionament*, cade la|sempre|continuamente, cade in continuazione,
        salta, quadratini, pixel*, a scatti, si vede male|a, si sente male, non si sente, audio,
        dopo l'aggiornamento, aggiornamento e, da quando avete aggiornato, mi butta fuori, mi sbatte,
        mi disconnette, mi esce, disconnett*, in manutenzione, luce rossa, lucina, rubare il wifi, wifi del,
        mega su, mega reali, va piano|lenta|lentissima|a singhiozzo, singhiozzo, internet a, fibra a,
        senza rete da, schermata, rotellina, caricamento infinito,
        senza luce|acqua|internet|linea|corrente|riscaldamento|connessione,
        senza segnale|gas|rete|fibra|wifi|telefono|aria, manca la luce|acqua|corrente|linea,
        non c'e internet|linea|acqua|luce|segnale|campo|rete|posto|nessuno|personale, nessun segnale,
        niente internet|linea|luce|acqua|segnale|campo|rete|aria|riscaldamento,
        aria condizionata spenta|rotta|guasta, bagno fuori|rotto|chiuso, bagni rotti|chiusi|sporchi|fuori,
        stracolm*, sovraffollat*, stipati, come sardine, personale assente, inesistent*
    """,
    "cant": """
        non riesco, nn riesco, non riusciamo, non posso, non possiamo, non si riesce, non si puo,
        non mi fa|lascia|permette|da, impossibile, non c'e verso|modo, non trovo, impossibilitat*
    """,
    "problem": """
        disastro, disastr*, caos, casino, incubo, guaio, guai, delirio, problema con|da, problemi con|da|di,
        disagi*, disorganizz*, inefficien*, pasticcio
    """,
    "missing": """
        non e arrivat*, non e mai arrivat*, mai arrivat*, non arriva, nn arriva, non ho ricevuto,
        mai ricevut*, non ricevut*, nulla di fatto, smarrit*, perso il mio|la mia|il, perso la, avete perso,
        hanno perso, sparit*, scompars*, dov'e il|la|mio|finit*, dove sono i|le|finit*, che fine ha|hanno,
        manca/no, mancano, mancav*, mancante/i, incomplet*, risulta consegnat*, consegnat* a|ma,
        mai consegnat*, non consegnat*, vuot*, nessuna traccia, nessuna notizia, rubat*, senza notizie,
        non pervenut*, mezzo vuoto, scordat*, cancellato tutto, perso tutto, dati persi, spariti i,
        sparita la, sparite, meta del|della, a meta, mezzo pacco, pacco aperto|vuoto|rotto|sparito,
        consegnato a un|una|chi|nessuno, un certo, sta facendo il giro, in giro per, ordine sbagliato,
        prodotto sbagliato, taglia sbagliata, articolo sbagliato, sbagliat*, sbagliano,
        mancava la|il|un|una|meta, di un altro|altra cliente|persona, di un altro, di qualcun altro,
        del vicino, a nome di un|altri
    """,
    "delay": """
        ritardo, ritardi, in ritardo, di ritardo, ritardat*, cancellat*, soppress*, annullat*, rinviat*,
        rimandat*, spostat*, lent*, lentezza, eterno, un'eternita, ferm* da|in|a, sempre in ritardo,
        senza preavviso, senza avvisare, senza avviso, slitta*, bloccat* in|a|sul, tempi biblici,
        {num} di ritardo
    """,
    "waiting": """
        aspett* da|ancora|il|un|una|la|che|da|dal|invano, attend* da|ancora|il|un|una|la|che|dal,
        in attesa da|di|al, sto aspettando, stiamo aspettando, {num} {unit} di attesa|in,
        {many} {unit} di attesa|in, attesa di {num}, ore di attesa|in, minuti di attesa|in, da {num},
        da {many} {unit}, da giorni|settimane|mesi|ore|anni|ieri|lunedi,
        da martedi|mercoledi|giovedi|venerdi|sabato|domenica|gennaio|febbraio,
        da marzo|aprile|maggio|giugno|luglio|agosto|settembre,
        da ottobre|novembre|dicembre|ferragosto|natale|pasqua|quanto|stamattina, quanto ancora, fino a quando,
        sono {num} {unit}, sono {many} {unit}, sono passat*, e passat* un|una, passati {num},
        sono ore|giorni|settimane|mesi che, e un'ora|una|un che,
        sono due|tre|quattro|cinque|{num} giorni|ore|settimane|mesi, fermi in|da|a, fermo in|da|a, in coda da,
        al telefono da|per, in linea da, prima visita libera, a novembre, fino al 20*, aspettano un,
        in piedi fino|da, ho aspettato, abbiamo aspettato, col binocolo, lo vedo, campa cavallo,
        chissa quando, faccio in tempo, prima o poi, entro {num}, in {num} giorni lavorativi,
        {num} giorni lavorativi
    """,
    "no_answer": """
        nessuno risponde|sa|mi|ci|che|si|chiama|richiama|aiuta|risolve|arriva|viene, risponde nessuno,
        rispondete mai, non rispond*, nn rispond*, mai rispost*,
        nessuna risposta|soluzione|spiegazione|notizia|comunicazione|assistenza|scusa,
        senza risposta|risposte|soluzione|spiegazioni, zero risposte|risposta|assistenza, ignor*,
        mi hanno|ha ignorato, vi fate negare, mettono giu, messo giu, riattacca*, chiudono la chiamata,
        attaccano, mi rimbalz*, rimbalz*, scaricabarile, palleggi*, da un ufficio|operatore,
        risposta automatica, risposte automatiche, copia e incolla, copia incolla, bot, chatbot, robot,
        un disco, musichetta, numero verde, visualizzat* e, visualizzano e, non vi degnate,
        neanche una risposta|parola|scusa, nemmeno una risposta|parola|scusa, manco una risposta|parola|scusa,
        fregat*, se ne fregano, ve ne fregate, non gliene, fate finta, versioni diverse, nessuno che,
        manco a pagarli, a pagarli, il chatbot|bot, non c'e un umano, un umano, mi dicono di|che,
        mi rimandano, mi mandano, mi passano, rimandano a, colpa mia, e colpa del|mia, per loro e|va,
        fanno finta, se ne lavano, fate orecchie, orecchie da, neanche una|un, nemmeno un|una|uno straccio,
        straccio, nessun avviso|preavviso, senza avvis*, versioni, ognuno dice, non sanno niente|nulla,
        non sa niente|nulla, cade la linea, mi mettete in attesa
    """,
    "again": """
        ancora una volta, un'altra volta, per la {num}, per la seconda|terza|quarta|quinta|ennesima, ennesim*,
        terza volta, seconda volta, {num} volte, {many} volte, ogni volta, ogni mese, sempre la stessa,
        sempre lo stesso, sempre uguale, come al solito, tanto per cambiare, continuamente, in continuazione,
        ripetut*, continua/no a
    """,
    "money": """
        addebit*, addebito, scalano, scalat*, scalato, prelev* soldi, rimbors*, i miei soldi, miei soldi,
        nostri soldi, soldi indietro, rivoglio, mi dovete, doppio addebito, pagato due volte, due volte,
        bolletta da|di|assurda|sbagliata|gonfiata, bolletta piu, fatturat* in, commission*,
        costi nascosti|extra, mora, penale, conguaglio, storno, accredit*, risarciment*, indennizz*,
        trattenut*, senza autorizzazione|consenso|chiedere, rubato soldi, vi siete presi, mi scalano,
        scalano ancora, mi prelevano, mi addebitano, addebitato, preso {num} euro, {num} euro di|per|in piu,
        paghi, pago per|il|un, pagato e, pagato per, pagare per, pagare due, mi chiedete,
        mi chiedono {num}|soldi|altri, mi avete tolto|preso, tolti dal conto, soldi spariti,
        spese di|extra|nascoste, costi di, bolletta raddoppiata|triplicata|folle, conguagli*,
        attivato senza|un servizio, servizio mai richiesto, mai richiest*, non richiest*
    """,
    "price": """
        carissim*, costa troppo, costoso, un furto, furto, ladrocinio, prezzi folli|assurdi|alle,
        prezzo folle|assurdo, strozzin*, aumentat*, aumento di|del|delle|senza|tariffa, aumenti, rincar*,
        alzato la|il|i|le, alzano, hanno alzato, avete alzato, raddoppiat*, esager*, per quello che pago,
        pago per, ci marciate, spennat*, spennano, salass*, mi hanno alzato, alzato la tariffa, euro un|una,
        euro per un|una|due, {num} euro un|una|per, prezzi da, un botto di soldi, costa quanto, costa come,
        ladri, prezzo pieno, prezzo gonfiato, rincaro, aumentate
    """,
    "awful": """
        pessim*, orribil*, schif*, uno schifo, che schifo, fa schifo, fate schifo, vergogn*, una vergogna,
        vergognos*, indecent*, indecenza, indegn*, inaccettabil*, inammissibil*, intollerabil*, assurd*,
        ridicol*, scandal*, penos*, pietos*, patetic*, imbarazzant*, incompet*, incapac*, inett*, inutil*,
        inaffidabil*, scadent*, terribil*, disgustos*, squallid*, squallore, tragico, da denuncia,
        il peggior*, la peggior*, peggior*, peggio di, di male in peggio, zero stelle, voto 0, presa in giro,
        presi in giro, ci prendete in giro, prendete per, prendono per, presa per il,
        mancanza di rispetto|serieta|professionalita, poco seri*, poca serieta|professionalita,
        non siete seri, non e serio, un inferno, un incubo, odissea, calvario, bella roba, bella figura,
        buffon*, cialtron*, ciarlatan*, dilettant*, spazzatura, monnezza, merda, una merda, di merda, cagata,
        una cagata, cesso, da terzo mondo, terzo mondo, deludent*, delusion*, delus*, sconsigli*, sconcert*,
        allucinant*, vomitevol*, vomitare, follia, fuori dal mondo, fuori di testa, pagliacc*, sciatt*,
        che barzelletta|pagliacciata|vergogna|casino|disastro|truffa|circo|farsa|delirio, una barzelletta,
        una farsa, una pagliacciata, un circo, una comica, siamo alle comiche, alla frutta, siamo alla frutta,
        per i fondelli, i fondelli, prendendo per|in, prendete in giro, presa per i, state prendendo,
        mi state prendendo, sempre peggio, di male in, e un impresa, un'impresa, missione impossibile,
        una via crucis, un parto, da piangere, da mani nei, da galera, roba da chiodi, non ha senso|nome,
        non esiste, non sta ne, ne in cielo, a dir poco scandaloso|vergognoso|pessimo
    """,
    "bad": """
        cattiv* servizio|esperienza|qualita, brutt* esperienza|figura|servizio, mal organizzat*, male,
        malissimo, non va bene, non e giusto|normale|possibile, ingiust*, insipid*, scotta, scotto, freddo e,
        fredda e, gelid*, tiepid*, stracott*, rancid*, cartone, plastica, gomma, mediocr*, sgradevol*
    """,
    "upset": """
        delus*, deludent*, arrabbiat*, incazzat*, furios*, stufo, stufa di, stanc* di, esasperat*, disperat*,
        indignat*, amareggiat*, sconcertat*, infuriat*, nervos*, seccat*, scocciat*, frustr*, insoddisfatt*,
        pentit*, mi pento, non ne posso piu, non se ne puo piu, basta, adesso basta, rotto le, rotto i,
        rompete, che palle, due palle, che rabbia, che nervi, mi girano, allibit*, sconvolt*, fa arrabbiare,
        mi fate, pazienza finita, perso la pazienza, la pazienza, le tasche piene, tasche piene,
        fin sopra i|la, i capelli, i nervi, mi fate venire, fuori dai gangheri, perdere le staffe,
        perso le staffe, saltano i nervi, mi salgono, la goccia che, il troppo, esasperante, arcistuf*,
        sono al limite, al limite della, non se ne, palle piene, le palle
    """,
    "rude": """
        maleducat*, scortes*, sgarbat*, arrogant*, cafon*, scorbutic*, antipatic*, screanzat*, villan*,
        prepotent*, mi ha risposto male, risposto male, trattat* male|come|da, trattano male|come,
        mi ha trattat*, riso in faccia, ride in faccia, urlato, urlando, insult*, umili*, discrimin*,
        presuntuos*, supponen*, indisponen*, sbuffa*, alzato gli occhi, mi ha cacciato, sbattuto, riso in,
        ride in, alzato la voce, voce alta, mi ha liquidat*, liquidat*, mi ha detto di, trattati come|da,
        trattata come|da, trattato come|da, bestie, pezza da piedi, pezze, sufficienza, scocciata, scocciato,
        cafoni, ignorat* al, al telefono mi, buttato giu, chiuso il telefono in, telefono in faccia, in faccia
    """,
    "lies": """
        bugi*, mentit*, mentono, truff*, truffat*, imbrogl*, ingann*, raggir*, fregatur*, fregat*, frode,
        ladri, ladro, promess*, promettono, mi avevano|hanno detto|promesso|assicurato|garantito,
        avevate detto|promesso|garantito, pubblicita ingannevole, ingannevol*, falso, falsa, false, falsi,
        fals*, non corrispond*, diverso da, diversa da, niente a che vedere,
        doveva arrivare|passare|essere|venire, dovevano arrivare|passare|essere|venire|chiamare, dovevate,
        altro che, zitti zitti, di nascosto, ci hanno fregat*, mi hanno fregat*, una sola, che sola, bidone,
        bidonat*, tirato il pacco, tirato un pacco, gabbat*, raggirat*, presi per fess*, per fesso, per scemo,
        per scema, fumo negli occhi, tutto fumo, lucciole per, specchietto per
    """,
    "churn": """
        mai piu, disdico, disdett*, disdire, disdir*, cambio operatore|banca|gestore|compagnia, cambiero,
        passo a, passero a, me ne vado, vado altrove|da, ultima volta che|da, non compro piu, non comprate,
        non ordinate, evitate, alla larga, state alla larga, statene, non consiglio, sconsigli*,
        avete perso un|una, perso un cliente, perso una cliente, concorrenza, addio, recesso, recedo
    """,
    "service": """
        servizio clienti, assistenza clienti, call center, numero verde, operator*, customer care, centralino,
        sportello, addett*
    """,
    "ruined": """
        rovinat*, rovinare, perdita di tempo, perso tempo|una|il|la|un, perdere tempo, buttat*, buttato,
        buttare, soldi buttati, ferie buttate, giornata persa|buttata, ho dovuto, abbiamo dovuto, sono dovut*,
        costrett*, lasciat* a|senza|in|per, ci avete lasciat*, mi avete lasciat*, mi hanno lasciat*,
        appiedat*, senza di me, colpa vostra, per colpa, saltat*, a vuoto, per niente, da buttare,
        in piedi fino, in piedi per, vado a rubare, buttate, ferie, ci tocca, mi tocca, dormito in,
        dormito per terra, notte in aeroporto|stazione, perso il treno|volo|lavoro|giorno|la coincidenza,
        coincidenza persa, giornata di lavoro, sono stato male, intossicat*, vacanza rovinata|saltata
    """,
    "spam": """
        spam, hacker*, hackerat*, bloccato il|la|l'|account, bloccata la|carta, mi avete bloccat*,
        sospes* account|senza, phishing, chiamate continue, smettete di chiamar*|mandar*, telefonate moleste,
        tartass*, account bloccato|sospeso|rubato, clonat*
    """,
    "demand": """
        esigo, pretendo, pretendiamo, voglio il|la|un|i|essere|una|sapere, vogliamo il|la|un|i, risolvete,
        rispondete, sistemate, riparate, rimborsate*, fate qualcosa, datevi una, datemi, ridatemi, ridateci,
        restituit*, muovetevi, svegliatevi, sveglia, intervenite, provvedete, sollecit*,
        chiedo spiegazioni|il|un, spiegatemi, spiegazioni, una spiegazione, una soluzione, vergognatevi,
        aspetto una risposta|soluzione, attendo risposta|riscontro|una, urge,
        quando pensate|vi|risolv*|arriv*|intendete, vedete voi
    """,
    "why": """
        perche, xche, xke, come mai, come e possibile, com'e possibile, possibile che, e possibile che,
        ma come, cosa succede, che succede, si puo sapere, mi spiegate, qualcuno mi spiega, cosa aspettate,
        che cosa aspettate, che problemi avete, ma vi pare
    """,
    "owed": """
        rivoglio i, rivoglio il, voglio il rimborso|i miei, rimborso mai|negato|ancora|non|lo, non rimborsat*,
        non mi rimborsat*, mai rimborsat*, negat*, rifiut* di|il|la, si rifiut*, non accett* il|la|di,
        garanzia non|rifiutata|negata, dovete ridar*|rimborsar*, aspetto il rimborso, attendo il rimborso,
        non restitu*
    """,
    "shock": """
        incredibile, non ci credo, non ci posso credere, ma davvero, ma dai, ma scherziamo, scherziamo,
        state scherzando, non scherzo, roba da matti|pazzi, cose da pazzi|matti, da non credere, pazzesco,
        follia, siamo alla follia, al limite, ma e, ma siamo, boh, mah, mamma mia, roba da non,
        a questi livelli
    """,
    "sarcasm": """
        grazie per niente|il|nulla|aver|avermi|la|averci, grazie di niente|nulla,
        complimenti vivissimi|per|davvero, complimenti per il|la|i, bravi davvero|continuate, bel servizio,
        ottimo servizio davvero, bella assistenza|organizzazione|roba, ma bravi, ma che bravi, ma complimenti,
        bel modo di, ottimo lavoro davvero, evviva, alla faccia, complimenti davvero, bella mossa, che bello,
        bravissimi, ottimo direi, tutto regolare, tutto normale, veste il cane, vedete voi, fate voi,
        vi sembra normale, ma che davvero, ferie buttate grazie, grazie eh, applausi ironici, zitti zitti
    """,
    "tried": """
        ho chiamat*|scritt*|mandat*|provat*|inviat*|apert*|parlat*|segnalat*|contattat*|chiesto,
        abbiamo chiamat*|scritt*, chiamo da|e, scrivo da|e,
        {num} chiamate|mail|email|messaggi|telefonate|operatori|pec|volte,
        {many} chiamate|mail|email|messaggi|telefonate|operatori|pec, sollecit*, reclam*, segnalazion*, pec,
        raccomandata, ticket, provo a|da
    """,
    "not_come": """
        doveva passare, doveva venire, dovevano venire|passare|consegnare, tecnico mai|non|fantasma,
        corriere non|fantasma, appuntamento saltato|tra|dalle, visto scappare, ero a casa, ero in casa,
        sono stato a casa, ferie per, permesso dal lavoro, preso un giorno, non ha citofonato, non citofona,
        nemmeno citofonato, lasciato fuori|sotto|in strada|per terra, lanciato, buttato oltre
    """,
}
