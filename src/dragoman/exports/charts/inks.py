"""The colours of a chart by what they mean.

A specification holds stand-ins. After drawing each becomes a class, by which the page's stylesheet decides the colour in both
themes, and a plain colour for a picture that stands alone.
"""

from __future__ import annotations

from typing import Literal

Ink = Literal[
    "ink", "muted", "line", "paper", "accent", "ok", "no", "warn",
    "meeting", "agreement", "incident", "position", "quotation", "figure", "delegation",
]  # fmt: skip

PLAIN: dict[Ink, str] = {
    "ink": "#1d2126",
    "muted": "#5d6670",
    "line": "#d3d0c8",
    "paper": "#ffffff",
    "accent": "#1554c0",
    "ok": "#1b6e3c",
    "no": "#a8261c",
    "warn": "#7a5a00",
    "meeting": "#0a6f93",
    "agreement": "#1f6d36",
    "incident": "#b02a20",
    "position": "#8f5500",
    "quotation": "#7d3598",
    "figure": "#00706a",
    "delegation": "#4056c8",
}
"""The colours of a picture without a stylesheet: dark on white. Kinds of findings have the colours that they have elsewhere."""

STAND_INS: dict[Ink, str] = {ink: f"#0102{number:02x}" for number, ink in enumerate(PLAIN, start=1)}
"""What a specification says instead of a colour."""

INK_OF: dict[str, Ink] = {stand_in: ink for ink, stand_in in STAND_INS.items()}
"""The ink for which something stands in."""
