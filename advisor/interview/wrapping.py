"""Breaks texts into lines of whole words, as wide as the terminal is now."""

from __future__ import annotations

import textwrap

WIDEST = 100
_NARROWEST = 8


def wrap(text: str, columns: int, left: str = "", hanging: str | None = None) -> str:
    """The text with `left` before each line, and `hanging` before what does not fit on it.

    By default what follows an item or an indent hangs below its first word.
    """
    width = max(min(columns, WIDEST) - 1, _NARROWEST)
    return "\n".join(_wrapped(f"{left}{line}", width, hanging) for line in text.splitlines())


def _wrapped(line: str, width: int, hanging: str | None) -> str:
    indent = " " * (len(line) - len(line.lstrip(" -"))) if hanging is None else hanging
    split = textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
    return "\n".join(split)
