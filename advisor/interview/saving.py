"""Answers as a file: written whole, and read back the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from advisor.model.questionnaire import FORMAT_VERSION, Answer, Answers
from advisor.writing import file_stem, write_whole

ENDING = "-answers.yaml"
UNKNOWN = "unknown"
_PLAIN = re.compile(r"[a-z][a-z0-9-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_READ_AS_NOTHING = frozenset({"null", UNKNOWN})
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_answers(
    path: Path, answers: Answers, asked: Iterable[str] = (), ahead: tuple[str, ...] = ()
) -> None:
    """Write the answers; questions in `asked` without an answer are written as unknown.

    `ahead` are the questions that an interview still has to put after its first pass.
    """
    write_whole(path, render_answers(answers, asked, ahead))


def render_answers(answers: Answers, asked: Iterable[str] = (), ahead: tuple[str, ...] = ()) -> str:
    """The answers as the text of an answers file."""
    header: dict[str, str | int | tuple[str, ...] | None] = {
        "advisor": FORMAT_VERSION,
        "school": answers.school,
        "respondent": answers.respondent,
        "date": answers.date.isoformat() if answers.date else None,
        "still_to_ask": ahead or None,
    }
    lines = [f"{key}: {_value(value)}" for key, value in header.items() if value is not None]
    names = tuple(dict.fromkeys((*asked, *answers.values)))
    said = [f"  {name}: {_answer(answers.values.get(name))}" for name in names]
    return "\n".join([*lines, "answers:" if said else "answers: {}", *said, ""])


def set_aside(path: Path) -> Path:
    """Copy a file beside itself, under a name that is free."""
    names = (path.with_stem(f"{path.stem}-old{n}") for n in ("", *range(2, 1000)))
    free = next(name for name in names if not name.exists())
    write_whole(free, path.read_bytes())
    return free


def file_name(school: str) -> str:
    """The name of the file that the answers of a school are kept in."""
    return f"{file_stem(school)}{ENDING}"


def plan_name(school: str, date: dt.date) -> str:
    """The name that the plan of a school is saved under, unless somebody gives another."""
    return f"{file_stem(school)}-plan-{date.isoformat()}.md"


def _answer(value: Answer) -> str:
    return UNKNOWN if value is None else _value(value)


def _value(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, int) or (_PLAIN.fullmatch(value) and value not in _READ_AS_NOTHING):
        return str(value)
    return f'"{"".join(_escape(char) for char in value)}"'


def _escape(char: str) -> str:
    """One character between double quotes. Half of a pair cannot be text, so it is replaced."""
    if char in _SHORT:
        return _SHORT[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
