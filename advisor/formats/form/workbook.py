"""The blank questionnaire as an Excel workbook: a sheet to fill in, and one that explains."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Sequence
from typing import Any

from advisor.formats.form.columns import Column, columns
from advisor.formats.voice import Voice
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import Kind
from advisor.texts import Lang

_CREATED = dt.datetime(2026, 1, 1)
"""A fixed moment, so that the same questionnaire gives the same bytes."""

_ROWS = 500
"""The rows that offer the answers in a list."""

_AS_TEXT = {"num_format": 49, "text_wrap": True, "valign": "top"}
"""Text, which has that number, since Excel makes a date of `2-3`."""

_HEAD = {"bold": True, "bg_color": "#DDE7EE", "border": 1, "valign": "top"}
_WIDTHS = {Kind.TEXT: 34, Kind.MANY: 34, Kind.ONE: 24, Kind.SCALE: 24, Kind.NUMBER: 18}
_EXPLAINED = {"id": 26, "question": 40, "help": 46, "how": 46, "choice": 60, "choice-id": 28}
"""The columns of the sheet that explains, with their widths."""

_HEIGHT, _A4 = 15, 9


def render(knowledge: Knowledge, lang: Lang) -> bytes:
    """The workbook as bytes, always the same for the same questionnaire."""
    import xlsxwriter

    voice, stream = Voice(knowledge, lang), io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": voice.word("form-title"), "created": _CREATED})
    every = columns(knowledge, lang)
    answers = book.add_worksheet(voice.word("form-sheet-answers"))
    explained = book.add_worksheet(voice.word("form-sheet-explained"))
    ranges = _explain(book, explained, every, voice)
    _offer(book, answers, every, ranges, voice)
    book.close()
    return stream.getvalue()


def _offer(
    book: Any, sheet: Any, every: Sequence[Column], ranges: dict[str, str], voice: Voice
) -> None:
    """The sheet to fill in: ids above the columns, with a note that has the question."""
    head, text = book.add_format(_HEAD), book.add_format(_AS_TEXT)
    for at, column in enumerate(every):
        sheet.set_column(at, at, max(_WIDTHS[column.kind], len(column.id) + 3), text)
        sheet.write_string(0, at, column.id, head)
        note = "\n\n".join(part for part in (column.text, column.help, column.how) if part)
        size = {"width": 320, "height": 90 + 16 * (len(note) // 46)}
        sheet.write_comment(0, at, note, {"author": "", **size})
        if column.kind in (Kind.ONE, Kind.SCALE):
            # A warning only: an id is an answer too, and who pastes answers is checked later.
            offered = {"validate": "list", "source": f"={ranges[column.id]}"}
            told = {"error_type": "warning", "error_message": voice.word("form-not-listed")}
            sheet.data_validation(1, at, _ROWS, at, {**offered, **told})
    sheet.freeze_panes(1, 1)


def _explain(book: Any, sheet: Any, every: Sequence[Column], voice: Voice) -> dict[str, str]:
    """The sheet that explains; the ranges in it that hold the choices of each column."""
    head, text = book.add_format(_HEAD), book.add_format(_AS_TEXT)
    top = book.add_format({**_AS_TEXT, "top": 1})
    bold = book.add_format({**_AS_TEXT, "top": 1, "bold": True})
    for at, (title, width) in enumerate(_EXPLAINED.items()):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, voice.word(f"form-col-{title}"), head)
    ranges, row = dict[str, str](), 1
    for column in every:
        last = row + max(1, len(column.choices)) - 1
        told = (column.id, column.text, column.help, column.how)
        for at, said in enumerate(told):
            _write_block(sheet, (row, at, last), said, bold if at == 0 else top)
        for below, (choice, said) in enumerate(column.choices or (("", ""),)):
            line = text if below else top
            sheet.write_string(row + below, len(told), said, line)
            sheet.write_string(row + below, len(told) + 1, choice, line)
        sheet.set_row(row, _HEIGHT * max(1, _lines(told) - (last - row)))
        ranges[column.id] = f"'{sheet.get_name()}'!$E${row + 1}:$E${last + 1}"
        row = last + 1
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return ranges


def _write_block(sheet: Any, cells: tuple[int, int, int], text: str, form: Any) -> None:
    """A text beside all the choices of a column, in one cell."""
    first, at, last = cells
    if first == last:
        sheet.write_string(first, at, text, form)
    else:
        sheet.merge_range(first, at, last, at, "", form)
        sheet.write_string(first, at, text, form)


def _lines(texts: Sequence[str]) -> int:
    """About how many lines the longest of the texts takes in its column."""
    widths = zip(texts, _EXPLAINED.values(), strict=False)
    return max(math.ceil(1.15 * len(text) / width) for text, width in widths)
