"""What in an answer sells something, which is no answer to somebody who complains. Five languages. Pure.

Phrases only, never a word alone: "we can offer a refund" and "your order" are what answers are made of. Each is a pattern
over small letters without accents.
"""

import re

from mutuals.domain.language.tokens import fold

_PHRASES = r"""
    \d{1,2} ?% (?:off|discount|cheaper)
    (?:promo|discount|coupon|voucher) code
    use (?:the )?code \w
    half[ -]price
    (?:shop|buy|order|book|subscribe|join|sign up|pre-?order) (?:now|today)
    (?:get|grab) yours
    limited[ -]time
    (?:special|exclusive|great|amazing) (?:offer|deal)s?
    on sale now
    (?:flash sale|sale ends)
    free trial
    check out our (?:new|latest|range|shop|store|offers?|deals?|collection|sale)
    our (?:all[ -])?new (?:collection|range|line|model|menu|season)
    sign(?:ing)? up (?:for|to) our
    subscribe to our
    our newsletter
    upgrade to (?:premium|pro|plus)
    don'?t miss (?:out|our)
    have you (?:tried|seen) our

    \d{1,2} ?% de (?:descuento|dto|reduction|remise|desconto)
    codigo (?:promocional|de desc[ou]+n?to)
    (?:compra|reserva|suscribete|registrate) (?:ya|ahora|hoy)
    oferta(?:s)? (?:especial|exclusiva|limitada|imperdivel)
    por tiempo limitado
    nueva coleccion
    no te (?:lo )?pierdas
    descubre nuestr[ao]s?
    prueba gratis

    code (?:promo|de reduction)
    (?:achetez|commandez|reservez|abonnez-vous|inscrivez-vous) (?:des )?(?:maintenant|aujourd'hui)
    offre (?:speciale|exclusive|limitee)
    duree limitee
    nouvelle collection
    ne (?:manquez|ratez) pas
    decouvrez (?:notre|nos)
    essai gratuit

    \d{1,2} ?% (?:rabatt|gunstiger|nachlass|sparen)
    (?:gutschein|rabatt|aktions)code
    jetzt (?:kaufen|bestellen|buchen|sichern|zugreifen|abonnieren|anmelden)
    (?:sonder|aktions)angebot
    nur fur kurze zeit
    neue kollektion
    nicht verpassen
    entdecke (?:unsere?n?|jetzt)
    kostenlos testen

    cupom de desconto
    (?:compre|reserve|assine|inscreva-se|cadastre-se) (?:ja|agora|hoje)
    por tempo limitado
    nova colecao
    nao perca
    conheca noss[ao]s?
    teste gratis
"""
_PROMOTION = re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, map(str.strip, _PHRASES.splitlines())))})(?!\w)")


def promotion_in(text: str) -> str | None:
    """The first piece that sells something, in small letters; None where nothing does."""
    found = _PROMOTION.search(" ".join(fold(text).split()))
    return found[0] if found else None
