# ruff: noqa: E501  (each pattern on a line of its own, whole)
"""Who names the brand and is no customer: whoever pretends to be its support, pitches, recovery offers, bots, news, shares.

Only patterns that a customer's complaint does not have; and whoever tells of a thing of their own stays a customer,
except where a wallet, a recovery or a form of a false support desk is offered. Pure; time linear in the text.
"""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from mutuals.domain.language.tokens import Token
from mutuals.domain.model import Flag

_MINE = re.compile(r"\b(?:my|our|i|i'm|i've|me|we|mein\w*|ich|mi|mis|mon|ma|mes|je|j'ai|meu|minha|eu)\b")
_TO_THEM = re.compile(
    r"\b(?:dm|message|contact|text|call|follow|hire|pay) (?:me|us)\b|\bi (?:can|could|will)\b"
)  # no thing of theirs
# Speaks as our support desk, and sends people to somewhere else.
_DESK = re.compile(
    r"\b(?:our|the|official) (?:\w+ )?(?:support|help|care|service|recovery|assistance)\b|\bour (?:team|agent|desk|page|form|handle|technicians?)\b"
    r"|\bsorry (?:for|about) (?:the|any|your) (?:trouble|inconvenience|experience)|\bsorry to hear\b|\bwe(?:'re| are) (?:\w+ )?sorry\b"
    r"|\bwe apologi[sz]e\b|\bkindly\b|\bour \w+ (?:team|desk)\b"
    r"|\btut uns (?:sehr )?leid\b|\bwir entschuldigen uns\b|\b(?:unse[rn]\w*|offiziell\w*) (?:\w+ )?(?:support|kundenservice|kundendienst|team)\b"
    r"|\blamentamos\b|\bdisculp\w+ las molestias\b|\bnuestr[oa] (?:\w+ )?(?:soporte|equipo|servicio)\b|\bsoporte oficial\b"
    r"|\b(?:nous sommes )?desoles? pour\b|\bnotre (?:\w+ )?(?:service|support|equipe)\b|\bservice client officiel\b"
    r"|\bsentimos muito\b|\bpedimos desculpas?\b|\bnoss[oa] (?:\w+ )?(?:suporte|atendimento|equipe|time)\b|\bsuporte oficial\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:dm|message|contact|inbox|text|write(?: to)?|reach out to|follow|whats ?app|telegram|call) (?:(?:our|the|us|official|their|a) )*"
    r"(?:\w+ ){0,3}?(?:@\w+|on (?:whats ?app|telegram)|via (?:whats ?app|telegram)|\+\d)|\bfill (?:in |out |up )?(?:this|the|our|a) (?:\w+ )?form\b|\bwhats ?app us\b"
    r"|\bwith your (?:wallet|seed|account|card|pin|password|phrase)"
    r"|\b(?:send|drop|shoot|leave) (?:(?:us|our|the|a|an|your) )*(?:dm|message|direct message|pm) (?:to |at |via )?(?:\w+ ){0,3}?@\w+"
    r"|\b(?:schreib\w*|kontaktier\w*|meld\w*|wend\w*) (?:\w+ ){0,6}?(?:@\w+|(?:auf|per|uber) (?:whats ?app|telegram))"
    r"|\b(?:escrib\w*|contact\w+|comuniq\w+|envi\w+) (?:\w+ ){0,6}?(?:@\w+|(?:por|en|al) (?:whats ?app|telegram))"
    r"|\b(?:contactez|ecrivez|envoyez|rejoignez|joignez) (?:\w+ ){0,6}?(?:@\w+|(?:sur|par|via) (?:whats ?app|telegram))"
    r"|\b(?:chame|fale|contate|envie|mande|entre em contato) (?:\w+ ){0,6}?(?:@\w+|(?:no|pelo|via) (?:whats ?app|telegram))"
)
_RECOVERY = re.compile(
    r"\b(?:got|get|gets|recover(?:ed|s)?|helped?) (?:\w+ ){0,4}?(?:account|funds?|money|wallet|crypto|page) (?:back|recovered)|\brecovered (?:\w+ ){0,2}(?:account|funds?|wallet|money)|\brecovered (?:everything|it all|all of it)\b"
)
_ON_CHANNEL = re.compile(
    r"\b(?:on|via) (?:insta(?:gram)?|ig|telegram|whats ?app|gmail)\b|\b(?:dm|message|write to|contact|reach|text) (?:@?\w+) (?:on|now|he|she|they)\b|\b(?:dm|message|write to|contact|reach(?: out to)?|text) (?:him|her|them|@\w+)\b"
)
_PITCH = re.compile(
    r"\b(?:are you |would you be )?interested in (?:seo|our|a|more|growing|backlinks|promotion)|\bseo\b|\bbacklinks?\b|\bguest post|\bgrow your (?:page|brand|business|followers|account|sales)"
    r"|\bi (?:can|could|will) (?:help you |fix your |redesign |design |build |promote |boost )|\bpromote (?:it|your|this) on\b|\bdm (?:me )?for (?:promo|collab|rates|prices|details)\b|\bweb design(?:er)?\b"
)
_OFFER = re.compile(
    r"\bour (?:agency|studio|company|team|software|experts?|platform) (?:can|could|will|helps?|would) (?:help |grow |boost |improve |increase )|\blow engagement\b"
    r"|\bi (?:design|make|create|build|edit|do) (?:\w+ )?(?:logos?|websites?|thumbnails?|videos?|graphics|nfts?|flyers|banners)\b.{0,80}\b(?:dm|work with you|collab\w*|hire|interested)\b"
    r"|\blooking for (?:\w+ )?(?:brand )?(?:ambassadors?|influencers?|creators?|models)\b|\b(?:dm|message) us (?:to|for) (?:a )?collab\w*"
    r"|\b(?:interesse an|te interesa|le interesa|interessado em|interesse em|interesse par|voulez vous|quer) (?:\w+ ){0,3}?(?:seo|followern?|seguidores|abonnes|reichweite|vendas|ventas|ventes)\b"
)
_JOBS = re.compile(
    r"\bwe(?:'re| are) hiring\b|\b(?:is|are|now) hiring\b|\bjob (?:alert|opening|opportunity)\b|\bapply (?:now|here|today)\b|\bwork from home\b|\bvacanc(?:y|ies)\b"
)
_CRYPTO = re.compile(
    r"\bairdrop\b|\beligible for\b.*\b(?:token|\$)|\b(?:presale|whitelist|memecoin|claim (?:your|before|now|it))\b.*(?:\$[a-z]|token|coin|nft)|\bto the moon\b"
)
_CASHTAG = re.compile(r"\$[a-z]{2,6}\b")
_STOCKS = re.compile(
    r"\b(?:shorts?|longs?|bull(?:s|ish)?|bear(?:s|ish)?|calls|puts|earnings|dividend|shares?|dead cat bounce|short squeeze|price target|eps|dump(?:ed|ing)?|rally)\b"
)
_NEWS = re.compile(
    r"^(?:\W*)(?:breaking|just in|exclusive|watch|update|eilmeldung|ultima hora|alerte|urgente)\b\s*[:|-]|\b(?:ceo|shares|lawsuit|regulator|union|merger|quarterly|investors)\b.*\b(?:resigns?|amid|sues?|probe|fined|announces?|reports?|falls?|plunges?|says)\b"
)
_SHARE = re.compile(
    r"\bi (?:just )?(?:earned|unlocked|completed|scored|got|finished|won|signed) .{0,80}\b(?:via|on|with|in) @\w+|\bvia @\w+\s*(?:https?://\S+)?$|\bjust posted a photo\b|\bread more: https?://"
)
_BOTS = re.compile(
    r"@(?:grok|chatgpt\w*|perplexity\w*|askperplexity|gemini\w*|threadreaderapp|unrollme|remindme\w*|savetonotion|pikaso_me)\b"
)
_INSTEAD = re.compile(
    r"\b(?:going|switching|moving|heading|changing|switch|switched|go|gone|move|moved) (?:over |back )?to @(\w+) instead\b"
)
_CROWD = 6  # accounts named at once
_BOTH = 2  # handles: the other account, and us
# Pieces of text without which a pattern cannot match: looking for these first takes a third of the time.
_HINTS = {
    _DESK: (
        "support", "help", "care", "service", "recovery", "assistance", "our ", "sorry", "apologi", "kindly",
        "leid", "entschuldigen", "kundendienst", "team", "lamentamos", "disculp", "nuestr", "soporte", "desole",
        "notre ", "sentimos", "pedimos", "noss", "suporte",
    ),
    _RECOVERY: ("recover", "back"),
    _CRYPTO: ("airdrop", "eligible", "presale", "whitelist", "memecoin", "claim", "moon"),
    _SHARE: ("via @", "on @", "with @", "in @", "just posted", "read more"),
    _OFFER: ("our ", "engagement", "dm", "work with", "collab", "hire", "interes", "looking for", "voulez", "quer"),
    _JOBS: ("hiring", "job ", "apply", "work from", "vacanc"),
    _PITCH: ("interested", "seo", "link", "guest", "grow ", "i can ", "i could ", "i will ", "promot", "dm ", "web"),
    _NEWS: (
        "breaking", "just in", "exclusive", "watch", "update", "eilmeldung", "ultima", "alerte", "urgente", "ceo",
        "shares", "lawsuit", "regulator", "union", "merger", "quarterly", "investors",
    ),
}  # fmt: skip


def stranger(text: str, row: Sequence[Token]) -> Flag | None:
    """`IMPOSTOR`, `NOT_A_CUSTOMER`, or None for whoever may be one."""
    low = _plain(text)
    if _says(_DESK, low) and _ELSEWHERE.search(low) and not _told_by_a_customer(low):
        return Flag.IMPOSTOR
    if _says(_RECOVERY, low) and _ON_CHANNEL.search(low):
        return Flag.NOT_A_CUSTOMER
    handles = sum(token.kind == "handle" for token in row)
    if _says(_CRYPTO, low) and (handles >= _CROWD or _CASHTAG.search(low)):
        return Flag.NOT_A_CUSTOMER
    if (
        _says(_SHARE, low)
        or _says(_OFFER, low)
        or _says(_JOBS, low)
        or (_says(_PITCH, low) and not _own_thing(low))
    ):
        return Flag.NOT_A_CUSTOMER
    news = _says(_NEWS, low) or (_CASHTAG.search(low) and _STOCKS.search(low))
    return Flag.NOT_A_CUSTOMER if (news or _BOTS.search(low)) and not _own_thing(low) else None


def _says(pattern: re.Pattern[str], low: str) -> bool:
    for hint in _HINTS[pattern]:
        if hint in low:
            return pattern.search(low) is not None
    return False


def _plain(text: str) -> str:
    """Small letters without accents, as the patterns are written."""
    low = text[:1000].lower().replace("’", "'")
    return low if low.isascii() else "".join(one for one in normalize("NFKD", low) if not combining(one))


def _told_by_a_customer(low: str) -> bool:
    """ "Your team told me to DM @..." is told by a customer, not by who pretends to be the team."""
    return bool(
        re.search(
            r"\b(?:told me|tells me|told us|said to|asked me to|i (?:was|did|have|sent|can't|tried)|my (?:order|account|parcel|card|money)"
            r"|mein\w* (?:bestellung|paket|konto|geld|karte)|ich (?:habe|hab|war|wurde)|mi (?:pedido|cuenta|paquete|dinero|tarjeta)|me (?:dijo|dijeron|dicen)"
            r"|ma (?:commande|carte)|mon (?:compte|colis|argent)|j'ai|meu (?:pedido|dinheiro|cartao)|minha (?:conta|compra)|me (?:disse|disseram))\b",
            low,
        )
    )


def _own_thing(low: str) -> bool:
    return bool(_MINE.search(_TO_THEM.sub(" ", low)))


def goes_to_us(text: str, us: str | None) -> bool:
    """A rival's customer: complains to another account first, and names us as where they go ("going to @us instead").

    Where nobody says who we are, only those plain words count, and whoever they go to is taken for us.
    """
    low = text[:1000].lower()
    if low.count("@") < _BOTH or (not us and "instead" not in low):
        return False
    first = re.match(r"\W*@(\w+)", low)
    if first is None:
        return False
    if not us:
        return any(one != first[1] for one in _INSTEAD.findall(low))
    if first[1] == us.lower():
        return False
    name = re.escape(us.lower())
    towards = rf"\b(?:going|switching|moving|changing|off|over|heading|back|switch|go|move|moved|switched|gone|trying) (?:over |back )?(?:to )?@{name}\b|@{name} (?:at least|actually|on the other hand|instead|is better|here i come|would never)"
    return bool(re.search(towards, low))
