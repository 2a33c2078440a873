"""Past participles that stand alone: "talks *mediated* by Oman", apart from past tenses that look like them."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse

ANNOUNCING = frozenset("announce say confirm declare state add insist claim note decide reiterate stress".split())


def bare_participle(parse: Parse, i: int) -> bool:
    """Say whether it is a past participle without an auxiliary: "talks *mediated* by Oman"."""
    return (
        parse.tag[i] == "VBN"
        and parse.dep[i] in ("acl", "advcl", "conj", "ROOT", "relcl")
        and parse.kid(i, "aux", "nsubj") is None
        and not _finite_after_all(parse, i)
        and not (
            parse.dep[i] == "conj" and parse.kid(parse.head[i], "aux") is not None and not _shared_passive(parse, i)
        )
    )


def _finite_after_all(parse: Parse, i: int) -> bool:
    """Whether the grammar took a past tense for a participle: "the guild, which led the strike, *announced* that it"."""
    told = parse.kid(i, "ccomp") is not None and parse.lemma[i] in ANNOUNCING
    return parse.dep[i] == "acl" and told and parse.kid(i, "agent") is None


def _shared_passive(parse: Parse, i: int) -> bool:
    """Whether the "be" of the first of two participles holds for the second: "would be exempted and *allowed* to"."""
    return parse.kid(parse.head[i], "auxpass") is not None and parse.kid(i, "dobj") is None
