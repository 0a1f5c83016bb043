"""Where the answers of many schools are: files, folders, globs, tables, and lines of JSON."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from advisor.importing.answers import Table, open_table
from advisor.importing.lines import Lines
from advisor.importing.mapping import ColumnMap
from advisor.importing.table import is_table
from advisor.loading.messages import problem
from advisor.loading.yamlfile import MapNode, load_yaml, show_path
from advisor.model.questionnaire import Questionnaire
from advisor.problems import AnswersError, Place, Problem, ProblemList, UsageError
from advisor.texts import Text

STDIN = "-"
_ONE_SCHOOL = frozenset({".yaml", ".yml", ".json"})
_LINES = frozenset({".jsonl", ".ndjson"})
_OTHER_KINDS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".docx", ".pdf", ".txt"})
_OPEN_IN_OFFICE = "~$"
_MAP_IT = Text(
    "Is zo'n kolom toch een vraag? Schrijf dan op welke kolom bij welke vraag hoort, met:"
    " --map kolommen.yaml",
    "Is such a column a question after all? Write down which column is for which question, with:"
    " --map columns.yaml",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one respondent answered, before it is judged: a file, a row or a line."""

    place: Place
    school: str | None
    read: Callable[[ProblemList], MapNode | None]


class Source(Protocol):
    """Entries that can be gone through as often as is needed."""

    @property
    def file(self) -> str:
        """What they come from, as a reader knows it."""

    @property
    def notes(self) -> tuple[Text, ...]:
        """What was passed over in all of it."""

    def entries(self) -> Iterator[Entry]:
        """The entries, in order."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file with the answers of one respondent."""

    path: Path

    @property
    def notes(self) -> tuple[Text, ...]:
        return ()

    @property
    def file(self) -> str:
        return show_path(self.path)

    def entries(self) -> Iterator[Entry]:
        problems = ProblemList()
        try:
            node = load_yaml(self.path, problems)
        except UsageError as error:
            problems.extend(error.problems)
            node = None

        def read(told: ProblemList) -> MapNode | None:
            told.extend(problems)
            return node

        name = None if node is None else node.word("school")
        yield Entry(Place(self.file), name, read)


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table or lines of JSON, with an entry a row."""

    rows: Table | Lines
    has_map: bool = False

    @property
    def file(self) -> str:
        return self.rows.file

    @property
    def notes(self) -> tuple[Text, ...]:
        is_sure = self.has_map or isinstance(self.rows, Lines) or not self.rows.unread
        return self.rows.notes if is_sure else (*self.rows.notes, _MAP_IT)

    def entries(self) -> Iterator[Entry]:
        return (Entry(row.place, row.school, row.node) for row in self.rows.rows())


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be used at all, and why."""

    file: str
    problems: tuple[Problem, ...]


def find_files(names: Iterable[str], out: Path | None, aside: str | None) -> tuple[str, ...]:
    """The files that the names stand for, each once; a folder stands for what is in it.

    `aside` is a file that may stand among them and holds no answers.

    Raises:
        UsageError: with all names that stand for nothing, or for the folder of the results.
    """
    problems: list[Problem] = []
    files: dict[Path, str] = {}
    for name in names:
        try:
            for one in _named(name):
                files.setdefault(Path(one).resolve(), one)
        except UsageError as error:
            problems += error.problems
    if aside is not None:
        files.pop(Path(aside).resolve(), None)
    folders = {path.parent for path, name in files.items() if name != STDIN}
    if out is not None and out.resolve() in folders:
        # A plan could take the place of the answers that it is made from.
        problems.append(problem("E-OUT-IS-SOURCE", Place(show_path(out))))
    if problems:
        raise UsageError(problems)
    return tuple(files.values())


def _named(name: str) -> Iterator[str]:
    path = Path(name)
    try:
        if name == STDIN or path.is_file():
            yield name
        elif path.is_dir():
            yield from _in_order(path, path.iterdir(), "E-EMPTY-FOLDER")
        else:
            # Not Path.glob, which takes no pattern from the root or above the current folder.
            found = map(Path, glob.iglob(name, recursive=True))  # noqa: PTH207
            code = "E-NO-MATCH" if glob.has_magic(name) else "E-NO-FILE"
            yield from _in_order(path, found, code)
    except (OSError, ValueError):
        raise _refuse("E-UNREADABLE", path) from None


def _in_order(path: Path, found: Iterable[Path], code: str) -> Iterator[str]:
    """Those that may hold answers, in the order of their names."""
    kinds = _ONE_SCHOOL | _LINES
    names = sorted(
        str(one)
        for one in found
        if (one.suffix.lower() in kinds or is_table(one))
        and not one.name.startswith((".", _OPEN_IN_OFFICE))
        and one.is_file()
    )
    if not names:
        raise _refuse(code, path)
    yield from names


def _refuse(code: str, path: Path) -> UsageError:
    return UsageError([problem(code, Place(show_path(path)))])


def open_source(
    name: str,
    questionnaire: Questionnaire,
    mapping: ColumnMap | None,
    keep_stdin: Callable[[], IO[bytes]],
) -> Source:
    """The entries of one file; `keep_stdin` gives a file that holds standard input.

    Raises:
        AnswersError: with what makes the whole file useless.
        UsageError: it cannot be read.
    """
    path = Path(name)
    if name == STDIN:
        return _Rows(Lines.of(keep_stdin(), STDIN, questionnaire))
    if is_table(path):
        table = open_table(path, questionnaire, mapping)
        if not table.names_schools:
            raise AnswersError([problem("E-NO-SCHOOLS", Place(table.file))])
        return _Rows(table, mapping is not None)
    if path.suffix.lower() in _LINES:
        return _Rows(Lines.at(path, questionnaire))
    if path.suffix.lower() in _OTHER_KINDS:
        raise UsageError([problem("E-OTHER-KIND", Place(show_path(path)))])
    return _File(path)
