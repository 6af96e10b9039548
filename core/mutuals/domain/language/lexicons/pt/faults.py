"""Portuguese words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        quebrad*, quebrou a|o|em|na|no|com, estragad*, estragou, danificad*, avariad*, avaria/s, avariou,
        defeit*, defeituos*, amassad*, rachad*, rasgad*, arranhad*, riscad*, enferrujad*, mofad*, mofo,
        bolor*, podre/s, vencid*, fora de prazo|validade, validade vencida, azed*, barata/s no|na, bichinho/s,
        bicho no|na, larva/s, cabelo no|na, vazando, vaza, pingando, nao liga, nao acende,
        tela preta|azul|branca, ecra preto,
        veio|chegou|vieram|chegaram quebrad*|errad*|abert*|vazi*|fri*|amassad*|trocad*,
        veio|chegou|vieram|chegaram faltando|rasgad*|molhad*|estragad*|incomplet*|partid*|gelad*, descolou,
        descola, desbotou, encolheu, despedac*, em pedacos, partid*, ma qualidade, pessima qualidade, pifou,
        pifad*, queimou, torrad*, cru, crua, encharcad*, ensopad*, pneu careca, bagunca, imund*, nojent*,
        sujeira, afundou, afundad*, descoseu, descosturou, soltou, soltando, solta a, rachou, rasgou, furad*,
        furou, amassou, manchou, manchad*, explodiu, pegou fogo, morreu de, morreu com|em, pinga, chia,
        nao durou, durou {num}|uma|um|duas|dois|nem, com {num} dias|semanas|meses de,
        em quinze dias|duas|uma|tres|dois, cheiro de, cheira a|mal, fede, fedendo, fedor, fedid*, cabelo na,
        mosca, formiga/s, rato/s, pedra no, caco de, azedo, dois pes, pes esquerdos, torrado, intragavel
    """,
    "fails": """
        nao funcion*, nunca funcion*, deixou de funcionar, parou de funcionar, parou do nada, nao abre,
        nao carrega, nao conecta, nao responde, nao entra, nao sai, nao pega, nao presta, nao anda,
        nao atualiza, nao reconhece, nao processa, nao passa, trava*, travou, travand*, travad*, crash*,
        bug/s, bugad*, bugou, lagad*, lagand*, lag, caiu de novo|a|o|e, fora do ar, em manutencao, instavel,
        instabilidade, oscila*, da erro, deu erro, dando erro, so da erro, mensagem de erro,
        fecha sozinho|sozinha, desconecta, desliga sozinho, fica carregando, carregando infinit*, nao vai,
        bloqueia, empanc*, encrav*, vai abaixo, foi abaixo, sem sinal, trava na, trava toda, trava no,
        roteando do, modem, luz vermelha, megas, mb, nem carrega, nem abre, nem manda, nem zap, nem pega,
        imagem parece, imagem travada|pixelada|ruim, som cortado|ruim, audio, caiu a luz, bairro apaga,
        apaga tudo|o, apagao, cai toda|sempre|o, caindo toda|sempre, desde a atualizacao,
        depois da atualizacao, atualizei e, lixo de sinal, sinal pessimo|horrivel|nenhum, indisponivel,
        derruba*, sem luz, sem agua, sem internet, sem energia, sem rede, sem conexao, sem servico, sem gas,
        sem telefone, sem sistema, sem ar, sem vaga, sem estoque, sem stock, sem net, sem wifi, sem dinheiro,
        sem troco, falta de luz|agua|energia|sinal|informacao|pessoal, falta luz|agua|energia,
        faltou luz|agua|energia, caiu a luz|internet|net|energia|rede,
        nao ha luz|agua|internet|stock|lugar|ninguem, nao tem luz|agua|internet|sinal|estoque|ninguem|lugar,
        lotad*, abarrotad*, superlotad*, apertad*, ar condicionado desligado|avariado|quebrado, so um caixa,
        um caixa so, um caixa
    """,
    "cant": """
        com um ser humano, com alguem, com a barriga, nao da pra falar,
        nao consigo, nao conseguimos, nao consegue, nao da para|pra, nao deixa, nao me deixa, nao permite,
        nao ha maneira|forma|quem, nao tem como|jeito, sem conseguir, impossivel, nao posso, nao podemos,
        nao encontro, nao acho o|a|um
    """,
    "problem": """
        problema com|no|na|de|desde, problemas com|no|na|de, transtorn*, confusao, palhacad*, zona, bagunc*,
        caos, caotic*, desastr*, trapalhada/s, embrulhada, perrengue, dor de cabeca, dores de cabeca, pepino,
        um circo, desorganiz*, descaso
    """,
    "missing": """
        nao chegou, nao chegaram, nunca chegou, ainda nao chegou, nao recebi, nunca recebi, nada de chegar,
        nada do, nada da, sumiu, sumiram, sumid*, desapareceu, desaparec*, extravi*,
        perderam minha|meu|a|o|as, perdeu minha|meu, cade meu|minha|o|a|os|as, cade, onde esta meu|minha|o|a,
        onde anda, faltando, falta/m um|uma|o|a|peca|pecas|parte|metade|parafusos|itens, faltou, faltaram,
        veio faltando|sem|so, incomplet*, nao entregaram, nunca entregaram, nao foi entregue,
        consta como entregue, consta entregue, diz entregue|que, entregue mas, nao enviaram,
        nada ate agora|hoje|o, nem sinal, nem rasto, sem noticias, roubaram, roubad*, caiu no limbo, esquec*,
        esqueceram, esqueceu, apagaram, apagou, perdi tudo, apagou tudo, saiu para entrega, "saiu,
        dar a volta, caiu no, no limbo, evaporou, so metade, metade do|da, pela metade, so veio, veio so,
        veio sem|dois|duas|errado|outro|outra|trocado, pedi sem, pedi {num}, pedi um|uma e|mas,
        faltou o|a|um|uma, sem rodinha, sem alca, sem tampa, deixaram em, deixaram o pacote|embrulho|na,
        a chuva, em cima do muro, no vizinho, de outra pessoa, de outro cliente, do vizinho, com outro nome,
        em nome de outro|outra, so a metade, metade do, faltando metade
    """,
    "delay": """
        atras*, demora*, lentidao, cancelad*, cancelaram, cancelou, cancelam, suprimid*, adiad*, remarcad*,
        remarcaram, desmarc*, sem avisar|aviso, sem aviso previo, eternidade, parad* ha|no|na,
        pres* desde|no|na|em|ha, {num} de atraso, horas de atraso, minutos de atraso, uma tartaruga,
        nunca mais chega|vem
    """,
    "waiting": """
        esperando ha|desde|resposta|uma|um|o|a|meu|minha|por|e, a espera ha|desde|de|da|do, estou a espera,
        to esperando, ainda estou a|esperando, ainda espero, fico esperando, fila de espera,
        horas na fila|de|esperando, {num} {unit} esperando|na|de|para, {many} {unit} esperando|na|de|para,
        ha {num}, ha {many} {unit}, faz {num}, faz {many} {unit}, ja faz, ja la vao, la vao,
        desde ontem|segunda|terca|quarta|quinta|sexta|sabado|domingo|janeiro|fevereiro|marco,
        desde abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|o|a, ate quando,
        quanto tempo mais, quanto mais, na fila, musiquinha, aguardando ha|desde|resposta|retorno,
        aguardo ha|desde|resposta|retorno, mais de {num} {unit}, mais de {many} {unit},
        desde sabado|domingo|segunda|terca|quarta|quinta|sexta|ontem, ha {num} {unit}, faz {num} {unit},
        mais de uma hora, uma hora na, horas na, depois de {num} minutos|horas, {num} minutos de|na|a,
        prometido pra, prometeram pra, esse ano, este ano ainda, ainda esse, ainda este, ate hoje, ate agora,
        fila com, fila enorme|gigante
    """,
    "no_answer": """
        ninguem responde|atende|resolve|ajuda|sabe|faz|fala|liga|assume,
        ninguem da|me|nos|quer|apareceu|veio|vem|avisou|ofereceu|explica, nao atende*, nao respond*,
        nunca respond*, nao dao|da resposta|retorno|satisfacao|solucao|informacao,
        sem resposta|retorno|solucao|satisfacao|explicacao|informacao|previsao|noticias,
        nenhuma resposta|explicacao|solucao|satisfacao|informacao,
        nem uma resposta|respostinha|palavra|desculpa|mensagem|explicacao, nem resposta, ignor*, desligam,
        desligou na|o, desligaram, desligou, deslig* na minha cara, na minha cara, na cara, jogam de um,
        empurra empurra, passam de um|a, resposta automatica|pronta|padrao, respostas automaticas|prontas,
        robo, um robo, bot, falar com maquinas|maquina|robo|humano, no vacuo, deixam|deixaram no vacuo,
        visualiz* e, fazem pouco, nem ai, tao nem ai, estao nem ai, se lixam, lavam as maos, nao querem saber,
        nao fazem nada, nao resolve*, nunca resolve*, nao ajuda*, gravacao, carregue 1, falar com maquinas,
        ninguem assume, joga a culpa, jogam a culpa, culpa e minha, diz que foi, dizem que foi, dizem que e,
        diz que e, de setor em|pra, me transferem, transfere, transferiram, {num} atendentes, nao ha quem,
        quem me ligue, ligue de volta, nem uma respostinha, so protocolo, e protocolo, gerou protocolo,
        musiquinha, lero lero, papo furado, conversa fiada, deixei recado, nem leem, so leem
    """,
    "again": """
        outra vez, mais uma vez, novamente, pela {num}, pela segunda|terceira|quarta|quinta|enesima|milesima,
        segunda vez, terceira vez, quarta vez, quinta vez, enesima vez, {num} vezes, {many} vezes, todo mes,
        toda vez, toda semana, toda hora, sempre a mesma|o, sempre igual, vira e mexe, volta e meia,
        continua*, e so ventar|chover, constantemente
    """,
    "money": """
        cobr* duas|indevid*|de|a|taxa|anuidade|sem|por|o|um|uma|me, me cobr*, cobrad*, cobranca/s, estorno/s,
        estorn*, reembols*, devolu*, devolver o|meu, devolvam, meu dinheiro, nosso dinheiro, debit*,
        descont* taxa|do|da|de|o, taxa/s, anuidade, tarifa/s, multa/s, juros, ressarc*, indeniz*, indemniz*,
        conta de {num}, fatura de {num}|veio|errada|errado, fatura veio, valor errado|errada|a mais,
        a mais na, sem minha autorizacao|permissao, nao autoriz*, me devem, me deve, meu salario, na fatura,
        pix, conseguiram me cobrar, cobrar anuidade, anuidade de, descontaram, cai na fatura, todo mes cai,
        conta de, conta veio, veio {num}, me tiraram, ta preso, dinheiro preso, retid*, {num} conto,
        {num} na mao, pagar pelo|pela|por|duas, taxa de, multa por, pago o plano|caro, ainda me,
        ainda tenho que, ainda por cima
    """,
    "price": """
        carissim*, car* demais, muito car*, tao car*, preco absurd*|abusiv*, abusiv*, um roubo, roubo,
        assalto, extorsao, extors*, exploracao, explora*, facada, os olhos da cara, olho da cara,
        aument* de|o|a|os|sem|meu|minha, subiram o|a|os, subiu o|a|de, reajuste, encareceu, pelo preco,
        por esse preco, pagar {num}, pago caro, plano mais caro, nao vale, pela calada, subiram a, subiram o,
        subiu pra, subiu de, subiu {num}, triplic*, dobrou, duplic*, pra isso|esse, euros por um|uma,
        reais por um|uma, {num} euros por, {num} reais por, preco de ouro, custa um rim
    """,
    "awful": """
        pessim*, horrivel, horriveis, horroros*, terrivel, terriveis, ridicul*, vergonh*, uma vergonha,
        que vergonha, vergonhos*, absurd*, inaceita*, inadmiss*, intolera*, lamentav*, deplorav*, lastimav*,
        nojo, nojent*, lixo, porcaria/s, merda, uma merda, bosta, uma bosta, piad*, uma piada, palhacad*,
        palhac*, incompet*, inutil, inuteis, despreparad*, desrespeit*, descaso, descarad*, cara de pau,
        desumano, indign*, vexame, fiasco, fracasso, decepc*, desilud*, desilus*, miseria, uma miseria,
        pior empresa|banco|atendimento|servico|experiencia|operadora|companhia|que|coisa|do, o pior, a pior,
        os piores, piores, um inferno, um pesadelo, pesadelo, via crucis, calvario, zero estrelas, nota zero,
        nota 0, 0 estrelas, gozar com, a gozar, gozam, brincam com, brincadeira de mau, brincadeira,
        falta de respeito|consideracao|vergonha|profissionalismo|educacao|compromisso, uma treta, treta,
        bodega, espelunca, chocad*, revoltante, escandal*, irresponsab*, negligen*, precari*, abaixo de cao,
        que piada|palhacada|vergonha|novela|circo|bagunca|desastre|descaso|zona, uma novela, uma palhacada,
        virou piada|palhacada|prisao|bagunca|novela|circo, gozando com|da, gozar com a, a gozar comigo|com,
        na minha cara, fazendo de|a gente, fazem a gente de|palhaco, de palhaco, de trouxa, me fazendo de,
        cada dia pior, cada vez pior, de mal a, so piora, ladeira abaixo, missao impossivel, sem pe nem,
        nao tem cabimento|logica|condicoes, sem cabimento, e o fim, fim da picada, de lascar, de chorar,
        para chorar, pra chorar, um parto, uma luta, uma odisseia, nem a pau
    """,
    "bad": """
        mau atendimento|servico, mal atendid*, ma experiencia, muito mau|ma|ruim, ruim, ruins, mal feit*,
        mal servid*, pouco profissional, nada profissional, sem gosto, insoss*, sem graca, injust*,
        uma pena que, deixa a desejar, deixou a desejar, fraquinh*, fraco, fraca, batata murcha, murch*, seco,
        seca, queimad*, borracha, duro
    """,
    "upset": """
        decepcion*, desapont*, desilud*, frustr*, chatead*, irritad*, irrit*, indignad*, revoltad*, furios*,
        puto da|com, put* da vida, de saco cheio, saco cheio, fart* de|com|disto, estou fart*, to fart*,
        cansad* de|desse|dessa, cansei, nao aguento, ninguem merece, perdi a paciencia, haja paciencia,
        sem paciencia, paciencia tem, estressad*, stress*, nervos*, descontent*, insatisf*, arrepend*,
        arrependid*, raiva, que raiva, odio, com odio, odeio, rindo pra nao, rir para nao, pra nao chorar,
        to chorando de, que saco, que droga, que odio, desisto, desisti, ate aqui, por aqui com, ja deu,
        ja deu ne, deu pra mim, chega disso, ate o pescoco, pelos cabelos, os cabelos em, me tira do|o,
        tira do serio, fora do serio, sangue ferve, me da nos nervos, nos nervos, gota de agua, gota d agua,
        ninguem aguenta, cansei de, perdi a cabeca, dose
    """,
    "rude": """
        mal educad*, mal-educad*, maleducad*, gross*, grosseir*, arrogant*, estupid* com|comigo|no,
        antipatic*, rude/s, mal humorad*, desrespeit*, me tratou|trataram mal|como|feito, tratou-me,
        trataram-me, tratad* como|feito|mal|abaixo, gritou comigo|com, gritaram, me xing*, humilh*,
        discrimin*, debochou, deboch*, cara feia, ma vontade, de mau modo, maus modos, falta de educacao,
        sem educacao, sem respeito, me expuls*, riu da|na, abaixo de cao, como lixo, como cachorro,
        como se eu|fosse, virou a cara|as costas, revirou os olhos, de cara feia, cara fechada, falou grosso,
        falou alto, respondeu mal, respondeu torto, mandou eu, me mandou, ironi*, sarcas*, riram de|da,
        por eu pedir
    """,
    "lies": """
        mentira/s, mentir*, mentiros*, mentem, enganad*, enganar*, engano*, enganos*, enganaram, golpe,
        golpist*, fraud*, estelionat*, ladr*, burla/s, burlad*, vigarist*, propaganda enganosa,
        publicidade enganosa, prometeram, prometem, prometid*, promessa/s, nao cumpr*, descumpr*,
        disseram que, me disseram, garantiram, diz que, pela calada, na surdina, fals*, nada a ver com,
        nao corresponde*, nao era o|isso, venda casada, pegadinha, letras pequenas|miudas, enrola*, enrolando,
        enrolacao, enrolad*, gato por lebre, passar a perna, passaram a perna, me passaram, cai no conto,
        conto do vigario, levado|levada no, fui enrolad*, fomos enrolad*, fomos enganad*, fui enganad*,
        me enrolaram, me sinto lesad*, lesad*, lesaram, me senti lesad*, trouxa, otario, otaria, otarios
    """,
    "churn": """
        nunca mais, nao volto, nao compro mais, nao recomendo, nao comprem, nao contratem, fujam, fuja,
        evitem, vou cancelar|trocar|mudar|sair|processar|migrar, vou mudar, quero cancelar,
        cancelar meu|minha|o|a, mudar de operadora|banco, trocar de operadora|banco, portabilidade,
        ultima vez que, primeira e ultima, perderam um|uma|o|a cliente, perdeu um|uma cliente, concorrencia,
        concorrente, adeus, tchau
    """,
    "service": """
        atendimento ao cliente, apoio ao cliente, servico de apoio|atendimento, sac, call center,
        central de atendimento, linha de apoio, ouvidoria, assistencia tecnica, balcao, atendente,
        protocolo/s, livro de reclamacoes, procon, reclame aqui, reclamacao, reclamacoes
    """,
    "ruined": """
        perda de tempo, perdi meu|minha|o|a|um|uma|horas, perdemos o|a, tempo perdido,
        estragou minha|meu|o|a|nosso, estragaram, arruin*, tive que|de, tivemos que|de,
        me deixaram sem|na|no|esperando|plantad*, deixaram-me, deixaram a|o|na|no,
        fiquei sem|na|no|esperando|plantad*|{num}, ficamos sem|na|no|esperando, na mao, ficar sem,
        por culpa de|da|vossa, culpa de voces, jogar fora, joguei fora, deitar fora, deitei fora, para o lixo,
        pro lixo, dormir no chao, dormiu no chao, que se vire, se vire, prejuizo, dormiu no, dormimos no,
        dormir no aeroporto|chao, perdi o voo|onibus|dia|dinheiro|trabalho, perdeu o, passei vergonha,
        passei mal, passando mal, intoxic*, com dores, morra, morrer, de joelho, desisti de, gente q se,
        na quinta, voltar na, mandaram voltar, prejudic*
    """,
    "spam": """
        spam, hacke*, hackead*, clonad*, clonaram, invadid*, invadiram, bloquead*, bloqueou, bloquearam,
        banid*, suspens*, golpe, parem de ligar, ligam todo|toda|sem, nao param de ligar, telemarketing,
        assedi*
    """,
    "demand": """
        exij*, exig*, resolvam, resolve isso|logo, resolva*, arrumem, arranjem, consertem,
        tomem|tome vergonha, tomar vergonha, facam alguma, faca alguma, facam algo, tomem providencia*,
        providenci*, quero meu|minha|uma|um|que|solucao, queremos uma|um, preciso de uma solucao|resposta,
        preciso que, aguardo solucao|resposta|retorno|providencias, esperamos|espero uma solucao|resposta,
        me respondam, respondam, expliquem, podem explicar, alguem explica|pode explicar, ja chega, chega,
        basta, deem um jeito, da um jeito, mandem alguem, vao mandar, tratem de
    """,
    "why": """
        por que, porque e que, pq, porq, porque nao, como e possivel, como assim, como pode, como podem,
        o que se passa, o que esta acontecendo|havendo, que esta acontecendo, qual e o problema,
        querem que eu, acham que, alguem me explica, sera que
    """,
    "owed": """
        quero meu dinheiro|reembolso|estorno, meu dinheiro de volta, devolvam meu|o, nao devolve*,
        nao reembols*, nao estorn*, nao querem devolver|trocar, recusam, recusou, recusaram, recusa/m-se,
        negam, negaram, negou, se recusa*, garantia nao|recus*|diz|neg*, nao cobre,
        cade meu estorno|reembolso|dinheiro
    """,
    "shock": """
        nao acredito, inacreditavel, inacreditav*, serio isso, e serio, a serio, ta de brincadeira,
        estao de brincadeira, so pode ser|brincadeira, fala serio, surreal, chocante, que isso, que absurdo,
        e o cumulo, o cumulo, palhacada, meu deus do, pelo amor de, pelamor, pqp, como assim, ta louco,
        ta doid*, impressionante como, e mole, pode isso, so mesmo
    """,
    "sarcasm": """
        obrigad* por nada, obrigad* por estragar|cancelar|perder|me|nada|arruinar,
        parabens por conseguirem|perder|estragar|mais|cancelar|deixar,
        parabens pela demora|incompetencia|bagunca|falta|palhacada, parabens aos envolvidos, valeu mesmo,
        valeu hein, que beleza hein, que maravilha hein, otimo trabalho nao, bonito servico, belo servico,
        lindo servico, belissimo, excelente servico nao, conseguiram me|a|o|perder|estragar, magica,
        parabens conseguiram, parabens voces, e meu amor, so mesmo, rindo pra, rir pra nao, que otimo,
        que lindo, que bonito hein, que maravilha de, obrigad* hein, obrigad* viu, oi sumida, querem que eu,
        admiram-se
    """,
    "tried": """
        ja liguei|mandei|tentei|falei|reclamei|enviei|abri|escrevi|fui|deixei, liguei {num}|varias|para|pra|e,
        ja tentei, tentei {num}|de|cancelar|falar|ligar|contato|resolver,
        tento ligar|falar|contato|cancelar|desde|ha,
        {num} ligacoes|emails|chamados|protocolos|mensagens|reclamacoes|tentativas|chamadas,
        {many} ligacoes|emails|chamados|protocolos|mensagens|reclamacoes|tentativas|chamadas,
        abri chamado|reclamacao|protocolo, mandei email|mensagem|dm|varias, enviei email|varios|mensagem,
        estou a tentar, estou tentando, to tentando, varias vezes, cancelei
    """,
    "not_come": """
        tecnico nao|marcou|faltou|sumiu, marcou desmarcou, marcaram e, fiquei o dia,
        dia inteiro|todo esperando, passei o dia, onibus nao|simplesmente, nao passa mais, comboio suprimido,
        suprimido, ninguem apareceu, nao aparece
    """,
}
