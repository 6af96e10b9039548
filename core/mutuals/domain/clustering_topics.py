"""Words by which posts of strangers turn out to be about one thing. Pure; read by `themes`."""

# What customers write about, each with the beginnings of the words that say so (a trailing = is the whole word).
_TOPICS: dict[str, str] = {
    "delivery": "deliver parcel package= packages= shipment shipp courier tracking= dispatch postman lieferung "
    "paket versand zustell livraison colis expedi envio envío entrega paquete pedido encomenda order= orders= "
    "ordered= bestell commande= commandes= arrive arriv",
    "payment": "charge refund= refunds= refunded= invoice bill= billed= billing= payment paid= debit overcharg "
    "rechnung abgebucht erstatt facture rembours prélev cobro cobrad factura reembols pagamento fatura money= "
    "subscription abo= abonnement",
    "outage": "outage down= offline= login= log= logged= signin= crash server website= site= app= load= loading= "
    "störung ausfall panne= serveur caíd caid servidor aplicación aplicativo connect internet= wifi= network= signal=",
    "account": "account= accounts= password hacked= locked= konto passwort compte= contraseña cuenta= senha conta=",
    "travel": "flight= flights= gate= boarding luggage baggage train= trains= departure cancelled= canceled= vuelo "
    "equipaje flug= gepäck zug= verspät vol= bagage retard= voo= bagagem atras",
    "waiting for help": "hold= phone= call= called= calls= queue= agent= agents= support= helpline hotline "
    "wartezeit warteschleife attente= espera= teléfono atendimento",
    "faulty goods": "broken= broke= faulty= defect damaged= leak leaks= kaputt= cassé rota= roto= quebrad avaria",
    "stock": "stock= sold= restock ausverkauft rupture= agotad esgotad",
    "price": "price= prices= pricing= expensive= teuer= prix= precio preço",
    "safety": "recall= recalled= sick= ill= mould= mold= poison hurt= burn burnt= fire= allerg rückruf",
}  # fmt: skip

# Words that say nothing of what a post is about: grammar, feelings, politeness, time.
_EMPTY = """
a about after again all already also always am an and another any anyone anything are as at away back be because been
before being best better but by can cannot cant come comes coming could day days did didnt do does doesnt doing done
dont each else ever every everyone fix for from get gets getting give go going gone good got great guys had has
hasnt have havent having he hello help her here hey hi him his hour hours how i id if ill im in into is isnt it its
ive just keep know last least let like literally long look lot made make makes many may me mean mine minutes month
months more most much must my myself never new next no nobody none nope not nothing now of off ok okay on once one
only or other our out over own people please pls plz put really right said same say says see seems send sent seriously
she should show since so some someone something sort soon sorry still stop such sure take takes taking tell than thank
thanks that thats the their them then there these they thing things think this those thought three through time times
to today told tomorrow too took tried try trying twice two u under until up us use used using very via wait waited
waiting want wanted was wasnt way we week weeks well went were weve what whats when where which while who why will
with without wont work worked working works would wouldnt wrong year years yes yesterday yet you your youre yours
absolute absolutely actually amazing anger angry annoyed annoying appalling atrocious awful awesome bad complete
completely crap damn disappointed disappointing disgrace disgraceful disgusting dreadful fail failed fed frustrated
frustrating furious garbage happy hate horrible horrific insane joke lol love mad nice omg pathetic poor ridiculous
rubbish rude sad shame shambles shocking stupid sucks terrible trash ugh unacceptable unhappy unhelpful upset
useless worst wow wtf worse
photo picture pic rain sun sunny snow weather morning afternoon evening night tonight weekend monday tuesday wednesday thursday
friday saturday sunday coffee tea breakfast lunch dinner cake home walk park street happy birthday holiday summer winter spring
autumn regen sonne foto wetter morgen abend heute pluie soleil lluvia chuva
aber alle als am an auch auf aus bei bin bis bitte da danke dann das dass dem den der des die doch du ein eine einem
einen einer er es euch euer für habe haben hat ich ihr ihre im immer in ist ja kann kein keine mehr mein meine meinem
meinen meiner mich mir mit nach nicht nichts noch nur oder schon sehr seit sich sie sind so über um und uns unter viel
vom von vor war warum was wenn wer wie wieder wir wird zu zum zur
alors au aussi aux avec bonjour ce cela ces cette chez comme dans de depuis des du elle en encore est et être eu fait
il ils je jamais la le les leur lui ma mais me merci mes moi mon ne nos notre nous on ou où par pas plus pour pourquoi
quand que qui quoi rien sa sans ses si son sont sur ta te tes toi ton toujours tout très tu un une vos votre vous
al algo así como con cuando de del desde donde el ella en entre es esta está este esto estoy fue gracias ha hace han
hasta hay he hola la las le les lo los más me mi mis muy nada ni no nos nunca o para pero por porque que qué quien se
sea ser si sí siempre sin sobre son su sus también te tengo ti tiene todo tu un una uno unos ya yo
ao aos até com da das do dos e ela ele em era essa esse estava eu foi isso já mais mas meu minha muito na não nas nem
nos nossa nosso num o os ou para pela pelo por quando que quem sem ser seu sua são também tem tenho um uma você vocês
"""
EMPTY = frozenset(_EMPTY.split())


def _parted() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole: dict[str, str] = {}
    beginnings: list[tuple[str, str]] = []
    for topic, words in _TOPICS.items():
        for word in words.split():
            if word.endswith("="):
                whole[word[:-1]] = topic
            else:
                beginnings.append((word, topic))
    return whole, tuple(beginnings)


_WHOLE, _BEGINNINGS = _parted()
_SHORTEST = min(len(begin) for begin, _ in _BEGINNINGS)
_LONGEST = max(len(begin) for begin, _ in _BEGINNINGS)
_BY_BEGINNING = dict(_BEGINNINGS)


def topic_of(word: str) -> str | None:
    """The topic that a word in small letters speaks of."""
    if word in _WHOLE:
        return _WHOLE[word]
    for size in range(_SHORTEST, min(_LONGEST, len(word)) + 1):
        found = _BY_BEGINNING.get(word[:size])
        if found is not None:
            return found
    return None
