"""Short words in a talk: what takes a fault back, what only thanks, what chases, and what asks."""

import pytest

from mutuals.domain.language.follow_ups import Says, said_by_them, said_by_us


@pytest.mark.parametrize(
    "text",
    [
        "@brewly nvm, works again!", "found it, cheers", "Forget it", "user error, sorry for the noise",
        "hat sich erledigt, danke", "läuft wieder 😊", "ya funciona, gracias", "olvidadlo",
        "it's back online, thanks", "got my refund, ty", "that did the trick", "update: the parcel turned up today",
        "ist doch noch angekommen", "passt jetzt", "ya me llegó", "je l'ai bien reçu", "já recebi, obrigado",
        "ça remarche, merci", "fausse alerte", "já resolvi, obrigada", "agora funciona",
    ],
)  # fmt: skip
def test_who_takes_a_fault_back_says_so(text: str):
    assert said_by_them(text) is Says.SOLVED


@pytest.mark.parametrize(
    "text",
    [
        "works now but the spout drips", "It works now, NOT", "still not fixed", "never mind the rain",
        "works now? really?", "it works now. And now the handle is cracked", "forget it, I'm switching to another shop",
        "if it works now I eat my hat", "geht jetzt nicht mehr", "läuft wieder, aber laut", "ya no funciona",
        "it arrived in pieces", "it came back", "half of the order arrived", "it works now and then",
        "ich dachte es ist angekommen", "ya me llegó vacío", "je ne l'ai pas reçu", "now it works even less",
        "ça marche pas", "ainda não resolvido", "it finally arrived, broken",
    ],
)  # fmt: skip
def test_a_fault_that_goes_on_is_not_taken_back(text: str):
    assert said_by_them(text) is not Says.SOLVED


@pytest.mark.parametrize(
    "text", ["thanks!", "ok perfect", "😊", "vielen Dank", "gracias", "merci beaucoup", "obrigado"]
)
def test_thanks_and_nods_ask_for_nothing(text: str):
    assert said_by_them(text) is Says.THANKS


@pytest.mark.parametrize(
    "text", ["still waiting", "any news?", "@kettleco", "@kettleco @kettleco", "warte immer noch",
             "sigo esperando", "j'attends toujours", "ainda aguardando"]
)  # fmt: skip
def test_who_chases_is_heard_also_by_nothing_but_our_handle(text: str):
    assert said_by_them(text) is Says.CHASES


@pytest.mark.parametrize(
    "text", ["read my messages please", "I have sent you a mail", "DM sent", "Just DM'd you the number", "check ur dms",
             "Done, it is in your inbox", "Nachricht ist raus", "os he enviado un mensaje", "je vous ai écrit",
             "mandei uma DM"]
)  # fmt: skip
def test_who_wrote_in_private_is_heard(text: str):
    assert said_by_them(text) is Says.PRIVATE


@pytest.mark.parametrize(
    "text", ["please DM me", "you never sent me a confirmation", "I can't send a message to you"]
)
def test_what_is_asked_for_or_impossible_in_private_was_not_written(text: str):
    assert said_by_them(text) is not Says.PRIVATE


@pytest.mark.parametrize(
    "text", ["ok will do", "I'll try that tonight", "I will check when I get home", "Thanks! Will let you know tomorrow",
             "we will test it and get back to you", "probiere ich, ich melde mich", "lo probaré", "je vais essayer",
             "vou tentar"]
)  # fmt: skip
def test_who_does_the_next_step_themselves_is_heard(text: str):
    assert said_by_them(text) is Says.LATER


@pytest.mark.parametrize(
    "text",
    [
        "will you try again?",
        "they said they will look into it",
        "I will try another bank, cancelling my contract",
    ],
)
def test_a_question_a_report_and_a_threat_are_no_promise(text: str):
    assert said_by_them(text) is not Says.LATER


@pytest.mark.parametrize("text", ["Which colour was it?", "Please send us the number on the box."])
def test_a_question_and_a_request_of_ours_ask(text: str):
    assert said_by_us(text) is Says.ASKS


@pytest.mark.parametrize("text", ["A new one is on its way.", "Please accept our apologies."])
def test_news_and_an_apology_of_ours_ask_for_nothing(text: str):
    assert said_by_us(text) is None
