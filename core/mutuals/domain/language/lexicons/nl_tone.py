"""Dutch words and stems of praise and of talk, and those of faults that small talk has, too."""

CUES = {
    "praise": """
        geweldig*, fantastisch*, super, superlief, supersnel, superblij, supervriendelijk, superleuk,
        superlekker, *super, top, topper*, toppers, topservice, top geholpen, toptent, perfect*, prachtig*,
        schitterend*, heerlijk*, uitstekend*, uitmuntend*, voortreffelijk*, subliem*, briljant*, fenomenaal*,
        magnifiek*, prima, tof*, toffe, gaaf, gave, vet cool, zo vet, mega*, beste, de beste, allerbeste,
        lekkerste, mooiste, liefste, held, helden, kanjer*, schat, schatten, parel*, pareltje, lief, liefde,
        verliefd, fan, fans, dol op, gek op, hou van, houden van, genieten, genot, genoten, lekker,
        verslavend*, petje af, chapeau, hulde aan, complimenten, compliment, pluim, groot compliment,
        dikke pluim, bravo, aanrader, echte aanrader, aan te raden, aanbevelen, beveel aan, raad aan,
        raad iedereen aan, raden aan, zeker aan, tevreden, zeer tevreden, heel tevreden, blij, heel blij,
        zo blij, super blij, dolblij, trots, onder de indruk, verrast, aangenaam verrast, verwend,
        in de watten, topdienst, rap opgelost, snel opgelost, meteen opgelost, keurig*,
        netjes geholpen|opgelost, goed geholpen, fijn geholpen, lief geholpen, snel geholpen,
        vriendelijk geholpen, vlot geholpen, goede service, fijne service, wat een service top,
        zo kan het dus ook, zo hoort het, zo moet het, zonder gezeur, zonder gedoe, geen gedoe, nooit gedoe,
        nog nooit gedoe|problemen, nooit problemen, geen enkel probleem, mooie actie, goede actie,
        vijf sterren, 5 sterren, 10/10, dikke tien, een tien, een 10, elke cent waard, geld waard, overtreft,
        boven verwachting, verwachtingen overtroffen, gered, redde, levensredder, kom terug, komen terug,
        graag terug, ga zo door, doe zo voort, blijf zo, hoe doen jullie het, beste keuze, goede keuze,
        beste beslissing, en daarmee uit, gefikst, binnen kwartier, binnen een kwartier|uur|dag|minuut,
        binnen {num} minuten|uur|dagen|min, in {num} minuten|min|uur, zelfde dag, dezelfde dag nog,
        volgende dag al|in|binnen, vandaag besteld, gisteren besteld, vanavond in huis, al in huis,
        eerder dan, sneller dan, razendsnel, bliksemsnel, vliegensvlug, supervlot, in een wip, zo gepiept,
        zo opgelost, meteen geregeld|geholpen|vervangen, direct geholpen|opgelost|vervangen,
        gratis vervangen|extra|bij, kosteloos, cadeautje*, kaartje erbij, handgeschreven, attentie,
        lief gebaar, mooi gebaar, gebaar, zonder morren, zonder mokken, zonder moeilijk, zonder te vragen,
        zonder problemen, geen problemen, geen klachten, niets te klagen, niks te klagen, niets op aan,
        niks op aan, niks aan te merken, kan niet beter, beter kan niet, beter wordt het niet, beste van,
        beste stoverij|koffie|brood|pizza|service|keuze|aankoop|restaurant|winkel|bank, lekkerste van,
        lekkerste brood|koffie|friet|pizza|taart, mooiste van, nergens lekkerder, nergens beter, hemels*,
        goddelijk*, smullen, gesmuld, smullend, smaakvol, smaakt naar meer, om je vingers, vingers bij,
        verrukkelijk*, zalig*, overheerlijk*, mmm*, njam, kan er niet genoeg, geen genoeg van,
        geen dag zonder, niet zonder, nooit meer zonder, zou niet meer zonder, verslaafd, verslaving, hooked,
        weekend niet buiten, avond in een ruk, in een ruk, kippenvel, traantje, ontroer*, ontroerd,
        ontroerend, geraakt, genietmoment, hartverwarm*, hart verwarmd, warm onthaal, warm welkom,
        welkom gevoeld, hartelijk*, gastvrij*, betrokken, betrokkenheid, begripvol*, engelengeduld,
        alle geduld, nam de tijd, tijd genomen, alle tijd, uitstekend geholpen, perfect geholpen, goed advies,
        eerlijk advies, vakwerk, vakman*, vakmensen, vakkundig*, deskundig*, kundig*, professioneel*, op tijd,
        netjes op, spic en span, brandschoon, als nieuw, zo goed als nieuw, gaat al jaren|lang, jaren mee,
        gaat lang mee, onverwoestbaar, degelijk*, betrouwbaar*, trouwe klant, vaste klant, klant voor het,
        al jaren klant|tevreden|fan, jaar klant, nog nooit teleurgesteld|spijt|iets, nooit spijt, geen spijt,
        beste keus, overgestapt en blij, zo blij met, blij met, ontzettend blij, hartstikke,
        hartstikke bedankt|goed|lief|leuk|blij, onwijs, onwijs goed|lief|lekker|blij, mega blij, echt blij,
        wat ben ik blij, wat een topper|service|feest|pareltje|held|schat,
        wat een verrassing|heerlijk|mooi|leuk|lief|fijn|toffe, wat fijn dat, wat leuk, wat lief, wat lekker,
        wat goed, wat mooi, super geholpen|service|snel|lief|blij|tevreden|mooi|lekker, superservice,
        topbedrijf, topteam, topzaak, topkwaliteit, klasse, klassezaak, chapeau voor, hoedje af, hoed af,
        diepe buiging, buiging voor, dikke duim, duimpje, duimen omhoog, tien met een griffel, 10 met, 9.5,
        een dikke, op z'n gemak, op hun gemak, verdient een lintje|medaille|bonus|opslag, lintje,
        geef die man|vrouw, held van de, redder*, redders, dag gered|goed|gemaakt, maakte mijn dag,
        dag weer goed, glimlach op, met een glimlach, lach op, om te lachen, hilarisch*, geniaal*, grandioos*,
        magistraal*, weergaloos*, fenomenale, wereldklasse, wereldservice, wereldtent, van wereldklasse,
        aanradertje, ga daar heen, moet je heen, moet je proberen, zeker doen, zeker de moeite,
        de moeite waard, moeite waard, meer dan waard, elke euro waard, geen cent te veel,
        prijs kwaliteit top|goed, betaalbare, keigoed*, kei goed, keilekker, keimooi, zot goed, plezant*,
        heel content, goe bezig, merci he, mercikes, dikke merci,
        jullie zijn de|kanjers|top|toppers|geweldig|super|schatten|helden,
        dank aan|voor de|jullie|je wel|u wel, duizendmaal dank, veel dank, grote dank, weg van, blij van,
        geniet*
    """,
    "mild_praise": """
        goed*, goede, leuk*, mooi*, fijn*, vriendelijk*, aardig*, behulpzaam*, snel*, vlot*, rap*, netjes,
        schoon, eerlijk*, betaalbaar, handig, makkelijk, gezellig*, zacht*, vers, knapperig*, attent*,
        geduldig*, lachen, glimlach, opgelost, gefikst, eenvoudig, duidelijk, professioneel, wauw, kwaliteit,
        blij
    """,
    "thanks": """
        dank*, bedankt*, dankjewel, dankuwel, dank je, dank u, thanks, thx, merci, hartelijk dank, tnx
    """,
    "resolved": """
        opgelost, gefikst, gerepareerd, werkt weer, doet het weer, gelukt, geregeld, aangekomen,
        teruggevonden, gevonden
    """,
    "idiom": """
        haha*, hihi, lol, xd, lmao, goeiemorgen, goedemorgen allemaal,
        fijne feestdagen|avond|dag|weekend|koningsdag|vakantie|zondag, prettige feestdagen|kerst,
        prettig weekend, gelukkig nieuwjaar, gefeliciteerd, vrolijk kerstfeest|pasen, zin in, fijn weekend
    """,
    "polite": """
        hoi, hallo, hey, goedemorgen, goedemiddag, goedenavond, dag, ok, oke, ja, dm, verstuurd, groet,
        groetjes, mvg
    """,
    "promo": """
        winactie, winnen, prijsvraag, rt, korting, kortingscode, code, aanbieding, actie, link in bio, tag je,
        tag een, volg en, livestream, live, nieuwe blog, podcast, opent, bouwt, lanceert, presenteert,
        introduceert, kondigt, winst, kwartaal, omzet, aandeel, aandelen, vacature, solliciteren, wij zoeken,
        jaarcijfers
    """,
    "occasion": """
        herfst, lente, zomer, winter, kerst, pasen, sinterklaas, koningsdag, zondag, weekend, vakantie,
        verjaardag, bank, deken, dekentje, paraplu, sjaal, regen, sneeuw, zonsondergang, strand, feest
    """,
}
