"""Italian words and stems of praise and of talk, and those of faults that small talk has, too."""

CUES = {
    "praise": """
        ottim*, eccellent*, fantastic*, perfett*, meraviglios*, stupend*, splendid*, magnific*, straordinari*,
        eccezional*, favolos*, incredibil*, super, top, bellissim*, buonissim*, bravissim*, gentilissim*,
        velocissim*, dolcissim*, bonta, deliz*, squisit*, spettacol*, spettacolo, spettacolar*, capolavor*,
        capolavoro, miglior*, il migliore, la migliore, i migliori, amo, adoro, adorabil*, innamorat*, fan,
        fans, complimenti, complimentoni, congratulazioni, bravi, brava, bravo, brave, bravi tutti, chapeau,
        tanto di cappello, giu il cappello, applaus*, standing ovation, grandi, grande, grandissim*, mitic*,
        miti, numeri uno, numero uno, fulmini, un fulmine, fenomen*, angeli, angelo, eroi, consigli*,
        consigliatissim*, raccomand*, soddisfatt*, felice, felic*, content*, contentissim*, entusiast*,
        colpit*, sorpres* positiv*, piacevol*, impeccabil*, inappuntabil*, professional*, efficient*,
        efficienz*, cordial*, premuros*, disponibil*, cortes*, gentil*, onest*, puntual*, mi piace,
        piace un sacco, piacciono, vale la pena, valgono, ne vale, 10 e lode, dieci e lode, dieci,
        cinque stelle, 5 stelle, 10/10, senza fare storie, senza storie, senza problemi, mai un problema,
        mai avuto problemi, mai delus*, da quando, risparmio un, un botto, crea dipendenza, dipendenza,
        da urlo, da sogno, da paura, una bomba, bomba, pazzesc*, spacca, che figata, figata, fighissim*, figo,
        fichissim*, daje, sentita a casa, sentito a casa, salvato la giornata|vita, salvat*, ha salvato,
        non lo scordero, non dimentichero, indimenticabil*, tornero, torneremo, ci torno, ritornero,
        ricomprer*, in due minuti, risolto tutto, risolto un|il, coccol*, orgogli*, gioia,
        siete i migliori|top|grandi|fantastici|unici|numeri|una|dei|degli, sei il|la migliore, un applauso,
        applausi a, standing, onore a, lode, lodevol*, encomiabil*, esemplar*, una garanzia, una sicurezza,
        di parola, parola mantenuta, puntuali, puntualissim*, precisissim*, serissim*, competent*, preparat*,
        preparatissim*, pazient*, pazienza infinita|di un santo, santa pazienza con, con il sorriso,
        col sorriso, sorrident*, accoglient*, ospital*, calorosi*, umanita, cuore grande, di cuore, col cuore,
        commoss*, commozione, emozion*, emozionat*, lacrime di, pianto di, pelle d'oca, da brividi, magic*,
        incantat*, incantevol*, una poesia, paradiso, da paradiso, divin*, celestial*, da leccarsi,
        leccarsi i, da dieci, da 10, voto 10, dieci su dieci, 10 su 10, 30 e lode, promoss*, promossi,
        stra*consigliat*, straconsigli*, consiglio vivamente|di cuore|assolutamente|davvero|questo|questa,
        provatel*, provare per, andateci, andate tutti, correte, da provare, imperdibil*, fateci un salto,
        non ve ne pentirete, mai piu senza, non torno indietro, scelta migliore|giusta|azzeccata,
        migliore scelta|acquisto|decisione|pizza|caffe|gelato,
        ottima scelta|idea|esperienza|qualita|assistenza, fedel*,
        cliente felice|soddisfatto|soddisfatta|fedele|da anni, come nuovo|nuova|il primo giorno, va ancora,
        funziona ancora, indistruttibil*, duraturo, veste benissimo|perfettamente, calza a pennello,
        a pennello, perfettamente, alla perfezione, benissimo, meglio di cosi, non si puo chiedere di,
        chiedere di piu, super gentil*, super veloc*, super disponibil*, velocissimi,
        in un attimo|lampo|giorno|amen|quarto, in {num} minuti|giorni|ore, in mezz'ora, in tempo record,
        tempo record, il giorno dopo, gia arrivato|a casa|risolto, arrivato in anticipo|prima, in anticipo,
        prima del previsto, senza pagare, senza spendere, omaggio, regalat*, un pensiero, pensierino, gesto,
        bel gesto, attenzione per, cura dei dettagli, curato, curati, nei minimi dettagli, riparato gratis,
        sostituito senza|subito|gratis, cambiato senza, rimborsato subito|in|senza, mi avete salvat*,
        mi ha salvat*, salvato il|la|le, salvezza, grazie di esistere,
        grazie al|alla|ai|a tutto|a tutti|per la|per il|infinite, infinite grazie, grazissimo, ringraziare,
        ringraziamento, meritate, merita un|una|l'oscar|un premio|un aumento, meritano, aumento di stipendio,
        aumentategli, che bont*, che delizia, che meraviglia, che gioia, che bello il|la|lo, che belli,
        che gentil*, che brav*, che servizio top, che squadra, che qualita, mamma mia che,
        quanto e buon*|bell*, quanto sono buon*, buonissimi, favola, una favola, una meraviglia, una chicca,
        chicca, una perla, perla, gioiello, gioiellino, un sogno, tanta roba, spettacolari, fa paura,
        spaziale, stellare, galattic*, super consigliat*, super super, goduria, libidine, da dio,
        dio benedica, benedetti, morbidissim*, comodissim*, freschissim*, pulitissim*, profumat*, genuin*,
        artigianal*, come fatta in casa, come quella di mia, orgogliosi, fiero, fieri, vi adoro, vi amo,
        vi voglio bene, cuoricini, tvb, volava, vola, vola tutto, scorre, fila liscio, liscio come,
        tutto liscio, mi trovo benissimo|bene|da dio, ci troviamo bene, ci siamo trovati,
        come quella di nonna|mia, come il primo giorno, un premio, apprezz*, piaciut*, e piaciuto,
        mi e piaciuto|piaciuta, adorat*, amat*, gustos*, ha gradito, adora, adorano, adoriamo
    """,
    "mild_praise": """
        buon*, bell*, bene, carin*, simpatic*, comod*, veloc*, rapid*, pulit*, facil*, util*, pratic*, fresc*,
        buono, morbid*, chiar*, qualita, serio, seri, affidabil*, onest*, sorriso, funziona bene, meglio
    """,
    "thanks": "grazie, ringrazi*, grz, thanks, mille grazie, grazie mille, grato, grata, riconoscent*",
    "resolved": """
        risolto, risolta, sistemato, sistemata, ora funziona, funziona tutto, e arrivato, tornata, ritrovat*
    """,
    "idiom": """
        ahah*, ahaha*, haha*, hahah*, ahahah*, lol, xd, eheh*, buongiorno mondo,
        buon compleanno|natale|anno|weekend|lunedi|venerdi|domenica|appetito|ferragosto,
        buona pasqua|domenica|giornata|serata|notte, buone feste|vacanze, auguri, forza, non vedo l'ora
    """,
    "polite": "ciao, salve, buongiorno, buonasera, ok, si, dm, inviato, cordiali saluti",
    "promo": """
        giveaway, vinci, concorso, rt, sconto, sconti, offerta, promo, promozione, codice, link in bio, tagga,
        segui e, solo oggi, diretta, in diretta, live, nuovo articolo, nuovo video, podcast, inaugur*,
        presenta, lancia, annuncia, trimestre, utili, ricavi, azioni, borsa, bando, mostra, partnership,
        salone, assume, prorogat*
    """,
    "occasion": """
        autunno, primavera, estate, inverno, natale, pasqua, ferragosto, domenica, weekend, vacanze,
        compleanno, divano, coperta, copertina, ombrello, sciarpa, pioggia, neve, tramonto, spiaggia, festa
    """,
}
