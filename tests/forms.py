"""What four form tools make of the same answers, as each of them exports it.

The shapes are those of real exports: Microsoft Forms in Dutch, Google Forms in Dutch, LimeSurvey
with question codes and full answers (`CsvWriter.php`), KoboToolbox with XML values (`formpack`).
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from known import KNOWLEDGE, SCENARIOS

from advisor.checking.scenarios import load_scenarios
from advisor.model.questionnaire import SAY_NONE, Answer, Answers, Kind, Measures, Question

QUESTIONS = tuple(KNOWLEDGE.questionnaire.questions.values())
SHORTEST = min((q for q in QUESTIONS if q.kind is Kind.MANY), key=lambda q: len(q.options))
(RUNNING,) = KNOWLEDGE.questionnaire.measuring(Measures.RUNNING)
YEAR = next(q for q in QUESTIONS if q.kind is Kind.NUMBER)
PRIVATE = ("j.devries@linde.example", "Jan de Vries", "192.0.2.17", "06-12345678", "tok3n", "jdv")
"""What the tools know of the person, and nobody else may."""

Row = Sequence[object]
MOMENT = dt.datetime(2026, 9, 1, 14, 33, 5)


def schools() -> list[Answers]:
    """Three schools with odd names, one with none of a list, one with lists that were left open."""
    found = [one.answers for one in load_scenarios(SCENARIOS, KNOWLEDGE)[0][:3]]
    date = dt.date(2026, 9, 1)
    names = ("De Linde 🌳", 'Café \'t Hoekje; "noord"', "Sint-Jan, locatie Ω")
    roles = ("ib", "zorgcoördinator", "mentor")
    three = zip(found, names, roles, strict=True)
    made = [replace(one, school=name, respondent=role, date=date) for one, name, role in three]
    skipped = {RUNNING.id, *(q.id for q in QUESTIONS if q.out_of == RUNNING.id)}
    known = {key: value for key, value in made[2].values.items() if key not in skipped}
    made[1] = replace(made[1], values={**made[1].values, SHORTEST.id: (), YEAR.id: 2027})
    made[2] = replace(made[2], values=known)
    return made


def words(question: Question, value: Answer) -> list[str]:
    """The texts that were chosen or typed, "none of these" among them; nothing where unknown."""
    if value is None:
        return []
    if value == ():
        return [SAY_NONE.nl]
    if not question.options:
        return [str(value)]
    chosen = value if isinstance(value, tuple) else (value,)
    return [option.text.nl for option in question.options if option.id in chosen]


def microsoft(schools: Sequence[Answers]) -> Path:
    """An Excel file of Microsoft Forms: `;` behind every choice, technical columns first."""
    technical = (
        "ID",
        "Begintijd",
        "Tijd van voltooien",
        "E-mail",
        "Naam",
        "Tijd van laatste wijziging",
    )
    head = [*technical, "Naam van de school", "Rol", "Datum", *(q.text.nl for q in QUESTIONS)]
    with xlsxwriter.Workbook("microsoft.xlsx", {"default_date_format": "m/d/yy h:mm:ss"}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 0, head)
        for at, answers in enumerate(schools, start=1):
            sheet.write_row(at, 0, [at, MOMENT, MOMENT, *PRIVATE[:2], None])
            sheet.write_row(at, 6, [answers.school, answers.respondent, answers.date])
            for column, question in enumerate(QUESTIONS, start=9):
                given = words(question, answers.values.get(question.id))
                if question.kind is Kind.MANY:
                    sheet.write_string(at, column, "".join(f"{word};" for word in given))
                elif question.kind is Kind.NUMBER and given:
                    sheet.write_number(at, column, float(given[0]))
                elif given:
                    sheet.write_string(at, column, given[0])
    return Path("microsoft.xlsx")


def google(schools: Sequence[Answers]) -> Path:
    """A CSV of Google Forms: everything between quotation marks, `, ` between the choices."""
    head = ["Tijdstempel", "E-mailadres", "Naam school", "Functie", "Datum"]
    rows: list[Row] = [[*head, *(q.text.nl for q in QUESTIONS)]]
    for answers in schools:
        about = ["2026/09/01 2:33:05 p.m. CET", PRIVATE[0], answers.school, answers.respondent]
        values = (", ".join(words(q, answers.values.get(q.id))) for q in QUESTIONS)
        rows.append([*about, answers.date, *values])
    return _write("google.csv", rows, ",", "utf-8")


def limesurvey(schools: Sequence[Answers]) -> Path:
    """A CSV of LimeSurvey: codes of 20 letters at most, a column per option: Ja, Nee, N.v.t."""
    rows: list[Row] = [_by_option(_LIMESURVEY, "{}[{}]", _code)]
    for at, answers in enumerate(schools, start=1):
        row: list[object] = [at, MOMENT, 4, "nl", 1234567890, PRIVATE[4], MOMENT, MOMENT]
        row += [PRIVATE[2], "", answers.school, answers.respondent, answers.date]
        for question in QUESTIONS:
            value = answers.values.get(question.id)
            if question.kind is Kind.MANY:
                row += _marks(question, value, ("Ja", "Nee", "N.v.t."))
            else:
                row += words(question, value) or [""]
        rows.append(row)
    return _write("limesurvey.csv", rows, ",", "utf-8-sig")


def kobo(schools: Sequence[Answers]) -> Path:
    """A CSV of KoboToolbox: names with `_` and a group before them, choices twice."""
    rows: list[Row] = [_by_option(_KOBO, "scan/{}/{}", _name, "scan/{}")]
    for at, answers in enumerate(schools, start=1):
        row: list[object] = [MOMENT, MOMENT, PRIVATE[5], "ee.example:1", PRIVATE[3]]
        row += [answers.school, answers.respondent, answers.date]
        for question in QUESTIONS:
            value = answers.values.get(question.id)
            if question.kind is Kind.MANY:
                chosen = ("none",) if value == () else value if isinstance(value, tuple) else ()
                row += [" ".join(map(_name, chosen)), *_marks(question, value, ("1", "0", ""))]
            else:
                row.append(_name(value) if question.options and value else value)
        rows.append([*row, at, "uuid", MOMENT, "", "", "submitted_via_web", PRIVATE[5], "", "", at])
    return _write("kobo.csv", rows, ";", "utf-8")


TOOLS: dict[str, Callable[[Sequence[Answers]], Path]] = {
    one.__name__: one for one in (microsoft, google, limesurvey, kobo)
}

_LIMESURVEY = (
    "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
    "ipaddr", "refurl",
)  # fmt: skip
_KOBO = "start", "end", "username", "deviceid", "phonenumber"
_KOBO_LAST = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
    "_submitted_by", "__version__", "_tags", "_index",
)  # fmt: skip


def _by_option(
    first: Sequence[str], form: str, name: Callable[[str], str], alone: str = ""
) -> list[str]:
    """A header with a column for each option; `alone` is the one with all that were chosen."""
    head = [*first, "school", "respondent", "date"]
    for question in QUESTIONS:
        if question.kind is Kind.MANY:
            head += [alone.format(name(question.id))] if alone else []
            options = (*(option.id for option in question.options), "none", "unknown")
            head += [form.format(name(question.id), name(option)) for option in options]
        else:
            head.append(name(question.id))
    return head + (list(_KOBO_LAST) if alone else [])


def _marks(question: Question, value: Answer, marks: tuple[str, str, str]) -> list[str]:
    yes, no, blank = marks
    options = (*(option.id for option in question.options), "none", "unknown")
    if not isinstance(value, tuple):
        return [blank] * len(options)
    chosen = value or ("none",)
    return [yes if option in chosen else no for option in options]


def _code(name: str) -> str:
    return name.replace("-", "")[:20]


def _name(name: object) -> str:
    return str(name).replace("-", "_")


def _write(name: str, rows: Sequence[Row], separator: str, code: str) -> Path:
    with Path(name).open("w", encoding=code, newline="") as stream:
        csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    return Path(name)
