"""Reads CSV as schools have it: from Excel in any language, from forms, with or without UTF-8."""

from __future__ import annotations

import csv
import io
import re

from advisor.importing.table import Sheet, filled_rows
from advisor.loading.messages import problem
from advisor.problems import Place, ProblemList

_SEPARATORS = (";", ",", "\t")
_NAMED = re.compile(r"sep=([;,|\t])[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


def read_separated(data: bytes, file: str, problems: ProblemList) -> tuple[Sheet, ...] | None:
    """The one sheet in the bytes; None where a problem was told."""
    text = _decode(data, file, problems)
    if text is None:
        return None
    named = _NAMED.match(text)
    separator = named[1] if named is not None else _separator(text)
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True
    )
    rows: list[list[str]] = []
    try:
        rows.extend(lines)
    except csv.Error:
        problems.add(problem("E-QUOTE", Place(file, len(rows) + 1)))
        return None
    if named is not None:
        rows[0] = []
    return (Sheet(file, None, filled_rows(enumerate(rows, start=1))),)


def _decode(data: bytes, file: str, problems: ProblemList) -> str | None:
    """UTF-8, or what Excel writes on Windows in western Europe."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(problem("E-ENCODING", Place(file)))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if _NO_TEXT.search(text):
        problems.add(problem("E-CSV", Place(file)))
        return None
    return text


def _separator(text: str) -> str:
    """What stands most between the cells of the header, the first line that has any."""
    for line in _QUOTED.sub("", text).splitlines():
        # A comma with a space behind it belongs to a sentence, unless there is nothing better.
        for form in ("{}(?! )", "{}"):
            counts = {one: len(re.findall(form.format(one), line)) for one in _SEPARATORS}
            if any(counts.values()):
                return max(_SEPARATORS, key=counts.__getitem__)
    return _SEPARATORS[0]
