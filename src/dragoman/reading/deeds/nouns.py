"""Deeds told by nouns: "the killing of two herders", "Norland's air raids", "came under attack by pirates"."""

from __future__ import annotations

from dragoman.reading.attach import place_of
from dragoman.reading.deeds.frame import noun_fits, noun_preps, phrase_words
from dragoman.reading.deeds.governors import BLAMING, HOSTILE
from dragoman.reading.deeds.hold import COUNTING, LIGHT, TAKING, Hold, carrier_of, find_hold
from dragoman.reading.deeds.noun_mood import ENDING, HAPPENING, POINTING, by_day, noun_mood
from dragoman.reading.deeds.protests import PROTESTS, protest_target
from dragoman.reading.deeds.spans import clause_span, noun_span
from dragoman.reading.deeds.words import DeedWords, deed_lexicon
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lending import day_of_act, day_of_deed
from dragoman.reading.marks import Deed
from dragoman.reading.participants import all_of
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

OWNING_UP = frozenset({"claim", "accept", "take", "admit", "assume"})
REPORTING = frozenset({"report", "see", "hear", "witness", "describe", "break out", "flare", "flare up"})
FIERCE = frozenset("heavy fierce intense deadly bloody intensified renewed heaviest fiercest sporadic bitter".split())
"""What makes fighting news, whoever fights: "*heavy* fighting in Ober"."""
TAKING_LIVES = frozenset(
    "kill leave wound injure destroy damage claim displace halt idle shut close cripple paralyse paralyze ground strand disrupt".split()
)
LEADING = frozenset("lead result precede follow produce yield bring secure enable bring_about pave see include".split())
IGNITING = frozenset("spark trigger provoke prompt ignite unleash cause touch_off set_off draw".split())
BREAKING_OUT = frozenset({"break out", "erupt", "flare up", "begin", "start"})
DOING = ("by", "from")
LEVIED = frozenset({"tariff", "duty", "levy", "sanction", "embargo", "penalty", "surcharge"})
"""What is laid on goods "from" those whom it hits."""
TARGETS = ("on", "against", "of", "at", "into")


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
    """The words for who did what a noun names, out of its own phrase or as subject of the verb that carries it."""
    return _doers(scene, noun, find_hold(scene, noun)) or noun_preps(scene.parse, noun).get("between", [])


def noun_deeds(scene: Scene, used: set[int]) -> list[Deed]:
    """Find the deeds that nouns tell and that no verb has told already (`used`)."""
    parse, by_noun = scene.parse, deed_lexicon().by_noun
    found = []
    for i, lemma in enumerate(parse.lemma):
        if (
            lemma not in by_noun
            or i in used
            or not (parse.tag[i][:2] == "NN" or _is_owned_doing(parse, i))
            or parse.dep[i] in ("compound", "amod", "nmod")
            or any(d.span.start <= parse.start[i] < d.span.end for d in scene.dates)  # "March 25"
        ):
            continue
        deed = _deed(scene, i)
        if deed is not None:
            found.append(deed)
    return found


def _is_owned_doing(parse: Parse, word: int) -> bool:
    """Read "the rebels' *freeing* of the crew": a doing with an owner is a noun."""
    return parse.tag[word] == "VBG" and parse.kid(word, "poss") is not None


def _deed(scene: Scene, noun: int) -> Deed | None:
    hold = find_hold(scene, noun)
    doers = _doers(scene, noun, hold)
    entry = _entry(scene, noun, tuple(doers))
    if entry is None or (hold.clause is not None and hold.how == "light" and hold.clause.lemma in entry.without):
        return None
    mood = noun_mood(scene, noun, entry, hold)
    if mood is None or ("set" in entry.manner and not _is_set(scene, noun, hold)):
        return None
    if "toll" in entry.manner and not _took_lives(scene, noun):
        return None
    actor, target = _sides(scene, noun, entry, doers, hold)
    light = hold.clause is not None and (hold.how in ("light", "subject") or _reported(hold, noun) or _set_alight(hold))
    place = noun_place(scene, noun, hold if light else None)
    date = day_of_deed(scene, noun)
    if date is None and light and hold.clause is not None:
        date = day_of_act(scene, hold.clause.verb)
    mood = by_day(scene, mood, hold.clause, date)
    named = actor is not None or target is not None
    pointing = any(scene.parse.lower[c] in POINTING for c in scene.parse.children[noun])
    if (
        not named
        and ("loose" in entry.manner or (place is None and date is None))
        and not pointing
        and not _told(scene, noun, hold, entry, anchored=place is not None or date is not None)
    ):
        return None
    return Deed(
        span=_span(scene, noun, hold),
        cue=scene.parse.span(noun, noun),
        sort=entry.sort,
        status=mood.status,
        what=_matter(scene, noun),
        actor=actor,
        target=target,
        place=place,
        date=date,
        rule=f"deed-noun:{entry.sort}",
        mood=mood.mood,
        back=pointing and not _set_off(hold),
    )


def _matter(scene: Scene, noun: int) -> Span:
    carrier = carrier_of(scene, noun)
    return noun_span(scene, noun if carrier is None else carrier)


def _reported(hold: Hold, noun: int) -> bool:
    """Whether a deed is only told to be told: "*fighting* was reported in Ober"."""
    return hold.clause is not None and hold.clause.lemma in REPORTING and noun in hold.clause.things


def _told(scene: Scene, noun: int, hold: Hold, entry: DeedWords, *, anchored: bool) -> bool:
    """Whether a noun without names is told as news: it happens, and words describe it ("days of cross-border raids followed")."""
    if hold.how == "light" and hold.clause is not None and hold.clause.doers and hold.clause.lemma not in TAKING:
        return True
    if "set" in entry.manner and anchored:
        return True
    if ("mutual" in entry.manner and "loose" not in entry.manner and _came_about(hold)) or _took_lives(scene, noun):
        return True
    if anchored and hold.how == "below" and _set_alight(hold):
        return True
    if "lasting" in entry.manner or "mutual" in entry.manner:  # "heavy fighting was reported in Ober"
        told = hold.clause is not None and hold.clause.lemma in HAPPENING | REPORTING
        fierce = any(scene.parse.lower[c] in FIERCE for c in scene.parse.children[noun])
        return anchored and ((told and not hold.nouns) or (fierce and "mutual" in entry.manner))
    fierce = any(scene.parse.lower[c] in FIERCE for c in scene.parse.children[noun])
    if _reported(hold, noun) and (fierce or entry.sense in HOSTILE):
        return True
    described = any(scene.parse.dep[c] in ("amod", "compound", "nummod", "nmod") for c in scene.parse.children[noun])
    return described and hold.how == "subject" and hold.clause is not None and hold.clause.lemma in HAPPENING


def _took_lives(scene: Scene, noun: int) -> bool:
    """Whether a clause behind the noun tells what came of it: "a series of raids *that killed* six"."""
    parse, up = scene.parse, scene.parse.head[scene.parse.head[noun]]
    counted = [up] if parse.dep[noun] == "pobj" and parse.lemma[up] in COUNTING else []
    behind = [w for words in noun_preps(parse, noun).values() for w in words]
    below = [
        c for w in (noun, *counted, *behind) for c in parse.kids(w, "relcl", "acl") if parse.lemma[c] in TAKING_LIVES
    ]
    return any(c in scene.clause_at and scene.clause_at[c].time == "past" for c in below)


def _set_alight(hold: Hold) -> bool:
    """Whether something else made it come about: "the vote *sparked* protests across Norland"."""
    clause = hold.clause
    if clause is None or hold.nouns or clause.lemma not in IGNITING:
        return False
    return clause.time == "past" and not (clause.negated or clause.conditional)


def _came_about(hold: Hold) -> bool:
    """Whether what is told at all has come about: "the round led to an *exchange*", "was preceded by an *exchange*"."""
    clause = hold.clause
    return (
        clause is not None
        and clause.lemma in LEADING
        and clause.time == "past"
        and not (clause.negated or clause.conditional)
    )


def _is_set(scene: Scene, noun: int, hold: Hold) -> bool:
    """Whether words say that a deed is done or begins, and do not only name it: "tariffs *took effect*"."""
    if carrier_of(scene, noun) is not None or hold.how == "light":
        return True
    behind = (scene.clause_at[c] for c in scene.parse.kids(noun, "relcl") if c in scene.clause_at)
    if any(clause.lemma in HAPPENING and clause.time in ("past", "future") for clause in behind):
        return True
    return hold.how == "subject" and hold.clause is not None and hold.clause.lemma in HAPPENING


def _set_off(hold: Hold) -> bool:
    """Whether a noun is the subject of what begins, so that "the" points to nothing told before: "the rising *broke out*"."""
    return hold.how == "subject" and hold.clause is not None and hold.clause.lemma in BREAKING_OUT


def _span(scene: Scene, noun: int, hold: Hold) -> Span:
    if hold.how == "light" and hold.clause is not None:
        return clause_span(scene, hold.clause)
    return _matter(scene, noun)


def _doers(scene: Scene, noun: int, hold: Hold) -> list[int]:
    """The words for who did it: owners and demonyms in front, "by" and "from" behind, the subject of a light verb."""
    parse = scene.parse
    out = [c for c in parse.children[noun] if parse.dep[c] == "poss"]
    preps = noun_preps(parse, noun)
    if (carrier := carrier_of(scene, noun)) is not None:
        out += [*parse.kids(carrier, "poss"), *noun_preps(parse, carrier).get("by", ())]
    doing = DOING if parse.lemma[noun] not in LEVIED else DOING[:1]
    out += [w for prep in doing for w in preps.get(prep, ()) if prep == "by" or w in scene.mention_at]
    for c in parse.children[noun]:
        if parse.dep[c] in ("amod", "compound", "nmod"):
            out += [k for k in (c, *parse.children[c]) if k in scene.mention_at]
        elif parse.dep[c] in ("acl", "relcl") and c in scene.clause_at:
            out += _carried_out(scene, noun, c)
    for word in (w for prep in TARGETS for w in preps.get(prep, ())):  # "the raid on Ober, which *Mali* launched"
        behind = (c for c in parse.kids(word, "relcl") if c in scene.clause_at and word in scene.clause_at[c].things)
        out += [w for c in behind for w in _carried_out(scene, word, c)]
    out += _shared_owner(scene, noun) if not out else []
    if hold.clause is not None and hold.clause.lemma in BLAMING and hold.how == "below" and not out:
        return list(hold.clause.things)
    if hold.clause is not None and hold.how in ("below", "light") and not out:
        claimed = "responsibility" in hold.nouns and hold.clause.lemma in OWNING_UP
        out = list(hold.clause.doers) if claimed or hold.clause.lemma == "deny" else []
    if hold.how == "light" and hold.clause is not None and hold.clause.lemma not in TAKING | ENDING:
        out += (
            hold.clause.things
            if hold.clause.passive and hold.clause.lemma in ("engage", "involve")
            else hold.clause.doers
        )
        out += hold.clause.governed("from", "by")
    return out


def _carried_out(scene: Scene, noun: int, behind: int) -> list[int]:
    """Who carried out what a clause behind a noun tells of: "the raid that *Mali* launched"."""
    clause = scene.clause_at[behind]
    return [w for w in clause.doers if w != noun and clause.lemma in LIGHT | {"claim", "order", "lead"}]


def _shared_owner(scene: Scene, noun: int) -> list[int]:
    """The owner of the noun that "and" puts before this one: "*Norland's* exit from the pact and imposition of tariffs"."""
    parse = scene.parse
    first = noun if (carrier := carrier_of(scene, noun)) is None else carrier
    if parse.dep[first] != "conj":
        return []
    before = parse.head[first]
    above = parse.head[parse.head[before]] if parse.dep[before] == "pobj" else before
    return parse.kids(before, "poss") or parse.kids(above, "poss")


def _sides(scene: Scene, noun: int, entry: DeedWords, doers: list[int], hold: Hold) -> tuple[int | None, int | None]:
    preps = noun_preps(scene.parse, noun)
    targets = [w for prep in (entry.target or TARGETS) for w in preps.get(prep, ())]
    if entry.target and "of" not in entry.target and entry.objects is not None:
        doers = doers + [w for w in preps.get("of", ()) if not entry.objects & phrase_words(scene.parse, w)]
    elif not entry.target or "of" not in entry.target:
        targets += preps.get("of", ())
    if scene.parse.lemma[noun] in LEVIED:  # "tariffs on copper *from Peru*"
        targets += [f for w in (noun, *targets) for f in noun_preps(scene.parse, w).get("from", ())]
    if hold.how == "light" and hold.clause is not None and hold.clause.lemma in ("face", "suffer") and not targets:
        targets = list(hold.clause.doers)
    if "suffered" in entry.manner and not targets:
        doers = [w for w in doers if scene.parse.lower[w] != "its"]
        targets = [w for w in doers if scene.parse.dep[w] == "poss"]
    if not targets and entry.through:  # "the lifting of sanctions *on Norland*"
        targets = [
            w
            for prep, _ in entry.through
            for o in preps.get(prep, ())
            for p in entry.target
            for w in noun_preps(scene.parse, o).get(p, ())
        ]
    sides = all_of(scene, [w for w in doers if w not in targets])
    if not sides and "mutual" in entry.manner:  # "an exchange of prisoners *between A and B*"
        below = [w for o in preps.get("of", ()) for w in noun_preps(scene.parse, o).get("between", ())]
        sides = all_of(scene, [*preps.get("between", ()), *below])
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
        for teller in hold.clause.doers if _reported(hold, noun) else ():
            found = found or place_of(scene, teller)  # "residents *in Ober* reported fighting"
    return found
