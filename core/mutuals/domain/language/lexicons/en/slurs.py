"""English slurs: words that attack people for what they are. Plain swearing is none, and stays in sight.

Left out on purpose, for they mean harmless things more often: tranny (a gearbox), coon (a cat), paki (Tagalog for please),
kike (a Spanish name), cripple, gypsy, redskins, yid, sambo, chinaman.
"""

WORDS = """
    nigger niggers nigga niggas niggaz nigguh sandnigger sandniggers faggot faggots faggy kikes wetback wetbacks beaner
    beaners gook gooks chink chinks chinky pakis raghead ragheads towelhead towelheads wog wogs golliwog golliwogs jigaboo
    jigaboos injun injuns japs kaffir kaffirs pikey pikeys gyppo gyppos shemale shemales mongoloid mongoloids retarded
    retardation spics libtard libtards
"""
BEHIND = {  # a slur behind one of these only
    "retard": "you, you're a, youre a, is a, like a, such a, what a, fucking, total, complete, absolute, stupid",
    "retards": "you, these, those, bunch of, fucking, stupid",
    "spic": "you, dirty, fucking, stupid",
    "kike": "you, dirty, fucking, stupid",
    "fag": "you, stupid, ugly",
    "fags": "you, stupid, ugly",
    "dyke": "you, fucking, stupid, ugly",
    "dykes": "you, fucking, stupid, ugly",
}
INNOCENT = (
    "chink in the, chinks in the, chink in your, chinks in your, kaffir lime, kaffir limes, faggots and peas"
)
