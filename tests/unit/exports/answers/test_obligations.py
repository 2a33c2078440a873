"""What is owed by a day, as a page."""

from __future__ import annotations

from dragoman.exports.answers.obligations import page
from dragoman.views.obligations import Obligations


def test_an_empty_page_is_not_the_end() -> None:
    """Where more pages follow, the record may still hold something that is owed."""
    assert page(Obligations((), "cursor")).empty.startswith("nothing on this page")
    assert page(Obligations((), None)).empty == "nothing in the record is owed by a day"
