"""Dragoman reads dated news reports about a negotiation and keeps a cited, dated record of it."""

__version__ = "0.1.0"
