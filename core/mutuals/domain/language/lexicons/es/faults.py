"""Spanish words and stems of faults that small talk does not have: each counts wherever it stands."""

SURE = {
    "broken": """
        averi*, defectuos*, estropead*, estropeo, danad*, descompuest*, descompuso, malograd*, rajad*,
        oxidad*, podrid*, cucaracha*, gusano/s, moho, agrietad*, descosid*, aplastad*, golpead*, manchad*,
        inservible/s, se traba, se tilda, se congela, se queda colgad*|congelad*|pillad*, se desconecta,
        se desconfigur*, hecho|hecha|hechos pedazos|trizas|polvo|asco, no enciende|prende|arranca,
        pantalla negra|azul|rota, viene|vino|llego|llega|vienen|llegaron roto|rota|rotos|rotas,
        viene|vino|llego|llega|vienen|llegaron abierto|abierta|golpeado|mal|frio,
        viene|vino|llego|llega|vienen|llegaron fria|vacio|vacia|incompleto|sucio,
        viene|vino|llego|llega|vienen|llegaron sucia|mojado|equivocado|otra|otro, mala calidad,
        de pesima calidad, crudo|cruda por dentro, en malas condiciones, pelo en la|el,
        se rompio a|al|en|la|el|sola|solo, se me rompio|estropeo|dano|descompuso|jodio, chamuscad*, rancio/s,
        rancia/s, se despeg*, despegad*, se cayo el|la|a, se descose*, se deshizo, se deshace, se desarm*,
        se desintegr*, hecha un|una asco, helad*, congelad* en|de, frio como, blandengue, correoso, duro como,
        chicloso, con moho, mohos*, huele a, olia a, sabe a, sabia a,
        venia abierta|abierto|roto|rota|mal|sin|con, llego abierta|abierto|sin|con, rotura/s, agujero/s,
        chispas, cortocircuito, un pelo, pelos en, oxidado, sin garantia, de regalo un pelo, apretujad*,
        como sardinas, sardinas, a oscuras, aire apagado, sin aire
    """,
    "fails": """
        no furula, no tira, no jala, no agarra, no anda, no va, no va bien, no van, no rula,
        dejo de andar|ir|cargar|responder|servir, da|me|dando error, sale|sigue|aparece error, crashe*, bug/s,
        bugue*, se corta/n, se cae/n, se cierra sol*, se reinicia, intermitent*, no pasa de|la, se queda en,
        funciona mal|fatal|cuando quiere|a ratos, va fatal|mal|lento|lentisimo|a pedales|como el culo, petad*,
        petando, cay* el sistema, no hay sistema, no carga*, no abre*, no responde*, no funciona*, se cierra,
        se me cierra, se cerro, me echa de, me saca de|todo, me expulsa, no cargo ni, no carga ni,
        no llega ni, parad*s otra vez|en|otra, tirad*s en, en mitad de la nada, lucecita, luz roja,
        lo dejo peor, peor que antes, pixel*, se ve|oye|escucha fatal|mal|borroso, suena fatal|mal|como,
        ni abre, ni carga, ni funciona, ni entra, mb de|reales, megas y, megas de los, sin luz, sin agua,
        sin internet, sin senal, sin servicio, sin conexion, sin linea, sin datos, sin gas, sin stock,
        sin calefaccion, sin cobertura, sin wifi, sin telefono, sin sistema, sin saldo, sin efectivo,
        no hay luz|agua|internet|servicio|senal|stock|existencias|sistema|nadie|cobertura|wifi,
        no tengo internet|luz|servicio|linea|senal|agua|cobertura|wifi|conexion,
        no tenemos internet|luz|servicio|linea|senal|agua
    """,
    "cant": """
        no hay forma|manera|modo, no me aparece, no me sale, no me carga, no me abre,
        no me llega|llegan|llego, ni para|siquiera puedo,
        no se puede entrar|acceder|pagar|comprar|usar|hacer|abrir|hablar|llamar,
        no me dejan cancelar|darme|salir|irme|devolver|cambiar|entrar, un secuestro, mision imposible,
        una odisea, ni con|a tiros
    """,
    "problem": """
        desastr*, chapuza/s, caotic*, despropositos, quilombo, despelote, desorden, desmadre, un lio
    """,
    "missing": """
        no ha llegado, no han llegado, no me ha|han llegado, no me lleg*, nunca lleg*, no lleg*, extravi*,
        incomplet*, falta/n la|el|un|una|mi|parte|producto|productos|cosas|piezas, faltaban, me falta/n,
        no lo|la|los|las he recibido, no recib*, sin recibir*, no entreg*, no me entreg*, nunca entreg*,
        como|por entregado|entregada|recibido, no aparece*, donde esta|estan|anda|quedo mi|mis|el|la,
        perdieron, han perdido, me perdieron, robaron, no envi*, no han enviado, sin noticias, no hay rastro,
        desaparec*, ni rastro, olvidaron, os habeis olvidado, se perdio, se perdieron, borraron, se borr*,
        borrado todo|mis, desaparecio, desaparecieron, nadie vino, aca no vino, no vino nadie,
        no han traido|venido|aparecido, caducaron, ha volado, evaporado, esfumado, a la mitad, con la mitad,
        por la mitad, media vacia, medio vacio, menos de la mitad, de otra persona, de otro cliente,
        de otro pedido, la de otro|otra, el de otro|otra, con otro nombre, a nombre de otro|otra, del vecino,
        a medias, llego a medias, la mitad de, solo la mitad, sin la mitad
    """,
    "delay": """
        retras*, demor*, atrasad*, atraso/s, tardaron, tardan, tardanza, pospuest*, reprogram*, varad*,
        dejaron plantad*, sin aviso, sin avisar, sin previo aviso, cancelaron, han cancelado, lentisim*,
        una eternidad, eternidad, llego|llega|llegaron tarde,
        tarda|tardo|tardaron siglos|horas|mucho|demasiado
    """,
    "waiting": """
        sigo|seguimos|llevo|llevamos|estoy esperando, horas esperando, dias esperando, meses esperando,
        semanas esperando, esperando respuesta|solucion|reembolso|que|hace|desde,
        esperando una|la|mi|el respuesta|solucion|reembolso|paquete|pedido|llamada|tecnico,
        me tienen esperando, en espera, {num} {unit} esperando, {many} {unit} esperando, cuanto mas|tiempo,
        hasta cuando, eternas horas,
        llevo toda|todo|un|una|dos|tres|desde|mas|dias|meses|semanas|horas|casi|media,
        llevamos toda|todo|un|una|dos|tres|desde|mas|dias|meses|semanas|horas,
        lleva un|una|dos|tres|mas|meses|semanas|dias mes|meses|semanas|semana|de, vamos por el|la,
        hace {num} {unit} que, hace {many} {unit} que, sentados en,
        desde el lunes|martes|miercoles|jueves|viernes|sabado|domingo|mes|ano|dia,
        desde enero|febrero|marzo|abril|mayo|junio|julio|agosto,
        desde septiembre|octubre|noviembre|diciembre|ayer|anteayer|hace|las
    """,
    "no_answer": """
        no contest*, no respond*, no me contest*, no me respond*, nadie contest*, nadie respond*,
        nadie atiend*, nadie ayud*, nadie sabe, nadie dice nada, nadie da, nadie me|nos, nadie se, ignor*,
        en visto, ni caso, pasan de mi|nosotros|todo, ni puto caso, dan|dando largas, me marean, pelotean,
        peloteo, me pasan de|con, me transf*, contestador,
        ni una respuesta|explicacion|disculpa|llamada|palabra,
        no dan explicac*|razon|la cara|respuesta|solucion, respuestas automaticas, respuesta automatica,
        un bot, un robot, se desentiend*, lavan las manos, se hacen cargo|responsables, hace cargo,
        no hacen nada, no hacen caso, no ayudan, no solucion*, no resuelv*, sin soluci*, cuelgan, colgaron,
        caso omiso, brillan por su ausencia, herodes a pilatos, de un lado a|para, a otro numero|departamento,
        que llame aqui|alla, se pasan la pelota, se tiran la pelota, nadie sabe nada|decirme, nadie hace nada,
        sin que nadie, ni mu, ni una palabra, ni disculpa, ni una disculpa, ni un perdon,
        ni un mensaje|mensajito|correo|aviso, ni un triste, ni avisan, ni avisaron, ni avisar, no avisan,
        no avisaron, no informan, un link, a la faq, grabacion, musiquita, opcion 1, marque 1, cuelgan.,
        me colgaron|cuelgan, me corta*
    """,
    "again": """
        una vez mas, por tercera|segunda|cuarta|enesima|quinta vez, enesima vez, siempre lo mismo,
        siempre igual, van {num} veces, van ya, ya van, ya es la, cada dos por tres, {num} veces,
        {many} veces, vuelve a fallar|pasar|ocurrir, para variar
    """,
    "money": """
        cobraron, cobrand*, han cobrado, ha cobrado, me cobr*, nos cobr*, les cobr*, cobro indebido|doble,
        cobro de mas, reembols*, devolucion*, me deben, nos deben, comision*, recargo/s, descontaron, debit*,
        sin mi autorizacion, no autoric*, cobro/s no autoriz*, mi plata, mi lana, mi pasta, nuestro dinero,
        me sac* dinero, me quitaron, doble cargo, factura de|mal|equivocada, me clavaron, me han clavado,
        clavaron, me sablea*, sablazo, al triple, al doble, el triple, el doble, encima pagar,
        encima tengo que|hay, pague yo, paga y calla, gastos de, un seguro que, que jamas pedi|contrate,
        que no pedi|contrate|solicite, dieron de alta, alta sin, me bajaron, se llevaron, en la caja, en caja
    """,
    "price": """
        carisim*, abusiv*, precio/s abusivo/s, sobreprecio, timo, clavada, desorbitad*, ojo de la cara,
        suben el precio, subieron el precio|los|la, sube el precio, subida/s de, robo a mano, un robo,
        que robo, demasiado caro|cara, muy caro|cara, tan caro|cara, pagando tanto, pagar por, sacacuartos,
        a precio de oro, no vale lo que, no lo|la vale, subieron el plan|precio|todo, han subido,
        habeis subido, nos suben, me suben, me han subido, un {num} mas, {num} mas caro, dos euros por,
        pavos que, pavos por, euracos, euros por un|una|unas, pesos por un|una|unas
    """,
    "awful": """
        os reis de, se rien de nosotros, largas y mas, tire el dinero, me quiero ir,
        pesim*, horribl*, horroros*, malisim*, asqueros*, vergonz*, verguenza, inacept*, inadmis*, intoler*,
        lamentabl*, inutil*, incompet*, ineptitud, inept*, indignant*, indignacion, penos*, deplorabl*,
        patetic*, nefast*, porqueri*, chafa, bochorn*, da|dan pena|asco|verguenza,
        que asco|verguenza|desastre|porqueria|mierda|timo, tercermund*, inconceb*, no hay derecho,
        infumable/s, deja/n mucho que desear, tomadura de pelo, toman|tomando el pelo, se burlan, una burla,
        falta de seriedad, poca seriedad,
        falta de profesionalidad|profesionalismo|respeto|consideracion|empatia, un calvario, una odisea,
        una pesadilla, un infierno, viacrucis, un suplicio, no sirven para, no sirve para,
        peor servicio|empresa|compania|aerolinea|experiencia|atencion|que, la peor,
        el peor servicio|banco|operador, cutre/s, cero estrellas, una mierda, mierda de, de mierda,
        puta mierda, una basura, son un asco, sinverguenza/s, caraduras, jeta, morro, impresentabl*,
        negligen*, irresponsab*, de coña, descaro, descarad*, atropello, ultraje, surrealista,
        menuda broma|chapuza|basura|panda|empresa|vergüenza|verguenza|gestion|atencion|tomadura, una broma,
        de chiste, cachondeo, un cachondeo, de risa, un despropósito, un desproposito, un sinsentido,
        sin pies ni cabeza, un desmadre, una locura de, de juzgado, de verguenza,
        no hay quien os|los|entienda|aguante|se, no hay dios que, no hay por donde, de mal en, dejan tirado,
        tirados como, brillan por, no tienen verguenza|perdon|nombre|madre, no tiene nombre|perdon|verguenza,
        manda cojones|narices, el timo del, a ver si aprenden|espabilan, para llorar, es de traca,
        apaga y vamonos, lavaros las
    """,
    "bad": """
        deficient*, injust*, mediocr*, mal servicio, mala atencion|experiencia|gestion, muy mal, fatal,
        muy malo|mala, mal hecho, mal todo, tan mal, que mal, qué mal servicio|trato, cada vez peor,
        va a peor, de mal en peor, ha empeorado, insipid*, incomible/s, grasient*, quemad*
    """,
    "upset": """
        decepcion*, enfadad*, enojad*, enojo, frustra*, indignad*, cabread*, cabreo, furios*,
        me tienen harto|harta|hasta, hart*, encabron*, emputad*, desesper*, arrepient*, arrepent*, insatisf*,
        descontent*, hasta las narices|los|el|la gorro|huevos|cojones|madre|coronilla, hasta la madre,
        hasta los cojones|huevos, que coraje|bronca|decepcion|impotencia, impotencia, mala leche,
        se me acaba la paciencia, me da rabia, no aguanto mas, ya no aguanto, ya no se que hacer,
        ya estoy cansado|cansada, hasta el mono|gorro|cono|pie, hasta las narices|pelotas|cejas,
        hasta la coronilla|punta, me sacan de|quicio, sacan de quicio, de los nervios, me hierve la sangre,
        hierve la sangre, estoy que trino|muerdo, me llevan los demonios, la gota que, colmo la paciencia,
        colmar la paciencia, no puedo mas, esto ya es, ya me canse, ya estuvo, ya ni la
    """,
    "rude": """
        maleducad*, groser*, malos modos, mala educacion, malas maneras, mala cara, malas caras, prepotent*,
        arrogant*, antipatic*, me grit*, gritarme, me trat* mal|fatal|como|de, nos trat* mal|fatal|como|de,
        trato pesim*, trato horrible|fatal|denigrante, mal trato, despot*, soberbi*, altaner*, malhumorad*,
        desagradable/s, mal encarad*, muy borde/s, me insult*, se rio de|en, se rieron de|en, discrimin*,
        humill*, nos hablo como, me hablo como, me contesto mal, me contesto de, como si fuera|le|les|nos,
        me miro mal, con desprecio, despreci*, desprecio, de malas, de mala gana, ni me miro, me colgo,
        se burlo, no me dejo hablar, me mando a
    """,
    "lies": """
        mentir*, mentiroso/s, mienten, enganos*, enganad*, enganar*, estaf*, fraud*, timad*, timo, ladron*,
        prometieron, promet* y|que, no cumpl*, incumpl*, me aseguraron, no es lo que, no coincid*,
        nada que ver con, no corresponde*, publicidad falsa|enganosa, oferta falsa, falsas promesas,
        letra pequena|chica, rateros, chorros, sacaplata, trampa, vivisimos, vivos, picaros,
        pasarse de listos, se pasan de, decia {num}, ponia {num}, anunciaba/n, en la web pone|decia|ponia,
        resulta que, tan solo era, letra pequeña, gato por liebre, me la han|colaron|liaron|jugaron,
        me han|nos timado|enganado|estafado|tangado, tangad*, tangar, tima/n, me tomaron el|por,
        toman por tonto|tontos|idiota, por tonta, por tonto, cara de tonto|tonta, prometen el oro, el oro y,
        mucho ruido
    """,
    "churn": """
        nunca mas, no volvere|volvemos|vuelvo|volveremos, no pienso volver, no compren, no contrat*,
        no lo|la|los|las recomiendo, no recomiendo, no recomendable/s, eviten, huyan, huid, hasta nunca,
        jamas vuelvo|volvere, perdieron|perdeis|han|pierden un|una cliente|clienta, ultima vez que, adios a,
        me cambio, me paso a, la competencia, darse de baja, portabilidad
    """,
    "service": """
        atencion al client*|usuario|publico|pasajero, servicio al cliente|tecnico, servicio de atencion,
        call center, teleoperador*, operador/a/es, linea de atencion
    """,
    "ruined": """
        arruin*, perdida de tiempo, perdiendo el tiempo, perder el|mi|tiempo tiempo, me quede sin,
        nos quedamos sin, me dejaron|dejaron|dejan|dejais sin|tirado|tirada|tirados,
        nos dejaron|dejan sin|tirados, por su culpa, por vuestra culpa,
        tuve|tuvimos que comprar|pagar|volver|esperar|llamar|ir|tirar, perdi el vuelo|tren|dia|dinero|trabajo,
        me jodi*, me fastidi*, tirar a la basura, a la basura, tire toda|todo|la, tuve que tirar,
        tirar toda|todo|la, sin cumple|boda|vacaciones|viaje, adios vacaciones, perdimos el|la,
        me perdi el|la, dormir en el, dormimos en, noche en el aeropuerto|suelo, en el suelo, por un dolor,
        tengo que ir|volver|pagar|llamar|comprar|hacer, tenemos que ir|volver|pagar
    """,
    "spam": """
        suplant*, hacke*, jaque*, phishing, no paran|dejan|paren de llamar|llamarme,
        dejen de llamar|enviar|mandar, me bloque*, cuenta bloquead*|suspendid*|cerrad*, bloquearon
    """,
    "demand": """
        exij*, exig*, arreglen, arreglad, solucionen, resuelvan, hagan algo, haced algo, den la cara,
        dad la cara, den una|alguna explicacion|solucion|respuesta, una explicacion, espabil*, ya esta bien,
        ya basta, basta ya, ponganse las pilas, pongan* a, devuelvan*, devolved*, quiero mi|una|que,
        queremos una|nuestro|que, necesito|quiero|espero una|alguna solucion|respuesta|explicacion,
        mover|muevan el, a ver si arregl*|solucion*|respond*|contest*|hac*|aprend*|pon*
    """,
    "why": """
        como puede ser, como es posible, se puede saber, que clase de, me pueden|podeis|puede explicar*,
        me explican|explica, expliquenme, a que esperan, que esperan, que estan esperando, que pasa|paso con
    """,
    "owed": """
        quiero mi dinero|reembolso|plata, devuelv* mi|el|lo, me devuelv*, no me devuelv*, no devuelv*,
        no me han devuelto|reembolsado|abonado|pagado, sin devolver*, me niegan, se niegan, nos niegan,
        no me reembols*, no reembols*, no quieren devolver*|cambiar*|hacerse, no aceptan, garantia no
    """,
    "shock": """
        es el colmo, el colmo, no doy credito, no me lo puedo creer, no lo puedo creer, no puede ser que,
        increible que, es increible que, alucino, alucinante que, manda huevos, manda narices, tiene narices,
        vaya tela, vaya verguenza, habrase visto, de locos, es un chiste, parece broma|chiste|mentira,
        es una broma, me parece increible|fatal|mal
    """,
    "sarcasm": """
        gracias por nada, gracias por perder|arruinar|cancelar|dejarme|hacerme|dejar|hacer,
        gracias por cobrarme|tenerme|ignorar|ignorarme|estropear|retrasar|otra, bravo por,
        enhorabuena por otra|volver|conseguir|cancelar|perder, felicidades por otra|volver|perder|cancelar,
        vaya servicio, menudo servicio, menuda verguenza|mierda|atencion|empresa, menudo desastre|timo,
        gran trabajo perdiendo|dejando, bonita manera|forma de, que buen servicio no,
        muy amables colgando|dejando, lo habeis bordado, de diez eh, todo bien no, que casualidad, q padre,
        que padre otra, ole por, ole vuestros, felicidades por, habeis conseguido que, han logrado que,
        lograron que, consiguieron que, todo chido, muy bonito todo, que maravilla de, gracias eh,
        gracias campeones, vaya lujo, menudo lujo, menuda joya, que detalle cobrar*|dejar*, al menos,
        un aplauso para
    """,
    "tried": """
        he llamado, llevo llamando, llamo y|a|pero, llame y|a, he escrito, les escrib*, os escrib*,
        he reclamado, he intentado,
        intente|intento entrar|pagar|llamar|contactar|comunicar*|cancelar|hacer|comprar,
        {num} llamadas|correos|mails|mensajes|intentos, {many} llamadas|correos|mails|mensajes|intentos,
        he abierto|puesto una|un reclamacion|queja|ticket|incidencia, puse una|un queja|reclamo|denuncia,
        mande|envie un|una|varios correo|mail|mensaje|foto|fotos
    """,
    "not_come": """
        quedaron de venir|en|que, quedaron en venir|llamar, iban a venir|llamar, tenian que venir,
        tenia que venir, iba a venir, dijeron que venian|vendrian|vendria|llamaban, no ha venido nadie|el,
        no hay tecnico, me dejo plantad*
    """,
}
