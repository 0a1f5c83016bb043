"""The three depths of a Markdown plan: their markers, their limits and the fitting of sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Depth(StrEnum):
    """How deep a part of the plan goes; it runs from its marker to the next one."""

    PAGE = "page"
    PLAN = "plan"
    ANNEX = "annex"

    @property
    def marker(self) -> str:
        """The comment that opens the depth."""
        return f"<!-- {self.value} -->"


WORD_LIMITS = {Depth.PAGE: 350, Depth.PLAN: 2000}
_MARKER = re.compile(r"^<!-- (page|plan|annex) -->$", re.MULTILINE)
_BREAKS = re.compile(r"\\?\|")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan under a heading, in variants from full to brief."""

    key: str
    title: str
    variants: tuple[str, ...]

    def render(self, variant: int) -> str:
        """Heading and text of one variant, empty when there is nothing to say."""
        body = self.variants[variant].strip()
        return f"{self.title}\n\n{body}".strip() if body else ""

    @property
    def has_content(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.variants and self.variants[0].strip())


@dataclass(frozen=True, slots=True)
class Fitted:
    """Sections as one text, with those that had to be shortened."""

    text: str
    shortened: tuple[Section, ...]


def fit(
    own: Sequence[Section],
    others: Iterable[Sequence[Section]],
    depth: Depth,
    gives_way: Iterable[str],
) -> Fitted:
    """The sections in the fullest variants that stay within the limit of words.

    The others are the same sections in other languages, which must fit in the same variants, so
    that nobody reads less. `gives_way` names the section that becomes briefer first, then the next;
    once it fits, what gave way too much is put back.
    """
    kept = [index for index, section in enumerate(own) if section.has_content]
    told, *versions = ([version[index] for index in kept] for version in (own, *others))
    chosen = dict.fromkeys((section.key for section in told), 0)
    most = {section.key: len(section.variants) - 1 for section in told}

    @cache
    def words(section: Section, variant: int) -> int:
        # Counted with marks of lists and tables, so that no way of counting exceeds the limit.
        return len(section.render(variant).split())

    def fits() -> bool:
        return all(
            sum(words(section, chosen[section.key]) for section in version) <= WORD_LIMITS[depth]
            for version in (told, *versions)
        )

    given = []
    for key in gives_way:
        if fits():
            break
        if chosen.get(key, 0) < most.get(key, 0):
            given.append((key, chosen[key]))
            chosen[key] += 1
    for key, fuller in reversed(given):
        briefer, chosen[key] = chosen[key], fuller
        if not fits():
            chosen[key] = briefer
    shortened = (section for section in told if chosen[section.key])
    return Fitted(_join(told, chosen), tuple(shortened))


def _join(sections: Sequence[Section], chosen: Mapping[str, int]) -> str:
    parts = (section.render(chosen[section.key]) for section in sections)
    return "\n\n".join(part for part in parts if part)


def words_in(text: str) -> int:
    """The words of a rendered text: what stands between spaces and has a letter or digit."""
    shown = _BREAKS.sub(" ", _MARKER.sub("", text))
    return sum(any(char.isalnum() for char in token) for token in shown.split())


def split_depths(markdown: str) -> dict[Depth, str]:
    """The text of each depth that the Markdown has, without the markers."""
    found = list(_MARKER.finditer(markdown))
    ends = [match.start() for match in found[1:]] + [len(markdown)]
    return {
        Depth(match[1]): markdown[match.end() : end].strip()
        for match, end in zip(found, ends, strict=True)
    }


def count_words(markdown: str) -> dict[Depth, int]:
    """The number of words of each depth, tables included."""
    return {depth: words_in(text) for depth, text in split_depths(markdown).items()}
