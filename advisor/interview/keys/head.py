"""What stands above the place to answer, and the keys that work at every question."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.application import get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style

from advisor.interview import words
from advisor.interview.asker import Card, Going
from advisor.interview.wrapping import wrap
from advisor.texts import Lang, Text

LEFT = "  "
STYLE = Style([("question", "bold"), ("highlighted", "bold"), ("bottom-toolbar", "noreverse")])

Tokens = list[tuple[str, str]]


class Head:
    """What stands above the place to answer, wrapped to the terminal each time it is drawn."""

    def __init__(self, card: Card, hints: Sequence[Text], lang: Lang) -> None:
        self.card, self.lang = card, lang
        self.hints = [*hints[:1], *(hints[1:] if card.can_go_back else ())]
        self.hints += [words.HOW_WHY] if card.why is not None else []
        self.shows_why = False
        self.wrong: Text | None = None

    def tokens(self) -> Tokens:
        """The parts with their styles, of which none carries a meaning of its own."""
        card, lang = self.card, self.lang
        columns = width_now()
        above = [] if card.above is None else [("", f"{wrap(card.above.say(lang), columns)}\n\n")]
        question = wrap(card.question.say(lang), columns, "? ", LEFT).removeprefix("? ")
        below = [card.help, card.beware, card.why if self.shows_why else None]
        lines = [text.say(lang) for text in below if text is not None]
        lines.append(f"({' · '.join(hint.say(lang) for hint in self.hints)})")
        lines += [] if self.wrong is None else [f"! {self.wrong.say(lang)}"]
        return [
            *above,
            ("class:qmark", "? "),
            ("class:question", question),
            *(("", f"\n{wrap(line, columns, LEFT)}") for line in lines),
        ]

    def bind_why(self, keys: KeyBindings, where: Condition | bool = True) -> None:
        """Let a question mark show why the question is asked, or hide that again."""
        if self.card.why is None:
            return

        def turn(_: KeyPressEvent) -> None:
            self.shows_why = not self.shows_why

        keys.add("?", filter=where, eager=True)(turn)
        keys.add(Keys.F1, eager=True)(turn)


def width_now() -> int:
    """The columns of the terminal, which may have changed since the last time."""
    return get_app_session().output.get_size().columns


def bind_back(
    keys: KeyBindings, card: Card, which: Sequence[Keys], where: Condition | bool = True
) -> None:
    """Let keys go back, at a question that has one before it."""
    if card.can_go_back:
        for key in which:
            keys.add(key, filter=where, eager=True)(lambda event: event.app.exit(result=Going.BACK))


def bind_stop(keys: KeyBindings, key: Keys, error: type[BaseException]) -> None:
    """Let a key break off."""
    keys.add(key, eager=True)(lambda event: event.app.exit(exception=error()))
