"""Portuguese slurs: words that attack people for what they are. Plain swearing is none, and stays in sight.

Left out on purpose: bicha (a queue in Portugal), veado (a deer), preto, macaco, crioulo (a language), paraíba (a state).
"""

WORDS = """
    viado viados viadinho viadinhos boiola boiolas baitola baitolas traveco travecos sapatona sapatonas paneleiro paneleiros
    mongoloide mongoloides monhé monhés pretalhada maricas
"""
BEHIND = {
    "retardado": "seu, um, bando de",
    "retardada": "sua, uma",
    "retardados": "seus, uns, bando de",
    "sapatão": "sua, essa, uma",
}
INNOCENT = ""
