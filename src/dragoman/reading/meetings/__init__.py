"""Who meets.

In: a `Scene`. Out: `MeetingMark`s.
"""
