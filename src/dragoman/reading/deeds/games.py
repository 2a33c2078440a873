"""Tells texts about sport, shows, business and labour, where "attack", "strike", "takeover" and "aid" are other things."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse

GAME_WORDS = frozenset(
    "goal goals striker midfielder goalkeeper defender winger scorer fixture matchday quarterback touchdown innings wicket "
    "batsman bowler playoff playoffs championship midfield coach league stadium referee tournament semifinal semi-final "
    "quarterfinal kickoff innings pitcher homer dribble offside penalty teammate teammates season squad scored "
    "album single chart charts band actress starring film films movie movies premiere box-office screenplay director cast "
    "sequel soundtrack episode trailer celebrity singer rapper filming blockbuster hollywood studio comedy sitcom".split()
)
BUSINESS_WORDS = frozenset(
    "shares shareholders shareholder earnings revenue revenues profit profits ceo inc corp corporation nasdaq stock stocks "
    "investors acquisition merger customers brand iphone ipod app apps software bankruptcy dealership dealerships trademark startup "
    "company companies firm firms maker airbus boeing plant plants sales dealers subscribers carmaker carmakers retail "
    "chairman executive executives contract contracts iphones chipmaker lawsuit trademarks "
    "dividend quarterly analysts airline airlines airliner airliners aerospace automaker automakers retailer retailers lender "
    "lenders buyout subsidiary manufacturer manufacturers dow traders securities".split()
)
CIVIL = frozenset(
    "military-aid aid lawsuit ban ban-of-goods resignation dismissal conquest offensive execution coup investigation protest "
    "indictment granting-of-rights permission cooperation joint-exercise asylum torture release aid-cut "
    "talks-stopped easing-of-curbs curfew reform closing censorship withholding treaty-exit ultimatum debt-relief killing "
    "backing recognition yielding-to-demands intelligence-sharing".split()
)
"""Sorts of deeds whose words firms use for their own affairs."""
LABOUR_WORDS = frozenset(
    "union unions worker workers wage wages pay walkout walkouts picket pickets picketing striker strikers striking bargaining labor "
    "labour employee employees teachers nurses miners dockers".split()
)
ARMS_WORDS = frozenset(
    "missile missiles drone drones troops army airstrike airstrikes warplanes rocket rockets bomb bombs bombing militants rebels "
    "soldiers jets killed military".split()
)
MOST = 0.018
LEAST = 4


def is_game(parse: Parse) -> bool:
    """Say whether at least four different words of games or shows make up a fiftieth of the text or more."""
    return _is_about(parse, GAME_WORDS)


def is_business(parse: Parse) -> bool:
    """Say whether at least four different words of business make up a fiftieth of the text or more."""
    return _is_about(parse, BUSINESS_WORDS)


def is_labour(parse: Parse, word: int) -> bool:
    """Say whether the sentence or the text of a word is about workers and has no arms, so that a "strike" is one of theirs."""
    first, last = parse.sentences[parse.sentence[word]]
    return _of_workers(parse.lower[first:last]) or _of_workers(parse.lower)


def _of_workers(words: list[str]) -> bool:
    told = set(words)
    return len(told & LABOUR_WORDS) > 1 and not told & ARMS_WORDS


def _is_about(parse: Parse, words: frozenset[str]) -> bool:
    hits = [word for word in parse.lower if word in words]
    return len(set(hits)) >= LEAST and len(hits) >= MOST * len(parse)
