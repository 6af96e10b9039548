"""Spanish slurs: words that attack people for what they are. Plain swearing is none, and stays in sight.

Left out on purpose: moro, indio, negro, puto, marica (a town and a name, too), panchito, retrasado (late), tortillera.
"""

WORDS = """
    maricón maricon maricones mariconazo sudaca sudacas negrata negratas moromierda moromierdas travelo travelos mongólico
    mongólica mongólicos mongolico subnormales bollera bolleras veneco venecos veneca venecas gitanaco gitanacos
"""
BEHIND = {
    "subnormal": "eres, es un, son un, un puto, so, pedazo de",
    "retrasado": "eres un, es un, puto",
    "retrasados": "unos, putos, panda de",
}
INNOCENT = ""
