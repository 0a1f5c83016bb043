"""Measures one text: its words, sentences, numbers, links and the stems it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from advisor.texts import Lang

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"']?\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LINK = re.compile(r"https?://[^\s>)\]]+|\b[\w-]+\.nl\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]+[A-Za-z]?\b")

_SPELT = {
    2: ("twee", "two"),
    3: ("drie", "three"),
    4: ("vier", "four"),
    5: ("vijf", "five"),
    6: ("zes", "six"),
    7: ("zeven", "seven"),
    8: ("acht", "eight"),
    9: ("negen", "nine"),
    10: ("tien", "ten"),
    11: ("elf", "eleven"),
    12: ("twaalf", "twelve"),
    13: ("dertien", "thirteen"),
    14: ("veertien", "fourteen"),
    15: ("vijftien", "fifteen"),
    20: ("twintig", "twenty"),
    36: ("zesendertig", "thirty-six"),
    40: ("veertig", "forty"),
}
_NUMBER_WORDS = {
    Lang.NL: {nl: number for number, (nl, _) in _SPELT.items()},
    Lang.EN: {en: number for number, (_, en) in _SPELT.items()} | {"twice": 2},
}
"""Numbers in words; of those above fifteen only what the texts use, the rest in figures.

One and a half are left out: `een` is also `a`, and `half` has many uses.
"""


def words_in(text: str) -> list[str]:
    """What stands between spaces and has a letter or digit."""
    return [word for word in text.split() if any(char.isalnum() for char in word)]


def sentences_in(text: str) -> list[str]:
    """The sentences of a text; a label is one too."""
    return [part for part in _SENTENCE_END.split(text) if part]


def numbers_in(text: str, lang: Lang) -> Counter[str]:
    """Every number, in figures or words, with a decimal point."""
    found = [number.replace(",", ".") for number in _NUMBER.findall(_LINK.sub(" ", text))]
    known = _NUMBER_WORDS[lang]
    spelt = (known.get(token.lower()) for token in _TOKEN.findall(text))
    return Counter(found + [str(number) for number in spelt if number is not None])


def links_in(text: str) -> Counter[str]:
    """Every address of a page."""
    return Counter(_LINK.findall(text))


def capitals_in(text: str) -> set[str]:
    """What looks like an abbreviation: two capitals or more, such as `GGD` and `PrO`."""
    return set(_CAPITALS.findall(text))


def has_stem(text: str, stems: Iterable[str]) -> str | None:
    """The first of the stems that a word of the text begins with, or None."""
    return next((stem for stem in stems if _pattern(stem).search(text)), None)


@cache
def _pattern(stem: str) -> re.Pattern[str]:
    if stem.isupper():
        return re.compile(rf"\b{re.escape(stem)}\b")
    return re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)
