"""Words as they are compared: however they are spaced, quoted or written large."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Excel and Word replace straight quotation marks by round ones.
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'})
_AROUND = ' .?!:*"'
_BREAK = re.compile(r"\s*([,;])\s*")
_NUMBER = re.compile(r"(?:\d+\s*[.):]\s*|[A-Za-z]\w*(?:\[\w+\])?[.):]\s+)")
_AGAIN = re.compile(r"(?<=\D)[.]?[1-9]\d?$")
_SHORT = 200
"""How long the texts are that come back often enough to keep."""

_NO_LETTER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The text without what differs between two ways to write it."""
    return _plain_short(text) if len(text) <= _SHORT else _plain(text)


def _plain(text: str) -> str:
    straight = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return _BREAK.sub(r"\1 ", " ".join(straight.split())).casefold().strip(_AROUND)


_plain_short = lru_cache(maxsize=4_096)(_plain)


def letters(text: str) -> str:
    """Only the letters and digits, since a form tool may take no dashes or spaces in a name."""
    return _NO_LETTER.sub("", plain(text))


def without_number(text: str) -> str:
    """A question without its number on paper, or its code in a form: `3. `, `Q12. `."""
    return _NUMBER.sub("", text.strip(), count=1) if _NUMBER.match(text.strip()) else text


def without_count(text: str) -> str:
    """A header without the number that Excel puts behind one that stands there already."""
    return _AGAIN.sub("", text.strip())
