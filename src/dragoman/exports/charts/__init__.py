"""Answers -> pictures: one file a chart.

In: answers of views. Out: a `Chart`: SVG drawn here by Vega-Lite, for a wide and a narrow page, with its words. Nothing is decided
here, and nothing is fetched: what a report says reaches a picture as a value of its data, never as part of a specification.
"""
