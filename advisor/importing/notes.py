"""Says what was passed over in the header of a table."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.importing.columns import Names
from advisor.importing.header import Header
from advisor.importing.ignored import is_personal, is_technical
from advisor.importing.mapping import ColumnMap
from advisor.importing.plain import plain
from advisor.importing.rows import RowReader
from advisor.problems import near_name, shorten
from advisor.texts import Text

_MOST_NAMED = 10


def not_read(header: Header) -> tuple[str, ...]:
    """What stands above the columns that are no question; those of a form tool itself apart."""
    return tuple(h for h in header.others if not is_personal(h) and not is_technical(h))


def note_header(reader: RowReader, names: Names, mapping: ColumnMap | None) -> Iterator[Text]:
    """All that was passed over."""
    header = reader.header
    for row in header.rows[1:]:
        yield _SECOND_ROW.fill(row=row)
    yield from _note_columns(not_read(header), header, names)
    personal = tuple(filter(is_personal, header.others))
    if personal:
        yield (_PERSONAL if len(personal) > 1 else _PERSONAL_ONE).fill(names=_name(personal))
    for asked in reader.asked:
        missing = asked.ticks.missing if asked.ticks is not None else ()
        if missing:
            yield _NOT_EVERY_OPTION.fill(id=asked.key.text, names=_name(missing))
    if mapping is not None:
        yield from _note_absent(mapping, header)


def _note_columns(others: tuple[str, ...], header: Header, names: Names) -> Iterator[Text]:
    """The columns that are not read, with the near name of each that has one."""
    if others:
        taken = tuple(header.read)
        told = tuple(_meant(one, names.near(one, taken)) for one in others[:_MOST_NAMED])
        note = _NOT_READ if len(others) > 1 else _NOT_READ_ONE
        yield note.fill(names=_and_more(told, len(others)))


def _meant(header: str, near: str | None) -> Text:
    shown = Text.same(f"'{shorten(header)}'")
    return shown if near is None else _MEANT.fill(name=shown, key=shorten(near))


def _note_absent(mapping: ColumnMap, header: Header) -> Iterator[Text]:
    """The columns in the map that the table does not have; one map may serve several tables."""
    there = {plain(column.header): column.header for column in header.columns}
    known = {plain(name): name for name in mapping.columns}
    absent = [name for said, name in known.items() if said not in there]
    free = [name for said, name in there.items() if said not in known]
    if absent:
        told = tuple(_meant(one, near_name(one, free)) for one in absent[:_MOST_NAMED])
        yield _ABSENT.fill(file=mapping.file, names=_and_more(told, len(absent)))


def _name(headers: tuple[str, ...]) -> Text:
    told = (Text.same(f"'{shorten(one)}'") for one in headers[:_MOST_NAMED])
    return _and_more(tuple(told), len(headers))


def _and_more(told: tuple[Text, ...], count: int) -> Text:
    names = Text.join(told)
    return names if count == len(told) else _AND_MORE.fill(names=names, count=count - len(told))


_AND_MORE = Text("{names}; en nog {count}", "{names}; and {count} more")
_NOT_READ_ONE = Text(
    "Een kolom is geen vraag en telt niet mee: {names}.",
    "One column is no question and does not count: {names}.",
)
_NOT_READ = Text(
    "Deze kolommen zijn geen vraag en tellen niet mee: {names}.",
    "These columns are no question and do not count: {names}.",
)
_MEANT = Text("{name} (bedoel je '{key}'?)", "{name} (did you mean '{key}'?)")
_PERSONAL_ONE = Text(
    "Een kolom wijst naar een persoon en wordt niet gelezen: {names}.",
    "One column points to a person and is not read: {names}.",
)
_PERSONAL = Text(
    "Deze kolommen wijzen naar een persoon en worden niet gelezen: {names}.",
    "These columns point to a person and are not read: {names}.",
)
_SECOND_ROW = Text(
    "Rij {row} hoort nog bij de namen van de kolommen en telt niet als antwoord.",
    "Row {row} belongs to the names of the columns and does not count as an answer.",
)
_NOT_EVERY_OPTION = Text(
    "Bij '{id}' heeft niet elke keuze een kolom: {names} ontbreekt. Wie overal nee zegt, zegt dan"
    " nog niet: geen van deze.",
    "At '{id}' not every choice has a column: {names} is missing. No everywhere does not say then:"
    " none of these.",
)
_ABSENT = Text(
    "In {file} staan kolommen die deze tabel niet heeft: {names}.",
    "{file} has columns that this table does not have: {names}.",
)
