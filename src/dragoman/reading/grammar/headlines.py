"""The grammar of headlines, which leave out what other sentences say."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse


def is_headline_plan(parse: Parse, verb: int, *, alone: bool) -> bool:
    """Say whether an infinitive stands for a future: "Norland to hold talks", "Norland *to visit* Tavia, palace says".

    `alone` tells that it hangs on no other predicate; one that does must begin its sentence with a subject of its own.
    """
    if alone:
        return parse.dep[verb] in ("ROOT", "relcl")
    begins = parse.left[verb] == parse.sentences[parse.sentence[verb]][0] and not parse.kids(verb, "mark")
    return parse.dep[verb] == "ccomp" and begins and bool(parse.kids(verb, "nsubj", "nsubjpass"))
