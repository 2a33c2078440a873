"""The matter of a stance: its words where the sense of the word looks for them, of the class that the sense asks for."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.marks import Mention
from dragoman.reading.scene import Scene
from dragoman.reading.stances.displaced import unnamed
from dragoman.reading.stances.slots import POINTERS, in_slot, with_object
from dragoman.reading.stances.themes import Matter, theme_of, tidied
from dragoman.reading.stances.words import Sense, stance_words

SIDES = frozenset({"state", "government", "armed-group", "igo"})
TAKING = frozenset({"demands", "rejects"})
PERSONAL = frozenset(
    "people person man woman child time day week month year way thing attention revenge wind weather".split()
)
"""What nobody lays on a table."""
STRIKING = frozenset("offensive attack assault operation advance invasion strike victory campaign claim war".split())
"""What somebody presses or seeks in the field and not at a table."""
BODILY = frozenset(
    "shoot throw bin knock block torpedo quash wave brush miss skip push press shun freeze close shut slam pull".split()
)
"""Verbs that are a stance on what stands on a table only: "shot down the plan", and not "shot down six drones"."""
WHICH = frozenset({"what", "which", "whatever"})
WILLED = frozenset({"should", "would", "could", "must", "will"})
STANDING = frozenset("endorse favour favor champion support back".split())
"""Verbs by which a side stands behind whatever it is, as long as it is no person."""
PROPPED = frozenset(
    "dollar currency yen mark franc pound peso price market economy growth job terrorism terror claim view assertion argument theory life "
    "conclusion candidate candidacy nominee nomination industry weight rate family army war group side right extremism".split()
)
"""What is supported by money, arms, votes or facts, and not at a table."""
MEASURES = frozenset(
    "series round set number form kind continuation period start pair part implementation possibility prospect lot range some many several all most part element aspect point".split()
)


def matter_of(scene: Scene, clause: Clause, sense: Sense) -> Matter | None:
    """Return the matter of a verb or adjective in one of its senses, None where there is none of the right class."""
    for slot in sense.matter:
        found = with_object(scene, clause, sense, slot) if sense.object else in_slot(scene, clause, slot)
        if found is not None and any(scene.parse.lower[k] in WHICH for k in scene.parse.kids(found.head, "det")):
            return None  # "unclear *what steps* it was proposing"
        if found is not None and (
            _fits(scene, found, sense)
            or _of_side(scene, clause, found, sense)
            or _deed_of_side(scene, clause, found, sense)
        ):
            return tidied(scene, _unwrapped(scene, found, sense))
    return None


def _unwrapped(scene: Scene, matter: Matter, sense: Sense) -> Matter:
    """The matter of a noun that only says the stance again: "stood by its call *that wages be paid*"."""
    for again in stance_words().nouns.get(scene.parse.lemma[matter.head], ()):
        if again.id != "pressure" and again.stance == sense.stance and sense.stance in ("demands", "proposes"):
            inner = theme_of(scene, matter.head, again)
            if inner is not None and (sense.stance == "demands" or _proposed(scene, inner)):
                return inner
    return matter


def _suggested(scene: Scene, noun: int) -> bool:
    """Whether a claim is one of what shall be done: "any suggestion that Chad *should leave*"."""
    parse = scene.parse
    told = parse.kids(noun, "acl", "ccomp", "relcl")
    return any(parse.lower[k] in WILLED for v in told for k in parse.kids(v, "aux"))


def _proposed(scene: Scene, inner: Matter) -> bool:
    """Whether a plan's own matter can be proposed: "a plan for *a truce*", but "*a plan* for the valley"."""
    verb = scene.parse.tag[inner.head][:2] == "VB"
    return verb or scene.parse.lemma[inner.head] in stance_words().classes["matter"]


def _fits(scene: Scene, matter: Matter, sense: Sense) -> bool:
    parse = scene.parse
    heads = {parse.lemma[i] for i in parse.conjuncts(matter.head)}
    if sense.not_only & heads and not _suggested(scene, matter.head):
        return False
    pointing = parse.lower[matter.head] in POINTERS and not parse.kids(
        matter.head, "acl", "relcl"
    )  # "*those* held in it"
    if sense.only is None or pointing or parse.lower[matter.head] == "which":
        return sense.stance != "offers" or sense.only is None  # "talks that they pledged to mend" promises no talks
    if _is_amount(scene, matter):
        return sense.stance in ("demands", "proposes")
    classes = stance_words().classes
    if parse.tag[matter.head][:2] == "VB":
        if sense.only in (classes["asks"], classes["plans"], classes["dealt"]):
            return False
        if sense.only in (classes["dealing"], classes["striving"], classes["undoing"]):
            return parse.lemma[matter.head] in sense.only or _of_talks(scene, matter.head)
        return sense.only is not classes["talks"] or "alone" in sense.matter
    if sense.only is classes["matter"] and sense.stance != "proposes" and heads & stance_words().nouns.keys():
        return True
    return bool(heads & sense.only) or bool(_of_heads(scene, matter.head) & sense.only)


def _is_amount(scene: Scene, matter: Matter) -> bool:
    """Whether it is a sum or a share that sides haggle over: "$5bn", "7 per cent"."""
    parse = scene.parse
    if parse.tag[matter.head] == "CD":
        return any(parse.tag[i] == "$" for i in parse.words_in(matter.span))
    return (
        parse.lemma[matter.head] in ("cent", "percent", "%", "pc", "pct", "point")
        and parse.kid(matter.head, "nummod") is not None
    )


def _of_side(scene: Scene, clause: Clause, matter: Matter, sense: Sense) -> bool:
    """Whether a side wants, backs or opposes something that no list foresees: "*Chad* wanted lower prices"."""
    parse, head = scene.parse, matter.head
    wanting = (
        sense.stance in TAKING
        or parse.lemma[clause.verb] in STANDING
        or (clause.negated and sense.stance in ("accepts", "supports"))
    )
    if (
        sense.only is not stance_words().classes["matter"]
        or not wanting
        or sense.yet
        or parse.lemma[clause.verb] in BODILY
    ):
        return False
    if any(parse.tag[k] == "TO" for c in clause.complements for k in parse.children[c]):
        return False
    if parse.tag[head] not in ("NN", "NNS") or parse.lemma[head] in PERSONAL or not _thing(scene, head):
        return False
    if parse.lemma[head] in (STRIKING if sense.stance == "demands" else STRIKING | PROPPED):
        return False
    mentions = [scene.mentions[scene.mention_at[d]] for d in clause.doers if d in scene.mention_at]
    return bool(mentions) and all(_sits(scene, m) for m in mentions)


def _deed_of_side(scene: Scene, clause: Clause, matter: Matter, sense: Sense) -> bool:
    """Whether a side wants or promises to do what sides bargain about, to something: "*Chad* wants to *raise fees*"."""
    parse, classes = scene.parse, stance_words().classes
    deed = scene.clause_at.get(matter.head)
    if sense.only is not classes["dealing"] or deed is None or deed.lemma.replace(" ", "_") not in classes["bargain"]:
        return False
    things = [t for t in parse.kids(matter.head, "dobj") if t > matter.head]
    loose = (parse.lemma[t] in classes["pointless"] or parse.tag[t][:2] == "PR" or scene.is_actor(t) for t in things)
    if not things or any(loose):
        return False
    mentions = [scene.mentions[scene.mention_at[d]] for d in clause.doers if d in scene.mention_at]
    return bool(mentions) and all(_sits(scene, m) for m in mentions)


def _thing(scene: Scene, head: int) -> bool:
    """Whether a word is no actor, or one that can be sent: "wants European *troops* on the ground"."""
    return not scene.is_actor(head) or unnamed(scene, head) or scene.mentions[scene.mention_at[head]].kind == "military"


def _sits(scene: Scene, mention: Mention) -> bool:
    """Whether somebody can sit at a table: a state, a body, a party, a person in office, or "it" and "we" for one."""
    if mention.form == "pronoun":
        return mention.span.end - mention.span.start == len("it")
    named = (
        mention.kind == "person" and mention.form == "name" and (mention.role is not None or _in_office(scene, mention))
    )
    return named or mention.kind in SIDES or mention.noun in stance_words().classes["parties"]


def _in_office(scene: Scene, mention: Mention) -> bool:
    """Whether somebody's office is told where they are named in full: "*President* Ana Ruiz ... Ruiz"."""
    words = scene.parse.text[mention.head.start : mention.head.end].split()
    return bool(words) and any(
        m.role is not None
        and m.kind == "person"
        and m.form == "name"
        and m.head.of(scene.parse.text).split()[-1:] == words[-1:]
        for m in scene.mentions
    )


def _of_talks(scene: Scene, verb: int) -> bool:
    """Whether what somebody wants to do is done to talks or a deal: "would prefer to have *the meeting* elsewhere"."""
    parse, classes = scene.parse, stance_words().classes
    things = parse.kids(verb, "dobj")
    dealt = classes["talks"] | classes["deals"] | classes["stakes"]
    return any(parse.lemma[t] in dealt for t in things) and not any(
        parse.tag[c] in ("VB", "VBN") for c in parse.kids(verb, "conj")
    )


def _of_heads(scene: Scene, noun: int) -> set[str]:
    """The nouns below "of": "a series of *talks*"."""
    parse = scene.parse
    if parse.lemma[noun] not in MEASURES:
        return set()
    return {parse.lemma[o] for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")}
