"""Tells texts about sport and shows, where "attack", "strike" and "shooting" are no deeds."""

from __future__ import annotations

from dragoman.reading.parse import Parse

GAME_WORDS = frozenset(
    "goal goals striker midfielder goalkeeper defender winger scorer fixture matchday quarterback touchdown innings wicket "
    "batsman bowler playoff playoffs championship midfield coach league stadium referee tournament semifinal semi-final "
    "quarterfinal kickoff innings pitcher homer dribble offside penalty teammate teammates season squad scored "
    "album single chart charts band actress starring film films movie movies premiere box-office screenplay director cast "
    "sequel soundtrack episode trailer celebrity singer rapper filming blockbuster hollywood studio comedy sitcom".split()
)
MOST = 0.02
LEAST = 4


def is_game(parse: Parse) -> bool:
    """Say whether at least four different words of games or shows make up a fiftieth of the text or more."""
    hits = [word for word in parse.lower if word in GAME_WORDS]
    return len(set(hits)) >= LEAST and len(hits) >= MOST * len(parse)
