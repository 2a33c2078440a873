"""The clauses of a text: who does what to whom, in which tense and under which modality.

A clause is one predicate (a verb, or an adjective after a copula: "is ready to") with its arguments in the order of
meaning, so that a passive and an active sentence look alike. Arguments that the grammar leaves out are put back: the
subject of an infinitive, of a participle, of the second verb of two, and what a relative pronoun stands for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.reading.grammar.above import CAUSING, asked_for, before_subject, made_clear, negates, neither
from dragoman.reading.grammar.headlines import is_headline_plan
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.participles import bare_participle
from dragoman.reading.grammar.relatives import antecedent, relative_object

Time = Literal["past", "present", "future", "unreal"]

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
COPULAS = frozenset({"be", "remain", "seem", "appear", "stand", "become", "stay", "look"})
OBJECT_CONTROL = frozenset(
    "urge ask tell invite force order allow press pressure push call want expect persuade convince instruct request "
    "encourage require warn advise direct command implore beg help enable authorise authorize compel permit lobby".split()
)
PLANNING = frozenset(
    "expect schedule plan intend agree promise pledge vow hope set due prepare decide aim arrange mean need want offer "
    "propose threaten ask urge invite order allow like wish tentatively slate poise ready willing able".split()
)
CREDITING = frozenset(
    "thank accuse praise blame suspect congratulate commend applaud criticise criticize prevent".split()
)
"""Verbs whose object does what the gerund below tells: "thanked Oman for *hosting*"."""
PARTICLES = frozenset({"forward", "aside", "away", "back", "off", "up", "down", "out"})
CONDITION_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "whether"})


@dataclass(slots=True)
class Clause:
    """One predicate with its arguments, as word indices.

    `doers` and `things` are the logical subjects and objects, coordination taken apart; `preps` maps a preposition to the
    words it governs; `complements` are the predicates below ("agreed to *meet*", "said that he *left*"). `under` are the
    lemmas of the predicates above, nearest first ("was expected to refuse to *meet*": refuse, expect). `condition` is the
    predicate of an if-clause that hangs on this one.
    """

    verb: int
    lemma: str
    kind: Literal["verb", "adjective"] = "verb"
    passive: bool = False
    doers: tuple[int, ...] = ()
    things: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    preps: dict[str, list[int]] = field(default_factory=dict)
    complements: tuple[int, ...] = ()
    under: tuple[str, ...] = ()
    above: int | None = None
    negated: bool = False
    yet: bool = False
    modal: str = ""
    time: Time = "present"
    progressive: bool = False
    conditional: bool = False

    def governed(self, *preps: str) -> list[int]:
        """Return the words that one of the prepositions governs."""
        return [i for p in preps for i in self.preps.get(p, ())]


def find_clauses(parse: Parse) -> list[Clause]:
    """Find the clauses of a text, in its order."""
    made: dict[int, Clause] = {}
    predicates = [i for i in range(len(parse)) if _is_predicate(parse, i)]
    for i in sorted(predicates, key=lambda i: _depth(parse, i)):
        made[i] = _clause(parse, i, made)
    return [made[i] for i in predicates]


def _is_predicate(parse: Parse, i: int) -> bool:
    tag, dep = parse.tag[i], parse.dep[i]
    if tag in VERB_TAGS:
        return dep not in ("aux", "auxpass", "amod", "compound", "prep", "case", "mark", "prt") and not (
            dep in ("ROOT", "ccomp") and parse.lemma[i] in COPULAS and _predicative(parse, i) is not None
        )
    if tag == "JJ" and _headlined(parse, i):
        return True
    return tag in ("JJ", "VBN") and dep in ("acomp", "oprd") and parse.tag[parse.head[i]] in VERB_TAGS


def _headlined(parse: Parse, i: int) -> bool:
    """Whether an adjective has a subject of its own, the copula left out: "Norland *ready* to talk, minister says"."""
    return parse.dep[i] in ("ROOT", "ccomp") and parse.kid(i, "nsubj") is not None


def _predicative(parse: Parse, copula: int) -> int | None:
    """The adjective that a copula carries, or None."""
    for c in parse.children[copula]:
        if parse.dep[c] in ("acomp", "oprd") and parse.tag[c] in ("JJ", "VBN"):
            return c
    return None


def _depth(parse: Parse, i: int) -> int:
    depth = 0
    while parse.head[i] != i:
        i = parse.head[i]
        depth += 1
    return depth


def _clause(parse: Parse, i: int, made: dict[int, Clause]) -> Clause:
    """Build the clause of predicate `i`; the predicates above it are made already."""
    adjective = parse.tag[i] not in VERB_TAGS or parse.dep[i] in ("acomp", "oprd")
    copula = parse.head[i] if adjective and not _headlined(parse, i) else i
    clause = Clause(verb=i, lemma=_lemma(parse, i), kind="adjective" if adjective else "verb")
    clause.above = _governor(parse, copula, made)
    above = made[clause.above] if clause.above is not None else None
    _set_mood(parse, clause, copula, above)
    subjects, passive_subjects = _subjects(parse, copula, above)
    objects = _expand(parse, parse.kids(i, "dobj", "attr" if not adjective else "dobj"))
    objects += [] if adjective else relative_object(parse, i)
    agents = [o for c in parse.children[i] if parse.dep[c] == "agent" for o in _expand(parse, parse.kids(c, "pobj"))]
    clause.passive = bool(passive_subjects) or parse.kid(i, "auxpass") is not None or bool(agents)
    if not clause.passive and not adjective and bare_participle(parse, i):
        clause.passive = True
        passive_subjects, subjects = subjects, []
    if clause.passive:
        clause.doers, clause.things = tuple(agents), tuple(passive_subjects or subjects) + tuple(objects)
    else:
        clause.doers, clause.things = tuple(subjects), tuple(objects)
    clause.recipients = tuple(_expand(parse, parse.kids(i, "dative", "iobj")))
    clause.preps = _prepositions(parse, (i, copula) if adjective else (i,))
    clause.complements = tuple(c for c in parse.children[i] if parse.dep[c] in ("xcomp", "ccomp") and c != i)
    return clause


def _lemma(parse: Parse, i: int) -> str:
    particle = next((c for c in parse.children[i] if _is_particle(parse, i, c)), None)
    return parse.lemma[i] if particle is None else f"{parse.lemma[i]} {parse.lower[particle]}"


def _is_particle(parse: Parse, verb: int, c: int) -> bool:
    """Whether a word is part of the verb: "called *off*", "put *forward*", "pulled *out* of"."""
    if parse.dep[c] == "prt":
        return True
    if parse.dep[c] == "prep" and parse.lower[c] == "out":
        return any(parse.lower[k] == "of" for k in parse.children[c])
    return parse.dep[c] == "advmod" and c == verb + 1 and (parse.lower[c] in PARTICLES or parse.tag[c] == "RP")


def _expand(parse: Parse, words: list[int]) -> list[int]:
    """Each word with those coordinated under it, relative pronouns replaced by what they stand for."""
    out: list[int] = []
    for word in words:
        out += [antecedent(parse, k) for k in parse.conjuncts(word)]
    return out


def _governor(parse: Parse, i: int, made: dict[int, Clause]) -> int | None:
    """The predicate of the clause that `i` hangs on: as complement, adverbial, second verb, or below a preposition."""
    while parse.dep[i] != "ROOT" and parse.head[i] != i:
        i = parse.head[i]
        if i in made:
            return i
        adjective = _predicative(parse, i) if parse.tag[i] in VERB_TAGS else None
        if adjective is not None and adjective in made:
            return adjective
    return None


def _subjects(parse: Parse, copula: int, above: Clause | None) -> tuple[list[int], list[int]]:
    """The subjects of a clause, active and passive, inherited where they are left out."""
    active = _expand(parse, parse.kids(copula, "nsubj"))
    passive = _expand(parse, parse.kids(copula, "nsubjpass"))
    if not active and not passive:  # "*Mali* has been opposed to it", hung on "been"
        passive = _expand(
            parse, [s for a in parse.kids(copula, "auxpass") for s in parse.kids(a, "nsubj", "nsubjpass")]
        )
    if active or passive:
        return active, passive
    dep, head = parse.dep[copula], parse.head[copula]
    if dep in ("acl", "relcl"):
        return ([] if parse.tag[head] in VERB_TAGS else _noun_subject(parse, copula, head)), []
    if above is None or dep not in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "dep"):
        return [], []
    if dep == "conj" and above.passive and bare_participle(parse, copula):
        return [], list(above.things)
    controlled = above.lemma in CAUSING or above.lemma.split()[0] in OBJECT_CONTROL
    if dep == "xcomp" and controlled and not above.passive and above.things:
        return list(above.things), []
    if dep in ("xcomp", "advcl") and parse.tag[copula] == "VB" and not above.passive:
        asked = list(above.recipients or above.things) if above.lemma == "give" else asked_for(above.lemma, above.preps)
        if asked:
            return asked, []
    if dep == "pcomp" and (owners := parse.kids(parse.head[head], "poss")) and parse.tag[parse.head[head]][:2] == "NN":
        return _expand(parse, owners), []  # "Mali's commitment to *seeking* peace"
    credited = dep == "pcomp" and above.lemma in CREDITING and parse.lower[head] in ("for", "of", "from")
    if credited and not above.passive and above.things:
        return list(above.things), []
    if dep == "ccomp" and parse.tag[copula] not in ("VBG", "VB"):
        return [], []
    shared = dep in ("conj", "xcomp") or not above.doers  # "the team was led by A and *included* B": the team
    return list(above.things if above.passive and shared and above.things else above.doers), []


def _noun_subject(parse: Parse, verb: int, noun: int) -> list[int]:
    """The subject of a participle or infinitive that modifies a noun: "a team *headed* by", "X's offer to *host*"."""
    if parse.tag[verb] == "VB" or any(parse.tag[c] == "TO" for c in parse.children[verb]):
        holders = parse.kids(noun, "poss")
        headline = parse.dep[noun] == "ROOT" and parse.tag[noun][:3] == "NNP"  # "Norland, Tavia to hold talks"
        return _expand(parse, holders or ([noun] if headline else []))
    if parse.dep[verb] == "relcl" and any(parse.dep[c] in ("nsubj", "nsubjpass") for c in parse.children[verb]):
        return []
    return [noun]


def _prepositions(parse: Parse, words: tuple[int, ...]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    queue = [c for w in words for c in parse.children[w] if parse.dep[c] in ("prep", "agent", "dative")]
    queue += [p for w in words for c in parse.kids(w, "advmod", "prt") if c == w + 1 for p in parse.kids(c, "prep")]
    while queue:
        prep = queue.pop(0)
        inner = [c for c in parse.children[prep] if parse.dep[c] in ("pobj", "pcomp")]
        out.setdefault(parse.lower[prep], []).extend(_expand(parse, inner))
        queue += [c for c in parse.children[prep] if parse.dep[c] in ("prep", "conj") and parse.tag[c] in ("IN", "TO")]
    return out


def _set_mood(parse: Parse, clause: Clause, copula: int, above: Clause | None) -> None:
    """Read tense, negation and modality off the auxiliaries, and pass on what the clause above says of this one."""
    kids = parse.children[copula]
    auxiliaries = [c for c in kids if parse.dep[c] in ("aux", "auxpass")]
    if copula != clause.verb:
        kids = kids + parse.children[clause.verb]
    clause.negated = any(negates(parse, c) for c in kids) or neither(parse, copula)
    clause.modal = next((parse.lower[c] for c in auxiliaries if parse.tag[c] == "MD"), "")
    clause.progressive = parse.tag[copula] == "VBG" and any(parse.lemma[c] == "be" for c in auxiliaries)
    dep = parse.dep[copula]
    beside = dep == "pcomp" and parse.lower[parse.head[copula]] == "with" and parse.kid(copula, "nsubj") is not None
    if above is not None and dep in ("xcomp", "ccomp", "pcomp") and not beside:  # "with Mali *shelling* the port"
        clause.under = (above.lemma, *above.under)
    elif above is not None and dep == "conj":
        joined = parse.tag[copula] == "VB" and any(parse.tag[c] == "VB" for c in above.complements)
        clause.under = (above.lemma, *above.under) if joined else above.under
        clause.conditional, clause.modal = above.conditional, clause.modal or _shared_modal(parse, copula, above)
    marks = {parse.lower[c] for c in kids if parse.dep[c] in ("mark", "advmod")}
    clause.conditional = (
        clause.conditional
        or before_subject(parse, copula, "should")  # "*Should* Norland pay?"
        or (dep == "pcomp" and parse.lower[parse.head[copula]] in ("provided", "providing"))
        or (dep == "advcl" and bool(marks & CONDITION_MARKS) and not _come_about(parse, copula, marks, above))
    )
    yet = "yet" in marks and not before_subject(parse, copula, "yet")
    clause.yet = (yet and (above is None or above.lemma in ("have", "be"))) or bool(
        above is not None
        and dep == "xcomp"
        and above.lemma in ("have", "be")
        and any(parse.lower[c] == "yet" for c in parse.children[above.verb])
    )
    clause.time = _time(parse, clause, copula, auxiliaries, above)
    if not clause.under and above is not None and made_clear(parse, copula):
        clause.under = ("say", *above.under)


def _come_about(parse: Parse, copula: int, marks: set[str], above: Clause | None) -> bool:
    """Whether "once" tells of something past: "ordered a halt once the rebels *agreed*"."""
    return "once" in marks and parse.tag[copula] == "VBD" and above is not None and above.time == "past"


def _shared_modal(parse: Parse, copula: int, above: Clause) -> str:
    """The modal of the first of two verbs holds for a second one in base form: "will meet and *sign*", "and *be signed*"."""
    if any(parse.tag[c] == "VBD" for c in parse.kids(copula, "aux")):
        return ""  # "would stay silent but *did* not leave"
    bare = parse.tag[copula] == "VB" or any(parse.lower[c] == "be" for c in parse.kids(copula, "auxpass"))
    return above.modal if bare and not parse.kids(copula, "nsubj", "nsubjpass") else ""


def _time(parse: Parse, clause: Clause, copula: int, auxiliaries: list[int], above: Clause | None) -> Time:
    tag, tags = parse.tag[copula], {parse.tag[c] for c in auxiliaries}
    if clause.modal in ("will", "'ll", "’ll", "shall", "wo"):
        return "future"
    if clause.modal in ("would", "could", "may", "might", "should", "must", "can", "'d", "’d", "ca"):
        return "unreal"
    if tag == "VBD" or "VBD" in tags:
        return "past"
    if tag == "VBN" and ("VBZ" in tags or "VBP" in tags) and any(parse.lemma[c] == "have" for c in auxiliaries):
        return "past"
    if tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return "present"
    if above is not None and tag == "VB" and (above.lemma in PLANNING or above.lemma in ("be", "go")):
        return "future"
    if tag == "VB" and "TO" in tags and is_headline_plan(parse, copula, alone=above is None):
        return "future"
    if tag == "VB" and parse.dep[copula] in ("xcomp", "acl", "advcl"):
        return "future" if above is None or above.time != "past" else "unreal"
    return above.time if above is not None else "present"
