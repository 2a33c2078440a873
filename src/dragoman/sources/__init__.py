"""Outside -> Report: files, tables, pages. The text is kept as it arrived; what cannot be read is refused with a reason.

In: paths. Out: `Report` or `Refused`, in the order of the paths. A publication date is never guessed.
"""
