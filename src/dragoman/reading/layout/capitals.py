"""Headlines in Title Case or ALL CAPS -> the case of plain text, as far as the story itself shows which words are names.

The tagger takes every word with a capital for a name: "Hostage Talks Advance" would be a person. In the reading copy a
headline's word is written as the story writes it. A word that the story never has is put in small letters only where it
is one of the plain words of headlines. The length never changes, and the report's own text stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.terms.span import Span

_WORD = re.compile(r"[^\W\d_][\w'’.-]*[^\W\d_]|[^\W\d_]")
_INSIDE = re.compile(r"(?<=[a-z0-9,] )[A-Z][\w'’-]*\w")
_SMALL_WORD = re.compile(r"\b[a-z][\w'’-]*\b")
_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_FEWEST, _MOST = 3, 16
_LONG = 4
"""Words of fewer letters ("of", "for", "and") tell nothing: style guides leave them small."""
_SHARE = 0.8
_PLAIN_SHARE = 0.4
PLAIN = frozenset(
    (
        "accord accords accuse accused accuses across activist activists advance advances adviser after again against "
        "agree agreed agreement agrees ahead aid aide air allies allow allows ally amid analyst anger announce announced "
        "announces another appeal appeals approve approves arms army arrest arrests arrive arrived arrives as ask asks at "
        "attack attacks away back backs ban bars battle before begin begins behind between bid biggest bill blame blamed "
        "blames blast block blocks boost boosts border break breakdown breakthrough bring bringing brought buy by call "
        "calls campaign can candidate case cease-fire ceasefire change changes charge charges check checks chief chiefs "
        "citizens city civil civilians claim claims clash clashes close coalition collapse collapses company concern "
        "concerns conclude concludes conflict continue continues control corridor could council country court crisis "
        "crowd cut cuts damage day days dead deadline deadlock deal deals death deaths debate debt defence defense delay "
        "delays delegation demand demands denies deny despite dialogue diplomat diplomatic diplomats direct directly "
        "disarm discuss discussed discusses dispute doubt draft draws drop drops during eases easing economic economy "
        "efforts election emergency end ended ends energy enter enters envoy envoys even every exchange expected extend "
        "extends face faces factory fail fails fall falls farmers fear fears fight fighting final find finds firm first "
        "five focus food for force forces foreign forge former four free frees fresh from gain gains gas get gets give "
        "given gives giving global go goes going good government grain group groups growing halt halts has have head "
        "heads heavy held help helps here high hold holds home hope hopes hospital hostage hostages hours house how human "
        "hundreds impasse in inside inspectors into investors invite invites issue its job jobs join joins journalist "
        "journalists key kill killed kills labor labour land last late latest launch launches law lead leader leaders "
        "leads leave leaves left let lift lifts likely list little loan long looming looms lose loses loss made major "
        "make makes man many march mass may media mediator mediators meet meeting meets members men military miners "
        "minister ministers minority miss money month months more mother move moves near nears need needs negotiate "
        "negotiation negotiations negotiator negotiators new next no north not nuclear nurses odds of offer offers "
        "official officials oil on one only open opens opposed opposition order orders other out output outside over pact "
        "parents parties party passes past pay peace people permanent plan plane plans pledge pledges point police "
        "political poll possible powers president press pressure price prices prime prison prisoner prisoners private "
        "probe producers progress proposal protest pull pulls push pushes put puts question quick quit quits raise raises "
        "rally rate reach reached reaches ready rebel rebels reform refugee refugees refuse refuses reignite reignites "
        "reject rejected rejects relations release released releases renew renews report reports rescue rescued restore "
        "restores resume resumed resumes return returns rights rise rises role round row rule rules ruling run runs safe "
        "same sanctions save say says school schools scraps secure security see seek seeking seeks sell send sends senior "
        "serious set sets settle ship ships shot show shows shut side sides sign signal signals signed signs since slam "
        "slams slow soldiers some soon source sources south spark sparks special spokesman spring stall stalled stalls "
        "stand start starts state step steps still stop stops storm strike strikes strong students summit support suspend "
        "suspends swap take takes talk talks target targets tax teachers team tell tells ten tension tensions terms test "
        "than that the their they third this thousands threat threaten threatens three tie ties time to together told top "
        "total town trade treaty trial tries trip troops truce try tumble turn two under union unions unit until unveil "
        "unveils up urge urged urges use verdict victims victory violence violent visit visits vote votes vow vows wage "
        "wages wait walk walkout walks war warn warned warns warring watch water way weapons week weeks welcome welcomes "
        "west when where which while who why will win wins with within without woman women work worker workers world "
        "would wounded writes year years yet young"
    ).split()
)
"""Plain words of headlines: verbs and nouns that are no names, whatever their case."""


def recase(copy: str, headlines: list[Span], story: list[Span]) -> str:
    """Return the copy with those headlines that have capitals throughout in the case of the story."""
    shouting = [h for h in headlines if _capitals_throughout(copy, h)]
    if not shouting:
        return copy
    rest = " \n ".join(copy[s.start : s.end] for s in story if not any(s.touches(h) for h in shouting))
    written = _Story({n.lower(): n for n in _INSIDE.findall(rest)}, frozenset(_SMALL_WORD.findall(rest)))
    for headline in shouting:
        words = copy[headline.start : headline.end]
        copy = copy[: headline.start] + written.headline(words) + copy[headline.end :]
    return copy


def _capitals_throughout(copy: str, headline: Span) -> bool:
    """Whether a headline gives all its words of weight a capital, and is no sentence."""
    words = copy[headline.start : headline.end]
    if _END.search(words):
        return False
    heavy = [w for w in _WORD.findall(words) if len(w) >= _LONG]
    if not _FEWEST <= len(heavy) <= _MOST:
        return False
    capitals: int = sum(w[0].isupper() for w in heavy)
    return capitals >= _SHARE * len(heavy)


@dataclass(frozen=True, slots=True)
class _Story:
    """How the story writes its words: `names` by their letters in lower case, and the words that it has in `small` ones."""

    names: dict[str, str]
    small: frozenset[str]

    def headline(self, words: str) -> str:
        """Write a headline as the story would; one without two plain words may be a name itself, and stays."""
        loud = words.isupper()
        found = [
            (m, self._word(m[0], first=n == 0, loud=loud)) for n, m in enumerate(_WORD.finditer(words)) if len(m[0]) > 1
        ]
        heavy = sum(len(m[0]) >= _LONG for m, _ in found)
        plain = sum(len(m[0]) >= _LONG and written[1:].islower() and self._plain(m[0].lower()) for m, written in found)
        if plain < max(2, _PLAIN_SHARE * heavy):
            return words
        for match, written in found:
            if len(written) == len(match[0]):
                words = words[: match.start()] + written + words[match.end() :]
        return words

    def _plain(self, lower: str) -> bool:
        return lower in PLAIN or lower in self.small

    def _word(self, word: str, *, first: bool, loud: bool) -> str:
        """Write one word; the first keeps its capital."""
        lower = word.lower()
        name = self.names.get(re.sub(r"['’]s?\Z", "", lower), "")
        if word.isupper() and not loud:
            return word
        if self._plain(lower) and not name.isupper():
            return word[0] + lower[1:] if first else lower
        if name:
            return name + lower[len(name) :]
        return word[0] + lower[1:] if loud and len(word) > _LONG and "." not in word else word
