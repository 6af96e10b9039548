"""Spanish cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrase_matcher.py`."""

CLASSES = {
    "deny": "no, nada, poco",
    "i": "yo, nosotros, estoy, soy, estamos, me, nos",
    "you": "ustedes, vosotros, vuestro, vuestra, vuestros, vuestras, su, sus, usted, tu, tus, os",
    "be": "es, son, esta, estan, era, eran, fue, fueron, sigue, llego, llega, llegaron, viene, vino, ha",
    "it": "esto, eso, todo, este, ese, aquello, ambos",
    "my": "mi, mis, nuestro, nuestra",
    "a": "un, una, el, la, los, las, mi, mis, de, con, en, por, nuevo, nueva, del, al",
    "link": """
        en, de, del, a, al, por, para, con, sin, y, o, pero, que, como, cuando, donde, porque, si, no, ya, es,
        son, esta, estan, tiene, tienen, hay, me, nos, os, se, el, la, los, las, un, una, mi, mis, gracias,
        hola, favor, solo, siempre, hoy, ayer, desde, hasta, muy, mas, ha, han, puede, pueden, podeis
    """,
    "life": """
        dia/s, clima, tiempo, lluvia, nieve, domingo, lunes, martes, miercoles, jueves, viernes, sabado,
        manana, tarde, noche/s, semana, finde, ano, invierno, verano, otono, primavera, pelo, corazon,
        rodilla/s, pies, cabeza, voz, jefe, jefa, vida, humor, examen, fiesta, trafico, mundo, pelicula,
        libro, chiste/s, risa, noticias, cine
    """,
    "sure": """
        averiado, averia, defectuoso, defectuosa, reembolso, devolucion, estafa, estafadores, fraude,
        ladrones, inaceptable, indignante, pesimo, pesima, pesimos, vergonzoso, verguenza, incompetentes,
        ineptos, inutiles, decepcionado, decepcionada, decepcionante, decepcion, maleducado/s, grosero/s,
        reclamo/s, reclamacion, queja/s, incidencia/s, cobraron, cobrado, extraviado, extraviada, caducado,
        retrasado, retraso/s, demora/s, lamentable, deplorable, malisimo, malisima, danado, danada, roto,
        rota, rotos, mentirosos, enganan, harto, harta, indignado, arreglen, solucionen, hackeado, bloqueado,
        bloqueada, cancelaron, falla, fallando, fallas, exijo, horrible, terrible, mal, peor, imposible,
        equivocado, equivocada, caro
    """,
    "not": "no, nunca, jamas, sin, ni, tampoco, nada, nadie, ningun, ninguna",
    "unit": "minuto/s, min, hora/s, hrs, dia/s, semana/s, mes/es, ano/s, noche/s",
    "many": """
        un, una, dos, tres, cuatro, cinco, seis, siete, ocho, diez, varias, varios, muchas, muchos, media,
        nueve, once, doce, quince, veinte, treinta, cuarenta, cincuenta
    """,
    "work": """
        funciona/n/ba/r, carga/n/r, abre/n/r, conecta/r, sirve/n, responde/n, deja/n, permite/n, entra/r,
        anda, reconoce, actualiza/r, puedo, podemos
    """,
    "arrive": "llega/n/do, llego, recibo, recibi, recibido, aparece, entregado/s, enviado",
    "answer": """
        contesta/n, contestan, responde/n/r, respondio, respondido, contestado, atiende/n, ayuda/n,
        soluciona/n, resuelve/n
    """,
    "goods": """
        app, aplicacion, web, pagina, cuenta, pedido, paquete, envio, tarjeta, factura, internet, senal,
        linea, red, telefono, movil, celular, vuelo, maleta/s, equipaje, tren, habitacion, comida, reserva,
        compra, dinero, servicio, pago, contrasena
    """,
    "fault": """
        problema/s, fallo/s, error/es, queja/s, espera/s, cola/s, colas, fila/s, retraso/s, demora/s,
        averia/s, lio/s, pega/s, vueltas, drama/s, complicacion, complicaciones, discusion, discusiones,
        ruido/s, corte/s, estres, sorpresas, papeleo/s, burocracia, rodeos, trampa, trampas, letra, cargos,
        recargos, coste/s, costo/s, esperas, preguntas, reclamo/s, incidencia/s, susto/s, contratiempo/s,
        agobio/s, prisas, dolor, dolores, molestia/s, miedo, nervios, rechistar, protestar, quejarse,
        regatear, titubear
    """,
}

CUES = {
    "chasing": """
        sigo esperando, seguimos esperando, alguna novedad, alguna noticia, novedades, hay alguien, hola hay,
        alguna respuesta, mirad los|el dm/s|md, revisen su|el dm, 0/10, cero estrellas, wtf, 0 de 5|10,
        1 de 5|10, 0/5, 1/5, increible, respondan, contesten, respondeme, responded, dia {num}, sin respuesta,
        estoy esperando, en serio, todavia nada, aun nada, sigo sin nada, y bien
    """,
    "idiom": """
        romper|rompio|rompiendo|rompimos|rompe el hielo, rompio|rompi mi record, romper a reir|llorar,
        corazon roto, roto el silencio, muerto/a/s de risa|hambre|sueno|amor|frio, me muero de|por, me parto,
        no puedo|podemos parar|dejar de comer|beber|mirar|escuchar|reir|leer|sonreir|usar,
        no puedo parar|dejar|vivir|esperar|resistirme|mas que|evitar|dormir, no puedo con tanta,
        no puede faltar|ser mas, no paro de, no puedo dejar de, no me canso de, no me cansare, no veo la hora,
        te|os|les echo de menos, falta me|nos hacia, hace falta un|mas, solo falta|faltaba,
        faltan dias|semanas|dos|tres|pocos|nada, que no falte/n, perdido en|entre un|una|el|la|mis|sus,
        perdi la cuenta|voz|apuesta|cabeza|nocion, perdidos en, perdido de vista,
        esperando el|la|al|que autobus|bus|tren|verano|fin|finde|navidad|llegue|primavera|viernes,
        espero que todos|os|sigan|tengan, espero con, esperando a mi|que, la espera valio|merecio,
        hace frio|calor|sol|buen|anos, hace un dia|sol|frio, hace {num} anos que,
        llevo anos|toda|mi|puesto|puesta, llevo la|el|mis|unos, desde hace anos, tarde de|con|en|para,
        buenas tardes, por la tarde, mas vale tarde, tarde o temprano, a fuego lento, domingo lento,
        lento pero, paso lento, parada de, siempre mi|es|un|vuelvo|en, como siempre, cada vez que|mas,
        otra vez domingo|viernes|lluvia|navidad|aqui, de nuevo aqui|en|juntos, no esta mal, nada mal,
        mal tiempo, mal dia, menos mal, mal de amores, mala suerte|hierba, malo es que se|termina,
        lo peor es|de que|las vacaciones, el peor dia, que locura|barbaridad, de puta madre, la hostia,
        joder que bueno|rico|bien, que rabia, triste que se|acabe,
        por que esta|estan|sois|es|son tan rico|rica|ricos|buenos|bueno|buena|bonito|adictivas, por que no,
        no hay nada mejor|como, nada como|mejor|que, nadie hace|como, sin prisa/s,
        sin ti|mi|mis|azucar|filtros|planes|palabras|duda|parar, ni una nube|duda, sin luz pero|y, un robo de,
        cargo con, en el caso, caso cerrado, de cara a, dar|doy la cara, ver tu cara, cuenta atras,
        toma mi dinero, mi dinero en, un problema tengo con|y, tengo un problema con|y,
        mi problema es|con que, problemas del primer, caida de, cae la|el noche|sol, caen las|hojas,
        bateria de cocina|cargada, carga la|las pilas
    """,
    "rescue": """
        me salvo, salvo el dia, me salva, salvo la|mi|nuestra, lo arreglo todo, lo arregla todo, lo cura todo,
        me alegro el|la|mi, me animo, al rescate, me alegra el, me reconforto, menos mal que
    """,
    "turn": """
        pero, entonces, hasta que, al menos, por lo menos, por suerte, menos mal, gracias a dios, asi que,
        luego, ahora
    """,
    "fault_free": """
        nunca un|ningun problema, nunca me ha|han|dio fallado|dado|problemas|un,
        nunca tuve|tuvimos|he|hemos ... problema/s, ni un problema|fallo|error|rasguno|ruido,
        ni un solo problema|fallo, cero problemas|quejas|fallos, sin un|ningun|problemas problema|fallo,
        jamas me ha|ha fallado|roto, no me ha fallado nunca|ni, nunca falla, no se ha roto|estropeado,
        sin quejas
    """,
    "broken": """
        roto, rota, rotos, rompio, se rompe, danado, danada, averiado, averia, defectuoso, defectuosa,
        caducado, podrido, quemado, se cuelga, se bloquea, se cierra, se apaga, sucio, sucia, cucarachas,
        explotado, en mal estado, gotea, mojado, mancha/s, pelos
    """,
    "fails": """
        {not} ... {work}, ha dejado de funcionar, dejo de funcionar, caido, caida, se cayo, falla, fallando,
        fallas, fallo, fallos, fuera de servicio, sin funcionar, {not} hay manera, imposible,
        cero|0 cobertura|rayas|rayitas|senal|barras|megas, una rayita
    """,
    "cant": """
        no puedo, no podemos, no me deja, no nos deja, no me permite, no logro, no consigo, no he podido,
        imposible
    """,
    "problem": """
        problema/s, error/es, inconveniente/s, desastre, caos, equivocado, equivocada, equivocacion,
        incidencia/s, reclamo/s, reclamacion, queja/s
    """,
    "missing": """
        falta, faltan, perdido, perdida, perdieron, {not} ... {arrive}, donde esta mi, donde estan mis,
        desaparecido, me robaron, extraviado, extraviada, se os olvid*, se les olvid*
    """,
    "delay": """
        retraso/s, retrasado, demora/s, demorado, tarde, lento, lenta, lentitud, cancelado, cancelada,
        cancelaron, varado/s, atrapado/s, atrasado, tarda, tardan, lento/s, lenta/s, lentisim*
    """,
    "waiting": """
        esperando, espero, espera, llevo, llevamos, llevo esperando, desde hace, desde ayer, desde el lunes,
        en espera, cuanto mas, hasta cuando
    """,
    "elapsed": "{num} {unit}, {many} {unit}, hace {num} {unit}, mas de {num} {unit}",
    "still": "todavia no, aun no, sigo sin, seguimos sin, sigue sin, siguen sin, todavia, aun, ya no, sigo",
    "no_answer": """
        nadie ... {answer}, {not} ... {answer}, sin respuesta, ninguna respuesta, no hay respuesta,
        me ignoran, ignoran, me cuelgan, me colgaron, no cogen el telefono, no dan respuesta, no dan solucion,
        sin solucion, silencio, ni idea, ni puta idea, ni zorra, no tienen ni idea, no saben nada
    """,
    "again": """
        otra vez, de nuevo, nuevamente, cada vez, tercera vez, segunda vez, varias veces, una y otra vez,
        continuamente, todos los meses
    """,
    "money": """
        me cobraron, me han cobrado, cobrado, cobro/s, cobran, reembolso, devolucion, mi dinero, devuelvan,
        compensacion, doble cargo, cargo
    """,
    "price": "caro, cara, carisimo, robo, estafa, abuso, atraco, subida de precio",
    "awful": """
        pesimo, pesima, pesimos, terrible, horrible, malisimo, malisima, asco, asqueroso, verguenza,
        vergonzoso, inaceptable, lamentable, fatal, basura, inutiles, incompetentes, ridiculo, peor, lo peor,
        el peor, la peor, indignante, penoso, deplorable, ineptos
    """,
    "bad": "mal, malo, mala, malos, peligroso, injusto, deficiente, mala atencion, mal servicio",
    "upset": """
        decepcion, decepcionado, decepcionada, decepcionante, enfadado, enojado, frustrante, molesto, molesta,
        harto, harta, cansado, indignado, triste, cabreado
    """,
    "rude": "maleducado/s, grosero/s, grosera, falta de respeto, mal trato, maltrato, prepotente",
    "swearing": "mierda, puta, puto, joder, cono, carajo, cabrones, gilipollas, pendejos, wtf",
    "lies": """
        mentira/s, mentirosos, mienten, engano, enganan, estafadores, estafa, fraude, ladrones, prometieron,
        me dijeron, publicidad enganosa, se supone
    """,
    "churn": """
        nunca mas, no vuelvo, no volvere, me cambio, cambiarme, me doy de baja, darme de baja, dar de baja,
        cancelar mi, no recomiendo, eviten, no compren, ultima vez
    """,
    "service": "atencion al cliente, servicio al cliente, servicio tecnico, call center, soporte",
    "ruined": """
        perdi, perdimos, arruinaron, arruinado, perdida de tiempo, tuve que, tirado, tirados, mis vacaciones
    """,
    "absent": """
        sin luz, sin agua, sin internet, sin senal, sin servicio, sin conexion, sin linea, no hay luz,
        no hay agua, no hay internet, no hay servicio, sin stock
    """,
    "spam": "spam, bloquearon, bloqueado, bloqueada, dejen de llamar, llamadas, suspendida, hackeado",
    "demand": """
        no pido mas que, no pido mas de, arreglen, arreglar, solucionen, solucion, solucionar, exijo,
        quiero mi, necesito que, resuelvan, hagan algo, urgente, expliquen
    """,
    "help": "ayuda, ayudenme, me ayudan, ayudame, pueden ayudarme, necesito ayuda",
    "why": "por que, porque no, que pasa con, que paso con, que esta pasando, como es posible, hasta cuando",
    "owed": """
        cobraron|cobrado|cobrar dos veces|doble, dos cargos, quiero|queremos mi|nuestro dinero|reembolso,
        devolvedme|devuelvanme el|mi dinero, devuelvan mi|el dinero, arreglad|arreglen la|vuestra|su
    """,
    "shock": "increible que, en serio, no puede ser, es increible, vaya tela, es el colmo, el colmo",
    "sarcasm": """
        gracias por nada, gracias por perder|arruinar|cancelar|dejarme|hacerme, bravo, muy bien gracias por no
    """,
    "tried": """
        he llamado, llame, llamando, he escrito, escribi, reclame, intento, intentado, llevo intentando,
        hable con, me comunique
    """,
    "praise": """
        excelente, genial, increible, encanta, encantan, encantado, maravilloso, maravillosa, perfecto,
        fantastico, buenisimo, felicidades, felicitaciones, recomiendo, los mejores, el mejor, la mejor,
        delicioso, amo, encantada/s, encantados, maravilla/s, joya, que ganas, que bien, que bueno,
        que alegria, que ilusion, que bonito|bonita|guapo|guapa, que maravilla, no pido mas,
        no puedo pedir mas, no se puede pedir mas, que mas se puede pedir, nada que objetar,
        no lo|la cambio por nada, como nuevo|nueva, {not} queja/s, ni una queja, una queja menos,
        no queriamos irnos|volver|marcharnos, no queria irme|volver, sin vosotros|ustedes,
        si no es por|llega a ser por, ni un|una plato|vaso|copa|rasguno|rayon|hoja,
        se ha hecho|hizo clienta|cliente|fan, sacaron de un|del, saco de un|del apuro, sacaron del apuro,
        deberia dar clases, flotando, en una nube,
        como recien comprado|comprada|salido|estrenado|estrenada|pintado, 20/10, 11/10, 12/10, 15/10, 100/10,
        1000/10, 10/10, 11 de 10, 20 de 10, sonri*, ganado un|una|otro|otra cliente|clienta|fan,
        clienta|cliente para siempre|toda, les|le|me|nos chifla|vuelve loco|vuelve loca|vuelven,
        se nota el|que le|lo ponen|hacen|poneis, hecho con amor|carino|mimo, hechas con amor|carino|mimo,
        ponen ganas|corazon|carino, ponen mucho carino, les|le|me|nos|os chifla/n
    """,
    "mild_praise": """
        bueno, buena, buen, bien, feliz, amable/s, rapido, rapida, contento, contenta, agradezco, me gusta,
        no tengo palabras, sin palabras, me quedo sin palabras, sorprendid* para bien
    """,
    "thanks": """
        gracias, muchas gracias, mil gracias, se agradece, gracias por la|su|tu|vuestra ayuda,
        gracias por ayudar/me/nos, por la ayuda, por su|vuestra|tu ayuda, agradecid* por
    """,
    "resolved": """
        ya funciona, solucionado, resuelto, arreglado, ya llego, ya esta, ya esta en casa|bien,
        de vuelta en casa, ya estamos en casa
    """,
    "polite": """
        hola, buenos dias, buenas tardes, buenas noches, buenas, saludos, ok, vale, si, listo, md, dm, enviado
    """,
    "howto": """
        como puedo, como hago, como se, se puede, puedo, tienen, hay alguna, es posible, quisiera saber,
        queria saber, me gustaria saber, a que hora, que horario, cuanto cuesta, donde puedo, alguien sabe
    """,
    "chase": "cuando, cuando llega, cuando estara, alguna novedad, hay noticias, para cuando",
    "question": "cual, cuanto, donde, quien, pueden, podrian, podeis, que tal, que talla, como es",
    "wish": """
        deberian, ojala, estaria bien, seria genial, sugerencia, propongo, por favor pongan,
        por favor traigan, me gustaria que
    """,
    "worry": "preocupado, preocupada, preocupa, es seguro",
    "please": "por favor, porfa, porfavor",
    "promo": "sorteo, gana, concurso, rt, oferta, descuento, promocion, enlace en la bio",
    "prize": """
        has ganado, ha ganado, ganaste, reclama tu|su premio|regalo, premio gratis, gana dinero, dinero facil,
        sin riesgo, gana {num}
    """,
    "brand_voice": "lamentamos, escribenos por dm, nuestro equipo, estamos para ayudarte",
    "negation": "no, nunca, sin, nadie, nada",
    "first": "yo, mi, mis, me, nos, nuestro, nuestra",
    "second": "ustedes, vosotros, su, sus, vuestro, vuestra, tu, usted, vuestros",
    "mine": "mi, mis",
    "my_goods": "mi {goods}, mis {goods}",
    "your_goods": "su {goods}, vuestra {goods}, vuestro {goods}",
    "goods": """
        app, web, cuenta, pedido, paquete, tarjeta, factura, internet, linea, vuelo, maleta, tren, reserva
    """,
    "conditional": "si se rompe|estropea|dana|averia|moja|pierde|descose, en caso de, por si, si acaso",
    "contrast": "pero, aunque, sino, solo, ahora",
}

FLAGS = {
    "urgent": """
        me cobraron dos veces, doble cobro, cobrado dos veces, me robaron, robaron mi cuenta, cuenta hackeada,
        me hackearon, hackeado, cargo no autorizado, peligro, peligroso, herido, herida, incendio, fuego,
        fuga de gas, intoxicacion, hospital, varado/s, tirados en, abogado/s, denuncia, denunciar, consumidor,
        profeco, facua, tercera vez que, urgente, hoy mismo
    """,
    "wants_follow": """
        sigueme, siganme, seguidme, me siguen, me sigues, me pueden seguir, pueden seguirme, follow back,
        no puedo enviarles dm|md, no me deja enviar dm|md, me podeis|puedes|podrian|podriais|podrias seguir,
        podeis|puedes|podrian|podriais|podrias seguirme, me seguis, me sigan, que me sigais|sigan|sigas,
        seguir ... mandar/os/les/te ... dm|md|privado|mensaje,
        seguir ... enviar/os/les/te ... dm|md|privado|mensaje, necesito que me sigan|sigais|sigas,
        sigueme ... dm|md, seguirme para
    """,
    "churn": """
        me cambio a, cambiarme a, me doy de baja, darme de baja, cancelar mi cuenta|contrato|suscripcion,
        nunca mas, no vuelvo a, no volvere, ultima vez que
    """,
    "advocacy": """
        recomiendo, les recomiendo, os recomiendo, se los recomiendo, deberias probar, prueba con, prueben
    """,
}
