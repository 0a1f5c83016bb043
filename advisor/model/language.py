"""What the texts are held against: word pairs, jargon and abbreviations."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.texts import Lang, Text

Stems = tuple[str, ...]
"""Beginnings of words; one in capitals is a whole word."""


@dataclass(frozen=True, slots=True)
class Term:
    """One notion with the words for it: where one language names it, so does the other.

    `also` are words that will do, but do not ask for the notion in the other language.
    """

    id: str
    nl: Stems
    en: Stems
    also: Stems = ()


@dataclass(frozen=True, slots=True)
class Jargon:
    """Words of specialists in one language, and the plain words that go with them or replace them.

    `help`: one of these must stand in the same text; without any, the words are not used at all.
    """

    id: str
    lang: Lang
    words: Stems
    instead: Text
    help: Stems = ()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters that stand for something, and the languages in which every school knows them.

    In another language a word of what it `means` must stand in the same text.
    """

    id: str
    short: str
    means: Text
    known: tuple[Lang, ...]
