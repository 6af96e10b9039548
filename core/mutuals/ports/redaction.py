"""In which spellings a secret may stand in a text. Pure."""

import json
from urllib.parse import quote, quote_plus

SHORTEST = 8  # what is shorter is no secret but a word, and would blank other people's sentences


def spellings(secret: str) -> set[str]:
    """As it is, as Python and JSON quote it, as it stands in an address; and each of these within JSON."""
    plain = {secret, repr(secret)[1:-1], quote(secret, ""), quote(secret), quote_plus(secret)}
    plain |= {repr(one)[1:-1] for one in plain}
    return plain | {json.dumps(one, ensure_ascii=ascii_)[1:-1] for one in plain for ascii_ in (True, False)}
