"""The grid of positions: parties by proposals, the proposal that was told of last first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.record.claims import Claim, Kind
from dragoman.record.identity.actors.cast import Identity, side
from dragoman.record.identity.matters import Proposal
from dragoman.record.keys import side_of, sides_in
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Agreement, Position
from dragoman.views.cells import Cell
from dragoman.views.cursor import Place, cursor_of, place_of
from dragoman.views.grid import Row, Standing, rows_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

CHUNK = 200
SCANNED = 2000
"""Claims that are looked at for the proposals of one page; a page may be shorter, its cursor goes on."""
SOUGHT = 30
"""Claims of each proposal on a page that are looked at, the latest first."""
LAST_WORDS = 5
"""Cells of each party and proposal that are shown, the latest; a row that has more is not `whole`."""
PAST = timedelta(days=730)
"""How long before the last word on a proposal something was published that a page still looks at."""
CUT = "of proposals with much history the last words of each party are shown; `--proposal` tells more of one, `dragoman proposal ID` all"
_KINDS: frozenset[Kind] = frozenset({"position", "agreement"})


@dataclass(frozen=True, slots=True)
class Positions:
    """One page of the grid. `parties` are the columns; `next` is the cursor of the page after it."""

    parties: tuple[str, ...]
    items: tuple[Row, ...]
    notes: tuple[str, ...]
    next: str | None


@remembered
def positions(scope: Scope, question: Question) -> Positions:
    """Return the proposals on which positions were taken and where every party stands on them.

    The latest activity counts for the order. With an actor only what that person or that side says; with a proposal only
    that one. The days bound what is told: the grid is that of these days. Raises `NotFound` for a name that nobody bears.
    """
    who = () if question.actor is None else scope.cast.find(question.actor)
    if question.actor is not None and not who:
        raise NotFound("actor", question.actor, scope.cast.near(question.actor))
    chosen, following = _asked(scope, question, who)
    if question.proposal is not None and not chosen:
        raise NotFound("proposal", question.proposal)
    rows, notes = _filled(chosen, scope, question, who)
    parties = {standing.party for row in rows for standing in row.parties}
    return Positions(tuple(sorted(parties)), rows, notes, following)


def _asked(scope: Scope, question: Question, who: tuple[Identity, ...]) -> tuple[tuple[Proposal, ...], str | None]:
    """Return the proposals of the page, and the cursor of the next."""
    if question.proposal is None:
        return _latest(scope, question, who)
    found = scope.ledger.find(question.proposal)
    return found[: question.limit], None


def _filled(
    chosen: tuple[Proposal, ...], scope: Scope, question: Question, who: tuple[Identity, ...]
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Return the rows of proposals: what counts is worked out from all that is looked at, and only then cut."""
    told = {p: _told(p, scope, question, who) for p in chosen}
    late = {p: held if question.proposal is not None else _of_late(held) for p, held in told.items()}
    cut = frozenset(p.id for p, held in told.items() if len(held) > min(SOUGHT, len(late[p])))
    claims = scope.origins.settle(claim for held in late.values() for claim in held[:SOUGHT])
    rows = rows_of(chosen, claims, scope, question, cut=cut)
    if question.proposal is None:  # of one that is asked for by name there is room for more
        rows = tuple(map(_last_words, rows))
    ordered = tuple(sorted(rows, key=lambda row: (-row.last.toordinal(), row.id)))
    return ordered, (CUT,) if any(not row.whole for row in rows) else ()


def _told(proposal: Proposal, scope: Scope, question: Question, who: tuple[Identity, ...]) -> list[Claim]:
    """Return the latest claims on a proposal, of these actors where there are some; one more than `SOUGHT` if there are more."""
    keys, place = frozenset(_keys((proposal,))), None
    limit = CHUNK if who else SOUGHT + 1
    found: list[Claim] = []
    for _ in range(SCANNED // CHUNK):
        chunk = scope.shelf.claims(_wanted(question, keys, limit, place))
        scope.cast.learn(actor for claim in chunk for actor in claim.actors)
        found += [claim for claim in chunk if not who or _is_of(claim, who, scope)]
        if len(found) > SOUGHT or len(chunk) < limit:
            break
        place = (chunk[-1].published, chunk[-1].id)
    return found[: SOUGHT + 1]


def _of_late(claims: list[Claim]) -> list[Claim]:
    """Return the claims that were published within `PAST` of the last."""
    return [claim for claim in claims if claims[0].published - claim.published <= PAST]


def _last_words(row: Row) -> Row:
    """Return a row with the last cells of each party, and with all that hold or are disputed, however old."""
    parties = tuple(replace(one, history=_last_cells(one)) for one in row.parties)
    cut = any(len(one.history) < len(whole.history) for one, whole in zip(parties, row.parties, strict=True))
    return replace(row, parties=parties, whole=row.whole and not cut)


def _last_cells(standing: Standing) -> tuple[Cell, ...]:
    last = {cell.id for cell in standing.history[-LAST_WORDS:]} | {*standing.current}
    return tuple(cell for cell in standing.history if cell.id in last)


def _keys(proposals: Iterable[Proposal]) -> Iterator[str]:
    return (f"m:{member}" for proposal in proposals for member in proposal.members)


def _wanted(question: Question, keys: frozenset[str] | None, limit: int, after: Place | None = None) -> Wanted:
    return Wanted(
        kinds=_KINDS,
        keys=keys,
        first=question.first,
        last=question.last,
        by="published",
        after=after,
        latest_first=True,
        limit=limit,
    )


def _is_of(claim: Claim, who: tuple[Identity, ...], scope: Scope) -> bool:
    """Whether a claim is of one of these: of the person, or of the side where it is no person."""
    finding = claim.finding
    actors = (
        finding.parties if isinstance(finding, Agreement) else (finding.actor,) if isinstance(finding, Position) else ()
    )
    sides = {side(one) for one in who if one.kind != "person"}
    found = (scope.cast.of(actor, claim.published) for actor in actors)
    return any(identity in who or side(identity) in sides for identity in found)


def _latest(scope: Scope, question: Question, who: tuple[Identity, ...]) -> tuple[tuple[Proposal, ...], str | None]:
    """Return the proposals of a page, by their latest claim, and the cursor of what comes next.

    The claims are gone through from the latest; a proposal belongs to the page on which its latest claim lies.
    """
    keys = frozenset(_actor_keys(who)) if who else None
    start = place = place_of(question.after)
    chosen: dict[Proposal, None] = {}
    passed: set[Proposal] = set()
    for _ in range(SCANNED // CHUNK):
        # unsettled: a claim that its article's versions tell once still has its place among all
        chunk = scope.shelf.claims(_wanted(question, keys, CHUNK, place))
        scope.ledger.learn(claim.about for claim in chunk if claim.about is not None)
        for claim in chunk:
            proposal = scope.ledger.of(claim.about or "")
            if proposal not in chosen and proposal not in passed:
                if _on_earlier_page(proposal, start, keys, question, scope):
                    passed.add(proposal)
                elif len(chosen) == question.limit:
                    return tuple(chosen), cursor_of(place)
                else:
                    chosen[proposal] = None
            place = (claim.published, claim.id)
        if len(chunk) < CHUNK:
            return tuple(chosen), None
    return tuple(chosen), cursor_of(place)


def _actor_keys(who: Iterable[Identity]) -> Iterator[str]:
    for one in who:
        yield from (f"p:{member}" for member in one.members)
        if one.kind != "person":
            yield f"s:{side(one)}"


def _on_earlier_page(
    proposal: Proposal, start: Place | None, keys: frozenset[str] | None, question: Question, scope: Scope
) -> bool:
    """Whether the latest claim on a proposal lies before the page begins."""
    if start is None:
        return False
    for claim in scope.shelf.claims(_wanted(question, frozenset(_keys((proposal,))), 1 if keys is None else CHUNK)):
        if keys is None or keys & {f"p:{actor.id}" for actor in claim.actors} or keys & _sides(claim):
            return (claim.published, claim.id) >= start
    return False


def _sides(claim: Claim) -> set[str]:
    return {f"s:{side_of(actor)}" for actor in sides_in(claim.finding)}
