"""Reads CSV as schools have it: from Excel in any language, from forms, with or without UTF-8."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from advisor.importing.table import Line, Sheet
from advisor.loading.messages import problem
from advisor.problems import AnswersError, Place

_SEPARATORS = (";", ",", "\t")
_NAMED = re.compile(r"sep=([;,|\t])[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_PIECE = 65_536
_LONGEST_LINE = 1_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_separated(path: Path, file: str) -> tuple[Sheet, ...]:
    """The one sheet in the file.

    Every line is looked at here, and none is kept: behind a broken quotation mark nobody knows
    where a row ends, and that is told before any row was used.

    Raises:
        AnswersError: this is no text, or a quotation mark is missing.
    """
    code = _encoding(path, file)
    top = next(_pieces(path, code), "")
    named = _NAMED.match(top)
    separator = named[1] if named is not None else _separator(top)
    separated = _Separated(path, file, code, separator, named is not None)
    for _ in separated.lines():
        pass
    return (Sheet(file, None, separated.lines),)


@dataclass(frozen=True, slots=True)
class _Separated:
    """How a file is written; `is_named`: its first line says by which separator."""

    path: Path
    file: str
    code: str
    separator: str
    is_named: bool

    def lines(self) -> Iterator[Line]:
        number = 0
        with self.path.open(encoding=self.code, errors=_errors(self.code), newline="") as stream:
            lines = csv.reader(
                _not_endless(stream, self.file),
                delimiter=self.separator,
                strict=True,
                skipinitialspace=True,
            )
            try:
                for number, cells in enumerate(lines, start=1):
                    yield number, [] if self.is_named and number == 1 else cells
            except csv.Error:
                told = problem("E-QUOTE", Place(self.file, number + 1))
                raise AnswersError([told]) from None


def _not_endless(stream: TextIO, file: str) -> Iterator[str]:
    """The lines; one that goes on and on would take more memory than the file is large."""
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise AnswersError([problem("E-CSV", Place(file, number))])
        yield line


def _errors(code: str) -> str:
    return "replace" if code == "cp1252" else "strict"


def _pieces(path: Path, code: str) -> Iterator[str]:
    with path.open(encoding=code, errors=_errors(code), newline="") as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _encoding(path: Path, file: str) -> str:
    """UTF-8, or what Excel writes on Windows in western Europe."""
    with path.open("rb") as stream:
        if stream.read(2) in _UTF_16:
            raise AnswersError([problem("E-ENCODING", Place(file))])
    try:
        return _check_text(path, file, "utf-8-sig")
    except UnicodeDecodeError:
        return _check_text(path, file, "cp1252")


def _check_text(path: Path, file: str, code: str) -> str:
    if any(_NO_TEXT.search(piece) for piece in _pieces(path, code)):
        raise AnswersError([problem("E-CSV", Place(file))])
    return code


def _separator(text: str) -> str:
    """What stands most between the cells of the header, the first line that has any."""
    for line in _QUOTED.sub("", text).splitlines():
        # A comma with a space behind it belongs to a sentence, unless there is nothing better.
        for form in ("{}(?! )", "{}"):
            counts = {one: len(re.findall(form.format(one), line)) for one in _SEPARATORS}
            if any(counts.values()):
                return max(_SEPARATORS, key=counts.__getitem__)
    return _SEPARATORS[0]
