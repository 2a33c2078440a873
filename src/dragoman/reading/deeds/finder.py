"""Finds the deeds: what was done, by whom, to whom, where and when, told by a verb or by a noun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dragoman.reading.attach import date_of, place_of
from dragoman.reading.deeds.figurative import only_words, threat_mood
from dragoman.reading.deeds.frame import noun_preps, verb_fits
from dragoman.reading.deeds.games import CIVIL, is_business, is_game
from dragoman.reading.deeds.mood import Mood, denies, mood_of
from dragoman.reading.deeds.noun_mood import POINTING
from dragoman.reading.deeds.nouns import deed_noun, noun_deeds, noun_doers, noun_place, noun_sort
from dragoman.reading.deeds.protests import PROTESTS, protest_target
from dragoman.reading.deeds.spans import clause_span, matter_span
from dragoman.reading.deeds.words import DeedWords, deed_lexicon
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import Deed
from dragoman.reading.participants import all_of, first_of
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

TOLLS = frozenset({"killing", "wounding", "abduction"})
"""Sorts that only tell what came of a deed; a noun beside them says what was done ("killed two in a car bombing")."""
PLEDGES = frozenset({"offer", "pledge", "promise"})
"""Verbs of giving that only announce the gift."""
MEANS_SORTS = frozenset(
    {
        "bombing",
        "suicide-bombing",
        "air-strike",
        "shelling",
        "shooting",
        "attack",
        "fighting",
        "offensive",
        "beating",
        "war",
    }
)
"""Sorts of means: what nouns of other sorts name beside a toll ("killed during the protests") is a deed of its own."""
PREPOSITIONS = frozenset({"barring"})
"""Participles that stand for "except"."""
FROM_AFAR = frozenset({"fire", "launch", "lob", "shoot"})
"""Verbs that say from where a deed is done, where they do not say to where."""
MEANS = ("in", "by", "during", "with")


def find_deeds(scene: Scene) -> tuple[Deed, ...]:
    """Find the deeds of a text, in its order. A text about games or shows has none."""
    if is_game(scene.parse):
        return ()
    used: set[int] = set()
    found = list(_verb_deeds(scene, used))
    found += noun_deeds(scene, used)
    if is_business(scene.parse):
        found = [deed for deed in found if deed.sort not in CIVIL]
    found.sort(key=lambda deed: (deed.cue.start, deed.cue.end))
    return tuple(found)


def _verb_deeds(scene: Scene, used: set[int]) -> Iterator[Deed]:
    by_verb = deed_lexicon().by_verb
    for clause in scene.clauses:
        if scene.parse.lower[clause.verb] in PREPOSITIONS:
            continue
        for entry in by_verb.get(clause.lemma, ()):
            if verb_fits(scene, clause, entry):
                deed = _verb_deed(scene, clause, entry, used)
                if deed is not None:
                    yield deed
                    used.add(clause.verb)
                break


def _verb_deed(scene: Scene, clause: Clause, entry: DeedWords, used: set[int]) -> Deed | None:
    mood = mood_of(scene, clause, entry.sense, lasting="lasting" in entry.manner)
    if only_words(scene, clause, entry):
        return None
    if clause.lemma == "hold" and scene.parse.dep[clause.verb] in ("acl", "relcl"):  # "the men *held* by the rebels"
        return None
    if entry.sort == "threat":
        mood = threat_mood(scene, clause, mood)
    if clause.lemma in PLEDGES and mood is not None and mood.status != "denied":
        mood = Mood("expected", "promised")
    barred = mood is None and entry.sort == "access-granted" and denies(scene, clause)
    mood = Mood("happened") if barred else mood
    if mood is None or (("announced" in entry.manner) != bool(mood.mood) and entry.manner & {"announced", "done"}):
        return None
    sort, means = ("withholding", None) if barred else _sort(scene, clause, entry, mood)
    doers, target = _sides(scene, clause, entry, means)
    actor = doers[0] if doers else None
    if actor is None and target is None and means is None and not (entry.objects or entry.doers or entry.through):
        return None
    if entry.manner & {"announced", "named"} and entry.sort != "threat" and (actor is None or target is None):
        return None
    told = [
        *clause.things,
        *(clause.doers if entry.doers else ()),
        *([means] if means is not None else []),
        *(w for prep, _ in entry.through for w in clause.governed(prep)),
    ]
    used.update(w for w in told if deed_noun(scene, w))
    return Deed(
        span=clause_span(scene, clause),
        cue=scene.parse.span(clause.verb, clause.verb),
        sort=sort,
        status=mood.status,
        what=matter_span(scene, clause),
        actor=actor,
        target=target,
        place=_place(scene, clause, means, entry.target),
        date=_date(scene, clause, means),
        rule=f"deed-{mood.mood}:{sort}" if mood.mood else f"deed:{sort}",
        mood=mood.mood,
        back=means is not None and any(scene.parse.lower[c] in POINTING for c in scene.parse.children[means]),
    )


def _place(scene: Scene, clause: Clause, means: int | None, target: tuple[str, ...]) -> Span | None:
    found = place_of(scene, clause.verb)
    if found is None and means is not None:
        found = noun_place(scene, means)
    for word in (*clause.things, *clause.governed(*target)):
        found = found or scene.places.get(word)
        for below in noun_preps(scene.parse, word).get("of", ()):
            found = found or scene.places.get(below)
    for word in clause.governed("from") if clause.lemma in FROM_AFAR else ():
        found = found or scene.places.get(word)
    return found


def _date(scene: Scene, clause: Clause, means: int | None) -> int | None:
    found = date_of(scene, clause.verb)
    if found is None and means is not None:
        found = date_of(scene, means)
    for thing in clause.things:
        found = found if found is not None else date_of(scene, thing)
    if found is None:
        found = day_of_act(scene, clause.verb)
    return _inside(scene, clause) if found is None else found


def _inside(scene: Scene, clause: Clause) -> int | None:
    """The only day told within the words of a deed, whatever the grammar hung it on; none of a bound or of a plan."""
    span = clause_span(scene, clause)
    found = [n for n, d in enumerate(scene.dates) if d.span in span]
    if len(found) != 1 or scene.dates[found[0]].tense == "future" or _describes(scene, found[0]):
        return None
    return found[0] if all(name != "bound" for name, _ in scene.dates[found[0]].parts) else None


def _describes(scene: Scene, date: int) -> bool:
    """Whether a year only tells which thing is meant: "left the *2015* treaty"."""
    parse, phrase = scene.parse, scene.dates[date]
    word = bisect_left(parse.start, phrase.span.start)
    described = word < len(parse) and parse.dep[word] in ("nummod", "amod", "compound", "nmod")
    return described and phrase.pattern == "year" and parse.tag[parse.head[word]][:2] == "NN"


def _sort(scene: Scene, clause: Clause, entry: DeedWords, mood: Mood) -> tuple[str, int | None]:
    """The sort of a deed, and the noun beside it that names the means ("in a *bombing*")."""
    if mood.tried and entry.sort == "assassination":
        return "assassination-attempt", None
    if mood.stopped:
        return "halt-of-attacks", None
    if entry.sort in TOLLS or entry.sort == "attack":
        for word in (*clause.doers, *(clause.governed(*MEANS) if entry.sort in TOLLS else ())):
            sort = noun_sort(scene, word)
            if sort in MEANS_SORTS:
                return sort, word
    return entry.sort, None


def _sides(scene: Scene, clause: Clause, entry: DeedWords, means: int | None) -> tuple[list[int], int | None]:
    """Who did it, and to whom."""
    if "passive" in entry.manner:
        under = [w for prep, _ in entry.through for w in clause.governed(prep)]
        sources = [w for prep in ("from", "by") for w in (*clause.governed(prep), *_below(scene, under, prep))]
        return all_of(scene, sources), first_of(scene, clause.doers)
    if "lost" in entry.manner:
        return all_of(scene, clause.governed("to")), first_of(scene, clause.doers)
    if "suffered" in entry.manner and not clause.things and scene.parse.tag[clause.verb] in ("VBN", "VBD"):
        return all_of(scene, noun_doers(scene, means)) if means is not None else [], first_of(scene, clause.doers)
    doers = all_of(scene, _each_other(scene, clause) or clause.doers)
    for word in (means, *clause.doers[:1]) if not doers else ():  # "killed by *Israeli* fire"
        doers = doers or (all_of(scene, noun_doers(scene, word)) if word is not None else [])
    if "mutual" in entry.manner and entry.objects is not None and len(doers) > 1:  # "Chad and Mali swapped *prisoners*"
        return doers, doers[1]
    target = _target(scene, clause, entry, doers)
    if target is None and "mutual" in entry.manner and len(doers) > 1:
        target = doers[1]
    if target is None and entry.sort in PROTESTS:
        target = protest_target(scene, (clause.verb, *clause.things), doers[0] if doers else None)
    return doers, target


def _each_other(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Both sides, where each lays a deed at the other's door: "Chad and Sudan blamed *each other* for shelling the dam"."""
    each = any(scene.parse.lower[d] == "other" and scene.parse.lower[d - 1] == "each" for d in clause.doers)
    return scene.clause_at[clause.above].doers if each and clause.above is not None else ()


def _target(scene: Scene, clause: Clause, entry: DeedWords, doers: list[int]) -> int | None:
    candidates: list[Iterable[int]] = [clause.recipients]
    governed = [clause.governed(prep) + _below(scene, clause.things, prep) for prep in entry.target]
    candidates += [clause.things, *governed] if entry.objects is None else [*governed, clause.things]
    for words in candidates:
        for found in all_of(scene, words):
            if found not in doers[:1]:
                return found
    return None


def _below(scene: Scene, words: Iterable[int], prep: str) -> list[int]:
    """What a preposition governs that hangs on one of the words, or two steps below ("an embargo on trade with Peru")."""
    out: list[int] = []
    for word in words:
        preps = noun_preps(scene.parse, word)
        out += preps.get(prep, ())
        for governed in preps.values():
            for below in governed:
                out += noun_preps(scene.parse, below).get(prep, ())
    return out
