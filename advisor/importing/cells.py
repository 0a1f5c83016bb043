"""Cells of a table as the nodes of a file: option texts become their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.importing.plain import as_id, plain
from advisor.loading.answer_values import NONE_WRITTEN_OUT, UNKNOWN
from advisor.loading.yamlfile import ListNode, Node, ScalarNode
from advisor.model.questionnaire import SAY_NONE, SAY_UNKNOWN, SEPARATOR, Kind, Question
from advisor.problems import Place

_BETWEEN = re.compile(r"([;,\n])")
_NONE = frozenset({NONE_WRITTEN_OUT, plain(SAY_NONE.nl), plain(SAY_NONE.en)})
_UNKNOWN = frozenset({UNKNOWN, plain(SAY_UNKNOWN.nl), plain(SAY_UNKNOWN.en)})


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells with answers to one question.

    `names` is what stands for an option: its id, and its text in both languages. `widest` is how
    many parts the name with the most commas has, with the commas.
    """

    kind: Kind
    names: Mapping[str, str]
    widest: int

    @classmethod
    def of(cls, question: Question) -> CellReader:
        """The reader for a question."""
        names = {option.id: option.id for option in question.options}
        for option in question.options:
            names.setdefault(plain(option.text.nl), option.id)
            names.setdefault(plain(option.text.en), option.id)
        widest = max((len(_BETWEEN.split(name)) for name in names), default=1)
        return cls(question.kind, names | dict.fromkeys(_UNKNOWN, UNKNOWN), widest)

    def read(self, text: str, place: Place) -> Node:
        """What was answered, as a file with answers would say it.

        What is no option stays as it stands, for the gate that all answers go through.
        """
        if not text or plain(text) in _UNKNOWN:
            return ScalarNode(place, UNKNOWN if text else "")
        if self.kind is Kind.MANY:
            return self._many(text, place)
        if self.kind in (Kind.ONE, Kind.SCALE):
            return ScalarNode(place, self._find(text) or text, quoted=True)
        return ScalarNode(place, text, quoted=True)

    def _many(self, text: str, place: Place) -> Node:
        pieces = tuple(self._pieces(_BETWEEN.split(text)))
        if not pieces:
            return ScalarNode(place, "")
        if len(pieces) == 1 and plain(pieces[0]) in _NONE:
            return ListNode(place, ())
        words = (self._find(piece) or piece for piece in pieces)
        return ListNode(place, tuple(ScalarNode(place, word, quoted=True) for word in words))

    def _pieces(self, parts: list[str]) -> Iterator[str]:
        """The choices in a cell, each as it stands there."""
        at, has_semicolons = 0, SEPARATOR in parts
        while at < len(parts):
            end = self._known_end(parts, at) or self._unknown_end(parts, at, has_semicolons)
            piece = "".join(parts[at:end]).strip()
            if piece:
                yield piece
            at = end + 1

    def _known_end(self, parts: list[str], at: int) -> int | None:
        """Where the longest known text that begins here ends, since such texts hold commas."""
        # What separates stands at the odd places, so a text ends at one.
        ends = range(min(at + self.widest, len(parts)), at, -2)
        return next((end for end in ends if self._is_known("".join(parts[at:end]))), None)

    def _unknown_end(self, parts: list[str], at: int, has_semicolons: bool) -> int:
        """Where a text that is no option ends: at a comma only in a cell without semicolons."""
        end = at + 1
        while has_semicolons and parts[end : end + 1] == [","]:
            if self._known_end(parts, end + 1) is not None:
                break
            end += 2
        return end

    def _find(self, text: str) -> str | None:
        return self.names.get(plain(text)) or self.names.get(as_id(text))

    def _is_known(self, text: str) -> bool:
        return self._find(text) is not None or plain(text) in _NONE
