"""French cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrases.py`."""

CLASSES = {
    "not": """
        pas, plus, jamais, rien, aucun, aucune, sans, personne, n'est, ni
    """,
    "unit": """
        minute/s, min, heure/s, h, jour/s, semaine/s, mois, an/s, nuit/s
    """,
    "many": """
        un, une, deux, trois, quatre, cinq, six, sept, huit, dix, plusieurs, quelques, des
    """,
    "work": """
        marche/nt/r, fonctionne/nt/r, charge/r, s'ouvre, s'affiche, connecter, connecte, repond/ent, ouvre,
        possible, reconnu, valide, passe, accessible
    """,
    "arrive": """
        arrive/e/es, recu/e/s, livre/e/s, expedie, rembourse/e, recois, trouve
    """,
    "answer": """
        repond/ent, repondu, reponse, rappelle, rappele, decroche, aide, reagit
    """,
    "goods": """
        appli, application, site, compte, commande, colis, livraison, carte, facture, internet, box, ligne,
        reseau, fibre, telephone, mobile, vol, valise/s, bagage/s, train, bus, chambre, repas, reservation,
        billet, argent, service, paiement, forfait, abonnement, remboursement
    """,
}

CUES = {
    "broken": """
        casse/e/s, en panne, panne/s, abime/e/s, defectueux, defectueuse, dechire, perime/e, pourri/e,
        brule, plante, plantage, bug/s, bugge, buggee, sale, fuite, coupe, coupure/s, endommage, ecrase
    """,
    "fails": """
        ne ... {work} ... pas|plus, {work} pas, {work} plus, {work} toujours pas, ne ... {work},
        hors service, ne marche, ne fonctionne, echec, impossible, inaccessible, hs
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
        jamais arrive, pas arrive, ou est mon|ma, ou sont mes, vole, pas livre, jamais livre, introuvable
    """,
    "delay": """
        retard/s, en retard, retarde, lent/e, lenteur, annule/e/s, annulation, bloque/e/s, coince/s,
        supprime, trop long, interminable
    """,
    "waiting": """
        j'attends, attends, attend, attente, en attente, on attend, attendre, depuis, depuis hier,
        depuis lundi, ca fait, cela fait, toujours en attente, combien de temps
    """,
    "elapsed": "{num} {unit}, {many} {unit}, depuis {num} {unit}, plus de {num} {unit}",
    "still": """
        toujours pas, toujours rien, toujours aucun, toujours aucune, pas encore, encore rien, toujours,
        plus
    """,
    "no_answer": """
        pas de reponse, sans reponse, aucune reponse, personne ne ... {answer}, ne ... {answer} ... pas,
        injoignable, injoignables, personne, aucun retour, pas de nouvelles, sans nouvelles, raccroche,
        ignore, m'ignore, ignorent, aucune nouvelle
    """,
    "again": """
        encore, encore une fois, a nouveau, de nouveau, chaque fois, a chaque fois, tous les jours,
        troisieme fois, deuxieme fois, plusieurs fois, sans arret, toujours le meme
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
    "service": """
        service client, sav, service apres vente, conseiller/s, hotline, support, service clientele
    """,
    "ruined": """
        gache, perdu mon temps, perte de temps, rate, j'ai rate, oblige, a cause de vous, mes vacances
    """,
    "absent": """
        sans internet, sans electricite, sans eau, sans chauffage, sans reseau, plus de reseau,
        plus d'internet, plus de courant, pas de reseau, pas d'internet, pas de connexion, rupture de stock,
        rien
    """,
    "spam": """
        spam, arretez d'appeler, harcelement, demarchage, bloque mon compte, compte bloque, suspendu,
        pirate, pirates
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
    "shock": """
        incroyable que, serieusement, serieux, sans deconner, du grand n'importe quoi, n'importe quoi,
        hallucinant, c'est un comble
    """,
    "sarcasm": """
        merci pour rien, bravo, merci de m'avoir, merci pour le retard, felicitations pour, chapeau,
        super le service
    """,
    "tried": """
        j'ai appele, appele, j'ai ecrit, ecrit, contacte, j'ai contacte, reclame, j'essaie, essaye, relance,
        relances, mails
    """,
    "praise": """
        excellent/e, genial/e, parfait/e, j'adore, adore, magnifique, top, formidable, incroyable, bravo a,
        felicitations, recommande, meilleur, meilleure, delicieux, super, au top,
        merveille/s, merveilleux, merveilleuse, vive le|la|les, fait ma journee, quelle bonne|belle, quel bonheur|plaisir,
        quel bel|beau, que du bonheur, rien a redire, que demander de plus, je ne demande rien de plus,
        comme neuf|neuve, aucun regret, victoire/s, on ne fait pas mieux
    """,
    "mild_praise": """
        bon, bonne, bien, content/e, heureux, heureuse, sympa, gentil/le, rapide, efficace, aimable,
        satisfait/e
    """,
    "thanks": """
        merci, merci beaucoup, mille mercis, un grand merci, merci pour l'aide, merci pour votre|ton aide,
        merci de votre|ton aide
    """,
    "resolved": "ca marche, resolu, regle, ca fonctionne, c'est bon, enfin recu, bien recu",
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
    "brand_voice": """
        nous sommes desoles, nos equipes, envoyez nous, ecrivez nous en dm, nous vous invitons
    """,
    "negation": "pas, ne, plus, jamais, rien, aucun, aucune, sans",
    "first": "je, j'ai, mon, ma, mes, moi, nous, notre, nos, on, me",
    "second": "vous, votre, vos, tu, ton, ta",
    "mine": "mon, ma, mes",
    "my_goods": "mon {goods}, ma {goods}, mes {goods}",
    "your_goods": "votre {goods}, vos {goods}",
    "goods": """
        appli, site, compte, commande, colis, livraison, carte, facture, internet, ligne, vol, valise,
        train, reservation, billet
    """,
    "conditional": """
        si elle|il|ca casse|lache|dechire|abime, si elle|il se|s'abime|dechire|casse, au cas ou, en cas de
    """,
    "contrast": "mais, alors que, seulement, pourtant, sauf, maintenant",
}

FLAGS = {
    "urgent": """
        preleve deux fois, debite deux fois, double prelevement, vole mon argent, compte pirate,
        pirate mon compte, piratage, carte volee, paiement frauduleux, danger, dangereux, blesse/e,
        incendie, feu, fuite de gas|gaz, intoxication, hopital, bloques a l'aeroport, bloque a l'aeroport,
        avocat, justice, plainte, tribunal, ufc, signalconso, troisieme fois que, urgent, urgence,
        aujourd'hui meme
    """,
    "wants_follow": """
        suivez moi, suivez nous, follow back, follow moi, me suivre, me suivez, abonnez vous a moi,
        pouvez vous nous suivre, nous suivre en retour, suivez nous en retour, me suivre en retour, suis moi,
        merci de me suivre, suivre ... envoyer ... dm|mp|message|prive, suivez ... envoyer ... dm|mp|message|prive,
        peux pas vous envoyer de dm|mp, impossible de vous envoyer un dm|mp, suivez-moi
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
