# ruff: noqa: E501  (each text on a line of its own, whole)
"""The saved replies that come with Mutuals, in five languages: short, human, addressed by name. Pure."""

from mutuals.domain.saved_replies import ReplyKind, SavedReply

_HOLDS = ReplyKind.HOLDING
_KINDS: dict[str, frozenset[ReplyKind]] = {
    "looking": frozenset({ReplyKind.COMPLAINT, _HOLDS}),
    "details": frozenset({ReplyKind.COMPLAINT, _HOLDS}),
    "team": frozenset({ReplyKind.COMPLAINT, _HOLDS}),
    "checking": frozenset({ReplyKind.QUESTION, _HOLDS}),
    "colleague": frozenset({ReplyKind.QUESTION, _HOLDS}),
    "heard": frozenset({ReplyKind.CONCERN, _HOLDS}),
    "more": frozenset({ReplyKind.CONCERN, _HOLDS}),
    "following": frozenset({ReplyKind.WANTS_FOLLOW, _HOLDS}),
    "thanks": frozenset({ReplyKind.PRAISE, ReplyKind.FAN}),
}
PRIVATE = "details"  # the starter that asks for a message in private
FOLLOWING = "following"  # ... that tells somebody who asked to be followed that they can write now

_TEXTS: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "looking": ("Looking into it", "{hi}, I'm sorry this happened. I'm looking into it now and will come back to you today."),
        "details": ("Ask for details", "{hi}, that should not have happened. Could you send us the details in a message? I'll take it from there."),
        "team": ("With the team", "{hi}, thank you for telling us. I've passed this to the right people and will write again as soon as I know more."),
        "checking": ("Finding out", "{hi}, good question. I'm finding out and will be back with an answer soon."),
        "colleague": ("Asking a colleague", "{hi}, I'm asking the colleague who knows this best and will write again today."),
        "heard": ("Heard", "{hi}, thank you for saying this. I've passed it to the team and will tell you what comes of it."),
        "more": ("Tell me more", "{hi}, I'd like to understand this better. What would help you most?"),
        "following": ("Following you", "{hi}, of course. We're following you now, so you can send us a message. Please don't post private details here."),
        "thanks": ("Thank you", "{hi}, thank you for {what}. That is very kind of you!"),
    },
    "es": {
        "looking": ("Lo estoy mirando", "{hi}, siento lo que ha pasado. Lo estoy mirando ahora mismo y te escribo hoy con lo que sepa."),
        "details": ("Pedir detalles", "{hi}, eso no debería haber pasado. ¿Nos envías los detalles por mensaje privado? Yo me ocupo desde ahí."),
        "team": ("Con el equipo", "{hi}, gracias por avisarnos. Lo he pasado a quien puede resolverlo y te vuelvo a escribir en cuanto sepa más."),
        "checking": ("Averiguando", "{hi}, buena pregunta. Lo averiguo y te respondo pronto."),
        "colleague": ("Pregunto dentro", "{hi}, voy a preguntar a quien mejor lo conoce en el equipo y te escribo hoy mismo."),
        "heard": ("Tomo nota", "{hi}, gracias por decirlo. Se lo he pasado al equipo y te contaré en qué queda."),
        "more": ("Cuéntame más", "{hi}, me gustaría entenderlo mejor. ¿Qué es lo que más te ayudaría?"),
        "following": ("Te seguimos", "{hi}, claro que sí. Ya te seguimos, así que puedes escribirnos por privado. Por favor, no publiques aquí datos personales."),
        "thanks": ("Gracias", "{hi}, gracias por {what}. ¡Qué amable de tu parte!"),
    },
    "fr": {
        "looking": ("Je regarde", "{hi}, je suis navré de ce qui vous arrive. Je regarde tout de suite et je reviens vers vous aujourd'hui."),
        "details": ("Demander les détails", "{hi}, cela n'aurait pas dû se produire. Pouvez-vous nous envoyer les détails en message privé ? Je m'en occupe."),
        "team": ("Transmis à l'équipe", "{hi}, merci de nous l'avoir signalé. Je l'ai transmis aux bonnes personnes et je vous réécris dès que j'en sais plus."),
        "checking": ("Je me renseigne", "{hi}, bonne question. Je me renseigne et je vous réponds bientôt."),
        "colleague": ("Je demande en interne", "{hi}, je pose la question à la personne de l'équipe qui s'y connaît le mieux et je vous réécris aujourd'hui."),
        "heard": ("C'est entendu", "{hi}, merci de nous l'avoir dit. J'en ai parlé à l'équipe et je vous dirai ce qu'il en est."),
        "more": ("En savoir plus", "{hi}, j'aimerais mieux comprendre. Qu'est-ce qui vous aiderait le plus ?"),
        "following": ("Nous vous suivons", "{hi}, bien sûr. Nous vous suivons maintenant, vous pouvez donc nous écrire en privé. Merci de ne pas publier d'informations personnelles ici."),
        "thanks": ("Merci", "{hi}, merci pour {what}. C'est très gentil à vous !"),
    },
    "de": {
        "looking": ("Ich kümmere mich", "{hi}, es tut mir leid, dass das passiert ist. Ich sehe es mir gerade an und melde mich heute noch bei dir."),
        "details": ("Nach Details fragen", "{hi}, das hätte nicht passieren dürfen. Schickst du uns die Einzelheiten in einer Nachricht? Dann kümmere ich mich darum."),
        "team": ("Beim Team", "{hi}, danke, dass du uns Bescheid gibst. Ich habe es an die richtigen Leute weitergegeben und schreibe wieder, sobald ich mehr weiß."),
        "checking": ("Ich finde es heraus", "{hi}, gute Frage. Ich finde es heraus und antworte dir bald."),
        "colleague": ("Ich frage nach", "{hi}, ich frage im Team nach, wer das am besten weiß, und schreibe dir heute noch."),
        "heard": ("Gehört", "{hi}, danke, dass du das sagst. Ich habe es dem Team weitergegeben und erzähle dir, was daraus wird."),
        "more": ("Erzähl mir mehr", "{hi}, das möchte ich besser verstehen. Was würde dir am meisten helfen?"),
        "following": ("Wir folgen dir", "{hi}, klar. Wir folgen dir jetzt, du kannst uns also eine Nachricht schreiben. Bitte keine persönlichen Daten hier posten."),
        "thanks": ("Danke", "{hi}, danke für {what}. Das ist sehr nett von dir!"),
    },
    "pt": {
        "looking": ("Estou vendo", "{hi}, sinto muito pelo que aconteceu. Estou vendo isso agora e volto a falar com você ainda hoje."),
        "details": ("Pedir detalhes", "{hi}, isso não deveria ter acontecido. Pode nos mandar os detalhes por mensagem? Eu cuido disso."),
        "team": ("Com a equipe", "{hi}, agradeço por avisar. Já passei para as pessoas certas e escrevo de novo assim que souber mais."),
        "checking": ("Vou descobrir", "{hi}, boa pergunta. Vou descobrir e respondo em breve."),
        "colleague": ("Vou perguntar", "{hi}, vou perguntar a quem mais entende disso na equipe e escrevo ainda hoje."),
        "heard": ("Anotado", "{hi}, agradeço por dizer isso. Passei para a equipe e vou contar o que acontecer."),
        "more": ("Conte mais", "{hi}, quero entender isso melhor. O que mais ajudaria você?"),
        "following": ("Seguindo você", "{hi}, claro. Já estamos seguindo você, então pode nos mandar uma mensagem. Por favor, não publique dados pessoais aqui."),
        "thanks": ("Agradecer", "{hi}, agradecemos por {what}. Foi muito gentil da sua parte!"),
    },
}  # fmt: skip

STARTERS: tuple[SavedReply, ...] = tuple(
    SavedReply(f"{key}.{language}", name, language, text, _KINDS[key])
    for language, texts in _TEXTS.items()
    for key, (name, text) in texts.items()
)
