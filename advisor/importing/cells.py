"""Cells of a table as the nodes of a file: option texts become their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advisor.importing.plain import letters, plain
from advisor.loading.answer_values import NONE_WRITTEN_OUT, UNKNOWN
from advisor.loading.messages import problem
from advisor.loading.yamlfile import ListNode, Node, ScalarNode
from advisor.model.questionnaire import SAY_NONE, SAY_UNKNOWN, SEPARATOR, Kind, Question
from advisor.problems import Place, ProblemList

_BETWEEN = re.compile(r"([;,\n])")
_WHOLE = re.compile(r"([+-]?[0-9]+)[.,]0+", re.ASCII)
_SAID = {
    NONE_WRITTEN_OUT: NONE_WRITTEN_OUT,
    **dict.fromkeys((plain(SAY_NONE.nl), plain(SAY_NONE.en)), NONE_WRITTEN_OUT),
    **dict.fromkeys((UNKNOWN, plain(SAY_UNKNOWN.nl), plain(SAY_UNKNOWN.en)), UNKNOWN),
}
"""What may stand in the place of an option, and what it says."""

_LONGEST_CODE = 20
_MOST_KEPT, _LONGEST_KEPT = 1_000, 500
"""How many cells of a question are kept to be read once, and how long they may be."""

Said = str | tuple[str, ...]
"""What a cell says: a word, or the words of a list."""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells with answers to one question.

    `names` is what stands for an option: its id, and its text in both languages, as they are
    compared; `by_letters` the same without signs. Texts may hold what separates choices: `widths`
    has, by the first part of a name, of how many parts such names are, the longest first.
    """

    kind: Kind
    names: Mapping[str, str]
    by_letters: Mapping[str, str]
    widths: Mapping[str, tuple[int, ...]]
    _kept: dict[str, Said] = field(default_factory=dict)

    @classmethod
    def of(cls, question: Question) -> CellReader:
        """The reader for a question."""
        names = {option.id: option.id for option in question.options}
        for option in question.options:
            names.setdefault(plain(option.text.nl), option.id)
            names.setdefault(plain(option.text.en), option.id)
        names = _SAID | names
        widths: dict[str, set[int]] = {}
        for name in names:
            parts = _BETWEEN.split(name)
            widths.setdefault(plain(parts[0]), set()).add(len(parts))
        longest_first = {part: tuple(sorted(w, reverse=True)) for part, w in widths.items()}
        return cls(question.kind, names, only_once(names), longest_first)

    def read(self, text: str, place: Place) -> Node:
        """What was answered, as a file with answers would say it.

        What is no option stays as it stands, for the gate that all answers go through.
        """
        said = self._kept.get(text)
        if said is None:
            said = self._say(text)
            if len(self._kept) < _MOST_KEPT and len(text) <= _LONGEST_KEPT:
                self._kept[text] = said
        if isinstance(said, tuple):
            return ListNode(place, tuple(ScalarNode(place, word, quoted=True) for word in said))
        return ScalarNode(place, said, quoted=said not in ("", UNKNOWN))

    def find(self, text: str) -> str | None:
        """The option that a text stands for, `unknown`, or `[]` for none of these."""
        found = self.names.get(plain(text))
        if found is None and not _BETWEEN.search(text):
            found = self.by_letters.get(letters(text))
        return found

    def _say(self, text: str) -> Said:
        if _SAID.get(plain(text)) == UNKNOWN:
            return UNKNOWN
        if self.kind is Kind.MANY:
            return self._many(text)
        if self.kind is Kind.NUMBER:
            whole = _WHOLE.fullmatch(text)
            return whole[1] if whole else text
        if self.kind is Kind.TEXT:
            return text
        return self._word(text)

    def _many(self, text: str) -> Said:
        lines = text.strip(" ;").split(SEPARATOR)
        is_plain = all(map(self.find, lines))
        pieces = tuple(lines if is_plain else self._pieces(_BETWEEN.split(text)))
        if not pieces:
            return ""
        if len(pieces) == 1 and self.find(pieces[0]) == NONE_WRITTEN_OUT:
            return ()
        return tuple(self._word(piece.strip()) for piece in pieces)

    def _word(self, text: str) -> str:
        found = self.find(text)
        return text if found is None or found == NONE_WRITTEN_OUT else found

    def _pieces(self, parts: list[str]) -> Iterator[str]:
        """The choices in a cell where a choice may hold what separates them."""
        at, has_semicolons = 0, SEPARATOR in parts
        while at < len(parts):
            known = self._known_end(parts, at)
            end = known or self._unknown_end(parts, at, has_semicolons)
            piece = "".join(parts[at:end]).strip()
            words = piece.split()
            if known is None and len(words) > 1 and all(map(self.find, words)):
                # Kobo puts no more than a space between the ids.
                yield from words
            elif piece:
                yield piece
            at = end + 1

    def _known_end(self, parts: list[str], at: int) -> int | None:
        """Where the longest known text that begins here ends, since such texts hold commas."""
        for width in self.widths.get(plain(parts[at]), ()):
            if plain("".join(parts[at : at + width])) in self.names:
                return at + width
        return at + 1 if self.find(parts[at]) is not None else None

    def _unknown_end(self, parts: list[str], at: int, has_semicolons: bool) -> int:
        """Where a text that is no option ends: at a comma only in a cell without semicolons."""
        # What separates stands at the odd places, so a text ends at one.
        end = at + 1
        while has_semicolons and parts[end : end + 1] == [","]:
            if self._known_end(parts, end + 1) is not None:
                break
            end += 2
        return end


def only_once(names: Mapping[str, str]) -> dict[str, str]:
    """The names by their letters alone, without those in which two are alike.

    An id also counts by its first letters, as many as a code in LimeSurvey may have.
    """
    found: dict[str, set[str]] = {}
    for name, meant in names.items():
        short = letters(name) if " " in name else letters(name)[:_LONGEST_CODE]
        for said in {letters(name), short}:
            found.setdefault(said, set()).add(meant)
    return {name: meant.pop() for name, meant in found.items() if name and len(meant) == 1}


def unread(place: Place, problems: ProblemList) -> ScalarNode:
    """What stands for a cell that could not be read, after telling so."""
    problems.add(problem("E-FORMULA", place))
    return ScalarNode(place, "", broken=True)
