"""The lines of the demo's story, all invented. {product}, {place}, {days}, {order} and {thing} are filled in."""

PRODUCTS = ("Heron jacket", "Moss parka", "Wren poncho", "Otter coat", "Mudlark smock", "Tern cape")
PLACES = (
    "Lower Drizzlebury", "the ferry", "the school run", "Bergen", "the allotment", "Galway", "Porto",
    "the north pier", "Bilbao", "Hamburg", "the bog path", "Wellington", "Brest", "the lighthouse", "Glen Soggie",
)  # fmt: skip
THINGS = ("zip", "hood", "left cuff", "inner pocket", "hem", "storm flap", "top snap", "shoulder seam")

# (language, text). Everything addressed to the brand names it, unless it is a reply.
PRAISE = (
    (
        "en",
        "Four hours of sideways rain near {place} and I'm bone dry. The {product} is a small miracle, @puddlewick",
    ),
    ("en", "My {product} came back from the Mend Bench looking better than new. Thank you @puddlewick!"),
    (
        "en",
        "Shout-out to @puddlewick: bought a {product} {days} days ago and have already talked three strangers into one",
    ),
    ("en", "Wore the @puddlewick {product} to {place} today. Two compliments, zero drips."),
    ("en", "honestly the {thing} on the @puddlewick {product} is the best bit of design in my house"),
    ("en", "Love how @puddlewick just fixed my {thing} for free and tucked a biscuit in the parcel"),
    ("en", "Day {days} of wearing nothing but my {product} to {place}. No regrets @puddlewick"),
    ("es", "Mi {product} de @puddlewick aguantó toda la tormenta en {place}. ¡Encantada!"),
    ("es", "Gracias @puddlewick, el arreglo de la capucha quedó perfecto. {days} años más le quedan"),
    ("fr", "Trois semaines de bruine et toujours au sec. Merci @puddlewick pour la {product}, une merveille"),
    ("fr", "Le petit mot glissé dans le colis de @puddlewick m'a fait ma journée. Vive la {product} !"),
    ("de", "Die {product} von @puddlewick hat {place} überlebt. Ich auch. Großartig!"),
    ("de", "Seit {days} Tagen Dauerregen, und ich freue mich über meine {product}. Danke @puddlewick"),
    ("pt", "A minha {product} da @puddlewick passou no teste de {place}. Adorei!"),
)
FAN = (
    (
        "en",
        "Morning walk report from {place}: heavy drizzle, happy dog, dry elbows. @puddlewick {product} again",
    ),
    (
        "en",
        "If anyone asks what to wear for {place}, the answer is a {product} from @puddlewick. It was ever thus",
    ),
    (
        "en",
        "Told my whole climbing group about the @puddlewick Mend Bench. Four of us are digging out old jackets now",
    ),
    ("en", "@puddlewick year {days} of the same {product}, I think it may outlive me"),
    ("en", "New patch on the old {product}! I chose the yellow thread so that people would ask. @puddlewick"),
    ("en", "Spotted a {product} near {place} and nodded like we were in a secret club @puddlewick"),
    ("en", "It's {place} weather and I am insufferably cheerful about it, blame @puddlewick"),
    ("en", "Rain o'clock. {product} on, hood up, off to {place}. Have a good one @puddlewick"),
    (
        "en",
        "My sister borrowed my {product} {days} days ago and wears it to bed. She says thanks @puddlewick",
    ),
    ("en", "@puddlewick my kid drew the {product} for show and tell and gave it a cape AND a crown"),
    ("es", "Domingo de lluvia en {place}, café y mi {product} de @puddlewick. No pido más"),
    ("fr", "Encore une averse à {place}, encore une victoire de la {product} @puddlewick"),
    ("de", "{place} im Nebel, {product} an, Thermoskanne dabei. Schöner wird's nicht @puddlewick"),
    ("pt", "Fim de semana em {place} com a {product} da @puddlewick, e choveu tudo o que podia"),
)
FAN_REPLY = (
    ("en", "Count me in, I'll bring the old {product} along"),
    ("en", "This made my day. {place} sends its regards"),
    ("en", "The {thing}! Finally somebody thought about the {thing}"),
    ("en", "Already told everybody at {place} about it"),
    ("en", "Can't wait. My {product} and I have been ready since {place}"),
    ("es", "¡Qué ganas! Lo comparto con la gente de {place}"),
    ("fr", "Quelle bonne idée, j'en parle à tout le monde à {place}"),
    ("de", "Sehr schön! Erzähle ich gleich allen in {place}"),
)
ADVICE = (
    ("en", "Try a cool wash and ten minutes in the tumble dryer, worked for my {product}"),
    ("en", "Same happened to mine. The Mend Bench sorted the {thing} in {days} days, it's worth asking"),
    (
        "en",
        "I'd size up if you wear a jumper under it. I'm between sizes too and the {product} is roomy at the {thing}",
    ),
    ("en", "They answer quickly on weekdays, hang in there. They replaced my {thing} without a fuss"),
    ("en", "Candle wax on the {thing}! Old sailor's trick, cured my {product}"),
    ("de", "Bei mir half lauwarm waschen und neu imprägnieren, die {product} war wie neu"),
    ("es", "A mí me lo arreglaron gratis en {days} días, escríbeles con una foto"),
)
QUESTION = (
    ("en", "@puddlewick does the {product} fit over a thick jumper, or should I go a size up?"),
    ("en", "Can I wash my {product} at 40 degrees @puddlewick? I cut the label out"),
    ("en", "@puddlewick do you ship to {place}? And how long does it usually take?"),
    ("en", "Is there a {product} in a tall size @puddlewick? Asking for somebody with very long arms"),
    ("en", "Hi @puddlewick, how do I book the Mend Bench for a torn {thing}?"),
    ("en", "@puddlewick when will the {product} in moss green be back in stock?"),
    ("en", "Does the {product} pack into its own pocket @puddlewick? Asking before a trip to {place}"),
    ("es", "@puddlewick ¿la {product} tiene garantía si se rompe la cremallera?"),
    ("es", "Hola @puddlewick, ¿hacéis envíos a {place}?"),
    ("fr", "@puddlewick est-ce que la {product} existe en grande taille ?"),
    ("de", "@puddlewick kann man die {product} in der Maschine waschen?"),
    ("de", "Wann gibt es die {product} wieder in Größe M, @puddlewick?"),
    ("pt", "@puddlewick vocês entregam a {product} em Portugal? Quanto custa o envio?"),
)
COMPLAINT = (
    (
        "en",
        "@puddlewick order {order} was promised {days} days ago and still says 'packing'. Where is my {product}?",
    ),
    ("en", "The {thing} on my new {product} broke on the second wear. Really disappointed @puddlewick"),
    (
        "en",
        "@puddlewick I've emailed three times about order {order} and nobody has replied. Not good enough",
    ),
    (
        "en",
        "My {product} leaks at the {thing}. Got soaked near {place}. For that price I expected dry @puddlewick",
    ),
    (
        "en",
        "You sent me the wrong size AGAIN @puddlewick. Order {order}. I needed the {product} for this weekend",
    ),
    ("en", "@puddlewick charged twice for order {order}, please sort this out"),
    (
        "en",
        "Still waiting for my refund for the {product} after {days} days @puddlewick, this is getting ridiculous",
    ),
    ("en", "@puddlewick your checkout ate my voucher and charged full price for the {product}. Help?"),
    (
        "en",
        "So my {product} came with a stain on the {thing} and the returns page just spins. Thanks for nothing @puddlewick",
    ),
    ("es", "@puddlewick llevo {days} días esperando el pedido {order} y nadie contesta. Muy mal"),
    ("es", "La {product} me llegó rota por la costura, @puddlewick. ¿Quién me devuelve el dinero?"),
    ("fr", "@puddlewick commande {order} toujours pas reçue après {days} jours, c'est inadmissible"),
    ("fr", "La fermeture de ma {product} a lâché au bout de {days} jours. Très déçue @puddlewick"),
    ("de", "@puddlewick seit {days} Tagen keine Antwort zu Bestellung {order}. Das ist wirklich ärgerlich"),
    ("de", "Meine {product} ist nach {days} Tagen undicht, @puddlewick. So eine Enttäuschung"),
    ("pt", "@puddlewick a {product} chegou com o fecho estragado e ninguém responde. Pedido {order}"),
)
WANTS_FOLLOW = (
    ("en", "@puddlewick can you follow me back so I can DM you my order number? It's about the {product}"),
    (
        "en",
        "I'd rather not post my address here @puddlewick, could you follow me so that I can message you? Order {order}",
    ),
    ("en", "@puddlewick please follow back, I need to DM you about order {order}"),
    ("es", "@puddlewick ¿me podéis seguir para mandaros un DM con el pedido {order}?"),
)
CASUAL = (
    (
        "en",
        "Window of @puddlewick at {place} has a duck in a doll-sized {product} and the duck looks dry",
    ),
    ("en", "Saw a @puddlewick {product} near {place} this morning, very yellow"),
    ("en", "rain again near {place}. everybody dressed by @puddlewick it seems"),
    ("en", "My boss turned up at {place} in a @puddlewick {product}. Bold."),
    ("fr", "Il pleut à {place}, sortez les {product} @puddlewick"),
    ("pt", "Chove em {place}. Dia de @puddlewick"),
)
THANKS = (
    ("en", "Sent, thank you! That was quick"),
    ("en", "Brilliant, that sorted it. Thanks from {place}"),
    ("en", "Ah perfect, I'll do that with the {product}"),
    ("es", "¡Gracias por la rapidez!"),
    ("fr", "Parfait, merci beaucoup"),
    ("de", "Super, danke für die schnelle Hilfe"),
)
BRAND_SORRY = (
    (
        "en",
        "Oh no, sorry about that. We've found your order and a new {product} leaves the workshop tomorrow. Nell",
    ),
    (
        "en",
        "That's not how a {product} should behave. The Mend Bench will repair the {thing} free, label is on its way. Sam",
    ),
    ("en", "Sorry for the wait. Refund is done today, you'll see it in {days} days. Sorry again! Nell"),
    (
        "en",
        "Apologies, that mix-up is ours. A courier will swap it at your door this week, nothing to pay. Sam",
    ),
    (
        "en",
        "We dropped a stitch here, sorry. We've just written to you with how we'll put the {product} right. Nell",
    ),
)
BRAND_ANSWER = (
    ("en", "Good question! Yes, the {product} is cut for a thick jumper, so take your usual size. Sam"),
    ("en", "30 degrees, no softener, hang it by the {thing}. It will be happy. Nell"),
    ("en", "We do, it takes about {days} days. The ferry decides the rest. Sam"),
    ("en", "New {product} arrive in about {days} days, we'll shout when they're here. Nell"),
    (
        "en",
        "You can book a slot on the Mend Bench page, or just send it in with a note about the {thing}. Sam",
    ),
)
BRAND_NEWS = (
    (
        "en",
        "The Mend Bench fixed {days} jackets this week. Oldest: a {product} with more patch than jacket. We love you all.",
    ),
    ("en", "Photo walk at {place} this Saturday, bring your oldest {product} and a flask."),
    ("en", "We moved the {thing} on the {product} two centimetres. It took {days} prototypes. Worth it."),
    ("en", "Forecast for {place}: drizzle, then rain, then the good drizzle. See you out there."),
    ("en", "What's the strangest place your {product} has been? Ours: {place}, on a goat."),
)
SPAM = (
    ("en", "@puddlewick EARN {days}000 COINZ TODAY no risk DM now code {order}"),
    ("en", "@puddlewick you have WON a gift drop claim in {days} minutes code {order}"),
)
