"""Reads `catalogue/questionnaire.yaml` into the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.loading.messages import problem
from advisor.loading.typed import Reader, Trail
from advisor.loading.vocabulary import entries_under, scalar_under
from advisor.loading.yamlfile import ListNode, MapNode, ScalarNode
from advisor.model.questionnaire import Kind, Option, Question, Questionnaire, Section

_TARGETS = {"need": "needs", "capacity": "capacities", "form": "interventions"}
_NO_OPTIONS = frozenset({Kind.NUMBER, Kind.TEXT})
_OPTIONS_OF = {"urgent": "urgent", "years": "years", "sector": "sectors"}
_OPTIONS_ARE = {
    **dict.fromkeys(("first", "backed"), "needs"),
    **dict.fromkeys(("running", "fixed", "projects"), "running"),
    "circumstances": "circumstances",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Options that questions share."""

    id: str
    options: tuple[Option, ...]


def read_sections(reader: Reader, node: ListNode) -> tuple[Section, ...]:
    """Read the list under `sections`."""
    read = (reader.entry(Section, "sections", item, ()) for item in node.items)
    return tuple(section for section in read if section is not None)


def read_scales(reader: Reader, node: ListNode) -> None:
    """Check the list under `scales`; the questions have their options already."""
    for item in node.items:
        reader.entry(_Scale, "scales", item, ())


def read_questions(reader: Reader, node: ListNode) -> tuple[Question, ...]:
    """Read the list under `questions` and note what each refers to."""
    found: list[Question] = []
    for item in node.items:
        question = reader.entry(Question, "questions", item, ())
        if isinstance(item, MapNode):
            trail = (f"question {item.word('id')}",)
            _note_references(reader, item, trail)
            _note_options(reader, item, trail)
            if question is not None:
                _check_question(reader, question, item, trail)
        if question is not None:
            found.append(question)
    return tuple(found)


def build_questionnaire(
    sections: Iterable[Section], questions: Iterable[Question]
) -> Questionnaire:
    """Both lists together, in the order of the file."""
    return Questionnaire(tuple(sections), {q.id: q for q in questions})


def _note_references(reader: Reader, item: MapNode, trail: Trail) -> None:
    targets = _TARGETS.get(item.word("measures") or "")
    for key, kind in (("section", "sections"), ("out_of", "questions"), ("target", targets)):
        word = scalar_under(item, key)
        if word is not None and kind is not None:
            reader.index.refer(kind, word.text, word.place, (*trail, key))
    for option in entries_under(item, "options"):
        form = scalar_under(option, "form")
        if form is not None:
            reader.index.refer("forms", form.text, form.place, (*trail, "options", "form"))


def _note_options(reader: Reader, item: MapNode, trail: Trail) -> None:
    measures = item.word("measures") or ""
    kind, named = _OPTIONS_OF.get(measures), _OPTIONS_ARE.get(measures)
    seen: set[str] = set()
    for option in entries_under(item, "options"):
        word = scalar_under(option, "id")
        if word is None:
            continue
        if kind is not None:
            reader.index.define(kind, word.text, word.place)
        if named is not None:
            reader.index.refer(named, word.text, word.place, (*trail, "options"))
        if measures == "sector":
            _note_ages(reader, option, (*trail, "options", word.text))
        if word.text in seen:
            line = (*trail, "options")
            found = problem("E-UNIQUE", word.place, line, id=word.text, where=trail[0])
            reader.problems.add(found)
        seen.add(word.text)


def _note_ages(reader: Reader, option: MapNode, trail: Trail) -> None:
    """The age groups are the sectors whose evidence is read for some sector."""
    reads = option.get("reads")
    for age in reads.items if isinstance(reads, ListNode) else ():
        if isinstance(age, ScalarNode):
            reader.index.define("ages", age.text, age.place)
            reader.index.refer("sectors", age.text, age.place, (*trail, "reads"))


def _check_question(reader: Reader, question: Question, item: MapNode, trail: Trail) -> None:
    if question.kind in _NO_OPTIONS and question.options:
        reader.tell("E-NO-OPTIONS", item, trail)
    if question.kind not in _NO_OPTIONS and not question.options:
        reader.tell("E-OPTIONS", item, trail)
    if question.measures.value in _TARGETS and question.target is None:
        reader.tell("E-MEASURES", item, trail, measures=question.measures.value, key="target")
