"""Two figures: how many concerns the plan covers, and the pyramid from base to intensive."""

from __future__ import annotations

from html import escape

from advisor.formats.voice import Voice, capital
from advisor.model.lines import Cover
from advisor.model.plan import Plan

_DEPTH = {Cover.FIRM: 1.0, Cover.PARTLY: 0.5, Cover.OPEN: 0.0}
_GREEN, _INK = "#14532d", "#1a1a1a"
_WIDE, _LEFT, _LINE = 340, 110, 28
"""The width of a figure, what its words have of it, and the height of a line of blocks."""

_BLOCK, _STEP = (10, 18), 13
"""Width and height of a block, and from one block to the next."""

_HIGH, _BASE = 40, 200
"""The height of a layer of the pyramid and the width of its base."""


def draw(plan: Plan, voice: Voice) -> str:
    """The figures under a heading, each with a text that says the same; empty without any."""
    drawn = [figure for figure in (_cover(plan, voice), _pyramid(plan, voice)) if figure]
    if not drawn:
        return ""
    heading = escape(voice.word("figures"))
    return "\n".join([f'<section id="figures">\n<h2>{heading}</h2>', *drawn, "</section>"])


def _cover(plan: Plan, voice: Voice) -> str:
    """A row of blocks for each kind of cover, one block for each raised need."""
    found = [need.cover for need in plan.raised]
    if not found:
        return ""
    rows, told = [], []
    for row, cover in enumerate(Cover):
        name, count = voice.word(f"cover-{cover.value}"), found.count(cover)
        told.append(f"{name}: {count}")
        top = row * _LINE
        rows.append(_words(0, top + 15, told[-1]))
        rows += [
            f'<rect x="{_LEFT + n * _STEP}" y="{top + 2}" width="{_BLOCK[0]}" '
            f'height="{_BLOCK[1]}" {_filled(_DEPTH[cover])}/>'
            for n in range(count)
        ]
    return _figure(rows, len(Cover) * _LINE, "; ".join(told), voice.word("figure-cover"))


def _pyramid(plan: Plan, voice: Voice) -> str:
    """The layers from base to intensive, with how many parts of the plan each has."""
    tiers = voice.knowledge.catalogue.tiers
    parts = {tier: plan.coverage["tier"][tier] for tier in tiers}
    if not any(parts.values()):
        return ""
    rows, told = [], []
    high = _HIGH * len(tiers)
    for layer, (tier, frame) in enumerate(tiers.items()):
        name = voice.say(frame.name)
        items = (plan.item(one) for one in parts[tier])
        names = voice.listed(voice.inside(item.name) for item in items if item is not None)
        told.append(f"{capital(name)}: {names or voice.word('cover-nothing')}.")
        below, above = high - layer * _HIGH, high - (layer + 1) * _HIGH
        wide, narrow = (_BASE * y / high / 2 for y in (below, above))
        middle = _BASE / 2
        corners = (
            (middle - wide, below),
            (middle + wide, below),
            (middle + narrow, above),
            (middle - narrow, above),
        )
        points = " ".join(f"{x:.0f},{y:.0f}" for x, y in corners)
        rows.append(f'<polygon points="{points}" {_filled((layer + 1) / len(tiers))}/>')
        short = name.partition(":")[0]
        rows.append(_words(_BASE + 15, below - 14, f"{short}: {len(parts[tier])}"))
    return _figure(rows, high, voice.word("figure-tiers"), *reversed(told))


def _filled(depth: float) -> str:
    """How a shape is coloured: 0 is empty, 1 the darkest."""
    return f'fill="{_GREEN}" fill-opacity="{depth:.2f}" stroke="{_INK}"'


def _words(left: int, base: int, text: str) -> str:
    return f'<text x="{left}" y="{base}" font-size="15" fill="{_INK}">{escape(text)}</text>'


def _figure(shapes: list[str], high: int, title: str, *caption: str) -> str:
    """Shapes as a figure of that height; its title is read aloud, its caption stands below."""
    drawn, told = "\n".join(shapes), "<br>\n".join(map(escape, caption))
    return (
        f'<figure>\n<svg viewBox="-2 -2 {_WIDE} {high + 4}" role="img" '
        f'aria-label="{escape(title)}">\n{drawn}\n</svg>\n'
        f"<figcaption>{told}</figcaption>\n</figure>"
    )
