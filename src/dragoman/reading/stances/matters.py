"""The matter of a stance: its words where the sense of the word looks for them, of the class that the sense asks for."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.reading.stances.slots import POINTERS, in_slot, with_object
from dragoman.reading.stances.themes import Matter, theme_of, tidied
from dragoman.reading.stances.words import Sense, stance_words

SIDES = frozenset({"state", "government", "armed-group", "igo"})
TAKING = frozenset({"demands", "rejects"})
PERSONAL = frozenset("people person man woman child time day week month year way thing attention revenge wind weather".split())
"""What nobody lays on a table."""
MEASURES = frozenset(
    "series round set number form kind continuation period start pair part implementation possibility prospect lot range".split()
)


def matter_of(scene: Scene, clause: Clause, sense: Sense) -> Matter | None:
    """Return the matter of a verb or adjective in one of its senses, None where there is none of the right class."""
    for slot in sense.matter:
        found = with_object(scene, clause, sense, slot) if sense.object else in_slot(scene, clause, slot)
        if found is not None and (_fits(scene, found, sense) or _of_side(scene, clause, found, sense)):
            return tidied(scene, _unwrapped(scene, found, sense))
    return None


def _unwrapped(scene: Scene, matter: Matter, sense: Sense) -> Matter:
    """The matter of a noun that only says the stance again: "stood by its call *that wages be paid*"."""
    for again in stance_words().nouns.get(scene.parse.lemma[matter.head], ()):
        if again.id != "pressure" and again.stance == sense.stance and sense.stance in ("demands", "proposes"):
            inner = theme_of(scene, matter.head, again)
            if inner is not None:
                return inner
    return matter


def _fits(scene: Scene, matter: Matter, sense: Sense) -> bool:
    parse = scene.parse
    heads = {parse.lemma[i] for i in parse.conjuncts(matter.head)}
    if sense.not_only & heads:
        return False
    if sense.only is None or parse.lower[matter.head] in POINTERS or parse.lower[matter.head] == "which":
        return True
    if _is_amount(scene, matter):
        return sense.stance in ("demands", "proposes")
    classes = stance_words().classes
    if parse.tag[matter.head][:2] == "VB":
        if sense.only is classes["dealing"] or sense.only is classes["striving"]:
            return parse.lemma[matter.head] in sense.only
        return sense.only is not classes["talks"] or "alone" in sense.matter
    return bool(heads & sense.only) or bool(_of_heads(scene, matter.head) & sense.only)


def _is_amount(scene: Scene, matter: Matter) -> bool:
    """Whether it is a sum or a share that sides haggle over: "$5bn", "7 per cent"."""
    parse = scene.parse
    if parse.tag[matter.head] == "CD":
        return any(parse.tag[i] == "$" for i in parse.words_in(matter.span))
    return parse.lemma[matter.head] in ("cent", "percent", "%", "pc") and parse.kid(matter.head, "nummod") is not None


def _of_side(scene: Scene, clause: Clause, matter: Matter, sense: Sense) -> bool:
    """Whether a side wants, backs or opposes something that no list foresees: "*Chad* wanted lower prices"."""
    parse, head = scene.parse, matter.head
    if sense.only is not stance_words().classes["matter"] or sense.stance not in TAKING or sense.yet:
        return False
    if parse.tag[head] not in ("NN", "NNS") or parse.lemma[head] in PERSONAL or scene.is_actor(head):
        return False
    mentions = [scene.mentions[scene.mention_at[d]] for d in clause.doers if d in scene.mention_at]
    return bool(mentions) and all(m.kind in SIDES or m.noun in stance_words().classes["parties"] for m in mentions)


def _of_heads(scene: Scene, noun: int) -> set[str]:
    """The nouns below "of": "a series of *talks*"."""
    parse = scene.parse
    if parse.lemma[noun] not in MEASURES:
        return set()
    return {parse.lemma[o] for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")}
