"""German slurs: words that attack people for what they are. Plain swearing is none, and stays in sight.

Left out on purpose: Fidschi (a country), Bimbo (a bakery), Mongo (a database), Transe (French for trance), Krüppel, Abo.
"""

WORDS = """
    neger negern negerin negerinnen kanake kanaken schwuchtel schwuchteln spast spasti spastis spasten zigeuner zigeunern
    zigeunerin schlitzauge schlitzaugen polacke polacken itaker itakern kümmeltürke kümmeltürken judensau judensäue tunte
    tunten kampflesbe kampflesben ziegenficker kameltreiber
"""
BEHIND: dict[str, str] = {}
INNOCENT = ""
