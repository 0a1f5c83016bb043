"""Everything the command line says, in Dutch and in English."""

from __future__ import annotations

from advisor.problems import Place, Problem, UsageError
from advisor.texts import Lang, Text

HELP = {
    "app": Text(
        "Van wat je op school ziet naar één plan dat de hele school kan dragen.",
        "From what you see at school to one plan that the whole school can carry.",
    ),
    "app.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor analyse                          vragen beantwoorden, dan het plan\n"
        "  advisor analyse --example                het plan van de voorbeeldschool\n"
        "  advisor analyse school.yaml -o plan.md   van bestand naar bestand\n"
        "  advisor catalogue anti-bullying          wat we van één soort weten\n\n"
        "Alles blijft op deze computer.",
        "\b\nExamples:\n"
        "  advisor analyse                          answer questions, then the plan\n"
        "  advisor analyse --example                the plan of the example school\n"
        "  advisor analyse school.yaml -o plan.md   from file to file\n"
        "  advisor catalogue anti-bullying          what we know of one type\n\n"
        "Everything stays on this computer.",
    ),
    "analyse": Text(
        "Maak het plan van een school.\n\n"
        "Zonder bestand stelt advisor je eerst de vragen (ongeveer tien minuten).",
        "Make the plan of a school.\n\n"
        "Without a file, advisor asks you the questions first (about ten minutes).",
    ),
    "analyse.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor analyse\n"
        "  advisor analyse school.yaml\n"
        "  advisor analyse school.yaml -o plan.md -o plan.json\n"
        "  advisor analyse --example --lang en --annex\n"
        "  cat school.yaml | advisor analyse - --json",
        "\b\nExamples:\n"
        "  advisor analyse\n"
        "  advisor analyse school.yaml\n"
        "  advisor analyse school.yaml -o plan.md -o plan.json\n"
        "  advisor analyse --example --lang nl --annex\n"
        "  cat school.yaml | advisor analyse - --json",
    ),
    "catalogue": Text(
        "Toon wat advisor weet.\n\n"
        "Zonder ID: de soorten, de vijf vragen, het fundament en plekken om verder te zoeken.",
        "Show what advisor knows.\n\n"
        "Without ID: the types, the five questions, foundations and places to look further.",
    ),
    "catalogue.after": Text(
        "\b\nVoorbeelden:\n"
        "  advisor catalogue\n"
        "  advisor catalogue anti-bullying --sources\n"
        "  advisor catalogue care-route --json",
        "\b\nExamples:\n"
        "  advisor catalogue\n"
        "  advisor catalogue anti-bullying --sources\n"
        "  advisor catalogue care-route --json",
    ),
    "check": Text(
        "Controleer de kennis en de beloften.\n\n"
        "Leest de catalogus en de regels na, draait de scenario's en test de beloften op "
        "bedachte scholen.",
        "Check the knowledge and the promises.\n\n"
        "Lints the catalogue and the rules, runs the scenarios and tests the promises on "
        "generated schools.",
    ),
    "check.after": Text(
        "\b\nVoorbeelden:\n  advisor check\n  advisor check --schools 200\n  advisor check --json",
        "\b\nExamples:\n  advisor check\n  advisor check --schools 200\n  advisor check --json",
    ),
    "answers": Text(
        "Bestand met de antwoorden van een school (YAML of JSON); - is standaardinvoer.",
        "File with the answers of a school (YAML or JSON); - is standard input.",
    ),
    "example": Text("Neem de ingebouwde voorbeeldschool.", "Use the built-in example school."),
    "output": Text(
        "Schrijf het plan naar een bestand; .md of .json. Mag vaker. - is standaarduitvoer.",
        "Write the plan to a file; .md or .json. May be repeated. - is standard output.",
    ),
    "format": Text(
        "Vorm op standaarduitvoer: terminal, markdown of json.",
        "Form on standard output: terminal, markdown or json.",
    ),
    "json": Text("Geef JSON.", "Give JSON."),
    "lang": Text("Taal: nl of en.", "Language: nl or en."),
    "annex": Text(
        "Toon ook de bijlage op het scherm. In bestanden staat zij altijd.",
        "Show the annex on screen too. Files always have it.",
    ),
    "save": Text("Bewaar de antwoorden in dit bestand.", "Save the answers in this file."),
    "no-input": Text("Stel geen vragen.", "Ask no questions."),
    "quiet": Text("Alleen het resultaat en fouten.", "Only the result and errors."),
    "debug": Text("Toon bij een fout ook de traceback.", "Show the traceback of an error too."),
    "id": Text("De id van een onderdeel, zoals anti-bullying.", "The id, such as anti-bullying."),
    "sources": Text("Toon de bronnen.", "Show the sources."),
    "schools": Text(
        "Op hoeveel bedachte scholen de beloften worden getest.",
        "On how many generated schools the promises are tested.",
    ),
    "version": Text("Toon de versie.", "Show the version."),
}

_USAGE = {
    "E-NO-ANSWERS": (
        Text(
            "er zijn geen antwoorden, en hier kan advisor niets vragen",
            "there are no answers, and advisor cannot ask questions here",
        ),
        Text(
            "geef een bestand: advisor analyse ANSWERS.yaml (of --example)",
            "give a file: advisor analyse ANSWERS.yaml (or --example)",
        ),
    ),
    "E-ONE-FILE": (
        Text(
            "er zijn {count} bestanden met antwoorden; er kan er een tegelijk",
            "there are {count} files with answers; it takes one at a time",
        ),
        Text(
            "geef één bestand; antwoorden van meer mensen samenvoegen kan nog niet",
            "give one file; merging the answers of several people is not possible yet",
        ),
    ),
    "E-EXAMPLE": (
        Text(
            "--example gaat niet samen met een bestand",
            "--example does not go together with a file",
        ),
        Text("laat een van de twee weg", "leave one of the two out"),
    ),
    "E-FORMAT": (
        Text("'{name}' is geen vorm van een plan", "'{name}' is not a form of a plan"),
        Text("kies uit: {known}", "choose from: {known}"),
    ),
    "E-FORMATS": (
        Text(
            "--json en --format {name} spreken elkaar tegen", "--json contradicts --format {name}"
        ),
        Text("laat een van de twee weg", "leave one of the two out"),
    ),
    "E-TO-STDOUT": (
        Text(
            "de vorm {name} geldt voor standaarduitvoer, maar het plan gaat naar een bestand",
            "the form {name} is for standard output, but the plan goes to a file",
        ),
        Text(
            "geef het bestand de goede uitgang ({known}), of voeg -o - toe",
            "give the file the right suffix ({known}), or add -o -",
        ),
    ),
    "E-ID": (
        Text("niets in de catalogus heet '{name}'", "nothing in the catalogue is called '{name}'"),
        Text(
            "'advisor catalogue' toont wat er is",
            "'advisor catalogue' shows what there is",
        ),
    ),
}

SAY = {
    "written": Text("Plan geschreven: {files}", "Plan written: {files}"),
    "saved": Text("Antwoorden bewaard: {file}", "Answers saved: {file}"),
    "stopped": Text("Gestopt.", "Stopped."),
    "stopped-kept": Text(
        "Gestopt. Je antwoorden staan in {file}.\n"
        "Een plan van wat er nu is: advisor analyse {file}",
        "Stopped. Your answers are in {file}.\nA plan of what is there now: advisor analyse {file}",
    ),
    "kept": Text("Je antwoorden staan in {file}.", "Your answers are in {file}."),
    "unexpected": Text(
        "Er ging iets mis dat niet had mogen gebeuren ({what}). Meer weten: voeg --debug toe.",
        "Something went wrong that should not happen ({what}). To know more: add --debug.",
    ),
}


def usage_error(
    code: str, command: str, remedy: Text | None = None, /, **values: str | int
) -> UsageError:
    """Wrong use of a command, as one problem; `remedy` goes before the one of the table."""
    sentence, usual = _USAGE[code]
    message, help_ = sentence.fill(**values), (remedy or usual).fill(**values)
    return UsageError([Problem(code, Place(f"advisor {command}"), message, remedy=help_)])


def say(key: str, lang: Lang, /, **values: str | int) -> str:
    """A sentence of the program itself."""
    return SAY[key].fill(**values).say(lang)
