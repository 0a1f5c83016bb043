"""The three depths of a Markdown plan: their markers, their limits and the fitting of sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


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
    """A part of the plan under a heading, in variants from full to brief.

    `ranks` say for each next variant when it is taken, over all sections: the lowest first.
    """

    title: str
    variants: tuple[str, ...]
    ranks: tuple[int, ...] = ()

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


def fit(own: Sequence[Section], others: Iterable[Sequence[Section]], depth: Depth) -> Fitted:
    """The sections in the fullest variants that stay within the limit of words.

    The others are the same sections in other languages, which must fit in the same variants, so
    that nobody reads less. One variant after another gives way; once it fits, what gave way too
    much is put back.
    """
    kept = [index for index, section in enumerate(own) if section.has_content]
    told, *versions = ([version[index] for index in kept] for version in (own, *others))
    chosen = [0] * len(told)
    steps = sorted(
        (rank, index, variant)
        for index, section in enumerate(told)
        for variant, rank in enumerate(section.ranks, start=1)
    )

    def fits() -> bool:
        # Counted with marks of lists and tables, so that no way of counting exceeds the limit.
        texts = (_join(version, chosen) for version in (told, *versions))
        return all(len(text.split()) <= WORD_LIMITS[depth] for text in texts)

    given = []
    for _, index, variant in steps:
        if fits():
            break
        given.append((index, chosen[index]))
        chosen[index] = variant
    for index, fuller in reversed(given):
        briefer, chosen[index] = chosen[index], fuller
        if not fits():
            chosen[index] = briefer
    shortened = (section for section, variant in zip(told, chosen, strict=True) if variant)
    return Fitted(_join(told, chosen), tuple(shortened))


def _join(sections: Sequence[Section], chosen: Sequence[int]) -> str:
    parts = (s.render(variant) for s, variant in zip(sections, chosen, strict=True))
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
