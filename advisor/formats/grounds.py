"""Answers in the words of the respondent, and sources as the reader sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from advisor.formats.escape import escape, shorten
from advisor.formats.voice import Voice
from advisor.model.conditions import Ground
from advisor.model.questionnaire import Kind, Question
from advisor.model.vocabulary import ESTIMATE

LONGEST_ANSWER = 60
"""The words of a free text that are shown; more would push the plan out of its limits."""

MOST_OPTIONS = 3
"""The options of a long answer that are shown beside an item; the annex has the whole answer."""


def show_value(ground: Ground, voice: Voice, about: str = "", most: int = MOST_OPTIONS) -> str:
    """What was answered: the text of the option, or that it is not known.

    Of a long list the option that is `about` something is shown, else the first few. An option that
    was looked at and not ticked is told as such.
    """
    question = voice.knowledge.questionnaire.questions.get(ground.question)
    value = ground.value
    if value is None:
        return voice.word("answer-unknown")
    if isinstance(value, tuple) and ground.option is not None and ground.option not in value:
        return voice.word("answer-not", option=_option(question, ground.option, voice))
    if isinstance(value, tuple):
        shown = [about] if about in value else value if len(value) <= most else value[: most - 1]
        left = [voice.word("n-more", n=len(value) - len(shown))] if len(shown) < len(value) else []
        told = "; ".join([*(_option(question, v, voice) for v in shown), *left])
        return told or voice.word("answer-none")
    return _option(question, value, voice)


def show_ground(ground: Ground, voice: Voice, about: str = "", most: int = MOST_OPTIONS) -> str:
    """The question with what was answered."""
    asked = show_asked(ground.question, voice).rstrip(".:?")
    return f"{asked}: {show_value(ground, voice, about, most)}"


def show_asked(question_id: str, voice: Voice) -> str:
    """The question; a statement that is judged on a scale stands in quotation marks."""
    question = voice.knowledge.questionnaire.questions.get(question_id)
    asked = voice.say(question.text) if question else escape(question_id)
    if question is not None and question.kind is Kind.SCALE:
        return voice.quoted(asked.rstrip("."))
    return asked


def show_option(question_id: str, option: str, voice: Voice) -> str:
    """One option of a question."""
    return _option(voice.knowledge.questionnaire.questions.get(question_id), option, voice)


def show_grounds(grounds: Iterable[Ground], voice: Voice, about: str = "") -> str:
    """All answers, each once; of a list what was looked at, also when it was not ticked."""
    asked: dict[str, list[Ground]] = {}
    for ground in grounds:
        asked.setdefault(ground.question, []).append(ground)
    return " / ".join(_show_looked_at(found, voice, about) for found in asked.values())


def _show_looked_at(grounds: list[Ground], voice: Voice, about: str) -> str:
    """One question with its answer, seen from the options that were looked at."""
    whole = replace(grounds[0], option=None)
    looked = [ground.option for ground in grounds]
    if not isinstance(whole.value, tuple) or None in looked:
        return show_ground(whole, voice, about)
    ticked = tuple(option for option in whole.value if option in looked)
    if ticked:
        return show_ground(replace(whole, value=ticked), voice, about)
    return show_ground(grounds[0] if len(grounds) == 1 else whole, voice, about)


def _option(question: Question | None, value: object, voice: Voice) -> str:
    if question is None:
        return escape(str(value))
    if question.kind is Kind.TEXT:
        return voice.quoted(escape(shorten(str(value), LONGEST_ANSWER)))
    asked = question if question.options or not question.out_of else _source(question, voice)
    option = asked.option(str(value)) if asked else None
    if option is not None:
        return voice.say(option.text)
    need = voice.knowledge.catalogue.needs.get(str(value))
    return voice.say(need.name) if need else escape(str(value))


def _source(question: Question, voice: Voice) -> Question | None:
    """The question whose options may be chosen here."""
    return voice.knowledge.questionnaire.questions.get(question.out_of or "")


def cite(source_id: str, voice: Voice) -> str:
    """One source as a line of the list, with what was read of it."""
    if source_id == ESTIMATE:
        return voice.word("estimate")
    source = voice.knowledge.catalogue.sources.get(source_id)
    if source is None:
        return escape(source_id)
    link = f" <{source.link}>" if source.link else ""
    read = voice.word(f"read-{source.read}")
    return f"{voice.say(source.name)}{link} ({read}){voice.own(source_id, 'sources')}"
