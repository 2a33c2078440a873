"""One verb a file: what a person, a program or a page can ask for.

In: paths, reports, a reader. Out: findings, in the order of what went in.
"""
