"""Reads lines of JSON, each with the answers of one respondent, as they are asked for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from advisor.importing.mappings import MappingReader
from advisor.loading.messages import problem
from advisor.loading.yamlfile import MapNode, show_path
from advisor.model.questionnaire import Questionnaire
from advisor.problems import Place, ProblemList, UsageError
from advisor.texts import Text

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LONGEST = 1_000_000
"""The bytes that a line may have."""


class _Twice(ValueError):
    """A key stands twice in one object."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line that is not empty, as it was read."""

    place: Place
    read: MapNode | None
    problems: ProblemList

    @property
    def school(self) -> str | None:
        """The name of the school, where the line could be read."""
        return None if self.read is None else self.read.word("school")

    def node(self, problems: ProblemList) -> MapNode | None:
        """The answers as a file would have them; None where a problem was told."""
        problems.extend(self.problems)
        return self.read


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict[str, object]()
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of JSON that can be gone through as often as is needed.

    `opened` gives the bytes from the beginning each time.
    """

    file: str
    opened: Callable[[], IO[bytes]]
    reader: MappingReader

    @classmethod
    def at(cls, path: Path, questionnaire: Questionnaire) -> Lines:
        """The lines of a file.

        Raises:
            UsageError: it cannot be read.
        """
        file = show_path(path)

        def opened() -> IO[bytes]:
            try:
                return path.open("rb")
            except OSError:
                raise UsageError([problem("E-UNREADABLE", Place(file))]) from None

        opened().close()
        return cls(file, opened, MappingReader.of(questionnaire))

    @classmethod
    def of(cls, kept: IO[bytes], name: str, questionnaire: Questionnaire) -> Lines:
        """The lines of a file that is open and stays so; `name` stands for it."""

        def opened() -> IO[bytes]:
            again = os.fdopen(os.dup(kept.fileno()), "rb")
            again.seek(0)
            return again

        return cls(name, opened, MappingReader.of(questionnaire))

    @property
    def notes(self) -> tuple[Text, ...]:
        """Nothing is passed over in a line."""
        return ()

    def rows(self) -> Iterator[LineRow]:
        """The lines that are not empty, in order."""
        with self.opened() as stream:
            number = 0
            while line := stream.readline(_LONGEST + 1):
                number += 1
                begun = line
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_LONGEST)
                if begun.strip():
                    place, problems = Place(self.file, number), ProblemList()
                    yield LineRow(place, self._read(begun, place, problems), problems)

    def _read(self, line: bytes, place: Place, problems: ProblemList) -> MapNode | None:
        if line.startswith(_UTF_16):
            problems.add(problem("E-ENCODING", place))
            return None
        if len(line) > _LONGEST:
            problems.add(problem("E-LONG-LINE", place, megabytes=_LONGEST // 1_000_000))
            return None
        try:
            text = line.decode("utf-8-sig").rstrip()
            value = json.loads(text, object_pairs_hook=_each_key_once)
        except _Twice as error:
            problems.add(problem("E-TWICE", place, key=str(error), line=place.line or 0))
            return None
        except (ValueError, RecursionError) as error:
            at = error.colno if isinstance(error, json.JSONDecodeError) else None
            problems.add(problem("E-JSON", Place(place.file, place.line, at)))
            return None
        if not isinstance(value, dict):
            problems.add(problem("E-JSON", place))
            return None
        return self.reader.read(value, place, problems)
