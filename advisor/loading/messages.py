"""Makes problems from the tables of messages: a code, a sentence and a remedy in both languages."""

from __future__ import annotations

from advisor.loading.answer_messages import ANSWERS
from advisor.loading.batch_messages import BATCH
from advisor.loading.file_messages import FILES, VALUES
from advisor.loading.knowledge_messages import CONDITIONS, CORPUS, OWN
from advisor.loading.table_messages import TABLES
from advisor.problems import Message, Place, Problem, one_line, shorten
from advisor.texts import Text

MESSAGES: dict[str, Message] = {
    **FILES,
    **VALUES,
    **CONDITIONS,
    **CORPUS,
    **OWN,
    **ANSWERS,
    **TABLES,
    **BATCH,
}

_NOT_CUT_OFF = frozenset({"known", "names", "second", "subjects", "where", "file", "keys"})
_LONGEST_LIST = 1_000


def problem(
    code: str,
    place: Place,
    trail: tuple[str, ...] = (),
    remedy: Text | None = None,
    /,
    **values: str | int | Text,
) -> Problem:
    """A problem with the sentence of its code; `remedy` goes before the one of the table."""
    message = MESSAGES[code]
    shown = {name: _shown(name, value) for name, value in values.items()}
    usual = message.remedy.fill(**shown) if message.remedy is not None else None
    path = " > ".join(shorten(part) for part in trail)
    return Problem(code, place, message.sentence.fill(**shown), path, remedy or usual)


def _shown(name: str, value: str | int | Text) -> str | int | Text:
    if not isinstance(value, str):
        return value
    return one_line(value[:_LONGEST_LIST]) if name in _NOT_CUT_OFF else shorten(value)
