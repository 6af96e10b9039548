"""How links and pictures stand in a post once a network's short address shows where it leads. Pure.

An integration writes `shop.example/p/7` (with a `/` even where there is no path) and `[picture: what it shows]`. Neither
is said by the post: they count as links, and their words are nobody's complaint.
"""

# Bounded, as strangers write these; `(?i:` because texts are read in their own letters.
SHOWN = r"(?i:(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/\S*|\[(?:picture|video|gif)(?::[^\[\]\n]{0,200})?\])"
