"""Dutch words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        kapot*, stuk gegaan, gaat stuk, ging stuk, is stuk, defect*, beschadigd*, gebroken, gescheurd*,
        gebarsten, gekrast, bekrast, krassen, verroest*, roest*, beschimmel*, schimmel*, bedorven, rot,
        verrot*, over datum, over de datum, verlopen, kakkerlak*, lekt, lekkage*, lek, doorgezakt, ingezakt,
        pluist, ingestort, aan diggelen, diggelen, in stukken, scheef, gaten in, gat in, vies*, smerig*,
        ranzig*, vuil*, stinkt, stonk, haar in, rauw*, aangebrand*, koud aangekomen|geleverd|bezorgd,
        ijskoud aangekomen, lauw*, slap, niet gaar, zwart scherm, scherm zwart, doet het niet, doet niks,
        niet vooruit, losgelaten, laat los, valt uit elkaar, ondrinkbaar, oneetbaar,
        na een week|maand|keer|dag|twee|paar, na {num} dagen|weken|maanden|keer, binnen een week|maand,
        twee maanden oud, zool los, zool eraf, naad open|los, gekrompen, verkleurd, uit elkaar, bladdert,
        piept, kraakt, rammelt, tikt, ratelt, maakt herrie, fikt, doorgebrand, ontploft, gesmolten, ingedeukt,
        deuk, deuken, butsen, verpulverd, zuur, taai, droog, papperig, flets, koude friet*, koude koffie,
        koud eten, haar in m'n|mijn, vlieg in, beestjes, muis, ongedierte, stinkt naar, smaakt naar,
        ruikt naar, op van de
    """,
    "fails": """
        werkt niet*, werken niet, werkte niet, werkt nooit, werkt al, doet het niet*, doet 't niet, doet niks,
        laadt niet, opent niet, start niet, reageert niet, lukt niet, lukt maar niet, gaat niet open, crash*,
        crasht, loopt vast, vastgelopen, loopt telkens, hangt, bevroren, bevriest, foutmelding*, error*,
        bug/s, buggy, storing*, *storing, *storingen, uitgevallen, uitval*, valt uit, valt weg, valt steeds,
        eruit gegooid, gooit me eruit|uit, ligt eruit, ligt plat, ligt eraf, plat, app plat, offline, down,
        traag*, supertraag, haper*, draaiend rondje, buffert, geen verbinding, verbinding weg, verbroken,
        onbereikbaar*, onbruikbaar*, foetsie, crashende, gooit me, logt me uit, uitgelogd, vliegt eruit,
        valt telkens, vliegt er, zwart beeld, beeld weg, geluid weg, blokjes, sneeuw in beeld, stottert,
        hapert, sinds de update, na de update, update gedaan en, laadt eindeloos, blijft laden,
        blijft draaien, draait maar, rondje, haal amper|maar|net, mbit, mb in plaats, gig, doet raar, vast na,
        niet inloggen, wachtwoord niet, code komt niet, sms komt niet, error bij, internet weg,
        internet eruit, wifi eruit, stroom eruit, ligt er, lag er, geen internet, geen stroom, geen water,
        geen bereik, geen wifi, geen signaal, geen verwarming, geen gas, geen warm, geen beeld, geen geluid,
        geen zitplaats, geen plek, geen personeel, geen info*, geen airco,
        zonder internet|stroom|verwarming|water|wifi|bereik|gas, niet op voorraad, niet leverbaar, overvol*,
        propvol, afgeladen, airco kapot|uit, wc kapot|dicht|defect, toilet kapot|dicht|defect,
        verwarming kapot|uit|doet, stroomstoring, te weinig personeel
    """,
    "cant": """
        kan niet, kan ik niet, kan niks|geen|nergens, kunnen niet, kan er niet, kom er niet, kom er maar,
        kom niet, krijg geen|niemand|het niet|niet|maar niet, lukt me niet, lukt het niet, niet mogelijk,
        onmogelijk*, niet in staat, geraak er niet, kan men niet, niet te bereiken, niet te krijgen,
        niet door te komen
    """,
    "problem": """
        ramp, drama, dramatisch*, chaos, chaotisch*, puinhoop, puinzooi, rotzooi, troep, zooi, zooitje,
        ellende, gedoe met, gezeik, gezeur met, gezever, soep, problemen met, probleem met, fiasco,
        wanordelijk, warboel
    """,
    "missing": """
        niet aangekomen, nooit aangekomen, niet ontvangen, nooit ontvangen, niks ontvangen, niets ontvangen,
        niet gekregen, nooit gekregen, niet geleverd, nooit geleverd, niet bezorgd, nooit bezorgd,
        nog niet binnen, niet binnen, verdwenen, verloren geraakt|gegaan, kwijt, kwijtgeraakt, spoorloos,
        zoek, nergens te vinden|bekennen, ontbreek*, ontbrekend*, mist een, missen, mist nog, incompleet,
        onvolledig*, leeg*, waar blijft, waar is mijn|m'n|mn|het, waar zijn mijn, zogenaamd bezorgd|geleverd,
        bij de buren, geen spoor, geen pakket, gestolen, vergeten mee, saus vergeten, helft vergeten,
        halfleeg, niet aangebeld, aangebeld,
        verkeerd pakket|maat|kleur|artikel|product|bestelling|adres|bezorgd,
        verkeerde maat|kleur|artikel|product|bestelling|medicijn, fout geleverd, foute maat|bestelling,
        alles kwijt, data kwijt, voortgang kwijt, gewist, verwijderd, maar de helft, de helft, half leeg,
        buren langs, buren weten, niks in de bus, briefje in, volgens de app|track, app zegt bezorgd,
        staat op bezorgd, in de bosjes, in de regen, over de schutting, voor de deur gegooid, gegooid, gooide,
        smeet, gesmeten, neergekwakt, van iemand anders, van een ander|andere, andermans, van de buren,
        op naam van een
    """,
    "delay": """
        vertrag*, vertraging*, te laat, veel te laat, geannuleerd*, geschrapt, afgeschaft, uitgesteld,
        vervallen, gecancel*, gestrand*, traag*, duurt eeuwen|lang|uren|weken|maanden|al|te, eeuwigheid,
        eeuwen, zonder bericht|waarschuwing|iets, op zich wachten, verlaat, verplaatst, verzet, stilgestaan,
        staat stil, staan stil, vast op, vast in
    """,
    "waiting": """
        wacht al|nog|op|nu|sinds, wachten al|nog|op, al {num} {unit}, al {many} {unit},
        al weken|dagen|maanden|uren|jaren|tijden|sinds, sinds {num},
        sinds gisteren|maandag|dinsdag|woensdag|donderdag,
        sinds vrijdag|zaterdag|zondag|vorige|januari|februari, sinds maart|april|mei|juni|juli|augustus,
        sinds september|oktober|november|december|vanmorgen|vanochtend, in de wacht, in de wachtrij,
        wachtrij*, wachttijd*, wachtlijst*, wachtmuziek*, {num} {unit} wachten|gewacht|in,
        {many} {unit} wachten|gewacht|in, uren gewacht|wachten, hoe lang nog|duurt, hoelang nog|duurt,
        staan wachten, zitten wachten, uur gestaan, lang genoeg gewacht, aan het lijntje, blijven wachten,
        thuis gebleven, thuisgebleven, uur op een|het|mijn|de, sta al, sta nu al, zit al, zitten al, ligt al,
        staat al, hangt al, hang al, bel al, wacht al, {num} min in, {num} minuten in, staan, op een tochtig,
        perron gestaan, halte gestaan, half uur, halfuur, kwartier op, weken op, maanden op, half jaar,
        volgende week, volgende maand, pas over|in {num}, pas in, eerste plek, wachtlijst voor, sinds zondag,
        al drie|twee|vier|vijf|{num} dagen|avonden|weken|maanden|uur|keer, al een week|maand|uur|jaar|paar,
        drie dagen|weken|maanden|keer|mails, ken het muziekje
    """,
    "no_answer": """
        geen antwoord, geen reactie, geen gehoor, geen bericht, geen uitleg, geen excuus|excuses,
        geen oplossing, geen contact, geen enkele reactie|uitleg, niks gehoord, niets gehoord,
        niets meer gehoord, nooit gehoord, nul antwoord|reactie|uitleg|service,
        niemand neemt|antwoordt|reageert|weet|helpt|belt|gebeld|die|doet|komt|kan, neemt niemand,
        reageert niemand|niet|nooit, antwoorden niet, reageren niet|nooit, negeer*, genegeerd, opgehangen,
        hoorn erop, ophangen, hangen op, opgegooid, doorverbonden, van het kastje, kastje naar, doorverwezen,
        afgepoeierd, afgescheept, standaardantwoord*, standaard antwoord*, copy paste, automatisch antwoord,
        bot, chatbot, robot, computer praat, muziekje, voicemail, niet teruggebeld, nooit teruggebeld,
        bellen niet terug, belt niet terug, bel terug, zou terugbellen, zouden terugbellen,
        laten niets|niks horen, horen niks|niets, interesseert ze niks|niets, boeit ze|jullie,
        lossen niks|niets op, doen niks|niets, helpt niet, lekker bezig, van niks, weten van niks,
        niemand gebeld, niks van gehoord, taal noch teken, teken van leven, zwijgen, stilte, stil,
        geen mens te, geen mens, een robot, de bot, stuurt me, sturen me, sturen je, verwijzen, verwijst,
        schuiven, af op, afschuiven, ligt aan ons|mij, aan mij ligt, mijn schuld|fout, eigen schuld,
        zeggen dat het, zegt dat het, volgens jullie|hen, sorry is te veel, geen sorry, formulier,
        formulieren, mail maar, belt u maar, geduld, even geduld, weten het ook niet, weet het ook niet,
        geen idee
    """,
    "again": """
        alweer, weer eens, weer een uur, voor de {num}, voor de tweede|derde|vierde|vijfde|zoveelste|tigste,
        zoveelste, tigste, {num} keer, {many} keer, elke keer, iedere keer, telkens, steeds, altijd hetzelfde,
        altijd wat, opnieuw, constant, continu, nog een keer, wederom, zoals altijd, steevast
    """,
    "money": """
        afgeschreven, dubbel betaald|afgeschreven|gefactureerd, geincasseerd*, incass*, afschrijv*, afgeboekt,
        terugbetaal*, terugbetaling*, restitutie, mijn geld, m'n geld, ons geld, geld terug, terugstort*,
        te veel betaald, teveel betaald, factuur klopt, factuur van, rekening van|klopt, rekening gekregen,
        extra kosten, servicekosten, administratiekosten, verborgen kosten, boete, aanmaning*, naheffing,
        voorschot verhoogd|verdubbeld, borg, vergoeding, schadevergoeding, compensatie, moet ik betalen,
        moeten betalen, mag ik betalen, zonder toestemming, kost geld, tientje, euro extra|voor|meer,
        {num} euro voor|extra|meer, nog steeds geincasseerd, nog steeds afgeschreven, wordt er geincasseerd,
        geld kwijt, geld ingehouden, ingehouden, rekening gestuurd, dubbele rekening, kosten in rekening,
        in rekening gebracht, moeten bijbetalen, bijbetalen, bijbetaling, jaarafrekening, eindafrekening,
        naar boven, zomaar afgeschreven, betaald en, betaald maar, betalen voor, zelf moet, abonnement dat ik,
        waar ik nooit, nooit om gevraagd, niet om gevraagd
    """,
    "price": """
        te duur, veel te duur, peperduur*, schandalig duur, duurder geworden, steeds duurder, alweer duurder,
        oplicht*, afzetter*, afzetterij, geldklopper*, geldwolven, graaier*, graaien, woekerprij*,
        prijsverhog*, prijsstijg*, prijs verhoogd|omhoog, verhoogd zonder, verdubbeld, prijzen de pan,
        voor dat geld, voor die prijs, ripoff, betaald voor, betaal voor, uitgemolken, bloedgeld,
        belachelijk duur, euro voor een, {num} euro voor, elke maand iets anders, weer omhoog, weer duurder,
        omhoog terwijl, verdubbeld terwijl, gaat maar omhoog, dure grap, kost een vermogen, vermogen, rib uit
    """,
    "awful": """
        slecht*, slechtste, waardeloos, waardeloze, belabberd*, bagger, beroerd*, vreselijk*,
        verschrikkelijk*, afschuwelijk*, verschrik*, dramatisch*, rampzalig*, abominabel*, erbarmelijk*,
        bedroevend*, schandalig*, schandelijk*, schande, schandaal, belachelijk*, bespottelijk*,
        ongelofelijk slecht, ongehoord*, onaanvaardbaar*, onacceptabel*, onbehoorlijk, ongepast,
        onprofessioneel*, incompetent*, onbekwaam*, onbeschoft*, prutser*, amateur*, knoeiers, gepruts,
        geklungel, aanfluiting, lachertje, farce, grap, slechte grap, een grap, mop, kansloos, kansloze,
        triest*, droevig*, armoe*, armoedig*, walgelijk*, smerige, ronduit, ziekelijk, stelletje, kutbedrijf,
        kutservice, kut*, klote*, kloten, rukservice, ruk, shit*, nachtmerrie, hel, hemeltergend*,
        onvoorstelbaar slecht, dieptepunt, nul sterren, 0 sterren, een 0, dikke onvoldoende, onvoldoende,
        slaat nergens op, kan echt niet, dit kan niet, kan toch niet, gaat nergens over, te gek voor woorden,
        van de zotte, zot, om te huilen, triestig, in de maling, de maling, neem je|nemen jullie me|mij|ons,
        onbegonnen werk, onbegonnen, poppenkast, soepzooi, circus,
        wat een circus|klucht|schertsvertoning|poppenkast|mop|prutsers, klucht, schertsvertoning, bedroevend,
        steeds erger|slechter|gekker, van kwaad tot, wordt steeds erger|slechter|gekker, om te janken, janken,
        mission impossible, hopeloos, hopeloze, beneden alle, alle peil, te belachelijk, geen pretje, een ramp
    """,
    "bad": """
        niet goed, niet ok, niet oke, niet netjes, niet fijn, niet leuk, niet normaal, niet eerlijk,
        oneerlijk*, slordig*, matig*, flauw, smakeloos, smaakloos, slappe, onvriendelijk*, niet te eten,
        niet te doen, niet kunnen, mager, magertjes, minder, tegenvall*, viel tegen, valt tegen,
        valt zwaar tegen, teleurstell*
    """,
    "upset": """
        teleurgesteld*, teleurstell*, boos, woest, woedend*, pissig, kwaad, gefrustreerd*, frustr*,
        geirriteerd*, irrit*, ergernis, erger me, ergerlijk*, ontevreden, balen, baal, baal ervan, zat,
        spuugzat, beu, kotsbeu, klaar mee, helemaal klaar, ben er klaar, heb er genoeg, genoeg van, moedeloos,
        wanhopig*, word gek|moe|hier, word er gek|moe, ziek van, moe van, onbegrijpelijk*, verbijster*,
        sprakeloos, schandalig, spijt van, spijt dat, jammer genoeg, ontploff*, geduld is op, geduld op,
        over de zeik, pisnijdig, het is genoeg, t is genoeg, kotszat, meer dan zat, de buik vol, buik van vol,
        er doodmoe|gek|simpel, doodziek, de strot, strot uit, keel uit, de keel, uit mijn vel, uit m'n vel,
        bloed onder, de druppel, de maat is, maat is vol, mijn geduld, m'n geduld, tot hier
    """,
    "rude": """
        onbeschoft*, onbeleefd*, onvriendelijk*, bot, botte, brutaal*, arrogant*, neerbuigend*, respectloos*,
        lomp*, chagrijnig*, snauw*, afgesnauwd, snauwde, schreeuw*, uitgescholden, uitgelachen,
        behandeld als|alsof, behandelen je|ons|klanten|mensen, als oud vuil, niet serieus,
        niet serieus genomen, kleiner*, beledig*, discrimin*, ongemanierd*, grof, hufter*, weggestuurd,
        gooide de hoorn, hoorn op de haak, rolde met, ogen rollen, zuchtte, zuchtend, lachte me, lachte ons,
        afgebekt, afgeblaft, bek, kort af, kortaf, botweg, kil, als een crimineel|nummer|kind, nummer,
        nummertje, niet te woord, te woord gestaan, met de nek, nek aangekeken
    """,
    "lies": """
        gelogen, liegen, liegt, leugen*, leugenaar*, oplicht*, opgelicht, bedrog, bedriegers, fraude, dieven,
        beloof*, belofte*, beloofd*, zou vandaag|gisteren|komen|bellen|binnen|worden|om|tussen|liggen|goed,
        zouden komen|bellen|vandaag, zogenaamd*, zogezegd, misleid*, misleidend*, valse, nep,
        klopt niet|niets|niks|voor geen, niet zoals, heel anders, niet conform, kleine lettertjes, lokkertje,
        om de tuin, belazer*, besodemiet*, genaaid, naaien, voor de gek, voorgelogen, niet nagekomen,
        niks van waar, belazerd, bedonderd, bekocht, bedot, in de luren, een oor aangenaaid, oor aangenaaid,
        voor de mal, kat in de zak, mooie praatjes, loze belofte*, gebakken lucht
    """,
    "churn": """
        nooit meer, nooit weer, nooit van mijn leven, opzeggen, opgezegd, zeg op, zeg mijn, stap over,
        overstappen, overgestapt, ga weg, ben weg, wij gaan weg, laatste keer, eens maar nooit, raad af,
        afrader, afgeraden, afraden, niet aan te raden, niet aanbevelen, koop hier, bestel hier niet, mijd,
        vermijd*, blijf weg, pas op voor, concurrent*, concurrentie, klant kwijt, klant armer, klant minder,
        doei, switch naar
    """,
    "service": """
        klantenservice*, klantendienst, helpdesk, medewerker*, callcenter, service desk, servicedesk, balie,
        klantvriendelijk
    """,
    "ruined": """
        verpest*, verknald, verziekt, tijdverspilling, verspild*, tijd kwijt, dag vrij, vrij genomen,
        voor niks, voor niets, voor nop, moest ik|zelf|dan|wachten|een, moesten we|wij|zelf|een, gemist,
        aansluiting gemist, trein gemist, door jullie, jullie schuld, in de steek, in de kou, laten staan,
        laten zitten, laten vallen, zitten nu zonder, zit nu zonder, zitten zonder, zit zonder, weggegooid*,
        weggooien, kan ik weggooien, in de prullenbak, vakantie verpest|naar|begonnen, koelkast leeg, vriezer,
        kan alles weggooien, nacht op het|schiphol|vliegveld, geslapen op, verjaardag verpest,
        afspraak gemist, te laat op mijn|m'n werk, te laat op werk, ziek geworden, ziek van,
        voedselvergiftiging
    """,
    "spam": """
        spam*, gehackt, geblokkeerd*, blokkeer*, account geblokkeerd|gesloten, phishing, blijven bellen,
        stop met bellen|mailen, ongevraagd*, lastig gevallen, lastiggevallen, datalek
    """,
    "demand": """
        los het op, los dit op, oplossen, fix dit|het, regel dit|het, repareer, doe iets, doe er iets,
        doe er wat, doe eens, ik wil mijn|een|graag mijn|m'n|nu|gewoon, wij willen, verwacht een|meer|dat,
        uitleg graag, leg uit, leg eens uit, leg me uit, graag uitleg|een oplossing|actie|reactie|antwoord,
        graag zsm, zsm, reageer eens|nou|a.u.b, reageer, antwoord eens, schaam je|jullie, doe normaal,
        word wakker, wakker worden, beter jullie, kom op, wanneer wordt|wordt dit|komt er|gaan jullie,
        tijd dat jullie, wordt tijd
    """,
    "why": """
        waarom, hoezo, hoe kan het|dit|dat|je, hoe kunnen jullie, wat is er aan|mis, wat is dit voor,
        wat gaat er mis, waarvoor betaal, waar betaal ik, hoe is het mogelijk, hoe bestaat, wat mankeert,
        waar slaat dit
    """,
    "owed": """
        wil mijn geld, geld terug, krijg mijn geld niet|terug, geen geld terug, nog geen geld,
        niet terugbetaald, niet teruggestort, weiger*, geweigerd, garantie geweigerd|geldt|telt,
        geen garantie, niet vergoed*, wordt niet vergoed, afgewezen, valt niet onder
    """,
    "shock": """
        ongelooflijk*, ongelofelijk*, niet te geloven, serieus, meen je niet, menen jullie, dit meen je, zeg,
        wtf, niet normaal, te triest,
        wat een grap|aanfluiting|drama|ellende|service|bedrijf|zooi|puinhoop|rotzooi, amai, pardon, hoe dan,
        ga toch weg, ga weg, nou ja, bizar*, beetje gek
    """,
    "sarcasm": """
        bedankt voor niks|niets|de|het|weer, dank voor niks|niets|de vertraging, lekker bezig, lekker dan,
        lekker hoor, lekker geregeld, goed geregeld hoor, mooi is dat, fijn hoor, fijn is dat, leuk hoor,
        knap hoor, knap werk, goed bezig, top geregeld, toppie, top hoor, super hoor, gefeliciteerd met,
        hulde, chapeau hoor, bravo, mooie service, fijne service, lekkere service, klasse hoor, geweldig hoor,
        heerlijk weer, topservice hoor, leg eens uit, mooie boel, gezellig dan, lekker makkelijk, handig hoor,
        knap staaltje, goeie grap, dank je wel ns, bedankt ns, fijne dag ook, wat fijn, super geregeld,
        dezelfde onderbroek, vakantie begonnen, staat op ontploffen, ga toch weg, beetje gek dit
    """,
    "tried": """
        gebeld en|maar|met, al {num} keer, bel al|nu, bellen met, gemaild, mail al,
        {num} mails|telefoontjes|keer|berichten|pogingen, {many} mails|telefoontjes|keer|berichten|pogingen,
        meerdere keren|malen|mails, klacht ingediend, klacht*, melding gemaakt|gedaan, gemeld, geprobeerd,
        probeer al|nu|sinds|te, contact opgenomen|gehad|gezocht, gevraagd om, ticket
    """,
    "not_come": """
        monteur zou|kwam|niet, bezorger kwam|belde|zou|smeet|gooide, zou tussen, tussen 8|9|10|12 en,
        hele dag thuis|gewacht|voor niks, thuis gezeten, vrij genomen, dag vrij, niks. niemand,
        belde niet aan, niet eens aangebeld, reed zo|gewoon voorbij, reed voorbij, voorbijgereden,
        sloeg ons|de halte over, uitgevallen bus|trein, bus kwam, trein kwam
    """,
}
