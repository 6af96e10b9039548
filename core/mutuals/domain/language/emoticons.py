"""Faces and tags that smile or frown."""

from mutuals.domain.language.phrase_matcher import listed

_SAD = frozenset("😠😡🤬😤👎💔🙄😒😞😢😭😩😫😣😖😔☹🙁😕😑😐🤦😳😱😨😓😪🤢🤮🤨🤷😷💩🖕😾🤯👿🆘")
_ANGRY = frozenset("😠😡🤬😤👎🤢🤮💩🖕😾👿🆘")
_GLAD = frozenset("😀😃😄😊😍🥰❤💚💙💜💛🙌👏🎉😁😆😂🤣😘😎🤗👍👌💕💖💗🎊🤩😋🙏💪🔥✨😜😉☺♥💯🥳🧡🤍")
_SAD_TAGS = listed("""
    fail worst never bad suck poor not disappoint horrible terrible awful fix wtf joke ridiculous unaccept
    frustrat annoy rude angry scam boycott problem broken late delay stuck help shame lies hate unhappy
    fedup strand useless pathetic ripoff customerservice smh over wait miss lost stop
""")
_GLAD_TAGS = listed("""
    love best thank awesome happy great win amazing grateful yum fan cool good proud excited blessed luv
""")


def is_glad(mark: str) -> bool:
    """Does this emoji or face smile?"""
    return mark in _GLAD or (mark[0] in ":;=<" and mark[-1] in ")dp3*]")


def is_sad(mark: str) -> bool:
    """Does this emoji or face frown?"""
    return mark in _SAD or (mark[0] in ":;=" and mark[-1] in "(/\\|[")


def is_angry(mark: str) -> bool:
    """Is this emoji angry, which the crying ones need not be?"""
    return mark in _ANGRY


def is_sad_tag(tag: str) -> bool:
    """Does this tag, in small letters, complain?"""
    return any(part in tag for part in _SAD_TAGS)


def is_glad_tag(tag: str) -> bool:
    """Does this tag, in small letters, cheer?"""
    return any(part in tag for part in _GLAD_TAGS)
