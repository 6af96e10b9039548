"""Lanes: which nodes may do the work of a key. Pure."""

MAIN = "main"  # open on every node
_OF_A_CHAT = "deliver"


def queue_of(key: str) -> str:
    """The lane of a key: `deliver/<brand>/<chat>` belongs to `<chat>`, everything else to "main".

    A chat's lane is open only where the chat is connected, so that a node without the connection
    does not take what it can't deliver.
    """
    prefix, _, rest = key.partition("/")
    chat = rest.partition("/")[2]
    return chat if prefix == _OF_A_CHAT and chat else MAIN
