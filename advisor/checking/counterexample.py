"""A school that breaks a promise, as a scenario file."""

from __future__ import annotations

import json
from dataclasses import dataclass

from advisor.checking.schools import TODAY
from advisor.engine.promises import PROMISES
from advisor.model.questionnaire import Answer, Answers
from advisor.texts import Text

_HEAD = """\
# Breaks a promise, with as few answers as possible: {said}
# Put it into tests/scenarios to keep guarding against it once it is mended.
"""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A school that breaks a promise, of which no answer can be left out any more."""

    promise: str
    answers: Answers
    sentence: Text

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"broken-{self.promise.lower()}.yaml"

    def as_scenario(self) -> str:
        """The scenario file."""
        nl = f"Deze school breekt een belofte ({self.promise}): {PROMISES[self.promise].nl}."
        en = f"This school breaks a promise ({self.promise}): {PROMISES[self.promise].en}."
        values = [f"  {name}: {_written(value)}" for name, value in self.answers.values.items()]
        lines = [
            "name:",
            f"  nl: {_written(nl)}",
            f"  en: {_written(en)}",
            "rests_on: []",
            f"date: {self.answers.date or TODAY}",
            *(["answers:", *values] if values else ["answers: {}"]),
            f"expect_promises: [{self.promise}]",
        ]
        head = _HEAD.format(said=" ".join(self.sentence.en.split()))
        return head + "\n".join(lines) + "\n"


def _written(value: Answer) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
