"""The formats a plan can have, and the one function that renders it in any of them."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from advisor.texts import Lang

if TYPE_CHECKING:
    from advisor.model.comparison import Comparison
    from advisor.model.explanation import Explanation
    from advisor.model.knowledge import Knowledge
    from advisor.model.network import Network
    from advisor.model.plan import Plan


class Renderer(Protocol):
    """What the module of a format offers as `render`."""

    def __call__(self, plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool) -> str | bytes:
        """The plan as text, or as the bytes of a file that is no text."""


class Format(StrEnum):
    """A format by name, with its module in this package and the suffix of its files.

    A new format is a module with a `render` and one line here.
    """

    module: str
    suffix: str | None
    is_text: bool

    def __new__(cls, name: str, module: str, suffix: str | None, is_text: bool = True) -> Format:
        """Keep module, suffix, and whether it can be read on a screen beside the name."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.module = module
        member.suffix = suffix
        member.is_text = is_text
        return member

    TERMINAL = "terminal", "terminal", None
    MARKDOWN = "markdown", "markdown", ".md"
    JSON = "json", "as_json", ".json"
    HTML = "html", "html", ".html"
    DOCX = "docx", "as_docx", ".docx", False

    @classmethod
    def of_name(cls, name: str) -> Format | None:
        """The format with that name, or None."""
        return next((f for f in cls if f.value == name), None)

    @classmethod
    def of_suffix(cls, suffix: str) -> Format | None:
        """The format of files with that suffix, such as `.md`, or None."""
        return next((f for f in cls if f.suffix == suffix.lower()), None)

    @classmethod
    def suffixes(cls) -> tuple[str, ...]:
        """The suffixes that files can have."""
        return tuple(f.suffix for f in cls if f.suffix is not None)


def render(plan: Plan, knowledge: Knowledge, lang: Lang, annex: bool, form: Format) -> str | bytes:
    """The plan in that format; the module of a format is imported only here."""
    module = import_module(f"advisor.formats.{form.module}")
    return cast(Renderer, module.render)(plan, knowledge, lang, annex)


def render_kit(plan: Plan, knowledge: Knowledge, lang: Lang, form: Format) -> str | bytes:
    """The meeting kit of a plan alone; as data it is part of the plan."""
    if form is Format.JSON:
        return render(plan, knowledge, lang, True, form)
    module = import_module("advisor.formats.kit")
    return _shown(cast(str, module.render(plan, knowledge, lang)), form, lang)


def render_comparison(
    comparison: Comparison, knowledge: Knowledge, lang: Lang, form: Format
) -> str | bytes:
    """A comparison in that format."""
    module = import_module(f"advisor.formats.{_module_of('comparison', form)}")
    return _shown(cast(str, module.render(comparison, knowledge, lang)), form, lang)


def render_explanation(
    explanation: Explanation, knowledge: Knowledge, lang: Lang, form: Format
) -> str | bytes:
    """An explanation in that format."""
    module = import_module(f"advisor.formats.{_module_of('explanation', form)}")
    return _shown(cast(str, module.render(explanation, knowledge, lang)), form, lang)


def render_network(network: Network, knowledge: Knowledge, lang: Lang, form: Format) -> str | bytes:
    """The report on a network in that format; as data there are only the plans it was made from."""
    if form is Format.JSON:
        raise ValueError(form)
    module = import_module("advisor.formats.network_report")
    return _shown(cast(str, module.render(network, knowledge, lang)), form, lang)


def _module_of(what: str, form: Format) -> str:
    return f"{what}_json" if form is Format.JSON else what


def _shown(text: str, form: Format, lang: Lang) -> str | bytes:
    """What has no depths is Markdown, and shown as such in each format that is made from it."""
    if form in {Format.MARKDOWN, Format.JSON}:
        return text
    module = import_module(f"advisor.formats.{form.module}")
    return cast("str | bytes", module.render_text(text, lang))
