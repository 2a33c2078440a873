"""Tells deeds from words, and from politics and business that borrow the words of war: "clashed over the budget", "sided with the senator"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.deeds.mood import Mood
from dragoman.reading.deeds.words import DeedWords, deed_lexicon
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.marks import Mention
from dragoman.reading.participants import first_of
from dragoman.reading.scene import Scene

POWERS = frozenset({"state", "government", "military", "armed-group"})
TALKERS = frozenset({"person", "company", "media", "ngo", "igo"})
"""Kinds of whom two that "clash" do so with words."""
MENACES = frozenset(
    "action measure retaliation reprisal response consequence war force violence strike step revenge punishment legal".split()
)
"""What is threatened, where it is no deed of the lexicon and nobody named."""


def only_words(scene: Scene, clause: Clause, entry: DeedWords) -> bool:
    """Say whether what sounds like a deed is done with words or in politics alone."""
    if entry.sort == "attack" and clause.lemma == "attack":
        return _with_words(scene, clause)
    if entry.sort == "fighting" and not entry.objects:
        return _quarrel(scene, clause, entry)
    if entry.sort == "backing" and entry.through:
        sides = (*_named(scene, clause.doers), *_named(scene, clause.governed(*entry.target)))
        return any(side.kind not in POWERS for side in sides)
    if entry.sort == "indictment":
        return any(side.kind in ("state", "government") for side in _named(scene, clause.things))
    return False


def _named(scene: Scene, words: Iterable[int]) -> list[Mention]:
    return [scene.mentions[scene.mention_at[w]] for w in words if w in scene.mention_at]


def _quarrel(scene: Scene, clause: Clause, entry: DeedWords) -> bool:
    """Whether those who clash are people or bodies that argue, or they clash over what is no place."""
    over = [w for w in clause.governed("over") if w not in scene.places]
    sides = [
        *_named(scene, clause.doers),
        *_named(scene, clause.things),
        *_named(scene, clause.governed(*entry.target)),
    ]
    known = [side.kind for side in sides if side.kind is not None]
    return bool(over) or (bool(known) and all(kind in TALKERS for kind in known))


def _with_words(scene: Scene, clause: Clause) -> bool:
    """Whether a named person attacks somebody, or what is quoted: that is done with words ("Prelec *attacked* Berg over it")."""
    if not clause.doers or clause.passive:
        return False
    sides = _named(scene, (*clause.doers[:1], *clause.things[:1]))
    if not sides or sides[0].kind != "person" or not (sides[0].form == "name" or sides[0].office):
        return False
    quoted = any(
        scene.parse.word[t + 1 : t + 2] and scene.parse.word[scene.parse.left[t]] in ('"', "“", "``")
        for t in clause.things
    )
    return quoted or not clause.things or (len(sides) > 1 and sides[1].kind in ("person", "group", "media", "igo"))


def threat_mood(scene: Scene, clause: Clause, mood: Mood | None) -> Mood | None:
    """Return a threat that counts for itself: no deed that is threatened is named below it, and it is aimed at somebody."""
    lexicon = deed_lexicon()
    named = any(scene.clause_at[c].lemma in lexicon.by_verb for c in clause.complements if c in scene.clause_at)
    doer = first_of(scene, clause.doers)
    if mood is None or named or doer is None:
        return None
    known = scene.mentions[doer].kind is not None or scene.mentions[doer].form == "pronoun"
    aimed = any(
        w in scene.mention_at or scene.parse.lemma[w] in MENACES or scene.parse.lemma[w] in lexicon.by_noun
        for w in clause.things
    )
    return Mood("expected", "threatened") if known and (aimed or clause.complements) else None
