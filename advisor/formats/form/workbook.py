"""The blank questionnaire as an Excel workbook: a sheet to fill in, and one that explains."""

from __future__ import annotations

import datetime as dt
import io
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

_AS_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
"""Text, since Excel makes a date of `2-3`."""

_HEAD = {"bold": True, "bg_color": "#DDE7EE", "border": 1, "valign": "top"}
_WIDTHS = {Kind.TEXT: 34, Kind.MANY: 34, Kind.ONE: 24, Kind.SCALE: 24, Kind.NUMBER: 18}
_EXPLAINED = (26, 44, 56, 34, 58, 28)
_ID, _TEXT, _HELP, _HOW, _CHOICE, _CHOICE_ID = range(len(_EXPLAINED))


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
    bold = book.add_format({**_AS_TEXT, "bold": True})
    titles = ("id", "question", "help", "how", "choice", "choice-id")
    for at, width in enumerate(_EXPLAINED):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, voice.word(f"form-col-{titles[at]}"), head)
    ranges, row = dict[str, str](), 1
    for column in every:
        sheet.write_string(row, _ID, column.id, bold)
        for at, said in ((_TEXT, column.text), (_HELP, column.help), (_HOW, column.how)):
            sheet.write_string(row, at, said, text)
        for below, (choice, said) in enumerate(column.choices):
            sheet.write_string(row + below, _CHOICE, said, text)
            sheet.write_string(row + below, _CHOICE_ID, choice, text)
        height = max(1, len(column.choices))
        letter = chr(ord("A") + _CHOICE)
        ranges[column.id] = f"'{sheet.get_name()}'!${letter}${row + 1}:${letter}${row + height}"
        row += height
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return ranges
