"""Everything the command line says, in Dutch and in English."""

from __future__ import annotations

from advisor.cli.usage_texts import USAGE
from advisor.problems import Place, Problem, UsageError
from advisor.texts import Lang, Text

SAY = {
    "written": Text("Plan geschreven: {files}", "Plan written: {files}"),
    "explained": Text("Uitleg geschreven: {files}", "Explanation written: {files}"),
    "compared": Text("Vergelijking geschreven: {files}", "Comparison written: {files}"),
    "form-written": Text("Vragenlijst geschreven: {files}", "Questionnaire written: {files}"),
    "form-hint": Text(
        "Om te printen: advisor form -o form.html. Voor Excel: advisor form -o form.xlsx.",
        "To print: advisor form -o form.html. For Excel: advisor form -o form.xlsx.",
    ),
    "saved": Text("Antwoorden bewaard: {file}", "Answers saved: {file}"),
    "stopped": Text("Gestopt.", "Stopped."),
    "stopped-kept": Text(
        "Gestopt. Je antwoorden staan in {file}.\n"
        "Verdergaan: advisor analyse --resume {quoted}\n"
        "Geef je het door aan een collega? Stuur dat bestand mee: daarmee gaat die verder.\n"
        "Een plan van wat er nu is: advisor analyse {quoted}",
        "Stopped. Your answers are in {file}.\n"
        "To go on: advisor analyse --resume {quoted}\n"
        "Handing over? Send that file; a colleague can go on with it.\n"
        "A plan of what is there now: advisor analyse {quoted}",
    ),
    "left-unreadable": Text(
        "Met {file} kan ik niet verder. Wat eraan scheelt, zie je met: advisor analyse {quoted}",
        "I cannot go on with {file}. See what is wrong with it: advisor analyse {quoted}",
    ),
    "annex-hint": Text(
        "De bijlage zie je met --annex, of in een bestand: -o plan.md.",
        "See the annex with --annex, or in a file: -o plan.md.",
    ),
    "kept": Text("Je antwoorden staan in {file}.", "Your answers are in {file}."),
    "next": Text(
        "Lees het plan samen met je team. Het plan als bestand:\n"
        "  advisor analyse {file} -o plan.html\n"
        "Voor het overleg:\n"
        "  advisor analyse {file} --kit -o overleg.md",
        "Read the plan together with your team. The plan as a file:\n"
        "  advisor analyse {file} -o plan.html\n"
        "For the meeting:\n"
        "  advisor analyse {file} --kit -o meeting.md",
    ),
    "next-written": Text(
        "Lees het plan samen met je team: {files}.",
        "Read the plan together with your team: {files}.",
    ),
    "batch-doing": Text("Plannen maken", "Making plans"),
    "batch-no-plan": Text("{school}: geen plan", "{school}: no plan"),
    "batch-done": Text("{n} plannen gemaakt{where}.", "{n} plans made{where}."),
    "batch-done-one": Text("1 plan gemaakt{where}.", "1 plan made{where}."),
    "batch-where": Text(
        " in {folder}, met summary.csv, summary.xlsx en network.md",
        " in {folder}, with summary.csv, summary.xlsx and network.md",
    ),
    "batch-refused": Text(
        "{n} scholen of bestanden kregen geen plan; wat er mis is, staat hierboven.",
        "{n} schools or files got no plan; what is wrong stands above.",
    ),
    "batch-refused-one": Text(
        "1 school of bestand kreeg geen plan; wat er mis is, staat hierboven.",
        "1 school or file got no plan; what is wrong stands above.",
    ),
    "batch-stopped": Text(
        "Gestopt. De plannen die er al zijn, zijn heel; het overzicht en het verslag zijn niet "
        "bijgewerkt. Geef dezelfde opdracht nog eens voor alles.",
        "Stopped. The plans that are there already are whole; summary and report were not "
        "updated. Give the same command again for everything.",
    ),
    "batch-broken": Text(
        "Niet alles kon geschreven worden. Wat er staat, is heel. Geef dezelfde opdracht nog eens "
        "als dit opgelost is:",
        "Not everything could be written. What is there is whole. Give the same command again "
        "once this is solved:",
    ),
    "batch-left": Text(
        "van een eerdere keer staat er nog: {files}",
        "what is still there is of an earlier time: {files}",
    ),
    "map-written": Text(
        "{file} was er nog niet en is gemaakt: zet achter elke kolom voor welke vraag zij is. Geef "
        "daarna dezelfde opdracht nog eens.",
        "{file} was not there yet and was made: put behind each column which question it is for. "
        "Then give the same command again.",
    ),
    "unexpected": Text(
        "Er ging iets mis dat niet had mogen gebeuren ({what}). Meer weten: voeg --debug toe.",
        "Something went wrong that should not happen ({what}). To know more: add --debug.",
    ),
}


_STREAMS = ("-", "stdout")


def usage_error(
    code: str, command: str, remedy: Text | None = None, /, **values: str | int | Text
) -> UsageError:
    """Wrong use of a command, as one problem; `remedy` goes before the one of the table."""
    sentence, usual = USAGE[code]
    place = Place(command if command in _STREAMS else f"advisor {command}".rstrip())
    message, help_ = sentence.fill(**values), (remedy or usual).fill(**values)
    return UsageError([Problem(code, place, message, remedy=help_)])


def say(key: str, lang: Lang, /, **values: str | int) -> str:
    """A sentence of the program itself."""
    return SAY[key].fill(**values).say(lang)
