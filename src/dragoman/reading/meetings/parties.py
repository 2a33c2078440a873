"""Who meets: the actors that a meeting noun or verb names, its mediators and its host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reading.scene import Scene

PARTNERS = frozenset({"between", "with", "among", "involving", "including", "alongside"})
GATHERINGS = frozenset({"talk", "talks", "negotiation", "negotiations", "summit", "conference", "meeting", "dialogue"})
"""Nouns that are no party, even in capitals: "a round of *Formal Talks*"."""
MATTERS = frozenset({"peace", "coalition", "unity", "reconciliation", "reunification", "crisis", "ceasefire", "truce"})
MEDIATING = frozenset({"brokered", "mediated", "facilitated", "sponsored"})
BODIES = frozenset({"igo", "ngo", "state", "government", "armed-group", "company"})
DONE_BY = frozenset({"signing", "ceremony", "visit", "trip", "tour"})
"""Meetings of which "by" tells who makes them: "a *visit by* the king"."""
SET = frozenset({"schedule", "plan", "set", "arrange", "organise", "organize", "slate"})
TEAMS = frozenset({"team", "delegation", "mission", "group", "panel", "contingent", "party"})
DELEGATES = frozenset(
    "delegation team mission negotiator envoy representative official delegate mediator dignitary expert inspector diplomat "
    "leader minister emissary delegates group".split()
)
"""Those who go somewhere for others: "a Hamas *delegation*", "*envoys* of the king"."""
HOSTING = frozenset({"hosted", "convened", "organised", "organized"})


def actors_of(scene: Scene, words: Iterable[int]) -> Iterator[int]:
    """The mentions that the words, with those coordinated under them, head."""
    for word in words:
        for k in scene.conjuncts(word):
            if k in scene.mention_at:
                yield scene.mention_at[k]


def noun_parties(scene: Scene, noun: int) -> list[int]:
    """The parties that stand with a meeting noun: "Iran-US talks", "Peru's meeting with Chile", "talks between A and B"."""
    parse = scene.parse
    between = [m for c in parse.kids(noun, "prep") if parse.lower[c] == "between" for m in _below(scene, c)]
    if len(set(between)) > 1:  # "a *hostage* deal between Peru and Chile"
        return list(dict.fromkeys(between))
    out: list[int] = []
    for c in parse.children[noun]:
        dep = parse.dep[c]
        if (
            dep in ("poss", "compound", "nmod", "amod")
            and not _adverbial(scene, c)
            and c not in (venue(scene, noun), _matter(scene, noun))
        ):
            out += actors_of(scene, [c])
        elif (dep == "prep" and parse.lower[c] in (*PARTNERS, "of")) or (
            dep in ("prep", "agent")
            and parse.lower[c] == "by"
            and parse.lemma[noun] in DONE_BY
            and parse.tag[noun] == "NN"
        ):
            out += _below(scene, c)
        elif dep == "prep" and parse.lower[c] in ("in", "at"):  # "talks in Lima *between* Peru and Chile"
            inner = [
                p for o in parse.kids(c, "pobj") for p in parse.kids(o, "prep") if parse.lower[p] in ("between", "with")
            ]
            out += [m for p in inner for m in _below(scene, p)]
        elif dep in ("acl", "relcl"):
            out += _clause_parties(scene, c)
    apart = {scene.mention_at.get(w) for w in (venue(scene, noun), _matter(scene, noun)) if w is not None}
    return [m for m in dict.fromkeys([*out, *_hyphenated(scene, noun)]) if m not in apart]


def _matter(scene: Scene, noun: int) -> int | None:
    """The state in front of talks that are about it, not with it: "*Cyprus* peace talks", "*Belgian* coalition talks"."""
    parse = scene.parse
    inner = any(parse.lower[c] in MATTERS for c in parse.kids(noun, "compound", "amod"))
    alone = [
        c for c in parse.kids(noun, "compound", "amod", "nmod") if c in scene.mention_at and not parse.kids(c, "conj")
    ]
    joined = any(parse.word[i] in ("-", "–", "/") for i in range(parse.left[noun], noun))
    return alone[0] if inner and len(alone) == 1 and not joined else None


def venue(scene: Scene, noun: int) -> int | None:
    """The capital right in front of a noun, alone and joined to nothing, which tells where: "the *Vienna* talks"."""
    parse, word = scene.parse, noun - 1
    while (
        word >= 0
        and parse.head[word] == noun
        and parse.dep[word] in ("amod", "compound")
        and word not in scene.mention_at
    ):
        word -= 1
    if word < 0 or parse.head[word] != noun or parse.dep[word] != "compound" or parse.kids(word, "conj"):
        return None
    mention = scene.mentions[scene.mention_at[word]] if word in scene.mention_at else None
    joined = word > 0 and parse.word[word - 1] in ("-", "/", "–", "—", "&", "and", ",")
    joined = joined or any(parse.word[i] in ("-", "/", "–", "—") for i in range(parse.left[word], noun))
    return word if mention is not None and mention.cue == "capital" and not joined else None


def _hyphenated(scene: Scene, noun: int) -> Iterator[int]:
    """The actors in front of a noun that hyphens or slashes join: "Russia-Ukraine talks"."""
    parse, i = scene.parse, noun - 1
    while (i >= 0 and parse.tag[i][:2] in ("NN", "JJ")) or (i >= 0 and parse.word[i] in ("-", "/", "–", "—")):
        if i in scene.mention_at and parse.lower[i + 1] in (
            "-",
            "/",
            "–",
            "—",
            *((parse.lower[noun],) if i + 1 == noun else ()),
        ):
            yield scene.mention_at[i]
        i -= 1


def _adverbial(scene: Scene, word: int) -> bool:
    """Whether a modifier belongs to a compound such as "Turkish-brokered" and not to the noun."""
    parse = scene.parse
    return (
        word + 2 < len(parse)
        and parse.word[word + 1] == "-"
        and parse.lower[word + 2] in (MEDIATING | HOSTING | {"backed", "led", "proposed"})
    )


def _below(scene: Scene, prep: int) -> Iterator[int]:
    """The actors below a preposition; for "the leaders of A and B", A and B."""
    parse = scene.parse
    for word in (w for w in parse.kids(prep, "pobj") if parse.lemma[w].lower() not in GATHERINGS):
        yield from sides_of(scene, scene.conjuncts(word))


def _owners(scene: Scene, noun: int) -> list[int]:
    """The sides that a plural office stands for: "the foreign ministers of Peru and Chile", "Israeli and Syrian envoys"."""
    parse = scene.parse
    if parse.tag[noun] != "NNS" or (noun in scene.mention_at and scene.mentions[scene.mention_at[noun]].also):
        return []
    for c in parse.kids(noun, "prep"):
        if parse.lower[c] in ("of", "from", "for"):
            found = list(actors_of(scene, parse.kids(c, "pobj")))
            found += _with_comma(scene, found)
            if len(found) > 1:
                return found
    for c in parse.kids(noun, "acl", "relcl"):
        if parse.lemma[c] == "represent" and len(found := list(actors_of(scene, parse.kids(c, "dobj")))) > 1:
            return found
    modifiers = [k for c in parse.kids(noun, "amod", "compound", "nmod", "poss") for k in parse.conjuncts(c)]
    found = [scene.mention_at[k] for k in modifiers if k in scene.mention_at]
    return found if len(found) > 1 else []


def _with_comma(scene: Scene, found: list[int]) -> list[int]:
    """The state that a headline puts behind another with a comma for "and": "Ministers of Peru, *Chile* meet"."""
    if len(found) != 1 or found[0] + 1 >= len(scene.mentions):
        return []
    one, other = scene.mentions[found[0]], scene.mentions[found[0] + 1]
    listed = scene.parse.text[one.span.end : other.span.start] == ", " and one.kind == other.kind == "state"
    return [found[0] + 1] if listed and scene.parse.text[other.span.end : other.span.end + 1] == " " else []


def _counted(scene: Scene, word: int) -> int:
    """The word that "one of" counts: "one of the *founders*"."""
    if scene.parse.lower[word] != "one" or word in scene.mention_at:
        return word
    return next((o for c in scene.parse.kids(word, "prep") for o in scene.parse.kids(c, "pobj")), word)


def _sent_by(scene: Scene, word: int) -> list[int]:
    """The body from which a team comes: "a team of experts *from the agency*", "a mission *of the fund*"."""
    parse = scene.parse
    if parse.lemma[word] not in TEAMS:
        return []
    words = [o for p in parse.kids(word, "prep") if parse.lower[p] in ("of", "from") for o in parse.kids(p, "pobj")]
    words += [
        o for w in words for p in parse.kids(w, "prep") if parse.lower[p] == "from" for o in parse.kids(p, "pobj")
    ]
    named = [scene.mention_at[w] for w in words if w in scene.mention_at]
    return [m for m in named if scene.mentions[m].form == "name" and scene.mentions[m].kind in BODIES][:1]


def leaders_of(scene: Scene, word: int) -> list[int]:
    """Return who leads a delegation of which nothing else is told: "a delegation led by *Ana Prelec* flew to Lima"."""
    parse = scene.parse
    mention = scene.mentions[scene.mention_at[word]] if word in scene.mention_at else None
    if mention is None or mention.state is not None or mention.noun not in DELEGATES:
        return []
    if any(part[:1].isupper() for part in mention.span.of(parse.text).split()[1:]) or parse.kids(word, "poss"):
        return []
    if any(parse.lower[p] in ("of", "from", "for") for p in parse.kids(word, "prep")):
        return []
    led = [c for c in parse.kids(word, "acl", "relcl") if parse.lemma[c] in ("lead", "head")]
    return [w for c in led if c in scene.clause_at for w in scene.clause_at[c].doers if w in scene.mention_at]


def sides_of(scene: Scene, words: Iterable[int]) -> list[int]:
    """The parties that subjects stand for: themselves, or the two sides of "the leaders of A and B"."""
    out: list[int] = []
    for told in words:
        word = scene.named(_counted(scene, told))
        owners = _owners(scene, word) or _heads(scene, word)
        out += owners or _sent_by(scene, word) or ([scene.mention_at[word]] if word in scene.mention_at else [])
    return list(dict.fromkeys(out))


def _heads(scene: Scene, word: int) -> list[int]:
    """The heads of several delegations, each of a side of its own: "teams led by *Ana Prelec* and *Jon Berg*"."""
    leaders = leaders_of(scene, word) if scene.parse.tag[word] == "NNS" and scene.parse.lemma[word] in TEAMS else []
    return [scene.mention_at[w] for w in leaders] if len(leaders) > 1 else []


def _clause_parties(scene: Scene, verb: int) -> list[int]:
    """The parties of "talks involving A", "a meeting that included B", "attended by C"."""
    clause, parse = scene.clause_at.get(verb), scene.parse
    if clause is None:
        return []
    if any(
        parse.lower[p] in ("at", "in", "during") and parse.lower[o] == "which"
        for p in parse.kids(verb, "prep")
        for o in parse.kids(p, "pobj")
    ):
        return sides_of(scene, clause.doers)  # "talks at which *Peru and Chile* failed to agree"
    if clause.lemma in ("involve", "include", "gather", "bring", "group"):
        return sides_of(scene, clause.things)
    if clause.passive and clause.governed("between"):
        return sides_of(scene, clause.governed("between"))
    if clause.lemma in ("attend", "hold", "have"):
        return sides_of(scene, [*clause.doers, *clause.governed("with")])
    return sides_of(scene, clause.governed("with")) if clause.passive and clause.lemma in SET else []
