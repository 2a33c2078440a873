"""Where words of stances take none: refusing to comment, ordering one's own people about, hoping for fine weather."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.scene import Scene
from dragoman.reading.stances.slots import POINTERS, objects_of
from dragoman.reading.stances.themes import Matter
from dragoman.reading.stances.undone import not_caused, not_tried
from dragoman.reading.stances.words import Sense, stance_words

DETAILS = frozenset(
    "detail comment name reason figure information evidence account interview answer statement age sign address word charge".split()
)
PRESS = frozenset({"anonymity", "detail", "comment", "answer", "interview", "information"})
COMMANDING = frozenset(
    {"order", "instruct", "remind", "command", "direct", "tell", "warn", "invite", "summon", "challenge", "ask"}
)
OWN = frozenset(
    "soldier troop police resident civilian reporter journalist worker staff deputy driver officer unit citizen people".split()
)
PRESENT = frozenset({"present", "come", "travel", "accept", "agree", "respond", "reconsider"})
RESOLVES = frozenset(
    "decision agreement promise pledge readiness willingness commitment intention choice determination".split()
)
WOULD = frozenset({"would", "'d", "’d"})
RUMOURS = frozenset("report claim rumour rumor allegation suggestion speculation assertion".split())
DENYING = frozenset("deny dismiss reject refute rebut contradict".split())
ACCUSED = (("accuse",), ("suspect",), ("blame",))
ANSWERING = frozenset({"study", "concede"})
TOLD = frozenset({"know", "go", "see", "hear", "get", "think", "talk", "say", "tell", "slip", "stand"})
COMING = frozenset({"attend", "take part", "travel to talks"})
WISHING = frozenset({"seek", "ask", "hope", "try", "manage", "help"})
CROWD = frozenset("people citizen supporter follower reporter journalist resident public voter".split())
SIDES = frozenset({"state", "government", "armed-group", "igo", "person", "group"})


def out_of_place(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether a word stands in a tense or with an object in which it takes no stance."""
    if sense.future and not _to_come(scene, clause):
        return True
    if (
        (sense.id in ANSWERING and _judged(scene, clause))
        or _by_nature(scene, clause)
        or _named_so(scene, clause, sense)
    ):
        return True
    if _lacking(scene, clause, sense):
        return True
    if (
        (sense.stance == "accepts" or sense.tried or clause.lemma == "encourage")
        and clause.kind == "verb"
        and _purpose(scene, clause.verb)
    ):
        return True
    if (
        _supposed(scene, clause)
        or _rumoured(scene, clause)
        or _questioned(scene, clause)
        or _awaited(scene, clause)
        or _wished(scene, clause.verb)
        or _neither(scene, clause)
        or _carried(scene, clause)
        or not_caused(scene, clause)
        or clause.under[:1] in ACCUSED
    ):
        return True
    if clause.kind == "adjective" and any(
        scene.parse.lemma[k] == "door" for k in scene.parse.kids(scene.parse.head[clause.verb], "dobj")
    ):
        return True
    if _only_wished_to_come(scene, clause, sense):
        return True
    if clause.passive and clause.lemma in ("agree", "agree upon", "agree on"):
        return True
    if sense.now and clause.under[:1] and clause.under[0] in ("agree", "promise", "pledge", "willing", "ready", "open"):
        return False
    return sense.now and (clause.time == "future" or clause.under[:1] == ("be",))


def _to_come(scene: Scene, clause: Clause) -> bool:
    """Whether a deed is one to come: "will release", "said it was *releasing*", and not "resigned, *allowing* new talks"."""
    if clause.time in ("past", "present"):
        return clause.progressive and _announced(clause) and clause.lemma != "negotiate"
    alone = scene.parse.tag[clause.verb] == "VBG" and not clause.progressive
    return not alone or scene.parse.dep[clause.verb] == "xcomp"


def _judged(scene: Scene, clause: Clause) -> bool:
    """Whether a word of weighing or letting is another: "an offer it considers *absurd*", "let you *know*"."""
    parse = scene.parse
    if clause.lemma == "let":
        return any(parse.lemma[c] in TOLD for c in clause.complements) or not (clause.doers or clause.passive)
    return parse.kid(clause.verb, "oprd", "acomp") is not None or any(
        parse.tag[c] == "JJ" for c in parse.kids(clause.verb, "ccomp", "xcomp")
    )


def _named_so(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether something is only given a name: "*called* the round a turning point for the talks"."""
    if sense.id != "call for" or clause.lemma != "call":
        return False
    return scene.parse.kid(clause.verb, "oprd", "dobj", "ccomp") is not None and not clause.passive


def _by_nature(scene: Scene, clause: Clause) -> bool:
    """Whether a matter requires something by its nature, and nobody does: "they *require* patience", "talks, *requiring* care"."""
    if clause.lemma != "require":
        return False
    named = (d in scene.mention_at and scene.mentions[scene.mention_at[d]].form == "name" for d in clause.doers)
    return scene.parse.tag[clause.verb] == "VBG" or not all(named)


def _lacking(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether something is missing that the sense asks for: a form of the verb, an adverb, an object, a speaker."""
    manner = {scene.parse.lower[c] for c in scene.parse.kids(clause.verb, "advmod")} if sense.manner else sense.manner
    return (
        (sense.progressive and not clause.progressive)
        or (bool(sense.manner) and not sense.manner & manner)
        or (sense.own and not _of_themselves(scene, clause))
        or (sense.would and clause.modal not in WOULD)
        or (sense.id == "strike for" and bool(clause.things))  # "strike a deal for peace"
        or (sense.tried and not_tried(scene, clause))
        or (sense.tried and clause.modal in ("can", "could", "ca", "may", "might"))
        or (sense.negative and not clause.negated)
        or (sense.said and not (clause.things and _announced(clause)))
        or (sense.yet and not (_not_yet(clause) or _without(scene, clause, sense)))
        or (bool(sense.object) and not any(scene.parse.lemma[t] in sense.object for t in objects_of(scene, clause)))
    )


def _only_wished_to_come(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether somebody only seeks to come ("seeking *to attend*"), or joins people and no round."""
    if sense.id in COMING and clause.under[:1] and clause.under[0] in WISHING:
        return True
    return sense.id == "attend" and clause.lemma == "join" and any(t in scene.mention_at for t in clause.things)


def _not_yet(clause: Clause) -> bool:
    """Whether it has not come about so far: "has yet to decide", "has not decided"."""
    return clause.yet or (clause.negated and clause.time in ("past", "present") and not clause.modal)


def _without(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether the noun of the sense is denied: "has taken *no* decision"."""
    parse = scene.parse
    nouns = (t for t in clause.things if parse.lemma[t] in sense.object)
    return any(parse.lower[c] == "no" for t in nouns for c in parse.kids(t, "det"))


def _of_themselves(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says it of themselves: "said *it* needed guarantees", "*we* need guarantees"."""
    said = clause.under[:1] and clause.under[0] in SPEECH
    if said and clause.modal in ("will", "would") and _only_states(scene, clause):
        return True
    own = bool(clause.doers) and all(scene.parse.tag[d] == "PRP" for d in clause.doers)
    return own and bool(said or scene.speaker_at(clause.verb) is not None)


def _only_states(scene: Scene, clause: Clause) -> bool:
    """Whether a state is told to do it: "said *Mali* would reopen the crossing"."""
    mentions = [scene.mentions[scene.mention_at[d]] for d in clause.doers if d in scene.mention_at]
    return bool(mentions) and all(
        m.kind in ("state", "government", "armed-group") and m.form == "name" for m in mentions
    )


def _carried(scene: Scene, clause: Clause) -> bool:
    """Whether a noun that is a stance already tells it: "his commitment to *seeking* a truce"."""
    parse = scene.parse
    noun = parse.head[parse.head[clause.verb]]
    return (
        parse.dep[clause.verb] == "pcomp" and parse.lemma[noun] in stance_words().nouns and parse.tag[noun][:2] == "NN"
    )


def _neither(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is neither confirmed nor denied: "neither confirmed nor denied that it *would attend*"."""
    above = clause.above if clause.under[:1] == ("deny",) else None
    return above is not None and scene.parse.kid(scene.parse.head[above], "preconj") is not None


def _supposed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause hangs on one that is only supposed: "if Mali continues *to reject* the plan"."""
    while clause.above is not None and scene.parse.dep[clause.verb] in ("xcomp", "pcomp"):
        clause = scene.clause_at[clause.above]
        if clause.conditional:
            return True
    return False


def _rumoured(scene: Scene, clause: Clause) -> bool:
    """Whether a report is denied that tells of it: "denied reports that it *had accepted* the plan"."""
    parse, noun = scene.parse, scene.parse.head[clause.verb]
    return parse.lemma[noun] in RUMOURS and parse.lemma[parse.head[noun]] in DENYING


def _questioned(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is a question that somebody puts or leaves open: "would not say *whether* it accepts"."""
    parse = scene.parse
    tops = {clause.verb, parse.head[clause.verb]} if clause.kind == "adjective" else {clause.verb}
    tops |= {parse.head[t] for t in tops if parse.dep[t] == "conj"}
    return any(
        parse.lower[k] == "whether" or (parse.lower[k] == "if" and parse.dep[t] in ("ccomp", "pcomp"))
        for t in tops
        for k in parse.kids(t, "mark")
    )


def _wished(scene: Scene, verb: int) -> bool:
    """Whether others only wish for it: "it is vital for the clans *to accept* the map"."""
    parse = scene.parse
    marks = parse.kids(verb, "mark")
    return any(parse.lower[k] == "for" for k in marks) and any(parse.tag[k] == "TO" for k in parse.children[verb])


def _announced(clause: Clause) -> bool:
    """Whether somebody says so: "said it would host"; who agreed to host has accepted."""
    return clause.under[:1] not in (("agree",), ("accept",)) and any(u in SPEECH for u in clause.under)


def _awaited(scene: Scene, clause: Clause) -> bool:
    """Whether a stance is one that others wait for: "until the rebels *agree* to a truce"."""
    parse = scene.parse
    for word in (clause.verb, parse.head[clause.verb]):
        if parse.dep[word] == "advcl" and any(
            parse.dep[k] == "mark"
            and (
                parse.lower[k] in ("until", "till", "before")
                or (parse.lower[k] == "after" and clause.time == "present")
            )
            for k in parse.children[word]
        ):
            return True
    return False


def _purpose(scene: Scene, verb: int) -> bool:
    """Whether an infinitive only tells what something is for: "gave them until Friday *to accept*", "pressure *to sign*"."""
    parse = scene.parse
    if not any(parse.tag[c] == "TO" for c in parse.children[verb]):
        return False
    return parse.dep[verb] == "advcl" or (
        parse.dep[verb] in ("acl", "relcl") and parse.lemma[parse.head[verb]] not in RESOLVES
    )


def idle(scene: Scene, clause: Clause, sense: Sense, matter: Matter) -> bool:
    """Whether a matter is none that sides negotiate: telling the press, a command to one's own, a wish for the weather."""
    parse, classes = scene.parse, stance_words().classes
    verb = parse.tag[matter.head][:2] == "VB"
    refused = sense.stance == "rejects" or (sense.stance == "accepts" and clause.negated)
    if (verb and refused and _telling(scene, matter.head)) or _of_the_press(scene, sense, matter):
        return True
    if sense.id == "order a truce" and _of_talks(scene, matter):
        return True
    if _of_nothing(scene, sense, matter):
        return True
    if sense.id == "hope":
        words = parse.words_in(matter.span)
        return not any(
            parse.lemma[i] in classes["matter"] or parse.lemma[i] in classes["dealing"] | PRESENT for i in words
        )
    if matter.toward is not None and clause.lemma in COMMANDING and verb:
        mention = scene.mentions[matter.toward]
        if mention.kind == "media" or mention.noun in OWN:
            return True
    if matter.toward is not None and verb:
        asked = scene.mentions[matter.toward]
        if asked.noun in CROWD or asked.kind == "media":
            return True
    if matter.toward is not None and clause.lemma in COMMANDING and verb:
        mention = scene.mentions[matter.toward]
        if clause.lemma in ("order", "instruct", "remind", "command", "direct"):
            return mention.form != "name" or mention.kind not in SIDES
    return False


def _of_nothing(scene: Scene, sense: Sense, matter: Matter) -> bool:
    """Whether the matter is not told: "criticised *it*", "both sides stick to *opposing demands*".

    Nor is it one to ask for where somebody would undo what others agreed: who "wants *to thwart the deal*" rejects the deal.
    """
    parse = scene.parse
    if sense.id == "criticise":
        return parse.lower[matter.head] in POINTERS
    if sense.id in ("want to", "push to") and parse.lemma[matter.head] in stance_words().classes["spoiling"]:
        return any(parse.lemma[t] in stance_words().classes["dealt"] for t in parse.kids(matter.head, "dobj"))
    bare = not parse.kids(matter.head, "poss", "det", "relcl", "acl")
    return sense.id == "stand by a demand" and bare and parse.tag[matter.head] in ("NN", "NNS")


def _of_the_press(scene: Scene, sense: Sense, matter: Matter) -> bool:
    """Whether it is a matter between a source and reporters: "insisted on *anonymity*", "pressed him for *details*"."""
    parse = scene.parse
    if parse.tag[matter.head][:2] != "VB" and parse.lemma[matter.head] in PRESS:
        return sense.stance == "demands" or sense.id == "ready"
    return sense.yet and any(parse.lemma[i] in ("comment", "interview") for i in parse.words_in(matter.span))


def _of_talks(scene: Scene, matter: Matter) -> bool:
    """Whether it is the talks that pause: "announced a pause *in the talks*"."""
    parse, talks = scene.parse, stance_words().classes["talks"]
    inner = (o for p in parse.kids(matter.head, "prep") for o in parse.kids(p, "pobj"))
    return any(parse.lemma[o] in talks for o in inner)


def _telling(scene: Scene, verb: int) -> bool:
    parse = scene.parse
    if parse.lemma[verb] in stance_words().classes["telling"]:
        return True
    return parse.lemma[verb] in ("give", "provide", "offer", "release", "take", "make", "use", "discuss") and any(
        parse.lemma[o] in DETAILS for o in parse.kids(verb, "dobj")
    )
