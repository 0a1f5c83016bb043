"""Words as they are compared: however they are spaced, quoted or written large."""

from __future__ import annotations

import re
import unicodedata

# Excel and Word replace straight quotation marks by round ones.
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'})
_AROUND = ' .?!:*"'
_BREAK = re.compile(r"\s*([,;])\s*")
_NUMBER = re.compile(r"\d+\s*[.):]\s*")


def plain(text: str) -> str:
    """The text without what differs between two ways to write it."""
    straight = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return _BREAK.sub(r"\1 ", " ".join(straight.split())).casefold().strip(_AROUND)


def without_number(text: str) -> str:
    """A question without its number on paper."""
    return _NUMBER.sub("", text.strip(), count=1) if _NUMBER.match(text.strip()) else text


def as_id(text: str) -> str:
    """A text as the id it may be: small letters, with dashes between the words."""
    return plain(text).replace("_", "-").replace(" ", "-")
