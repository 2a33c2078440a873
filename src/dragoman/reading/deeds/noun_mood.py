"""Whether what a noun names was done: by the words in front of it and the clause that it stands in."""

from __future__ import annotations

from dragoman.reading.deeds.governors import HOSTILE
from dragoman.reading.deeds.hold import Hold, carrier_of
from dragoman.reading.deeds.mood import Mood, mood_of, not_done
from dragoman.reading.deeds.unreal import is_question
from dragoman.reading.deeds.words import DeedWords
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.lending import day_of_deed
from dragoman.reading.scene import Scene

EASING = frozenset({"lift", "ease", "relax", "remove", "waive", "drop", "loosen", "scrap", "repeal"})
EASED = frozenset({"lifting", "easing", "removal", "relaxation", "suspension", "waiver"})
"""Nouns behind whose "of" stands what is no longer done."""
LIKELY = frozenset({"likely", "imminent", "inevitable", "near"})
DUE = frozenset({"due", "set", "schedule", "scheduled", "plan", "expect", "slate", "poise", "poised"})
UNLIKELY = frozenset({"possible", "unlikely", "impossible", "conceivable"})
STARTING = frozenset({"take", "begin", "start", "come", "enter", "kick in", "open"})
HAPPENING = frozenset(
    "take follow begin start continue resume occur happen rage kill come hit erupt go intensify end enter flare".split()
) | frozenset({"go on", "break out", "flare up"})
WISHING = frozenset(
    "demand urge call seek request want propose discuss consider reject refuse oppose favour favor negotiate require need "
    "offer ask pledge promise prevent avoid avert contemplate mull debate support advocate suggest await deter "
    "recommend weigh push argue lobby defend protect guard brace withstand resist explore eye justify merit warrant invite "
    "fear warn forestall foil thwart oversee approve face risk".split()
)
WISHES = frozenset(
    "call demand appeal proposal plan deal agreement talk negotiation request offer hope possibility pressure condition "
    "resolution draft vote bid effort push right ban pledge promise question risk fear warning idea option threat prospect "
    "danger potential likelihood preparation ultimatum decision timetable deadline term discussion accord pact need "
    "prevention case event absence".split()
)
PAPERS = frozenset(
    "agreement deal accord pact plan proposal truce ceasefire resolution roadmap framework offer draft".split()
)
"""What sides agree on or propose."""
FORESEEING = frozenset(
    {
        "involve",
        "include",
        "provide",
        "envisage",
        "foresee",
        "stipulate",
        "require",
        "entail",
        "see",
        "contain",
        "cover",
    }
    | {"guarantee", "mean", "allow", "set", "call"}
)
"""What a paper does with what is to be done."""
ENDING = frozenset({"end", "stop", "halt", "suspend"})
REFUSING = frozenset({"refuse", "fail", "decline", "reject"})
SAID_OF = frozenset("be remain show prove anger outrage shock surprise please outrageous".split())
"""What is said of what was done, in the present."""
AHEAD = frozenset("planned imminent looming expected threatened upcoming forthcoming scheduled fresh".split())
POINTING = frozenset({"the", "this", "that", "these", "those"})
UNREAL = frozenset("possible potential future hypothetical any no further alleged feared such no".split())


def noun_mood(scene: Scene, noun: int, entry: DeedWords, hold: Hold) -> Mood | None:
    """Whether what the noun names happened, by the words in front of it and the clause that it stands in."""
    parse = scene.parse
    front = {parse.lower[c] for c in parse.children[noun] if c < noun}
    clause = hold.clause
    if clause is not None and clause.lemma == "deny" and hold.how != "subject":
        return None if not_done(scene, clause) else Mood("denied")
    if front & UNREAL:
        return None
    ahead = bool(front & AHEAD)
    foreseen = clause is not None and clause.lemma in FORESEEING and any(parse.lemma[d] in PAPERS for d in clause.doers)
    if foreseen or front & EASED or (hold.nouns[:1] and hold.nouns[0] in EASED):
        return None
    if hold.nouns and WISHES & set(hold.nouns):
        return _wish(entry, hold)
    if not ahead and _is_past(scene, noun, clause):
        return Mood("happened")
    if clause is None:
        return None if is_question(scene, noun) else Mood("expected", "prepared") if ahead else _standing(entry, "free")
    if clause.lemma in EASING and hold.how != "subject":
        return None
    if hold.how == "subject" and (_is_due(clause) or clause.lemma in LIKELY | UNLIKELY):
        return Mood("expected", "prepared") if clause.lemma not in UNLIKELY and clause.time != "past" else None
    if hold.how in ("light", "subject") or clause.lemma in ("threaten", "plan", "prepare"):
        return _by_clause(scene, noun, entry, hold, ahead=ahead)
    if clause.lemma in WISHING and hold.how == "below":
        return None
    if not (ahead or hold.nouns) and _only_imagined(scene, noun, clause):
        return None
    owned = _is_told_of_owner(scene, noun, entry, hold)
    return Mood("expected", "prepared") if ahead else Mood("happened") if owned else _standing(entry, hold.how)


def _only_imagined(scene: Scene, noun: int, clause: Clause) -> bool:
    """Whether a deed of no day, that no word points to, stands in what only could be: "would lead to *strikes* on Ober"."""
    unreal = clause.conditional or bool(clause.modal) or clause.time in ("future", "unreal")
    carrier = carrier_of(scene, noun)
    front = (*scene.parse.children[noun], *(() if carrier is None else scene.parse.children[carrier]))
    pointed = any(scene.parse.lower[c] in POINTING or scene.parse.dep[c] == "poss" for c in front)
    return unreal and not pointed and day_of_deed(scene, noun) is None


def _is_told_of_owner(scene: Scene, noun: int, entry: DeedWords, hold: Hold) -> bool:
    """Whether what somebody yields is told with its owner and its object: "announced with *its* release *of 26 men*"."""
    parse, clause = scene.parse, hold.clause
    if entry.sense != "yielding" or hold.nouns or parse.kid(noun, "poss") is None:
        return False
    of = any(parse.lower[c] == "of" for c in parse.kids(noun, "prep"))
    told = clause is not None and (clause.time == "past" or (clause.time == "present" and clause.lemma in SAID_OF))
    return of and told and clause is not None and not (clause.negated or clause.modal or clause.conditional)


def _is_due(clause: Clause) -> bool:
    """Whether something is only set or expected: "the strike *is due* to begin"."""
    return clause.lemma in DUE and (clause.kind == "adjective" or clause.passive)


def by_day(scene: Scene, mood: Mood, clause: Clause | None, date: int | None) -> Mood:
    """What becomes of a deed told in the present that has a day to come: "new tariffs take effect *next week*"."""
    if date is None or clause is None or clause.time != "present" or mood.mood or mood.status == "denied":
        return mood
    ahead = scene.dates[date].tense == "future" and clause.lemma in STARTING
    return Mood("expected", "prepared") if ahead else mood


def _is_past(scene: Scene, noun: int, clause: Clause | None) -> bool:
    """Whether something is told as what came before: "after the release of nine men", "the talks follow their freeing"."""
    parse = scene.parse
    head = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[head] in ("after", "following", "since"):
        return parse.tag[parse.head[head]] in ("VBD", "VBN", "VBZ")
    return parse.dep[noun] == "dobj" and clause is not None and clause.lemma == "follow" and clause.time != "future"


def _wish(entry: DeedWords, hold: Hold) -> Mood | None:
    """A deed below a noun of wish or fear: only threats and preparations count."""
    if entry.sense in HOSTILE and {"threat", "preparation"} & set(hold.nouns):
        return Mood("expected", "threatened" if "threat" in hold.nouns else "prepared")
    return None


def _by_clause(scene: Scene, noun: int, entry: DeedWords, hold: Hold, *, ahead: bool) -> Mood | None:
    clause = hold.clause
    if clause is None:
        return None
    lasting = "lasting" in entry.manner or clause.lemma in ("continue", "resume")
    if hold.how == "light" and clause.lemma in ENDING and entry.sort == "labour-strike":
        return Mood("happened" if clause.time == "past" and not clause.negated else "ongoing")
    if hold.how != "subject" and clause.lemma in ("threaten", "plan", "prepare"):
        return Mood("expected", "threatened" if clause.lemma == "threaten" else "prepared")
    mood = mood_of(scene, clause, entry.sense, lasting=lasting)
    if hold.how == "subject" and clause.lemma not in HAPPENING:
        if _is_told_of_owner(scene, noun, entry, hold):
            return Mood("happened")
        return None if not ahead and _only_imagined(scene, noun, clause) else _standing(entry, "subject")
    if mood is not None and ahead and not mood.mood and hold.how == "subject":
        return Mood("expected", "prepared")
    if mood is None and hold.how == "light" and clause.lemma in ("stop", "halt", "end", "suspend"):
        unstopped = clause.negated or bool(REFUSING.intersection(clause.under))
        return Mood("ongoing") if entry.sense in HOSTILE and unstopped else None
    return mood


def _standing(entry: DeedWords, how: str) -> Mood | None:
    """A deed that words only mention: violence is taken to have happened, what sides negotiate about is not."""
    del how
    if entry.sense in HOSTILE or "mutual" in entry.manner:
        return Mood("ongoing" if "lasting" in entry.manner else "happened")
    return None
