"""Good and bad words for a matter: "a *historic step*", "*ridiculous*", "*good* news", "a *terrible mistake*"."""

from __future__ import annotations

from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance

BAD = frozenset(
    "bad terrible horrible awful dreadful disastrous dangerous flawed lousy rotten ridiculous disgraceful shameful outrageous "
    "cynical reckless foolish stupid wrong one-sided unbalanced unjust irresponsible immoral worthless hollow laughable ludicrous "
    "unserious unreasonable excessive unwelcome unconstitutional worst misguided insane crazy pathetic abhorrent inhumane "
    "deceptive phony fake shortsighted short-sighted self-defeating counterproductive".split()
)
GOOD = frozenset(
    "good great excellent fair strong historic important significant wise welcome positive encouraging constructive promising "
    "reasonable balanced bold courageous sound sensible tremendous fantastic wonderful best remarkable landmark meaningful "
    "acceptable worthy big huge major incredible amazing".split()
)
BAD_THINGS = frozenset(
    "mistake disaster manipulation ploy insult joke disgrace betrayal sellout sell-out giveaway catastrophe error failure blunder "
    "fraud sham gimmick stunt appeasement blow hoax scam cave-in travesty abomination bluff nightmare shame outrage".split()
)
GOOD_THINGS = frozenset("breakthrough victory win achievement milestone success triumph".split())
PLAIN = frozenset(
    "step deal agreement accord contribution news move development start beginning basis foundation progress compromise opportunity proposal "
    "offer plan idea day outcome result contract package bill framework approach decision".split()
)
"""Nouns that are as good or bad as the word before them."""
JUDGED = frozenset("decision move step measure announcement legislation law resolution approach".split())


def appraisal(scene: Scene, word: int) -> Stance | None:
    """Say what a word for a matter makes of it: supports, rejects, None where it judges nothing."""
    parse = scene.parse
    if parse.tag[word][:2] in ("NN", "VB") and parse.dep[word] not in ("acomp", "amod"):
        if parse.lemma[word] in BAD_THINGS:
            return "rejects"
        near = {parse.lower[c] for c in parse.kids(word, "amod", "compound", "nmod")}
        plain = parse.lemma[word] in PLAIN
        if plain and near & BAD:
            return "rejects"
        return "supports" if parse.lemma[word] in GOOD_THINGS or (plain and near & GOOD) else None
    if parse.kid(word, "neg") is not None:
        return None
    return "rejects" if parse.lower[word] in BAD else "supports" if parse.lower[word] in GOOD else None


def is_judged(scene: Scene, word: int) -> bool:
    """Whether a word is something of the negotiation that can be called good or bad."""
    lemma = scene.parse.lemma[word]
    return lemma in stance_words().classes["deals"] | JUDGED and not scene.is_actor(word)
