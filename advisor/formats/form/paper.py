"""The blank questionnaire as Markdown, to print and to fill in together at a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from advisor.formats.form.asked import Asking
from advisor.formats.voice import Voice, paragraphs, table
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import ABOUT, FIRST_PASS, Question
from advisor.texts import Lang

_LINE = "…" * 30


def render(knowledge: Knowledge, lang: Lang) -> str:
    """First what is asked of everybody, then what is needed only where it applies."""
    voice = Voice(knowledge, lang)
    everybody, deeper = _parts(knowledge)
    asking = Asking(voice, {q.id: n for n, q in enumerate((*everybody, *deeper), start=1)})
    text = paragraphs(
        f"# {voice.word('form-title')}",
        _card(voice),
        f"{voice.word('form-intro')} {voice.word('form-differ')}",
        voice.word("form-afterwards"),
        *_part("first", everybody, asking),
        *_part("deeper", deeper, asking),
    )
    return f"{text}\n"


def _parts(knowledge: Knowledge) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """The questions of both parts, by section in order."""
    questionnaire = knowledge.questionnaire
    ordered = [
        question
        for section in questionnaire.sections
        for question in questionnaire.questions.values()
        if question.section == section.id
    ]
    first = tuple(question for question in ordered if question.asked in FIRST_PASS)
    return first, tuple(question for question in ordered if question not in first)


def _card(voice: Voice) -> str:
    """Which school, who fills it in, and when."""
    rows = [(voice.word(f"form-{name}"), _LINE) for name in ABOUT]
    return table([voice.word("form-card"), ""], rows)


def _part(name: str, questions: Iterable[Question], asking: Asking) -> Iterator[str]:
    voice = asking.voice
    yield f"## {voice.word(f'form-{name}')}"
    yield voice.word(f"form-{name}-intro")
    sections = {section.id: section for section in voice.knowledge.questionnaire.sections}
    for section_id, asked in groupby(questions, key=lambda question: question.section):
        yield f"### {voice.say(sections[section_id].name)}"
        yield from asking.ask(tuple(asked))
