"""Bilingual text values and how dates and numbers look in each language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_NAME = re.compile(r"\{(\w+)\}")


class Lang(StrEnum):
    """The two languages of the advisor."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Dutch and in English; both say the same."""

    nl: str
    en: str

    def say(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.nl if lang is Lang.NL else self.en

    def fill(self, **values: str | int | Text) -> Text:
        """The text with every `{name}` replaced, a bilingual value by its own language.

        Only the names given are replaced, so braces in an answer stay as they are.
        """
        return Text(self.say_with(Lang.NL, values), self.say_with(Lang.EN, values))

    def say_with(self, lang: Lang, values: Mapping[str, str | int | Text]) -> str:
        """The filled text in `lang`, without the work for the other language."""
        if not values:
            return self.say(lang)
        parts = list(_split(self.say(lang)))
        for index in range(1, len(parts), 2):
            value = values.get(parts[index], f"{{{parts[index]}}}")
            parts[index] = value.say(lang) if isinstance(value, Text) else str(value)
        return "".join(parts)

    def inside(self) -> Text:
        """The text as it stands inside a sentence: `CGT` stays, `Training` becomes `training`."""
        return Text(_begin_small(self.nl), _begin_small(self.en))

    @classmethod
    def same(cls, text: str) -> Text:
        """A text that reads the same in both languages, such as a name."""
        return cls(text, text)

    @classmethod
    def sentences(cls, texts: Iterable[Text]) -> Text:
        """The sentences after each other, as one text."""
        every = tuple(texts)
        return cls(" ".join(text.nl for text in every), " ".join(text.en for text in every))

    @classmethod
    def join(cls, texts: tuple[Text, ...], last: Text | None = None) -> Text:
        """The texts as one enumeration, such as `a, b and c`."""
        word = last if last is not None else cls("en", "and")
        return cls(
            enumerate_parts([t.nl for t in texts], word.nl),
            enumerate_parts([t.en for t in texts], word.en),
        )


@lru_cache(maxsize=4096)
def _split(template: str) -> tuple[str, ...]:
    """What is fixed in a template and, between that, the names in it."""
    return tuple(_NAME.split(template))


def _begin_small(text: str) -> str:
    if text.startswith("Eén"):
        # A capital has no accent here, a small letter has.
        return f"é{text[1:]}"
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def enumerate_parts(parts: list[str], last: str) -> str:
    """An enumeration that stays clear when a part is an enumeration itself."""
    if len(parts) < 2:
        return "".join(parts)
    if any(", " in part for part in parts):
        return "; ".join(parts)
    comma = "," if any(f" {last} " in part for part in parts) else ""
    return f"{', '.join(parts[:-1])}{comma} {last} {parts[-1]}"


_MONTHS_NL = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def show_date(day: dt.date) -> Text:
    """A date in words: `21 november 2026`, `21 November 2026`."""
    return Text(
        f"{day.day} {_MONTHS_NL[day.month - 1]} {day.year}",
        f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}",
    )


def show_month(day: dt.date, with_year: bool = True) -> Text:
    """The month of a day in words: `maart 2027`, `March 2027`, or without the year."""
    year = f" {day.year}" if with_year else ""
    return Text(f"{_MONTHS_NL[day.month - 1]}{year}", f"{_MONTHS_EN[day.month - 1]}{year}")


def parse_lang(code: str | None) -> Lang:
    """`nl` for any code that starts with nl (as in `nl_NL.UTF-8`), else English."""
    return Lang.NL if (code or "").lower().startswith("nl") else Lang.EN
