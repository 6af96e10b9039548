"""The words of `language.follow_ups` in five languages, without accents, as `fold` leaves them."""

from mutuals.domain.language.phrase_matcher import listed

# One clause at a time. What may stand in any sentence ("fixed") counts only where the clause begins with it.
SOLVED = r"""
    # English
    \b(?:works?|working|runs?|running)\ (?:\w+\ )?(?:now|again)\b
  | \bnow\ (?:it|this|everything)\ (?:works|is\ working)\b
  | \b(?:problem|issue|it|that|this|everything|all|mine)(?:'s|\ is|\ has\ been|\ got|\ was)?\ (?:now\ |all\ )?
      (?:solved|fixed|resolved|sorted)\b
  | ^(?:ok\ |oh\ |update\ |edit\ |now\ |all\ )*(?:solved|fixed|resolved|sorted)\b
  | \b(?:never\ ?mind|nvm)(?=$|\ (?:i|i've|i'm|we|it|it's|found|solved|fixed|all
      |got|figured|works|this|that|sorry|thanks|my|guys)\b)
  | \b(?:forget(?:\ about)?\ it|scratch\ that)$ | \b(?:disregard|ignore)\ (?:my|this|that)\b
  | \b(?:found\ (?:it|them)|figured\ it\ out|got\ it\ (?:working|to\ work)|false\ alarm|user\ error|i\ take\ it\ back)\b
  | ^(?:\w+\ ){0,3}(?:just|finally)\ (?:arrived|came|turned\ up|showed\ up)$
  | ^(?:it\ was\ |was\ |sorry\ )?my\ (?:own\ )?(?:mistake|bad|fault)$ | \ball\ (?:good|fine|ok|sorted)\ now\b
  | \b(?:it|they|package|parcel|order|delivery|box|mine|everything|refund|replacement|money)(?:'s|\ is|\ has|\ have)?
      \ (?:just\ |now\ |finally\ )*(?:arrived|came|come|turned\ up|showed\ up|here)
      (?:\ (?:just\ )?(?:now|today|this\ (?:morning|afternoon|evening)|at\ last|after\ all))?$
  | \b(?:got|received|have)\ (?:my|the)\ (?:refund|money\ back|order|parcel|package|replacement|delivery)
      (?:\ (?:now|today|back))?$
  | \b(?:it|this|that|everything|site|app|service)(?:'s|\ is|\ are)\ back(?:\ (?:up|online|on|again|now|to\ normal))*$
  | \bit\ (?:came|has\ come)\ back\ (?:up|on|online)$
  | \b(?:that|this|it|which|restarting|rebooting|reinstalling|updating|reconnecting|resetting)
      (?:\ (?:it|that|all|really|finally))?\ (?:did\ the\ trick|helped|fixed\ it|solved\ it|worked)$
  | ^(?:please\ |pls\ )?(?:ignore|disregard)(?:\ (?:me|it))?$
  | \bno\ longer\ needed\b | \bno\ need\ (?:any\ ?more|to\ (?:reply|answer))\b | \bproblem(?:'s|\ is)?\ gone\b
    # German
  | \b(?:geht|funktioniert|lauft|laeuft|klappt)\ (?:es\ |ja\ |doch\ |alles\ )*(?:jetzt|wieder|nun)\b
  | \b(?:jetzt|nun)\ (?:geht|funktioniert|lauft|klappt)(?:\ (?:es|alles|er|sie))?\b
  | \b(?:passt|stimmt)\ (?:jetzt|wieder|nun|alles)\b | \balles\ (?:gut|ok|okay|klar)\ (?:jetzt|wieder|nun)\b
  | \bist\ (?:heute\ |jetzt\ |nun\ |endlich\ |doch\ |gerade\ |eben\ |noch\ |schon\ )*(?:angekommen|da|eingetroffen)$
  | \bhat\ sich\ (?:schon\ |inzwischen\ )?(?:erledigt|geklart)\b
  | \b(?:problem|alles|ist|schon)\ (?:erledigt|gelost|geklart)\b
  | ^(?:erledigt|gelost|geklart)\b | \b(?:vergesst|vergiss)\ es\b | \bschon\ gut$ | ^(?:war\ )?mein\ fehler\b
  | \bhabe?(?:'s|\ es|\ ihn|\ sie)?\ (?:doch\ |schon\ |jetzt\ )?gefunden\b | \bfehlalarm\b
    # Spanish
  | \b(?:ya|ahora)\ (?:si\ |me\ |nos\ )*(?:funciona|va|anda|sirve)\b
  | \b(?:vuelve\ a\ funcionar|funciona\ (?:de\ nuevo|otra\ vez|ahora))\b
  | \bya\ (?:esta|quedo)\ (?:todo\ )?(?:solucionado|resuelto|arreglado|listo)\b
  | ^(?:todo\ |problema\ )?(?:solucionado|resuelto|arreglado)\b
  | \b(?:ya\ )?lo\ (?:he\ )?(?:encontre|encontrado|resolvi|resuelto|solucione|solucionado|arregle)\b
  | \bya\ (?:me\ |nos\ )?(?:llego|ha\ llegado|lo\ recibi|la\ recibi|lo\ tengo)\b
  | \bfalsa\ alarma\b
  | \b(?:olvidadlo|olvidenlo|olvidalo)\b | ^no\ importa$ | \bya\ no\ hace\ falta\b | \b(?:error|culpa)\ mi[oa]\b
    # French
  | \bca\ (?:re)?(?:marche|fonctionne)\b | \bc'est\ (?:tout\ )?(?:bon|regle|resolu|arrange)\b
  | ^(?:probleme\ )?(?:resolu|regle)\b
  | \bje?\ ?(?:l'ai|'ai)\ (?:re)?trouve\b | \b(?:laissez|laisse)\ tomber\b | ^oubliez(?:\ ca)?$ | \bfausse\ alerte\b
  | \bl'ai\ (?:bien\ |enfin\ )?recue?\b | \best\ (?:bien\ |enfin\ )?arrivee?$ | \bbien\ recu\b | \bca\ y\ est\b
  | \b(?:mon\ erreur|c'etait\ ma\ faute)\b
    # Portuguese
  | \bja\ (?:esta\ |foi\ )?(?:funciona(?:ndo)?|resolvi|resolvid[oa]|encontrei|achei|voltou|deu\ certo)\b
  | \bja\ (?:me\ )?(?:chegou|recebi)\b | \bvoltou\ a\ funcionar\b
  | \bagora\ (?:ja\ )?(?:funciona|funcionou|esta\ funcionando)\b
  | ^(?:problema\ )?(?:resolvido|resolvi|encontrei|achei|deu\ certo)\b
  | \b(?:esquece|esqueca|esquecam)(?=$|\ isso) | \bdeixa\ (?:pra|para)\ la\b | \bnao\ precisa\ mais\b
  | \balarme\ falso\b | \berro\ meu\b
"""
BLOCKED_BEFORE = frozenset(listed("""
    not no never nothing none nobody still hardly barely if when until till once unless hope hoping wish want wants need
    needs should could would can will get please says said say claims claimed told thought supposed pretend
    half why how stopped stops only
    nicht kein keine nie noch nichts wenn falls ob bis hoffe dachte angeblich hoffentlich sobald soll sollte wird
    nunca tampoco aun todavia si cuando hasta espero ojala nada creia pensaba
    ne n'est pas jamais rien toujours encore quand jusqu espere croyais pensais
    nao nem ainda se quando ate tomara
"""))  # fmt: skip
IMPOSSIBLE = frozenset(listed("""
    not never can't cannot cant couldn't unable won't didn't haven't don't hasn't how nicht nie konnte no nunca ne pas nao
"""))  # fmt: skip
BLOCKED_AFTER = frozenset(listed("""
    not never sometimes only barely half until even less worse nada nicht nie kaum nur pas plus jamais mal rien nunca apenas nao
"""))  # fmt: skip
CONTRAST = frozenset(listed("""
    but however except although though yet still again unfortunately not broken damaged cracked empty wrong missing
    kaputt beschadigt defekt roto rota casse cassee quebrado quebrada
    vacio vacia vide vazio vazia leer falsch incompleto incompleta incomplet
    aber doch jedoch trotzdem leider dafur pero aunque embargo salvo mais pourtant sauf cependant mas porem contudo
"""))  # fmt: skip
THANKS = frozenset(listed("""
    thanks thank thx ty tysm cheers you u so very much lots many a lot again perfect great ok okay okey k cool awesome super
    will do understood sure lovely brilliant wonderful excellent amazing appreciate appreciated it the your for help quick
    fast reply response answer that's this that is all good nice no problem worries sorry noise bother bothering trouble
    nevermind guys team folks love i really have has got
    danke dank vielen schon herzlichen gut prima alles klar top perfekt mache mach ich gerne gern merci fur die hilfe schnelle
    antwort okidoki entschuldigung sorry tut mir leid war
    gracias muchas mil vale perfecto genial entendido por la el ayuda respuesta rapida de acuerdo muy amable estupendo
    perdon disculpas
    beaucoup parfait super entendu d'accord pour votre aide reponse rapide c'est gentil genial desole pardon tres bien
    obrigado obrigada muito valeu perfeito otimo beleza certo entendi pela ajuda resposta combinado desculpa desculpem
    e et y and und to
"""))  # fmt: skip
CHASES = r"""
    \bstill\ (?:waiting|nothing|no\ (?:answer|reply|response|news|word))\b | \bany\ (?:news|updates?|word)\b
  | \b(?:been|am|'m)\ waiting\b | ^waiting\b | \bno\ (?:reply|answer|response)\ (?:yet|so\ far)\b
  | \bget\ back\ to\ me\b
  | \bwarte\ (?:immer\ )?(?:noch|seit)\b | \bimmer\ noch\ (?:nichts|keine)\b
  | \bnoch\ keine\ (?:antwort|ruckmeldung)\b
  | \bsigo\ (?:esperando|sin)\b | \b(?:todavia|aun)\ (?:estoy\ )?(?:esperando|espero|nada)\b
  | \bj'attends\ (?:toujours|encore)\b | \btoujours\ (?:rien|aucune|pas\ de\ (?:reponse|nouvelles))\b
  | \b(?:ainda|continuo)\ (?:estou\ )?(?:esperando|aguardando|a\ espera|sem\ resposta|nada)\b
"""
# They will do the next step themselves. Only what is said of oneself: "you will" is a demand.
LATER = r"""
    \b(?:i|we)(?:'ll|\ will|\ shall|\ can|'m\ going\ to|\ am\ going\ to|\ gonna)\ (?:\w+\ ){0,3}?
      (?:try|check|test|look|let\ (?:you|u)\ know|get\ back|send|dm|update|report|do\ (?:that|it|so|this)|wait|give\ it\ a)\b
  | \b(?:i|we)(?:'ll|\ will|\ shall)\ (?:when|once|as\ soon|after|tomorrow|tonight|later|asap|first\ thing)\b
  | (?<!you\ )(?<!they\ )(?<!it\ )\bwill\ (?:let\ (?:you|u)\ know|get\ back\ to\ you|keep\ you\ posted|report\ back)\b
  | ^(?:ok\ |okay\ |thanks\ |thank\ you\ )*will\ (?:do|try|check|dm|let\ (?:you|u)\ know)\b
  | ^(?:trying|checking)\ (?:it|that|this)?\ ?now\b
  | \b(?:when|once|as\ soon\ as)\ i(?:'m|\ am|\ get|\ can)\ (?:\w+\ )?(?:home|back|there|near|off|to\ (?:a|my|the))\b
  | \b(?:ich\ (?:melde\ mich|probiere|versuche|schaue|teste|schicke))\b | \bwerde\ ich\ (?:machen|probieren|versuchen|testen)\b
  | \b(?:lo|la)\ (?:probare|intentare|revisare|hare|mirare)\b | \b(?:os|les)\ (?:aviso|aviso\ luego|cuento|digo)\b
  | \bje\ (?:vais\ (?:essayer|tester|voir|verifier|regarder)|vous\ tiens\ au\ courant|vous\ redis)\b
  | \b(?:vou\ (?:tentar|testar|ver|verificar|enviar|mandar)|ja\ (?:aviso|retorno))\b
"""
# They wrote where only the team can look. Not what they ask us to do ("DM me"), and not what they can't.
PRIVATE = r"""
    \b(?:check|see|read|open|look\ at)\ (?:your|ur|my|the)\ (?:dms?|inbox|messages?|pms?)\b
  | \b(?:sent|wrote|messaged|dm'?e?d|emailed|mailed|pm'?e?d)\ (?:to\ )?(?:you|u)\b
  | \b(?:dm|message|mail|pm)(?:'s)?\ (?:just\ |already\ )?(?:sent|is\ sent|incoming|coming)\b
  | \b(?:sent|send)\ (?:a|the|my|you|u|it\ (?:in|by|via|over))\ (?:a\ )?(?:dm|message|pm)s?\b
  | ^(?:ok\ |okay\ |done\ )*(?:dm|pm)(?:'?e?d|\ sent|\ done)$ | \bjust\ (?:dm|pm)'?e?d\b | \bin\ your\ (?:dms?|inbox)\b
  | \b(?:dm|nachricht|pn|mail)\ (?:ist\ )?(?:geschickt|gesendet|geschrieben|raus)\b
  | \bhabe?\ (?:euch|ihnen)\ (?:eben\ |gerade\ |schon\ )?(?:eine?\ )?(?:dm|nachricht|pn|mail|geschrieben)\b
  | \b(?:schaut|schau|schauen\ sie)\ (?:\w+\ )?in\ (?:eure|die|deine|ihre)\ (?:dms?|nachrichten|pns?)\b
  | \b(?:os|les|te)\ (?:he\ )?(?:envie|mande|escribi|enviado|mandado|escrito)\b
  | \b(?:md|dm|mensaje)\ (?:ya\ )?(?:enviado|mandado)\b
  | \b(?:revisen?|revisad|revisa|mirad|miren?)\ (?:sus|vuestros|los|tus|el|su)\ (?:dms?|mds?|mensajes?|privados?)\b
  | \bje\ vous\ ai\ (?:deja\ )?(?:envoye|ecrit)\b
  | \b(?:regardez|verifiez|consultez|lisez)\ vos\ (?:dms?|mps?|messages)\b | \b(?:dm|mp|message)\ envoye\b
  | \b(?:mandei|enviei)\ (?:uma?\ |a\ |o\ )?(?:dm|mensagem|mp|email)\b
  | \b(?:vejam?|olhem?|verifiquem?|confiram?)\ (?:as?\ |suas?\ |vossas?\ )*(?:dms?|mensagens?|mps?)\b
"""
ASKS = r"""
    \b(?:please|pls|kindly)\ (?!accept|know|rest|bear|forgive|excuse|stay) | \b(?:could|can|would|will)\ you\b
  | \blet\ (?:us|me)\ know\b | \b(?:send|dm|message|tell|drop|give|pop|show|email)\ (?:us|me)\b
  | \bbitte\ (?!entschuldig|um)
  | \b(?:schick|schickt|schreib|schreibt|sende|sendet|nenn|nennt|gib|gebt|sag|sagt)\ uns\b | \bmelde\ dich\b
  | \bpor\ favor\b | \b(?:envia|envie|escribe|escriba|manda|di|indica|cuenta|comparte|facilita)nos\b
  | \b(?:envoyez|ecrivez|dites|indiquez|contactez|transmettez|donnez)(?:-|\ )(?:nous|moi)\b
  | \b(?:pouvez|pourriez)(?:-|\ )vous\b | \bmerci\ de\ (?!votre|nous\ avoir)
  | \bnos\ (?:envie|mande|diga|conte|informe|chame)\b
  | \b(?:envie|mande|informe|conte|diga)(?:-nos|\ para\ nos|\ pra\ gente)\b | \bpoderia\b
"""
