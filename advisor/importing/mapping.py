"""A map that says which column of a table is for which question, as somebody writes or edits it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.importing.columns import IGNORE, IGNORED, Column, Names, Target
from advisor.importing.header import Header, find_header, widest_header
from advisor.importing.ignored import is_personal, is_technical
from advisor.importing.plain import plain
from advisor.importing.table import open_sheets
from advisor.loading.messages import problem
from advisor.loading.typed import A_MAPPING, A_WORD
from advisor.loading.yamlfile import MapNode, Node, ScalarNode, load_yaml, show_path
from advisor.model.questionnaire import ABOUT, Questionnaire
from advisor.problems import AnswersError, Place, ProblemList, did_you_mean
from advisor.texts import Lang, Text

_KEY = "columns"
_LONGEST_KEY = 1_000
"""YAML lets no key on one line be longer than 1,024 characters."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What columns are for, by what stands above them; `file` is where that was written."""

    file: str
    columns: Mapping[str, Target]


def load_map(path: Path, questionnaire: Questionnaire) -> ColumnMap:
    """Read a map from its file.

    Raises:
        AnswersError: with all problems in the file.
        UsageError: there is no such file, or it cannot be read.
    """
    problems = ProblemList()
    root = load_yaml(path, problems)
    columns: dict[str, Target] = {}
    if root is not None:
        reader = _MapReader(Names.of(questionnaire, {}), problems)
        columns = reader.read(root)
    if problems.has_errors:
        raise AnswersError(problems.in_order())
    return ColumnMap(show_path(path), columns)


@dataclass(frozen=True, slots=True)
class _MapReader:
    names: Names
    problems: ProblemList

    def read(self, root: MapNode) -> dict[str, Target]:
        for key, _ in root.entries:
            if key.text != _KEY:
                remedy = self.problems.hint(key.text, (_KEY,))
                told = problem("E-UNKNOWN-KEY", key.place, (), remedy, key=key.text, known=_KEY)
                self.problems.add(told)
        node = root.get(_KEY)
        if node is None:
            self.problems.add(problem("E-MISSING-KEY", root.place, key=_KEY))
        elif not isinstance(node, MapNode):
            self.problems.add(problem("E-TYPE", node.place, expected=A_MAPPING))
        else:
            self._check_twice(node)
            read = ((key.text, self._target(key, value)) for key, value in node.entries)
            return {header: target for header, target in read if target is not None}
        return {}

    def _check_twice(self, node: MapNode) -> None:
        """Two keys may be one name as names are compared."""
        seen: dict[str, Place] = {}
        for key, _ in node.entries:
            first = seen.setdefault(plain(key.text), key.place)
            if first is not key.place:
                line = first.line or 0
                self.problems.add(problem("E-TWICE", key.place, key=key.text, line=line))

    def _target(self, key: ScalarNode, node: Node) -> Target | None:
        if not isinstance(node, ScalarNode) or node.is_absent:
            if not (isinstance(node, ScalarNode) and node.broken):
                self.problems.add(problem("E-TYPE", node.place, expected=A_WORD))
            return None
        target = self._find(node)
        if target is not None and target.key not in (IGNORE, ABOUT[0]) and is_personal(key.text):
            self.problems.add(problem("E-PERSONAL", key.place, name=key.text))
        return target

    def _find(self, node: ScalarNode) -> Target | None:
        text = node.text.strip()
        key, slash, option = text.partition("/")
        known = (*ABOUT, *self.names.readers)
        if text == IGNORE:
            return IGNORED
        if key not in known:
            remedy = self.problems.hint(key, (*known, IGNORE))
            listed = ", ".join((*ABOUT, IGNORE))
            told = problem("E-COLUMN", node.place, (), remedy, value=text, known=listed)
            self.problems.add(told)
            return None
        if not slash:
            return Target(key)
        found = self.names.option_of(key, option)
        if found is not None:
            return Target(key, found)
        near = self.names.near(text, ())
        remedy = did_you_mean(near) if near is not None and "/" in near else None
        told = problem("E-COLUMN-OPTION", node.place, (), remedy, value=option, id=key)
        self.problems.add(told)
        return None


def render_map(paths: Sequence[Path], questionnaire: Questionnaire, lang: Lang) -> str:
    """A map to edit, with every column of the tables in order and what it was read as.

    Raises:
        AnswersError: a table cannot be used, or has no row at all.
        UsageError: there is no such file, or it cannot be read.
    """
    names = Names.of(questionnaire, {})
    written: dict[str, str] = {}
    for path in paths:
        header = _header_of(path, names)
        for column in header.columns:
            line = _line(column, _why(column, header, names), lang)
            written.setdefault(plain(column.header), line)
    files = ", ".join(map(show_path, paths))
    lines = [f"# {line}" for line in _HOW.fill(file=files).say(lang).splitlines()]
    return "\n".join((*lines, f"{_KEY}:", *written.values(), ""))


def _header_of(path: Path, names: Names) -> Header:
    """The row with the names of the columns, or else the one that looks most like it."""
    sheets = open_sheets(path)
    found = (find(sheet, names) for find in (find_header, widest_header) for sheet in sheets)
    header = next((one for one in found if one is not None), None)
    if header is None:
        raise AnswersError([problem("E-HEADER", Place(show_path(path)))])
    return header


def _line(column: Column, why: Text | None, lang: Lang) -> str:
    key = json.dumps(column.header, ensure_ascii=False)
    value = str(column.target or IGNORE)
    comment = f"  # {why.say(lang)}" if why is not None else ""
    between = "\n  : " if len(key) > _LONGEST_KEY else ": "
    start = "  ? " if len(key) > _LONGEST_KEY else "  "
    return f"{start}{key}{between}{value}{comment}"


def _why(column: Column, header: Header, names: Names) -> Text | None:
    """Why a column is not read, or what it may be for."""
    if column.target is not None or is_technical(column.header):
        return None
    if is_personal(column.header):
        return _POINTS_TO_PERSON
    near = names.near(column.header, tuple(header.read))
    return None if near is None else _NEAR.fill(key=near)


_POINTS_TO_PERSON = Text(
    "wijst naar een persoon en wordt nooit gelezen", "points to a person and is never read"
)
_NEAR = Text("misschien {key}?", "perhaps {key}?")
_HOW = Text(
    "De kolommen van {file}, met hun vragen.\n"
    "Achter de dubbele punt staat de id van een vraag, of school, respondent, date of ignore.\n"
    "Voor een kolom met één keuze: vraag/optie, vraag/none of vraag/unknown.\n"
    "De ids staan in: advisor form -o form.xlsx",
    "The columns of {file}, with their questions.\n"
    "Behind the colon stands the id of a question, or school, respondent, date or ignore.\n"
    "For a column with one choice: question/option, question/none or question/unknown.\n"
    "The ids are in: advisor form -o form.xlsx",
)
