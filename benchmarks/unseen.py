"""How well do the language rules travel to a trade whose words nobody has looked at?

    make bench-unseen [ARGS=FOLDER]

`make bench-detect` leaves a source out when it fits the coefficients, but whoever wrote the word lists had seen
samples of every source. So this leaves out the words, too: on each source only those phrases count that also
occur in another one. That is harsher than a new trade, because it also takes away good phrases that happen to be rare.
The last line is JSON, for all trades together: auc, f1, recall_at_p80.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import fit_language
from detect import Labelled, data_folder, folds, load, table

from mutuals.domain.language.lexicon import lexicon
from mutuals.domain.language.phrase_matcher import PhraseMatch, Phrases
from mutuals.domain.language.tokens import Token
from mutuals.domain.language.weights import ALERT_LINE

Spoken = tuple[str, ...]  # a group, and the words that spoke for it


@dataclass(slots=True)
class Watched(Phrases):
    """Phrases that keep what they found, and find nothing but `allowed` once that is set."""

    found: set[Spoken] = field(default_factory=set)
    allowed: set[Spoken] | None = None

    def find(self, row: Sequence[Token], known: Sequence[tuple[str, ...]]) -> list[PhraseMatch]:
        """See Phrases.find."""
        kept = []
        for one in Phrases.find(self, row, known):
            spoken = (
                one.group,
                *(row[at].word for at in range(one.first, one.last + 1) if one.mask >> at & 1),
            )
            if self.allowed is None or spoken in self.allowed:
                self.found.add(spoken)
                kept.append(one)
        return kept


def unseen(posts: Sequence[Labelled]) -> tuple[list[str], list[float]]:
    """Each post's source, and its score by coefficients and phrases that know nothing of that source."""
    groups, names = folds(posts), fit_language.columns()
    known = [*posts, *fit_language.everyday()]
    whole = lexicon("en")
    rows, words = fit_language.figures(known, names), fit_language.wording(known)
    sources = sorted(set(groups))
    inside = {one: [at for at, name in enumerate(groups) if name == one] for one in sources}
    where: dict[Spoken, set[str]] = defaultdict(set)
    for source in sources:
        ear = Watched(whole.root, whole.symbols)
        fit_language.figures([posts[at] for at in inside[source]], names, ear)
        for spoken in ear.found:
            where[spoken].add(source)
    scores = [0.0] * len(posts)
    for source in sources:
        model = fit_language.learn_without(source, groups, known, rows, words, len(names) + 1)
        ear = Watched(
            whole.root, whole.symbols, allowed={one for one, heard in where.items() if heard - {source}}
        )
        blind = fit_language.figures([posts[at] for at in inside[source]], names, ear)
        for at, row in zip(inside[source], blind, strict=True):
            scores[at] = fit_language.share(model.logit(row, words[at]) - ALERT_LINE)
    return groups, scores


def main() -> None:
    """Measure and print."""
    posts = load(data_folder(sys.argv[1:]))
    groups, scores = unseen(posts)
    trades = [at for at, name in enumerate(groups) if not name.startswith("air")]
    whole = table(
        "Fitted without the source it is measured on, and without the phrases that only that source has",
        [groups[at] for at in trades], [posts[at].label for at in trades], [scores[at] for at in trades],
    )  # fmt: skip
    print(json.dumps({
        "auc": round(whole.auc, 4), "f1": round(whole.f1, 4), "recall_at_p80": round(whole.recall_at_p80, 4),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
