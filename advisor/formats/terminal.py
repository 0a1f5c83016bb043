"""Markdown on the terminal: at any width without broken words, readable without colour."""

from __future__ import annotations

import io
import re
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.markdown import (
    Heading,
    ListItem,
    Markdown,
    MarkdownElement,
    Paragraph,
    TableBodyElement,
    TableElement,
    TableRowElement,
)
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from advisor.formats import markdown
from advisor.formats.depths import Depth, split_depths
from advisor.formats.escape import escape
from advisor.model.knowledge import Knowledge
from advisor.model.plan import Plan
from advisor.texts import Lang

_WIDTH = 80
_WIDEST = 100
_PAD = 1
"""Spaces after every column of a table; a divider of one space stands between two columns."""

_HEAD = 2
"""The lines of the head of a table, which is no reason to prefer cards."""

_INDENT = 2
_DOT = " · "
_LINK = re.compile(r"(?<!\\)<(https?://[^>\s\\]+)>")
"""An address that is its own text, which would be told twice."""


class _CompactHeading(Heading):
    """A heading on the left, right above its text; underlined where nothing can be bold."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text(self.text.plain, style="bold underline" if self.tag == "h1" else "bold")
        if not console.is_terminal:
            length = min(self.text.cell_len, options.max_width)
            yield Text(("=" if self.tag == "h1" else "-") * length)


class _CompactParagraph(Paragraph):
    """Empty lines are for `show` to set, so that a heading stays with its text."""

    new_line = False


class _CompactItem(ListItem):
    new_line = False


class _CompactBody(TableBodyElement):
    new_line = False


class _Cards(TableElement):
    """Every row of a table as a card."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _cards(*self._texts(), options.max_width)

    def _texts(self) -> tuple[list[Text], list[list[Text]]]:
        assert self.header is not None and self.header.row is not None
        (head,) = _texts([self.header.row])
        return head, _texts(self.body.rows if self.body else [])


class _TableOrCards(_Cards):
    """A table where every word fits its column; else, or where it is shorter, a card a row."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        head, body = self._texts()
        cards = _cards(head, body, options.max_width)
        table = _table(head, body, options.max_width)
        if table is None:
            yield cards
            return
        rows, lines = (len(console.render_lines(one, options, pad=False)) for one in (table, cards))
        yield table if rows - _HEAD <= lines else cards


def _texts(rows: list[TableRowElement]) -> list[list[Text]]:
    return [[cell.content for cell in row.cells] for row in rows]


def _table(head: list[Text], body: list[list[Text]], width: int) -> Table | None:
    """The table, or None where a word would be broken."""
    columns = [[head[i], *(row[i] for row in body)] for i in range(len(head))]
    least = [max(map(_longest_word, column)) for column in columns]
    most = [max(cell.cell_len for cell in column) for column in columns]
    widths = _fitted(most, least, width - (_PAD + 1) * len(columns) + 1)
    if widths is None:
        return None
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _PAD, 0, 0))
    for text, one in zip(head, widths, strict=True):
        table.add_column(Text(text.plain, style="bold"), width=one)
    for row in body:
        table.add_row(*row)
    return table


def _fitted(most: list[int], least: list[int], width: int) -> list[int] | None:
    """The widths of the columns: the widest gives way first, none below its longest word."""
    if sum(least) > width:
        return None
    widths = most
    while sum(widths) > width:
        spare = [i for i in range(len(widths)) if widths[i] > least[i]]
        widest = max(spare, key=lambda i: widths[i])
        widths = [one - (i == widest) for i, one in enumerate(widths)]
    return widths


def _longest_word(cell: Text) -> int:
    return max((Text(word).cell_len for word in cell.plain.split()), default=0)


def _cards(head: list[Text], body: list[list[Text]], width: int) -> Group:
    """Each row under its first cell; a row without one belongs to the row above."""
    parts: list[RenderableType] = []
    for row in body:
        if row[0].plain.strip():
            title = row[0].copy()
            title.stylize("bold")
            parts.append(title)
        else:
            parts.append(Text())
        pieces = [
            Text.assemble((f"{name.plain}: ", "italic"), cell)
            for name, cell in zip(head[1:], row[1:], strict=True)
            if cell.plain.strip()
        ]
        lines = _packed(pieces, width - _INDENT)
        parts += [Padding(line, (0, 0, 0, _INDENT)) for line in lines]
    return Group(*parts)


def _packed(pieces: list[Text], width: int) -> list[Text]:
    """The pieces on as few lines as hold them whole; a longer one has lines of its own."""
    lines: list[Text] = []
    for piece in pieces:
        if lines and lines[-1].cell_len + len(_DOT) + piece.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], _DOT, piece)
        else:
            lines.append(piece)
    return lines


class _Markdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _CompactHeading,
        "paragraph_open": _CompactParagraph,
        "list_item_open": _CompactItem,
        "tbody_open": _CompactBody,
        "table_open": _TableOrCards,
    }


class _PlainMarkdown(_Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **_Markdown.elements,
        "table_open": _Cards,
    }


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str:
    """The plan as plain text of 80 columns, without colour."""
    out, console = _plain_console()
    show_depths(markdown.render(plan, knowledge, lang, annex), console)
    return out.getvalue()


def render_text(text: str, _: Lang) -> str:
    """Any Markdown of the formats as plain text of 80 columns, without colour."""
    out, console = _plain_console()
    show(text, console)
    return out.getvalue()


def _plain_console() -> tuple[io.StringIO, Console]:
    out = io.StringIO()
    return out, Console(file=out, width=_WIDTH, color_system=None, legacy_windows=False)


def show_depths(text: str, console: Console, *depths: Depth, plain: bool = False) -> None:
    """A Markdown plan on the console, or only those depths, without their markers."""
    for depth, part in split_depths(text).items():
        if not depths or depth in depths:
            show(part, console, plain)


def show(text: str, console: Console, plain: bool = False) -> None:
    """Markdown of the formats on the console: an empty line after every part but a heading.

    `plain` tells every table row by row, for who listens to a screen.
    """
    kind = _PlainMarkdown if plain else _Markdown
    for part in _LINK.sub(lambda link: escape(link[1]), text).split("\n\n"):
        console.print(kind(part, hyperlinks=False), width=min(console.width, _WIDEST))
        if not part.startswith("#"):
            console.print()
