"""French words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        abim*, defectu*, deglingu*, fissur*, rouill*, moisi*, pourri/e/s/es, perime*, cafard*, endommag*,
        ecras*, cabosse*, raye/e/s, tache/e/s, dechir*, decousu*, petee, pete/s, petees, foutu/e/s, nase/s,
        inutilisable/s, hors d'usage, en morceaux, en miettes, en panne, ne s'allume plus|pas,
        s'allume plus|pas, ecran noir|bleu|fige|casse,
        arrive/e/s|recu/e/s|livre/e/s casse/e/s|ouvert/e|vide|froid/e/s,
        arrive/e/s|recu/e/s|livre/e/s tiede|trempe|incomplet|abime/e, a retreci, retreci, rance/s, avarie/e,
        trop cuit/e, pas cuit/e, pas frais|fraiche, mal cuit/e, immangeable/s, imbuvable, degueulasse/s,
        degueu, dans le noir, clignote orange|rouge, voyant rouge|orange, fuit, ca fuit, cheveu dans,
        un cheveu, salete, crasseu*, pas nettoye, sent la mort|mauvais|le moisi, pue, puait, pete/e,
        s'est casse/e, se casse, s'est decolle/e, se decolle, s'est dechire/e, se dechire,
        tombe en|deja en panne|morceaux, tombee en, deja mort/e, deja casse/e, lache deja|au, a lache,
        rend/u l'ame, prend l'eau, prend feu, fume, fondu/e, carton mouille|ouvert|defonce, defonce/e/s,
        explose/e/s en|a, eclate/e/s a|en, lance le|mon|par, jete par|le|mon, balance par|le|mon,
        par dessus le, cramoisi, crame/e/s, carbonis*, trop sale, sans sauce, pas de sauce,
        sentait la|le|mauvais, sent le|la|mauvais, pique les yeux, fermeture eclair, deux tailles,
        mauvaise taille, mauvais article|produit|colis, pas le bon|la bonne
    """,
    "fails": """
        marche pas|plus|jamais, fonctionne pas|plus|jamais, ne fonctionnent, marchent pas|plus,
        ca marche pas|plus, beug*, bugg*, bugs, ca bug|beug, plante/nt, plantages, crash*, rame/nt, ca rame,
        lague/nt, message d'erreur, page blanche, ne charge|s'ouvre|repond|demarre pas|plus, charge pas|plus,
        s'ouvre pas|plus, se lance pas|plus, demarre pas|plus, se connecte pas|plus, ca coupe, se coupe,
        se deconnecte, se ferme tout|toute, me deconnecte, deconnecte sans arret|tout, se fige, ca freeze,
        freeze, tourne dans le vide, tourne en boucle, bloque sur|a|depuis, refuse ma|mon|les|de,
        capte pas|plus|rien, aucun reseau, zero|0 reseau|debit, debit pourri|nul|ridicule,
        ca ne passe pas|plus, passe plus, clignote, pixels, pixelise*, saccade, saccades, redemande le|mon,
        me redemande, me jette, m'ejecte, ejecte, boucle infinie, tourne en rond, ecran fige, sans son,
        plus de son|image, plus d'image, son coupe, mode avion, la maj a, depuis la maj|mise, maj,
        mise a jour, reseau mort, reseau en, barre de reseau, connexion pourrie|nulle, debit de,
        wifi pourri|mort|nul, a pedales, du minitel, minitel, escargot,
        plus d'internet|eau|electricite|reseau|courant|chauffage, pas d'internet|eau|electricite|reseau|info,
        sans internet|electricite|eau|reseau|chauffage|courant|solution|connexion|tele,
        plus de reseau|connexion|courant|chauffage|wifi|stock|place,
        pas de reseau|connexion|wifi|place|courant, coupure/s, panne de|d'internet|encore|generale|depuis,
        rupture, en rupture, aucune info|information|annonce, bonde/e/s, surcharge/e,
        toilettes fermees|bouchees|hs, clim hs|en|coupee
    """,
    "cant": """
        avoir un humain, avoir quelqu'un, joindre un humain,
        impossible de|d'avoir|d'acceder|d'obtenir|a, je ne|n' peux|arrive pas|plus,
        je peux|arrive|arrivons pas|plus, j'arrive pas|plus, on peut|arrive pas|plus, n'arrive pas|plus a,
        pas moyen de|d'avoir, aucun moyen de, meme pas moyen, incapable/s, pas fichu/s, pas foutu/s,
        plus acces, pas acces, vous joindre, pour vous joindre, injoignable, mission impossible,
        c'est une prison, prisonnier/s, pieds et poings
    """,
    "problem": """
        dysfonctionn*, desastr*, catastroph*, galere/s, galerer, n'importe quoi, bordel, foutoir, merdier,
        usine a gaz, souci depuis, probleme depuis, tout est faux, erronee/s, errone/s
    """,
    "missing": """
        jamais recu/e/s, pas recu/e/s, rien recu, toujours pas recu, jamais arrive/e/s, pas arrive/e/s,
        jamais livre/e/s, pas livre/e/s, introuvable/s, disparu/e/s, perdu mon|ma|mes|notre, egare/e/s,
        il manque, manque un|une|des|la|le|encore|{num}, manquait, manquaient, marque livre, indique livre,
        note livre, soi-disant livre, ou est mon|ma|mes, ou est passe/e, elle est|il est ou ma|mon,
        boite aux lettres vide, colis vide, incomplet*, a moitie vide, aucune trace, plus de nouvelles,
        sans nouvelle/s, aucune nouvelle, vole/s, valise/s perdue/s, jamais vu la couleur, rien dans la boite,
        oublie/e/s de|d'envoyer|mon|ma|la|le|un, avez oublie, ont oublie, evapore/e/s, volatilise/e/s,
        efface/e/s, supprime/e mon|mes|ma, a bouffe, bouffe ma|mon, la moitie, a moitie, que la moitie,
        retrouvee a, partie a, parti a, voyage sans, chez un voisin inconnu, voisin/s au courant,
        sans rien dedans, d'un autre client, d'une autre personne, de quelqu'un d'autre, d'un autre,
        de quelqu'un, la moitie de|du|des, incomplete
    """,
    "delay": """
        en retard, retard de|d'une, encore en|du retard, {num} de retard, retards, annule/e/s, supprime/e/s,
        reporte/e/s, decale/e, lenteur/s, d'une lenteur, interminable/s, plombe/s, trop long/ue,
        beaucoup trop long, traine, ca traine, a la traine, sans prevenir, coince/e/s,
        bloque/e/s a|dans|sur|depuis, tarde, tardent, des lustres, une eternite
    """,
    "waiting": """
        j'attends, on attend, nous attendons, toujours en attente, attente interminable|au, en attente depuis,
        {num} {unit} d'attente, {many} {unit} d'attente, d'attente pour, {unit} que j'attends|on,
        attendu {num}|toute|des|plus, combien de temps, jusqu'a quand, ca fait {num}, ca fait {many},
        cela fait {num}, depuis {num}, depuis {many} {unit}, depuis des {unit},
        depuis lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|paques,
        depuis noel|mars|janvier|fevrier|avril|juin|juillet|septembre|octobre|novembre|decembre, ca dure,
        fait poireauter, poireaut*, faire la queue, heures de queue, au bout de {num}, voila {num},
        j'ai attendu, on a attendu, attendu mon|le|la, attendre {num}|le|la|mon, {num} de retard, min dans|de,
        min au|a l'arret, dans le froid, sur le quai, a quai, a l'arret, en rade, en carafe,
        debout pendant|{num}|tout, plus d'une heure|de, une heure a, une heure pour, {num} {unit} pour,
        {many} {unit} pour, {num} {unit} que, {many} {unit} que, ca fait trois|deux|des|un|une, sous 72h,
        sous 48h, c'etait a|en|il, et on est|nous sommes, on est en, revenue le, revenu le
    """,
    "no_answer": """
        personne ne, personne au|n'est, personne repond|pour, toujours personne, sans reponse/s,
        aucune reponse, pas de reponse, zero reponse, aucun retour, pas de retour, jamais repondu|rappele,
        repond pas|plus|jamais, reponds pas, repondent pas|jamais, ne repond|repondent, rappelle pas|jamais,
        jamais rappele/e, m'ignore/nt, ignore/nt, silence radio, aux abonnes absents, injoignable/s,
        raccroch*, balade/e/s de, balader, balade/nt de, me balade, se renvoie/nt la, renvoie/nt la balle,
        repondeur, reponse automatique, reponses automatiques, un robot, un bot, chatbot, copie colle,
        copier coller, a cote de la plaque, sonne dans le vide, dans le vide, mur, vu et, laisse en vu,
        aucune explication, pas d'explication, aucune excuse, pas d'excuse, meme pas un|une mot|excuse|petit,
        aucune solution, pas de solution, s'en fout/ent, s'en foutent, s'en moque/nt, s'en fiche/nt,
        se fout/ent, se moque/nt, foutre de, fout de, fiche de, moque de, rien ne bouge, ne font rien,
        fait rien, leve les, reexpliquer, tout reexpliquer, repeter la meme, a chaque fois tout,
        {num} conseillers, {num} interlocuteurs, on me renvoie, renvoie/nt vers|sur, faut rappeler,
        rappelez plus tard, service en service, ferme la conversation, repond a cote, chatbot qui,
        un robot qui, personne capable, personne pour, sourde oreille, fait le mort, font les morts,
        silence total|complet, se dedouane/nt, me dit que c'est, dit que c'est de|ma|votre, accuse/nt,
        rejette/nt la
    """,
    "again": """
        encore une fois, une fois de plus, a nouveau en|sans|le, pour la {num},
        pour la enieme|deuxieme|troisieme|quatrieme|cinquieme, enieme fois, {num} fois, {many} fois,
        a chaque fois, chaque mois, tous les jours|mois|matins|deux, toutes les {num}|deux,
        encore et toujours, ca recommence, rebelote, sans arret, sans cesse, en permanence, comme d'hab,
        comme d'habitude, encore {num}, toujours la meme, toujours le meme, meme chose, tous les quatre matins
    """,
    "money": """
        preleve*, prelevement/s, debit* deux, debite/e/s, factur* deux, facture/s de|d'un|salee|fausse,
        facture/e, double facturation|prelevement, rembours*, mon argent, notre argent, me doit|devez|doivent,
        frais de|bancaires|caches|pour, des frais, surfactur*, trop percu, regul*, agios, dedommag*,
        indemnis*, voulez me faire payer, me faire payer, fait payer, faites payer, caution, sans mon accord,
        sans autorisation, sans m'en parler|prevenir, sans rien dire, ca preleve, prelevez, prelevent,
        me prelevez, facturez, facturent, fait facturer, facturee {num}, facture deux|{num}|d'eau,
        deux fois le|la, regul, frais caches|abusifs|bancaires|de dossier|d'incident, decouvert,
        encore des frais, et en plus payer, payer pour, je paye/ie pour|le|la|un, paie pour, paye pour,
        paye le, pris {num}, retenu sur, caution pas
    """,
    "price": """
        trop cher/e/s, hors de prix, exorbitant*, abus*, arnaque/s, arnaqu*, vol manifeste, du vol,
        c'est du vol, raquett*, racket*, escroqu*, pigeon/s, prix de fou|delirant/s, la peau des, les yeux de,
        un bras, augment* mon|le|les|de, augmentation/s, encore augmente, encore monte,
        monte mon|le|les forfait|prix|tarif, hausse de, tarif/s abusif/s, plus cher que, si cher, aussi cher,
        pour ce prix, a ce prix, balles pour, balles de, monte mon|le|les|de, {num} de plus, {num} balles,
        {num} piasses, une fortune, prix double|triple|explose, c'est donne, a ce tarif, passe de {num},
        passe a {num}, encore plus cher
    """,
    "awful": """
        nul/s, nulle/s, nullissime, lamentabl*, honteu*, une honte, la honte, quelle honte, scandal*,
        inadmissibl*, inaccept*, intolerabl*, inqualifi*, horribl*, affreu*, atroce*, execrabl*, deplorabl*,
        minabl*, pitoyabl*, mediocr*, merdiqu*, pourri/e, de merde, la merde, une merde, c'est de la,
        ridicul*, incompet*, incapabl*, inefficac*, pas serieux, manque de serieux|professionnalisme|respect,
        zero pointe, pire service|boite|operateur|compagnie|experience|banque, le pire, la pire, les pires,
        pathetiqu*, une blague, mauvaise blague, se paie|payer la, foutage de, foutaise/s, torchon, daube,
        chiotte/s, a vomir, a chier, a fuir, fuyez, parcours du combattant, un cauchemar, l'enfer, galere,
        calvaire, desinvolture, amateurisme, amateurs, bras casses, du grand n'importe, consternant*,
        affligeant*, ubuesque, kafka*, absurde, aberrant*, revoltant*, ecoeur*, degout*, inhumain*, indign*,
        zero etoile, decevant*, deplor*,
        quelle blague|rigolade|mascarade|plaie|catastrophe|misere|gestion|pagaille, une mascarade,
        une rigolade, un cirque, quel cirque, du cirque, c'est la croix, croix et la, et la banniere,
        parcours du, la cour des, moquez du monde, se moque du, vous moquez, vous abusez, abusez, abuse la,
        faut pas abuser|pousser|deconner, faut pas, du n'importe, devient n'importe, va de mal, mal en pis,
        de pire en, a pleurer, c'est du grand, inqualifiable, du foutage, bande de, a cote de vos, la louse,
        c'est la louse
    """,
    "bad": """
        tres mauvais/e/s, vraiment mauvais/e, mauvais service, mauvaise foi|experience|qualite|organisation,
        mauvaise/s, mauvais, mal organise|fait|foutu|emballe|accueilli, pas terrible, pas top, pas normal,
        anormal, pas bon/ne/s, sans gout, insipid*, injuste*, frites molles, mou, molle, molles, tiede/s,
        c'est limite, bof
    """,
    "upset": """
        decu/e/s, decept*, decevant*, degoute/e/s, enerv*, agac*, furieu*, fache/e/s, frustr*, marre,
        ras le bol, ras-le-bol, ral le bol, saoul*, gonfl*, j'en peux plus, on en peut plus, n'en peux plus,
        plus possible, a bout, colere, en colere, mecontent*, insatisf*, outre/e/s, exasper*, excede/e/s,
        desesper*, depit*, ecoeure/e/s, regrett*, deteste/r, ca me rend, rend fou|folle,
        je deviens fou|folle|chevre, pete un|les cable|plombs, ca commence a|bien, ca suffit, y en a marre,
        me prend/s la tete, prise de tete, casse les, fait chier, fais chier, faites chier, relou/s,
        ras la casquette, ras le pompon|cul|pompom, plein le dos|cul|les, les nerfs, me sort par,
        sort par les, hors de moi, voir rouge, peter un|les, la moutarde, goutte d'eau, trop c'est trop,
        a bout de, bout du rouleau, patience a des|limites, ca me gonfle|soule|saoule|tue|depasse
    """,
    "rude": """
        malpoli*, impoli*, mal eleve*, desagreabl*, agressi*, arrogan*, irrespect*, meprisan*, mepris,
        hautain*, insult*, mal recu/e/s, mal accueilli*, mal parle/e, odieu*, infect*, pas aimable/s,
        peu aimable/s, antipathiq*, condescend*, envoye/e/s balader|chier|promener|bouler, crie dessus,
        hurle dessus, comme un chien|des|du|de chiens|betail|merde, comme une merde|idiote|voleuse,
        raccroche au nez, au nez, leve les yeux, pris de haut, prend/s de haut, pris/e pour un|une|des,
        prenez pour, prend pour, prennent pour, nous prend|prennent, rire au nez, discrimin*, humili*,
        les yeux au ciel, m'a pris/e de, mal parle, ton sec|desagreable, engueul*, crie/r, aboy*,
        me prend/nt de|pour, nous prenez pour|de, traite/e/s comme|de, lachee, envoyes, foutu a la
    """,
    "lies": """
        mensong*, menteur/s, menteuse, mentez, ment/ent, menti/r, arnaqu*, escroc/s, escroqu*, voleur/s,
        fraud*, tromper*, trompe/e/s sur, promesse/s non|jamais|en, promis mais|et|pour, promettez,
        m'avait|avez|aviez dit|promis, on m'a|nous dit|promis|assure, soi-disant, soi disant, pretend*,
        publicite mensongere, mensongere, faux, rien a voir avec, ne correspond*, pas conforme/s, contrefacon,
        fait avoir, me suis fait, s'est fait avoir|arnaquer|rouler|plumer, on s'est fait, rouler dans la,
        roule dans la, vendu du reve, du vent, c'est du vent, poudre aux yeux, trahi/e, trahis,
        pris pour des|un|une, bernee, berne/s, dupe/s, plume/e/s, entube/s, pigeonne/s
    """,
    "churn": """
        plus jamais, jamais plus, resili*, desabonn*, je me barre, je m'en vais, me casse,
        je change|changer de|d'operateur|banque, je pars, je vais partir|voir|changer, derniere fois,
        premiere et derniere, ne commandez|prenez|allez|achetez, a eviter, evitez, eviter,
        passez votre chemin, fuyez, fuir, je deconseille, deconseill*, ne recommande, recommande pas,
        la concurrence, un concurrent, cliente perdue, client perdu, perdu un client|cliente,
        aller voir ailleurs, ailleurs
    """,
    "service": """
        service client/s|apres|technique, sav, conseiller/s, conseillere/s, hotline, standard, plateforme,
        centre d'appel, guichet
    """,
    "ruined": """
        gach*, perte de temps, perdu mon temps|une, perdre mon|du temps, foutu en l'air, foutu ma|mon,
        bousill*, flingu*, a la poubelle, poubelle, a jeter, tout jeter, pour rien, rate mon|ma|notre|le,
        loupe mon|ma, fait rater|louper|perdre, a cause de vous, par votre faute, du coup j'ai du, j'ai du,
        on a du, oblige/e/s de, pose un|une|ma conge|journee|rtt, laisse/e/s tomber|dormir|en|sur|sans,
        se retrouve sans, retrouve sans, me retrouve, 120 h, {num} h a, au complet,
        perdu {num}|deux|trois|toute, rate le|la|mon|ma, louper, manque mon|ma|le, dormir par terre|a|dans,
        nuit a l'aeroport|blanche|dehors, obligee, oblige, contraint/e/s, vacances foutues|gachees,
        mariage gache
    """,
    "spam": """
        spam*, pirat*, hack*, compte bloque|suspendu|pirate, bloque mon|ma, arretez de|d'appeler, demarch*,
        harcel*, appels incessants, usurp*, phishing, hameconn*
    """,
    "demand": """
        exig*, je veux mon|ma|un|une|etre, je demande|reclame|attends un|une|le|mon, on veut|attend|demande,
        reparez, remboursez, repondez, corrigez, reglez, expliquez*, reveillez, bougez, faites quelque,
        faut faire quelque, c'est pour quand, va falloir, il serait temps, faudrait peut, quand allez vous,
        allez-vous enfin, une solution, une explication, des excuses, vous foutez, vous faites quoi,
        vous attendez quoi, mettez
    """,
    "why": """
        pourquoi, pk, pq, pkoi, comment est-ce possible, comment ca se fait, comment se fait,
        c'est quoi ce|cette|le|votre, que se passe, qu'est-ce qui|que vous, expliquez moi, comment peut,
        comment pouvez, on peut savoir, vous pouvez m'expliquer, c'est normal, normal que|de|d'attendre
    """,
    "owed": """
        je veux etre rembourse, rembourse/z moi, remboursement toujours|jamais|sous|promis|en,
        pas rembourse/e, jamais rembourse/e, toujours pas rembourse/e, rendez moi|nous,
        refus* de me|nous|le|la|mon, refuse/nt de, refus de, garantie refusee|qui,
        attend* mon remboursement|toujours, doit encore, me devez
    """,
    "shock": """
        serieux, serieusement, c'est une blague, vous plaisantez, incroyable mais, incroyable que|de,
        hallucinant*, j'hallucine, on croit rever, on reve, je reve, sans deconner, ouch,
        je n'en reviens pas de, comment on peut, non mais, non mais allo, ben voyons, du delire, delirant,
        pas honte, aucune honte, c'est le pompon, la cerise, le comble, un comble, tabarn*, cibole, crisse
    """,
    "sarcasm": """
        merci pour rien|le retard|l'attente|ce|cette|les, merci d'avoir gache|annule|perdu|oublie|supprime,
        merci qui, bravo pour|encore|le|la|les|l'organisation|vraiment, felicitations pour, super service,
        quelle efficacite, quel professionnalisme, chapeau l'artiste, ca fait plaisir, tout va bien, classe,
        belle mentalite, bien joue, trop fort, on dit merci, merci du cadeau, merci bien, trop bien le|la,
        super le puzzle, super organisation|idee|accueil l, je chauffe la, je me mets au, on se fout,
        sympa l'accueil|la, sympa le|la|les, magnifique gestion, quelle reussite, bel effort,
        belle performance, chapeau bas pour, en attendant, comme d'hab, je fais quoi, allo, faut pas, tout va
    """,
    "tried": """
        j'ai appele|ecrit|envoye|relance|essaye|contacte|attendu|demande|signale|ouvert, appele {num},
        {num} appels|mails|messages|relances|conseillers|coups,
        {many} appels|mails|messages|relances|conseillers, relanc*, reexpliqu*, que j'appelle|j'envoie|je,
        j'appelle, je vous ai|relance, malgre mes, apres {num} appels|mails,
        plusieurs appels|mails|relances|fois
    """,
    "not_come": """
        rdv entre|a|manque|annule, rendez-vous manque|annule|non, qu'ils disaient, disaient,
        toujours personne, personne en vue, pose un lapin, un lapin, lapin, j'ai pose|bloque ma,
        jour de conge, rtt
    """,
}
