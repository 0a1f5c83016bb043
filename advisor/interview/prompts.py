"""Asks one thing at a time on a terminal, with questionary."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import questionary

from advisor.interview import words
from advisor.interview.session import Screen
from advisor.model.questionnaire import NONE_OF_THESE, Answer, Kind
from advisor.texts import Lang, Text

MAX_TEXT = 2_000
MAX_NAME = 200
MAX_DIGITS = 5
WIDEST = 100
BESIDE = 4
"""Columns and lines that the prompt itself takes."""
UNKNOWN, NONE, BACK = "?", "[]", "<"
"""Answers that no option id can be."""


def show(text: str) -> None:
    """Print a text above the next question, wrapped to the terminal."""
    width = min(_columns(), WIDEST)
    lines = [_wrap(line, width) for line in text.splitlines()]
    print("\n" + "\n".join(lines), flush=True)


def ask_yes_no(question: Text, lang: Lang) -> bool:
    """One question with ja and nee; `questionary.confirm` would not know `j`."""
    return ask_choice(question, [(words.YES, "yes"), (words.NO, "no")], lang) == "yes"


def ask_choice(question: Text, choices: Sequence[tuple[Text, str]], lang: Lang) -> str:
    """One of a few choices; the value of what was chosen."""
    how = words.HOW_ONE.say(lang)
    said = questionary.select(
        _asked(question.say(lang), how),
        [questionary.Choice(text.say(lang), value) for text, value in choices],
        instruction=how,
    ).unsafe_ask()
    return str(said)


def ask_line(question: Text, lang: Lang, if_empty: Text | None = None, before: str = "") -> str:
    """One line of text; `if_empty` says why it may not stay empty."""

    def check(line: str) -> bool | str:
        if if_empty is not None and not line.strip():
            return if_empty.say(lang)
        return len(line) <= MAX_NAME or words.TOO_LONG.fill(most=MAX_NAME).say(lang)

    said = questionary.text(question.say(lang), default=before, validate=check).unsafe_ask()
    return " ".join(str(said).split())


def ask_screen(screen: Screen, title: str, lang: Lang) -> Answer:
    """The answer to a question of the session, None for unknown, or `BACK`.

    Help is printed above the prompt, where it stays readable.
    """
    help_ = screen.question.help
    heading = title if help_ is None else f"{title}\n{help_.say(lang)}"
    if screen.question.kind is Kind.MANY and _is_too_long(screen):
        # What is printed would scroll away, so it becomes part of the prompt.
        said = _ask_many(screen, lang, f"{heading}\n{words.HOW_LONG.say(lang)}\n")
    else:
        show(heading)
        said = _ASK[screen.question.kind](screen, lang)
    if said in (UNKNOWN, (UNKNOWN,)):
        return None
    if said == (NONE,):
        return NONE_OF_THESE
    return said if isinstance(said, int | tuple) else str(said)


def _ask_one(screen: Screen, lang: Lang) -> Any:
    choices = [questionary.Choice(o.text.say(lang), o.id) for o in screen.options]
    choices += [_choice(words.UNKNOWN, UNKNOWN, lang), _choice(words.BACK, BACK, lang)]
    earlier = (screen.earlier or UNKNOWN) if screen.is_answered else None
    how = words.HOW_ONE.say(lang)
    return questionary.select(
        _asked(screen.question.text.say(lang), how),
        choices,
        default=str(earlier) if earlier is not None else None,
        instruction=how,
    ).unsafe_ask()


def _ask_many(screen: Screen, lang: Lang, above: str = "") -> Any:
    ticked = _ticked_before(screen)
    choices = [
        questionary.Choice(o.text.say(lang), o.id, checked=o.id in ticked) for o in screen.options
    ]
    for text, value in ((words.NONE, NONE), (words.UNKNOWN, UNKNOWN), (words.BACK, BACK)):
        choices.append(_choice(text, value, lang, value in ticked))
    most = screen.question.most
    how = (words.HOW_MANY if most is None else words.HOW_MOST.fill(most=most)).say(lang)
    question = screen.question.text.say(lang)
    # questionary would tell the answer in English, so it takes the prompt away and we tell it.
    said = questionary.checkbox(
        _asked(f"{above}{question}", how),
        choices,
        validate=_check_many(most, lang),
        instruction=how,
        erase_when_done=True,
    ).unsafe_ask()
    if BACK in said:
        said = [BACK]
    titles = [str(choice.title) for choice in choices if choice.value in said]
    print(_wrap(f"? {question} {'; '.join(titles)}", min(_columns(), WIDEST), "  "), flush=True)
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
        alone = {UNKNOWN, NONE} & set(said)
        # Back wins over ticks, unless a key ticked everything there is.
        if BACK in said and len(alone) < 2:
            return True
        if alone and len(said) > 1:
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
        f"{_asked(screen.question.text.say(lang), how)} {how}",
        default="" if screen.earlier is None else str(screen.earlier),
        validate=check,
    ).unsafe_ask()
    return str(line).strip() or UNKNOWN


def _is_too_long(screen: Screen) -> bool:
    """Whether the options and what stands above them do not fit on the terminal together."""
    lines = len(screen.options) + len((NONE, UNKNOWN, BACK)) + 2 * BESIDE
    return lines > shutil.get_terminal_size().lines


def _choice(text: Text, value: str, lang: Lang, checked: bool = False) -> questionary.Choice:
    return questionary.Choice(text.say(lang), value, checked=checked)


def _asked(question: str, how: str) -> str:
    """The question between whole words; how to answer goes below it where it would not fit."""
    width = _columns() - BESIDE
    lines = [line for part in question.splitlines() for line in _split(part, max(width, BESIDE))]
    if len(lines[-1]) + len(how) > width:
        lines.append("")
    return "\n  ".join(lines)


def _wrap(line: str, width: int, hanging: str = "") -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return "\n".join(_split(line, width, indent + hanging))


def _split(line: str, width: int, hanging: str = "") -> list[str]:
    """The line as lines of whole words, an empty one as it is."""
    split = textwrap.wrap(line, width, subsequent_indent=hanging, break_on_hyphens=False)
    return split or [""]


def _columns() -> int:
    return max(shutil.get_terminal_size().columns, BESIDE)


_ASK: dict[Kind, Callable[[Screen, Lang], Any]] = {
    Kind.ONE: _ask_one,
    Kind.SCALE: _ask_one,
    Kind.MANY: _ask_many,
    Kind.TEXT: _ask_text,
    Kind.NUMBER: _ask_number,
}
