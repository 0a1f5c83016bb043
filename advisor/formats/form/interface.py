"""The forms that the blank questionnaire can have, and the one function that makes them."""

from __future__ import annotations

from enum import StrEnum

from advisor.model.knowledge import Knowledge
from advisor.texts import Lang


class FormFormat(StrEnum):
    """A form of the blank questionnaire, by the suffix of its file."""

    MARKDOWN = ".md"
    HTML = ".html"
    CSV = ".csv"
    XLSX = ".xlsx"

    @classmethod
    def of_suffix(cls, suffix: str) -> FormFormat | None:
        """The form of files with that suffix, or None."""
        return next((form for form in cls if form.value == suffix.lower()), None)


def render_form(knowledge: Knowledge, lang: Lang, form: FormFormat) -> str | bytes:
    """The blank questionnaire in that form; what a form needs is imported only for it."""
    if form is FormFormat.XLSX:
        from advisor.formats.form.workbook import render as render_workbook

        return render_workbook(knowledge, lang)
    if form is FormFormat.CSV:
        from advisor.formats.form.columns import render as render_table

        return render_table(knowledge)
    from advisor.formats.form.paper import render as render_paper

    text = render_paper(knowledge, lang)
    if form is FormFormat.MARKDOWN:
        return text
    from advisor.formats.html import render_text

    return render_text(text, lang)
