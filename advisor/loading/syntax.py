"""Says in plain words what a YAML parser found wrong, and where to look."""

from __future__ import annotations

from advisor.texts import Text

Where = tuple[int, int]

_CLOSE_LIST = Text(
    "een lijst met '[' is niet gesloten, of er ontbreekt een komma",
    "a list with '[' is not closed, or a comma is missing",
)
_CLOSE_MAP = Text(
    "een blok met '{' is niet gesloten, of er ontbreekt een komma",
    "a block with '{' is not closed, or a comma is missing",
)
_QUOTE = Text("een aanhalingsteken is niet gesloten", "a quotation mark is not closed")
_COLON = Text(
    "hier kan geen dubbele punt staan; zet een tekst met een dubbele punt tussen aanhalingstekens",
    "a colon cannot stand here; put a text with a colon between quotation marks",
)
_INDENT = Text(
    "deze regel past niet bij de regels erboven; kijk naar de inspringing en de streepjes",
    "this line does not fit the lines above; look at the indentation and the dashes",
)
_NO_COLON = Text("er ontbreekt een dubbele punt na een sleutel", "a colon is missing after a key")
_ESCAPE = Text(
    "na een '\\' staat een teken dat niet kan; gebruik enkele aanhalingstekens",
    "a '\\' is followed by a character that cannot be; use single quotation marks",
)
_TAB = Text("hier staat een tab; gebruik spaties", "there is a tab here; use spaces")
_START = Text(
    "een waarde kan niet met '{character}' beginnen; zet haar tussen aanhalingstekens",
    "a value cannot start with '{character}'; put it between quotation marks",
)
_OTHER = Text("hier klopt de vorm niet", "the form is not right here")

_KNOWN = (
    ("',' or ']'", _CLOSE_LIST),
    ("',' or '}'", _CLOSE_MAP),
    ("unexpected end of stream", _QUOTE),
    ("document separator", _QUOTE),
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _NO_COLON),
    ("tab character", _TAB),
    ("unknown escape", _ESCAPE),
    ("escape sequence", _ESCAPE),
    ("expected hexdecimal", _ESCAPE),
    ("Unicode character code", _ESCAPE),
    ("expected key", _INDENT),
    ("'-' indicator", _INDENT),
    ("<block end>", _INDENT),
    ("<document start>", _INDENT),
    ("sequence entries are not allowed", _INDENT),
)
_LOOK_WHERE_IT_BEGAN = (_CLOSE_LIST, _CLOSE_MAP, _QUOTE)


def explain_syntax(error: Exception, text: str) -> tuple[Where | None, Text]:
    """The line and column to look at, and what is wrong there, without parser words."""
    said = str(getattr(error, "problem", "") or "")
    at = _where(getattr(error, "problem_mark", None))
    began = _where(getattr(error, "context_mark", None))
    what = next((words for part, words in _KNOWN if part in said), None)
    if what is None and "cannot start any token" in said:
        character = _character(text, at)
        what = _TAB if character == "\t" else _START.fill(character=character)
    if what in _LOOK_WHERE_IT_BEGAN and began is not None:
        return began, what
    return at or began, what or _OTHER


def _where(mark: object) -> Where | None:
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    if isinstance(line, int) and isinstance(column, int):
        return line + 1, column + 1
    return None


def _character(text: str, where: Where | None) -> str:
    lines = text.split("\n")
    if where is None or where[0] > len(lines):
        return ""
    return lines[where[0] - 1][where[1] - 1 : where[1]]
