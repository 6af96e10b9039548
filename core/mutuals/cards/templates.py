"""What fills the fields of saved replies: what is known of the person, in the reply's language. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mutuals.cards import person_names
from mutuals.domain.model import Interaction

KNOWN_FOR = timedelta(days=60)  # "since" is said of whoever has written for longer: else it says nothing

_HI: Mapping[str, tuple[str, str]] = {
    "en": ("Hi {}", "Hi"),
    "es": ("Hola, {}", "Hola"),
    "fr": ("Bonjour {}", "Bonjour"),
    "de": ("Hallo {}", "Hallo"),
    "pt": ("Olá, {}", "Olá"),
    "it": ("Ciao {}", "Ciao"),
    "nl": ("Hallo {}", "Hallo"),
    "ja": ("{}さん", "こんにちは"),
    "id": ("Halo {}", "Halo"),
    "tr": ("Merhaba {}", "Merhaba"),
    "tl": ("Hi {}", "Hi"),
    "hi": ("नमस्ते {}", "नमस्ते"),
}

_KIND_WORDS = "words"
# As it stands behind "thank you for", the most helpful first.
_WHAT: Mapping[str, Mapping[str, str]] = {
    "en": {
        Interaction.RECOMMENDED: "recommending us",
        Interaction.HELPED: "helping other customers",
        Interaction.QUOTE: "what you wrote about us",
        Interaction.REPOST: "passing our posts on",
        _KIND_WORDS: "your kind words",
    },
    "es": {
        Interaction.RECOMMENDED: "recomendarnos",
        Interaction.HELPED: "ayudar a otros clientes",
        Interaction.QUOTE: "lo que has escrito sobre nosotros",
        Interaction.REPOST: "compartir nuestras publicaciones",
        _KIND_WORDS: "tus palabras",
    },
    "fr": {
        Interaction.RECOMMENDED: "votre recommandation",
        Interaction.HELPED: "votre aide aux autres clients",
        Interaction.QUOTE: "ce que vous avez écrit sur nous",
        Interaction.REPOST: "vos partages",
        _KIND_WORDS: "vos gentils mots",
    },
    "de": {
        Interaction.RECOMMENDED: "deine Empfehlung",
        Interaction.HELPED: "deine Hilfe für andere Kunden",
        Interaction.QUOTE: "das, was du über uns geschrieben hast",
        Interaction.REPOST: "das Teilen unserer Beiträge",
        _KIND_WORDS: "deine netten Worte",
    },
    "pt": {
        Interaction.RECOMMENDED: "nos recomendar",
        Interaction.HELPED: "ajudar outros clientes",
        Interaction.QUOTE: "escrever sobre nós",
        Interaction.REPOST: "compartilhar nossas publicações",
        _KIND_WORDS: "suas palavras",
    },
}
_MONTHS: Mapping[str, tuple[str, str]] = {
    "en": (
        "January February March April May June July August September October November December",
        "{} {}",
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "{} de {}",
    ),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "{} {}"),
    "de": (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "{} {}",
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "{} de {}",
    ),
}


@dataclass(frozen=True, slots=True)
class ReplyEvidence:
    """What is known for a reply: of the person, of the brand, and of who sends it."""

    name: str = ""  # as their profile shows it
    handle: str = ""
    did: frozenset[Interaction] = frozenset()
    praised: bool = False  # they said something kind
    first_at: datetime | None = None  # when they first wrote
    brand: str = ""
    sender: str = ""  # the name of whoever sends it


# Somebody with a long name of whom all is known.
EXAMPLE = ReplyEvidence(
    name="Maximiliane",
    handle="maximiliane",
    did=frozenset({Interaction.HELPED}),
    praised=True,
    first_at=datetime(2025, 3, 1, tzinfo=UTC),
    brand="Brightmug",
    sender="Maximiliane",
)


def values(known: ReplyEvidence, language: str, now: datetime) -> dict[str, str]:
    """The value of each field of a saved reply in this language; those of which nothing is known are missing."""
    found = {
        "hi": _greeting(known.name, language),
        "first_name": first_name(known.name),
        "handle": f"@{known.handle}" if known.handle else "",
        "what": _what(known, language),
        "since": _since(known.first_at, language, now),
        "brand": known.brand,
        "me": first_name(known.sender),
    }
    return {name: value for name, value in found.items() if value}


def _greeting(name: str, language: str) -> str:
    called, plain = _HI.get(language, _HI["en"])
    return called.format(first_name(name)) if first_name(name) else plain


def _what(known: ReplyEvidence, language: str) -> str:
    words = _WHAT.get(language, {})
    helpful = next((said for did, said in words.items() if did in known.did), "")
    return helpful or (words.get(_KIND_WORDS, "") if known.praised else "")


def _since(first_at: datetime | None, language: str, now: datetime) -> str:
    if first_at is None or now - first_at < KNOWN_FOR or language not in _MONTHS:
        return ""
    months, order = _MONTHS[language]
    return order.format(months.split()[first_at.month - 1], first_at.year)


def kindest(did: Collection[Interaction | None]) -> frozenset[Interaction]:
    """What of these somebody can be thanked for by name."""
    return frozenset(one for one in did if one is not None and one in _WHAT["en"])


def first_name(name: str) -> str:
    """The given name in front of a display name, if that is what stands there, else nothing."""
    return person_names.given(name)


def signature(actor_name: str) -> str:
    """How a reply is signed: the first name of who wrote it, else the initials of the words that begin with a letter."""
    return person_names.given(actor_name) or person_names.initials(actor_name)
