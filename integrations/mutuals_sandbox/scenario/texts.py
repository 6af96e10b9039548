"""The lines of the demo's story, all invented, each with the answers that fit it.

`en: …` is what somebody posts, `> …` below it the brand's own answer, `~ …` what another customer says to it; an answer in
another language says so (`~ de: …`). {product}, {place}, {town}, {days}, {order} and {thing} are
the same in a post and its answers, {name} is whom an answer speaks to. What is addressed to the brand names it.
"""

from mutuals_sandbox.scenario.wording import read

PRODUCTS = ("Heron jacket", "Moss parka", "Wren poncho", "Otter coat", "Mudlark smock", "Tern cape")
PLACES = (
    "Lower Drizzlebury", "the ferry", "the school run", "Bergen", "the allotment", "Galway", "Porto",
    "the north pier", "Bilbao", "Hamburg", "the bog path", "Wellington", "Brest", "the lighthouse", "Glen Soggie",
)  # fmt: skip
TOWNS = ("Bergen", "Galway", "Porto", "Bilbao", "Hamburg", "Wellington", "Brest", "Lower Drizzlebury")
THINGS = ("zip", "hood", "left cuff", "inner pocket", "hem", "storm flap", "top snap", "shoulder seam")

PRAISE = read(
    """
en: Four hours of sideways rain near {place} and I'm bone dry. The {product} is a small miracle, @puddlewick
en: My {product} came back from the Mend Bench looking better than new. Thank you @puddlewick!
en: Shout-out to @puddlewick, three strangers at {place} asked me today where my {product} is from
en: Wore the @puddlewick {product} to {place} today. Two compliments, zero drips.
en: honestly the {thing} on the @puddlewick {product} is the best bit of design in my house
en: Love how @puddlewick just fixed my {thing} for free and tucked a biscuit in the parcel
en: Day {days} in my {product} and I love it more each morning. Thank you @puddlewick!
es: Mi {product} de @puddlewick aguantó toda la tormenta en {town}. ¡Encantada!
es: Gracias @puddlewick, el arreglo de la capucha quedó perfecto. {days} años más le quedan
fr: Trois semaines de bruine et toujours au sec. Merci @puddlewick pour la {product}, une merveille
fr: Le petit mot glissé dans le colis de @puddlewick m'a fait ma journée. Vive la {product} !
de: Die {product} von @puddlewick hat {town} überlebt. Ich auch. Großartig!
de: Dauerregen in {town}, und ich liebe meine {product}. Danke @puddlewick!
pt: A minha {product} da @puddlewick passou no teste de {town}. Adorei!
"""
)
FAN = read(
    """
en: Morning walk report from {place}: heavy drizzle, happy dog, dry elbows. @puddlewick {product} again
en: If anyone asks what to wear for {place}, the answer is a {product} from @puddlewick. It was ever thus
en: Told my whole climbing group about the @puddlewick Mend Bench. Four of us are digging out old jackets now
en: @puddlewick year {days} of the same {product}, I think it may outlive me
en: New patch on the old {product}! I chose the yellow thread so that people would ask. @puddlewick
en: Spotted a {product} near {place} and nodded like we were in a secret club @puddlewick
en: It's {town} weather and I am insufferably cheerful about it, blame @puddlewick
en: Rain o'clock. {product} on, hood up, off to {place}. Have a good one @puddlewick
en: My sister borrowed my {product} {days} days ago and wears it to bed. She says thanks @puddlewick
en: @puddlewick my kid drew the {product} for show and tell and gave it a cape AND a crown
es: Domingo de lluvia en {town}, café y mi {product} de @puddlewick. No pido más
fr: Encore une averse à {town}, encore une victoire de la {product} @puddlewick
de: Spaziergang bei {town}, {product} an, Thermoskanne dabei. Herrlich @puddlewick
pt: Fim de semana em {town} com a {product} da @puddlewick, e choveu tudo o que podia
"""
)
QUESTION = read(
    """
en: @puddlewick does the {product} fit over a thick jumper, or should I go a size up?
  > Hi {name}, yes: the {product} is cut for a thick jumper, so take your usual size. Sam
  ~ I'd size up if you wear a jumper under it. I'm between sizes and the {product} is roomy
  ~ Usual size worked for me, thick jumper and all
en: Can I wash my {product} at 40 degrees @puddlewick? I cut the label out
  > Hi {name}, 30 degrees is better for the {product}: no softener, then hang it to dry. Nell
  ~ Mine lives at 30, and ten minutes in the dryer bring the {product} back to life
  ~ 40 once, by accident. It forgave me
en: @puddlewick do you ship to {town}? And how long does it usually take?
  > Hi {name}, we do ship to {town}. It takes about {days} days, the ferry decides the rest. Sam
  ~ Mine got to {town} in a week, well packed
  ~ They do, I've had two parcels there
en: Is there a {product} in a tall size @puddlewick? Asking for somebody with very long arms
  > Hi {name}, the {product} comes in a tall size, with four centimetres more in the arms. Sam
  ~ Tall size here, arms for days. Recommended
  ~ I'm 1.96 and the tall one fits me
en: Hi @puddlewick, how do I book the Mend Bench for a torn {thing}?
  > Hi {name}, book a slot on the Mend Bench page, or send it in with a note about the {thing}. Sam
  ~ The Mend Bench page has a form, took me two minutes
  ~ I just posted mine with a note, worked fine
en: Do you make the {product} in moss green as well @puddlewick? Saw one near {place}
  > Hi {name}, we do, and the next moss green {product} are sewn in {days} days. Nell
  ~ They do, mine is moss green and I lose it in every hedge
  ~ Worth the wait, moss green is the best one
en: Does the {product} pack into its own pocket @puddlewick? Asking before a trip to {place}
  > Hi {name}, it does: the {product} packs into its left pocket, and the pocket has a loop. Sam
  ~ It does! Takes three tries until you know how
  ~ Left pocket, yes. Sits on it like a pillow
es: @puddlewick ¿la {product} tiene garantía si se rompe la cremallera?
  > Hola, {name}: sí, la cremallera de la {product} tiene diez años de garantía. Nell
  ~ A mí me la cambiaron gratis en {days} días
es: Hola @puddlewick, ¿hacéis envíos a {town}?
  > Hola, {name}: sí, enviamos a {town}, y tarda unos {days} días. Sam
  ~ A mi prima le llegó allí sin problema
fr: @puddlewick est-ce que la {product} existe en grande taille ?
  > Bonjour {name}, oui, la {product} va jusqu'au 54. Nell
  ~ Oui, j'ai la grande taille et elle tombe bien
de: @puddlewick kann man die {product} in der Maschine waschen?
  > Hallo {name}, ja: die {product} bei 30 Grad, ohne Weichspüler, dann aufhängen. Nell
  ~ Bei mir half lauwarm waschen und neu imprägnieren, die {product} war wie neu
de: @puddlewick wann gibt es die {product} wieder in Größe M?
  > Hallo {name}, die {product} in M kommt in {days} Tagen wieder herein. Sam
  ~ Auf M habe ich auch gewartet, es hat sich gelohnt
pt: @puddlewick vocês entregam a {product} em Portugal? Quanto custa o envio?
  > Olá {name}, sim, entregamos a {product} em Portugal. O envio custa 6 euros. Sam
  ~ Chegou cá em casa em {days} dias
"""
)
COMPLAINT = read(
    """
en: @puddlewick order {order} was promised {days} days ago and still says 'packing'. Where is my {product}?
  > Hi {name}, sorry for the wait. Order {order} leaves the workshop tomorrow, and the postage is on us. Nell
  ~ They answer quickly on weekdays, hang in there. Mine came the day after
  ~ Same here last spring, it came in the end
en: The {thing} on my new {product} broke on the second wear. Really disappointed @puddlewick
  > Hi {name}, a {thing} should not do that. The Mend Bench repairs it free, a label is on its way to you. Sam
  ~ Same happened to mine. The Mend Bench sorted the {thing} in {days} days
en: @puddlewick I've emailed three times about order {order} and nobody has replied. Not good enough
  > Hi {name}, three emails are three too many, sorry. We found order {order}: it ships today. Nell
  ~ They answer quickly on weekdays, hang in there
en: My {product} leaks, the {thing} lets the rain in. Soaked near {place}. Not what I paid for @puddlewick
  > Hi {name}, sorry you got wet. We'll seal the {thing} again or send you a new {product}, as you like. Sam
  ~ Candle wax on the {thing}! Old sailor's trick, cured mine
  ~ Wash and proof it anew, mine was dry again after that
en: You sent me the wrong size AGAIN @puddlewick. Order {order}. I needed the {product} for this weekend
  > Hi {name}, that mix-up is ours, sorry. A courier swaps it at your door before the weekend. Sam
  ~ They swapped mine at the door, no fuss
en: @puddlewick charged twice for order {order}, please sort this out
  > Hi {name}, that was our till. One of the two payments for {order} goes back to you today. Sorry! Nell
  ~ Happened to me, the money was back in two days
en: Still waiting for my refund for the {product} after {days} days @puddlewick, this is getting ridiculous
  > Hi {name}, sorry for the wait. The refund for the {product} left today, it takes {days} days to arrive. Nell
  ~ Mine took a while too, but it came
en: @puddlewick your checkout ate my voucher and charged full price for the {product}. Help?
  > Hi {name}, vouchers are not for eating, sorry. We've put it back and refunded the difference. Sam
  ~ Try it in another browser, it took my voucher there
en: So my {product} came with a stain on the {thing} and the returns page just spins. Thanks for nothing @puddlewick
  > Hi {name}, sorry on both counts. A clean {product} is on its way, keep the other one. Nell
  ~ Cold water and soap took a stain off mine, by the way
es: @puddlewick llevo {days} días esperando el pedido {order} y nadie contesta. Muy mal
  > Hola, {name}: perdona la espera. El pedido {order} sale mañana del taller. Nell
  ~ A mí me contestaron al día siguiente, paciencia
es: La {product} me llegó rota por la costura, @puddlewick. ¿Quién me devuelve el dinero?
  > Hola, {name}: lo sentimos. Te arreglamos la costura gratis o te devolvemos el dinero, tú decides. Sam
  ~ A mí me lo arreglaron gratis en {days} días, escríbeles con una foto
fr: @puddlewick commande {order} toujours pas reçue après {days} jours, c'est inadmissible
  > Bonjour {name}, désolés pour l'attente. La commande {order} part demain de l'atelier. Nell
  ~ Pareil pour moi, elle est arrivée le lendemain
fr: La fermeture de ma {product} a lâché au bout de {days} jours. Très déçue @puddlewick
  > Bonjour {name}, désolés. L'atelier change la fermeture gratuitement, l'étiquette part aujourd'hui. Sam
  ~ L'atelier a réparé la mienne, sans frais
de: @puddlewick seit {days} Tagen keine Antwort zu Bestellung {order}. Das ist wirklich ärgerlich
  > Hallo {name}, das tut uns leid. Bestellung {order} ist gefunden und geht heute raus. Nell
  ~ Bei mir kam die Antwort am Montag, Kopf hoch
de: Meine {product} ist nach {days} Tagen undicht, @puddlewick. So eine Enttäuschung
  > Hallo {name}, das soll nicht sein. Die Werkstatt dichtet die {product} kostenlos ab. Sam
  ~ Bei mir half neu imprägnieren, die {product} war wie neu
pt: @puddlewick a {product} chegou com o fecho estragado e ninguém responde. Pedido {order}
  > Olá {name}, pedimos desculpa. Enviamos hoje uma {product} nova, pedido {order}. Sam
  ~ A mim trocaram a {product} sem custos, manda uma foto
"""
)
WANTS_FOLLOW = read(
    """
en: @puddlewick can you follow me back so I can DM you my order number? It's about the {product}
  > Hi {name}, of course, we follow you now. Send us the order number and we'll look at once. Nell
en: I'd rather not post my address here @puddlewick, could you follow me so that I can message you? Order {order}
  > Hi {name}, quite right, no addresses here. We follow you now, write to us about {order}. Sam
en: @puddlewick please follow back, I need to DM you about order {order}
  > Hi {name}, done: we follow you. Tell us about {order} in a message. Nell
es: @puddlewick ¿me podéis seguir para mandaros un DM con el pedido {order}?
  > Hola, {name}: ya te seguimos. Mándanos el pedido {order} por DM. Sam
"""
)
CASUAL = read(
    """
en: Window of @puddlewick at {place} has a duck in a doll-sized {product} and the duck looks dry
en: Saw a @puddlewick {product} near {place} this morning, very yellow
en: rain again near {place}. everybody dressed by @puddlewick it seems
en: My boss turned up at {place} in a @puddlewick {product}. Bold.
en: Three of the @puddlewick window ducks have a {product} on today. Walked past {place} twice to check
"""
)
# Said to the brand after its answer: in the language of whoever asked.
THANKS = read(
    """
en: Sent, thank you! That was quick
en: Brilliant, that sorted it. Thanks from {place}
en: Ah perfect, I'll do that with the {product}
es: ¡Gracias por la rapidez!
fr: Parfait, merci beaucoup
de: Super, danke für die schnelle Hilfe
es: Arreglado, mil gracias
pt: Resolvido, obrigada!
"""
)
BRAND_NEWS = read(
    """
en: The Mend Bench fixed {days} jackets this week. Oldest: a {product} with more patch than jacket. We love you all.
  ~ Mine is on its {days}th patch and proud of it
  ~ Already told everybody at {place} about the Mend Bench
  ~ fr: Quelle bonne idée, cet atelier. J'en parle à tout le monde
en: Photo walk at {place} this Saturday, bring your oldest {product} and a flask.
  ~ Count me in, I'll bring the old {product} along
  ~ Can't wait. My flask has been ready since {place}
  ~ es: ¡Qué ganas! Me apunto, llueva o no
en: We moved the {thing} on the {product} two centimetres. It took {days} prototypes. Worth it.
  ~ The {thing}! Finally somebody thought about the {thing}
  ~ Two centimetres well spent. Mine feels it already
  ~ de: Sehr schön! Genau da hat es bei mir gezogen
en: Forecast for {town}: drizzle, then rain, then the good drizzle. See you out there.
  ~ The good drizzle! I have my {product} by the door
  ~ {town} sends its regards, we are dressed for it
  ~ de: Perfektes Wetter, ich bin schon unterwegs
en: What's the strangest place your {product} has been? Ours: {place}, on a goat.
  ~ A goat wins. Mine has been down a well, once
  ~ Inside a cello case on the train. Long story
  ~ es: En la boda de mi prima, encima del vestido
"""
)
SPAM = read(
    """
en: @puddlewick EARN {days}000 COINZ TODAY no risk DM now code {order}
en: @puddlewick gift drop for {days} lucky followers, today only, code {order}
"""
)
