"""Looks at the parts of an Excel file for what its values do not tell."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO
from xml.etree import ElementTree

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_LETTERS = re.compile("[A-Z]{1,3}")
_SHEET_KIND = "/worksheet"


class Damaged(Exception):
    """The file is not what it says it is inside."""


@dataclass(slots=True)
class Part:
    """How far a sheet reaches, and by row the columns of cells that have no value to read."""

    rows: int = 0
    columns: int = 0
    unread: dict[int, list[int]] = field(default_factory=dict)


def look_at_parts(archive: zipfile.ZipFile) -> dict[str, Part] | None:
    """The sheets with cells by name, in order; None when this is no Excel file.

    Raises:
        Damaged: a part is missing, or is no XML.
    """
    names = frozenset(archive.namelist())
    if _BOOK not in names:
        return None
    try:
        targets = {
            link.get("Id"): _below(link.get("Target", ""))
            for link in _elements(archive, _LINKS, "Relationship")
            if link.get("Type", "").endswith(_SHEET_KIND)
        }
        found: dict[str, Part] = {}
        for sheet in _elements(archive, _BOOK, "sheet"):
            link = next((v for k, v in sheet.items() if k.endswith("}id")), None)
            target = targets.get(link)
            if target is not None:
                with archive.open(target) as stream:
                    found[sheet.get("name", "")] = _look(stream)
    except (KeyError, ValueError, ElementTree.ParseError, zlib.error) as error:
        raise Damaged from error
    return found


def _below(target: str) -> str:
    """The name of a part: absolute, or seen from the folder of the workbook."""
    return target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[ElementTree.Element]:
    root = ElementTree.fromstring(archive.read(part))
    return (element for element in root.iter() if _local(element) == name)


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _look(stream: IO[bytes]) -> Part:
    part, row = Part(), 0
    for _, element in ElementTree.iterparse(stream):
        if element.tag.endswith("row") and _local(element) == "row":
            row = int(element.get("r") or row + 1)
            _look_at_row(part, row, element)
            element.clear()
    return part


def _look_at_row(part: Part, row: int, cells: ElementTree.Element) -> None:
    column = 0
    for cell in cells:
        # A writer may leave out where a cell stands when it follows the one before.
        letters = cell.get("r", "").rstrip("0123456789")
        column = _column(letters) or column + 1
        inside = {_local(child): child.text for child in cell}
        kind, has_value = cell.get("t", ""), bool(inside.get("v") or "is" in inside)
        if has_value:
            part.rows, part.columns = max(part.rows, row), max(part.columns, column)
        # A formula may come to no text, but never to no number.
        if kind == "e" or ("f" in inside and not has_value and kind != "str"):
            part.unread.setdefault(row, []).append(column)


@lru_cache(maxsize=1_024)
def _column(letters: str) -> int:
    """The number of a column, 0 for what is no name of one."""
    number = 0
    for letter in letters if _LETTERS.fullmatch(letters) else "":
        number = number * 26 + ord(letter) - 64
    return number
