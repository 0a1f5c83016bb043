"""What was said so far, at a glance, and what a changed answer brings or takes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.interview.session import Session
from advisor.model.questionnaire import Answer, Question, Section


@dataclass(frozen=True, slots=True)
class Part:
    """One section with the questions that were put and their answers as they count."""

    section: Section
    said: tuple[tuple[Question, Answer], ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What changing one answer does to the others."""

    appeared: tuple[Question, ...]
    gone: tuple[Question, ...]
    trimmed: tuple[Question, ...]


NO_EFFECT = Effect((), (), ())


def look_over(session: Session) -> tuple[Part, ...]:
    """All answers by section, in the order of the questionnaire."""
    return tuple(_parts(session))


def _parts(session: Session) -> Iterator[Part]:
    form = session.knowledge.questionnaire
    values = session.values
    for section in form.sections:
        put = (name for name in session.path if name in session.said)
        questions = [form.questions[name] for name in put]
        said = tuple((q, values[q.id]) for q in questions if q.section == section.id)
        if said:
            yield Part(section, said)


def weigh_change(before: Session, after: Session, changed: str) -> Effect:
    """What became of the other questions when the answer to `changed` did change.

    A question that nobody saw is not missed when it goes.
    """
    questions = before.knowledge.questionnaire.questions
    old, new = before.values, after.values

    def named(names: Iterator[str]) -> tuple[Question, ...]:
        return tuple(questions[name] for name in names)

    return Effect(
        named(name for name in after.path if name not in before.path),
        named(name for name in before.path if name in before.said and name not in after.path),
        named(
            name
            for name in after.path
            if name not in {changed, *after.again} and name in old and old[name] != new.get(name)
        ),
    )
