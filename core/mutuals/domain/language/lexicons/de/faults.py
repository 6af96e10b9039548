"""German words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        kaputt*, defekt*, beschadig*, zerbroch*, zerkratz*, zerriss*, zerrissen, zerdruckt*, zerstort*,
        verbeult*, verbogen*, verschimmel*, schimmel*, verdorben*, ranzig*, abgelaufen*, ungeniessbar*,
        vergammelt*, kakerlak*, undicht*, verrost*, rostig*, mangelhaft*, unbrauchbar*, im arsch, im eimer,
        geht nicht mehr an, geht nicht an, springt nicht an, schwarzer bildschirm, bildschirm schwarz,
        bleibt schwarz, eiskalt angekommen|geliefert, kalt angekommen|geliefert, kalt und, kalt geliefert,
        lauwarm*, roh, halb roh, durchgeweicht, durchnasst, aufgeplatzt, naht offen|gerissen, lost sich,
        fallt auseinander, fallt ab, abgebrochen, abgefallen, gebrochen, tropft, leckt, stinkt, stank,
        dreckig*, verdreckt*, versifft*, haar in der|im, klappert, quietscht, rostet, futsch, geplatzt,
        schrott, murks, pfusch*, mullig, ausgelaufen, nach einmal tragen|waschen|benutzen,
        schon wieder kaputt, nach zwei wochen, nach drei wochen|monaten, nach der inspektion|reparatur,
        sohle ab, naht, abgegangen, geht ab, fallt aus einander, auseinander, eingelaufen, ausgeblichen,
        durchgebrannt, abgefackelt, verkratzt, verbogen, eingedellt, delle, dellen, beule, zerfleddert,
        durch die wand, wandert, tropft wie, brennt durch, klemmt, hakt, wackelt, knarzt, brummt, pfeift,
        scheppert, rattert, ruckelt, flackert, matsch, pappig, fad, ungeniessbar, kalter kaffee, kalte pommes,
        pommes kalt, burger roh, verbrannt
    """,
    "fails": """
        geht nicht*, geht nix, geht gar nichts, nichts geht, nix geht, ging nicht*, gehen nicht*,
        funktioniert nicht*, funktioniert gar, funktioniert nie, funktionieren nicht, klappt nicht*,
        klappt nie, lauft nicht*, ladt nicht*, reagiert nicht*, startet nicht*, verbindet nicht*,
        offnet nicht*, lasst sich nicht, tut nicht, tut's nicht, stort, storung*, *storung, *storungen,
        *ausfall, *ausfalle, ausgefallen*, ausfall*, fallt aus, fallen aus, fiel aus, absturz*, absturz,
        abgesturzt, sturzt ab, sturzt dauernd|standig|immer, schmiert ab, abgeschmiert, hangt sich|seit|fest,
        aufgehangt, eingefroren, friert ein, fehlermeldung*, error, bricht ab, abgebrochen, verbindungsabbr*,
        abbruche, schmeisst mich, wirft mich, fliegt raus, fliege raus, fliegt man, lahmgelegt, tot, down,
        buggy, bugs, verbuggt*, laggt, ruckelt*, nicht erreichbar, nicht verfugbar, offline, versagt*,
        schmeisst mich|raus, kickt mich, wirft mich raus, sitz* im dunkeln|hier, im dunkeln, ankommen tun,
        kommen nur, statt {num}, nur {num} mbit, mbit, leitung*, netz weg|tot, internet weg|tot, wlan weg|tot,
        tv weg, bild weg, ton weg, kein ton, ausgeloggt, eingeloggt werden, login geht, update drauf,
        seit dem update, seit update, laden ewig, ladebalken, dreht sich, sanduhr, abgesoffen, lahme leitung,
        dauerstorung, grossstorung, totalausfall, zug fallt, bus fallt, kein internet, kein strom,
        kein wasser, kein netz, kein empfang, kein signal, kein wlan, kein bild, keine heizung,
        keine verbindung, keine klima*, kein warmes, kein licht, keine toilette*, keine sitzplatze,
        kein personal, kein ersatz*, kein guthaben, keine wagen,
        ohne internet|strom|heizung|wasser|netz|empfang|klima, nicht lieferbar, klima aus|kaputt,
        klo zu|kaputt|gesperrt, toilette zu|kaputt|gesperrt|defekt, heizung aus|kaputt|kalt, uberfullt*,
        uberfuellt*, gerammelt, funkloch*, total voll, zug voll, kein platz
    """,
    "cant": """
        kann nicht|mich|ich|man nicht, kann man nicht, konnen wir nicht,
        komme nicht|nirgends rein|ran|durch|weiter, komm nicht rein|ran|durch|weiter,
        kommt nicht|niemand durch, kein durchkommen, keine chance, unmoglich, lasst sich nicht, nicht moglich,
        nicht in der lage, unfahig*, ist nicht machbar, bekomme keinen|keine|nicht, krieg keinen|keine|nicht,
        kriege keinen|keine|nicht, nicht raus, kommt nicht raus, komme nicht raus, nicht mehr raus,
        knebelvertrag, weder noch, weder ... noch, nicht zu erreichen, unerreichbar*
    """,
    "problem": """
        chaos, *chaos, chaotisch*, katastrophe*, katastrophal*, *katastrophe, desaster*, arger, *arger,
        durcheinander, saustall, scherereien, theater, drama um, zirkus,
        problem mit eurer|eurem|der|dem|meinem|meiner, probleme mit
    """,
    "missing": """
        nicht angekommen, nie angekommen, nicht da, nicht erhalten, nie erhalten, nichts erhalten,
        nichts bekommen, nichts gekommen, nicht bekommen, nie bekommen, nicht geliefert, nicht zugestellt,
        nicht gekommen, verschwunden, verschollen, verschlampt, verloren gegangen, koffer weg, paket weg,
        geld weg, guthaben weg, alles weg, daten weg, einfach weg, spurlos, unauffindbar,
        fehlt ein|eine|der|die|das|noch|immer|was, fehlen, unvollstandig*, halb leer, leer,
        angeblich zugestellt|geliefert, wo bleibt, wo ist mein|meine|das|die|der, wo sind meine, ersatzteil,
        kein paket, keine lieferung, keine spur, zettel statt|rein, klingelt nicht, nicht geklingelt,
        niemand geklingelt, nicht mal geklingelt, vergisst, liegt beim, liegt angeblich, beim nachbarn,
        nachbar*, irgendwo, nirgends, futsch, gefressen, gfrasse, spielstand weg, geloscht, daten geloscht,
        alles geloscht, zettel, abgestellt vor, vor die tur, koffer macht|in|nicht,
        falsches paket|medikament|produkt|teil|gericht|essen|modell,
        falsche grosse|farbe|tur|lieferung|bestellung|ware, falschen artikel, halbe bestellung,
        nur die halfte, die halfte, von jemand anderem, von jemand anders, eines anderen kunden,
        fur jemand anderen, fremder name, fremdes paket, nur zur halfte, zur halfte, halbe lieferung
    """,
    "delay": """
        verspat*, *verspatung, zu spat, gestrichen*, annullier*, storniert*, gecancelt*, verzoger*,
        *verzogerung, verschoben*, steckt fest, sitzen fest, sitze fest, festgesessen, gestrandet*,
        dauert ewig|schon|zu|wochen|monate, ewigkeit*, ewig lang*, lahm*, lahmarsch*, schnecken*,
        {num} minuten drauf|mehr|verspatung, minuten drauf, anschluss weg|verpasst, bus weg, zug weg,
        ersatzverkehr, schon wieder zu, ohne ankundigung, ohne vorwarnung, ohne info, unpunktlich*,
        nicht rechtzeitig
    """,
    "waiting": """
        warte seit|schon|immer|noch|auf meine|auf mein|auf meinen|auf eure|auf eine,
        warten seit|schon|immer|noch|wir, wartezeit*, warteschleife*, *warteschleife, gewartet und|dann|auf,
        {num} {unit} gewartet|warten|wartezeit, {many} {unit} gewartet|warten|wartezeit, hange seit|in,
        hangen seit, seit {num} {unit}, seit {many} {unit}, seit tagen|wochen|monaten|stunden|gestern|montag,
        seit dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar,
        seit februar|marz|april|mai|juni|juli,
        seit august|september|oktober|november|dezember|ewigkeiten|heute, schon {num} {unit},
        schon {many} {unit}, wie lange noch|soll|denn|dauert, wann kommt endlich|denn, wann endlich,
        wartungsschleife, vertrostet*, vertrosten, hingehalten, hinhalten, auf essen gewartet,
        auf nen|einen ruckruf|techniker|termin|bus|zug, am bahnhof, auf dem bahnsteig, am gleis, in der kalte,
        im zug fest, minuten drauf, vier wochen, wochen auf, monate auf, stunden auf, stunden am|in|im,
        {num}min|min gehort|in|am, seit {num}, drangekommen um, dran um, statt um, sitz ich, sitze ich hier,
        steht seit, steht seit {num}, liegt seit, hangt seit
    """,
    "no_answer": """
        keine antwort, keine ruckmeldung, keine reaktion, kein ruckruf, keinen ruckruf, keine info*,
        keine auskunft, keine erklarung, keine entschuldigung, kein wort, kein mensch,
        null reaktion|antwort|info|service,
        niemand erreichbar|meldet|da|geht|hilft|antwortet|weiss|zustandig|kummert|reagiert,
        keiner erreichbar|meldet|da|geht|hilft|antwortet|weiss|zustandig|kummert|reagiert|ruhrt, keiner ruhrt,
        ruhrt sich|keiner, niemand ruhrt, meldet sich niemand|keiner|nicht, geht keiner|niemand ran,
        ignorier*, totgeschwiegen, funkstille, aufgelegt*, weggedruckt, abgewimmelt*, abgespeist*, abwimmel*,
        von pontius, hin und her geschickt, weitergeleitet, weiterverbunden, textbaustein*, standardantwort*,
        standardfloskel*, copy paste, bot, chatbot*, roboter, computerstimme, fahrstuhlmusik,
        anrufbeantworter, nicht erreichbar, antwortet nicht|nie|keiner|niemand,
        reagiert nicht|nie|keiner|niemand, zuckt mit, weiss von nichts, keine losung, keine hilfe,
        nicht geholfen, interessiert keinen|niemanden|euch, juckt keinen|euch, ruckruf,
        hotline weiss|sagt|kann, weiss von nix|nichts, sagt jeder was, jeder sagt, schickt nur formulare,
        nur formulare, formulare, liest da, uberhaupt ein mensch, nur ne nummer, nur eine nummer, kunde nur,
        behandelt mich|uns wie, keiner zustandig, schieben es auf|sich, schiebt es auf, ausrede/n, ausgeredet,
        floskel*, null support, zu fragen
    """,
    "again": """
        schon wieder*, wieder mal, immer wieder, immer das gleiche|selbe, immer dasselbe, standig, dauernd,
        zum {num}, zum zweiten|dritten|vierten|funften|x-ten|xten|wiederholten|zigsten mal, jedes mal,
        jedesmal, {num} mal, x-mal, zigmal, mehrmals, mehrfach, wiederholt, erneut, abermals, tagein,
        alle {num} minuten, am laufenden band
    """,
    "money": """
        abgebucht*, abbuch*, doppelt bezahlt|berechnet|abgebucht, zu viel berechnet|bezahlt|abgebucht,
        erstatt*, ruckerstatt*, mein geld, unser geld, geld zuruck, geld behalt*, geld einfach, geld weg,
        kaution, mahnung*, mahngebuhr*, inkasso*, gebuhr*, *gebuhr, *gebuhren, zusatzkosten, nachzahl*,
        abschlag, abschlage, versteckte kosten, entschadig*, gutschrift*, gutschein statt, nicht uberwiesen,
        nicht gutgeschrieben, belastet, rechnung ist|stimmt|falsch|zu|uber, rechnung trotz,
        extra zahlen|bezahlen, nochmal zahlen, trotzdem zahlen|bezahlen|abgebucht, weiter abgebucht,
        abgebucht wird, wird weiter, abgezogen, geld behalten, behaltet, behalten das, einbehalten,
        extra fur jede|jeden, noch extra, nochmal extra, draufzahlen, draufgezahlt, zahle fur|ich,
        zahl* premium|ich|trotzdem|doppelt, premium zahl*, abschlag verdoppelt, konto leer, plotzlich {num},
        dafur {num} euro
    """,
    "price": """
        zu teuer*, uberteuer*, sauteuer*, schweineteuer*, abzock*, wucher*, *abzocke, halsabschneider*, nepp*,
        unverschamt teuer, preiserhoh*, preissteiger*, preisschraube, teurer geworden, wird immer teurer,
        schon wieder teurer, verdoppelt*, erhoht einfach|den|die|meinen|meine|um, erhohung, fur das geld,
        fur den preis, dafur dass ich, preis leistung stimmt nicht, kassiert*, abkassier*, gierig*, geldgier*,
        raffgier*, im monat furs|fur, fur jede|jeden, verdoppelt obwohl, schon wieder erhoht,
        um {num} prozent, um {num} euro, teurer als, nochmal teurer, frech teuer, {num} euro fur
    """,
    "awful": """
        miserabl*, miserabel, katastroph*, unterirdisch*, grottig*, grottenschlecht*, saumassig*, saumies*,
        unverschamt*, frechheit*, dreist*, dreistigkeit*, peinlich*, lacherlich*, armselig*, erbarmlich*,
        jammerlich*, saftladen*, scheissladen, drecksladen, sauladen, sauhaufen, schande*, inkompet*,
        unfahig*, unzumutbar*, inakzeptab*, untragbar*, unmoglich*, unprofess*, unorganisiert*, unseri*,
        grauenhaft*, grauenvoll*, grausam*, furchtbar*, schrecklich*, entsetzlich*, abartig*, widerlich*,
        ekelhaft*, eklig*, ekel*, unter aller, das letzte, der letzte, zum kotzen, zum heulen,
        zum davonlaufen, hochste zeit, geht gar nicht, absolutes no, ein witz, schlechter witz, der witz,
        ein scherz, das darf doch, nicht normal, geht nicht klar, ein unding, unding, null sterne, 0 sterne,
        mist*, *mist, schlechteste*, schlechtester, ubelst*, ubel, mies*, servicewuste, kundenunfreundlich*,
        kundenfeindlich*, versager*, stumper*, dilettant*, trauerspiel, armutszeugnis, zumutung*, skandal*,
        bodenlos*, sauerei*, schweinerei*, verarsche, verarscht*, verarschen, beschissen*, enttausch*,
        was fur ein witz|saftladen|chaos|theater|mist|laden|verein|schrott|drama|dreck, witz von,
        schlechter scherz, kasperletheater, kindergarten, affentheater, saustall, ein trauerspiel, armselig,
        wird ja immer|schoner|besser, wird immer schlimmer|schlechter|schoner, vom regen in,
        unter aller kanone|sau|wurde, ding der unmoglichkeit, unmoglichkeit, da hort sich, hort sich doch,
        das ist doch, ist doch kein, kein zustand, unhaltbar*, haarstraubend*, himmelschreiend*, zum schreien,
        zum mausemelken, zum verzweifeln, kopf schutteln, kann doch wohl|nicht
    """,
    "bad": """
        schlecht*, mieser service, nicht gut, gar nicht gut, nicht okay, nicht ok, nicht in ordnung,
        nicht fair, unfair*, ungerecht*, schwach, schwache leistung, ganz schwach, ungenugend*, nicht schon,
        geschmacklos*, fad, versalzen*, verkocht*, verbrannt*, angebrannt*, zah, pampe, matschig*, labbrig*,
        knochenhart, steinhart, trocken, fettig, winzig*
    """,
    "upset": """
        enttausch*, verargert*, argerlich*, arger* mich, argere mich, wutend*, stinksauer, sauer auf, sauer,
        bin sauer, sowas von sauer, genervt*, nervt*, nervig*, nerven, entnervt*, frustr*, frust*,
        unzufrieden*, fassungslos*, sprachlos*, entsetzt*, schockiert*, emport*, verzweif*, reicht's,
        reicht jetzt, mir reicht, es reicht, schnauze voll, nase voll, kanne auf, kein bock mehr, hab's satt,
        bin es leid, keine lust mehr, keine nerven, ich dreh durch, raste aus, konnte kotzen|heulen|ausrasten,
        koche vor, krieg* die krise, zu viel des guten, bereue*, bereut, geduld am ende, am ende meiner,
        langsam reicht*, langsam wird*, sowas von satt, habe es satt, hab es satt, satt, bin bedient,
        reicht langsam|aber, langt mir, mir langt, die faxen, faxen dicke, hals voll, hals zu,
        platzt der kragen, kragen, auf die palme, palme, geht mir auf, auf den keks|zeiger|sack|geist,
        gehen mir auf, treibt mich, in den wahnsinn, mass ist voll, fass zum, zum aus der haut,
        nervenzusammenbruch
    """,
    "rude": """
        unfreundlich*, unhoflich*, frech*, pampig*, patzig*, respektlos*, arrogant*, herablassend*,
        uberheblich*, ruppig*, schroff, grob, angeschrien, angebrullt, angepflaumt, angemacht, angemault,
        angeblafft, beleidig*, behandelt wie|einen|man|wird|uns|mich, wie dreck, wie den letzten, wie vieh,
        ausgelacht, von oben herab, genervte mitarbeiter*, diskriminier*, rausgeworfen, rausgeschmissen,
        unverschamte, behandelt, wie den letzten dreck, von oben, augenroll*, verdreht die augen, pampig,
        bedienung, typ am schalter, angeraunzt, abgekanzelt, zusammengefaltet, nicht mal entschuld*,
        keine entschuldigung, ohne entschuldigung, links liegen
    """,
    "lies": """
        gelogen, luge*, lugen, lugner*, belogen, angelogen, verlogen*, betrug*, betrug, betrogen, betruger*,
        abzocker*, versprochen*, versprechen nicht|gebrochen|wird, leere versprech*, nicht eingehalten,
        angeblich*, hiess es, sollte heute|gestern|kommen|um|am|schon|langst|eigentlich,
        wurde gesagt|versprochen|zugesagt, zugesagt*, irrefuhr*, tausch*, getauscht,
        falsche angaben|versprechungen|auskunft, mogelpackung*, lockangebot*, nicht wie beschrieben,
        nicht wie abgebildet, hat nichts mit, kleingedruckt*, untergejubelt, angedreht, fake, mogel*,
        ubers ohr gehauen, ubers ohr, ohr gehauen, uber den tisch, tisch gezogen, wollt ihr mich, veralbern,
        veralbert, veraffelt, fur dumm verkauf*, verkauft mich, hinters licht, an der nase, beschissen worden,
        reingelegt, gelinkt, ausgenommen, abgezogen worden, geneppt, blauaugig
    """,
    "churn": """
        nie wieder, nie mehr wieder|bei|mit, kundig*, gekundigt*, *kundigung, kundigung*,
        wechsel* zu|den|die|jetzt|anbieter, wechseln, anbieter wechseln, bin weg, bin raus,
        ich geh* zu|woanders, letztes mal, nicht empfehlen*, nicht zu empfehlen, nicht weiterempfehlen,
        kann nur abraten, rate ab, abzuraten, finger weg, lasst die finger, vorsicht vor, meidet, warnung,
        konkurrenz, kunde verloren, kunden verloren, kunde weniger, kundin weniger, das wars mit,
        das war's mit, tschuss
    """,
    "service": """
        kundenservice*, kundendienst*, hotline*, kundenhotline, kundenbetreu*, kundensupport, callcenter,
        call center, servicehotline, mitarbeiter am|an, schalter, sachbearbeiter*, reklamation*
    """,
    "ruined": """
        versaut*, ruiniert*, vermasselt*, verdorben, verpasst*, zeitverschwend*, verschwend*, fur nix,
        fur nichts, umsonst gewartet|hingefahren|da|genommen|frei, extra freigenommen, urlaubstag,
        frei genommen, freigenommen, musste ich|mir|dann|extra|taxi|nochmal|neu, mussten wir|dann|uns,
        wegen euch, dank euch|eurer, eure schuld, sitzen gelassen, stehen gelassen, stehengelassen, im stich,
        im regen, im dunkeln, steh* im, geld zum fenster, ohne uns, verdorben den, ins auge gehen,
        nacht am bahnhof|flughafen, am flughafen ubernacht*, boden geschlafen, ubernachten, im eimer,
        urlaub im eimer, hingefahren, umsonst hingefahren, weggeworfen, wegwerfen, mull,
        kann ich wegschmeissen, reise storniert, anschluss, verpass*
    """,
    "spam": """
        spam*, gehackt*, gehackt, konto gesperrt|gehackt|leer, gesperrt*, werbeanruf*, werbemails, phishing,
        identitats*, datenleck, geoffnete briefe
    """,
    "demand": """
        behebt, repariert endlich|das|mal, kummert euch|mal|endlich, tut was, tut endlich,
        macht was|mal|endlich, unternehmt, fordere*, verlange*, erwarte ein*|von|eine|mehr,
        will mein*|endlich|eine|sofort, mochte mein* geld|geld, klarung, klart das|endlich,
        erklart mir|mal|das, bitte um klarung|erklarung|losung|ruckmeldung, dringend*,
        endlich mal|wieder|eine, wann wird das|endlich, bekommt das|es mal|hin, kriegt das|es|ihr hin,
        schamt euch, lasst euch was, aufwachen, lernt mal, stellungnahme, reagiert endlich, antwortet endlich
    """,
    "why": """
        warum*, wieso, weshalb, wieviel noch, was soll das|der|die, was ist da|los|mit|bei euch|das fur,
        wie kann das|es|man|sowas|so, kann das sein, kann doch nicht, kann ja nicht, geht's noch, gehts noch,
        was fallt euch, was denkt ihr, habt ihr sie noch, wofur zahl*|bezahl*, wozu zahl*|hab
    """,
    "owed": """
        will mein geld, mochte mein geld, geld zuruck, wo bleibt mein geld|meine erstattung,
        erstattet mir|nicht, nicht erstattet, immer noch nicht erstattet|uberwiesen, weigern sich,
        weigert sich, verweiger*, reklamation abgelehnt, garantie abgelehnt|verweigert, garantie greift nicht,
        umtausch verweigert|nicht, kulanz nicht|fehlanzeige|fremdwort|gibt, abgelehnt*, ablehn*
    """,
    "shock": """
        euer ernst, ist das euer|ihr ernst, ernsthaft, im ernst, echt jetzt, nicht euer ernst,
        nicht zu fassen, unfassbar*, unglaublich dass|was|wie, kann nicht wahr sein, darf nicht wahr,
        nicht wahr, kopfschuttel*, ich fass es nicht, fass ich nicht, spinnt ihr, spinnt, sagt mal, sag mal,
        hallo?, alter, oida, boah, was zum, wtf, da fallt mir nichts, muss man nicht verstehen
    """,
    "sarcasm": """
        danke fur nix|nichts|garnichts|gar, danke fur die verspatung|absage|stornierung,
        herzlichen gluckwunsch zu, na bravo, bravo, na toll*, na super*, na klasse, na danke, ganz toll*,
        ganz grosses kino, grosses kino, tolle leistung|wurst|sache, super leistung|service nicht,
        klasse leistung, starke leistung nicht, toller service nicht, toller laden, wirklich toll,
        ganz grosse klasse nicht, schonen dank auch, vielen dank auch, vielen dank fur nichts, lauft bei euch,
        glanzleistung, meisterleistung, respekt dass, schon dass ihr|man, wie schon dass, weiter so und,
        top service nicht, danke fur nix, wirklich schon, schon dass, sehr witzig, haha sehr,
        super sache nicht, toll gemacht nicht, alleine urlaub, urlaub auf, fehlt noch was, wird immer besser,
        wird ja immer, hauptsache, immerhin, respekt muss man, kannste dir nicht, langsam wirds lustig,
        schon lustig, frohlich
    """,
    "tried": """
        angerufen, rufe an|seit|zum, anrufe, {num} anrufe|mails|emails|telefonate|versuche|tickets,
        {many} anrufe|mails|emails|telefonate|versuche|tickets, mehrmals angerufen|geschrieben,
        schreibe seit|zum, geschrieben und, versuche seit|schon|es|zum, mehrfach, reklamiert*, beschwer*,
        gemeldet und|aber|vor, nachgefragt, nachgehakt, telefoniert, hingefahren, storung gemeldet, ticket
    """,
    "not_come": """
        techniker kam|kommt, handwerker kam|kommt, monteur kam|kommt, lieferung kam|kommt nicht, bote,
        klingelt nicht, nicht mal geklingelt, den ganzen tag da|zuhause|gewartet, extra zuhause,
        zuhause geblieben, urlaubstag, urlaub genommen, nicht aufgetaucht, versetzt worden, versetzt
    """,
}
