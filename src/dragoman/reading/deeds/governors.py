"""Words above and beside a deed that say what became of it: said, promised, threatened, tried, stopped, only spoken of."""

from __future__ import annotations

SAYING = frozenset(
    "say tell add report announce note state claim confirm reiterate stress maintain argue explain write warn admit "
    "acknowledge believe think declare reveal indicate signal affirm know show see hear find estimate recall testify quote "
    "charge allege describe understand remember remind".split()
)
BLAMING = frozenset({"accuse", "blame"})
"""Verbs under which a side tells another's deed: "accused the rebels of *shelling* Ober"."""
PROMISING = frozenset(
    "agree promise pledge offer vow commit undertake accept swear ready willing prepared set decide consent volunteer "
    "resolve determined determine committed intend plan aim expect schedule due slate hope want poise able resolved "
    "guarantee opt seek inclined vote choose move".split()
)
THREATENING = frozenset({"threaten", "warn", "vow", "swear"})
PREPARING = frozenset({"prepare", "ready", "poise", "gear", "mass"})
PASSING = frozenset(
    "begin start continue resume keep help go have be come manage proceed rush use order force dare appear seem carry "
    "tend happen join get require step guilty responsible involve engage resort proceed complicit capable".split()
)
STOPPING = frozenset({"stop", "halt", "cease", "suspend", "end", "pause", "quit"})
NONE = frozenset({"no", "neither"})
NOBODY = frozenset({"nobody", "none", "nothing"})
TRYING = frozenset({"try", "attempt"})
DENYING = frozenset({"deny"})
NOUNS_AHEAD = {
    "plan": "promised", "pledge": "promised", "promise": "promised", "offer": "promised", "agreement": "promised",
    "decision": "promised", "commitment": "promised", "readiness": "promised", "willingness": "promised", "intention": "promised",
    "threat": "threatened", "vow": "promised", "ultimatum": "threatened", "preparation": "prepared", "deal": "promised", "attempt": "tried",
}  # fmt: skip
WISHED = frozenset(
    {
        "demand",
        "call",
        "request",
        "proposal",
        "insistence",
        "appeal",
        "suggestion",
        "recommendation",
        "condition",
        "hope",
    }
)
SPOKEN_OF = WISHED | frozenset(
    "prospect possibility idea option chance threat warning talk negotiation discussion question issue plan aim goal hope risk danger fear "
    "way means purpose cost agreement deal progress basis condition responsibility task".split()
)
"""Nouns behind which a doing is only spoken of."""
BEHIND = frozenset({"of", "on", "about", "to", "over", "toward", "towards"})
TALKED = frozenset(
    "talk negotiate discuss focus centre center speak agree insist decide work concentrate advise be".split()
)
PLEADED = frozenset("argue call push press lobby plead appeal campaign vote advocate".split())
"""Verbs of words, behind whose "for" stands what is wanted."""
CLAIMS = frozenset(
    {"claim", "allegation", "accusation", "report", "charge", "suggestion", "assertion", "rumour", "rumor"}
)
REFUTING = frozenset({"deny", "dismiss", "reject", "refute", "rebut", "dispute"})
AIMING = frozenset({"until", "till", "before", "unless", "lest"})
BEGINNING = frozenset(
    {"begin", "start", "continue", "resume", "keep", "manage", "proceed", "help", "rush", "order", "force"}
)
"""Verbs whose own tense tells whether the deed below them is done."""
UNSURE = frozenset({"would", "could", "might", "may", "should", "must"})
MAYBE = frozenset({"may"})
PAPERS = frozenset(
    "agreement deal accord pact plan proposal framework roadmap bill legislation draft package offer treaty blueprint".split()
)
"""What lays down or foresees what is to be done, and does nothing itself."""
NEITHER = frozenset({"nor", "neither"})
BEFORE = frozenset({"by", "after", "since", "following"})
"""Prepositions behind which stands what was done as the verb above tells, or before it."""
HOSTILE = frozenset({"hostile", "force"})
ANNOUNCED = {"hostile": "threatened", "force": "prepared"}
"""What an announcement of a deed is, by the sense of the deed: of violence a threat, of a show of force a preparation."""
