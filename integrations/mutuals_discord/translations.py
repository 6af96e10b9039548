"""What the commands are called and say of themselves in Spanish, French, German and Portuguese; English is in the code.

Words of parameters and choices stay English: people read them once, and answers of Mutuals are English, too.
"""

import discord
from discord.app_commands import TranslationContextLocation, TranslationContextTypes, Translator, locale_str

LANGUAGES = {
    "es-ES": 0,
    "es-419": 0,
    "fr": 1,
    "de": 2,
    "pt-BR": 3,
}  # Discord's locale: which of the four below

# English name: in Spanish, French, German, Portuguese. Small letters, no spaces, 32 at most; the menus' may have both.
NAMES: dict[str, tuple[str, str, str, str]] = {
    "queue": ("cola", "file", "warteliste", "fila"),
    "today": ("hoy", "aujourdhui", "heute", "hoje"),
    "fans": ("fans", "fans", "fans", "fas"),
    "complaints": ("quejas", "plaintes", "beschwerden", "queixas"),
    "show": ("mostrar", "montrer", "zeigen", "mostrar"),
    "person": ("persona", "personne", "person", "pessoa"),
    "note": ("nota", "note", "notiz", "nota"),
    "replies": ("respuestas", "réponses", "antworten", "respostas"),
    "settings": ("ajustes", "réglages", "einstellungen", "ajustes"),
    "stats": ("cifras", "chiffres", "zahlen", "números"),
    "status": ("estado", "état", "zustand", "estado"),
    "family": ("familia", "famille", "familie", "família"),
    "reset-line": ("restablecer-línea", "rétablir-seuil", "linie-zurücksetzen", "redefinir-linha"),
    "stop": ("parar", "arrêter", "anhalten", "parar"),
    "start": ("reanudar", "reprendre", "fortsetzen", "retomar"),
    "link": ("vincular", "associer", "verknüpfen", "vincular"),
    "help": ("ayuda", "aide", "hilfe", "ajuda"),
    "Show person": ("Mostrar persona", "Montrer la personne", "Person zeigen", "Mostrar pessoa"),
    "Reply as brand": (
        "Responder como marca",
        "Répondre en marque",
        "Als Marke antworten",
        "Responder como marca",
    ),
}

# By the command's English name, as the descriptions change more often than the names; 100 characters at most.
DESCRIPTIONS: dict[str, tuple[str, str, str, str]] = {
    "mutuals": (
        "Fans a los que seguir y quejas por responder",
        "Des fans à suivre et des plaintes à traiter",
        "Fans zum Zurückfolgen und Beschwerden zum Beantworten",
        "Fãs para seguir e queixas para responder",
    ),
    "queue": (
        "Todo lo que espera a alguien, lo más urgente primero",
        "Tout ce qui attend quelqu'un, le plus urgent d'abord",
        "Alles, was auf jemanden wartet, das Dringendste zuerst",
        "Tudo o que espera por alguém, o mais urgente primeiro",
    ),
    "today": (
        "Cinco cosas rápidas y amables",
        "Cinq choses rapides et aimables",
        "Fünf Dinge, die schnell gehen und freundlich sind",
        "Cinco coisas rápidas e gentis",
    ),
    "fans": (
        "Fans fieles a los que no seguís",
        "Des fans fidèles que vous ne suivez pas",
        "Treue Fans, denen ihr nicht folgt",
        "Fãs fiéis que vocês não seguem",
    ),
    "complaints": (
        "Quejas y preguntas sin respuesta",
        "Plaintes et questions sans réponse",
        "Beschwerden und Fragen ohne Antwort",
        "Queixas e perguntas sem resposta",
    ),
    "show": (
        "La alerta de una persona, como está ahora",
        "L'alerte d'une personne, telle qu'elle est",
        "Die Meldung zu einer Person, wie sie jetzt ist",
        "O alerta de uma pessoa, como está agora",
    ),
    "person": (
        "Una persona: desde cuándo, qué se dijo, qué le debéis",
        "Une personne : depuis quand, ce qui s'est dit, ce que vous lui devez",
        "Eine Person: seit wann, was gesagt wurde, was ihr offen habt",
        "Uma pessoa: desde quando, o que foi dito, o que vocês lhe devem",
    ),
    "note": (
        "Guarda una nota sobre una persona, solo para el equipo",
        "Garde une note sur une personne, pour votre équipe seule",
        "Notiz zu einer Person, nur für euer Team",
        "Guarda uma nota sobre uma pessoa, só para a equipe",
    ),
    "replies": (
        "Los textos que vuestro equipo guarda para responder",
        "Les textes que votre équipe garde pour répondre",
        "Die Texte, mit denen euer Team antwortet",
        "Os textos que a equipe guarda para responder",
    ),
    "settings": (
        "Qué está ajustado y por qué; los administradores lo cambian",
        "Ce qui est réglé et pourquoi ; les admins le changent",
        "Was eingestellt ist und warum; Admins ändern es",
        "O que está ajustado e por quê; administradores mudam",
    ),
    "stats": (
        "Cómo habéis respondido y a quién habéis dado la bienvenida",
        "Comment vous avez répondu et qui vous avez accueilli",
        "Wie ihr geantwortet und wen ihr begrüßt habt",
        "Como vocês responderam e quem receberam",
    ),
    "status": (
        "¿Funciona todo, y cuándo se miró por última vez?",
        "Tout marche-t-il, et quand a-t-on regardé ?",
        "Läuft alles, und wann wurde zuletzt nachgesehen?",
        "Está tudo funcionando, e quando se olhou por último?",
    ),
    "family": (
        "Vuestras cuentas, y las que podrían serlo",
        "Vos comptes, et ceux qui pourraient l'être",
        "Eure eigenen Konten, und die es sein könnten",
        "As contas de vocês, e as que podem ser",
    ),
    "reset-line": (
        "Devuelve la línea de alerta a donde estaba",
        "Remet le seuil d'alerte où il était",
        "Setzt die Meldelinie dorthin zurück, wo sie war",
        "Devolve a linha de alerta para onde estava",
    ),
    "stop": (
        "Para todo lo que sale, para todas las marcas (administradores; pregunta antes)",
        "Arrête tout ce qui part, pour toutes les marques (admins ; demande d'abord)",
        "Hält alles an, was hinausgeht, für alle Marken (Admins; fragt vorher)",
        "Para tudo o que sai, para todas as marcas (administradores; pergunta antes)",
    ),
    "start": (
        "Deja que vuelva a salir (administradores)",
        "Laisse repartir (admins)",
        "Lässt es wieder hinaus (Admins)",
        "Deixa sair de novo (administradores)",
    ),
    "link": (
        "Tus cuentas en los dos chats son tuyas: lo que tomas y escribes vale en ambos",
        "Vos comptes des deux chats sont les vôtres : prises en charge et brouillons y sont communs",
        "Deine Konten in beiden Chats sind du: Übernommenes und Entwürfe gelten in beiden",
        "As suas contas nos dois chats são suas: o que assume e escreve vale em ambos",
    ),
    "help": (
        "Qué hacen los botones y los comandos, y quién puede usarlos",
        "Ce que font les boutons et les commandes, et pour qui",
        "Was die Knöpfe und Befehle tun, und wer sie benutzen darf",
        "O que os botões e comandos fazem, e quem pode usá-los",
    ),
}
_NAMED = frozenset({TranslationContextLocation.command_name, TranslationContextLocation.group_name})
_DESCRIBED = frozenset(
    {TranslationContextLocation.command_description, TranslationContextLocation.group_description}
)


class CommandTranslator(Translator):
    """Asked by discord.py for each name and description in each of Discord's languages when commands are registered."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes
    ) -> str | None:
        """The words in this language; None keeps the English ones. The group keeps its name, which is ours."""
        language = LANGUAGES.get(locale.value)
        if language is None:
            return None
        if context.location in _NAMED:
            found = NAMES.get(string.message)
        else:
            name = getattr(context.data, "name", "")
            found = DESCRIPTIONS.get(name) if context.location in _DESCRIBED else None
        return None if found is None else found[language]
