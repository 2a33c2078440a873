"""Agreements that no verb tells, but a noun takes for known: "under the deal brokered by Oman", "the 2015 nuclear accord".

A noun phrase takes an accord for known by an owner, a day, a year or named sides, by what is done with accords that exist
("monitor", "extend", "violate"), by their parts ("the second phase of") or by what came of them ("a truce allowed …"). What
is only hoped for or discussed is none; in doubt a mere "the deal" is left to be joined to one told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accords.facts import Accord
from dragoman.reading.accords.repute import Repute
from dragoman.reading.accords.rules import AccordRules
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

GROUNDING = frozenset({"under", "despite", "since", "after", "following", "during"})
BROKERED = frozenset({"brokered", "mediated", "negotiated", "signed", "agreed"})


def told_by_nouns(scene: Scene, rules: AccordRules) -> Iterator[Accord]:
    """Find the accords that nouns take for known and that no rule has told."""
    nouns, repute = rules.nouns, Repute(scene, rules)
    for i, lemma in enumerate(scene.parse.lemma):
        if i in rules.told or (lemma not in rules.senses and lemma != "fire"):
            continue
        if not nouns.strong(i) and not (nouns.sort(i) == "weak" and _by_name(scene, i)):
            continue
        if nouns.hoped(i) or not (_lasting(scene, rules, i) or _in_a_fact(scene, rules, i) or repute.known_by_name(i)):
            continue
        about, back = nouns.about(i)
        yield Accord(
            verb=i,
            rule="told-by-noun",
            status="in-force" if nouns.sort(i) == "truce" else "agreed",
            about=about,
            parties=nouns.parties(i),
            noun=i,
            dated=(i,),
            back=back and not nouns.parties(i),
            span=_whole(scene, i),
        )


def _by_name(scene: Scene, i: int) -> bool:
    """Whether a noun ends a name: "the *Lakeside Declaration*"."""
    parse = scene.parse
    return parse.tag[i] == "NNP" and any(parse.tag[c] == "NNP" for c in parse.kids(i, "compound", "nmod"))


def _in_a_fact(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether the phrase takes the accord for known, in a clause that tells a fact."""
    if not (_grounded(scene, rules, i) or _at_work(scene, rules, i)):
        return False
    clause = next((scene.clause_at[a] for a in scene.parse.ancestors(i) if a in scene.clause_at), None)
    return clause is None or rules.real(clause, future=True)


def _lasting(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether the accord exists whatever the clause says: "wants to *extend the truce*", "to revive *the 2015 accord*"."""
    parse, senses = scene.parse, rules.senses
    up = parse.head[i]
    if parse.dep[i] == "pobj" and "phase" in senses.get(parse.lemma[parse.head[up]], ()):
        return rules.nouns.definite(i) or (rules.nouns.definite(parse.head[up]) and _particular(scene, rules, i))
    if _dated(scene, i):
        return True
    if not rules.nouns.definite(i):
        return _expires(scene, rules, i)
    if parse.dep[i] in ("dobj", "nsubjpass") and up in scene.clause_at:
        return "existing" in senses.get(scene.clause_at[up].lemma, ())
    if parse.dep[i] == "nsubj" and up in scene.clause_at:
        return "expiring" in senses.get(scene.clause_at[up].lemma, ())
    return False


def _particular(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether an accord told anew is no mere kind: it has sides, a number or a past ("a *20-point* deal *with the rebels*")."""
    parse = scene.parse
    told = any(parse.dep[c] in ("nummod", "relcl", "acl") or parse.kid(c, "nummod") for c in parse.children[i])
    return told or bool(rules.nouns.parties(i))


def _expires(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether a day ends an accord told anew: "that is when *a two-year pact* expires"; not "would expire", "if it expires"."""
    clause = scene.clause_at.get(scene.parse.head[i])
    if clause is None or i not in clause.doers or "expiring" not in rules.senses.get(clause.lemma, ()):
        return False
    told = clause.time in ("present", "past") and not (clause.negated or clause.conditional or clause.under)
    return told and scene.parse.tag[clause.verb] in ("VBZ", "VBP", "VBD")


def _dated(scene: Scene, i: int) -> bool:
    """Whether a day, month or year that is over stands in front of the noun: "the *2015* accord", "the *October* truce"."""
    parse = scene.parse
    return any(
        (parse.tag[c] == "CD" and len(parse.word[c]) == 4 and parse.word[c].isdigit())
        or (parse.dep[c] in ("compound", "nmod") and parse.tag[c] == "NNP" and _in_date(scene, c))
        for c in parse.children[i]
        if c < i
    )


def _in_date(scene: Scene, word: int) -> bool:
    at = scene.parse.start[word]
    return any(d.span.start <= at < d.span.end for d in scene.dates)


def _grounded(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether a broker, a preposition, named sides or what came of it show that the accord is there."""
    parse, kids = scene.parse, scene.parse.children[i]
    if any(parse.dep[c] == "amod" and parse.lower[c] in BROKERED for c in kids):
        return True
    if not rules.nouns.definite(i):
        return False
    if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in GROUNDING:
        return True
    above = parse.head[parse.head[i]]
    if parse.dep[i] == "pobj" and (
        parse.lower[above] == "part" or (parse.lemma[above] == "term" and parse.lower[parse.head[above]] == "under")
    ):
        return True  # "as part of the agreement", "under the terms of the accord"
    sides = [w for w in rules.nouns.parties(i) if w > i and scene.is_actor(w)]
    return len(rules.nouns.parties(i)) > 1 or bool(sides) or _by_name(scene, i) or _carried_out(scene, i)


def _carried_out(scene: Scene, i: int) -> bool:
    """Whether the accord to do something is told with what came of it: "the agreement to swap prisoners followed talks"."""
    parse = scene.parse
    below = [c for c in parse.kids(i, "acl") if parse.tag[c] == "VB"]
    clause = scene.clause_at.get(parse.head[i])
    return bool(below) and clause is not None and parse.dep[i] == "nsubj" and clause.time == "past"


def _at_work(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether an accord is told by what it did: "a week-long truce *allowed* aid in", "the deal *freeing* the crew"."""
    parse = scene.parse
    doing = [c for c in parse.kids(i, "acl", "relcl") if parse.tag[c] in ("VBG", "VBD")]
    doing += [parse.head[i]] if parse.dep[i] == "nsubj" else []
    return any(_worked(scene.clause_at.get(v), rules, i) for v in doing)


def _worked(clause: Clause | None, rules: AccordRules, i: int) -> bool:
    if clause is None or "working" not in rules.senses.get(clause.lemma, ()) or clause.passive:
        return False
    gerund = rules.parse.tag[clause.verb] == "VBG" and rules.nouns.definite(i)
    return i in clause.doers and (gerund or (clause.time == "past" and rules.real(clause)))


def _whole(scene: Scene, i: int) -> Span:
    """The noun with what names its sides and matter."""
    parse = scene.parse
    return parse.span(min(parse.left[i], i), max([i, *(parse.right[c] for c in parse.kids(i, "prep", "acl") if c > i)]))
