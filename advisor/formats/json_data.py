"""What the JSON formats share: answers as plain values, and data as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from advisor.model.conditions import Ground
from advisor.model.knowledge import Key, Own
from advisor.model.questionnaire import FORMAT_VERSION, Answers
from advisor.texts import Lang

Data = dict[str, Any]

_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that JSON allows as they are, and that YAML takes for line ends or for damage."""


def show_json(data: Data) -> str:
    """The data as JSON text that any reader takes, our own included."""
    return _readable(json.dumps(data, ensure_ascii=False, indent=2))


def show_line(data: Data) -> str:
    """The data as one line of JSON, for a program that reads them line by line."""
    return _readable(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _readable(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def grounds_data(grounds: Iterable[Ground]) -> list[Data]:
    """The answers; one that is not known has the value null."""
    found = dict.fromkeys((ground.question, ground.value) for ground in grounds)
    return [{"question": question, "value": value_data(value)} for question, value in found]


def value_data(value: object) -> object:
    """One answer; a list where several options could be ticked."""
    return list(value) if isinstance(value, tuple) else value


def answers_data(answers: Answers) -> Data:
    """The answers just as an answers file has them, so that they can be read again."""
    return {
        "advisor": FORMAT_VERSION,
        "school": answers.school,
        "respondent": answers.respondent,
        "date": None if answers.date is None else answers.date.isoformat(),
        "answers": {question: value_data(value) for question, value in answers.values.items()},
    }


def own_data(own: Own, lang: Lang) -> Data:
    """What own knowledge added, replaced and gave more options: ids by kind."""
    return {
        "name": own.name.say(lang),
        "added": _by_kind(own.added),
        "replaced": _by_kind(own.replaced),
        "extended": _by_kind(own.extended),
    }


def _by_kind(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, name in sorted(keys):
        found.setdefault(kind, []).append(name)
    return found
