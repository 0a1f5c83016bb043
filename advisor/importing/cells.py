"""Cells of a table as the nodes of a file: option texts become their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advisor.importing.plain import as_id, plain
from advisor.loading.answer_values import NONE_WRITTEN_OUT, UNKNOWN
from advisor.loading.yamlfile import ListNode, Node, ScalarNode
from advisor.model.questionnaire import SAY_NONE, SAY_UNKNOWN, SEPARATOR, Kind, Question
from advisor.problems import Place

_BETWEEN = re.compile(r"([;,\n])")
_NONE = frozenset({NONE_WRITTEN_OUT, plain(SAY_NONE.nl), plain(SAY_NONE.en)})
_UNKNOWN = frozenset({UNKNOWN, plain(SAY_UNKNOWN.nl), plain(SAY_UNKNOWN.en)})


def read_cell(question: Question, text: str, place: Place) -> Node:
    """What was answered, as a file with answers would say it.

    What is no option stays as it stands, for the gate that all answers go through.
    """
    if not text or plain(text) in _UNKNOWN:
        return ScalarNode(place, UNKNOWN if text else "")
    if question.kind is Kind.MANY:
        return _read_many(question, text, place)
    if question.kind in (Kind.ONE, Kind.SCALE):
        return ScalarNode(place, _find(text, _names(question)) or text, quoted=True)
    return ScalarNode(place, text, quoted=True)


def _read_many(question: Question, text: str, place: Place) -> Node:
    names = _names(question)
    pieces = tuple(_pieces(text, names))
    if not pieces:
        return ScalarNode(place, "")
    if len(pieces) == 1 and plain(pieces[0]) in _NONE:
        return ListNode(place, ())
    words = (_find(piece, names) or piece for piece in pieces)
    return ListNode(place, tuple(ScalarNode(place, word, quoted=True) for word in words))


def _names(question: Question) -> dict[str, str]:
    """What stands for an option: its id, and its text in both languages."""
    found = {option.id: option.id for option in question.options}
    for option in question.options:
        found.setdefault(plain(option.text.nl), option.id)
        found.setdefault(plain(option.text.en), option.id)
    return found | dict.fromkeys(_UNKNOWN, UNKNOWN)


def _find(text: str, names: Mapping[str, str]) -> str | None:
    return names.get(plain(text)) or names.get(as_id(text))


def _pieces(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """The choices in a cell, each as it stands there."""
    parts, at = _BETWEEN.split(text), 0
    while at < len(parts):
        end = _known_end(parts, at, names) or _unknown_end(parts, at, names)
        piece = "".join(parts[at:end]).strip()
        if piece:
            yield piece
        at = end + 1


def _known_end(parts: list[str], at: int, names: Mapping[str, str]) -> int | None:
    """Where the longest known text that begins here ends, since such texts hold commas."""
    widest = max(2 * len(_BETWEEN.findall(name)) + 1 for name in names)
    # What separates stands at the odd places, so a text ends at one.
    ends = range(min(at + widest, len(parts)), at, -2)
    return next((end for end in ends if _is_known("".join(parts[at:end]), names)), None)


def _unknown_end(parts: list[str], at: int, names: Mapping[str, str]) -> int:
    """Where a text that is no option ends: at a comma only in a cell without semicolons."""
    end = at + 1
    while SEPARATOR in parts and parts[end : end + 1] == [","]:
        if _known_end(parts, end + 1, names) is not None:
            break
        end += 2
    return end


def _is_known(text: str, names: Mapping[str, str]) -> bool:
    return _find(text, names) is not None or plain(text) in _NONE
