"""Writes tables of answers, as CSV and Excel, with ids or with the words of either language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from known import KNOWLEDGE, SCENARIOS

from advisor.checking.scenarios import load_scenarios
from advisor.formats.form.interface import FormFormat, render_form
from advisor.model.questionnaire import SAY_NONE, SAY_UNKNOWN, Answer, Answers, Question
from advisor.texts import Lang

QUESTIONS = tuple(KNOWLEDGE.questionnaire.questions.values())
SCHOOLS = {one.id: one.answers for one in load_scenarios(SCENARIOS, KNOWLEDGE)[0]}

Cell = object
Line = Sequence[Cell]


def write_csv(
    name: str, rows: Iterable[Line], separator: str = ";", code: str = "utf-8-sig"
) -> str:
    def cell(value: Cell) -> str:
        text = str(value)
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if separator in text or '"' in text or "\n" in text else text

    lines = (separator.join(map(cell, row)) for row in rows)
    Path(name).write_bytes("\r\n".join([*lines, ""]).encode(code))
    return name


def write_xlsx(name: str, rows: Iterable[Line], sheet: str = "Antwoorden") -> str:
    with xlsxwriter.Workbook(name) as book:
        fill(book, sheet, rows)
    return name


def fill(book: xlsxwriter.Workbook, name: str, rows: Iterable[Line]) -> None:
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(at, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(at, column, value)
            else:
                sheet.write(at, column, value)


WRITERS = {"csv": write_csv, "xlsx": write_xlsx}


def as_cell(question: Question, value: Answer, lang: Lang | None) -> str:
    """An answer in a cell: by its ids, or in words."""

    def word(option: str) -> str:
        found = question.option(option)
        assert found is not None
        return option if lang is None else found.text.say(lang)

    if value is None:
        return "" if lang is None else SAY_UNKNOWN.say(lang)
    if isinstance(value, tuple):
        none = "[]" if lang is None else SAY_NONE.say(lang)
        return ("; " if lang is None else ", ").join(map(word, value)) or none
    return word(value) if question.options and isinstance(value, str) else str(value)


def filled(answers: Answers, lang: Lang | None) -> list[str]:
    assert answers.date is not None
    about = [answers.school, answers.respondent or "", answers.date.isoformat()]
    return [*about, *(as_cell(q, answers.values.get(q.id), lang) for q in QUESTIONS)]


def header(lang: Lang | None) -> list[str]:
    if lang is None:
        return str(render_form(KNOWLEDGE, Lang.NL, FormFormat.CSV)).strip("\ufeff\r\n").split(";")
    about = {Lang.NL: ["School", "Rol", "Datum"], Lang.EN: ["School", "Role", "Date"]}
    return [*about[lang], *(q.text.say(lang) for q in QUESTIONS)]
