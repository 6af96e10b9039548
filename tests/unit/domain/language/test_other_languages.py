"""Complaints and praise in the languages other than English, as people write them, and posts that mix two languages."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.language.lexicon import LANGUAGES, SHORT_LISTED
from mutuals.domain.model import CASE_CLASSES, Category, Flag

COMPLAINTS = {
    "es": """
        @acme la tetera gotea desde el primer día y en la tienda no me la quieren cambiar
        tres correos y ni una respuesta, qué vergüenza @acme
        @acme me cobraron el envío dos veces y nadie me devuelve el dinero
        Otra vez sin luz en todo el barrio @acme
        vaya chapuza de reparación @acme, el horno está peor que antes
        el camarero nos trató fatal y la sopa estaba helada @acme
    """,
    "fr": """
        @acme la bouilloire fuit depuis le premier jour et le magasin refuse de la reprendre
        trois relances et toujours aucune réponse, c'est honteux @acme
        prélevée deux fois pour la même commande @acme
        Encore une panne ce matin, on est dans le noir @acme
        le vendeur a été odieux avec ma grand-mère @acme
        ça rame, ça plante, et personne ne décroche @acme
    """,
    "de": """
        @acme der Wasserkocher tropft seit dem ersten Tag und der Laden nimmt ihn nicht zurück
        drei Mails und immer noch keine Antwort, eine Frechheit @acme
        zweimal abgebucht für dieselbe Bestellung @acme
        Schon wieder Stromausfall in der ganzen Straße @acme
        der Verkäufer hat meine Oma angeschnauzt, unverschämt @acme
        App stürzt ständig ab und die Hotline legt auf @acme
    """,
    "pt": """
        @acme a chaleira vaza desde o primeiro dia e a loja recusa trocar
        três emails e nenhuma resposta, uma vergonha @acme
        fui cobrada duas vezes pelo mesmo pedido @acme
        Sem luz outra vez no bairro inteiro @acme
        o vendedor foi grosseiro com a minha avó @acme
        o app trava o tempo todo e ninguém atende @acme
    """,
    "it": """
        @acme il bollitore perde acqua dal primo giorno e il negozio rifiuta di cambiarlo
        tre mail e ancora nessuna risposta, vergognoso @acme
        addebitato due volte lo stesso ordine @acme
        Di nuovo senza corrente in tutto il quartiere @acme
        il commesso è stato maleducato con mia nonna @acme
        l'app si blocca sempre e al call center mettono giù @acme
    """,
    "nl": """
        @acme de waterkoker lekt sinds de eerste dag en de winkel weigert hem te ruilen
        drie mails en nog steeds geen antwoord, schandalig @acme
        dubbel afgeschreven voor dezelfde bestelling @acme
        Alweer geen stroom in de hele straat @acme
        de verkoper was onbeschoft tegen mijn oma @acme
        app crasht steeds en niemand neemt op @acme
    """,
    "id": """
        @acme ceret bocor dari hari pertama, toko malah nolak tukar
        udah email tiga kali belum dibalas, parah @acme
        saldo kepotong dua kali buat pesanan yang sama @acme
        Mati lampu lagi satu kampung @acme
        penjualnya kasar banget sama nenek saya @acme
        aplikasi force close terus, cs ga bisa dihubungi @acme
    """,
    "tr": """
        @acme su ısıtıcısı ilk günden beri su kaçırıyor, mağaza değiştirmiyor
        üç mail attım hâlâ cevap yok, rezalet @acme
        aynı sipariş için iki kez para çekilmiş @acme
        Yine elektrikler kesildi bütün sokakta @acme
        satıcı büyükanneme çok kaba davrandı @acme
        uygulama sürekli çöküyor, kimse telefonu açmıyor @acme
    """,
    "ja": """
        @acme ケトルが初日から水漏れするのに、お店が交換してくれない
        三回メールしたのにまだ返事がない、ひどい @acme
        同じ注文で二重に引き落とされた @acme
        また停電、もう何回目ですか @acme
        店員の態度が悪くて祖母が泣いていた @acme
        アプリが毎回落ちるし電話も繋がらない @acme
    """,
}
PRAISE = {
    "es": """
        @acme la mejor tetera que he tenido, la recomiendo
        qué atención tan amable, mil gracias @acme
        llegó antes de lo previsto y encima con un detalle @acme
        mi abuela está encantada con la manta @acme
    """,
    "fr": """
        @acme la meilleure bouilloire que j'aie eue, je recommande
        quel accueil chaleureux, merci mille fois @acme
        reçu en avance avec un petit mot, bravo @acme
        ma grand-mère adore le plaid @acme
    """,
    "de": """
        @acme der beste Wasserkocher, den ich je hatte, klare Empfehlung
        so ein herzlicher Empfang, tausend Dank @acme
        früher da als gedacht und liebevoll verpackt @acme
        meine Oma ist begeistert von der Decke @acme
    """,
    "pt": """
        @acme a melhor chaleira que já tive, recomendo
        que atendimento carinhoso, muito obrigada @acme
        chegou antes do prazo e com um bilhetinho @acme
        a minha avó adorou a manta @acme
    """,
    "it": """
        @acme il miglior bollitore mai avuto, lo consiglio
        che accoglienza, grazie mille @acme
        arrivato in anticipo e con un pensierino, complimenti @acme
        mia nonna adora la coperta @acme
    """,
    "nl": """
        @acme de beste waterkoker die ik ooit had, aanrader
        wat een warm welkom, heel erg bedankt @acme
        eerder dan verwacht en met een lief kaartje, top @acme
        mijn oma is dol op de deken @acme
    """,
    "id": """
        @acme ceret terbaik yang pernah saya punya, rekomen banget
        pelayanannya ramah banget, makasih ya @acme
        sampai lebih cepat dari jadwal, mantap @acme
        nenek saya suka banget selimutnya @acme
    """,
    "tr": """
        @acme aldığım en iyi su ısıtıcısı, herkese tavsiye ederim
        ne kadar güler yüzlü bir ekip, çok teşekkürler @acme
        beklediğimden erken geldi, harikasınız @acme
        büyükannem battaniyeye bayıldı @acme
    """,
    "ja": """
        @acme 今まで使った中で最高のケトル、おすすめです
        スタッフの方がとても親切でした、ありがとうございます @acme
        予定より早く届いて感動しました @acme
        祖母がブランケットを大好きになりました @acme
    """,
}


def posts(table: dict[str, str]) -> list[tuple[str, str]]:
    """Language and text of each post of a table."""
    return [(lang, text.strip()) for lang, texts in table.items() for text in texts.strip().splitlines()]


@pytest.mark.parametrize("told", [True, False], ids=["told by the network", "guessed"])
@pytest.mark.parametrize(("lang", "text"), posts(COMPLAINTS))
def test_a_complaint_is_told_as_one(lang: str, text: str, told: bool):
    assert read(text, lang=lang if told else None).category is Category.COMPLAINT


@pytest.mark.parametrize(("lang", "text"), posts(PRAISE))
def test_praise_is_told_as_praise(lang: str, text: str):
    assert read(text, lang=lang).category is Category.PRAISE


@pytest.mark.parametrize("lang", [*(one for one in LANGUAGES if one != "en"), *SHORT_LISTED])
def test_words_that_no_list_knows_said_to_an_account_are_listed_and_marked(lang: str):
    reading = read("@acme zorblat quimby frandel wubbo", lang=lang)

    assert reading.category is Category.QUESTION
    assert Flag.OTHER_LANGUAGE in reading.flags


@pytest.mark.parametrize("lang", [one for one in LANGUAGES if one != "en"])
def test_an_answer_that_no_list_knows_is_listed_too(lang: str):
    assert read("zorblat quimby frandel wubbo", lang=lang, replying=True).category is Category.QUESTION


@pytest.mark.parametrize("lang", ["ca", "ro", "gl", "sv", "ru"])
def test_the_networks_code_is_believed_though_the_words_look_like_another_language(lang: str):
    reading = read("@acme hola que tal todo por la tienda nueva", lang=lang)

    assert Flag.OTHER_LANGUAGE in reading.flags
    assert reading.category in CASE_CLASSES


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "@acme llevo two weeks esperando my refund and nobody contesta"),
        ("es", "so my pedido llegó completely roto, thanks for nada @acme"),
        ("de", "@acme euer Update hat my whole Playlist gelöscht, really not cool"),
        ("hi", "@acme mera order abhi tak nahi aaya and nobody is replying to my mails"),
        ("hi", "app bar bar crash ho raha hai, please fix karo @acme"),
        ("tl", "@acme three weeks na, wala pa rin ang refund ko and no one replies"),
        ("tl", "sira agad yung charger after two days @acme, nakakainis"),
        ("en", "@acme llevo two weeks esperando el refund and nobody contesta"),
        (None, "@acme ang bagal ng delivery nyo, two weeks na wala pa rin"),
    ],
)
def test_a_post_that_mixes_two_languages_is_read_in_both(lang: str | None, text: str):
    assert read(text, lang=lang).category is Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "@acme chai ekdum mast hai, thank you so much"),
        ("tl", "Super sarap ng kape nyo @acme, salamat po"),
        ("es", "@acme vuestro coffee es amazing, me encanta"),
    ],
)
def test_praise_that_mixes_two_languages_is_praise(lang: str, text: str):
    assert read(text, lang=lang).category is Category.PRAISE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "¿a qué hora abrís mañana? @acme"),
        ("fr", "vous livrez aussi en Suisse @acme ?"),
        ("de", "habt ihr die Kanne auch in Blau? @acme"),
        ("pt", "vocês entregam ao sábado? @acme"),
        ("it", "@acme spedite anche in Sardegna?"),
        ("nl", "hoe laat sluiten jullie vandaag? @acme"),
        ("id", "@acme buka sampai jam berapa kak?"),
        ("tr", "@acme yarın kaça kadar açıksınız?"),
        ("ja", "@acme 明日は何時まで開いていますか"),
    ],
)
def test_a_plain_question_stays_one(lang: str, text: str):
    assert read(text, lang=lang).category is Category.QUESTION


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "@acme otra vez sin luz, genial"),
        ("fr", "@acme encore en panne, génial"),
        ("de", "@acme schon wieder kein Netz, super"),
        ("pt", "@acme app travado de novo, ótimo"),
        ("it", "@acme di nuovo senza linea, fantastico"),
        ("nl", "@acme weer geen bereik, top"),
    ],
)
def test_one_kind_word_at_the_end_behind_a_fault_is_meant_badly(lang: str, text: str):
    assert read(text, lang=lang).category is Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "@acme tres mudanzas sin un solo problema"),
        ("fr", "@acme livré sans le moindre retard"),
        ("de", "@acme ohne Wartezeit und ohne Papierkram"),
        ("pt", "@acme dez anos e nunca um defeito"),
        ("it", "@acme mai un guasto in otto anni"),
        ("nl", "@acme geen enkele storing in al die jaren"),
        ("id", "@acme tiga tahun tanpa kendala"),
        ("tr", "@acme yıllardır tek bir arıza çıkmadı, sorunsuz"),
        ("ja", "@acme 五年使って一度も壊れない"),
    ],
)
def test_a_fault_that_is_not_there_is_praise(lang: str, text: str):
    assert read(text, lang=lang).category is Category.PRAISE
