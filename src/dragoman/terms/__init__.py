"""The words that every stage shares: spans, dates, reports, actors, findings, errors.

In: nothing. Out: frozen values. Standard library only; no input or output, no clock.
"""
