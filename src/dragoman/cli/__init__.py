"""The command line: one file a command.

In: words, files. Out: lines on standard output; refusals and warnings on standard error; an exit status.
"""
