"""Dutch cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "niet, geen, weinig, nie",
    "i": "ik, wij, we, ben, zijn, heb, hebben, me, mij, ons",
    "you": "jullie, je, jij, u, uw, jouw, jou",
    "be": "is, zijn, was, waren, blijft, wordt, werd, komt, kwam",
    "it": "het, dit, dat, deze, die, alles, ze, 't",
    "my": "mijn, m'n, mn, onze, ons",
    "a": "een, 'n, de, het, mijn, met, van, in, op, nieuwe, bij, voor",
    "life": """
        dag, weer, regen, sneeuw, zondag, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, ochtend,
        avond, nacht, week, weekend, jaar, winter, zomer, herfst, lente, haar, hart, hoofd, leven, humeur,
        examen, feest, wereld, film, boek, nieuws
    """,
    "not": """
        niet, nie, geen, nooit, niks, niets, niemand, zonder, noch, nergens, amper, nauwelijks, noppes, nul
    """,
    "unit": """
        minuut, minuten, min, uur, uren, dag, dagen, week, weken, maand, maanden, jaar, jaren, nacht,
        kwartier, avonden
    """,
    "many": """
        een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, twintig, dertig, veertig, paar, hele,
        halve, half, meerdere, anderhalf, anderhalve, elf, twaalf, vijftien, vijftig
    """,
    "work": """
        werk*, doet, doe, laadt, laden, opent, openen, start, verbind*, reageert, lukt, inlogg*, bereikbaar,
        laad, open, gaat
    """,
    "arrive": """
        aangekomen, ontvangen, gekregen, geleverd, bezorgd, gekomen, terugbetaald, teruggestort, verstuurd,
        gezien, binnen
    """,
    "answer": """
        antwoord*, reageer*, reactie, bereikbaar, helpt, helpen, opneemt, opnemen, terugbel*, belt, bellen,
        weet, gebeld, geholpen, neemt
    """,
    "goods": """
        app, site, website, account, bestelling, pakket, pakje, levering, kaart, rekening, factuur, internet,
        wifi, lijn, netwerk, telefoon, vlucht, koffer, bagage, trein, bus, kamer, eten, boeking, ticket, geld,
        service, betaling, wachtwoord, monteur, bezorger, klantenservice, abonnement, contract, bereik,
        garantie
    """,
    "fault": """
        probleem, problemen, gedoe, gezeur, gezeik, gezanik, wachttijd, wachttijden, wachtrij, storing,
        storingen, vertraging, klacht, klachten, gemor, moeite, stress, kosten, lettertjes, discussie,
        poespas, spijt, fout, fouten, kras, vragen, rompslomp, papierwerk, verrassingen, twijfel, omkijken,
        haperingen, pijn, angst, zenuwen, zeuren, mopperen, morren, twijfelen, aarzelen
    """,
}

CUES = {
    "broken": """
        stuk, koud*, kras*, scheur*, lelijk, hard, kapotte, bruin, oud, oude, vlek, vlekken, haren in
    """,
    "fails": """
        fout*, hangt, storing, verbinding, internet, wifi, bereik, update, inlog*,
        nul|0 streepjes|bereik|balkjes|signaal
    """,
    "missing": "leeg, mis, vergeten, kwijt, niks, zijn vergeten, vergeten mee te, weg",
    "delay": "laat, traag, duurt, lang*, wachten, rij, file, gemist",
    "waiting": "wacht*, gewacht, sinds",
    "money": "betaal*, betalen, euro, kost*, kosten, rekening, factuur, geld, bedrag, prijs, tientje",
    "price": "prijz*, prijs, verhog*, verhoogd, duur, dure, duurder",
    "awful": "gek, raar, stom*, idioot, absurd*, treurig*, ruk, ergste, dom, domme",
    "bad": "jammer, helaas, fout, verkeerd*, raar",
    "upset": "jammer, moe, verdrietig, boos, zucht, pff*, tjonge, jeetje",
    "swearing": """
        kut*, klote*, godver*, verdomme, verdorie, shit, fuck*, kanker*, tering*, tyfus*, lul*, eikel*,
        klootzak*, hufter*, bitch, idioten, mongool, flikker, sukkel*, rot
    """,
    "lies": "zogenaamd, nep, belofte*, beloof*, beloven",
    "churn": "overstap*, opzeg*, doei",
    "ruined": "moest, moesten, gemist, zonder",
    "demand": "oploss*, regel*, fix, direct, eindelijk, excuus, excuses, snel, eis, eisen",
    "help": "help*, hulp, sos, hulp nodig, kunnen jullie helpen",
    "shock": "ernst, wow, goh, jemig, tja, nou, te gek voor woorden",
    "tried": "gebeld, mail*, prober*, contact, geklaagd, belde, bellen, belt",
    "still": """
        nog steeds*, nog altijd, nog niet, nog geen, nog niks, nog nooit iets, nog niemand,
        tot nu toe niks|niets|geen|niet, niet eens, niet meer, helemaal niet|niks|niets, niet een keer
    """,
    "again": "weer, keer, opnieuw, elke, iedere, elke maand|week, iedere maand|week",
    "chase": """
        wanneer, hoe laat, status, update, enig idee, al iets bekend, wat is de stand, track en trace, track
    """,
    "not_come": """
        kwam niet|nooit|niemand|niet opdagen, komt niet|nooit|niemand, niet komen opdagen, niet gekomen,
        niet opgedaagd, niemand gekomen|geweest|gezien, niemand aan de deur, rijdt niet, reed door,
        niet gereden, monteur zou, bezorger zou
    """,
    "howto": """
        hoe kan ik|doe|werkt|moet|laat|krijg, kan ik, kan je, kunnen we, mag ik|mijn|er|m'n, is het mogelijk,
        hebben jullie, heeft u, zijn jullie, leveren jullie, verkopen jullie, ik vroeg me, wilde vragen,
        vraagje, hoeveel, wat kost, waar kan ik|vind, moet ik, weet iemand
    """,
    "question": "welke, wie, hoeveel, kunnen jullie, kan u, kunt u, hoe lang|vaak|groot|duur, waar, komt",
    "wish": """
        zouden moeten, zou fijn|leuk|mooi|handig zijn, suggestie, tip voor jullie, ik wens, hopelijk,
        zou graag
    """,
    "worry": "bezorgd, zorgen, maak me zorgen, is het veilig, ongerust",
    "please": "alsjeblieft, alstublieft, aub, ajb, a.u.b",
    "prize": "je hebt gewonnen, u heeft gewonnen, claim je prijs, snel geld, verdien {num}",
    "brand_voice": "wat vervelend, excuses voor het ongemak, stuur ons, ons team, we helpen je, we helpen u",
    "negation": "niet, geen, nooit, niks, niets, niemand, zonder, amper, nauwelijks, nul",
    "first": "ik, mijn, m'n, mn, mij, me, wij, we, ons, onze",
    "second": "jullie, u, uw, je, jij, jouw",
    "mine": "mijn, m'n, mn",
    "my_goods": "mijn {goods}, m'n {goods}, mn {goods}, onze {goods}",
    "your_goods": "jullie {goods}, uw {goods}, je {goods}",
    "goods": """
        app, site, account, bestelling, pakket, levering, kaart, rekening, factuur, internet, vlucht, koffer,
        trein, boeking, ticket, abonnement, contract, monteur, bezorger, bereik
    """,
    "conditional": "indien, in het geval, als het kapot|stuk gaat, mocht",
    "contrast": "maar, terwijl, hoewel, toch, echter, alleen, nu, ondertussen, in plaats van, precies als",
    "chasing": """
        wacht nog steeds, nog steeds niks|niets, is daar iemand, iemand thuis, hallo iemand, 0/10, reageer,
        graag reactie, nog nieuws
    """,
    "elapsed": "{num} {unit}, {many} {unit}",
    "amount": "{num} euro|eur|€|cent|piek, {num}€",
    "burden": """
        en dan, dan zeggen, en dan zeggen, en maar, en nu, ineens, opeens, plotseling, zomaar, gewoon,
        terwijl ik|wij|we|er|jullie, laat mij|me|ons, moet ik, moeten we, mag ik nu, mag ik weer, krijg ik,
        krijgen we, werd ik, wordt er, word ik, hebben mijn|me|ons, jullie hebben, bovendien, ook nog,
        ook nog eens, niet eens, nog niet eens, zelfs niet, volgens de, in plaats van, dat ik zelf, sta ik,
        zit ik, van het, precies als
    """,
    "emphatic": """
        echt, serieus, letterlijk, inmiddels, weer, alsof, lijkt wel, net alsof, zeker, heel, hele, gewoon,
        amper, maar liefst, en daarmee
    """,
}

FLAGS = {
    "urgent": """
        gehackt, opgelicht, gestolen, brand, gaslek, gevaar, gevaarlijk, gewond, ziekenhuis, advocaat,
        aangifte, dringend, spoed, gestrand, twee keer afgeschreven, dubbel afgeschreven
    """,
    "wants_follow": """
        volg mij, volg me, volgen jullie mij, kunnen jullie mij volgen, volg terug, follow back,
        kan geen dm sturen, kan jullie geen dm
    """,
    "churn": "stap over, opzeggen, zeg op, overstappen, nooit meer, laatste keer",
    "advocacy": "aanrader, raad ik aan, kan ik aanraden, raad iedereen, beveel aan, probeer",
}
