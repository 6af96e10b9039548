"""Spanish cue lists, without accents (`tokens.fold` takes them off). The notation is explained in `phrases.py`."""

CLASSES = {
    "not": """
        no, nunca, jamas, sin, ni, tampoco, nada, nadie, ningun, ninguna
    """,
    "unit": """
        minuto/s, min, hora/s, hrs, dia/s, semana/s, mes/es, ano/s, noche/s
    """,
    "many": """
        un, una, dos, tres, cuatro, cinco, seis, siete, ocho, diez, varias, varios, muchas, muchos, media
    """,
    "work": """
        funciona/n/ba/r, carga/n/r, abre/n/r, conecta/r, sirve/n, responde/n, deja/n, permite/n, entra/r,
        anda, reconoce, actualiza/r, puedo, podemos
    """,
    "arrive": """
        llega/n/do, llego, recibo, recibi, recibido, aparece, entregado/s, enviado
    """,
    "answer": """
        contesta/n, contestan, responde/n/r, respondio, respondido, contestado, atiende/n, ayuda/n,
        soluciona/n, resuelve/n
    """,
    "goods": """
        app, aplicacion, web, pagina, cuenta, pedido, paquete, envio, tarjeta, factura, internet, senal,
        linea, red, telefono, movil, celular, vuelo, maleta/s, equipaje, tren, habitacion, comida, reserva,
        compra, dinero, servicio, pago, contrasena
    """,
}

CUES = {
    "broken": """
        roto, rota, rotos, rompio, se rompe, danado, danada, averiado, averia, defectuoso, defectuosa,
        caducado, podrido, quemado, se cuelga, se bloquea, se cierra, se apaga, sucio, sucia, cucarachas,
        explotado, en mal estado, gotea, mojado
    """,
    "fails": """
        {not} ... {work}, ha dejado de funcionar, dejo de funcionar, caido, caida, se cayo, falla, fallando,
        fallas, fallo, fallos, fuera de servicio, sin funcionar, {not} hay manera, imposible
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
        desaparecido, me robaron, extraviado, extraviada
    """,
    "delay": """
        retraso/s, retrasado, demora/s, demorado, tarde, lento, lenta, lentitud, cancelado, cancelada,
        cancelaron, varado/s, atrapado/s, atrasado, tarda, tardan
    """,
    "waiting": """
        esperando, espero, espera, llevo, llevamos, llevo esperando, hace, desde hace, desde ayer,
        desde el lunes, en espera, cuanto mas, hasta cuando
    """,
    "elapsed": "{num} {unit}, {many} {unit}, hace {num} {unit}, mas de {num} {unit}",
    "still": """
        todavia no, aun no, sigo sin, seguimos sin, sigue sin, siguen sin, todavia, aun, ya no, sigo
    """,
    "no_answer": """
        nadie ... {answer}, {not} ... {answer}, sin respuesta, ninguna respuesta, no hay respuesta,
        me ignoran, ignoran, me cuelgan, me colgaron, no cogen el telefono, no dan respuesta,
        no dan solucion, sin solucion, silencio
    """,
    "again": """
        otra vez, de nuevo, nuevamente, siempre, cada vez, todos los dias, tercera vez, segunda vez,
        varias veces, una y otra vez, continuamente
    """,
    "money": """
        me cobraron, me han cobrado, cobrado, cobro/s, cobran, reembolso, devolucion, mi dinero, devuelvan,
        compensacion, doble cargo, cargo
    """,
    "price": "caro, cara, carisimo, robo, estafa, abuso, atraco, subida de precio",
    "awful": """
        pesimo, pesima, pesimos, terrible, horrible, malisimo, malisima, asco, asqueroso, verguenza,
        vergonzoso, inaceptable, lamentable, fatal, basura, inutiles, incompetentes, ridiculo, peor,
        lo peor, el peor, la peor, indignante, penoso, deplorable, ineptos
    """,
    "bad": """
        mal, malo, mala, malos, peligroso, injusto, deficiente, mala atencion, mal servicio
    """,
    "upset": """
        decepcion, decepcionado, decepcionada, decepcionante, enfadado, enojado, frustrante, molesto,
        molesta, harto, harta, cansado, indignado, triste, cabreado
    """,
    "rude": """
        maleducado/s, grosero/s, grosera, falta de respeto, mal trato, maltrato, prepotente
    """,
    "swearing": "mierda, puta, puto, joder, cono, carajo, cabrones, gilipollas, pendejos, wtf",
    "lies": """
        mentira/s, mentirosos, mienten, engano, enganan, estafadores, estafa, fraude, ladrones, prometieron,
        me dijeron, publicidad enganosa, se supone
    """,
    "churn": """
        nunca mas, no vuelvo, no volvere, me cambio, cambiarme, me doy de baja, darme de baja, dar de baja,
        cancelar mi, no recomiendo, eviten, no compren, ultima vez
    """,
    "service": """
        atencion al cliente, servicio al cliente, servicio tecnico, call center, soporte
    """,
    "ruined": """
        perdi, perdimos, arruinaron, arruinado, perdida de tiempo, tuve que, tirado, tirados,
        mis vacaciones
    """,
    "absent": """
        sin luz, sin agua, sin internet, sin senal, sin servicio, sin conexion, sin linea, no hay luz,
        no hay agua, no hay internet, no hay servicio, sin stock
    """,
    "spam": """
        spam, bloquearon, bloqueado, bloqueada, dejen de llamar, llamadas, suspendida, hackeado
    """,
    "demand": """
        no pido mas que, no pido mas de,
        arreglen, arreglar, solucionen, solucion, solucionar, exijo, quiero mi, necesito que, resuelvan,
        hagan algo, urgente, expliquen
    """,
    "help": "ayuda, ayudenme, me ayudan, ayudame, pueden ayudarme, necesito ayuda",
    "why": """
        por que, porque no, que pasa con, que paso con, que esta pasando, como es posible, hasta cuando
    """,
    "shock": """
        increible que, en serio, no puede ser, es increible, vaya tela, es el colmo, el colmo
    """,
    "sarcasm": """
        gracias por nada, gracias por perder|arruinar|cancelar|dejarme|hacerme, bravo,
        muy bien gracias por no
    """,
    "tried": """
        he llamado, llame, llamando, he escrito, escribi, reclame, intento, intentado, llevo intentando,
        hable con, me comunique
    """,
    "praise": """
        excelente, genial, increible, encanta, encantan, encantado, maravilloso, maravillosa, perfecto,
        fantastico, buenisimo, felicidades, felicitaciones, recomiendo, los mejores, el mejor, la mejor,
        delicioso, amo, encantada/s, encantados, maravilla/s, joya, que ganas, que bien, que bueno, que alegria,
        que ilusion, que bonito|bonita|guapo|guapa, que maravilla, no pido mas, no puedo pedir mas,
        no se puede pedir mas, que mas se puede pedir, nada que objetar, no lo|la cambio por nada, como nuevo|nueva,
        {not} queja/s, ni una queja, una queja menos
    """,
    "mild_praise": """
        bueno, buena, buen, bien, feliz, amable/s, rapido, rapida, contento, contenta, agradezco, me gusta
    """,
    "thanks": """
        gracias, muchas gracias, mil gracias, se agradece, gracias por la|su|tu|vuestra ayuda,
        gracias por ayudar/me/nos
    """,
    "resolved": "ya funciona, solucionado, resuelto, arreglado, ya llego, ya esta",
    "polite": """
        hola, buenos dias, buenas tardes, buenas noches, buenas, saludos, ok, vale, si, listo, md, dm,
        enviado
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
    "conditional": """
        si se rompe|estropea|dana|averia|moja|pierde|descose, en caso de, por si, si acaso
    """,
    "contrast": "pero, aunque, sino, solo, ahora",
}

FLAGS = {
    "urgent": """
        me cobraron dos veces, doble cobro, cobrado dos veces, me robaron, robaron mi cuenta,
        cuenta hackeada, me hackearon, hackeado, cargo no autorizado, peligro, peligroso, herido, herida,
        incendio, fuego, fuga de gas, intoxicacion, hospital, varado/s, tirados en, abogado/s, denuncia,
        denunciar, consumidor, profeco, facua, tercera vez que, urgente, hoy mismo
    """,
    "wants_follow": """
        sigueme, siganme, seguidme, me siguen, me sigues, me pueden seguir, pueden seguirme, follow back,
        no puedo enviarles dm|md, no me deja enviar dm|md, me podeis|puedes|podrian|podriais|podrias seguir,
        podeis|puedes|podrian|podriais|podrias seguirme, me seguis, me sigan, que me sigais|sigan|sigas,
        seguir ... mandar/os/les/te ... dm|md|privado|mensaje, seguir ... enviar/os/les/te ... dm|md|privado|mensaje,
        necesito que me sigan|sigais|sigas, sigueme ... dm|md, seguirme para
    """,
    "churn": """
        me cambio a, cambiarme a, me doy de baja, darme de baja, cancelar mi cuenta|contrato|suscripcion,
        nunca mas, no vuelvo a, no volvere, ultima vez que
    """,
    "advocacy": """
        recomiendo, les recomiendo, os recomiendo, se los recomiendo, deberias probar, prueba con, prueben
    """,
}
