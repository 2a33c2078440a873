"""Outside -> Report: files, tables, pages, feeds, archives, addresses. What cannot be read is refused with a reason.

In: whatever a person names. Out: `Report` or `Refused`, in the order of what was named. The text is kept as it arrived; a
publication date is never guessed.
"""
