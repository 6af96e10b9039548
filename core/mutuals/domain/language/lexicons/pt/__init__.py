"""Portuguese cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "nao, nada, pouco",
    "i": "eu, nos, estou, sou, to, estamos, me",
    "you": "voces, voce, vcs, vc, vosso, vossa, vossos, seu, sua, seus, suas, teu, tua, tu",
    "be": """
        e, sao, esta, estao, ta, tao, era, eram, foi, foram, ficou, continua, veio, vieram, chegou, chegaram
    """,
    "it": "isso, isto, tudo, este, esse, esta, essa, aquilo, ambos",
    "my": "meu, minha, meus, minhas, nosso, nossa",
    "a": "um, uma, o, a, os, as, meu, minha, meus, minhas, de, do, da, com, em, no, na, novo, nova, pelo",
    "link": """
        em, de, do, da, no, na, a, ao, por, para, pra, com, sem, e, ou, mas, que, como, quando, onde, porque,
        se, nao, ja, sao, esta, estao, tem, ha, me, nos, eu, o, os, as, um, uma, meu, minha, obrigado,
        obrigada, ola, oi, favor, so, sempre, hoje, ontem, desde, ate, muito, mais, foi, pode, podem
    """,
    "life": """
        dia/s, clima, tempo, chuva, neve, domingo, segunda, terca, quarta, quinta, sexta, sabado, manha,
        tarde, noite/s, semana, ano, inverno, verao, outono, primavera, cabelo, coracao, joelho/s, pes,
        cabeca, voz, chefe, vida, humor, prova, exame, festa, transito, mundo, filme, livro, piada/s, riso,
        noticias, cinema
    """,
    "sure": """
        defeito, defeituoso, danificado, danificada, avariado, estragado, estragada, reembolso, estorno,
        devolucao, golpe, fraude, ladroes, mentirosos, enganado, enganacao, inaceitavel, inadmissivel,
        lamentavel, vergonhoso, vergonhosa, vergonha, pessimo, pessima, pessimos, incompetentes,
        incompetencia, descaso, desrespeito, decepcionado, decepcionada, decepcionante, decepcao, desapontado,
        insatisfeito, insatisfeita, reclamacao, queixa, cobraram, cobranca/s, extraviado, extraviada,
        atrasado, atrasada, atraso/s, cancelaram, hackeado, bloqueado, bloqueada, quebrado, quebrada, bugado,
        bugada, travando, instavel, procon, reclameaqui, palhacada, porcaria, lixo, exijo, resolvam,
        consertem, ridiculo, horrivel, terrivel, indignado, indignada, revoltado, ruim, pior, errado, errada,
        absurdo, atendimento, impossivel, grosseiro, mal, falha/s, falhando
    """,
    "not": "nao, nunca, jamais, sem, nem, nada, ninguem, nenhum, nenhuma, n",
    "unit": "minuto/s, min, hora/s, hrs, dia/s, semana/s, mes, meses, ano/s, noite/s",
    "many": """
        um, uma, dois, duas, tres, quatro, cinco, seis, sete, oito, dez, varios, varias, muitas, muitos, meia,
        nove, onze, doze, quinze, vinte, trinta, quarenta, cinquenta
    """,
    "work": """
        funciona/m/ndo/r, carrega/m/ndo, abre/m, conecta, responde/m, entra/r, deixa, permite, atualiza, pega,
        presta, reconhece, roda
    """,
    "arrive": """
        chega/m, chegou, chegaram, chegando, recebi, recebido, recebemos, entregue/s, enviado, entregaram,
        caiu, apareceu
    """,
    "answer": "responde/m/u/ram, atende/m/u, resolve/m/u, ajuda/m, retorna/m, retornou, respondido",
    "goods": """
        app, aplicativo, site, pagina, conta, pedido, pacote, encomenda, entrega, cartao, fatura, internet,
        sinal, linha, rede, telefone, celular, voo, mala/s, bagagem, trem, comboio, onibus, autocarro, quarto,
        comida, reserva, compra, dinheiro, servico, pagamento, senha, luz, agua, produto
    """,
    "fault": """
        problema/s, erro/s, fila/s, espera, atraso/s, burocracia, enrolacao, complicacao, complicacoes,
        stress, estresse, dor, transtorno/s, reclamacao, reclamacoes, queixa/s, falha/s, defeito/s,
        frescura/s, letra, taxa/s, custo/s, surpresa/s, discussao, chatice/s, perrengue/s, papelada, queda/s,
        drama/s, demora, bug/s, arrependimento/s, perguntas, duvida/s, sustos, dores, medo, reclamar,
        pestanejar, hesitar, chiar, insistir
    """,
}

CUES = {
    "chasing": """
        ainda a|estou esperando|espera, ainda esperando, continuo esperando|a, alguma novidade,
        alguma noticia, novidades, alguma resposta, tem alguem, alguem ai, ha alguem, vejam a|o dm, 0 de 5|10,
        1 de 5|10, 0/5, 1/5, inacreditavel, respondam, responde ai, sem resposta, dia {num}, estou esperando,
        olhem a dm, 0/10, zero estrelas, wtf, e serio, ainda nada, nada ainda, e ai
    """,
    "idiom": """
        quebrar|quebrou|quebrando|quebrei|partir o gelo, quebrei|bati meu|o recorde, coracao partido,
        morto/a/s de rir|fome|sono|amor|saudade|frio, morri com|de, morro de|por, morta com,
        nao consigo parar|largar|esperar|viver|resistir|escolher|deixar|decidir|dormir,
        nao posso viver|esperar|ficar sem, nao da para|pra parar|resistir|viver, nao vejo a hora, nao paro de,
        nao me canso, nao pode faltar, falta pouco|um|dois|so|uma, so falta|faltava,
        faltam dias|semanas|poucos, voce|voces faz|fazem falta, que nao falte, sentindo falta,
        perdido|perdida em|num|numa|no|na|nos pensamentos|livro|leitura,
        perdi a conta|voz|aposta|nocao|cabeca, perdidos em, roubou a cena|meu coracao, gato roubou,
        cachorro roubou,
        esperando o|a|pelo|na verao|onibus|ferias|sexta|natal|fim|primavera|autocarro|comboio,
        esperando o fim, a espera do|da|de verao|autocarro|comboio|ferias, espero que todos|voces|gostem,
        a espera valeu, faz frio|calor|sol|anos, ha anos, ha {num} anos,
        desde crianca|pequeno|sempre|pequena|miudo, fila do|para concerto|show|cinema, valeu a fila,
        tarde de|com|no|na|para, boa tarde, a tarde, antes tarde, em fogo lento, domingo lento, devagar,
        ponto de, parado no|a transito|ver, preso no|na transito|neve|leitura, sempre bom|meu|minha|um|no,
        como sempre, toda vez que, todo dia um|de, todos os dias com|a|de,
        de novo na|aqui|domingo|sexta|natal|no, mais uma vez juntos, ainda o|a|meu|minha|melhor|funciona|cabe,
        nada mal, mau tempo, mal posso esperar, mal humor, dia ruim, tempo ruim, pior dia, o pior dia,
        a pior parte e|das, absurdo de bom|boa|gostoso|lindo, ridiculo de bom|fofo, um absurdo de,
        puta que bom, porra que bom|delicia, foda demais, e foda, caralho que bom|delicia,
        triste que acabou|o|a, cara de, minha cara, cara que, meu caro, aumento de,
        por que|porque esta|sao|e|estao tao bom|boa|bons|bonito|bonita|gostoso, por que nao,
        nada como|melhor|supera|se, ninguem faz,
        sem pressa|voce|meu|minha|acucar|planos|palavras|duvida|parar|filtro, sem luz mas|e, roubo de cena,
        peguem meu dinheiro, pega meu dinheiro, meu dinheiro todo, problema meu e|com,
        tenho um problema com|e|serio, meu problema e|com, problemas de primeiro, caiu bem|a|o, caiu como,
        cai a|o noite, caindo de|no sono, que trava lingua, queimou calorias, partido ao meio o pao,
        casa caso, boa noite
    """,
    "rescue": """
        salvou meu|o|a|minha dia|manha|noite|tarde|semana|vida, me salvou, salvou tudo, salvou, resolveu tudo,
        cura tudo, me animou, alegrou meu|o, aqueceu, ao resgate, compensou tudo
    """,
    "turn": """
        mas, entao, ate que, pelo menos, ao menos, por sorte, ainda bem, gracas a deus, depois, agora, dai
    """,
    "fault_free": """
        nunca tive|tivemos|deu|deram|dao|da|tive nenhum|um|qualquer problema/s|defeito,
        nunca tive|deu problema/s|defeito, nunca me deixou|falhou|deixaram|decepcionou|desapontou,
        nenhum problema|defeito|arrependimento, nem um|uma problema|arranhao|defeito,
        zero problemas|defeitos|arrependimentos, sem nenhum|um problema|defeito,
        nunca falha|falhou|quebrou|avariou, sem problemas
    """,
    "broken": """
        quebrado, quebrada, quebrou, danificado, danificada, defeito, defeituoso, estragado, estragada,
        vencido, rasgado, travando, trava, travou, caindo, crashando, bugado, bugada, bug, queimou, queimado,
        sujo, suja, avariado, partido, mancha/s, cabelo/s
    """,
    "fails": """
        {not} ... {work}, parou de funcionar, deixou de funcionar, fora do ar, caiu, instavel, falha/s,
        falhando, fora de servico, em baixo, nao da, nao vai, zero|0 sinal|rede|barras|net|internet|megas,
        caindo, cai toda|sempre|o
    """,
    "cant": """
        nao consigo, nao conseguimos, nao posso, nao me deixa, nao deixa, nao estou conseguindo,
        to conseguindo, impossivel
    """,
    "problem": """
        problema/s, erro/s, transtorno/s, desastre, caos, confusao, errado, errada, reclamacao, reclamar,
        queixa, reclameaqui
    """,
    "missing": """
        falta, faltando, faltou, perdido, perdida, perderam, sumiu, {not} ... {arrive}, cade meu|minha|o|a,
        onde esta meu|minha|o|a, extraviado, extraviada, roubado, desapareceu
    """,
    "delay": """
        atraso/s, atrasado, atrasada, atrasou, demora, demorado, demorando, lento, lenta, lentidao, cancelado,
        cancelada, cancelaram, preso/s, parado, parados, tarde, remarcado, lentos, lentid*
    """,
    "waiting": """
        esperando, espero, a espera, espera, aguardando, aguardo, desde, desde ontem, desde segunda,
        ate quando, na fila, fila, a {num}
    """,
    "elapsed": "{num} {unit}, {many} {unit}, ha {num} {unit}, faz {num} {unit}, mais de {num} {unit}",
    "still": """
        ainda nao, ate agora, ate agora nada, continua sem, continuo sem, continuamos sem, ainda, ate hoje,
        ja nao, nada ainda
    """,
    "no_answer": """
        ninguem ... {answer}, {not} ... {answer}, sem resposta, nenhuma resposta, sem retorno, nenhum retorno,
        ignoram, ignorado, ignorando, desligaram, desligam, descaso, sem solucao, nao dao resposta,
        nao da retorno, nao sabe nada, nao sabem nada, nao sabem de nada
    """,
    "again": """
        de novo, novamente, outra vez, mais uma vez, toda vez, todos os dias, terceira vez, segunda vez,
        varias vezes, toda hora, constantemente, todos os meses
    """,
    "money": """
        cobraram, cobrado, cobranca/s, cobrando, reembolso, reembolsar, estorno, meu dinheiro, devolvam,
        devolver, devolucao, indenizacao, taxa, cobrou, descontaram, debitado, pago, paguei, pagar, pagamos,
        pagando, cobrar*, cobrad*, cobram, cobranc*
    """,
    "price": """
        caro, cara, carissimo, absurdo, roubo, assalto, aumento, preco abusivo, caros, caras, carissim*
    """,
    "awful": """
        pessimo, pessima, pessimos, horrivel, terrivel, lixo, vergonha, vergonhoso, ridiculo, ridicula,
        absurdo, inadmissivel, inaceitavel, lamentavel, nojo, nojento, pior, o pior, a pior, piores,
        palhacada, porcaria, incompetentes, incompetencia, uma merda, desrespeito, decadente, deploravel,
        vergonhosa
    """,
    "bad": """
        ruim, ruins, mau, ma, mal, perigoso, injusto, fraco, mal feito, mal atendimento, pessimo atendimento
    """,
    "upset": """
        decepcao, decepcionado, decepcionada, decepcionante, chateado, chateada, irritado, irritada,
        irritante, frustrado, frustrada, frustrante, cansado de, cansada de, raiva, indignado, indignada,
        triste, insatisfeito, insatisfeita, revoltado, revoltante, to puto, desapontado, farto, farta, fartos,
        fartas, chato, chata, chatead*
    """,
    "rude": """
        grosso, grossa, grosseiro, mal educado, mal educada, falta de respeito, maltratado, arrogante,
        mal atendido, falta de educacao
    """,
    "swearing": "merda, porra, caralho, puta, pqp, foda, bosta, cacete, fdp, krl, vsf, wtf",
    "lies": """
        mentira/s, mentirosos, mentem, mentiram, enganacao, enganado, golpe, fraude, ladroes, prometeram,
        prometido, me disseram, propaganda enganosa, era para, era pra
    """,
    "churn": """
        nunca mais, vou cancelar, cancelar minha|meu, quero cancelar, cancelando, vou mudar,
        mudar de operadora|banco, trocar de, nao recomendo, nao comprem, fujam, ultima vez,
        vou para a concorrencia, concorrencia, procon
    """,
    "service": """
        atendimento, atendimento ao cliente, sac, suporte, central de atendimento, apoio ao cliente,
        atendente/s
    """,
    "ruined": """
        perdi, perdemos, estragaram, perda de tempo, tive que, tive de, por causa de voces, minhas ferias,
        prejuizo
    """,
    "absent": """
        sem luz, sem agua, sem internet, sem sinal, sem energia, sem rede, sem conexao, sem linha,
        sem servico, esgotado, sem estoque, falta de energia, sem previsao
    """,
    "spam": """
        spam, bloquearam, bloqueado, bloqueada, parem de ligar, ligando, banido, suspensa, hackeado, hackeada
    """,
    "demand": """
        resolvam, resolver, resolve, resolva, solucao, arrumem, arruma, exijo, quero meu|minha, preciso que,
        facam algo, expliquem, urgente, consertem, se virem, providencia/s
    """,
    "help": "ajuda, me ajuda, me ajudem, preciso de ajuda, podem ajudar, pode me ajudar, socorro, help",
    "owed": """
        cobraram|cobrado|cobrou|debitaram duas vezes, cobranca em dobro|dupla,
        quero|queremos meu dinheiro|reembolso|estorno, devolvam meu|o dinheiro, dinheiro de volta,
        consertem o|a|isso
    """,
    "why": """
        por que, pq, porque nao, o que houve, o que aconteceu, que se passa, como assim, como pode, ate quando
    """,
    "shock": """
        inacreditavel, serio isso, e serio, nao acredito, nao e possivel, brincadeira, so pode ser,
        ta de sacanagem, piada, e uma piada
    """,
    "sarcasm": """
        obrigado por nada, obrigada por nada, parabens, obrigado por perder|cancelar|estragar, valeu por nada,
        que maravilha, lindo hein, bonito hein
    """,
    "tried": """
        liguei, ja liguei, ligo, mandei, enviei, escrevi, tentei, tentando, tento, reclamei,
        entrei em contato, contatei, abri um chamado, protocolo/s, ligar, ligaram, ligando
    """,
    "praise": """
        excelente, otimo, otima, incrivel, adoro, adorei, amo, amei, maravilhoso, maravilhosa, perfeito,
        perfeita, fantastico, recomendo, melhor, melhores, delicioso, sensacional, top, nota 10, lindo, linda,
        maravilha/s, que bom, que boa, que lindo, que linda, que legal, que fixe, nao peco mais,
        nao podia pedir mais, melhor impossivel, sem queixas, nao tenho queixas, nada a apontar,
        como novo|nova, nao queriamos ir|vir|sair, nao queria ir|vir|sair embora,
        sem voces|vcs nao|eu|a gente, nem um|uma prato|copo|arranhao|risco partido|quebrado, repetiu,
        repetimos, 20/10, 11/10, 12/10, 15/10, 100/10, 1000/10, 10/10, sorrind*, sorri, sao demais, e demais,
        sois demais, demais da conta, queixo caido, de queixo, loucos por|pelo|pela|pelos,
        louco por|pelo|pela, louca por|pelo|pela, ganharam um|uma|mais cliente|fa,
        cliente pra|para vida|sempre, com carinho, com amor, feito com amor|carinho
    """,
    "mild_praise": """
        bom, boa, feliz, rapido, rapida, gentil, atencioso, satisfeito, satisfeita, gostei, legal, eficiente,
        gosto, sem palavras, pela positiva, surpreendid* pela
    """,
    "thanks": """
        obrigado, obrigada, muito obrigado, muito obrigada, obg, valeu, vlw, agradeco, brigada, brigado,
        obrigado|obrigada pela ajuda, pela ajuda, pela vossa|sua ajuda
    """,
    "resolved": """
        resolvido, resolveram, voltou, ja funciona, funcionou, deu certo, ja chegou, consegui,
        ja esta em casa, de volta em casa
    """,
    "polite": """
        ola, oi, bom dia, boa tarde, boa noite, ok, sim, blz, beleza, tudo bem, sem problemas, sem problema,
        sem stress, dm, enviei dm, mandei dm
    """,
    "howto": """
        como faco, como posso, como funciona, da para, da pra, posso, tem como, voces tem, e possivel,
        gostaria de saber, queria saber, alguem sabe, quanto custa, que horas, onde posso, qual o
    """,
    "chase": "quando, quando chega, alguma novidade, previsao, quando vai, quando volta",
    "question": "qual, quais, quanto, onde, quem, podem, poderiam, pode, como e, como fica",
    "wish": """
        deviam, deveriam, poderia ter, seria bom, seria legal, seria otimo, sugestao, gostaria que, podiam
    """,
    "worry": "preocupado, preocupada, preocupante, medo de, e seguro",
    "please": "por favor, pfv, pf, pfvr",
    "promo": "sorteio, ganhe, concurso, rt, promocao, desconto, cupom, link na bio",
    "prize": """
        voce ganhou, ganhaste, resgate seu premio, resgata o teu premio, premio gratis, dinheiro facil,
        sem risco, ganhe {num}
    """,
    "brand_voice": "lamentamos, nossa equipe, nos envie, chama na dm, envie uma dm, sentimos muito",
    "negation": "nao, nunca, sem, nada, ninguem, nenhum, nenhuma, nem",
    "first": "eu, meu, minha, meus, minhas, me, nos, nosso, nossa",
    "second": "voces, vcs, voce, vc, seu, sua, seus, suas, vosso, vossa, vos",
    "mine": "meu, minha, meus, minhas",
    "my_goods": "meu {goods}, minha {goods}, meus {goods}, minhas {goods}",
    "your_goods": "seu {goods}, sua {goods}, vosso {goods}, vossa {goods}",
    "goods": """
        app, site, conta, pedido, pacote, encomenda, cartao, fatura, internet, linha, voo, mala, reserva,
        entrega, produto
    """,
    "conditional": """
        se partir|estragar|avariar|rasgar|molhar|quebrar|perder, se ela|ele partir|estragar|quebrar,
        em caso de, caso ela|ele|se
    """,
    "contrast": "mas, porem, embora, so que, so, agora",
}

FLAGS = {
    "urgent": """
        cobraram duas vezes, cobrado duas vezes, cobranca em dobro, roubaram, meu dinheiro sumiu,
        conta hackeada, fui hackeado|hackeada, hackearam, compra nao reconhecida, nao reconheco, fraude,
        golpe, perigo, perigoso, ferido, machucou, fogo, incendio, fumaca, vazamento de gas, intoxicacao,
        hospital, presos no aeroporto, preso no aeroporto, advogado, processar, processo, procon, justica,
        deco, terceira vez que, urgente, hoje mesmo
    """,
    "wants_follow": """
        me segue, me sigam, me siga, sigam me, sigam-me, podem me seguir, pode me seguir, podem seguir,
        podem|podiam|pode|poderiam seguir me, seguir me para, sigam de volta, siga de volta, seguem me,
        segue me, seguir ... mandar|enviar ... dm|md|mp|mensagem|privado,
        sigam ... mandar|enviar ... dm|md|mp|mensagem|privado, segue de volta, sdv, follow back,
        nao consigo mandar dm|mp|mensagem, nao consigo enviar dm|mp|mensagem
    """,
    "churn": """
        vou cancelar, quero cancelar, cancelar minha conta|assinatura, cancelar meu plano|contrato,
        mudar de operadora|banco, vou mudar para, vou para a concorrencia, nunca mais, ultima vez que
    """,
    "advocacy": """
        recomendo, super recomendo, recomendo a todos, devias experimentar, deveria testar, experimenta a,
        testa a, indico
    """,
}
