"""German cue lists, without umlauts' dots (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "nicht, kein, keine, keinen, keiner, wenig, nie",
    "i": "ich, wir, bin, mir, mich, uns",
    "you": """
        ihr, euch, euer, eure, euren, eurem, eurer, sie, ihre, ihren, ihrem, ihrer, du, dein, deine, dir
    """,
    "be": "ist, sind, war, waren, wird, wurde, wurden, bleibt, kommt, kam, kamen",
    "it": "es, das, dies, dieses, diese, dieser, alles, beide, die, der",
    "my": "mein, meine, meinen, meinem, meiner, unser, unsere, unseren",
    "a": """
        ein, eine, einen, einem, einer, der, die, das, den, dem, mein, meine, meinen, meinem, meiner, mit,
        von, im, am, beim, vom, zum, neue, neuen
    """,
    "link": """
        am, im, in, an, auf, zu, zum, zur, von, bei, mit, fur, und, oder, aber, so, wenn, wann, warum, wie,
        was, wo, wer, dass, weil, seit, nach, vor, ist, sind, war, hat, haben, kann, konnt, bitte, danke, der,
        die, das, den, dem, ein, eine, mein, meine, nur, immer, noch, schon, doch, mal, hier, jetzt, nicht,
        kein
    """,
    "life": """
        tag/e, wetter, regen, schnee, sonntag, montag, dienstag, mittwoch, donnerstag, freitag, samstag,
        morgen, abend, nacht, woche, wochenende, jahr, winter, sommer, herbst, fruhling, haar/e, herz, knie,
        fusse, kopf, stimme, chef, chefin, leben, laune, prufung, party, stau, welt, film, buch, witz/e,
        lachen, nachrichten, kino
    """,
    "sure": """
        defekt/e/es, kaputt, beschadigt, reklamation, beschwerde, erstattung, ruckerstattung, abgebucht,
        unverschamt, unverschamtheit, frechheit, saftladen, abzocke, unzumutbar, inkompetent, unfahig,
        enttauscht, enttauschend, enttauschung, unfreundlich, kundigung, kundige, gekundigt, storung/en,
        ausfall, unzufrieden, betrug, betruger, abzocker, warteschleife, uberteuert, mangelhaft, ungenugend,
        funktioniert, mahnung, entschadigung, fehlerhaft, abgesturzt, absturz, katastrophal, unterirdisch,
        kundenservice, kundendienst, miserabel, grottenschlecht, verarscht, schlecht, schlechter, furchtbar,
        peinlich, lacherlich, nervt, genervt, wutend, stinksauer, verspatung/en, verspatet, falsche, falscher,
        falschen, gesperrt, gehackt, unmoglich, hilfe
    """,
    "not": "nicht, kein, keine, keinen, keiner, keinem, nie, niemals, ohne, nix, nichts, niemand",
    "unit": "minute/n, min, stunde/n, std, tag/e/en, woche/n, monat/e/en, jahr/e/en, nacht",
    "many": """
        ein, eine, einer, einem, zwei, drei, vier, funf, sechs, sieben, acht, zehn, mehrere, mehreren, paar,
        halbe, neun, elf, zwolf, funfzehn, zwanzig, dreissig, vierzig, funfzig
    """,
    "work": """
        geht, gehen, funktioniert, funktionieren, ladt, laden, offnet, reagiert, verbindet, lauft, moglich,
        klappt, einloggen, anmelden, erreichbar, startet, erkannt
    """,
    "arrive": """
        angekommen, gekommen, da, erhalten, bekommen, geliefert, zugestellt, kommt, kam, eingetroffen,
        erstattet
    """,
    "answer": """
        antwortet, antworten, geantwortet, meldet, melden, gemeldet, reagiert, hilft, geholfen, ran,
        zuruckgerufen, beantwortet
    """,
    "goods": """
        app, seite, website, webseite, konto, bestellung, paket, lieferung, karte, rechnung, internet, netz,
        leitung, anschluss, handy, router, flug, koffer, gepack, zug, bahn, bus, zimmer, essen, buchung,
        ticket, geld, service, zahlung, vertrag, passwort, strom, empfang
    """,
    "fault": """
        problem/e/en, arger, stress, wartezeit/en, wartezeiten, verspatung/en, ausfall/e, storung/en, mucken,
        murren, zicken, diskussion/en, theater, hektik, aufpreis, haken, fehler, macke/n, beschwerde/n,
        klage/n, panne/n, papierkram, burokratie, zuzahlung, zusatzkosten, getue, geschiss, gemecker, gemotze,
        chichi, tamtam, nachfrage/n, nachfragen, kratzer, schnickschnack, reue, wermutstropfen,
        beanstandung/en, schmerz/en, angst, bauchweh, mucke/n, widerworte, zogern
    """,
}

CUES = {
    "chasing": """
        warte immer noch, immer noch nichts, immer noch warten, gibt es|gibts was neues, gibt's was neues,
        was neues, irgendwas neues, jemand da, hallo jemand, keiner da, schaut in eure dms, 0/10, null sterne,
        wtf, ernsthaft, im ernst, und nun, noch nichts, warte noch, 0 von 5|10, 1 von 5|10, 0/5, 1/5,
        unfassbar, unglaublich, antwortet mal|bitte|endlich, bitte antworten|antwortet, keine antwort,
        ich warte, tag {num}
    """,
    "idiom": """
        das eis gebrochen, eis brechen, bricht das eis, kaputt gelacht|lachen, lach|lache mich kaputt|tot,
        totgelacht, schlapp gelacht, todmude, du fehlst|fehlt mir, du|ihr|sie fehlst|fehlt mir,
        fehlt nur noch|mir nur, fehlt nichts, mir fehlt nur|der|das|die sommer|meer|urlaub, was will man mehr,
        die zeit steht still, keine termine|eile|lust|plane|ahnung|gnade|reue|wolke,
        ohne worte|ende|plan|zucker|handy|fleiss, ohne dich|meinen|meine|mein geht,
        kann nicht genug von|bekommen|kriegen, nichts geht uber,
        kann nicht genug|aufhoren|widerstehen|anders|schlafen|mehr warten|ohne,
        kann es kaum|nicht erwarten|abwarten, kann kaum|nicht erwarten, konnen es kaum|nicht erwarten,
        kann nicht aufhoren, nicht satt|genug sehen|bekommen|kriegen,
        warten auf den|das|weihnachten|fruhling|sommer|godot,
        warte auf den bus|zug|sommer|fruhling|urlaub|schnee, wartet auf den|das|mich,
        warten auf den bus|zug|sommer, hat das warten, das warten hat, gewartet und|hat sich,
        ewig jung|treu|dankbar|mein|nicht mehr so gelacht, langsam|lahm wird es|angehen|gehen|tanzen|machen,
        langsamer sonntag|morgen|tanz, zu spat ins bett|dran|zur party, spate/r/s, verloren im|in,
        verloren in einem, herz verloren, wette verloren, zahn verloren, spiel verloren,
        gestohlen hat der|die|mein, schlechtes wetter, schlechte laune, schlechter tag, mieses wetter,
        mieser tag, schlimm wie gut|schon|lecker, nicht schlecht, gar nicht schlecht, was soll das heissen,
        warum ist|sind|schmeckt|nur ... so gut|lecker|schon|weich|suss, warum nicht,
        wieder da|mal|einmal sonne|am|zuhause|da|ein,
        schon wieder wochenende|freitag|weihnachten|herbst|sonntag|regen,
        immer wieder gern|gerne|schon|gut|sonntags, wie immer lecker|gut|toll|super|schon|perfekt|klasse,
        jedes mal ein|wieder|freude|eine, taglich meinen|mein|meine, noch nicht genug,
        bis heute mein|meine|im, immer noch verliebt|mein|meine|im|wie|so|die|der|der|schon,
        lauft noch|wie|seit, lauft und lauft, geht noch immer, nie ohne mein|meine|meinen|den, nie mehr ohne,
        nie wieder ohne|einen|andere|hunger, verriickt, wahnsinn wie|dieser, unfassbar gut|lecker|schon|weich,
        unglaublich gut|lecker|schon|weich|bequem, wahnsinnig gut|schon|lecker, verdammt gut|lecker|schon,
        scheisse ist das|sieht gut, geld ausgegeben, nehmt mein geld, problem:, probleme:, kein problem mit,
        erste welt probleme, luxusproblem/e, mein problem ist dass ich, ist mein problem, frisch gestrichen,
        doppelt halt|genaht|gemoppelt|schoko|lecker, fall aus|aus dem, wolken|regen|schnee fallt, haltestelle,
        ausverkauft ist das|das konzert, sauer macht lustig, saure gurken|drops, nervt der|das wetter|regen,
        traurig dass der|die sommer|serie|urlaub, tot umgefallen, ich bin tot, witz des tages, guter witz,
        mist gebaut, sammle seit, seit jahren mein|meine|meinen|treu|glucklich, seit kindertagen|meiner|jeher,
        gute nacht
    """,
    "rescue": """
        gerettet, rettet mir|den|meinen|alles, rettet, gerettet hat, macht alles besser|gut, machte alles,
        hat geholfen, hilft immer|gegen|da, warmt, gewarmt, aufgemuntert, trostet, wieder gut,
        den tag gerettet
    """,
    "turn": """
        aber, dann, bis, wenigstens, zum gluck, gott sei dank, immerhin, dafur, also, da hat, jetzt, hallo,
        doch
    """,
    "fault_free": """
        nie ein|einen|das problem|fehler|arger, nie|niemals probleme|arger|storung|ausfall|im stich,
        noch nie ein|einen|kaputt|im|probleme|arger problem|fehler|stich,
        noch nie probleme|arger|kaputt|versagt, nie kaputt|versagt|enttauscht|im stich,
        kein einziges|einziger mal|problem|fehler|kratzer, keine probleme ... jahren, ohne probleme,
        ohne ein einziges|problem, keine einzige panne|storung, null probleme|problemo
    """,
    "broken": """
        kaputt, kaputte, defekt/e/es, beschadigt, zerbrochen, gerissen, verschimmelt, abgelaufen, verbrannt,
        absturzt, sturzt ab, abgesturzt, absturz, hangt, hangt sich auf, schmutzig, dreckig, undicht,
        verdorben, fleck/en, flecken, haare im|in
    """,
    "fails": """
        {work} nicht, {work} nicht mehr, {work} ... nicht, {work} immer noch nicht, {not} ... {work},
        ausgefallen, fallt aus, ausfall, storung/en, gestort, down, versagt, geht nix, ausser betrieb,
        nicht erreichbar, null|0|kein|keine|keinen|ein balken|empfang|netz|mbit|prozent
    """,
    "cant": """
        kann nicht, kann mich nicht, konnen nicht, kann man nicht, komme nicht, lasst sich nicht, komm nicht,
        kann keine, kann kein, kann keinen, unmoglich
    """,
    "problem": """
        problem/e, fehler, storung, panne, chaos, katastrophe, arger, beschwerde, reklamation, falsch,
        falsche, falschen, falscher
    """,
    "missing": """
        fehlt, fehlen, verloren, verschwunden, nicht angekommen, nie angekommen, nicht erhalten,
        nicht bekommen, nichts bekommen, wo ist mein|meine, wo bleibt mein|meine|die|das, gestohlen,
        nicht geliefert, nicht zugestellt, vergesst, habt ihr vergessen, wurde vergessen, einfach vergessen,
        fehlte, fehlten, fehlend*
    """,
    "delay": """
        verspatung/en, verspatet, zu spat, langsam, lahm, gestrichen, annulliert, storniert, gecancelt,
        verzogert, verzogerung, steckt fest, sitzen fest, gestrandet, dauert ewig, ewig, fallt aus, spat dran
    """,
    "waiting": """
        warte, warten, wartet, gewartet, wartezeit, warteschleife, seit, seit tagen, seit wochen,
        seit stunden, seit gestern, seit montag, wie lange, hange in
    """,
    "elapsed": "{num} {unit}, {many} {unit}, seit {num} {unit}, uber {num} {unit}",
    "still": """
        immer noch, immer noch nicht, immer noch kein, immer noch keine, noch nicht, noch immer, noch kein,
        noch keine, noch keinen, bis heute
    """,
    "no_answer": """
        keine antwort, keine ruckmeldung, keine reaktion, niemand ... {answer}, niemanden,
        keiner ... {answer}, {answer} ... niemand, {answer} ... keiner, {answer} sich nicht, ignoriert,
        ignorieren, aufgelegt, niemand erreichbar, ohne antwort, niemand, keine ahnung von, hat keine ahnung,
        haben keine ahnung, kennt sich nicht aus, kennen sich nicht aus
    """,
    "again": """
        schon wieder, wieder, erneut, standig, jedes mal, dauernd, immer wieder, zum dritten mal,
        zum zweiten mal, mehrfach, mehrmals, wie immer, jeden monat
    """,
    "money": """
        abgebucht, doppelt abgebucht, zuruckerstattung, erstattung, erstattet, mein geld, geld zuruck,
        berechnet, entschadigung, gebuhr/en, mahnung, ruckerstattung, doppelt
    """,
    "price": "teuer, teure, abzocke, wucher, preiserhohung, uberteuert",
    "awful": """
        schlecht, schlechter, schlechteste/r/n, furchtbar, schrecklich, miserabel, katastrophal, unverschamt,
        unverschamtheit, frechheit, unmoglich, peinlich, lacherlich, witz, saftladen, schande, mies, mieser,
        mist, grottenschlecht, unfassbar, unter aller sau, inkompetent, unfahig, unzumutbar, das letzte,
        zum kotzen, unterirdisch
    """,
    "bad": "schlechte, schlechten, schlimm, gefahrlich, unfair, mangelhaft, ungenugend, nicht gut, traurig",
    "upset": """
        enttauscht, enttauschend, enttauschung, verargert, wutend, sauer, genervt, nervt, nervig, frustriert,
        frustrierend, traurig, unzufrieden, schnauze voll, reicht mir, stinksauer, fassungslos, argerlich
    """,
    "rude": "unfreundlich, unhoflich, frech, respektlos, pampig, arrogant, abgewimmelt, patzig",
    "swearing": "scheisse, scheiss, verdammt, arsch, kacke, fuck, wtf, beschissen, verarscht, verarschen",
    "lies": """
        luge/n, gelogen, lugt, betrug, betruger, abzocker, versprochen, versprechen, angeblich, sollte,
        hiess es, wurde gesagt, irrefuhrend
    """,
    "churn": """
        nie wieder, kundige, kundigen, kundigung, gekundigt, wechsle, wechseln, anbieter wechseln,
        letztes mal, nicht empfehlen, nicht zu empfehlen, finger weg, vorsicht, konkurrenz, kunde verloren
    """,
    "service": "kundenservice, kundendienst, hotline, support, kundenbetreuung, callcenter, mitarbeiter",
    "ruined": """
        verpasst, verschwendet, zeitverschwendung, umsonst, musste, mussten, versaut, meinen urlaub,
        wegen euch
    """,
    "absent": """
        kein internet, kein strom, kein wasser, kein netz, kein empfang, kein signal, keine heizung,
        keine verbindung, ohne internet, ohne strom, keine info, keine information
    """,
    "spam": "spam, gesperrt, sperrt, werbeanrufe, gehackt, konto gesperrt, belastigt, belastigung",
    "demand": """
        repariert, behebt, beheben, losung, fordere, verlange, ich will mein, kummert euch, tut was, erklart,
        dringend, sofort
    """,
    "help": "hilfe, helft, helfen, helft mir, brauche hilfe, bitte um hilfe, konnt ihr mir helfen",
    "why": """
        warum, wieso, weshalb, was ist los, was soll das, wie kann es sein, wie kann das sein,
        kann doch nicht sein, was ist mit, geht's noch
    """,
    "owed": """
        doppelt|zweimal abgebucht|berechnet|bezahlt|belastet, will mein geld, mochte mein geld, geld zuruck,
        wo bleibt mein geld, gebt mir mein, ersatz bitte, sturzt|sturzte standig|immer|dauernd ab,
        repariert eure|das, behebt das|den
    """,
    "shock": """
        ernsthaft, euer ernst, ist das euer ernst, unglaublich, echt jetzt, nicht zu fassen,
        kann nicht wahr sein
    """,
    "sarcasm": """
        danke fur nichts, danke fur die verspatung, super service nicht, bravo, herzlichen gluckwunsch,
        tolle leistung, na toll, na super, ganz toll, ja super
    """,
    "tried": """
        angerufen, rufe an, geschrieben, mehrfach angerufen, versucht, versuche, kontaktiert, reklamiert,
        gemailt, telefoniert, rufe, ruf ich
    """,
    "praise": """
        super, toll, tolle, toller, ausgezeichnet, fantastisch, perfekt, wunderbar, liebe, klasse, grossartig,
        spitze, genial, empfehle, beste, bester, lecker, begeistert, lob, grosses lob, wie neu,
        schoner|besser wird's nicht, schoner|besser wird es nicht, schoner|besser geht's nicht,
        schoner|besser geht es nicht, mehr braucht man nicht, mehr brauche ich nicht, nichts zu meckern,
        kann nicht meckern, kann nicht klagen, keine klagen, nichts auszusetzen, wunderbare, traumhaft,
        bestes, besten, bestem, mega, wollten nicht|gar nicht mehr weg|heim|gehen|nach hause,
        wollte nicht|gar nicht mehr weg|heim|gehen, wollten gar nicht mehr|weg, wollte gar nicht mehr|weg,
        ohne euch hatten|hatte|waren|ware|hatt, kein teller|kratzer|stuck|glas zu|kaputt,
        wie frisch gekauft|aus dem laden, wie aus dem ei, 20/10, 11/10, 12/10, 15/10, 100/10, 1000/10, 10/10,
        suss, susse, susser, sussen, 11 von 10, 20 von 10, 12 von 10, lachel*, gelachelt, anlachel*,
        der wahnsinn, ein wahnsinn, echt wahnsinn, wahnsinns*, wahnsinnig gut*|lecker|schon|nett,
        positiv uberrascht, kann ich blind, blind empfehlen, kundin|kunden|fan furs|fur gewonnen|leben,
        furs leben gewonnen, fahren total auf, fahrt total auf, fahre total auf, stehen total auf,
        steht total auf, liebe gemacht|zum, mit liebe, mit herzblut, herzblut, gluckwunsch an|ans,
        gratulation an|ans, was fur ein niveau|erlebnis|genuss|team|fest|abend|konzert|tag
    """,
    "mild_praise": """
        gut, gute, guter, schnell, freundlich, nett, zufrieden, freue mich, hilfreich, gefallt, gutes, guten,
        gutem, schone, schoner, schones, schonen, so schon, sehr schon, richtig schon, mir fehlen die worte,
        fehlen mir die worte, was fur ein service, ich bin baff, bin baff
    """,
    "thanks": """
        danke, vielen dank, dankeschon, herzlichen dank, merci, danke schon,
        danke fur die|eure|ihre|deine hilfe, danke fur die|eure|ihre|deine _ hilfe,
        dank fur die|eure|ihre|deine hilfe, dank fur die|eure|ihre|deine _ hilfe, fur die hilfe,
        fur eure|deine|ihre hilfe
    """,
    "resolved": """
        geht wieder, funktioniert wieder, lauft wieder, gelost, erledigt, hat geklappt, ist angekommen,
        ist da, wieder zuhause|daheim|gesund|fit|zu hause
    """,
    "polite": """
        hallo, moin, guten morgen, guten tag, guten abend, hi, ok, ja, alles klar, kein problem,
        keine probleme, kein thema, gerne, dm, pn, gesendet, geschickt, lg, gruss
    """,
    "howto": """
        gibt es ... wieder, gibt's ... wieder, wieder lieferbar|verfugbar|erhaltlich|vorratig, wie kann ich,
        wie kann man, kann ich, kann man, gibt es, habt ihr, ist es moglich, mochte wissen, wollte fragen,
        frage, wie viel, was kostet, wo kann ich, wo finde ich, wann offnet, welche
    """,
    "chase": "wann, wann kommt, gibt es neuigkeiten, wie ist der stand, wann geht",
    "question": """
        wer kann|hat|weiss|ist, wie lange|viel|oft|geht|ist|kann|macht|gross|teuer|warm,
        was ist|kann|kostet|muss|mache|macht, wo ist|sind|kann|gibt|finde|bleibt|steht, welcher, welches,
        konnt ihr, konnen sie, konntet ihr
    """,
    "wish": """
        ihr solltet, ware schon, ware toll, ware super, wunsche mir, vorschlag, wunsch, bitte bringt,
        bitte macht, anregung
    """,
    "worry": "besorgt, sorge, sorgen, bedenken",
    "please": "bitte",
    "promo": "gewinnspiel, gewinnen, rt, rabatt, angebot, gutscheincode, link in bio",
    "prize": """
        du hast gewonnen, sie haben gewonnen, hast ... gewonnen, gewinn abholen, schnelles geld,
        leichtes geld, ohne risiko, kein risiko, verdiene {num}
    """,
    "brand_voice": "tut uns leid, schreib uns, unser team, wir helfen dir, wir bedauern, schick uns",
    "negation": "nicht, kein, keine, keinen, nie, nichts, niemand, ohne",
    "first": "ich, mein, meine, meinen, meiner, meinem, mir, mich, wir, uns, unser, unsere",
    "second": "ihr, euch, euer, eure, euren, sie, ihre, ihren, du, dein, deine",
    "mine": "mein, meine, meinen, meinem, meiner",
    "my_goods": "mein {goods}, meine {goods}, meinen {goods}, meinem {goods}, meiner {goods}",
    "your_goods": "euer {goods}, eure {goods}, euren {goods}, ihr {goods}, ihre {goods}",
    "goods": """
        app, seite, konto, bestellung, paket, lieferung, karte, rechnung, internet, anschluss, flug, koffer,
        zug, buchung, ticket, vertrag
    """,
    "conditional": """
        falls, im falle, wenn sie|er|es|etwas|was ... kaputt|reisst|bricht, wenn ... kaputt geht
    """,
    "contrast": "aber, obwohl, nur, trotzdem, stattdessen, jetzt, sondern",
}

FLAGS = {
    "urgent": """
        doppelt abgebucht, zweimal abgebucht, geld gestohlen, geld weg, konto gehackt, gehackt,
        unberechtigte abbuchung, betrug, gefahrlich, gefahr, verletzt, feuer, brennt, rauch, gasgeruch,
        vergiftung, krankenhaus, notfall, gestrandet, sitzen fest, anwalt, rechtsanwalt, anzeige,
        verbraucherzentrale, verklagen, gericht, zum dritten mal, dringend, heute noch, bis heute abend, frist
    """,
    "wants_follow": """
        folgt mir, folg mir, folge mir, mir folgen, folgt ihr mir, zuruckfolgen, folgt zuruck, follow back,
        folgen sie mir, konnt|konntet ihr mir|uns folgen, konnen|konnten sie mir|uns folgen, mir bitte folgen,
        bitte folgt, bitte folgen, folgt uns zuruck, mir zuruck folgen,
        folgen ... dm|pn|privatnachricht schicken|schreiben|senden, folgt ... dm|pn|privatnachricht,
        kann euch keine dm|pn|nachricht, kann ihnen keine dm|pn|nachricht, folgen damit
    """,
    "churn": """
        ich kundige, kundigen, kundigung, gekundigt, wechsle zu, wechseln zu, anbieter wechseln,
        gehe zur konkurrenz, zur konkurrenz, nie wieder, letztes mal
    """,
    "advocacy": """
        empfehle, kann ich empfehlen, kann ich nur empfehlen, probier mal, probiert mal, weiterempfehlen,
        geh zu, nimm doch
    """,
}
