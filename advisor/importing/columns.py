"""What a column is for, and what may stand above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from advisor.importing.cells import CellReader, only_once
from advisor.importing.plain import letters, plain, without_count, without_number
from advisor.loading.answer_values import NONE_WRITTEN_OUT
from advisor.model.questionnaire import ABOUT, Kind, Questionnaire
from advisor.problems import near_name

IGNORE = "ignore"
NONE = "none"
"""What stands for "none of these" where a column has one option of a question."""

_MOST_SIGNS = 5
"""How many of the same sign a text of a question or an option has at most."""

_ALSO = {
    "school": (
        "naam school",
        "schoolnaam",
        "naam van de school",
        "naam van jullie school",
        "naam van uw school",
        "hoe heet de school",
        "hoe heet jullie school",
        "hoe heet uw school",
        "school name",
        "name of the school",
        "name of your school",
        "what is the name of the school",
        "what is the name of your school",
    ),
    "respondent": (
        "rol",
        "functie",
        "wat is jouw rol",
        "role",
        "position",
        "what is your role",
        "rol van wie dit invult",
        "role of who fills this in",
    ),
    "date": ("datum", "ingevuld op", "datum van invullen", "filled in on"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a column is for: one of `ABOUT`, a question, one option of a question, or nothing."""

    key: str
    option: str | None = None

    def __str__(self) -> str:
        """The target as a map of columns names it."""
        return self.key if self.option is None else f"{self.key}/{self.option}"


IGNORED = Target(IGNORE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what stands above it and what it is for, if that is known."""

    index: int
    header: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class Names:
    """What may stand above a column; what a map of columns says goes first."""

    mapped: Mapping[str, Target]
    keys: Mapping[str, str]
    by_letters: Mapping[str, str]
    readers: Mapping[str, CellReader]

    @classmethod
    def of(cls, questionnaire: Questionnaire, mapped: Mapping[str, Target]) -> Names:
        """The names of all that is asked."""
        questions = questionnaire.questions.values()
        ids = {plain(name): name for name in (*ABOUT, *questionnaire.questions)}
        said = [(plain(t), q.id) for q in questions for t in {q.text.nl, q.text.en}]
        said += [(name, key) for key, names in _ALSO.items() for name in names]
        # A text that two questions share names neither.
        count = Counter(text for text, _ in dict.fromkeys(said))
        keys = {text: key for text, key in said if count[text] == 1} | ids
        readers = {question.id: CellReader.of(question) for question in questions}
        return cls({plain(name): t for name, t in mapped.items()}, keys, only_once(keys), readers)

    def find(self, header: str) -> Target | None:
        """What a column below this header is for, or None."""
        mapped = self.mapped.get(plain(header))
        if mapped is not None:
            return mapped
        option = self._option(header) if self._key(header) is None else None
        if option is not None:
            return option
        # An option may have the name of a question, so a group before it is looked at last.
        key = self._in_group(header)
        return None if key is None else Target(key)

    def _key(self, text: str) -> str | None:
        for way in map(plain, (text, without_number(text), without_count(text))):
            found = self.keys.get(way) or self.by_letters.get(letters(way))
            if found is not None:
                return found
        return None

    def _in_group(self, text: str) -> str | None:
        """Kobo may put the name of a group of questions before a question."""
        return self._key(text) or self._key(text.rpartition("/")[2])

    def _option(self, header: str) -> Target | None:
        for above, text in _split(header):
            key = self._in_group(above)
            option = self.option_of(key, text) if key is not None else None
            if key is not None and option is not None:
                return Target(key, option)
        return None

    def option_of(self, key: str, text: str) -> str | None:
        """The option of a list that a text stands for; `none` and `unknown` are options here."""
        reader = self.readers.get(key)
        if reader is None or reader.kind is not Kind.MANY:
            return None
        found = reader.find(text) or (NONE if plain(text) == NONE else None)
        return NONE if found == NONE_WRITTEN_OUT else found

    def near(self, header: str, taken: Collection[Target]) -> str | None:
        """What a column that is not known was most likely meant for, of what is not taken."""
        for above, text in _split(header):
            key = self._in_group(above) or ""
            reader = self.readers.get(key)
            option = near_name(plain(text), reader.names) if reader is not None else None
            if option is not None and (found := self.option_of(key, option)) is not None:
                return str(Target(key, found))
        keys = {target.key for target in taken}
        free = {name: key for name, key in self.keys.items() if key not in keys}
        name = near_name(plain(header), free)
        return None if name is None else free[name]


def _split(header: str) -> Iterator[tuple[str, str]]:
    """The ways to read a header as a question with one of its options: `a [b]` and `a/b`."""
    text = header.strip()
    if text.endswith("]"):
        for at in _last("[", text):
            yield text[:at], text[at + 1 : -1]
    for at in _last("/", text):
        yield text[:at], text[at + 1 :]


def _last(sign: str, text: str) -> Iterator[int]:
    """The last few places of a sign, from the end."""
    at = len(text)
    for _ in range(_MOST_SIGNS):
        at = text.rfind(sign, 0, at)
        if at < 0:
            return
        yield at
