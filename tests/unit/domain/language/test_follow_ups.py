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
    "text", ["thanks!", "ok will do", "😊", "vielen Dank", "gracias", "merci beaucoup", "obrigado"]
)
def test_thanks_and_nods_ask_for_nothing(text: str):
    assert said_by_them(text) is Says.THANKS


@pytest.mark.parametrize(
    "text", ["still waiting", "read my messages please", "I have sent you a mail", "warte immer noch",
             "sigo esperando", "j'attends toujours", "ainda aguardando"]
)  # fmt: skip
def test_who_chases_is_heard(text: str):
    assert said_by_them(text) is Says.CHASES


@pytest.mark.parametrize("text", ["Which colour was it?", "Please send us the number on the box."])
def test_a_question_and_a_request_of_ours_ask(text: str):
    assert said_by_us(text) is Says.ASKS


@pytest.mark.parametrize("text", ["A new one is on its way.", "Please accept our apologies."])
def test_news_and_an_apology_of_ours_ask_for_nothing(text: str):
    assert said_by_us(text) is None
