"""Lists of members with their offices behind them: "Ana Ruiz, Peru's envoy, Jon Berg, Chad's envoy, and Omar Sato"."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import Mention

NEXT = frozenset({",", ";", ", and", "and", "; and"})


def listed_office(parse: Parse, mentions: list[Mention], n: int) -> bool:
    """Whether an office stands right behind its holder in such a list.

    The list must go on with another whole name, or come from one; and it must begin with a name, since offices may stand
    first as well: "the mayor, Ana Ruiz, the envoy, Jon Berg". In doubt no office is given.
    """
    if n < 1 or not _office(mentions[n]) or mentions[n].plural or not _holder(mentions[n - 1]):
        return False
    if _gap(parse, mentions, n - 1) != ",":
        return False
    goes_on = n + 1 < len(mentions) and _holder(mentions[n + 1]) and _gap(parse, mentions, n) in NEXT
    came = n > 1 and _office(mentions[n - 2]) and _gap(parse, mentions, n - 2) in NEXT
    return (goes_on or came) and _begins_with_name(parse, mentions, n - 1)


def second_office(parse: Parse, mentions: list[Mention], n: int) -> int | None:
    """The name behind a second office of one person: "vice president and chief negotiator *Ana Ruiz*", "…, *Ana Ruiz*,".

    The second office begins with a small letter and has no "the" of its own: "the mayor and Prime Minister Ruiz" are two.
    """
    office, after = mentions[n], mentions[n + 1 : n + 3]
    if not _office(office) or office.plural or not after or _gap(parse, mentions, n) != "and":
        return None
    second = after[0]
    if second.plural or second.definite or not (second.role or "X")[0].islower() or second.kind != "person":
        return None
    if second.form == "name":
        return n + 1
    named = len(after) > 1 and _holder(after[1]) and _gap(parse, mentions, n + 1) in ("", ",")
    return n + 2 if named and _office(second) else None


def _begins_with_name(parse: Parse, mentions: list[Mention], k: int) -> bool:
    """Whether the list in which the name `k` stands begins with a name."""
    while k > 1 and _office(mentions[k - 1]) and _holder(mentions[k - 2]) and _gap(parse, mentions, k - 1) in NEXT:
        k -= 2
    return k == 0 or not _office(mentions[k - 1]) or _gap(parse, mentions, k - 1) != ","


def _office(mention: Mention) -> bool:
    return mention.form == "description" and mention.office is not None


def _holder(mention: Mention) -> bool:
    """Whether a mention is a whole name of a person without an office before it."""
    return mention.form == "name" and mention.kind == "person" and mention.role is None and " " in (mention.name or "")


def _gap(parse: Parse, mentions: list[Mention], n: int) -> str:
    """What stands between a mention and the next."""
    return parse.text[mentions[n].span.end : mentions[n + 1].span.start].strip()
