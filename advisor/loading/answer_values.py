"""Reads the value of one answer by the kind of its question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.loading.messages import problem
from advisor.loading.typed import A_NUMBER, A_WORD
from advisor.loading.yamlfile import ListNode, MapNode, Node, ScalarNode
from advisor.model.questionnaire import (
    MAX_TEXT,
    SAY_NONE,
    SEPARATOR,
    Answer,
    Kind,
    NotAsked,
    Question,
)
from advisor.personal import find_personal, name_personal
from advisor.problems import ProblemList, did_you_mean
from advisor.texts import Text

UNKNOWN = "unknown"
NONE_WRITTEN_OUT = "[]"

_NUMBER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_OPTIONS = Text("een lijst met opties, zoals [a, b]", "a list of options, such as [a, b]")


def is_unknown(node: Node, is_text: bool = False) -> bool:
    """Whether the answer is unknown: `unknown`, nothing, or an empty cell.

    Where any text may stand (`is_text`), the word between quotation marks is that text.
    """
    if not isinstance(node, ScalarNode) or node.broken:
        return False
    word = node.text.strip()
    return node.is_absent or not word or (word == UNKNOWN and not (is_text and node.quoted))


def note_personal(name: str, text: str) -> list[Text]:
    """A word about a text under that name that points to a person."""
    found = find_personal(text)
    return [_PERSONAL.fill(id=name, what=name_personal(found))] if found else []


@dataclass(frozen=True, slots=True)
class ValueReader:
    """Reads the answer to one question; None is unknown, or a problem was told.

    A list with problems gives the choices that are right, for the checks that compare answers.
    A choice that is not there goes to `not_asked` where that is given, else it is a problem.
    """

    question: Question
    problems: ProblemList
    notes: list[Text]
    not_asked: list[NotAsked] | None = None

    def read(self, node: Node) -> Answer:
        """The value in `node`."""
        if is_unknown(node, self.question.kind is Kind.TEXT):
            return None
        if self.question.kind is Kind.MANY:
            return self._many(node)
        if not isinstance(node, ScalarNode):
            expected = A_NUMBER if self.question.kind is Kind.NUMBER else A_WORD
            return self._tell("E-TYPE", node, expected=expected)
        if node.broken:
            return None
        if self.question.kind is Kind.NUMBER:
            return self._number(node)
        if self.question.kind is Kind.TEXT:
            return self._text(node)
        return self._option(node, node.text.strip())

    def _number(self, node: ScalarNode) -> Answer:
        word = node.text.strip()
        if not _NUMBER.fullmatch(word):
            return self._tell("E-TYPE", node, expected=A_NUMBER)
        digits = word.lstrip("+-").lstrip("0") or "0"
        least, most = self.question.between
        if word.startswith("-") and digits != "0":
            return self._tell("E-RANGE", node, value=word[:20], least=least, most=most)
        if len(digits) > len(str(most)) or not least <= int(digits) <= most:
            return self._tell("E-RANGE", node, value=word[:20], least=least, most=most)
        return int(digits)

    def _text(self, node: ScalarNode) -> Answer:
        text = node.text.strip()
        if len(text) > MAX_TEXT:
            return self._tell("E-LONG", node, count=len(text), most=MAX_TEXT)
        self.notes.extend(note_personal(self.question.id, text))
        return text

    def _option(self, node: Node, word: str) -> str | None:
        if self.question.option(word) is not None:
            return word
        if self.not_asked is not None:
            self.not_asked.append(NotAsked(self.question.id, word))
            return None
        ids = [option.id for option in self.question.options]
        known = ", ".join((*ids, UNKNOWN))
        remedy = self._meant(word, ids) or self.problems.hint(word, ids) or self._near_text(word)
        values = {"value": word, "id": self.question.id, "known": known}
        self.problems.add(problem("E-OPTION", node.place, (), remedy, **values))
        return None

    def _meant(self, word: str, ids: list[str]) -> Text | None:
        """What a word for yes, no or none stands for here; it is offered, never taken."""
        plain = word.casefold()
        if self.question.kind is Kind.MANY:
            if plain == UNKNOWN or plain in _SAID_NONE:
                return _ALONE.fill(word=plain)
            return _WRITE_NONE if plain in _NONE else None
        wanted = ("yes",) if plain in _YES else ("no", "none") if plain in _NONE else ()
        return next((did_you_mean(name) for name in wanted if name in ids), None)

    def _near_text(self, word: str) -> Text | None:
        """The option with words like these; it is offered with its id."""
        said = {t: o for o in self.question.options for t in (o.text.nl, o.text.en)}
        near = self.problems.near(word, said)
        if near is None:
            return None
        option = said[near]
        return _NEAR_TEXT.fill(id=option.id, text=option.text)

    def _many(self, node: Node) -> Answer:
        if isinstance(node, MapNode):
            return self._tell("E-TYPE", node, expected=_OPTIONS)
        words = _cell_words(node) if isinstance(node, ScalarNode) else self._list_words(node)
        only_separators = isinstance(node, ScalarNode) and node.text.strip(f"{SEPARATOR} ") == ""
        if only_separators or [word for _, word in words] == [UNKNOWN]:
            return None
        right = [word for at, word in words if self._option(at, word) is not None]
        if words and not right:
            # Nothing is left of what was ticked, and that is not the same as "none of these".
            return None
        unique = set(right)
        if len(unique) < len(right):
            self.notes.append(_TWICE.fill(id=self.question.id))
        most = self.question.most
        if most is not None and len(unique) > most:
            self._tell("E-MOST", node, count=len(unique), most=most)
        return tuple(option.id for option in self.question.options if option.id in unique)

    def _list_words(self, node: ListNode) -> list[tuple[Node, str]]:
        words: list[tuple[Node, str]] = []
        for item in node.items:
            if not isinstance(item, ScalarNode):
                self._tell("E-TYPE", item, expected=A_WORD)
            elif not item.broken:
                words.append((item, item.text.strip()))
        return words

    def _tell(self, code: str, node: Node, /, **values: str | int | Text) -> Answer:
        if not (isinstance(node, ScalarNode) and node.broken):
            self.problems.add(problem(code, node.place, **values))
        return None


_YES = frozenset({"yes", "y", "ja", "j", "true", "waar", "on"})
_NONE = frozenset({"no", "n", "nee", "neen", "false", "onwaar", "off", "none", "geen", "niets"})
_WRITE_NONE = Text("schrijf [] voor: geen van deze", "write [] for: none of these")
_SAID_NONE = frozenset({SAY_NONE.nl, SAY_NONE.en})
_ALONE = Text(
    "'{word}' staat alleen; haal het weg, of haal de andere keuzes weg",
    "'{word}' stands alone; remove it, or remove the other choices",
)
_NEAR_TEXT = Text("bedoel je '{id}' ({text})?", "did you mean '{id}' ({text})?")
_PERSONAL = Text(
    "Bij '{id}' staat zo te zien {what}. Het plan lezen meer mensen; haal het liever weg.",
    "'{id}' seems to hold {what}. More people will read the plan; better take it out.",
)
_TWICE = Text(
    "Bij '{id}' staat een keuze twee keer; zij telt een keer.",
    "A choice stands twice at '{id}'; it counts once.",
)


def _cell_words(node: ScalarNode) -> list[tuple[Node, str]]:
    if node.broken or node.text.strip() == NONE_WRITTEN_OUT:
        return []
    words = (word.strip() for word in node.text.split(SEPARATOR))
    return [(node, word) for word in words if word]
