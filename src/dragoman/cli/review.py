"""`dragoman review`: a queue in the terminal, one key an item; each decision is written at once."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking, deciding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.desk.decide import Hand, Taken
    from dragoman.record.decisions import Decision
    from dragoman.store.store import Store
    from dragoman.views.review import Item, Queue

_DESCRIPTION = """\
Go through what a person should look at first: pairs that might be one actor, proposal or meeting; findings of the present
state that are disputed or told by one origin alone; findings whose support was withdrawn; then all that nobody has looked at,
the latest reports first. What was put off comes last.

keys: a accept (a pair: they are one)   r reject (they are not one)   e edit   s skip   u undo   n note   q quit
On a pipe one line is one answer: the key or its word, and after it why, the new values (e stance=rejects) or the note."""

_EXAMPLES = """\
examples:
  dragoman review --case lenn
  dragoman review --case lenn --kind position --actor "Dana Corvin"
  dragoman review --case lenn --json --limit 20           the queue itself
  dragoman review --case lenn --decided                   what was decided, beside what the machine had read
  printf 'accept\\nreject the speaker is another\\nquit\\n' | dragoman review --case lenn --by ana
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    from dragoman.record.claims import KINDS

    parser = commands.add_parser(
        "review",
        help="go through what a person should look at",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    asking.add_filters(parser, ("actor", "from", "to", "limit", "after"))
    deciding.add_by(parser)
    parser.add_argument("--kind", action="append", choices=KINDS, help="only findings of this kind (several times)")
    parser.add_argument("--decided", action="store_true", help="list what was decided, with the machine's own reading")
    parser.add_argument("--list", action="store_true", help="list the queue and ask nothing")
    parser.add_argument("--json", action="store_true", help="print the queue as JSON and ask nothing")
    parser.set_defaults(run=_run, view="review")


def _run(asked: argparse.Namespace) -> int:
    with asking.opened(asked) as store:
        if asked.json or asked.decided or asked.list:
            from dragoman.exports.answers.review import page

            with asking.scope_of(store, asked) as scope:
                asking.show(asked, scope, _queue(asked, scope), page)
            return 0
        from dragoman.cli.answering import Answers
        from dragoman.desk.decide import Hand

        asking.utf8(sys.stdout)
        hand = Hand(store, deciding.by_of(asking.settings_of(asked)), asking.now)
        return _Session(asked, store, hand, Answers(sys.stdin)).go()


def _queue(asked: argparse.Namespace, scope: Any) -> Queue:
    from dragoman.views.question import Question
    from dragoman.views.review import review

    question = Question(
        first=asked.first,
        last=asked.last,
        actor=asked.actor,
        kinds=frozenset(asked.kind) if asked.kind else None,
        limit=asked.limit,
        after=asked.after,
    )
    return review(scope, question, decided=asked.decided)


class _Session:
    """One run through the queue. What is decided is in the store before the next item is shown."""

    def __init__(self, asked: argparse.Namespace, store: Store, hand: Hand, answers: Any) -> None:
        self._asked, self._store, self._hand, self._answers = asked, store, hand, answers
        self._done: list[Decision] = []

    def go(self) -> int:
        """Show item after item until the queue, the limit or the person's patience is at its end."""
        seen: set[tuple[str, ...]] = set()
        while items := [item for item in self._page() if item.things not in seen]:
            seen |= {item.things for item in items}
            if not self._through(items):
                break
        put_off = sum(decision.verb == "skip" for decision in self._done)
        print(f"{len(self._done) - put_off} decided, {put_off} put off")
        return 0

    def _page(self) -> tuple[Item, ...]:
        with asking.scope_of(self._store, self._asked) as scope:
            items = _queue(self._asked, scope).items
            self._texts: Mapping[str, str] = scope.shelf.texts({c.report for item in items for c in item.evidence})
        return items

    def _through(self, items: list[Item]) -> bool:
        """Ask about items one after the other; say whether the person wants to go on."""
        at = 0
        while at < len(items):
            self._show(items[at], f"{at + 1}/{len(items)}")
            step = self._answered(items[at])
            if step is None:
                return False
            at = max(at + step, 0)
        return True

    def _show(self, item: Item, place: str) -> None:
        import shutil

        from dragoman.exports.answers.review import card

        at_terminal = sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if at_terminal else 100
        print(f"\n{place}")
        print(card(item, self._texts, width=width, color=at_terminal), end="", flush=True)

    def _answered(self, item: Item) -> int | None:
        """Take one answer; return how many items to go on, or None to stop. A wrong answer is told and asked again."""
        from dragoman.terms.errors import DragomanError

        while (answer := self._answers.next()) is not None:
            key, rest = answer
            if key == "q":
                return None
            try:
                if key == "u":
                    if self._undo():
                        return -1
                    continue
                taken = self._take(key, rest, item)
            except DragomanError as error:
                print(f"dragoman: {error}", flush=True)
                continue
            if taken is None:
                print("a accept   r reject   e edit   s skip   u undo   n note   q quit", flush=True)
                continue
            print(deciding.sentence(taken), flush=True)
            if key != "n":
                self._done.append(taken.decision)
                return 1
        return None

    def _take(self, key: str, rest: str, item: Item) -> Taken | None:
        """Carry out what a key says of an item; None for a key that means nothing here."""
        why = rest or None
        match key:
            case "s":
                return self._hand.skip(item.thing, item.things)
            case "n":
                return self._hand.note(item.thing, item.things, rest or self._answers.line("note: "))
            case "a" if item.pair is not None:
                return self._hand.merge(item.thing, item.things, why)
            case "r" if item.pair is not None:
                return self._hand.split(item.thing, item.things, why)
            case "a":
                return self._hand.judge("accept", item.things[0], why)
            case "r":
                return self._hand.judge("reject", item.things[0], why)
            case "e" if item.pair is None:
                return self._hand.edit(item.things[0], self._answers.changes(rest), None)
            case _:
                return None

    def _undo(self) -> bool:
        """Take back the last decision of this run, and go back to its item."""
        if not self._done:
            print("nothing was decided in this run; `dragoman undo` takes back what was decided before", flush=True)
            return False
        taken = self._hand.undo(self._done.pop().id)
        print(deciding.sentence(taken), flush=True)
        return True
