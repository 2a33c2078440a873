"""Agreements that go by a name of their own: "the Oslo accords", "the Norvian fishing deal", wherever they stand.

Such a name takes the accord for made, unless the same text tells that a deal is still sought: then the name may be that of a hope.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dragoman.reading.accords.rules import AccordRules
from dragoman.reading.scene import Scene

SETTLING = frozenset("reach strike clinch seal forge finalize finalise secure get make cut close conclude".split())
"""What is done with a deal that is not there yet: "hopes to *clinch* a deal"."""
MANY = frozenset({"deals", "pacts", "treaties", "bargains"})
"""Accords in the plural, where "accords" and "agreements" may be the name of a single one."""
MAKING = (
    SETTLING
    | frozenset("negotiate finish complete sign ratify hammer draft craft seek".split())
    | {"hammer out", "work out"}
)
"""What is done with a deal until it is there, whatever article it has."""
COMING = frozenset({"would", "could", "may", "might", "will", "'ll", "’ll", "can", "should"})


class Repute:
    """What a text says of the accords that it calls by a name, once its verbs have told theirs."""

    def __init__(self, scene: Scene, rules: AccordRules) -> None:
        self.scene, self.rules = scene, rules

    def known_by_name(self, i: int) -> bool:
        """Say whether a noun of agreement has "the" and a name in front of it, and nothing says that it is only sought."""
        parse, nouns = self.scene.parse, self.rules.nouns
        if nouns.sort(i) != "accord" or parse.lower[i] in MANY or not nouns.definite(i):
            return False
        if not _named(self.scene, self.rules, i) or _still_made(self.scene, i):
            return False
        return parse.tag[i] == "NNP" or not self._some_sought

    @cached_property
    def _some_sought(self) -> bool:
        """Whether a deal of the text is told as not there yet: asked once, since it takes a walk over the whole text."""
        return any(_sought(self.scene, self.rules, k) for k in _others(self.scene, self.rules))


def _named(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether a proper name other than a person's, a firm's or a day's stands in front of the noun as a part of its phrase."""
    parse = scene.parse
    return any(
        c < i
        and parse.dep[c] in ("compound", "nmod", "amod")
        and parse.word[c][:1].isupper()
        and (parse.tag[c] == "NNP" or parse.dep[c] == "amod")
        and not rules.nouns.is_date(c)
        and _of_a_place(scene, c)
        for c in parse.children[i]
    )


def _of_a_place(scene: Scene, word: int) -> bool:
    """Whether a name is none of a person, a firm or an outlet: "the *Paris* accord", "the *Iranian* deal"."""
    mention = scene.mention_at.get(word)
    return mention is None or scene.mentions[mention].kind not in ("person", "company", "media")


def _still_made(scene: Scene, i: int) -> bool:
    """Whether the noun is what somebody is about to make: "finish the Norvian deal", "the deal would end the row"."""
    parse = scene.parse
    clause = next((scene.clause_at[a] for a in parse.ancestors(i) if a in scene.clause_at), None)
    beside = [scene.clause_at[v] for v in parse.kids(i, "relcl", "acl") if v in scene.clause_at]
    if any(c.modal in COMING or (c.progressive and c.lemma in MAKING) for c in beside):
        return True
    if clause is None:
        return False
    if i in clause.doers and clause.modal in COMING:
        return True
    return i in clause.things and clause.lemma in MAKING


def _others(scene: Scene, rules: AccordRules) -> Iterator[int]:
    """The other nouns of agreement of the text that are no truce."""
    for k, lemma in enumerate(scene.parse.lemma):
        if "accord" in rules.senses.get(lemma, ()) and k not in rules.told and scene.parse.tag[k] == "NN":
            yield k


def _sought(scene: Scene, rules: AccordRules, k: int) -> bool:
    """Whether a deal is told as not there yet: "a possible deal", "if a deal is reached", "talks on a deal"."""
    parse = scene.parse
    if rules.nouns.definite(k):
        return _still_made(scene, k)
    clause = scene.clause_at.get(parse.head[k])
    if clause is not None and (k in clause.things or k in clause.doers) and clause.lemma in SETTLING:
        return not rules.real(clause)
    return rules.nouns.hoped(k)
