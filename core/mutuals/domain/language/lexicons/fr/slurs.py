"""French slurs: words that attack people for what they are. Plain swearing is none, and stays in sight.

Left out on purpose: tapette (a fly swatter), bridé, romano, raton, retard (a delay), mongolien (of Mongolia), pede without
its accents (Portuguese for asks).
"""

WORDS = """
    pédé pédés pedé tarlouze tarlouzes tafiole tafioles bougnoule bougnoules bougnoul bougnouls bicots youpin youpins youpine
    négro négros nègre nègres négresse négresses niakoué niakoués bamboulas chinetoque chinetoques chintok chintoks gouine
    gouines boches crouille crouilles trisos
"""
BEHIND = {"bamboula": "sale, espèce de, un", "triso": "sale, espèce de, un, gros"}
INNOCENT = "nègre littéraire, nègres littéraires, nègre en chemise"
