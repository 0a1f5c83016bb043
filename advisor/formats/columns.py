"""How wide the columns of a table are on paper and on screen, by what they hold."""

from __future__ import annotations

from collections.abc import Sequence

WIDE = 17.0
"""Centimetres: the width of the text on A4."""

_LETTER, _EDGES, _STEP = 0.15, 0.25, 0.1
"""Centimetres: a letter in a long text, the edges of a cell, and a step of the room given out."""

_WORD = (0.16, 0.5)
"""Centimetres that a word takes for each letter, and besides: a short one may have wide letters."""

_SHORT, _MOST = 14, 0.8
"""The letters of a short text at most, and the share of the width that columns may begin with."""


def widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Each column at least its longest word; the rest goes to what makes the rows high.

    A column of short texts, such as months, keeps them on one line where there is room. What is
    written by hand takes more than what is printed.
    """
    columns = [[one.replace("_", "___") for one in column] for column in zip(*rows, strict=True)]
    whole = [_least(column, _SHORT) for column in columns]
    found = whole if sum(whole) <= _MOST * WIDE else [_least(column, 0) for column in columns]
    lengths = [[_LETTER * len(one) for one in column] for column in columns]
    while sum(found) + _STEP <= WIDE:
        gains = _gains(lengths, found)
        if not any(gains):
            break
        found[gains.index(max(gains))] += _STEP
    return [width * WIDE / sum(found) for width in found]


def _least(column: Sequence[str], short: int) -> float:
    """The width of the longest word, and of all texts below the head if none exceeds `short`."""
    whole = [word for one in column for word in one.split()]
    if max(map(len, column[1:]), default=0) <= short:
        whole += column[1:]
    letter, besides = _WORD
    return letter * max((len(one.strip("_")) for one in whole), default=1) + besides


def _gains(lengths: Sequence[Sequence[float]], found: Sequence[float]) -> list[float]:
    """How much lower the rows become for each column that is a step wider."""
    gains = [0.0] * len(found)
    for row in zip(*lengths, strict=True):
        heights = [one / (width - _EDGES) for one, width in zip(row, found, strict=True)]
        highest = max(heights)
        if highest > 1:
            at = heights.index(highest)
            gains[at] += highest / (found[at] - _EDGES)
    return gains
