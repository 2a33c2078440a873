"""Deeds told by nouns: "the killing of two herders", "Norland's air raids", "came under heavy fire from militants"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.attach import date_of, place_of
from dragoman.reading.clauses import Clause
from dragoman.reading.deed_frame import noun_fits, noun_preps
from dragoman.reading.deed_mood import HOSTILE, Mood, mood_of
from dragoman.reading.deed_spans import clause_span, noun_span
from dragoman.reading.deed_words import DeedWords, deed_lexicon
from dragoman.reading.marks import Deed
from dragoman.reading.participants import all_of
from dragoman.reading.protests import PROTESTS, protest_target
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

LIGHT = frozenset(
    "launch carry conduct stage mount hold make take begin start resume continue commit perpetrate unleash undertake "
    "intensify escalate wage lead order respond retaliate engage open face suffer impose declare execute organize organise "
    "step complete plan prepare threaten announce join mark see renew press".split()
) | {"carry out", "step up", "call", "go", "stop", "halt", "end", "suspend", "begin", "set off", "ramp up"}
TAKING = frozenset({"face", "suffer", "see", "mark"})
"""Verbs whose subject did not do what their object names."""
THROUGH = {
    "prepare": {"for"},
    "respond": {"with"},
    "retaliate": {"with", "by"},
    "engage": {"in"},
    "go": {"on"},
    "take": {"in"},
    "join": {"in"},
    "resort": {"to"},
}
"""Verbs that name what is done after a preposition: "responded with *strikes*", "went on *strike*"."""
COUNTING = frozenset({"series", "wave", "string", "spate", "round", "number", "day", "week", "hour", "kind", "campaign", "act", "burst"})
"""Nouns that count or measure the deed named after "of": "a series of *strikes*"."""
OWNING_UP = frozenset({"claim", "accept", "take", "admit", "assume"})
EASING = frozenset({"lift", "ease", "relax", "remove", "waive", "drop", "loosen", "scrap", "repeal"})
LIKELY = frozenset({"likely", "imminent", "inevitable", "near"})
UNLIKELY = frozenset({"possible", "unlikely", "impossible", "conceivable"})
HAPPENING = frozenset("take follow begin start continue resume occur happen rage kill come hit erupt go intensify end".split())
WISHING = frozenset(
    "demand urge call seek request want propose discuss consider reject refuse oppose favour favor negotiate require need "
    "offer ask pledge promise prevent avoid avert contemplate mull debate support advocate suggest await deter "
    "fear warn accuse forestall foil thwart oversee approve face risk".split()
)
WISHES = frozenset(
    "call demand appeal proposal plan deal agreement talk negotiation request offer hope possibility pressure condition "
    "resolution draft vote bid effort push right ban pledge promise question risk fear warning idea option threat prospect "
    "danger potential likelihood preparation ultimatum decision timetable deadline term discussion accord pact need "
    "prevention case event absence".split()
)
AHEAD = frozenset("planned imminent looming expected threatened upcoming forthcoming scheduled fresh".split())
UNREAL = frozenset("possible potential future hypothetical any no further alleged feared such no".split())
POINTING = frozenset({"the", "this", "that", "these", "those"})
DOING = ("by", "from")
TARGETS = ("on", "against", "of", "at", "into")
LINKED = ("led", "claimed", "backed", "ordered")


class Hold(NamedTuple):
    """The clause that a deed's noun stands in, and how: "light" as its object, "subject", "below" or free (no clause)."""

    clause: Clause | None
    how: str
    nouns: tuple[str, ...]


def deed_noun(scene: Scene, word: int) -> bool:
    """Say whether a word is a noun of the lexicon of deeds."""
    return scene.parse.lemma[word] in deed_lexicon().by_noun


def noun_sort(scene: Scene, word: int) -> str | None:
    """The sort of deed that a noun names, whoever did it; None where it names none."""
    entry = _entry(scene, word, ())
    return entry.sort if entry is not None else None


def _entry(scene: Scene, word: int, doers: tuple[int, ...]) -> DeedWords | None:
    if scene.parse.tag[word][:2] not in ("NN", "VB"):
        return None
    for entry in deed_lexicon().by_noun.get(scene.parse.lemma[word], ()):
        if noun_fits(scene, word, entry, doers):
            return entry
    return None


def noun_doers(scene: Scene, noun: int) -> list[int]:
    """The words for who did what a noun names, out of its own phrase."""
    return _doers(scene, noun, Hold(None, "free", ()))


def noun_deeds(scene: Scene, used: set[int]) -> list[Deed]:
    """Find the deeds that nouns tell and that no verb has told already (`used`)."""
    parse, by_noun = scene.parse, deed_lexicon().by_noun
    found = []
    for i, lemma in enumerate(parse.lemma):
        if lemma not in by_noun or i in used or parse.tag[i][:2] != "NN" or parse.dep[i] in ("compound", "amod", "nmod"):
            continue
        deed = _deed(scene, i)
        if deed is not None:
            found.append(deed)
    return found


def _deed(scene: Scene, noun: int) -> Deed | None:
    hold = _hold(scene, noun)
    doers = _doers(scene, noun, hold)
    entry = _entry(scene, noun, tuple(doers))
    if entry is None or (hold.clause is not None and hold.how == "light" and hold.clause.lemma in entry.without):
        return None
    mood = _mood(scene, noun, entry, hold)
    if mood is None:
        return None
    actor, target = _sides(scene, noun, entry, doers, hold)
    light = hold.clause is not None and hold.how in ("light", "subject")
    place = noun_place(scene, noun, hold if light else None)
    date = date_of(scene, noun)
    if date is None and light and hold.clause is not None:
        date = date_of(scene, hold.clause.verb)
    named = actor is not None or target is not None
    pointing = any(scene.parse.lower[c] in POINTING for c in scene.parse.children[noun])
    if not named and ("loose" in entry.manner or (place is None and date is None)) and not pointing and not _told(scene, noun, hold):
        return None
    return Deed(
        span=_span(scene, noun, hold),
        cue=scene.parse.span(noun, noun),
        sort=entry.sort,
        status=mood.status,
        what=noun_span(scene, noun),
        actor=actor,
        target=target,
        place=place,
        date=date,
        rule=f"deed-noun:{entry.sort}",
        mood=mood.mood,
        back=pointing,
    )


def _told(scene: Scene, noun: int, hold: Hold) -> bool:
    """Whether a noun without names is told as news: it happens, and words describe it ("days of cross-border raids followed")."""
    if hold.how == "light" and hold.clause is not None and hold.clause.doers and hold.clause.lemma not in TAKING:
        return True
    described = any(scene.parse.dep[c] in ("amod", "compound", "nummod", "nmod") for c in scene.parse.children[noun])
    return described and hold.how == "subject" and hold.clause is not None and hold.clause.lemma in HAPPENING


def _span(scene: Scene, noun: int, hold: Hold) -> Span:
    if hold.how == "light" and hold.clause is not None:
        return clause_span(scene, hold.clause)
    return noun_span(scene, noun)


def _hold(scene: Scene, noun: int) -> Hold:
    """Climb from a noun to the clause that it stands in, over nouns and prepositions."""
    parse, word = scene.parse, noun
    nouns: list[str] = []
    how = ""
    while parse.head[word] != word:
        dep, head = parse.dep[word], parse.head[word]
        if head not in scene.clause_at and parse.tag[head][:2] == "VB":
            head = next((c for c in parse.kids(head, "acomp", "oprd") if c in scene.clause_at), head)
        if head in scene.clause_at:
            clause = scene.clause_at[head]
            if not how:
                how = "subject" if noun in clause.doers or (dep == "nsubj" and word == noun) else "below"
                direct = noun in clause.things or dep in ("dobj", "attr", "nsubjpass", "conj")
                if how == "below" and clause.lemma in LIGHT and not nouns and (direct or (dep == "prep" and parse.lower[word] in THROUGH.get(clause.lemma, ()))):
                    how = "light"
            return Hold(clause, how, tuple(nouns))
        if parse.tag[head][:2] == "NN" and dep != "conj":
            if parse.lemma[head] in COUNTING and not nouns:
                noun = head
            else:
                nouns.append(parse.lemma[head])
        word = head
    return Hold(None, "free", tuple(nouns))


def _doers(scene: Scene, noun: int, hold: Hold) -> list[int]:
    """The words for who did it: owners and demonyms in front, "by" and "from" behind, the subject of a light verb."""
    parse = scene.parse
    out = [c for c in parse.children[noun] if parse.dep[c] == "poss"]
    preps = noun_preps(parse, noun)
    out += [w for prep in DOING for w in preps.get(prep, ()) if prep == "by" or w in scene.mention_at]
    for c in parse.children[noun]:
        if parse.dep[c] in ("amod", "compound", "nmod"):
            out += [k for k in (c, *parse.children[c]) if k in scene.mention_at]
        elif parse.dep[c] in ("acl", "relcl") and c in scene.clause_at:
            out += [w for w in scene.clause_at[c].doers if w != noun and scene.clause_at[c].lemma in LIGHT | {"claim", "order", "lead"}]
    if hold.clause is not None and hold.how in ("below", "light") and not out:
        claimed = "responsibility" in hold.nouns and hold.clause.lemma in OWNING_UP
        out = list(hold.clause.doers) if claimed or hold.clause.lemma == "deny" else []
    if hold.how == "light" and hold.clause is not None and hold.clause.lemma not in TAKING:
        out += hold.clause.doers
        out += hold.clause.governed("from", "by")
    return out


def _sides(scene: Scene, noun: int, entry: DeedWords, doers: list[int], hold: Hold) -> tuple[int | None, int | None]:
    preps = noun_preps(scene.parse, noun)
    targets = [w for prep in (entry.target or TARGETS) for w in preps.get(prep, ())]
    if entry.target and "of" not in entry.target and entry.objects is not None:
        doers = doers + preps.get("of", [])
    elif not entry.target or "of" not in entry.target:
        targets += preps.get("of", ())
    if "suffered" in entry.manner and not targets:
        targets = [w for w in doers if scene.parse.dep[w] == "poss" and scene.parse.lower[w] != "its"]
    sides = all_of(scene, [w for w in doers if w not in targets])
    if not sides and "mutual" in entry.manner:
        sides = all_of(scene, preps.get("between", ()))
    actor = sides[0] if sides else None
    found = [t for t in all_of(scene, targets) if t != actor]
    target = found[0] if found else None
    if target is None and "mutual" in entry.manner and len(sides) > 1:
        target = sides[1]
    if target is None and entry.sort in PROTESTS:
        over = [noun, *([hold.clause.verb] if hold.clause is not None and hold.how == "light" else [])]
        target = protest_target(scene, over, actor)
    return actor, target


def noun_place(scene: Scene, noun: int, hold: Hold | None = None) -> Span | None:
    """The place of what a noun names: where it was done, or the place that it was aimed at."""
    found = place_of(scene, noun)
    for prep in ("on", "against", "of"):
        for word in noun_preps(scene.parse, noun).get(prep, ()):
            found = found or scene.places.get(word) or place_of(scene, word)
    if found is None and hold is not None and hold.clause is not None:
        found = place_of(scene, hold.clause.verb)
    return found


def _mood(scene: Scene, noun: int, entry: DeedWords, hold: Hold) -> Mood | None:
    """Whether what the noun names happened, by the words in front of it and the clause that it stands in."""
    parse = scene.parse
    front = {parse.lower[c] for c in parse.children[noun] if c < noun}
    clause = hold.clause
    if clause is not None and clause.lemma == "deny" and hold.how != "subject":
        return None if clause.negated else Mood("denied")
    if front & UNREAL:
        return None
    ahead = bool(front & AHEAD)
    if hold.nouns and WISHES & set(hold.nouns):
        return _wish(entry, hold)
    if clause is None:
        return Mood("expected", "prepared") if ahead else _standing(entry, "free")
    if clause.lemma in EASING and hold.how != "subject":
        return None
    if hold.how == "subject" and clause.lemma in LIKELY | UNLIKELY:
        return Mood("expected", "prepared") if clause.lemma in LIKELY else None
    if hold.how in ("light", "subject") or clause.lemma in ("threaten", "plan", "prepare"):
        return _by_clause(scene, entry, hold, clause, ahead=ahead)
    if clause.lemma in WISHING and hold.how == "below":
        return None
    return Mood("expected", "prepared") if ahead else _standing(entry, hold.how)


def _wish(entry: DeedWords, hold: Hold) -> Mood | None:
    """A deed below a noun of wish or fear: only threats and preparations count."""
    if entry.sense in HOSTILE and {"threat", "preparation"} & set(hold.nouns):
        return Mood("expected", "threatened" if "threat" in hold.nouns else "prepared")
    return None


def _by_clause(scene: Scene, entry: DeedWords, hold: Hold, clause: Clause, *, ahead: bool) -> Mood | None:
    lasting = "lasting" in entry.manner or clause.lemma in ("continue", "resume")
    if hold.how != "subject" and clause.lemma in ("threaten", "plan", "prepare"):
        return Mood("expected", "threatened" if clause.lemma == "threaten" else "prepared")
    mood = mood_of(scene, clause, entry.sense, lasting=lasting)
    if hold.how == "subject" and clause.lemma not in HAPPENING:
        return _standing(entry, "subject")
    if mood is not None and ahead and not mood.mood and hold.how == "subject":
        return Mood("expected", "prepared")
    if mood is None and hold.how == "light" and clause.lemma in ("stop", "halt", "end", "suspend"):
        return Mood("ongoing") if entry.sense in HOSTILE else None
    return mood


def _standing(entry: DeedWords, how: str) -> Mood | None:
    """A deed that words only mention: violence is taken to have happened, what sides negotiate about is not."""
    del how
    if entry.sense in HOSTILE or "mutual" in entry.manner:
        return Mood("ongoing" if "lasting" in entry.manner else "happened")
    return None
