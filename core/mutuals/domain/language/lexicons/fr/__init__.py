"""French cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "pas, peu, point",
    "i": "je, j'ai, j'suis, suis, nous, on, me, moi",
    "you": "vous, votre, vos, tu, ton, ta, tes, te",
    "be": "est, sont, etait, etaient, c'est, c'etait, reste, arrive, arrivent, arrivee, devient, toujours",
    "it": "ca, cela, ceci, tout, c'est, ce, celui",
    "my": "mon, ma, mes, notre, nos",
    "a": "un, une, le, la, les, des, du, mon, ma, mes, de, d, avec, en, chez, au, nouveau, nouvelle",
    "link": """
        a, au, aux, de, du, en, dans, par, pour, sur, sous, avec, sans, et, ou, mais, que, qui, comme, quand,
        parce, si, ne, n'est, pas, est, sont, etait, ont, c'est, il, elle, je, j'ai, on, vous, nous, le, la,
        les, un, une, des, mon, ma, mes, merci, bonjour, svp, depuis, toujours, encore, ici, puis, car, donc,
        pourquoi, comment
    """,
    "life": """
        jour/s, journee, meteo, temps, pluie, neige, dimanche, lundi, mardi, mercredi, jeudi, vendredi,
        samedi, matin, matinee, soir, soiree, nuit/s, semaine, weekend, annee, hiver, ete, automne, printemps,
        cheveux, coeur, genou/x, pieds, tete, voix, patron, patronne, chef, vie, humeur, examen, fete, trafic,
        monde, film, livre, blague/s, rire, nouvelles, cinema
    """,
    "sure": """
        defectueux, defectueuse, endommage, remboursement, rembourse, rembourser, remboursez, preleve,
        prelevement, arnaque, arnaqueurs, escrocs, escroquerie, voleurs, fraude, menteurs, mensonge/s,
        inadmissible, inacceptable, scandaleux, honteux, honteuse, incompetent/s, decu/e/s, decevant,
        decevante, reclamation, plainte, resiliation, resilier, injoignable, injoignables, panne/s,
        dysfonctionnement, surfacture, catastrophique, lamentable, deplorable, minable, nul, nulle, pirate,
        impossible, casse/e/s, abime/e/s, perime/e, insupportable, furieux, furieuse, mecontent/e, marre,
        malpoli, irrespectueux, retard/s, annule/e/s, honte, scandale, pire, horrible, sav, mauvais, mauvaise,
        buggee, bugge, plantage, inaccessible, introuvable, reglez, exige, solution
    """,
    "not": "pas, plus, jamais, rien, aucun, aucune, sans, personne, n'est, ni",
    "unit": "minute/s, min, heure/s, h, jour/s, semaine/s, mois, an/s, nuit/s",
    "many": """
        un, une, deux, trois, quatre, cinq, six, sept, huit, dix, plusieurs, quelques, des, neuf, onze, douze,
        quinze, vingt, trente, quarante, cinquante
    """,
    "work": """
        marche/nt/r, fonctionne/nt/r, charge/r, s'ouvre, s'affiche, connecter, connecte, repond/ent, ouvre,
        possible, reconnu, valide, passe, accessible
    """,
    "arrive": "arrive/e/es, recu/e/s, livre/e/s, expedie, rembourse/e, recois, trouve",
    "answer": "repond/ent, repondu, reponse, rappelle, rappele, decroche, aide, reagit",
    "goods": """
        appli, application, site, compte, commande, colis, livraison, carte, facture, internet, box, ligne,
        reseau, fibre, telephone, mobile, vol, valise/s, bagage/s, train, bus, chambre, repas, reservation,
        billet, argent, service, paiement, forfait, abonnement, remboursement
    """,
    "fault": """
        probleme/s, souci/s, attente, file, queue, retard/s, bug/s, panne/s, histoire/s, discussion/s,
        chichi/s, frais, bavure/s, reproche/s, regret/s, stress, coupure/s, galere/s, couac/s, accroc/s,
        reclamation, plainte/s, prise, hesitation, surprise, paperasse, complication/s, defaut/s, ombre, ride,
        tracas, rature, pli, justificatif, douleur/s, peur, mal, broncher, rechigner, sourciller, hesiter,
        raler, negocier, discuter
    """,
}

CUES = {
    "chasing": """
        j'attends toujours, toujours en attente, toujours rien, des nouvelles, une reponse, il y a quelqu'un,
        y a quelqu'un, y'a quelqu'un, quelqu'un, regardez vos dm|mp, 0/10, 0 sur 5|10, 1 sur 5|10, 0/5, 1/5,
        incroyable, repondez, pas de reponse, aucune reponse, jour {num}, j'attends, zero etoile, wtf,
        serieusement, serieux, encore rien
    """,
    "idiom": """
        briser|brise|casse|casser|rompre la glace, casse la croute, casse tete, casse noisette,
        casse mon record, battu mon record, pause cafe, coup de coeur|foudre|barre|main|soleil,
        mort/e/s de rire|faim|froid|fatigue, morte de rire, je suis morte|mort,
        plante/s verte|grasse|vertes|un|une|des|mes, pot de plante, jardin ... plante/s,
        sale gosse|temps|beurre, beurre sale, sale sucre, brule gueule, creme brulee,
        coupe du|de|monde|cheveux|courte, nouvelle coupe, coupe de|au cheveux|champagne, bus ... arret,
        arret de|du bus|tram, sans arret en|mes|de, peux plus|pas m'arreter de, j'attends l'ete|noel|la|les,
        peux pas m'arreter|m'empecher|attendre|vivre|resister|faire sans|m'en passer,
        n'arrive pas a choisir|m'arreter|arreter, ne peux plus m'en passer, peux plus m'en passer,
        plus m'en passer, me passer de, on ne s'en lasse, je ne m'en lasse,
        tu|vous|il|elle me|nous manque/nt/s, me manque, il ne manque que|plus, ne manque plus que|qu'un,
        manque plus que|qu'un, perdu/e/s dans mes|un|une|le|la|les|mon, perdu mon pari|ma voix, temps perdu,
        perdu de vue, vole la vedette, vole mon coeur, m'a vole le|mon coeur, vol d'oiseau,
        en attendant le|la|les|noel|godot, attends le|la|l'ete|les|avec,
        j'attends le|la|l'ete|avec|noel bus|ete|printemps|impatience|weekend|neige,
        attend le|la|les bus|train|printemps, salle d'attente, l'attente en vaut|valait,
        en retard a la fete|pour le cafe, mieux vaut tard, a feu doux, lent dimanche, dimanche lent,
        cuisson lente, toujours aussi bon|bonne|belle|beau|delicieux|bien|agreable|doux|confortable|la,
        toujours la, toujours un|une plaisir|joie, toujours mon|ma|mes, comme toujours,
        encore un|une|du|et matin|the|cafe|tasse|dimanche|biscuit|bon|encore, encore et encore,
        encore mieux|meilleur|plus, a chaque fois un|le|que, chaque fois que, pas mal, pas mal du tout,
        mal de tete, mauvais temps, mauvaise journee, mauvaise humeur, moyen de transport, plus que,
        ne ... plus jamais froid, le pire c'est|dans, le pire jour, la pire journee, pire journee,
        putain de|que bon|c'est|bonne, putain c'est, putain que, merde alors, a mourir,
        triste que l'ete|la|le, c'est triste de finir,
        pourquoi est|sont ... si bon|bons|bonnes|douce|beau|belle, pourquoi pas, c'est quoi le secret,
        rien de|ne mieux|tel|vaut|bat|remplace, rien que du, rien a, personne ne fait, pour rien au monde,
        sans sucre|toi|fin|hate|moi|plan, prenez mon argent, mon argent de poche,
        cher journal|pere|ami|amis|papa|maman, chere amie|maman, mon cher, vol de, frais et|du|de, air frais,
        temps frais, produits frais, bien frais, jus frais, linge frais, bug humain,
        fuite du|des temps|cerveaux, probleme de riche, mon probleme c'est, seul probleme c'est qu'il,
        pas de souci/s, deux fois meilleur|plus, bonne nuit
    """,
    "rescue": """
        a sauve, sauve la journee, m'a sauve/e, a sauve ma|mon|la|le, a tout arrange, arrange tout, rechauffe,
        m'a rechauffe, a rattrape, m'a remonte, console, m'a console, me console, guerit tout
    """,
    "turn": """
        mais, puis, jusqu'a, jusqu'a ce, au moins, heureusement, dieu merci, alors, du coup, donc, bonjour,
        maintenant
    """,
    "fault_free": """
        jamais eu de|un|le|aucun probleme/s|souci/s|panne|pepin, jamais un|de probleme/s|souci/s|panne|pepin,
        jamais ... decu|decue|lache|tombe|casse, aucun probleme|souci|defaut|regret,
        pas un seul probleme|souci|defaut, pas une seule panne|fuite, zero probleme|souci|defaut|regret,
        sans aucun|un probleme|souci, ne m'a jamais lache|decu|decue|trahi, n'a jamais lache|casse|fui
    """,
    "broken": """
        casse/e/s, en panne, panne/s, abime/e/s, defectueux, defectueuse, dechire, perime/e, pourri/e, brule,
        plante, plantage, bug/s, bugge, buggee, sale, fuite, coupe, coupure/s, endommage, ecrase, casser,
        tache/s, poil/s
    """,
    "fails": """
        ne ... {work} ... pas|plus, {work} pas, {work} plus, {work} toujours pas, ne ... {work}, hors service,
        ne marche, ne fonctionne, echec, impossible, inaccessible, hs, zero|0 barre|barres|reseau|debit|signal
    """,
    "cant": """
        impossible de, je ne peux pas, je peux pas, je n'arrive pas, j'arrive pas, on ne peut pas,
        n'arrive plus, pas moyen, incapable
    """,
    "problem": """
        probleme/s, souci/s, erreur/s, catastrophe, galere, bazar, desastre, reclamation, plainte, anomalie,
        dysfonctionnement, incident
    """,
    "missing": """
        perdu/e/s, manque, manquant/e, disparu, pas recu, rien recu, jamais recu, toujours pas recu,
        jamais arrive, pas arrive, ou est mon|ma, ou sont mes, vole, pas livre, jamais livre, introuvable,
        vole/e/s, volee/s, avez oublie, ont oublie
    """,
    "delay": """
        retard/s, en retard, retarde, lent/e, lenteur, annule/e/s, annulation, bloque/e/s, coince/s, supprime,
        trop long, interminable
    """,
    "waiting": """
        j'attends, attends, attend, attente, en attente, on attend, attendre, depuis, depuis hier,
        depuis lundi, ca fait, cela fait, toujours en attente, combien de temps, attente/s
    """,
    "elapsed": "{num} {unit}, {many} {unit}, depuis {num} {unit}, plus de {num} {unit}",
    "still": """
        toujours pas, toujours rien, toujours aucun, toujours aucune, pas encore, encore rien, toujours
    """,
    "no_answer": """
        pas de reponse, sans reponse, aucune reponse, personne ne ... {answer}, ne ... {answer} ... pas,
        injoignable, injoignables, personne, aucun retour, pas de nouvelles, sans nouvelles, raccroche,
        ignore, m'ignore, ignorent, aucune nouvelle, n'y connait rien, n'y connaissent rien, sait rien,
        savent rien, ne savent rien
    """,
    "again": """
        encore, encore une fois, a nouveau, de nouveau, chaque fois, a chaque fois, troisieme fois,
        deuxieme fois, plusieurs fois, sans arret, toujours le meme
    """,
    "money": """
        rembourse, remboursement, rembourser, remboursez, preleve, prelevement, debite, facture, surfacture,
        mon argent, indemnisation, frais, deux fois
    """,
    "price": "cher, chere, hors de prix, arnaque, vol, augmentation",
    "awful": """
        nul, nulle, nuls, honteux, honteuse, honte, scandaleux, scandale, inadmissible, inacceptable,
        lamentable, horrible, catastrophique, pire, pires, la pire, le pire, degoutant, minable,
        incompetent/s, deplorable, pitoyable, ridicule, merdique, abuse, une blague, une honte
    """,
    "bad": "mauvais, mauvaise, mal, dangereux, injuste, mediocre, moyen, bof",
    "upset": """
        decu/e/s, deception, decevant, decevante, enerve/e, agace, frustrant, furieux, furieuse, marre,
        ras le bol, en colere, triste, mecontent/e, depite, insupportable
    """,
    "rude": """
        malpoli, impoli, desagreable/s, irrespectueux, agressif, manque de respect, meprisant, mepris,
        se moque, se moquent, foutez
    """,
    "swearing": "merde, putain, bordel, fait chier, connards, chier, foutre, ptn, wtf",
    "lies": """
        mensonge/s, menteurs, mentez, mentent, arnaqueurs, arnaque, voleurs, escrocs, escroquerie, promis,
        promesse, cense, m'a dit, on m'a dit, publicite mensongere, fraude
    """,
    "churn": """
        plus jamais, jamais plus, je change, changer d'operateur, changer de banque, je resilie, resilier,
        resiliation, je quitte, derniere fois, a fuir, fuyez, evitez, a eviter, je deconseille, deconseille,
        aller voir ailleurs, boycott
    """,
    "service": "service client, sav, service apres vente, conseiller/s, hotline, support, service clientele",
    "ruined": """
        gache, perdu mon temps, perte de temps, rate, j'ai rate, oblige, a cause de vous, mes vacances
    """,
    "absent": """
        sans internet, sans electricite, sans eau, sans chauffage, sans reseau, plus de reseau,
        plus d'internet, plus de courant, pas de reseau, pas d'internet, pas de connexion, rupture de stock
    """,
    "spam": """
        spam, arretez d'appeler, harcelement, demarchage, bloque mon compte, compte bloque, suspendu, pirate,
        pirates
    """,
    "demand": """
        reparez, reglez, regler, solution, exige, je veux mon, faites quelque chose, expliquez, bougez,
        merci de regler, urgent, resoudre
    """,
    "help": "aide, aidez moi, besoin d'aide, pouvez vous m'aider, svp aidez",
    "why": """
        pourquoi, comment se fait, comment est ce possible, c'est quoi, que se passe, qu'est ce qui,
        c'est normal, est ce normal
    """,
    "owed": """
        appli|application|site|ordi plante|plantent|bug|bugge, preleve/e|debite/e|facture/e deux fois,
        je veux mon|etre rembourse|rembourse|remboursement|argent, rendez moi|nous mon|l'argent,
        remboursez moi|nous, commande|colis|livraison n'arrive|n'est pas, n'arrive|n'arrivent pas|plus|jamais,
        reparez votre|vos
    """,
    "shock": """
        incroyable que, serieusement, serieux, sans deconner, du grand n'importe quoi, n'importe quoi,
        hallucinant, c'est un comble
    """,
    "sarcasm": """
        merci pour rien, bravo, merci de m'avoir, merci pour le retard, felicitations pour, super le service
    """,
    "tried": """
        j'ai appele, appele, j'ai ecrit, ecrit, contacte, j'ai contacte, reclame, j'essaie, essaye, relance,
        relances, mails
    """,
    "praise": """
        excellent/e, genial/e, parfait/e, j'adore, adore, magnifique, top, formidable, incroyable, bravo a,
        felicitations, recommande, meilleur, meilleure, delicieux, super, au top, merveille/s, merveilleux,
        merveilleuse, vive le|la|les, fait ma journee, quelle bonne|belle, quel bonheur|plaisir,
        quel bel|beau, que du bonheur, rien a redire, que demander de plus, je ne demande rien de plus,
        comme neuf|neuve, aucun regret, victoire/s, on ne fait pas mieux,
        ne voulait|voulais plus partir|rentrer|repartir, on voulait plus partir|rentrer,
        sans vous on|j'aurais|nous|je, pas une|un assiette|verre|rayure|egratignure|pli, en a repris,
        j'en ai repris, me suis resservi/e, on s'est resservi*, meriterait sa|son|une|un,
        merci au|aux chauffeur|equipe|livreur|conseiller|technicien, comme sortie|sorti du magasin, 20/10,
        11/10, 12/10, 15/10, 100/10, 1000/10, 10/10, choux, trop chou, mignon/ne/s,
        gagne un|une client|cliente|fan, client|cliente a vie, raffole/nt, raffole de,
        on sent le|la|que|l'amour, fait avec amour|passion|coeur, faits avec amour|passion|coeur, avec amour
    """,
    "mild_praise": """
        bon, bonne, bien, content/e, heureux, heureuse, sympa, gentil/le, rapide, efficace, aimable,
        satisfait/e, les mots me manquent, sans mots, pas de mots, plus les mots, quel service
    """,
    "thanks": """
        merci, merci beaucoup, mille mercis, un grand merci, merci pour l'aide, merci pour votre|ton aide,
        merci de votre|ton aide, pour l'aide, pour votre|ton aide, reconnaissante pour
    """,
    "resolved": """
        ca marche, resolu, regle, ca fonctionne, c'est bon, enfin recu, bien recu, rentre/e a la maison,
        de retour a la maison, est sorti/e d'affaire
    """,
    "polite": """
        bonjour, bonsoir, salut, ok, oui, d'accord, pas de souci, pas de probleme, aucun souci,
        aucun probleme, mp, dm, envoye, cordialement
    """,
    "howto": """
        comment, comment faire, est il possible, est ce que, peut on, puis je, avez vous, y a t il,
        je voudrais savoir, j'aimerais savoir, savoir si, a quelle heure, combien coute, ou puis je,
        quels sont
    """,
    "chase": "quand, des nouvelles, quand est ce, a quand, pour quand",
    "question": """
        quel est, quelle est, quels sont, quelles sont, quelle taille, qui peut, ou est|sont|trouver, combien,
        pouvez vous, pourriez vous, quoi
    """,
    "wish": """
        vous devriez, ce serait bien, ce serait cool, j'aimerais, suggestion, dommage que, il faudrait,
        pensez a
    """,
    "worry": "inquiet, inquiete, inquietant, inquietude",
    "please": "svp, stp, s'il vous plait, s'il te plait",
    "promo": "concours, gagner, gagnez, rt, promo, code promo, offre, lien en bio, jeu",
    "prize": """
        vous avez gagne, tu as gagne, reclamez votre, recuperez votre cadeau, argent facile, sans risque,
        gagnez {num}, gagnez de l'argent
    """,
    "brand_voice": "nous sommes desoles, nos equipes, envoyez nous, ecrivez nous en dm, nous vous invitons",
    "negation": "pas, ne, plus, jamais, rien, aucun, aucune, sans",
    "first": "je, j'ai, mon, ma, mes, moi, nous, notre, nos, on, me",
    "second": "vous, votre, vos, tu, ton, ta",
    "mine": "mon, ma, mes",
    "my_goods": "mon {goods}, ma {goods}, mes {goods}",
    "your_goods": "votre {goods}, vos {goods}",
    "goods": """
        appli, site, compte, commande, colis, livraison, carte, facture, internet, ligne, vol, valise, train,
        reservation, billet
    """,
    "conditional": """
        si elle|il|ca casse|lache|dechire|abime, si elle|il se|s'abime|dechire|casse, au cas ou, en cas de
    """,
    "contrast": "mais, alors que, seulement, pourtant, sauf, maintenant",
}

FLAGS = {
    "urgent": """
        preleve deux fois, debite deux fois, double prelevement, vole mon argent, compte pirate,
        pirate mon compte, piratage, carte volee, paiement frauduleux, danger, dangereux, blesse/e, incendie,
        feu, fuite de gas|gaz, intoxication, hopital, bloques a l'aeroport, bloque a l'aeroport, avocat,
        justice, plainte, tribunal, ufc, signalconso, troisieme fois que, urgent, urgence, aujourd'hui meme
    """,
    "wants_follow": """
        suivez moi, suivez nous, follow back, follow moi, me suivre, me suivez, abonnez vous a moi,
        pouvez vous nous suivre, nous suivre en retour, suivez nous en retour, me suivre en retour, suis moi,
        merci de me suivre, suivre ... envoyer ... dm|mp|message|prive,
        suivez ... envoyer ... dm|mp|message|prive, peux pas vous envoyer de dm|mp,
        impossible de vous envoyer un dm|mp, suivez-moi
    """,
    "churn": """
        je resilie, resilier, je change d'operateur|banque|fournisseur, changer d'operateur, je quitte,
        plus jamais, derniere fois que, aller voir ailleurs, je pars chez, passe chez
    """,
    "advocacy": """
        je recommande, je vous recommande, je te recommande, essaie chez, va chez, tu devrais essayer,
        vous devriez essayer
    """,
}
