"""How the Markdown speaks: the words of the catalogue in one language, escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.formats.escape import escape
from advisor.model.knowledge import Knowledge
from advisor.texts import Lang, Text, enumerate_parts


@dataclass(frozen=True, slots=True)
class Voice:
    """One language with the knowledge that holds its words."""

    knowledge: Knowledge
    lang: Lang

    def say(self, text: Text) -> str:
        """A text as Markdown that shows just that text."""
        return escape(text.say(self.lang))

    def inside(self, text: Text) -> str:
        """A name as it stands inside a sentence."""
        return self.say(text.inside())

    def word(self, key: str, **values: str | int) -> str:
        """A word or sentence of the formats; the values are Markdown already."""
        return self.knowledge.catalogue.words[f"fmt-{key}"].say_with(self.lang, values)

    def own(self, entry_id: str, *kinds: str) -> str:
        """Whose own knowledge an entry is, to stand behind its name; empty for the program's."""
        told = self.origin(entry_id, *kinds)
        return f" ({told})" if told else ""

    def origin(self, entry_id: str, *kinds: str) -> str:
        """Whose own knowledge an entry is; empty where it comes with the program."""
        name = self.knowledge.origin(entry_id, *kinds)
        return "" if name is None else self.word("own", name=self.say(name))

    def quoted(self, text: str) -> str:
        """What somebody said or was asked, between quotation marks."""
        return self.word("quoted", text=text)

    def counted(self, key: str, number: int) -> str:
        """A number with its unit, such as `1 dagdeel` or `2 dagdelen`."""
        return self.word(f"{key}-one" if number == 1 else f"{key}-more", n=number)

    def either(self, parts: Iterable[str]) -> str:
        """A choice between the parts."""
        return enumerate_parts(list(parts), self.word("or"))

    def listed(self, parts: Iterable[str]) -> str:
        """An enumeration that stays clear when a part is an enumeration itself."""
        return enumerate_parts(list(parts), self.word("and"))


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The text without a capital, as part of a sentence."""
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    begun = capital(text)
    return begun if begun.endswith((".", "?", "!", "…", "”")) or not begun else f"{begun}."


def first_sentence(text: str) -> str:
    """What stands before the second sentence, with its full stop."""
    return text.partition(". ")[0].rstrip(".") + "."


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, empty without rows. A column without any text is left out."""
    used = [i for i in range(len(head)) if any(row[i] for row in rows)]
    if not used:
        return ""
    lines = [[head[i] for i in used], *([row[i] for i in used] for row in rows)]
    # A bar that touches a cell is no word of its own, however the words of a plan are counted.
    told = [f"|{' |'.join(line)}|" for line in lines]
    return "\n".join([told[0], "|---" * len(used) + "|", *told[1:]])


def bullets(lines: Iterable[str]) -> str:
    """The lines as a list."""
    return "\n".join(f"- {line}" for line in lines if line)


def numbered(lines: Iterable[str]) -> str:
    """The lines as a numbered list."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def paragraphs(*parts: str) -> str:
    """The parts that have text, with an empty line between them."""
    return "\n\n".join(part for part in parts if part)
