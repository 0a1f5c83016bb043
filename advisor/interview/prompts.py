"""Asks the questions of a session on a terminal, with questionary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import questionary

from advisor.interview import words
from advisor.interview.saving import file_name, write_answers
from advisor.interview.session import Screen, Session
from advisor.model.knowledge import Knowledge
from advisor.model.questionnaire import NONE_OF_THESE, Answer, Answers, Kind, Measures, Pass
from advisor.texts import Lang, Text
from advisor.writing import check_writable

MAX_TEXT = 2_000
MAX_NAME = 200
MAX_DIGITS = 5
UNKNOWN, NONE, BACK = "?", "[]", "<"
"""Answers that no option id can be."""


class Stopped(Exception):
    """Somebody stopped the interview; `path` is where the answers are, if any were kept."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview in one language, for one school, kept in one file."""

    lang: Lang
    school: str
    respondent: str | None
    date: dt.date
    path: Path

    def answers(self, session: Session) -> Answers:
        """What was said so far."""
        said = session.answers(self.school)
        return replace(said, respondent=self.respondent, date=self.date)

    def keep(self, session: Session) -> None:
        """Save what was said so far."""
        write_answers(self.path, self.answers(session), session.values)


def hold_interview(
    knowledge: Knowledge, lang: Lang, today: dt.date, save: Path | None = None
) -> tuple[Answers, Path]:
    """Ask everything; the answers, and the file they are in.

    Raises:
        Stopped: somebody pressed Ctrl-C or closed the terminal.
    """
    path = None
    try:
        sitting = _begin(knowledge, lang, today, save)
        path = sitting.path
        session = _ask_all(Session.begin(knowledge), sitting)
        more = len(session.deepening())
        if more and ask_yes_no(words.DEEPEN.fill(count=more), lang):
            session = _ask_all(session.deepen(), sitting)
        return sitting.answers(session), sitting.path
    except (KeyboardInterrupt, EOFError):
        raise Stopped(path if path is not None and path.exists() else None) from None


def wants_plan(lang: Lang) -> bool:
    """Whether the whole plan should follow the page."""
    return ask_yes_no(words.SEE_PLAN, lang)


def ask_yes_no(question: Text, lang: Lang) -> bool:
    """One question with ja and nee; `questionary.confirm` would not know `j`."""
    choices = [questionary.Choice(text.say(lang), text is words.YES) for text in _YES_NO]
    said = questionary.select(
        question.say(lang), choices, instruction=words.HOW_ONE.say(lang)
    ).unsafe_ask()
    return bool(said)


_YES_NO = (words.YES, words.NO)


def _begin(knowledge: Knowledge, lang: Lang, today: dt.date, save: Path | None) -> Sitting:
    first = [q for q in knowledge.questionnaire.questions.values() if q.asked is Pass.FIRST]
    _print(words.WELCOME.fill(count=len(first)).say(lang))
    school = _ask_line(words.SCHOOL, lang, words.SCHOOL_NEEDED)
    respondent = _ask_line(words.ROLE, lang)
    path = _choose_path(save or Path(file_name(school)), lang)
    check_writable(path)
    _print(words.KEPT_IN.fill(file=str(path)).say(lang))
    return Sitting(lang, school, respondent or None, today, path)


def _ask_line(question: Text, lang: Lang, if_empty: Text | None = None) -> str:
    def check(line: str) -> bool | str:
        if if_empty is not None and not line.strip():
            return if_empty.say(lang)
        return len(line) <= MAX_NAME or words.TOO_LONG.fill(most=MAX_NAME).say(lang)

    said = questionary.text(question.say(lang), validate=check).unsafe_ask()
    return " ".join(str(said).split())


def _choose_path(path: Path, lang: Lang) -> Path:
    """Never replace a file without asking."""
    if not path.exists():
        return path
    names = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))
    other = next((name for name in names if not name.exists()), path)
    choices = [
        questionary.Choice(words.OTHER_NAME.fill(file=str(other)).say(lang), str(other)),
        questionary.Choice(words.OVERWRITE.say(lang), str(path)),
    ]
    said = questionary.select(
        words.EXISTS.fill(file=str(path)).say(lang),
        choices,
        instruction=words.HOW_ONE.say(lang),
    ).unsafe_ask()
    return Path(said)


def _ask_all(session: Session, sitting: Sitting) -> Session:
    while (screen := session.screen) is not None:
        _print(_heading(screen, session.knowledge, sitting.lang))
        said = _ASK[screen.question.kind](screen, sitting.lang)
        if said == BACK:
            session = session.back()
            continue
        session = session.answer(_as_answer(said))
        sitting.keep(session)
        _point_elsewhere(screen, said, session.knowledge, sitting.lang)
    return session


def _heading(screen: Screen, knowledge: Knowledge, lang: Lang) -> str:
    """Where we are, and the help, printed above the prompt where it stays readable."""
    sections = {section.id: section.name for section in knowledge.questionnaire.sections}
    title = sections[screen.question.section]
    if screen.total:
        title = words.PROGRESS.fill(section=title, number=screen.number, total=screen.total)
    lines = [title.say(lang)]
    if screen.question.help is not None:
        lines.append(screen.question.help.say(lang))
    return "\n".join(lines)


def _ask_one(screen: Screen, lang: Lang) -> Any:
    choices = [questionary.Choice(o.text.say(lang), o.id) for o in screen.options]
    choices += [_choice(words.UNKNOWN, UNKNOWN, lang), _choice(words.BACK, BACK, lang)]
    earlier = (screen.earlier or UNKNOWN) if screen.is_answered else None
    return questionary.select(
        screen.question.text.say(lang),
        choices,
        default=str(earlier) if earlier is not None else None,
        instruction=words.HOW_ONE.say(lang),
    ).unsafe_ask()


def _ask_many(screen: Screen, lang: Lang) -> Any:
    ticked = _ticked_before(screen)
    choices = [
        questionary.Choice(o.text.say(lang), o.id, checked=o.id in ticked) for o in screen.options
    ]
    for text, value in ((words.NONE, NONE), (words.UNKNOWN, UNKNOWN), (words.BACK, BACK)):
        choices.append(_choice(text, value, lang, value in ticked))
    most = screen.question.most
    how = words.HOW_MANY if most is None else words.HOW_MOST.fill(most=most)
    said = questionary.checkbox(
        screen.question.text.say(lang),
        choices,
        validate=_check_many(most, lang),
        instruction=how.say(lang),
    ).unsafe_ask()
    return BACK if BACK in said else tuple(said)


def _ticked_before(screen: Screen) -> tuple[str, ...]:
    if not screen.is_answered:
        return ()
    if screen.earlier == NONE_OF_THESE:
        return (NONE,)
    return screen.earlier if isinstance(screen.earlier, tuple) else (UNKNOWN,)


def _check_many(most: int | None, lang: Lang) -> Callable[[list[str]], bool | str]:
    def check(said: list[str]) -> bool | str:
        if not said:
            return words.CHOOSE.say(lang)
        if len(said) > 1 and {UNKNOWN, NONE, BACK} & set(said):
            return words.ALONE.say(lang)
        if most is not None and len(said) > most:
            return words.TOO_MANY.fill(most=most).say(lang)
        return True

    return check


def _ask_text(screen: Screen, lang: Lang) -> Any:
    def check(line: str) -> bool | str:
        return len(line) <= MAX_TEXT or words.TOO_LONG.fill(most=MAX_TEXT).say(lang)

    return _ask_free(screen, lang, check)


def _ask_number(screen: Screen, lang: Lang) -> Any:
    def check(line: str) -> bool | str:
        word = line.strip()
        digits = word.isascii() and word.isdigit() and len(word) <= MAX_DIGITS
        return word in ("", BACK) or digits or words.NOT_A_NUMBER.say(lang)

    said = _ask_free(screen, lang, check)
    return int(said) if said not in (BACK, UNKNOWN) else said


def _ask_free(screen: Screen, lang: Lang, check: Callable[[str], bool | str]) -> Any:
    how = words.HOW_TEXT.fill(back=BACK).say(lang)
    line = questionary.text(
        f"{screen.question.text.say(lang)} {how}",
        default="" if screen.earlier is None else str(screen.earlier),
        validate=check,
    ).unsafe_ask()
    return str(line).strip() or UNKNOWN


def _choice(text: Text, value: str, lang: Lang, checked: bool = False) -> questionary.Choice:
    return questionary.Choice(text.say(lang), value, checked=checked)


_ASK: dict[Kind, Callable[[Screen, Lang], Any]] = {
    Kind.ONE: _ask_one,
    Kind.SCALE: _ask_one,
    Kind.MANY: _ask_many,
    Kind.TEXT: _ask_text,
    Kind.NUMBER: _ask_number,
}


def _as_answer(said: Any) -> Answer:
    if said in (UNKNOWN, (UNKNOWN,)):
        return None
    if said == (NONE,):
        return NONE_OF_THESE
    return said if isinstance(said, int | tuple) else str(said)


def _point_elsewhere(screen: Screen, said: Any, knowledge: Knowledge, lang: Lang) -> None:
    """What cannot wait is said at once, not in the plan."""
    if screen.question.measures is not Measures.URGENT:
        return
    lines = [
        referral.text.say(lang)
        for referral in knowledge.catalogue.referrals.values()
        if set(referral.urgent) & set(said)
    ]
    if lines:
        _print("\n".join([words.NOT_NOW.say(lang), *(f"  {line}" for line in lines)]))


def _print(text: str) -> None:
    print(f"\n{text}", flush=True)
