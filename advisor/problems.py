"""Problems in files and answers as values: where, what, and what to do about it."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from advisor.texts import Lang, Text


class Severity(StrEnum):
    """How bad a problem is; an error stops, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


_MOST_HINTS = 100
_MOST_SHOWN = 50
_LONGEST = 60

_SEVERITY_WORDS = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("let op", "warning"),
}


def one_line(text: str) -> str:
    """The text on one line: line breaks become spaces, other control characters are written out."""
    return text if text.isprintable() else "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else ascii(character)[1:-1]


def shorten(text: str) -> str:
    """A name or value as a message shows it: on one line, and cut off when it is long."""
    shown = one_line(text[: _LONGEST + 1])
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands; prints as `file:line:column`, or `file` alone.

    In a table the line is a row, and the column has a name: `file:sheet:row:column-name`.
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    column_name: str | None = None

    def __str__(self) -> str:
        """The place in the form that editors jump to."""
        sheet, name = (part and shorten(part) for part in (self.sheet, self.column_name))
        parts = (one_line(self.file), sheet, self.line, name or self.column)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def of_file(self) -> Place:
        """The file in which this place is."""
        return Place(self.file)

    @property
    def short(self) -> str:
        """The place without its column, for a hint that points elsewhere."""
        return str(replace(self, column=None, column_name=None))


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a message table: the sentence and what usually helps."""

    sentence: Text
    remedy: Text | None = None

    @classmethod
    def of(cls, nl: str, en: str, remedy_nl: str, remedy_en: str) -> Message:
        """An entry with its remedy, in both languages."""
        return cls(Text(nl, en), Text(remedy_nl, remedy_en))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place and its remedy."""

    code: str
    place: Place
    message: Text
    trail: str = ""
    remedy: Text | None = None
    level: Severity = Severity.ERROR

    def render(self, lang: Lang) -> str:
        """The problem as one line, with the remedy indented below it."""
        trail = f" [{one_line(self.trail)}]" if self.trail else ""
        level, said = _SEVERITY_WORDS[self.level].say(lang), one_line(self.message.say(lang))
        line = f"{self.place}: {level}: {said}{trail} ({self.code})"
        return line if self.remedy is None else f"{line}\n    {self.remedy.say(lang)}"

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The problem as plain values, for `--json`."""
        return {
            "code": self.code,
            "level": self.level.value,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "sheet": self.place.sheet,
            "column_name": self.place.column_name,
            "message": self.message.say(lang),
            "trail": self.trail,
            "remedy": None if self.remedy is None else self.remedy.say(lang),
        }

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Problems are shown by file, line and column."""
        place = self.place
        return (place.file, place.line or 0, place.column or 0, self.code, self.message.en)


@dataclass(slots=True)
class ProblemList:
    """Gathers problems, so that a reader can go on after one."""

    found: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep one more problem."""
        self.found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep more problems."""
        self.found.extend(problems)

    def near(self, name: str, names: Iterable[str]) -> str | None:
        """The near name; none after many problems, since looking takes its time."""
        return near_name(name, names) if len(self.found) < _MOST_HINTS else None

    def hint(self, name: str, names: Iterable[str]) -> Text | None:
        """The near name to offer, as a remedy."""
        near = self.near(name, names)
        return did_you_mean(near) if near is not None else None

    def in_order(self) -> tuple[Problem, ...]:
        """All problems, each once, by place."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda p: p.sort_key))

    @property
    def has_errors(self) -> bool:
        """Whether anything but a warning was found."""
        return any(p.level is Severity.ERROR for p in self.found)

    def __len__(self) -> int:
        """How many problems were added."""
        return len(self.found)

    def __iter__(self) -> Iterator[Problem]:
        """The problems as they were found."""
        return iter(self.found)


_ONE, _MANY = Text("probleem", "problem"), Text("problemen", "problems")
_AND_MORE = Text("en nog {count}", "and {count} more")


def render_problems(problems: Iterable[Problem], lang: Lang) -> str:
    """Problems by place, the first of each file, with the number of all on the last line."""
    ordered = sorted(problems, key=lambda p: p.sort_key)
    lines: list[str] = []
    for _, group in itertools.groupby(ordered, key=lambda p: p.place.file):
        of_file = tuple(group)
        lines += [problem.render(lang) for problem in of_file[:_MOST_SHOWN]]
        if len(of_file) > _MOST_SHOWN:
            more = _AND_MORE.fill(count=len(of_file) - _MOST_SHOWN).say(lang)
            lines.append(f"{Place(of_file[0].place.file)}: {more}")
    word = _ONE if len(ordered) == 1 else _MANY
    return "\n".join([*lines, f"{len(ordered)} {word.say(lang)}"])


def near_name(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that somebody who wrote `name` most likely meant, if any is near."""
    plain: dict[str, str] = {}
    for known in names:
        plain.setdefault(_plain(known), known)
    found = difflib.get_close_matches(_plain(name), plain, n=1, cutoff=0.7)
    return plain[found[0]] if found else None


def _plain(name: str) -> str:
    return name[:80].casefold().replace("_", "-").replace(" ", "-")


def did_you_mean(name: str, place: Place | None = None) -> Text:
    """The hint that offers a near name, with the place where that name stands."""
    where = f" ({place.short})" if place is not None else ""
    shown = shorten(name)
    return Text(f"bedoel je '{shown}'{where}?", f"did you mean '{shown}'{where}?")


class AdvisorError(Exception):
    """What stops the program with a sentence for the user; carries its exit code."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems by place."""
        self.problems = tuple(sorted(problems, key=lambda p: p.sort_key))
        super().__init__(render_problems(self.problems, Lang.EN))

    def __reduce__(self) -> tuple[type[AdvisorError], tuple[tuple[Problem, ...]]]:
        """Send the problems to another process, rather than how they read."""
        return type(self), (self.problems,)

    def render(self, lang: Lang) -> str:
        """All problems in the language of the user."""
        return render_problems(self.problems, lang)


class AnswersError(AdvisorError):
    """The contents of an answers file cannot be used."""


class KnowledgeError(AdvisorError):
    """The contents of the catalogue or the rules cannot be used."""


class UsageError(AdvisorError):
    """The program was called in a way that cannot work, such as with a missing file."""

    exit_code = 2
